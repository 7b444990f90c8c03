"""What screens show, derived from the county's view and own pending saves.

``shown`` has one row per record, ``family_line`` one per family as lists print it, ``search`` one entry per family with
the folded words. All can be rebuilt from ``record`` and ``pending_op``; they are kept because a list of 6,000 families
must open at once.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from app.domain.folding import digits, fold, words
from app.domain.kinds import ATTACHMENT, BACKGROUND, COMMUNE, FORM_PIECE, KINDS, Kind
from app.domain.partial_date import readable_date
from app.domain.records import split_answers
from storage.chunks import drop_chunks, name_chunks
from storage.driver import Connection
from sync.core.merge import RecordState, is_voided, open_conflicts, shown_groups
from sync.protocol import encode, plain

StateOf = Callable[[bytes], tuple[RecordState | None, bool]]
_NO_KIND = Kind("", "team", ())
FEWEST_DIGITS = 4
_SEARCHED_WORDS = ("name", "family_name", "given_names", "also_known_as", "street", "number")
_SEARCHED_NUMBERS = ("phone", "identity_number")
BACKWARDS = "r"
"""Stands before a number written from its end, so that its tail can be found and is not taken for a beginning."""


class Projection:
    """Keeps the derived tables in step, inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def refresh(self, records: Iterable[bytes], state_of: StateOf) -> None:
        """Derive the rows of these records again, and the lines of the families they belong to."""
        families: set[bytes] = set()
        for record in records:
            before = self._connection.execute(
                "SELECT kind, family FROM shown WHERE id = ?", (record,)
            ).fetchone()
            state, pending = state_of(record)
            if state is None:
                self._connection.execute("DELETE FROM shown WHERE id = ?", (record,))
                drop_chunks(self._connection, record)
            elif state.kind != FORM_PIECE.name:
                self._show(record, state, pending)
            kinds = {before[0] if before else None, state.kind if state else None}
            if not kinds.isdisjoint(BACKGROUND):
                continue  # nothing that a line or a search entry shows
            if before is not None and before[1] is not None:
                families.add(bytes(before[1]))
            if state is not None and (family := _family_of(record, state)) is not None:
                families.add(family)
            if "person" in kinds:
                families.update(self._households(record))
        for family in families:
            self._line(family)

    def _households(self, person: bytes) -> list[bytes]:
        rows = self._connection.execute(
            "SELECT family FROM shown WHERE about = ? AND kind = 'membership' AND family IS NOT NULL",
            (person,),
        )
        return [bytes(row[0]) for row in rows]

    def _show(self, record: bytes, state: RecordState, pending: bool) -> None:
        fields, answers = split_answers(KINDS.get(state.kind, _NO_KIND), shown_groups(state))
        if state.kind == ATTACHMENT.name and state.family is not None:
            name_chunks(self._connection, record, state.family, fields, voided=is_voided(state))
        if state.kind == COMMUNE.name:
            self._connection.execute(
                "INSERT OR REPLACE INTO commune_name (commune, name) VALUES (?, ?)",
                (_text(fields.get("code")) or "", _text(fields.get("called")) or ""),
            )
        siblings = [one for group in state.groups.values() for one in group]
        first = min(siblings, key=lambda one: (one.csn, one.n), default=None)
        about = fields.get("person") if state.kind == "membership" else fields.get("about")
        self._connection.execute(
            "INSERT OR REPLACE INTO shown (id, kind, family, about, happened_on, fields, answers, author, first_at, "
            "conflicts, pending, voided, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record,
                state.kind,
                _family_of(record, state),
                about if isinstance(about, bytes) else None,
                _text(answers.get("v_date")) or _text(fields.get("on")),
                encode(fields),
                encode(answers),
                first.author if first else None,
                first.at_s if first else 0,
                " ".join(open_conflicts(state)),
                pending,
                is_voided(state),
                _text(fields.get("import_id")),
            ),
        )

    # one line and one search entry per family

    def _line(self, family: bytes) -> None:
        rows = [
            _Row(bytes(row[0]), row[1], row[2], row[3], plain(bytes(row[4])), bytes(row[5]), row[6], row[7])
            for row in self._connection.execute(
                "SELECT id, kind, about, happened_on, fields, answers, conflicts, pending "
                "FROM shown WHERE family = ? AND kind NOT IN (?, ?) AND voided = 0",
                (family, *BACKGROUND),
            ).fetchall()
        ]
        own = next((row for row in rows if row.kind == "family"), None)
        if own is None:
            self._connection.execute("DELETE FROM family_line WHERE id = ?", (family,))
            self._index(family, None, ())
            return
        people = {row.id: row.fields for row in rows if row.kind == "person"}
        present = self._present(rows, people)
        births = sorted(
            (_birth(people[person].get("birth")) for person in present),
            key=lambda birth: (birth is None, birth or ""),
        )
        visits = sorted(
            (row for row in rows if row.kind == "visit" and row.happened_on),
            key=lambda row: (str(row.happened_on), row.id),
        )
        last = next((row.happened_on for row in reversed(visits) if _happened(plain(row.answers))), None)
        planned = _day(plain(visits[-1].answers).get("v_next")) if visits else None
        fields = own.fields
        name, village = _text(fields.get("name")) or "", _text(fields.get("village"))
        self._connection.execute(
            "INSERT OR REPLACE INTO family_line (id, sort, name, number, village, village_sort, street, directions, phone, "
            "status, members, births, last_visit_on, next_visit_on, pending, conflicts) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                family,
                fold(name),
                name,
                _text(fields.get("number")),
                village,
                fold(village) if village else None,
                _text(fields.get("street")),
                _text(fields.get("directions")),
                _text(fields.get("phone")),
                _text(fields.get("status")),
                len(births),
                json.dumps(births),
                max(filter(None, (last, _day(fields.get("last_contact_on")))), default=None),
                planned,
                any(row.pending for row in rows),
                sum(len(row.conflicts.split()) for row in rows),
            ),
        )
        entries = tuple(
            entry_of(record, said) for record, said in ((family, fields), *sorted(people.items()))
        )
        self._index(family, " ".join(words(str(village or ""))), entries)

    def _present(self, rows: Iterable["_Row"], people: dict[bytes, dict[str, Any]]) -> set[bytes]:
        """Who lives in the household, by membership; adds those whose own record lies in another family."""
        present: set[bytes] = set()
        for row in rows:
            if row.kind != "membership" or row.about is None or row.fields.get("until_on"):
                continue
            person = bytes(row.about)
            if person not in people:
                found = self._connection.execute(
                    "SELECT fields FROM shown WHERE id = ? AND kind = 'person' AND voided = 0", (person,)
                ).fetchone()
                if found is None:
                    continue
                people[person] = plain(bytes(found[0]))
            present.add(person)
        return present

    def _index(self, family: bytes, places: str | None, entries: tuple["Entry", ...]) -> None:
        """Keep the family's search entry; ``places`` None takes it out. Nothing is written when it did not change."""
        known = self._connection.execute(
            "SELECT place FROM search_row WHERE family = ?", (family,)
        ).fetchone()
        who = encode(entries)
        if known is not None:
            stands = self._connection.execute(
                "SELECT who, places FROM search WHERE rowid = ?", (known[0],)
            ).fetchone()
            if stands is not None and bytes(stands[0]) == who and stands[1] == places:
                return
            self._connection.execute("DELETE FROM search WHERE rowid = ?", (known[0],))
        if places is None:
            self._connection.execute("DELETE FROM search_row WHERE family = ?", (family,))
            return
        text = " ".join(dict.fromkeys(word for entry in entries for word in entry.words))
        numbers = " ".join(
            f"{number} {BACKWARDS}{number[::-1]}" for entry in entries for number in entry.numbers
        )
        place = self._connection.execute(
            "INSERT INTO search (rowid, family, who, words, places, numbers) VALUES (?, ?, ?, ?, ?, ?)",
            (known[0] if known else None, family, who, text, places, numbers),
        ).lastrowid
        if known is None:
            self._connection.execute("INSERT INTO search_row (family, place) VALUES (?, ?)", (family, place))


