"""The home visit means the same to its own small reader and to the engine: asked, missing, wrong, in danger, computed, proposed.

Whoever moves the visit to the engine has the proof here that recorded answers and levels stay what they were. What is other by
intent: the engine keeps what does not fit its type beside the record, not in it; of a repetition it also answers whom it is
about; it proposes nothing where something is answered.
"""

import datetime as dt
import random
from typing import Any

import pytest

from app.forms.filling import Filled
from app.forms.form import Form
from app.forms.instruments import load_instrument
from app.forms.library import load_form
from app.forms.questions import Question, answer_key
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.kept import answers_of, record_of
from app.forms.xform.members import fill_rosters
from app.forms.xform.paper import Paper
from app.forms.xform.vault_lists import Person, VaultLists
from tests.app.forms.household import NOW, HouseholdMember, child_aged, member

HOUSEHOLD = (member(1, "1988-05-04"), child_aged(2, 13), child_aged(3, 2), member(4, role="child"))
CHILDREN = HOUSEHOLD[1:]
SIGNED = {"name": "Ana Sandu", "role": "social_worker", "on": "2026-11-21"}
DAYS = ("2026-11-20", "2026-11-21", "2026-11-22", "2026-12-24")
COMPUTED = ("dom_home", "dom_children", "dom_plan", "score", "serious", "red", "level", "contact_days")


def an_answer(question: Question, chance: random.Random) -> Any:
    if question.options:
        values = [option.value for option in question.options]
        many = question.type == "many"
        return chance.sample(values, chance.randint(1, 3)) if many else chance.choice(values)
    if question.type == "people":
        return [one.person.id.hex() for one in chance.sample(HOUSEHOLD, 2)]
    if question.type == "sign":
        return SIGNED
    if question.type == "date":
        return chance.choice(DAYS)
    if question.type == "time":
        return chance.choice(("09:00", "09:40", "17:00"))
    return chance.choice(("Se revine luni.", "Vecina ajută."))


def some_answers(form: Form, chance: random.Random) -> dict[str, Any]:
    """To most questions; a visit that took place more often than not."""
    answers = {
        answer_key(question.id, person): an_answer(question, chance)
        for section in form.sections
        for person in ([one.person.id for one in CHILDREN] if section.repeat else [None])
        for question in section.questions
        if chance.random() < 0.8
    }
    return {**answers, "v_result": "done"} if chance.random() < 0.7 else answers


def on_the_engine(version: int, answers: dict[str, Any]) -> Paper:
    people = [Person(one.person.id.hex(), one.person.full_name, _age(one), "") for one in HOUSEHOLD]
    instrument = load_instrument("vatra_home_visit", "ro", version)
    form = instrument.with_lists(VaultLists(members=tuple(people)))
    written = {key: "; ".join(said.values()) if said is SIGNED else said for key, said in answers.items()}
    record = record_of(form, written, [one.name for one in people])
    entry = Entry(form, Settings(lambda: NOW, NOW.tzinfo or dt.UTC), record)
    fill_rosters(entry, [one.person.id.hex() for one in CHILDREN], [one.name for one in people])
    return Paper(entry)


def _age(one: HouseholdMember) -> str:
    age = one.person.age_on(NOW.date())
    return "" if age is None else str(age)


def told_by_the_small_one(filled: Filled) -> dict[str, Any]:
    return {
        "asked": [one.key for one in filled.visible],
        "missing": [one.key for one in filled.missing],
        "wrong": [(one.asked.key, one.soft) for one in filled.problems],
        "danger": [one.key for one in filled.danger_signs],
        "set aside": len(filled.set_aside),
        "kept": {
            key: "; ".join(said.values()) if said is SIGNED else said for key, said in filled.kept.items()
        },
        "proposed": {
            one.key: filled.suggestion(one) or ""
            for one in filled.visible
            if one.question.rules.suggest and one.key not in filled.kept
        },
        **{name: filled.computed(name) for name in COMPUTED},
    }


def told_by_the_engine(paper: Paper) -> dict[str, Any]:
    entry, key = paper.entry, paper.key
    asked = list(paper.asked())
    return {
        "asked": [key(node) for node in asked],
        "missing": [key(node) for node in paper.missing()],
        "wrong": [
            (key(node), entry.failed(node) == "constraint" and entry.is_soft(node)) for node in paper.unfit()
        ],
        "danger": [key(node) for node in paper.danger_signs()],
        "set aside": paper.set_aside(),
        # The engine also says of whom a repetition is, in an answer of its own.
        "kept": {name: said for name, said in answers_of(entry).items() if not name.endswith("/vc_person")},
        "proposed": {
            key(node): paper.suggestion(node)
            for node in asked
            if "vatra:suggest" in node.field.extras and not node.text
        },
        **{name: paper.computed(name) for name in COMPUTED},
    }


@pytest.mark.parametrize("seed", range(16))
def test_the_same_answers_mean_the_same(seed: int) -> None:
    chance = random.Random(seed)
    version = 1 + seed % 2
    form = load_form("vatra_home_visit", "ro", version)
    answers = some_answers(form, chance)
    small = told_by_the_small_one(form.filled(answers, HOUSEHOLD, NOW))
    engine = told_by_the_engine(on_the_engine(version, answers))
    for what, said in small.items():
        assert engine[what] == said, what


def test_another_version_of_the_form_would_be_noticed() -> None:
    """The control of the test above."""
    small = load_form("vatra_home_visit", "ro", 1).filled({"v_result": "done"}, HOUSEHOLD, NOW)
    engine = told_by_the_engine(on_the_engine(2, {"v_result": "done"}))
    assert told_by_the_small_one(small)["asked"] != engine["asked"]
