"""The acts of ``vatra`` that need no window.

``vatra import FILE --check`` says what an import would bring in, without touching a vault. ``vatra vault ACT`` is for
whoever looks after the laptop.
"""

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app import vault_command
from app.errors import VatraError
from app.imports.caseload import check


def main(arguments: Sequence[str], default_folder: Path) -> int:
    """Do what the arguments say; returns the exit code (0 done, 1 the world was in the way, 2 wrong use)."""
    chosen = _parser().parse_args(arguments)
    if chosen.act == "import":
        return _check_files(chosen.files, chosen.json)
    return vault_command.run(chosen, chosen.folder or default_folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vatra",
        description="Home visits and family assessments, offline first. Without ACT the window opens.",
    )
    parser.add_argument("--folder", type=Path, help="folder of the vault (default: this account's)")
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    check_only = acts.add_parser("import", help="say what an import of these files would bring in")
    check_only.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check_only.add_argument(
        "--check",
        action="store_true",
        required=True,
        help="only count: nothing is kept (imports are made in the window)",
    )
    check_only.add_argument("--json", action="store_true", help="print one JSON document")
    vault_command.add_to(acts)
    return parser


def _check_files(files: Sequence[Path], as_json: bool) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Names that a console of another code page cannot show must not end the command.
        sys.stdout.reconfigure(errors="replace")
    found: dict[str, Any] = {"imported": {}, "problems": [], "unreadable": []}
    for path in files:
        try:
            one = check(path)
        except VatraError as problem:
            found["unreadable"].append({"file": path.name, "code": problem.code, "facts": problem.facts})
            continue
        found["imported"].update(one["imported"])
        found["problems"] += [{"file": path.name, **cell} for cell in one["problems"]]
    if as_json:
        # Plain ASCII: a console or pipe of any encoding can carry it.
        print(json.dumps(found, indent=1))
    else:
        for name, counts in found["imported"].items():
            print(name)
            for what, number in counts.items():
                print(f"  {number:6d}  {what.replace('_', ' ')}")
        for cell in found["problems"]:
            print(f"  {cell['sheet']}, row {cell['row']}, {cell['column']}: {cell['code']} ({cell['value']})")
    for refused in found["unreadable"]:
        print(f"{refused['file']}: cannot be read ({refused['code']})", file=sys.stderr)
    return 1 if found["unreadable"] else 0
