"""Who may ask what: a matrix over every route, and two fences, each of which holds while the other is switched off."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from litestar.routes import HTTPRoute
from sqlalchemy import text

from app.domain.ids import random_id
from app.errors import CountyRefused, EnrolmentRefused
from app.keys.attachments import name_of
from sync.chunks import CHUNKS_PATH, ChunkRequest, Missing, Piece
from sync.protocol import (
    CARD_PATH,
    ENROL_PATH,
    EXCHANGE_PATH,
    PROTOCOL,
    RECEIPT_PATH,
    Effect,
    ReceiptRequest,
    decode,
    encode,
)
from sync.server import accounts, catchment, exchange, fence, pull
from sync.server.asgi import HEALTH_PATH, make_app
from sync.server.exchange import CountyOffice
from sync.server.store import Store
from tests.fixtures.county import (
    MakeLaptop,
    PlainLaptop,
    RunningCounty,
    enrol_request,
)

OTHER_COMMUNE, CANARY = "ro-22999", "Zzyzxcanary"
Callers = dict[str, PlainLaptop]


@pytest.fixture
def callers(county: RunningCounty, plain_laptop: MakeLaptop) -> Callers:
    """A laptop that has something, one of another commune, a centre's for both, one that was revoked, one of another county."""
    county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    centre = plain_laptop(county, worker="Elena")
    with county.store.writing() as (connection, row):
        catchment.serve(connection, row, centre.device, OTHER_COMMUNE, "Vera", 1)
    here = plain_laptop(county, worker="Ana")
    there = plain_laptop(county, commune=OTHER_COMMUNE, worker="Vasile")
    gone = plain_laptop(county, worker="Ion")
    for laptop in (here, there, centre, gone):
        family = laptop.family(name=f"{CANARY} {laptop.enrolled.commune}")
        laptop.attachment(family, [chunk_of(family)])
        laptop.push()
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, gone.device)
    foreign = plain_laptop(county, worker="Maria")
    foreign.line._card = msgspec.structs.replace(county.card, county=random_id())
    nobody = plain_laptop(county, worker="Vera")
    nobody.line._device = random_id()
    unsigned = plain_laptop(county, worker="Petru")
    unsigned.line._sign = lambda _claim: bytes(64)
    return {
        "own": here,
        "other commune": there,
        "centre": centre,
        "revoked": gone,
        "of another county": foreign,
        "unknown": nobody,
        "unsigned": unsigned,
    }


def chunk_of(family: bytes) -> bytes:
    """The one chunk of a family's picture."""
    return b"picture of " + family


def _exchange(laptop: PlainLaptop) -> object:
    pages = laptop.line.exchange(laptop.request()).pages
    return [decode(body, Effect) for page in pages for body in page.effects]


def _push(laptop: PlainLaptop) -> object:
    laptop.family(name="Lupu")
    return [answer.outcome.value for answer in laptop.push(laptop.n).answers]


def _receipt(laptop: PlainLaptop) -> object:
    asked = ReceiptRequest(PROTOCOL, laptop.enrolled.worker, 20_775)
    return laptop.line.receipt(asked).saves  # type: ignore[union-attr]


def _bring_and_fetch(laptop: PlainLaptop) -> object:
    """The picture of every laptop here: what the county says of it, and whether it hands it out."""
    picture = next(iter(laptop.families)) if laptop.families else random_id()
    name = chunk_of(picture)
    piece = Piece(picture, name_of(name), 0, len(name), name)
    wanted = Missing(picture, name_of(name))
    reply = laptop.line.chunks(ChunkRequest(PROTOCOL, (piece,), (), (wanted,), 1 << 20))  # type: ignore[union-attr]
    return (*(held == len(name) for held in reply.held), len(reply.pieces))


def _enrol(laptop: PlainLaptop) -> object:
    """Again, with a code that nobody gave out; the laptop brings its own key, so only a broken signature shows."""
    return laptop.line.enrol(enrol_request("AAAAAAAAAA", laptop.device, laptop.key))


def _asks(path: str) -> Callable[[PlainLaptop], object]:
    def ask(laptop: PlainLaptop) -> object:
        answer = laptop.line._session.get(laptop.county.url + path)  # type: ignore[union-attr]
        return answer.status_code

    return ask


