"""Forms of a county: published once and for ever, withdrawn, checked against the law - and every commune told.

``county_form`` holds what the office decided; each commune is told of it in records of its own, written by the county itself, so
that forms travel like everything else: in the one exchange, by stick, in a snapshot. A released version never changes. What a
laptop believes are the county's signatures, not whoever brought the records (``app.forms.package``).
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from app.domain.access import TEAM
from app.domain.ids import ID_BYTES
from app.domain.kinds import FORM, FORM_PIECE
from sync.core.merge import own_chain, shown_groups
from sync.protocol import Op, raw, stream_name
from sync.server import county_chain, journal, tables
from sync.server.log import Log

if TYPE_CHECKING:
    from app.forms.package import Check, Package, Prepared

PIECE_BYTES = 48 * 1024
"""With what goes around it, within one txn."""
Versions = Mapping[tuple[str, int], str]
"""(Form, version) -> digest."""
_Groups = dict[str, dict[str, Any]]


class FormProblem(Exception):
    """What the office asked for cannot be done; ``args[0]`` is a sentence."""


class FormLine(msgspec.Struct, frozen=True):
    """One version of a form, as ``vatra-county form list`` shows it."""

    form_id: str
    version: int
    digest: str
    published_at: int | None
    withdrawn_at: int | None
    checked: bool


def publish(
    connection: Connection,
    county: Row[Any],
    form: "Prepared",
    package: "Package",
    *,
    newest_shipped: int,
    replaces: Versions,
    by: str,
    now_s: int,
) -> bool:
    """Publish a version of a form to every commune, and withdraw those it ``replaces``; False when exactly this was published
    already.

    FormProblem when the version was released with another content, or is not the highest: also of the form that Vatra itself
    brings under this name (``newest_shipped``, 0 for none).
    """
    one = form.instrument
    held = _row(connection, one.id, one.version)
    if held is not None and held.content is not None:
        if held.digest == one.digest:
            return False
        raise FormProblem(
            f"{one.id} version {one.version} was released with another content, and a released version never changes. "
            "Raise the version in the sheet settings and publish again."
        )
    highest = max([newest_shipped, *(row.version for row in _rows(connection, one.id) if row.content)])
    if one.version <= highest:
        raise FormProblem(
            f"{one.id} has version {highest} already. Raise the version in the sheet settings above it: {one.version} is not."
        )
    values = {
        "digest": one.digest,
        "manifest": package.manifest,
        "signature": package.signature,
        "content": package.content,
        "published_at": now_s,
    }
    _keep(connection, one.id, one.version, values)
    facts = {"form": one.id, "version": one.version, "digest": one.digest}
    journal.note(connection, by, "publish form", facts, now_s)
    withdraw(connection, county, replaces, by=by, now_s=now_s)
    return True


def withdraw(
    connection: Connection, county: Row[Any], versions: Versions, *, by: str, now_s: int
) -> tuple[tuple[str, int], ...]:
    """Offer these versions no longer; what was filled in stays readable. Returns those that were offered until now."""
    new = tuple(key for key in versions if not _is_withdrawn(_row(connection, *key)))
    for form_id, version in new:
        values = {"digest": versions[form_id, version], "withdrawn_at": now_s}
        _keep(connection, form_id, version, values)
        facts = {"form": form_id, "version": version}
        journal.note(connection, by, "withdraw form", facts, now_s)
    tell_all(connection, county, now_s)
    return new


def record_check(
    connection: Connection,
    county: Row[Any],
    check: "Check",
    statement: bytes,
    signature: bytes,
    *,
    now_s: int,
) -> None:
    """Keep that an administrator compared a form with the law, and tell everybody."""
    values = {"digest": check.digest, "statement": statement, "statement_signature": signature}
    _keep(connection, check.form_id, check.version, values)
    facts = {"form": check.form_id, "version": check.version, "digest": check.digest, "on": check.on}
    journal.note(connection, check.by, "check form", facts, now_s)
    tell_all(connection, county, now_s)


def published(connection: Connection, form_id: str) -> Versions:
    """What the county published under this name."""
    return {(form_id, row.version): row.digest for row in _rows(connection, form_id) if row.content}


def form_lines(connection: Connection) -> list[FormLine]:
    """Everything the county said of forms, by name and version."""
    return [
        FormLine(
            row.form_id,
            row.version,
            row.digest,
            row.published_at,
            row.withdrawn_at,
            row.statement is not None,
        )
        for row in _rows(connection)
    ]


# telling


def tell_all(connection: Connection, county: Row[Any], now_s: int) -> None:
    """Tell every commune what it has not heard of forms; the caller holds the county's lock."""
    log = Log(connection, county, now_s)
    for commune in connection.execute(select(tables.commune).order_by(tables.commune.c.code)).all():
        tell_forms(connection, log, commune, now_s)
    log.write()


