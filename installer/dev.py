"""The one command of this repository: `python3 installer/dev.py TASK`.

It runs on a bare machine: Python 3.11 and pip, nothing else. Every task first brings `.venv` up to what the
lock files say (a moment when nothing changed), so there is no order to remember and running twice does no harm.
What follows the name of a task is handed on: `test -k chain`, `demo --headless --out DIR`.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# Before the imports below, which an older Python may not understand.
if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this has not read pyproject.toml
    sys.exit(f"Vatra needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")

import environment
import system_libraries
import translation_files

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "lock"

Arguments = Sequence[str]
Task = Callable[[Arguments], int]


def setup(arguments: Arguments) -> int:
    """bring .venv, the libraries Qt needs and the translations up to date"""
    _no_arguments(setup, arguments)
    _prepare(qt=True)
    print(f"Ready: {environment.python_of(ROOT)}")
    return 0


def demo(arguments: Arguments) -> int:
    """show Vatra on an invented commune; --headless --out DIR plays a day without a display"""
    _prepare(qt=True)
    return _python("installer/demo.py", *arguments)


def run(arguments: Arguments) -> int:
    """open Vatra with the vault of this laptop"""
    _prepare("client", qt=True)
    return _python("-m", "app", *arguments)


def serve(arguments: Arguments) -> int:
    """run a county server (`vatra-county serve`)"""
    _prepare()
    return _tool("vatra-county", "serve", *arguments)


def test(arguments: Arguments) -> int:
    """run the checks and all tests; with arguments only pytest, which gets them"""
    _prepare(qt=True)
    system_libraries.bring_up_tools()
    if arguments:
        return _python("-m", "pytest", *arguments)
    return _run_everything()


BESIDE = (
    (
        "tests/journeys",
        "tests/torture",
        "tests/app/test_supervisor.py",
        "tests/app/test_revoked_desk.py",
    ),
    ("tests/storage", "tests/sync", "tests/app/services", "tests/app/imports", "tests/app/forms"),
)
"""Tests that mostly wait for disks and for processes of their own: each of these runs beside all others."""


def _run_everything() -> int:
    """The checks and all tests, in a few processes at once; what those beside say is printed after the main one has ended."""
    pytest = (str(environment.python_of(ROOT)), "-m", "pytest")
    with contextlib.ExitStack() as beside:
        begun = []
        for paths in BESIDE:
            print("$ pytest", *paths, "(beside the others, told below)", flush=True)
            told = beside.enter_context(tempfile.TemporaryFile())
            command = [*pytest, "-p", "no:cacheprovider", *paths]
            process = subprocess.Popen(command, cwd=ROOT, env=_surroundings(), stdout=told, stderr=told)
            beside.callback(process.wait)
            beside.callback(process.kill)
            begun.append((process, told))
        codes = [_run_checks()]
        others = [option for paths in BESIDE for path in paths for option in ("--ignore", path)]
        codes.append(_say_and_call(*pytest, *others))
        for process, told in begun:
            codes.append(process.wait())
            told.seek(0)
            sys.stdout.buffer.write(told.read())
            sys.stdout.buffer.flush()
    return max(codes)


def check(arguments: Arguments) -> int:
    """ruff, formatting, types (Linux and Windows) and who may import whom"""
    _no_arguments(check, arguments)
    _prepare()
    return _run_checks()


def fix(arguments: Arguments) -> int:
    """format the code and mend what ruff can mend"""
    _no_arguments(fix, arguments)
    _prepare()
    mended = _tool("ruff", "check", "--fix", ".")
    return _tool("ruff", "format", ".") or mended


def shots(arguments: Arguments) -> int:
    """pictures of every screen into build/shots (--out DIR for elsewhere)"""
    _prepare(qt=True)
    out = () if "--out" in arguments else ("--out", str(ROOT / "build" / "shots"))
    return _python("installer/demo.py", "--headless", *out, *arguments)


def bench(arguments: Arguments) -> int:
    """measure start, search, saving, import, sync and memory; prints a table"""
    _prepare(qt=True)
    return _python("tests/bench", *arguments)


def torture(arguments: Arguments) -> int:
    """the long forms of the torture tests: torture NAME [--runs N] [--control]"""
    _prepare()
    system_libraries.bring_up_tools()
    return _python("tests/torture", *arguments)


def simulate(arguments: Arguments) -> int:
    """random histories of laptops and county: simulate [--runs N] [--seed S] [--without MECHANISM]"""
    _prepare()
    return _python("tests/simulation", *arguments)


def translations(arguments: Arguments) -> int:
    """collect the texts of the window into resources/translations/*.ts and compile them"""
    _no_arguments(translations, arguments)
    _prepare(qt=True)
    return (
        translation_files.collect(ROOT, environment.tool_of(ROOT, "pyside6-lupdate"))
        or _compile_translations()
    )


def forms(arguments: Arguments) -> int:
    """compile the shipped forms after one was added or changed; what it writes is committed"""
    _no_arguments(forms, arguments)
    _prepare()
    return _python("installer/compile_forms.py")


def lock(arguments: Arguments) -> int:
    """write the lock files anew from pyproject.toml (--upgrade for newer versions)"""
    _prepare()
    # The client's lock is held to the full one, so that a laptop runs the versions the tests ran.
    return _lock("all", "--extra", "server", "--extra", "dev", *arguments) or _lock(
        "client", "--constraint", str((LOCKS / "all.txt").relative_to(ROOT)), *arguments
    )


def fresh_machine(arguments: Arguments) -> int:
    """show both README commands on a bare Debian (debootstrap; root; some minutes)"""
    return _say_and_call(sys.executable, str(ROOT / "tests" / "fresh_machine" / "prove.py"), *arguments)


TASKS: tuple[Task, ...] = (
    setup,
    demo,
    run,
    serve,
    test,
    check,
    fix,
    shots,
    bench,
    torture,
    simulate,
    translations,
    forms,
    lock,
    fresh_machine,
)


def _prepare(lock_name: environment.LockName = "all", *, qt: bool = False) -> None:
    """Everything a task may count on: packages, and for a task that opens windows Qt's libraries and texts."""
    if qt:  # first, because it may end with a line for the worker to run, and that should not take a minute
        system_libraries.bring_up()
    environment.bring_up(ROOT, lock_name)
    if qt:
        _compile_translations()


def _compile_translations() -> int:
    return translation_files.compile_changed(ROOT, environment.tool_of(ROOT, "pyside6-lrelease"))


def _run_checks() -> int:
    mypy_for_windows = ("--platform", "win32", "--cache-dir", ".mypy_cache/win32")
    checks = {
        "ruff": ("ruff", "check", "--quiet", "."),
        "format": ("ruff", "format", "--check", "--quiet", "."),
        "types": ("mypy",),
        "types on Windows": ("mypy", *mypy_for_windows),
        "imports": ("lint-imports", "--no-logo"),
    }
    failed = []
    for name, (tool, *rest) in checks.items():
        began = time.monotonic()
        if _tool(tool, *rest) != 0:
            failed.append(name)
        print(
            f"{'FAILED' if name in failed else 'holds '} {name} ({time.monotonic() - began:.1f} s)",
            flush=True,
        )
    if failed:
        print(f"Does not hold: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def _lock(name: environment.LockName, *options: str) -> int:
    return _tool(
        "uv", "pip", "compile", "pyproject.toml", "--group", "build", *options,
        "--universal", "--python-version", "3.11", "--generate-hashes",
        "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--quiet",
        "--custom-compile-command", "python3 installer/dev.py lock",
        "--output-file", str((LOCKS / f"{name}.txt").relative_to(ROOT)),
    )  # fmt: skip


def _python(*arguments: str) -> int:
    return _say_and_call(str(environment.python_of(ROOT)), *arguments)


def _tool(name: str, *arguments: str) -> int:
    return _say_and_call(str(environment.tool_of(ROOT, name)), *arguments)


def _say_and_call(*command: str) -> int:
    shown = [part.removeprefix(f"{ROOT}{os.sep}") for part in command]
    print("$", *shown, flush=True)
    return subprocess.call(command, cwd=ROOT, env=_surroundings())


def _surroundings() -> dict[str, str]:
    return os.environ | {"PYTHONUTF8": "1"}


def _no_arguments(task: Task, arguments: Arguments) -> None:
    if arguments:
        sys.exit(f"The task {_name_of(task)} takes no arguments; it was given: {' '.join(arguments)}")


def _name_of(task: Task) -> str:
    return task.__name__.replace("_", "-")


def _overview() -> str:
    lines = [f"  {_name_of(task):<15}{task.__doc__}" for task in TASKS]
    return "\n".join(["python3 installer/dev.py TASK [arguments]", "", *lines])


def main(arguments: Arguments) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_overview())
        return 0
    wanted, *rest = arguments
    for task in TASKS:
        if _name_of(task) == wanted:
            return task(rest)
    print(f"There is no task {wanted!r}. The tasks are:\n\n{_overview()}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (environment.CannotPrepare, system_libraries.LibrariesMissing) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)
