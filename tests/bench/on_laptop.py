"""What one laptop does without a county, on a full encrypted vault: unlock, search, lists, saves, imports."""

import datetime as dt
import itertools
import random
import time
from collections.abc import Iterator

from app.keys.slots import PROFILE_2026_1, WorkerKeys, make_slot, open_slot
from app.services.families import find_families, list_families, open_family, write_note
from app.services.importing import import_caseload
from app.services.today import today
from storage.keyring_file import read_keyring
from storage.vault import Vault
from tests.bench.measuring import Figure, Took, median_of, p95_of, times
from tests.fixtures.people import POLISH, ROMANIAN, Names, invented_caseload
from tests.fixtures.vault import InventedVault

FEWEST_TYPED = 2
MEMBERS_PER_FAMILY = 3.64


def fill(vault: Vault, people: int) -> tuple[int, Figure]:
    """Import Romanian and Polish families until there are at least that many people."""
    brought = rows = 0
    took_s = cpu_s = 0.0
    for names, share in ((ROMANIAN, 0.7), (POLISH, 0.3)):
        caseload = invented_caseload(round(people * share / MEMBERS_PER_FAMILY) + 1, names=names, seed=people)
        began, began_cpu = time.perf_counter(), time.process_time()
        done = import_caseload(vault, caseload, f"list_{names.identity}.xlsx")
        took_s += time.perf_counter() - began
        cpu_s += time.process_time() - began_cpu
        brought += done.people
        rows += done.people + done.visits
    name = f"import of {brought:,} people and their visits"
    spread = f"{rows:,} rows in {took_s:.1f} s; processor {cpu_s:.1f} s"
    return brought, Figure(name, rows / took_s, "rows/s", spread, 500, more_is_better=True)


def unlocking(made: InventedVault) -> list[Figure]:
    """The passphrase, and apart from it opening with every check up to Today."""
    slot = read_keyring(made.folder).slot(made.worker.id)
    assert slot is not None
    cheap = times(lambda: open_slot(slot, made.passphrase), 3)
    dear_slot = make_slot(bytes(16), WorkerKeys.new(), made.passphrase, PROFILE_2026_1)
    dear = times(lambda: open_slot(dear_slot, made.passphrase), 3)
    day = dt.date.today()  # noqa: DTZ011 - as the window does

    def unlock() -> None:
        with made.open() as vault:
            today(vault, day)

    whole = times(unlock, 3)
    passphrase = sorted(cheap, key=lambda one: one.wall_ms)[1]
    without = [
        Took(max(0.0, one.wall_ms - passphrase.wall_ms), max(0.0, one.cpu_ms - passphrase.cpu_ms))
        for one in whole
    ]
    size_mib = made.store.stat().st_size / 1024**2
    return [
        median_of("passphrase alone (Argon2id 256 MiB, profile 2026-1)", dear),
        median_of(f"unlock to Today without the passphrase, {size_mib:.0f} MiB store", without),
    ]


def keystrokes(names: Names, chance: random.Random, count: int) -> Iterator[str]:
    """What stands in the search box after each key, from the second letter on, as workers type names."""
    for _ in range(count):
        typed = " ".join(
            (chance.choice(names.surnames), chance.choice(names.women + names.men))[
                : chance.choice((1, 2, 2))
            ]
        )
        if chance.random() < 0.2:
            typed += f" @{chance.choice(names.villages).split()[0]}"
        yield from (typed[:end] for end in range(FEWEST_TYPED, len(typed) + 1))


def working(vault: Vault, people: int) -> list[Figure]:
    """Searching, opening and saving on a full vault."""
    chance = random.Random(people)
    typed = [*keystrokes(ROMANIAN, chance, 40), *keystrokes(POLISH, chance, 20)]
    searched = [times(lambda key=key: find_families(vault, key), 1)[0] for key in typed]  # type: ignore[misc]
    first_page = times(lambda: list_families(vault), 15)
    late_page = times(lambda: list_families(vault, offset=people // 5), 15)
    families = [line.id for line in list_families(vault, limit=5000).lines]
    chance.shuffle(families)
    some = itertools.cycle(families)
    opened = times(lambda: open_family(vault, next(some)), 100)
    saved = times(lambda: write_note(vault, next(some), "Lemne pentru două săptămâni."), 100)
    day = dt.date.today()  # noqa: DTZ011 - as the window does
    return [
        median_of("search, each key typed", searched),
        p95_of("search, each key typed", searched, 50),
        median_of("first page of 200 families", first_page, target=50),
        median_of("a page far down the list", late_page, target=50),
        median_of("open a family", opened, target=30),
        p95_of("open a family", opened),
        median_of("durable save of a note", saved, target=10),
        p95_of("durable save of a note", saved),
        median_of("Today", times(lambda: today(vault, day), 10)),
    ]
