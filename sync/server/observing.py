"""What a server process tells of itself: counts of requests, and a line of JSON for each, without a word of anybody's.

A line bears the route as it is named in the code, never the path somebody asked; a laptop's id only where it is one; and of a
failure the kind and the places in the code, never its message, which may quote data. Nothing that comes from outside
can begin a new line or a new field.
"""

import datetime as dt
import json
import logging
import re
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Collection
from typing import Any

import msgspec

from sync.protocol import DEVICE_HEADER

LOGGER = "vatra.county"
OTHER_ROUTE = "other"
BUCKETS_S = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0)
_DEVICE = re.compile(rb"[0-9a-f]{32}")
_log = logging.getLogger(LOGGER)


class Seen(msgspec.Struct, frozen=True):
    """One answered request; ``status`` 0 when the laptop went away before there was one."""

    route: str
    status: int
    seconds: float
    bytes_in: int
    bytes_out: int
    device: str


class Counters:
    """What happened in this process since it began; any thread may add and read."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.requests: Counter[tuple[str, int]] = Counter()
        self.slower_than: Counter[float] = Counter()
        self.seconds = 0.0
        self.bytes_in = 0
        self.bytes_out = 0
        self.under_way = 0

    def begin(self) -> None:
        with self._lock:
            self.under_way += 1

    def end(self, seen: Seen) -> None:
        with self._lock:
            self.under_way -= 1
            self.requests[seen.route, seen.status] += 1
            self.seconds += seen.seconds
            self.bytes_in += seen.bytes_in
            self.bytes_out += seen.bytes_out
            for bound in BUCKETS_S:
                self.slower_than[bound] += seen.seconds > bound

    def copy(self) -> "Counters":
        """The counts of one moment."""
        other = Counters()
        with self._lock:
            other.requests, other.slower_than = Counter(self.requests), Counter(self.slower_than)
            other.seconds, other.under_way = self.seconds, self.under_way
            other.bytes_in, other.bytes_out = self.bytes_in, self.bytes_out
        return other


class Observed:
    """An ASGI application, observed from outside."""

    def __init__(self, app: Any, counters: Counters, routes: Collection[str]) -> None:
        self._app = app
        self._counters = counters
        self._routes = frozenset(routes)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = bytes_in = bytes_out = 0

        async def receiving() -> Any:
            nonlocal bytes_in
            message = await receive()
            bytes_in += len(message.get("body", b""))
            return message

        async def sending(message: Any) -> None:
            nonlocal status, bytes_out
            if message["type"] == "http.response.start":
                status = message["status"]
            bytes_out += len(message.get("body", b""))
            await send(message)

        self._counters.begin()
        try:
            await self._app(scope, receiving, sending)
        finally:
            path = scope["path"]
            seen = Seen(
                path if path in self._routes else OTHER_ROUTE,
                status,
                time.perf_counter() - began,
                bytes_in,
                bytes_out,
                _device(scope["headers"]),
            )
            self._counters.end(seen)
            _log.info("answered", extra={"facts": msgspec.to_builtins(seen)})


def _device(headers: Collection[tuple[bytes, bytes]]) -> str:
    wanted = DEVICE_HEADER.lower().encode()
    value = next((value for name, value in headers if name == wanted), b"")
    return value.decode() if _DEVICE.fullmatch(value) else ""


class JsonLines(logging.Formatter):
    """One line of JSON per record."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["failure"] = type(record.exc_info[1]).__name__
            line["at_code"] = places_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=True)


def places_of(problem: BaseException) -> list[str]:
    """Where in the code a failure came from, innermost last: module, line and function."""
    frames = traceback.extract_tb(problem.__traceback__)
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]


def log_to_stderr(*, requests: bool) -> None:
    """Write warnings and failures of this process to stderr as JSON, and with ``requests`` a line for each answer."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    _log.setLevel(logging.INFO if requests else logging.WARNING)
