"""The same people twice in a list: found by number or by folded name and birth date, kept and marked."""

import pytest

from app.domain.partial_date import PartialDate
from app.imports.duplicates import find_duplicates
from app.imports.records import ImportedPerson, Source

BORN = PartialDate(1985, 7, 1)
GOOD, OTHER_GOOD = "1850701223343", "5000101041234"


def row(
    number: int, surname: str, given: str, identity: str | None = None, birth: PartialDate | None = None
) -> ImportedPerson:
    return ImportedPerson(
        family_name=surname,
        given_names=given,
        source=Source("L", number),
        identity_kind="cnp" if identity else None,
        identity_number=identity,
        birth=birth,
    )


@pytest.mark.parametrize(
    ("people", "pairs", "distinct"),
    [
        ([row(1, "Popa", "Ion", GOOD), row(2, "Popa", "Ion", GOOD)], 1, 1),
        ([row(1, "Popa", "Ana", GOOD), row(2, "Lup", "Ana-Maria", GOOD)], 1, 1),
        ([row(1, "Sîrbu", "Ion", None, BORN), row(2, "SÂRBU", "ION", None, BORN)], 1, 1),
        ([row(1, "Popa", "Ion", GOOD, BORN), row(2, "Popa", "Ion", None, BORN)], 1, 1),
        ([row(1, "Popa", "Ion", GOOD)] * 3, 3, 1),
        ([row(1, "Popa", "Ion", GOOD), row(2, "Popa", "Vasilica", GOOD)], 1, 2),
        ([row(1, "Popa", "Ion", GOOD, BORN), row(2, "Popa", "Ion", OTHER_GOOD, BORN)], 1, 2),
        (
            [row(1, "Popa", "Ion", None, PartialDate(1985)), row(2, "Popa", "Ion", None, PartialDate(1985))],
            0,
            2,
        ),
        ([row(1, "Popa", "Ion"), row(2, "Popa", "Ion")], 0, 2),
        ([row(1, "Popa", "Ion", "12"), row(2, "Lup", "Dan", "12")], 0, 2),
        ([], 0, 0),
    ],
)
def test_pairs_and_distinct_people(people: list[ImportedPerson], pairs: int, distinct: int) -> None:
    found = find_duplicates(people)
    assert (found.pairs, found.people) == (pairs, distinct)


def test_the_later_row_points_to_the_earlier_one() -> None:
    found = find_duplicates([row(7, "Popa", "Ion", GOOD), row(9, "Popa", "Ion", GOOD)])
    assert found.of == {Source("L", 9): Source("L", 7)}