class Entry(msgspec.Struct, array_like=True, frozen=True):
    """What search knows of one record of a family: folded words and numbers as digits."""

    record: bytes
    words: tuple[str, ...]
    numbers: tuple[str, ...]


class _Row(msgspec.Struct, frozen=True):
    """A row of ``shown``, as far as a line needs it."""

    id: bytes
    kind: str
    about: bytes | None
    happened_on: str | None
    fields: dict[str, Any]
    answers: bytes
    conflicts: str
    pending: bool


def entry_of(record: bytes, fields: Mapping[str, Any]) -> Entry:
    """The search entry of a family or person."""
    return Entry(
        record,
        tuple(word for field in _SEARCHED_WORDS for word in words(str(fields.get(field) or ""))),
        tuple(
            number
            for field in _SEARCHED_NUMBERS
            for number in _spellings(str(fields.get(field) or ""))
            if len(number) >= FEWEST_DIGITS
        ),
    )


def _spellings(number: str) -> tuple[str, ...]:
    """The digits of a number; of one with a country code (``+40 740 ...``) also as people dial it at home."""
    plain_digits = digits(number)
    if not number.lstrip().startswith("+"):
        return (plain_digits,)
    at_home = plain_digits[2:]
    return (plain_digits, at_home, f"0{at_home}")


def _text(value: object) -> str | None:
    """Text, or None for what another program may have written there: one odd value must not stop a whole sync."""
    return value if isinstance(value, str) else None


def _birth(value: object) -> str | None:
    """A partial date as text, or None for anything else."""
    born = readable_date(_text(value))
    return str(born) if born else None


def _day(value: object) -> str | None:
    """A day as ISO text, or None for anything else."""
    try:
        return dt.date.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _family_of(record: bytes, state: RecordState) -> bytes | None:
    return record if state.kind == "family" else state.family


def _happened(answers: Mapping[str, Any]) -> bool:
    """Whether somebody was met; an imported visit has no answers and counts."""
    return answers.get("v_result") in (None, "done")
