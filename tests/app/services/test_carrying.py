"""A commune without a line: its stick goes to the county and comes back, twice, late, in parts, foreign or damaged."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select

from app.errors import StickEmpty, StickForeign, StickForOthers, StickUnreadable
from app.services.carrying import bring_from_county, carry_to_county
from app.services.families import write_note
from storage.compartment import Write
from sync.client import stick as laptops_stick
from sync.server import journal, tables
from sync.server.stick import Imported, Left, import_stick
from sync.stick import Answered, Errand, file_name, open_file, pattern, seal_file
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

AT_S = 1_795_000_000
Laptops = Callable[[RunningCounty], MakeLaptop]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def ana(small_county: RunningCounty, laptops: Laptops) -> Laptop:
    return laptops(small_county)("Ana Sandu", "social_worker")


def office_takes(county: RunningCounty, stick: Path, at_s: int = AT_S) -> Imported:
    return import_stick(county.folder, county.store, stick, stick, "Vera", at_s)


def log_of(county: RunningCounty) -> list[bytes]:
    with county.store.reading() as connection:
        return list(connection.execute(select(tables.log.c.txn_id).order_by(tables.log.c.csn)).scalars())


def files(stick: Path) -> list[Path]:
    return sorted(stick.iterdir())


def everything_arrived_once(county: RunningCounty, laptop: Laptop) -> None:
    held = log_of(county)
    assert len(set(held)) == len(held)
    assert laptop.saved_txns() <= set(held)
    assert laptop.waits() == 0


def test_work_goes_to_the_county_and_news_come_back(
    small_county: RunningCounty, laptops: Laptops, ana: Laptop, stick: Path
) -> None:
    maria = laptops(small_county)("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Dobre", village="Calini")
    store = ana.vault.compartments["social"]
    with store.writing():
        store.learn_family(family, ana.team.family_key(family))
        store.save(
            ana.vault.worker.id, [Write("note", family[::-1], family, {"text": {"text": "Îi este frică."}})]
        )
    hers = maria.registers(family_name="Rusu", village="Valea Mare")
    maria.goes_online()
    small_county.stop()

    carried = carry_to_county(ana.vault, stick)
    assert (carried.files, carried.saves) == (len(ana.vault.compartments), 2)
    assert ana.waits() == 2, "it waits until the county says that it has it"
    (visit,) = office_takes(small_county, stick).visits
    assert (visit.name, visit.applied, visit.known, visit.parked) == ("PC-1", 2, 0, 0)
    with small_county.store.reading() as connection:
        noted = [
            (one.by, one.facts["applied"]) for one in journal.entries(connection) if one.act == "stick import"
        ]
    assert sum(applied for _, applied in noted) == 2
    assert {by for by, _ in noted} == {"Vera"}
    brought = bring_from_county(ana.vault, stick)
    # Her own saves come back too, as they do over the line, and whoever joined the commune.
    assert (brought.received, brought.confirmed, brought.problems) == (5, 2, ())
    assert hers in brought.changed.families
    assert ana.sees(hers).family.name.startswith("Rusu")
    everything_arrived_once(small_county, ana)

    small_county.start()
    maria.goes_online()
    assert maria.sees(family).family.name.startswith("Dobre")
    assert ana.goes_online().received == 0, "the line brings nothing the stick had not brought"


def test_twice_changes_nothing(small_county: RunningCounty, ana: Laptop, stick: Path) -> None:
    ana.registers(family_name="Dobre")
    carry_to_county(ana.vault, stick)
    office_takes(small_county, stick)
    first, answers = log_of(small_county), {path: path.read_bytes() for path in files(stick)}
    (again,) = office_takes(small_county, stick).visits
    assert (again.applied, again.known) == (0, 1)
    assert log_of(small_county) == first
    assert bring_from_county(ana.vault, stick).confirmed == 1
    for path, content in answers.items():
        path.write_bytes(content)
    repeated = bring_from_county(ana.vault, stick)
    assert (repeated.received, repeated.confirmed, repeated.problems) == (0, 0, ())
    before = {name: one.cursors() for name, one in ana.vault.compartments.items()}
    assert bring_from_county(ana.vault, stick).confirmed == 0
    assert {name: one.cursors() for name, one in ana.vault.compartments.items()} == before
    everything_arrived_once(small_county, ana)


def _many(ana: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Twelve saves of the team in as many files."""
    monkeypatch.setattr(laptops_stick, "PIECE_BYTES", 100)
    family = ana.registers(family_name="Dobre")
    for number in range(11):
        write_note(ana.vault, family, f"Vizita {number}.")
    carry_to_county(ana.vault, stick)
    device, key = ana.vault.team.fact("device") or b"", laptops_stick.answer_key(ana.team)
    return sorted(stick.glob(pattern("to-county", device, key.public_key().public_bytes_raw())))


