"""Imports are all or nothing and can be taken back; visits and drafts survive; conflicts are settled by people."""

import datetime as dt

import msgspec
import pytest

from app.domain.ids import random_id
from app.errors import NothingChosen, RecordMissing
from app.imports.records import Caseload, ImportedVisit, Source
from app.services.conflicts import conflict_lines, conflict_view, settle_conflict
from app.services.families import change_family, list_families, open_family, write_note
from app.services.importing import import_caseload, imports_done, undo_import
from app.services.registering import NewFamily, register_family
from app.services.saving import undo
from app.services.today import today
from app.services.visits import begin_visit, discard_draft, keep_draft, open_draft, open_visit, record_visit
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.people import POLISH, invented_caseload
from tests.fixtures.vault import STREAM, InventedVault

BEATA = b"beata".ljust(16)


def rows(vault: Vault) -> dict[str, int]:
    tables = ("outbox", "pending_op", "shown", "family_line", "search", "family_key")
    count = {table: f"SELECT count(*) FROM {table}" for table in tables}
    return {table: int(vault.team.connection.execute(sql).fetchone()[0]) for table, sql in count.items()}


# imports


@pytest.mark.parametrize("names", [None, POLISH], ids=["ro", "pl"])
def test_a_caseload_is_kept_whole(invented_vault: InventedVault, names: object) -> None:
    caseload = invented_caseload(25, names=POLISH) if names else invented_caseload(25)
    told: list[tuple[int, int]] = []
    with invented_vault.open() as vault:
        done = import_caseload(vault, caseload, "evidența.xlsx", lambda *step: told.append(step))
        assert (done.families, done.people, done.visits) == (25, caseload.counts.people, 25)
    assert told == [(number, 25) for number in range(1, 26)]
    with invented_vault.open() as vault:
        assert list_families(vault).total == 25
        first = caseload.families[0]
        line = next(one for one in list_families(vault).lines if one.number == first.number)
        file = open_family(vault, line.id)
        assert {one.person.identity_number for one in file.members} == {
            one.identity_number for one in first.members
        }
        assert [(one.on, one.findings) for one in file.visits] == [
            (str(one.on), one.findings) for one in first.visits
        ]
        assert set(file.family.flags) == set(first.reasons)
        assert line.last_visit_on == str(first.visits[0].on)
        assert (imported := imports_done(vault)[0]).file_name == "evidența.xlsx"
        assert (imported.import_id, imported.families) == (done.import_id, 25)
        assert "imported" in {event.what for event in file.timeline}


class Stop(Exception):
    """Something breaks in the middle."""


@pytest.mark.parametrize("at", [1, 7, 12])
def test_an_import_that_breaks_in_the_middle_leaves_nothing(vault: Vault, at: int) -> None:
    register_family(vault, NewFamily(family_name="Dobre"))
    before, tip = rows(vault), vault.team.tip()

    def stop(done: int, _all: int) -> None:
        if done == at:
            raise Stop

    with pytest.raises(Stop):
        import_caseload(vault, invented_caseload(12), "list.xlsx", stop)
    assert (rows(vault), vault.team.tip(), imports_done(vault)) == (before, tip, ())
    assert import_caseload(vault, invented_caseload(12), "list.xlsx").families == 12


def with_visits(caseload: Caseload, count: int) -> Caseload:
    """The first family with years of long visits."""
    day = dt.date(2010, 1, 1)
    visits = tuple(
        ImportedVisit(
            on=day + dt.timedelta(weeks=week), source=Source("Vizite", week), findings="Lemne umede. " * 60
        )
        for week in range(count)
    )
    first, *others = caseload.families
    return msgspec.structs.replace(
        caseload, families=(msgspec.structs.replace(first, visits=visits), *others)
    )


def test_a_family_of_more_than_one_save_comes_in_and_goes_out_whole(vault: Vault) -> None:
    done = import_caseload(vault, with_visits(invented_caseload(3), 400), "list.xlsx")
    assert done.visits == 402
    line = next(one for one in list_families(vault).lines if one.number == "1/2026")
    assert len(open_family(vault, line.id).visits) == 400
    assert undo_import(vault, done.import_id).voided == 3
    assert list_families(vault).total == 0


