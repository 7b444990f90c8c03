"""What ``vatra-county form`` does. It brings the forms engine along, which the process that serves laptops never needs.

A file is checked by the same engine that laptops fill it in with, so that whatever is refused is refused here, with sheet, row and
column. The county's key signs on this machine.
"""

import argparse
import datetime as dt
import sys
import time

import msgspec
from sqlalchemy import Connection

from app.forms.instruments import instruments_of
from app.forms.package import Check, Prepared, prepare, sign_check
from app.forms.xform.errors import Problem
from app.forms.xform.opening import Unreadable
from sync.server import forms
from sync.server.command_line import CannotDo, county_store, moment, operator, print_json
from sync.server.folder import CountyFolder
from sync.server.store import county_of


def publish(asked: argparse.Namespace) -> None:
    form = _prepared(asked.file, dict(asked.external))
    one = form.instrument
    folder = CountyFolder(asked.data)
    with county_store(asked) as store:
        card = folder.card()
        package = form.signed_by(card.county, folder.sign_key())
        with store.writing() as (connection, county):
            replaced = _versions(connection, card.country, asked.replaces) if asked.replaces else {}
            new = forms.publish(
                connection,
                county,
                form,
                package,
                newest_shipped=max((version for _, version in _shipped(card.country, one.id)), default=0),
                replaces=replaced,
                by=operator(asked),
                now_s=int(time.time()),
            )
    if not new:
        print(f"{one.id} version {one.version} was published before, exactly as it is.")
        return
    print(
        f"{one.id} version {one.version} is published: {len(form.content)} bytes, digest {one.digest[:16]}."
    )
    if replaced:
        print(f"{asked.replaces} is withdrawn.")
    print("Laptops have it after their next sync or stick; what was begun on an earlier version stays on it.")
    print(
        "It bears the mark of a working document until a check against the law is recorded: "
        f"vatra-county form record-check {one.id} {one.version} --by NAME --on DATE --source TEXT"
    )


def _prepared(file: str, external: dict[str, str]) -> Prepared:
    """The form, ready to be signed; CannotDo with everything that is wrong with it."""
    try:
        form, problems = prepare(file, external)
    except Unreadable as problem:
        raise CannotDo(f"{problem}. Nothing was published.") from None
    for one in problems:
        print(_line(one), file=sys.stderr)
    if form is None:
        errors = sum(one.severity == "error" for one in problems)
        raise CannotDo(f"{file} has {errors} errors. Nothing was published.")
    return form


def _line(problem: Problem) -> str:
    """``error: survey, row 14, column calculation: ...``"""
    place = [problem.sheet] if problem.sheet is not None else []
    place += [f"row {problem.row}"] if problem.row is not None else []
    place += [f"line {problem.line}"] if problem.line is not None else []
    place += [f"column {problem.column}"] if problem.column is not None else []
    return ": ".join(filter(None, (problem.severity, ", ".join(place), problem.message)))


def list_forms(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.reading() as connection:
        said = forms.form_lines(connection)
        country = county_of(connection).country
    known = {(line.form_id, line.version) for line in said}
    shipped = [one for one in instruments_of(country) if (one.id, one.version) not in known]
    lines = [*said, *(forms.FormLine(one.id, one.version, one.digest, None, None, False) for one in shipped)]
    if asked.json:
        print_json([msgspec.to_builtins(line) for line in lines])
        return
    for line in lines:
        published = f"published {moment(line.published_at)}"
        told = [published if line.published_at is not None else "shipped with Vatra"]
        told += [f"withdrawn {moment(line.withdrawn_at)}"] if line.withdrawn_at is not None else []
        told += ["checked against the law" if line.checked else "working document"]
        print(f"{line.form_id} {line.version}  {line.digest[:16]}  {', '.join(told)}")


def withdraw(asked: argparse.Namespace) -> None:
    with county_store(asked) as store, store.writing() as (connection, county):
        versions = _versions(connection, county.country, asked.form_id, asked.version)
        gone = forms.withdraw(connection, county, versions, by=operator(asked), now_s=int(time.time()))
    if not gone:
        raise CannotDo(f"{asked.form_id} was withdrawn before.")
    print(
        f"{asked.form_id} {', '.join(str(version) for _, version in gone)}: no longer offered after the laptops' next sync. "
        "What was filled in stays readable."
    )


def record_check(asked: argparse.Namespace) -> None:
    by, source = " ".join(asked.by.split()), " ".join(asked.source.split())
    if not by or not source or asked.on > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        raise CannotDo("Say who compared the form, on which past day, and with which text.")
    folder = CountyFolder(asked.data)
    with county_store(asked) as store, store.writing() as (connection, county):
        versions = _versions(connection, county.country, asked.form_id, asked.version)
        check = Check(
            county=county.id,
            form_id=asked.form_id,
            version=asked.version,
            digest=versions[asked.form_id, asked.version],
            by=by,
            on=asked.on.isoformat(),
            source=source,
        )
        forms.record_check(
            connection, county, check, *sign_check(check, folder.sign_key()), now_s=int(time.time())
        )
    print(f"Recorded: {asked.form_id} {asked.version} was compared with {source} by {by} on {asked.on}.")
    print("From their next sync on laptops no longer call it a working document.")


def _versions(
    connection: Connection, country: str, form_id: str, version: int | None = None
) -> forms.Versions:
    """The versions of a form, or the one named: those shipped with Vatra and the county's. CannotDo when there are none."""
    known = {**_shipped(country, form_id), **forms.published(connection, form_id)}
    found = {key: digest for key, digest in known.items() if version in (None, key[1])}
    if not found:
        which = form_id if version is None else f"{form_id} version {version}"
        raise CannotDo(f"There is no form {which}; see: vatra-county form list")
    return found


def _shipped(country: str, form_id: str) -> forms.Versions:
    """The newest version that Vatra itself brings of a form."""
    return {(one.id, one.version): one.digest for one in instruments_of(country) if one.id == form_id}
