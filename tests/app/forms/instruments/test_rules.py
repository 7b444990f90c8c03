"""The rules of the instruments beyond their worked examples: what opens, what is refused, what is not known."""

import datetime as dt
from typing import Any

import pytest

from app.forms.xform.xpath.compilation import compile_expression
from tests.app.forms.instruments.answering import INSTRUMENTS, Answering, Child, shipped_amounts, xform_of
from tests.app.forms.xform.building import NOW

TODAY = NOW.date()
TOMORROW = TODAY + dt.timedelta(days=1)
YESTERDAY = TODAY - dt.timedelta(days=1)
GIRL = Child(13, "F")
IPUS = {"u_req": TODAY, "u_out": "ipus", "u_months": 12, "u_plan": TODAY}


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_nothing_answered_is_nothing_found(form_id: str) -> None:
    filling = Answering(form_id, [GIRL])
    values = {name: filling.computed(name) for name in ("score", "red", "level", "contact_days")}
    assert values == {"score": "0", "red": "0", "level": "none", "contact_days": ""}


@pytest.mark.parametrize(
    ("form_id", "question", "section", "opening", "closing"),
    [
        ("ro_risk_sheet", "rs_refused", "r1", "no", "yes"),
        ("ro_risk_sheet", "rs_refused", "c6", "no", "yes"),
        ("vatra_mps_screen", "m_agree", "m1", "yes", "no"),
        ("pl_wywiad_i", "w_refuse", "wn", "no", "yes"),
        ("pl_cus_ipus", "u_out", "ug", "ipus", "service"),
    ],
)
def test_a_section_opens_for_a_certain_answer_only(
    form_id: str, question: str, section: str, opening: str, closing: str
) -> None:
    filling = Answering(form_id)
    assert not filling.asks(section)
    assert filling.says(**{question: opening}).asks(section)
    assert not filling.says(**{question: closing}).asks(section)


def test_a_refusal_closes_points_that_were_given_before() -> None:
    filling = Answering("ro_risk_sheet").says(rs_refused="no", r2_alone="yes", hh_n=4, r1_income=0)
    assert (filling.computed("dom_social"), filling.computed("level")) == ("4", "urgent")
    filling.says(rs_refused="yes")
    assert (filling.computed("score"), filling.computed("level")) == ("0", "high")


