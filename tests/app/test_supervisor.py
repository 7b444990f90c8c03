"""The real processes: who starts whom, what a lock ends, what a crash leaves, and that keys go one way only."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services.machine_memory import machine_memory
from app.supervisor import ROOMY_BYTES, Ended
from storage.vault import lock_vault
from tests.fixtures.disks import make_read_only, needs_root
from tests.fixtures.driven import DrivenVatra, Window, wait_for
from tests.fixtures.message_bus import PlayedDesktop
from tests.fixtures.vault import InventedVault

ROOT = Path(__file__).resolve().parents[2]
GONE_WITHIN_S = 2.0
SLEEPS_WITHIN_S = 1.0
LOGIND_PATH, MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
STOPPED = "Vatra stopped unexpectedly. What was saved is safe."

Start = Callable[..., DrivenVatra]


@pytest.fixture
def vatra(start_vatra: Start, invented_vault: InventedVault) -> DrivenVatra:
    return start_vatra(invented_vault)


@pytest.fixture
def desk(vatra: DrivenVatra) -> Window:
    """The window of whoever signed in."""
    working = vatra.meet("work")
    vatra.sign_in(vatra.meet("unlock"), working)
    return working


def nobody_left(vatra: DrivenVatra) -> bool:
    return all(window.gone() for window in vatra.windows)


def test_locking_ends_the_process_and_asks_again(vatra: DrivenVatra, desk: Window) -> None:
    began = time.monotonic()
    desk.do("press", key="F12")
    wait_for(desk.gone, "the end of the process that worked")
    assert time.monotonic() - began < GONE_WITHIN_S
    lock_vault(vatra.vault.folder).release()  # nobody has it open
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    asking.wait_to_see("UnlockView")
    assert STOPPED not in " ".join(asking.look()["texts"])
    vatra.sign_in(asking, working)
    wait_for(asking.gone, "the end of the process that asked")
    assert working.look()["title"] == "Vatra — Today"
    working.do("close")
    assert vatra.ended() == 0
    assert nobody_left(vatra)


def test_a_disk_that_hangs_does_not_keep_the_process(vatra: DrivenVatra, desk: Window) -> None:
    waiting = vatra.meet("unlock")
    desk.do("hang", seconds=600)
    began = time.monotonic()
    desk.do("press", key="F12")
    wait_for(desk.gone, "the end of the process that worked")
    assert time.monotonic() - began < GONE_WITHIN_S
    waiting.wait_to_see("UnlockView")
    assert STOPPED not in " ".join(waiting.look()["texts"])


def test_a_process_that_is_told_to_end_locks(vatra: DrivenVatra, desk: Window) -> None:
    waiting = vatra.meet("unlock")
    os.kill(desk.pid, signal.SIGTERM)
    waiting.wait_to_see("UnlockView")
    assert STOPPED not in " ".join(waiting.look()["texts"])
    lock_vault(vatra.vault.folder).release()


def test_nobody_outlives_a_supervisor_that_was_killed(vatra: DrivenVatra, desk: Window) -> None:
    waiting = vatra.meet("unlock")
    vatra.process.kill()
    wait_for(desk.gone, "the end of the process that worked")
    wait_for(waiting.gone, "the end of the process that waited")
    assert nobody_left(vatra)
    lock_vault(vatra.vault.folder).release()  # closed in order, not torn away


def test_the_next_window_that_asks_waits_hidden(vatra: DrivenVatra, desk: Window) -> None:
    waiting = vatra.meet("unlock")
    assert not waiting.look()["visible"]
    desk.do("press", key="F12")
    waiting.wait_to_see("UnlockView")


def test_a_waiting_process_that_was_lost_is_replaced(vatra: DrivenVatra, desk: Window) -> None:
    waiting = vatra.meet("unlock")
    os.kill(waiting.pid, 9)
    wait_for(waiting.gone, "its end")
    desk.do("press", key="F12")
    second = vatra.meet("unlock")
    second.wait_to_see("UnlockView")
    # On a roomy machine a partner waited with the one that was lost; it noticed and went.
    partner = vatra.meet("work")
    vatra.sign_in(second, vatra.meet("work") if roomy() else partner)
    assert not roomy() or partner.gone()


def roomy() -> bool:
    return machine_memory().total_bytes >= ROOMY_BYTES


def test_after_a_crash_the_passphrase_is_asked_with_a_word_about_it(vatra: DrivenVatra, desk: Window) -> None:
    os.kill(desk.pid, 9)
    asking = vatra.meet("unlock")
    asking.wait_to_read(STOPPED)
    vatra.sign_in(asking, vatra.meet("work"))


def test_a_partner_that_died_before_the_keys_came_is_replaced(
    start_vatra: Start, invented_vault: InventedVault
) -> None:
    vatra = start_vatra(invented_vault)
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    os.kill(working.pid, 9)
    asking.wait_to_see("UnlockView")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("type", text=invented_vault.passphrase)
    asking.do("press", key="Return")
    second = vatra.meet("unlock")
    second.wait_to_read(STOPPED)
    vatra.sign_in(second, vatra.meet("work"))


def test_closing_the_window_that_asks_ends_everything(
    start_vatra: Start, invented_vault: InventedVault
) -> None:
    vatra = start_vatra(invented_vault)
    vatra.meet("work")
    asking = vatra.meet("unlock")
    asking.wait_to_see("UnlockView")
    asking.do("close")
    assert vatra.ended() == Ended.CLOSED
    assert nobody_left(vatra)


def test_what_is_in_the_way_of_the_desk_is_told_where_the_passphrase_was_typed(
    start_vatra: Start, invented_vault: InventedVault
) -> None:
    whole = invented_vault.store.read_bytes()
    invented_vault.store.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    vatra = start_vatra(invented_vault)
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    asking.wait_to_see("UnlockView")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("type", text=invented_vault.passphrase)
    asking.do("press", key="Return")
    asking.wait_to_read("Nothing was overwritten.")
    assert not working.gone()
    # The same pair goes on when the store is whole again.
    invented_vault.store.write_bytes(whole)
    asking.do("click", words="Look again")
    vatra.sign_in(asking, working)


def test_a_second_vatra_is_sent_away(start_vatra: Start, vatra: DrivenVatra, desk: Window) -> None:
    second = start_vatra(vatra.vault)
    asking = second.meet("unlock")
    asking.wait_to_see("UnlockView")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("type", text=vatra.vault.passphrase)
    asking.do("press", key="Return")
    asking.wait_to_read("already open on this laptop")


def test_the_sleep_of_the_laptop_waits_for_the_end_of_the_process(
    start_vatra: Start, invented_vault: InventedVault, bus_address: str, played_desktop: PlayedDesktop
) -> None:
    vatra = start_vatra(invented_vault, DBUS_SYSTEM_BUS_ADDRESS=bus_address)
    desk = vatra.meet("work")
    vatra.sign_in(vatra.meet("unlock"), desk)
    assert json.loads(played_desktop.line())[0] == "sleep:shutdown"
    began = time.monotonic()
    played_desktop.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", True)
    assert played_desktop.line() == "released"
    assert time.monotonic() - began < SLEEPS_WITHIN_S
    wait_for(desk.gone, "the end of the process that worked")
    vatra.meet("unlock").wait_to_see("UnlockView")


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_neither_process_gives_its_memory_away(vatra: DrivenVatra, desk: Window) -> None:
    for window in (desk, vatra.meet("unlock")):
        assert window.do("privacy") == {"dumpable": 0, "core_bytes": 0}, window.part


@pytest.mark.parametrize(
    ("module", "without"),
    [
        ("app.supervisor", ("PySide6", "storage", "cryptography", "sqlcipher3")),
        ("app.asking", ("ui.navigation", "ui.frame", "ui.workplace", "app.forms", "app.imports")),
    ],
)
def test_each_process_loads_only_what_it_needs(module: str, without: tuple[str, ...]) -> None:
    program = (
        f"import sys, app.__main__, {module}\n"
        f"print([name for name in sys.modules for other in {without!r} if f'{{name}}.'.startswith(f'{{other}}.')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_folder_named_app_beside_is_not_run(tmp_path: Path, invented_vault: InventedVault) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit('not ours')", "utf-8")
    program = (
        "from app import supervisor\n"
        "import subprocess, sys\n"
        "command = [*supervisor.this_program(), 'vault', 'workers', '--folder', sys.argv[1]]\n"
        "import os; os.chdir(sys.argv[2])\n"
        "sys.exit(subprocess.call(command, env=supervisor._environment()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(invented_vault.folder), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.strip()) == (0, "1  Ana S. (social worker)")


@needs_root
def test_on_a_disk_that_takes_no_writes_the_program_starts_reads_and_locks(
    start_vatra: Start, invented_vault: InventedVault, mount_disk: Callable[[int], Path]
) -> None:
    disk = mount_disk(16 * 1024)
    vault = invented_vault.copy(disk / "vault")
    vatra = start_vatra(vault, disk)
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    asking.wait_to_see("UnlockView")
    make_read_only(disk)
    vatra.sign_in(asking, working)
    working.wait_to_read("takes no writes")
    working.do("press", key="F12")
    wait_for(working.gone, "the end of the process that worked")
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    vatra.sign_in(asking, working)
    working.wait_to_read("takes no writes")
