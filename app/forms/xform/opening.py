"""A form from a file: XForm XML or a spreadsheet, with the files that lie beside it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.forms.xform.draft import Files
from app.forms.xform.errors import FormProblem, FormRefused, Problem
from app.forms.xform.markup import LARGEST_DOCUMENT_BYTES
from app.forms.xform.model import Form
from app.forms.xform.reading import examine_form
from app.forms.xform.vault_lists import STAND_INS
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


class Examined(msgspec.Struct, frozen=True):
    """A file that was read as a form: the form (None if it cannot be read at all), all problems, placed as its author finds
    them, and what it was made of: XForm XML, the settings of a spreadsheet, and the files it names, as far as there are any.
    """

    form: Form | None
    problems: tuple[Problem, ...]
    source: bytes = b""
    settings: Mapping[str, str] = {}
    files: Mapping[str, bytes] = {}

    @property
    def is_sound(self) -> bool:
        return self.form is not None and not any(one.severity == "error" for one in self.problems)


def examine(
    path: str,
    external: Mapping[str, str] | None = None,
    given: Mapping[str, bytes] | None = None,
) -> Examined:
    """Read a form with its files; ``given`` are contents of files that come from elsewhere. A list that laptops have from their
    vault need not be there; it is warned of. Raises Unreadable.
    """
    found = Path(path)
    source = read_file(path)
    compiled: Compiled | None = None
    if found.suffix.lower() in SPREADSHEETS:
        try:
            compiled = compile_xlsform(found)
        except FormProblem as problem:
            return Examined(None, (problem.as_problem(),))
        source = compiled.xml.encode()
    beside, read, stood_in = files_beside(found, external or {}), dict[str, bytes](), dict[str, Problem]()

    def content(name: str) -> bytes | None:
        data = (given or {}).get(name) or beside(name)
        if data is not None:
            read[name] = data
        elif name in STAND_INS:
            message = f"{name} is not there: a laptop has it from its vault, here something stands in"
            stood_in[name] = Problem("warning", "vault_list", message)
        return data or STAND_INS.get(name)

    form, problems = examine_form(source, content)
    problems = (*problems, *stood_in.values())
    if compiled is None:
        placed = tuple(msgspec.structs.replace(problem, column=None) for problem in problems)
        return Examined(form, placed, source, files=read)
    placed = (*compiled.warnings, *(compiled.located(problem) for problem in problems))
    return Examined(form, placed, source, compiled.settings, read)


def examine_file(
    path: str, external: Mapping[str, str] | None = None
) -> tuple[Form | None, tuple[Problem, ...]]:
    """A form (None if it cannot be read at all) and all problems, placed as its author finds them. Raises Unreadable."""
    examined = examine(path, external)
    return examined.form, examined.problems


def open_file(path: str, external: Mapping[str, str] | None = None) -> Form:
    """Raises Unreadable or FormRefused."""
    form, problems = examine_file(path, external)
    if form is None or any(problem.severity == "error" for problem in problems):
        raise FormRefused(problems)
    return form
