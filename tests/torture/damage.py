"""Damage every part of a vault and look whether opening notices before a single record is shown.

Bits are flipped and zeros written in every page of the store, pages exchanged, the file cut at every page and inside pages,
emptied, removed, replaced by an older one and by that of another vault; bits are flipped in every frame of a write-ahead log
and the log is cut; every byte of the keyring's copies and of the head file is changed. Opening must refuse - and leave the file
as it is, never make a new one - or show exactly what had been saved, where a second copy makes that possible.

The vault is opened as one of years is: SQLite does not read it through besides.

The control leaves out one check of opening at a time. Each must let something through, or the torture is blind.
"""

import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.domain.ids import random_id
from app.errors import KeyringDamaged, SavedWorkMissing, VaultDamaged, VaultForeign, VaultMissing
from app.services.importing import import_caseload
from storage import opening
from storage.compartment import Compartment
from storage.driver import DatabaseError
from storage.opening import PAGE_BYTES
from storage.vault import TEAM
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture.command import parser_of, run_and_tell
from tests.torture.disk import Image, lay_down, memory_folder
from tests.torture.promises import note
from tests.torture.trace import files_of

STORE, LOG, HEAD = f"{TEAM}.db", f"{TEAM}.db-wal", f"{TEAM}.head"
KEYRINGS = ("keyring.a", "keyring.b")
REFUSALS = (VaultDamaged, VaultForeign, VaultMissing, SavedWorkMissing, KeyringDamaged)
MEGABYTES_BY_COMMAND = 10
EVERY_ONE = 1_000_000
EVENINGS = 5
COMMITS_IN_LOG = 200
FRAME_BYTES = PAGE_BYTES + 24
SAY_EVERY = 1000


class Damage(NamedTuple):
    """One thing that happens to the files of a vault that is at rest, or (``in_log``) was cut off while it was in use."""

    kind: str
    happens: Callable[[Image], None]
    in_log: bool = False
    survived: bool = False
    """A second copy makes it good: the vault must open as if nothing had been."""
    may_be_harmless: bool = False
    """It may hit what no longer matters; then everything that was saved must be there."""


class Outcome(msgspec.Struct):
    """What opening said."""

    damages: dict[str, int] = msgspec.field(default_factory=dict)
    """Kind -> how many were tried."""
    refused: int = 0
    survived: int = 0
    unseen: list[str] = msgspec.field(default_factory=list)
    changed: list[str] = msgspec.field(default_factory=list)
    """Refused, but the store is another file than before."""

    @property
    def holds(self) -> bool:
        return not (self.unseen or self.changed)

    def told(self) -> str:
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.damages.items())
        return (
            f"{sum(self.damages.values())} damages ({kinds}): {self.refused} refused, {self.survived} opened with everything "
            f"saved, {len(self.unseen)} unseen, {len(self.changed)} stores changed by a refusal"
        )

    def problems(self) -> list[str]:
        return [*self.unseen, *self.changed]


