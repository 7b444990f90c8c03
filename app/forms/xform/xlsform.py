"""XLSForms (.xlsx, .xls, .csv, .md) -> XForm XML by pyxform, and the way back from a problem to its cell.

pyxform is imported only when a spreadsheet is compiled: it takes most of a second.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from app.forms.xform.errors import FormProblem, Problem

SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".md"})
LARGEST_FILE_BYTES: Final = 32 * 1024 * 1024
LARGEST_UNPACKED_BYTES: Final = 256 * 1024 * 1024
MOST_ROWS: Final = 20_000

_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"[Oo]n the '([^']+)' sheet")
_COLUMN = re.compile(r"the '([^']+)' value")
_FILE = re.compile(r"([^\s/:]+)\.(?:csv|xml|geojson)")
_REFERENCE = re.compile(r"\$\{([^}]+)\}")
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)")
_END = re.compile(r"end[ _](group|repeat|loop)")
_TRANSLATION = re.compile(r"<translation\b([^>]*)>.*?</translation>", re.DOTALL)
_FILLER = re.compile(r'<text id="[^"]*"><value>-</value></text>')
# Our names of columns -> the headers authors write.
_HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "calculation": ("calculation", "calculate", "bind::calculate"),
    "required": ("required", "bind::required"),
    "read_only": ("read_only", "readonly", "bind::readonly"),
    "constraint": ("constraint", "bind::constraint"),
    "repeat_count": ("repeat_count", "count", "control::jr:count"),
}


class Compiled(msgspec.Struct, frozen=True):
    """XForm XML, pyxform's warnings, the row of the survey sheet of each field ("group/name"), and the settings by header."""

    xml: str
    warnings: tuple[Problem, ...]
    rows: Mapping[str, tuple[int, Mapping[str, str]]]
    settings: Mapping[str, str] = {}

    def located(self, problem: Problem) -> Problem:
        """The problem with sheet, row and column instead of a line of XML nobody wrote."""
        found = self._row(problem.ref) if problem.ref else None
        if found is None:
            return self._by_file(msgspec.structs.replace(problem, line=None, column=None))
        number, cells = found
        column = problem.column
        if column == "calculation" and _BEGIN.match(cells.get("type", "").lower()):
            column = "repeat_count"  # what pyxform made a calculation of its own from
        if column is not None:
            headers = _HEADERS.get(column, (column,))
            column = next((header for header in headers if header in cells), headers[0])
        return msgspec.structs.replace(problem, sheet="survey", row=number, column=column, line=None)

    def _by_file(self, problem: Problem) -> Problem:
        """A file is first named by the question that takes its choices from it, or by a pulldata()."""
        named = _FILE.search(problem.message)
        if named is None:
            return problem
        call = re.compile(rf"""(?:pulldata|search)\(\s*['"]{re.escape(named[1])}(?:\.csv)?['"]""")
        for number, cells in self.rows.values():
            for column, cell in cells.items():
                if named[0] in cell.split() or call.search(cell):
                    return msgspec.structs.replace(problem, sheet="survey", row=number, column=column)
        return problem

    def _row(self, ref: str) -> tuple[int, Mapping[str, str]] | None:
        path = re.sub(r"\[\d+\]", "", ref).lstrip("/").partition("/")[2]
        while path:
            if path in self.rows:
                return self.rows[path]
            # A field pyxform adds (the count of a repeat, "other") stands with the question it was made for.
            without = re.sub(r"_(count|other)$", "", path)
            if without in self.rows:
                return self.rows[without]
            path = path.rpartition("/")[0]
        return None


