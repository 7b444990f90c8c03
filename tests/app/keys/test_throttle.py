"""Waiting before the next try: whatever somebody does to the clocks, tries never come faster than the rule says."""

from dataclasses import dataclass, field

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.keys import throttle
from app.keys.throttle import FREE_TRIES, HOUR_S, TRIES_AN_HOUR, WAITS_S, FailedTries, Moment, Tries

ANA, BEA = b"ana" * 5, b"bea" * 5
NOON = 1_800_000_000


@dataclass
class Machine:
    """A laptop with a true time, a wall clock that people set, and a running time that begins anew with each start."""

    true_s: int = 0
    wall_off_s: int = 0
    started_s: int = 0

    def now(self) -> Moment:
        return Moment(NOON + self.true_s + self.wall_off_s, self.true_s - self.started_s)


@dataclass
class Desk:
    """Somebody who tries passphrases as often as he may."""

    machine: Machine = field(default_factory=Machine)
    tries: Tries = field(init=False)

    def __post_init__(self) -> None:
        self.tries = throttle.begin(self.machine.now())

    def wait_s(self, worker: bytes = ANA) -> int:
        return throttle.wait_s(self.tries, worker, self.machine.now())

    def wrong(self, worker: bytes = ANA) -> None:
        assert self.wait_s(worker) == 0
        self.tries = throttle.wrong_try(self.tries, worker, self.machine.now())

    def right(self, worker: bytes = ANA) -> FailedTries:
        before = self.tries
        self.wrong(worker)
        self.tries = throttle.good_try(self.tries, before, worker, self.machine.now())
        return self.tries.told[worker]

    def waits_out(self, worker: bytes = ANA) -> int:
        waited = self.wait_s(worker)
        self.machine.true_s += waited
        return waited


def test_five_tries_are_free_and_then_each_waits_longer() -> None:
    desk = Desk()
    for _ in range(FREE_TRIES):
        assert desk.waits_out() == 0
        desk.wrong()
    for wait in (*WAITS_S, WAITS_S[-1], WAITS_S[-1]):
        assert desk.waits_out() == wait
        desk.wrong()


def test_a_good_passphrase_begins_anew_and_tells_what_was_before() -> None:
    desk = Desk()
    for _ in range(FREE_TRIES + 2):
        desk.waits_out()
        desk.wrong()
    last_at = desk.machine.now().wall_s
    desk.waits_out()
    assert desk.right() == FailedTries(FREE_TRIES + 2, last_at)
    assert desk.right() == FailedTries(0, 0)
    for _ in range(FREE_TRIES):
        desk.wrong()


def test_a_good_passphrase_forgives_nobody_else() -> None:
    desk = Desk()
    for _ in range(FREE_TRIES):
        desk.wrong(ANA)
    desk.right(BEA)
    assert desk.wait_s(ANA) == WAITS_S[0]
    assert len(desk.tries.recent) == FREE_TRIES


def test_all_workers_together_have_so_many_tries_an_hour() -> None:
    desk = Desk()
    workers = [bytes([number]) * 16 for number in range(TRIES_AN_HOUR)]
    for worker in workers:
        desk.wrong(worker)
        desk.machine.true_s += 10
    assert desk.wait_s(ANA) == HOUR_S - 10 * TRIES_AN_HOUR
    desk.waits_out()
    desk.wrong()


def test_a_try_that_told_nothing_does_not_count() -> None:
    desk = Desk()
    for _ in range(FREE_TRIES - 1):
        desk.wrong()
    before = desk.tries
    for _ in range(10):
        noted = throttle.wrong_try(before, ANA, desk.machine.now())
        assert throttle.wait_s(noted, ANA, desk.machine.now()) == WAITS_S[0]
        desk.tries = throttle.take_back(noted, before, ANA, desk.machine.now())
        assert desk.tries == before


def test_taking_back_keeps_what_another_process_noted() -> None:
    desk = Desk()
    before = desk.tries
    noted = throttle.wrong_try(before, ANA, desk.machine.now())
    for _ in range(FREE_TRIES):
        noted = throttle.wrong_try(noted, ANA, desk.machine.now())
    kept = throttle.take_back(noted, before, ANA, desk.machine.now())
    assert throttle.wait_s(kept, ANA, desk.machine.now()) == WAITS_S[0]


def test_a_lost_memory_is_the_longest_wait_and_then_one_try_at_a_time() -> None:
    machine = Machine()
    desk = Desk(machine)
    desk.tries = throttle.after_loss(machine.now())
    assert desk.waits_out() == WAITS_S[-1]
    desk.wrong()
    assert desk.waits_out() == WAITS_S[-1]
    assert desk.right() == FailedTries(FREE_TRIES + len(WAITS_S), desk.tries.told[ANA].last_at)
    desk.wrong()
    assert desk.wait_s() == 0
    assert desk.wait_s(BEA) == 0  # the quarter of an hour has passed for everybody


