"""The commands of ``vatra-forms`` as functions: a request in, an answer out, both plain JSON values.

A request that cannot be answered raises CommandFailed with one of the codes of the command line.
"""

import datetime as dt
import math
import random
import zoneinfo
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from app.forms.xform.beginning import Settings
from app.forms.xform.document import KNOWN_PREFIXES, Node
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem, FormRefused, StepProblem, XPathProblem
from app.forms.xform.markup import parse_xml
from app.forms.xform.model import Form
from app.forms.xform.opening import Unreadable, examine_file, open_file, read_file
from app.forms.xform.snapshot import form_shown
from app.forms.xform.steps import Clock, Player, StepFailed, moment_in
from app.forms.xform.xpath.axes import in_document_order, reference
from app.forms.xform.xpath.compilation import compile_expression
from app.forms.xform.xpath.scene import Scene
from app.forms.xform.xpath.values import Value, number, text, truth

Answer = dict[str, Any]


class CommandFailed(Exception):
    """``code`` is one of form, xpath, step, io, request; ``facts`` go beside code and message."""

    def __init__(self, code: str, message: str, shown: list[Any] | None = None, **facts: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.shown = shown
        self.facts = {key: value for key, value in facts.items() if value is not None}

    def answer(self) -> Answer:
        error = {"code": self.code, "message": self.message, **self.facts}
        return {"ok": False, "error": error, **({"shown": self.shown} if self.shown is not None else {})}


class CheckRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    check: str
    id: Any = None
    external: dict[str, str] = {}
    now: str | None = None
    timezone: str | None = None
    seed: int | None = None


class RunRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    run: str
    id: Any = None
    steps: list[Any] = []
    language: str | None = None
    external: dict[str, str] = {}
    properties: dict[str, str] = {}
    record: str | None = None
    now: str | None = None
    timezone: str | None = None
    seed: int | None = None


class XPathRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    xpath: str
    id: Any = None
    instance: str | None = None
    form: str | None = None
    context: str | None = None
    as_: str | None = msgspec.field(name="as", default=None)
    namespaces: dict[str, str] = {}
    language: str | None = None
    external: dict[str, str] = {}
    properties: dict[str, str] = {}
    now: str | None = None
    timezone: str | None = None
    seed: int | None = None


Request = CheckRequest | RunRequest | XPathRequest
_KINDS: Final[Mapping[str, type[Request]]] = {"check": CheckRequest, "run": RunRequest, "xpath": XPathRequest}


def answered(request: Any) -> Answer:
    """The answer to a request given as a JSON object. Never raises for what is wrong with the request."""
    try:
        return _done(_read(request))
    except CommandFailed as failed:
        return failed.answer()


def _read(request: Any) -> Request:
    if not isinstance(request, dict):
        raise CommandFailed("request", "a request is an object")
    kinds = [kind for kind in _KINDS if kind in request]
    if len(kinds) != 1:
        raise CommandFailed("request", "a request has one of check, run and xpath")
    try:
        return msgspec.convert(request, _KINDS[kinds[0]])
    except msgspec.ValidationError as error:
        raise CommandFailed("request", str(error)) from None


def _done(request: Request) -> Answer:
    try:
        if isinstance(request, CheckRequest):
            return check(request)
        return run(request) if isinstance(request, RunRequest) else xpath(request)
    except Unreadable as error:
        raise CommandFailed("io", str(error)) from None


def _clock(request: RunRequest | XPathRequest) -> Clock:
    zone: dt.tzinfo
    moment: dt.datetime | None = None
    try:
        if request.timezone is not None:
            zone = zoneinfo.ZoneInfo(request.timezone)
        else:
            given = dt.datetime.fromisoformat(request.now).tzinfo if request.now is not None else None
            zone = given or dt.datetime.now().astimezone().tzinfo or dt.UTC
        if request.now is not None:
            moment = moment_in(request.now, zone)
    except (zoneinfo.ZoneInfoNotFoundError, OSError):
        raise CommandFailed("request", f"there is no time zone {request.timezone}") from None
    except ValueError:
        raise CommandFailed(
            "request", f"not a moment or time zone: {request.now}, {request.timezone}"
        ) from None
    return Clock(zone, moment)


def _settings(request: RunRequest | XPathRequest, clock: Clock) -> Settings:
    # Not for secrets: what a form calls random is to be repeatable under a seed.
    chance = random.Random(request.seed)  # noqa: S311
    return Settings(clock.now, clock.zone, chance, request.properties, request.language)


def _form(path: str, external: Mapping[str, str]) -> Form:
    try:
        return open_file(path, external)
    except FormRefused as refused:
        problems = [msgspec.to_builtins(problem) for problem in refused.problems]
        raise CommandFailed("form", str(refused), [], problems=problems) from None


# check


def check(request: CheckRequest) -> Answer:
    _, problems = examine_file(request.check, request.external)
    ok = not any(problem.severity == "error" for problem in problems)
    return {"ok": ok, "problems": [msgspec.to_builtins(problem) for problem in problems]}


# run


def run(request: RunRequest) -> Answer:
    clock = _clock(request)
    form = _form(request.run, request.external)
    record = read_file(request.record) if request.record is not None else None
    try:
        player = Player(form, _settings(request, clock), clock, record)
    except StepProblem as problem:
        raise CommandFailed("request", problem.message, []) from None
    except FormProblem as problem:
        raise CommandFailed("form", f"{request.record}: {problem.message}", []) from None
    except XPathProblem as problem:
        raise CommandFailed("form", problem.message, []) from None
    try:
        shown = player.play(request.steps)
    except StepFailed as failed:
        raise CommandFailed(
            failed.code, failed.message, failed.shown, step=failed.number, ref=failed.ref
        ) from None
    return {"ok": True, "form": form_shown(form), "shown": shown}


# xpath


def xpath(request: XPathRequest) -> Answer:
    if (request.instance is None) == (request.form is None):
        raise CommandFailed("request", "an expression needs either an instance or a form")
    if request.as_ not in (None, "string", "number", "boolean", "nodes"):
        raise CommandFailed("request", f"no type {request.as_}")
    clock = _clock(request)
    scene, start, declared = _seen(request, clock)
    namespaces = {**KNOWN_PREFIXES, **declared, **request.namespaces}
    try:
        expression = compile_expression(request.xpath, namespaces, lazily=True)
        context = start
        if request.context is not None:
            found = compile_expression(request.context, namespaces).nodes(start, scene)
            if not found:
                raise CommandFailed("request", f"there is no {request.context}")
            context = found[0]
        return {"ok": True, **_result(expression.value(context, scene), request.as_, clock.zone)}
    except XPathProblem as problem:
        raise CommandFailed("xpath", problem.message) from None


def _seen(request: XPathRequest, clock: Clock) -> tuple[Scene, Node, Mapping[str, str]]:
    settings = _settings(request, clock)
    if request.form is not None:
        form = _form(request.form, request.external)
        try:
            entry = Entry(form, settings)
        except (StepProblem, XPathProblem) as problem:
            raise CommandFailed("request", problem.message) from None
        entry.scene.allow()
        return entry.scene, entry.scene.document, form.namespaces
    assert request.instance is not None
    try:
        document = parse_xml(read_file(request.instance))
    except FormProblem as problem:
        raise CommandFailed("io", f"{request.instance}: {problem.message}") from None
    scene = Scene(document, clock.now, clock.zone, chance=settings.chance, properties=request.properties)
    scene.language = request.language
    declared = next(document.elements()).namespaces()
    return scene, document, {prefix: uri for prefix, uri in declared.items() if prefix}


def _result(value: Value, wanted: str | None, zone: dt.tzinfo) -> Answer:
    kind = wanted or _kind(value)
    if kind == "nodes":
        if not isinstance(value, list):
            raise XPathProblem("xpath", "the expression does not give nodes")
        return {"type": "nodes", "nodes": [{"ref": reference(node), "value": node.value()} for node in value]}
    if isinstance(value, list):
        value = in_document_order(value)[:1]
    if kind == "string":
        return {"type": "string", "value": str(text(value))}
    if kind == "boolean":
        return {"type": "boolean", "value": truth(value)}
    return {"type": "number", "value": json_number(number(value, zone))}


def _kind(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, float):
        return "number"
    return "string" if isinstance(value, str) else "nodes"


def json_number(value: float) -> int | float | str:
    """A number JSON can hold, otherwise its name."""
    if not math.isfinite(value):
        return text(value)
    return int(value) if value == int(value) and abs(value) < 2**53 else value
