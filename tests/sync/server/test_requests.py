"""The doors of the county: what is not a signed message of this protocol gets a code, and nothing else."""

from __future__ import annotations

import hashlib
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from app.domain.ids import random_id
from app.errors import CountyRefused, CountyTroubled
from sync.client.transport import pinned_context
from sync.protocol import (
    CONTENT_TYPE,
    DEVICE_HEADER,
    ENROL_PATH,
    EXCHANGE_PATH,
    MAX_MESSAGE_BYTES,
    NONCE_HEADER,
    SIGNATURE_HEADER,
    Refusal,
    Reply,
    decode,
    encode,
    request_claim,
)
from sync.server.serving import GRACE_S, listen
from sync.wire import ENCODING, zstd
from tests.fixtures.browser import Browser
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of

ExpectLog = Callable[[str], None]


def _headers(laptop: PlainLaptop, body: bytes, nonce: str, path: str = EXCHANGE_PATH) -> dict[str, str]:
    claim = request_claim(laptop.county.card.county, path, nonce, hashlib.sha256(body).digest())
    return {
        "Content-Type": CONTENT_TYPE,
        DEVICE_HEADER: laptop.device.hex(),
        NONCE_HEADER: nonce,
        SIGNATURE_HEADER: laptop.key.sign(claim).hex(),
    }


def _code(answer: tuple[int, bytes, dict[str, str]]) -> tuple[int, str]:
    status, body, headers = answer
    assert headers["content-type"] == CONTENT_TYPE
    return status, decode(body, Refusal).code


