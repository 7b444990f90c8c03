"""One table model for every list of dataclasses. It is given pages and asks for the next when the view nears the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

T = TypeVar("T")
RECORD = Qt.ItemDataRole.UserRole + 1
"""The dataclass itself."""
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[T]):
    """A heading and how a record reads in it; numbers stand at the right."""

    title: str
    text: Callable[[T], str]
    right: bool = False


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """``set_records`` begins anew, ``add_records`` appends a page; ``more_wanted(offset)`` asks for the next one."""

    more_wanted = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        said: Callable[[T], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._said = said
        self._records: list[T] = []
        self._total = 0
        self._asked = False

    def set_records(self, records: Sequence[T], total: int | None = None) -> None:
        """Show these; ``total`` is how many there are altogether (default: just these)."""
        self.beginResetModel()
        self._records = list(records)
        self._total = len(self._records) if total is None else total
        self._asked = False
        self.endResetModel()

    def add_records(self, records: Sequence[T]) -> None:
        """The page that ``more_wanted`` asked for. An empty page ends the asking."""
        self._asked = False
        if not records:
            self._total = len(self._records)
            return
        self.beginInsertRows(QModelIndex(), len(self._records), len(self._records) + len(records) - 1)
        self._records.extend(records)
        self.endInsertRows()

    def record(self, row: int) -> T:
        return self._records[row]

    def records(self) -> tuple[T, ...]:
        """Those that have been fetched."""
        return tuple(self._records)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._records) < self._total and not self._asked

    def fetchMore(self, parent: Index) -> None:
        self._asked = True
        self.more_wanted.emit(len(self._records))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self._columns[index.column()]
        if role == RECORD:
            return record
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(record) if self._said else column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(self._columns)
        ):
            return self._columns[section].title
        return None
