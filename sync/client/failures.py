"""What went wrong on the way to the county, by name: each has its own sentence in ``ui.messages``.

Something that answers and is not the county is told apart from a county that is troubled, and both from a line that carries
nothing. A certificate that does not hold is looked at once more in a handshake of its own, over which nothing is said: another
county's is the wrong address, any other is somebody in between.
"""

import errno
import ssl
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import NameResolutionError, ReadTimeoutError

from app.errors import CountyRefused, CountyTroubled, CountyUnreachable, NotTheCounty
from sync.client.card import names_shown
from sync.client.wire import Wire
from sync.protocol import CONTENT_TYPE, SERVER_NAME

HANDSHAKE_TIMEOUT_S = 10.0
LONGEST_RETRY_AFTER_S = 3600
_OTHER_NAME = frozenset({47, 62})
"""OpenSSL: the root may not sign for this name, or it is not the one that was asked for."""
_OLD_TLS = frozenset(
    {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "VERSION_TOO_LOW", "WRONG_SSL_VERSION"}
)
_NOT_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"}
)
_BAD_ADDRESS = (
    requests.exceptions.InvalidSchema,
    requests.exceptions.InvalidURL,
    requests.exceptions.MissingSchema,
)


def check_source(status: int, headers: Mapping[str, str]) -> None:
    """Whether an answer is the county's, by its status and headers. CountyTroubled, CountyRefused, NotTheCounty or
    CountyUnreachable when it is not, or when it only says that there is none.
    """
    content_type = headers.get("Content-Type")
    if status == 511:
        raise NotTheCounty(why="portal", status=status)
    if status == 407:
        raise NotTheCounty(why="proxy", status=status)
    if status == 413:
        raise CountyRefused(reason="too_large")
    if status == 429 or status >= 500:
        why = "busy" if status in (429, 503) else "trouble"
        raise CountyTroubled(why=why, status=status, **_retry_after(headers))
    if not (status == 200 or status >= 400) or content_type not in (CONTENT_TYPE, None):
        raise NotTheCounty(why="portal", status=status)
    if content_type is None or "Content-Length" not in headers:
        # The county always says both: the line broke within the headers.
        raise CountyUnreachable(why="cut_off")


def _retry_after(headers: Mapping[str, str]) -> dict[str, int]:
    """The seconds the county asks to be left alone; a date is not looked at, the clock may be wrong."""
    said = headers.get("Retry-After", "")
    return {"retry_after_s": min(int(said), LONGEST_RETRY_AFTER_S)} if said.isdecimal() else {}


def why_not(problem: requests.RequestException) -> CountyUnreachable | NotTheCounty:
    """A request that brought no answer. ``why`` is ``unknown_root`` for a certificate nobody of ours signed."""
    if isinstance(problem, _BAD_ADDRESS):
        return NotTheCounty(why="address")
    for cause in _causes(problem):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NotTheCounty(why="other_name" if cause.verify_code in _OTHER_NAME else "unknown_root")
        if isinstance(cause, NameResolutionError):
            return CountyUnreachable(why="unknown_name")
        if isinstance(cause, ReadTimeoutError):
            return CountyUnreachable(why="silent")
        if isinstance(cause, ConnectionRefusedError):
            return CountyUnreachable(why="refused")
        if isinstance(cause, ConnectionError | ssl.SSLEOFError):
            return CountyUnreachable(why="cut_off")
        if isinstance(cause, ssl.SSLError):
            return _of_handshake(cause)
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return CountyUnreachable(why="refused")
    if isinstance(problem, requests.exceptions.Timeout):
        return CountyUnreachable(why="timeout")
    return CountyUnreachable(why="no_connection")


def _of_handshake(cause: ssl.SSLError) -> CountyUnreachable | NotTheCounty:
    if cause.reason in _OLD_TLS:
        return NotTheCounty(why="old_tls")
    if cause.reason in _NOT_TLS:
        return NotTheCounty(why="not_tls")
    if "EOF" in str(cause):
        return CountyUnreachable(why="cut_off")
    return NotTheCounty(why="certificate")


def _causes(problem: BaseException) -> Iterator[BaseException]:
    """A failure of requests holds one of urllib3, which holds one of the system, each in another way."""
    seen: set[int] = set()
    waiting: list[BaseException] = [problem]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        held = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [cause for cause in reversed(held) if isinstance(cause, BaseException)]


def whose_root(wire: Wire, address: str) -> str:
    """Who shows a certificate that is not of our county: ``other_county`` or ``in_between``. Nothing is said to them."""
    parts = urlsplit(address)
    try:
        opened = wire.open(parts.hostname or "", parts.port or 443, HANDSHAKE_TIMEOUT_S)
        opened.settimeout(HANDSHAKE_TIMEOUT_S)
        handle = wire.hold(opened)
        try:
            with opened:
                return "other_county" if SERVER_NAME in names_shown(opened) else "in_between"
        finally:
            wire.release(handle)
    except OSError:
        return "in_between"