def test_a_first_request_learns_its_nonce_and_a_replay_is_refused(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop, browser = plain_laptop(county), Browser(county)
    body = encode(laptop.request())
    first = browser.ask("POST", EXCHANGE_PATH, body, _headers(laptop, body, ""))
    assert _code(first) == (401, "stale_nonce")
    signed = _headers(laptop, body, first[2][NONCE_HEADER.lower()])
    status, _content, headers = browser.ask("POST", EXCHANGE_PATH, body, signed)
    assert status == 200
    replayed = browser.ask("POST", EXCHANGE_PATH, body, signed)
    assert _code(replayed) == (401, "stale_nonce")
    assert replayed[2][NONCE_HEADER.lower()] == headers[NONCE_HEADER.lower()], (
        "the current one, still unspent"
    )
    (device,) = rows_of(county.store, "device")
    assert device[7] == 1, "a signed request over an old nonce is counted, an empty nonce is not"


def test_an_idle_exchange_is_one_small_round_trip(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.pull()
    before = (laptop.line.requests, laptop.line.bytes_sent, laptop.line.bytes_received)
    laptop.line.exchange(laptop.request())
    after = (laptop.line.requests, laptop.line.bytes_sent, laptop.line.bytes_received)
    requests, sent, received = (new - old for new, old in zip(after, before, strict=True))
    assert requests == 1
    assert sent + received <= 520, (sent, received)


@pytest.mark.parametrize("part", ["body", "path", "county", "nonce", "key"])
def test_the_signature_binds_every_part(
    small_county: RunningCounty, plain_laptop: MakeLaptop, part: str
) -> None:
    laptop, browser = plain_laptop(small_county), Browser(small_county)
    body = encode(laptop.request())
    nonce = rows_of(small_county.store, "device")[0][6]
    assert isinstance(nonce, str)
    headers = _headers(laptop, body, nonce)
    other = {
        "body": lambda: _headers(laptop, body + b"\0", nonce),
        "path": lambda: _headers(laptop, body, nonce, ENROL_PATH),
        "county": lambda: _signed_for(laptop, body, nonce, random_id()),
        "nonce": lambda: _headers(laptop, body, nonce + "x") | {NONCE_HEADER: nonce},
        "key": lambda: headers | {SIGNATURE_HEADER: bytes(64).hex()},
    }[part]()
    assert _code(browser.ask("POST", EXCHANGE_PATH, body, other)) == (401, "bad_signature")
    assert browser.ask("POST", EXCHANGE_PATH, body, headers)[0] == 200


def _signed_for(laptop: PlainLaptop, body: bytes, nonce: str, county: bytes) -> dict[str, str]:
    claim = request_claim(county, EXCHANGE_PATH, nonce, hashlib.sha256(body).digest())
    return _headers(laptop, body, nonce) | {SIGNATURE_HEADER: laptop.key.sign(claim).hex()}


def test_an_unknown_device_is_refused(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    body = encode(laptop.request())
    headers = _headers(laptop, body, "") | {DEVICE_HEADER: random_id().hex()}
    assert _code(Browser(small_county).ask("POST", EXCHANGE_PATH, body, headers)) == (401, "unknown_device")


def test_what_is_not_a_message_gets_a_code(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop, browser = plain_laptop(small_county), Browser(small_county)

    def ask(body: bytes, **changed: str) -> tuple[int, str]:
        headers = _headers(laptop, body, "") | {
            name.replace("_", "-"): value for name, value in changed.items()
        }
        return _code(browser.ask("POST", EXCHANGE_PATH, body, headers))

    good = encode(laptop.request())
    assert ask(b"") == (400, "malformed")
    assert ask(b"<html>") == (400, "malformed")
    assert ask(good[:-1]) == (400, "malformed")
    assert ask(good + b"\0") == (400, "malformed")
    assert ask(b"\x91" * 100_000) == (400, "malformed")
    assert ask(encode(msgspec.structs.replace(laptop.request(), proto=2))) == (400, "wrong_proto")
    assert ask(good, Content_Type="application/json") == (415, "wrong_content_type")
    assert ask(good, Content_Encoding="gzip") == (400, "malformed")
    assert ask(good, Content_Encoding=ENCODING) == (400, "malformed")
    assert ask(zstd.compress(good)[:-2], Content_Encoding=ENCODING) == (400, "malformed")
    assert ask(zstd.compress(good) * 2, Content_Encoding=ENCODING) == (400, "malformed")
    assert ask(good, **{DEVICE_HEADER: "not hex"}) == (401, "bad_signature")
    assert _code(browser.ask("GET", "/nothing")) == (404, "not_found")
    assert _code(browser.ask("GET", EXCHANGE_PATH)) == (405, "not_found")
    assert len(rows_of(small_county.store, "log")) == 1


def test_a_compression_bomb_is_refused(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    bomb = zstd.compress(bytes(512 * 1024 * 1024))
    assert len(bomb) < 64 * 1024
    headers = _headers(laptop, bomb, "") | {"Content-Encoding": ENCODING}
    assert _code(Browser(small_county).ask("POST", EXCHANGE_PATH, bomb, headers)) == (413, "too_large")


def test_a_body_that_is_too_large_is_refused_before_it_ends(small_county: RunningCounty) -> None:
    with Browser(small_county).connection() as connection:
        connection.putrequest("POST", EXCHANGE_PATH)
        for name, value in (
            ("Content-Type", CONTENT_TYPE),
            (DEVICE_HEADER, random_id().hex()),
            (SIGNATURE_HEADER, bytes(64).hex()),
            ("Transfer-Encoding", "chunked"),
        ):
            connection.putheader(name, value)
        connection.endheaders()
        piece = bytes(64 * 1024)
        for _ in range(MAX_MESSAGE_BYTES // len(piece) + 1):
            connection.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        answer = connection.getresponse()  # the body has not ended: only a reader that counts can answer now
        assert (answer.status, decode(answer.read(), Refusal).code) == (413, "too_large")


def test_trouble_inside_stores_nothing_and_shows_nothing(
    county: RunningCounty, plain_laptop: MakeLaptop, expect_log: ExpectLog
) -> None:
    expect_log(r"ERROR sync.server.asgi: a request failed, nothing of it was stored")
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    _rename(county, "effect", "effect_hidden")
    with pytest.raises(CountyTroubled) as troubled:
        laptop.push()
    assert troubled.value.facts == {"why": "trouble", "status": 500}
    _rename(county, "effect_hidden", "effect")
    # What enrolment left: one txn of the county, with the records of worker and laptop.
    held = {table: len(rows_of(county.store, table)) for table in ("log", "record", "family", "replica")}
    assert held == {"log": 1, "record": 2, "family": 0, "replica": 1}
    nonce = laptop.line.nonce
    assert laptop.push().head == 2
    assert laptop.line.requests == 3, "enrolment, trouble, and the same again: the nonce was still good"
    assert laptop.line.nonce != nonce


def _rename(county: RunningCounty, old: str, new: str) -> None:
    with county.store.writing() as (connection, _row):
        connection.exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")


def test_trouble_is_answered_without_a_trace(
    small_county: RunningCounty, plain_laptop: MakeLaptop, expect_log: ExpectLog
) -> None:
    expect_log("ERROR sync.server.asgi")
    laptop = plain_laptop(small_county)
    body = encode(laptop.request())
    _rename(small_county, "device", "device_hidden")
    answer = Browser(small_county).ask("POST", EXCHANGE_PATH, body, _headers(laptop, body, ""))
    assert _code(answer) == (500, "trouble")
    assert len(answer[1]) < 40
    _rename(small_county, "device_hidden", "device")


def test_health_says_that_the_database_is_there(small_county: RunningCounty) -> None:
    assert Browser(small_county).ask("GET", "/v1/health")[:2] == (200, b'{"ok":true}')


def test_an_answer_does_not_wait_for_nagle() -> None:
    """asyncio sets TCP_NODELAY only on sockets that name their protocol; without it each answer takes 40 ms longer."""
    with listen("127.0.0.1", 0) as opened:
        assert opened.proto == socket.IPPROTO_TCP


def test_no_less_than_tls_1_2(small_county: RunningCounty) -> None:
    context = pinned_context(small_county.card.tls_root_pem)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    with Browser(small_county).connection() as connection:
        assert connection.sock is not None
        sock: Any = connection.sock
        assert sock.version() in ("TLSv1.2", "TLSv1.3")


def test_the_county_goes_away_and_comes_back(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    family = laptop.family(name="Lupu")
    laptop.push()
    began_s = time.monotonic()
    small_county.stop()
    assert time.monotonic() - began_s < GRACE_S / 2, "an idle laptop does not hold up the end"
    with pytest.raises(Exception, match="county_unreachable"):
        laptop.pull()
    small_county.start()
    laptop.pull()
    assert laptop.values(family, "name") == [{"name": "Lupu"}]


def test_a_reply_that_got_lost_costs_one_more_round_trip(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    before = laptop.line.nonce
    lost: Reply = laptop.push()
    laptop.line.nonce = before  # as if the reply had never arrived
    requests = laptop.line.requests
    assert laptop.push().answers == lost.answers
    assert laptop.line.requests == requests + 2
    laptop.line._sign = lambda _claim: bytes(64)
    with pytest.raises(CountyRefused, match="bad_signature"):
        laptop.push()
