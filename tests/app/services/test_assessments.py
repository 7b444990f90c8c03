"""Assessments: a draft that is never lost, a sealed record that never changes, a danger sign that acts at once."""

import datetime as dt
import uuid
import zoneinfo
from typing import Any

import msgspec
import pytest

from app.domain.ids import random_id
from app.domain.kinds import ASSESSMENT, TASK, groups_of
from app.domain.records import Assessment, Task, answer_groups
from app.errors import FormInvalid
from app.forms.xform.kept import answers_of
from app.reports.document import Line
from app.services import assessment_papers, assessments, families, registering
from app.services.assessment_members import edits_of
from app.services.assessments import AssessmentDraft, OpenDraft
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from sync.protocol import MAX_TXN_BYTES

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Bucharest"))


@pytest.fixture
def family(vault: Vault) -> bytes:
    """A mother of two, with a grandmother."""
    made, _ = registering.register_family(
        vault, registering.NewFamily(family_name="Ciobanu", given_names="Elena")
    )
    for name, role, birth in (
        ("Alin", "son", "2013-04-02"),
        ("Ioana", "daughter", "2024-01-30"),
        ("Maria", "parent", "1950"),
    ):
        families.add_member(
            vault, made, role, family_name="Ciobanu", given_names=name, birth=birth, sex="female"
        )
    return made


def child(opened: OpenDraft, name: str) -> str:
    return next(one.name for one in opened.draft.people if one.label == f"Ciobanu {name}")


def begun(vault: Vault, family: bytes, form_id: str = "ro_risk_sheet") -> OpenDraft:
    return assessments.open_draft(vault, assessments.begin_assessment(vault, family, form_id), "ro", NOW)


def kept(vault: Vault, opened: OpenDraft, **changes: Any) -> AssessmentDraft:
    paper = opened.paper
    signs = tuple(paper.key(node) for node in paper.danger_signs())
    draft = msgspec.structs.replace(opened.draft, record=paper.entry.draft(), signs=signs, **changes)
    return assessments.keep_draft(vault, draft)[0]


def finished(opened: OpenDraft) -> None:
    """A refusal is the shortest way through the risk sheet."""
    for ref, said in {
        "/data/hdr/rs_no": "12",
        "/data/hdr/rs_date": "2026-11-20",
        "/data/hdr/rs_place": "home",
        "/data/hdr/rs_by": "mother",
        "/data/hdr/rs_refused": "yes",
        "/data/hdr/rs_refnote": "Nu a deschis.",
        "/data/concl/k_support": ["none"],
        "/data/concl/k_action": "monitor",
        "/data/concl/k_next": "2026-12-20",
        "/data/concl/k_sign": "Ana Sandu",
    }.items():
        opened.paper.entry.answer(ref, said)


# drafts


