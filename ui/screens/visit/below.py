"""What stands under the questions: answers that are set aside, and what is still to answer, as links."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.forms.questions import Asked, said
from ui import languages
from ui.forms.links import Links
from ui.screens.visit import words
from ui.screens.visit.state import VisitState
from ui.widgets.text import Text

translate = QCoreApplication.translate


class Below(QWidget):
    """``asked_for(key)``: a link was pressed."""

    asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside = Text("", "small", "text_2", wrap=True)
        self._heading = Text(translate("visit", "Still to answer"), "strong")
        self.links = Links(most=0)
        self.links.asked_for.connect(self.asked_for)
        column = QVBoxLayout(self)
        column.setContentsMargins(58, 12, 22, 14)
        column.setSpacing(2)
        for widget in (self.aside, self._heading, self.links):
            column.addWidget(widget)

    def show_state(self, state: VisitState) -> None:
        """The links stand on the last page, and everywhere once finishing was tried."""
        aside = len(state.filled.set_aside)
        if aside:
            self.aside.setText(
                translate(
                    "visit",
                    "%n answers are set aside; they come back if you change your answer back.",
                    "",
                    aside,
                )
            )
        self.aside.setVisible(bool(aside))
        listed = state.to_answer if state.on_last_part or state.finishing else ()
        self._heading.setVisible(bool(listed))
        self.links.show_lines(tuple((asked.key, _line(asked, state)) for asked in listed))
        self.setVisible(bool(aside or listed))


def _line(asked: Asked, state: VisitState) -> str:
    """Where the question stands, and its words."""
    language = languages.current()
    where = words.child_name(asked.person, state) if asked.person else said(asked.section.title, language)
    return f"{where} · {said(asked.question.label, language)}"
