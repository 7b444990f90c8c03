"""What happened to a simulated county, once more on a real one: the same requests, hand-overs, erasures and restores.

Laptops sign as real ones do; the clock stands still; a restore puts the rows of the backup in place and begins an epoch, as
``sync.server.restore`` does, but with the simulation's number for it. Then a simulated county, SQLite and PostgreSQL must hold
the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, delete, insert, select, update

from sync.core.chain import segment_claim
from sync.core.county import LOG_GENESIS
from sync.protocol import Exchange, Mark, TxnHeader, commune_of_stream, decode, encode
from sync.server import erasing, handing_over, tables
from sync.server.exchange import CountyOffice
from sync.server.folder import CountyFolder
from sync.server.refusal import Refused
from sync.server.store import Store
from tests.fixtures.county import DirectLine
from tests.simulation.county import COMMUNE_KEY, COMMUNES, COUNTY, NAME, NOW_S, PROFESSION, County
from tests.simulation.history import Asked, BackedUp, ErasedByOrder, Event, HandedOver, History

_OF_THE_LOG = (
    "epoch_cut",
    "replica",
    "log",
    "chain",
    "record",
    "family",
    "family_departure",
    "erased_family",
    "effect",
)
"""Tables that go back with the county's database, in an order in which rows may refer to earlier ones."""
Rows = dict[str, list[dict[str, Any]]]


class RealCounty:
    """A county's database that lives what a simulated one lived."""

    def __init__(self, store: Store, folder: Path, history: History) -> None:
        self.store = store
        folder.mkdir()
        self.folder = CountyFolder(folder)
        devices = {laptop.device: laptop.stream for laptop in history.laptops}
        self._keys = {device: Ed25519PrivateKey.from_private_bytes(device * 2) for device in devices}
        self._found(devices, history.county.authors)
        office = CountyOffice(store, now=lambda: NOW_S)
        self._lines = {
            device: DirectLine(office, COUNTY, device, key.sign) for device, key in self._keys.items()
        }
        self.backups = [self.rows()]

    def live(self, events: Sequence[Event]) -> None:
        """Everything that happened, in its order."""
        for event in events:
            match event:
                case Asked(device, request):
                    self._ask(device, request)
                case HandedOver(family, to):
                    with self.store.writing() as (connection, county):
                        handing_over.hand_over_family(connection, county, family, to, "office", NOW_S)
                case ErasedByOrder(family, reference):
                    erasing.erase_family(self.folder, self.store, family, reference, "office", NOW_S)
                case BackedUp():
                    self.backups.append(self.rows())
                case _:
                    self._go_back(self.backups[event.place])

    def rows(self) -> Rows:
        """Every row of the log and of what follows from it."""
        with self.store.reading() as connection:
            return {name: _rows(connection, name) for name in ("county", *_OF_THE_LOG)}

    def _found(self, devices: Mapping[bytes, str], authors: Mapping[str, frozenset[bytes]]) -> None:
        county = {
            "id": COUNTY,
            "name": "Bacău",
            "country": "ro",
            "csn": 0,
            "log_hash": LOG_GENESIS,
            "epoch": 1,
            "durable_csn": 0,
            "made_at": NOW_S,
        }
        with self.store.rebuilding() as connection:
            connection.execute(insert(tables.county).values(county))
            for code, name in COMMUNES.items():
                connection.execute(insert(tables.commune).values(code=code, name=name, key=COMMUNE_KEY))
                for author in sorted(authors[code]):
                    one = {
                        "id": author,
                        "commune": code,
                        "name": NAME,
                        "profession": PROFESSION,
                        "made_at": NOW_S,
                    }
                    connection.execute(insert(tables.worker).values(status="active", **one))
            for device, stream in devices.items():
                code = commune_of_stream(stream)
                key = self._keys[device].public_key().public_bytes_raw()
                connection.execute(
                    insert(tables.device).values(
                        id=device,
                        commune=code,
                        name="x",
                        sign_key=key,
                        receive_key=key,
                        status="active",
                        nonce="",
                        stale_nonces=0,
                        enrolled_at=NOW_S,
                    )
                )
                connection.execute(insert(tables.device_stream).values(device=device, stream=stream))
                for author in sorted(authors[code]):
                    connection.execute(insert(tables.device_worker).values(device=device, worker=author))

    def _ask(self, device: bytes, request: Exchange) -> None:
        segment = request.segment
        if segment is not None:
            last = decode(segment.txns[-1].header, TxnHeader).n
            claim = segment_claim(COUNTY, segment.replica, Mark(last, segment.sig))
            signed = msgspec.structs.replace(segment, sig=self._keys[device].sign(claim))
            request = msgspec.structs.replace(request, segment=signed)
        try:
            self._lines[device].exchange(request)
        except Refused as refused:
            if refused.code != "unknown_family":
                raise

    def _go_back(self, backup: Rows) -> None:
        with self.store.writing() as (connection, county):
            for name in reversed(_OF_THE_LOG):
                connection.execute(delete(tables.metadata.tables[name]))
            for name in _OF_THE_LOG:
                if backup[name]:
                    connection.execute(insert(tables.metadata.tables[name]), backup[name])
            (then,) = backup["county"]
            cut = {"epoch": then["epoch"], "csn": then["csn"], "cut_at": NOW_S}
            connection.execute(insert(tables.epoch_cut).values(cut))
            connection.execute(
                update(tables.county).values(
                    csn=then["csn"], log_hash=then["log_hash"], epoch=county.epoch + 1
                )
            )
        erasing.catch_up(self.folder, self.store, NOW_S)


def _rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    table = tables.metadata.tables[name]
    ordered = select(table).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def told_by(county: County) -> dict[str, list[tuple[Any, ...]]]:
    """What a simulated county holds, as the rows of a real one."""
    log = [
        (
            row.csn,
            row.log_hash,
            row.answer.txn_id,
            row.replica,
            row.answer.n,
            row.hashed_as.value,
            row.answer.reason,
            encode(row.txn),
        )
        for row in county.log
    ]
    effects = [
        (stream, told.csn, told.body) for stream, of_stream in county.effects.items() for told in of_stream
    ]
    records = [
        (record, state.kind, state.family, county.streams[record], state.csn, encode(state.groups))
        for record, state in county.states.items()
    ]
    families = [(family, county.homes[family].commune, key) for family, key in county.keys.items()]
    return {"log": log, "effect": sorted(effects), "record": sorted(records), "family": sorted(families)}


def kept_by(rows: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """The same of a real one."""
    columns = {
        "log": ("csn", "log_hash", "txn_id", "replica", "n", "outcome", "reason", "txn"),
        "effect": ("stream", "csn", "body"),
        "record": ("id", "kind", "family", "stream", "csn", "groups"),
        "family": ("id", "commune", "key"),
    }
    return {
        table: sorted(tuple(row[column] for column in of_table) for row in rows[table])
        for table, of_table in columns.items()
    }