def test_overnight_nobody_waits_in_the_morning() -> None:
    desk = Desk()
    desk.machine.true_s = 30_000
    for _ in range(FREE_TRIES + 3):
        desk.waits_out()
        desk.wrong()
    assert desk.wait_s() == WAITS_S[-1]
    desk.machine.true_s += 12 * 3600
    desk.machine.started_s = desk.machine.true_s - 60
    assert desk.wait_s() == 0


def test_without_a_wait_setting_the_clock_would_matter() -> None:
    """The control: by the wall clock alone, setting it forward would end a wait and setting it back would not."""
    desk = Desk()
    for _ in range(FREE_TRIES):
        desk.wrong()
    wall = desk.machine.now().wall_s
    desk.machine.wall_off_s = 10**6
    assert desk.machine.now().wall_s - wall > WAITS_S[0]
    assert desk.wait_s() == WAITS_S[0]


def test_it_is_a_small_value_that_is_read_as_it_was_written() -> None:
    desk = Desk()
    for number in range(400):
        worker = number.to_bytes(16, "big")
        desk.machine.true_s += HOUR_S
        desk.wrong(worker)
        desk.right(worker)
    body = msgspec.msgpack.encode(desk.tries)
    assert msgspec.msgpack.decode(body, type=Tries) == desk.tries
    assert len(body) < 16 * 1024


class Attack(RuleBasedStateMachine):
    """Somebody tries whenever he may, sets the clock and restarts as he likes - but for setting it forward over a restart.

    What holds is said by the true time, which he cannot set.
    """

    def __init__(self) -> None:
        super().__init__()
        self.began_s = 100_000
        self.machine = Machine(true_s=self.began_s)
        self.desk = Desk(self.machine)
        self.tried: dict[bytes, list[int]] = {ANA: [], BEA: []}

    @rule(seconds=st.integers(0, 2000))
    def time_passes(self, seconds: int) -> None:
        self.machine.true_s += seconds

    @rule(seconds=st.integers(-(10**8), 0))
    def the_clock_is_set_back(self, seconds: int) -> None:
        self.machine.wall_off_s += seconds

    @rule(seconds=st.integers(-(10**6), 10**6))
    def the_clock_is_set_and_set_right_again(self, seconds: int) -> None:
        if self.machine.now().running_s < self.desk.tries.seen.running_s:
            seconds = min(0, seconds)  # forward right after a restart is the one thing that helps, as said
        self.machine.wall_off_s += seconds
        self.tries_if_he_may(ANA)
        self.machine.wall_off_s -= seconds

    @rule(seconds=st.integers(-(10**6), 0))
    def tries_under_a_clock_set_back_and_restarts_under_the_right_one(self, seconds: int) -> None:
        self.machine.wall_off_s += seconds
        self.tries_if_he_may(ANA)
        self.machine.wall_off_s -= seconds
        self.the_laptop_restarts()
        self.tries_if_he_may(ANA)

    @rule()
    def the_laptop_restarts(self) -> None:
        self.machine.true_s += 30
        self.machine.started_s = self.machine.true_s

    @rule(worker=st.sampled_from((ANA, BEA)))
    def tries_if_he_may(self, worker: bytes) -> None:
        if self.desk.wait_s(worker) == 0:
            self.desk.wrong(worker)
            self.tried[worker].append(self.machine.true_s)

    @invariant()
    def the_own_clock_never_runs_ahead_of_the_true_time(self) -> None:
        assert self.desk.tries.clock_s <= self.machine.true_s - self.began_s

    @invariant()
    def so_many_tries_need_so_much_time(self) -> None:
        for moments in self.tried.values():
            late = range(FREE_TRIES, len(moments))
            waits = sum(WAITS_S[min(number - FREE_TRIES, len(WAITS_S) - 1)] for number in late)
            assert not late or moments[-1] - self.began_s >= waits
        together = sum(len(moments) for moments in self.tried.values())
        assert together <= TRIES_AN_HOUR * (1 + (self.machine.true_s - self.began_s) // HOUR_S)

    @invariant()
    def nobody_waits_longer_than_an_hour(self) -> None:
        assert self.desk.wait_s(ANA) <= HOUR_S


TestAttack = Attack.TestCase
TestAttack.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


@given(
    at=st.tuples(st.integers(0, 2**40), st.integers(0, 2**30)),
    then=st.tuples(st.integers(0, 2**40), st.integers(0, 2**30)),
)
def test_no_pair_of_clocks_gives_a_negative_or_endless_wait(
    at: tuple[int, int], then: tuple[int, int]
) -> None:
    tries = throttle.after_loss(Moment(*at))
    assert 0 <= throttle.wait_s(tries, ANA, Moment(*then)) <= WAITS_S[-1]
