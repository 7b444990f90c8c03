"""XML as a tree of nodes.

One kind of node serves every document: the form itself, its lists, the record being filled in and any file an expression
is tried on. Names stay as they were written (``orx:meta``); the namespace they stand for is kept beside them. An element
that holds nothing but text carries it in ``text`` and has no children, which keeps a record small and its expressions fast.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, Self

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
        "_positions",
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
        # Most nodes have neither: they share an empty list that nobody changes.
        self.children: list[Node] = _NOTHING
        self.attributes: list[Node] = _NOTHING
        self.relevant = True
        self.field: Any = None
        self.state: Any = None
        self._named: dict[str, list[Node]] | None = None
        self._positions: dict[int, int] | None = None
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
        self.insert(len(self.children), (child,))

    def insert(self, index: int, children: "Sequence[Node]") -> None:
        for child in children:
            child.parent = self
        if self.children is _NOTHING:
            self.children = []
        self.children[index:index] = children
        self._named = self._positions = None

    def remove(self, children: "Collection[Node]") -> None:
        gone = {id(child) for child in children}
        self.children = [child for child in self.children if id(child) not in gone]
        for child in children:
            child.parent = None
        self._named = self._positions = None

    def collapse(self) -> None:
        """Keeps the text of an element that holds nothing else, without a node for it."""
        if len(self.children) == 1 and self.children[0].kind == TEXT:
            self.text = self.children[0].text
            self.children = _NOTHING

    def set_attribute(self, name: str, value: str, namespace: str = "") -> "Node":
        for attribute in self.attributes:
            if attribute.name == name:
                attribute.text = value
                return attribute
        attribute = Node(ATTRIBUTE, name, value, namespace, self.line)
        attribute.parent = self
        self.attributes = [*self.attributes, attribute]
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
        positions = self.parent._positions
        if positions is None:
            positions = self.parent._positions = {}
            counts: dict[str, int] = {}
            for sibling in self.parent.elements():
                position = counts[sibling.name] = counts.get(sibling.name, 0) + 1
                positions[id(sibling)] = position
        return positions.get(id(self), 1)

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
