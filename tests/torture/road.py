"""Long ways with a narrow line that breaks: how long they take, and how much is sent twice.

A megabyte over 32 kbit/s with 800 ms there and back and a cut every 20 s: everything arrives and under 30 % is sent twice. Forty
visits over 64 kbit/s with the same cuts: under 30 s. The same work on a calm line says how much there is to send.

The control never makes its requests smaller: on the first road it must send too much twice, or not arrive at all.
"""

import base64
import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from app.errors import CountyUnreachable
from app.services import syncing
from app.services.families import write_note
from app.services.registering import NewFamily, register_family
from storage.vault import Vault
from sync.client.exchange import bytes_of
from sync.client.request_size import LARGEST_REQUEST_BYTES, RequestSize
from sync.client.transport import CountyLine
from sync.protocol import Exchange, Reply
from tests.bench.on_the_line import work_for_a_year
from tests.fixtures.rough_line import RoughLine, Weather
from tests.torture.command import parser_of, run_and_tell
from tests.torture.line import Office, office

KBIT = 1000 / 8
MOST_TWICE = 0.30
MOST_TRIPS = 40
NOTES, NOTE_BYTES = 330, 3072
VISITS = 40


class Road(msgspec.Struct, frozen=True):
    """A line, what is carried over it, and what must hold."""

    name: str
    weather: Weather
    work: Callable[[Vault], None]
    most_twice: float | None = None
    most_s: float | None = None


class Outcome(msgspec.Struct):
    """How the roads were."""

    figures: list[str] = msgspec.field(default_factory=list)
    broken: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.broken

    def told(self) -> str:
        return "\n".join(self.figures)

    def problems(self) -> list[str]:
        return self.broken


class Counting:
    """A line that counts the saves it was given, each time it was given them, whether or not they arrived."""

    def __init__(self, line: CountyLine) -> None:
        self._line = line
        self.hang_up, self.close = line.hang_up, line.close
        self.sent_bytes = 0

    def exchange(self, request: Exchange) -> Reply:
        self.sent_bytes += sum(bytes_of(one.segment) for one in (request, *request.beside))
        return self._line.exchange(request)


def a_megabyte(vault: Vault) -> None:
    """Notes of which packing makes little less."""
    chance = random.Random(7)
    family = register_family(vault, NewFamily(family_name="Dobre"))[0]
    for _ in range(NOTES):
        write_note(vault, family, base64.b64encode(chance.randbytes(NOTE_BYTES)).decode())


ROADS = (
    Road("1 MB, 32 kbit/s, 800 ms", Weather(32 * KBIT, 0.4, 20), a_megabyte, most_twice=MOST_TWICE),
    Road(
        "40 visits, 64 kbit/s",
        Weather(64 * KBIT, 0.1, 20),
        lambda vault: work_for_a_year(vault, VISITS),
        most_s=30,
    ),
)


def torture(roads: int = len(ROADS), *, control: bool = False) -> Outcome:
    """Travel the first so many roads."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory(prefix="vatra-road-") as place:
        for number, road in enumerate(ROADS[:roads]):
            _travel(road, Path(place, str(number)), outcome, control=control)
    return outcome


def _travel(road: Road, folder: Path, outcome: Outcome, *, control: bool) -> None:
    # Each in a county of its own, or the second laptop would have the work of the first to receive.
    with office(folder / "calm") as county:
        needed, on_the_wire, _, _, _ = _send(county, folder / "calm-laptop", road, Weather(), control=False)
    with office(folder / "rough") as county:
        sent, up, seconds, trips, waiting = _send(
            county, folder / "rough-laptop", road, road.weather, control=control
        )
    twice, more = sent / needed - 1, up / on_the_wire - 1
    outcome.figures.append(
        f"{road.name}, a cut every {road.weather.cut_every_s:.0f} s: {on_the_wire / 1024:,.0f} KiB took {seconds:.0f} s "
        f"and {trips} trips, {twice:.0%} of the saves sent twice, {more:.0%} more bytes up with handshakes and greetings, "
        f"{waiting} saves left behind"
    )
    if waiting or (road.most_twice is not None and twice > road.most_twice):
        outcome.broken.append(f"{road.name}: {twice:.0%} sent twice, {waiting} left behind")
    if road.most_s is not None and seconds > road.most_s:
        outcome.broken.append(f"{road.name}: {seconds:.0f} s")


def _send(
    county: Office, folder: Path, road: Road, weather: Weather, *, control: bool
) -> tuple[int, int, float, int, int]:
    """Bytes of saves in all requests, bytes up, seconds, trips until nothing waits, and what waits nevertheless."""
    vault = county.laptop(folder, folder.name)
    road.work(vault)
    rough = RoughLine(county.port, weather)
    with vault.team.writing():
        vault.team.set_facts(county_url=rough.url.encode())
    line = Counting(syncing.county_line(vault))
    began = time.monotonic()
    trips = 0
    with contextlib.ExitStack() as at_the_end:
        at_the_end.callback(vault.close)
        at_the_end.callback(rough.close)
        at_the_end.callback(line.close)
        if control:
            at_the_end.enter_context(_never_smaller())
        while syncing.sync_state(vault).pending and trips < (3 if control else MOST_TRIPS):
            trips += 1
            with contextlib.suppress(CountyUnreachable):
                syncing.sync_now(lambda work: work(), vault, lambda *_: None, line=line)  # type: ignore[arg-type]
        return (
            line.sent_bytes,
            rough.passed["up"],
            time.monotonic() - began,
            trips,
            syncing.sync_state(vault).pending,
        )


@contextlib.contextmanager
def _never_smaller() -> Iterator[None]:
    """The mechanism off: every request is as large as a request may be."""
    before = RequestSize._set
    RequestSize._set = lambda self, _wanted: setattr(self, "limit_bytes", LARGEST_REQUEST_BYTES)  # type: ignore[method-assign]
    try:
        yield
    finally:
        RequestSize._set = before  # type: ignore[method-assign]


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("road", __doc__, len(ROADS), "never make a request smaller: must waste or not arrive")
    chosen = parser.parse_args(arguments)
    return run_and_tell(lambda: torture(chosen.runs, control=chosen.control), control=chosen.control)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
