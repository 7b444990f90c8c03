"""A sheet with one row per household, kept beside a sheet of members: each row adds to the family of its number.

What the family already has stays; what the roster says otherwise becomes a note. A household without members on the other
sheet stands as its own family with its reference person.
"""

from collections.abc import Sequence

import msgspec

from app.imports.names import same_name_key
from app.imports.records import ImportedFamily, ImportedPerson
from app.imports.values import cell_text
from app.imports.visits import FamilyIndex

_FAMILY_FIELDS = (
    "village", "street", "phone", "case_worker", "last_visit_on", "declared_member_count", "monthly_income",
)  # fmt: skip
_PERSON_FIELDS = ("sex", "birth", "identity_number", "phone", "occupation", "school")


def add_roster(families: Sequence[ImportedFamily], roster: Sequence[ImportedFamily]) -> list[ImportedFamily]:
    """The families with what the roster's rows add, followed by the households that only the roster knows."""
    joined = list(families)
    index = FamilyIndex(families)
    for row in roster:
        head = row.members[0]
        place, _ = index.find(row.number or "", head.full_name, head.identity_number or "", row.village or "")
        if place is None:
            joined.append(row)
        else:
            joined[place] = _with_row(joined[place], row)
    return joined


def _with_row(family: ImportedFamily, row: ImportedFamily) -> ImportedFamily:
    notes = [*family.notes, *row.notes]
    filled: dict[str, object] = {}
    for field in _FAMILY_FIELDS:
        _fill(field, getattr(family, field), getattr(row, field), filled, notes)
    members = list(family.members)
    head = row.members[0]
    place = next((place for place, member in enumerate(members) if _same(member, head)), None)
    if place is None:
        notes.extend(text for text in (head.full_name, head.identity_number) if text)
    else:
        members[place] = _with_head(members[place], head)
    reasons = dict.fromkeys((*family.reasons, *row.reasons))
    return msgspec.structs.replace(
        family, notes=tuple(notes), members=tuple(members), reasons=tuple(reasons), **filled
    )


def _with_head(member: ImportedPerson, head: ImportedPerson) -> ImportedPerson:
    notes = [*member.notes, *head.notes]
    filled: dict[str, object] = {}
    for field in _PERSON_FIELDS:
        _fill(field, getattr(member, field), getattr(head, field), filled, notes)
    if "identity_number" in filled:
        filled["identity_kind"] = head.identity_kind
    return msgspec.structs.replace(member, notes=tuple(notes), **filled)


def _fill(field: str, known: object, said: object, filled: dict[str, object], notes: list[str]) -> None:
    if said is None or said == known:
        return
    if known is None:
        filled[field] = said
    else:
        notes.append(_text(said))


def _text(value: object) -> str:
    amount = getattr(value, "amount_minor", None)
    if amount is not None:
        return f"{amount / 100:.2f} {getattr(value, 'currency', '')}".strip()
    return cell_text(value)


def _same(member: ImportedPerson, head: ImportedPerson) -> bool:
    if member.identity_number and member.identity_number == head.identity_number:
        return True
    return same_name_key(member.family_name, member.given_names) == same_name_key(
        head.family_name, head.given_names
    )
