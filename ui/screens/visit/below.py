"""What stands under the questions: answers that are set aside, and what is still to answer, as links."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.forms.questions import Asked, said
from ui import languages
from ui.screens.visit import words
from ui.screens.visit.state import VisitState
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate


class Below(QWidget):
    """``asked_for(key)``: a link was pressed."""

    asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside = Text("", "small", "text_2", wrap=True)
        self._heading = Text(translate("visit", "Still to answer"), "strong")
        self.links: list[Button] = []
        self._listed: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(58, 12, 22, 14)
        self._column.setSpacing(2)
        self._column.addWidget(self.aside)
        self._column.addWidget(self._heading)

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
        if tuple(asked.key for asked in listed) != self._listed:
            self._listed = tuple(asked.key for asked in listed)
            self._replace_links(listed, state)
        self.setVisible(bool(aside or listed))

    def _replace_links(self, listed: tuple[Asked, ...], state: VisitState) -> None:
        for link in self.links:
            link.hide()
            self._column.removeWidget(link)
            link.deleteLater()
        self.links = []
        language = languages.current()
        for asked in listed:
            where = (
                words.child_name(asked.person, state) if asked.person else said(asked.section.title, language)
            )
            link = Button(
                f"{where} · {said(asked.question.label, language)}".replace("&", "&&"), "text", small=True
            )
            link.clicked.connect(lambda _checked=False, key=asked.key: self.asked_for.emit(key))
            self._column.addWidget(link)
            self.links.append(link)
