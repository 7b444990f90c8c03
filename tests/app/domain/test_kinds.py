"""Every field of every kind has one group and one rule, and the typed records know exactly the same fields."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds import EVERYWHERE, KINDS, Both, Kind, Rule, Settler, changed_groups, groups_of
from app.domain.records import RECORD_TYPES, Record, answer_groups, split_answers

BOOKKEEPING = {"id", "family", "conflicts", "pending"}
"""What a record knows beside its fields: where it is and how it stands."""
FROM_THE_LOG = {"author", "answers"}
KEPT_ELSEWHERE = {"apart"}
kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


def fields_of(kind: Kind) -> list[str]:
    return [field for group in (*kind.groups, *EVERYWHERE) for field in group.fields]


@kinds
def test_every_field_has_one_group(kind: Kind) -> None:
    fields = fields_of(kind)
    assert len(fields) == len(set(fields))
    names = [group.name for group in (*kind.groups, *EVERYWHERE)]
    assert len(names) == len(set(names))
    assert not any(name.startswith("q/") or "/" in name for name in names)


@kinds
def test_every_group_has_a_rule_and_somebody_who_settles_it(kind: Kind) -> None:
    for group in (*kind.groups, *EVERYWHERE):
        assert isinstance(group.rule, Rule)
        assert isinstance(group.settler, Settler)
        # What cannot be in conflict needs nobody to settle it; what can needs a person.
        assert (group.settler in (Settler.NOBODY, Settler.COUNTY)) != group.rule.asks_a_person
        assert group.rule.asks_a_person or group.both is Both.NEITHER


@kinds
def test_a_record_type_knows_the_fields_of_its_kind_and_no_others(kind: Kind) -> None:
    known = set(RECORD_TYPES[kind.name].__struct_fields__) - BOOKKEEPING - FROM_THE_LOG - KEPT_ELSEWHERE
    answered = {
        field for group in kind.groups if group.name in ("times", "outcome", "met") for field in group.fields
    }
    assert known == set(fields_of(kind)) - answered


def test_kinds_and_record_types_are_the_same_ones() -> None:
    assert set(KINDS) == set(RECORD_TYPES)
    assert all(kind.name == name for name, kind in KINDS.items())


@kinds
def test_a_field_finds_its_group_and_nothing_else_is_taken(kind: Kind) -> None:
    for group in (*kind.groups, *EVERYWHERE):
        for field in group.fields:
            assert groups_of(kind, {field: "x"}) == {group.name: {field: "x"}}
            assert kind.group(group.name) is group
    assert groups_of(kind, dict.fromkeys(fields_of(kind))) == {}
    with pytest.raises(ValueError, match="no field"):
        groups_of(kind, {"no such": 1})
    with pytest.raises(KeyError):
        kind.group("no such")


def test_only_forms_take_answers() -> None:
    for kind in KINDS.values():
        if kind.has_answers:
            assert kind.group("q/0a0b/vc_seen").fields == ("vc_seen",)
        else:
            with pytest.raises(KeyError):
                kind.group("q/vc_seen")
    assert [kind.name for kind in KINDS.values() if kind.has_answers] == [
        "visit",
        "assessment",
        "section_answers",
    ]


def test_a_changed_group_is_written_whole_and_a_cleared_field_as_absent() -> None:
    family = KINDS["family"]
    before = {"village": "Poiana", "street": "Morii 3", "phone": "0745", "name": "Dobre"}
    assert changed_groups(family, before, {**before, "street": None}) == {"address": {"village": "Poiana"}}
    assert changed_groups(family, before, {**before, "phone": None}) == {"phone": {}}
    assert changed_groups(family, before, before) == {}


QUESTIONS = st.sampled_from(
    [
        "v_date",
        "v_from",
        "v_result",
        "v_present",
        "v_next",
        "v_food",
        "0a" * 16 + "/vc_seen",
        "0b" * 16 + "/vc_seen",
    ]
)


@given(st.dictionaries(QUESTIONS, st.one_of(st.text(), st.integers(), st.lists(st.text())), max_size=8))
def test_answers_come_back_as_they_were_given(answers: dict[str, Any]) -> None:
    visit = KINDS["visit"]
    groups = answer_groups(visit, answers)
    assert split_answers(visit, groups) == ({}, answers)
    for name, fields in groups.items():
        assert set(fields) == set(visit.group(name).fields) & set(fields)


def test_an_answer_that_was_taken_back_clears_its_group() -> None:
    assert answer_groups(KINDS["visit"], {"v_food": None}) == {"q/v_food": {}}


@kinds
def test_a_record_of_a_newer_vatra_is_read_and_its_new_fields_left_aside(kind: Kind) -> None:
    record = RECORD_TYPES[kind.name].from_values({"id": bytes(16), "of_next_year": 1})
    assert isinstance(record, Record)
    assert "of_next_year" not in msgspec.structs.asdict(record)
