"""From the tables of an XLSForm to a form that can be filled in, or the sheet, row and column of what is wrong.

Everything is checked here, once: types, names, lists, options named by rules, expressions and their references, and that
no rule depends on itself. A form that this module accepts raises nothing later.
"""

import graphlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from app.domain.access import TEAM, compartments
from app.errors import FormInvalid
from app.forms.form import Form
from app.forms.questions import Calculation, Option, Question, QuestionType, Rules, Section, Text
from app.forms.sheets import Row, Sheets, read_sheets
from app.forms.xpath import Expression, ExpressionInvalid

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_LANGUAGE = re.compile(r"\((\w{2,3})\)\s*$")
_OURS = "bind::vatra:"
_YES = frozenset({"yes", "true", "true()"})
_NO = frozenset({"", "no", "false", "false()"})

_PLAIN_TYPES: Mapping[str, QuestionType] = {"integer": "int", "date": "date", "time": "time", "text": "text"}
_SELECTS: Mapping[str, QuestionType] = {"select_one": "one", "select_multiple": "many"}
_YES_NO: Mapping[frozenset[str], QuestionType] = {
    frozenset({"yes", "no"}): "yn",
    frozenset({"yes", "no", "unknown"}): "ynu",
}
_KINDS: frozenset[str] = frozenset({"person", "people", "sign"})


class _Field(msgspec.Struct, frozen=True):
    """A row that holds a value: a question or a calculation, and the section it stands in."""

    row: Row
    section: str | None


class _Block(msgspec.Struct):
    """A section while its rows are read."""

    row: Row
    fields: list[_Field]
    repeats: bool


def compile_form(source: str, *, digest: str) -> Form:
    """Raises FormInvalid with ``reason``, ``sheet``, ``row``, ``column`` and, where it helps, ``what``."""
    return _Compiler(read_sheets(source)).form(digest)