NOT_SIGNED = {
    "of another county": "bad_signature",
    "unknown": "unknown_device",
    "unsigned": "bad_signature",
}
BOTH = frozenset({"ro-21891", OTHER_COMMUNE})
EVERYBODY = ("own", "other commune", "centre", "revoked", *NOT_SIGNED)
Row = tuple[Callable[[PlainLaptop], object], dict[str, object]]
MATRIX: dict[tuple[str, str], tuple[Row, ...]] = {
    ("POST", EXCHANGE_PATH): (
        (
            _exchange,
            {
                "own": {"ro-21891"},
                "other commune": {OTHER_COMMUNE},
                "centre": BOTH,
                "revoked": "device_revoked",
            }
            | NOT_SIGNED,
        ),
        (
            _push,
            {caller: ["applied"] for caller in ("own", "other commune", "centre")}
            | {"revoked": ["parked"]}
            | NOT_SIGNED,
        ),
    ),
    ("POST", RECEIPT_PATH): (
        (
            _receipt,
            dict.fromkeys(("own", "other commune", "centre"), 2) | {"revoked": "device_revoked"} | NOT_SIGNED,
        ),
    ),
    ("POST", CHUNKS_PATH): (
        (
            _bring_and_fetch,
            dict.fromkeys(("own", "other commune", "centre"), (True, 1))
            | {"revoked": (True, 0)}
            | NOT_SIGNED,
        ),
    ),
    ("POST", ENROL_PATH): (
        (
            _enrol,
            dict.fromkeys(EVERYBODY, "code_unknown")
            | {"of another county": "bad_signature", "unsigned": "bad_signature", "unknown": "bad_signature"},
        ),
    ),
    ("GET", CARD_PATH): ((_asks(CARD_PATH), dict.fromkeys(EVERYBODY, 200)),),
    ("GET", HEALTH_PATH): ((_asks(HEALTH_PATH), dict.fromkeys(EVERYBODY, 200)),),
}


def test_every_route_has_its_rows(small_county: RunningCounty) -> None:
    app = make_app(CountyOffice(small_county.store, now=lambda: 0))
    routes = {
        (method, route.path)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for method in route.methods - {"OPTIONS"}
    }
    assert routes == set(MATRIX), "a new route needs rows that say who may ask it"
    assert all(set(said) == set(EVERYBODY) for rows in MATRIX.values() for _act, said in rows)


@pytest.mark.parametrize("route", MATRIX, ids=lambda route: " ".join(route))
def test_the_matrix(callers: Callers, route: tuple[str, str]) -> None:
    for act, expected in MATRIX[route]:
        for caller, allowed in expected.items():
            try:
                answer = act(callers[caller])
            except (CountyRefused, EnrolmentRefused) as refused:
                answer = refused.facts["reason"]
            if isinstance(answer, list) and act is _exchange:
                answer = _communes(answer)
            assert answer == allowed, (caller, act)


def _communes(effects: Any) -> set[str]:
    """Whose families stand in what somebody received."""
    said = str([encode(effect) for effect in effects])
    return {commune for commune in ("ro-21891", OTHER_COMMUNE) if f"{CANARY} {commune}" in said}


def _reaching_for(laptop: PlainLaptop, stream: str) -> Any:
    return msgspec.structs.replace(laptop.request(), cursors={laptop.stream: 0, stream: 0})


def test_another_communes_stream_looks_like_one_that_does_not_exist(callers: Callers) -> None:
    own = callers["own"]
    answers = []
    for stream in (f"{OTHER_COMMUNE}/team", "ro-99999/team", "ro-21891/health", "'; DROP TABLE effect; --"):
        reply = own.line.exchange(_reaching_for(own, stream))
        answers.append(encode(msgspec.structs.replace(reply, time_s=0)))
        hello = msgspec.structs.replace(own.request().hello, stream=stream)
        with pytest.raises(CountyRefused, match="out_of_scope"):
            own.line.exchange(msgspec.structs.replace(own.request(), hello=hello))
    assert len(set(answers)) == 1, "not a byte says which of them exist"


def _read_all(county: RunningCounty, laptop: PlainLaptop) -> set[str]:
    reply = laptop.line.exchange(_reaching_for(laptop, f"{OTHER_COMMUNE}/team"))
    return _communes([decode(body, Effect) for page in reply.pages for body in page.effects])


