"""An entry as a questionnaire: pages, keys of answers, what is kept of it, why it has its level."""

import datetime as dt
import random

import pytest

from app.forms.instruments import load_instrument
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.kept import answers_of, calculated_of, record_of
from app.forms.xform.members import fill_rosters
from app.forms.xform.paper import Paper
from app.forms.xform.reading import read_form
from app.forms.xform.scoring import score_of
from app.forms.xform.vault_lists import Person, VaultLists
from tests.app.forms.instruments.answering import INSTRUMENTS, Answering, Example, examples
from tests.app.forms.xform.building import BUCHAREST, NOW, bind, inputs, repeat, select, xform

PEOPLE = [Person(f"{number:032x}", f"Child {number}", str(3 * number), "F") for number in (1, 2, 3)]
IDS = [person.name for person in PEOPLE]


def risk_sheet(record: str | None = None, people: list[Person] = PEOPLE, *, frozen: bool = False) -> Paper:
    form = load_instrument("ro_risk_sheet", "ro", 1).with_lists(VaultLists(members=tuple(people)))
    return Paper(Entry(form, Settings(lambda: NOW, BUCHAREST, random.Random(1)), record, frozen=frozen))


@pytest.fixture
def paper() -> Paper:
    made = risk_sheet()
    fill_rosters(made.entry, IDS, IDS)
    made.entry.answer("/data/hdr/rs_refused", "no")
    return made


def entry_of(record: str, model: str = "", body: str = "") -> Entry:
    form, _ = read_form(xform(record, model, body))
    return Entry(form, Settings(lambda: NOW, BUCHAREST, random.Random(1)))


# pages


def test_a_section_about_each_child_is_a_page_for_each(paper: Paper) -> None:
    about = [(page.field.name, page.person) for page in paper.pages()]
    assert about[:4] == [("hdr", None), ("hh", None), ("r1", None), ("r2", None)]
    assert about[4:7] == [("c2", IDS[0]), ("c2", IDS[1]), ("c2", IDS[2])]


def test_whom_a_page_is_about_is_not_asked(paper: Paper) -> None:
    page = next(page for page in paper.pages() if page.field.name == "c2")
    assert [node.name for node in page.questions] == ["c2_cert", "c2_away", "c2_back"]


def test_children_are_there_before_the_form_asks_for_them() -> None:
    paper = risk_sheet()
    fill_rosters(paper.entry, IDS, IDS)
    assert [page.field.name for page in paper.pages()] == ["hdr", "concl"]
    paper.entry.answer("/data/hdr/rs_refused", "no")
    assert sum(page.field.name == "c2" for page in paper.pages()) == 3


def test_a_child_that_comes_later_gets_its_pages_and_the_others_keep_their_answers(paper: Paper) -> None:
    paper.entry.answer("/data/c2[2]/c2_cert", "no")
    again = risk_sheet(paper.entry.draft(), [*PEOPLE, Person("ff" * 16, "Born since", "0", "M")])
    fill_rosters(again.entry, [*IDS, "ff" * 16], [])
    assert [page.person for page in again.pages() if page.field.name == "c2"] == [*IDS, "ff" * 16]
    assert answers_of(again.entry)[f"{IDS[1]}/c2_cert"] == "no"


def test_a_household_without_children_is_asked_about_none() -> None:
    paper = risk_sheet(people=[])
    fill_rosters(paper.entry, [], [])
    paper.entry.answer("/data/hdr/rs_refused", "no")
    assert not [page for page in paper.pages() if page.field.name.startswith("c") and page.field.is_repeat]


def test_rows_added_by_hand_can_be_added() -> None:
    entry = entry_of(
        "<a/><row><b/></row>", body=inputs("/data/a") + repeat("/data/row", inputs("/data/row/b"))
    )
    (page, *others) = [page for page in Paper(entry).pages() if page.repeat]
    assert (page.repeat, page.number, others) == ("/data/row", 1, [])
    entry.remove_repeat("/data/row[1]")
    (offer,) = [page for page in Paper(entry).pages() if page.repeat]
    assert (offer.questions, offer.number) == ((), 0)
    entry.add_repeat(offer.repeat or "")
    assert [page.number for page in Paper(entry).pages() if page.repeat] == [1]


# keys


def test_keys_name_question_and_person_or_row(paper: Paper) -> None:
    assert paper.key(paper.entry.nodes("/data/r1/r1_food")) == "r1_food"
    assert paper.key(paper.entry.nodes("/data/c2[2]/c2_cert")) == f"{IDS[1]}/c2_cert"
    entry = entry_of("<row><b/></row>", body=repeat("/data/row", inputs("/data/row/b")))
    entry.add_repeat("/data/row")
    assert Paper(entry).key(entry.nodes("/data/row[2]/b")) == "row[2]/b"


def test_two_questions_of_one_name_have_two_keys() -> None:
    entry = entry_of("<g><a/></g><h><a/></h><b/>", body=inputs("/data/g/a", "/data/h/a", "/data/b"))
    for ref, said in (("/data/g/a", "one"), ("/data/h/a", "two"), ("/data/b", "three")):
        entry.answer(ref, said)
    assert answers_of(entry) == {"g.a": "one", "h.a": "two", "b": "three"}


# kept and shown again


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_what_is_kept_of_every_worked_example_makes_the_same_record(form_id: str) -> None:
    for example in examples(form_id):
        filling = _filled(form_id, example)
        answers, calculated = answers_of(filling.entry), calculated_of(filling.entry)
        record = record_of(filling.form, {**answers, **calculated}, [f"child{n}" for n in range(1, 9)])
        later = Settings(lambda: NOW + dt.timedelta(days=4000), BUCHAREST)
        shown = Entry(filling.form, later, record, frozen=True)
        assert answers_of(shown) == answers, example.name
        assert calculated_of(shown) == calculated, example.name


