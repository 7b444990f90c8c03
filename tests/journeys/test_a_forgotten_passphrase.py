"""A worker forgot the passphrase: the real window, the real office, a stick between them - and who sees it afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.errors import WrongPassphrase
from app.keys.slots import FLOOR, WorkerKeys
from app.services import families, registering, session, setup, workers
from installer.county_process import CountyProcess
from resources import resource_text
from storage.keyring_file import read_keyring
from tests.fixtures.vault import InventedVault
from tests.fixtures.window import Sitting
from tests.ui.screens.test_recovery import ask, forgot, gate, texts
from ui import theme
from ui.preferences import LANGUAGES, Preferences

FORGOTTEN = "words that nobody wrote down"
COLLEAGUE = "what Bea types every day"

# The offscreen platform says so of every bare widget that is shown; the window itself never is one.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def county(tmp_path: Path) -> Iterator[CountyProcess]:
    one = CountyProcess(tmp_path / "county")
    one.found("Bacău", "ro", {"21891": "Colonești"})
    one.start()
    yield one
    one.stop()


@pytest.fixture
def laptop(county: CountyProcess, tmp_path: Path) -> InventedVault:
    """Ana's laptop, set up with the county; Bea works on it, too. The county is off the network from now on."""
    folder = tmp_path / "laptop"
    code = county.code("21891", "Ana Sandu", "social_worker")
    with setup.enrol(folder, county.card, code, "PC-1", FORGOTTEN, costs=FLOOR) as vault:
        registering.register_family(vault, registering.NewFamily(family_name="Rusu", given_names="Ilie"))
        workers.take_in(vault, "Bea Nistor", "nurse", COLLEAGUE, costs=FLOOR)
        ana = vault.worker
    county.stop()
    return InventedVault(folder, ana, WorkerKeys.new(), X25519PrivateKey.generate(), FORGOTTEN)


@pytest.fixture
def sitting(
    qapp: QApplication, translations: None, laptop: InventedVault, tmp_path: Path
) -> Iterator[Sitting]:
    theme.register_fonts()
    (tmp_path / "home").mkdir()
    one = Sitting(qapp, laptop, tmp_path / "home", Preferences(language="en"))
    yield one
    one.leave()


