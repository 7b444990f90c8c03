"""A line is ended from another thread within moments, wherever it hangs, and by itself when a request takes too long."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.errors import CountyUnreachable
from sync.client.transport import CountyLine
from sync.client.wire import Stop
from tests.fixtures.county import MakeLaptop, RunningCounty
from tests.fixtures.rough_line import RoughLine, Weather

WITHIN_S = 1.0


@contextmanager
def full_house() -> Iterator[str]:
    """An address at which connecting never ends: its queue is full and nobody takes from it."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        inside = [socket.socket() for _ in range(2)]
        for one in inside:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        for one in inside:
            one.close()


@contextmanager
def silent_host() -> Iterator[str]:
    """An address that takes connections and says nothing, not even in the handshake."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def half_open(county: RunningCounty) -> Iterator[str]:
    """The county, behind a line that died: connections are open and nothing comes through."""
    rough = RoughLine(int(county.url.rpartition(":")[2]))
    rough.dead = True
    yield rough.url
    rough.close()


def _hang_up_while_asking(line: CountyLine, ask: Callable[[], object]) -> tuple[float, CountyUnreachable]:
    """How long after hanging up the asking thread was free, and what it was told."""
    told: list[CountyUnreachable] = []

    def run() -> None:
        with pytest.raises(CountyUnreachable) as failed:
            ask()
        told.append(failed.value)

    asking = threading.Thread(target=run)
    asking.start()
    asking.join(0.4)
    assert asking.is_alive(), "it did not hang"
    began = time.monotonic()
    line.hang_up()
    asking.join(20)
    return time.monotonic() - began, told[0]


@pytest.mark.parametrize("where", ["connecting", "handshake", "request"])
def test_a_hanging_line_is_free_within_a_second(
    small_county: RunningCounty, plain_laptop: MakeLaptop, where: str
) -> None:
    laptop = plain_laptop(small_county)
    places = {"connecting": full_house(), "handshake": silent_host(), "request": half_open(small_county)}
    with places[where] as url:
        line = CountyLine(small_county.card, laptop.device, laptop.key.sign, url)
        after_s, told = _hang_up_while_asking(line, lambda: line.exchange(laptop.request()))
        assert after_s < WITHIN_S
        assert told.facts == {"why": "hung_up"}
        with pytest.raises(CountyUnreachable, match="hung_up"):
            line.exchange(laptop.request())
        line.close()


def test_an_open_connection_hangs_up_too(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    rough = RoughLine(int(small_county.url.rpartition(":")[2]))
    line = CountyLine(small_county.card, laptop.device, laptop.key.sign, rough.url)
    line.exchange(laptop.request())
    rough.dead = True
    after_s, _ = _hang_up_while_asking(line, lambda: line.exchange(laptop.request()))
    assert after_s < WITHIN_S
    line.close()
    rough.close()


def test_nobody_waits_for_an_address_that_does_not_answer(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(small_county)
    with full_house() as url:
        line = CountyLine(small_county.card, laptop.device, laptop.key.sign, url, connect_timeout_s=0.3)
        with pytest.raises(CountyUnreachable) as failed:
            line.exchange(laptop.request())
        assert failed.value.facts == {"why": "timeout"}
        line.close()


def test_a_byte_now_and_then_is_no_answer(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    """No silence is long enough for the other timeouts; the request as a whole is."""
    laptop = plain_laptop(small_county)
    rough = RoughLine(int(small_county.url.rpartition(":")[2]), Weather(bytes_per_s=200))
    line = CountyLine(
        small_county.card, laptop.device, laptop.key.sign, rough.url, read_timeout_s=5, longest_request_s=0.6
    )
    began = time.monotonic()
    with pytest.raises(CountyUnreachable) as failed:
        line.exchange(laptop.request())
    assert failed.value.facts == {"why": "too_slow"}
    assert time.monotonic() - began < 0.6 + WITHIN_S
    line.close()
    rough.close()
    # The same line may be asked again: only that request was ended.
    again = CountyLine(small_county.card, laptop.device, laptop.key.sign, small_county.url)
    again.exchange(laptop.request())
    again.close()


def test_stop_tells_whoever_is_there_and_whoever_comes_late() -> None:
    stop, told = Stop(), []
    with stop.ending(lambda: told.append("early")):
        assert not stop.wait(0)
        stop.say()
    with stop.ending(lambda: told.append("late")):
        assert stop.is_said
    stop.say()
    assert told == ["early", "late"]
