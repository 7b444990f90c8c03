"""Communes, workers, laptops, and the one-time codes by which they come to belong together.

A code has ten characters: the first four find it, the other six are compared by hash. It works once, for 72 hours, and
not after five wrong guesses; so guessing needs about 10^8 codes that somebody really waits to use. A laptop whose answer
was lost may use its code again, with the same keys. Worker and laptop become records in the commune's stream,
written by the county into its own log, so that colleagues see a name.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from app.domain.access import TEAM, compartments_of
from app.domain.ids import ID_BYTES, random_id
from app.domain.kinds import DEVICE, WORKER, Kind
from app.keys.card import READABLE_ALPHABET
from sync.core.merge import RecordState, own_chain, shown_groups
from sync.protocol import (
    EnrolReply,
    EnrolRequest,
    Op,
    commune_of_stream,
    compartment_of_stream,
    raw,
    stream_name,
)
from sync.server import county_chain, tables
from sync.server.admission import new_nonce, streams_of
from sync.server.log import Log
from sync.server.refusal import Refused

SELECTOR_LENGTH = 4
CODE_LENGTH = 10
CODE_HOURS = 72
MOST_ATTEMPTS = 5
KEY_BYTES = 32
NewId = Callable[[], bytes]


class Fact(msgspec.Struct, frozen=True):
    """What the county says of a worker or laptop: the one group of its kind."""

    kind: Kind
    values: dict[str, str]


class Invitation(msgspec.Struct, frozen=True):
    """A code for one worker; the county keeps only its hash."""

    code: str
    worker: bytes
    expires_at: int


class AccountProblem(Exception):
    """What the office asked for cannot be done; ``args[0]`` is a sentence."""


def commune_code(country: str, code: str) -> str:
    """``21891`` in Romania -> ``ro-21891``; AccountProblem for anything that cannot be part of a stream's name."""
    full = code.strip().lower()
    if not full.startswith(f"{country}-"):
        full = f"{country}-{full}"
    bare = full.removeprefix(f"{country}-")
    if not (bare.isascii() and bare.replace("-", "").isalnum() and len(full) <= 32):
        raise AccountProblem(
            f"'{code}' is no commune code: use letters, digits and '-', such as {country}-21891."
        )
    return full


def add_commune(connection: Connection, county: Row[Any], code: str, name: str) -> str:
    """Add a commune and return its full code; AccountProblem when it exists."""
    full = commune_code(county.country, code)
    if _commune(connection, full) is not None:
        raise AccountProblem(f"Commune {full} exists already.")
    connection.execute(
        insert(tables.commune).values(code=full, name=name, key=secrets.token_bytes(KEY_BYTES))
    )
    return full


def invite(
    connection: Connection,
    county: Row[Any],
    *,
    commune: str,
    name: str,
    profession: str,
    now_s: int,
    new_id: NewId = random_id,
) -> Invitation:
    """A code for a new worker of a commune; AccountProblem when there is no such commune."""
    code = commune_code(county.country, commune)
    if _commune(connection, code) is None:
        raise AccountProblem(f"There is no commune {code}; add it with: vatra-county commune add {code} NAME")
    worker = new_id()
    connection.execute(
        insert(tables.worker).values(
            id=worker, commune=code, name=name, profession=profession, status="invited", made_at=now_s
        )
    )
    return issue_code(connection, county, worker, now_s)


def issue_code(connection: Connection, county: Row[Any], worker: bytes, now_s: int) -> Invitation:
    """A code for a worker the county knows, for a first or a further laptop."""
    if _worker(connection, worker) is None:
        raise AccountProblem(f"There is no worker {worker.hex()}.")
    code = "".join(secrets.choice(READABLE_ALPHABET) for _ in range(CODE_LENGTH))
    while _code_row(connection, code) is not None:
        code = "".join(secrets.choice(READABLE_ALPHABET) for _ in range(CODE_LENGTH))
    expires_at = now_s + CODE_HOURS * 3600
    connection.execute(
        insert(tables.enrolment_code).values(
            selector=code[:SELECTOR_LENGTH],
            hash=_hash(county.id, code),
            worker=worker,
            made_at=now_s,
            expires_at=expires_at,
            attempts=0,
        )
    )
    return Invitation(code, worker, expires_at)


def find_code(connection: Connection, typed: str) -> Row[Any]:
    """The row a typed code points at; Refused when there is none, without a lock and without a trace."""
    row = _code_row(connection, normalised(typed))
    if row is None:
        raise Refused(403, "code_unknown")
    return row


