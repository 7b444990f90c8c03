"""The ceremony at the county office: what the holders see, and one clear sentence for each thing that is not right."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from shamir_mnemonic.wordlist import WORDLIST

from app.domain.ids import random_id
from app.keys.card import read_card
from app.keys.keyring import RECOVERY, Keyring, RecoveryRecipient, WorkerEntry, new_keyring
from app.keys.recovery import make_request, open_answer, request_file, request_fingerprint
from app.keys.slots import FLOOR, WorkerKeys
from sync.server.cli import main

ROOT = Path(__file__).resolve().parents[3]
NOW = 1_800_000_000
DATA_KEY = bytes(range(32))


class Table(NamedTuple):
    """What lies on the table of the county office: a card, three shares, and a request from a laptop."""

    folder: Path
    card: Path
    shares: tuple[Path, ...]
    request: Path
    keyring: Keyring
    keys: WorkerKeys

    @property
    def fingerprint(self) -> str:
        return request_fingerprint(self.request.read_bytes())

    @property
    def answer(self) -> Path:
        return self.folder / "ana.answer"

    def asks(
        self, *others: str | Path, shares: tuple[str | Path, ...] = (), fingerprint: str = ""
    ) -> list[str]:
        """The command for the answer with these shares."""
        named = [word for share in shares for word in ("--share", share)]
        return [
            *("recovery", "answer", str(self.request), "--card", str(self.card), "--out", str(self.answer)),
            *("--holder", "Ioan Pop", "--holder", "Vera Munteanu"),
            *("--fingerprint", fingerprint or self.fingerprint),
            *map(str, (*named, *others)),
        ]


def make_county(folder: Path, name: str = "Bacău") -> tuple[Path, tuple[Path, ...]]:
    assert main(["--data", str(folder), "init", "--name", name, "--country", "ro"]) == 0
    return folder / "county-card.vatra", tuple(sorted(folder.glob("recovery-share-*.txt")))


def make_request_for(card: Path, out: Path) -> tuple[Keyring, WorkerKeys]:
    """A laptop of the county of this card asks."""
    county = read_card(card.read_bytes())
    keys, new = WorkerKeys.new(), WorkerKeys.new()
    worker = WorkerEntry(random_id(), "Ana S.", "social_worker", keys.receive_public, keys.sign_public)
    keyring = new_keyring(
        vault=random_id(),
        worker=worker,
        keys=keys,
        passphrase="forgotten words",
        data_keys={"team": bytearray(DATA_KEY)},
        recovery=RecoveryRecipient(county.recovery_key, county.county),
        commune_name="Colonești",
        laptop_name="PC-1",
        country="ro",
        costs=FLOOR,
    )
    out.write_bytes(request_file(make_request(keyring, worker.id, new, "lost the paper", NOW), new))
    return keyring, new


@pytest.fixture(scope="session")
def laid_once(tmp_path_factory: pytest.TempPathFactory) -> Table:
    folder = tmp_path_factory.mktemp("table")
    card, shares = make_county(folder / "county")
    keyring, keys = make_request_for(card, folder / "ana.request")
    return Table(folder, card, shares, folder / "ana.request", keyring, keys)


@pytest.fixture
def table(laid_once: Table, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Table:
    capsys.readouterr()
    return laid_once._replace(folder=tmp_path)


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Path, ...]]:
    """Card and shares of another county."""
    return make_county(tmp_path_factory.mktemp("elsewhere") / "county", "Iași")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(one) for one in arguments]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.endswith("\n")
    return said


def opened(table: Table) -> dict[tuple[str, int], bytearray]:
    return open_answer(
        table.answer.read_bytes(), table.request.read_bytes(), table.keys, table.keyring.recovery
    )[1]


def words_of(share: Path) -> str:
    return share.read_text().split("\n\n")[1]


# the way


def test_the_holders_see_who_asks_and_what_to_compare(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recovery", "read", str(table.request), "--card", str(table.card)]) == 0
    said = capsys.readouterr().out
    for words in (
        "Ana S. (social worker)",
        "PC-1, Colonești",
        "lost the paper",
        "team",
        table.fingerprint,
        "Call",
    ):
        assert words in said
    assert "does not belong" not in said


@pytest.mark.parametrize("pair", [(0, 1), (1, 2), (2, 0), (0, 1, 2)])
def test_any_two_shares_give_the_answer(table: Table, pair: tuple[int, ...]) -> None:
    assert main(table.asks(shares=tuple(table.shares[one] for one in pair))) == 0
    assert opened(table) == {("team", 1): DATA_KEY}
    assert table.answer.stat().st_mode & 0o077 == 0


def test_shares_can_be_typed_as_they_are_on_paper(
    table: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    short = " ".join(word[:4] for word in words_of(table.shares[1]).split())
    typed = f"{words_of(table.shares[0]).upper()}\n{short}\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{table.fingerprint.lower().replace('-', ' ')}\n{typed}"))
    command = table.asks()
    at = command.index("--fingerprint")
    assert main([*command[:at], *command[at + 2 :]]) == 0
    assert "Share 2, 33 words" in capsys.readouterr().err
    assert opened(table) == {("team", 1): DATA_KEY}


def test_it_works_on_another_machine_from_files_alone(table: Table) -> None:
    stick = table.folder / "stick"
    stick.mkdir()
    for path in (table.card, table.request, *table.shares[:2]):
        (stick / path.name).write_bytes(path.read_bytes())
    done = subprocess.run(
        [
            *(sys.executable, "-P", "-m", "sync.server.cli", "recovery", "answer", "ana.request"),
            *(
                "--card",
                "county-card.vatra",
                "--share",
                "recovery-share-1.txt",
                "--share",
                "recovery-share-2.txt",
            ),
            *("--holder", "Ioan Pop", "--holder", "Vera Munteanu", "--fingerprint", table.fingerprint),
            *("--out", "ana.answer"),
        ],
        cwd=stick,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in stick.iterdir()) == [
        "ana.answer",
        "ana.request",
        "county-card.vatra",
        "recovery-share-1.txt",
        "recovery-share-2.txt",
    ]
    content = (stick / "ana.answer").read_bytes()
    assert open_answer(content, table.request.read_bytes(), table.keys, table.keyring.recovery)[1]
    assert DATA_KEY not in content


# what is not right


def test_one_share_is_not_enough(
    table: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert "has no words of a share" in refused(capsys, *table.asks(shares=(table.shares[0],)))
    assert not table.answer.exists()


def test_the_same_share_twice(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, *table.asks(shares=(table.shares[0], table.shares[0])))
    assert "same share twice" in said


def test_a_share_of_another_county(
    table: Table, elsewhere: tuple[Path, tuple[Path, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    _card, foreign = elsewhere
    assert "not of one county" in refused(capsys, *table.asks(shares=(table.shares[0], foreign[1])))
    said = refused(capsys, *table.asks(shares=(foreign[0], foreign[1])))
    assert "shares of another county than Bacău" in said


def test_a_mistyped_word_is_named(table: Table, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = words_of(table.shares[0]).split()
    slip = words[4][:4] + "zz"
    paper = tmp_path / "paper.txt"
    paper.write_text(" ".join([*words[:4], slip, *words[5:]]))
    said = refused(capsys, *table.asks(shares=(paper, table.shares[1])))
    assert f"Share 1: word 5, '{slip}', is no word of a share - perhaps '{words[4]}'?" in said


def test_another_word_of_the_list_two_exchanged_and_one_missing(
    table: Table, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = words_of(table.shares[1]).split()
    paper = tmp_path / "paper.txt"
    other = next(word for word in WORDLIST if word != words[9])
    swapped = next(at for at in range(20) if words[at] != words[at + 1])
    for wrong, told in (
        ([*words[:9], other, *words[10:]], "do not belong together"),
        (
            [*words[:swapped], words[swapped + 1], words[swapped], *words[swapped + 2 :]],
            "do not belong together",
        ),
        (words[:-1], "has 32 words; a share has 33"),
        ([*words, "academic"], "has 34 words"),
    ):
        paper.write_text(" ".join(wrong))
        assert told in refused(capsys, *table.asks(shares=(table.shares[0], paper)))
    assert not table.answer.exists()


def test_another_fingerprint_stops(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    heard = table.fingerprint[:-1] + ("A" if table.fingerprint[-1] != "A" else "B")
    said = refused(capsys, *table.asks(shares=table.shares[:2], fingerprint=heard))
    assert "fingerprint is another one" in said
    assert not table.answer.exists()


def test_a_request_of_another_county(
    table: Table, elsewhere: tuple[Path, tuple[Path, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    card, shares = elsewhere
    foreign = table._replace(card=card)
    assert "for the holders of another county" in refused(capsys, *foreign.asks(shares=shares[:2]))
    assert main(["recovery", "read", str(table.request), "--card", str(card)]) == 0
    assert "does not belong to Iași" in capsys.readouterr().out


def test_a_request_that_was_changed_is_refused_before_anybody_takes_out_a_share(
    table: Table, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    content = bytearray(table.request.read_bytes())
    for at in (3, len(content) // 2, len(content) - 3):
        spoiled = bytearray(content)
        spoiled[at] ^= 4
        path = tmp_path / "spoiled.request"
        path.write_bytes(spoiled)
        assert "is no recovery request" in refused(capsys, "recovery", "read", path)


def test_the_other_things_that_are_forgotten(
    table: Table, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = table.asks(shares=table.shares[:2])
    lonely = [*command[: command.index("--holder")], *command[command.index("--holder") + 2 :]]
    assert "Name the 2 people" in refused(capsys, *lonely)
    nowhere = tmp_path / "nowhere"
    cardless = [*command[: command.index("--card")], *command[command.index("--card") + 2 :]]
    assert "Name its card" in refused(capsys, "--data", nowhere, *cardless)
    assert "No such file" in refused(capsys, "recovery", "read", nowhere)
    assert "no county card" in refused(
        capsys, *table._replace(card=table.request).asks(shares=table.shares[:2])
    )
    table.answer.write_bytes(b"kept")
    assert "is there already" in refused(capsys, *command)
    assert table.answer.read_bytes() == b"kept"


def test_nothing_of_the_recovery_key_is_left_in_a_file(table: Table) -> None:
    assert main(table.asks(shares=table.shares[:2])) == 0
    (grant,) = (one for one in table.keyring.grants if one.recipient == RECOVERY)
    left = [path for path in table.folder.rglob("*") if path.is_file()]
    assert left == [table.answer]
    assert grant.sealed not in table.answer.read_bytes()
