"""A person at the real window: types, presses keys, looks, waits. No shortcut past the screen.

Used by the demo. Waiting is for something to be seen, never for time to pass; what does not come within
``PATIENCE_S`` is a failure that names what was awaited.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from app.bootstrap import Vatra

PATIENCE_S = 60
Key = Qt.Key
W = TypeVar("W", bound=QWidget)
translate = QCoreApplication.translate


class NotSeen(AssertionError):
    """What a person would have waited for did not come."""


class Hands:
    """Hands and eyes at one window; pictures go to ``pictures`` under a prefix, or nowhere."""

    def __init__(self, vatra: Vatra, pictures: Path | None, prefix: str) -> None:
        self.vatra = vatra
        self.window = vatra.window
        self._pictures, self._prefix = pictures, prefix
        self.crashes: list[Exception] = []
        vatra.tasks.crashed.connect(self.crashes.append)

    # eyes

    def wait_until(self, seen: Callable[[], object], what: str) -> None:
        """Let the window work until ``seen`` holds."""
        give_up_at = time.monotonic() + PATIENCE_S
        while not seen():
            if self.crashes:
                raise NotSeen(f"{what}: the window failed") from self.crashes[0]
            if time.monotonic() > give_up_at:
                self._keep_picture("in-vain")
                raise NotSeen(f"{what} (waited {PATIENCE_S} s)")
            QCoreApplication.processEvents()
            QTest.qWait(5)

    def settle(self) -> None:
        """Until both lanes are idle and what they brought is painted."""
        lanes = (self.vatra.tasks.records, self.vatra.tasks.network)
        self.wait_until(lambda: not any(lane.busy for lane in lanes), "the lanes come to rest")
        QTest.qWait(50)

    def picture(self, name: str) -> None:
        """Keep what is on the screen now as a PNG."""
        self.settle()
        self._keep_picture(name)

    def _keep_picture(self, name: str) -> None:
        if self._pictures is None:
            return
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{self._prefix}-{name}.png"
        if not self.window.grab().save(str(path)):
            raise NotSeen(f"the picture {path.name} could not be written")

    def visible(self, kind: type[W]) -> list[W]:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def field(self, name: str) -> QLineEdit:
        """The text field with this accessible name."""
        self.wait_until(lambda: self._fields(name), f"the field {name}")
        return self._fields(name)[0]

    def _fields(self, name: str) -> list[QLineEdit]:
        return [
            field for field in self.visible(QLineEdit) if field.accessibleName() == name and field.isEnabled()
        ]

    def secret_fields(self) -> list[QLineEdit]:
        """Fields that hide what is typed, ready to type in."""
        hidden = QLineEdit.EchoMode.Password
        return [
            field for field in self.visible(QLineEdit) if field.echoMode() == hidden and field.isEnabled()
        ]

    def button(self, words: str) -> QAbstractButton:
        """The enabled button with these words."""
        self.wait_until(lambda: self._buttons(words), f"the button {words}")
        return self._buttons(words)[0]

    def _buttons(self, words: str) -> list[QAbstractButton]:
        return [
            button
            for button in self.visible(QAbstractButton)
            if button.text().replace("&", "").strip() == words and button.isEnabled()
        ]

    def filled_is_ready(self) -> bool:
        """Whether the one filled button of the screen can be pressed."""
        frame = self.vatra.door.frame
        button = frame.page().filled_button() if frame else None
        return button is not None and button.isEnabled()

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        return any(words in label.text() for label in self.visible(QLabel))

    def list_of(self, name: str) -> list[QAbstractItemView]:
        """The list with this accessible name, if it shows anything."""
        return [
            view
            for view in self.visible(QAbstractItemView)
            if view.accessibleName() == name and view.model().rowCount()
        ]

    def lines(self, name: str) -> list[str]:
        """The lines of that list, as a screen reader says them; none when it is empty or not there."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [
            str(view.model().index(row, 0).data(role))
            for view in self.list_of(name)
            for row in range(view.model().rowCount())
        ]

    def screen(self) -> str:
        """Key of the screen in view, "" at the gate."""
        desk = self.vatra.door.desk
        return desk.navigator.here.screen if desk else ""

    # hands

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Type letters of any language where the cursor is, or into a field."""
        if into is not None:
            self.window.activateWindow()
            into.setFocus()
            self.wait_until(into.hasFocus, "the cursor in the field")
        for letter in text:
            focused = QApplication.focusWidget()
            if focused is None:
                raise NotSeen(f"a cursor for '{letter}'")
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def replace(self, field: QLineEdit, text: str) -> None:
        """Type over what stands in a field."""
        field.setFocus()
        field.selectAll()
        self.type(text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where focus is."""
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifier)

    def press_filled(self) -> None:
        """Ctrl+Enter: the one filled button of the screen."""
        self.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def click(self, words: str) -> None:
        self.button(words).click()

    def choose_folder(self, folder: Path, ask: Callable[[], None]) -> None:
        """Do what asks for a folder, and choose this one in the dialog that comes."""
        came: list[bool] = []

        def choose() -> None:
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QFileDialog) and dialog.isVisible():
                    came.append(True)
                    name = dialog.findChild(QLineEdit, "fileNameEdit")
                    if isinstance(name, QLineEdit):
                        name.setText(str(folder))
                    dialog.accept()

        clock = QTimer(self.window, interval=20)
        clock.timeout.connect(choose)
        clock.start()
        ask()  # comes back when the dialog is gone
        clock.stop()
        if not came:
            raise NotSeen("the dialog that asks for a folder")
        self.settle()

    def go(self, screen: str) -> None:
        """By the rail, as Alt+number does."""
        desk = self.vatra.door.desk
        if desk is None:
            raise NotSeen("an open desk")
        desk.navigator.go(screen)
        self.settle()
