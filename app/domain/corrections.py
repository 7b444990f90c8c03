"""What a correction takes the place of: the assessment that it corrects is kept, and counts no more."""

from collections.abc import Iterable, Mapping


def corrected(amends: Iterable[object]) -> frozenset[bytes]:
    """Ids of what others correct, from what each of them says it amends; anything but an id is nothing."""
    return frozenset(one for one in amends if isinstance(one, bytes))


def told_anew(told: Iterable[bytes], amends: Mapping[bytes, object]) -> frozenset[bytes]:
    """Assessments whose danger signs the task of a correction tells in their place.

    ``told`` are those that have a task which was not withdrawn, ``amends`` what each assessment corrects. A correction without
    a task had no news: then the task of what it corrects stands.
    """
    found: set[bytes] = set()
    for one in told:
        before = amends.get(one)
        while isinstance(before, bytes) and before not in found:
            found.add(before)
            before = amends.get(before)
    return frozenset(found)
