"""What a sheet does throughout, found once before its households are built."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from app.countries.pack import CountryPack
from app.imports.households import Household
from app.imports.mapping import SheetMapping, reads_month_first
from app.imports.names import likely_order
from app.imports.reading import Sheet
from app.imports.vocabulary import folded

_PERSONAL_SHARE = 0.25
_DATE_FIELDS = ("birth", "last_visit")


class Habits(msgspec.Struct, frozen=True):
    """Order of names and of dates, columns that speak of one person, whether a village stands for the rows below too."""

    country: CountryPack
    today: date
    village: str | None
    name_order: str
    month_first: frozenset[str]
    personal_columns: frozenset[int]
    village_carries: bool

    @property
    def identity_kind(self) -> str:
        """The kind of number a cell is taken for when its length does not tell."""
        return self.country.identity_numbers[0].kind


def find_habits(
    sheet: Sheet, mapping: SheetMapping, groups: Sequence[Household], country: CountryPack, today: date
) -> Habits:
    names = ([line.text("full_name") for line in group.lines if line.text("full_name")] for group in groups)
    return Habits(
        country=country,
        today=today,
        village=mapping.village,
        name_order=mapping.name_order or likely_order(names),
        month_first=frozenset(field for field in _DATE_FIELDS if reads_month_first(sheet, mapping, field)),
        personal_columns=_personal_columns(groups),
        village_carries=_village_carries(groups),
    )


def _personal_columns(groups: Sequence[Household]) -> frozenset[int]:
    """Columns filled on other lines than the first of a household often enough to be about each person."""
    first: dict[int, int] = {}
    later: dict[int, int] = {}
    for group in groups:
        for place, line in enumerate(group.lines):
            counted = later if place else first
            for column, _ in line.cells:
                counted[column.index] = counted.get(column.index, 0) + 1
    return frozenset(
        index for index, count in later.items() if count >= _PERSONAL_SHARE * (count + first.get(index, 0))
    )


def _village_carries(groups: Sequence[Household]) -> bool:
    """Whether a village stands for the following households too: it is written only where it changes."""
    given = [
        next((text for line in group.lines if (text := folded(line.text("village")))), "") for group in groups
    ]
    filled = [village for village in given if village]
    changes_only = all(one != other for one, other in pairwise(filled))
    return bool(given and given[0]) and changes_only and len(filled) <= 0.6 * len(given)
