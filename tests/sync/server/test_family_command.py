"""``vatra-county hand-over``, ``erase`` and ``verify``, as an office types them."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import update

from app.domain.ids import random_id
from sync.server import overview, tables
from sync.server.cli import main
from tests.fixtures.county import COMMUNE, MakeLaptop, PlainLaptop, RunningCounty

THERE = "ro-22999"


@pytest.fixture
def laptop(small_county: RunningCounty, plain_laptop: MakeLaptop) -> PlainLaptop:
    small_county.add_commune(THERE, "Corbasca")
    return plain_laptop(small_county)


def _asks(county: RunningCounty, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["--data", str(county.folder.path), *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def _family(laptop: PlainLaptop) -> bytes:
    family = laptop.family(name="Lupu", number="17/2026")
    laptop.push()
    return family


def test_hand_over_by_number(
    small_county: RunningCounty, laptop: PlainLaptop, capsys: pytest.CaptureFixture[str]
) -> None:
    family = _family(laptop)
    asked = ("hand-over", "--number", "17/2026", "--from", "21891", "--to", "22999", "--by", "Office")
    code, out, err = _asks(small_county, capsys, *asked)
    assert (code, err) == (0, "")
    assert out.startswith("Handed over from Colonești to Corbasca: 1 records.")
    assert {record.stream for record in overview.family_view(small_county.store, family).records} == {
        f"{THERE}/team"
    }
    code, out, err = _asks(small_county, capsys, *asked)
    assert (code, out, err) == (1, "", f"0 families of {COMMUNE} have the number 17/2026.\n")


def test_erase_and_what_backups_still_hold(
    small_county: RunningCounty, laptop: PlainLaptop, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = _family(laptop), laptop.family(name="Rusu")
    laptop.push()
    assert _asks(small_county, capsys, "backup")[0] == 0
    code, out, _err = _asks(small_county, capsys, "erase", first.hex(), "--order", "17/2026")
    assert code == 0
    assert "Erased: 1 records, 1 saves." in out
    assert "1 backups made before still hold the family" in out
    code, out, _err = _asks(
        small_county, capsys, "erase", second.hex(), "--order", "18/2026", "--drop-backups"
    )
    assert code == 0
    (made,) = small_county.folder.of("backups").iterdir()
    assert str(made) in out
    assert "ones are deleted" in out
    assert _asks(small_county, capsys, "verify")[:2] == (
        0,
        "5 saves in 2 chains, 11 effects, 2 records, 2 erased families.\nEverything adds up.\n",
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("hand-over", "--to", "22999"),
        ("hand-over", "--number", "1", "--to", "22999"),
        ("hand-over", "xyz", "--to", "22999"),
        ("hand-over", random_id().hex(), "--to", "22999"),
        ("erase", random_id().hex(), "--order", "1"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(
    small_county: RunningCounty,
    laptop: PlainLaptop,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, ...],
) -> None:
    _family(laptop)
    code, out, err = _asks(small_county, capsys, *asked)
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_verify_says_what_does_not_add_up(
    small_county: RunningCounty, laptop: PlainLaptop, capsys: pytest.CaptureFixture[str]
) -> None:
    family = _family(laptop)
    with small_county.store.writing() as (connection, _row):
        connection.execute(update(tables.record).where(tables.record.c.id == family).values(csn=7))
    code, out, err = _asks(small_county, capsys, "verify")
    assert code == 1
    assert f"record {family.hex()}: is not what its effects add up to" in out
    assert err.startswith("1 places do not add up.")
    code, out, _err = _asks(small_county, capsys, "verify", "--json")
    assert (code, json.loads(out)["findings"][0]["place"]) == (1, family.hex())