def test_an_import_is_taken_back_but_for_families_somebody_touched(vault: Vault) -> None:
    done = import_caseload(vault, invented_caseload(10), "list.xlsx")
    lines = list_families(vault).lines
    changed, noted, person_changed = lines[2], lines[5], lines[7]
    change_family(vault, changed.id, phone="0700 000 000")
    write_note(vault, noted.id, "De revăzut")
    county = CountyLog(STREAM)
    meet(vault.team, county)
    person = open_family(vault, person_changed.id).members[0].person
    county.write(BEATA, [Write("person", person.id, person_changed.id, {"school": {"school": "Școala 2"}})])
    meet(vault.team, county)
    undone = undo_import(vault, done.import_id)
    assert undone.voided == 7
    assert {(one.family, one.why) for one in undone.kept} == {
        (changed.id, "changed_since"), (noted.id, "has_new_records"), (person_changed.id, "changed_since")
    }  # fmt: skip
    assert {line.id for line in list_families(vault).lines} == {changed.id, noted.id, person_changed.id}
    assert imports_done(vault)[0].families == 3
    meet(vault.team, county)
    assert list_families(vault).total == 3


def test_taking_back_breaks_whole_too(vault: Vault) -> None:
    done = import_caseload(vault, invented_caseload(6), "list.xlsx")

    def stop(at: int, _all: int) -> None:
        if at == 4:
            raise Stop

    with pytest.raises(Stop):
        undo_import(vault, done.import_id, stop)
    assert list_families(vault).total == 6
    assert undo_import(vault, "0000").voided == 0


# visits and drafts


@pytest.fixture
def dobre(vault: Vault) -> bytes:
    return register_family(vault, NewFamily(family_name="Dobre", given_names="Ștefan", village="Valea Mare"))[
        0
    ]


def test_a_visit_is_kept_with_its_form_and_answers(vault: Vault, dobre: bytes) -> None:
    person = open_family(vault, dobre).members[0].person.id.hex()
    visit = begin_visit(vault, dobre)
    assert visit.answers["v_type"] == "first"
    visit.answers |= {
        "v_date": "2026-11-20",
        "v_result": "done",
        f"{person}/vc_seen": "yes",
        "v_next": "2026-12-01",
        "v_food": None,
    }
    visit_id, changed = record_visit(vault, visit)
    assert changed.kinds == {"visit"}
    kept = open_visit(vault, visit_id)
    assert kept.answers == {key: value for key, value in visit.answers.items() if value is not None}
    assert (kept.form_id, kept.form_version, kept.form_digest) == (
        visit.form_id,
        visit.form_version,
        visit.form_digest,
    )
    assert kept.author == vault.worker.id
    file = open_family(vault, dobre)
    assert (file.line.last_visit_on, file.line.next_visit_on) == ("2026-11-20", "2026-12-01")
    assert begin_visit(vault, dobre).answers["v_type"] == "follow"
    assert undo(vault) is None  # a visit is amended, not undone


def test_a_visit_that_met_nobody_is_no_last_visit(vault: Vault, dobre: bytes) -> None:
    visit = begin_visit(vault, dobre)
    visit.answers |= {"v_date": "2026-11-20", "v_result": "nobody_home"}
    record_visit(vault, visit)
    assert open_family(vault, dobre).line.last_visit_on is None


