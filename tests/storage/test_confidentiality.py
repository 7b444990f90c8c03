"""Nothing a worker typed lies in clear in any file of the vault's folder, in any spelling a thief would look for."""

import base64
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.folding import fold
from app.services.audit import note_read, note_search
from app.services.families import change_family, find_families, list_families, write_note
from app.services.importing import import_caseload
from app.services.registering import NewFamily, register_family
from app.services.saving import undo
from app.services.visits import begin_visit, keep_draft, record_visit
from storage.vault import Vault
from tests.fixtures.people import invented_caseload

CANARIES = ("Zgârcibabă", "Pătlăgeanu", "Cotul Ursului", "lemne umede canar", "0799887766", "2990101045678")


def spellings(canary: str) -> Iterator[bytes]:
    """A word as files may hold it: three encodings, folded, upper case, hexadecimal, base64 at each offset."""
    for word in {canary, canary.upper(), canary.lower(), fold(canary), canary[::-1]}:
        for plain in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
            yield plain
            yield plain.hex().encode()
            yield plain.hex().upper().encode()
            for offset in range(3):
                encoded = base64.b64encode(bytes(offset) + plain)
                yield encoded[-(-offset * 4 // 3) :].rstrip(b"=")[:-1]


def leaks(folder: Path) -> set[tuple[str, str]]:
    """(file, canary) wherever a spelling of a canary stands in a file of the folder."""
    needles = [(canary, needle) for canary in CANARIES for needle in set(spellings(canary))]
    return {
        (path.name, canary)
        for path in folder.rglob("*")
        if path.is_file()
        for body in [path.read_bytes()]
        for canary, needle in needles
        if needle in body
    }


def a_working_day(vault: Vault) -> None:
    """Import, register, visit, draft, note, search and have it noted, undo, back up."""
    import_caseload(vault, invented_caseload(20), "evidenta.xlsx")
    new = NewFamily(
        family_name=CANARIES[0], given_names=CANARIES[1], village=CANARIES[2], phone=CANARIES[4],
        identity_kind="cnp", identity_number=CANARIES[5],
    )  # fmt: skip
    family, _ = register_family(vault, new)
    write_note(vault, family, CANARIES[3])
    assert find_families(vault, CANARIES[0])[0].line.id == family
    for typed in CANARIES:
        note_search(vault, typed, 1)
    note_search(vault, CANARIES[0], 1, opened=family)
    note_read(vault, family)
    visit = begin_visit(vault, family)
    visit.answers["v_agreed"] = CANARIES[3]
    keep_draft(vault, visit)
    record_visit(vault, visit)
    unfinished = begin_visit(vault, family)
    unfinished.answers["v_agreed"] = CANARIES[3]
    keep_draft(vault, unfinished)
    change_family(vault, family, directions=CANARIES[2])
    undo(vault)
    vault.back_up(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))
    vault.team.connection.execute("SELECT * FROM shown ORDER BY fields").fetchall()
    list_families(vault, village=CANARIES[2])


@pytest.mark.usefixtures("stores_by_hand")
def test_nothing_lies_in_clear_while_open_and_after(vault: Vault) -> None:
    a_working_day(vault)
    files = {path.name for path in vault.folder.rglob("*") if path.is_file()}
    assert {"team.db", "team.db-wal", "team.head", "keyring.a", "team-20261121-120000.db"} <= files
    assert leaks(vault.folder) == set()
    vault.close()
    assert leaks(vault.folder) == set()


@pytest.mark.parametrize("canary", CANARIES)
def test_a_planted_word_is_found_in_every_spelling(tmp_path: Path, canary: str) -> None:
    for number, spelling in enumerate(spellings(canary)):
        (tmp_path / "planted").write_bytes(b"\x81" * number + spelling + b"\x82")
        assert ("planted", canary) in leaks(tmp_path)
    for padding in range(3):
        (tmp_path / "planted").write_bytes(base64.b64encode(b"x" * padding + canary.encode() + b"and more"))
        assert ("planted", canary) in leaks(tmp_path)


def test_every_page_looks_random(vault: Vault) -> None:
    a_working_day(vault)
    vault.close()
    for path in [vault.folder / "team.db", *vault.folder.glob("backups/*.db")]:
        body = path.read_bytes()
        for start in range(0, len(body), 4096):
            counts = [0] * 256
            for byte in body[start : start + 4096]:
                counts[byte] += 1
            # Of 4096 random bytes each value comes about 16 times; 60 has odds far below one in a million million.
            assert max(counts) < 60, (path.name, start // 4096)
