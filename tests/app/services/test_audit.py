"""Who looked: what is noted, how often, who sees it, and that no one can take it back - on a real encrypted vault."""

import time
from pathlib import Path

import pytest

from app.domain.access import compartments_of
from app.domain.ids import random_id
from app.errors import WrongPassphrase
from app.services import audit, families, importing, safety, session, syncing
from app.services.audit import Look, as_noted, note_going_out, note_read, note_search, who_looked
from app.services.registering import NewFamily, register_family
from app.services.saving import undo
from app.services.today import today
from storage import looks, reading
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import PASSPHRASE, STREAM, InventedVault, make_invented_vault
from ui.formatting import today_on

DOBRE = NewFamily(family_name="Dobre", given_names="Ștefan", village="Valea Mare", phone="0745 123 456")
COLLEAGUE = b"colleague-------"


@pytest.fixture
def dobre(vault: Vault) -> bytes:
    return register_family(vault, DOBRE)[0]


def acts(vault: Vault, family: bytes) -> list[str]:
    """What was done with a family, newest first."""
    return [line.act for line in who_looked(vault, family).lines]


def entries(vault: Vault) -> list[dict[str, object]]:
    """Fields of every entry of the last quarter of an hour that concerns no family."""
    now = int(time.time())
    return looks.noted_by(vault.team, vault.worker.id, None, now - 900, now)


