"""Signals of a Linux desktop over a real message bus of this test's own; a program of the tests plays logind and UPower."""

import json
import sys
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("message buses are of Linux", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from tests.fixtures.event_loop import wait_until
from tests.fixtures.linux_desktop import SESSION_PATH
from tests.fixtures.message_bus import PlayedDesktop
from ui.logind import LOGIND_PATH, MANAGER, SESSION, UPOWER, UPOWER_PATH, DesktopEvents

SCREEN_SAVER = "org.freedesktop.ScreenSaver"


class Listening:
    """The events under test on one connection, the desktop on another."""

    def __init__(self, address: str, desktop: PlayedDesktop) -> None:
        self.desktop = desktop
        bus = QDBusConnection.connectToBus(address, "vatra")
        self.events = DesktopEvents(None, bus, bus)
        self.heard: list[str] = []
        self.events.away.connect(self.heard.append)

    def hears(self, *wanted: str) -> bool:
        """Whether exactly this comes; what came before it is over then, too."""
        self.desktop.tells(LOGIND_PATH, MANAGER, "PrepareForShutdown", True)
        wait_until(lambda: self.heard[-1:] == ["shutdown"], 10_000)
        heard, self.heard[:] = self.heard[:], []
        return heard == [*wanted, "shutdown"]


@pytest.fixture
def listening(qapp: QApplication, bus_address: str, played_desktop: PlayedDesktop) -> Iterator[Listening]:
    one = Listening(bus_address, played_desktop)
    one.events.listen()
    yield one
    one.events.deleteLater()
    QDBusConnection.disconnectFromBus("vatra")


def test_the_sleep_waits_until_this_process_has_ended(listening: Listening) -> None:
    assert listening.events.delays_sleep()
    what, who, _why, mode = json.loads(listening.desktop.line())
    assert (what, who, mode) == ("sleep:shutdown", "Vatra", "delay")


def test_a_sleep_that_begins_is_heard_and_waking_is_not(listening: Listening) -> None:
    listening.desktop.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", True)
    assert listening.hears("sleep")
    listening.desktop.tells(LOGIND_PATH, MANAGER, "PrepareForSleep", False)
    assert listening.hears()


def test_a_locked_screen_is_heard(listening: Listening) -> None:
    listening.desktop.tells(SESSION_PATH, SESSION, "Lock")
    assert listening.hears("screen_locked")
    for path in ("/org/freedesktop/ScreenSaver", "/ScreenSaver"):
        listening.desktop.tells(path, SCREEN_SAVER, "ActiveChanged", True)
        assert listening.hears("screen_locked")
        listening.desktop.tells(path, SCREEN_SAVER, "ActiveChanged", False)
        assert listening.hears()


def test_another_persons_screen_is_not_ours(listening: Listening) -> None:
    listening.desktop.tells("/org/freedesktop/login1/session/c7", SESSION, "Lock")
    assert listening.hears()


def test_switching_the_person_and_closing_the_lid_are_heard(listening: Listening) -> None:
    listening.desktop.changes(SESSION_PATH, SESSION, "Active", False)
    assert listening.hears("switched")
    listening.desktop.changes(SESSION_PATH, SESSION, "Active", True)
    assert listening.hears()
    listening.desktop.changes(UPOWER_PATH, UPOWER, "LidIsClosed", True)
    assert listening.hears("lid")
    listening.desktop.changes(UPOWER_PATH, UPOWER, "LidIsClosed", False)
    assert listening.hears()


def test_without_a_bus_nothing_is_heard_and_nothing_fails(qapp: QApplication) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "nowhere")
    events = DesktopEvents(None, nowhere, nowhere)
    events.listen()
    assert not events.delays_sleep()
    QDBusConnection.disconnectFromBus("nowhere")
