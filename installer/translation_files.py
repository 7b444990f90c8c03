"""The window's texts on their way to translators and back: Python sources -> .ts -> .qm.

The .ts files are kept in the repository and edited by people; the .qm files are made from them on each machine.
"""

from __future__ import annotations

import ast
import subprocess
import tempfile
from pathlib import Path

LANGUAGES = ("en", "ro", "pl", "hu")


def collect(root: Path, lupdate: Path) -> int:
    """Bring new and changed texts of the sources into the .ts files; returns the tool's exit code."""
    sources = sorted((root / "ui").rglob("*.py"))
    bootstrap = root / "app" / "bootstrap.py"
    if bootstrap.exists():
        sources.append(bootstrap)
    files = [str(_folder(root).resolve() / f"vatra_{language}.ts") for language in LANGUAGES]
    _folder(root).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as copies:
        texts: list[str] = []
        for path in sources:
            copy = Path(copies) / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(with_plain_counts(path.read_text("utf-8")), "utf-8")
            texts.append(str(path.relative_to(root)))
        # No line numbers: they would change every .ts file with every edit of a screen.
        return subprocess.call(
            [lupdate, "-locations", "none", "-no-obsolete", *texts, "-ts", *files], cwd=copies
        )


def with_plain_counts(source: str) -> str:
    """The source with every count of ``translate(context, text, "", count)`` written as 1, for lupdate to read.

    lupdate 6.11 sees plural forms only beside a plain number, and passes over texts whose count is a call or an attribute.
    """
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    text = b"".join(lines)
    counts = [
        call.args[3]
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and len(call.args) == 4 and _name_of(call.func) == "translate"
    ]
    for count in sorted(counts, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        assert count.end_lineno is not None
        assert count.end_col_offset is not None
        begin = starts[count.lineno - 1] + count.col_offset
        end = starts[count.end_lineno - 1] + count.end_col_offset
        after = text[end:].lstrip()
        # Nor does it see them before a closing comma.
        rest = after[1:] if after.startswith(b",") else text[end:]
        text = text[:begin] + b"1" + rest
    return text.decode()


def _name_of(called: ast.expr) -> str:
    return (
        called.attr
        if isinstance(called, ast.Attribute)
        else called.id
        if isinstance(called, ast.Name)
        else ""
    )


def compile_changed(root: Path, lrelease: Path) -> int:
    """Compile each .ts that is newer than its .qm; returns the first failing exit code, else 0."""
    sources = sorted(_folder(root).glob("vatra_*.ts"))
    if not sources:
        print("No translations yet (resources/translations/*.ts): the window will speak English.", flush=True)
    for source in sources:
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        code = subprocess.call([lrelease, "-silent", str(source), "-qm", str(compiled)], cwd=root)
        if code != 0:
            return code
    return 0


def _folder(root: Path) -> Path:
    return root / "resources" / "translations"
