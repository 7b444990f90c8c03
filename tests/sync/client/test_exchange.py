"""One sync of a real vault with a real county: how many requests, how large, in which order, and what a refusal changes."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from app.errors import CountyRefused, CountyTroubled, CountyUnreachable
from app.services import syncing
from app.services.families import write_note
from storage.compartment import Compartment, Write
from storage.vault import TEAM
from sync.client.exchange import Done, exchange
from sync.client.request_size import FIRST_REQUEST_BYTES, LARGEST_REQUEST_BYTES, RequestSize
from sync.protocol import Exchange, Reply
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop, at_once

SOCIAL = "social"
MOST_IDLE_BYTES = 300


class Listening:
    """Hands everything on, remembers what was asked, and may answer something else first."""

    def __init__(self, laptop: Laptop) -> None:
        self.line = syncing.county_line(laptop.vault)
        self.asked: list[Exchange] = []
        self.first: list[Exception] = []
        self.knows_beside = True
        self.largest: int | None = None
        self.loses_next_answer = False

    def exchange(self, request: Exchange) -> Reply:
        self.asked.append(request)
        if self.first:
            raise self.first.pop(0)
        if self.largest is not None and _saves(request) > self.largest:
            raise CountyRefused(reason="too_large")
        reply = self.line.exchange(
            request if self.knows_beside else msgspec.structs.replace(request, beside=())
        )
        if self.loses_next_answer:
            self.loses_next_answer = False
            raise CountyUnreachable(why="cut_off")
        return reply


def _saves(request: Exchange) -> int:
    return sum(len(one.segment.txns) for one in (request, *request.beside) if one.segment is not None)


@pytest.fixture
def ana(small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]) -> Laptop:
    return laptops(small_county)("Ana Sandu", "social_worker")


def _compartments(laptop: Laptop) -> dict[str, Compartment]:
    return {syncing.stream_of(laptop.vault, name): one for name, one in laptop.vault.compartments.items()}


def _sync(laptop: Laptop, line: Listening, pauses: list[float] | None = None) -> Done:
    try:
        return exchange(
            lambda work: work(),
            _compartments(laptop),
            line,
            county_id=laptop.vault.team.fact("county") or b"",
            sign=laptop.vault.sign_as_device,
            pause=(pauses if pauses is not None else []).append,
        )
    finally:
        line.line.close()


def _writes_confidentially(laptop: Laptop, family: bytes) -> None:
    store = laptop.vault.compartments[SOCIAL]
    with store.writing():
        store.learn_family(family, laptop.team.family_key(family))
        text = {"text": {"text": "Spune că îi este frică acasă."}}
        store.save(laptop.vault.worker.id, [Write("note", family[::-1], family, text)])


def test_all_streams_are_one_request(ana: Laptop) -> None:
    family = ana.registers(family_name="Dobre")
    ana.goes_online()
    _writes_confidentially(ana, family)
    write_note(ana.vault, family, "Lemnele au venit.")
    line = Listening(ana)
    assert _sync(ana, line).sent == 2
    assert len(line.asked) == 1
    assert [one.hello.stream.partition("/")[2] for one in (line.asked[0], *line.asked[0].beside)] == [
        TEAM,
        SOCIAL,
    ]
    for store in ana.vault.compartments.values():
        assert not store.waits_to_send("note")


def test_an_idle_sync_is_one_small_request(ana: Laptop) -> None:
    family = ana.registers(family_name="Dobre")
    for number in range(40):
        write_note(ana.vault, family, f"Vizita {number}.")
    _writes_confidentially(ana, family)
    line = Listening(ana)
    _sync(ana, line)
    before = (len(line.asked), line.line.requests, line.line.bytes_sent, line.line.bytes_received)
    _sync(ana, line)
    after = (len(line.asked), line.line.requests, line.line.bytes_sent, line.line.bytes_received)
    asked, requests, sent, received = (now - then for now, then in zip(after, before, strict=True))
    assert (asked, requests) == (1, 1)
    assert sent < MOST_IDLE_BYTES
    assert received < MOST_IDLE_BYTES


def test_the_next_trip_begins_without_asking_how(ana: Laptop) -> None:
    ana.goes_online()
    with syncing.on_line(at_once, ana.vault) as line:
        syncing.sync_now(at_once, ana.vault, lambda *_: None, line=line)
        assert line.requests == 1


def test_a_laptop_whose_end_the_county_does_not_know_names_more(ana: Laptop) -> None:
    """The laptop believes that everything arrived, and the county does not know its end: nothing is sent anew but that."""
    family = ana.registers(family_name="Dobre")
    for number in range(5):
        write_note(ana.vault, family, f"Vizita {number}.")
    ana.goes_online()
    write_note(ana.vault, family, "Numai aici.")
    tip = ana.team.tip().n
    with ana.team.writing():
        ana.team.set_facts(county_has_n=str(tip).encode())
    line = Listening(ana)
    assert _sync(ana, line).sent == 1
    named = [len(request.hello.marks) for request in line.asked]
    assert named[0] == 1
    assert max(named[1:]) > 1
    assert ana.waits() == 0
    assert ana.team.connection.execute(
        "SELECT count(*) FROM replica WHERE parent IS NOT NULL"
    ).fetchone() == (0,)


def test_what_is_confidential_goes_first_where_not_everything_fits(
    ana: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = ana.registers(family_name="Dobre")
    ana.goes_online()
    for number in range(60):
        write_note(ana.vault, family, f"Vizita {number}: " + "lemne și mâncare " * 100)
    _writes_confidentially(ana, family)
    line = Listening(ana)
    _sync(ana, line)
    of_streams = [
        {one.hello.stream.partition("/")[2] for one in (request, *request.beside) if one.segment}
        for request in line.asked
    ]
    assert of_streams[0] == {TEAM, SOCIAL}
    assert len(of_streams) > 1
    assert all(one <= {TEAM} for one in of_streams[1:])


def test_over_a_thin_line_what_waits_goes_up_before_anything_comes_down(
    ana: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = ana.registers(family_name="Dobre")
    for number in range(12):
        write_note(ana.vault, family, f"Vizita {number}: " + "lemne și mâncare " * 100)
    monkeypatch.setattr(RequestSize, "worked", lambda self, *_: setattr(self, "limit_bytes", 8 * 1024))
    line = Listening(ana)
    line.first = [CountyUnreachable(why="cut_off")]
    assert _sync(ana, line).sent == 13
    brought = [one for one in line.asked if one.segment is not None]
    assert len(brought) > 3
    assert [bool(one.cursors) for one in brought[1:]] == [False] * (len(brought) - 2) + [True]
    assert ana.team.connection.execute("SELECT count(*) FROM pending_op").fetchone() == (0,)


def test_a_county_that_answers_only_the_first_is_asked_one_by_one(ana: Laptop) -> None:
    family = ana.registers(family_name="Dobre")
    ana.goes_online()
    _writes_confidentially(ana, family)
    line = Listening(ana)
    line.knows_beside = False
    assert _sync(ana, line).sent == 1
    assert [len(request.beside) for request in line.asked] == [1, 0]


def test_a_stream_that_is_not_open_to_the_laptop_does_not_hinder_the_others(
    ana: Laptop, small_county: RunningCounty
) -> None:
    family = ana.registers(family_name="Dobre")
    with small_county.store.writing() as (connection, _county):
        connection.exec_driver_sql("DELETE FROM device_stream WHERE stream LIKE '%/social'")
    _writes_confidentially(ana, family)
    line = Listening(ana)
    assert _sync(ana, line).sent == 1
    assert len(line.asked) == 1
    assert ana.vault.compartments[SOCIAL].waits_to_send("note"), "it waits, visibly"


def test_a_message_that_is_too_large_is_split(ana: Laptop) -> None:
    family = ana.registers(family_name="Dobre")
    for number in range(20):
        write_note(ana.vault, family, f"Vizita {number}.")
    line = Listening(ana)
    line.largest = 3
    assert _sync(ana, line).sent == 21
    assert [_saves(request) for request in line.asked][:2] == [21, 10] or _saves(line.asked[1]) < 21
    assert ana.waits() == 0


def test_one_save_that_is_too_large_for_the_way_is_told(ana: Laptop) -> None:
    ana.registers(family_name="Dobre")
    line = Listening(ana)
    line.largest = 0
    with pytest.raises(CountyRefused) as refused:
        _sync(ana, line)
    assert refused.value.told_as == "county_refused.too_large"
    assert len(line.asked) == 1
    assert ana.waits() == 1


def test_tries_are_few_and_ever_further_apart(ana: Laptop) -> None:
    line, pauses = Listening(ana), list[float]()
    line.first = [CountyUnreachable(why="cut_off")] * 9
    with pytest.raises(CountyUnreachable):
        _sync(ana, line, pauses)
    assert len(line.asked) == 4
    for pause, (least, most) in zip(pauses, ((0.25, 0.5), (0.75, 1.5), (2.25, 4.5)), strict=True):
        assert least <= pause <= most


def test_a_county_that_asks_to_wait_is_left_alone_so_long(ana: Laptop) -> None:
    line, pauses = Listening(ana), list[float]()
    line.first = [CountyTroubled(status=503, retry_after_s=30)]
    _sync(ana, line, pauses)
    assert pauses == [30]
    line, pauses = Listening(ana), []
    line.first = [CountyTroubled(status=503, retry_after_s=3600)]
    with pytest.raises(CountyTroubled):
        _sync(ana, line, pauses)
    assert (len(line.asked), pauses) == (1, [])


def test_after_a_break_it_asks_what_arrived_before_it_sends_again(ana: Laptop) -> None:
    ana.registers(family_name="Dobre")
    line = Listening(ana)
    line.first = [CountyUnreachable(why="cut_off")]
    assert _sync(ana, line).sent == 1
    assert [_saves(request) for request in line.asked] == [1, 0, 1]
    assert line.asked[1].max_bytes == line.asked[0].max_bytes / 2


def test_what_arrived_with_a_lost_answer_is_not_sent_again(ana: Laptop) -> None:
    ana.registers(family_name="Dobre")
    line = Listening(ana)
    line.loses_next_answer = True
    _sync(ana, line)
    assert sum(_saves(request) for request in line.asked) == 1
    assert ana.waits() == 0


def test_the_size_of_requests_follows_the_line() -> None:
    size = RequestSize()
    size.worked(FIRST_REQUEST_BYTES, 0.1)
    assert size.limit_bytes == 2 * FIRST_REQUEST_BYTES
    size.worked(500, 0.1)
    assert size.limit_bytes == 2 * FIRST_REQUEST_BYTES, "a small request proves nothing of a large one"
    size.worked(2 * FIRST_REQUEST_BYTES, 5.0)
    assert size.limit_bytes == pytest.approx(2 * FIRST_REQUEST_BYTES * 0.8, abs=1)
    size.worked(FIRST_REQUEST_BYTES, 100.0)
    assert size.limit_bytes == pytest.approx(FIRST_REQUEST_BYTES * 0.8, abs=1)
    for _ in range(20):
        size.failed()
    smallest = size.limit_bytes
    for _ in range(20):
        size.worked(LARGEST_REQUEST_BYTES, 0.1)
    assert (smallest, size.limit_bytes) == (8 * 1024, LARGEST_REQUEST_BYTES)
    size.refused(300_000)
    assert size.limit_bytes == 150_000
