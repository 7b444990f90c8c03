"""The commands about one family - hand it over to another commune, erase it by order - and ``verify`` over everything."""

import argparse
import datetime as dt
import time
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from sync.server import backup, erasing, handing_over, verifying
from sync.server.accounts import commune_code
from sync.server.command_line import (
    CannotDo,
    Commands,
    add_operator,
    county_store,
    operator,
    print_json,
    read_id,
)
from sync.server.folder import CountyFolder
from sync.server.restore import KEPT_BEFORE
from sync.server.store import county_of
from sync.server.upkeep import DEFAULT_PLACE


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    move = commands.add_parser("hand-over")
    move.add_argument("--to", required=True, metavar="COMMUNE", help="code of the commune it goes to")
    move.set_defaults(command=_hand_over)
    erase = commands.add_parser("erase")
    erase.add_argument(
        "--order", required=True, metavar="REFERENCE", help="number and date of the order, no names"
    )
    erase.add_argument(
        "--drop-backups",
        action="store_true",
        help="also make a new backup and delete the former ones in the county's folder, which hold the family",
    )
    erase.set_defaults(command=_erase)
    check = commands.add_parser("verify")
    check.add_argument("--json", action="store_true")
    check.set_defaults(command=_verify)
    for act in (move, erase):
        act.add_argument("family", nargs="?", metavar="FAMILY", help="its id, 32 characters")
        act.add_argument("--number", help="instead: the number the workers of --from gave it")
        act.add_argument(
            "--from", dest="commune", metavar="COMMUNE", help="with --number: whose number it is"
        )
        add_operator(act)


def _hand_over(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, county):
        family = _family(connection, asked)
        done = handing_over.hand_over_family(
            connection, county, family, asked.to, operator(asked), int(time.time())
        )
    conflicts = f", {done.open_conflicts} open conflicts" if done.open_conflicts else ""
    print(f"Handed over from {done.from_name} to {done.to_name}: {done.records} records{conflicts}.")
    print(
        "The laptops there receive it at their next sync; those it leaves send what they have of it, and let it go."
    )


def _erase(asked: argparse.Namespace) -> None:
    folder = CountyFolder(asked.data)
    with county_store(asked) as store:
        with store.reading() as connection:
            family = _family(connection, asked)
        done = erasing.erase_family(folder, store, family, asked.order, operator(asked), int(time.time()))
        print(f"Erased: {done.records} records, {done.saves} saves. Laptops wipe it at their next sync.")
        former = _backups(folder)
        if asked.drop_backups and former:
            made = backup.make_backup(folder, store, folder.of(DEFAULT_PLACE), dt.datetime.now(dt.UTC))
            for path in former:
                if path != made.path:
                    path.unlink()
            print(
                f"New backup: {made.path}. {len(former)} former ones are deleted; look for copies elsewhere."
            )
        elif former:
            print(f"{len(former)} backups made before still hold the family; the newest is {former[0]}.")
            print("Make a new one, and delete these when the order says so. Restored, they are erased again.")


def _verify(asked: argparse.Namespace) -> None:
    with county_store(asked) as store:
        found = verifying.verify(store)
    if asked.json:
        print_json(msgspec.to_builtins(found))
    else:
        print(
            f"{found.saves} saves in {found.chains} chains, {found.effects} effects, {found.records} records, "
            f"{found.erased} erased families."
        )
        for one in found.findings:
            print(f"{one.table} {one.place}: {one.what}")
    if found.findings:
        raise CannotDo(
            f"{len(found.findings)} places do not add up. Keep this database as it is, and go back to a backup from before: "
            "vatra-county restore"
        )
    if not asked.json:
        print("Everything adds up.")


def _family(connection: Connection, asked: argparse.Namespace) -> bytes:
    if bool(asked.family) == bool(asked.number) or bool(asked.number) != bool(asked.commune):
        raise CannotDo("Say which family: its id, or --number NUMBER --from COMMUNE.")
    if asked.family:
        return read_id(asked.family)
    commune = commune_code(county_of(connection).country, asked.commune)
    return handing_over.family_numbered(connection, commune, asked.number)


def _backups(folder: CountyFolder) -> list[Path]:
    places = (DEFAULT_PLACE, KEPT_BEFORE)
    return [
        file for place in places if folder.of(place).is_dir() for file in backup.backups(folder.of(place))
    ]
