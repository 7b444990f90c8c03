"""What stands under the questions: answers that are set aside, what is still to answer, as links, and pictures of the visit."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import VISIT
from app.forms.questions import Asked, said
from ui import languages
from ui.attachments.presenter import AttachmentsPresenter, Subject
from ui.attachments.strip import AttachmentStrip
from ui.forms.links import Links
from ui.screens.visit import words
from ui.screens.visit.state import VisitState
from ui.widgets.text import Text

translate = QCoreApplication.translate


class Below(QWidget):
    """``asked_for(key)``: a link was pressed."""

    asked_for = Signal(str)

    def __init__(self, pictures: AttachmentsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.aside = Text("", "small", "text_2", wrap=True)
        self._heading = Text(translate("visit", "Still to answer"), "strong")
        self.links = Links(most=0)
        self.links.asked_for.connect(self.asked_for)
        self.strip = AttachmentStrip(
            pictures,
            translate("visit", "Nothing yet. What is added here is kept at once and belongs to this visit."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(58, 12, 22, 14)
        column.setSpacing(2)
        for widget in (self.aside, self._heading, self.links):
            column.addWidget(widget)
        column.addSpacing(14)
        column.addWidget(self.strip)

    def show_state(self, state: VisitState) -> None:
        """The links stand on the last page, and everywhere once finishing was tried; pictures on the last page."""
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
        at_visit = Subject(state.file.family.id, state.draft.visit_id, VISIT.name)
        if at_visit != self._pictures.subject:
            self._pictures.show(at_visit)
        self.strip.setVisible(state.on_last_part)
        self.setVisible(bool(aside or listed or state.on_last_part))


def _line(asked: Asked, state: VisitState) -> str:
    """Where the question stands, and its words."""
    language = languages.current()
    where = words.child_name(asked.person, state) if asked.person else said(asked.section.title, language)
    return f"{where} · {said(asked.question.label, language)}"
