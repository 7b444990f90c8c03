"""Text of an expression -> elementpath's tree, with the corrections ODK's XPath 1.0 needs.

elementpath's own XPath 1.0 grammar is stricter or different in places: a path may not begin with a function
(``instance('x')/root``), comparisons do not chain, all comparisons bind alike and a sign binds tighter than a union. Only
parsing is used from it: what a tree means is told in ``compilation``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, Final

from elementpath import ElementPathError, XPath1Parser
from elementpath.tdop import Parser, Token
from elementpath.xpath_tokens import NameToken, XPathToken

from app.forms.xform.document import KNOWN_PREFIXES
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.signatures import SIGNATURES, UNKNOWN_CALL

LONGEST_EXPRESSION: Final = 100_000

# Functions with a prefix are renamed before parsing: elementpath ties prefixed functions to XPath 3's namespaces.
_PREFIXED = re.compile(r"\b(?:jr:(?=(?:choice-name|itext)\s*\()|cht:(?=extension-lib\s*\())")
# An operator may touch the number before it and whatever comes behind it: 1mod2. No name can follow a number.
_TOUCHING = re.compile(r"(?<![\w.\-/@])(\d+(?:\.\d*)?|\.\d+)\s*(div|mod|and|or)")
_PIECE = re.compile(r"""'[^']*'|"[^"]*"|[^'"]+""")


class ODKParser(XPath1Parser):
    """XPath 1.0 with ODK's functions."""

    PATH_STEP_LABELS: ClassVar[tuple[str, ...]] = ("axis", "function", "kind test")
    PATH_STEP_SYMBOLS: ClassVar[set[str]] = {*XPath1Parser.PATH_STEP_SYMBOLS, "("}


def _led(power: int) -> Any:
    def led(self: Any, left: Any) -> Any:
        self[:] = left, self.parser.expression(rbp=power)
        return self

    return led


def _sign(self: Any) -> Any:
    self[:] = (self.parser.expression(rbp=46),)
    return self


def _arguments(self: Any) -> Any:
    """The arguments of a call, however many: whether there are enough is said by ``compilation``."""
    parser = self.parser
    parser.advance("(")
    self[:] = ()
    while parser.next_token.symbol != ")":
        if len(self):
            parser.advance(",")
        self.append(parser.expression(rbp=5))
    parser.advance(")")
    return self


class UnknownCall(XPathToken):
    """A call of a function that does not exist; ``value`` is its name."""

    symbol = lookup_name = UNKNOWN_CALL
    label = "function"
    nud = _arguments


class _Name(NameToken):
    def nud(self) -> XPathToken:
        known_wrong = self.namespace or self.value in self.parser.RESERVED_FUNCTION_NAMES
        if self.parser.next_token.symbol == "(" and not known_wrong:
            call: XPathToken = UnknownCall(self.parser, self.value).nud()
            return call
        return super().nud()


def _step(self: Any) -> Any:
    """``.`` and ``..`` are whole steps: XPath has no predicate behind them."""
    if self.parser.next_token.symbol == "[":
        raise self.parser.next_token.wrong_syntax()
    return self


def _teach(parser: type[XPath1Parser]) -> None:
    # A symbol is forgotten before it is registered again: it would keep its old arity, and the class is shared with
    # elementpath's own parser.
    for symbol, power in {"=": 28, "!=": 28, "<": 30, ">": 30, "<=": 30, ">=": 30}.items():
        parser.symbol_table.pop(symbol, None)
        parser.register(symbol, label="operator", lbp=power, rbp=power, led=_led(power))
    for symbol in "+-":
        parser.symbol_table.pop(symbol, None)
        parser.register(symbol, label="operator", lbp=40, rbp=40, led=_led(40), nud=_sign)
    for symbol in (".", ".."):
        parser.symbol_table.pop(symbol, None)
        parser.register(symbol, nud=_step)
    for name in SIGNATURES:
        parser.symbol_table.pop(name, None)
        parser.function(name, nargs=(0, None))
        parser.register(name, nud=_arguments)
    parser.symbol_table["(name)"] = _Name
    parser.build()


_teach(ODKParser)


@lru_cache(maxsize=8192)
def _parsed(source: str, namespaces: tuple[tuple[str, str], ...]) -> Token[Any]:
    plain = _PIECE.sub(_prepared, source)
    parser = ODKParser(namespaces=dict(namespaces))
    try:
        # Not XPath1Parser.parse: that also evaluates, without answers, and calls the result an error.
        return Parser.parse(parser, plain)
    except ElementPathError as error:
        raise XPathProblem("xpath", _said(str(error))) from None
    except RecursionError:
        raise XPathProblem("xpath", "the expression is nested too deeply") from None
    except (ValueError, TypeError, KeyError, IndexError, RuntimeError, AttributeError) as error:
        # Whatever text a stranger wrote must not show elementpath's insides as a defect of ours.
        raise XPathProblem("xpath", f"not an expression: {error}") from None


def _prepared(piece: re.Match[str]) -> str:
    """What elementpath can read, of a piece that is no literal."""
    text = piece[0]
    if text[0] in "'\"":
        return text
    return _TOUCHING.sub(r"\1 \2 ", _PREFIXED.sub(lambda found: found[0].replace(":", "-"), text))


def _said(message: str) -> str:
    return message.replace("'fn:", "'").replace("jr-", "jr:")


def parse_expression(source: str, namespaces: Mapping[str, str] = KNOWN_PREFIXES) -> Token[Any]:
    """The tree of an expression. Raises XPathProblem."""
    if len(source) > LONGEST_EXPRESSION:
        raise XPathProblem("xpath", f"longer than {LONGEST_EXPRESSION} characters")
    if not source.strip():
        raise XPathProblem("xpath", "an empty expression")
    return _parsed(source.strip(), tuple(sorted(namespaces.items())))
