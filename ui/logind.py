"""When a Linux desktop sleeps, is closed, locked, switched to somebody else or shut down: asked of its two message buses.

logind is asked to wait with the sleep until this process has ended: the delay it grants is a file that the kernel closes
with the process. A desktop without logind, UPower or a screen saver that says so is served by what it has.
"""

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVariant

LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
UPOWER, UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
PATIENCE_MS = 1000


class DesktopEvents(QObject):
    """``away`` with ``sleep``, ``shutdown``, ``lid``, ``screen_locked`` or ``switched``. ``listen`` while a desk is open."""

    away = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system or QDBusConnection.systemBus()
        self._session = session or QDBusConnection.sessionBus()
        self._delay: QDBusUnixFileDescriptor | None = None

    def listen(self) -> None:
        """Begin; the sleep waits for this process from now on."""
        if self._system.isConnected():
            self._hear(self._system, LOGIND, LOGIND_PATH, MANAGER, "PrepareForSleep", "_heard_sleep(bool)")
            self._hear(
                self._system, LOGIND, LOGIND_PATH, MANAGER, "PrepareForShutdown", "_heard_shutdown(bool)"
            )
            self._hear(
                self._system,
                UPOWER,
                UPOWER_PATH,
                PROPERTIES,
                "PropertiesChanged",
                "_heard_power(QDBusMessage)",
            )
            self._listen_to_session()
            self._delay_sleep()
        if self._session.isConnected():
            for service, path in SCREEN_SAVERS:
                self._hear(
                    self._session, service, path, service, "ActiveChanged", "_heard_screen_saver(bool)"
                )

    def delays_sleep(self) -> bool:
        """Whether logind waits with the sleep until this process has ended."""
        return self._delay is not None and self._delay.isValid()

    # inside

    def _hear(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        # The stub asks for bytes, which PySide then refuses.
        bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    def _listen_to_session(self) -> None:
        for name in ("auto", os.environ.get("XDG_SESSION_ID", "")):
            answer = self._ask(LOGIND, LOGIND_PATH, MANAGER, "GetSession", name) if name else []
            if answer:
                path = answer[0].path()
                self._hear(self._system, LOGIND, path, SESSION, "Lock", "_heard_lock()")
                self._hear(
                    self._system,
                    LOGIND,
                    path,
                    PROPERTIES,
                    "PropertiesChanged",
                    "_heard_session(QDBusMessage)",
                )
                return

    def _delay_sleep(self) -> None:
        answer = self._ask(
            LOGIND,
            LOGIND_PATH,
            MANAGER,
            "Inhibit",
            "sleep:shutdown",
            "Vatra",
            "The vault is being closed",
            "delay",
        )
        if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._delay = answer[0]

    def _ask(self, service: str, path: str, interface: str, method: str, *arguments: str) -> list[Any]:
        """The answer; empty when nobody answers in time."""
        call = QDBusMessage.createMethodCall(service, path, interface, method)
        call.setArguments(list(arguments))
        answer = self._system.call(call, timeout=PATIENCE_MS)
        return list(answer.arguments()) if answer.type() == QDBusMessage.MessageType.ReplyMessage else []

    def _is(self, service: str, path: str, interface: str, name: str) -> bool | None:
        """A yes or no that a service keeps; None when it does not tell."""
        answer = self._ask(service, path, PROPERTIES, "Get", interface, name)
        value = answer[0].variant() if answer and isinstance(answer[0], QDBusVariant) else None
        return value if isinstance(value, bool) else None

    @Slot(bool)
    def _heard_sleep(self, begins: bool) -> None:
        if begins:
            self.away.emit("sleep")

    @Slot(bool)
    def _heard_shutdown(self, begins: bool) -> None:
        if begins:
            self.away.emit("shutdown")

    @Slot()
    def _heard_lock(self) -> None:
        self.away.emit("screen_locked")

    @Slot(bool)
    def _heard_screen_saver(self, active: bool) -> None:
        if active:
            self.away.emit("screen_locked")

    @Slot(QDBusMessage)
    def _heard_session(self, message: QDBusMessage) -> None:
        if (
            message.arguments()[:1] == [SESSION]
            and self._is(LOGIND, message.path(), SESSION, "Active") is False
        ):
            self.away.emit("switched")

    @Slot(QDBusMessage)
    def _heard_power(self, message: QDBusMessage) -> None:
        if (
            message.arguments()[:1] == [UPOWER]
            and self._is(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed") is True
        ):
            self.away.emit("lid")
