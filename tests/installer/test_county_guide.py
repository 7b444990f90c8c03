"""The guide and the units for a county server say commands that exist, with options that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sync.server.cli import _parser
from sync.server.metrics import exposition
from sync.server.observing import Counters
from tests.fixtures.county import RunningCounty

COUNTY = Path(__file__).resolve().parents[2] / "installer" / "county"
GUIDE = (COUNTY / "GUIDE.md").read_text("utf-8")
UNITS = {unit.name: unit.read_text("utf-8") for unit in COUNTY.glob("vatra-county*.*")}


def _commands() -> list[list[str]]:
    """Every vatra-county command line of the guide's blocks and of the units, without the program's name."""
    blocks = "\n".join(re.findall(r"```\n(.*?)```", GUIDE, re.DOTALL)).replace("\\\n", " ")
    starts = [
        line.partition("=")[2]
        for unit in UNITS.values()
        for line in unit.splitlines()
        if "ExecStart=" in line
    ]
    lines = [line for line in (*blocks.splitlines(), *starts) if "vatra-county --" in line]
    return [shlex.split("--" + line.partition("vatra-county --")[2]) for line in lines]


@pytest.mark.parametrize("arguments", _commands(), ids=" ".join)
def test_each_command_is_one(arguments: list[str]) -> None:
    assert _parser(arguments).parse_args(arguments).command is not None


def test_there_are_commands_to_test() -> None:
    assert len(_commands()) == 8
    wrong = ["--data", "x", "backup", "--no-such-option"]
    with pytest.raises(SystemExit):
        _parser(wrong).parse_args(wrong)


@pytest.mark.parametrize("name", re.findall(r"`([a-z]+ ?[a-z]*)[ A-Z'0-9-]*`", GUIDE.partition("## 7.")[2]))
def test_each_command_of_the_daily_list_is_one(name: str) -> None:
    known = _parser([]).format_help() + "approve list return"
    assert all(word in known for word in name.split())


def test_the_units_belong_together() -> None:
    assert set(UNITS) == {"vatra-county.service", "vatra-county-backup.service", "vatra-county-backup.timer"}
    for name, unit in UNITS.items():
        sections = re.findall(r"^\[(\w+)\]$", unit, re.MULTILINE)
        assert sections[0] == "Unit", name
        assert all(re.fullmatch(r"(\[\w+\]|#.*|\w+=.*|)", line) for line in unit.splitlines()), name
    assert UNITS["vatra-county.service"].count("NoNewPrivileges=yes") == 1


def test_each_alarm_of_the_guide_is_a_metric(small_county: RunningCounty) -> None:
    told = exposition(small_county.store, Counters(), 1_795_000_000)
    named = set(re.findall(r"vatra_[a-z_]+", GUIDE)) - {"vatra_laptop", "vatra_requests_total"}
    assert named
    assert [name for name in named if f"\n{name} " not in told] == []