def tell_forms(connection: Connection, log: Log, commune: Row[Any], now_s: int) -> None:
    """Tell one commune what it has not heard: the pieces of a form first, each a txn, then the form. The caller writes the log."""
    records = [one for row in _rows(connection) for one in _records(commune.code, row)]
    log.load([record for _kind, record, _groups in records], ())
    for kind, record, groups in records:
        state = log.state(record)
        known = shown_groups(state) if state is not None else {}
        news = {name: raw(values) for name, values in groups.items() if known.get(name) != values}
        if news:
            _say(connection, log, commune, Op(kind, record, None, 1, (log.epoch, log.csn), news), now_s)


def _records(commune: str, row: Row[Any]) -> Iterator[tuple[str, bytes, _Groups]]:
    """Kind, id and groups of the records that tell a commune of a form."""
    groups: _Groups = {
        "form": {"form_id": row.form_id, "form_version": row.version, "form_digest": row.digest}
    }
    if row.content is not None:
        parts = [row.content[at : at + PIECE_BYTES] for at in range(0, len(row.content), PIECE_BYTES)]
        ids = [_id(commune, row, str(place)) for place in range(len(parts))]
        for record, content in zip(ids, parts, strict=True):
            yield FORM_PIECE.name, record, {"piece": {"content": content}}
        groups["published"] = {"manifest": row.manifest, "signature": row.signature, "pieces": ids}
    if row.withdrawn_at is not None:
        groups["withdrawn"] = {"withdrawn_at": row.withdrawn_at}
    if row.statement is not None:
        groups["check"] = {"statement": row.statement, "statement_signature": row.statement_signature}
    yield FORM.name, _id(commune, row), groups


def _id(commune: str, row: Row[Any], piece: str = "") -> bytes:
    """Each commune's own record, the same however often it is told."""
    said = "\0".join(("vatra/form", commune, row.form_id, str(row.version), piece))
    return hashlib.sha256(said.encode()).digest()[:ID_BYTES]


def _say(connection: Connection, log: Log, commune: Row[Any], op: Op, now_s: int) -> None:
    said = county_chain.write(connection, log, commune, stream_name(commune.code, TEAM), [op], now_s)
    log.append(said.link, said.ops, said.origin, own_chain(said.origin.replica, said.link.header.n, {}), None)


# the table


def _rows(connection: Connection, form_id: str | None = None) -> list[Row[Any]]:
    table = tables.county_form
    query = select(table).order_by(table.c.form_id, table.c.version)
    return list(connection.execute(query if form_id is None else query.where(table.c.form_id == form_id)))


def _row(connection: Connection, form_id: str, version: int) -> Row[Any] | None:
    return next((row for row in _rows(connection, form_id) if row.version == version), None)


def _is_withdrawn(row: Row[Any] | None) -> bool:
    return row is not None and row.withdrawn_at is not None


def _keep(connection: Connection, form_id: str, version: int, values: dict[str, Any]) -> None:
    table = tables.county_form
    if _row(connection, form_id, version) is None:
        connection.execute(insert(table).values(form_id=form_id, version=version, **values))
    else:
        same = (table.c.form_id == form_id) & (table.c.version == version)
        connection.execute(update(table).where(same).values(values))