def test_a_section_about_children_has_those_of_the_family(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    pages = [page for page in opened.paper.pages() if page.field.name == "c2"]
    assert [page.person for page in pages] == [child(opened, "Alin"), child(opened, "Ioana")]
    assert opened.paper.computed("level") == "none"


def test_ages_count_on_the_day_of_the_form(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_date", "2026-01-10")
    draft = kept(vault, opened)
    again = assessments.open_draft(vault, draft, "ro", NOW)
    ages = {one.label: one.age_y for one in again.draft.people}
    assert (ages["Ciobanu Alin"], ages["Ciobanu Ioana"]) == ("12", "1")


def test_it_goes_on_where_it_stopped(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    opened.paper.entry.answer("/data/c2[2]/c2_cert", "no")
    draft = kept(vault, opened, confirmed=("a",), level_reason="Vecina ajută.")
    assert assessments.begin_assessment(vault, family, "ro_risk_sheet") == draft
    again = assessments.open_draft(vault, draft, "pl", NOW)
    assert again.paper.entry.draft() == opened.paper.entry.draft()
    assert again.paper.entry.language == "Polski (pl)"
    assert (again.draft.confirmed, again.draft.level_reason) == (("a",), "Vecina ajută.")
    assert assessments.begin_assessment(vault, family, "ro_observation").draft_id != draft.draft_id


def test_answers_that_others_hide_are_still_there_the_next_day(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    opened.paper.entry.answer("/data/r1/r1_food", "monthly")
    opened.paper.entry.answer("/data/hdr/rs_refused", "yes")
    again = assessments.open_draft(vault, kept(vault, opened), "ro", NOW)
    again.paper.entry.answer("/data/hdr/rs_refused", "no")
    assert again.paper.entry.nodes("/data/r1/r1_food").text == "monthly"


def test_a_child_born_meanwhile_is_asked_about_too(vault: Vault, family: bytes) -> None:
    draft = kept(vault, begun(vault, family))
    families.add_member(vault, family, "son", family_name="Ciobanu", given_names="Nou", birth="2026-11-01")
    again = assessments.open_draft(vault, draft, "ro", NOW)
    again.paper.entry.answer("/data/hdr/rs_refused", "no")
    pages = [page.person for page in again.paper.pages() if page.field.name == "c2"]
    assert pages == [child(again, "Alin"), child(again, "Ioana"), child(again, "Nou")]


def test_the_school_of_a_child_is_known_before_it_is_asked(vault: Vault, family: bytes) -> None:
    for member in families.open_family(vault, family).members:
        if member.person.given_names == "Alin":
            families.change_person(vault, member.person.id, school="V B")
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    opened.paper.entry.answer("/data/c4[1]/c4_att", "yes")
    assert opened.paper.entry.nodes("/data/c4[1]/c4_class").text == "V B"
    # The record changes while the draft lies there: what was put in is not put over it.
    draft = kept(vault, opened)
    for member in families.open_family(vault, family).members:
        if member.person.given_names == "Alin":
            families.change_person(vault, member.person.id, school="VI B")
    again = assessments.open_draft(vault, draft, "ro", NOW)
    assert again.paper.entry.nodes("/data/c4[1]/c4_class").text == "V B"
    assert edits_of(again.paper, again.file.members, again.draft.put_in) == ()


def test_who_left_keeps_the_answers_given(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    opened.paper.entry.answer("/data/c2[1]/c2_cert", "no")
    draft, alin = kept(vault, opened), child(opened, "Alin")
    file = families.open_family(vault, family)
    (gone,) = [one for one in file.members if one.person.id.hex() == alin]
    families.end_membership(vault, gone.membership.id, "2026-11-20")
    again = assessments.open_draft(vault, draft, "ro", NOW)
    assert next(page for page in again.paper.pages() if page.person == alin).questions[0].text == "no"


def test_a_draft_of_a_form_nobody_has_says_so(vault: Vault, family: bytes) -> None:
    draft = msgspec.structs.replace(
        assessments.begin_assessment(vault, family, "ro_risk_sheet"), form_version=7
    )
    with pytest.raises(FormInvalid):
        assessments.open_draft(vault, draft, "ro", NOW)
    with pytest.raises(FormInvalid):
        assessments.begin_assessment(vault, family, "no_such_form")


def test_a_draft_thrown_away_is_gone(vault: Vault, family: bytes) -> None:
    draft = kept(vault, begun(vault, family))
    assert assessments.unfinished(vault, family) == (draft,)
    assessments.discard_draft(vault, draft)
    assert assessments.unfinished(vault) == ()


# danger


def in_danger(vault: Vault, family: bytes) -> tuple[OpenDraft, AssessmentDraft]:
    opened = begun(vault, family)
    opened.paper.entry.answer("/data/hdr/rs_refused", "no")
    opened.paper.entry.answer("/data/c3[2]/c3_ill", "danger")
    return opened, kept(vault, opened)


def test_a_danger_sign_in_a_draft_is_a_task_at_once(vault: Vault, family: bytes) -> None:
    opened, draft = in_danger(vault, family)
    (task,) = assessments.open_tasks(vault, family)
    assert (task.what, task.for_whom, task.about) == ("danger_sign", "supervisor", draft.assessment_id)
    assert task.signs == (f"{child(opened, 'Ioana')}/c3_ill",)
    assert task.pending  # it leaves with the next sync, the draft does not


def test_the_same_sign_is_told_once_and_a_second_one_joins_it(vault: Vault, family: bytes) -> None:
    opened, draft = in_danger(vault, family)
    tip = vault.team.tip()
    again = msgspec.structs.replace(opened, draft=draft)
    draft = kept(vault, again)
    assert vault.team.tip() == tip
    opened.paper.entry.answer("/data/r2/r2_alone", "yes")
    kept(vault, msgspec.structs.replace(opened, draft=draft))
    (task,) = assessments.open_tasks(vault, family)
    assert len(task.signs) == 2


def test_a_sign_taken_back_withdraws_its_task_and_comes_again_with_it(vault: Vault, family: bytes) -> None:
    opened, draft = in_danger(vault, family)
    (task,) = assessments.open_tasks(vault, family)
    opened.paper.entry.answer("/data/c3[2]/c3_ill", "no")
    draft = kept(vault, msgspec.structs.replace(opened, draft=draft))
    assert assessments.open_tasks(vault, family) == ()
    opened.paper.entry.answer("/data/c3[2]/c3_ill", "danger")
    kept(vault, msgspec.structs.replace(opened, draft=draft))
    assert [one.id for one in assessments.open_tasks(vault, family)] == [task.id]


def test_a_draft_thrown_away_withdraws_its_task(vault: Vault, family: bytes) -> None:
    _, draft = in_danger(vault, family)
    assessments.discard_draft(vault, draft)
    assert assessments.open_tasks(vault, family) == ()


def test_a_task_is_done_once(vault: Vault, family: bytes) -> None:
    in_danger(vault, family)
    (task,) = assessments.open_tasks(vault, family)
    assessments.finish_task(vault, task.id)
    assert assessments.open_tasks(vault, family) == ()
    done = reading.get(vault.team, task.id, Task)
    assert done.done_by == "Ana Sandu"


# sealed


def sealed(vault: Vault, family: bytes, **changes: Any) -> Assessment:
    opened = begun(vault, family)
    finished(opened)
    draft = kept(vault, opened, **changes)
    made, changed = assessments.seal_assessment(vault, draft, opened.paper, "ro", NOW)
    assert changed.kinds == {"assessment"}
    return reading.get(vault.team, made, Assessment)


def test_a_sealed_one_has_its_form_answers_and_level(vault: Vault, family: bytes) -> None:
    one = sealed(vault, family)
    assert (one.form_id, one.form_version, len(one.form_digest)) == ("ro_risk_sheet", 2, 64)
    assert (one.on, one.level, one.suggested_level) == ("2026-11-20", "high", "high")
    assert one.answers["rs_refnote"] == "Nu a deschis."
    assert one.answers["k_support"] == ["none"]
    assert "r1_food" not in one.answers
    assert one.calculated["score"] == "0"
    assert assessments.unfinished(vault, family) == ()
    assert assessments.assessments_of(vault, family) == (one,)


def test_another_level_needs_a_reason_and_both_are_kept(vault: Vault, family: bytes) -> None:
    one = sealed(vault, family, confirmed_level="medium", level_reason="Bunica răspunde mâine.")
    assert (one.suggested_level, one.level, one.level_reason) == ("high", "medium", "Bunica răspunde mâine.")


def test_it_opens_as_it_was_when_the_family_has_changed(vault: Vault, family: bytes) -> None:
    one = sealed(vault, family)
    families.change_person(
        vault, families.open_family(vault, family).members[0].person.id, family_name="Altul"
    )
    families.add_member(vault, family, "son", family_name="Ciobanu", given_names="Nou", birth="2026-11-01")
    shown = assessments.open_assessment(vault, one.id, "en")
    assert shown.paper.entry.finalized
    assert shown.paper.entry.nodes("/data/hdr/rs_refnote").text == "Nu a deschis."
    assert shown.paper.computed("level") == "high"
    assert shown.assessment.roster[0][1] == "Ciobanu Elena"
    assert len(shown.assessment.roster) == 4


def test_answers_of_a_form_that_is_not_here_stay_readable(vault: Vault, family: bytes) -> None:
    groups = {
        **groups_of(ASSESSMENT, {"form_id": "bacau_2031", "form_version": 3, "form_digest": "0" * 64}),
        **groups_of(
            ASSESSMENT,
            {"sealed_at": 1_900_000_000, "on": "2030-03-17", "roster": [["0a" * 16, "Dobre Ana", "4", "F"]]},
        ),
        **groups_of(ASSESSMENT, {"suggested_level": "low", "calculated": {"score": "2"}}),
        **answer_groups(ASSESSMENT, {"a <b>": "x & y", f"{'0a' * 16}/kept": ["one", "two"]}),
    }
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("assessment", b"z" * 16, family, groups)])
    shown = assessments.open_assessment(vault, b"z" * 16, "ro")
    (page,) = shown.paper.pages()
    answers = {shown.paper.label(node): node.text for node in page.questions}
    assert answers == {"a <b>": "x & y", "kept · Dobre Ana": "one two", "score": "2"}
    made = assessment_papers.prints_of(vault, b"z" * 16, "ro", now=NOW).whole
    assert made.title == "bacau_2031"
    assert [one.text for one in made.blocks if isinstance(one, Line)] == ["x & y", "one two", "2"]
    assert assessment_papers.export_answers(vault, "bacau_2031") == {}


def test_what_is_missing_something_is_not_sealed(vault: Vault, family: bytes) -> None:
    opened = begun(vault, family)
    with pytest.raises(ValueError, match="missing"):
        assessments.seal_assessment(vault, kept(vault, opened), opened.paper, "ro", NOW)
    assert assessments.assessments_of(vault, family) == ()


def test_the_next_one_has_the_last_beside_it(vault: Vault, family: bytes) -> None:
    one = sealed(vault, family)
    assert begun(vault, family).previous == one
    assert begun(vault, family, "ro_observation").previous is None


def test_a_correction_begins_with_what_was_sealed_and_takes_its_place(vault: Vault, family: bytes) -> None:
    first = sealed(vault, family)
    families.add_member(vault, family, "son", family_name="Ciobanu", given_names="Nou", birth="2026-11-01")
    draft = assessments.begin_amendment(vault, first.id)
    opened = assessments.open_draft(vault, draft, "ro", NOW)
    assert [one.label for one in opened.draft.people] == [row[1] for row in first.roster]
    unsigned = {key: value for key, value in first.answers.items() if key != "k_sign"}
    assert answers_of(opened.paper.entry) == unsigned
    opened.paper.entry.answer("/data/hdr/rs_place", "office")
    opened.paper.entry.answer("/data/concl/k_sign", "Maria Bejan")
    draft = kept(vault, opened)
    assert assessments.begin_amendment(vault, first.id) == draft
    assert assessments.begin_assessment(vault, family, "ro_risk_sheet").draft_id != draft.draft_id
    later = NOW + dt.timedelta(hours=1)
    second, _ = assessments.seal_assessment(vault, draft, opened.paper, "ro", later)
    correction = assessments.open_assessment(vault, second, "en")
    assert correction.assessment.amends == first.id
    assert assessments.open_assessment(vault, first.id, "en").correction == correction.assessment
    # What comes next is compared with the correction, and not with what was corrected.
    assert begun(vault, family).previous == correction.assessment
    prints = assessment_papers.prints_of(vault, second, "en", now=NOW)
    assert prints.changes is not None
    (line,) = [block for block in prints.changes.blocks if isinstance(block, Line)]
    assert line.text == "Before: at the family's home\nNow: at the office"
    assert prints.whole.checksum == prints.changes.checksum != prints.anonymous.checksum
    files = assessment_papers.export_answers(vault, "ro_risk_sheet")
    (submission,) = [text for name, text in files.items() if str(uuid.UUID(bytes=second)) in name]
    assert f"<deprecatedID>uuid:{uuid.UUID(bytes=first.id)}</deprecatedID>" in submission
    # It counts once: the table has the correction alone.
    _heading, *rows = files["ro_risk_sheet-v2.csv"].splitlines()
    assert len(rows) == 1
    assert "office" in rows[0]
    assert assessments.of_family(vault, family).corrected == {first.id}


def test_a_correction_tells_only_of_danger_that_was_not_known(vault: Vault, family: bytes) -> None:
    groups = groups_of(ASSESSMENT, {"form_id": "ro_risk_sheet", "form_version": 1, "danger": ["r2_alone"]})
    groups |= groups_of(ASSESSMENT, {"sealed_at": 1_700_000_000, "roster": []})
    groups |= answer_groups(ASSESSMENT, {"rs_refused": "no", "r2_alone": "yes"})
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("assessment", b"z" * 16, family, groups)])
    opened = assessments.open_draft(vault, assessments.begin_amendment(vault, b"z" * 16), "ro", NOW)
    draft = kept(vault, opened)
    assert (draft.signs, assessments.open_tasks(vault, family)) == (("r2_alone",), ())
    opened.paper.entry.answer("/data/r5/r5_tenure", "own")
    opened.paper.entry.answer("/data/r5/r5_state", "danger")
    draft = kept(vault, msgspec.structs.replace(opened, draft=draft))
    assert len(assessments.open_tasks(vault, family)) == 1

    # What was corrected had a task, too: it waits beside the draft's, and is told by that one alone once that is sealed.
    about = {"what": "danger_sign", "about": b"z" * 16, "for_whom": "supervisor", "noticed_at": 1}
    correction = groups_of(ASSESSMENT, {"form_id": "ro_risk_sheet", "form_version": 1, "amends": b"z" * 16})
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("task", b"t" * 16, family, groups_of(TASK, about))])
    assert {one.about for one in assessments.open_tasks(vault, family)} == {b"z" * 16, draft.assessment_id}
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("assessment", draft.assessment_id, family, correction)])
    assert [one.about for one in assessments.open_tasks(vault, family)] == [draft.assessment_id]