def torture(
    damages: int | None = None,
    *,
    megabytes: float = 2.0,
    without: str = "",
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Do every damage to a vault of so many megabytes, or so many of them, the same number of each kind.

    ``without`` leaves out a check, tries only what that is for, and ends with the first damage that goes unseen.
    """
    outcome = Outcome()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="vatra-torture-", dir=memory_folder()) as folder:
        intact = Intact.make(Path(folder), int(megabytes * 1_000_000))
        possible = list(intact.damages(chance))
        control = CONTROLS.get(without, Control())
        if without:
            possible = [one for one in possible if one.kind in control.kinds]
        with _without(*control.checks), _as_if_large():
            for damage in possible if damages is None else _some(possible, damages, chance):
                intact.look(damage, Path(folder, "damaged"), outcome)
                progress(outcome)
                if without and outcome.unseen:
                    break
    return outcome


def _some(possible: list[Damage], count: int, chance: random.Random) -> list[Damage]:
    """About so many, of each kind about as many."""
    kinds = list(dict.fromkeys(one.kind for one in possible))
    chosen = []
    for kind in kinds:
        of_kind = [one for one in possible if one.kind == kind]
        chosen += chance.sample(of_kind, min(len(of_kind), -(-count // len(kinds))))
    return chosen


class Intact(NamedTuple):
    """A vault before anything happens to it: at rest, and earlier, small, as a power cut leaves it, with work that is only in
    the log.
    """

    vault: InventedVault
    at_rest: Image
    in_log: Image
    saved_at_rest: bytes
    saved_in_log: bytes
    older: tuple[bytes, ...]
    """The store at rest in earlier evenings."""
    stranger: Image

    @classmethod
    def make(cls, folder: Path, size_bytes: int) -> "Intact":
        vault = make_invented_vault(folder / "vault")
        stranger = make_invented_vault(folder / "stranger")
        cut_off = _cut_off(vault, folder / "cut off")
        in_log, saved_in_log = files_of(cut_off.folder), _saved(cut_off.open_team())
        seed = 0
        while vault.store.stat().st_size < size_bytes:
            seed += 1
            with vault.open() as opened:
                import_caseload(opened, invented_caseload(40, seed=seed), "list.xlsx")
        older = []
        for _ in range(EVENINGS):
            older.append(vault.store.read_bytes())
            team = vault.open_team()
            _save_notes(team, vault, 3)
            team.close()
        at_rest, saved_at_rest = files_of(vault.folder), _saved(vault.open_team())
        return cls(
            vault,
            dict(at_rest),
            dict(in_log),
            saved_at_rest,
            saved_in_log,
            tuple(older),
            dict(files_of(stranger.folder)),
        )

    def damages(self, chance: random.Random) -> Iterator[Damage]:
        """Everything that may happen; where in a page or frame is drawn by chance."""
        yield from self._to_pages(chance)
        yield from self._to_the_store()
        yield from self._to_the_log(chance)
        yield from self._to_small_files()

    def _to_pages(self, chance: random.Random) -> Iterator[Damage]:
        pages = len(self.at_rest[STORE] or b"") // PAGE_BYTES
        for page in range(pages):
            begin = page * PAGE_BYTES
            at, bit = begin + chance.randrange(PAGE_BYTES), chance.randrange(8)
            yield Damage("bit", partial(_flip, STORE, at, bit))
            yield Damage("zeros", partial(_overwrite, STORE, begin, bytes(PAGE_BYTES)))
            other = chance.choice([one for one in range(pages) if one != page])
            yield Damage("exchange", partial(_exchange, page, other))
            yield Damage("cut at a page", partial(_cut, STORE, begin))
            yield Damage("cut inside a page", partial(_cut, STORE, begin + (1, 777)[page % 2]))

    def _to_the_store(self) -> Iterator[Damage]:
        yield Damage("missing", lambda image: image.pop(STORE) and None)
        yield Damage("in clear", partial(_overwrite, STORE, 0, b"SQLite format 3\0"))
        for body in self.older:
            yield Damage("older image", partial(_replace, STORE, body))
        yield Damage("of a stranger", partial(_replace, STORE, self.stranger[STORE] or b""))
        yield Damage("of a stranger", partial(_all_of, self.stranger))

    def _to_the_log(self, chance: random.Random) -> Iterator[Damage]:
        size = len(self.in_log[LOG] or b"")
        for begin in range(32, size - FRAME_BYTES + 1, FRAME_BYTES):
            for at in (begin + chance.randrange(24), begin + 24 + chance.randrange(PAGE_BYTES)):
                flip = partial(_flip, LOG, at, chance.randrange(8))
                yield Damage("bit in the log", flip, in_log=True, may_be_harmless=True)
            for cut in (begin, begin + chance.randrange(1, FRAME_BYTES)):
                yield Damage("cut in the log", partial(_cut, LOG, cut), in_log=True, may_be_harmless=True)
        yield Damage("log missing", lambda image: image.pop(LOG) and None, in_log=True)

    def _to_small_files(self) -> Iterator[Damage]:
        sizes = {name: len(self.in_log[name] or b"") for name in (*KEYRINGS, HEAD)}
        for name in KEYRINGS:
            for at in range(sizes[name]):
                flip = partial(_flip, name, at, at % 8)
                yield Damage(f"byte of {name}", flip, in_log=True, survived=True)
        for at in range(0, min(sizes[name] for name in KEYRINGS), 7):
            yield Damage("both keyrings", partial(_flip_both, at), in_log=True)
        for at in range(sizes[HEAD]):
            flip = partial(_flip, HEAD, at, at % 8)
            yield Damage("byte of the head", flip, in_log=True, may_be_harmless=True)
        for body in (b"", bytes(128), b"x" * 128):
            yield Damage("head lost", partial(_replace, HEAD, body), in_log=True)

    def look(self, damage: Damage, folder: Path, outcome: Outcome) -> None:
        """Do one damage, open, and count what opening said."""
        image = dict(self.in_log if damage.in_log else self.at_rest)
        damage.happens(image)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        lay_down(image, folder)
        outcome.damages[damage.kind] = number = outcome.damages.get(damage.kind, 0) + 1
        vault = msgspec.structs.replace(self.vault, folder=folder)
        try:
            team = vault.open_team()
        except REFUSALS as problem:
            outcome.refused += 1
            if damage.survived:
                outcome.unseen.append(f"{damage.kind} {number}: a second copy was not used, {problem}")
            if not damage.in_log and files_of(folder).get(STORE) != image.get(STORE):
                outcome.changed.append(f"{damage.kind} {number}")
            return
        try:
            right = _saved(team) == (self.saved_in_log if damage.in_log else self.saved_at_rest)
        except DatabaseError:
            right = False
        if right and (damage.survived or damage.may_be_harmless):
            outcome.survived += 1
        else:
            outcome.unseen.append(f"{damage.kind} {number}: opened with {'all' if right else 'less'}")


def _cut_off(vault: InventedVault, folder: Path) -> InventedVault:
    """A copy of the vault as it was in the middle of its use."""
    team = vault.open_team()
    _save_notes(team, vault, COMMITS_IN_LOG)
    # Not from here: this process must not open the files it is connected to.
    copying = "import shutil, sys; shutil.copytree(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", copying, str(vault.folder), str(folder)], check=True)
    team.close()
    return msgspec.structs.replace(vault, folder=folder)


def _save_notes(team: Compartment, vault: InventedVault, count: int) -> None:
    for number in range(count):
        with team.writing():
            team.save(vault.worker.id, [note(random_id(), f"Lemne {number}. " * 8)])


def _saved(team: Compartment) -> bytes:
    """A digest of everything that screens show and that waits for the county; closes the store."""
    try:
        digest = hashlib.blake2b()
        for query in (
            "SELECT id, fields, answers, pending FROM shown ORDER BY id",
            "SELECT txn_id, n, h, state FROM outbox ORDER BY n",
        ):
            for row in team.connection.execute(query):
                digest.update(repr(row).encode())
        return digest.digest()
    finally:
        team.close()


# what happens to files


def _flip(name: str, at: int, bit: int, image: Image) -> None:
    body = bytearray(image[name] or b"")
    body[at] ^= 1 << bit
    image[name] = bytes(body)


def _flip_both(at: int, image: Image) -> None:
    for name in KEYRINGS:
        _flip(name, at, at % 8, image)


def _overwrite(name: str, at: int, part: bytes, image: Image) -> None:
    body = image[name] or b""
    image[name] = body[:at] + part + body[at + len(part) :]


def _exchange(page: int, other: int, image: Image) -> None:
    body = image[STORE] or b""
    one, two = (body[place * PAGE_BYTES : (place + 1) * PAGE_BYTES] for place in (page, other))
    _overwrite(STORE, page * PAGE_BYTES, two, image)
    _overwrite(STORE, other * PAGE_BYTES, one, image)


def _cut(name: str, size: int, image: Image) -> None:
    image[name] = (image[name] or b"")[:size]


def _replace(name: str, body: bytes, image: Image) -> None:
    image[name] = body


def _all_of(stranger: Image, image: Image) -> None:
    """Store and head of another vault, under the keyring of this one."""
    image.update({name: stranger[name] for name in (STORE, HEAD)})


# controls


@contextmanager
def _without(*checks: str) -> Iterator[None]:
    """These functions of ``opening`` do nothing."""
    left_out = {name: getattr(opening, name) for name in checks}
    for name in left_out:
        setattr(opening, name, lambda *_: None)
    try:
        yield
    finally:
        for name, check in left_out.items():
            setattr(opening, name, check)


@contextmanager
def _as_if_large() -> Iterator[None]:
    """Opening trusts the look at the pages alone, as it does with large files."""
    limit, opening.CHECKED_TWICE_BYTES = opening.CHECKED_TWICE_BYTES, 0
    try:
        yield
    finally:
        opening.CHECKED_TWICE_BYTES = limit


class Control(NamedTuple):
    """Checks of opening that are left out, and the damages that then go unseen."""

    checks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


CONTROLS = {
    "check of pages": Control(("_check_used_pages", "_check_every_page"), ("bit", "zeros", "exchange")),
    "head file": Control(("_check_head",), ("bit in the log", "cut in the log", "older image")),
}


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("damage", __doc__, EVERY_ONE, "leave out a check: must let something through")
    parser.add_argument("--megabytes", type=float, default=MEGABYTES_BY_COMMAND, help="size of the vault")
    chosen = parser.parse_args(arguments)
    runs = None if chosen.runs == EVERY_ONE else chosen.runs
    if not chosen.control:
        return run_and_tell(
            lambda: torture(runs, megabytes=chosen.megabytes, seed=chosen.seed, progress=_say_now_and_then),
            control=False,
        )
    results = []
    for without in CONTROLS:
        print(f"without the {without}:")
        tried = partial(torture, runs, megabytes=1, without=without, seed=chosen.seed)
        results.append(run_and_tell(tried, control=True))
    return max(results)


def _say_now_and_then(outcome: Outcome) -> None:
    if sum(outcome.damages.values()) % SAY_EVERY == 0:
        print(outcome.told(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
