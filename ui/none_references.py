"""A guard against one defect: PySide6 6.12.0 on Python 3.11 gives back a reference to None that it never took.

Every call that returns nothing (``setText``, ``hide``, ``drawRect`` ...) lowers the count of None by one. From Python 3.12 on
None is not counted and nothing happens; before, the process dies with "none_dealloc" after some thousand calls. PySide6
6.11.3 does not do it (compare ``sys.getrefcount(None)`` around a hundred ``QObject.setObjectName``). Taking references in
advance is enough: 2**40 of them outlast any day of work.

Remove this module when the requirement excludes 6.12.0 or Python 3.11.
"""

import ctypes
import sys

import PySide6

TAKEN = 1 << 40
_DEFECTIVE = "6.12.0"


def take_in_advance() -> bool:
    """Raise the count of None where it is needed, once; says whether it was."""
    if sys.version_info >= (3, 12) or PySide6.__version__ != _DEFECTIVE or sys.getrefcount(None) >= TAKEN:
        return False
    # CPython keeps the count in the first word of every object.
    ctypes.c_ssize_t.from_address(id(None)).value += TAKEN
    return True
