"""The office's command, as an office uses it."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import shamir_mnemonic
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.ids import random_id
from app.keys.card import fingerprint, read_card
from sync.client.transport import CountyLine
from sync.protocol import SERVER_NAME
from sync.server.cli import _COMMANDS, main
from tests.fixtures.county import PlainLaptop, RunningCounty, enrol_request

ROOT = Path(__file__).resolve().parents[3]
INIT = ("init", "--name", "Bacău", "--country", "ro", "--url", "https://vatra.example")


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "county"
    assert main(["--data", str(folder), *INIT]) == 0
    assert main(["--data", str(folder), "commune", "add", "21891", "Colonești"]) == 0
    capsys.readouterr()
    return folder


def _said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(one) for one in arguments]) == 0
    return capsys.readouterr().out


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(one) for one in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, "one sentence"
    assert "Traceback" not in said.err
    return said.err


def test_init_makes_a_whole_county(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "county"
    said = _said(capsys, "--data", folder, *INIT)
    card = read_card((folder / "county-card.vatra").read_bytes())
    assert (card.name, card.country, card.urls) == ("Bacău", "ro", ("https://vatra.example",))
    assert fingerprint(card) in said
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {oct(file.stat().st_mode & 0o777) for file in folder.iterdir()} == {"0o600"}
    root = x509.load_pem_x509_certificate((folder / "tls-root.pem").read_bytes())
    server = x509.load_pem_x509_certificate((folder / "tls-server.pem").read_bytes())
    assert card.tls_root_pem.encode() == (folder / "tls-root.pem").read_bytes()
    server.verify_directly_issued_by(root)
    names = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == [SERVER_NAME]


def test_the_recovery_key_exists_only_in_shares(office: Path) -> None:
    card = read_card((office / "county-card.vatra").read_bytes())
    words = [_words(office / f"recovery-share-{number}.txt") for number in (1, 2, 3)]
    for pair in ([0, 1], [0, 2], [1, 2]):
        private = shamir_mnemonic.combine_mnemonics([words[number] for number in pair])
        public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
        assert public == card.recovery_key
    with pytest.raises(shamir_mnemonic.MnemonicError):
        shamir_mnemonic.combine_mnemonics(words[:1])
    for file in office.iterdir():
        content = file.read_bytes()
        assert private not in content
        assert private.hex().encode() not in content.lower()


def _words(file: Path) -> str:
    paragraphs = file.read_text("utf-8").split("\n\n")
    return " ".join(paragraphs[1].split())


@pytest.mark.parametrize("module", _COMMANDS)
def test_each_module_brings_the_commands_it_is_read_for(module: str) -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    importlib.import_module(f"sync.server.{module}").add_commands(commands)
    assert set(commands.choices) == set(_COMMANDS[module])


def test_a_command_reads_only_what_it_needs(office: Path) -> None:
    """Most of what a short answer would cost is loading a web server, a forms engine and the steps of older tables."""
    for command in (("status",), ("commune", "add", "22001", "Agăș")):
        told = f"import sys; from sync.server.cli import main; main({['--data', str(office), *command]}); print(*sys.modules)"
        ran = subprocess.run(
            [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
        )
        read = set(ran.stdout.splitlines()[-1].split())
        assert "sqlalchemy" in read
        assert not read & {"litestar", "uvicorn", "alembic", "psycopg", "shamir_mnemonic", "app.forms"}


def test_a_county_is_never_written_over(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file.name: file.read_bytes() for file in office.iterdir()}
    assert "stays as it is" in _refused(capsys, "--data", office, *INIT)
    assert {file.name: file.read_bytes() for file in office.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("init", "--name", "X", "--country", "ro", "--url", "http://x"), "must begin with https://"),
        (("commune", "add", "21891", "Colonești"), "exists already"),
        (("commune", "add", "../x", "X"), "is no commune code"),
        (
            ("enrol", "--commune", "99", "--worker", "Ana", "--profession", "nurse"),
            "There is no commune ro-99",
        ),
        (("enrol",), "Say whom"),
        (("enrol", "--worker-id", "xyz"), "is no id"),
        (("enrol", "--worker-id", "00" * 16), "There is no worker"),
        (("revoke", "00" * 16), "There is no laptop"),
        (("serve", "--host", "192.0.2.1"), "Cannot listen on 192.0.2.1"),
        (("export", "--out", "/nowhere/table.csv"), "/nowhere/table.csv"),
        (("--database", "postgresql://nobody@127.0.0.1:1/none", "status"), "does not answer"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    office: Path, capsys: pytest.CaptureFixture[str], arguments: Sequence[str], sentence: str
) -> None:
    assert sentence in _refused(capsys, "--data", office, *arguments)


def test_without_a_county_the_command_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "init" in _refused(capsys, "--data", tmp_path, "status")


@pytest.mark.parametrize("damage", ["county-card.vatra", "county.db", "county.db.key"])
def test_a_damaged_county_is_named(office: Path, capsys: pytest.CaptureFixture[str], damage: str) -> None:
    (office / damage).write_bytes(b"\0" * 5000)
    said = _refused(capsys, "--data", office, "status")
    assert "cannot be" in said


def test_a_code_and_its_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ("enrol", "--commune", "21891", "--worker", "Ana Pop", "--profession", "nurse")
    code = _said(capsys, "--data", office, *ask)
    assert len(code.strip()) == 10
    told = json.loads(_said(capsys, *ask, "--json", "--data", office))
    assert set(told) == {"code", "worker", "expires_at"}
    assert told["code"] != code.strip()


def test_a_renewed_certificate_needs_no_new_card(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card, old = (office / "county-card.vatra").read_bytes(), (office / "tls-server.pem").read_bytes()
    _said(capsys, "--data", office, "renew-tls")
    assert (office / "county-card.vatra").read_bytes() == card
    new = (office / "tls-server.pem").read_bytes()
    assert new != old
    root = x509.load_pem_x509_certificate((office / "tls-root.pem").read_bytes())
    x509.load_pem_x509_certificate(new).verify_directly_issued_by(root)


@contextmanager
def _serving(folder: Path, *options: str) -> Iterator[str]:
    """The real command in a process of its own; gives the address it says it listens on."""
    command = [
        sys.executable,
        "-m",
        "sync.server.cli",
        "--data",
        str(folder),
        "serve",
        "--port",
        "0",
        *options,
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("listening on https://127.0.0.1:"), line + process.stderr.read()
            yield line.split()[-1]
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
        assert process.stderr.read() == ""


@pytest.mark.skipif(os.name == "nt", reason="ends the server by a signal")
@pytest.mark.parametrize("processes", [1, 2])
def test_serve_answers_laptops_and_ends_quietly(
    office: Path, capsys: pytest.CaptureFixture[str], processes: int
) -> None:
    ask = ("enrol", "--commune", "21891", "--worker", "Ana Pop", "--profession", "nurse")
    code = _said(capsys, "--data", office, *ask).strip()
    card = read_card((office / "county-card.vatra").read_bytes())
    with _serving(office, "--workers", str(processes)) as url:
        laptop = _laptop(card, url, code)
        laptop.family(name="Lupu")
        assert laptop.push().head == 2
        laptop.line.close()
    status = json.loads(_said(capsys, "--data", office, "status", "--json"))
    assert (status["csn"], status["communes"][0]["families"]) == (2, 1)
    said = _said(capsys, "--data", office, "devices")
    assert "Ana Pop" in said
    assert "active" in said
    _said(capsys, "--data", office, "revoke", laptop.device.hex())
    (device,) = json.loads(_said(capsys, "--data", office, "devices", "--json"))
    assert (device["status"], device["workers"]) == ("revoked", ["Ana Pop"])


def _laptop(card: object, url: str, code: str) -> PlainLaptop:
    county = _Address(card, url)
    key, device = Ed25519PrivateKey.generate(), random_id()
    line = CountyLine(county.card, device, key.sign, url)
    reply = line.enrol(enrol_request(code, device, key))
    return PlainLaptop(county, line, device, key, reply)


class _Address(RunningCounty):
    """A county that runs elsewhere: only its card and address are known here."""

    def __init__(self, card: object, url: str) -> None:
        self.card = card
        self._elsewhere = url

    @property
    def url(self) -> str:
        return self._elsewhere


def test_a_county_on_postgresql_remembers_where(
    tmp_path: Path, postgresql_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "county"
    _said(capsys, "--data", folder, "--database", postgresql_url, *INIT)
    _said(capsys, "--data", folder, "commune", "add", "21891", "Colonești")
    assert "Colonești (ro-21891): 0 families" in _said(capsys, "--data", folder, "status")
    assert not (folder / "county.db").exists()
    second = tmp_path / "second"
    assert "already" in _refused(capsys, "--data", second, "--database", postgresql_url, *INIT)
    assert list(second.iterdir()) == []


def test_an_init_that_was_cut_off_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "county.db.key").touch()
    assert "did not finish" in _refused(capsys, "--data", tmp_path, *INIT)
