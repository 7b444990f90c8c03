"""The processes of the window do not outlive the supervisor that started them, however it ends.

Pipes tell a process that its partner is gone, but the desk that was handed over has no partner any more: with the supervisor
killed it would stay open, and never be locked again. So the system itself ends what the supervisor leaves behind: Linux says
SIGTERM, at which the desk locks as it does at a shutdown; Windows ends the process as a power cut would, and nothing saved is
lost by that. Elsewhere a desk stays until its window is closed.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
_EXTENDED_LIMIT_INFORMATION, _KILL_ON_JOB_CLOSE = 9, 0x2000


def tie() -> Callable[[], None] | None:
    """Call once in the supervisor, on the thread that starts processes; what a new process has to do before its program begins.

    None where the new process has nothing to do. A system that refuses is no reason not to start.
    """
    first_act: Callable[[], None] | None = None
    if sys.platform == "win32":
        _put_into_a_job()
    elif sys.platform == "linux":
        first_act = _ending_with(os.getpid())
    return first_act


def _ending_with(supervisor: int) -> Callable[[], None]:
    # Looked up here: between its beginning and its program a process should do as little as possible.
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def end_with_supervisor() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != supervisor:  # it ended a moment before
            os._exit(0)

    return end_with_supervisor


if sys.platform == "win32":

    class _Limits(ctypes.Structure):
        """``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``; only the flags are of interest."""

        _fields_ = (
            ("times", ctypes.c_int64 * 2),
            ("flags", ctypes.c_uint32),
            ("working_set", ctypes.c_size_t * 2),
            ("most_processes", ctypes.c_uint32),
            ("affinity", ctypes.c_size_t),
            ("priorities", ctypes.c_uint32 * 2),
            ("transfers", ctypes.c_uint64 * 6),
            ("memory", ctypes.c_size_t * 4),
        )

    def _put_into_a_job() -> None:
        """Not tried on Windows yet. The job's only handle is this process's own, and is closed with it."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = _Limits(flags=_KILL_ON_JOB_CLOSE)
        size = ctypes.sizeof(limits)
        if kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size):
            kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
