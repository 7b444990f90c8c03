"""What the asking and the working process have in common: private memory, two pipes, and an end without ado."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from app.private_memory import keep_private
from storage.handover import Pipes


def begin() -> Pipes:
    """Call first. Standard input and output are for the keys alone: whatever prints, prints on standard error from now on."""
    keep_private()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    writes = os.dup(1)
    try:
        os.dup2(2, 1)
    except OSError:  # started without any console, as a window program of Windows is
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    return Pipes(0, writes)


def on_end_signal(act: Callable[[], None]) -> None:
    """Put the desk away when the system or a terminal ends the process. Python hears it at its next timer."""
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda _number, _frame: act())


def end(code: int) -> NoReturn:
    """End the process now. Nothing is left to be done: saved is saved, and taking down a window only takes time."""
    with contextlib.suppress(AttributeError, ValueError):  # there may be no standard error
        sys.stderr.flush()
    os._exit(code)