def _filled(form_id: str, example: Example) -> Answering:
    filling = Answering(form_id, example.children)
    filling.follows(example)
    return filling


def test_a_frozen_record_keeps_its_ages_whatever_the_household_is_now(paper: Paper) -> None:
    kept = {**answers_of(paper.entry), **calculated_of(paper.entry)}
    older = [Person(one.name, one.label, "17", one.sex) for one in PEOPLE]
    frozen = risk_sheet(record_of(paper.form, kept, IDS), older, frozen=True)
    assert calculated_of(frozen.entry)[f"{IDS[0]}/c2_age"] == "3"
    assert frozen.entry.finalized


def test_a_draft_of_the_same_record_would_count_anew(paper: Paper) -> None:
    older = [Person(one.name, one.label, "17", one.sex) for one in PEOPLE]
    again = risk_sheet(paper.entry.draft(), older)
    assert calculated_of(again.entry)[f"{IDS[0]}/c2_age"] == "17"


# what does not fit


def soft_form(soft: str) -> Entry:
    model = bind("/data/a", type="int", constraint=". < 10", vatra_soft=soft)
    source = xform("<a/>", model, inputs("/data/a")).replace(
        "<h:html ", '<h:html xmlns:vatra="urn:vatra:xlsform:1" ', 1
    )
    form, _ = read_form(source)
    return Entry(form, Settings(lambda: NOW, BUCHAREST))


@pytest.mark.parametrize(("soft", "concluded"), [("yes", True), ("", False)])
def test_a_soft_constraint_warns_and_does_not_keep_a_record_open(soft: str, concluded: bool) -> None:
    entry = soft_form(soft)
    entry.answer("/data/a", 11)
    assert [one.rule for one in entry.violations()] == ["constraint"]
    assert Paper(entry).unfit() == (entry.nodes("/data/a"),)
    assert entry.finalize() is concluded


def test_what_other_answers_hide_is_counted(paper: Paper) -> None:
    assert paper.set_aside() == 0
    paper.entry.answer("/data/r1/r1_food", "never")
    paper.entry.answer("/data/c2[1]/c2_cert", "yes")
    paper.entry.answer("/data/hdr/rs_refused", "yes")
    assert paper.set_aside() == 2


def test_a_proposal_is_there_until_it_is_answered(paper: Paper) -> None:
    following = paper.entry.nodes("/data/concl/k_next")
    assert paper.suggestion(following) == ""
    paper.entry.answer("/data/hdr/rs_date", "2026-11-21")
    assert paper.suggestion(following) == "2027-11-21"
    paper.entry.answer("/data/concl/k_next", "2026-12-01")
    assert paper.suggestion(following) == ""


# why


def reasons(paper: Paper) -> list[tuple[str, float]]:
    return [(paper.key(one.node), one.points) for one in score_of(paper).reasons]


def test_reasons_are_the_answers_that_gave_points(paper: Paper) -> None:
    paper.entry.answer("/data/r1/r1_food", "rarely")
    paper.entry.answer("/data/r2/r2_single", "yes")
    paper.entry.answer("/data/r2/r2_help", "yes")
    score = score_of(paper)
    assert (score.level, score.points, score.provisional) == ("low", 2, True)
    assert dict(score.domains)["economic"] == 1
    assert reasons(paper) == [("r1_food", 1), ("r2_single", 1)]


def test_one_serious_domain_is_the_reason_and_points_elsewhere_are_none(paper: Paper) -> None:
    paper.entry.answer("/data/r1/r1_food", "monthly")
    paper.entry.answer("/data/r2/r2_single", "yes")
    assert score_of(paper).level == "medium"
    assert reasons(paper) == [("r1_food", 4)]


def test_flags_looked_up_in_a_list_lead_back_to_the_answers() -> None:
    (example,) = [one for one in examples("vatra_mps_screen") if "without documents" in one.name]
    found = reasons(Paper(_filled("vatra_mps_screen", example).entry))
    assert {key.rpartition("/")[2] for key, _ in found} == {"m_lone", "mc_doc", "mc_gp"}


def test_of_the_children_only_the_one_that_counts_is_a_reason(paper: Paper) -> None:
    paper.entry.answer("/data/c2[1]/c2_away", "one")
    paper.entry.answer("/data/c2[3]/c2_cert", "no")
    assert reasons(paper) == [(f"{IDS[2]}/c2_cert", 3)]


def test_a_danger_sign_is_the_reason_before_all_points(paper: Paper) -> None:
    paper.entry.answer("/data/r1/r1_food", "monthly")
    paper.entry.answer("/data/c3[2]/c3_ill", "danger")
    paper.entry.answer("/data/c3[1]/c3_ill", "no")
    score = score_of(paper)
    assert score.level == "urgent"
    assert [paper.key(node) for node in score.danger] == [f"{IDS[1]}/c3_ill"]
    assert reasons(paper) == [(f"{IDS[1]}/c3_ill", 0)]


def test_a_refusal_is_never_low_and_says_why() -> None:
    paper = risk_sheet()
    paper.entry.answer("/data/hdr/rs_refused", "yes")
    assert score_of(paper).level == "high"
    assert reasons(paper) == [("rs_refused", 0)]


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_every_level_above_none_has_reasons(form_id: str) -> None:
    for example in examples(form_id):
        score = score_of(Paper(_filled(form_id, example).entry))
        assert bool(score.reasons) == (score.level not in ("none", None)), example.name


def test_a_form_without_levels_has_none() -> None:
    score = score_of(Paper(entry_of("<a/>", body=select("/data/a", "x", "y"))))
    assert (score.level, score.points, score.reasons) == (None, None, ())
