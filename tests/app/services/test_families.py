"""Registering, finding, changing and undoing on a real encrypted vault, read back after closing it."""

import datetime as dt

import pytest

from app.errors import NothingChosen, RecordMissing
from app.services.families import (
    add_member,
    change_family,
    change_person,
    end_membership,
    find_families,
    line_as_shown,
    list_families,
    open_family,
    villages,
    write_note,
)
from app.services.importing import import_caseload
from app.services.registering import NewFamily, register_family, similar_families
from app.services.saving import Changed, undo
from app.services.session import tile_name, vault_heading, vault_workers, who
from app.services.today import today
from app.services.visits import begin_visit, record_visit
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import COMMUNE, STREAM, InventedVault

DOBRE = NewFamily(
    family_name="Dobre", given_names="Ștefan", sex="male", birth="1985-03-12", identity_kind="cnp",
    identity_number="1850312040018", village="Valea Mare", street="str. Morii 3", directions="după moară", phone="0745 123 456",
)  # fmt: skip
NOVEMBER = dt.date(2026, 11, 21)


@pytest.fixture
def dobre(vault: Vault) -> bytes:
    return register_family(vault, DOBRE)[0]


def test_a_family_is_there_after_the_vault_was_closed(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        family, changed = register_family(vault, DOBRE)
        assert changed == Changed(frozenset({"family", "person", "membership"}), frozenset({family}))
    with invented_vault.open() as vault:
        file = open_family(vault, family)
        assert file.family.name == "Dobre Ștefan"
        assert (file.family.commune, file.family.village, file.family.status) == (
            COMMUNE,
            "Valea Mare",
            "open",
        )
        (member,) = file.members
        assert member.person.full_name == "Dobre Ștefan"
        assert member.person.identity_number == "1850312040018"
        assert member.membership.role == "head"
        assert (file.line.members, file.line.children, file.line.pending) == (1, 0, True)
        assert [event.what for event in file.timeline] == ["registered"]
        assert file.timeline[0].sync == "to_send"


@pytest.mark.parametrize("name", [("", ""), (" ", "\t")])
def test_a_family_needs_a_name(vault: Vault, name: tuple[str, str]) -> None:
    with pytest.raises(NothingChosen):
        register_family(vault, NewFamily(family_name=name[0], given_names=name[1]))
    assert list_families(vault).total == 0


def test_a_family_that_is_not_here_is_told(vault: Vault) -> None:
    for act in (
        open_family,
        lambda *a: change_family(*a, phone="1"),
        lambda *a: change_person(*a, phone="1"),
    ):
        with pytest.raises(RecordMissing):
            act(vault, bytes(16))


def test_changes_are_shown_cleared_and_undone(vault: Vault, dobre: bytes) -> None:
    change_family(vault, dobre, phone="0755", village="Poiana")
    assert open_family(vault, dobre).line.village == "Poiana"
    assert open_family(vault, dobre).family.street == "str. Morii 3"
    assert change_family(vault, dobre, phone="0755") == Changed()
    change_family(vault, dobre, phone=None)
    assert open_family(vault, dobre).family.phone is None
    assert undo(vault) == Changed(frozenset({"family"}), frozenset({dobre}))
    assert open_family(vault, dobre).family.phone == "0755"
    with pytest.raises(ValueError, match="no field"):
        change_family(vault, dobre, weather="fine")


def test_flags_can_be_set_and_taken_away(vault: Vault, dobre: bytes) -> None:
    change_family(vault, dobre, flags=("venit", "locuință"))
    assert open_family(vault, dobre).family.flags == ("venit", "locuință")
    change_family(vault, dobre, flags=("venit",))
    assert open_family(vault, dobre).family.flags == ("venit",)
    change_family(vault, dobre, flags=())
    assert open_family(vault, dobre).family.flags == ()


def test_members_come_and_go(vault: Vault, dobre: bytes) -> None:
    born = f"{NOVEMBER.year - 5}-01-05"
    child, _ = add_member(vault, dobre, "daughter", family_name="Dobre", given_names="Iulia", birth=born)
    add_member(vault, dobre, "spouse", family_name="Dobre", given_names="Ana", birth="1988")
    file = open_family(vault, dobre)
    assert [one.person.given_names for one in file.members] == ["Ștefan", "Ana", "Iulia"]
    assert (file.line.members, file.line.children) == (3, 1)
    change_person(vault, child, given_names="Iulia Maria", school="Școala 2")
    membership = open_family(vault, dobre).members[-1].membership
    end_membership(vault, membership.id, "2026-11-01")
    file = open_family(vault, dobre)
    assert (file.line.members, file.line.children) == (2, 0)
    assert [hit.matched for hit in find_families(vault, "iulia maria")] == [
        ("Dobre Iulia Maria",)
    ]  # still found
    undo(vault)
    assert open_family(vault, dobre).line.members == 3
    with pytest.raises(NothingChosen):
        add_member(vault, dobre, "child", given_names=" ")


def test_undo_takes_back_a_whole_registration(vault: Vault) -> None:
    family, _ = register_family(vault, DOBRE)
    undo(vault)
    assert list_families(vault).total == 0
    assert find_families(vault, "dobre") == ()
    assert today(vault, NOVEMBER).counts.families == 0
    undo(vault)  # and the other way round
    assert list_families(vault).lines[0].id == family
    assert open_family(vault, family).line.members == 1


def test_undo_after_a_sync_is_one_more_save(vault: Vault, dobre: bytes) -> None:
    county = CountyLog(STREAM)
    meet(vault.team, county)
    change_family(vault, dobre, phone="0700")
    meet(vault.team, county)
    undo(vault)
    assert open_family(vault, dobre).family.phone == "0745 123 456"
    meet(vault.team, county)
    assert open_family(vault, dobre).family.phone == "0745 123 456"
    assert open_family(vault, dobre).conflicts == ()
    assert county.csn == 3


def test_a_fresh_session_has_nothing_to_undo(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        register_family(vault, DOBRE)
    with invented_vault.open() as vault:
        assert undo(vault) is None
        assert list_families(vault).total == 1


def test_notes_stand_in_the_timeline(vault: Vault, dobre: bytes) -> None:
    write_note(vault, dobre, "  Câine rău în curte.\n")
    file = open_family(vault, dobre)
    assert [note.text for note in file.notes] == ["Câine rău în curte."]
    assert {event.what for event in file.timeline} == {"note", "registered"}
    with pytest.raises(NothingChosen):
        write_note(vault, dobre, " \n")


def test_lists_come_in_pages_by_name_without_diacritics(vault: Vault) -> None:
    for name in ("Zamfir", "Șerban", "Stan", "Țurcanu", "Łapiński", "Lupu"):
        register_family(
            vault, NewFamily(family_name=name, village="Valea Mare" if name < "T" else "Țigănești")
        )
    names = [line.name for line in list_families(vault).lines]
    assert names == ["Łapiński", "Lupu", "Șerban", "Stan", "Țurcanu", "Zamfir"]
    page = list_families(vault, offset=2, limit=3)
    assert ([line.name for line in page.lines], page.total) == (names[2:5], 6)
    assert villages(vault) == (("Țigănești", 4), ("Valea Mare", 2))
    assert list_families(vault, village="Valea Mare").total == 2
    assert list_families(vault, only="never_visited").total == 6
    assert list_families(vault, only="overdue").total == 0


def test_an_unreadable_birth_of_another_program_breaks_no_list(vault: Vault, dobre: bytes) -> None:
    county = CountyLog(STREAM)
    meet(vault.team, county)
    person = open_family(vault, dobre).members[0].person.id
    county.write(b"b" * 16, [Write("person", person, dobre, {"birth": {"birth": "toamna"}})])
    meet(vault.team, county)
    assert list_families(vault).lines[0].children == 0
    assert open_family(vault, dobre).members[0].person.born() is None
    assert find_families(vault, "dobre")[0].line.members == 1
    assert today(vault, NOVEMBER).counts.children == 0


# is it perhaps this family?


def reasons(vault: Vault, **new: str) -> list[tuple[str, set[str]]]:
    found = similar_families(vault, NewFamily(**{"family_name": "", **new}))
    return [(one.strength, set(one.reasons)) for one in found]


def test_the_same_family_is_very_likely(vault: Vault, dobre: bytes) -> None:
    same = {"family_name": "dobre", "given_names": "stefan", "village": "valea mare", "birth": "1985"}
    assert reasons(vault, **same) == [
        ("very_likely", {"same_name", "same_person_name", "same_birth", "same_village"})
    ]
    assert reasons(vault, identity_number="1850312040018") == [("very_likely", {"same_identity"})]
    assert reasons(vault, phone="0745123456") == [("very_likely", {"same_phone"})]


def test_a_common_surname_alone_is_only_possible(vault: Vault, dobre: bytes) -> None:
    assert reasons(vault, family_name="Dobre") == [("possible", {"same_name"})]
    assert reasons(vault, family_name="Dobrescu", village="Valea Mare") == []


@pytest.mark.parametrize("number", ["185031", "040018", "0745123", "123456", "8100405"])
def test_part_of_a_number_is_not_the_same_number(vault: Vault, dobre: bytes, number: str) -> None:
    assert reasons(vault, identity_number=number) == []
    assert reasons(vault, phone=number) == []


def test_a_phone_is_no_identity_number(vault: Vault, dobre: bytes) -> None:
    assert reasons(vault, identity_number="0745123456") == []


def test_five_at_most_and_the_likeliest_first(vault: Vault, dobre: bytes) -> None:
    for number in range(8):
        register_family(vault, NewFamily(family_name="Dobre", given_names=f"Ion {number}"))
    found = similar_families(vault, DOBRE)
    assert len(found) == 5
    assert found[0].line.id == dobre
    assert found[0].strength == "very_likely"


# today


def test_today_counts_and_sorts_what_is_due(vault: Vault, dobre: bytes) -> None:
    import_caseload(vault, invented_caseload(30), "list.xlsx")
    visit = begin_visit(vault, dobre)
    visit.answers |= {"v_date": "2026-11-03", "v_result": "done", "v_next": "2026-11-19"}
    record_visit(vault, visit)
    begun = today(vault, NOVEMBER)
    (due,) = begun.deadlines
    assert (due.line.id, due.due_on, due.days_late, due.never_visited) == (dobre, "2026-11-19", 2, False)
    assert begun.route[0].name == "Valea Mare"
    assert begun.counts.families == 31
    caseload = invented_caseload(30)
    assert begun.counts.people == 1 + caseload.counts.people
    births = [one.birth for family in caseload.families for one in family.members if one.birth]
    assert begun.counts.children == sum(birth.age_on(NOVEMBER) < 18 for birth in births)
    in_month = [
        one for family in caseload.families for one in family.visits if one.on >= NOVEMBER.replace(day=1)
    ]
    assert begun.counts.visits_this_month == 1 + len(in_month)


@pytest.mark.parametrize(("birth", "day", "children"), [("2008-03-30", "2026-03-31", 0), ("2008-04-01", "2026-03-31", 1), ("2008-02-29", "2026-02-28", 1), ("2008", "2026-01-01", 0)])  # fmt: skip
def test_children_are_counted_as_the_list_counts_them(
    vault: Vault, birth: str, day: str, children: int
) -> None:
    family, _ = register_family(vault, NewFamily(family_name="Stan", birth=birth))
    on = dt.date.fromisoformat(day)
    assert today(vault, on).counts.children == children
    assert line_as_shown(reading.line(vault.team, family), on).children == children


# who works here


def test_before_unlocking_only_a_first_name_is_told(invented_vault: InventedVault) -> None:
    (tile,) = vault_workers(invented_vault.folder)
    assert (tile.name, tile.profession) == ("Ana S.", "social_worker")
    assert tile_name("Ana") == "Ana"
    assert vault_heading(invented_vault.folder).commune_name == "Colonești"


def test_the_countys_word_on_a_name_wins(vault: Vault) -> None:
    assert who(vault).name == "Ana Sandu"
    county = CountyLog(STREAM)
    worker = {"worker": {"name": "Ana Sandu-Pop", "profession": "social_worker"}}
    county.write(bytes(16), [Write("worker", vault.worker.id, None, worker)])
    meet(vault.team, county)
    assert who(vault).name == "Ana Sandu-Pop"
    assert who(vault).county_name == "Județul Bacău"
