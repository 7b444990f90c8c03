"""The demo's day without a display: real windows, the real server process, both orders - and its summary."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_S = 600


def test_a_day_is_played_in_both_orders(tmp_path: Path) -> None:
    played = subprocess.run(
        [sys.executable, "installer/demo.py", "--headless", "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=MOST_S,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    (imported,) = summary["imported"].values()
    assert summary["county"]["families"] == imported["families"] + 1
    assert summary["county"]["open_conflicts"] == 1
    assert summary["lost"] == 0
    assert summary["in_clear"] == []
    assert set(summary["orders"]) == {"1-2", "2-1"}
    assert [laptop["pending"] for laptop in summary["laptops"]] == [0, 0]
    phones = [order["conflict"]["values"]["phone"] for order in summary["orders"].values()]
    assert phones[0] == phones[1], "the order of syncing changes no value"
    assert len(list((tmp_path / "pictures").glob("*.png"))) > 20
    assert (tmp_path / "visit.pdf").read_bytes().startswith(b"%PDF")
    assert "Elena" not in (tmp_path / "communes.csv").read_text(encoding="utf-8-sig")
