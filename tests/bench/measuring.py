"""Times, bytes and memory, and the table they are shown in. A figure is a median with what it is a median of."""

import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """One row of the table; ``target`` is what it must stay under (or over, for rates), None when there is none."""

    name: str
    value: float
    unit: str
    of: str
    """Of how many tries, and the spread."""
    target: float | None = None
    more_is_better: bool = False

    @property
    def holds(self) -> bool | None:
        if self.target is None:
            return None
        return self.value >= self.target if self.more_is_better else self.value <= self.target


class Took(msgspec.Struct, frozen=True):
    """One try: by the clock on the wall, and of the processor alone, which other programs do not lengthen as much."""

    wall_ms: float
    cpu_ms: float


def times(work: Callable[[], object], tries: int) -> list[Took]:
    """How long each try took."""
    took = []
    for _ in range(tries):
        wall_s, cpu_s = time.perf_counter(), time.process_time()
        work()
        took.append(Took((time.perf_counter() - wall_s) * 1000, (time.process_time() - cpu_s) * 1000))
    return took


def median_of(name: str, took: list[Took], target: float | None = None) -> Figure:
    """The median, with the fastest and the slowest."""
    wall = [one.wall_ms for one in took]
    cpu_ms = statistics.median(one.cpu_ms for one in took)
    spread = f"median of {len(took)}, {min(wall):.1f} to {max(wall):.1f}; processor {cpu_ms:.1f}"
    return Figure(name, statistics.median(wall), "ms", spread, target)


def p95_of(name: str, took: list[Took], target: float | None = None) -> Figure:
    """What 95 of 100 tries stay under."""
    ordered = sorted(one.wall_ms for one in took)
    return Figure(
        name, ordered[max(0, -(-len(ordered) * 95 // 100) - 1)], "ms", f"p95 of {len(took)}", target
    )


def peak_mib() -> float:
    """The most memory this process ever had, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # The resource usage below counts what the process had before it became this program, as a copy of its parent.
        most = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(most.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    info = Path("/proc/cpuinfo")
    models = (
        [
            line.partition(":")[2].strip()
            for line in info.read_text().splitlines()
            if line.startswith("model name")
        ]
        if info.exists()
        else []
    )
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{pages / 1024**3:.1f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load when it began": f"{os.getloadavg()[0]:.1f}",
    }


def table(figures: Iterable[Figure]) -> str:
    """The figures as text."""
    lines = [("", "", "target", "")]
    for one in figures:
        sign = ">=" if one.more_is_better else "<="
        target = "" if one.target is None else f"{sign} {one.target:g}  {'holds' if one.holds else 'MISSED'}"
        lines.append((one.name, f"{one.value:,.1f} {one.unit}", target, one.of))
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {value:>{widths[1]}}  {target:<{widths[2]}}  {of}".rstrip()
        for name, value, target, of in lines
    )
