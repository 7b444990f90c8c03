"""The command ``vatra-county``: what an office does with its county, one sentence per answer.

Exit code 0 when done, 1 with one sentence on stderr when it cannot be done, 2 for a command line that makes no sense. A command reads
only its own module: a web server and a forms engine take longer to load than most answers take to give.
"""

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from app.errors import CardInvalid
from sync.server import accounts, forms
from sync.server.command_line import CannotDo, Commands
from sync.server.folder import NoCounty
from sync.server.store import StoreTooNew, StoreUnreadable

_COMMANDS: Mapping[str, Mapping[str, str]] = {
    "founding_command": {
        "init": "make a county: keys, card, empty log, recovery shares",
        "renew-tls": "a new server certificate under the same root",
    },
    "accounts_command": {
        "commune": "add a commune, or list them",
        "enrol": "a one-time code for a worker's laptop",
        "devices": "the laptops, their workers and last contacts",
        "revoke": "refuse a lost or stolen laptop from now on",
        "workers": "the workers; agree with one, or let one go",
    },
    "serving_command": {
        "serve": "answer laptops until Ctrl+C",
    },
    "overview_command": {
        "status": "the log, and per commune what waits",
        "export": "aggregates per commune as CSV; names only under an agreement",
    },
    "recovery_command": {
        "recovery": "let a worker back in who forgot the passphrase",
    },
    "upkeep": {
        "backup": "one sealed, verified file with everything the county has",
        "snapshots": "make those that are missing or overtaken; for the night",
        "restore": "go back to a backup and begin a new epoch",
        "receipt": "whose a receipt is, and whether the county holds all of it",
        "lease": "how long laptops may go on without contact; shows it, or sets it",
    },
    "stick_command": {
        "import-stick": "take in what laptops sent on a stick; write the answers beside it",
    },
    "parked_command": {
        "parked": "what the county keeps aside: list it, apply it, send it back",
    },
    "family_command": {
        "hand-over": "a family moves to another commune, with all that belongs to it",
        "erase": "erase a family by order, here and on every laptop",
        "verify": "whether everything the county keeps still adds up",
    },
    "form_command": {
        "form": "publish an assessment form to every laptop, or withdraw it",
    },
    "sharing_command": {
        "agreement": "on what the county may read about persons of a commune",
        "tasks": "danger signs nobody has taken up yet, by commune and how long they wait",
    },
}
"""Which module of this folder brings which commands, and what they are for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    asked = _parser(arguments).parse_args(arguments)
    try:
        asked.command(asked)
    except (CannotDo, accounts.AccountProblem, forms.FormProblem) as problem:
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


def _parser(arguments: Sequence[str] | None) -> argparse.ArgumentParser:
    """What understands these arguments: the command in them as its module knows it, or the names of all where there is none."""
    parser = argparse.ArgumentParser(prog="vatra-county", description="The county's end of Vatra.")
    _add_common_options(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asked = _word(arguments)
    bringing = next((module for module, words in _COMMANDS.items() if asked in words), None)
    if bringing is not None:
        importlib.import_module(f"sync.server.{bringing}").add_commands(commands)
    else:
        for words in _COMMANDS.values():
            for word, purpose in words.items():
                commands.add_parser(word, help=purpose)
    _take_common_options_anywhere(commands)
    return parser


def _word(arguments: Sequence[str] | None) -> str | None:
    """The command that is asked for: the first word that is not about the options before it."""
    before = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _add_common_options(before)
    try:
        _, rest = before.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    return next((word for word in rest if not word.startswith("-")), None)


def _add_common_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=Path("county"), help="the county's folder (default: ./county)"
    )
    parser.add_argument("--database", help="postgresql://... instead of the SQLite file in the folder")


def _take_common_options_anywhere(commands: Commands) -> None:
    """Take --data and --database after the command too; people write them there."""
    for parser in commands.choices.values():
        parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        parser.add_argument("--database", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


if __name__ == "__main__":
    sys.exit(main())
