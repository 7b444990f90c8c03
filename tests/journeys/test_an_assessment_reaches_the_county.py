"""An assessment sealed on one laptop is read on the other as it was, and its danger sign is told while it is still a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from app.services import assessment_papers, assessments
from app.services.assessments import AssessmentDraft, OpenDraft
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def begins(laptop: Laptop, family: bytes) -> OpenDraft:
    draft = assessments.begin_assessment(laptop.vault, family, "ro_observation")
    return assessments.open_draft(laptop.vault, draft, "ro", NOW)


def keeps(laptop: Laptop, opened: OpenDraft) -> AssessmentDraft:
    paper = opened.paper
    signs = tuple(paper.key(node) for node in paper.danger_signs())
    draft = msgspec.structs.replace(opened.draft, record=paper.entry.draft(), signs=signs)
    return assessments.keep_draft(laptop.vault, draft)[0]


def answers_all(opened: OpenDraft) -> None:
    paper, entry = opened.paper, opened.paper.entry
    entry.answer("/data/s6/ob_6e", "yes")
    while missing := paper.missing():
        for node in missing:
            place = f"/data/{node.parent.name if node.parent is not None else ''}/{node.name}"
            offered = [option.value for option in paper.options(node)] if paper.type_of(node) == "one" else []
            known = "no" if "no" in offered else offered[0] if offered else "x"
            entry.answer(place, "2026-11-20" if node.field.type == "date" else known)


def test_a_danger_sign_arrives_before_the_assessment_and_both_are_the_same_there(
    county: RunningCounty, laptops: Laptops
) -> None:
    enrol = laptops(county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Rusu", given_names="Ilie", village="Valea Mare")
    opened = begins(ana, family)
    opened.paper.entry.answer("/data/s6/ob_6e", "yes")
    draft = keeps(ana, opened)
    for laptop in (ana, maria):
        laptop.goes_online()
    (task,) = assessments.open_tasks(maria.vault, family)
    assert (task.what, task.signs) == ("danger_sign", ("ob_6e",))
    assert assessments.assessments_of(maria.vault, family) == ()
    assert assessments.unfinished(maria.vault, family) == ()

    opened = assessments.open_draft(ana.vault, draft, "ro", NOW)
    answers_all(opened)
    assessment_id, _ = assessments.seal_assessment(ana.vault, keeps(ana, opened), opened.paper, "ro", NOW)
    for laptop in (ana, maria):
        laptop.goes_online()
    mine = assessments.open_assessment(ana.vault, assessment_id, "ro")
    theirs = assessments.open_assessment(maria.vault, assessment_id, "ro")
    assert theirs.assessment == mine.assessment
    assert (theirs.assessment.level, theirs.author) == ("urgent", "Ana Sandu")
    assert theirs.paper.entry.draft() == mine.paper.entry.draft()
    documents = [
        assessment_papers.prints_of(laptop.vault, assessment_id, "ro", now=NOW) for laptop in (ana, maria)
    ]
    assert documents[0] == documents[1]

    assessments.finish_task(maria.vault, task.id)
    for laptop in (maria, ana):
        laptop.goes_online()
    assert assessments.open_tasks(ana.vault, family) == ()
    assert not ana.sees(family).conflicts
