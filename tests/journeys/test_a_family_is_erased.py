"""A court orders a family erased: after one sync no file of the laptop holds a byte of it, wherever it stood."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.services import families, visits
from storage.backup import open_backup, read_note
from storage.chain_check import check_chains
from storage.opening import backup_recipient
from sync.protocol import Parting
from sync.server import erasing
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop
from tests.fixtures.plain_pages import plain_bytes

SECRETS = (b"Lupescu-Ardeleanu", b"0745-111-222", b"fell from the ladder", b"half a visit")
STAYS = b"Rusu-Stays"


def _keys(laptop: Laptop) -> dict[str, bytes]:
    with laptop.vault.data_keys() as keys:
        return {name: bytes(key) for name, key in keys.items()}


def _every_byte(laptop: Laptop, keys: dict[str, bytes]) -> bytes:
    """Everything in the laptop's folder: the stores and their backups decrypted, other files as they are."""
    folder, stores = laptop.vault.folder, {f"{name}.db" for name in keys}
    found: list[bytes] = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.parent.name == "backups" and file.suffix == ".db":
            found += _backup(file, keys)
        elif file.name in stores:
            found.append(plain_bytes(file, keys[file.stem]))
        elif not file.name.endswith("-wal"):
            found.append(file.read_bytes())
    return b"".join(found)


def _backup(file: Path, keys: dict[str, bytes]) -> list[bytes]:
    connection = open_backup(file, backup_recipient(bytearray(keys[read_note(file).compartment])))
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = [row for (name,) in tables for row in connection.execute(f"SELECT * FROM {name}")]
    finally:
        connection.close()
    return [one if isinstance(one, bytes) else str(one).encode() for row in rows for one in row]


def test_no_file_holds_a_byte_of_it(
    small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]
) -> None:
    county = small_county
    ana = laptops(county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Lupescu-Ardeleanu", phone="0745-111-222")
    ana.registers(family_name="Rusu-Stays")
    ana.records_visit(family, v_result="done", v_summary="fell from the ladder " * 300)
    ana.goes_online()
    ana.vault.back_up()
    draft = visits.begin_visit(ana.vault, family)
    draft.answers.update(v_summary="half a visit")
    visits.keep_draft(ana.vault, draft)
    ana.changes(family, phone="0745-111-222 ")  # waits when the order comes
    erasing.erase_family(county.folder, county.store, family, "17/2026", "office", int(time.time()))
    keys = _keys(ana)

    done = ana.goes_online()
    assert [(one.name, one.parting) for one in done.parted] == [("Lupescu-Ardeleanu", Parting.ERASED)]
    assert families.find_families(ana.vault, "lupescu") == ()
    assert check_chains(ana.team) == 4
    assert ana.waits() == 0
    ana.vault.close()
    everything = _every_byte(ana, keys)
    assert [secret for secret in SECRETS if secret in everything] == []
    assert STAYS in everything
    assert list((ana.vault.folder / "backups").glob("team-*.db")), "a new backup is there"


def test_the_bytes_are_there_before(
    small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]
) -> None:
    """Or the test above could not fail."""
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Lupescu-Ardeleanu", phone="0745-111-222")
    ana.records_visit(family, v_result="done", v_summary="fell from the ladder")
    ana.goes_online()
    ana.vault.back_up()
    keys = _keys(ana)
    ana.vault.close()
    everything = _every_byte(ana, keys)
    assert [secret for secret in SECRETS[:3] if secret not in everything] == []
