"""What the functions of expressions have in common: how they are called and how they read their arguments."""

from collections.abc import Callable, Sequence

from app.forms.xform.document import Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import Value, number, text

Function = Callable[[Place, Sequence[Run]], Value]


def text_of(place: Place, argument: Run) -> str:
    return text(argument(place))


def number_of(place: Place, argument: Run) -> float:
    return number(argument(place), place.scene.zone)


def nodes_of(place: Place, argument: Run, name: str) -> list[Node]:
    value = argument(place)
    if not isinstance(value, list):
        raise XPathProblem("xpath", f"{name}() needs nodes")
    return value


def every(place: Place, arguments: Sequence[Run]) -> list[Value]:
    """All arguments, a node set counting as the texts of its nodes."""
    found: list[Value] = []
    for argument in arguments:
        value = argument(place)
        if isinstance(value, list):
            found.extend(node.value() for node in value)
        else:
            found.append(value)
    return found


def here_or(place: Place, arguments: Sequence[Run]) -> Value:
    """The only argument, or the context node where it is left out."""
    return arguments[0](place) if arguments else [place.node]
