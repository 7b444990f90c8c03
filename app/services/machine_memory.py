"""How much memory this machine has, and how much of it is free now."""

import ctypes
import sys
from pathlib import Path

import msgspec


class MachineMemory(msgspec.Struct, frozen=True):
    """In bytes; both 0 where the system does not tell."""

    total_bytes: int = 0
    free_bytes: int = 0


class _Status(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("total", ctypes.c_uint64),
        ("available", ctypes.c_uint64),
        ("others", ctypes.c_uint64 * 5),
    )


def machine_memory(told: Path = Path("/proc/meminfo")) -> MachineMemory:
    """Asked of the kernel on Linux and of the system on Windows (not tried there yet)."""
    if sys.platform == "win32":
        status = _Status(length=ctypes.sizeof(_Status))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return MachineMemory(status.total, status.available)
    else:  # noqa: RET505 - which of the two is there, the type checker reads from the branches
        return _of_meminfo(told)


def _of_meminfo(told: Path) -> MachineMemory:
    try:
        lines = dict(line.split(":", 1) for line in told.read_text("ascii").splitlines())
        return MachineMemory(
            int(lines["MemTotal"].split()[0]) * 1024, int(lines["MemAvailable"].split()[0]) * 1024
        )
    except (OSError, ValueError, KeyError):
        return MachineMemory()
