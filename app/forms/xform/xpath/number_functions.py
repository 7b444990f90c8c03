"""Numbers in expressions: arithmetic, rounding, and the functions that compute with them."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.forms.xform.xpath.function import Function, every, here_or, nodes_of, number_of
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.string_functions import rounded
from app.forms.xform.xpath.values import Value, number, text_number

_EXPONENT = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d{1,3}")
MOST_DIGITS: Final = 30


def _careful(compute: Callable[..., float]) -> Function:
    """A function of math whose exceptions are nan or infinity in an expression."""

    def act(place: Place, arguments: Sequence[Run]) -> Value:
        values = [number_of(place, argument) for argument in arguments]
        try:
            return float(compute(*values))
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return act


def _log(value: float, log: Callable[[float], float]) -> float:
    return -math.inf if value == 0 else log(value)


def _pow(base: float, power: float) -> float:
    try:
        return math.pow(base, power)
    except ValueError:
        # pow(0, -1) is infinite; pow(-8, 1/3) has no real answer.
        return math.inf if base == 0 else math.nan


def _int(place: Place, arguments: Sequence[Run]) -> Value:
    value = arguments[0](place)
    if isinstance(value, str) and _EXPONENT.fullmatch(value.strip()):
        value = float(value)
    count = number(value, place.scene.zone)
    return count if not math.isfinite(count) else float(math.trunc(count))


def _round(place: Place, arguments: Sequence[Run]) -> Value:
    value = number_of(place, arguments[0])
    if len(arguments) == 1:
        return float(rounded(value))
    digits = number_of(place, arguments[1])
    if not math.isfinite(value):
        return value
    if not math.isfinite(digits) or abs(digits) > MOST_DIGITS:
        return math.nan
    # As the number is printed: 2.15 rounds to 2.2, though its binary form lies below the half.
    unit = Decimal(1).scaleb(-math.trunc(digits))
    if abs(value) >= 1e15:
        return value
    return float((Decimal(repr(value)) / unit).to_integral_value(ROUND_HALF_UP) * unit) + 0.0


def _sum(place: Place, arguments: Sequence[Run]) -> Value:
    """Nodes without an answer count as nothing; a node that holds no number makes the sum no number."""
    zone = place.scene.zone
    written = (node.value() for node in nodes_of(place, arguments[0], "sum"))
    return sum((text_number(one, zone) for one in written if one), 0.0)


def _extreme(best: Callable[[list[float]], float]) -> Function:
    def act(place: Place, arguments: Sequence[Run]) -> Value:
        found = [number(value, place.scene.zone) for value in every(place, arguments)]
        return math.nan if not found or any(map(math.isnan, found)) else best(found)

    return act


NUMBER_FUNCTIONS: Final[Mapping[str, Function]] = {
    "number": lambda place, a: number(here_or(place, a), place.scene.zone),
    "random": lambda place, a: place.scene.chance.random(),
    "int": _int,
    "round": _round,
    "floor": _careful(lambda value: value if not math.isfinite(value) else math.floor(value)),
    "ceiling": _careful(lambda value: value if not math.isfinite(value) else math.ceil(value)),
    "sum": _sum,
    "max": _extreme(max),
    "min": _extreme(min),
    "pow": _careful(_pow),
    "log": _careful(lambda value: _log(value, math.log)),
    "log10": _careful(lambda value: _log(value, math.log10)),
    "abs": _careful(abs),
    "sin": _careful(math.sin),
    "cos": _careful(math.cos),
    "tan": _careful(math.tan),
    "asin": _careful(math.asin),
    "acos": _careful(math.acos),
    "atan": _careful(math.atan),
    "atan2": _careful(math.atan2),
    "sqrt": _careful(math.sqrt),
    "exp": _careful(math.exp),
    "exp10": _careful(lambda value: math.pow(10.0, value)),
    "pi": lambda place, a: math.pi,
}
