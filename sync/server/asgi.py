"""The county's doors: six routes, bounded while they are read, answered with messages or codes, never with a trace.

Bodies are MessagePack, perhaps packed with zstd; the work runs in threads, because a database waits.
"""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import anyio
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException

from app.keys.card import card_file
from sync.chunks import CHUNKS_PATH, ChunkReply
from sync.protocol import (
    CARD_PATH,
    CONTENT_TYPE,
    DEVICE_HEADER,
    ENROL_PATH,
    EXCHANGE_PATH,
    MAX_MESSAGE_BYTES,
    NONCE_HEADER,
    RECEIPT_PATH,
    SIGNATURE_HEADER,
    EnrolReply,
    ReceiptReply,
    Refusal,
    Reply,
    encode,
)
from sync.server.admission import Signed
from sync.server.attachments import answer_chunks
from sync.server.exchange import CountyOffice, answer_enrolment, answer_exchange, answer_receipt
from sync.server.folder import CountyFolder
from sync.server.metrics import exposition, serve_metrics
from sync.server.observing import Counters, Observed, log_to_stderr
from sync.server.refusal import Refused
from sync.wire import NotPacked, TooLarge, pack, unpack

DATA_VARIABLE = "VATRA_COUNTY_DATA"
DATABASE_VARIABLE = "VATRA_COUNTY_DATABASE"
METRICS_VARIABLE = "VATRA_COUNTY_METRICS"
LOG_VARIABLE = "VATRA_COUNTY_LOG"
HEALTH_PATH = "/v1/health"
_log = logging.getLogger(__name__)

AT_ONCE = 6
"""Requests that are worked on at the same time; the county's lock lets one of them write."""
Answered = TypeVar("Answered")
AnyRequest = Request[object, object, State]


def make_app(office: CountyOffice) -> Litestar:
    """The ASGI application of one county."""
    at_once: list[anyio.CapacityLimiter] = []

    async def in_a_thread(work: Callable[[], Answered]) -> Answered:
        """Work that waits for the database; more at once would only stand in its line, each with its message in memory."""
        if not at_once:
            at_once.append(anyio.CapacityLimiter(AT_ONCE))  # it belongs to the loop that runs now
        return await anyio.to_thread.run_sync(work, limiter=at_once[0])

    @post(EXCHANGE_PATH)
    async def exchange(request: AnyRequest) -> Response[bytes]:
        signed = await _signed(request, EXCHANGE_PATH)
        encoding = request.headers.get("content-encoding")

        def work() -> tuple[Reply, str]:
            return answer_exchange(office, signed, _unpacked(signed.body, encoding))

        return _reply(*await in_a_thread(work))

    @post(ENROL_PATH)
    async def enrol(request: AnyRequest) -> Response[bytes]:
        signed = await _signed(request, ENROL_PATH)
        encoding = request.headers.get("content-encoding")

        def work() -> tuple[EnrolReply, str]:
            return answer_enrolment(office, signed, _unpacked(signed.body, encoding))

        return _reply(*await in_a_thread(work))

    @post(RECEIPT_PATH)
    async def receipt(request: AnyRequest) -> Response[bytes]:
        signed = await _signed(request, RECEIPT_PATH)
        encoding = request.headers.get("content-encoding")

        def work() -> tuple[ReceiptReply, str]:
            return answer_receipt(office, signed, _unpacked(signed.body, encoding))

        return _reply(*await in_a_thread(work))

    @post(CHUNKS_PATH)
    async def chunks(request: AnyRequest) -> Response[bytes]:
        signed = await _signed(request, CHUNKS_PATH)
        encoding = request.headers.get("content-encoding")

        def work() -> tuple[ChunkReply, str]:
            return answer_chunks(office, signed, _unpacked(signed.body, encoding))

        return _reply(*await in_a_thread(work))

    @get(HEALTH_PATH, sync_to_thread=True)
    def health() -> dict[str, bool]:
        return {"ok": office.store.is_current()}

    @get(CARD_PATH, sync_to_thread=True)
    def card() -> Response[bytes]:
        if office.card is None:
            raise Refused(404, "not_found")
        return Response(office.card, media_type=CONTENT_TYPE)

    return Litestar(
        [exchange, enrol, receipt, chunks, card, health],
        exception_handlers={Refused: _refuse, HTTPException: _refuse_http, Exception: _trouble},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,
        debug=False,
    )


def observed(office: CountyOffice, metrics_port: int | None) -> Observed:
    """The application with its counts, told on ``metrics_port`` of loopback or the next free one (None: nowhere)."""
    counters = Counters()
    if metrics_port is not None:
        serve_metrics(metrics_port, lambda: exposition(office.store, counters, office.now()))
    routes = (EXCHANGE_PATH, ENROL_PATH, RECEIPT_PATH, CHUNKS_PATH, CARD_PATH, HEALTH_PATH)
    return Observed(make_app(office), counters, routes)


def from_environment() -> Observed:
    """The application of a worker process; the parent said by environment which county it serves, and how."""
    log_to_stderr(requests=LOG_VARIABLE in os.environ)
    folder = CountyFolder(Path(os.environ[DATA_VARIABLE]))
    store = folder.open_store(os.environ.get(DATABASE_VARIABLE))
    port = os.environ.get(METRICS_VARIABLE)
    office = CountyOffice(
        store, now=lambda: int(time.time()), card=card_file(folder.card()), sign=folder.sign_key().sign
    )
    return observed(office, int(port) if port else None)


async def _signed(request: AnyRequest, path: str) -> Signed:
    if request.headers.get("content-type") != CONTENT_TYPE:
        raise Refused(415, "wrong_content_type")
    try:
        device = bytes.fromhex(request.headers[DEVICE_HEADER])
        signature = bytes.fromhex(request.headers[SIGNATURE_HEADER])
    except (KeyError, ValueError):
        raise Refused(401, "bad_signature") from None
    nonce = request.headers.get(NONCE_HEADER, "")
    return Signed(path, device, nonce, signature, await _body(request))


async def _body(request: AnyRequest) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_MESSAGE_BYTES:
            raise Refused(413, "too_large")
    return bytes(body)


def _unpacked(body: bytes, encoding: str | None) -> bytes:
    try:
        return unpack(body, encoding)
    except TooLarge:
        raise Refused(413, "too_large") from None
    except NotPacked:
        raise Refused(400, "malformed") from None


def _reply(message: Reply | EnrolReply | ReceiptReply | ChunkReply, nonce: str) -> Response[bytes]:
    body, encoding = pack(encode(message))
    headers = {NONCE_HEADER: nonce} | ({"Content-Encoding": encoding} if encoding else {})
    return Response(body, media_type=CONTENT_TYPE, headers=headers, status_code=200)


def _refusal(status: int, code: str, headers: dict[str, str] | None = None) -> Response[bytes]:
    return Response(encode(Refusal(code)), media_type=CONTENT_TYPE, headers=headers, status_code=status)


def _refuse(_request: AnyRequest, refused: Refused) -> Response[bytes]:
    nonce = {NONCE_HEADER: refused.nonce} if refused.nonce is not None else None
    return _refusal(refused.status, refused.code, nonce)


def _refuse_http(_request: AnyRequest, problem: HTTPException) -> Response[bytes]:
    return _refusal(
        problem.status_code, {404: "not_found", 405: "not_found"}.get(problem.status_code, "malformed")
    )


def _trouble(_request: AnyRequest, problem: Exception) -> Response[bytes]:
    _log.error("a request failed, nothing of it was stored", exc_info=problem)
    return _refusal(500, "trouble")
