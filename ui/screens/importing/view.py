"""The import wizard as a page: its steps one after the other, what the presenter tells, what the worker does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.page import Desk, Heading, Page
from ui.screens.importing.choose_step import ChooseStep
from ui.screens.importing.columns_step import ColumnsStep
from ui.screens.importing.presenter import ImportPresenter
from ui.screens.importing.preview import Figures
from ui.screens.importing.preview_step import PreviewStep
from ui.screens.importing.report_step import BringingStep, ReportStep, taken_back_notice
from ui.widgets.panes import TwoPanes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.importing import ImportUndone

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = ImportPresenter(desk.vault, desk.tasks)
    view = ImportView(presenter, desk.navigator.go)
    presenter.setParent(view)
    return view


class ImportView(Page):
    """Every step keeps its filled button; Esc and Alt+Left leave the wizard, its own Back goes one step back."""

    def __init__(
        self, presenter: ImportPresenter, go: "Callable[[str], None]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._choose, self._columns = ChooseStep(), ColumnsStep()
        self._preview, self._bringing, self._report = PreviewStep(), BringingStep(), ReportStep()
        self._steps: dict[str, QWidget] = {
            "choose": self._choose,
            "columns": self._columns,
            "preview": self._preview,
            "bringing": self._bringing,
            "report": self._report,
        }
        self._stack = QStackedWidget()
        for step in self._steps.values():
            self._stack.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for panes in (self._choose.panes, self._columns.panes, self._report.panes):
            panes.facts_hidden_changed.connect(
                lambda _hidden: self.facts_hidden_changed.emit(self.facts_hidden())
            )
        self._hear_steps(go)
        self._hear_presenter()

    def _hear_steps(self, go: "Callable[[str], None]") -> None:
        presenter = self._presenter
        self._choose.chosen.connect(presenter.read)
        self._choose.take_back.connect(presenter.take_back)
        self._columns.field_changed.connect(presenter.change_field)
        self._columns.kind_changed.connect(presenter.change_kind)
        self._columns.on.connect(presenter.look)
        self._columns.back.connect(presenter.back)
        self._preview.filtered.connect(lambda which: self._preview.show_rows(presenter.rows(which)))
        self._preview.back.connect(presenter.back)
        self._preview.bring_in.connect(presenter.bring_in)
        self._report.take_back.connect(presenter.take_back)
        self._report.save.connect(presenter.save_report)
        self._report.another.connect(presenter.begin_anew)
        self._report.open_families.connect(lambda: go("families"))

    def _hear_presenter(self) -> None:
        presenter = self._presenter
        presenter.went.connect(self._show_step)
        presenter.busy_changed.connect(self._choose.set_busy)
        presenter.refused.connect(self._refuse)
        presenter.sheets_changed.connect(self._columns.show_sheets)
        presenter.figures_changed.connect(self._show_figures)
        presenter.progressed.connect(self._bringing.show_progress)
        presenter.imported.connect(self._report.show_report)
        presenter.taken_back.connect(self._show_taken_back)
        presenter.imports_listed.connect(self._choose.list_imports)
        presenter.saved.connect(self._report.show_saved)

    # what the frame asks

    def heading(self) -> Heading:
        step = self._presenter.step
        title = translate("importing", "Import a list")
        subtitles = {
            "choose": translate("importing", "1 of 4 · choose the file"),
            "columns": translate("importing", "2 of 4 · what is in the columns"),
            "preview": translate("importing", "3 of 4 · look at the rows"),
            "bringing": translate("importing", "4 of 4 · bringing in"),
            "report": translate("importing", "4 of 4 · done"),
        }
        return Heading(title, subtitles[step], back=True, window=title)

    def arrive(self, what: object) -> None:
        if self._presenter.step == "choose":
            self._presenter.list_imports()

    def first_focus(self) -> QWidget | None:
        step = self._presenter.step
        if step == "choose":
            return self._choose.browse
        shown = self._steps[step]
        return shown.first_focus() if isinstance(shown, (ColumnsStep, PreviewStep, ReportStep)) else None

    def panes(self) -> tuple[QWidget, ...]:
        shown = self._two_panes()
        if shown is None:
            return (self._steps[self._presenter.step],)
        return (shown.work, shown.facts)

    def toggle_facts(self) -> None:
        shown = self._two_panes()
        if shown is not None:
            shown.toggle_facts()

    def facts_hidden(self) -> bool:
        shown = self._two_panes()
        return shown is not None and shown.facts_hidden

    def _two_panes(self) -> TwoPanes | None:
        shown = self._steps[self._presenter.step]
        return shown.panes if isinstance(shown, (ChooseStep, ColumnsStep, ReportStep)) else None

    # what the presenter tells

    def _show_step(self, step: str) -> None:
        if step == "preview":
            self._preview.show_rows(self._presenter.rows())
        self._stack.setCurrentWidget(self._steps[step])
        self.heading_changed.emit()
        self.facts_hidden_changed.emit(self.facts_hidden())
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _show_figures(self, figures: Figures | None) -> None:
        self._columns.show_figures(figures)
        if figures is not None:
            self._preview.show_figures(figures)

    def _refuse(self, sentence: str) -> None:
        if self._presenter.step == "preview":
            self._preview.refuse(sentence)
        elif self._presenter.step == "report":
            self._report.refuse(sentence)
        else:
            self._choose.refuse(sentence)

    def _show_taken_back(self, answer: "ImportUndone") -> None:
        if self._presenter.step == "report":
            self._report.show_taken_back(answer)
        else:
            notice = taken_back_notice(answer)
            self._choose.tell(notice.bold, notice.plain)
