"""A process whose memory is nobody else's business: no core file, no reading by other programs of the same account.

Both processes of the window call ``keep_private`` before they hold anything. Where a system refuses, Vatra still
starts: the encryption of the disk and the end of the process at each lock do not depend on it.
"""

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x0001


def keep_private() -> None:
    """No dump of this process, and none of its memory for a debugger of the same account (Linux; Windows: no dump)."""
    if sys.platform == "win32":
        # Not tried on Windows yet. Error reporting then sends and keeps no heap.
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        with contextlib.suppress(AttributeError):
            kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
    else:
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            with contextlib.suppress(AttributeError, OSError):
                ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
