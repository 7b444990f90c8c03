"""The commands about communes, workers and laptops: who is let in, who is let go, and who there is."""

import argparse
import datetime as dt
import sys
import time

import msgspec

from sync.server import accounts, catchment, colleagues, forms, journal, overview
from sync.server.command_line import (
    CannotDo,
    Commands,
    add_operator,
    county_store,
    moment,
    operator,
    print_json,
    read_id,
)


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    commune = commands.add_parser("commune")
    acts = commune.add_subparsers(required=True, metavar="ACT")
    add = acts.add_parser("add", help="add a commune")
    add.add_argument("code", help="official code, such as 21891 or ro-21891")
    add.add_argument("name")
    add.set_defaults(command=_add_commune)
    area = acts.add_parser("serve", help="a centre's laptop serves this commune beside its own")
    area.add_argument("code", help="code of the further commune")
    area.add_argument("--device", required=True, help="id, from: vatra-county devices")
    add_operator(area)
    area.set_defaults(command=_serve_commune)

    enrol = commands.add_parser("enrol")
    enrol.add_argument("--commune", help="code of the commune")
    enrol.add_argument("--worker", help="name of the worker")
    enrol.add_argument("--profession", help="such as social_worker, nurse, school_mediator")
    enrol.add_argument("--worker-id", help="a worker the county knows: a code for a further laptop")
    enrol.add_argument("--json", action="store_true")
    enrol.set_defaults(command=_enrol)

    devices = commands.add_parser("devices")
    devices.add_argument("--json", action="store_true")
    devices.set_defaults(command=_devices)

    revoke = commands.add_parser("revoke")
    revoke.add_argument("device", help="id, from: vatra-county devices")
    add_operator(revoke)
    revoke.set_defaults(command=_revoke)

    workers = commands.add_parser("workers")
    workers.add_argument("--json", action="store_true")
    workers.set_defaults(command=_workers)
    decisions = workers.add_subparsers(metavar="ACT")
    for act, words in (
        ("confirm", "agree with a colleague whom a laptop took in"),
        ("revoke", "somebody leaves: take nothing more of theirs"),
    ):
        decision = decisions.add_parser(act, help=words)
        decision.add_argument("worker", help="id, from: vatra-county workers")
        add_operator(decision)
        decision.set_defaults(command=_decide_worker, act=act)


def _add_commune(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, county):
        code = accounts.add_commune(connection, county, asked.code, asked.name)
        forms.tell_all(connection, county, int(time.time()))
    print(f"Commune {asked.name} ({code}) added.")


def _serve_commune(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, county):
        laptop, commune = catchment.serve(
            connection, county, read_id(asked.device), asked.code, operator(asked), int(time.time())
        )
    print(f"{laptop} serves {commune}, too: its families are there after the next sync.")


def _enrol(asked: argparse.Namespace) -> None:
    now_s = int(time.time())
    with county_store(asked) as store, store.writing() as (connection, county):
        if asked.worker_id:
            invitation = accounts.issue_code(connection, county, read_id(asked.worker_id), now_s)
        elif asked.commune and asked.worker and asked.profession:
            invitation = accounts.invite(
                connection,
                county,
                commune=asked.commune,
                name=asked.worker,
                profession=asked.profession,
                now_s=now_s,
            )
        else:
            raise CannotDo("Say whom: --commune CODE --worker NAME --profession P, or --worker-id ID.")
    until = dt.datetime.fromtimestamp(invitation.expires_at, dt.UTC)
    if asked.json:
        print_json(
            {"code": invitation.code, "worker": invitation.worker.hex(), "expires_at": invitation.expires_at}
        )
    else:
        print(invitation.code)
        print(f"For one laptop, once, until {until:%Y-%m-%d %H:%M} UTC.", file=sys.stderr)


def _devices(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.reading() as connection:
        lines = overview.device_lines(connection)
    if asked.json:
        print_json([line.as_plain() for line in lines])
        return
    for line in lines:
        hints = "".join(f", {hint}" for hint in line.hints())
        workers = ", ".join(line.workers)
        print(
            f"{line.id.hex()}  {line.commune}  {line.name}  {workers}  {line.status}, {moment(line.last_contact_at)}{hints}"
        )
    if not lines:
        print("No laptop has enrolled yet.")


def _revoke(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, _county):
        accounts.revoke_device(connection, read_id(asked.device))
        journal.note(connection, operator(asked), "revoke", {"device": asked.device}, int(time.time()))
    print("Revoked: it receives nothing more, and what it still sends is kept aside.")


def _workers(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.reading() as connection:
        lines = colleagues.worker_lines(connection)
    if asked.json:
        print_json([msgspec.to_builtins(line) for line in lines])
        return
    for line in lines:
        print(f"{line.id}  {line.commune}  {line.name}  {line.profession}  {line.status}")
    if not lines:
        print("No worker is known yet.")


def _decide_worker(asked: argparse.Namespace) -> None:
    confirms = asked.act == "confirm"
    decide = colleagues.confirm_worker if confirms else colleagues.revoke_worker
    with county_store(asked) as store, store.writing() as (connection, county):
        name = decide(connection, county, read_id(asked.worker), int(time.time()))
        facts = {"worker": asked.worker}
        journal.note(connection, operator(asked), f"{asked.act} worker", facts, int(time.time()))
    if confirms:
        print(f"Agreed: {name} belongs to the commune; the laptop receives what the profession reads.")
    else:
        print(
            f"{name} has left: nothing more of theirs is taken, and the laptops close to them at their next sync."
        )
