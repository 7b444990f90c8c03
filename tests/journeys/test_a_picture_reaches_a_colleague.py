"""A photograph taken at one kitchen table is seen at another: over a real county, cut in between, sent once, erased everywhere."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select, update

from app.errors import AttachmentElsewhere, CountyUnreachable
from app.services import attachments, saving, syncing
from app.services.attachments import Place
from storage.shelf import FOLDER
from sync.client.request_size import FIRST_REQUEST_BYTES, RequestSize
from sync.client.wire import Stop
from sync.server import erasing, handing_over, tables
from sync.server.backup import BY_COUNTY, make_backup
from sync.server.restore import restore
from sync.server.verifying import verify
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop, at_once, enrolling, without_waiting
from tests.fixtures.rough_line import Cut, RoughLine, Weather

PICTURE = b"\xff\xd8 a kitchen " + secrets.token_bytes(300_000)
THUMBNAIL = b"\xff\xd8 small"
OTHER_COMMUNE = "ro-22999"


class World(NamedTuple):
    """A county and two laptops of one commune; each story has a family of its own."""

    county: RunningCounty
    ana: Laptop
    ion: Laptop
    enrol: MakeLaptop


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("pictures")
    county = RunningCounty(folder / "county")
    county.start()
    county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    with enrolling(folder) as at:
        enrol = at(county)
        yield World(county, enrol("Ana Sandu", "social_worker"), enrol("Ion Pop", "social_worker"), enrol)
    county.close()


@pytest.fixture(autouse=True)
def _nothing_left_over(world: World) -> Iterator[None]:
    yield
    with world.ana.team.writing():
        world.ana.team.set_facts(county_url=world.county.url.encode())
    for laptop in (world.ana, world.ion):
        laptop.goes_online()
        assert laptop.carries().finished


def _only(laptop: Laptop, family: bytes) -> attachments.Shown:
    (one,) = attachments.attachments_at(laptop.vault, family)
    return one


def _thin() -> RequestSize:
    """A line that proved too thin for pictures nobody asked for."""
    size = RequestSize(FIRST_REQUEST_BYTES // 2)
    size.worked = lambda *_: None  # type: ignore[method-assign]
    return size


def _names(laptop: Laptop, family: bytes) -> list[bytes]:
    """The chunks of one family's attachments, as the records name them."""
    rows = laptop.team.connection.execute(
        "SELECT DISTINCT name FROM attachment_chunk WHERE family = ?", (family,)
    )
    return [bytes(row[0]) for row in rows]


def _files(laptop: Laptop, family: bytes) -> list[Path]:
    files = [laptop.vault.folder / FOLDER / "team" / name.hex() for name in _names(laptop, family)]
    return [file for file in files if file.is_file()]


def test_text_first_then_thumbnails_then_the_picture_when_somebody_asks(
    world: World,
) -> None:
    county, ana, ion, _ = world
    family = ana.registers(family_name="Lupu")
    picture = ana.attaches(family, PICTURE, thumbnail=THUMBNAIL)
    attachments.describe(ana.vault, picture, "The stove")
    ana.goes_online()
    ion.goes_online()
    seen = _only(ion, family)
    assert (seen.description, seen.thumbnail, seen.place) == ("The stove", None, Place.ELSEWHERE)
    assert _only(ana, family).place is Place.WAITING

    assert ana.carries().finished
    assert _only(ana, family).place is Place.AT_COUNTY
    thin = _thin()
    assert ion.carries(thin).received == 1
    seen = _only(ion, family)
    assert (seen.thumbnail, seen.place) == (THUMBNAIL, Place.ELSEWHERE)
    with pytest.raises(AttachmentElsewhere):
        attachments.content_of(ion.vault, picture)
    attachments.fetch(ion.vault, picture)
    assert _only(ion, family).place is Place.ASKED_FOR
    assert ion.carries(thin).finished
    assert _only(ion, family).place is Place.AT_COUNTY
    assert attachments.content_of(ion.vault, picture) == PICTURE
    assert ion.carries() == ion.carries(), "nothing is left to do"
    lying = [path.read_bytes() for laptop in (ana, ion) for path in _files(laptop, family)]
    assert len(lying) == 12
    assert not any(PICTURE[1000:1100] in body for body in lying)
    assert verify(county.store).findings == ()


