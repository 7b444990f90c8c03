"""Cut the line between a laptop and its county at every byte, both ways, and send every request again, late and out of order.

A real vault talks to a real county process over TLS through a line of ours. A whole exchange - handshake, one save up, a
colleague's save down - is measured once; then each run does one like it and is cut after one more byte, is asked again at once,
and goes through. After each, the county must hold every save exactly once and the laptop must know it.

The control takes a line that broke for a county that answered. It must lose something, or the torture is blind.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import requests
from requests.adapters import HTTPAdapter
from sqlalchemy import select

from app.errors import CountyUnreachable
from app.keys.slots import FLOOR
from app.services import setup, syncing
from app.services.families import write_note
from app.services.registering import NewFamily, register_family
from storage.vault import TEAM, Vault
from sync.client.transport import CountyLine
from sync.protocol import Answer, Exchange, Mark, Reply, Txn, TxnHeader, decode
from sync.protocol import Outcome as Fate
from sync.server import tables
from sync.server.folder import CountyFolder
from tests.fixtures.rough_line import WAYS, Cut, RoughLine, Way
from tests.fixtures.vault import PASSPHRASE
from tests.torture.command import parser_of, run_and_tell

ROOT = Path(__file__).resolve().parents[2]
COMMUNE = "ro-21891"
EVERY_BYTE = 100_000
"""More than a whole exchange has."""
SAY_EVERY = 500
MEASURED = 5
"""Exchanges measured before the cuts; a signature in a certificate may be two bytes longer or shorter."""


class Outcome(msgspec.Struct):
    """What the line did."""

    bytes_of: dict[str, int] = msgspec.field(default_factory=dict)
    cuts: int = 0
    felt: int = 0
    """Cuts after which the laptop had to ask again."""
    repeats: int = 0
    saves: int = 0
    lost: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.lost

    def told(self) -> str:
        whole = ", ".join(f"{size:,} B {way}" for way, size in self.bytes_of.items())
        return (
            f"{self.cuts} cuts of an exchange of {whole}, {self.felt} felt; {self.repeats} requests sent again, late or out of "
            f"order; {self.saves} saves: {len(self.lost)} lost, doubled or unknown"
        )

    def problems(self) -> list[str]:
        return self.lost


class Office:
    """A county process and what it holds, read from its own database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._say("init", "--name", "Bacău", "--country", "ro", "--url", "https://127.0.0.1:1")
        self._say("commune", "add", COMMUNE, "Colonești")
        self._server = subprocess.Popen(
            self._command("serve", "--port", "0"), stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._server.stdout is not None
        self.port = int(self._server.stdout.readline().rpartition(":")[2])
        self.direct = f"https://127.0.0.1:{self.port}"
        self._store = CountyFolder(folder).open_store()

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "sync.server.cli", "--data", str(self._folder), *arguments]

    def _say(self, *arguments: str) -> str:
        return subprocess.run(
            self._command(*arguments), capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout

    def laptop(self, folder: Path, worker: str) -> Vault:
        """An enrolled laptop with its vault open."""
        asked = ("--commune", COMMUNE, "--worker", worker, "--profession", "social_worker", "--json")
        code = json.loads(self._say("enrol", *asked))["code"]
        card = self._folder / "county-card.vatra"
        return setup.enrol(folder, card, code, worker, PASSPHRASE, url=self.direct, costs=FLOOR)

    def holds(self) -> list[bytes]:
        """The ids of the log, in its order."""
        with self._store.reading() as connection:
            return list(connection.execute(select(tables.log.c.txn_id).order_by(tables.log.c.csn)).scalars())

    def last(self) -> int:
        with self._store.reading() as connection:
            return int(connection.execute(select(tables.county.c.csn)).scalar_one())

    def close(self) -> None:
        self._store.close()
        self._server.terminate()
        self._server.wait(20)
        assert self._server.stdout is not None
        self._server.stdout.close()


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """A county process for a while."""
    one = Office(folder)
    try:
        yield one
    finally:
        one.close()


class Credulous:
    """The control: where the line broke, it says that the county has everything."""

    def __init__(self, line: CountyLine) -> None:
        self._line = line

    def hang_up(self) -> None:
        self._line.hang_up()

    def exchange(self, request: Exchange) -> Reply:
        try:
            return self._line.exchange(request)
        except CountyUnreachable:
            if request.segment is None:
                raise
            tip = request.hello.marks[0]
            headers = (decode(txn.header, TxnHeader) for txn in request.segment.txns)
            answers = tuple(Answer(one.n, one.txn_id, Fate.APPLIED, 1) for one in headers)
            return Reply(1, request.epoch, 0, bytes(32), Mark(tip.n, tip.h), None, answers, (), 0, 0)


class Again(HTTPAdapter):
    """Sends requests to the county more than once, byte by byte the same: before their turn, and again after later ones.

    Not before its turn goes what is signed anew because of that, or the line would never be free of us.
    """

    def __init__(self, inner: HTTPAdapter, chance: random.Random) -> None:
        super().__init__()
        self._inner, self._chance = inner, chance
        self._old: list[requests.PreparedRequest] = []
        self._signed_anew = False
        self.repeats = 0

    def send(self, request: requests.PreparedRequest, *args: object, **how: object) -> requests.Response:
        self._old.append(request.copy())
        if not self._signed_anew:
            self._send_old(4, *args, **how)
        answer = self._inner.send(request, *args, **how)  # type: ignore[arg-type]
        self._signed_anew = answer.status_code == 401
        if not self._signed_anew:
            self._send_old(2, *args, **how)
        return answer

    def _send_old(self, most: int, *args: object, **how: object) -> None:
        for late in self._chance.sample(self._old, self._chance.randint(0, min(most, len(self._old)))):
            self._inner.send(late.copy(), *args, **how).close()  # type: ignore[arg-type]
            self.repeats += 1

    def close(self) -> None:
        self._inner.close()


class Laptops:
    """Ana, whose line is bad, and Maria, who gives her something to receive."""

    def __init__(self, county: Office, folder: Path, outcome: Outcome, *, control: bool) -> None:
        self.county, self.outcome, self.control = county, outcome, control
        self.ana = county.laptop(folder / "ana", "Ana Sandu")
        self.maria = county.laptop(folder / "maria", "Maria Rus")
        self.family = register_family(self.ana, NewFamily(family_name="Dobre", village="Calini"))[0]
        self._marias = self.line(self.maria, county.direct)
        self.sync(self.ana)
        _sync(self.maria, self._marias)

    def line(self, vault: Vault, url: str) -> CountyLine:
        one = syncing.county_line(vault)
        one._urls = [url]
        return one

    def sync(self, vault: Vault, url: str | None = None, *, credulous: bool = False) -> None:
        """One sync on a connection of its own."""
        line = self.line(vault, url or self.county.direct)
        try:
            _sync(vault, Credulous(line) if credulous else line)
        finally:
            line.close()

    def writes(self) -> None:
        """One save of each, Maria's at the county."""
        write_note(self.maria, self.family, "Bunica are grijă de copii.")
        _sync(self.maria, self._marias)
        write_note(self.ana, self.family, "Lemnele au venit ieri.")
        self.outcome.saves += 2

    def check(self, what: str) -> None:
        """Everything saved is at the county, once, and Ana knows it."""
        waiting = self.ana.team.connection.execute(
            "SELECT count(*) FROM outbox WHERE state <> 'at_county'"
        ).fetchone()[0]
        mine = [*_ids(self.ana), *_ids(self.maria)]
        held = self.county.holds()
        if (
            waiting
            or len(set(held)) != len(held)
            or len(held) != self.county.last()
            or not set(mine) <= set(held)
        ):
            missing = len(set(mine) - set(held))
            self.outcome.lost.append(
                f"{what}: {missing} not at the county, {len(held) - len(set(held))} twice, {waiting} not known to be there"
            )

    def close(self) -> None:
        self._marias.close()
        self.ana.close()
        self.maria.close()


def _sync(vault: Vault, line: object) -> None:
    syncing.sync_now(lambda work: work(), vault, lambda *_: None, lambda _seconds: None, line=line)  # type: ignore[arg-type]


def _ids(vault: Vault) -> list[bytes]:
    rows = vault.compartments[TEAM].connection.execute("SELECT txn FROM outbox").fetchall()
    return [decode(decode(bytes(row[0]), Txn).header, TxnHeader).txn_id for row in rows]


def torture(
    cuts: int | None = None,
    *,
    control: bool = False,
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Cut at every byte, or at so many of them: borders of what is sent first, then by chance."""
    outcome = Outcome()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="vatra-line-") as place, office(Path(place, "county")) as county:
        laptops = Laptops(county, Path(place), outcome, control=control)
        rough = RoughLine(county.port)
        try:
            places, borders = _measure(laptops, rough)
            outcome.bytes_of = {way: len([one for one in places if one[0] == way]) - 1 for way in WAYS}
            for way, after in _chosen(places, borders, cuts, chance):
                _cut_once(laptops, rough, Cut(way, after, reset=chance.random() < 0.5))
                progress(outcome)
                if control and outcome.lost:
                    return outcome
            if not control:
                _repeat(laptops, chance, runs=20 if cuts is None else 3)
        finally:
            rough.close()
            laptops.close()
    return outcome


def _measure(laptops: Laptops, rough: RoughLine) -> tuple[list[tuple[Way, int]], set[tuple[Way, int]]]:
    """Every place at which an exchange can be cut, and those at which something that was sent in one piece ends."""
    longest: dict[Way, int] = {"up": 0, "down": 0}
    borders: set[tuple[Way, int]] = {("up", 0), ("down", 0)}
    for _ in range(MEASURED):
        laptops.writes()
        rough.pieces.clear()
        before = dict(rough.passed)
        laptops.sync(laptops.ana, rough.url)
        after = rough.settle()
        longest = {way: max(longest[way], after[way] - before[way]) for way in WAYS}
        borders = {("up", 0), ("down", 0), *_borders(rough.pieces)}
    laptops.check("whole exchanges")
    return [(way, place) for way in WAYS for place in range(longest[way] + 1)], borders


def _borders(pieces: list[tuple[Way, int]]) -> Iterator[tuple[Way, int]]:
    at: dict[Way, int] = {"up": 0, "down": 0}
    for way, size in pieces:
        at[way] += size
        yield way, at[way]
        yield way, at[way] - 1


def _chosen(
    places: list[tuple[Way, int]], borders: set[tuple[Way, int]], cuts: int | None, chance: random.Random
) -> list[tuple[Way, int]]:
    if cuts is None or cuts >= len(places):
        return places
    rest = [one for one in places if one not in borders]
    return [*sorted(borders), *chance.sample(rest, max(0, min(cuts - len(borders), len(rest))))]


def _cut_once(laptops: Laptops, rough: RoughLine, cut: Cut) -> None:
    laptops.writes()
    rough.cut_next(cut)
    before = rough.connections
    laptops.sync(laptops.ana, rough.url, credulous=laptops.control)
    laptops.outcome.cuts += 1
    laptops.outcome.felt += rough.connections - before > 1
    laptops.check(f"cut after {cut.after} B {cut.way}")


def _repeat(laptops: Laptops, chance: random.Random, runs: int) -> None:
    """Exchanges in which every request arrives several times, early ones after later ones."""
    for _ in range(runs):
        line = laptops.line(laptops.ana, laptops.county.direct)
        again = Again(line._session.adapters["https://"], chance)
        line._session.mount("https://", again)
        for _ in range(3):
            laptops.writes()
            _sync(laptops.ana, line)
        line.close()
        laptops.outcome.repeats += again.repeats
        laptops.check("requests sent again")


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("line", __doc__, EVERY_BYTE, "take a broken line for an answer: must lose")
    chosen = parser.parse_args(arguments)
    return run_and_tell(
        lambda: torture(
            None if chosen.runs == EVERY_BYTE else chosen.runs,
            control=chosen.control,
            seed=chosen.seed,
            progress=_say_now_and_then,
        ),
        control=chosen.control,
    )


def _say_now_and_then(outcome: Outcome) -> None:
    if outcome.cuts % SAY_EVERY == 0:
        print(outcome.told(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
