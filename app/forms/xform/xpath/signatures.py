"""The functions of an expression: how many arguments each takes, what it gives, and which arguments must be nodes."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

Kind = Literal["string", "number", "boolean", "nodes", "any"]


class Signature(msgspec.Struct, frozen=True):
    """``most`` is None for any number; ``nodes`` are the positions of arguments that have to be node sets."""

    gives: Kind
    least: int
    most: int | None
    nodes: tuple[int, ...] = ()

    def takes(self, count: int) -> bool:
        return self.least <= count and (self.most is None or count <= self.most)

    def counts(self) -> str:
        """``1 argument``, ``2 to 3 arguments``, ``2 or more arguments``"""
        if self.most is None:
            return f"{self.least} or more arguments"
        if self.least < self.most:
            return f"{self.least} to {self.most} arguments"
        return f"{self.least} argument" if self.least == 1 else f"{self.least or 'no'} arguments"


def _of(gives: Kind, counts: str) -> dict[str, Signature]:
    """``name least most`` per line, ``*`` for any number, ``name 1 1 0`` if argument 0 must be nodes."""
    found: dict[str, Signature] = {}
    for line in counts.split(";"):
        name, least, most, *nodes = line.split()
        found[name] = Signature(gives, int(least), None if most == "*" else int(most), tuple(map(int, nodes)))
    return found


SIGNATURES: Final[Mapping[str, Signature]] = {
    **_of(
        "string",
        "string 0 1; concat 0 *; join 1 *; substr 2 3; substring 2 3; substring-before 2 2; substring-after 2 2;"
        "translate 3 3; normalize-space 0 1; uuid 0 1; digest 2 3; base64-decode 1 1; pulldata 4 4; coalesce 2 2;"
        "once 1 1; local-name 0 1 0; name 0 1 0; namespace-uri 0 1 0; today 0 0; now 0 0; format-date 2 2;"
        "format-date-time 2 2; date 1 1; date-time 1 1; selected-at 2 2; jr-choice-name 2 2; jr-itext 1 1;"
        "version 0 0; property 1 1; add-date 2 6",
    ),
    **_of(
        "boolean",
        "contains 2 2; starts-with 2 2; ends-with 2 2; true 0 0; false 0 0; boolean 1 1; boolean-from-string 1 1;"
        "not 1 1; regex 2 2; checklist 2 *; weighted-checklist 2 *; lang 1 1; selected 2 2; is-selected 2 2; geofence 2 2",
    ),
    **_of(
        "number",
        "number 0 1; string-length 0 1; random 0 0; int 1 1; sum 1 1 0; max 1 *; min 1 *; round 1 2; floor 1 1;"
        "ceiling 1 1; pow 2 2; log 1 1; log10 1 1; abs 1 1; sin 1 1; cos 1 1; tan 1 1; asin 1 1; acos 1 1; atan 1 1;"
        "atan2 2 2; sqrt 1 1; exp 1 1; exp10 1 1; pi 0 0; count 1 1 0; count-non-empty 1 1 0; position 0 1 0; last 0 0;"
        "decimal-date-time 1 1; decimal-time 1 1; count-selected 1 1; area 1 1; enclosed-area 1 1; distance 1 *;"
        "difference-in-months 2 2",
    ),
    **_of("nodes", "instance 1 1; current 0 0; randomize 1 2 0; id 1 1; indexed-repeat 3 * 0 1"),
    **_of("any", "if 3 3; depend 1 *"),
    **_of(
        "string",
        "extract-signed 2 2; z-score 1 *; cht-extension-lib 1 *; to-bikram-sambat 1 1; intersects 1 1",
    ),
}

UNSUPPORTED: Final = frozenset(
    {"extract-signed", "z-score", "cht-extension-lib", "to-bikram-sambat", "intersects"}
)
"""Functions of single products: they load, and give nothing."""
UNKNOWN_CALL: Final = "(unknown)"
"""What the tree has in the place of a function that does not exist."""


def written_call(symbol: str) -> str:
    """A function as its author writes it: ``jr:itext()``."""
    prefixed = symbol.replace("jr-", "jr:", 1).replace("cht-", "cht:", 1)
    return f"{prefixed}()"
