"""``vatra-county form``: a form author's file goes to every laptop, is withdrawn, or is recorded as checked against the law."""

import argparse
import datetime as dt

from sync.server import form_acts
from sync.server.command_line import Commands, add_operator


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    form = commands.add_parser("form")
    acts = form.add_subparsers(required=True, metavar="ACT")

    release = acts.add_parser("publish", help="check a spreadsheet, sign it, and send it to every laptop")
    release.add_argument("file", metavar="FORM", help="an XLSForm: .xlsx, .xls, .csv or .md")
    release.add_argument(
        "--external", action="append", type=_pair, default=[], metavar="NAME=FILE", help="a list it names"
    )
    release.add_argument("--replaces", metavar="ID", help="a form that is withdrawn with the same act")
    add_operator(release)
    release.set_defaults(command=form_acts.publish)

    lines = acts.add_parser("list", help="what was published, withdrawn and checked, version by version")
    lines.add_argument("--json", action="store_true")
    lines.set_defaults(command=form_acts.list_forms)

    back = acts.add_parser("withdraw", help="offer a form no longer; what was filled in stays readable")
    back.add_argument("form_id", metavar="ID")
    back.add_argument("version", nargs="?", type=int, metavar="VERSION", help="only this one (default: all)")
    add_operator(back)
    back.set_defaults(command=form_acts.withdraw)

    check = acts.add_parser(
        "record-check", help="record that somebody compared a form with the law: it is then the statutory one"
    )
    check.add_argument("form_id", metavar="ID")
    check.add_argument("version", type=int, metavar="VERSION")
    check.add_argument("--by", required=True, metavar="NAME", help="who compared it")
    check.add_argument("--on", required=True, type=dt.date.fromisoformat, metavar="YYYY-MM-DD")
    check.add_argument(
        "--source", required=True, metavar="TEXT", help="with what: act, number, consolidated on"
    )
    check.set_defaults(command=form_acts.record_check)


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"NAME=FILE expected, not {written!r}")
    return name, value
