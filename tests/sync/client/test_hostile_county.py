"""A county that lies: whatever it answers, the laptop says so in a sentence or keeps what can be kept, and opens again."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.domain.ids import ID_BYTES, random_id
from app.errors import CountySpeaksOtherwise
from storage.compartment import Compartment, Write
from sync.client.turn import prepare, take_in
from sync.core.soundness import check_reply
from sync.protocol import (
    PROTOCOL,
    Answer,
    Effect,
    Left,
    Mark,
    Outcome,
    Page,
    Parting,
    ProtocolError,
    RecordEffect,
    Reply,
    Sibling,
    decode,
    encode,
    raw,
)
from tests.fixtures.vault import STREAM, InventedVault

CASES = int(os.environ.get("VATRA_FUZZ_CASES", "600"))
CASES_OF_A_LAPTOP = 30
MOMENT_S = 1_795_000_000
ODD_BYTES = (b"", b"\0", b"x" * 15, b"x" * 17, b"../../../etc/passwd", b"x" * 5000)
ODD_NUMBERS = (-1, -(2**63), 2**62, 2**63 - 1, 2**64 - 1)
ODD_WORDS = ("", "x" * 5000, "../x", "'; DROP TABLE record; --", "\0")
ODD_VALUES = (
    raw([1]),
    raw("x"),
    raw(None),
    msgspec.Raw(b"\x81\xa1a\xa1\xff"),
    msgspec.Raw(b"\xc1"),
)


def _effect(csn: int, author: bytes, record: bytes | None = None) -> Effect:
    one = record or random_id()
    sibling = Sibling(csn, random_id(), 1, 0, author, random_id(), MOMENT_S, raw({"name": "Lupu"}))
    change = RecordEffect(one, "family", one, {"name": (sibling,)}, bytes(32))
    return Effect(csn, bytes(32), random_id(), author, random_id(), MOMENT_S, (change,))


class _Liar:
    """Answers of a county as they should be, to be spoiled."""

    def __init__(self, team: Compartment, author: bytes, chance: random.Random) -> None:
        self.team, self.author, self.chance = team, author, chance
        self.csn = 10

    def answers(self, effects: tuple[Effect, ...] | None = None) -> Reply:
        self.csn += 1
        tip = self.team.tip()
        bodies = tuple(encode(one) for one in effects or (_effect(self.csn, self.author),))
        page = Page(STREAM, bodies, self.csn, False)
        return Reply(PROTOCOL, 1, self.csn, bytes(32), Mark(tip.n, tip.h), None, (), (page,), MOMENT_S, 0)

    # every way to lie; each returns an answer that decodes

    def an_odd_id(self) -> Reply:
        field = self.chance.choice(["txn_id", "author", "device", "log_hash"])
        return self.answers((self._changed(**{field: self.chance.choice(ODD_BYTES)}),))

    def an_odd_record(self) -> Reply:
        effect = _effect(self.csn + 1, self.author)
        field = self.chance.choice(["record", "family", "family_key", "kind"])
        odd = self.chance.choice(ODD_WORDS[:2] if field == "kind" else ODD_BYTES)
        record = msgspec.structs.replace(effect.records[0], **{field: odd})
        return self.answers((msgspec.structs.replace(effect, records=(record,)),))

    def an_odd_number(self) -> Reply:
        field = self.chance.choice(["csn", "at_s"])
        return self.answers((self._changed(**{field: self.chance.choice(ODD_NUMBERS[1:])}),))

    def an_odd_value(self) -> Reply:
        effect = _effect(self.csn + 1, self.author)
        (sibling,) = effect.records[0].groups["name"]
        spoilt = msgspec.structs.replace(
            sibling,
            **self.chance.choice(
                [
                    {"value": self.chance.choice(ODD_VALUES)},
                    {"csn": self.chance.choice(ODD_NUMBERS)},
                    {"author": self.chance.choice(ODD_BYTES)},
                    {"at_s": self.chance.choice(ODD_NUMBERS[1:])},
                ]
            ),
        )
        record = msgspec.structs.replace(effect.records[0], groups={"name": (spoilt,)})
        return self.answers((msgspec.structs.replace(effect, records=(record,)),))

    def an_odd_parting(self) -> Reply:
        left = Left(self.chance.choice(ODD_BYTES), Parting.ERASED, self.chance.choice(ODD_WORDS))
        return self.answers((self._changed(left=(left,)),))

    def effects_out_of_order(self) -> Reply:
        return self.answers((_effect(self.csn + 5, self.author), _effect(self.csn + 2, self.author)))

    def an_odd_answer(self) -> Reply:
        odd = Answer(self.chance.choice(ODD_NUMBERS), self.chance.choice(ODD_BYTES), Outcome.APPLIED, 5)
        return msgspec.structs.replace(self.answers(), answers=(odd,))

    def an_odd_end(self) -> Reply:
        return msgspec.structs.replace(
            self.answers(),
            **self.chance.choice(
                [
                    {"head": self.chance.choice(ODD_NUMBERS)},
                    {"epoch": self.chance.choice(ODD_NUMBERS)},
                    {"head_hash": self.chance.choice(ODD_BYTES)},
                    {"have": Mark(self.chance.choice(ODD_NUMBERS), bytes(32))},
                    {"have": Mark(0, self.chance.choice(ODD_BYTES))},
                    {"time_s": self.chance.choice(ODD_NUMBERS[1:])},
                    {"epoch_cuts": {self.chance.choice(ODD_NUMBERS): 1}},
                    {"forked_at": self.chance.choice(ODD_NUMBERS)},
                    {"durable_csn": self.chance.choice(ODD_NUMBERS)},
                ]
            ),
        )

    def another_stream(self) -> Reply:
        page = Page("ro-21891/health", (), 5, False)
        return msgspec.structs.replace(self.answers(), pages=(page,))

    def _changed(self, **fields: Any) -> Effect:
        return msgspec.structs.replace(_effect(self.csn + 1, self.author), **fields)


LIES: tuple[Callable[[_Liar], Reply], ...] = (
    _Liar.an_odd_id,
    _Liar.an_odd_record,
    _Liar.an_odd_number,
    _Liar.an_odd_value,
    _Liar.an_odd_parting,
    _Liar.effects_out_of_order,
    _Liar.an_odd_answer,
    _Liar.an_odd_end,
    _Liar.another_stream,
)


@pytest.fixture
def team(invented_vault: InventedVault) -> Compartment:
    return invented_vault.open_team()


def _take(team: Compartment, reply: Reply) -> None:
    asked = prepare(team, bytes(16), STREAM, lambda _claim: b"", 1 << 20)
    take_in(team, STREAM, asked, reply)


def _kept(team: Compartment) -> list[Any]:
    tables = ("record", "cursor", "outbox", "family_key", "shown", "fact")
    return [team.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_a_lie_is_named_and_nothing_of_it_is_kept(
    team: Compartment, invented_vault: InventedVault, lie: Callable[[_Liar], Reply]
) -> None:
    liar = _Liar(team, invented_vault.worker.id, random.Random(1))
    _take(team, liar.answers())
    before = _kept(team)
    for _case in range(40):
        with pytest.raises(CountySpeaksOtherwise):
            _take(team, lie(liar))
    assert _kept(team) == before
    team.close()


def test_torn_answers_are_refused_or_sound(invented_vault: InventedVault, tmp_path: Path) -> None:
    """Bytes changed where nobody can under TLS but the county itself."""
    chance, taken, refused = random.Random(2), 0, 0
    for number in range(CASES // CASES_OF_A_LAPTOP):
        made = invented_vault.copy(tmp_path / f"laptop {number}")
        team = made.open_team()
        with team.writing():
            team.save(made.worker.id, [Write("note", random_id(), None, {"text": {"text": "?"}})])
        liar = _Liar(team, made.worker.id, chance)
        for _case in range(CASES_OF_A_LAPTOP):
            try:
                _take(team, decode(_torn(encode(liar.answers()), chance), Reply))
                taken += 1
            except (ProtocolError, CountySpeaksOtherwise):
                refused += 1
        odd = "SELECT count(*) FROM record WHERE length(id) <> ? OR length(family) <> ?"
        assert team.connection.execute(odd, (ID_BYTES, ID_BYTES)).fetchone() == (0,)
        team.close()
        again = made.open_team()
        assert again.waiting(0, 1 << 20), "what was saved here is still here, and still goes"
        again.close()
    assert min(taken, refused) > CASES // 20, (taken, refused)


def _torn(body: bytes, chance: random.Random) -> bytes:
    torn = bytearray(body)
    for _flip in range(chance.choice([1, 1, 2, 8])):
        torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
    return bytes(torn)


def test_a_good_answer_is_sound(team: Compartment, invented_vault: InventedVault) -> None:
    liar = _Liar(team, invented_vault.worker.id, random.Random(3))
    reply = liar.answers()
    check_reply(reply)
    _take(team, reply)
    assert team.connection.execute("SELECT count(*) FROM record").fetchone() == (1,)
    team.close()
