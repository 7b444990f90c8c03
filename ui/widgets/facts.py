"""What is known of something: a label and its value, in two columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ui.widgets.text import Text

LABEL_WIDTH = 104


def fact_line(label: str, value: str, *, label_width: int = LABEL_WIDTH) -> QWidget:
    """One line; both sides wrap."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    left = Text(label, "small", "text_2", wrap=True)
    left.setFixedWidth(label_width)
    left.setMinimumHeight(20)
    left.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(value, "body", wrap=True), 1)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