def at_the_office(county: CountyProcess, stick: Path, fingerprint: str) -> None:
    """Two holders come with their shares; the county's folder stays where it is."""
    for name in ("county-card.vatra", "recovery-share-1.txt", "recovery-share-3.txt"):
        (stick / name).write_bytes((county.folder / name).read_bytes())
    read, answer = (
        subprocess.run(
            [sys.executable, "-m", "sync.server.cli", "recovery", act, str(stick / "ana.vatra"), *options],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        for act, options in (
            ("read", ["--card", str(stick / "county-card.vatra")]),
            (
                "answer",
                [
                    *("--card", str(stick / "county-card.vatra"), "--fingerprint", fingerprint),
                    *("--share", str(stick / "recovery-share-3.txt")),
                    *("--share", str(stick / "recovery-share-1.txt")),
                    *(
                        "--holder",
                        "Ioan Pop",
                        "--holder",
                        "Vera Munteanu",
                        "--out",
                        str(stick / "answer.vatra"),
                    ),
                ],
            ),
        )
    )
    assert "Ana S. (social worker)" in read.stdout
    assert fingerprint in read.stdout
    assert "The answer is in" in answer.stdout


def banner(sitting: Sitting) -> str:
    shown = sitting.frame.banner
    return f"{shown._bold.text()} {shown._plain.text()}" if shown.isVisible() else ""


def sign_in(sitting: Sitting, worker: bytes, passphrase: str) -> None:
    sitting.window.activateWindow()
    sitting.wait_for(sitting.window.isActiveWindow)
    gate(sitting)._presenter.choose(worker)
    sitting.settle()
    QTest.keyClicks(gate(sitting)._field, passphrase)
    QTest.keyClick(gate(sitting)._field, Qt.Key.Key_Return)
    sitting.wait_for(lambda: sitting.door.frame is not None)
    sitting.settle()


def lock(sitting: Sitting) -> None:
    sitting.window.lock()
    sitting.wait_for(lambda: sitting.window.content() is not None)
    sitting.settle()


def test_over_a_stick_without_a_network(
    county: CountyProcess, laptop: InventedVault, sitting: Sitting, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    ana = laptop.worker.id
    bea = next(one.id for one in read_keyring(laptop.folder).workers if one.id != ana)
    gate(sitting)._presenter.choose(ana)
    for _ in range(3):
        gate(sitting)._presenter.open("is it this one?")
        sitting.settle()

    dialog = forgot(sitting)
    words = ask(sitting, dialog, stick / "ana.vatra")
    at_the_office(county, stick, dialog._fingerprint.text())
    QTest.keyClicks(dialog.typed, words)
    dialog.take_from(stick / "answer.vatra")
    sitting.settle()
    assert "Ioan Pop, Vera Munteanu" in texts(gate(sitting))

    with pytest.raises(WrongPassphrase):
        session.find_keys(laptop.folder, ana, FORGOTTEN)
    sign_in(sitting, ana, words)
    assert "you came in again on" in banner(sitting)
    assert "Ioan Pop, Vera Munteanu" in banner(sitting)
    desk = sitting.door.desk
    assert desk is not None
    lines = sitting.tasks.records.call(lambda: families.list_families(desk.vault).lines)
    assert len(lines) == 1
    assert set(desk.vault.compartments) == {"team", "social"}

    lock(sitting)
    sign_in(sitting, bea, COLLEAGUE)
    assert "Ana S. came in again" in banner(sitting)
    sitting.frame.banner.closed.emit()
    sitting.settle()
    lock(sitting)
    sign_in(sitting, bea, COLLEAGUE)
    assert "came in again" not in banner(sitting)
    lock(sitting)
    sign_in(sitting, ana, words)
    assert "you came in again" in banner(sitting)  # she has not closed it yet


KEY_S, POINT_S, THINK_S, SIGN_S, WORDS_PER_MINUTE = 0.5, 1.3, 1.35, 3.0, 130
"""The keystroke-level model (Card, Moran and Newell, 1980) for somebody who types slowly and reads the guide word by word; a sign
of the request is read out and compared in three seconds."""
COUNTY_WORK = (
    "vatra-county recovery read E:/ana.vatra --card county-card.vatra",
    "vatra-county recovery answer E:/ana.vatra --card county-card.vatra --fingerprint K7QF-2M9X-H4TN-QQ8R "
    "--share E:/recovery-share-1.txt --share F:/recovery-share-3.txt --holder 'Ioan Pop' --holder 'Vera Munteanu' --out E:/answer.vatra",
)


def test_the_work_of_all_hands_takes_less_than_a_quarter_of_an_hour(sitting: Sitting, tmp_path: Path) -> None:
    """Of the worker and of those at the office together; the way between them is not counted."""
    guides = (resource_text(f"help/{language}/11-forgotten-passphrase.md") for language in LANGUAGES)
    longest = max(len(guide.split()) for guide in guides)
    gate(sitting)._presenter.choose(sitting.vault.worker.id)  # type: ignore[attr-defined]
    dialog = forgot(sitting)
    words = ask(sitting, dialog, tmp_path / "ana.vatra")
    signs = len(dialog._fingerprint.text().replace("-", ""))

    typed = (
        4 * len(words) + len("the paper is lost") + sum(map(len, COUNTY_WORK))
    )  # twice, on paper, at the sign-in
    pointed = 4 + 4 + 3  # tile and button, stick and file, twice; and to sign in
    seconds = (
        2 * longest * 60 / WORDS_PER_MINUTE  # the worker reads it, and somebody at the office
        + typed * KEY_S
        + pointed * (POINT_S + THINK_S)
        + signs * SIGN_S
    )
    assert 60 < seconds < 15 * 60, f"{seconds / 60:.1f} minutes"
