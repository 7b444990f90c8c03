"""The guards that every other test relies on do fail a test: each is tried in a small suite that breaks its rule."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

SUITE = """
import logging, os, socket, sqlite3
from pathlib import Path

import pytest

log = logging.getLogger("county")

def test_silent():
    log.info("nothing to see")

def test_warns():
    log.warning("the disk is nearly full")

def test_warns_as_expected(expect_log):
    expect_log(r"WARNING county: .*nearly full")
    log.warning("the disk is nearly full")

def test_expects_in_vain(expect_log):
    expect_log(r"WARNING county: .*nearly full")

def test_reaches_out():
    with pytest.raises(OSError, match="stay on this machine"):
        socket.create_connection(("192.0.2.1", 443), timeout=1)

def test_asks_for_a_name():
    with pytest.raises(OSError, match="stay on this machine"):
        socket.getaddrinfo("county.example", 443)

def test_stays_on_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

@pytest.fixture
def store(tmp_path):
    connection = sqlite3.connect(tmp_path / "team.db")
    connection.execute("CREATE TABLE visit (id)")
    yield tmp_path / "team.db"
    connection.close()

def test_reads_a_store_by_hand(store):
    store.read_bytes()

def test_reads_a_store_by_hand_and_says_so(store, stores_by_hand):
    store.read_bytes()

def test_reads_a_store_that_is_closed(tmp_path):
    sqlite3.connect(tmp_path / "team.db").close()
    (tmp_path / "team.db").read_bytes()

@pytest.mark.parametrize("turn", [1, 2])
def test_home_is_new(turn):
    assert Path.home() != Path(os.environ["HOME_BEFORE"])
    assert list(Path.home().iterdir()) == []
    (Path.home() / "left behind").touch()
"""

PASSES = [
    "silent",
    "warns_as_expected",
    "stays_on_this_machine",
    "reads_a_store_by_hand_and_says_so",
    "reads_a_store_that_is_closed",
    "home_is_new[1]",
    "home_is_new[2]",
]
FAILS = ["warns", "expects_in_vain", "reaches_out", "asks_for_a_name", "reads_a_store_by_hand"]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """Name of each test of the suite -> what pytest said of it; a guard speaks in the teardown, as ERROR."""
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(CONFTEST, folder)
    (folder / "test_suite.py").write_text(SUITE, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-rA",
            "--tb=no",
            "-p",
            "no:randomly",
            "-p",
            "no:pytest-qt",
            str(folder),
        ],
        cwd=folder,
        env=os.environ | {"HOME_BEFORE": str(Path.home())},
        capture_output=True,
        text=True,
        check=False,
    )
    said: dict[str, set[str]] = {}
    for word, name in re.findall(
        r"^(PASSED|FAILED|ERROR) test_suite\.py::test_(\S+)", ran.stdout, re.MULTILINE
    ):
        said.setdefault(name, set()).add(word)
    assert said, ran.stdout + ran.stderr
    return said


@pytest.mark.parametrize("name", PASSES)
def test_a_guard_lets_pass(outcomes: Mapping[str, set[str]], name: str) -> None:
    assert outcomes[name] == {"PASSED"}


@pytest.mark.parametrize("name", FAILS)
def test_a_guard_fails(outcomes: Mapping[str, set[str]], name: str) -> None:
    assert "ERROR" in outcomes[name]


def test_every_test_of_the_suite_is_judged(outcomes: Mapping[str, set[str]]) -> None:
    assert set(outcomes) == {*PASSES, *FAILS}
