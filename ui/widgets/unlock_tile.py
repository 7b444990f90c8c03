"""A worker on the unlock screen: initials, first name, profession, and the digit that chooses them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets import paint

WIDTH, HEIGHT = 196, 148


class UnlockTile(QRadioButton):
    """196 x 148; a real radio button, so arrows and screen readers work. ``low`` is a flatter one for small screens."""

    def __init__(
        self, name: str, role: str, digit: int | None, *, low: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._digit, self._low = name, role, digit, low
        self.setAccessibleName(f"{name}, {role}" if role else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_low(self, low: bool) -> None:
        """Initials beside the name instead of above it."""
        if self._low != low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        role = paint.width_of(self._role, "small")
        if self._low:
            return QSize(
                round(max(WIDTH, role + 92, paint.width_of(self._name, "strong") + 92)), theme.scaled(60)
            )
        return QSize(round(max(WIDTH, role + 28)), theme.scaled(HEIGHT))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        fill = "accent_tint" if chosen else "hover" if self.underMouse() else "surface"
        paint.box(
            painter, whole, fill, "accent" if chosen else "line_mid", radius=8, width=2 if chosen else 1
        )
        if self._digit is not None:
            x = whole.right() - 10 if self._low else 12 + paint.key_cap_width(str(self._digit))
            paint.key_cap(painter, x, 21 if not self._low else 16, str(self._digit))
        if self._low:
            mark = QRectF(12, (whole.height() - 36) / 2, 36, 36)
            paint.initials(painter, mark, self._name, filled=chosen)
            top = whole.height() / 2 - theme.scaled(20)
            paint.words(
                painter, QRectF(60, top, whole.width() - 90, theme.scaled(20)), self._name, "strong", "text"
            )
            paint.words(
                painter,
                QRectF(60, top + theme.scaled(20), whole.width() - 68, theme.scaled(18)),
                self._role,
                "small",
                "text_2",
            )
            return
        paint.initials(
            painter, QRectF(whole.width() / 2 - 28, 19, 56, 56), self._name, filled=chosen, style="title"
        )
        paint.words(
            painter,
            QRectF(8, 86, whole.width() - 16, theme.scaled(22)),
            self._name,
            "strong",
            "text",
            paint.CENTRE,
        )
        paint.words(
            painter,
            QRectF(8, 86 + theme.scaled(23), whole.width() - 16, theme.scaled(20)),
            self._role,
            "small",
            "text_2",
            paint.CENTRE,
        )
