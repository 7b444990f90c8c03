"""Arithmetic and comparison of two values."""

import math
import operator
from collections.abc import Callable, Mapping
from typing import Any, Final


def divided(a: float, b: float) -> float:
    if b:
        return a / b
    if not a or a != a or b != b:
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


ARITHMETIC: Final[Mapping[str, Callable[[float, float], float]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divided,
    "mod": lambda a, b: math.fmod(a, b) if b and math.isfinite(a) and b == b else math.nan,
}
COMPARE: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
