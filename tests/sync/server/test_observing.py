"""What a server tells of itself: metrics a monitoring system can read, and log lines that betray nobody."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.ids import random_id
from app.errors import CountyTroubled
from sync.server import accounts
from sync.server.metrics import CONTENT_TYPE, exposition, serve_metrics
from sync.server.observing import Counters, JsonLines, Seen
from tests.fixtures.browser import Browser
from tests.fixtures.county import MakeLaptop, RunningCounty

ROOT = Path(__file__).resolve().parents[3]
CANARY = "Zzyzxcanary"
NOW_S = 1_795_000_000
LINE = re.compile(
    r"# (TYPE|HELP|UNIT) vatra_[a-z_]+ .+|vatra_[a-z_]+(\{[a-z_]+=\"[^\"\n]*\"(,[a-z_]+=\"[^\"\n]*\")*\})? -?[0-9.]+|# EOF"
)


def _values(told: str) -> dict[str, float]:
    """Sample -> value, after the text was held against the format."""
    lines = told.splitlines()
    assert lines[-1] == "# EOF"
    assert told.endswith("# EOF\n")
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    kinds = {line.split()[2]: line.split()[3] for line in lines if line.startswith("# TYPE")}
    values: dict[str, float] = {}
    for line in (one for one in lines if not one.startswith("#")):
        sample, _, value = line.rpartition(" ")
        family = re.sub(r"_(total|bucket|sum|count)$", "", sample.partition("{")[0])
        assert family in kinds or sample.partition("{")[0] in kinds
        assert (kinds.get(family) == "counter") == sample.partition("{")[0].endswith("_total")
        assert sample not in values
        values[sample] = float(value)
    return values


def test_how_the_county_stands(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    ana.family(name=CANARY)
    ana.save(ana.op("note", random_id(), {"text": {"text": CANARY}}), author=random_id())
    ana.push()
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, ion.device)
    told = exposition(county.store, Counters(), NOW_S)
    values = _values(told)
    assert {
        name: values[f"vatra_{name}"] for name in ("log_saves", "parked_saves", "epoch", "database_up")
    } == {
        "log_saves": 4,
        "parked_saves": 1,
        "epoch": 1,
        "database_up": 1,
    }
    assert values["vatra_saves_not_backed_up"] == 4
    assert (values['vatra_laptops{status="active"}'], values['vatra_laptops{status="revoked"}']) == (1, 1)
    assert not [one for one in (CANARY, "Ana", "ro-21891", ana.device.hex()) if one in told]


def test_a_database_that_does_not_answer_is_told(small_county: RunningCounty) -> None:
    small_county.stop()
    with small_county.store.rebuilding() as connection:
        connection.execute(text("ALTER TABLE county RENAME TO gone"))
    values = _values(exposition(small_county.store, Counters(), NOW_S))
    assert values["vatra_database_up"] == 0
    assert "vatra_log_saves" not in values


def test_requests_are_counted_by_route_status_and_time(small_county: RunningCounty) -> None:
    counters = Counters()
    for seconds, status in ((0.02, 200), (0.2, 200), (40.0, 500)):
        counters.begin()
        counters.end(Seen("/v1/exchange", status, seconds, 10, 20, ""))
    counters.begin()
    values = _values(exposition(small_county.store, counters, NOW_S))
    assert values['vatra_requests_total{route="/v1/exchange",status="200"}'] == 2
    assert values['vatra_request_seconds_bucket{le="0.05"}'] == 1
    assert values['vatra_request_seconds_bucket{le="30.0"}'] == 2
    assert values['vatra_request_seconds_bucket{le="+Inf"}'] == values["vatra_request_seconds_count"] == 3
    assert (values["vatra_received_bytes_total"], values["vatra_requests_under_way"]) == (30, 1)


def test_each_process_takes_a_port_of_its_own_on_loopback() -> None:
    first = serve_metrics(_free_port(), lambda: "first\n")
    second = serve_metrics(first, lambda: "second\n")
    assert first < second
    for port, said in ((first, "first\n"), (second, "second\n")):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            assert answer.headers["Content-Type"] == CONTENT_TYPE
            assert answer.read().decode() == said
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"http://127.0.0.1:{first}/")
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", first), 1)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _told(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return str(answer.read().decode())


@pytest.mark.skipif(os.name == "nt", reason="ends the server by a signal")
def test_a_whole_day_leaves_no_word_of_anybody_in_the_log(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    port, address = _free_port(), small_county._port
    small_county.stop()
    command = [sys.executable, "-m", "sync.server.cli", "--data", str(small_county.folder.path), "serve"]
    with subprocess.Popen(
        [*command, "--port", str(address), "--log-requests", "--metrics", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("listening on")
        _live_a_day(small_county, plain_laptop)
        told = _told(port)
        process.send_signal(signal.SIGTERM)
        log = process.communicate(timeout=30)[1]
    lines = [json.loads(line) for line in log.splitlines()]
    answered = [line for line in lines if line["event"] == "answered"]
    assert {line["route"] for line in answered} == {"/v1/exchange", "/v1/enrol", "/v1/card", "other"}
    assert {line["status"] for line in answered} >= {200, 400, 401, 404, 500}
    (failure,) = [line for line in lines if "failure" in line]
    assert failure["level"] == "error"
    assert failure["failure"].endswith("Error")
    assert any("exchange.py" in place for place in failure["at_code"])
    assert sum(
        value for name, value in _values(told).items() if name.startswith("vatra_requests_total")
    ) == len(answered)
    for secret in (CANARY, "Ana Pop", "Colonești", "INSERT", "SELECT"):
        assert secret not in log
        assert secret not in told
    assert small_county.card.county.hex() not in log


def _live_a_day(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    """Work, nonsense, forgery and a failure, all with a word that must not be written anywhere."""
    ana, browser = plain_laptop(county, worker="Ana Pop"), Browser(county)
    family = ana.family(name=CANARY, phone=CANARY)
    ana.push()
    ana.pull()
    ana.change(family, "family", {"phone": {"phone": f"0{CANARY}"}}, family)
    ana.line.nonce = "old"
    ana.push(2)
    browser.ask("GET", f"/v1/families/{CANARY}?name={CANARY}")
    browser.ask("GET", "/v1/card")
    forged = {
        "Content-Type": "application/vnd.vatra+msgpack",
        "Vatra-Device": f'{CANARY}", "level": "error',
        "Vatra-Signature": CANARY.encode().hex(),
    }
    browser.ask("POST", "/v1/exchange", CANARY.encode(), forged)
    with pytest.raises(Exception, match="malformed"):
        ana.line._asked_anew("/v1/exchange", b"\xc1" + CANARY.encode(), object)
    with county.store.rebuilding() as connection:
        connection.execute(text("ALTER TABLE effect RENAME TO gone"))
    ana.family(name=CANARY)
    with pytest.raises(CountyTroubled):
        ana.push(3)


def test_a_line_cannot_be_forged() -> None:
    record = logging.LogRecord("x", logging.WARNING, "f", 1, 'a\n{"level": "error"}', (), None)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["level"] == "warning"
