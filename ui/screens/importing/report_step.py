"""Step 4: families done of all while they are brought in; then what was taken, what was set aside and why, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.importing import words
from ui.screens.importing.choose_step import TakeBackCard
from ui.screens.importing.report import ImportReport, ReportLine
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import IconPicture
from ui.widgets.panes import EDGE, TwoPanes, column
from ui.widgets.progress import ProgressLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.services.importing import ImportUndone

translate = QCoreApplication.translate
MOST_KEPT = 20


class BringingStep(QWidget):
    """A bar that counts families; nothing to press, because the step is all or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(padding=24, spacing=12)
        self._words = Text("", "heading", wrap=True)
        self._line = ProgressLine(translate("importing", "Families brought in"))
        card.body.addWidget(self._words)
        card.body.addWidget(self._line)
        card.body.addWidget(
            Text(
                translate(
                    "importing",
                    "If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.",
                ),
                "body",
                "text_2",
                wrap=True,
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, 16, EDGE, 16)
        whole.addWidget(card)
        whole.addStretch(1)

    def show_progress(self, done: int, of: int) -> None:
        """``31 of 62 families``."""
        self._line.set_share(done, of)
        self._words.setText(
            translate("importing", "%1 of %n families are brought in", "", of).replace("%1", str(done))
        )


class ReportStep(QWidget):
    """``take_back(import_id)``, ``save(Path)``, ``open_families``, ``another``."""

    take_back = Signal(str)
    save = Signal(object)
    open_families = Signal()
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self.banner = Banner(translate("importing", "Close this message"))
        self.banner.closed.connect(lambda: self.banner.show_notice(None))
        self._taken = Card(padding=20, spacing=8)
        self._ask = TakeBackCard()
        self._ask.declined.connect(self._ask.hide)
        self._ask.agreed.connect(self._agreed)
        self._aside = Card(translate("importing", "Set aside, and why"), padding=0, spacing=0)
        self._look = Card(translate("importing", "Taken, but to look at"), padding=0, spacing=0)
        self._notes = Card(translate("importing", "Columns kept as notes"), spacing=8)
        acts = Card(translate("importing", "This import"), spacing=10)
        self._save = Button(translate("importing", "Save the report"), "plain", icon="download")
        self._save.clicked.connect(self._choose_place)
        self._undo = Button(translate("importing", "Take the import back"), "danger", icon="undo")
        self._undo.clicked.connect(self._ask_first)
        another = Button(translate("importing", "Bring in another list"), "text", icon="plus")
        another.clicked.connect(self.another)
        warning = translate(
            "importing", "The saved report holds names from your list and is not protected by Vatra."
        )
        for widget in (self._save, Text(warning, "small", "text_2", wrap=True), self._undo, another):
            acts.body.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else Qt.AlignmentFlag(0)
            )
        work = column(self.banner, self._taken, self._ask, self._aside, self._look)
        self.panes = TwoPanes(
            work,
            column(acts, self._notes),
            translate("importing", "Report of the import"),
            translate("importing", "Facts"),
        )
        self._open = Button(translate("importing", "Open families"), "filled", keys="Ctrl Enter")
        self._open.clicked.connect(self.open_families)
        self._bar = ActionBar(self._open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self._bar)

    def first_focus(self) -> QWidget:
        return self._open

    def show_report(self, report: ImportReport) -> None:
        """What was taken and what was not."""
        self._report = report
        self.banner.show_notice(None)
        self._ask.hide()
        self._undo.setEnabled(True)
        _clear(self._taken)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconPicture("check", 24, "low"), 0, Qt.AlignmentFlag.AlignTop)
        words_of_it = ", ".join(
            (
                translate("importing", "%n families", "", report.families),
                translate("importing", "%n people", "", report.people),
                translate("importing", "%n visits", "", report.visits),
                translate("importing", "%n notes", "", report.notes),
            )
        )
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(
            Text(translate("importing", "Brought in: %1").replace("%1", words_of_it), "heading", wrap=True)
        )
        texts.addWidget(
            Text(
                translate(
                    "importing", "%1. Saved on this laptop; it goes to the county with the next sending."
                ).replace("%1", report.file_name),
                "body",
                "text_2",
                wrap=True,
            )
        )
        head.addLayout(texts, 1)
        holder = QWidget()
        holder.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._taken.body.addWidget(holder)
        _fill(self._aside, report.set_aside, translate("importing", "Nothing was set aside."))
        _fill(self._look, report.to_look_at, translate("importing", "Nothing to look at."))
        _clear(self._notes)
        named = ", ".join(report.notes_columns) or translate("importing", "none")
        self._notes.body.addWidget(Text(named, "body", wrap=True))

    def show_taken_back(self, answer: "ImportUndone") -> None:
        """What went, and which families stay and why."""
        self._undo.setEnabled(False)
        self.banner.show_notice(taken_back_notice(answer))

    def refuse(self, sentence: str) -> None:
        """An act failed: why."""
        self.banner.show_notice(Notice("amber", sentence, closable=True) if sentence else None)

    def show_saved(self, file_name: str) -> None:
        """The report is in a file now."""
        words_of_it = translate("importing", "The report is saved as %1.").replace("%1", file_name)
        self.banner.show_notice(Notice("blue", words_of_it, closable=True))

    def _ask_first(self) -> None:
        if self._report is not None:
            self._ask.ask(self._report.import_id, self._report.file_name, self._report.families)

    def _agreed(self, import_id: str) -> None:
        self._ask.hide()
        self.take_back.emit(import_id)

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, translate("importing", "Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        text = translate("importing", "Text")
        dialog.setNameFilters([f"{text} (*.txt)"])
        dialog.setDefaultSuffix("txt")
        stem = Path(self._report.file_name).stem if self._report else ""
        dialog.selectFile(f"{stem}-vatra.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save.emit(Path(name)))
        dialog.open()


def taken_back_notice(answer: "ImportUndone") -> Notice:
    """``62 families were taken back``, and the ones that stay by name."""
    bold = translate("importing", "%n families were taken back.", "", answer.voided)
    if not answer.kept:
        return Notice("blue", bold, closable=True)
    shown = "; ".join(f"{one.name}: {words.kept(one.why)}" for one in answer.kept[:MOST_KEPT])
    stay = translate("importing", "%n families stay", "", len(answer.kept))
    more = " …" if len(answer.kept) > MOST_KEPT else ""
    return Notice("amber", bold, f"{stay} ({shown}{more}).", closable=True)


def _clear(card: Card) -> None:
    while (item := card.body.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _fill(card: Card, lines: tuple[ReportLine, ...], nothing: str) -> None:
    _clear(card)
    if not lines:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(Text(nothing, "body", "text_2", wrap=True))
        card.body.addWidget(holder)
    for number, line in enumerate(lines):
        if number:
            card.body.addWidget(Rule())
        card.body.addWidget(_line(line))


def _line(line: ReportLine) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(12)
    count = Text(str(line.count), "strong")
    count.setMinimumWidth(32)
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Text(line.why, "body", wrap=True))
    where = translate("importing", "Where: %1").replace("%1", line.where)
    texts.addWidget(Text(where, "small", "text_2", wrap=True))
    row.addLayout(texts, 1)
    return holder
