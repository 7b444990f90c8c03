"""A receipt that a worker reads out is found at the county exactly when the county holds all it stands for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.ids import random_id
from app.errors import CountyRefused
from sync.core.receipt import Receipt, Saved, day_of, receipts
from sync.protocol import PROTOCOL, ReceiptReply, ReceiptRequest, TxnHeader, decode
from sync.server import accounts
from sync.server import receipts as at_county
from sync.server.cli import main
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty

TUESDAY_S = 1_795_000_000


def _saves(laptop: PlainLaptop, count: int, begin_s: int = TUESDAY_S) -> None:
    for number in range(count):
        laptop.save(laptop.op("note", random_id(), {"text": {"text": "?"}}), wall_s=begin_s + 60 * number)


def _own_receipt(laptop: PlainLaptop, at_s: int = TUESDAY_S, held: frozenset[bytes] = frozenset()) -> Receipt:
    """As the laptop computes it, from its own chain."""
    day = day_of(at_s, "ro")
    headers = [decode(txn.header, TxnHeader) for txn in laptop.txns]
    of_day = [
        Saved(one.wall_s, one.txn_id, one.txn_id in held)
        for one in headers
        if day_of(one.wall_s, "ro") == day
    ]
    *_, last = receipts(laptop.county.card.county, laptop.device, laptop.enrolled.worker, day, of_day)
    return last


def _found(county: RunningCounty, code: str) -> at_county.Found | None:
    with county.store.reading() as connection:
        return at_county.found(connection, code)


def _asked(laptop: PlainLaptop, at_s: int = TUESDAY_S) -> ReceiptReply:
    asked = ReceiptRequest(PROTOCOL, laptop.enrolled.worker, day_of(at_s, "ro"))
    return laptop.line.receipt(asked)  # type: ignore[union-attr]


def test_both_sides_compute_the_same(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    for laptop, number in ((ana, 3), (ion, 2)):
        _saves(laptop, number)
        _saves(laptop, 1, TUESDAY_S + 86_400)
        laptop.push()
    for laptop, number in ((ana, 3), (ion, 2)):
        own = _own_receipt(laptop)
        found = _found(county, own.code)
        assert found is not None
        assert (found.device, found.worker, found.receipt) == (laptop.device, laptop.enrolled.worker, own)
        reply = _asked(laptop)
        assert (reply.saves, reply.code) == (number, own.code)


def test_what_has_not_arrived_has_no_receipt(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    assert _asked(laptop) == ReceiptReply(PROTOCOL, day_of(TUESDAY_S, "ro"), 0, 0, None)
    _saves(laptop, 3)
    laptop.push(1, 2)
    own = _own_receipt(laptop)
    assert _found(county, own.code) is None
    assert _asked(laptop).code != own.code
    laptop.push(3)
    assert _asked(laptop).code == own.code


def test_a_receipt_of_noon_is_found_in_the_evening(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _saves(laptop, 2)
    laptop.push()
    noon = _own_receipt(laptop)
    _saves(laptop, 1, TUESDAY_S + 3_600)
    laptop.push(3)
    found = _found(county, noon.code)
    assert found is not None
    assert (found.receipt, found.saves_of_day) == (noon, 3)


def test_parked_saves_count_and_are_told(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _saves(laptop, 1)
    parked = laptop.save(laptop.op("worker", random_id(), {"worker": {"name": "X"}}), wall_s=TUESDAY_S + 9)
    laptop.push()
    own = _own_receipt(laptop, held=frozenset({decode(parked.header, TxnHeader).txn_id}))
    reply = _asked(laptop)
    assert (reply.saves, reply.held_back, reply.code) == (2, 1, own.code)


def test_that_somebody_looked_is_not_counted(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _saves(laptop, 1)
    own = _own_receipt(laptop)
    laptop.save(laptop.op("audit", random_id(), {"audit": {"act": "read"}}), wall_s=TUESDAY_S + 1)
    laptop.push()
    assert _asked(laptop).code == own.code


def test_a_new_replica_changes_no_receipt(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _saves(laptop, 2)
    laptop.push()
    own = _own_receipt(laptop)
    laptop.rehome(laptop.mark(0))
    laptop.push()
    assert _own_receipt(laptop) == own
    found = _found(county, own.code)
    assert found is not None
    assert found.saves_of_day == 2


def test_nobody_asks_about_another_laptop(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    _saves(ana, 2)
    ana.push()
    ion.enrolled = ana.enrolled
    assert _asked(ion).code is None
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, ana.device)
    with pytest.raises(CountyRefused, match="device_revoked"):
        _asked(ana)


def test_the_command(
    small_county: RunningCounty, plain_laptop: MakeLaptop, capsys: pytest.CaptureFixture[str]
) -> None:
    laptop = plain_laptop(small_county, worker="Ana Pop")
    _saves(laptop, 3)
    laptop.push()
    code = _own_receipt(laptop).code
    folder = str(small_county.folder.path)
    assert main(["--data", folder, "receipt", code[:4].lower(), code[4:]]) == 0
    said = capsys.readouterr().out
    assert (
        f"{code[:4]} {code[4:]}: Ana Pop on laptop, Wednesday 2026-11-18: 3 saves, all of them here." in said
    )
    assert main(["--data", folder, "receipt", code, "--device", laptop.device.hex(), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["receipt"]["saves"] == 3
    for wrong in (["00000000"], [code, "--device", "00" * 16]):
        assert main(["--data", folder, "receipt", *wrong]) == 1
        assert "does not hold" in capsys.readouterr().err
    assert Path(folder).exists()