def set_clock(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(time, "time", lambda: float(at))


# what is noted


def test_a_look_is_seen_with_who_and_what_and_when(vault: Vault, dobre: bytes) -> None:
    before = int(time.time())
    assert note_read(vault, dobre)
    (line,) = who_looked(vault, dobre).lines
    assert line == Look("Ana Sandu", "social_worker", "read", None, None, (), line.at)
    assert before <= line.at <= int(time.time())


def test_once_in_fifteen_minutes_for_each_worker_and_family(
    vault: Vault, dobre: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, _ = register_family(vault, NewFamily(family_name="Rusu"))
    now = int(time.time())
    noted = []
    for seconds in (0, 5, 899, 901, 950):
        set_clock(monkeypatch, now + seconds)
        noted.append(note_read(vault, dobre))
    assert noted == [True, False, False, True, False]
    assert note_read(vault, other)
    note_going_out(vault, "print", "visit", family=dobre)
    note_going_out(vault, "print", "visit", family=dobre)
    assert sorted(acts(vault, dobre)) == ["print", "print", "read", "read"]


def test_a_clock_that_was_ahead_does_not_silence_the_log(
    vault: Vault, dobre: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = int(time.time())
    set_clock(monkeypatch, now + 365 * 86_400)
    assert note_read(vault, dobre)
    set_clock(monkeypatch, now)
    assert note_read(vault, dobre)


def test_a_search_is_noted_once_with_its_words_and_count(vault: Vault, dobre: bytes) -> None:
    assert note_search(vault, "Dobré Șt", 1)
    assert not note_search(vault, "dobre st", 1)
    assert note_search(vault, "dobre st", 1, opened=dobre)
    assert not note_search(vault, "  -  ", 0)
    assert entries(vault) == [{"act": "search", "sought": "dobre st", "found": 1}]
    (line,) = who_looked(vault, dobre).lines
    assert (line.act, line.sought) == ("search", "dobre st")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ștefan ŁAPIŃSKI", "stefan lapinski"),
        ("0745 123 456", "…3456"),
        ("1850312040018", "…0018"),
        ("dobre 0745.123.456 ion", "dobre …3456 ion"),
        ("3456", "3456"),
        ("nr. 12", "nr 12"),
        ("@valea mare", "valea mare"),
        ("AB123456", "…3456"),
        ("x" * 500, "x" * 80),
        ("...", ""),
    ],
)
def test_a_number_is_kept_by_its_end_only(typed: str, kept: str) -> None:
    assert as_noted(typed) == kept


def test_failed_sign_ins_are_noted_when_there_were_any(vault: Vault) -> None:
    audit.note_failed_sign_ins(vault, 0, 0)
    assert entries(vault) == []
    audit.note_failed_sign_ins(vault, 3, 1_790_000_000)
    assert entries(vault) == [{"act": "failed_sign_in", "times": 3, "last_at": 1_790_000_000}]


def test_a_sign_in_after_wrong_ones_notes_them_once(invented_vault: InventedVault) -> None:
    before = int(time.time())
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            session.unlock(invented_vault.folder, invented_vault.worker.id, "not it")
    for _ in range(2):
        with session.unlock(invented_vault.folder, invented_vault.worker.id, PASSPHRASE) as vault:
            (noted,) = entries(vault)
    assert (noted["act"], noted["times"]) == ("failed_sign_in", 2)
    assert before <= int(str(noted["last_at"])) <= int(time.time())


def test_what_was_printed_is_named(vault: Vault, dobre: bytes) -> None:
    visit = random_id()
    note_going_out(vault, "export", "visit", family=dobre, concerned=[visit])
    (line,) = who_looked(vault, dobre).lines
    assert (line.act, line.what, line.concerned) == ("export", "visit", (visit,))


def test_the_newest_come_first_and_the_rest_is_counted(
    vault: Vault, dobre: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = int(time.time())
    for hour in range(5):
        set_clock(monkeypatch, now + 3600 * hour)
        note_read(vault, dobre)
    seen = who_looked(vault, dobre, limit=2)
    assert [line.at for line in seen.lines] == [now + 4 * 3600, now + 3 * 3600]
    assert seen.total == 5


def test_confidential_notes_are_noted_where_they_lie(tmp_path: Path) -> None:
    readable = compartments_of("social_worker")
    with make_invented_vault(tmp_path / "vault", readable=readable).open() as vault:
        _confidential_notes(vault, register_family(vault, DOBRE)[0])


def _confidential_notes(vault: Vault, dobre: bytes) -> None:
    families.write_note(vault, dobre, "Despre sarcină.", kept_in="social")
    pending = syncing.sync_state(vault).pending
    parts = families.open_family(vault, dobre).kept_apart.values()
    assert note_read(vault, dobre, parts)
    assert not note_read(vault, dobre, parts)
    assert sorted(line.kept_in for line in who_looked(vault, dobre).lines) == ["social", "team"]
    # Who reads only what the team reads sees one line, and no hint of another.
    assert looks.of_family(vault.team, dobre, 9)[1] == 1
    assert syncing.sync_state(vault).pending == pending
    assert families.open_family(vault, dobre).kept_apart.keys() == {
        note.id for note in families.open_family(vault, dobre).notes
    }


# a look is no work and no part of the file


def test_looking_changes_nothing_that_is_counted_or_shown(vault: Vault) -> None:
    done = importing.import_caseload(vault, invented_caseload(3), "lista.xlsx")
    (family, *_) = sorted(done.changed.families)
    county = CountyLog(STREAM)
    meet(vault.team, county)
    day = today_on()

    def told() -> tuple[object, ...]:
        return (
            syncing.sync_state(vault).days,
            syncing.sync_state(vault).pending,
            families.open_family(vault, family),
            families.list_families(vault),
            today(vault, day),
            safety.contents(vault).to_send,
        )

    before = told()
    assert syncing.sync_state(vault).pending == 0
    note_read(vault, family)
    note_search(vault, "dobre", 2, opened=family)
    note_going_out(vault, "print", "visit", family=family)
    assert told() == before
    meet(vault.team, county)
    assert told()[:3] == before[:3]
    assert len(acts(vault, family)) == 3


def test_work_beside_a_look_is_still_counted(vault: Vault, dobre: bytes) -> None:
    """The control of the test above: what it compares does change with work."""
    note_read(vault, dobre)
    pending = syncing.sync_state(vault).pending
    families.write_note(vault, dobre, "Lemnele au venit.")
    assert syncing.sync_state(vault).pending == pending + 1
    assert families.open_family(vault, dobre).line.pending


def test_a_family_that_was_only_looked_at_goes_with_its_import(vault: Vault) -> None:
    done = importing.import_caseload(vault, invented_caseload(2), "lista.xlsx")
    for family in done.changed.families:
        note_read(vault, family)
    undone = importing.undo_import(vault, done.import_id)
    assert (undone.voided, undone.kept) == (2, ())


def test_undo_takes_the_work_back_and_not_the_look(vault: Vault, dobre: bytes) -> None:
    families.change_family(vault, dobre, phone="0700 000 101")
    note_read(vault, dobre)
    undo(vault)
    assert families.open_family(vault, dobre).family.phone == "0745 123 456"
    assert acts(vault, dobre) == ["read"]


# it stays


def entry_of(vault: Vault, family: bytes) -> bytes:
    row = vault.team.connection.execute(
        "SELECT id FROM shown WHERE family = ? AND kind = 'audit'", (family,)
    ).fetchone()
    return bytes(row[0])


@pytest.mark.parametrize("sent_before", [True, False])
def test_whoever_writes_over_an_entry_changes_nothing(vault: Vault, dobre: bytes, sent_before: bool) -> None:
    county = CountyLog(STREAM)
    note_read(vault, dobre)
    entry = entry_of(vault, dobre)
    if sent_before:
        meet(vault.team, county)
    before = who_looked(vault, dobre)
    with vault.team.writing():
        vault.team.save(
            vault.worker.id,
            [
                Write("audit", entry, dobre, {"entry": {"act": "search", "sought": "nobody"}}),
                Write("audit", entry, dobre, {"void": {"void_reason": "undo", "voided_at": 1}}),
            ],
        )
    assert who_looked(vault, dobre) == before
    meet(vault.team, county)
    assert [line.act for line in who_looked(vault, dobre).lines] == ["read"]
    assert reading.records_in_conflict(vault.team) == []


def test_a_colleagues_look_arrives_with_the_name_the_county_told(vault: Vault, dobre: bytes) -> None:
    county = CountyLog(STREAM)
    meet(vault.team, county)
    told = {"name": "Maria Bejan", "profession": "community_nurse"}
    county.write(COLLEAGUE, [Write("worker", COLLEAGUE, None, {"worker": told})])
    county.write(COLLEAGUE, [Write("audit", random_id(), dobre, {"entry": {"act": "read"}})])
    meet(vault.team, county)
    (line,) = who_looked(vault, dobre).lines
    assert (line.worker, line.profession, line.act) == ("Maria Bejan", "community_nurse", "read")
    # A colleague's look does not stand for one's own.
    assert note_read(vault, dobre)


def test_odd_entries_of_another_program_are_read_for_what_they_are_worth(vault: Vault, dobre: bytes) -> None:
    county = CountyLog(STREAM)
    meet(vault.team, county)
    for odd in (7, ["a"], {"a": 1}, None, b"\xff"):
        entry = {"act": odd, "what": odd, "sought": odd, "concerned": odd, "of_next_year": odd}
        county.write(COLLEAGUE, [Write("audit", random_id(), dobre, {"entry": entry})])
    meet(vault.team, county)
    seen = who_looked(vault, dobre)
    assert seen.total == 5
    assert {(line.act, line.what, line.concerned) for line in seen.lines} == {("", None, ())}
