"""The line to one county: HTTPS with one pinned root, signed requests, bounded answers, plain errors.

Trust comes from the county card alone. No public certificate authority is loaded, no redirect followed, no proxy or
``.netrc`` of the machine read. The certificate's chain and constant name are verified; only its dates are not, because a
laptop with an empty clock battery must still reach its county. Nothing is retried here except a request that the county
asks to be signed over a fresh nonce.
"""

import hashlib
import ssl
from collections.abc import Callable
from typing import Any, TypeVar

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from app.errors import (
    CountyRefused,
    CountySpeaksOtherwise,
    CountyUnreachable,
    CountyWentBack,
    EnrolmentRefused,
    NotTheCounty,
)
from app.keys.card import CountyCard
from sync.chunks import CHUNKS_PATH, ChunkReply, ChunkRequest
from sync.client.failures import check_source, whose_root, why_not
from sync.client.wire import READ_TIMEOUT_S, Wire, pool_class
from sync.protocol import (
    CONTENT_TYPE,
    DEVICE_HEADER,
    ENROL_PATH,
    EXCHANGE_PATH,
    MAX_MESSAGE_BYTES,
    NONCE_HEADER,
    RECEIPT_PATH,
    SERVER_NAME,
    SIGNATURE_HEADER,
    EnrolReply,
    EnrolRequest,
    Exchange,
    ProtocolError,
    ReceiptReply,
    ReceiptRequest,
    Refusal,
    Reply,
    decode,
    encode,
    request_claim,
)
from sync.wire import NotPacked, TooLarge, pack, unpack

CONNECT_TIMEOUT_S = 15.0
LONGEST_REQUEST_S = 180.0
"""Longest request, however much trickles in: its size follows the line, so that it takes seconds (``exchange``)."""
NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: everything is verified but the dates."""

_PIECE_BYTES = 64 * 1024
_STALE_NONCE = "stale_nonce"
_CODES_OF_ENROLMENT = frozenset({"code_unknown", "code_used", "code_expired", "code_blocked", "device_known"})

Answer = TypeVar("Answer", Reply, EnrolReply, ReceiptReply, ChunkReply)
Sign = Callable[[bytes], bytes]
"""Ed25519 signature of the device over a claim."""


def pinned_context(root_pem: str) -> ssl.SSLContext:
    """A TLS context that trusts exactly one root, at any date."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= NO_CHECK_TIME
    context.load_verify_locations(cadata=root_pem)
    return context


