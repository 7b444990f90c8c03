"""How long to wait before the next passphrase may be tried: against the colleague at the keyboard, never destroying data.

Five tries are free for each worker; then each waits longer than the one before, up to 15 minutes. All workers of a laptop
together have 20 wrong tries an hour. A good passphrase forgives its own worker, nobody else. Whoever owns the files can try
as long as Argon2id allows without asking us: against him stands the passphrase itself.

Time is counted on a clock of its own that never runs ahead of the true time: the machine's running time, which nobody can
set, and over a restart what surely passed - the time since the start, or how far the wall clock is ahead of all it ever
showed, if that is more. So setting the clock changes nothing while the machine runs, and setting it back never helps. Who may
set it forward and start the machine anew, each time further, can shorten a wait; he owns the machine.
"""

from typing import NamedTuple, TypeVar

import msgspec

FREE_TRIES = 5
WAITS_S = (30, 60, 300, 900)
"""After the fifth wrong try, the sixth, and so on; the last again and again."""
HOUR_S = 3600
TRIES_AN_HOUR = 20
MAX_WORKERS = 128
"""More are not kept apart: who tried longest ago is counted like somebody never seen."""

_Of = TypeVar("_Of")


class Moment(NamedTuple):
    """Now, in seconds: since 1970 as the wall clock has it, and since the machine was started."""

    wall_s: int
    running_s: int


class Wrong(msgspec.Struct, frozen=True):
    """Wrong tries in a row: how many, and the last on the own clock and on the wall."""

    tries: int = 0
    last_s: int = 0
    last_at: int = 0


class FailedTries(msgspec.Struct, frozen=True):
    """What a worker is told after a good passphrase: wrong tries since the good one before, and when the last was."""

    tries: int
    last_at: int


class Tries(msgspec.Struct, frozen=True):
    """All that is remembered, for one vault; a value that is written after each try."""

    clock_s: int
    """The own clock, since this value began."""
    seen: Moment
    """The machine's clocks at the last change; of the wall clock the latest it can be, going by all it ever showed."""
    everybody: Wrong = Wrong()
    """What a worker begins with who is not in ``workers``: something only after the memory was lost."""
    workers: dict[bytes, Wrong] = {}
    recent: tuple[tuple[bytes, int], ...] = ()
    """Whose wrong tries of the last hour, and when on the own clock."""
    told: dict[bytes, FailedTries] = {}
    """What was to tell at each worker's last good passphrase."""


def begin(now: Moment) -> Tries:
    """Nobody tried anything yet."""
    return Tries(0, now)


def after_loss(now: Moment) -> Tries:
    """The memory of tries is gone or was changed: everybody waits the longest wait once, then tries one at a time."""
    return Tries(0, now, everybody=Wrong(FREE_TRIES + len(WAITS_S) - 1, 0, now.wall_s))


def wait_s(tries: Tries, worker: bytes, now: Moment) -> int:
    """Seconds until ``worker`` may try; 0 when now."""
    clock_s = _clock(tries, now)
    wrong = tries.workers.get(worker, tries.everybody)
    wait = 0
    if wrong.tries >= FREE_TRIES:
        step = min(wrong.tries - FREE_TRIES, len(WAITS_S) - 1)
        wait = wrong.last_s + WAITS_S[step] - clock_s
    if len(tries.recent) >= TRIES_AN_HOUR:
        wait = max(wait, tries.recent[-TRIES_AN_HOUR][1] + HOUR_S - clock_s)
    return max(0, wait)


def wrong_try(tries: Tries, worker: bytes, now: Moment) -> Tries:
    """One more wrong try; noted before the passphrase is looked at, so that ending the program does not hide it."""
    later = _at(tries, now)
    before = later.workers.get(worker, later.everybody)
    return msgspec.structs.replace(
        later,
        workers=_with(later.workers, worker, Wrong(before.tries + 1, later.clock_s, now.wall_s)),
        recent=(*later.recent, (worker, later.clock_s))[-TRIES_AN_HOUR:],
    )


def take_back(tries: Tries, before: Tries, worker: bytes, now: Moment) -> Tries:
    """The last try of this worker told nothing about the passphrase: it does not count; ``before`` is from before it."""
    later = _at(tries, now)
    noted = later.workers.get(worker, later.everybody)
    former = before.workers.get(worker, before.everybody)
    # Another try may have been noted in between, by another process: that one stays, with its moment.
    alone = noted.tries == former.tries + 1
    kept = former if alone else msgspec.structs.replace(noted, tries=max(0, noted.tries - 1))
    return msgspec.structs.replace(
        later, workers=_with(later.workers, worker, kept), recent=_without_last(later.recent, worker)
    )


def good_try(tries: Tries, before: Tries, worker: bytes, now: Moment) -> Tries:
    """The passphrase was right; ``before`` is from before the try. What went wrong until then is there to be told."""
    later = _at(tries, now)
    wrong = before.workers.get(worker, Wrong())
    told = FailedTries(wrong.tries, wrong.last_at)
    return msgspec.structs.replace(
        later,
        workers=_with(later.workers, worker, Wrong()),
        recent=tuple(one for one in later.recent if one[0] != worker),
        told=_with(later.told, worker, told),
    )


def _clock(tries: Tries, now: Moment) -> int:
    passed = now.running_s - tries.seen.running_s
    if passed < 0:
        # Started anew since. The time since the start passed for certain; more of it only if the wall clock says so.
        passed = max(now.running_s, now.wall_s - tries.seen.wall_s)
    return tries.clock_s + max(0, passed)


def _at(tries: Tries, now: Moment) -> Tries:
    clock_s = _clock(tries, now)
    # Where the wall clock must be by now, if it was ever right.
    seen = Moment(max(tries.seen.wall_s + clock_s - tries.clock_s, now.wall_s), now.running_s)
    recent = tuple(one for one in tries.recent if one[1] + HOUR_S > clock_s)
    return msgspec.structs.replace(tries, clock_s=clock_s, seen=seen, recent=recent)


def _without_last(recent: tuple[tuple[bytes, int], ...], worker: bytes) -> tuple[tuple[bytes, int], ...]:
    for at in range(len(recent) - 1, -1, -1):
        if recent[at][0] == worker:
            return recent[:at] + recent[at + 1 :]
    return recent


def _with(known: dict[bytes, _Of], worker: bytes, value: _Of) -> dict[bytes, _Of]:
    others = [(one, of) for one, of in known.items() if one != worker]
    return dict([*others[-(MAX_WORKERS - 1) :], (worker, value)])
