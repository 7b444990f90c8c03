"""A day's and a year's work through a real county process over TLS: bytes as they travel, requests, seconds."""

import datetime as dt
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from app.keys.slots import FLOOR
from app.services import setup
from app.services.importing import import_caseload
from app.services.syncing import county_line, sync_now
from app.services.visits import begin_visit, record_visit
from storage.vault import Vault
from sync.client.transport import CountyLine
from sync.protocol import Exchange, Reply
from tests.bench.measuring import Figure
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
VISITS_PER_FAMILY = 10
COMMUNE = "ro-21891"
PATIENCE_S = 20


class CountingLine:
    """Stands between laptop and county and counts the bytes that pass, TLS included."""

    def __init__(self, to_port: int) -> None:
        self.up = self.down = 0
        self._to_port = to_port
        self._carriers: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                laptop, _ = self._listener.accept()
            except OSError:
                return
            county = socket.create_connection(("127.0.0.1", self._to_port))
            for source, target, way in ((laptop, county, "up"), (county, laptop, "down")):
                carrier = threading.Thread(target=self._carry, args=(source, target, way), daemon=True)
                self._carriers.append(carrier)
                carrier.start()

    def settle(self) -> None:
        """Wait until every connection has ended and its last bytes are counted."""
        while self._carriers:
            self._carriers.pop().join(PATIENCE_S)

    def _carry(self, source: socket.socket, target: socket.socket, way: str) -> None:
        try:
            while piece := source.recv(65_536):
                setattr(self, way, getattr(self, way) + len(piece))
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def close(self) -> None:
        self._listener.close()


class CountedRequests:
    """A line to the county that counts what is asked."""

    def __init__(self, line: CountyLine) -> None:
        self._line = line
        self.requests = 0

    def exchange(self, request: Exchange) -> Reply:
        self.requests += 1
        return self._line.exchange(request)

    def hang_up(self) -> None:
        self._line.hang_up()


class Carried(msgspec.Struct, frozen=True):
    """What one sync took."""

    seconds: float
    requests: int
    up: int
    down: int
    sent: int
    received: int


class County:
    """A county of its own in another process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._say("init", "--name", "Bacău", "--country", "ro", "--url", "https://127.0.0.1:1")
        self._say("commune", "add", COMMUNE, "Colonești")
        self.card = folder / "county-card.vatra"
        self._server = subprocess.Popen(
            self._command("serve", "--port", "0"), stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._server.stdout is not None
        self.port = int(self._server.stdout.readline().rpartition(":")[2])
        self.line = CountingLine(self.port)

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "sync.server.cli", "--data", str(self._folder), *arguments]

    def _say(self, *arguments: str) -> str:
        return subprocess.run(
            self._command(*arguments), capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout

    def laptop(self, folder: Path, worker: str) -> Vault:
        """An enrolled laptop with its vault open."""
        said = self._say(
            "enrol", "--commune", COMMUNE, "--worker", worker, "--profession", "social_worker", "--json"
        )
        code = json.loads(said)["code"]
        return setup.enrol(folder, self.card, code, worker, PASSPHRASE, url=self.line.url, costs=FLOOR)

    def sync(self, vault: Vault) -> Carried:
        """One sync of a laptop, with what passed over the line."""
        up, down = self.line.up, self.line.down
        line = county_line(vault)
        counted: Any = CountedRequests(line)
        began = time.perf_counter()
        done = sync_now(lambda work: work(), vault, lambda *_: None, line=counted)
        took = time.perf_counter() - began
        line.close()
        self.line.settle()
        return Carried(
            took, counted.requests, self.line.up - up, self.line.down - down, done.sent, done.received
        )

    def close(self) -> None:
        self.line.close()
        self._server.terminate()
        self._server.wait(20)


@contextmanager
def county_process(folder: Path) -> Iterator[County]:
    county = County(folder)
    try:
        yield county
    finally:
        county.close()


def work_for_a_year(vault: Vault, visits: int) -> None:
    """Families by import, then one recorded visit after the other."""
    day = dt.date(2026, 1, 5)
    caseload = invented_caseload(max(1, visits // VISITS_PER_FAMILY))
    families = sorted(import_caseload(vault, caseload, "list.xlsx").changed.families)
    for number in range(visits):
        draft = begin_visit(vault, families[number % len(families)])
        on = day + dt.timedelta(days=number % 300)
        draft.answers |= {
            "v_date": on.isoformat(),
            "v_from": "09:00",
            "v_to": "09:45",
            "v_announced": "yes",
            "v_result": "done",
            "v_warm": "yes",
            "v_food": "yes" if number % 7 else "no",
            "v_agreed": f"Lemne pentru {number % 9 + 1} săptămâni; revin la școală.",
            "v_next": (on + dt.timedelta(days=30)).isoformat(),
        }
        record_visit(vault, draft)


def syncing(folder: Path, visits: int) -> list[Figure]:
    """A laptop sends, a second one of the same commune receives, both ask again when there is nothing."""
    with county_process(folder / "county") as county:
        ana, maria = county.laptop(folder / "ana", "Ana Sandu"), county.laptop(folder / "maria", "Maria Rus")
        with ana, maria:
            county.sync(ana)
            work_for_a_year(ana, visits)
            up = county.sync(ana)
            down = county.sync(maria)
            idle = county.sync(maria)
            assert down.received >= visits, "the second laptop did not get the visits"
    figures: list[Figure] = []
    for name, took in ((f"{visits:,} visits up", up), (f"{visits:,} visits down", down)):
        asked = f"{took.requests} requests, {took.sent} sent, {took.received} received"
        figures += [
            Figure(f"sync of {name}", took.seconds, "s", asked),
            Figure(f"sync of {name}, bytes up", took.up / 1024, "KiB", "TLS included"),
            Figure(f"sync of {name}, bytes down", took.down / 1024, "KiB", "TLS included"),
        ]
    both = f"{idle.up} up, {idle.down} down, {idle.requests} requests, a new TLS connection"
    return [*figures, Figure("sync with nothing new, bytes", float(idle.up + idle.down), "B", both)]
