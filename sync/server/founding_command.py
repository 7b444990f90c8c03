"""The commands that make a county, and that renew the certificate of its server."""

import argparse
import datetime as dt

from app.keys.card import fingerprint
from sync.server import founding
from sync.server.command_line import CannotDo, Commands
from sync.server.folder import CountyExists, CountyFolder


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    init = commands.add_parser("init")
    init.add_argument("--name", required=True, help="as people call the county")
    init.add_argument("--country", required=True, choices=("ro", "pl"))
    init.add_argument(
        "--url", action="append", default=[], help="where laptops reach it, https://...; repeatable"
    )
    init.set_defaults(command=_init)

    renew = commands.add_parser("renew-tls")
    renew.set_defaults(command=_renew)


def _init(asked: argparse.Namespace) -> None:
    for url in asked.url:
        if not url.startswith("https://"):
            raise CannotDo(f"'{url}' is no address of a county: it must begin with https://")
    try:
        founded = founding.found_county(
            asked.data,
            name=asked.name,
            country=asked.country,
            urls=asked.url,
            database=asked.database,
            now=dt.datetime.now(dt.UTC),
        )
    except CountyExists as problem:
        raise CannotDo(f"There is a county in {problem} already; it stays as it is.") from None
    except FileExistsError as problem:
        raise CannotDo(
            f"{problem.filename or problem} is left from an init that did not finish. Remove it and begin again."
        ) from None
    print(f"County {founded.card.name} is ready in {asked.data}.")
    print(f"Card for the laptops: {founded.card_file}")
    print(f"Fingerprint to compare: {fingerprint(founded.card)}")
    print("Recovery shares, any two of which open a vault - move each to another person and delete it here:")
    for file in founded.share_files:
        print(f"  {file}")


def _renew(asked: argparse.Namespace) -> None:
    founding.renew_tls(CountyFolder(asked.data), dt.datetime.now(dt.UTC))
    print("A new server certificate is there; it is used from the next start of `vatra-county serve`.")