def test_the_same_picture_travels_once(world: World) -> None:
    county, ana, ion, _ = world
    family = ana.registers(family_name="Lupu")
    visit = ana.records_visit(family, v_result="done")
    ana.attaches(family, PICTURE)
    ana.attaches(family, PICTURE, about=visit)
    ana.goes_online()
    assert ana.carries().sent == 5
    ion.goes_online()
    ion.attaches(family, PICTURE)  # a conflict of nobody's: both stand
    ion.goes_online()
    assert ion.carries().sent == 5, "the county says of each that it has it"
    assert len(attachments.attachments_at(ion.vault, family)) == 2
    other = ana.registers(family_name="Stan")
    ana.attaches(other, PICTURE)
    ana.goes_online()
    assert ana.carries().sent == 5, "of another family nothing is alike"
    with county.store.reading() as connection:
        of_both = tables.chunk.c.family.in_([family, other])
        rows = connection.execute(select(tables.chunk.c.name).where(of_both)).scalars().all()
    assert len(set(rows)) == len(rows) == 10


@pytest.mark.parametrize("resumes", [True, False])
def test_cut_off_it_goes_on_where_it_was(world: World, resumes: bool) -> None:
    """And begins from the beginning with a county that forgot what came: the measure can fail."""
    county, ana = world.county, world.ana
    family = ana.registers(family_name="Lupu")
    ana.attaches(family, PICTURE)
    ana.goes_online()
    rough = RoughLine(int(county.url.rpartition(":")[2]))
    with ana.team.writing():
        ana.team.set_facts(county_url=rough.url.encode())
    for after in (100_000, 100_000):
        rough.cut_next(Cut("up", after))
        with pytest.MonkeyPatch.context() as once:
            once.setattr("sync.client.patience.TRIES", 1)
            with pytest.raises(CountyUnreachable):
                ana.carries(_thin())
        if not resumes:
            with county.store.writing() as (connection, _county):
                connection.execute(update(tables.chunk).values(size=None, body=b""))
            with ana.team.writing():
                ana.team.connection.execute("UPDATE chunk SET at_county = 0")
    assert ana.carries(_thin()).finished
    sent = rough.settle()["up"]
    rough.close()
    assert _only(ana, family).place is Place.AT_COUNTY
    assert (sent < 1.4 * len(PICTURE)) == resumes, sent


def test_what_is_fetched_goes_on_where_it_was_cut(world: World) -> None:
    ana, ion = world.ana, world.ion
    family = ana.registers(family_name="Lupu")
    picture = ana.attaches(family, PICTURE)
    for laptop in (ana, ion):
        laptop.goes_online()
    ana.carries()
    rough = RoughLine(int(world.county.url.rpartition(":")[2]))
    with ion.team.writing():
        ion.team.set_facts(county_url=rough.url.encode())
    for _cut in range(2):
        rough.cut_next(Cut("down", 130_000))
        with pytest.MonkeyPatch.context() as once:
            once.setattr("sync.client.patience.TRIES", 1)
            with pytest.raises(CountyUnreachable):
                ion.carries()
    assert ion.carries().finished
    received = rough.settle()["down"]
    rough.close()
    assert attachments.content_of(ion.vault, picture) == PICTURE
    assert received < 1.6 * len(PICTURE), received
    with ion.team.writing():
        ion.team.set_facts(county_url=world.county.url.encode())


def test_a_turn_ends_within_a_second_of_being_cancelled(world: World) -> None:
    ana = world.ana
    family = ana.registers(family_name="Lupu")
    ana.attaches(family, PICTURE)
    ana.goes_online()
    rough = RoughLine(int(world.county.url.rpartition(":")[2]), Weather(bytes_per_s=4000))
    with ana.team.writing():
        ana.team.set_facts(county_url=rough.url.encode())
    stop, said_at = Stop(), list[float]()

    def cancel() -> None:
        said_at.append(time.monotonic())
        stop.say()

    clock = threading.Timer(1.5, cancel)
    clock.start()
    with pytest.raises(CountyUnreachable):
        syncing.carry_attachments(at_once, ana.vault, RequestSize(), pause=without_waiting, stop=stop)
    assert time.monotonic() - said_at[0] < 1
    clock.join()
    rough.close()


