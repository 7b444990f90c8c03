"""The demo without a display: real windows, the real server process, both acts - played once, and what its summary says."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
MOST_S = 900
PROMISES = (
    "arrives at the other commune",
    "lets it go, and says where it went",
    "on a stick, once",
    "a revoked laptop",
    "Two values",
    "A receipt",
    "adds up",
)


class Played(NamedTuple):
    out: Path
    summary: dict[str, Any]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Both acts, as ``dev.py demo --headless`` plays them."""
    out = tmp_path_factory.mktemp("demo")
    ran = subprocess.run(
        [sys.executable, "installer/demo.py", "--headless", "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=MOST_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return Played(out, json.loads((out / "summary.json").read_text(encoding="utf-8")))


def test_a_day_is_synced_in_both_orders(played: Played) -> None:
    summary = played.summary
    (imported,) = summary["imported"].values()
    assert summary["county"]["families"] == imported["families"] + 1
    assert summary["county"]["open_conflicts"] == 1
    assert summary["lost"] == 0
    assert summary["in_clear"] == []
    assert set(summary["orders"]) == {"1-2", "2-1"}
    assert [laptop["pending"] for laptop in summary["laptops"]] == [0, 0]
    phones = [order["conflict"]["values"]["phone"] for order in summary["orders"].values()]
    assert phones[0] == phones[1], "the order of syncing changes no value"
    assert "Elena" not in (played.out / "communes.csv").read_text(encoding="utf-8-sig")
    assert (played.out / "visit.pdf").read_bytes().startswith(b"%PDF")


def test_two_communes_one_stick_and_a_revoked_laptop(played: Played) -> None:
    promised = played.summary["two_communes"]
    assert len(promised) == len(PROMISES)
    for one, words in zip(promised, PROMISES, strict=True):
        assert words in one["promise"]
        assert one["held"], one
    receipt = promised[5]["seen"]
    assert f"Receipt {receipt['receipt']}: Ioana Pricop on PC-2" in receipt["office"][0]
    assert "the laptop was revoked" in promised[3]["seen"]["listed"][0]


def test_every_screen_was_seen(played: Played) -> None:
    pictures = {path.stem for path in (played.out / "pictures").glob("*.png")}
    assert len(pictures) > 40
    assert {
        "1-visit",
        "1-who-looked",
        "elena-family-handed-over",
        "elena-stick-brought",
        "elena-revoked",
        "ioana-clear-up-decided",
        "ioana-receipt",
    } <= pictures