@pytest.mark.parametrize(
    ("form_id", "answers", "question", "rule"),
    [
        ("ro_observation", {"ob_date": TOMORROW}, "ob_date", "constraint"),
        ("ro_observation", {"ob_date": TODAY}, "ob_date", None),
        ("ro_observation", {"ob_start": "10:00", "ob_end": "09:30"}, "ob_end", "constraint"),
        ("ro_observation", {"ob_end": "09:30"}, "ob_end", None),
        ("ro_risk_sheet", {"rs_refused": "no", "hh_n": 41}, "hh_n", "constraint"),
        ("ro_risk_sheet", {"rs_refused": "no", "hh_n": 3, "hh_kids": 4}, "hh_kids", "constraint"),
        ("ro_risk_sheet", {"rs_refused": "no", "hh_kids": 4}, "hh_kids", None),
        ("ro_risk_sheet", {"rs_refused": "no", "hh_n": 3, "hh_nuclei": 0}, "hh_nuclei", "constraint"),
        ("ro_risk_sheet", {"rs_refused": "no", "r1_income": -1}, "r1_income", "constraint"),
        ("ro_risk_sheet", {"k_support": ["none", "health"]}, "k_support", "constraint"),
        ("ro_risk_sheet", {"k_support": ["none"]}, "k_support", None),
        (
            "ro_risk_sheet",
            {"rs_refused": "no", "k_action": "monitor", "r2_alone": "yes"},
            "k_action",
            "constraint",
        ),
        ("ro_risk_sheet", {"rs_refused": "no", "k_action": "plan", "r2_alone": "yes"}, "k_action", None),
        ("ro_risk_sheet", {"k_next": YESTERDAY}, "k_next", "constraint"),
        ("ro_risk_sheet", {"rs_refused": "no", "r1_ben": ["none", "vmi"]}, "r1_ben", "constraint"),
        ("vatra_mps_screen", {"m_agree": "yes", "m_rooms": 21}, "m_rooms", "constraint"),
        ("pl_wywiad_i", {"w_notice": TODAY, "w_date": YESTERDAY}, "w_date", "constraint"),
        ("pl_wywiad_i", {"w_refuse": "no", "w_reasons": []}, "w_reasons", "required"),
        ("pl_wywiad_i", {"w_109": "no"}, "w_109", "constraint"),
        ("pl_cus_ipus", {"u_clause": "no"}, "u_clause", "constraint"),
        ("pl_cus_ipus", {"u_months": 2, "u_out": "ipus"}, "u_out", "constraint"),
        ("pl_cus_ipus", {"u_months": 2, "u_out": "service"}, "u_out", None),
        ("pl_cus_ipus", {"u_months": 3, "u_out": "ipus"}, "u_out", None),
        ("pl_cus_ipus", {"u_out": "pass", "u_passcons": "no"}, "u_passcons", "constraint"),
        ("pl_cus_ipus", IPUS | {"u_plan": YESTERDAY}, "u_plan", "constraint"),
        ("pl_cus_ipus", IPUS | {"u_end": TODAY}, "u_end", "constraint"),
        ("pl_cus_ipus", IPUS | {"u_end": TODAY + dt.timedelta(days=366)}, "u_end", None),
        ("pl_cus_ipus", IPUS | {"u_end": TODAY + dt.timedelta(days=367)}, "u_end", "constraint"),
        ("pl_cus_ipus", IPUS | {"u_agree": "no"}, "u_agree", "constraint"),
        ("pl_cus_ipus", IPUS | {"ug_field": 15}, "ug_field", "constraint"),
        ("pl_cus_ipus", IPUS | {"ug_from": YESTERDAY}, "ug_from", "constraint"),
        (
            "pl_cus_ipus",
            IPUS | {"u_end": TODAY + dt.timedelta(days=90), "ug_to": TODAY + dt.timedelta(days=91)},
            "ug_to",
            "constraint",
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_named(
    form_id: str, answers: dict[str, Any], question: str, rule: str | None
) -> None:
    assert Answering(form_id).says(**answers).fails(question) == rule


@pytest.mark.parametrize("days", range(1, 28))
def test_a_year_is_a_year_over_every_change_of_the_clock(days: int) -> None:
    """Local midnights lie 23 or 25 hours apart twice a year."""
    begin = dt.date(2026, 10, 10) + dt.timedelta(days=days)
    filling = Answering("pl_cus_ipus").says(u_req=begin, u_out="ipus", u_plan=begin)
    assert filling.says(u_end=begin + dt.timedelta(days=366)).fails("u_end") is None
    assert filling.says(u_end=begin + dt.timedelta(days=367)).fails("u_end") == "constraint"


def test_days_from_request_to_plan_are_counted_in_days() -> None:
    filling = Answering("pl_cus_ipus").says(u_req=dt.date(2026, 10, 20), u_out="ipus")
    assert filling.computed("u_days") == ""
    assert filling.says(u_plan=dt.date(2026, 11, 19)).computed("u_days") == "30"


@pytest.mark.parametrize(
    ("form_id", "opening", "section", "counted", "closing", "most"),
    [
        ("pl_wywiad_i", {"w_refuse": "no"}, "wj", "wj_goal", "w_sign", 12),
        ("pl_cus_ipus", IPUS, "ug", "ug_serv", "u_coord", 20),
    ],
)
def test_a_plan_has_at_least_one_row_and_not_too_many(
    form_id: str, opening: dict[str, Any], section: str, counted: str, closing: str, most: int
) -> None:
    filling = Answering(form_id).says(**opening, **{closing: "Ewa Nowak"})
    rows = filling.ref(section)
    assert filling.fails(closing) is None
    for number in range(1, most + 2):
        if number > filling.count(rows):
            filling.entry.add_repeat(rows)
        filling.answer(f"{rows}[{number}]/{counted}", "x")
        assert (filling.failed(f"{rows}[{number}]/{counted}") is None) == (number <= most)
    while filling.count(rows):
        filling.entry.remove_repeat(f"{rows}[1]")
    assert filling.fails(closing) == "constraint"


# children


def test_questions_of_age_and_sex_come_from_the_household() -> None:
    children = [GIRL, Child(13, "M"), Child(4, "F"), Child(0, "F")]
    filling = Answering("ro_risk_sheet", children).says(rs_refused="no")
    filling.brings_the_children()
    teen, infant, school = (filling.ref(name) for name in ("c2_teen", "c3_infant", "c4_att"))

    def asked_of(path: str) -> list[bool]:
        section, _, question = path.rpartition("/")
        return [filling.relevant(f"{section}[{number}]/{question}") for number in (1, 2, 3, 4)]

    assert asked_of(teen) == [True, False, False, False]
    assert asked_of(infant) == [False, False, False, True]
    assert asked_of(school) == [True, True, True, False]


def test_an_age_that_is_not_known_opens_nothing() -> None:
    filling = Answering("ro_risk_sheet").says(rs_refused="no")
    assert not any(filling.asks(name) for name in ("c2_id", "c3_infant", "c4_att", "c6_own"))


def test_of_several_children_the_one_with_most_points_counts() -> None:
    filling = Answering("ro_risk_sheet", [GIRL, Child(9, "M"), Child(8, "M")]).says(rs_refused="no")
    filling.brings_the_children()
    rows = filling.ref("c2")
    filling.answer(f"{rows}[1]/c2_cert", "no")
    filling.answer(f"{rows}[2]/c2_away", "one")
    assert filling.computed("dom_social") == "3"
    assert filling.computed("c2_concerned") == "2"
    filling.answer(f"{rows}[1]/c2_cert", "yes")
    assert filling.computed("dom_social") == "1"


def test_not_known_scores_nothing_and_is_counted() -> None:
    filling = Answering("ro_risk_sheet", [GIRL, Child(9, "M")]).says(rs_refused="no", r1_entitled="unknown")
    filling.brings_the_children()
    for number in (1, 2):
        filling.answer(f"{filling.ref('c3')}[{number}]/c3_growth", "unknown")
    assert (filling.computed("score"), filling.computed("unknowns")) == ("0", "3")


# amounts


def test_without_a_limit_of_the_law_poverty_is_neither_found_nor_excluded() -> None:
    poor = {"rs_refused": "no", "hh_n": 6, "r1_income": 0}
    shipped = Answering("ro_risk_sheet", amounts=shipped_amounts("ro_risk_sheet")).says(**poor)
    assert (shipped.computed("r1_poor"), shipped.asks("rs_nolimit")) == ("", True)
    entered = Answering("ro_risk_sheet").says(**poor)
    assert (entered.computed("r1_poor"), entered.asks("rs_nolimit")) == ("yes", False)
    assert entered.computed("dom_economic") == "3"


@pytest.mark.parametrize(("income", "poor"), [(1199.99, "yes"), (1200, "no")])
def test_the_limit_itself_is_not_poverty(income: float, poor: str) -> None:
    filling = Answering("vatra_mps_screen").says(m_agree="yes", m_n=3, m_income=income)
    assert filling.computed("m_poor") == poor


@pytest.mark.parametrize(
    ("day", "persons", "limit"),
    [
        (dt.date(2024, 12, 31), 2, ""),
        (dt.date(2025, 1, 1), 2, "823"),
        (dt.date(2025, 1, 1), 1, "1010"),
        (TODAY, 2, "823"),
    ],
)
def test_the_amounts_of_the_day_of_the_interview_count(day: dt.date, persons: int, limit: str) -> None:
    filling = Answering("pl_wywiad_i").says(
        w_date=day, w_refuse="no", w_n=persons, w_mod=["material"], w_net=0
    )
    assert filling.computed("w_limit") == limit
    assert filling.computed("w_crit") == ("yes" if limit else "")
    assert filling.asks("w_nolimit") == (limit == "")


def test_new_amounts_follow_the_old_ones_by_their_days() -> None:
    old, new = "crit_family,823,x,2025-01-01,2026-12-31,,,", "crit_family,900,x,2027-01-01,,,,"
    header = shipped_amounts("pl_wywiad_i").splitlines()[0]
    filling = Answering("pl_wywiad_i", amounts="\n".join([header, old, new]))
    limits = []
    for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 1)):
        filling.says(w_date=day, w_refuse="no", w_n=2, w_mod=["material"])
        limits.append(filling.computed("w_limit"))
    assert limits == ["823", "900"]


@pytest.mark.parametrize(
    ("hectares", "farm", "total"),
    [(None, "", "300"), (0, "0", "300"), (0.99, "0", "300"), (1, "459", "759"), (1.1, "504.9", "804.9")],
)
def test_a_farm_counts_from_one_conversion_hectare(hectares: float | None, farm: str, total: str) -> None:
    filling = Answering("pl_wywiad_i").says(
        w_refuse="no", w_n=3, w_mod=["material"], w_net=300, w_ha=hectares
    )
    assert (filling.computed("w_farm"), filling.computed("w_total")) == (farm, total)


@pytest.mark.parametrize(("net", "within"), [(2469, "yes"), (2469.01, "no")])
def test_the_criterion_is_met_to_the_grosz(net: float, within: str) -> None:
    filling = Answering("pl_wywiad_i").says(w_refuse="no", w_n=3, w_mod=["material"], w_net=net)
    assert filling.computed("w_pc") == "823"
    assert filling.computed("w_crit") == within


# from beginning to end

LATER = {"u_end", "ug_to"}
TAKES_PART: dict[str, dict[str, str]] = {
    "ro_risk_sheet": {"rs_refused": "no"},
    "pl_wywiad_i": {"w_refuse": "no"},
}


def some_answer(node: dict[str, Any]) -> Any:
    """An answer of the type of the question; of choices the first."""
    if node["control"] in ("select1", "select"):
        first = node["choices"][0]["value"]
        return [first] if node["control"] == "select" else first
    if node["type"] == "date":
        return (TOMORROW if node["ref"].rpartition("/")[2] in LATER else TODAY).isoformat()
    return {"time": "09:30", "int": 3, "decimal": 1}.get(node["type"], "x")


@pytest.mark.parametrize("form_id", INSTRUMENTS)
@pytest.mark.parametrize("children", [(), (GIRL, Child(0, "M"))], ids=["no child", "two children"])
def test_an_instrument_can_be_completed(form_id: str, children: tuple[Child, ...]) -> None:
    filling = Answering(form_id, children).says(**TAKES_PART.get(form_id, {}))
    while True:
        filling.brings_the_children()
        required = [one.ref for one in filling.entry.violations() if one.rule == "required"]
        if not required:
            break
        for ref in required:
            if filling.failed(ref) == "required":
                filling.answer(ref, some_answer(filling.shown(ref)))
    broken = {one.ref.rpartition("/")[2] for one in filling.entry.violations()}
    # The first choices make a danger sign (children alone) without an action.
    assert broken == ({"k_action"} if form_id == "ro_risk_sheet" else set())
    if broken:
        filling.says(k_action="emergency")
    assert filling.entry.finalize()


# flags, plans, next contacts


def test_flags_bring_their_severities_and_services_once() -> None:
    filling = Answering("vatra_mps_screen", [Child(8, "F"), Child(10, "M")]).says(
        m_agree="yes", m_n=4, m_rooms=1, m_house="poor", m_util=["water", "heat"]
    )
    filling.brings_the_children()
    for number in (1, 2):
        filling.answer(f"{filling.ref('mc')}[{number}]/mc_school", "out")
    assert filling.computed("flags") == "V05 V06 V21"
    assert [filling.computed(name) for name in ("score", "flag_n", "sev3")] == ["7", "3", "1"]
    assert filling.computed("basket") == "inform counsel accompany refer monitor"
    assert filling.value(f"{filling.ref('mc')}[2]/mc_flags") == "V21"
    filling.entry.speak("Polski (pl)")
    labels = dict(filling.choices(filling.ref("flags")))
    assert labels["V06"] == "Brak podstawowych mediów"


def test_a_family_that_declines_the_screening_has_no_level_and_is_asked_again_after_three_months() -> None:
    filling = Answering("vatra_mps_screen").says(m_date=TODAY, m_agree="no")
    assert (filling.computed("level"), filling.computed("contact_days")) == ("", "91")
    assert not filling.asks("flags")


def test_the_classes_of_the_law_as_reported() -> None:
    filling = Answering("ro_risk_sheet").says(
        rs_refused="no", r5_tenure="none", r6_viol="now", r3_preg="uncared"
    )
    assert filling.computed("law156") == "economic_housing health_disability abuse_behaviour"


@pytest.mark.parametrize(
    ("answers", "proposed"),
    [
        ({"rs_refused": "no"}, "2027-11-21"),
        ({"rs_refused": "no", "r1_work": "no"}, "2027-05-22"),
        ({"rs_refused": "no", "r1_food": "monthly"}, "2027-02-20"),
        ({"rs_refused": "no", "r1_work": "no", "rs_date": "2026-06-01"}, "2026-11-30"),
        ({"rs_refused": "yes"}, "2026-12-21"),
        ({"rs_refused": "no", "r5_tenure": "own", "r5_state": "danger"}, "2026-11-22"),
    ],
)
def test_the_next_evaluation_is_proposed_by_the_level(answers: dict[str, Any], proposed: str) -> None:
    filling = Answering("ro_risk_sheet")
    rule = xform_of("ro_risk_sheet").partition('nodeset="/data/concl/k_next"')[2].partition("/>")[0]
    suggest = compile_expression(
        rule.partition('vatra:suggest="')[2].partition('"')[0], filling.form.namespaces
    )
    node = filling.entry.nodes(filling.ref("k_next"))
    assert suggest.value(node, filling.entry.scene) == ""
    filling.says(**{"rs_date": TODAY} | answers)
    assert suggest.value(node, filling.entry.scene) == proposed


@pytest.mark.parametrize(("danger", "days"), [("no", "3"), ("yes", "1")])
def test_an_observation_sheet_starts_the_three_days(danger: str, days: str) -> None:
    assert Answering("ro_observation").says(ob_date=TODAY, ob_6e=danger).computed("contact_days") == days
