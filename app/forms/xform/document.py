"""XML as a tree of nodes, read with a distrust that fits files from outside.

One kind of node serves every document: the form itself, its lists, the record being filled in and any file an expression
is tried on. Names stay as they were written (``orx:meta``); the namespace they stand for is kept beside them. An element
that holds nothing but text carries it in ``text`` and has no children, which keeps a record small and its expressions fast.

``parse_xml`` refuses entity declarations (no entity can then grow), documents larger than the limits below and documents
nested deeper than any form is. It never opens another file (a document type elsewhere is not looked at) and never
reaches the network.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Self
from xml.parsers import expat

from app.forms.xform.errors import FormProblem

LARGEST_DOCUMENT_BYTES: Final = 64 * 1024 * 1024
DEEPEST_ELEMENT: Final = 200
MOST_NODES: Final = 2_000_000

DOCUMENT, ELEMENT, ATTRIBUTE, TEXT, COMMENT, INSTRUCTION, NAMESPACE = range(7)

XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"
XFORMS: Final = "http://www.w3.org/2002/xforms"
KNOWN_PREFIXES: Final[Mapping[str, str]] = {
    "jr": "http://openrosa.org/javarosa",
    "orx": "http://openrosa.org/xforms",
    "odk": "http://www.opendatakit.org/xforms",
    "h": "http://www.w3.org/1999/xhtml",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xml": XML_NAMESPACE,
}


class Node:
    """A document, element, attribute, text, comment, instruction or namespace; ``kind`` tells which.

    ``relevant`` is only ever false in a record. ``line`` is where the element begins in its file, 0 if it has none.
    """

    __slots__ = (
        "_named",
        "_text_node",
        "attributes",
        "children",
        "field",
        "kind",
        "line",
        "name",
        "namespace",
        "parent",
        "relevant",
        "state",
        "text",
    )

    def __init__(self, kind: int, name: str = "", text: str = "", namespace: str = "", line: int = 0) -> None:
        self.kind = kind
        self.name = name
        self.text = text
        self.namespace = namespace
        self.line = line
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.relevant = True
        self.field: Any = None
        self.state: Any = None
        self._named: dict[str, list[Node]] | None = None
        self._text_node: Node | None = None

    @classmethod
    def element(cls, name: str, text: str = "", namespace: str = "") -> Self:
        return cls(ELEMENT, name, text, namespace)

    @property
    def local_name(self) -> str:
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        return self.name.rpartition(":")[0]

    # structure

    def append(self, child: "Node") -> None:
        child.parent = self
        self.children.append(child)
        self._named = None

    def insert(self, index: int, child: "Node") -> None:
        child.parent = self
        self.children.insert(index, child)
        self._named = None

    def remove(self, child: "Node") -> None:
        self.children.remove(child)
        child.parent = None
        self._named = None

    def set_attribute(self, name: str, value: str, namespace: str = "") -> "Node":
        for attribute in self.attributes:
            if attribute.name == name:
                attribute.text = value
                return attribute
        attribute = Node(ATTRIBUTE, name, value, namespace, self.line)
        attribute.parent = self
        self.attributes.append(attribute)
        return attribute

    def attribute(self, name: str, default: str = "") -> str:
        """The value of the attribute written ``name``."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute.text
        return default

    def attribute_in(self, namespace: str, local_name: str) -> str | None:
        """The value of the attribute with this local name in a namespace, whatever its prefix; None if absent."""
        for attribute in self.attributes:
            if attribute.namespace == namespace and attribute.local_name == local_name:
                return attribute.text
        return None

    def named(self, name: str) -> "list[Node]":
        """Child elements written ``name``, in order; the list is shared and must not be changed."""
        index = self._named
        if index is None:
            index = self._named = {}
            for child in self.children:
                if child.kind == ELEMENT:
                    index.setdefault(child.name, []).append(child)
        return index.get(name, _NOTHING)

    def elements(self) -> "Iterator[Node]":
        return (child for child in self.children if child.kind == ELEMENT)

    def descendants(self) -> "Iterator[Node]":
        """All nodes below this one, in document order, without attributes."""
        for child in self.content():
            yield child
            yield from child.descendants()

    def content(self) -> "list[Node]":
        """Child nodes as XPath sees them: a leaf's text is a node of its own."""
        if self.children or not self.text or self.kind != ELEMENT:
            return self.children
        node = self._text_node
        if node is None:
            node = self._text_node = Node(TEXT)
            node.parent = self
        node.text = self.text
        return [node]

    def ancestors(self) -> "Iterator[Node]":
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def root(self) -> "Node":
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    # value

    def value(self) -> str:
        """XPath's string value."""
        if self.kind > ELEMENT or not self.children:
            return self.text
        return "".join(_texts(self))

    def position(self) -> int:
        """1 for the first sibling element of this name."""
        if self.parent is None:
            return 1
        for index, sibling in enumerate(self.parent.named(self.name), start=1):
            if sibling is self:
                return index
        return 1

    def namespaces(self) -> dict[str, str]:
        """The prefixes declared here and above, nearest first; "" is the default namespace."""
        found: dict[str, str] = {}
        node: Node | None = self
        while node is not None:
            for attribute in node.attributes:
                if attribute.name == "xmlns":
                    found.setdefault("", attribute.text)
                elif attribute.name.startswith("xmlns:"):
                    found.setdefault(attribute.name[6:], attribute.text)
            node = node.parent
        return found

    def __repr__(self) -> str:
        return f"<Node {self.name or self.kind} {self.text!r}>"