class _Compiler:
    """One reading of one form."""

    def __init__(self, sheets: Sheets) -> None:
        self._settings = next(iter(sheets.get("settings", ())), None)
        self._choices = _choices(sheets.get("choices", ()))
        self._blocks: list[_Block] = []
        self._loose: list[_Field] = []
        self._paths: dict[str, tuple[str, str | None]] = {}
        self._read_survey(sheets.get("survey", ()))

    def form(self, digest: str) -> Form:
        settings = self._settings
        if settings is None:
            raise FormInvalid(reason="no_settings", sheet="settings", row=2, column="form_id")
        version = settings.cell("version")
        if not settings.cell("form_id") or not version.isdigit():
            raise settings.wrong(
                "no_form_id_or_version", "version" if settings.cell("form_id") else "form_id"
            )
        sections = tuple(self._section(block) for block in self._blocks)
        calculations = tuple(
            self._calculation(field) for field in self._fields() if _type(field.row) == "calculate"
        )
        self._check_secrets(sections, calculations)
        date_question = settings.cell("vatra:date") or None
        if date_question is not None and date_question not in self._paths:
            raise settings.wrong("unknown_field", "vatra:date", what=date_question)
        return Form(
            id=settings.cell("form_id"),
            version=int(version),
            digest=digest,
            title=_texts(settings, "vatra:title") or {"en": settings.cell("form_title")},
            sections=sections,
            calculations=calculations,
            order=self._order(sections, calculations),
            date_question=date_question,
        )

    # reading the survey

    def _read_survey(self, rows: Iterable[Row]) -> None:
        block: _Block | None = None
        for row in rows:
            kind = _type(row)
            if kind in ("begin_group", "begin_repeat"):
                if block is not None:
                    raise row.wrong("group_in_group", "type")
                block = _Block(row, [], kind == "begin_repeat")
                self._blocks.append(block)
                self._know(row, f"/data/{row.cell('name')}", None)
            elif kind in ("end_group", "end_repeat"):
                if block is None or block.repeats != (kind == "end_repeat"):
                    raise row.wrong("nothing_to_end", "type")
                block = None
            else:
                self._read_field(row, block)
        if block is not None:
            raise block.row.wrong("never_ended", "type")
        if not self._blocks:
            raise FormInvalid(reason="no_questions", sheet="survey", row=2, column="type")

    def _read_field(self, row: Row, block: _Block | None) -> None:
        if block is None:
            if _type(row) != "calculate":
                raise row.wrong("question_outside_group", "type")
            self._loose.append(_Field(row, None))
            self._know(row, f"/data/{row.cell('name')}", None)
            return
        section = block.row.cell("name")
        block.fields.append(_Field(row, section))
        self._know(row, f"/data/{section}/{row.cell('name')}", section if block.repeats else None)

    def _know(self, row: Row, path: str, repeat: str | None) -> None:
        name = row.cell("name")
        if not _NAME.fullmatch(name):
            raise row.wrong("not_a_name", "name", what=name)
        if name in self._paths:
            raise row.wrong("name_twice", "name", what=name)
        self._paths[name] = (path, repeat)

    def _fields(self) -> Iterable[_Field]:
        for block in self._blocks:
            yield from block.fields
        yield from self._loose

    # building

    def _section(self, block: _Block) -> Section:
        name = block.row.cell("name")
        repeat: Literal["child"] | None = None
        if block.repeats:
            if block.row.cell(_OURS + "roster") != "child":
                raise block.row.wrong("repeat_without_roster", _OURS + "roster")
            repeat = "child"
        rosters = [
            field.row.cell("name") for field in block.fields if field.row.cell(_OURS + "roster") == "person"
        ]
        if block.repeats != (len(rosters) == 1):
            raise block.row.wrong("roster_question", _OURS + "roster")
        asked = (field for field in block.fields if _type(field.row) != "calculate")
        return Section(
            id=name,
            title=_texts(block.row, "label"),
            questions=tuple(
                self._question(field) for field in asked if field.row.cell("name") not in rosters
            ),
            repeat=repeat,
            person_question=rosters[0] if rosters else None,
            relevant=self._expression(block.row, "relevant", None),
            compartment=self._compartment(block.row),
        )

    def _compartment(self, row: Row) -> str:
        named = row.cell(_OURS + "compartment") or TEAM
        if named not in compartments():
            raise row.wrong("unknown_compartment", _OURS + "compartment", what=named)
        return named

    def _check_secrets(self, sections: tuple[Section, ...], calculations: tuple[Calculation, ...]) -> None:
        """What others see must not depend on confidential answers: a rule that shows a question would give them away."""
        kept_in = {section.id: section.compartment for section in sections}
        for field in self._fields():
            if field.section is not None:
                kept_in[field.row.cell("name")] = kept_in[field.section]
        for reader, read, row, column in self._readings(sections, calculations):
            for name in read:
                if kept_in.get(name, TEAM) not in (TEAM, reader):
                    raise row.wrong("reads_confidential", column, what=name)

    def _readings(
        self, sections: tuple[Section, ...], calculations: tuple[Calculation, ...]
    ) -> Iterable[tuple[str, Iterable[str], Row, str]]:
        """Every expression: the compartment of those who see what it says, what it reads, and its cell."""
        rows = {field.row.cell("name"): field.row for field in self._fields()}
        rows |= {block.row.cell("name"): block.row for block in self._blocks}
        kept_in = {section.id: section.compartment for section in sections}
        for section in sections:
            if section.relevant is not None:
                yield section.compartment, section.relevant.references, rows[section.id], "relevant"
            for question in section.questions:
                rules = question.rules
                for column, rule in (
                    ("relevant", rules.relevant),
                    ("required", rules.required),
                    ("constraint", rules.constraint),
                    (_OURS + "suggest", rules.suggest),
                ):
                    if rule is not None:
                        yield section.compartment, rule.references, rows[question.id], column
        for calculation in calculations:
            reader = kept_in.get(calculation.section or "", TEAM)
            yield reader, calculation.expression.references, rows[calculation.id], "calculation"

    def _question(self, field: _Field) -> Question:
        row = field.row
        kind, options = self._answers_of(row)
        label = _texts(row, "label")
        if not label:
            raise row.wrong("no_label", "label")
        required = row.cell("required").lower()
        if required in _YES:
            rule: Expression | None = Expression.compile("true()", self._path_from(field.section))
        else:
            rule = None if required in _NO else self._expression(row, "required", field.section)
        return Question(
            id=row.cell("name"),
            type=kind,
            label=label,
            hint=_texts(row, "hint"),
            options=options,
            group=row.cell(_OURS + "group") or None,
            soft=row.cell(_OURS + "soft").lower() in _YES,
            constraint_message=_texts(row, "constraint_message"),
            rules=Rules(
                relevant=self._expression(row, "relevant", field.section),
                required=rule,
                constraint=self._expression(row, "constraint", field.section),
                suggest=self._expression(row, _OURS + "suggest", field.section),
            ),
        )

    def _answers_of(self, row: Row) -> tuple[QuestionType, tuple[Option, ...]]:
        kind, _, listed = row.cell("type").partition(" ")
        special = row.cell(_OURS + "kind")
        if special:
            if special not in _KINDS:
                raise row.wrong("unknown_kind", _OURS + "kind", what=special)
            return msgspec.convert(special, QuestionType), ()
        if kind in _SELECTS:
            return self._choice_question(row, _SELECTS[kind], listed.strip())
        if kind not in _PLAIN_TYPES:
            raise row.wrong("unknown_type", "type", what=kind)
        plain = _PLAIN_TYPES[kind]
        return ("long" if plain == "text" and "multiline" in row.cell("appearance").split() else plain), ()

    def _choice_question(
        self, row: Row, kind: QuestionType, listed: str
    ) -> tuple[QuestionType, tuple[Option, ...]]:
        options = self._choices.get(listed)
        if not options:
            raise row.wrong("list_without_choices", "type", what=listed)
        marks = {mark: frozenset(row.cell(_OURS + mark).split()) for mark in ("red", "exclusive")}
        values = frozenset(option.value for option in options)
        for mark, named in marks.items():
            if not named <= values:
                raise row.wrong("unknown_option", _OURS + mark, what=" ".join(sorted(named - values)))
        marked = (
            msgspec.structs.replace(
                option, red=option.value in marks["red"], exclusive=option.value in marks["exclusive"]
            )
            for option in options
        )
        return (_YES_NO.get(values, kind) if kind == "one" else kind), tuple(marked)

    def _calculation(self, field: _Field) -> Calculation:
        expression = self._expression(field.row, "calculation", field.section)
        if expression is None:
            raise field.row.wrong("no_calculation", "calculation")
        return Calculation(field.row.cell("name"), field.section, expression)

    def _expression(self, row: Row, column: str, section: str | None) -> Expression | None:
        source = row.cell(column)
        if not source:
            return None
        try:
            return Expression.compile(source, self._path_from(section))
        except ExpressionInvalid as wrong:
            raise row.wrong(wrong.reason, column, what=wrong.what) from None

    def _path_from(self, section: str | None) -> Callable[[str], str]:
        """``${x}`` as a path: relative to a field of the same repetition, absolute otherwise."""

        def path_to(name: str) -> str:
            path, repeat = self._paths[name]
            return f"current()/../{name}" if repeat is not None and repeat == section else path

        return path_to

    def _order(self, sections: tuple[Section, ...], calculations: tuple[Calculation, ...]) -> tuple[str, ...]:
        """Names of all fields so that each comes after what its relevance or calculation reads."""
        reads: dict[str, set[str]] = {}
        members = {section.id: [question.id for question in section.questions] for section in sections}
        for section in sections:
            outer = section.relevant.references if section.relevant else frozenset()
            for question in section.questions:
                own = question.rules.relevant.references if question.rules.relevant else frozenset()
                reads[question.id] = {*outer, *own}
        for calculation in calculations:
            reads[calculation.id] = set(calculation.expression.references)
            around = next((section for section in sections if section.id == calculation.section), None)
            if around is not None and around.relevant is not None:
                reads[calculation.id] |= around.relevant.references
        for name, read in reads.items():
            # Reading a whole section is reading all its fields.
            reads[name] = {field for one in read for field in members.get(one, [one])}
        try:
            return tuple(name for name in graphlib.TopologicalSorter(reads).static_order() if name in reads)
        except graphlib.CycleError as cycle:
            first = cycle.args[1][0]
            row = next(field.row for field in self._fields() if field.row.cell("name") == first)
            raise row.wrong("cycle", "relevant", what=" → ".join(cycle.args[1])) from None


def _type(row: Row) -> str:
    kind = row.cell("type").lower()
    return kind.replace(" ", "_") if kind.startswith(("begin", "end")) else kind


def _texts(row: Row, column: str) -> Text:
    """``column`` and ``column::Language (code)`` by language code; without a code the text counts as English."""
    found: dict[str, str] = {}
    for header, cell in row.cells.items():
        name, _, language = header.partition("::") if column != "vatra:title" else header.rpartition("::")
        if name == column:
            code = _LANGUAGE.search(language)
            found[code[1] if code else "en"] = cell
    return found


def _choices(rows: Iterable[Row]) -> Mapping[str, tuple[Option, ...]]:
    lists: dict[str, dict[str, Option]] = {}
    for row in rows:
        options = lists.setdefault(row.cell("list_name"), {})
        value = row.cell("name")
        if not value or " " in value:
            raise row.wrong("not_a_name", "name", what=value)
        if value in options:
            raise row.wrong("name_twice", "name", what=value)
        options[value] = Option(value, _texts(row, "label"))
    return {name: tuple(options.values()) for name, options in lists.items()}