def test_a_county_that_was_restored_gets_its_pictures_again(world: World) -> None:
    """From the laptop that took one, and from a colleague's when that one is gone."""
    county, ana, ion, _ = world
    backup = make_backup(
        county.folder, county.store, county.folder.of("backups"), dt.datetime.now(dt.UTC)
    ).path
    family = ana.registers(family_name="Lupu")
    picture = ana.attaches(family, PICTURE, thumbnail=THUMBNAIL)
    for laptop in (ana, ion):
        laptop.goes_online()
        assert laptop.carries().finished
    restore(
        county.folder,
        backup,
        private=county.folder.exchange_key(),
        recipient=BY_COUNTY,
        database=None,
        by="Vera",
        now=dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1),
    )
    for name in _names(ana, family):
        ana.vault.shelves["team"].files.drop(name)  # her disk failed
    for laptop, brings in ((ana, False), (ion, True)):
        laptop.goes_online()
        assert (family in laptop.carries().families) == brings
    with pytest.raises(AttachmentElsewhere):
        attachments.content_of(ana.vault, picture)
    attachments.fetch(ana.vault, picture)
    ana.carries()
    assert attachments.content_of(ana.vault, picture) == PICTURE
    assert verify(county.store).findings == ()


def test_a_new_save_goes_before_the_rest_of_a_picture(world: World) -> None:
    ana = world.ana
    family = ana.registers(family_name="Lupu")
    ana.attaches(family, PICTURE)
    ana.goes_online()
    size = _thin()
    size.worked = lambda *_: ana.changes(family, phone="0745") if not ana.waits() else None  # type: ignore[method-assign]
    turn = ana.carries(size)
    assert (turn.finished, turn.sent) == (False, 0)
    assert ana.waits() == 1


def test_an_erased_family_leaves_no_picture_anywhere(world: World) -> None:
    county, ana, ion, _ = world
    family, stays = ana.registers(family_name="Lupu"), ana.registers(family_name="Stan")
    for one in (family, stays):
        ana.attaches(one, PICTURE)
    ana.goes_online()
    ana.carries()
    ion.goes_online()
    ion.carries()
    ana.attaches(family, b"\xff\xd8 not sent")
    gone = [*_files(ana, family), *_files(ion, family)]
    assert len(gone) == 11
    erasing.erase_family(county.folder, county.store, family, "17/2026", "office", int(time.time()))
    for laptop in (ana, ion):
        laptop.goes_online()
        assert len(_files(laptop, stays)) == 5
        assert laptop.carries().finished
        assert attachments.content_of(laptop.vault, _only(laptop, stays).id) == PICTURE
    assert not any(file.exists() for file in gone)
    assert verify(county.store).findings == ()


def test_a_family_moves_only_when_its_pictures_are_at_the_county(
    world: World,
) -> None:
    county, ana = world.county, world.ana
    vasile = world.enrol("Vasile Stan", "social_worker", OTHER_COMMUNE)
    family = ana.registers(family_name="Lupu")
    picture = ana.attaches(family, PICTURE)
    ana.goes_online()
    with county.store.writing() as (connection, row):
        handing_over.hand_over_family(connection, row, family, OTHER_COMMUNE, "office", int(time.time()))
    assert ana.goes_online().parted == ()
    files = _files(ana, family)
    assert len(files) == 5
    assert ana.carries().sent == 5
    assert [one.family for one in ana.goes_online().parted] == [family]
    assert not any(file.exists() for file in files)
    vasile.goes_online()
    vasile.carries()
    assert attachments.content_of(vasile.vault, picture) == PICTURE


def test_what_was_taken_back_stays_here(world: World) -> None:
    ana = world.ana
    family = ana.registers(family_name="Lupu")
    picture = ana.attaches(family, PICTURE)
    attachments.take_back(ana.vault, picture, "wrong family")
    ana.goes_online()
    assert ana.carries().sent == 0
    assert attachments.attachments_at(ana.vault, family) == ()
    saving.undo(ana.vault)
    assert attachments.content_of(ana.vault, picture) == PICTURE
