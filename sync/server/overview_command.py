"""The commands that show the county from afar: ``status``, and ``export`` as a table."""

import argparse
import datetime as dt
from pathlib import Path

from sync.server import export, overview, sharing_command
from sync.server.command_line import Commands, county_store, moment, print_json


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    status = commands.add_parser("status")
    status.add_argument("--json", action="store_true")
    status.set_defaults(command=_status)

    table = commands.add_parser("export")
    table.add_argument("--out", type=Path, required=True, metavar="FILE.csv")
    table.add_argument(
        "--on", type=dt.date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="day of the ages"
    )
    sharing_command.add_agreement(table, "instead: the members of households, of the communes under it")
    table.set_defaults(command=_export)


def _status(asked: argparse.Namespace) -> None:
    with county_store(asked) as store:
        state = overview.status(store)
    if asked.json:
        print_json(state.as_plain())
        return
    print(f"County {state.name}: {state.csn} saves in the log, epoch {state.epoch}.")
    if state.doubt is not None:
        print(
            f"Laptop {state.doubt.device} has seen save {state.doubt.csn} otherwise ({moment(state.doubt.at)}): this database "
            "was put back without a new epoch. Begin one: vatra-county restore --in-place"
        )
    for line in state.communes:
        print(
            f"{line.name} ({line.code}): {line.families} families, {line.person_records} people, {line.visits} visits, "
            f"{line.open_conflicts} open conflicts, {line.parked} parked; last contact {moment(line.last_contact_at)}"
        )


def _export(asked: argparse.Namespace) -> None:
    day = asked.on or dt.datetime.now(dt.UTC).date()
    if asked.agreement:
        rows = sharing_command.export_persons(asked, asked.out, dt.datetime.now(dt.UTC).date())
        print(f"{rows} persons in {asked.out}, noted in the journal. Delete the file when it has served.")
        return
    with county_store(asked) as store:
        rows = export.write_table(store, asked.out, day)
    print(
        f"{rows} rows in {asked.out}. Numbers from 1 to 4 are marked: keep the file inside the county's offices."
    )
