"""Rows of a visits sheet find their families: by number, by identity number, else by name.

A number is believed before a name, and a name that fits nobody there is reported. A visit whose day cannot be read is not
invented: it becomes a note on its family and its row is set aside. A row whose family is not in the file is set aside.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec

from app.domain.folding import fold, words
from app.imports.dates import date_within, read_date
from app.imports.households import number_text
from app.imports.lines import Line
from app.imports.names import same_name_key, without_label
from app.imports.records import ImportedFamily, ImportedVisit, Problem, SetAside, Source
from app.imports.values import cell_text, identity_text, is_nothing
from app.imports.vocabulary import vocabulary

_TEXTS = (
    ("case_worker", "by_text"),
    ("purpose", "purpose"),
    ("findings", "findings"),
    ("measures", "measures"),
)


class JoinedVisits(msgspec.Struct, frozen=True):
    """Visits and notes by the place of their family in the sequence given to `join_visits`."""

    visits: dict[int, list[ImportedVisit]]
    notes: dict[int, list[str]]
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]


def number_key(number: str) -> str:
    """One key for "F-012", "F12" and "Fam. F 12": runs of letters and of digits without leading zeros."""
    runs = re.findall(r"[a-z]+|\d+", fold(number))
    while len(runs) > 1 and (runs[0] in vocabulary().family_prefix or runs[0] in {"nr", "no"}):
        del runs[0]
    return " ".join(run.lstrip("0") or run for run in runs)


class FamilyIndex:
    """Families by everything a visit may call them."""

    def __init__(self, families: Sequence[ImportedFamily]) -> None:
        self.families = families
        self.by_number: dict[str, list[int]] = defaultdict(list)
        self.by_identity: dict[str, list[int]] = defaultdict(list)
        self.by_family_name: dict[str, list[int]] = defaultdict(list)
        self.by_member_name: dict[str, list[int]] = defaultdict(list)
        self.by_surname: dict[str, list[int]] = defaultdict(list)
        for place, family in enumerate(families):
            if family.number:
                self.by_number[number_key(family.number)].append(place)
            self.by_family_name[same_name_key(without_label(family.name), "")].append(place)
            for member in family.members:
                _add(self.by_member_name, same_name_key(member.family_name, member.given_names), place)
                _add(self.by_surname, same_name_key(member.family_name, ""), place)
                if member.identity_number:
                    _add(self.by_identity, member.identity_number, place)

    def find(self, number: str, name: str, identity: str, village: str) -> tuple[int | None, str]:
        """The place of the family and "", or None and why: visit_family_unknown | visit_family_ambiguous."""
        ambiguous = False
        for index, key in (
            (self.by_number, number_key(number)),
            (self.by_identity, identity),
            (self.by_identity, identity.zfill(11) if 7 <= len(identity) < 11 else ""),
            (self.by_family_name, same_name_key(without_label(name), "")),
            (self.by_member_name, same_name_key(without_label(name), "")),
            (self.by_surname, same_name_key(without_label(name), "")),
        ):
            found = index.get(key, []) if key else []
            if len(found) > 1:
                found = self._narrowed(found, name, village)
            if len(found) == 1:
                return found[0], ""
            ambiguous = ambiguous or len(found) > 1
        return None, "visit_family_ambiguous" if ambiguous else "visit_family_unknown"

    def _narrowed(self, found: list[int], name: str, village: str) -> list[int]:
        if village:
            there = [place for place in found if words(self.families[place].village or "") == words(village)]
            found = there or found
        if len(found) > 1 and name:
            found = [place for place in found if self.fits(place, name)] or found
        return found

    def fits(self, place: int, name: str) -> bool:
        """Whether a name has anything to do with a family: one of its words is a word of somebody there."""
        said = set(words(without_label(name)))
        family = self.families[place]
        known = set(words(family.name)) | {
            word for member in family.members for word in words(member.full_name)
        }
        return not said or bool(said & known)


def _add(index: dict[str, list[int]], key: str, place: int) -> None:
    if key and place not in index[key]:
        index[key].append(place)


def join_visits(lines: Sequence[Line], index: FamilyIndex, today: date, *, month_first: bool) -> JoinedVisits:
    joined = JoinedVisits(defaultdict(list), defaultdict(list), (), ())
    aside: list[SetAside] = []
    problems: list[Problem] = []
    before: Line | None = None
    for line in lines:
        number, name, identity, village = _called(line)
        if not (number or name or identity) and before is not None and line.value("visit_date") is not None:
            # A further visit to the family of the row above: its number is written once.
            number, name, identity, village = _called(before)
        else:
            before = line
        place, reason = index.find(number, name, identity, village)
        if place is None:
            aside.append(SetAside(line.sheet, line.row, reason, line.texts()))
            continue
        if number and name and not index.fits(place, name):
            problems.append(
                Problem(line.sheet, line.row, line.header("full_name"), "visit_name_differs", name)
            )
        cell = line.value("visit_date")
        latest = date(today.year + 1, 12, 31)
        read = read_date(cell, today=latest, month_first=month_first) or date_within(
            cell, today=latest, month_first=month_first
        )
        if read is None or read.month is None or read.day is None:
            joined.notes[place].append("; ".join(f"{header}: {text}" for header, text in line.texts()))
            aside.append(SetAside(line.sheet, line.row, "visit_without_date", line.texts()))
            problems.append(
                Problem(line.sheet, line.row, line.header("visit_date"), "date_unreadable", cell_text(cell))
            )
            continue
        joined.visits[place].append(_visit(line, date(read.year, read.month, read.day)))
    return msgspec.structs.replace(joined, set_aside=tuple(aside), problems=tuple(problems))


def _called(line: Line) -> tuple[str, str, str, str]:
    number = number_text(line.value("family_number"))
    name, village = line.text("full_name"), line.text("village")
    identity = "".join(identity_text(line.value("identity_number")).split())
    return ("" if is_nothing(number) else number), ("" if is_nothing(name) else name), identity, village


def _visit(line: Line, on: date) -> ImportedVisit:
    texts = {target: line.text(field) or None for field, target in _TEXTS}
    return ImportedVisit(on=on, source=Source(line.sheet, line.row), cells=line.texts(), **texts)
