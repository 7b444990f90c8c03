"""A confidential section of a shipped form: kept in its compartment through cuts, proven by its hash, never in a copy."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.domain.kinds import SECTION_ANSWERS
from app.errors import DiskFull
from app.forms.xform.kept import answers_of
from app.services import aside, assessment_papers, assessments, registering, saving
from app.services.assessments import OpenDraft
from storage import parting, reading
from storage.drafts import draft_of, drafts_of
from storage.vault import Vault
from sync.protocol import encode
from tests.fixtures.cells import every_cell
from tests.fixtures.vault import InventedVault, make_invented_vault

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Warsaw"))
FORM_ID = "pl_wywiad_i"
WHY = "Rozmowa z lekarzem: siniaki po upadku."


@pytest.fixture(scope="module")
def _polish(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    folder = tmp_path_factory.mktemp("polish") / "vault"
    return make_invented_vault(folder, country="pl", readable=("team", "social"))


@pytest.fixture
def vault(_polish: InventedVault, tmp_path: Path) -> Iterator[Vault]:
    """A Polish social worker's vault."""
    with _polish.copy(tmp_path / "vault").open() as opened:
        yield opened


@pytest.fixture
def family(vault: Vault) -> bytes:
    return registering.register_family(vault, registering.NewFamily(family_name="Nowak", given_names="Ewa"))[
        0
    ]


def begun(vault: Vault, family: bytes) -> OpenDraft:
    return assessments.open_draft(vault, assessments.begin_assessment(vault, family, FORM_ID), "pl", NOW)


def answered(vault: Vault, opened: OpenDraft, **answers: str) -> OpenDraft:
    """A refusal is the shortest way through; the safety check is asked all the same."""
    entry = opened.paper.entry
    paths = {field.name: field.path for field in entry.form.fields}
    person = opened.draft.people[0].name
    for name, said in {
        "w_notice": "2026-11-19", "w_pressing": "no", "w_date": "2026-11-20", "w_place": "home", "w_basis": "request",
        "w_refuse": "yes", "w_person": person, "w_capacity": "full", "w_addr": "Lipowa 3", "w_n": "2",
        "w_viol": "suspicion", "w_child_safe": "na", "w_109": "yes", "w_sign": "Ana Sandu", **answers,
    }.items():  # fmt: skip
        entry.answer(paths[name], said)
    return opened


def keep(vault: Vault, opened: OpenDraft) -> assessments.AssessmentDraft:
    draft = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    return assessments.keep_draft(vault, draft)[0]


def seal(vault: Vault, opened: OpenDraft) -> bytes:
    return assessments.seal_assessment(vault, keep(vault, opened), opened.paper, "pl", NOW)[0]


def test_what_is_decided_about_violence_lies_with_the_social_workers(vault: Vault, family: bytes) -> None:
    opened = answered(vault, begun(vault, family), w_bluecard="unfounded", w_bluewhy=WHY)
    keep(vault, opened)
    assert answers_of(begun(vault, family).paper.entry) == answers_of(opened.paper.entry)
    sealed = seal(vault, opened)
    read = assessments.open_assessment(vault, sealed, "pl")
    assert read.assessment.apart == {"w_bluecard": "unfounded", "w_bluewhy": WHY}
    assert (read.assessment.level, read.assessment.answers["w_viol"]) == ("high", "suspicion")
    for store, there in ((vault.team, False), (vault.compartments["social"], True)):
        assert (WHY.encode() in every_cell(store)) is there
        assert (b"unfounded" in every_cell(store)) is there
    prints = assessment_papers.prints_of(vault, sealed, "pl", now=NOW)
    assert WHY in repr(prints.whole)
    assert "Blue Card" not in repr(prints.anonymous)
    assert "wszczęciu" not in repr(prints.anonymous)
    correction = assessments.open_draft(vault, assessments.begin_amendment(vault, sealed), "pl", NOW)
    assert answers_of(correction.paper.entry)["w_bluewhy"] == WHY


def test_the_half_done_part_of_a_family_that_moved_is_read_in_the_words_of_the_form(
    vault: Vault, family: bytes
) -> None:
    draft = keep(vault, answered(vault, begun(vault, family), w_bluecard="unfounded", w_bluewhy=WHY))
    kept = draft_of(vault.compartments["social"], draft.draft_id)
    assert kept is not None
    left = parting.Aside(kept.id, kept.kind, kept.author, encode(kept.body), kept.saved_at, None)
    assert dict(aside._lines(vault, left, "pl"))["Uzasadnienie braku podstaw"] == WHY


def test_a_section_without_an_answer_is_sealed_too_so_that_its_being_there_tells_nothing(
    vault: Vault, family: bytes
) -> None:
    sealed = seal(vault, answered(vault, begun(vault, family), w_viol="no"))
    read = assessments.open_assessment(vault, sealed, "pl")
    assert set(read.assessment.parts) == {"social"}
    assert (read.assessment.apart, read.part_missing) == ({}, False)


def test_a_sealing_that_was_cut_is_done_again_with_what_was_typed_last(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull()

    opened = answered(vault, begun(vault, family), w_bluecard="unfounded", w_bluewhy=WHY)
    keep(vault, opened)
    with monkeypatch.context() as patched:
        patched.setattr(vault.team, "save", full)
        with pytest.raises(DiskFull):
            seal(vault, opened)
    social = vault.compartments["social"]
    assert reading.count_of(social.connection, SECTION_ANSWERS.name) == 1
    saving.mend_pointers(vault)
    again = begun(vault, family)
    again.paper.entry.answer("/data/wv/w_bluecard", "filled")
    read = assessments.open_assessment(vault, seal(vault, again), "pl")
    assert (read.assessment.apart, read.part_missing) == ({"w_bluecard": "filled"}, False)
    assert drafts_of(social, vault.worker.id) == []


def test_one_thrown_away_after_a_cut_leaves_nothing(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = answered(vault, begun(vault, family), w_bluecard="unfounded", w_bluewhy=WHY)
    draft = keep(vault, opened)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.form_parts.drop_drafts", lambda *_: None)
        patched.setattr(vault.team, "save", lambda *_: (_ for _ in ()).throw(DiskFull()))
        with pytest.raises(DiskFull):
            seal(vault, opened)
    assessments.discard_draft(vault, draft)
    social = vault.compartments["social"]
    assert reading.count_of(social.connection, SECTION_ANSWERS.name) == 0
    assert drafts_of(social, vault.worker.id) == []


def test_a_part_that_is_not_what_was_sealed_is_not_shown(
    vault: Vault, family: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = seal(vault, answered(vault, begun(vault, family), w_bluecard="unfounded", w_bluewhy=WHY))
    with monkeypatch.context() as patched:
        patched.setattr("app.services.form_parts._hash_of", lambda part: f"another {part.salt.hex()}")
        read = assessments.open_assessment(vault, sealed, "pl")
    assert (read.part_missing, read.assessment.apart) == (True, {})
    assert "wv" not in {page.field.name for page in read.paper.pages()}
