"""A family moves to another commune: everything arrives there, nothing stays behind, and late saves follow it."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from app.domain.ids import random_id
from sync.protocol import Effect, Exchange, Outcome, Parting, Reply, decode
from sync.server import accounts, handing_over, journal, overview, tables
from sync.server.handing_over import HandedOver
from tests.fixtures.county import COMMUNE, MakeLaptop, PlainLaptop, RunningCounty

THERE, THERE_NAME = "ro-22999", "Corbasca"
NOW_S = 1_795_000_100


def _hand_over(county: RunningCounty, family: bytes, to: str = THERE) -> HandedOver:
    with county.store.writing() as (connection, row):
        return handing_over.hand_over_family(connection, row, family, to, "office", NOW_S)


@pytest.fixture
def two_communes(county: RunningCounty, plain_laptop: MakeLaptop) -> tuple[PlainLaptop, PlainLaptop]:
    """A laptop here and one there."""
    county.add_commune(THERE, THERE_NAME)
    return plain_laptop(county), plain_laptop(county, commune=THERE, worker="Ion Rusu")


def _family_with_a_conflict(laptop: PlainLaptop, colleague: PlainLaptop) -> tuple[bytes, bytes]:
    """A family with one person, whose phone two laptops wrote without knowing of each other; both have pulled."""
    family, person = laptop.family(name="Lupu", phone="1"), random_id()
    laptop.change(person, "person", {"name": {"family_name": "Lupu", "given_names": "Maria"}}, family)
    laptop.push()
    colleague.pull()
    for one, number in ((laptop, "2"), (colleague, "3")):
        one.change(family, "family", {"phone": {"phone": number}}, family)
        one.push()
    for one in (laptop, colleague):
        one.pull()
    return family, person


def _left(effects: list[Effect]) -> list[tuple[bytes, Parting, str | None]]:
    return [(one.family, one.parting, one.to_name) for effect in effects for one in effect.left]


def test_everything_arrives_with_its_open_conflict(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop], plain_laptop: MakeLaptop
) -> None:
    here, there = two_communes
    family, person = _family_with_a_conflict(here, plain_laptop(county, worker="Ana Lazăr"))
    before = {record: here.states[record].groups for record in (family, person)}
    done = _hand_over(county, family)
    assert (done.from_name, done.to_name, done.records, done.open_conflicts) == (
        "Colonești",
        THERE_NAME,
        2,
        1,
    )
    assert _left(here.pull()) == [(family, Parting.HANDED_OVER, THERE_NAME)]
    effects = there.pull()
    assert _left(effects) == []
    assert {record: there.states[record].groups for record in (family, person)} == before
    assert there.families[family] == here.families[family], "its key came along"
    assert {view.stream for view in overview.family_view(county.store, family).records} == {there.stream}


def test_the_new_commune_goes_on_with_it_and_the_old_one_hears_nothing(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, there = two_communes
    family = here.family(name="Lupu", phone="1")
    here.push()
    _hand_over(county, family)
    there.pull()
    there.change(family, "family", {"phone": {"phone": "9"}}, family)
    assert [answer.outcome for answer in there.push().answers] == [Outcome.APPLIED]
    there.pull()
    assert there.values(family, "phone") == [{"phone": "9"}], "who received it had seen what stood"
    assert [effect.records for effect in here.pull()][-1] == ()


def test_a_save_of_one_who_had_not_heard_follows_the_family(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, there = two_communes
    family, visit = here.family(name="Lupu", phone="1"), random_id()
    here.push()
    here.pull()
    _hand_over(county, family)
    there.pull()
    there.change(family, "family", {"phone": {"phone": "there"}}, family)
    there.push()
    here.change(family, "family", {"phone": {"phone": "late"}}, family)
    here.change(visit, "visit", {"outcome": {"v_result": "done"}}, family)
    reply = here.push(from_n=2)
    assert [answer.outcome for answer in reply.answers] == [Outcome.APPLIED, Outcome.APPLIED]
    assert all(not effect.records for effect in here.pull()), "it is not theirs any more"
    there.pull()
    assert there.values(family, "phone") == [{"phone": "there"}, {"phone": "late"}], "both stand"
    assert there.values(visit, "outcome") == [{"v_result": "done"}]


def test_who_claims_to_have_seen_the_family_after_it_left_is_parked(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, there = two_communes
    family = here.family(name="Lupu")
    here.push()
    csn = _hand_over(county, family).csn
    there.family(name="Rusu")
    there.push()
    here.save(here.op("family", family, {"name": {"name": "Mine"}}, family=family, base=(1, csn + 1)))
    (answer,) = here.push(from_n=2).answers
    assert (answer.outcome, answer.reason) == (Outcome.PARKED, "out_of_scope")


def test_a_stranger_commune_does_not_reach_it(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop], plain_laptop: MakeLaptop
) -> None:
    here, _there = two_communes
    county.add_commune("ro-23000", "Răcăciuni")
    stranger = plain_laptop(county, commune="ro-23000", worker="Dan Pop")
    family = here.family(name="Lupu")
    here.push()
    _hand_over(county, family)
    stranger.families[family] = here.families[family]
    stranger.change(family, "family", {"name": {"name": "Mine"}}, family)
    assert [answer.reason for answer in stranger.push().answers] == ["out_of_scope"]
    assert all(not effect.records or effect.records[0].kind != "family" for effect in stranger.pull())


def test_a_laptop_that_joins_the_old_commune_later_never_sees_it(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop], plain_laptop: MakeLaptop
) -> None:
    here, _there = two_communes
    family, other = here.family(name="Lupescu-Ardeleanu"), here.family(name="Rusu")
    here.change(other, "family", {"phone": {"phone": "5"}}, other)
    here.push()
    _hand_over(county, family)
    newcomer = plain_laptop(county, worker="Elena Dinu")
    request: Exchange = newcomer.request()
    reply: Reply = newcomer.line.exchange(request)
    told = b"".join(reply.pages[0].effects)
    assert b"Lupescu" not in told
    assert here.families[family] not in told
    effects = newcomer.pull()
    assert [effect.csn for effect in effects] == sorted(effect.csn for effect in effects)
    assert newcomer.values(other, "phone") == [{"phone": "5"}]


def test_there_and_back(county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]) -> None:
    here, there = two_communes
    family = here.family(name="Lupu", phone="1")
    here.push()
    _hand_over(county, family)
    there.pull()
    there.change(family, "family", {"phone": {"phone": "2"}}, family)
    there.push()
    _hand_over(county, family, COMMUNE)
    assert _left(there.pull()) == [(family, Parting.HANDED_OVER, "Colonești")]
    effects = here.pull()
    of_family = [one for one in effects if one.left or any(each.record == family for each in one.records)]
    assert [bool(effect.left) for effect in of_family][-2:] == [True, False]
    assert here.values(family, "phone") == [{"phone": "2"}]
    here.change(family, "family", {"phone": {"phone": "3"}}, family)
    assert [answer.outcome for answer in here.push(from_n=2).answers] == [Outcome.APPLIED]
    here.pull()
    assert here.values(family, "phone") == [{"phone": "3"}]


def test_what_cannot_be_handed_over_is_said(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, _there = two_communes
    family = here.family(name="Lupu")
    here.push()
    head = overview.counts(county.store).csn
    for wrong, to in ((random_id(), THERE), (family, COMMUNE), (family, "ro-99999")):
        with pytest.raises(accounts.AccountProblem):
            _hand_over(county, wrong, to)
    assert overview.counts(county.store).csn == head


def test_it_stands_in_the_journal_and_in_the_log(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, _there = two_communes
    family = here.family(name="Lupu")
    here.push()
    done = _hand_over(county, family)
    with county.store.reading() as connection:
        entry = journal.entries(connection)[-1]
        row = connection.execute(select(tables.log).where(tables.log.c.csn == done.csn)).one()
    assert (entry.by, entry.act, entry.facts["family"], entry.facts["csn"]) == (
        "office",
        "hand_over",
        family.hex(),
        done.csn,
    )
    assert b"Lupu" not in row.txn


def test_a_laptop_cannot_hand_over(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, _there = two_communes
    family = here.family(name="Lupu")
    here.save(
        msgspec.structs.replace(here.op("hand_over", family, {"hand_over": {"to": THERE}}), family=None)
    )
    here.save(here.op("erasure", random_id(), {"erasure": {"order": "1"}}))
    assert [answer.reason for answer in here.push().answers] == [None, "malformed", "county_decides"]


def test_a_family_is_found_by_its_number(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    here, there = two_communes
    family = here.family(name="Lupu", number="17/2026")
    there.family(name="Rusu", number="17/2026")
    here.push()
    there.push()
    with county.store.reading() as connection:
        assert handing_over.family_numbered(connection, COMMUNE, "17/2026") == family
        with pytest.raises(accounts.AccountProblem):
            handing_over.family_numbered(connection, COMMUNE, "18/2026")


def test_one_laptop_of_two_communes_reads_both_side_by_side(
    county: RunningCounty, two_communes: tuple[PlainLaptop, PlainLaptop]
) -> None:
    """A centre for two communes: what a hand-over between them did arrives in one reply, and it may write in both."""
    here, there = two_communes
    with county.store.writing() as (connection, _row):
        accounts.let_use(connection, here.device, here.enrolled.worker, (there.stream,))
    ours, theirs = here.family(name="Lupu"), there.family(name="Rusu")
    here.push()
    there.push()
    csn = _hand_over(county, ours).csn
    here.families[theirs] = there.families[theirs]
    here.change(theirs, "family", {"phone": {"phone": "7"}}, theirs)
    assert [answer.outcome for answer in here.push(from_n=2).answers] == [Outcome.APPLIED]
    there.pull()
    assert there.values(theirs, "phone") == [{"phone": "7"}], "it went where the family lives"
    cursors, seen = dict.fromkeys((here.stream, there.stream), 0), set()
    for _request in range(50):
        reply = here.line.exchange(msgspec.structs.replace(here.request(max_bytes=1), cursors=cursors))
        pages = {page.stream: page for page in reply.pages}
        csns = {stream: {decode(body, Effect).csn for body in page.effects} for stream, page in pages.items()}
        if any(csn in of_stream for of_stream in csns.values()):
            assert csns == {here.stream: {csn}, there.stream: {csn}}
        seen |= set().union(*csns.values())
        cursors = {stream: page.cursor for stream, page in pages.items()}
        if not any(page.more for page in pages.values()):
            break
    assert seen == set(range(1, reply.head + 1))
