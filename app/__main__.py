"""The ``vatra`` command: without an act the window over this account's vault (``--folder`` names another).

Each process of the window loads only what it needs, the supervisor next to nothing; so this module imports nothing of
Vatra before it knows what it is asked.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

_PROCESSES = {"unlock": "app.asking", "work": "app.working"}
"""The processes of the window, which only the supervisor starts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit code (0 done, 1 the world was in the way, 2 wrong use)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--preferences", type=Path)
    window, act = parser.parse_known_args(given)
    if not act:
        return int(importlib.import_module("app.supervisor").run(window.folder, window.preferences))
    if act[0] in _PROCESSES:
        return int(importlib.import_module(_PROCESSES[act[0]]).main(window.folder, window.preferences))
    return int(importlib.import_module("app.command_line").main(given, default_folder()))


def default_folder() -> Path:
    """Where this account's vault is kept."""
    return Path(platformdirs.user_data_dir("Vatra", appauthor=False)) / "vault"


if __name__ == "__main__":
    sys.exit(main())
