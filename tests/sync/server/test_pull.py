"""Pages: any cut of the stream gives the same stream, and nobody sees another's."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol import Effect, Exchange, Hello, decode
from tests.fixtures.county import COMMUNE, MakeLaptop, PlainLaptop, RunningCounty


def _filled(laptop: PlainLaptop, families: int) -> None:
    for number in range(families):
        laptop.family(name=f"Family {number}" + "x" * (37 * number % 500))
    laptop.push()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(max_bytes=st.one_of(st.integers(-5, 3), st.integers(200, 3000)))
def test_pages_of_any_size_make_one_stream(filled: PlainLaptop, max_bytes: int) -> None:
    filled.cursor = 0
    whole = filled.pull(1 << 20)
    filled.cursor = 0
    assert filled.pull(max_bytes) == whole
    assert [effect.csn for effect in whole] == list(range(1, len(whole) + 1))


@pytest.fixture
def filled(small_county: RunningCounty, plain_laptop: MakeLaptop) -> PlainLaptop:
    laptop = plain_laptop(small_county)
    _filled(laptop, 12)
    return laptop


def test_a_page_is_about_as_large_as_asked(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    _filled(laptop, 20)
    page = laptop.line.exchange(laptop.request(max_bytes=2000)).pages[0]
    assert page.more
    assert 1000 < sum(len(effect) for effect in page.effects) <= 2000
    assert page.cursor == decode(page.effects[-1], Effect).csn


def test_more_rows_than_are_read_at_once(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    _filled(laptop, 450)
    assert [effect.csn for effect in laptop.pull()] == list(range(1, 452))


def test_an_empty_page_moves_the_cursor_to_the_head(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    """What other communes wrote is passed over once, not searched again at every exchange."""
    county.add_commune("ro-22999", "Răcăciuni")
    laptop, neighbour = plain_laptop(county), plain_laptop(county, commune="ro-22999")
    _filled(neighbour, 3)
    laptop.pull()
    page = laptop.line.exchange(laptop.request()).pages[0]
    assert (page.effects, page.cursor, page.more) == ((), 5, False)


def test_nobody_pulls_a_stream_that_is_not_his(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    county.add_commune("ro-22999", "Răcăciuni")
    laptop, neighbour = plain_laptop(county), plain_laptop(county, commune="ro-22999")
    _filled(laptop, 1)
    asked = neighbour.request()
    stolen = Exchange(
        asked.proto, asked.hello, None, 1, {f"{COMMUNE}/team": 0, neighbour.stream: 0}, asked.max_bytes
    )
    assert [page.stream for page in neighbour.line.exchange(stolen).pages] == [neighbour.stream]
    as_other = Hello(neighbour.replica, f"{COMMUNE}/team", asked.hello.marks)
    with pytest.raises(Exception, match="out_of_scope"):
        neighbour.line.exchange(Exchange(asked.proto, as_other, None, 1, {}, 1000))


@pytest.mark.parametrize("cursor", [-(2**63), -1, 2**63, 2**64 - 1])
def test_a_cursor_beyond_all_numbers_is_taken_for_its_end(
    county: RunningCounty, plain_laptop: MakeLaptop, cursor: int
) -> None:
    laptop = plain_laptop(county)
    _filled(laptop, 1)
    page = laptop.line.exchange(laptop.request(cursor=cursor)).pages[0]
    assert (len(page.effects), page.cursor) == ((2, 2) if cursor < 0 else (0, 2))
