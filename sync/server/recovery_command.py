"""The command ``vatra-county recovery``: the conversation at the table, where two shares let a worker back in."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from app.keys.card import CountyCard
from sync.server import founding, recovery
from sync.server.command_line import CannotDo, Commands
from sync.server.folder import CARD, CountyFolder, NoCounty


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    lost = commands.add_parser("recovery")
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
