"""The home-visit form asks, requires and warns as the instrument says; its worked examples give their level."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from app.domain.kinds import VISIT
from app.domain.records import answer_groups, split_answers
from app.forms.form import Form
from app.forms.library import load_form
from app.forms.questions import answer_key, said
from tests.app.forms.household import NOW, HouseholdMember, child_aged, member

DONE = {
    "v_type": "follow",
    "v_date": "2026-11-21",
    "v_from": "09:00",
    "v_to": "09:40",
    "v_announced": "yes",
    "v_result": "done",
}
YES_OR_NO_QUESTIONS = ("v_announced", "v_warm", "v_food", "vc_school")


@pytest.fixture
def form() -> Form:
    return load_form("vatra_home_visit", "ro")


def keys(asked: Any) -> list[str]:
    return [one.key for one in asked]


def of_child(child: HouseholdMember, answers: Mapping[str, str]) -> dict[str, Any]:
    return {answer_key(question, child.person.id): answer for question, answer in answers.items()}


WORKED_EXAMPLES = [
    pytest.param(
        {
            "v_type": "follow",
            "v_result": "done",
            "v_clean": "ok",
            "v_goal": "ahead",
            "v_serv": "all",
            "v_danger": "no",
            "v_worker": "safe",
        },
        9,
        {"vc_seen": "alone", "vc_state": "well"},
        "none",
        id="calm follow-up",
    ),
    pytest.param(
        {
            "v_type": "follow",
            "v_result": "done",
            "v_clean": "poor",
            "v_goal": "worse",
            "v_serv": "part",
            "v_danger": "no",
            "v_worker": "uneasy",
        },
        9,
        {"vc_seen": "hidden", "vc_school": "no"},
        "high",
        id="child hidden, situation worse",
    ),
    pytest.param(
        {"v_type": "urgent", "v_result": "done", "v_clean": "ok", "v_danger": "no", "v_worker": "safe"},
        4,
        {"vc_seen": "seen", "vc_state": "hurt"},
        "urgent",
        id="injury seen",
    ),
    pytest.param(
        {"v_type": "first", "v_result": "absent", "v_danger": "no", "v_worker": "safe"},
        4,
        {},
        "none",
        id="nobody at home scores nothing",
    ),
]


def worked_example(
    answers: dict[str, str], age: int, of_the_child: dict[str, str]
) -> tuple[dict[str, Any], HouseholdMember]:
    child = child_aged(3, age)
    filled = dict.fromkeys(YES_OR_NO_QUESTIONS[:-1], "yes") | answers
    return filled | of_child(child, {"vc_school": "yes"} | of_the_child), child


@pytest.mark.parametrize(("answers", "age", "of_the_child", "expected"), WORKED_EXAMPLES)
def test_a_worked_example_gives_its_level(
    form: Form, answers: dict[str, str], age: int, of_the_child: dict[str, str], expected: str
) -> None:
    filled, child = worked_example(answers, age, of_the_child)
    now = form.filled(filled, [child], NOW)
    assert now.computed("level") == expected
    assert bool(now.danger_signs) == (expected == "urgent")


def test_a_follow_up_asks_about_house_child_and_plan(form: Form) -> None:
    filled, child = worked_example(*WORKED_EXAMPLES[0].values[:3])  # type: ignore[arg-type]
    visible = keys(form.visible(filled, [child], NOW))
    scope = child.person.id.hex()
    assert visible[:6] == ["v_type", "v_date", "v_from", "v_to", "v_announced", "v_result"]
    assert [key for key in visible if key.startswith(scope)] == [
        f"{scope}/{question}" for question in ("vc_seen", "vc_state", "vc_school", "vc_said")
    ]
    assert "v_goal" in visible
    assert "v_why" not in visible
    assert "v_dangerdone" not in visible


def test_a_hidden_child_has_no_state_and_a_missing_service_asks_why(form: Form) -> None:
    filled, child = worked_example(*WORKED_EXAMPLES[1].values[:3])  # type: ignore[arg-type]
    visible = keys(form.visible(filled, [child], NOW))
    assert f"{child.person.id.hex()}/vc_state" not in visible
    assert "v_why" in keys(form.missing(filled, [child], NOW))


def test_a_child_of_four_is_not_asked_about_school_and_a_first_visit_not_about_the_plan(form: Form) -> None:
    filled, child = worked_example(*WORKED_EXAMPLES[2].values[:3])  # type: ignore[arg-type]
    visible = keys(form.visible(filled, [child], NOW))
    assert f"{child.person.id.hex()}/vc_school" not in visible
    assert "v_goal" not in visible
    assert form.danger(filled, [child], NOW)


def test_nobody_at_home_leaves_seven_questions_to_finish(form: Form) -> None:
    filled, child = worked_example(*WORKED_EXAMPLES[3].values[:3])  # type: ignore[arg-type]
    assert keys(form.missing(filled, [child], NOW)) == ["v_date", "v_from", "v_to", "v_next", "v_sign"]
    assert not any("/" in key for key in keys(form.visible(filled, [child], NOW)))


def test_unanswered_is_neither_yes_nor_no(form: Form) -> None:
    child = child_aged(3, 9)
    nothing = form.filled({}, [child], NOW)
    assert keys(nothing.visible)[-1] == "v_sign"
    assert "v_warm" not in keys(nothing.visible)
    assert nothing.computed("score") == "0"
    assert nothing.computed("contact_days") == ""
    assert not nothing.danger_signs
    assert "v_team" not in keys(nothing.missing)
    assert "v_danger" in keys(nothing.missing)


def test_a_danger_sign_acts_in_a_draft_and_only_while_it_is_asked(form: Form) -> None:
    child = child_aged(3, 9)
    hurt = {"v_result": "done"} | of_child(child, {"vc_seen": "seen", "vc_state": "hurt"})
    assert form.danger(hurt)
    assert form.danger({"v_danger": "yes"})
    assert not form.danger({"v_danger": "no"})
    absent = form.filled(hurt | {"v_result": "absent"}, [child], NOW)
    assert not absent.danger_signs
    assert [one.question.id for one in absent.set_aside] == ["vc_seen", "vc_state"]
    assert list(absent.kept) == ["v_result"]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"v_date": "2026-11-22"}, [("v_date", "constraint", False)]),
        ({"v_date": "2026-11-21"}, []),
        ({"v_date": "2026-02-30"}, [("v_date", "type", False)]),
        ({"v_from": "9:40"}, [("v_from", "type", False)]),
        ({"v_from": "09:40", "v_to": "09:10"}, [("v_to", "constraint", True)]),
        ({"v_to": "09:10"}, []),
        ({"v_next": "2026-11-20"}, [("v_next", "constraint", False)]),
        ({"v_next": "2026-11-21"}, []),
        ({"v_type": "visit"}, [("v_type", "option", False)]),
        ({"v_team": ["police", "none"]}, [("v_team", "constraint", False)]),
        ({"v_team": ["none"]}, []),
        ({"v_sign": "Elena"}, [("v_sign", "type", False)]),
        ({"v_warm": 7}, []),
    ],
)
def test_an_answer_that_does_not_fit_is_named(
    form: Form, answers: dict[str, Any], found: list[tuple[str, str, bool]]
) -> None:
    problems = form.problems(answers, [], NOW)
    assert [(problem.asked.key, problem.code, problem.soft) for problem in problems] == found


def test_children_are_those_under_eighteen_on_the_day_of_the_visit(form: Form) -> None:
    nearly = member(4, "2008-11-22")
    grown = member(5, "2008-11-21")
    unknown_daughter = member(6, None, "daughter")
    unknown_adult = member(7, None, "spouse")
    everybody = [nearly, grown, unknown_daughter, unknown_adult]
    today = form.filled(DONE, everybody, NOW)
    assert today.children() == (nearly.person.id, unknown_daughter.person.id)
    earlier = form.filled(DONE | {"v_date": "2026-11-20"}, everybody, NOW)
    assert earlier.children() == (nearly.person.id, grown.person.id, unknown_daughter.person.id)


def test_answers_about_a_child_who_left_stay_in_the_form(form: Form) -> None:
    gone = child_aged(8, 9)
    answers = DONE | of_child(gone, {"vc_seen": "alone"})
    assert gone.person.id in form.filled(answers, [], NOW).children()
    assert form.filled(DONE | {"not-an-id/vc_seen": "alone"}, [], NOW).children() == ()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"v_result": "absent", "v_type": "first"}, "2026-11-27"),
        ({"v_result": "absent", "v_type": "urgent"}, "2026-11-24"),
        ({"v_result": "refused", "v_type": "urgent", "v_date": "2026-11-20"}, "2026-11-24"),
        ({"v_result": "refused", "v_type": "urgent", "v_date": "2026-11-18"}, "2026-11-20"),
        ({"v_result": "done", "v_type": "first"}, "2027-11-21"),
        ({"v_result": "done", "v_food": "no"}, "2027-05-22"),
        ({"v_danger": "yes"}, "2026-11-22"),
    ],
)
def test_the_next_visit_is_proposed_by_result_and_level(
    form: Form, answers: dict[str, str], expected: str
) -> None:
    filled = form.filled({"v_date": "2026-11-21", "v_result": "done"} | answers, [], NOW)
    asked = next(one for one in filled.visible if one.key == "v_next")
    assert filled.suggestion(asked) == expected


def test_nothing_is_proposed_before_the_result_is_known(form: Form) -> None:
    filled = form.filled({"v_date": "2026-11-21"}, [], NOW)
    proposals = {
        one.key: filled.suggestion(one) for one in filled.visible if filled.suggestion(one) is not None
    }
    assert proposals == {"v_to": "09:38"}


def test_groups_of_the_form_are_those_of_the_record(form: Form) -> None:
    answers = {
        question.id: "x" for section in form.sections for question in section.questions if not section.repeat
    }
    groups = answer_groups(VISIT, answers)
    for section in form.sections:
        for question in section.questions:
            if not section.repeat:
                group = question.group or f"q/{question.id}"
                assert question.id in groups[group], question.id
    assert split_answers(VISIT, groups)[1] == answers


def test_every_text_is_there_in_the_languages_of_both_countries(form: Form) -> None:
    for language in ("en", "ro", "pl"):
        assert form.title[language]
        for section in form.sections:
            assert section.title[language]
            for question in section.questions:
                assert question.label[language]
                assert all(option.label[language] for option in question.options)
                assert question.rules.constraint is None or question.constraint_message[language]
                assert not set("şţŞŢ") & set(said(question.label, language))
    assert said(form.title, "hu") == "Családlátogatás"
    worker = form.question("v_worker")
    assert worker is not None
    assert said(worker.label, "hu") == "Safety of the worker"


def test_the_clock_is_the_one_given(form: Form) -> None:
    late_evening = dt.datetime(2026, 11, 21, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert form.problems({"v_date": "2026-11-22"}, [], late_evening)
    assert not form.problems({"v_date": "2026-11-22"}, [], late_evening + dt.timedelta(minutes=1))
