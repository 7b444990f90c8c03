"""Many long paragraphs in one column: each is measured once for a width, and stands as high as its words need."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import looking
from ui import theme
from ui.widgets.panes import Scroll
from ui.widgets.text import LongText

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MANY = 30
WORDS = "Bunica are grijă de copii până vine mama. " * 20


def test_a_column_of_long_texts_measures_each_of_them_once_per_width(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.register_fonts()
    asked: list[int] = []
    really = LongText.measured

    def counting(text: LongText, width: int) -> int:
        asked.append(width)
        return really(text, width)

    monkeypatch.setattr(LongText, "measured", counting)
    inside = QWidget()
    column = QVBoxLayout(inside)
    texts = []
    for _ in range(MANY):
        row = QWidget()
        lines = QVBoxLayout(row)
        texts.append(LongText(WORDS))
        lines.addWidget(texts[-1])
        column.addWidget(row)
    scroll = Scroll(inside, "column")
    qtbot.addWidget(scroll)
    scroll.resize(600, 400)
    scroll.show()
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    widths = {text.width() for text in texts}
    assert len(widths) == 1
    assert len(asked) <= MANY * len(set(asked))
    assert len(set(asked)) <= 6, "few widths are tried"
    assert {text.height() for text in texts} == {really(texts[0], widths.pop())}
    assert not looking.cut_texts(scroll)
    texts[0].setFont(theme.font("title"))
    before = texts[0].heightForWidth(500)
    assert before > texts[1].heightForWidth(500), "measured anew when the letters changed"
