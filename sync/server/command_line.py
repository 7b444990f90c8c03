"""What the commands of ``vatra-county`` share: the database they work on, who works, and how answers are written."""

import argparse
import datetime as dt
import getpass
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

from sync.server import erasing
from sync.server.folder import CountyFolder
from sync.server.store import Store

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a module adds its commands."""


class CannotDo(Exception):
    """``args[0]`` is the sentence for the office."""


@contextmanager
def county_store(asked: argparse.Namespace) -> Iterator[Store]:
    """The county's database, brought up to this version, and to what was erased from it by order."""
    folder = CountyFolder(asked.data)
    store = folder.open_store(asked.database)
    try:
        store.migrate()
        erasing.catch_up(folder, store, int(time.time()))
        yield store
    finally:
        store.close()


def add_operator(parser: argparse.ArgumentParser) -> None:
    """The option that says who acts; the journal keeps it."""
    parser.add_argument("--by", metavar="NAME", help="who does this, for the journal (default: this account)")


def operator(asked: argparse.Namespace) -> str:
    """Who acts: the name given, or the account."""
    name = " ".join((asked.by or "").split())
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown account"


def read_id(text: str) -> bytes:
    """An id as people type it; CannotDo for anything else."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise CannotDo(f"'{text}' is no id: ids have 32 characters from 0-9 and a-f.") from None


def moment(at_s: int | None) -> str:
    """``2026-11-21 09:30 UTC``, ``never``."""
    return "never" if at_s is None else f"{dt.datetime.fromtimestamp(at_s, dt.UTC):%Y-%m-%d %H:%M} UTC"


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
