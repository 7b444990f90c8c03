"""Forms of the county on a laptop: verified before they are kept, offered while they stand, there for ever."""

from __future__ import annotations

import datetime as dt
import secrets
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.domain.kinds import FORM, groups_of
from app.errors import FormInvalid
from app.forms.package import Prepared, prepare
from app.services import assessments, county_forms, syncing, today
from app.services.syncing import sync_state
from storage.compartment import Write
from storage.forms import kept_forms
from sync.server import tables
from sync.server.forms import PIECE_BYTES, tell_all
from sync.server.verifying import verify
from tests.fixtures import forms as published
from tests.fixtures.county import RunningCounty
from tests.fixtures.forms import FORM_ID
from tests.fixtures.laptops import Laptop, MakeLaptop, at_once

Laptops = Callable[[RunningCounty], MakeLaptop]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Prepared, Prepared]:
    folder = tmp_path_factory.mktemp("forms")
    return published.made(folder / "1", 1), published.made(folder / "2", 2)


def offers(laptop: Laptop) -> dict[str, int]:
    return {one.id: one.version for one in county_forms.offered(laptop.vault)}


def begun(laptop: Laptop, family: bytes, wood: str) -> assessments.AssessmentDraft:
    opened = assessments.open_draft(
        laptop.vault, assessments.begin_assessment(laptop.vault, family, FORM_ID), "ro", NOW
    )
    opened.paper.entry.answer("/data/house/wood", wood)
    draft = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    return assessments.keep_draft(laptop.vault, draft)[0]


def seals(laptop: Laptop, draft: assessments.AssessmentDraft) -> bytes:
    opened = assessments.open_draft(laptop.vault, draft, "ro", NOW)
    opened.paper.entry.answer("/data/house/seen_on", "2026-11-21")
    draft = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    return assessments.seal_assessment(laptop.vault, draft, opened.paper, "ro", NOW)[0]


def test_a_draft_stays_on_its_version_and_an_answer_opens_with_its_own_for_ever(
    small_county: RunningCounty, laptops: Laptops, versions: tuple[Prepared, Prepared]
) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Rusu", village="Spria")
    line = syncing.county_line(ana.vault)
    syncing.sync_now(at_once, ana.vault, lambda *_: None, line=line)
    assert FORM_ID not in offers(ana)
    published.publish(small_county, versions[0])
    before = line.requests
    done = syncing.sync_now(at_once, ana.vault, lambda *_: None, line=line)
    line.close()
    assert line.requests == before + 1
    assert done.forms.titles == ({"ro": "Pregătiri de iarnă 1"},)
    assert done.received == 0  # a form is no record of anybody's work
    draft = begun(ana, family, "4")

    published.publish(small_county, versions[1])
    assert ana.goes_online().forms.titles == ({"ro": "Pregătiri de iarnă 2"},)
    assert offers(ana)[FORM_ID] == 2
    assert assessments.begin_assessment(ana.vault, family, FORM_ID).form_version == 1
    sealed = seals(ana, draft)
    assert assessments.begin_assessment(ana.vault, family, FORM_ID).form_version == 2

    published.withdraw(small_county, versions[1])
    ana.goes_online()
    assert offers(ana)[FORM_ID] == 1
    other = begun(ana, family, "5")
    published.withdraw(small_county, versions[0])
    ana.goes_online()
    assert FORM_ID not in offers(ana)
    here = assessments.of_family(ana.vault, family).forms  # what was begun is finished
    assert [one.version for one in here if one.id == FORM_ID] == [1]
    waiting = today.today(ana.vault, NOW.date()).drafts
    assert [line.form.id for line in waiting if line.form is not None] == [FORM_ID]
    assessments.discard_draft(ana.vault, other)
    with pytest.raises(FormInvalid):
        assessments.begin_assessment(ana.vault, family, FORM_ID)
    opened = assessments.open_assessment(ana.vault, sealed, "ro")
    assert (opened.instrument.version, opened.instrument.digest) == (1, versions[0].instrument.digest)
    assert opened.assessment.answers == {"seen_on": "2026-11-21", "wood": 4}

    with ana.team.writing():
        ana.team.forget_after(0)  # the county was put back to before it published anything
    assert assessments.open_assessment(ana.vault, sealed, "ro").instrument.digest == opened.instrument.digest


