"""What every test gets: a home of its own, no network but this machine, no unexplained log line, and no store file opened
by hand while SQLite has it open.

The environment is set while this file is imported, before anything of Qt or of Vatra reads it.

For other tests: `expect_log(pattern)` announces a warning that the code under test is meant to log, `stores_by_hand` lets a
test do what a disk or a thief does to open stores, and `torture_rounds` says how often a torture test kills
(`--torture-rounds`, few in the default run).
"""

from __future__ import annotations

import ipaddress
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

ExpectLog = Callable[[str], None]

HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

# Fixtures for everybody, one module per thing they make; they may import each other.
pytest.register_assert_rewrite("tests.fixtures")
pytest_plugins = [
    f"tests.fixtures.{module.stem}" for module in sorted((Path(__file__).parent / "fixtures").glob("*.py"))
]

# A short path: the sockets of PostgreSQL and of Qt lie in it, and their names may have 100 characters at most.
SESSION_FOLDER = Path(tempfile.mkdtemp(prefix="vatra-"))


def _environment_of(home: Path) -> dict[str, str]:
    return dict.fromkeys(HOME_VARIABLES, str(home)) | {
        name: str(home / part) for name, part in XDG_FOLDERS.items()
    }


def _new_home() -> Path:
    return Path(tempfile.mkdtemp(prefix="home-", dir=SESSION_FOLDER))


def _isolate_process() -> None:
    runtime = SESSION_FOLDER / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = "Europe/Bucharest"
    os.environ.update(_environment_of(_new_home()))
    for name in PROXIES:  # a proxy would be asked even for a county on this machine
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)


class NetworkReached(OSError):
    """A test tried to leave this machine."""


_attempts: list[str] = []


def _is_this_machine(host: object) -> bool:
    if host in (None, "", b"", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path: a socket file of this machine
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_this_machine(host):
        _attempts.append(f"{event} {host!r}")
        raise NetworkReached(f"tests stay on this machine: {event} {host!r}")


# Closing any handle of a file drops all locks that this process holds on it (POSIX): a store that is read by hand while
# SQLite has it open is a store that a second process may write at the same time.
STORE_SUFFIXES = (".db", ".db-wal", ".db-journal", ".db-shm")
OPEN_FILES = Path("/proc/self/fd")
_stores_opened: list[str] = []


def _is_open_here(path: str) -> bool:
    real = os.path.realpath(path)
    try:
        return any(os.path.realpath(OPEN_FILES / handle) == real for handle in os.listdir(OPEN_FILES))  # noqa: PTH208
    except OSError:
        return False  # not Linux; the same tests run there too


def _watch_stores(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.fsdecode(arguments[0])
        if path.endswith(STORE_SUFFIXES) and _is_open_here(path):
            _stores_opened.append(path)


# A slow moment of the machine is no fault of the code; the benchmarks measure time.
# The default run tries the same examples each time, so that a red build means a change; HYPOTHESIS_PROFILE=explore draws new
# ones.
hypothesis.settings.register_profile("vatra", deadline=None, print_blob=True, derandomize=True, database=None)
hypothesis.settings.register_profile("explore", deadline=None, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vatra"))

_isolate_process()
sys.addaudithook(_watch_network)
sys.addaudithook(_watch_stores)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture-rounds", type=int, default=24, help="how often torture tests kill a process")


def pytest_unconfigure() -> None:
    shutil.rmtree(SESSION_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def torture_rounds(request: pytest.FixtureRequest) -> int:
    rounds = request.config.getoption("--torture-rounds")
    assert isinstance(rounds, int)
    return rounds


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in _environment_of(_new_home()).items():
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def _own_machine_only() -> Iterator[None]:
    """Fails even a test whose code swallowed the error: the attempt itself is the fault."""
    _attempts.clear()
    yield
    assert not _attempts, f"left this machine: {', '.join(_attempts)}"


@pytest.fixture(autouse=True)
def _no_store_by_hand() -> Iterator[None]:
    _stores_opened.clear()
    yield
    assert not _stores_opened, f"opened while SQLite had it open: {', '.join(_stores_opened)}"


@pytest.fixture
def stores_by_hand(_no_store_by_hand: None) -> Iterator[None]:
    """For tests that copy or damage a store while it is open."""
    yield
    _stores_opened.clear()


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[str] = []
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def unexpected(self) -> list[str]:
        return [line for line in self.seen if not any(re.search(pattern, line) for pattern in self.expected)]

    def missed(self) -> list[str]:
        return [
            pattern for pattern in self.expected if not any(re.search(pattern, line) for line in self.seen)
        ]


@pytest.fixture(autouse=True)
def _log_listener() -> Iterator[_Listener]:
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield listener
    root.removeHandler(listener)
    assert not listener.unexpected(), f"logged without being expected: {listener.unexpected()}"
    assert not listener.missed(), f"expected in the log, but never logged: {listener.missed()}"


@pytest.fixture
def expect_log(_log_listener: _Listener) -> ExpectLog:
    """Call with a pattern for `LEVEL logger: message`; the test fails if such a line never comes."""
    return _log_listener.expected.append
