"""The focus ring: 2 px, 2 px outside the control, always visible, also after a click.

Text fields and lists show focus by themselves. A widget that belongs to a painted group (answer keys) names the group
with ``focus_ring_target()``.
"""

from typing import cast

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets import paint

GAP = 4
_SHOW_THEMSELVES = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QScrollArea)


class FocusRing(QFocusFrame):
    """One for a window; follows the application's focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window or isinstance(new, _SHOW_THEMSELVES):
            self.setWidget(None)  # type: ignore[arg-type]
            self.hide()
            return
        target = new.focus_ring_target() if hasattr(new, "focus_ring_target") else new
        self.setWidget(target)
        self._fit()

    def _fit(self) -> None:
        target, home = cast("QWidget | None", self.widget()), self.parentWidget()
        if target is not None and home is not None:
            place = target.rect().translated(target.mapTo(home, target.rect().topLeft()))
            self.setGeometry(place.marginsAdded(QMargins(GAP, GAP, GAP, GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if cast("QWidget | None", self.widget()) is None:
            return
        self._fit()
        paint.box(QPainter(self), QRectF(self.rect()), None, "focus", radius=6, width=2)
