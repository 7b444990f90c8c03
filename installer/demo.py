"""The demo: a county on loopback, a laptop of its own, an invented caseload - and the window over it.

Without a display, or with ``--headless --out DIR``, two acts are played instead: a day of two workers (``day.py``), synced in one
order and then in the other, and two communes with one stick (``two_communes.py``). ``summary.json`` says what was seen, and
the exit code whether everything held. Nothing is built in: county, keys and passphrase are made anew each time.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if "--headless" in sys.argv or (
    sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import day
import two_communes
from county_process import CountyProcess
from hands import NotSeen

from app import supervisor
from app.countries.pack import load_country
from app.imports.caseload import build_caseload
from app.imports.mapping import propose_mapping
from app.imports.reading import read_workbook
from app.services import importing, session, setup
from resources import resource_bytes

DEFAULT_CASELOAD = "colonesti.xlsx"


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0 when everything held."""
    chosen = _parser().parse_args(arguments)
    headless = chosen.headless or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    with tempfile.TemporaryDirectory(prefix="vatra-demo-") as scratch:
        caseloads = [path.resolve() for path in chosen.caseload] or [_shipped(Path(scratch))]
        missing = [path for path in caseloads if not path.is_file()]
        if missing:
            print(f"There is no file {missing[0]}. Name the list to import: --caseload FILE", file=sys.stderr)
            return 2
        if headless:
            return _play(chosen.out.resolve(), caseloads)
        return _show(Path(scratch), caseloads)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py demo", description=__doc__)
    parser.add_argument("--headless", action="store_true", help="play both acts without a display")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build/demo"),
        metavar="DIR",
        help="where they leave what they show",
    )
    parser.add_argument(
        "--caseload",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a list to import (repeatable)",
    )
    return parser


def _shipped(scratch: Path) -> Path:
    """The invented caseload that comes with Vatra, as a file."""
    path = scratch / DEFAULT_CASELOAD
    path.write_bytes(resource_bytes(f"caseloads/{DEFAULT_CASELOAD}"))
    return path


def _play(out: Path, caseloads: Sequence[Path]) -> int:
    """Both acts; 0 when everything held, 1 when not."""
    shutil.rmtree(out / "pictures", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    try:
        summary, problems = day.play(out, caseloads)
        promises = two_communes.play(out)
    except NotSeen as problem:
        print(f"Waited in vain for: {problem}", file=sys.stderr)
        return 1
    problems += [f"two communes: {one.promise}" for one in promises if not one.held]
    summary |= {"two_communes": [dataclasses.asdict(one) for one in promises], "problems": problems}
    written = json.dumps(summary, ensure_ascii=False, indent=1) + "\n"
    (out / "summary.json").write_text(written, encoding="utf-8")
    for wrong in problems:
        print(f"Does not hold: {wrong}", file=sys.stderr)
    if not problems:
        print(f"Everything held: {out / 'summary.json'}")
    return 1 if problems else 0


def _show(scratch: Path, caseloads: Sequence[Path]) -> int:
    """Open the window over a demo vault; it is deleted when the window is closed."""
    county = CountyProcess(scratch / "county")
    print("Making a county on this machine ...", flush=True)
    county.found(day.COUNTY, "ro", {day.COMMUNE: day.COMMUNE_NAME})
    county.start()
    try:
        passphrase = setup.new_passphrase("en")
        code = county.code(day.COMMUNE, "Elena Marcu", "social_worker")
        folder = scratch / "laptop"
        vault = setup.enrol(folder, county.card, code, "PC-1", passphrase)
        for path in caseloads:
            workbook = read_workbook(path)
            mapping = propose_mapping(workbook)
            done = importing.import_caseload(
                vault, build_caseload(workbook, mapping, load_country(mapping.country)), path.name
            )
            print(
                f"Imported {path.name}: {done.families} families, {done.people} people, {done.visits} visits."
            )
        session.leave(vault)
        print(f"\nThe passphrase of Elena M.:  {passphrase}\n", flush=True)
        return supervisor.run(folder, scratch / "preferences.json")
    finally:
        county.stop()
        shutil.rmtree(scratch / "laptop", ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
