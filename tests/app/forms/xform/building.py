"""XForms written in a line or two, and entries of them at a fixed moment: what the tests of the engine are made of."""

import datetime as dt
import random
import zoneinfo
from collections.abc import Mapping
from typing import Any

from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormRefused
from app.forms.xform.model import Form
from app.forms.xform.reading import read_form
from app.forms.xform.snapshot import snapshot

BUCHAREST = zoneinfo.ZoneInfo("Europe/Bucharest")
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=BUCHAREST)

HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"'
    ' xmlns:odk="http://www.opendatakit.org/xforms">'
)


def xform(record: str, model: str = "", body: str = "", *, root: str = 'data id="test"') -> str:
    """A form whose record holds ``record``."""
    name = root.split()[0]
    return (
        f"{HEAD}<h:head><h:title>Test</h:title><model><instance><{root}>{record}</{name}></instance>{model}</model></h:head>"
        f"<h:body>{body}</h:body></h:html>"
    )


def bind(nodeset: str, **rules: str) -> str:
    """A bind; an underscore in a rule's name is the colon of ``jr:``."""
    written = "".join(f' {name.replace("_", ":")}="{_escaped(value)}"' for name, value in rules.items())
    return f'<bind nodeset="{nodeset}"{written}/>'


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def inputs(*refs: str) -> str:
    return "".join(f'<input ref="{ref}"><label>{ref}</label></input>' for ref in refs)


def repeat(ref: str, inside: str, **attributes: str) -> str:
    written = "".join(f' {name.replace("_", ":")}="{value}"' for name, value in attributes.items())
    return f'<group ref="{ref}"><label>Rows</label><repeat nodeset="{ref}"{written}>{inside}</repeat></group>'


def select(ref: str, *values: str, kind: str = "select1") -> str:
    items = "".join(f"<item><label>{value.upper()}</label><value>{value}</value></item>" for value in values)
    return f'<{kind} ref="{ref}"><label>{ref}</label>{items}</{kind}>'


def items(instance_id: str, *rows: Mapping[str, str]) -> str:
    """A list in the form."""
    written = "".join(
        "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in row.items()) + "</item>"
        for row in rows
    )
    return f'<instance id="{instance_id}"><root>{written}</root></instance>'


class Filling:
    """An entry with short ways to the things tests look at."""

    def __init__(self, form: Form, record: str | None = None, **settings: Any) -> None:
        self.moment = NOW
        self._settings = Settings(
            lambda: self.moment, BUCHAREST, settings.pop("chance", random.Random(1)), **settings
        )
        self.form = form
        self.entry = Entry(form, self._settings, record)

    def value(self, ref: str) -> str:
        return self.entry.nodes(ref).text

    def relevant(self, ref: str) -> bool:
        return self.entry.nodes(ref).relevant

    def answer(self, ref: str, value: Any) -> None:
        self.entry.answer(ref, value)

    def shown(self, ref: str) -> dict[str, Any]:
        found: dict[str, Any] = snapshot(self.entry, [ref])["nodes"][0]
        return found

    def failed(self, ref: str) -> str | None:
        return self.entry.failed(self.entry.nodes(ref))

    def count(self, ref: str) -> int:
        found: int = self.shown(ref)["count"]
        return found

    def choices(self, ref: str) -> list[tuple[str, str]]:
        return [(choice["value"], choice["label"]) for choice in self.shown(ref)["choices"]]

    def reopened(self) -> "Filling":
        other = Filling.__new__(Filling)
        other.moment, other._settings, other.form = self.moment, self._settings, self.form
        other.entry = Entry(self.form, self._settings, self.entry.draft())
        return other


def filling(
    record: str,
    model: str = "",
    body: str = "",
    *,
    files: Mapping[str, bytes] | None = None,
    root: str = 'data id="test"',
    **settings: Any,
) -> Filling:
    """A fresh entry of the form these parts make."""
    form, _ = read_form(xform(record, model, body, root=root), (files or {}).get)
    return Filling(form, **settings)


def refused(record: str, model: str = "", body: str = "") -> list[str]:
    """The codes of the errors that keep a form from opening; none if it opens."""
    try:
        read_form(xform(record, model, body))
    except FormRefused as refusal:
        return [problem.code for problem in refusal.errors]
    return []
