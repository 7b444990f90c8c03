"""Catchment areas: the laptop of a centre that serves several communes, as two communes with one social worker do.

The laptop belongs to one commune, and receives the streams of the others as well, each as far as its workers' professions read. It
has one chain for all of them: a save goes where the family belongs. A new family is opened in the laptop's own commune; ``hand-over``
moves it within the area like anywhere, and the laptop keeps it.
"""

import hashlib
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.access import TEAM
from app.domain.ids import ID_BYTES
from app.domain.kinds import COMMUNE
from sync.protocol import compartment_of_stream, stream_name
from sync.server import journal, tables
from sync.server.accounts import AccountProblem, Fact, commune_code, tell_commune
from sync.server.admission import streams_of
from sync.server.log import Log


def serve(
    connection: Connection, county: Row[Any], device: bytes, commune: str, by: str, now_s: int
) -> tuple[str, str]:
    """Let a laptop serve a commune beside its own; the names of laptop and commune.

    AccountProblem for a laptop or commune the county does not know, or one that is served already.
    """
    code = commune_code(county.country, commune)
    place = connection.execute(select(tables.commune).where(tables.commune.c.code == code)).one_or_none()
    laptop = connection.execute(select(tables.device).where(tables.device.c.id == device)).one_or_none()
    if place is None:
        raise AccountProblem(f"There is no commune {code} in this county.")
    if laptop is None:
        raise AccountProblem(f"There is no laptop {device.hex()}; see: vatra-county devices")
    held = streams_of(connection, device)
    new = sorted({stream_name(code, compartment_of_stream(one)) for one in held} - held)
    if not new:
        raise AccountProblem(f"{laptop.name} serves {place.name} already.")
    connection.execute(insert(tables.device_stream), [{"device": device, "stream": one} for one in new])
    log = Log(connection, county, now_s)
    tell_commune(connection, log, place, called(connection, place), now_s)
    log.write()
    facts = {"device": device.hex(), "commune": code}
    journal.note(connection, by, "serve commune", facts, now_s)
    return laptop.name, place.name


def called(connection: Connection, commune: Row[Any]) -> dict[bytes, Fact]:
    """What a commune is called, by record, for the laptops that serve it beside their own; nothing where there are none."""
    table = tables.device
    joined = table.join(tables.device_stream, tables.device_stream.c.device == table.c.id)
    stream = stream_name(commune.code, TEAM)
    others = (tables.device_stream.c.stream == stream) & (table.c.commune != commune.code)
    if (
        connection.execute(select(table.c.id).select_from(joined).where(others).limit(1)).one_or_none()
        is None
    ):
        return {}
    record = hashlib.sha256(b"vatra/commune\0" + commune.code.encode()).digest()[:ID_BYTES]
    return {record: Fact(COMMUNE, {"code": commune.code, "called": commune.name})}
