"""The window's texts on their way to translators and back: Python sources -> .ts -> .qm.

The .ts files are kept in the repository and edited by people; the .qm files are made from them on each machine.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

LANGUAGES = ("en", "ro", "pl", "hu")


def collect(root: Path, lupdate: Path) -> int:
    """Bring new and changed texts of the sources into the .ts files; returns the tool's exit code."""
    sources = sorted((root / "ui").rglob("*.py"))
    bootstrap = root / "app" / "bootstrap.py"
    if bootstrap.exists():
        sources.append(bootstrap)
    texts = [str(path.relative_to(root)) for path in sources]
    files = [str(_folder(root).relative_to(root) / f"vatra_{language}.ts") for language in LANGUAGES]
    _folder(root).mkdir(parents=True, exist_ok=True)
    # No line numbers: they would change every .ts file with every edit of a screen.
    return subprocess.call([lupdate, "-locations", "none", "-no-obsolete", *texts, "-ts", *files], cwd=root)


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