def test_a_draft_survives_and_goes_with_the_visit(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        dobre, _ = register_family(vault, NewFamily(family_name="Dobre"))
        visit = begin_visit(vault, dobre)
        visit.answers["v_agreed"] = "lemne până vineri"
        assert keep_draft(vault, visit) > 0
        visit.answers["v_food"] = "yes"
        keep_draft(vault, visit)
    with invented_vault.open() as vault:
        (line,) = today(vault, dt.date(2026, 11, 21)).drafts
        assert (line.place, line.answered) == (None, len(visit.answers))
        assert line.family_line is not None
        again = begin_visit(vault, dobre)
        assert (again.draft_id, again.visit_id, again.answers) == (
            visit.draft_id,
            visit.visit_id,
            visit.answers,
        )
        assert open_draft(vault, visit.draft_id) == again
        before = rows(vault)
        record_visit(vault, again)
        assert open_draft(vault, visit.draft_id) is None
        assert today(vault, dt.date(2026, 11, 21)).drafts == ()
        assert rows(vault)["outbox"] == before["outbox"] + 1
        assert begin_visit(vault, dobre).visit_id != visit.visit_id


def test_a_draft_can_be_thrown_away(vault: Vault, dobre: bytes) -> None:
    visit = begin_visit(vault, dobre)
    keep_draft(vault, visit)
    discard_draft(vault, visit.draft_id)
    assert open_draft(vault, visit.draft_id) is None
    assert open_family(vault, dobre).visits == ()


def test_a_colleagues_draft_is_not_mine(vault: Vault, dobre: bytes) -> None:
    visit = begin_visit(vault, dobre)
    keep_draft(vault, visit)
    vault.team.connection.execute("UPDATE draft SET author = ?", (BEATA,))
    assert begin_visit(vault, dobre).draft_id != visit.draft_id
    assert today(vault, dt.date(2026, 11, 21)).drafts == ()


# conflicts


@pytest.fixture
def county(vault: Vault, dobre: bytes) -> CountyLog:
    """A county where Beata wrote another phone while Ana did."""
    log = CountyLog(STREAM)
    workers = {"worker": {"name": "Beata Rus", "profession": "health_mediator"}}
    log.write(bytes(16), [Write("worker", BEATA, None, workers)])
    meet(vault.team, log)
    log.write(BEATA, [Write("family", dobre, dobre, {"phone": {"phone": "222"}})])
    change_family(vault, dobre, phone="111")
    meet(vault.team, log)
    return log


def test_both_values_are_shown_with_who_wrote_them(vault: Vault, dobre: bytes, county: CountyLog) -> None:
    (line,) = conflict_lines(vault)
    assert (line.record, line.group, line.fields, line.may_settle) == (dobre, "phone", ("phone",), True)
    first, second = conflict_view(vault, dobre, "phone").versions
    assert (first.values, first.author, first.own, first.shown) == (
        {"phone": "222"},
        "Beata Rus",
        False,
        True,
    )
    assert (second.values, second.own, second.shown) == ({"phone": "111"}, True, False)
    assert open_family(vault, dobre).conflicts == ((dobre, "phone"),)
    assert list_families(vault, only="to_clear_up").total == 1


def test_a_decision_ends_the_conflict_everywhere(vault: Vault, dobre: bytes, county: CountyLog) -> None:
    with pytest.raises(NothingChosen):
        settle_conflict(vault, dobre, "phone", {"phone": "111"}, " ")
    settle_conflict(vault, dobre, "phone", {"phone": "111"}, "Am sunat.")
    assert conflict_lines(vault) == ()
    meet(vault.team, county)
    assert conflict_lines(vault) == ()
    file = open_family(vault, dobre)
    assert file.family.phone == "111"
    assert file.notes[0].text == "Am sunat."
    assert file.notes[0].regarding == "phone"
    assert len(county.states[dobre].groups["phone"]) == 1
    with pytest.raises(RecordMissing):
        settle_conflict(vault, dobre, "phone", {"phone": "111"}, "Încă o dată.")


def test_a_value_that_came_meanwhile_stays_open(vault: Vault, dobre: bytes, county: CountyLog) -> None:
    settle_conflict(vault, dobre, "phone", {"phone": "111"}, "Am sunat.")
    county.write(BEATA, [Write("family", dobre, dobre, {"phone": {"phone": "333"}})], seen=county.csn)
    meet(vault.team, county)
    versions = conflict_view(vault, dobre, "phone").versions
    assert {one.values["phone"] for one in versions} == {"111", "333"}


def test_a_record_voided_by_one_and_edited_by_another_stays_visible(vault: Vault, county: CountyLog) -> None:
    family, _ = register_family(vault, NewFamily(family_name="Popa"))
    meet(vault.team, county)
    county.write(
        BEATA, [Write("family", family, family, {"void": {"void_reason": "double", "voided_at": 1}})]
    )
    change_family(vault, family, phone="111")
    meet(vault.team, county)
    assert "Popa" in [line.name for line in list_families(vault).lines]


def test_a_conflict_that_is_not_there_is_told(vault: Vault, dobre: bytes) -> None:
    with pytest.raises(RecordMissing):
        conflict_view(vault, random_id(), "phone")
    with pytest.raises(RecordMissing):
        conflict_view(vault, dobre, "no such group")
