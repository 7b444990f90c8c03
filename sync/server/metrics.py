"""Metrics in OpenMetrics form, on loopback only: how this process does, and how the county stands.

Each server process tells of itself on a port of its own, the first free one from the port that was asked for; a monitoring system
takes each as one target. What is told are numbers of requests, laptops and saves; no id, no name, no commune.
"""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from sync.protocol import Outcome
from sync.server import tables
from sync.server.observing import BUCKETS_S, Counters
from sync.server.store import Store, StoreUnreadable, county_of

CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"
PATH = "/metrics"
MOST_PROCESSES = 64


def exposition(store: Store, counters: Counters, now_s: int) -> str:
    """Everything there is to tell; a database that does not answer is told as ``vatra_database_up 0``."""
    try:
        of_county = list(_of_county(store, now_s))
        up = 1
    except (SQLAlchemyError, StoreUnreadable, OSError):
        of_county, up = [], 0
    lines = [
        *_of_process(counters.copy()),
        *_gauge("database_up", "Whether the database answers.", up),
        *of_county,
    ]
    return "\n".join([*lines, "# EOF"]) + "\n"


def _of_process(counters: Counters) -> Iterator[str]:
    yield from _head("requests", "counter", "Requests that were answered, by route and status.")
    for (route, status), count in sorted(counters.requests.items()):
        yield f'vatra_requests_total{{route="{route}",status="{status}"}} {count}'
    total = sum(counters.requests.values())
    yield from _head("request_seconds", "histogram", "How long answers took.", unit="seconds")
    for bound in BUCKETS_S:
        yield f'vatra_request_seconds_bucket{{le="{bound}"}} {total - counters.slower_than[bound]}'
    yield f'vatra_request_seconds_bucket{{le="+Inf"}} {total}'
    yield f"vatra_request_seconds_sum {counters.seconds:.6f}"
    yield f"vatra_request_seconds_count {total}"
    yield from _gauge("requests_under_way", "Requests that are being answered.", counters.under_way)
    for name, count in (("received", counters.bytes_in), ("sent", counters.bytes_out)):
        yield from _head(f"{name}_bytes", "counter", f"Bytes of bodies {name}.", unit="bytes")
        yield f"vatra_{name}_bytes_total {count}"


def _of_county(store: Store, now_s: int) -> Iterator[str]:
    log, device = tables.log, tables.device
    with store.reading() as connection:
        county = county_of(connection)
        decided = select(tables.decision.c.txn_id)
        parked = connection.execute(
            select(func.count())
            .select_from(log)
            .where(log.c.outcome == Outcome.PARKED.value, log.c.txn_id.not_in(decided))
        ).scalar_one()
        laptops = connection.execute(
            select(device.c.status, func.count(), func.min(device.c.last_contact_at)).group_by(
                device.c.status
            )
        ).all()
        stale = connection.execute(select(func.sum(device.c.stale_nonces))).scalar() or 0
        forks = connection.execute(select(func.sum(tables.replica.c.forks))).scalar() or 0
    yield from _gauge("log_saves", "Saves in the log.", county.csn)
    yield from _gauge(
        "saves_not_backed_up", "Saves after the newest backup.", county.csn - county.durable_csn
    )
    yield from _gauge("epoch", "The county's epoch.", county.epoch)
    yield from _gauge(
        "log_doubted", "Whether a laptop remembers the log otherwise.", int(county.doubted_at is not None)
    )
    yield from _gauge("parked_saves", "Saves that wait for a decision of the office.", parked)
    yield from _gauge("stale_nonces", "Signed requests over an old nonce.", stale)
    yield from _gauge("forks", "Chains that parted: laptops restored or copied.", forks)
    yield from _head("laptops", "gauge", "Laptops by status.")
    for status, count, _oldest in laptops:
        yield f'vatra_laptops{{status="{status}"}} {count}'
    oldest = min((row[2] for row in laptops if row[0] == "active" and row[2] is not None), default=now_s)
    yield from _gauge(
        "longest_silence_seconds",
        "Since when an active laptop was not heard of.",
        max(0, now_s - oldest),
        "seconds",
    )


def _gauge(name: str, words: str, value: int, unit: str = "") -> Iterator[str]:
    yield from _head(name, "gauge", words, unit)
    yield f"vatra_{name} {value}"


def _head(name: str, kind: str, words: str, unit: str = "") -> Iterator[str]:
    yield f"# TYPE vatra_{name} {kind}"
    if unit:
        yield f"# UNIT vatra_{name} {unit}"
    yield f"# HELP vatra_{name} {words}"


def serve_metrics(port: int, tell: Callable[[], str]) -> int:
    """Tell the metrics on loopback, on ``port`` or the next one that is free; returns it. OSError when none is."""
    for candidate in range(port, port + MOST_PROCESSES):
        try:
            server = ThreadingHTTPServer(("127.0.0.1", candidate), _handler(tell))
        except OSError:
            if port == 0 or candidate == port + MOST_PROCESSES - 1:
                raise
            continue
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
        return int(server.server_address[1])
    raise AssertionError("unreachable")


def _handler(tell: Callable[[], str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            if self.path.partition("?")[0] != PATH:
                self.send_error(404)
                return
            body = tell().encode()
            self.send_response(200)
            self.send_header("Content-Type", CONTENT_TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - as http.server calls it
            """Nobody needs to know that somebody measured."""

    return Handler
