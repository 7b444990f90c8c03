"""Attachments on one laptop: where their content lies, what a cut leaves, what damage does, who reads what."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.records import Note
from app.errors import AttachmentElsewhere, AttachmentUnreadable, RecordMissing
from app.services import attachments, families, registering, visits
from app.services.attachments import JPEG, Content, Place
from storage import reading
from storage.chunks import unsent
from storage.vault import TEAM, Vault
from tests.fixtures.vault import make_invented_vault

SOCIAL = "social"
PICTURE = Content(JPEG, b"\xff\xd8" + secrets.token_bytes(150_000), b"\xff\xd8 small", 800, 600)


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_invented_vault(tmp_path_factory.mktemp("pictures") / "vault", readable=(TEAM, SOCIAL))
    with made.open() as opened:
        yield opened


@pytest.fixture
def family(vault: Vault) -> bytes:
    return registering.register_family(vault, registering.NewFamily(family_name="Lupu"))[0]


def _files(vault: Vault, compartment: str = TEAM) -> set[Path]:
    folder = vault.shelves[compartment].files.folder
    return set(folder.iterdir()) if folder.is_dir() else set()


def _attach(vault: Vault, family: bytes, content: Content = PICTURE) -> tuple[bytes, set[Path]]:
    """The attachment, and the files that came with it."""
    before = _files(vault)
    attachment, changed = attachments.attach(vault, family, family, "family", content, "  The  stove ")
    assert changed.families == {family}
    return attachment, _files(vault) - before


def test_it_comes_back_whole_and_lies_here_once(vault: Vault, family: bytes) -> None:
    attachment, files = _attach(vault, family)
    assert len(files) == 4
    assert max(file.stat().st_size for file in files) == 64 * 1024
    assert attachments.content_of(vault, attachment) == PICTURE.body
    assert not any(PICTURE.body[500:540] in file.read_bytes() for file in files)
    again, more = _attach(vault, family)
    assert more == set()
    shown = attachments.attachments_of(vault, family)
    assert {one.id for one in shown} == {attachment, again}
    assert {(one.description, one.thumbnail, one.place) for one in shown} == {
        ("The stove", PICTURE.thumbnail, Place.WAITING)
    }


def test_what_a_cut_left_without_a_record_goes(vault: Vault, family: bytes) -> None:
    kept, files = _attach(vault, family)
    before = _files(vault)
    vault.shelves[TEAM].keep([secrets.token_bytes(2000), *(file.read_bytes() for file in files)])
    assert len(_files(vault) - before) == 1
    vault.clear_shelves()
    assert _files(vault) == before, "what a record names stays, also where it was announced once more"
    assert attachments.content_of(vault, kept) == PICTURE.body
    assert len([one for one in unsent(vault.team.connection, 1000) if one.family == family]) == 4


def test_what_is_damaged_is_never_shown_and_comes_again(vault: Vault, family: bytes) -> None:
    attachment, files = _attach(vault, family)
    largest = max(files, key=lambda file: file.stat().st_size)
    body = bytearray(largest.read_bytes())
    body[1000] ^= 1
    largest.write_bytes(body)
    with pytest.raises(AttachmentElsewhere):
        attachments.content_of(vault, attachment)
    (shown,) = attachments.attachments_of(vault, family)
    assert shown.place is Place.ELSEWHERE
    attachments.fetch(vault, attachment)
    assert attachments.attachments_of(vault, family)[0].place is Place.ASKED_FOR
    # Whoever attaches the same picture again heals it.
    _attach(vault, family)
    assert attachments.content_of(vault, attachment) == PICTURE.body
    assert {one.place for one in attachments.attachments_of(vault, family)} == {Place.WAITING}


def test_it_lies_where_the_record_lies_that_it_is_at(vault: Vault, family: bytes) -> None:
    families.write_note(vault, family, "He said so", SOCIAL)
    store = vault.compartments[SOCIAL]
    (note,) = (one for one in reading.of_family(store, family) if isinstance(one, Note))
    in_team = _files(vault)
    attachment, _changed = attachments.attach(vault, family, note.id, "note", PICTURE)
    assert _files(vault) == in_team
    assert len(_files(vault, SOCIAL)) == 4
    assert not {file.name for file in _files(vault, SOCIAL)} & {file.name for file in in_team}
    with pytest.raises(RecordMissing):
        reading.get(vault.team, attachment, attachments.Attachment)
    (shown,) = attachments.attachments_at(vault, note.id)
    assert shown.kept_in == SOCIAL
    assert attachments.content_of(vault, attachment) == PICTURE.body


def test_pictures_of_a_visit_that_is_thrown_away_go_with_it(vault: Vault, family: bytes) -> None:
    draft = visits.begin_visit(vault, family)
    visits.keep_draft(vault, draft)
    attachments.attach(vault, family, draft.visit_id, "visit", PICTURE)
    assert len(attachments.attachments_at(vault, draft.visit_id)) == 1
    visits.discard_draft(vault, draft.draft_id)
    assert attachments.attachments_of(vault, family) == ()


def test_a_description_can_be_changed_and_cleared(vault: Vault, family: bytes) -> None:
    attachment, _files = _attach(vault, family)
    attachments.describe(vault, attachment, "The door")
    assert attachments.attachments_of(vault, family)[0].description == "The door"
    attachments.describe(vault, attachment, " ")
    assert attachments.attachments_of(vault, family)[0].description == ""


def test_only_a_pdf_is_a_scan() -> None:
    with pytest.raises(AttachmentUnreadable):
        attachments.scan(b"GIF89a")
