"""The state of the import wizard: which step, which file, what each column is, what would be brought in.

Reading, counting and writing run on the records lane. Counting begins anew after each change of a column; only the answer
to the last change is told. Nothing is written before ``bring_in``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.countries.pack import load_country
from app.errors import DiskReadOnly, VatraError
from app.imports.caseload import build_caseload
from app.imports.mapping import (
    PEOPLE_FIELDS,
    VISIT_FIELDS,
    Mapping,
    SheetMapping,
    change_column,
    change_kind,
    propose_mapping,
)
from app.imports.reading import Sheet, Workbook, read_workbook
from app.imports.records import Caseload
from app.imports.values import cell_text
from app.services import audit, importing
from ui import messages
from ui.screens.importing.preview import Figures, PreviewRow, figures, preview_rows
from ui.screens.importing.report import ImportReport, report_of
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.importing import ImportDone, ImportUndone
    from storage.vault import Vault

Step = Literal["choose", "columns", "preview", "bringing", "report"]
EXAMPLES = 3
PAGE_ROWS = 200


@dataclass(frozen=True)
class ColumnLine:
    """One column of the file: what it is called, some of its cells, and the field it goes to (None: notes)."""

    index: int
    header: str
    field: str | None
    examples: tuple[str, ...]


@dataclass(frozen=True)
class SheetLine:
    """One sheet: what it is read as, how many rows it has, its columns, and the fields they may go to."""

    name: str
    kind: str
    rows: int
    columns: tuple[ColumnLine, ...]
    fields: tuple[str, ...]
    village: str | None = None


@dataclass(frozen=True)
class _Built:
    caseload: Caseload
    rows: tuple[PreviewRow, ...]
    figures: Figures


class ImportPresenter(QObject):
    """What the view shows and what the worker did, without widgets."""

    went = Signal(str)
    """The step that shows now."""
    busy_changed = Signal(bool)
    """A file is being read."""
    refused = Signal(str)
    """A sentence: the file cannot be used, or an act failed. Empty when that is over."""
    sheets_changed = Signal(object)
    """tuple of SheetLine."""
    figures_changed = Signal(object)
    """Figures, or None while counting."""
    progressed = Signal(int, int)
    """Families kept so far, and all of them."""
    imported = Signal(object)
    """ImportReport."""
    taken_back = Signal(object)
    """ImportUndone."""
    imports_listed = Signal(object)
    """tuple of ImportLine, newest first."""
    saved = Signal(str)
    """Name of the file the report was written to."""

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.step: Step = "choose"
        self._workbook: Workbook | None = None
        self._mapping: Mapping | None = None
        self._built: _Built | None = None
        self._round = 0
        self.report: ImportReport | None = None

    @property
    def file_name(self) -> str:
        return self._workbook.name if self._workbook else ""

    # step 1: the file

    def list_imports(self) -> None:
        """Which imports still stand."""
        self._tasks.records.run(lambda: importing.imports_done(self._vault), self.imports_listed.emit)

    def read(self, path: Path) -> None:
        """Read a file and propose what its columns are."""

        def work() -> tuple[Workbook, Mapping]:
            workbook = read_workbook(path)
            return workbook, propose_mapping(workbook)

        self.refused.emit("")
        self.busy_changed.emit(True)
        self._tasks.records.run(work, self._read, self._not_read)

    def _read(self, answer: tuple[Workbook, Mapping]) -> None:
        self._workbook, self._mapping = answer
        self.busy_changed.emit(False)
        self._tell_sheets()
        self._count()
        self._go("columns")

    def _not_read(self, error: VatraError) -> None:
        self.busy_changed.emit(False)
        self.refused.emit(messages.sentence(error))

    # step 2: the columns

    def change_field(self, sheet: str, index: int, field: str | None) -> None:
        """A column goes to another field; the column that had it before is kept as notes."""
        assert self._mapping is not None
        self._mapping = change_column(self._mapping, sheet, index, field)
        self._tell_sheets()
        self._count()

    def change_kind(self, sheet: str, kind: str) -> None:
        """A sheet is read as people, visits or not at all."""
        assert self._mapping is not None
        assert self._workbook is not None
        self._mapping = change_kind(self._mapping, self._workbook, sheet, kind)
        self._tell_sheets()
        self._count()

    def _tell_sheets(self) -> None:
        assert self._mapping is not None
        assert self._workbook is not None
        by_name = {sheet.name: sheet for sheet in self._workbook.sheets}
        self.sheets_changed.emit(
            tuple(sheet_line(by_name[mapped.sheet], mapped) for mapped in self._mapping.sheets)
        )

    def _count(self) -> None:
        workbook, mapping = self._workbook, self._mapping
        assert workbook is not None
        assert mapping is not None
        self._round += 1
        this_round = self._round
        self._built = None
        self.figures_changed.emit(None)

        def work() -> _Built | None:
            if self._round != this_round:
                return None
            caseload = build_caseload(workbook, mapping, load_country(mapping.country))
            rows = preview_rows(caseload, mapping)
            return _Built(caseload, rows, figures(caseload, rows))

        def told(built: _Built | None) -> None:
            if built is not None and self._round == this_round:
                self._built = built
                self.figures_changed.emit(built.figures)

        self._tasks.records.run(work, told)

    # step 3: the rows

    def look(self) -> None:
        """Show the rows; only once they are counted."""
        if self._built is not None:
            self._go("preview")

    def rows(self, which: Literal["all", "to_look_at", "doubles"] = "all") -> tuple[PreviewRow, ...]:
        """The rows of the preview under a filter."""
        rows = self._built.rows if self._built else ()
        if which == "to_look_at":
            return tuple(row for row in rows if row.remarks)
        if which == "doubles":
            return tuple(row for row in rows if row.is_double)
        return rows

    def back(self) -> None:
        """One step back, as long as nothing was written."""
        before: dict[Step, Step] = {"columns": "choose", "preview": "columns"}
        if self.step in before:
            self._go(before[self.step])

    # step 4: bringing in, the report, taking back

    def bring_in(self) -> None:
        """Keep everything, all or nothing."""
        built, file_name = self._built, self.file_name
        if built is None or self.step != "preview":
            return
        self.refused.emit("")
        self._go("bringing")

        def work() -> "ImportDone":
            return importing.import_caseload(
                self._vault, built.caseload, file_name, self._throttled(len(built.caseload.families))
            )

        def done(answer: "ImportDone") -> None:
            self.report = report_of(answer, built.caseload, file_name)
            self._tasks.data_changed.emit(answer.changed)
            self.imported.emit(self.report)
            self._go("report")

        self._tasks.records.run(work, done, self._not_brought_in)

    def _not_brought_in(self, error: VatraError) -> None:
        self._go("preview")
        self.refused.emit(messages.sentence(error))

    def take_back(self, import_id: str) -> None:
        """Take every family of an import back that nobody touched since."""
        self.refused.emit("")
        self._tasks.records.run(
            lambda: importing.undo_import(self._vault, import_id, self._throttled(0)),
            self._was_taken_back,
            lambda error: self.refused.emit(messages.sentence(error)),
        )

    def _was_taken_back(self, answer: "ImportUndone") -> None:
        self._tasks.data_changed.emit(answer.changed)
        self.taken_back.emit(answer)
        self.list_imports()

    def save_report(self, path: Path) -> None:
        """Write the report as a text file, where the worker chose; it holds rows of people, so that is noted first."""
        text = self.report.text if self.report else ""

        def work() -> str:
            audit.note_going_out(self._vault, "export", "import_report")
            try:
                path.write_text(text, "utf-8")
            except OSError as problem:
                raise DiskReadOnly(part="report") from problem
            return path.name

        self._tasks.records.run(
            work, self.saved.emit, lambda error: self.refused.emit(messages.sentence(error))
        )

    def begin_anew(self) -> None:
        """Back to the first step, with nothing chosen."""
        self._workbook = self._mapping = self._built = self.report = None
        self._round += 1
        self.refused.emit("")
        self._go("choose")
        self.list_imports()

    def _throttled(self, total: int) -> Callable[[int, int], None]:
        """Tells the progress about a hundred times, from the records lane."""
        step = max(1, total // 100)

        def tell(done: int, of: int) -> None:
            if done % step == 0 or done == of:
                self.progressed.emit(done, of)

        return tell

    def _go(self, step: Step) -> None:
        self.step = step
        self.went.emit(step)


def sheet_line(sheet: Sheet, mapped: SheetMapping) -> SheetLine:
    """A sheet as the second step shows it, with the first filled cells of each column."""
    first = mapped.header_rows[-1] if mapped.header_rows else 0

    def examples(index: int) -> tuple[str, ...]:
        found: list[str] = []
        for row in sheet.rows[first:]:
            if index < len(row) and row[index] is not None and (text := cell_text(row[index])) not in found:
                found.append(text)
            if len(found) == EXAMPLES:
                break
        return tuple(found)

    return SheetLine(
        name=sheet.name,
        kind=mapped.kind,
        rows=sum(any(cell is not None for cell in row) for row in sheet.rows),
        columns=tuple(
            ColumnLine(column.index, column.header, column.field, examples(column.index))
            for column in mapped.columns
        ),
        fields=VISIT_FIELDS if mapped.kind == "visits" else PEOPLE_FIELDS,
        village=mapped.village,
    )
