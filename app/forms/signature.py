"""A signature as an answer: who, in which role, on which day, and the strokes of the hand if somebody drew them.

As text ``name; role; day; strokes``, short enough to stand among the other answers and to be sealed with them. Strokes are lines
in a box of ``BOX`` units: the first point, then steps, blanks between the numbers and commas between the strokes.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

BOX: Final = (640, 192)
MOST_POINTS: Final = 800
"""Of all strokes together; a longer scribble ends there."""
_BETWEEN: Final = "; "

Stroke = tuple[tuple[int, int], ...]


class Signed(msgspec.Struct, frozen=True):
    """``role`` is a profession code, ``on`` a day in ISO."""

    name: str = ""
    role: str = ""
    on: str = ""
    strokes: str = ""
    """As text; ``strokes_of`` reads it."""


def read_signature(text: str) -> Signed:
    """The parts of a signature's text; what is missing is empty."""
    name, role, on, strokes = (*text.split(_BETWEEN), "", "", "", "")[:4]
    return Signed(name, role, on, strokes)


def written_signature(signed: Signed) -> str:
    """The text of a signature; without strokes as it always was."""
    parts = (signed.name, signed.role, signed.on, *([signed.strokes] if signed.strokes else []))
    return _BETWEEN.join(parts)


def written_strokes(strokes: Sequence[Stroke]) -> str:
    """Strokes as text; points outside the box are moved to its edge."""
    return ",".join(" ".join(map(str, _steps(stroke))) for stroke in strokes if stroke)


def strokes_of(text: str) -> tuple[Stroke, ...]:
    """The strokes; none for a text that does not hold any."""
    found: list[Stroke] = []
    points = 0
    for written in text.split(",") if text else []:
        try:
            numbers = [int(number) for number in written.split()]
        except ValueError:
            return ()
        stroke = tuple(_points(numbers))
        points += len(stroke)
        if len(numbers) % 2 or points > MOST_POINTS:
            return ()
        found.append(stroke)
    return tuple(found)


def _steps(stroke: Stroke) -> Iterator[int]:
    last = (0, 0)
    for point in stroke:
        x, y = (min(max(at, 0), most) for at, most in zip(point, BOX, strict=True))
        yield from (x - last[0], y - last[1])
        last = (x, y)


def _points(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    x = y = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=False):
        x, y = x + step_x, y + step_y
        yield min(max(x, 0), BOX[0]), min(max(y, 0), BOX[1])
