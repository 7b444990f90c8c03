"""A signature: name, role and day of whoever works now, put down with one press; by hand, too, where a form has room for it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.day_editor import day_written
from ui.forms.editors import Editor, SilentEditor
from ui.forms.signature_pad import SignaturePad
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate


class SignatureEditor(Editor):
    """Name, role and day of whoever works now, put down with one press; Del takes it back.

    With ``by_hand`` whoever has signed may also draw, with mouse, finger or pen: nobody has to, and keys alone sign as well.
    """

    wide = True

    def __init__(
        self,
        name: str,
        signer: tuple[str, str],
        role_word: Callable[[str], str],
        clock: Callable[[], dt.datetime],
        *,
        by_hand: bool = False,
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
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        self._by_hand = by_hand
        if by_hand:
            column.addLayout(self._build_pad())
        self.setFocusProxy(self._button)
        self.show_answer(None)

    def _build_pad(self) -> QHBoxLayout:
        self.pad = SignaturePad()
        self.pad.drawn.connect(self._drawn)
        self._clear = Button(translate("forms", "Clear the drawing"), "text", small=True)
        self._clear.clicked.connect(lambda: self._drawn(""))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pad)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        return row

    def _drawn(self, strokes: str) -> None:
        if self._signed is not None:
            others = {part: text for part, text in self._signed.items() if part != "strokes"}
            self._put({**others, "strokes": strokes} if strokes else others)

    def _show_pad(self) -> None:
        strokes = self._signed.get("strokes", "") if self._signed is not None else ""
        self.pad.show_strokes(strokes)
        self.pad.setVisible(self._signed is not None)
        self._clear.setVisible(bool(strokes))

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
        if self._by_hand:
            self._show_pad()

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


class SignatureShown(SilentEditor):
    """A signature that is only read: its words, and the strokes if there are any."""

    def __init__(self, name: str, strokes: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        if strokes:
            pad = SignaturePad(read_only=True)
            pad.show_strokes(strokes)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(pad)