_NOTHING: list[Node] = []


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if child.kind == TEXT:
            yield child.text
        elif child.kind == ELEMENT:
            if child.children:
                yield from _texts(child)
            else:
                yield child.text


def document_of(root: Node) -> Node:
    """A document node around an element."""
    document = Node(DOCUMENT)
    document.append(root)
    return document


# reading


class _Reader:
    """expat's events -> nodes, within the limits."""

    def __init__(self) -> None:
        self.document = Node(DOCUMENT)
        self._open: list[Node] = [self.document]
        self._scopes: list[dict[str, str]] = [dict(KNOWN_PREFIXES)]
        self._text: list[str] = []
        self._count = 0
        # Names are kept as written: expat would refuse a prefix nobody declared, which form tools tolerate.
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append
        self.parser.CommentHandler = self._comment
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.UnparsedEntityDeclHandler = self._refuse_entity
        self.parser.ExternalEntityRefHandler = self._refuse_entity

    def _refuse_entity(self, *_: object) -> int:
        raise FormProblem(
            "entities", "the file declares entities, which a form never needs", line=self._line()
        )

    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            raise FormProblem("too_large", f"more than {MOST_NODES} nodes", line=self._line())
        self._open[-1].append(node)

    def _flush(self) -> None:
        if self._text:
            text = "".join(self._text)
            self._text.clear()
            if len(self._open) > 1:
                self._add(Node(TEXT, text=text))

    def _start(self, name: str, attributes: list[str]) -> None:
        self._flush()
        if len(self._open) > DEEPEST_ELEMENT:
            raise FormProblem(
                "too_deep", f"elements nested more than {DEEPEST_ELEMENT} deep", line=self._line()
            )
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        scope = self._scopes[-1]
        declared = {key[6:]: value for key, value in pairs if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            scope = scope | declared
        self._scopes.append(scope)
        element = Node(ELEMENT, name, namespace=scope.get(name.rpartition(":")[0], ""), line=self._line())
        for key, value in pairs:
            prefix = key.rpartition(":")[0]
            element.set_attribute(key, value, scope.get(prefix, "") if prefix else "")
        self._add(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._flush()
        element = self._open.pop()
        self._scopes.pop()
        if len(element.children) == 1 and element.children[0].kind == TEXT:
            element.text = element.children[0].text
            element.children.clear()

    def _comment(self, text: str) -> None:
        self._flush()
        self._add(Node(COMMENT, text=text))

    def _instruction(self, target: str, text: str) -> None:
        self._flush()
        self._add(Node(INSTRUCTION, target, text))


def parse_xml(source: bytes | str) -> Node:
    """The document node of well-formed XML. Raises FormProblem (``xml``, ``entities``, ``too_large``, ``too_deep``)."""
    data = source.encode() if isinstance(source, str) else source
    if len(data) > LARGEST_DOCUMENT_BYTES:
        raise FormProblem("too_large", f"larger than {LARGEST_DOCUMENT_BYTES // 2**20} MB")
    reader = _Reader()
    try:
        reader.parser.Parse(data.lstrip() if data[:1].isspace() else data, True)
    except expat.ExpatError as error:
        raise FormProblem(
            "xml", f"not readable as XML: {expat.ErrorString(error.code)}", line=error.lineno
        ) from None
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        raise FormProblem("xml", f"not readable as XML: {error}") from None
    finally:
        # The handlers refer to the reader and the reader to the parser.
        reader.parser.StartElementHandler = None
        reader.parser.EndElementHandler = None
    return reader.document


# writing

_TEXT_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)
# What XML 1.0 cannot hold at all, such as a NUL pasted into a field.
_UNWRITABLE: Final = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)]
)


def write_xml(node: Node) -> str:
    """An element and what it holds as XML text, without a declaration; characters XML cannot hold are left out."""
    parts: list[str] = []
    _write(node, parts)
    return "".join(parts)


def _write(node: Node, parts: list[str]) -> None:
    if node.kind == TEXT:
        parts.append(node.text.translate(_UNWRITABLE).translate(_TEXT_ESCAPES))
        return
    if node.kind != ELEMENT:
        return
    parts.append(f"<{node.name}")
    for attribute in node.attributes:
        value = attribute.text.translate(_UNWRITABLE).translate(_ATTRIBUTE_ESCAPES)
        parts.append(f' {attribute.name}="{value}"')
    content = node.content()
    if not content:
        parts.append("/>")
        return
    parts.append(">")
    for child in content:
        _write(child, parts)
    parts.append(f"</{node.name}>")
