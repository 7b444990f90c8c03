"""What is answered in a confidential section of a visit: asked of, kept for and shown to those who read it, nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from app.domain.kinds import SECTION_ANSWERS
from app.errors import DiskFull
from app.forms.form import Form
from app.services import audit, families, saving, visits, workers
from app.services.visits import VisitDraft
from storage import reading
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


def parts(laptop: Laptop, compartment: str) -> int:
    return reading.count_of(laptop.vault.compartments[compartment].connection, SECTION_ANSWERS.name)


def printed(laptop: Laptop, visit: bytes) -> str:
    return repr(visits.visit_document(laptop.vault, visit, "ro"))


def test_everybody_is_asked_what_they_may_read(ana: Laptop, maria: Callable[[], None]) -> None:
    assert [
        one.compartment for one in visits.home_visit_form(ana.vault).sections if one.compartment != TEAM
    ] == ["health"]
    maria()
    assert [
        one.compartment for one in visits.home_visit_form(ana.vault).sections if one.compartment != TEAM
    ] == ["social"]


def test_only_the_profession_reads_it_on_the_laptop(ana: Laptop, maria: Callable[[], None]) -> None:
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


def _cut_before_the_team(laptop: Laptop, draft: VisitDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patched:
        patched.setattr(laptop.vault.team, "save", full)
        with pytest.raises(DiskFull):
            visits.record_visit(laptop.vault, draft)
    assert parts(laptop, "health") == 1


def test_a_recording_that_was_cut_is_done_again_with_what_was_typed_last(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(ana, vh_own=SECRET)
    _cut_before_the_team(ana, draft, monkeypatch)
    saving.mend_pointers(ana.vault)
    again = visits.begin_visit(ana.vault, draft.family_id)
    assert again.answers["vh_own"] == SECRET
    again.answers["vh_own"] = "Se programează la medic."
    visit, _changed = visits.record_visit(ana.vault, again)
    assert visits.open_visit(ana.vault, visit).answers["vh_own"] == "Se programează la medic."
    assert parts(ana, "health") == 1
    assert saving.mend_pointers(ana.vault) == 0


def test_an_answer_taken_back_after_the_cut_is_gone(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(ana, vh_own=SECRET)
    _cut_before_the_team(ana, draft, monkeypatch)
    again = visits.begin_visit(ana.vault, draft.family_id)
    del again.answers["vh_own"]
    visit, _changed = visits.record_visit(ana.vault, again)
    assert "vh_own" not in visits.open_visit(ana.vault, visit).answers


def test_a_visit_thrown_away_after_the_cut_leaves_nothing(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(ana, vh_own=SECRET)
    _cut_before_the_team(ana, draft, monkeypatch)
    visits.discard_draft(ana.vault, draft.draft_id)
    assert parts(ana, "health") == 0
    assert all(drafts_of(store, ana.vault.worker.id) == [] for store in ana.vault.compartments.values())


def test_a_draft_that_a_cut_left_beside_is_dropped_at_the_next_sign_in(
    ana: Laptop, maria: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(ana, vh_own=SECRET)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.form_parts.drop_drafts", lambda *_: None)
        visits.record_visit(ana.vault, draft)
    health = ana.vault.compartments["health"]
    assert len(drafts_of(health, ana.vault.worker.id)) == 1
    workers.settle(ana.vault)
    assert drafts_of(health, ana.vault.worker.id) == []
