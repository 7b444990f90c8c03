"""Labels, hints and messages: read from a form, shown in a language."""

from collections.abc import Callable

from app.forms.xform.document import ELEMENT, KNOWN_PREFIXES, TEXT, Node
from app.forms.xform.model import Text, Translations
from app.forms.xform.xpath.compilation import Expression
from app.forms.xform.xpath.scene import Scene
from app.forms.xform.xpath.values import text

Compile = Callable[[str, Node], Expression | None]
"""Makes an expression of text found at a node; None (and a noted problem) if it is none."""

_BLANKS = " \t\r\n"


def read_text(element: Node, compiled: Compile) -> Text | None:
    """A label, hint or itext value; None if it says nothing at all."""
    reference = element.attribute("ref").strip()
    if reference:
        return read_reference(reference, element, compiled)
    parts: list[str | Expression] = []
    _collect(element, parts, compiled)
    return trimmed(parts)


def read_reference(reference: str, element: Node, compiled: Compile) -> Text | None:
    """``jr:itext('id')``, ``jr:itext(itextId)`` or a path."""
    expression = compiled(reference, element)
    if expression is None:
        return None
    tree = expression.tree
    if tree.symbol == "jr-itext":
        inner = reference[reference.index("(") + 1 : reference.rindex(")")]
        text_id = compiled(inner, element)
        return None if text_id is None else Text(reference=text_id, translated=True)
    return Text(reference=expression)


def read_message(written: str, element: Node, compiled: Compile) -> Text | None:
    """A message of a bind: text, or ``jr:itext('id')``."""
    stripped = written.strip()
    if not stripped:
        return None
    if stripped.startswith("jr:itext("):
        return read_reference(stripped, element, compiled)
    return Text((stripped,))


def _collect(element: Node, parts: list[str | Expression], compiled: Compile) -> None:
    for child in element.content():
        if child.kind == TEXT:
            parts.append(child.text)
        elif child.kind == ELEMENT:
            if child.local_name == "output":
                source = child.attribute("value") or child.attribute("ref")
                expression = compiled(source, child) if source.strip() else None
                if expression is not None:
                    parts.append(expression)
            elif child.namespace == KNOWN_PREFIXES["h"]:
                marks = "".join(f' {one.name}="{one.text}"' for one in child.attributes)
                empty = not child.content()
                parts.append(f"<{child.local_name}{marks}{'/' if empty else ''}>")
                _collect(child, parts, compiled)
                parts.append("" if empty else f"</{child.local_name}>")
            else:
                _collect(child, parts, compiled)


def trimmed(parts: list[str | Expression]) -> Text | None:
    """Without the blanks that only indent the XML; a space that is not one of those (U+00A0) stays."""
    joined: list[str | Expression] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        else:
            joined.append(part)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip(_BLANKS)
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip(_BLANKS)
    kept = tuple(part for part in joined if part != "")
    return Text(kept) if kept else None


class Speaker:
    """Shows texts in one language; a text the language lacks is shown in the form's default language."""

    def __init__(self, translations: Translations, default: str | None) -> None:
        self._translations = translations
        self._default = default
        self.language = default

    def show(self, shown: Text | None, node: Node, scene: Scene, at: Node | None = None) -> str | None:
        """``node`` is the question; ``at`` the row of a list the text belongs to, if it is not the question's own."""
        if shown is None:
            return None
        if shown.reference is not None:
            value = text(shown.reference.value(at if at is not None else node, scene))
            return self.translation(value, node, scene) if shown.translated else value
        return "".join(
            part if isinstance(part, str) else text(part.value(node, scene)) for part in shown.parts
        )

    def translation(self, text_id: str, node: Node, scene: Scene) -> str | None:
        for language in (self.language, self._default):
            forms = self._translations.get(language or "", {}).get(text_id)
            if forms:
                shown = forms.get("") or forms.get("long") or forms.get("short")
                if shown is not None:
                    return self.show(shown, node, scene)
        return None
