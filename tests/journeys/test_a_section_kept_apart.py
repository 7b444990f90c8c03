"""What is answered in a confidential section of a visit: asked of, kept for and shown to those who read it, nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from app.forms.form import Form
from app.services import audit, families, visits
from app.services.visits import VisitDraft
from storage.drafts import drafts_of
from storage.vault import TEAM
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, Laptop, MakeLaptop
from tests.journeys.test_kept_apart import NURSES_WORDS, SECRET, comes_too, everything_shown, signs_in

AtCounty = Callable[[RunningCounty], MakeLaptop]
ANSWERS = {"v_result": "done", "v_next": "2030-01-01", "v_agreed": "Se revine luni."}


@pytest.fixture
def ana(small_county: RunningCounty, laptops: AtCounty) -> Laptop:
    """A social worker's laptop with one family."""
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    laptop.registers(family_name="Dobre", village="Bălăneasa")
    laptop.goes_online()
    return laptop


@pytest.fixture
def maria(ana: Laptop) -> Callable[[], None]:
    """The community nurse on the same laptop, signed in; call it to let Ana sign in again."""
    anas = ana.vault.worker.id
    joined = comes_too(ana, "Maria Dinu", "community_nurse", NURSES_WORDS)
    signs_in(ana, joined.worker, NURSES_WORDS)
    return lambda: signs_in(ana, anas, PASSPHRASE)


def half_typed(laptop: Laptop, **answers: Any) -> VisitDraft:
    """A visit of the only family, kept as a draft."""
    draft = visits.begin_visit(laptop.vault, laptop.finds("dobre"))
    draft.answers.update({**ANSWERS, **answers})
    visits.keep_draft(laptop.vault, draft)
    return draft


def printed(laptop: Laptop, visit: bytes) -> str:
    return repr(visits.visit_document(laptop.vault, visit, "ro"))


def own_sections(laptop: Laptop) -> list[str]:
    """The confidential sections that the worker is asked."""
    sections = visits.home_visit_form(laptop.vault).sections
    return [section.compartment for section in sections if section.compartment != TEAM]


def test_only_the_profession_is_asked_and_reads_it_on_the_laptop(
    ana: Laptop, maria: Callable[[], None]
) -> None:
    assert own_sections(ana) == ["health"]
    draft = half_typed(ana, vh_own=SECRET)
    assert SECRET not in repr(drafts_of(ana.vault.team, ana.vault.worker.id))
    assert visits.begin_visit(ana.vault, draft.family_id).answers["vh_own"] == SECRET
    visit, _changed = visits.record_visit(ana.vault, draft)
    assert visits.open_visit(ana.vault, visit).answers["vh_own"] == SECRET
    assert families.open_family(ana.vault, draft.family_id).visits[0].answers["vh_own"] == SECRET
    assert visits.lies_in(ana.vault, visit) == (TEAM, "health")
    assert SECRET in printed(ana, visit)
    assert all(drafts_of(store, ana.vault.worker.id) == [] for store in ana.vault.compartments.values())

    maria()
    assert own_sections(ana) == ["social"]
    assert visits.open_visit(ana.vault, visit).answers["v_agreed"] == ANSWERS["v_agreed"]
    assert visits.lies_in(ana.vault, visit) == (TEAM,)
    seen = everything_shown(ana.vault, draft.family_id) + printed(ana, visit)
    assert SECRET not in seen
    assert "vh_own" not in seen
    assert "personalul medical" not in seen
    audit.note_read(ana.vault, draft.family_id)
    assert "health" not in repr(audit.who_looked(ana.vault, draft.family_id))


def test_without_the_sorting_it_would_be_read_by_all(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    with monkeypatch.context() as patched:
        patched.setattr(Form, "by_compartment", lambda _form, answers: {TEAM: dict(answers)})
        draft = half_typed(ana, vh_own=SECRET)
        visits.record_visit(ana.vault, draft)
    maria()
    assert SECRET in everything_shown(ana.vault, draft.family_id)


def test_it_reaches_the_profession_on_other_laptops_and_nobody_else(
    ana: Laptop, maria: Callable[[], None], small_county: RunningCounty, laptops: AtCounty
) -> None:
    visit, _changed = visits.record_visit(ana.vault, half_typed(ana, vh_own=SECRET))
    ana.goes_online()
    assert ana.waits() == 0

    vasile = laptops(small_county)("Vasile Cojocaru", "health_mediator")
    vasile.goes_online()
    assert visits.open_visit(vasile.vault, visit).answers["vh_own"] == SECRET

    elena = laptops(small_county)("Elena Matei", "social_worker")
    elena.goes_online()
    assert "vh_own" not in visits.open_visit(elena.vault, visit).answers
    kept = elena.team.connection.execute("SELECT groups FROM record").fetchall()
    assert not any(b"sarcin" in bytes(row[0]) for row in kept)
