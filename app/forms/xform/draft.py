"""A form while it is being read: its fields so far, its problems, and how its expressions are examined."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.forms.xform.document import KNOWN_PREFIXES, Node
from app.forms.xform.errors import Problem, XPathProblem
from app.forms.xform.model import Field, SetValue, Text
from app.forms.xform.xpath.compilation import Expression, compile_expression
from app.forms.xform.xpath.reads import Reader, unsupported_functions

BLANKS: Final = " \t\r\n"
JAVAROSA: Final = KNOWN_PREFIXES["jr"]

Files = Callable[[str], bytes | None]
"""Content of a file a form refers to, by its name; None if there is none."""


def no_files(_name: str) -> bytes | None:
    return None


def children_of(node: Node, *local_names: str) -> Iterator[Node]:
    return (child for child in node.elements() if child.local_name in local_names)


def child_of(node: Node | None, local_name: str) -> Node | None:
    return None if node is None else next(children_of(node, local_name), None)


def jr_attribute(node: Node, name: str) -> str:
    """An attribute of the jr namespace, also where its prefix was never declared."""
    found = node.attribute_in(JAVAROSA, name)
    return node.attribute(f"jr:{name}") if found is None else found


def appearance_of(element: Node) -> str | None:
    return element.attribute("appearance").strip() or None


class Draft:
    """What the parts of the reading share. Problems are collected; nothing here raises for what an author did."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.problems: list[Problem] = []
        self.namespaces: Mapping[str, str] = KNOWN_PREFIXES
        self.fields: list[Field] = []
        self.known: dict[tuple[Field | None, str], Field] = {}
        self.by_path: dict[str, Field] = {}
        self.expressions: dict[str, Expression] = {}
        self.templates: dict[Field, Node] = {}
        self.template = Node.element("")
        self.bind_ids: dict[str, Field] = {}
        self.text_ids: set[str] = set()
        self.instances: dict[str, Node] = {}
        self.unread: set[str] = set()
        self.actions: list[SetValue] = []
        self.reader = Reader(KNOWN_PREFIXES)

    def use(self, namespaces: Mapping[str, str], own: str) -> None:
        """The prefixes of its expressions and what they call the record, before any is read."""
        self.namespaces = namespaces
        self.reader = Reader(namespaces, own)

    def error(self, code: str, message: str, node: Node | None, **where: str | None) -> None:
        line = (node.line or None) if node is not None else None
        self.problems.append(Problem("error", code, message, line=line, **where))  # type: ignore[arg-type]

    def warning(self, code: str, message: str, node: Node | None, **where: str | None) -> None:
        line = (node.line or None) if node is not None else None
        self.problems.append(Problem("warning", code, message, line=line, **where))  # type: ignore[arg-type]

    def expression(self, source: str) -> Expression:
        """Forms say the same thing many times: each is compiled once."""
        found = self.expressions.get(source)
        if found is None:
            found = self.expressions[source] = compile_expression(source, self.namespaces)
        return found

    def compile(self, source: str, node: Node, *, hidden: bool = False) -> Expression | None:
        """``hidden`` as for ``compile_expression``; a problem is noted."""
        try:
            return (
                compile_expression(source, self.namespaces, hidden=True)
                if hidden
                else self.expression(source)
            )
        except XPathProblem as problem:
            self.error("xpath", f"{problem.message} in: {source.strip()[:200]}", node)
            return None

    def known_text(self, shown: Text | None, node: Node, ref: str | None) -> None:
        """Warns of a translation that no language has."""
        if shown is None or not shown.translated or shown.reference is None:
            return
        tree = shown.reference.tree
        if tree.symbol == "(string)" and tree.value not in self.text_ids:
            self.warning("text", f"no translation has the text {tree.value}", node, ref=ref)

    def places(self, path: str, at: Node, node: Node) -> list[Field]:
        if (plain := self.by_path.get(path)) is not None:
            return [plain]
        expression = self.compile(path, node)
        if expression is None:
            return []
        return list(dict.fromkeys(self.reader.fields(expression.tree, at)))

    def rule(self, source: str, node: Node, field: Field, column: str) -> Expression | None:
        """An expression at a field, examined for what it names."""
        try:
            expression = self.expression(source)
        except XPathProblem as problem:
            message = f"{problem.message} in: {source[:200]}"
            self.error("xpath", message, node, ref=field.path, column=column)
            return None
        self.examine(expression, node, field, column)
        return expression

    def examine(self, expression: Expression, node: Node, field: Field, column: str) -> None:
        missing_paths, lists = self.reader.examined(expression.tree, field.prototype)
        for missing in missing_paths:
            self.error(
                "unknown_reference", f"there is no {missing} in the form", node, ref=field.path, column=column
            )
        for name in sorted(unsupported_functions(expression.tree)):
            message = f"{name}() gives nothing on this computer"
            self.warning("unsupported", message, node, ref=field.path, column=column)
        for instance_id in lists:
            if instance_id not in self.instances:
                self.error(
                    "unknown_list", f"there is no list {instance_id}", node, ref=field.path, column=column
                )
