"""The confidential part of a visit through power cuts: done again, taken back or dropped, never left over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.kinds import SECTION_ANSWERS
from app.errors import DiskFull
from app.services import registering, saving, visits, workers
from app.services.visits import VisitDraft
from storage import reading
from storage.drafts import drafts_of
from storage.vault import Vault
from tests.fixtures.vault import InventedVault, make_invented_vault

SECRET = "A treia sarcină, nu știe nimeni acasă."


@pytest.fixture(scope="module")
def _nurses(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    folder = tmp_path_factory.mktemp("nurse") / "vault"
    return make_invented_vault(folder, profession="community_nurse", readable=("team", "health"))


@pytest.fixture
def vault(_nurses: InventedVault, tmp_path: Path) -> Iterator[Vault]:
    """A community nurse's vault."""
    with _nurses.copy(tmp_path / "vault").open() as opened:
        yield opened


@pytest.fixture
def family(vault: Vault) -> bytes:
    return registering.register_family(vault, registering.NewFamily(family_name="Dobre"))[0]


def half_typed(vault: Vault, family: bytes, **answers: str) -> VisitDraft:
    draft = visits.begin_visit(vault, family)
    draft.answers.update({"v_result": "done", "v_next": "2030-01-01", **answers})
    visits.keep_draft(vault, draft)
    return draft


def parts(vault: Vault, compartment: str) -> int:
    return reading.count_of(vault.compartments[compartment].connection, SECTION_ANSWERS.name)


def _cut_before_the_team(vault: Vault, draft: VisitDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patched:
        patched.setattr(vault.team, "save", full)
        with pytest.raises(DiskFull):
            visits.record_visit(vault, draft)
    assert parts(vault, "health") == 1


def test_a_recording_that_was_cut_is_done_again_with_what_was_typed_last(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(vault, family, vh_own=SECRET)
    _cut_before_the_team(vault, draft, monkeypatch)
    saving.mend_pointers(vault)
    again = visits.begin_visit(vault, draft.family_id)
    assert again.answers["vh_own"] == SECRET
    again.answers["vh_own"] = "Se programează la medic."
    visit, _changed = visits.record_visit(vault, again)
    assert visits.open_visit(vault, visit).answers["vh_own"] == "Se programează la medic."
    assert parts(vault, "health") == 1
    assert saving.mend_pointers(vault) == 0


def test_an_answer_taken_back_after_the_cut_is_gone(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(vault, family, vh_own=SECRET)
    _cut_before_the_team(vault, draft, monkeypatch)
    again = visits.begin_visit(vault, draft.family_id)
    del again.answers["vh_own"]
    visit, _changed = visits.record_visit(vault, again)
    assert "vh_own" not in visits.open_visit(vault, visit).answers


def test_a_visit_thrown_away_after_the_cut_leaves_nothing(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(vault, family, vh_own=SECRET)
    _cut_before_the_team(vault, draft, monkeypatch)
    visits.discard_draft(vault, draft.draft_id)
    assert parts(vault, "health") == 0
    assert all(drafts_of(store, vault.worker.id) == [] for store in vault.compartments.values())


def test_a_draft_that_a_cut_left_beside_is_dropped_at_the_next_sign_in(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = half_typed(vault, family, vh_own=SECRET)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.form_parts.drop_drafts", lambda *_: None)
        visits.record_visit(vault, draft)
    health = vault.compartments["health"]
    assert len(drafts_of(health, vault.worker.id)) == 1
    workers.settle(vault)
    assert drafts_of(health, vault.worker.id) == []
