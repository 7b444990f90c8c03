"""A family is erased by order: not a byte of it stays in the county's file, every hash still adds up, nobody brings it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.ids import random_id
from app.errors import CountyRefused
from sync.core.chain import is_blotted, next_hash
from sync.protocol import Effect, Outcome, Parting, Segment, Txn, decode, encode
from sync.server import accounts, erasing, handing_over, journal, overview, tables
from sync.server.backup import BY_COUNTY, make_backup
from sync.server.erasing import Erased
from sync.server.restore import restore
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of
from tests.fixtures.plain_pages import plain_bytes

NOW_S = 1_795_000_100
ORDER = "17/2026 of 2026-11-20"
SECRETS = (b"Lupescu-Ardeleanu", b"0745-111-222", b"what Maria said")


def _erase(county: RunningCounty, family: bytes) -> Erased:
    return erasing.erase_family(county.folder, county.store, family, ORDER, "office", NOW_S)


def _family(laptop: PlainLaptop) -> bytes:
    """A family whose every word is a secret, with one note longer than a page."""
    family = laptop.family(name="Lupescu-Ardeleanu", phone="0745-111-222")
    laptop.change(random_id(), "note", {"text": {"text": "what Maria said. " * 600}}, family)
    return family


def _in_file(county: RunningCounty) -> bytes:
    """Decrypted from outside while nobody has it open, with whatever log was left beside it."""
    county.stop()
    county.store.close()
    file = county.folder.of("county.db")
    try:
        return _plain(file)
    finally:
        county.store = county.folder.open_store()
        county.start()


def _plain(file: Path) -> bytes:
    return plain_bytes(file, bytes.fromhex(file.with_name("county.db.key").read_text()))


def test_not_a_byte_stays_in_the_file(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    family, other = _family(laptop), laptop.family(name="Rusu-Stays")
    laptop.push()
    before = _in_file(small_county)
    assert all(secret in before for secret in (*SECRETS, laptop.families[family], b"Rusu-Stays"))
    done = _erase(small_county, family)
    assert (done.records, done.saves) == (2, 2)
    after = _in_file(small_county)
    assert [secret for secret in (*SECRETS, laptop.families[family]) if secret in after] == []
    assert b"Rusu-Stays" in after
    assert overview.family_view(small_county.store, other).records


def test_rows_and_effects_are_without_it_on_both_databases(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.save(
        laptop.op("note", random_id(), {"text": {"text": "what Maria said"}}, family=family),
        author=random_id(),
    )
    laptop.push()
    _erase(county, family)
    for name, table in tables.metadata.tables.items():
        everything = b"".join(
            value if isinstance(value, bytes) else str(value).encode()
            for row in rows_of(county.store, name)
            for value in row
        )
        found = [secret for secret in (*SECRETS, laptop.families[family]) if secret in everything]
        assert found == [], table.name


def test_the_chain_and_the_log_still_add_up(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.family(name="Rusu")
    laptop.push()
    csn = _erase(county, family).csn
    with county.store.reading() as connection:
        of_laptop = select(tables.log).where(tables.log.c.replica == laptop.replica)
        rows = connection.execute(of_laptop.order_by(tables.log.c.csn)).all()
        assert [row.erased_csn for row in rows] == [csn, csn, None]
        h = laptop.hashes[0]
        for row in rows:
            txn = decode(row.txn, Txn)
            assert all(is_blotted(op) for op in txn.ops) == (row.erased_csn is not None)
            h = next_hash(h, txn, laptop._key_of)
        assert h == laptop.hashes[-1]
        entry = journal.entries(connection)[-1]
    assert (entry.act, entry.facts["family"], entry.facts["reference"]) == ("erasure", family.hex(), ORDER)


def test_every_commune_that_ever_had_it_hears(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    county.add_commune("ro-22999", "Corbasca")
    county.add_commune("ro-23000", "Răcăciuni")
    here, there = plain_laptop(county), plain_laptop(county, commune="ro-22999", worker="Ion Rusu")
    stranger = plain_laptop(county, commune="ro-23000", worker="Dan Pop")
    family = _family(here)
    here.push()
    with county.store.writing() as (connection, row):
        handing_over.hand_over_family(connection, row, family, "ro-22999", "office", NOW_S)
    here.pull()
    there.pull()
    csn = _erase(county, family).csn
    for laptop in (here, there):
        (effect,) = laptop.pull()
        assert [(one.family, one.parting, one.to_name) for one in effect.left] == [
            (family, Parting.ERASED, None)
        ]
        assert effect.csn == csn
    assert csn not in [effect.csn for effect in stranger.pull()]


def test_who_wrote_about_it_without_having_it_hears_too(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    """The save was parked, and a laptop still holds its words."""
    county.add_commune("ro-22999", "Corbasca")
    here, stranger = plain_laptop(county), plain_laptop(county, commune="ro-22999", worker="Ion Rusu")
    family = _family(here)
    here.push()
    stranger.families[family] = here.families[family]
    stranger.change(family, "family", {"phone": {"phone": "0745-111-222"}}, family)
    assert [answer.reason for answer in stranger.push().answers] == ["out_of_scope"]
    done = _erase(county, family)
    assert done.saves == 3
    assert [effect.csn for effect in stranger.pull() if effect.left] == [done.csn]


def test_a_laptop_that_had_not_heard_is_answered_erased(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.push()
    _erase(county, family)
    late = laptop.change(family, "family", {"phone": {"phone": "0745-111-222"}}, family)
    other = laptop.family(name="Rusu")
    with pytest.raises(CountyRefused) as refused:
        laptop.push(from_n=3)
    assert refused.value.facts["reason"] == "unknown_family"
    reply = laptop.line.exchange(
        laptop.request(_with_keys(laptop.segment(3), {family: laptop.families[family]}))
    )
    assert [answer.outcome for answer in reply.answers] == [Outcome.ERASED, Outcome.APPLIED]
    again = laptop.line.exchange(
        laptop.request(_with_keys(laptop.segment(1), {family: laptop.families[family]}))
    )
    assert [answer.outcome for answer in again.answers] == [
        Outcome.ERASED,
        Outcome.ERASED,
        Outcome.ERASED,
        Outcome.APPLIED,
    ]
    with county.store.reading() as connection:
        stored = b"".join(connection.execute(select(tables.log.c.txn)).scalars())
        families = connection.execute(select(tables.family.c.id)).scalars().all()
    assert late.ops[0] not in stored
    assert b"0745-111-222" not in stored
    assert families == [other]


def _with_keys(segment: Segment | None, keys: Mapping[bytes, bytes]) -> Segment:
    assert segment is not None
    values = {name: getattr(segment, name) for name in segment.__struct_fields__}
    return Segment(**{**values, "family_keys": dict(keys)})


def test_it_cannot_be_opened_again_under_its_id(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.push()
    _erase(county, family)
    laptop.families.pop(family)
    laptop.save(laptop.op("family", family, {"name": {"name": "Lupescu-Ardeleanu"}}, family=family))
    segment = _with_keys(laptop.segment(3), {})
    assert [answer.outcome for answer in laptop.line.exchange(laptop.request(segment)).answers] == [
        Outcome.ERASED
    ]
    assert not overview.family_view(county.store, family).records


def test_who_reads_the_stream_from_its_beginning_reads_nothing_of_it(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    family, other = _family(laptop), laptop.family(name="Rusu")
    laptop.change(other, "family", {"phone": {"phone": "5"}}, other)
    laptop.push()
    _erase(county, family)
    effects: list[Effect] = plain_laptop(county, worker="Elena Dinu").pull()
    told = b"".join(encode(effect) for effect in effects)
    assert [secret for secret in (*SECRETS, laptop.families[family]) if secret in told] == []
    csns = [effect.csn for effect in effects]
    assert csns == list(range(1, csns[-1] + 1)), "the places of what was erased stay"


def test_a_county_that_goes_back_erases_again_before_it_answers(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    county = small_county
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.push()
    county.stop()
    copy = make_backup(county.folder, county.store, county.folder.of("backups"), dt.datetime.now(dt.UTC)).path
    _erase(county, family)
    private = county.folder.exchange_key()
    county.store.close()
    restore(
        county.folder,
        copy,
        private=private,
        recipient=BY_COUNTY,
        database=None,
        by="office",
        now=dt.datetime.now(dt.UTC),
    )
    county.store = county.folder.open_store()
    with county.store.reading() as connection:
        acts = [entry.act for entry in journal.entries(connection)]
    assert acts[-2:] == ["restore", "erasure"]
    assert erasing.catch_up(county.folder, county.store, NOW_S) == 0
    assert not overview.family_view(county.store, family).records
    assert [secret for secret in SECRETS if secret in _in_file(county)] == []


def test_a_family_nobody_knows_is_said(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    family = _family(laptop)
    laptop.push()
    _erase(county, family)
    for unknown in (random_id(), family):
        with pytest.raises(accounts.AccountProblem):
            _erase(county, unknown)
    assert [order.family for order in erasing.orders(county.folder)] == [family.hex()]