class PinnedAdapter(HTTPAdapter):
    """Carries requests over one context and expects the county's constant name, whatever the address."""

    def __init__(self, context: ssl.SSLContext, wire: Wire | None = None) -> None:
        self.context = context
        self.wire = wire or Wire()
        super().__init__(pool_connections=1, pool_maxsize=2, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(
            connections, maxsize, block, ssl_context=self.context, server_hostname=SERVER_NAME, **options
        )
        self.poolmanager.pool_classes_by_scheme = {"https": pool_class(self.wire)}

    def close(self) -> None:
        """Hang up now; the pools alone would wait until nobody remembers an answer or a failure of theirs."""
        pools = self.poolmanager.pools
        for key in pools.keys():  # noqa: SIM118 - its own container, which cannot be iterated
            pools[key].close()
        super().close()

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Keep the context as it is; the base class would load every public authority into it."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None


class CountyLine:
    """A connection to the county of ``card`` for one device; used by one thread at a time, ended by any (``hang_up``).

    ``requests``, ``bytes_sent`` and ``bytes_received`` count payload, packed as it travels.
    """

    def __init__(
        self,
        card: CountyCard,
        device: bytes,
        sign: Sign,
        url: str | None = None,
        *,
        connect_timeout_s: float = CONNECT_TIMEOUT_S,
        read_timeout_s: float = READ_TIMEOUT_S,
        longest_request_s: float = LONGEST_REQUEST_S,
        nonce: str = "",
    ) -> None:
        self._card = card
        self._device = device
        self._sign = sign
        self._urls = [address.rstrip("/") for address in ((url,) if url else card.urls)]
        self._timeouts = (connect_timeout_s, read_timeout_s)
        self._longest_s = longest_request_s
        self._wire = Wire()
        self.nonce = nonce
        """What the county gave with its last answer; kept from line to line, it saves asking for one first."""
        self.context = pinned_context(card.tls_root_pem)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.adapters.clear()
        self._session.mount("https://", PinnedAdapter(self.context, self._wire))
        self.requests = 0
        self.bytes_sent = 0
        self.bytes_received = 0

    def exchange(self, request: Exchange) -> Reply:
        """Push, hello and pull in one request.

        Raises CountyUnreachable, NotTheCounty, CountyTroubled, CountyRefused or CountySpeaksOtherwise; after each of
        them the same message may be sent again.
        """
        return self._asked_anew(EXCHANGE_PATH, encode(request), Reply)

    def receipt(self, request: ReceiptRequest) -> ReceiptReply:
        """What the county holds of a day; raises like ``exchange``."""
        return self._asked_anew(RECEIPT_PATH, encode(request), ReceiptReply)

    def chunks(self, request: ChunkRequest) -> ChunkReply:
        """Bring and fetch what attachments consist of; raises like ``exchange``."""
        return self._asked_anew(CHUNKS_PATH, encode(request), ChunkReply)

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Join the county with a one-time code; also EnrolmentRefused, when the code cannot be used."""
        self.nonce = ""
        try:
            return self._ask(ENROL_PATH, encode(request), EnrolReply)
        except _StaleNonce:
            raise CountySpeaksOtherwise(reason=_STALE_NONCE) from None

    def hang_up(self) -> None:
        """End the request that is under way, wherever it hangs, and let no other begin; from any thread."""
        self._wire.hang_up()

    def close(self) -> None:
        self._session.close()

    def _asked_anew(self, path: str, body: bytes, kind: type[Answer]) -> Answer:
        """The answer, signed once more where the county says that its nonce is another one."""
        try:
            return self._ask(path, body, kind)
        except _StaleNonce:
            pass
        try:
            return self._ask(path, body, kind)
        except _StaleNonce:
            raise CountyRefused(reason=_STALE_NONCE) from None

    def _ask(self, path: str, message: bytes, kind: type[Answer]) -> Answer:
        body, encoding = pack(message)
        with self._wire.limit(self._longest_s):
            answer = self._send(path, body, self._headers(path, body, encoding))
            with answer:
                status, headers = answer.status_code, answer.headers
                check_source(status, headers)
                content = self._read(answer)
        self.nonce = headers.get(NONCE_HEADER, self.nonce)
        if status != 200:
            raise _refusal(_decoded(content, Refusal).code)
        return _decoded(content, kind)

    def _headers(self, path: str, body: bytes, encoding: str | None) -> dict[str, str]:
        claim = request_claim(self._card.county, path, self.nonce, hashlib.sha256(body).digest())
        headers = {
            "Content-Type": CONTENT_TYPE,
            "User-Agent": "Vatra",
            DEVICE_HEADER: self._device.hex(),
            NONCE_HEADER: self.nonce,
            SIGNATURE_HEADER: self._sign(claim).hex(),
        }
        return headers | ({"Content-Encoding": encoding} if encoding else {})

    def _send(self, path: str, body: bytes, headers: dict[str, str]) -> requests.Response:
        """Try the county's addresses in order; the first that answers stays first."""
        unreachable: CountyUnreachable | None = None
        for address in list(self._urls):
            try:
                answer = self._session.post(
                    address + path,
                    data=body,
                    headers=headers,
                    timeout=self._timeouts,
                    allow_redirects=False,
                    stream=True,
                )
            except requests.RequestException as problem:
                unreachable = self._unreachable(address, problem)
                continue
            self.requests += 1
            self.bytes_sent += len(body)
            self._urls.remove(address)
            self._urls.insert(0, address)
            return answer
        raise unreachable or CountyUnreachable(why="no_address")

    def _unreachable(self, address: str, problem: requests.RequestException) -> CountyUnreachable:
        """Why nothing came from an address. NotTheCounty when something did, but from somebody else."""
        if self._wire.ended:
            return CountyUnreachable(why="too_slow" if self._wire.too_slow else "hung_up")
        failure = why_not(problem)
        if failure.facts["why"] == "unknown_root":
            failure = NotTheCounty(why=whose_root(self._wire, address))
        if isinstance(failure, NotTheCounty):
            raise failure from problem
        return failure

    def _read(self, answer: requests.Response) -> bytes:
        raw: BaseHTTPResponse = answer.raw
        body = bytearray()
        try:
            while piece := raw.read(_PIECE_BYTES, decode_content=False):
                body += piece
                if len(body) > MAX_MESSAGE_BYTES:
                    raise CountySpeaksOtherwise(reason="too_large")
        except (HTTPError, OSError) as problem:
            if self._wire.ended:
                raise CountyUnreachable(why="too_slow" if self._wire.too_slow else "hung_up") from problem
            silent = isinstance(problem, (ReadTimeoutError, TimeoutError))
            raise CountyUnreachable(why="silent" if silent else "cut_off") from problem
        self.bytes_received += len(body)
        try:
            return unpack(bytes(body), answer.headers.get("Content-Encoding"))
        except TooLarge:
            raise CountySpeaksOtherwise(reason="too_large") from None
        except NotPacked:
            raise CountySpeaksOtherwise(reason="packing") from None


class _StaleNonce(Exception):
    """The county wants the request signed over the nonce it just gave."""


def _refusal(code: str) -> Exception:
    if code == _STALE_NONCE:
        return _StaleNonce()
    if code == "wrong_proto":
        return CountySpeaksOtherwise(reason=code)
    if code == "county_went_back":
        return CountyWentBack()
    if code in _CODES_OF_ENROLMENT:
        return EnrolmentRefused(reason=code)
    return CountyRefused(reason=code)


Decoded = TypeVar("Decoded")


def _decoded(content: bytes, kind: type[Decoded]) -> Decoded:
    try:
        return decode(content, kind)
    except ProtocolError:
        raise CountySpeaksOtherwise(reason="malformed") from None
