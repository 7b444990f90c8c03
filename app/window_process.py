"""What the asking and the working process have in common: private memory, two pipes, and an end without ado."""

import os
import sys
from typing import NoReturn

from app.private_memory import keep_private
from storage.handover import Pipes


def begin() -> Pipes:
    """Call first. Standard input and output are for the keys alone: whatever prints, prints on standard error from now on."""
    keep_private()
    writes = os.dup(1)
    os.dup2(2, 1)
    return Pipes(0, writes)


def end(code: int) -> NoReturn:
    """End the process now. Nothing is left to be done: saved is saved, and taking down a window only takes time."""
    sys.stderr.flush()
    os._exit(code)
