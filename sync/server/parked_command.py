"""The command ``vatra-county parked``: what the county keeps aside and why, and the office's word on it."""

import argparse
import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from sync.server import parked
from sync.server.command_line import (
    CannotDo,
    Commands,
    add_operator,
    county_store,
    moment,
    operator,
    print_json,
)
from sync.server.parked import ParkedLine
from sync.server.store import lock_county

REASONS = {
    "device_revoked": "the laptop was revoked",
    "unknown_author": "the worker is not known on this laptop, or has left",
    "too_large": "one save is larger than 64 KiB",
    "malformed": "no laptop could read it",
    "out_of_scope": "it touches a family of another commune",
    "county_decides": "only the county may change this",
    "sealed": "it writes into an assessment that another sealed, or that is sealed already",
    "supervisor_decides": "it decides between two levels of risk, and its author is no supervisor",
}


def add_commands(commands: Commands) -> None:
    """Add ``parked`` with its acts to the command line."""
    queue = commands.add_parser("parked")
    acts = queue.add_subparsers(required=True, metavar="ACT")
    listed = acts.add_parser("list", help="what waits for a decision, and why")
    listed.add_argument("--all", action="store_true", help="also what was decided")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(command=_list)
    approve = acts.add_parser("approve", help="apply it now, as its author wrote it")
    approve.set_defaults(command=_approve)
    back = acts.add_parser("return", help="leave it unapplied; the worker reads why")
    back.add_argument("--why", required=True, metavar="SENTENCE", help="what the worker reads")
    back.set_defaults(command=_return)
    for act in (approve, back):
        act.add_argument("number", type=int, nargs="*", help="from: vatra-county parked list")
        act.add_argument("--of", metavar="DEVICE", help="everything that waits from this laptop")
        add_operator(act)


def _list(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.reading() as connection:
        found = parked.lines(connection, decided=asked.all)
    if asked.json:
        print_json([msgspec.to_builtins(line) for line in found])
        return
    for line in found:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(line.kinds.items())) or "unreadable"
        who = line.worker or f"unknown worker {line.worker_id}"
        print(
            f"{line.number}  {line.commune}/{line.compartment}  {who} on {line.device or line.device_id}  "
            f"received {moment(line.received_at)}  {kinds}  {line.verdict or REASONS.get(line.reason, line.reason)}"
        )
    if not found:
        print("Nothing waits for a decision.")


def _approve(asked: argparse.Namespace) -> None:
    def decide(connection: Connection, county: Row[Any], number: int, by: str, now_s: int) -> int:
        return parked.approve(connection, county, number, by, now_s)

    done = _decide(asked, decide)
    print(f"{done} applied. Laptops receive it with their next sync, under its author's name.")


def _return(asked: argparse.Namespace) -> None:
    def decide(connection: Connection, county: Row[Any], number: int, by: str, now_s: int) -> int:
        return parked.send_back(connection, county, number, asked.why, by, now_s)

    done = _decide(asked, decide)
    print(f"{done} returned. The laptop shows your sentence at its next sync; the county keeps the save.")


def _decide(asked: argparse.Namespace, decide: Callable[[Connection, Row[Any], int, str, int], int]) -> int:
    """All or nothing, in the order in which the saves were made; how many there were."""
    with county_store(asked) as store:
        with store.reading() as connection:
            numbers = _chosen(asked, parked.lines(connection))
        with store.writing() as (connection, _county):
            for number in numbers:
                decide(connection, lock_county(connection), number, operator(asked), int(time.time()))
    return len(numbers)


def _chosen(asked: argparse.Namespace, waiting: Sequence[ParkedLine]) -> list[int]:
    if bool(asked.number) == bool(asked.of):
        raise CannotDo("Name the numbers of the saves, or all of one laptop: --of DEVICE.")
    if asked.number:
        return sorted(set(asked.number))
    found = [line.number for line in waiting if line.device_id == asked.of]
    if not found:
        raise CannotDo(f"Nothing waits from laptop {asked.of}.")
    return found
