"""The one window: before unlock a gate (unlock, set-up), after it the desk. It covers itself at once when asked to lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui.widgets.focus_ring import FocusRing
from ui.widgets.hills import Hills

SMALLEST = (820, 440)
LOCK_KEYS = ("F12", "Ctrl+Shift+L")


class MainWindow(QMainWindow):
    """``lock_asked`` for F12 and Ctrl+Shift+L (never Ctrl+Alt: that is AltGr), ``text_size_asked(step)``, ``closing``."""

    lock_asked = Signal()
    text_size_asked = Signal(int)
    """+1 larger, -1 smaller, 0 back to normal."""
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Vatra")
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 696)
        self._stack = QStackedWidget()
        self._cover = Hills()
        self._cover.setAccessibleName("Vatra")
        self._stack.addWidget(self._cover)
        self.setCentralWidget(self._stack)
        self._ring = FocusRing(self)
        for keys in LOCK_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(self.lock)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_to)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(lambda step=step: self.text_size_asked.emit(step))

    def show_gate(self, gate: QWidget) -> None:
        """Unlock or set-up in the whole window; what was there before is gone."""
        self._put(gate)
        self.setWindowTitle("Vatra")

    def show_desk(self, desk: QWidget) -> None:
        """The frame with rail and pages."""
        self._put(desk)

    def content(self) -> QWidget | None:
        """What is shown now; None while covered."""
        shown = self._stack.currentWidget()
        return None if shown is self._cover else shown

    def lock(self) -> None:
        """Cover everything, dialogs included, then tell whoever closes the vault."""
        if self.content() is None:
            return
        self.cover()
        self.lock_asked.emit()

    def cover(self) -> None:
        """Nothing of the work stays visible, in this very event."""
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self and dialog.isVisible():
                dialog.close()
        self._stack.setCurrentWidget(self._cover)
        self.setWindowTitle("Vatra")
        self._cover.repaint()

    def _listen_to(self, window: QWindow | None) -> None:
        """A dialog blocks the shortcuts of the window under it: the lock keys are heard there, too."""
        if window is not None and window != self.windowHandle():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_lock_key(event):
            self.lock()
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _put(self, widget: QWidget) -> None:
        others = [self._stack.widget(number) for number in range(self._stack.count())]
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        # Also what lies covered: a locked desk does not stay in memory.
        for old in others:
            if old is not None and old is not self._cover and old is not widget:
                self._stack.removeWidget(old)
                old.deleteLater()


def _is_lock_key(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()).toString() in LOCK_KEYS
