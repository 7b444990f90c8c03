"""How the laptop stands, on a real vault; and from when on somebody has to do something about it."""

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.keys.slots import FLOOR, PROFILE_2026_1, Costs
from app.services import session
from app.services.laptop_health import Health, laptop_health, levels
from app.services.machine_memory import machine_memory
from tests.fixtures.vault import InventedVault

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
DAY_S = 24 * 60 * 60
GIB = 1024**3
FINE = Health(
    disk_free_bytes=90 * GIB,
    disk_total_bytes=200 * GIB,
    disk_encrypted="yes",
    copies=3,
    last_copy_at=int(NOON.timestamp()) - 60,
    versions={},
    workers=2,
    passphrases=2,
    costs=PROFILE_2026_1,
    memory_total_bytes=8 * GIB,
    clock_offset_s=3,
    last_contact_at=int(NOON.timestamp()) - 60,
)


def test_a_locked_and_an_open_vault(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        vault.back_up(NOON)
    locked = laptop_health(invented_vault.folder)
    assert locked.copies == 1
    assert locked.last_copy_at == int(NOON.timestamp())
    assert 0 < locked.disk_free_bytes <= locked.disk_total_bytes
    assert set(locked.versions) >= {"SQLCipher", "SQLite", "OpenSSL", "Python", "Qt"}
    assert all(version[0].isdigit() for version in locked.versions.values())
    assert (locked.workers, locked.passphrases, locked.costs) == (1, 1, FLOOR)
    assert locked.locked_at is None
    vault = invented_vault.open()
    with vault.team.writing():
        vault.team.set_facts(clock_offset_s=b"-40", last_contact_at=b"1795000000")
    told = laptop_health(invented_vault.folder, vault)
    assert (told.clock_offset_s, told.last_contact_at, told.restored_at) == (-40, 1795000000, None)
    assert (locked.clock_offset_s, locked.last_contact_at) == (None, None)
    session.leave(vault)
    left = laptop_health(invented_vault.folder).locked_at
    assert left is not None
    assert abs(left - dt.datetime.now(dt.UTC).timestamp()) < 60


def test_a_folder_without_a_keyring_is_told_of_all_the_same(tmp_path: Path) -> None:
    told = laptop_health(tmp_path)
    assert (told.workers, told.costs) == (0, None)
    assert levels(told)["passphrases"] == "unknown"


def test_a_laptop_that_is_fine_asks_for_nothing() -> None:
    assert set(levels(FINE, NOON).values()) == {"good"}


@pytest.mark.parametrize(
    ("what", "changed", "level"),
    [
        ("encryption", {"disk_encrypted": "no"}, "act"),
        ("encryption", {"disk_encrypted": "unknown"}, "unknown"),
        ("space", {"disk_free_bytes": GIB}, "look"),
        ("space", {"disk_free_bytes": GIB // 4}, "act"),
        ("clock", {"clock_offset_s": -121}, "look"),
        ("clock", {"clock_offset_s": 3601}, "act"),
        ("clock", {"clock_offset_s": None}, "unknown"),
        ("copy", {"last_copy_at": FINE.last_copy_at - 2 * DAY_S}, "look"),  # type: ignore[operator]
        ("copy", {"last_copy_at": FINE.last_copy_at - 8 * DAY_S}, "act"),  # type: ignore[operator]
        ("copy", {"last_copy_at": None}, "act"),
        ("copy", {"last_copy_at": FINE.last_copy_at + DAY_S}, "good"),  # type: ignore[operator]
        ("contact", {"last_contact_at": FINE.last_contact_at - 15 * DAY_S}, "look"),  # type: ignore[operator]
        ("contact", {"last_contact_at": FINE.last_contact_at - 31 * DAY_S}, "act"),  # type: ignore[operator]
        ("contact", {"last_contact_at": None}, "unknown"),
        ("passphrases", {"costs": FLOOR}, "look"),
        ("passphrases", {"costs": Costs(512 * 1024, 3, 2)}, "good"),
        ("memory", {"memory_total_bytes": 2 * GIB}, "look"),
        ("memory", {"memory_total_bytes": 0}, "unknown"),
    ],
)
def test_what_needs_somebody(what: str, changed: dict[str, Any], level: str) -> None:
    told = levels(msgspec.structs.replace(FINE, **changed), NOON)
    assert {name: one for name, one in told.items() if one != "good"} == (
        {what: level} if level != "good" else {}
    )


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_the_memory_is_that_of_this_machine(tmp_path: Path) -> None:
    told = machine_memory()
    assert told.total_bytes == pytest.approx(
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"), rel=0.01
    )
    assert 0 < told.free_bytes < told.total_bytes
    (tmp_path / "meminfo").write_text("MemTotal: much\n")
    for silent in (tmp_path / "meminfo", tmp_path / "none"):
        assert machine_memory(silent).total_bytes == 0
