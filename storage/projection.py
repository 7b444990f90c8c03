"""What screens show, derived from the county's view and own pending saves.

``shown`` has one row per record, ``family_line`` one per family as lists print it, ``search`` the folded words. All can be
rebuilt from ``record`` and ``pending_op``; they are kept because a list of 6,000 families must open at once.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.domain.folding import digits, fold, words
from app.domain.kinds import KINDS, Kind
from app.domain.records import split_answers
from storage.driver import Connection
from sync.core.merge import RecordState, is_voided, open_conflicts, shown_groups
from sync.protocol import encode, plain

StateOf = Callable[[bytes], tuple[RecordState | None, bool]]
_NO_KIND = Kind("", "team", ())
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
            families.update(self._families_of(record))
            state, pending = state_of(record)
            if state is None:
                self._forget(record)
                continue
            if state.kind == "family":
                families.add(record)
            elif state.family is not None:
                families.add(state.family)
            self._show(record, state, pending)
        for family in families:
            self._line(family)

    def _families_of(self, record: bytes) -> list[bytes]:
        """Families whose line shows something of this record as it stands: its own, and a person's households."""
        rows = self._connection.execute(
            "SELECT family FROM shown WHERE id = ?1 AND family IS NOT NULL UNION "
            "SELECT family FROM shown WHERE about = ?1 AND kind = 'membership' AND family IS NOT NULL",
            (record,),
        )
        return [bytes(row[0]) for row in rows]

    def _forget(self, record: bytes) -> None:
        self._unindex(record)
        self._connection.execute("DELETE FROM shown WHERE id = ?", (record,))

    def _show(self, record: bytes, state: RecordState, pending: bool) -> None:
        fields, answers = split_answers(KINDS.get(state.kind, _NO_KIND), shown_groups(state))
        siblings = [one for group in state.groups.values() for one in group]
        first = min(siblings, key=lambda one: (one.csn, one.n), default=None)
        voided = is_voided(state)
        about = fields.get("person") if state.kind == "membership" else fields.get("about")
        happened_on = answers.get("v_date") or fields.get("on")
        self._connection.execute(
            "INSERT OR REPLACE INTO shown (id, kind, family, about, happened_on, fields, answers, author, first_at, "
            "conflicts, pending, voided, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record,
                state.kind,
                record if state.kind == "family" else state.family,
                about,
                happened_on,
                encode(fields),
                encode(answers),
                first.author if first else None,
                first.at_s if first else 0,
                " ".join(open_conflicts(state)),
                pending,
                voided,
                fields.get("import_id"),
            ),
        )
        self._unindex(record)
        if not voided and state.kind in ("family", "person"):
            self._index(record, record if state.kind == "family" else state.family, fields)

    # one line per family

    def _line(self, family: bytes) -> None:
        rows = self._connection.execute(
            "SELECT id, kind, about, happened_on, fields, answers, conflicts, pending, voided FROM shown WHERE family = ?",
            (family,),
        ).fetchall()
        own = next((row for row in rows if row[1] == "family" and not row[8]), None)
        if own is None:
            self._connection.execute("DELETE FROM family_line WHERE id = ?", (family,))
            return
        fields = plain(bytes(own[4]))
        births = self._births(row for row in rows if row[1] == "membership" and not row[8])
        visits = sorted(
            (row for row in rows if row[1] == "visit" and not row[8] and row[3]), key=lambda row: str(row[3])
        )
        last = next((str(row[3]) for row in reversed(visits) if _happened(plain(bytes(row[5])))), None)
        planned = plain(bytes(visits[-1][5])).get("v_next") if visits else None
        name = str(fields.get("name", ""))
        village = fields.get("village")
        self._connection.execute(
            "INSERT OR REPLACE INTO family_line (id, sort, name, number, village, village_sort, street, directions, phone, "
            "status, members, births, last_visit_on, next_visit_on, pending, conflicts) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                family,
                fold(name),
                name,
                fields.get("number"),
                village,
                fold(village) if village else None,
                fields.get("street"),
                fields.get("directions"),
                fields.get("phone"),
                fields.get("status"),
                len(births),
                json.dumps(births),
                max(filter(None, (last, fields.get("last_contact_on"))), default=None),
                planned,
                any(row[7] for row in rows),
                sum(len(str(row[6]).split()) for row in rows if not row[8]),
            ),
        )

    def _births(self, memberships: Iterable[tuple[Any, ...]]) -> list[str | None]:
        births: list[str | None] = []
        for row in memberships:
            membership = plain(bytes(row[4]))
            if membership.get("until_on"):
                continue
            person = self._connection.execute(
                "SELECT fields, voided FROM shown WHERE id = ?", (row[2],)
            ).fetchone()
            if person and not person[1]:
                births.append(plain(bytes(person[0])).get("birth"))
        return births

    # search

    def _unindex(self, record: bytes) -> None:
        row = self._connection.execute("SELECT place FROM search_row WHERE record = ?", (record,)).fetchone()
        if row:
            self._connection.execute("DELETE FROM search WHERE rowid = ?", (row[0],))
            self._connection.execute("DELETE FROM search_row WHERE record = ?", (record,))

    def _index(self, record: bytes, family: bytes | None, fields: Mapping[str, Any]) -> None:
        text = " ".join(
            word
            for field in ("name", "family_name", "given_names", "also_known_as", "street", "number")
            for word in words(str(fields.get(field) or ""))
        )
        places = " ".join(words(str(fields.get("village") or "")))
        numbers = " ".join(
            f"{number} {BACKWARDS}{number[::-1]}"
            for field in ("phone", "identity_number")
            if len(number := digits(str(fields.get(field) or ""))) >= 4
        )
        place = self._connection.execute(
            "INSERT INTO search (record, family, words, places, numbers) VALUES (?, ?, ?, ?, ?)",
            (record, family, text, places, numbers),
        ).lastrowid
        self._connection.execute("INSERT INTO search_row (record, place) VALUES (?, ?)", (record, place))


def _happened(answers: Mapping[str, Any]) -> bool:
    """Whether somebody was met; an imported visit has no answers and counts."""
    return answers.get("v_result") in (None, "done")
