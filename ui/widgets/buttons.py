"""Buttons: filled (one on a screen), plain, text and danger; icons with a name; links in the foot.

Painted, so that the icon has air, a key cap can stand inside, and the look follows the theme without a sheet.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import paint

Kind = Literal["filled", "plain", "text", "danger"]


class _Painted(QPushButton):
    """A push button that Enter presses too, with the pointer's hover kept for painting."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class Button(_Painted):
    """Verb + thing. ``keys`` is the shortcut shown as a key cap; ``small`` is 28 px, ``large`` 40 px high."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        icon: str | None = None,
        keys: str = "",
        small: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind: Kind = kind
        self.keys = keys
        self._keys_shown = True
        self._icon = icon
        self._height = theme.CONTROL_SMALL if small else theme.CONTROL_LARGE if large else theme.CONTROL
        self._padding = 10 if small or kind == "text" else 14
        theme.set_type(self, "strong" if kind == "filled" else "small" if small or kind == "text" else "body")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_keys(self, shown: bool) -> None:
        """Where there is no room the key cap goes first; the shortcut still works."""
        if self._keys_shown != shown:
            self._keys_shown = shown
            self.updateGeometry()
            self.update()

    def _cap(self) -> float:
        return paint.key_cap_width(self.keys) + 10 if self.keys and self._keys_shown else 0.0

    def width_with_keys(self, shown: bool) -> int:
        """How wide the button wants to be with or without its key cap."""
        return (
            self.sizeHint().width()
            - round(self._cap())
            + (round(paint.key_cap_width(self.keys) + 10) if shown and self.keys else 0)
        )

    def _style(self) -> str:
        return str(self.property("type_style"))

    def set_icon(self, name: str | None) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text().replace("&", ""), self._style()) + 2 * self._padding + 2
        width += 26 if self._icon else 0
        width += self._cap()
        return QSize(round(width), theme.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _look(self) -> tuple[str | None, str | None, str]:
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            return (
                None if self.kind == "text" else "sunken",
                None if self.kind == "text" else "line_mid",
                "text_off",
            )
        if self.kind == "filled":
            return ("accent_press" if down else "accent_hover" if over else "accent", None, "on_accent")
        if self.kind == "danger":
            return ("urgent_tint" if over or down else "surface", "urgent", "urgent")
        if self.kind == "text":
            return ("hover" if over or down else None, None, "accent")
        return ("hover" if over or down else "surface", "line_strong", "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._look()
        whole = QRectF(self.rect())
        paint.box(painter, whole, fill, edge, radius=theme.RADIUS)
        text, style = self.text().replace("&", ""), self._style()
        cap = self._cap()
        content = paint.width_of(text, style) + (26 if self._icon else 0) + cap
        x = max(float(self._padding), (whole.width() - content) / 2)
        middle = whole.height() / 2
        if self._icon:
            icons.paint(painter, x, middle - 9, self._icon, ink, 18)
            x += 26
        paint.words(painter, QRectF(x, 0, whole.width() - x, whole.height()), text, style, ink)
        if cap:
            right = x + paint.width_of(text, style) + cap
            if self.kind == "filled" or not self.isEnabled():
                paint.key_cap(painter, right, middle, self.keys, ink, None, ink)
            else:
                paint.key_cap(painter, right, middle, self.keys)


class IconButton(_Painted):
    """An icon with a tool tip and an accessible name: back, print, more, lock, close, show passphrase."""

    def __init__(
        self, icon: str, name: str, *, framed: bool = False, size: int = 34, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._icon = icon
        self._framed = framed
        self._side = size
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedSize(size, size)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        over = (self.underMouse() or self.isDown()) and self.isEnabled()
        paint.box(
            painter,
            QRectF(self.rect()),
            "hover" if over else "surface" if self._framed else None,
            "line_strong" if self._framed else None,
        )
        ink = "text_2" if self.isEnabled() else "text_off"
        icons.paint(painter, (self.width() - 20) / 2, (self.height() - 20) / 2, self._icon, ink, 20)


class KeyCap(QWidget):
    """A key as it is printed on the keyboard."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(paint.key_cap_width(self._keys)), theme.scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.key_cap(QPainter(self), self.width(), self.height() / 2, self._keys)