def compile_xlsform(path: Path) -> Compiled:
    """Raises FormProblem, or SheetProblem with the place, for what pyxform refuses."""
    _check_size(path)
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - see above: a spreadsheet is compiled now
    from pyxform.xls2json_backends import get_xlsform  # noqa: PLC0415
    from pyxform.xls2xform import convert  # noqa: PLC0415

    rows: Sequence[Mapping[str, Any]] = ()
    try:
        definition = get_xlsform(xlsform=path)
        rows = [_plain_headers(row) for row in definition.survey or ()]
        if len(rows) > MOST_ROWS:
            raise FormProblem("too_large", f"more than {MOST_ROWS} rows")
        result = convert(xlsform=path, validate=False, pretty_print=False)
    except FormProblem:
        raise
    except PyXFormError as refused:
        raise SheetProblem(_placed(str(refused), "error", "xlsform", rows)) from None
    except RecursionError:
        raise FormProblem("too_deep", "the form is nested too deeply") from None
    except Exception as broken:  # pyxform and the readers below it raise whatever a broken file leads them to
        raise FormProblem(
            "workbook", f"not readable as an XLSForm: {type(broken).__name__}: {broken}"
        ) from None
    warnings = tuple(_placed(warning, "warning", "xlsform", rows) for warning in result.warnings)
    settings = {
        str(header): str(cell) for row in (definition.settings or ())[:1] for header, cell in row.items()
    }
    return Compiled(_without_fillers(result.xform), warnings, _rows(rows), settings)


def _without_fillers(xform: str) -> str:
    """The form without the dashes pyxform puts where a language has no text, so that the default language shows there.

    The default language keeps its own: behind it stands no other.
    """
    found = list(_TRANSLATION.finditer(xform))
    default = next((one for one in found if "default=" in one[1]), found[0] if found else None)
    for one in reversed(found):
        if one is not default:
            xform = xform[: one.start()] + _FILLER.sub("", one[0]) + xform[one.end() :]
    return xform


class SheetProblem(FormProblem):
    """A refusal with its place in the workbook."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code, problem.message)
        self._problem = problem

    def as_problem(self) -> Problem:
        return self._problem


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > LARGEST_FILE_BYTES:
        raise FormProblem("too_large", f"larger than {LARGEST_FILE_BYTES // 2**20} MB")
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        try:
            with zipfile.ZipFile(path) as archive:
                unpacked = sum(entry.file_size for entry in archive.infolist())
        except (zipfile.BadZipFile, OSError, NotImplementedError):
            raise FormProblem("workbook", "not readable as a workbook") from None
        if unpacked > LARGEST_UNPACKED_BYTES:
            raise FormProblem("too_large", f"larger than {LARGEST_UNPACKED_BYTES // 2**20} MB when unpacked")


def _placed(message: str, severity: str, code: str, rows: Sequence[Mapping[str, Any]]) -> Problem:
    """pyxform says places in words; where it says none, the cell with the text it quotes is looked for."""
    row = _ROW.search(message)
    sheet, column = _SHEET.search(message), _COLUMN.search(message)
    said = _ROW.sub("", message).strip()
    number = int(row[1]) if row else None
    name = sheet[1] if sheet else ("survey" if number is not None else None)
    header = column[1] if column else None
    if number is None:
        for quoted in (*re.findall(r"'([^']+)'", message), *_REFERENCE.findall(message)[::-1]):
            found = _cell(quoted, rows)
            if found is not None:
                number, header = found
                name = "survey"
                break
    return Problem(severity, code, said, sheet=name, row=number, column=header)


def _cell(text: str, rows: Sequence[Mapping[str, Any]]) -> tuple[int, str] | None:
    for index, row in enumerate(rows):
        for header, value in row.items():
            if isinstance(value, str) and header in ("type", "name") and text in (value, *value.split()):
                return index + 2, header
    return None


def _plain_headers(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """``Type`` and ``NAME`` are the headers ``type`` and ``name`` too."""
    return {
        plain if (plain := str(header).strip().lower()) in ("type", "name") else header: cell
        for header, cell in row.items()
    }


def _rows(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, Mapping[str, str]]]:
    found: dict[str, tuple[int, Mapping[str, str]]] = {}
    around: list[str] = []
    for index, row in enumerate(rows):
        kind, name = str(row.get("type") or "").strip().lower(), str(row.get("name") or "").strip()
        if _END.match(kind):
            if around:
                around.pop()
            continue
        if not name:
            continue
        found.setdefault(
            "/".join([*around, name]), (index + 2, {str(key): str(value) for key, value in row.items()})
        )
        if _BEGIN.match(kind):
            around.append(name)
    return found
