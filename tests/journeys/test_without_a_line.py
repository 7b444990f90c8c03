"""The real window where the line is bad or missing: work goes on while it crawls, and a stick goes to the county's real command."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.services import families, syncing
from storage.vault import Vault
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, MakeLaptop
from tests.fixtures.rough_line import RoughLine, Weather
from tests.fixtures.window import ROOT, SitAt, Sitting
from ui.screens.sync.view import SyncView
from ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Laptops = Callable[[RunningCounty], MakeLaptop]
NOT_FELT_S = 0.5


class SetUpLaptop(NamedTuple):
    folder: Path
    passphrase: str


def vault_of(sitting: Sitting) -> Vault:
    assert sitting.door.desk is not None
    return sitting.door.desk.vault


def waiting(sitting: Sitting) -> int:
    vault = vault_of(sitting)
    return sitting.tasks.records.call(lambda: syncing.sync_state(vault)).pending


def screen(sitting: Sitting, key: str, what: object = None) -> object:
    """Open a screen as somebody does who does not wait for the network."""
    assert sitting.door.desk is not None
    sitting.door.desk.navigator.go(key, what)
    sitting.wait_for(lambda: not sitting.tasks.records.busy)
    return sitting.frame.page()


def test_saving_and_searching_go_on_while_the_line_crawls(
    small_county: RunningCounty, laptops: Laptops, sit_at: SitAt
) -> None:
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    family = laptop.registers(family_name="Dobre", village="Bălăneasa")
    other = laptop.registers(family_name="Rusu", village="Bălăneasa")
    for number in range(60):
        families.write_note(laptop.vault, other, f"Vizita {number}: " + "lemne, mâncare și școală. " * 20)
    # 4 kbit/s: what waits takes much longer than this test.
    rough = RoughLine(int(small_county.url.rpartition(":")[2]), Weather(bytes_per_s=500, delay_s=0.4))
    with laptop.team.writing():
        laptop.team.set_facts(county_url=rough.url.encode())
    folder = laptop.vault.folder
    laptop.vault.close()
    sitting = sit_at(SetUpLaptop(folder, PASSPHRASE))
    gate = sitting.window.content()
    gate._presenter.open(PASSPHRASE)  # type: ignore[union-attr]
    sitting.wait_for(lambda: sitting.door.frame is not None and rough.passed["up"] > 0)
    assert sitting.door.desk is not None
    courier = sitting.door.desk.courier
    assert courier is not None

    slowest_s = 0.0
    for number in range(5):
        began = time.monotonic()
        page = screen(sitting, "family", family)
        page.begin_note()  # type: ignore[attr-defined]
        sitting.focus.setPlainText(f"Scris pe drum {number}.")  # type: ignore[attr-defined]
        keep = next(one for one in page.findChildren(Button) if one.text() == "Keep the note")  # type: ignore[attr-defined]
        keep.click()
        sitting.wait_for(lambda: not sitting.tasks.records.busy)
        slowest_s = max(slowest_s, time.monotonic() - began)
        assert courier.under_way, "the sync has to be going on all the time"
    assert waiting(sitting) == 67

    box = next(one for one in sitting.window.findChildren(QLineEdit) if one.isVisible())
    began = time.monotonic()
    box.setFocus()
    QTest.keyClicks(box, "dobre")
    vault = vault_of(sitting)
    hits = sitting.tasks.records.call(lambda: families.find_families(vault, "dobre", 8))
    sitting.wait_for(lambda: not sitting.tasks.records.busy)
    assert [hit.line.id for hit in hits] == [family]
    assert time.monotonic() - began < NOT_FELT_S
    assert courier.under_way
    assert slowest_s < 4 * NOT_FELT_S, f"opening, writing and keeping a note took {slowest_s:.1f} s"

    courier.cancel()
    began = time.monotonic()
    sitting.wait_for(lambda: not courier.under_way)
    assert time.monotonic() - began < 1
    rough.close()


def test_a_stick_goes_to_the_county_and_comes_back(
    small_county: RunningCounty,
    laptops: Laptops,
    sit_at: SitAt,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    mine = ana.registers(family_name="Dobre", village="Bălăneasa")
    theirs = maria.registers(family_name="Rusu", village="Valea Mare")
    maria.goes_online()
    small_county.stop()
    folder = ana.vault.folder
    ana.vault.close()
    sitting = sit_at(SetUpLaptop(folder, PASSPHRASE))
    sitting.unlock()
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))

    page = sitting.go("sync")
    assert isinstance(page, SyncView)
    page.stick.bring.click()
    sitting.settle()
    assert "no answer of the county in this folder" in page.stick.said()
    page.stick.carry.click()
    sitting.settle()
    assert page.stick.said().startswith("1 record is on the stick.")
    assert waiting(sitting) == 1

    said = _office(small_county, "import-stick", str(stick))
    assert "1 saves taken in" in said
    assert "bring the stick back" in said
    page.stick.bring.click()
    sitting.settle()
    assert page.stick.said().startswith("1 of your records is at the county, ")
    assert waiting(sitting) == 0
    assert page._days.record(0).at_county == 1
    vault = vault_of(sitting)
    arrived = sitting.tasks.records.call(lambda: families.open_family(vault, theirs))
    assert arrived.family.name.startswith("Rusu")

    assert "1 known already" in _office(small_county, "import-stick", str(stick))
    page.stick.bring.click()
    sitting.settle()
    assert page.stick.said() == "Everything on the stick was known already."
    (stick / "vatra-to-county-00000000-001.vatra").write_bytes(b"not a file of ours")
    failed = _office(small_county, "import-stick", str(stick), fails=True)
    assert "vatra-to-county-00000000-001.vatra is damaged" in failed
    assert mine


def _office(county: RunningCounty, *arguments: str, fails: bool = False) -> str:
    """What the real command says."""
    ran = subprocess.run(
        [sys.executable, "-m", "sync.server.cli", "--data", str(county.folder.path), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode != 0) is fails, ran.stderr
    return ran.stderr if fails else ran.stdout
