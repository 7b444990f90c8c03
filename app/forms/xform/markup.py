"""XML read with the distrust that fits files from outside, and written.

``parse_xml`` refuses entity declarations (no entity can then grow), documents larger than the limits below and documents
nested deeper than any form is. It never opens another file (a document type elsewhere is not looked at) and never
reaches the network.
"""

from typing import Final
from xml.parsers import expat

from app.forms.xform.document import COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, KNOWN_PREFIXES, TEXT, Node
from app.forms.xform.errors import FormProblem

LARGEST_DOCUMENT_BYTES: Final = 64 * 1024 * 1024
DEEPEST_ELEMENT: Final = 200
MOST_NODES: Final = 1_000_000


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
        element.collapse()

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
