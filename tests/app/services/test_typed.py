"""What is half typed lies where its record will lie, is nobody else's, and goes in the moment of the save."""

from pathlib import Path

import pytest

from app.domain.access import compartments_of
from app.errors import RecordMissing, SaveTooLarge
from app.keys.slots import FLOOR
from app.services import conflicts, families, registering, safety, typed, visits, workers
from app.services.registering import NewFamily
from app.services.saving import Changed
from app.services.today import today
from app.services.typed import Place
from storage.vault import Vault
from tests.fixtures.cells import every_cell
from tests.fixtures.vault import InventedVault, make_invented_vault
from ui.formatting import today_on

IOANAS_WORDS = "her own four words"
SECRET = "Nu știe nimeni acasă."


@pytest.fixture(scope="module")
def _with_social(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    made = make_invented_vault(
        tmp_path_factory.mktemp("social") / "vault", readable=compartments_of("social_worker")
    )
    with made.open() as vault:
        registering.register_family(vault, NewFamily(family_name="Dobre"))
    return made


@pytest.fixture
def laptop(_with_social: InventedVault, tmp_path: Path) -> InventedVault:
    """A closed vault of a social worker, with one family."""
    return _with_social.copy(tmp_path / "vault")


def dobre(vault: Vault) -> bytes:
    return families.list_families(vault).lines[0].id


def test_it_is_there_after_the_vault_was_closed_and_one_place_holds_one_text(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        note = Place("note", dobre(vault))
        typed.keep(vault, note, {"text": "Bunica"})
        saved_at = typed.keep(vault, note, {"text": "Bunica are grijă"})
        typed.keep(vault, Place("person", dobre(vault), bytes(16)), {"phone": "07"})
        typed.keep(vault, Place("new_family"), {"family_name": "Popa"})
    with laptop.open() as vault:
        kept = typed.read(vault, note)
        assert kept is not None
        assert (kept.place, kept.fields, kept.saved_at) == (note, {"text": "Bunica are grijă"}, saved_at)
        assert {one.place.form for one in typed.left_by(vault)} == {"note", "person", "new_family"}
        assert {one.place.form for one in typed.left_by(vault, dobre(vault))} == {"note", "person"}
        typed.drop(vault, note)
        typed.drop(vault, note)  # twice is once
        assert typed.read(vault, note) is None


def test_it_is_no_save(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        family = dobre(vault)
        before = (
            safety.contents(vault),
            families.open_family(vault, family),
            len(vault.team.waiting(0, 1 << 20)),
        )
        typed.keep(vault, Place("note", family), {"text": "Ascunzătoare"})
        typed.keep(vault, Place("house", family), {"directions": "Ascunzătoare"})
        assert families.find_families(vault, "ascunzatoare") == ()
        after = (
            safety.contents(vault),
            families.open_family(vault, family),
            len(vault.team.waiting(0, 1 << 20)),
        )
        assert after == before
        assert visits.begin_visit(vault, family).saved_at is None


def test_the_first_screen_tells_where_one_was(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        family = dobre(vault)
        visit = visits.begin_visit(vault, family)
        visits.keep_draft(vault, visit)
        note, fresh = Place("note", family), Place("new_family")
        typed.keep(vault, note, {"text": SECRET}, "social")
        typed.keep(vault, fresh, {"family_name": "Popa", "given_names": "Ion"})
        typed.keep(vault, Place("matter", family, family, "phone"), {"reason": "Am"})
        lines = {line.place: line for line in today(vault, today_on()).drafts}
        assert set(lines) == {None, note, fresh}
        assert lines[None].answered == len(visit.answers)
        assert lines[fresh].name == "Popa Ion"
        shown = lines[note].family_line
        assert shown is not None
        assert shown.id == family


def test_a_confidential_text_lies_in_its_own_file_and_moves_when_the_readers_change(
    laptop: InventedVault,
) -> None:
    with laptop.open() as vault:
        note = Place("note", dobre(vault))
        typed.keep(vault, note, {"text": SECRET}, "social")
        assert SECRET.encode() not in every_cell(vault.team)
        assert SECRET.encode() in every_cell(vault.compartments["social"])
        typed.keep(vault, note, {"text": SECRET}, "team")
        assert SECRET.encode() in every_cell(vault.team)  # the search above can find it
        assert SECRET.encode() not in every_cell(vault.compartments["social"])
        typed.keep(vault, note, {"text": SECRET}, "social")
        assert SECRET.encode() not in every_cell(vault.team)
        kept = typed.read(vault, note)
        assert kept is not None
        assert kept.kept_in == "social"
        with pytest.raises(KeyError):
            typed.keep(vault, note, {"text": SECRET}, "health")


def test_a_cut_while_it_moves_leaves_the_text_and_one_of_it_is_shown(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        note = Place("note", dobre(vault))
        typed.keep(vault, note, {"text": "first"}, "team")
        row = vault.team.connection.execute("SELECT * FROM draft").fetchone()
        typed.keep(vault, note, {"text": "second"}, "social")
        with vault.team.writing():  # as if the power had gone before it was dropped here
            vault.team.connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)", tuple(row))
        kept = typed.read(vault, note)
        assert kept is not None
        assert kept.fields == {"text": "second"}
        assert [one.fields for one in typed.left_by(vault)] == [{"text": "second"}]
        typed.drop(vault, note)
        assert typed.left_by(vault) == ()


def test_a_colleague_on_the_same_laptop_sees_nothing_of_it(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        family = dobre(vault)
        ioana = workers.take_in(vault, "Ioana Petrescu", "school_counsellor", IOANAS_WORDS, costs=FLOOR)
        typed.keep(vault, Place("note", family), {"text": SECRET}, "social")
        typed.keep(vault, Place("house", family), {"phone": "0700 1"})
        typed.keep(vault, Place("new_family"), {"family_name": "Popa"})
    with Vault.open(laptop.folder, ioana.worker, IOANAS_WORDS) as vault:
        assert typed.left_by(vault) == ()
        assert typed.read(vault, Place("house", family)) is None
        assert typed.read(vault, Place("new_family")) is None
        assert SECRET.encode() not in every_cell(vault.team)
        typed.keep(vault, Place("house", family), {"phone": "0700 2"})  # her own, beside the other
    with laptop.open() as vault:
        kept = typed.read(vault, Place("house", family))
        assert kept is not None
        assert kept.fields == {"phone": "0700 1"}


def test_the_save_that_replaces_it_lets_it_go(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        family = dobre(vault)
        person = families.open_family(vault, family).members[0].person.id
        house, member = Place("house", family), Place("member", family)
        details, fresh = Place("person", family, person), Place("new_family")
        for place in (house, member, details, fresh):
            typed.keep(vault, place, {"phone": "0700"})
        families.change_family(vault, family, phone="0700", replaces=house)
        assert typed.read(vault, house) is None
        families.add_member(vault, family, "child", given_names="Ana", replaces=member)
        families.change_person(vault, person, phone="0700", replaces=details)
        registering.register_family(vault, NewFamily(family_name="Popa"), replaces=fresh)
        assert typed.left_by(vault) == ()
        typed.keep(vault, house, {"phone": "0700"})
        assert families.change_family(vault, family, phone="0700", replaces=house) == Changed()
        assert typed.left_by(vault) == ()


@pytest.mark.parametrize("lies_in", ["team", "social"])
@pytest.mark.parametrize("kept_in", ["team", "social"])
def test_a_kept_note_lets_go_wherever_it_was_half_typed(
    laptop: InventedVault, lies_in: str, kept_in: str
) -> None:
    with laptop.open() as vault:
        note = Place("note", dobre(vault))
        typed.keep(vault, note, {"text": "Doar"}, lies_in)
        families.write_note(vault, dobre(vault), "Doar pentru noi.", kept_in, replaces=note)
        assert typed.left_by(vault) == ()


def test_a_save_that_fails_lets_nothing_go(laptop: InventedVault) -> None:
    with laptop.open() as vault:
        note = Place("note", dobre(vault))
        typed.keep(vault, note, {"text": "Doar"})
        with pytest.raises(SaveTooLarge):
            families.write_note(vault, dobre(vault), "x" * 80_000, replaces=note)
        assert typed.read(vault, note) is not None
        matter = Place("matter", dobre(vault), dobre(vault), "phone")
        typed.keep(vault, matter, {"reason": "Am sunat"})
        with pytest.raises(RecordMissing):
            conflicts.settle_conflict(vault, dobre(vault), "phone", {}, "Am sunat.", replaces=matter)
        assert typed.read(vault, matter) is not None
