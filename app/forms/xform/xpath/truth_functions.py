"""Functions that answer yes or no, choose, or examine lists of choices."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.forms.xform.xpath.function import Function, every, number_of, text_of
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import Value, text, truth


def _if(place: Place, arguments: Sequence[Run]) -> Value:
    return arguments[1](place) if truth(arguments[0](place)) else arguments[2](place)


def _within(count: float, least: float, most: float) -> bool:
    """A negative bound is no bound."""
    return (least < 0 or count >= least) and (most < 0 or count <= most)


def _checklist(place: Place, arguments: Sequence[Run]) -> Value:
    least, most = number_of(place, arguments[0]), number_of(place, arguments[1])
    return _within(sum(truth(value) for value in every(place, arguments[2:])), least, most)


def _weighted_checklist(place: Place, arguments: Sequence[Run]) -> Value:
    least, most = number_of(place, arguments[0]), number_of(place, arguments[1])
    total = 0.0
    for value, weight in zip(arguments[2::2], arguments[3::2], strict=True):
        values, weights = every(place, [value]), every(place, [weight])
        for one, heavy in zip(values, weights, strict=False):
            if truth(one):
                total += number_of(place, lambda _, heavy=heavy: heavy)  # type: ignore[misc]
    return _within(total, least, most)


def _selected(place: Place, arguments: Sequence[Run]) -> Value:
    chosen = text_of(place, arguments[0]).split() or [""]
    return text_of(place, arguments[1]).strip() in chosen


def _selected_at(place: Place, arguments: Sequence[Run]) -> Value:
    chosen, index = text_of(place, arguments[0]).split(), number_of(place, arguments[1])
    return chosen[int(index)] if 0 <= index < len(chosen) else ""


def _lang(place: Place, arguments: Sequence[Run]) -> Value:
    wanted = text_of(place, arguments[0]).lower()
    for node in (place.node, *place.node.ancestors()):
        spoken = node.attribute("xml:lang").lower()
        if spoken:
            return spoken == wanted or spoken.startswith(wanted + "-")
    return False


TRUTH_FUNCTIONS: Final[Mapping[str, Function]] = {
    "if": _if,
    "true": lambda place, a: True,
    "false": lambda place, a: False,
    "boolean": lambda place, a: truth(a[0](place)),
    "boolean-from-string": lambda place, a: text_of(place, a[0]) in ("1", "true"),
    "not": lambda place, a: not truth(a[0](place)),
    "checklist": _checklist,
    "weighted-checklist": _weighted_checklist,
    "selected": _selected,
    "is-selected": _selected,
    "selected-at": _selected_at,
    "count-selected": lambda place, a: float(len(text(a[0](place)).split())),
    "lang": _lang,
    "depend": lambda place, a: a[0](place),
}
