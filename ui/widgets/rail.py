"""The rail at the left: screens with words, a bar and a card for the active one, counts at the right.

212 px with words; 56 px with icons and tool tips in forms and on narrow windows.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.buttons import IconButton
from ui.widgets.card import Rule
from ui.widgets.empty_state import IconPicture
from ui.widgets.text import ElidedText

WIDE, COMPACT, ITEM = 212, 56, 36
INSIDE_COMPACT = COMPACT - 18


@dataclass(frozen=True)
class RailEntry:
    """One item: ``keys`` is its shortcut, ``foot`` puts it at the bottom, ``apart`` draws a line above it."""

    key: str
    icon: str
    word: str
    keys: str = ""
    apart: bool = False
    foot: bool = False


class RailItem(QToolButton):
    """Painted: icon, word, count pill."""

    def __init__(self, entry: RailEntry, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._said = said
        self._count, self._needs_you, self._compact = 0, False, False
        self.setText(entry.word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_it()

    def set_count(self, count: int, *, needs_you: bool = False, said: str = "") -> None:
        """A pill: blue for information, amber when it needs the worker."""
        self._count, self._needs_you = count, needs_you
        self._name_it(said)
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._name_it()
        self.updateGeometry()
        self.update()

    def _name_it(self, count_said: str = "") -> None:
        self.setAccessibleName(f"{self.entry.word}, {count_said}" if count_said else self._said)
        self.setToolTip(f"{self.entry.word}  {self.entry.keys}".strip() if self._compact else self.entry.keys)

    def sizeHint(self) -> QSize:
        words = 42 + paint.width_of(self.entry.word, "strong") + self._pill_width() + 14
        return QSize(INSIDE_COMPACT if self._compact else round(words), theme.scaled(ITEM))

    def minimumSizeHint(self) -> QSize:
        return QSize(INSIDE_COMPACT, theme.scaled(ITEM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        active = self.isChecked()
        if active:
            paint.box(painter, whole, "surface", "line")
            paint.box(painter, QRectF(0, (whole.height() - 18) / 2, 3, 18), "accent", radius=1.5)
        elif self.underMouse():
            paint.box(painter, whole, "hover")
        middle = whole.height() / 2
        x = (whole.width() - 20) / 2 if self._compact else 10.0
        icons.paint(painter, x, middle - 10, self.entry.icon, "accent" if active else "text_2", 20)
        pill = self._pill(painter, whole)
        if not self._compact:
            room = whole.adjusted(42, 0, -(pill + 14), 0)
            paint.words(
                painter, room, self.entry.word, "strong" if active else "body", "text" if active else "text_2"
            )

    def _pill_width(self) -> float:
        return max(22.0, paint.width_of(str(self._count), "small_strong") + 14) if self._count else 0.0

    def _pill(self, painter: QPainter, whole: QRectF) -> float:
        if not self._count:
            return 0
        fill, ink = ("medium_tint", "medium") if self._needs_you else ("accent_tint_2", "text")
        if self._compact:
            paint.box(
                painter, QRectF(whole.right() - 12, 4, 8, 8), ink if self._needs_you else "accent", radius=4
            )
            return 0
        text, width = str(self._count), self._pill_width()
        rect = QRectF(whole.right() - width - 10, (whole.height() - 20) / 2, width, 20)
        edge = "line" if theme.current().name == "high_contrast" else None
        paint.box(painter, rect, fill, edge, radius=10)
        paint.words(painter, rect, text, "small_strong", ink, paint.CENTRE)
        return width


class Brand(QWidget):
    """Flame, name and place, at the top of the rail."""

    def __init__(self, name: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(IconPicture("flame", 24, "ember"))
        self.words = QWidget()
        lines = QVBoxLayout(self.words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(ElidedText(name, "heading"))
        lines.addWidget(ElidedText(place, "caption", "text_2"))
        row.addWidget(self.words, 1)

    def set_compact(self, compact: bool) -> None:
        """The flame alone, in the middle."""
        self.words.setVisible(not compact)
        self._row.setContentsMargins(0 if compact else 8, 0, 0, 0)


class Worker(QToolButton):
    """Who works now: initials, name and profession; pressed for everybody who works on this laptop."""

    def __init__(self, name: str, role: str, opens: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setAccessibleName(f"{name}, {role}" if role else name)
        self.setAccessibleDescription(opens)
        self.setToolTip("\n".join(part for part in (self.accessibleName(), opens) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(72, theme.scaled(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            paint.box(painter, whole, "hover")
        paint.initials(painter, QRectF(4, (whole.height() - 32) / 2, 32, 32), self._name)
        middle, high = whole.height() / 2, theme.scaled(20)
        room = QRectF(44, middle - high, whole.width() - 48, high)
        paint.words(painter, room, self._name, "strong", "text")
        paint.words(painter, room.translated(0, high), self._role, "caption", "text_2")


class NavRail(QFrame):
    """``chosen(key)`` when an item is pressed, ``lock_pressed`` for the lock, ``worker_pressed`` for who works now.

    Up and Down move inside.
    """

    chosen = Signal(str)
    lock_pressed = Signal()
    worker_pressed = Signal()

    def __init__(
        self,
        name: str,
        brand: tuple[str, str],
        entries: tuple[RailEntry, ...],
        worker: tuple[str, str, str],
        lock_name: str,
        position: str,
        parent: QWidget | None = None,
    ) -> None:
        """``worker`` is (name, profession, what pressing it opens); ``position`` a pattern such as ``{word}, {number} of {all}`` for screen readers."""
        super().__init__(parent)
        self.setProperty("plane", "rail")
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 10)
        column.setSpacing(2)
        self._brand = Brand(*brand)
        column.addWidget(self._brand)
        column.addSpacing(12)
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        stretched = False
        for number, entry in enumerate(entries):
            if entry.foot and not stretched:
                column.addStretch(1)
                stretched = True
            if entry.apart:
                column.addSpacing(7)
                column.addWidget(Rule())
                column.addSpacing(7)
            item = RailItem(entry, position.format(word=entry.word, number=number + 1, all=len(entries)))
            item.clicked.connect(lambda _on=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(item)
            self._items[entry.key] = item
            column.addWidget(item)
        if not stretched:
            column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(Rule())
        column.addSpacing(6)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._worker = Worker(*worker)
        self._worker.clicked.connect(self.worker_pressed)
        self._foot.addWidget(self._worker, 1)
        self._lock = IconButton("lock", lock_name)
        self._lock.clicked.connect(self.lock_pressed)
        self._foot.addWidget(self._lock)
        column.addLayout(self._foot)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Icons only (forms, windows below 1240 px)."""
        # Larger text needs a wider rail, or Hungarian words would be cut.
        self.setFixedWidth(COMPACT if compact else theme.scaled(WIDE))
        self._brand.set_compact(compact)
        self._worker.setVisible(not compact)
        for item in self._items.values():
            item.set_compact(compact)

    def activate(self, key: str | None) -> None:
        """Mark the item of the screen in view; None for a screen that has none."""
        self._group.setExclusive(False)
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._group.setExclusive(True)

    def set_count(self, key: str, count: int, *, needs_you: bool = False, said: str = "") -> None:
        if key in self._items:
            self._items[key].set_count(count, needs_you=needs_you, said=said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            items = list(self._items.values())
            focused = next((number for number, item in enumerate(items) if item.hasFocus()), 0)
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            items[(focused + step) % len(items)].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