def normalised(typed: str) -> str:
    """A code as it is kept: capitals, without the spaces and dashes people put between groups."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def enrol(
    connection: Connection, county: Row[Any], asked: EnrolRequest, now_s: int
) -> tuple[EnrolReply, str] | Refused:
    """Make a laptop and its worker known. Returns a Refused when a wrong attempt has to be remembered."""
    row = find_code(connection, asked.code)
    refused = _judge_code(connection, county, row, asked, now_s)
    if refused is not None:
        return refused
    _check_keys(asked)
    worker = _worker(connection, row.worker)
    assert worker is not None
    commune = _commune(connection, worker.commune)
    assert commune is not None
    streams = tuple(
        stream_name(commune.code, compartment) for compartment in compartments_of(worker.profession)
    )
    nonce = _keep_device(connection, asked, worker, streams, now_s)
    connection.execute(
        update(tables.worker)
        .where(tables.worker.c.id == worker.id)
        .values(status="active", sign_key=asked.worker_sign_key, receive_key=asked.worker_receive_key)
    )
    connection.execute(
        update(tables.enrolment_code)
        .where(tables.enrolment_code.c.selector == row.selector)
        .values(used_by=asked.device)
    )
    log = Log(connection, county, now_s)
    facts = {
        worker.id: Fact(
            WORKER,
            {
                "name": worker.name,
                "profession": worker.profession,
                "commune": commune.code,
                "status": "active",
            },
        ),
        asked.device: Fact(DEVICE, {"name": asked.device_name, "commune": commune.code}),
    }
    tell_commune(connection, log, commune, facts, now_s)
    log.write()
    reply = EnrolReply(
        county=county.id,
        county_name=county.name,
        commune=commune.code,
        commune_name=commune.name,
        commune_key=commune.key,
        country=county.country,
        streams=streams,
        worker=worker.id,
        worker_name=worker.name,
        profession=worker.profession,
        epoch=county.epoch,
    )
    return reply, nonce


def revoke_device(connection: Connection, device: bytes) -> None:
    """Refuse all pulls from now on and park what the device still pushes; AccountProblem for an unknown device."""
    changed = connection.execute(
        update(tables.device).where(tables.device.c.id == device).values(status="revoked")
    )
    if not changed.rowcount:
        raise AccountProblem(f"There is no laptop {device.hex()}; see: vatra-county devices")


def _judge_code(
    connection: Connection, county: Row[Any], row: Row[Any], asked: EnrolRequest, now_s: int
) -> Refused | None:
    if row.attempts >= MOST_ATTEMPTS:
        return Refused(403, "code_blocked")
    if not hmac.compare_digest(row.hash, _hash(county.id, normalised(asked.code))):
        connection.execute(
            update(tables.enrolment_code)
            .where(tables.enrolment_code.c.selector == row.selector)
            .values(attempts=tables.enrolment_code.c.attempts + 1)
        )
        return Refused(403, "code_unknown")
    if row.used_by is not None and row.used_by != asked.device:
        return Refused(403, "code_used")
    if row.used_by is None and now_s >= row.expires_at:
        return Refused(403, "code_expired")
    return None


def _check_keys(asked: EnrolRequest) -> None:
    keys = (
        asked.device_sign_key,
        asked.device_receive_key,
        asked.worker_sign_key,
        asked.worker_receive_key,
    )
    if len(asked.device) != ID_BYTES or any(len(key) != KEY_BYTES for key in keys):
        raise Refused(400, "malformed")


def _keep_device(
    connection: Connection, asked: EnrolRequest, worker: Row[Any], streams: tuple[str, ...], now_s: int
) -> str:
    row = connection.execute(select(tables.device).where(tables.device.c.id == asked.device)).one_or_none()
    nonce = new_nonce()
    if row is None:
        connection.execute(
            insert(tables.device).values(
                id=asked.device,
                commune=worker.commune,
                name=asked.device_name,
                sign_key=asked.device_sign_key,
                receive_key=asked.device_receive_key,
                status="active",
                nonce=nonce,
                stale_nonces=0,
                enrolled_at=now_s,
                last_contact_at=now_s,
            )
        )
    elif (row.sign_key, row.commune, row.status) != (asked.device_sign_key, worker.commune, "active"):
        raise Refused(403, "device_known")
    else:
        connection.execute(
            update(tables.device).where(tables.device.c.id == asked.device).values(nonce=nonce)
        )
    let_use(connection, asked.device, worker.id, streams)
    return nonce


def let_use(connection: Connection, device: bytes, worker: bytes, streams: tuple[str, ...]) -> None:
    """A worker may write on this laptop, which receives what the worker's profession reads, in every commune it serves."""
    pairs = tables.device_worker
    if not connection.execute(select(pairs).where(pairs.c.device == device, pairs.c.worker == worker)).all():
        connection.execute(insert(pairs).values(device=device, worker=worker))
    known = streams_of(connection, device)
    communes = {commune_of_stream(one) for one in known}
    wanted = {
        *streams,
        *(stream_name(code, compartment_of_stream(one)) for code in communes for one in streams),
    }
    new = [{"device": device, "stream": stream} for stream in sorted(wanted - known)]
    if new:
        connection.execute(insert(tables.device_stream), new)


def tell_commune(
    connection: Connection, log: Log, commune: Row[Any], facts: Mapping[bytes, Fact], now_s: int
) -> None:
    """The county's own txn: who works in a commune and on which laptop, by record id; what is known is left out."""
    log.load(list(facts), ())
    news = {record: fact for record, fact in facts.items() if not _known(log.state(record), fact)}
    if not news:
        return
    base = (log.epoch, log.csn)
    ops = [
        Op(fact.kind.name, record, None, 1, base, {fact.kind.groups[0].name: raw(fact.values)})
        for record, fact in news.items()
    ]
    said = county_chain.write(connection, log, commune, stream_name(commune.code, TEAM), ops, now_s)
    own = own_chain(said.origin.replica, said.link.header.n, {})
    log.append(said.link, said.ops, said.origin, own, None)


def _known(state: RecordState | None, fact: Fact) -> bool:
    return state is not None and shown_groups(state).get(fact.kind.groups[0].name) == fact.values


def _hash(county: bytes, code: str) -> bytes:
    return hashlib.sha256(b"vatra/code\0" + county + code.encode()).digest()


def _code_row(connection: Connection, code: str) -> Row[Any] | None:
    selector = tables.enrolment_code.c.selector == code[:SELECTOR_LENGTH]
    return connection.execute(select(tables.enrolment_code).where(selector)).one_or_none()


def _commune(connection: Connection, code: str) -> Row[Any] | None:
    return connection.execute(select(tables.commune).where(tables.commune.c.code == code)).one_or_none()


def _worker(connection: Connection, worker: bytes) -> Row[Any] | None:
    return connection.execute(select(tables.worker).where(tables.worker.c.id == worker)).one_or_none()
