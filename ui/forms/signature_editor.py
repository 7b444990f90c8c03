"""A signature: name, role and day of whoever works now, put down with one press."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.forms.day_editor import day_written
from ui.forms.editors import Editor
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate


class SignatureEditor(Editor):
    """Name, role and day of whoever works now, put down with one press; Del takes it back."""

    wide = True

    def __init__(
        self,
        name: str,
        signer: tuple[str, str],
        role_word: Callable[[str], str],
        clock: Callable[[], dt.datetime],
        parent: QWidget | None = None,
    ) -> None:
        """``signer`` is (name, role code)."""
        super().__init__(parent)
        self._signer, self._role_word, self._clock = signer, role_word, clock
        self._signed: dict[str, str] | None = None
        self._words = Text("", "strong")
        self._button = Button(self._offer(), "plain", icon="sign")
        self._button.setAccessibleDescription(name)
        self._button.clicked.connect(self._press)
        self._button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setFocusProxy(self._button)
        self.show_answer(None)

    def show_answer(self, answer: Any) -> None:
        self._signed = dict(answer) if isinstance(answer, dict) and answer.get("name") else None
        self._words.setVisible(self._signed is not None)
        if self._signed is not None:
            parts = [
                self._signed["name"],
                self._role_word(self._signed.get("role", "")),
                day_written(self._signed.get("on", "")),
            ]
            self._words.setText(" · ".join(part for part in parts if part))
        self._button.setText(
            self._offer() if self._signed is None else translate("forms", "Take the signature back")
        )
        self._button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._signed is not None:
            self._put(None)
        elif event.key() == Qt.Key.Key_1 and self._signed is None:
            self._press()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter signs once; on a signature it moves on like everywhere, it never takes it back."""
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enters
        )
        if pressed and self._signed is not None:
            QCoreApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)

    def _offer(self) -> str:
        name, role = self._signer
        who = ", ".join(part for part in (name, self._role_word(role)) if part)
        return translate("forms", "Sign as: %1").replace("%1", who)

    def _press(self) -> None:
        if self._signed is not None:
            self._put(None)
            return
        name, role = self._signer
        self._put({"name": name, "role": role, "on": self._clock().date().isoformat()})

    def _put(self, signed: dict[str, str] | None) -> None:
        self.show_answer(signed)
        self.changed.emit(signed)
