"""``vatra-county agreement`` and ``tasks``, and the export about persons: numbers for everybody, names only under an agreement."""

import argparse
import csv
import datetime as dt
import time
from pathlib import Path

import msgspec

from sync.server import agreements, persons
from sync.server.accounts import commune_code
from sync.server.agreements import Agreement
from sync.server.command_line import Commands, add_operator, county_store, operator, print_json
from sync.server.open_tasks import waiting_lines


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    agreement = commands.add_parser("agreement")
    acts = agreement.add_subparsers(required=True, metavar="ACT")
    new = acts.add_parser("add", help="record an agreement of one commune")
    new.add_argument("--basis", required=True, metavar="TEXT", help="law or contract it rests on")
    new.add_argument("--from", dest="from_on", required=True, type=_day, metavar="YYYY-MM-DD")
    new.add_argument(
        "--until", dest="until_on", type=_day, metavar="YYYY-MM-DD", help="its last day, if it has one"
    )
    new.set_defaults(command=_add)
    lines = acts.add_parser("list", help="every agreement there is or was")
    lines.add_argument("--json", action="store_true")
    lines.set_defaults(command=_list)
    over = acts.add_parser("end", help="let it end")
    over.add_argument("--on", required=True, type=_day, metavar="YYYY-MM-DD", help="its last day")
    over.set_defaults(command=_end)
    for act in (new, over):
        act.add_argument("--commune", required=True, metavar="CODE")
        act.add_argument(
            "--number", required=True, metavar="TEXT", help="number and date of the agreement, no names"
        )
        add_operator(act)

    tasks = commands.add_parser("tasks")
    tasks.add_argument("--json", action="store_true")
    add_agreement(tasks, "also which families, of the communes under it")
    tasks.set_defaults(command=_tasks)


def add_agreement(parser: argparse.ArgumentParser, words: str) -> None:
    """The option that lets a command read about persons."""
    parser.add_argument("--agreement", metavar="NUMBER", help=words)
    add_operator(parser)


def export_persons(asked: argparse.Namespace, file: Path, day: dt.date) -> int:
    """Write what the agreement lets the county read, as CSV; returns its rows."""
    with county_store(asked) as store, store.writing() as (connection, _county):
        rows = persons.rows_under(connection, asked.agreement, day, operator(asked), int(time.time()))
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(persons.COLUMNS)
        writer.writerows(rows)
    return len(rows)


def _add(asked: argparse.Namespace) -> None:
    wanted = Agreement(asked.commune, asked.number, asked.basis, asked.from_on, asked.until_on)
    with county_store(asked) as store, store.writing() as (connection, county):
        added = agreements.add(connection, county, wanted, operator(asked), int(time.time()))
    print(f"Recorded: {_line(added)}")


def _end(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, county):
        code = commune_code(county.country, asked.commune)
        agreements.end(connection, asked.number, code, asked.on, operator(asked), int(time.time()))
    print(f"Agreement {asked.number} of {code} ends with {asked.on}.")


def _list(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.reading() as connection:
        found = agreements.all_of(connection)
    if asked.json:
        print_json([msgspec.to_builtins(one) for one in found])
        return
    for one in found:
        print(_line(one))
    if not found:
        print("No agreement is recorded: the county sees numbers only.")


def _line(one: Agreement) -> str:
    until = f" until {one.until_on}" if one.until_on is not None else ""
    return f"{one.commune}  {one.number}  from {one.from_on}{until}  {one.basis}"


def _tasks(asked: argparse.Namespace) -> None:
    now_s = int(time.time())
    if asked.agreement:
        _tasks_of_families(asked, now_s)
        return
    with county_store(asked) as store, store.reading() as connection:
        lines = waiting_lines(connection, now_s)
    if asked.json:
        print_json([msgspec.to_builtins(line) for line in lines])
        return
    for line in lines:
        waiting = ", ".join(f"{number} {words}" for words, number in line.waiting.items() if number)
        print(
            f"{line.name} ({line.commune}): {line.open} open: {waiting}; the oldest {line.oldest_days} days"
        )
    if not lines:
        print("Nothing waits for a supervisor.")


def _tasks_of_families(asked: argparse.Namespace, now_s: int) -> None:
    day = dt.datetime.fromtimestamp(now_s, dt.UTC).date()
    with county_store(asked) as store, store.writing() as (connection, _county):
        told = persons.tasks_under(connection, asked.agreement, day, operator(asked), now_s)
    if asked.json:
        print_json(
            [
                msgspec.structs.asdict(task) | {"family": task.family.hex(), "number": number, "name": name}
                for task, number, name in told
            ]
        )
        return
    for task, number, name in told:
        print(f"{task.commune}  {number or '-'}  {name}  {task.form_id}  {task.days(now_s)} days")
    if not told:
        print("Nothing waits for a supervisor in the communes under this agreement.")


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