@pytest.mark.parametrize("seed", range(3))
def test_files_come_in_any_order(
    small_county: RunningCounty, ana: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    made = _many(ana, stick, monkeypatch)
    assert len(made) == 12
    contents = [path.read_bytes() for path in made]
    random.Random(seed).shuffle(contents)
    for path, content in zip(made, contents, strict=True):
        path.write_bytes(content)
    done = office_takes(small_county, stick)
    assert (done.left, done.visits[0].applied) == ((), 12)
    answers = sorted(stick.glob(pattern("from-county")))
    contents = [path.read_bytes() for path in answers]
    random.Random(seed).shuffle(contents)
    for path, content in zip(answers, contents, strict=True):
        path.write_bytes(content)
    assert bring_from_county(ana.vault, stick).confirmed == 12
    everything_arrived_once(small_county, ana)


def test_a_missing_file_stops_only_what_goes_on_from_it(
    small_county: RunningCounty, ana: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _many(ana, stick, monkeypatch)
    missing = made[4].read_bytes()
    made[4].unlink()
    done = office_takes(small_county, stick)
    assert {one.why for one in done.left} == {"gap"}
    assert done.visits[0].applied == 4
    assert bring_from_county(ana.vault, stick).confirmed == 4
    assert ana.waits() == 8
    made[4].write_bytes(missing)
    assert office_takes(small_county, stick).left == ()
    assert bring_from_county(ana.vault, stick).confirmed == 8
    everything_arrived_once(small_county, ana)


def test_a_next_stick_takes_the_place_of_the_last(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    family = ana.registers(family_name="Dobre")
    device, key = ana.vault.team.fact("device") or b"", laptops_stick.answer_key(ana.team)
    (stick / file_name("to-county", device, key.public_key().public_bytes_raw(), 99)).write_bytes(b"older")
    (stick / "holiday.jpg").write_bytes(b"not ours")
    carry_to_county(ana.vault, stick)
    write_note(ana.vault, family, "Lemnele au venit.")
    carried = carry_to_county(ana.vault, stick)
    assert len(files(stick)) == carried.files + 1
    colleagues = stick / file_name("to-county", device, b"other", 1)
    colleagues.write_bytes(b"what a colleague carries")
    carry_to_county(ana.vault, stick)
    assert colleagues.exists()
    colleagues.unlink()
    assert office_takes(small_county, stick).visits[0].applied == 2


def test_a_changed_byte_anywhere_is_noticed_and_hinders_nobody(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    ana.registers(family_name="Dobre")
    carry_to_county(ana.vault, stick)
    good = files(stick)[0]
    content = good.read_bytes()
    damaged = stick / "vatra-to-county-00000000-001.vatra"
    for place in sorted({0, 1, len(content) - 1, *random.Random(1).sample(range(len(content)), 25)}):
        changed = bytearray(content)
        changed[place] ^= 0x41
        damaged.write_bytes(changed)
        left = office_takes(small_county, stick).left
        assert [one.file for one in left] == [damaged.name]
        assert left[0].why in {"damaged", "other_county", "too_new", "signature"}
    damaged.write_bytes(content[: len(content) // 2])
    assert office_takes(small_county, stick).left == (Left(damaged.name, "damaged"),)
    assert len(log_of(small_county)) == len(set(log_of(small_county)))
    damaged.unlink()
    for path in stick.glob(pattern("from-county")):
        whole = bytearray(path.read_bytes())
        whole[-1] ^= 1
        path.write_bytes(whole)
    with pytest.raises((StickUnreadable, StickForOthers)):
        bring_from_county(ana.vault, stick)
    assert ana.waits() == 1


def test_files_of_others_are_told_apart(
    small_county: RunningCounty, laptops: Laptops, ana: Laptop, stick: Path, tmp_path: Path
) -> None:
    with pytest.raises(StickEmpty):
        bring_from_county(ana.vault, stick)
    other = RunningCounty(tmp_path / "other-county")
    other.start()
    try:
        stranger = laptops(other)("Ion Pop", "social_worker")
        carry_to_county(stranger.vault, stick)
        assert {one.why for one in office_takes(small_county, stick).left} == {"other_county"}
        office_takes(other, stick)
        with pytest.raises(StickForeign) as foreign:
            bring_from_county(ana.vault, stick)
        assert foreign.value.told_as == "stick_foreign.county"
    finally:
        other.close()
    for path in files(stick):
        path.unlink()
    maria = laptops(small_county)("Maria Bejan", "community_nurse")
    carry_to_county(maria.vault, stick)
    office_takes(small_county, stick)
    with pytest.raises(StickForeign) as foreign:
        bring_from_county(ana.vault, stick)
    assert foreign.value.told_as == "stick_foreign.laptop"


def test_nobody_writes_in_the_name_of_a_laptop_or_of_the_county(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    ana.registers(family_name="Dobre")
    carry_to_county(ana.vault, stick)
    county, device = small_county.card.county, ana.vault.team.fact("device") or b""
    path = files(stick)[0]
    opened = open_file(path.read_bytes(), "to-county", county, [small_county.folder.exchange_key()])
    forger = Ed25519PrivateKey.generate().sign
    path.write_bytes(
        seal_file("to-county", county, device, opened.message(Errand), small_county.card.exchange_key, forger)
    )
    assert office_takes(small_county, stick).left == (Left(path.name, "signature"),)

    carry_to_county(ana.vault, stick)
    office_takes(small_county, stick)
    key = laptops_stick.answer_key(ana.team)
    for path in stick.glob(pattern("from-county")):
        try:
            real = open_file(path.read_bytes(), "from-county", county, [key], device).message(Answered)
        except StickForOthers:
            path.unlink()
            continue
        path.write_bytes(
            seal_file("from-county", county, device, real, key.public_key().public_bytes_raw(), forger)
        )
    with pytest.raises(StickUnreadable, match="signature"):
        bring_from_county(ana.vault, stick)
    assert ana.waits() == 1


def test_an_answer_opens_only_for_those_who_read_that_part(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    carry_to_county(ana.vault, stick)
    office_takes(small_county, stick)
    county, device = small_county.card.county, ana.vault.team.fact("device") or b""
    answers = [path.read_bytes() for path in stick.glob(pattern("from-county"))]

    def opens(content: bytes, key: X25519PrivateKey) -> bool:
        try:
            return bool(open_file(content, "from-county", county, [key], device).body)
        except StickForOthers:
            return False

    for store in ana.vault.compartments.values():
        assert sum(opens(content, laptops_stick.answer_key(store)) for content in answers) == 1
    assert not any(opens(content, X25519PrivateKey.generate()) for content in answers)


def test_an_answer_that_was_overtaken_by_the_line_changes_nothing(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    family = ana.registers(family_name="Dobre")
    carry_to_county(ana.vault, stick)
    office_takes(small_county, stick)
    write_note(ana.vault, family, "Lemnele au venit.")
    ana.goes_online()
    facts = ("county_has_n", "witness", "epoch", "clock_offset_s")
    before = {name: ana.team.fact(name) for name in facts}, ana.team.cursors()
    brought = bring_from_county(ana.vault, stick)
    assert (brought.received and brought.confirmed, brought.problems) == (0, ())
    assert ({name: ana.team.fact(name) for name in facts}, ana.team.cursors()) == before
    ana.goes_online()
    everything_arrived_once(small_county, ana)


def test_a_stick_says_nothing_of_the_clock_but_that_the_county_was_heard(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    ana.goes_online()
    offset = ana.team.fact("clock_offset_s")
    carry_to_county(ana.vault, stick)
    in_two_days = int(time.time()) + 2 * 86_400
    office_takes(small_county, stick, in_two_days)
    bring_from_county(ana.vault, stick)
    assert ana.team.fact("clock_offset_s") == offset
    assert ana.team.number("last_contact_at") == in_two_days


def test_what_a_revoked_laptop_carries_is_kept_aside(
    small_county: RunningCounty, ana: Laptop, stick: Path
) -> None:
    ana.registers(family_name="Dobre")
    with small_county.store.writing() as (connection, _county):
        connection.execute(tables.device.update().values(status="revoked"))
    carry_to_county(ana.vault, stick)
    done = office_takes(small_county, stick)
    assert (done.visits[0].applied, done.visits[0].parked) == (0, 1)
    assert {one.why for one in done.left} == {"device_revoked"}
