"""The ``vatra`` process: starts the two processes of the window, one pair for each sign-in, and never sees a key.

*unlock* (``app.asking``) shows the gate, asks the passphrase and finds the keys. *work* (``app.working``), started beside
it and waiting without keys, takes them through a pipe, opens the vault and shows the desk; then *unlock* ends. Locking
ends *work*, and with it everything that its memory held. The next *unlock* waits hidden by then, so that the tiles are
there at once. What a process has to say to this one is its exit code; none outlives it (``app.lifeline``).

This module imports neither Qt nor anything that knows the vault.
"""

import contextlib
import enum
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.lifeline import tie
from app.services.machine_memory import machine_memory

SETTLED_AFTER_S = 5.0
"""When a desk has been open for this long, the next asking process is started beside it."""
ROOMY_BYTES = 6 * 1024**3
"""With this much memory the next working process waits, too: a change of worker then costs no start of Python and Qt."""
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

    tied = tie()
    with contextlib.ExitStack() as left:

        def new_pair() -> _Pair:
            return _Pair(command("unlock"), command("work"), left, tied)

        pair, problem = new_pair(), ""
        while True:
            unlock, work = pair.begin(problem)
            asked = unlock.wait()
            if asked == Ended.PARTNER_LOST:
                pair, problem = new_pair(), DESK_LOST
                continue
            if asked != Ended.HANDED_OVER:
                return asked
            waiting = None
            with contextlib.suppress(subprocess.TimeoutExpired):
                work.wait(SETTLED_AFTER_S)
            if work.poll() is None:
                waiting = new_pair()
                if machine_memory().total_bytes >= ROOMY_BYTES:
                    waiting.start_work()
            ended = work.wait()
            if ended == Ended.CLOSED:
                if waiting is not None:
                    waiting.leave()
                return 0
            pair, problem = waiting or new_pair(), ""
            if ended != Ended.LOCKED:
                problem = DESK_REVOKED if ended == Ended.REVOKED else DESK_LOST


Process = subprocess.Popen[bytes]
FirstAct = Callable[[], None] | None
"""What a new process does before its program begins."""


class _Pair:
    """An *unlock* process that waits for its turn and, once it is started, the *work* process at the other ends of its pipes."""

    def __init__(
        self, unlock: Sequence[str], work: Sequence[str], left: contextlib.ExitStack, tied: FirstAct
    ) -> None:
        self._commands, self._left, self._tied = (unlock, work), left, tied
        self._work: Process | None = None
        self._start_unlock()

    def _start_unlock(self) -> None:
        keys, answers = os.pipe(), os.pipe()
        self._ours, self._work = (keys[0], answers[1]), None
        self._unlock = self._start(self._commands[0], reads=answers[0], writes=keys[1])
        # Each end must be open in one process only, or nobody would notice that the other is gone.
        os.close(answers[0])
        os.close(keys[1])

    def _start(self, command: Sequence[str], *, reads: int, writes: int) -> Process:
        # The supervisor has one thread: nothing can be half done in the copy that runs the first act.
        process = subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=reads, stdout=writes, env=_environment(), preexec_fn=self._tied
        )
        self._left.callback(_end, process)
        return process

    def start_work(self) -> Process:
        """The process that works; it waits for keys. Only once."""
        reads, writes = self._ours
        work = self._work = self._start(self._commands[1], reads=reads, writes=writes)
        return work

    def begin(self, problem: str) -> tuple[Process, Process]:
        """It is its turn: (unlock, work), both running. ``problem`` is what ended the desk before.

        An *unlock* that was lost while it waited is replaced, and its partner with it.
        """
        said = problem.encode("ascii") + b"\n"
        try:
            os.write(self._ours[1], said)
        except OSError:
            self.leave()
            self._start_unlock()
            os.write(self._ours[1], said)
        work = self._work or self.start_work()
        self.leave()
        return self._unlock, work

    def leave(self) -> None:
        """Close our ends: without a partner, a process ends by itself."""
        for end in self._ours:
            os.close(end)


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
