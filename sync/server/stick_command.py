"""The command ``vatra-county import-stick``: what laptops without a line sent on a USB stick, and the answers for the way back."""

import argparse
import time
from pathlib import Path

import msgspec

from sync.server.command_line import (
    CannotDo,
    Commands,
    add_operator,
    county_store,
    operator,
    print_json,
)
from sync.server.folder import CountyFolder
from sync.server.stick import Imported, Visit, import_stick

REASONS = {
    "damaged": "is damaged: let the laptop write it again",
    "too_new": "was written by a newer Vatra: install that version here",
    "other_county": "is for another county",
    "signature": "was not written by the laptop it names",
    "unknown_device": "comes from a laptop this county does not know",
    "device_revoked": "comes from a laptop that was revoked and only asks for news: it gets none",
    "out_of_scope": "asks for records that are not open to this laptop",
    "gap": "goes on from a file that is missing: bring that one too, or let the laptop write all again",
    "county_went_back": "remembers saves this county does not have: was a backup put back? See: vatra-county restore",
}


def add_commands(commands: Commands) -> None:
    """Add ``import-stick`` to the command line."""
    stick = commands.add_parser("import-stick")
    stick.add_argument("directory", type=Path, metavar="DIR", help="the folder on the stick")
    stick.add_argument(
        "--out", type=Path, metavar="DIR", help="where the answers go (default: the same folder)"
    )
    add_operator(stick)
    stick.add_argument("--json", action="store_true")
    stick.set_defaults(command=_import)


def _import(asked: argparse.Namespace) -> None:
    out = asked.out or asked.directory
    for directory in (asked.directory, out):
        if not directory.is_dir():
            raise CannotDo(f"There is no folder {directory}.")
    with county_store(asked) as store:
        done = import_stick(
            CountyFolder(asked.data), store, asked.directory, out, operator(asked), int(time.time())
        )
    if asked.json:
        print_json(msgspec.to_builtins(done))
    else:
        _tell(done, asked.directory)
    if done.left:
        names = "; ".join(
            f"{one.file} {REASONS.get(one.why, f'was refused ({one.why})')}" for one in done.left
        )
        raise CannotDo(f"Not taken in: {names}.")


def _tell(done: Imported, directory: Path) -> None:
    for visit in done.visits:
        print(_line(visit))
    if not done.visits and not done.left:
        print(f"There is nothing for the county in {directory}.")


def _line(visit: Visit) -> str:
    aside = f", {visit.parked} kept aside" if visit.parked else ""
    known = f", {visit.known} known already" if visit.known else ""
    return (
        f"{visit.name} ({visit.commune}): {visit.applied} saves taken in{known}{aside}. "
        f"The answer is {visit.answers} files: bring the stick back to the laptop."
    )