def test_a_correction_that_takes_danger_back_makes_no_task(vault: Vault, family: bytes) -> None:
    groups = groups_of(ASSESSMENT, {"form_id": "ro_risk_sheet", "form_version": 1, "danger": ["r2_alone"]})
    groups |= groups_of(ASSESSMENT, {"sealed_at": 1_700_000_000, "roster": []})
    groups |= answer_groups(ASSESSMENT, {"rs_refused": "no", "r2_alone": "yes"})
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write("assessment", b"z" * 16, family, groups)])
    opened = assessments.open_draft(vault, assessments.begin_amendment(vault, b"z" * 16), "ro", NOW)
    for said in ("no", "yes"):
        opened.paper.entry.answer("/data/r2/r2_alone", said)
        draft = kept(vault, opened)
        assert (draft.signs, assessments.open_tasks(vault, family)) == (
            ("r2_alone",) if said == "yes" else (),
            (),
        )


def test_a_form_longer_than_one_save_is_kept_whole(vault: Vault, family: bytes) -> None:
    answers = {f"{random_id().hex()}/question_{number}": "x" * 40 for number in range(1600)}
    parts = assessments._portions(answer_groups(ASSESSMENT, answers))
    assert len(parts) > 1
    joined = {name: fields for part in parts for name, fields in part.items()}
    assert joined == answer_groups(ASSESSMENT, answers)
    assert all(len(msgspec.msgpack.encode(part)) < MAX_TXN_BYTES for part in parts)


def test_answers_leave_as_tables_and_submissions(vault: Vault, family: bytes) -> None:
    one = sealed(vault, family, confirmed_level="medium", level_reason="Bunica răspunde mâine.")
    files = assessment_papers.export_answers(vault, "ro_risk_sheet")
    assert {name for name in files if name.endswith(".csv")} == {
        f"ro_risk_sheet{part}-v2.csv" for part in ("", "-c2", "-c3", "-c4", "-c6")
    }
    (submission,) = [name for name in files if name.endswith(".xml")]
    assert one.id.hex() == submission.rpartition("/")[2].removesuffix(".xml").replace("-", "")
    assert "<rs_refnote>Nu a deschis.</rs_refnote>" in files[submission]
    heading, row = files["ro_risk_sheet-v2.csv"].splitlines()
    assert "hdr-rs_refnote" in heading
    assert "medium" in row
    assert assessment_papers.export_answers(vault, "ro_observation") == {}
