"""Several server processes on one PostgreSQL, as an office runs them: a dense log, and ends that cut nobody off."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from sync.client.transport import pinned_context
from sync.protocol import (
    CONTENT_TYPE,
    DEVICE_HEADER,
    EXCHANGE_PATH,
    NONCE_HEADER,
    SERVER_NAME,
    SIGNATURE_HEADER,
    encode,
    request_claim,
)
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of

ROOT = Path(__file__).resolve().parents[3]
WRITERS, READERS, SAVES = 8, 2, 10
PATIENCE_S = 60
pytestmark = pytest.mark.skipif(os.name == "nt", reason="ends processes by signals")


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real command in processes of its own: its parent process, and the address it says it listens on."""
    command = [sys.executable, "-m", "sync.server.cli", "--data", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("listening on"), line
            yield process, line.split()[-1]
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE_S) == 0


@pytest.fixture
def offices(large_county: RunningCounty) -> Iterator[list[str]]:
    """Addresses of two servers with two processes each, all on one PostgreSQL."""
    with ExitStack() as running:
        yield [
            running.enter_context(serving(large_county.folder.path, "--workers", "2"))[1] for _ in range(2)
        ]


def test_eight_write_two_read_and_the_log_is_dense(
    large_county: RunningCounty, offices: list[str], plain_laptop: MakeLaptop
) -> None:
    writers = [plain_laptop(large_county, worker=f"Ana {number}") for number in range(WRITERS)]
    readers = [plain_laptop(large_county, worker=f"Ion {number}") for number in range(READERS)]
    large_county.stop()
    for number, laptop in enumerate((*writers, *readers)):
        laptop.line._urls = [offices[number % 2]]  # type: ignore[union-attr]
    done = threading.Event()

    def write(laptop: PlainLaptop) -> None:
        for number in range(SAVES):
            laptop.family(name=f"Family {number}")
            laptop.push(laptop.n)

    def read(laptop: PlainLaptop) -> list[list[int]]:
        pulls: list[list[int]] = []
        while not done.is_set():
            pulls.append([effect.csn for effect in laptop.pull()])
        return [*pulls, [effect.csn for effect in laptop.pull()]]

    with ThreadPoolExecutor(WRITERS + READERS) as threads:
        reading = [threads.submit(read, laptop) for laptop in readers]
        try:
            for written in [threads.submit(write, laptop) for laptop in writers]:
                written.result()
        finally:
            done.set()
        seen = [one.result() for one in reading]
    head = WRITERS + READERS + WRITERS * SAVES
    rows = rows_of(large_county.store, "log")
    assert [row[0] for row in rows] == list(range(1, head + 1))
    assert len({row[2] for row in rows}) == head
    for pulls in seen:
        assert [csn for pulled in pulls for csn in pulled] == list(range(1, head + 1)), "skipped nothing"
        assert sum(bool(pulled) for pulled in pulls) > 2, "read while others wrote"
    assert readers[0].states == readers[1].states


class _HalfSent:
    """A request whose headers have arrived and whose body has not: the server has begun to work on it."""

    def __init__(self, laptop: PlainLaptop, url: str) -> None:
        port = int(url.rpartition(":")[2])
        context = pinned_context(laptop.county.card.tls_root_pem)
        raw = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self.line: ssl.SSLSocket = context.wrap_socket(raw, server_hostname=SERVER_NAME)
        self.body = encode(laptop.request(laptop.segment()))
        nonce = laptop.line.nonce
        claim = request_claim(
            laptop.county.card.county, EXCHANGE_PATH, nonce, hashlib.sha256(self.body).digest()
        )
        headers = {
            "Host": "county",
            "Content-Type": CONTENT_TYPE,
            "Content-Length": str(len(self.body)),
            "Expect": "100-continue",
            DEVICE_HEADER: laptop.device.hex(),
            NONCE_HEADER: nonce,
            SIGNATURE_HEADER: laptop.key.sign(claim).hex(),
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.line.sendall(f"POST {EXCHANGE_PATH} HTTP/1.1\r\n{lines}\r\n".encode())
        assert self.line.recv(1024).startswith(b"HTTP/1.1 100"), "the server asks for the body"

    def finish(self) -> bytes:
        self.line.sendall(self.body)
        answer = self.line.recv(4096)
        self.line.close()
        return answer


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_request_that_has_begun_is_answered_when_the_server_ends(
    large_county: RunningCounty, plain_laptop: MakeLaptop, processes: str
) -> None:
    laptop = plain_laptop(large_county)
    family = laptop.family(name="Lupu")
    large_county.stop()
    with serving(large_county.folder.path, "--workers", processes) as (process, url):
        request = _HalfSent(laptop, url)
        process.send_signal(signal.SIGTERM)
        _refuses_newcomers(url)
        assert process.poll() is None, "it waits for the one who is there"
        assert request.finish().startswith(b"HTTP/1.1 200")
        assert process.wait(PATIENCE_S) == 0
    large_county.start()
    laptop.pull()
    assert laptop.values(family, "name") == [{"name": "Lupu"}]


def _refuses_newcomers(url: str) -> None:
    """Wait until nobody listens there any more."""
    port = int(url.rpartition(":")[2])
    gives_up_at = time.monotonic() + PATIENCE_S
    while time.monotonic() < gives_up_at:
        try:
            with socket.create_connection(("127.0.0.1", port), 0.01):
                pass
        except OSError:
            return
    raise AssertionError("still takes newcomers")


def test_a_killed_process_leaves_nothing_half_done(
    large_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(large_county)
    large_county.stop()
    for number in range(3):
        laptop.family(name=f"Family {number}")
        command = [sys.executable, "-m", "sync.server.cli", "--data", str(large_county.folder.path)]
        with subprocess.Popen(
            [*command, "serve", "--port", "0"],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            request = _HalfSent(laptop, process.stdout.readline().split()[-1])
            request.line.sendall(request.body)
            process.kill()
            process.wait(PATIENCE_S)
            request.line.close()
    large_county.start()
    laptop.push()
    names = {row[0] for row in rows_of(large_county.store, "log")}
    assert names == set(range(1, 5)), "the laptop's facts and each save once, whatever was answered"
