"""A field for a passphrase: dots, an eye that shows them while held, and the language of the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.fields import LineField
from ui.widgets.text import Text


class PassphraseField(LineField):
    """Dots, unless shown; the keyboard language stands in it, because a wrong one is the usual reason."""

    def __init__(self, name: str, eye_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setFixedHeight(40)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(2, 0, 70, 0)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._keyboard = Text("", "caption", "text_2", parent=self)
        self.eye = IconButton("eye", eye_name, size=28, parent=self)
        self.eye.pressed.connect(lambda: self.reveal(True))
        self.eye.released.connect(lambda: self.reveal(False))
        self._show_keyboard()
        QGuiApplication.inputMethod().localeChanged.connect(self._show_keyboard)

    def reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.eye.move(self.width() - 36, (self.height() - 28) // 2)
        self._keyboard.adjustSize()
        self._keyboard.move(
            self.width() - 44 - self._keyboard.width(), (self.height() - self._keyboard.height()) // 2
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_H and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.reveal(True)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_H, Qt.Key.Key_Control) and not event.isAutoRepeat():
            self.reveal(False)
        super().keyReleaseEvent(event)

    def _show_keyboard(self) -> None:
        name = QGuiApplication.inputMethod().locale().name()
        self._keyboard.setText("" if name == "C" else name.split("_")[0].upper())
