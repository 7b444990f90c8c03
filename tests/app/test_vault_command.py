"""``vatra vault`` on real vaults: what it says, what it never says, and how it ends."""

import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.__main__ import main
from app.keys.keyring import WorkerEntry, sign_keyring
from app.services.families import write_note
from app.services.registering import NewFamily, register_family
from storage.keyring_file import NAMES, read_keyring, write_keyring
from storage.vault import lock_vault
from tests.fixtures.vault import InventedVault

ROOT = Path(__file__).resolve().parents[2]
NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
PERSONAL = ("Dobre", "Ilinca", "câine rău", "Sandu")


class Ran(msgspec.Struct):
    code: int
    out: str
    err: str

    def document(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Somebody who pipes a passphrase into the command."""

    def __init__(
        self, vault: InventedVault, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
    ) -> None:
        self.vault, self._patch, self._capture = vault, patch, capture
        self.said = ""

    def runs(self, act: str, *arguments: str, passphrase: str | None = None) -> Ran:
        typed = self.vault.passphrase if passphrase is None else passphrase
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{typed}\nmore\n".encode())))
        code = main(["vault", act, "--folder", str(self.vault.folder), *arguments])
        out, err = self._capture.readouterr()
        self.said += out + err
        return Ran(code, out, err)


@pytest.fixture
def it(
    invented_vault: InventedVault, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """IT at a laptop with one family, copied yesterday."""
    with invented_vault.open() as vault:
        family, _changed = register_family(vault, NewFamily(family_name="Dobre", given_names="Ilinca"))
        write_note(vault, family, "Are un câine rău.")
        vault.back_up(NOON)
    return Terminal(invented_vault, monkeypatch, capsys)


def test_no_act_prints_personal_data(it: Terminal) -> None:
    it.vault.folder.joinpath("team.db-wal.kept").unlink(missing_ok=True)
    for act in ("verify", "backup", "workers", "health", "restore"):
        for arguments in ((), ("--json",)):
            assert it.runs(act, *arguments).code == 0
    damage(it.vault.store)
    for act in ("verify", "restore", "verify"):
        it.runs(act)
    assert "Ana S." in it.said
    assert it.vault.passphrase not in it.said
    assert [word for word in PERSONAL if word in it.said] == []


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + bytes(4096 * 3))


def test_verify_counts(it: Terminal) -> None:
    ran = it.runs("verify", "--json")
    assert ran.document()["records"] == {"family": 1, "membership": 1, "note": 1, "person": 1}
    assert (ran.document()["saves"], ran.document()["to_send"]) == (2, 2)
    assert "passes every check (team)" in it.runs("verify").out


def test_verify_says_what_is_wrong(it: Terminal) -> None:
    damage(it.vault.store)
    ran = it.runs("verify", "--json")
    assert (ran.code, ran.document()["problem"]) == (1, "vault_damaged")
    assert "vatra vault restore" in ran.err


def test_backup_makes_a_copy(it: Terminal) -> None:
    (made,) = it.runs("backup", "--json").document()["copies"]
    assert (it.vault.folder / "backups" / made["copy"]).stat().st_size == made["size_bytes"]


def test_restore_puts_the_newest_copy_in_place(it: Terminal) -> None:
    assert it.runs("restore", "--json").document()["restored"] == []
    damage(it.vault.store)
    (done,) = it.runs("restore", "--json").document()["restored"]
    assert done["copy"] == "team-20261120-120000.db"
    assert (it.vault.folder / done["former_files"] / "team.db").exists()
    assert it.runs("verify").code == 0
    assert "from the copy of" in it.runs("health").out


def test_restore_goes_back_to_a_chosen_copy(it: Terminal) -> None:
    copy = it.vault.folder / "backups" / "team-20261120-120000.db"
    assert "Restored team" in it.runs("restore", "--backup", str(copy)).out
    ran = it.runs("restore", "--backup", str(it.vault.folder / "no-such.db"))
    assert (ran.code, ran.out) == (1, "")
    assert "no copy that opens" in ran.err


def test_restore_brings_a_lost_key_file_back(it: Terminal) -> None:
    for name in NAMES:
        (it.vault.folder / name).unlink()
    assert it.runs("verify").code == 1
    ran = it.runs("restore")
    assert ran.code == 0
    assert "key file" in ran.out
    assert it.runs("verify").code == 0


def test_workers_are_told_without_a_passphrase(it: Terminal) -> None:
    ran = it.runs("workers", "--json", passphrase="")
    assert ran.document() == {"workers": [{"number": 1, "name": "Ana S.", "profession": "social_worker"}]}


def test_health_without_a_passphrase_leaves_out_what_the_vault_keeps(it: Terminal) -> None:
    told = it.runs("health", "--json", passphrase="").document()
    assert told["copies"] == 1
    assert told["last_contact_at"] is None
    assert "compared" in it.runs("health").out


def test_wrong_passphrases_and_an_open_vault_end_with_one(it: Terminal) -> None:
    ran = it.runs("verify", passphrase="not it")
    assert (ran.code, ran.out) == (1, "")
    assert "does not fit" in ran.err
    lock = lock_vault(it.vault.folder)
    assert "Close its window" in it.runs("backup").err
    lock.release()


def test_wrong_use_ends_with_two(it: Terminal) -> None:
    assert it.runs("verify", passphrase="").code == 2
    for number in ("0", "2", "-1"):
        assert it.runs("verify", "--worker", number).code == 2
    for arguments in (["vault"], ["vault", "burn"], ["vault", "verify", "--passphrase", "x"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2


def test_with_several_workers_one_is_named(it: Terminal) -> None:
    keyring = read_keyring(it.vault.folder)
    ion = WorkerEntry(bytes(16), "Ion Popa", "health_worker", keyring.workers[0].receive_key, bytes(32))
    both = msgspec.structs.replace(keyring, workers=(ion, *keyring.workers), generation=2)
    write_keyring(it.vault.folder, sign_keyring(both, it.vault.worker.id, it.vault.keys.sign))
    ran = it.runs("verify")
    assert (ran.code, ran.out) == (2, "")
    # By name, as on the tiles: Ana, whose vault it is, then Ion.
    assert it.runs("verify", "--worker", "1").code == 0
    assert it.runs("verify", "--worker", "2").code == 1


def test_a_folder_without_a_vault_is_left_as_it_is(it: Terminal, tmp_path: Path) -> None:
    empty = msgspec.structs.replace(it.vault, folder=tmp_path / "empty")
    it.vault = empty
    for act in ("verify", "backup", "restore", "workers", "health"):
        assert it.runs(act).code == 1
    assert not empty.folder.exists()


def test_the_command_runs_without_qt(it: Terminal) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from app.__main__ import main\n"
        f"sys.exit(main(['--folder', {str(it.vault.folder)!r}, 'vault', 'verify']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        input=f"\ufeff{it.vault.passphrase}\r\n".encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
