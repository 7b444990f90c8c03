"""Cut the power at any moment and look whether the vault opens and anything that was promised is gone.

Scenes (``scenes``) are played once each while every write is recorded (``trace``). From the record come disk images as a
power cut may leave them (``disk``): at each place, with what was not yet durable dropped, kept or torn. Each image is opened
by the function that opens vaults, with every check, and held against what had been told until then. Ending what a power
cut interrupted - a rotation, a migration - is part of opening.

The control plays scenes with one precaution left out. Each must lose, or the harness is blind.
"""

import datetime as dt
import hashlib
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path

import msgspec

from app.domain.ids import random_id
from app.errors import SavedWorkMissing, VatraError
from app.keys.keyring import data_keys_of, former_keys_of
from app.keys.slots import WorkerKeys
from storage.backup import open_backup
from storage.driver import Connection
from storage.keyring_file import read_keyring
from storage.opening import PAGE_BYTES, backup_recipient, check_pages
from storage.restore import DAMAGE, restore_newest
from storage.vault import TEAM, Unlocked, Vault, has_vault
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture import scenes
from tests.torture.command import parser_of, run_and_tell
from tests.torture.disk import WAYS, Disk, Image, lay_down, memory_folder
from tests.torture.promises import Told, note, read_told, records_in, torn_imports
from tests.torture.scenes import SCENES, Orders, Person
from tests.torture.trace import Act, can_record, files_of, folders_of, record
from tests.torture.trace import Told as Line

ROOT = Path(__file__).resolve().parents[2]
IMAGES_BY_COMMAND = 14_000
NOTES = tuple(random_id() for _ in range(10))
"""Saved before the scenes begin."""
MOST_WEIGHT = 12
TRIES_FOR_ANOTHER = 4
MADE_AGAIN = 16
"""A creation that was cut is done again in every so many images: it costs two Argon2id."""
CONTROLS = {"full sync": "save", "folder sync": "keyring"}
"""Precaution that is left out -> the scene that must lose without it."""


class Outcome(msgspec.Struct):
    """What the images showed."""

    images: dict[str, int] = msgspec.field(default_factory=dict)
    """Scene -> how many different ones were opened."""
    promises: int = 0
    lost: list[str] = msgspec.field(default_factory=list)
    unopenable: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not (self.lost or self.unopenable)

    def told(self) -> str:
        scenes_told = ", ".join(f"{name} {count}" for name, count in self.images.items())
        return (
            f"{sum(self.images.values())} power cuts ({scenes_told}), up to {self.promises} promises before one: "
            f"{len(self.lost)} lost something, {len(self.unopenable)} do not open"
        )

    def problems(self) -> list[str]:
        return [*self.unopenable, *self.lost]


