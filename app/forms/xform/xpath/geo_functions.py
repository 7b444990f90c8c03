"""Functions of points on the Earth: a sphere of the equator's radius, as the ODK specification has it."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from app.forms.xform.xpath.function import Function, every
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import Value, text

EARTH_RADIUS_M: Final = 6_378_100.0

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def read_point(written: str) -> Point | None:
    """``latitude longitude [altitude [accuracy]]``; None if it is no point of the Earth."""
    parts = written.split()
    if not 2 <= len(parts) <= 4:
        return None
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    latitude, longitude = numbers[0], numbers[1]
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _points(place: Place, arguments: Sequence[Run]) -> list[Point] | None:
    """All points of the arguments in order; None if one of them is none."""
    points = []
    for value in every(place, arguments):
        for written in text(value).strip().rstrip(";").split(";"):
            point = read_point(written)
            if point is None:
                return None
            points.append(point)
    return points


def _area(place: Place, arguments: Sequence[Run]) -> Value:
    points = _points(place, arguments)
    if points is None or len(points) < 2:
        return math.nan
    if len(points) < 3:
        return 0.0
    ring = points if points[0] == points[-1] else [*points, points[0]]
    total = math.fsum(
        math.radians(to[1] - at[1]) * (2 + math.sin(math.radians(to[0])) + math.sin(math.radians(at[0])))
        for at, to in pairwise(ring)
    )
    return _centi(abs(total) * EARTH_RADIUS_M * EARTH_RADIUS_M / 2)


def _distance(place: Place, arguments: Sequence[Run]) -> Value:
    points = _points(place, arguments)
    if points is None or len(points) < 2:
        return math.nan
    return _centi(math.fsum(_arc(at, to) for at, to in pairwise(points)))


def _arc(at: Point, to: Point) -> float:
    if at == to:
        return 0.0
    lat, other = math.radians(at[0]), math.radians(to[0])
    turn = math.radians(at[1] - to[1])
    cosine = math.sin(lat) * math.sin(other) + math.cos(lat) * math.cos(other) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH_RADIUS_M


def _centi(metres: float) -> float:
    return math.floor(metres * 100 + 0.5) / 100


def _geofence(place: Place, arguments: Sequence[Run]) -> Value:
    """Whether a point lies within a shape: how often a line from it crosses the border."""
    point, shape = _points(place, arguments[:1]), _points(place, arguments[1:])
    if not point or not shape or len(shape) < 3:
        return False
    latitude, longitude = point[0]
    inside = False
    for at, to in pairwise([*shape, shape[0]]):
        if (at[0] > latitude) != (to[0] > latitude):
            crossing = (to[1] - at[1]) * (latitude - at[0]) / (to[0] - at[0]) + at[1]
            if longitude < crossing:
                inside = not inside
    return inside


GEO_FUNCTIONS: Final[Mapping[str, Function]] = {
    "area": _area,
    "enclosed-area": _area,
    "distance": _distance,
    "geofence": _geofence,
}
