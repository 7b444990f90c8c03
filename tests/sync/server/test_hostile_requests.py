"""Requests that no laptop makes: whatever comes through the door gets a code, in time, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import random
import resource
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.ids import random_id
from sync.chunks import CHUNKS_PATH
from sync.protocol import (
    CARD_PATH,
    CONTENT_TYPE,
    DEVICE_HEADER,
    ENROL_PATH,
    EXCHANGE_PATH,
    NONCE_HEADER,
    RECEIPT_PATH,
    SIGNATURE_HEADER,
    Outcome,
    Refusal,
    decode,
    encode,
)
from sync.server import accounts, overview, tables
from sync.server.asgi import HEALTH_PATH, make_app
from sync.server.exchange import CountyOffice
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of

CASES = int(os.environ.get("VATRA_FUZZ_CASES", "1500"))
"""Drawn in the default run; 20,000 and more by the environment."""
PATHS = (EXCHANGE_PATH, ENROL_PATH, RECEIPT_PATH, CHUNKS_PATH, CARD_PATH, HEALTH_PATH)
NAMES = (
    *("../" * depth + "etc/passwd" for depth in (1, 3, 9)),
    *("..\\" * depth + "windows\\win.ini" for depth in (1, 3)),
    "C:\\boot.ini", "\\\\server\\share\\x", "/dev/null", "CON", "NUL.txt", "COM1", "aux", "file.txt:stream", "a\0b",
    "name.", "name ", " ", "", "x" * 300, "\u202eexe.txt", "👩‍👧‍👦", "e\u0301", "'; DROP TABLE record; --", "%s%n%x",
    "{{7*7}}", "${jndi:ldap://x}", "<script>", "$(touch x)", "`touch x`", "|touch x", "\r\nSet-Cookie: x", "../../county.db",
)  # fmt: skip


class _Door:
    """The application itself, asked without a network, so that thousands of requests cost seconds."""

    def __init__(self, county: RunningCounty) -> None:
        self.app = make_app(CountyOffice(county.store, now=lambda: int(time.time()), card=b"card"))

    async def ask(
        self, method: str, path: str, headers: dict[bytes, bytes], pieces: list[bytes]
    ) -> tuple[int, bytes, str]:
        waiting = [
            {"type": "http.request", "body": piece, "more_body": place < len(pieces) - 1}
            for place, piece in enumerate(pieces)
        ] or [{"type": "http.request", "body": b"", "more_body": False}]
        said: list[Any] = []

        async def receive() -> Any:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            said.append(message)

        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "https",
            "path": path, "raw_path": path.encode("utf-8", "replace"), "query_string": b"", "root_path": "",
            "headers": list(headers.items()), "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
        }  # fmt: skip
        await self.app(scope, receive, send)
        kind = dict(said[0]["headers"]).get(b"content-type", b"").decode()
        return said[0]["status"], b"".join(one.get("body", b"") for one in said[1:]), kind


def _drawn(chance: random.Random, laptop: PlainLaptop) -> tuple[str, str, dict[bytes, bytes], list[bytes]]:
    method = chance.choice(
        ["GET", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "PATCH", "TRACE", "X" * 20]
    )
    path = chance.choice(
        [
            *PATHS,
            *PATHS,
            "/",
            "/v1",
            "/v1/exchange/",
            "/v2/exchange",
            "//",
            "/../v1/card",
            f"/v1/{chance.choice(NAMES)}",
        ]
    )
    body = chance.choice(
        [
            encode(laptop.request()),
            chance.randbytes(chance.randrange(200)),
            b"",
            b"\xdf\xff\xff\xff\xff",
            b"\x91" * 9000,
        ]
    )
    headers = {
        b"content-type": chance.choice([CONTENT_TYPE, "application/json", "", "x" * 500]).encode(),
        DEVICE_HEADER.lower().encode(): chance.choice(
            [laptop.device.hex(), "", "zz", "0" * 32, "é" * 16, "0" * 9999]
        ).encode(),
        SIGNATURE_HEADER.lower().encode(): chance.choice(
            [chance.randbytes(64).hex(), "", "00", "g" * 128]
        ).encode(),
        NONCE_HEADER.lower().encode(): chance.choice(["", "x", "\x7f", "ä" * 100]).encode(
            "latin-1", "replace"
        ),
        b"content-encoding": chance.choice(["", "zstd", "gzip", "br", "zstd, zstd"]).encode(),
        b"content-length": chance.choice([str(len(body)), "-1", "9" * 30, "x"]).encode(),
    }
    for name in list(headers):
        if chance.random() < 0.15:
            del headers[name]
    cut = chance.randrange(len(body) + 1)
    return method, path, headers, [body[:cut], body[cut:]]


@pytest.mark.parametrize("role", ["active", "revoked"])
def test_whatever_comes_gets_a_code_and_never_a_trace(
    county: RunningCounty, plain_laptop: MakeLaptop, role: str
) -> None:
    laptop, chance, door = plain_laptop(county), random.Random(role), _Door(county)
    if role == "revoked":
        with county.store.writing() as (connection, _row):
            accounts.revoke_device(connection, laptop.device)
    before = rows_of(county.store, "log")

    async def ask_all() -> None:
        for _case in range(CASES // 4):
            asked = _drawn(chance, laptop)
            status, body, kind = await door.ask(*asked)
            assert status < 500, asked
            assert b"Traceback" not in body
            if status >= 400 and asked[0] != "HEAD":
                assert kind == CONTENT_TYPE, asked
                assert decode(body, Refusal).code

    asyncio.run(ask_all())
    assert rows_of(county.store, "log") == before


def _largest_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("ops", [10_000])
def test_a_batch_of_ten_thousand_ops_is_bounded(
    small_county: RunningCounty, plain_laptop: MakeLaptop, ops: int
) -> None:
    laptop = plain_laptop(small_county)
    laptop.save(*(laptop.op("note", random_id(), {"text": {"text": "?"}}) for _ in range(ops)))
    before, began = _largest_mib(), time.monotonic()
    (answer,) = laptop.push().answers
    assert time.monotonic() - began < 5
    assert (answer.outcome, answer.reason) == (Outcome.PARKED, "too_large")
    assert _largest_mib() - before < 128


def _files(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mode for path in folder.rglob("*")}


def test_names_are_data_and_never_places(
    small_county: RunningCounty, plain_laptop: MakeLaptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = plain_laptop(small_county)
    monkeypatch.chdir(tmp_path)
    before = _files(tmp_path)
    families = [laptop.family(name=name, phone=name[::-1]) for name in NAMES]
    for name in NAMES:
        laptop.save(laptop.op(name or "kind", random_id(), {name or "group": {name or "field": name}}))
    assert {answer.outcome for answer in laptop.push().answers} == {Outcome.APPLIED}
    laptop.pull()
    assert [laptop.values(family, "name") for family in families] == [[{"name": name}] for name in NAMES]
    overview.status(small_county.store)
    assert _files(tmp_path) == before


def test_who_is_revoked_between_two_requests_is_parked_from_then_on(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    for number in range(4):
        laptop.family(name=f"Family {number}")
    assert [one.outcome for one in laptop.push(1, 2).answers] == [Outcome.APPLIED] * 2
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, laptop.device)
    reply = laptop.push(3)
    assert [(one.outcome, one.reason) for one in reply.answers] == [(Outcome.PARKED, "device_revoked")] * 2
    assert reply.pages == ()
    with county.store.reading() as connection:
        shown = connection.execute(select(tables.record.c.id).where(tables.record.c.kind == "family")).all()
    assert len(shown) == 2
