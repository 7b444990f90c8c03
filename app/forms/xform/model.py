"""What a form says: its fields with their rules, its questions, texts, lists and actions.

Made once by ``reading`` and shared by every record of the form; nothing in it changes afterwards. A ``Field`` is one place
in the record ("/data/member/age"), whatever the number of its repetitions; ``prototype`` is a node that stands for it in a
tree with one repetition of everything, on which paths are looked up.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.forms.xform.document import Node
from app.forms.xform.xpath.compilation import Expression

SELECTS = frozenset({"select1", "select", "rank"})


class Text(msgspec.Struct, frozen=True):
    """A text with values in it, or the name of one in the translations.

    ``parts`` are plain text and expressions in turn; ``reference`` gives an itext id (a fixed one is an expression too)
    when ``translated``, otherwise the text itself.
    """

    parts: tuple[str | Expression, ...] = ()
    reference: Expression | None = None
    translated: bool = False


class Choice(msgspec.Struct, frozen=True):
    value: str
    label: Text | None


class Itemset(msgspec.Struct, frozen=True):
    """Choices from nodes: ``nodes`` are found from the question, ``value`` and ``label`` from each of them.

    ``shuffled`` if they come in an order of chance, without a seed.
    """

    nodes: Expression
    value: Expression
    label: Text | None
    shuffled: bool = False


class Search(msgspec.Struct, frozen=True):
    """``search('list', ...)`` in an appearance: choices are rows of a table; columns are named by the static choices."""

    table: str
    condition: str
    column: str
    sought: Expression | None
    filter_column: str
    filter_value: Expression | None
    value_column: str
    label_column: Text | None


class SetValue(msgspec.Struct, frozen=True):
    """``target`` is looked up from the node the action stands at; ``value`` is worked out at the target."""

    events: frozenset[str]
    target: Expression
    value: Expression | None
    literal: str = ""


class Control(msgspec.Struct, frozen=True):
    kind: str
    label: Text | None = None
    hint: Text | None = None
    appearance: str | None = None
    choices: tuple[Choice, ...] = ()
    itemset: Itemset | None = None
    search: Search | None = None
    settings: Mapping[str, str] = {}
    """``start``, ``end``, ``step``, ``rows``, ``mediatype`` and the like, as written."""


class Group(msgspec.Struct, frozen=True):
    """What the page shows around fields."""

    label: Text | None = None
    appearance: str | None = None


class Repeat(msgspec.Struct, frozen=True):
    """``count`` is worked out at the parent of the repetitions; None if they are added by hand."""

    template: Node
    count: Expression | None = None
    fixed: bool = False
    appearance: str | None = None


class Field:
    """One place in the record. ``type`` is without a prefix. Compared by identity."""

    __slots__ = (
        "actions", "bind_line", "calculate", "children", "constraint", "constraint_message", "control", "depth", "extras",
        "group", "is_attribute", "name", "order", "parent", "path", "preload", "preload_params", "prototype", "readonly",
        "relevant", "repeat", "required", "required_message", "type",
    )  # fmt: skip

    def __init__(self, name: str, parent: "Field | None", order: int, *, is_attribute: bool = False) -> None:
        self.name = name
        self.parent = parent
        self.order = order
        self.is_attribute = is_attribute
        step = f"@{name}" if is_attribute else name
        self.path: str = f"{parent.path}/{step}" if parent is not None else f"/{step}"
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.children: list[Field] = []
        self.prototype = Node.element(name)
        self.type = "string"
        self.relevant: Expression | None = None
        self.required: Expression | None = None
        self.readonly: Expression | None = None
        self.constraint: Expression | None = None
        self.calculate: Expression | None = None
        self.required_message: Text | None = None
        self.constraint_message: Text | None = None
        self.preload = ""
        self.preload_params = ""
        self.control: Control | None = None
        self.group: Group | None = None
        self.repeat: Repeat | None = None
        self.actions: list[SetValue] = []
        self.extras: dict[str, str] = {}
        self.bind_line = 0

    @property
    def is_repeat(self) -> bool:
        return self.repeat is not None

    def ancestors(self) -> "Iterator[Field]":
        field = self.parent
        while field is not None:
            yield field
            field = field.parent

    def repeats(self) -> "list[Field]":
        """The repeats it stands in, outermost first; itself if it is one."""
        return [field for field in (self, *self.ancestors()) if field.is_repeat][::-1]

    def below(self) -> "Iterator[Field]":
        for child in self.children:
            yield child
            yield from child.below()

    def __repr__(self) -> str:
        return f"<Field {self.path}>"


Translations = Mapping[str, Mapping[str, Mapping[str, Text]]]
"""Texts by language, id and form ("" for the plain text, ``image`` or ``guidance`` for others)."""


class ExternalInstance(msgspec.Struct, frozen=True):
    id: str
    source: str
    line: int = 0

    @property
    def file_name(self) -> str:
        return self.source.rpartition("/")[2]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a form, ready to be filled in."""

    id: str
    version: str
    title: str
    root: Field
    template: Node
    """The record a new form begins with, without templates of repeats."""
    fields: tuple[Field, ...]
    """Every field, in document order."""
    languages: tuple[str, ...] = ()
    default_language: str | None = None
    translations: Translations = {}
    instances: Mapping[str, Node] = {}
    """Lists by id, those from files included."""
    actions: tuple[SetValue, ...] = ()
    """Actions of the model; those of a question or repeat are with its field."""
    namespaces: Mapping[str, str] = {}
    numbers: Mapping[str, int] = {}
    """The numbers of the questions by path, where they are not counted through: of a form without its confidential sections."""
    rules: Any = None
    """``graph.Rules``: what is computed, in which order."""

    def field(self, path: str) -> Field | None:
        """The field at ``/data/group/name``, without positions."""
        return next((field for field in self.fields if field.path == path), None)
