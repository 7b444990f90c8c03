"""The focus ring: 2 px, 2 px outside the control, always visible, also after a click.

It lies over the whole window, so that no parent cuts it off, and follows the focused control through scrolling and layout.
Text fields and lists show focus by themselves. A widget that belongs to a painted group (answer keys) names the group with
``focus_ring_target()``.
"""

import shiboken6
from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

from ui.widgets import paint

GAP = 4
_SHOW_THEMSELVES = (QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QAbstractItemView, QScrollArea)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """One for a window or dialog; follows the application's focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        shown = new is not None and new.window() is self.window() and not isinstance(new, _SHOW_THEMSELVES)
        self._target = _ringed(new) if new is not None and shown else None
        step = self._target
        while step is not None and step is not self.window():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched is not self:
            self._fit()
        return False

    def _fit(self) -> None:
        target = self._target
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            self.hide()
            return
        place = _in_window(target).marginsAdded(QMargins(GAP, GAP, GAP, GAP))
        seen = _seen_through(target)
        self.setVisible(seen.intersects(place))
        self.setGeometry(place)
        # A control that is half scrolled away has half a ring: the bar above it is not painted over.
        self.setMask(seen.intersected(place).translated(-place.topLeft()))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), QRectF(self.rect()), None, "focus", radius=6, width=2)


def _ringed(widget: QWidget) -> QWidget:
    target = widget.focus_ring_target() if hasattr(widget, "focus_ring_target") else widget
    return target if isinstance(target, QWidget) else widget


def _in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _seen_through(widget: QWidget) -> QRect:
    """What the scrolled columns around a widget let through, in the window's coordinates."""
    seen = widget.window().rect()
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QScrollArea):
            seen = seen.intersected(_in_window(step).marginsAdded(QMargins(GAP, GAP, GAP, GAP)))
        step = step.parentWidget()
    return seen
