"""``vatra-forms``: check a form, fill it in step by step, try an expression, answer requests in a row.

Everything on standard output is one JSON document (``batch``: one per line); help and errors of use go to standard error.
The exit code is 0 if all is well, 1 if the form, expression or a step is wrong, 2 for wrong use, 3 for a defect of Vatra's.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any, TextIO

import msgspec

from app.forms.xform.commands import Answer, answered
from app.forms.xform.opening import Unreadable, read_file

DONE, WRONG, MISUSED, DEFECT = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the return value is the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == "batch":
        return _batch(sys.stdin, sys.stdout)
    if options.command == "preview":
        return _preview(options)
    try:
        request = _REQUESTS[options.command](options)
    except _Failed as failed:
        _print(sys.stdout, failed.answer)
        return WRONG
    answer = _safely(request)
    _print(sys.stdout, answer)
    return DONE if answer["ok"] else DEFECT if answer.get("error", {}).get("code") == "internal" else WRONG


class _Failed(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.answer: Answer = {"ok": False, "error": {"code": code, "message": message}}


def _safely(request: Any) -> Answer:
    try:
        return answered(request)
    except (
        Exception
    ) as defect:  # a defect of ours is told as one, and the next request is answered all the same
        return {"ok": False, "error": {"code": "internal", "message": f"{type(defect).__name__}: {defect}"}}


def _print(out: TextIO, answer: Answer) -> None:
    out.buffer.write(_line(answer) + b"\n")
    out.buffer.flush()


def _line(answer: Answer) -> bytes:
    """One line of JSON, whatever the answer holds: halves of characters that UTF-8 has no place for become ``?``."""
    try:
        return msgspec.json.encode(answer, enc_hook=str)
    except UnicodeEncodeError:
        return json.dumps(answer, ensure_ascii=False, default=str).encode("utf-8", "replace")


def _batch(requests: TextIO, out: TextIO) -> int:
    """One line of answer for each line of request, in order; a bad request never ends it."""
    for line in requests.buffer:
        if not line.strip():
            continue
        request_id: Any = None
        try:
            request = msgspec.json.decode(line)
            request_id = request.get("id") if isinstance(request, dict) else None
            answer = _safely(request)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            answer = {"ok": False, "error": {"code": "request", "message": f"not JSON: {error}"}}
        _print(out, {"id": request_id, **answer})
    return DONE


def _preview(options: argparse.Namespace) -> int:
    """By a program of its own, which answers in the same shapes: this one knows no window."""
    given = [options.form]
    given += ["--language", options.language] if options.language is not None else []
    given += ["--record", options.record] if options.record is not None else []
    for name, path in options.external:
        given += ["--external", f"{name}={path}"]
    command = [sys.executable, "-m", "app.preview", *given]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own program, no shell


# arguments


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"NAME=VALUE expected, not {written!r}")
    return name, value


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--now", metavar="ISO-8601", help="the moment it is; without it the computer's clock")
    common.add_argument(
        "--timezone", metavar="IANA-NAME", help="where it is; without it the zone of --now or of the computer"
    )
    common.add_argument("--seed", type=int, metavar="N", help="makes random() and uuid() repeatable")
    parser = argparse.ArgumentParser(prog="vatra-forms", description="Check, fill in and try ODK forms.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", parents=[common], help="list what is wrong with a form")
    check.add_argument("form", metavar="FORM")
    check.add_argument("--external", action="append", type=_pair, default=[], metavar="NAME=FILE")

    run = commands.add_parser("run", parents=[common], help="fill in a form by steps")
    run.add_argument("form", metavar="FORM")
    run.add_argument("--steps", metavar="FILE|-", help="a JSON list of steps; - is standard input")
    run.add_argument("--language", metavar="L")
    run.add_argument("--external", action="append", type=_pair, default=[], metavar="NAME=FILE")
    run.add_argument("--property", action="append", type=_pair, default=[], metavar="NAME=VALUE")
    run.add_argument("--record", metavar="FILE", help="go on with a saved record")

    xpath = commands.add_parser("xpath", parents=[common], help="work out an expression")
    xpath.add_argument("expression", metavar="EXPR")
    where = xpath.add_mutually_exclusive_group(required=True)
    where.add_argument("--instance", metavar="FILE")
    where.add_argument("--form", metavar="FORM")
    xpath.add_argument("--context", metavar="REF")
    xpath.add_argument("--as", dest="as_", choices=("string", "number", "boolean", "nodes"), metavar="TYPE")
    xpath.add_argument("--namespace", action="append", type=_pair, default=[], metavar="P=URI")
    xpath.add_argument("--language", metavar="L")
    xpath.add_argument("--external", action="append", type=_pair, default=[], metavar="NAME=FILE")
    xpath.add_argument("--property", action="append", type=_pair, default=[], metavar="NAME=VALUE")

    preview = commands.add_parser("preview", help="open the real form window on a record that is thrown away")
    preview.add_argument("form", metavar="FORM")
    preview.add_argument("--language", metavar="L")
    preview.add_argument("--external", action="append", type=_pair, default=[], metavar="NAME=FILE")
    preview.add_argument("--record", metavar="FILE", help="go on with a saved record")

    commands.add_parser("batch", help="answer requests, one JSON object per line of standard input")
    return parser


def _common(options: argparse.Namespace) -> dict[str, Any]:
    given = {"now": options.now, "timezone": options.timezone, "seed": options.seed}
    return {name: value for name, value in given.items() if value is not None}


def _check_request(options: argparse.Namespace) -> dict[str, Any]:
    return {"check": options.form, "external": dict(options.external), **_common(options)}


def _run_request(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "run": options.form,
        "steps": _steps(options.steps),
        "external": dict(options.external),
        "properties": dict(options.property),
        **({"language": options.language} if options.language is not None else {}),
        **({"record": options.record} if options.record is not None else {}),
        **_common(options),
    }


def _steps(path: str | None) -> Any:
    if path is None:
        return []
    try:
        data = sys.stdin.buffer.read() if path == "-" else read_file(path)
    except Unreadable as error:
        raise _Failed("io", str(error)) from None
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _Failed("request", f"the steps are not JSON: {error}") from None


def _xpath_request(options: argparse.Namespace) -> dict[str, Any]:
    given = {
        "instance": options.instance,
        "form": options.form,
        "context": options.context,
        "as": options.as_,
        "language": options.language,
    }
    return {
        "xpath": options.expression,
        "namespaces": dict(options.namespace),
        "external": dict(options.external),
        "properties": dict(options.property),
        **{name: value for name, value in given.items() if value is not None},
        **_common(options),
    }


_REQUESTS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "check": _check_request,
    "run": _run_request,
    "xpath": _xpath_request,
}


if __name__ == "__main__":
    sys.exit(main())
