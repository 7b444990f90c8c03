"""A form from a file: XForm XML or a spreadsheet, with the files that lie beside it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.forms.xform.draft import Files
from app.forms.xform.errors import FormProblem, FormRefused, Problem
from app.forms.xform.markup import LARGEST_DOCUMENT_BYTES
from app.forms.xform.model import Form
from app.forms.xform.reading import examine_form
from app.forms.xform.xlsform import SPREADSHEETS, Compiled, compile_xlsform


class Unreadable(Exception):
    """A file that is not there or may not be read; ``path`` as it was given."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


def read_file(path: str | Path) -> bytes:
    """Raises Unreadable."""
    try:
        found = Path(path)
        if found.stat().st_size > LARGEST_DOCUMENT_BYTES:
            raise Unreadable(str(path), "the file is too large")
        return found.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), error.strerror or "cannot be read") from None
    except ValueError:
        raise Unreadable(str(path), "cannot be read") from None


def files_beside(path: Path, external: Mapping[str, str]) -> Files:
    """Files named outright, then those in the folder of the form or in ``<form>-media`` beside it."""

    def content(name: str) -> bytes | None:
        given = external.get(name) or external.get(Path(name).stem)
        if given is not None:
            return read_file(given)
        safe = Path(name).name
        for folder in (path.parent / f"{path.stem}-media", path.parent):
            if safe and (folder / safe).is_file():
                return read_file(folder / safe)
        return None

    return content


def examine_file(
    path: str, external: Mapping[str, str] | None = None
) -> tuple[Form | None, tuple[Problem, ...]]:
    """A form (None if it cannot be read at all) and all problems, placed as its author finds them. Raises Unreadable."""
    found = Path(path)
    source = read_file(path)
    compiled: Compiled | None = None
    if found.suffix.lower() in SPREADSHEETS:
        try:
            compiled = compile_xlsform(found)
        except FormProblem as problem:
            return None, (problem.as_problem(),)
        source = compiled.xml.encode()
    form, problems = examine_form(source, files_beside(found, external or {}))
    if compiled is not None:
        return form, (*compiled.warnings, *(compiled.located(problem) for problem in problems))
    return form, tuple(msgspec.structs.replace(problem, column=None) for problem in problems)


def open_file(path: str, external: Mapping[str, str] | None = None) -> Form:
    """Raises Unreadable or FormRefused."""
    form, problems = examine_file(path, external)
    if form is None or any(problem.severity == "error" for problem in problems):
        raise FormRefused(problems)
    return form
