"""`python3 installer/dev.py bench [--quick]`: measure, print a table, write build/bench.json.

Everything runs against real encrypted vaults, the real window on Qt's offscreen platform and a real county process over
TLS. Figures are medians of one run on the machine that the table names; compare them within a run, not between machines.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
# Started as a folder, Python knows only this one.
sys.path.insert(0, str(ROOT))

from tests.bench import at_the_county, filling_in, large_vault, on_laptop, on_the_line, switching, workload  # noqa: E402
from tests.bench.measuring import Figure, machine, table  # noqa: E402
from tests.fixtures.vault import InventedVault, make_invented_vault  # noqa: E402

PEOPLE, PEOPLE_QUICK = 20_000, 2_000
VISITS, VISITS_QUICK = 1_000, 100
LARGE_MIB, LARGE_MIB_QUICK = 200, 20
STARTS = 5


def _window(made: InventedVault, home: Path, *unlock: str) -> dict[str, float]:
    """What a window process measured of itself."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    script = str(Path(__file__).with_name("first_window.py"))
    ran = subprocess.run(
        [sys.executable, script, str(made.folder), str(time.monotonic()), *unlock],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode != 0:
        raise SystemExit(f"The window did not come up:\n{ran.stderr}")
    return msgspec.json.decode(ran.stdout.splitlines()[-1], type=dict[str, float])


def _starting(made: InventedVault, home: Path, people: int) -> list[Figure]:
    starts = [_window(made, home)["first_window_s"] * 1000 for _ in range(STARTS)]
    full = _window(made, home, made.worker.id.hex(), made.passphrase)
    spread = f"median of {STARTS}, {min(starts):.0f} to {max(starts):.0f}, files in the cache of the system"
    return [
        Figure("start to the first painted window", statistics.median(starts), "ms", spread),
        Figure("unlock to Today on screen, cheapest Argon2id", full["to_today_s"] * 1000, "ms", "one try"),
        Figure(f"peak memory with window, {people:,} people", full["peak_mib"], "MiB", "resident set"),
    ]


def main(arguments: list[str]) -> int:
    """Measure everything; 1 when a target was missed."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure Vatra on this machine.")
    parser.add_argument(
        "--quick", action="store_true", help=f"{PEOPLE_QUICK:,} people, {VISITS_QUICK} visits"
    )
    parser.add_argument(
        "--json", type=Path, default=ROOT / "build" / "bench.json", help="where to write the figures"
    )
    chosen = parser.parse_args(arguments)
    where = machine()
    print(", ".join(f"{name}: {value}" for name, value in where.items()), flush=True)
    with tempfile.TemporaryDirectory(prefix="vatra-bench-") as place:
        folder = Path(place)
        made = make_invented_vault(folder / "vault")
        with made.open() as vault:
            people, imported = on_laptop.fill(vault, PEOPLE_QUICK if chosen.quick else PEOPLE)
            figures = [imported, *on_laptop.working(vault, people)]
        figures += on_laptop.unlocking(made)
        figures += switching.switching(folder)
        figures += _starting(made, folder, people)
        figures += filling_in.figures(folder)
        figures += large_vault.figures(folder, LARGE_MIB_QUICK if chosen.quick else LARGE_MIB)
        figures += on_the_line.syncing(folder, VISITS_QUICK if chosen.quick else VISITS)
        figures += workload.measured(folder)
        if sys.platform == "linux":
            figures += [*at_the_county.ingesting(folder), *at_the_county.memory_while_uploading(folder)]
    print(table(figures))
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_bytes(
        msgspec.json.format(msgspec.json.encode({"machine": where, "figures": figures}), indent=1)
    )
    print(f"Written to {chosen.json}.")
    return 1 if any(one.holds is False for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
