"""Sharing agreements: only under one may the county read about persons of a commune, and each time is in the journal.

Every commune answers for its own records (in Poland by law, ``domain``: each office is a controller). The county hosts them and sees
numbers. Where law or contract lets it see more, the office records on what basis, under which number, and for which days; what
reads about persons names the number and gets exactly the communes that are under it that day.
"""

import datetime as dt
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from sync.server import journal, tables
from sync.server.accounts import AccountProblem, commune_code

LONGEST_TEXT = 200


class Agreement(msgspec.Struct, frozen=True):
    """One agreement of one commune; the days are included, ``until_on`` None is open-ended."""

    commune: str
    number: str
    basis: str
    from_on: dt.date
    until_on: dt.date | None

    def holds_on(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def add(connection: Connection, county: Row[Any], agreement: Agreement, by: str, now_s: int) -> Agreement:
    """Record an agreement; AccountProblem for an unknown commune, an unsaid basis, days that end before they begin, or a number
    that the commune has already.
    """
    said = msgspec.structs.replace(
        agreement,
        commune=commune_code(county.country, agreement.commune),
        number=_one_line(agreement.number),
        basis=_one_line(agreement.basis),
    )
    if not said.number or not said.basis or len(said.number + said.basis) > LONGEST_TEXT:
        raise AccountProblem("Say number and basis of the agreement in a few words.")
    if said.until_on is not None and said.until_on < said.from_on:
        raise AccountProblem("The agreement would end before it begins.")
    communes = tables.commune
    if connection.execute(select(communes).where(communes.c.code == said.commune)).one_or_none() is None:
        raise AccountProblem(f"There is no commune {said.commune} in this county.")
    if any((one.commune, one.number) == (said.commune, said.number) for one in all_of(connection)):
        raise AccountProblem(f"{said.commune} has an agreement {said.number} already.")
    connection.execute(
        insert(tables.sharing_agreement).values(
            commune=said.commune,
            number=said.number,
            basis=said.basis,
            from_on=said.from_on.isoformat(),
            until_on=said.until_on.isoformat() if said.until_on is not None else None,
            made_at=now_s,
        )
    )
    journal.note(connection, by, "add agreement", {"commune": said.commune, "agreement": said.number}, now_s)
    return said


def end(connection: Connection, number: str, commune: str, on: dt.date, by: str, now_s: int) -> None:
    """Let an agreement end with the day ``on``; AccountProblem when there is none, or it ends sooner already."""
    table = tables.sharing_agreement
    found = [one for one in all_of(connection) if (one.commune, one.number) == (commune, number)]
    if not found:
        raise AccountProblem(f"{commune} has no agreement {number}; see: vatra-county agreement list")
    if found[0].until_on is not None and found[0].until_on < on:
        raise AccountProblem(f"Agreement {number} of {commune} ends on {found[0].until_on} already.")
    same = (table.c.commune == commune) & (table.c.number == number)
    connection.execute(update(table).where(same).values(until_on=on.isoformat()))
    facts = {"commune": commune, "agreement": number, "on": on.isoformat()}
    journal.note(connection, by, "end agreement", facts, now_s)


def all_of(connection: Connection) -> list[Agreement]:
    """Every agreement there is or was, by commune and first day."""
    table = tables.sharing_agreement
    rows = connection.execute(select(table).order_by(table.c.commune, table.c.from_on, table.c.number))
    return [
        Agreement(
            row.commune,
            row.number,
            row.basis,
            dt.date.fromisoformat(row.from_on),
            dt.date.fromisoformat(row.until_on) if row.until_on is not None else None,
        )
        for row in rows
    ]


def communes_under(connection: Connection, number: str, day: dt.date) -> tuple[str, ...]:
    """The communes whose agreement of this number holds on ``day``; AccountProblem when there is none."""
    named = [one for one in all_of(connection) if one.number == _one_line(number)]
    holding = tuple(one.commune for one in named if one.holds_on(day))
    if holding:
        return holding
    if named:
        raise AccountProblem(f"Agreement {number} does not hold on {day}: nothing about persons was read.")
    raise AccountProblem(
        f"There is no agreement {number}: nothing about persons was read. Record it first: vatra-county agreement add"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
