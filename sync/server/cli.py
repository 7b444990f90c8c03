"""The command ``vatra-county``: what an office does with its county, one sentence per answer.

Exit code 0 when done, 1 with one sentence on stderr when it cannot be done, 2 for a command line that makes no sense.
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from app.errors import CardInvalid
from app.keys.card import CountyCard, fingerprint
from sync.server import (
    accounts,
    catchment,
    colleagues,
    export,
    family_command,
    form_command,
    forms,
    founding,
    journal,
    overview,
    parked_command,
    recovery,
    serving,
    sharing_command,
    stick_command,
    upkeep,
)
from sync.server.command_line import (
    CannotDo,
    add_operator,
    county_store,
    moment,
    operator,
    print_json,
    read_id,
)
from sync.server.folder import CARD, CountyExists, CountyFolder, NoCounty
from sync.server.observing import log_to_stderr
from sync.server.store import StoreTooNew, StoreUnreadable

DEFAULT_PORT = 8443


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        asked.command(asked)
    except (CannotDo, accounts.AccountProblem, forms.FormProblem, recovery.RecoveryProblem) as problem:
        return _sorry(str(problem))
    except NoCounty:
        return _sorry(
            f"There is no county in {asked.data}. Make one with: vatra-county --data {asked.data} init"
        )
    except CardInvalid as problem:
        return _sorry(f"The county card in {asked.data} cannot be used ({problem}). Restore it from a copy.")
    except StoreUnreadable as problem:
        return _sorry(f"The county's database cannot be opened: {problem}")
    except StoreTooNew:
        return _sorry("A newer Vatra has changed this database. Install that version of the server.")
    except SQLAlchemyError as problem:
        return _sorry(f"The county's database does not answer: {getattr(problem, 'orig', None) or problem}")
    except BrokenPipeError:
        return 0  # whoever read the answer has seen enough
    except OSError as problem:
        return _sorry(f"{problem.strerror or problem}: {problem.filename or asked.data}")
    except KeyboardInterrupt:
        return 130
    return 0


def _sorry(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vatra-county", description="The county's end of Vatra.")
    parser.add_argument(
        "--data", type=Path, default=Path("county"), help="the county's folder (default: ./county)"
    )
    parser.add_argument("--database", help="postgresql://... instead of the SQLite file in the folder")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    init = commands.add_parser("init", help="make a county: keys, card, empty log, recovery shares")
    init.add_argument("--name", required=True, help="as people call the county")
    init.add_argument("--country", required=True, choices=("ro", "pl"))
    init.add_argument(
        "--url", action="append", default=[], help="where laptops reach it, https://...; repeatable"
    )
    init.set_defaults(command=_init)

    commune = commands.add_parser("commune", help="add a commune, or list them")
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

    serve = commands.add_parser("serve", help="answer laptops until Ctrl+C")
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes a free one")
    serve.add_argument("--workers", type=int, default=1, help="processes (default: 1)")
    serve.add_argument(
        "--metrics",
        type=int,
        metavar="PORT",
        help="OpenMetrics on loopback; each process takes the next free port",
    )
    serve.add_argument("--log-requests", action="store_true", help="a line of JSON for each answer on stderr")
    serve.set_defaults(command=_serve)

    enrol = commands.add_parser("enrol", help="a one-time code for a worker's laptop")
    enrol.add_argument("--commune", help="code of the commune")
    enrol.add_argument("--worker", help="name of the worker")
    enrol.add_argument("--profession", help="such as social_worker, nurse, school_mediator")
    enrol.add_argument("--worker-id", help="a worker the county knows: a code for a further laptop")
    enrol.add_argument("--json", action="store_true")
    enrol.set_defaults(command=_enrol)

    devices = commands.add_parser("devices", help="the laptops, their workers and last contacts")
    devices.add_argument("--json", action="store_true")
    devices.set_defaults(command=_devices)

    revoke = commands.add_parser("revoke", help="refuse a lost or stolen laptop from now on")
    revoke.add_argument("device", help="id, from: vatra-county devices")
    add_operator(revoke)
    revoke.set_defaults(command=_revoke)

    workers = commands.add_parser("workers", help="the workers; agree with one, or let one go")
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

    status = commands.add_parser("status", help="the log, and per commune what waits")
    status.add_argument("--json", action="store_true")
    status.set_defaults(command=_status)

    table = commands.add_parser("export", help="aggregates per commune as CSV; names only under an agreement")
    table.add_argument("--out", type=Path, required=True, metavar="FILE.csv")
    table.add_argument(
        "--on", type=dt.date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="day of the ages"
    )
    sharing_command.add_agreement(table, "instead: the members of households, of the communes under it")
    table.set_defaults(command=_export)

    _recovery_parsers(commands)

    renew = commands.add_parser("renew-tls", help="a new server certificate under the same root")
    renew.set_defaults(command=_renew)

    upkeep.add_commands(commands)
    stick_command.add_commands(commands)
    parked_command.add_commands(commands)
    family_command.add_commands(commands)
    form_command.add_commands(commands)
    sharing_command.add_commands(commands)
    _common_options_anywhere(commands)
    return parser


def _recovery_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lost = commands.add_parser("recovery", help="let a worker back in who forgot the passphrase")
    acts = lost.add_subparsers(required=True, metavar="ACT")
    read = acts.add_parser("read", help="who asks, for which laptop, why")
    answer = acts.add_parser("answer", help="join two shares and write the answer")
    for act in (read, answer):
        act.add_argument("request", type=Path, help="the file from the laptop")
        act.add_argument("--card", type=Path, help="the county card (default: the one in --data)")
    answer.add_argument(
        "--share",
        action="append",
        default=[],
        metavar="FILE",
        help="file of a share, or - to type it; twice (default: both are asked for)",
    )
    answer.add_argument(
        "--holder", action="append", default=[], metavar="NAME", help="who holds a share here; twice"
    )
    answer.add_argument("--fingerprint", help="as the worker read it to you (default: it is asked for)")
    answer.add_argument("--out", type=Path, required=True, metavar="ANSWER", help="the file for the laptop")
    read.set_defaults(command=_read_recovery)
    answer.set_defaults(command=_answer_recovery)


def _common_options_anywhere(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Take --data and --database after the command too; people write them there."""
    for parser in commands.choices.values():
        parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        parser.add_argument("--database", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


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


def _serve(asked: argparse.Namespace) -> None:
    folder = CountyFolder(asked.data)
    with county_store(asked) as store:
        try:
            opened = serving.listen(asked.host, asked.port)
        except OSError as problem:
            raise CannotDo(f"Cannot listen on {asked.host}:{asked.port}: {problem.strerror}.") from None
        with opened:
            if asked.workers > 1:
                store.close()  # each process opens its own
                serving.serve_with_processes(
                    folder,
                    asked.database,
                    opened,
                    asked.workers,
                    _say_ready,
                    metrics_port=asked.metrics,
                    log_requests=asked.log_requests,
                )
            else:
                log_to_stderr(requests=asked.log_requests)
                server = serving.make_server(folder, store, opened, _say_ready, asked.metrics)
                serving.serve_here(server, opened)


def _say_ready(address: str) -> None:
    print(f"listening on {address}", flush=True)


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


def _renew(asked: argparse.Namespace) -> None:
    founding.renew_tls(CountyFolder(asked.data), dt.datetime.now(dt.UTC))
    print("A new server certificate is there; it is used from the next start of `vatra-county serve`.")


def _read_recovery(asked: argparse.Namespace) -> None:
    card = _recovery_card(asked) if asked.card or CountyFolder(asked.data).of(CARD).exists() else None
    print("\n".join(recovery.lines_of(recovery.read_request_file(asked.request), card)))


def _answer_recovery(asked: argparse.Namespace) -> None:
    request, card = recovery.read_request_file(asked.request), _recovery_card(asked)
    names = recovery.check_asked(request, card, asked.holder, asked.out)
    print("\n".join(recovery.lines_of(request, card)))
    heard = asked.fingerprint or _ask("Fingerprint that the worker read to you: ")
    if not recovery.same_fingerprint(heard, request):
        raise CannotDo(
            "The fingerprint is another one: this request is not the worker's, or it was changed. Nothing was answered."
        )
    named = [*asked.share, *("-" for _ in range(founding.SHARES_NEEDED - len(asked.share)))]
    shares = [
        recovery.read_share(_typed_share(number) if name == "-" else _share_text(name), f"Share {number}")
        for number, name in enumerate(named, 1)
    ]
    recovery.write_answer(request, card, shares, names, asked.out, dt.datetime.now(dt.UTC))
    print(f"\nThe answer is in {asked.out}. It opens nothing without the worker's new passphrase.")
    print("Note who was here, for whom and when. Put the shares away, each in its own place.")


def _recovery_card(asked: argparse.Namespace) -> CountyCard:
    if asked.card:
        return recovery.read_card_file(asked.card)
    try:
        return CountyFolder(asked.data).card()
    except NoCounty:
        raise CannotDo(
            f"There is no county in {asked.data}. Name its card: --card county-card.vatra"
        ) from None


def _share_text(name: str) -> str:
    with Path(name).open("rb") as file:
        return file.read(recovery.MAX_SHARE_BYTES).decode("utf-8", "replace")


def _typed_share(number: int) -> str:
    """As many lines as the words of a share need; an empty line ends it sooner."""
    text = _ask(f"Share {number}, {recovery.SHARE_WORDS} words (the first four letters of each are enough): ")
    while len(text.split()) < recovery.SHARE_WORDS and (line := _ask("")):
        text = f"{text} {line}"
    return text


def _ask(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


if __name__ == "__main__":
    sys.exit(main())