def test_a_form_is_for_the_professions_it_names_and_bears_its_check(
    small_county: RunningCounty, laptops: Laptops, tmp_path: Path, versions: tuple[Prepared, Prepared]
) -> None:
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    nurses = published.made(tmp_path, 1, "community_nurse", "bacau_health")
    published.publish(small_county, nurses)
    published.publish(small_county, versions[0])
    one = versions[0].instrument
    published.record_check(small_county, one.id, one.version, one.digest)
    shipped = {form.id: form for form in county_forms.offered(ana.vault)}
    risk_sheet, observation = shipped["ro_risk_sheet"], shipped["ro_observation"]
    published.record_check(small_county, risk_sheet.id, risk_sheet.version, risk_sheet.digest)
    published.record_check(small_county, observation.id, observation.version, "0" * 64)  # of another text
    for laptop in (ana, maria):
        laptop.goes_online()
    assert "bacau_health" not in offers(ana)
    assert offers(maria)["bacau_health"] == 1
    checks = {form.id: form.checked for form in county_forms.offered(ana.vault)}
    assert checks["ro_observation"] is None
    assert checks["ro_risk_sheet"] == county_forms.check_of(ana.vault, risk_sheet)
    check = checks[FORM_ID]
    assert check is not None
    assert (check.by, check.on, check.source) == ("Vera Munteanu", "2026-11-20", "HG 691/2015")


def test_what_is_not_what_the_county_signed_stays_out_and_the_rest_arrives(
    small_county: RunningCounty, laptops: Laptops, versions: tuple[Prepared, Prepared], tmp_path: Path
) -> None:
    """Somebody who may write the county's database, but has not its key."""
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    spoiled = {"content": b"\0" * 500, "signature": bytes(64), "digest": "0" * 64}
    with small_county.store.writing() as (connection, _row):
        for column, value in spoiled.items():
            row = _row_of(small_county, published.made(tmp_path, 1, form_id=f"with_other_{column}"))
            connection.execute(tables.county_form.insert().values(row | {column: value}))
    published.publish(small_county, versions[1])
    family = ana.registers(family_name="Rusu", village="Spria")
    news = ana.goes_online().forms
    assert news.titles == ({"ro": "Pregătiri de iarnă 2"},)
    assert sorted(news.problems) == ["published_form_unusable.damaged", "published_form_unusable.signature"]
    assert sync_state(ana.vault).pending == 0
    assert ana.sees(family)
    assert [one.form_id for one in kept_forms(ana.team)] == [FORM_ID]
    assert not any(form_id.startswith("with_other") for form_id in offers(ana))


def _row_of(county: RunningCounty, form: Prepared) -> dict[str, object]:
    package = form.signed_by(county.card.county, county.folder.sign_key())
    return {
        "form_id": form.instrument.id,
        "version": form.instrument.version,
        "digest": form.instrument.digest,
        "manifest": package.manifest,
        "signature": package.signature,
        "content": package.content,
        "published_at": 1,
    }


def test_a_large_form_comes_in_pieces_to_a_commune_added_later(
    small_county: RunningCounty, laptops: Laptops, tmp_path: Path
) -> None:
    """Places that do not pack make it several pieces; a form of another content under the same name is told apart by its digest."""
    path = published.written(tmp_path)
    noise = "".join(f"p{n},{secrets.token_hex(40)}\n" for n in range(1500))
    path.with_name("villages.csv").write_text("name,label\n" + noise, encoding="utf-8")
    form, problems = prepare(str(path))
    assert form is not None, problems
    assert len(form.content) > PIECE_BYTES
    published.publish(small_county, form)
    small_county.add_commune("ro-22000", "Corbasca")
    with small_county.store.writing() as (connection, county):
        tell_all(connection, county, int(time.time()))
    ana = laptops(small_county)("Ana Dobre", "social_worker", "ro-22000")
    assert len(ana.goes_online().forms.titles) == 1
    one = form.instrument
    assert county_forms.find_form(ana.vault, one.id, one.version, one.digest).digest == one.digest
    with pytest.raises(FormInvalid):
        county_forms.find_form(ana.vault, one.id, one.version, "0" * 64)
    assert verify(small_county.store).findings == ()


def test_no_laptop_withdraws_a_form(
    small_county: RunningCounty, laptops: Laptops, versions: tuple[Prepared, Prepared]
) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    published.publish(small_county, versions[0])
    ana.goes_online()
    (row,) = ana.team.connection.execute("SELECT id FROM shown WHERE kind = 'form'").fetchall()
    taken_back = groups_of(FORM, {"void_reason": "x", "voided_at": 1})
    for groups in (taken_back, groups_of(FORM, {"withdrawn_at": 1})):
        with ana.team.writing():
            ana.team.save(ana.vault.worker.id, [Write(FORM.name, bytes(row[0]), None, groups)])
    ana.goes_online()
    assert {held.reason for held in sync_state(ana.vault).held} == {"county_decides"}
    assert sync_state(ana.vault).held_back == 2
