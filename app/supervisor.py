"""The ``vatra`` process: starts the two processes of the window, one pair for each sign-in, and never sees a key.

*unlock* (``app.asking``) shows the gate, asks the passphrase and finds the keys. *work* (``app.working``), started beside
it and waiting without keys, takes them through a pipe, opens the vault and shows the desk; then *unlock* ends. Locking
ends *work*, and with it everything that its memory held. The next *unlock* waits hidden by then, so that the tiles are
there at once. What a process has to say to this one is its exit code.

This module imports neither Qt nor anything that knows the vault.
"""

import contextlib
import enum
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SETTLED_AFTER_S = 5.0
"""When a desk has been open for this long, the next asking process is started beside it."""
ENDS_WITHIN_S = 5.0
"""How long a process that lost its partner may take to notice."""
DESK_LOST = "desk_lost"
DESK_REVOKED = "desk_revoked"


class Ended(enum.IntEnum):
    """Exit codes of *unlock* and *work*; any other is a crash."""

    CLOSED = 0
    """The person closed the window, or nobody asks any more."""
    LOCKED = 40
    """*work*: the vault is closed, ask for a passphrase again."""
    HANDED_OVER = 41
    """*unlock*: the desk is shown by *work*."""
    PARTNER_LOST = 42
    """*unlock*: *work* ended before the desk was shown."""
    REVOKED = 43
    """*work*: the vault is closed, because the county let the worker go."""


def this_program() -> tuple[str, ...]:
    """The command that starts another process of this Vatra."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # -P: a folder named "app" where Vatra happens to be started from is not ours.
    return (sys.executable, "-P", "-m", "app")


def run(folder: Path, preferences_path: Path | None = None, program: Sequence[str] = ()) -> int:
    """Serve one sign-in after the other until the window is closed; returns the exit code of ``vatra``.

    ``program`` starts a process, ``this_program()`` if it is empty.
    """
    try:
        return _serve(folder, preferences_path, program)
    except KeyboardInterrupt:  # from a terminal; the other processes heard it, too
        return 128 + signal.SIGINT


def _serve(folder: Path, preferences_path: Path | None, program: Sequence[str]) -> int:
    options = ["--preferences", str(preferences_path)] if preferences_path else []

    def command(part: str) -> list[str]:
        return [*(program or this_program()), "--folder", str(folder), part, *options]

    with contextlib.ExitStack() as left:
        asking, problem = _Asking(command("unlock"), left), ""
        while True:
            asking.begin(problem)
            work = asking.start_partner(command("work"), left)
            asked = asking.process.wait()
            if asked == Ended.PARTNER_LOST:
                asking, problem = _Asking(command("unlock"), left), DESK_LOST
                continue
            if asked != Ended.HANDED_OVER:
                return asked
            waiting = None
            with contextlib.suppress(subprocess.TimeoutExpired):
                work.wait(SETTLED_AFTER_S)
            if work.poll() is None:
                waiting = _Asking(command("unlock"), left)
            ended = work.wait()
            if ended == Ended.CLOSED:
                if waiting is not None:
                    waiting.leave()
                return 0
            asking, problem = waiting or _Asking(command("unlock"), left), ""
            if ended != Ended.LOCKED:
                problem = DESK_REVOKED if ended == Ended.REVOKED else DESK_LOST


class _Asking:
    """An *unlock* process that waits for its turn, and the pipe ends that its partner will get."""

    def __init__(self, command: Sequence[str], left: contextlib.ExitStack) -> None:
        self._command, self._left = command, left
        self._start()

    def _start(self) -> None:
        keys, answers = os.pipe(), os.pipe()
        self._partner_reads, self._partner_writes = keys[0], answers[1]
        self.process = _start(self._command, self._left, reads=answers[0], writes=keys[1])
        # Each end must be open in one process only, or nobody would notice that the other is gone.
        os.close(answers[0])
        os.close(keys[1])

    def begin(self, problem: str) -> None:
        """It is its turn; ``problem`` is what ended the desk before. One that was lost while it waited is replaced."""
        said = problem.encode("ascii") + b"\n"
        try:
            os.write(self._partner_writes, said)
        except OSError:
            self.leave()
            self._start()
            os.write(self._partner_writes, said)

    def start_partner(self, command: Sequence[str], left: contextlib.ExitStack) -> "Process":
        """The process that works, with the other ends of the pipes."""
        work = _start(command, left, reads=self._partner_reads, writes=self._partner_writes)
        self.leave()
        return work

    def leave(self) -> None:
        """Close our ends: without a partner, the process ends by itself."""
        os.close(self._partner_reads)
        os.close(self._partner_writes)


Process = subprocess.Popen[bytes]


def _start(command: Sequence[str], left: contextlib.ExitStack, *, reads: int, writes: int) -> Process:
    process = subprocess.Popen(command, stdin=reads, stdout=writes, env=_environment())  # noqa: S603 - ourselves
    left.callback(_end, process)
    return process


def _environment() -> dict[str, str]:
    """Where this very Vatra is found, also when it was started from its source folder."""
    home = str(Path(__file__).resolve().parents[1])
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in (home, known) if part)}


def _end(process: Process) -> None:
    """Wait for a process whose partner is gone; one that does not notice is ended."""
    try:
        process.wait(ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