def torture(
    images: int,
    *,
    without: str = "",
    only: str | None = None,
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Open about so many different images, the same number of each scene. ``progress`` is called after each scene."""
    outcome = Outcome()
    chance = random.Random(seed)
    chosen = [name for name in SCENES if only in (None, name)]
    with tempfile.TemporaryDirectory(prefix="vatra-torture-", dir=memory_folder()) as folder:
        vault = _vault(Path(folder, "vault"))
        for name in chosen:
            played = PREPARED.get(name, _as_it_is)(vault.copy(Path(folder, name)))
            before, folders = files_of(played.folder), folders_of(played.folder)
            newcomer = Person.new()
            acts = _play(name, played, newcomer, without)
            assert _in_the_end(acts, before, folders) == files_of(played.folder), (
                "the record misses something"
            )
            cut = Cut(played, newcomer, Path(folder, "image"), outcome, name)
            with scenes.next_version() if name == "migration" else nullcontext():
                for image, told in images_of(acts, before, folders, images // len(chosen), chance):
                    cut.look(image, read_told(told))
                    if without and not outcome.holds:
                        return outcome
            outcome.promises = max(outcome.promises, sum(isinstance(act, Line) for act in acts))
            progress(outcome)
    return outcome


def _vault(folder: Path) -> InventedVault:
    """A vault with some notes from before."""
    vault = make_invented_vault(folder)
    with vault.open() as opened, opened.team.writing():
        for record in NOTES:
            opened.team.save(vault.worker.id, [note(record, "from before")])
    return vault


def _as_it_is(vault: InventedVault) -> InventedVault:
    return vault


def _nothing(vault: InventedVault) -> InventedVault:
    """No vault yet, only its folder."""
    shutil.rmtree(vault.folder)
    vault.folder.mkdir()
    return vault


def _damaged(vault: InventedVault) -> InventedVault:
    """A store with a page of zeros in its middle, and a backup from before."""
    with vault.open() as opened:
        opened.back_up()
    with vault.store.open("rb+") as file:
        file.seek(file.seek(0, os.SEEK_END) // 2 // PAGE_BYTES * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
    return vault


PREPARED = {"creation": _nothing, "restore": _damaged}
"""Scenes that do not begin with a vault in good order."""


def _play(name: str, vault: InventedVault, newcomer: Person, without: str) -> list[Act]:
    orders = Orders(name, str(vault.folder), vault.worker.id, vault.passphrase, newcomer, without)
    return record(
        [sys.executable, "-m", "tests.torture.scenes"],
        vault.folder,
        msgspec.msgpack.encode(orders),
        environment=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def images_of(
    acts: Sequence[Act], before: dict[str, bytes], folders: Sequence[str], count: int, chance: random.Random
) -> Iterator[tuple[Image, list[bytes]]]:
    """About so many different images over all moments of a record, each with what had been told before it."""
    weights = [_weight(acts, place, disk) for place, disk, _ in _moments(acts, before, folders)]
    seen: set[tuple[bytes, int]] = set()
    for place, disk, told in _moments(acts, before, folders):
        wanted = int(count * weights[place] / sum(weights) + chance.random())
        for _ in range(wanted * TRIES_FOR_ANOTHER):
            image = disk.after_power_cut(chance, chance.choice(WAYS))
            known = (_digest(image), len(told))
            if wanted and known not in seen:
                seen.add(known)
                wanted -= 1
                yield image, told


def _moments(
    acts: Sequence[Act], before: dict[str, bytes], folders: Sequence[str]
) -> Iterator[tuple[int, Disk, list[bytes]]]:
    """After each act: its place, the disk, and what has been told."""
    disk = Disk(before, folders)
    told: list[bytes] = []
    for place, act in enumerate(acts):
        if isinstance(act, Line):
            told.append(act.line)
        else:
            disk.take(act)
        yield place, disk, told


def _in_the_end(acts: Sequence[Act], before: dict[str, bytes], folders: Sequence[str]) -> Image:
    """The files when everything has arrived: what the process left behind, if the record is whole."""
    (*_, (_, disk, _)) = _moments(acts, before, folders)
    image = disk.after_power_cut(random.Random(), "everything")
    return {path: content for path, content in image.items() if content is not None}


def _weight(acts: Sequence[Act], place: int, disk: Disk) -> int:
    """More images where more can happen; none right before a promise, because the disk is the same right after it."""
    if place + 1 < len(acts) and isinstance(acts[place + 1], Line):
        return 0
    return 1 + min(disk.on_its_way, MOST_WEIGHT)


def _digest(image: Image) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for path, content in image.items():
        digest.update(f"{path}\0{-1 if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.digest()


class Cut:
    """Looks at the images of one scene."""

    def __init__(
        self, vault: InventedVault, newcomer: Person, folder: Path, outcome: Outcome, scene: str
    ) -> None:
        self._vault = vault
        self._newcomer = newcomer
        self._folder = folder
        self._outcome = outcome
        self._scene = scene
        self._me = newcomer.id if scene == "creation" else vault.worker.id
        self._keys = newcomer.keys() if scene == "creation" else vault.keys
        self._before = () if scene == "creation" else NOTES

    def look(self, image: Image, told: list[Told]) -> None:
        """Lay an image down, open it, and compare it with what had been told."""
        self._outcome.images[self._scene] = number = self._outcome.images.get(self._scene, 0) + 1
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        lay_down(image, self._folder)
        where = f"{self._scene} {number}, after {len(told)} promises"
        try:
            lost = self._lost(told)
        except SavedWorkMissing as problem:
            self._outcome.lost.append(f"{where}: {problem}")
        except VatraError as problem:
            self._outcome.unopenable.append(f"{where}: {problem}")
        else:
            self._outcome.lost += [f"{where}: {what}" for what in lost]

    def _lost(self, told: list[Told]) -> list[str]:
        """What is not there. Before the first promise there may be nothing to open, or a store to be restored: then doing
        again what was cut must succeed.
        """
        if self._scene == "creation" and not told and not has_vault(self._folder):
            if self._outcome.images[self._scene] % MADE_AGAIN == 1:
                make_invented_vault(self._folder).open().close()
            return []
        if self._scene == "restore" and not told:
            with suppress(*DAMAGE):
                return self._missing(told)
            unlocked = self._unlocked(self._me, self._keys)
            vault, data_key = unlocked.keyring.vault, unlocked.data_keys[TEAM]
            restore_newest(self._folder, TEAM, vault, data_key, dt.datetime.now(dt.UTC))
        return self._missing(told)

    def _missing(self, told: list[Told]) -> list[str]:
        missing = []
        with Vault.open_unlocked(self._folder, self._unlocked(self._me, self._keys)) as vault:
            missing += self._not_kept(vault.team.connection, told)
            if vault.keyring.generation < max((one.generation for one in told), default=0):
                missing.append(f"the keyring went back to generation {vault.keyring.generation}")
        if any(one.worker for one in told):
            Vault.open_unlocked(
                self._folder, self._unlocked(self._newcomer.id, self._newcomer.keys())
            ).close()
        for place, one in reversed(list(enumerate(told))):
            if one.backup:  # the newest is enough: older ones are dropped
                missing += [
                    f"of the backup: {what}" for what in self._not_in_backup(one.backup, told[:place])
                ]
                break
        return missing

    def _not_in_backup(self, name: str, told: list[Told]) -> list[str]:
        unlocked = self._unlocked(self._me, self._keys)
        connection = open_backup(self._folder / "backups" / name, backup_recipient(unlocked.data_keys[TEAM]))
        try:
            check_pages(connection, "backup")
            return self._not_kept(connection, told)
        finally:
            connection.close()

    def _unlocked(self, worker: bytes, keys: WorkerKeys) -> Unlocked:
        """What the passphrase would give, without Argon2id."""
        keyring = read_keyring(self._folder)
        entry = keyring.worker(worker)
        assert entry is not None, "the keyring does not know its worker"
        return Unlocked(
            keyring, entry, keys, data_keys_of(keyring, worker, keys), former_keys_of(keyring, worker, keys)
        )

    def _not_kept(self, connection: Connection, told: list[Told]) -> list[str]:
        found = records_in(connection)
        lost = {record for one in told for record in one.records} - found.keys()
        imports = {one.import_id for one in told if one.import_id} - set(found.values())
        before = {one.hex() for one in self._before} - found.keys()
        return [
            *(f"record {record}" for record in lost),
            *(f"record {record} from before" for record in before),
            *(f"import {one}" for one in imports),
            *torn_imports(found),
        ]


def _say(outcome: Outcome) -> None:
    print(outcome.told(), flush=True)


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("powercut", __doc__, IMAGES_BY_COMMAND, "leave out a precaution: must lose")
    parser.add_argument("--scene", choices=SCENES, help="only this one")
    chosen = parser.parse_args(arguments)
    why_not = can_record()
    if why_not:
        print(f"power cuts cannot be tried here: {why_not}", file=sys.stderr)
        return 2
    if not chosen.control:
        return run_and_tell(
            lambda: torture(chosen.runs, only=chosen.scene, seed=chosen.seed, progress=_say), control=False
        )
    results = []
    for without, scene in CONTROLS.items():
        print(f"without {without}:")
        results.append(
            run_and_tell(
                partial(torture, chosen.runs // len(SCENES), without=without, only=scene, seed=chosen.seed),
                control=True,
            )
        )
    return max(results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