@pytest.mark.parametrize("database_fence", [True, False])
@pytest.mark.parametrize("application_fence", [True, False])
def test_each_fence_holds_alone_and_without_both_there_is_none(
    large_county: RunningCounty,
    plain_laptop: MakeLaptop,
    monkeypatch: pytest.MonkeyPatch,
    database_fence: bool,
    application_fence: bool,
) -> None:
    large_county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    here = plain_laptop(large_county)
    there = plain_laptop(large_county, commune=OTHER_COMMUNE, worker="Vasile")
    for laptop in (here, there):
        laptop.family(name=f"{CANARY} {laptop.enrolled.commune}")
        laptop.push()
    if not application_fence:
        every = frozenset({here.stream, there.stream})
        monkeypatch.setattr(exchange, "streams_of", lambda *_: every)
    if not database_fence:
        with large_county.store.rebuilding() as connection:
            connection.execute(text("ALTER TABLE effect DISABLE ROW LEVEL SECURITY"))
    seen = _read_all(large_county, here)
    leaks = not (application_fence or database_fence)
    assert seen == ({"ro-21891", OTHER_COMMUNE} if leaks else {"ro-21891"})


def test_the_role_of_laptops_owns_nothing_and_goes_round_nothing(large_county: RunningCounty) -> None:
    with large_county.store.reading() as connection:
        role = connection.execute(
            text(
                "SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = :role"
            ),
            {"role": fence.ROLE},
        ).one()
        owned = connection.execute(
            text("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = :role"),
            {"role": fence.ROLE},
        ).scalar_one()
        readable = set(
            connection.execute(
                text(
                    "SELECT table_name FROM information_schema.role_table_grants WHERE grantee = :role "
                    "UNION SELECT table_name FROM information_schema.column_privileges WHERE grantee = :role"
                ),
                {"role": fence.ROLE},
            ).scalars()
        )
    assert (tuple(role), owned) == ((False, False, False, False), 0)
    assert readable == {
        "device",
        "device_stream",
        "effect",
        "replica",
        "log",
        "chunk",
        "snapshot",
        "snapshot_chunk",
    }


def test_a_pooled_connection_takes_no_laptop_along(
    large_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    """1,000 reads of two communes in turn over one connection, many of them cut off half way."""
    large_county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    pair = [
        plain_laptop(large_county),
        plain_laptop(large_county, commune=OTHER_COMMUNE, worker="Vasile"),
    ]
    for laptop in pair:
        laptop.family(name=f"{CANARY} {laptop.enrolled.commune}")
        laptop.push()
    every = {laptop.stream: 0 for laptop in pair}
    engine = large_county.store.engine
    store = Store.postgresql(engine.url.render_as_string(hide_password=False), connections=1)
    chance = random.Random(7)
    for _number in range(1000):
        laptop = chance.choice(pair)
        try:
            with store.reading() as connection, fence.only_for(connection, laptop.device):
                pages = pull.pages(connection, every, every, 1 << 20, 100)
                if chance.random() < 0.3:
                    raise _CutOffError
        except _CutOffError:
            continue
        seen = _communes([decode(body, Effect) for page in pages for body in page.effects])
        assert seen == {laptop.enrolled.commune}
    with store.reading() as connection:
        assert connection.execute(text("SELECT current_setting('role')")).scalar_one() == "none"
        assert not connection.execute(text("SELECT current_setting('vatra.device', true)")).scalar_one()
    store.close()


class _CutOffError(Exception):
    pass


def test_a_revoked_laptop_reads_nothing_even_past_the_application(
    large_county: RunningCounty, plain_laptop: MakeLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = plain_laptop(large_county)
    laptop.family(name=f"{CANARY} ro-21891")
    laptop.push()
    assert _read_all(large_county, laptop) == {"ro-21891"}
    with large_county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, laptop.device)
    monkeypatch.setattr(exchange, "is_active", lambda _device: True)
    assert _read_all(large_county, laptop) == set()


def test_a_database_user_without_power_needs_the_role_to_be_there(large_county: RunningCounty) -> None:
    """What the guide says: an ordinary owner of the database, once the role exists and is granted."""
    name = f"vatra_{random_id().hex()[:8]}"
    with large_county.store.rebuilding() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD 'x' NOSUPERUSER NOCREATEROLE"))
        connection.execute(text(f"GRANT vatra_laptop TO {name}"))
        connection.execute(text(f"CREATE SCHEMA {name} AUTHORIZATION {name}"))
        connection.execute(text(f"ALTER ROLE {name} SET search_path = {name}"))
    url = large_county.store.engine.url.set(username=name, password="x")
    store = Store.postgresql(url.render_as_string(hide_password=False))
    store.migrate()
    assert store.is_current()
    store.close()
    with large_county.store.rebuilding() as connection:
        connection.execute(text(f"DROP OWNED BY {name} CASCADE"))
        connection.execute(text(f"DROP ROLE {name}"))
