"""A map of the world with a circle for each place: Equal Earth (Šavrič, Patterson and Jenny, 2018), without borders.

The outlines are those of land alone: borders of today would be wrong on a map of other times.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Final

from msgspec import Struct

WIDTH: Final = 960
LARGEST: Final = 26.0
"""Pixels of the radius of the largest circle; the area of a circle is as its number of documents."""
SMALLEST: Final = 3.0
LETTER: Final = 6.4
"""Pixels of an average letter of a name."""
LINE: Final = 14
MOST_NAMED: Final = 40

_COEFFICIENTS: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_HALF: Final = sqrt(3) / 2
NORTH, SOUTH = 84.0, -58.0
"""Degrees at which the map ends."""


class Spot(Struct, frozen=True):
    """A place on the earth, in degrees, with its name, its number of documents, and the address where they are."""

    name: str
    latitude: float
    longitude: float
    documents: int
    address: str


class Circle(Struct, frozen=True):
    """A spot drawn; its name stands at `name_x`, `name_y`, unless there is no room for it: then `anchor` is ""."""

    spot: Spot
    x: float
    y: float
    radius: float
    anchor: str = ""
    name_x: float = 0.0
    name_y: float = 0.0


class Map(Struct, frozen=True):
    """The drawn map: the path of the land, and the circles, the largest first."""

    land: str
    circles: tuple[Circle, ...]
    width: int
    height: int


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point of the earth stands on the map, in pixels from its upper left corner."""
    x, y = _equal_earth(latitude, longitude)
    return (x / _extent() + 1) * WIDTH / 2, (_equal_earth(NORTH, 0)[1] - y) / _extent() * WIDTH / 2


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    a1, a2, a3, a4 = _COEFFICIENTS
    angle = asin(_HALF * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    stretch = _HALF * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1)
    return radians(longitude) * cos(angle) / stretch, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))


@cache
def _extent() -> float:
    """Half of the width of the earth in the units of the projection."""
    return _equal_earth(0, 180)[0]


@cache
def land() -> str:
    """The path of the land; "" where the build did not bring the outlines."""
    outlines = files("fonds.reading_room") / "figures" / "vendor" / "land.json"
    rings = json.loads(outlines.read_bytes()) if outlines.is_file() else []
    return "".join(_path(ring) for ring in rings)


def _path(ring: Iterable[tuple[float, float]]) -> str:
    points = dict.fromkeys("{:.1f} {:.1f}".format(*project(latitude, longitude)) for longitude, latitude in ring)
    return f"M{'L'.join(points)}z"


def draw_map(spots: Sequence[Spot]) -> Map:
    """The spots on the map of the world."""
    ordered = sorted(spots, key=lambda spot: (-spot.documents, spot.name))
    most = ordered[0].documents if ordered else 1
    circles = [_circle(spot, most) for spot in ordered]
    return Map(land(), tuple(_named(circles)), WIDTH, round(project(SOUTH, 0)[1]))


def _circle(spot: Spot, most: int) -> Circle:
    x, y = project(spot.latitude, spot.longitude)
    return Circle(spot, round(x, 1), round(y, 1), round(max(SMALLEST, LARGEST * sqrt(spot.documents / most)), 1))


Box = tuple[float, float, float, float]


def _named(circles: Sequence[Circle]) -> Iterator[Circle]:
    """The circles with their names to the right, the left, above or below, where no other name stands already."""
    taken: list[Box] = []
    for index, circle in enumerate(circles):
        fitting = (each for each in _places(circle) if _is_free(each[3], taken)) if index < MOST_NAMED else iter(())
        anchor, x, y, box = next(fitting, ("", 0.0, 0.0, None))
        if box:
            taken.append(box)
        yield Circle(circle.spot, circle.x, circle.y, circle.radius, anchor, round(x, 1), round(y, 1))


def _places(circle: Circle) -> Iterator[tuple[str, float, float, Box]]:
    width, away = LETTER * len(circle.spot.name), circle.radius + 3
    for anchor, x, y in (
        ("start", circle.x + away, circle.y + 4),
        ("end", circle.x - away, circle.y + 4),
        ("middle", circle.x, circle.y - away),
        ("middle", circle.x, circle.y + away + 10),
    ):
        left = x - {"start": 0.0, "end": width, "middle": width / 2}[anchor]
        yield anchor, x, y, (left, y - LINE + 3, left + width, y + 3)


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= WIDTH
    return inside and all(right < other[0] or left > other[2] or bottom < other[1] or top > other[3] for other in taken)
