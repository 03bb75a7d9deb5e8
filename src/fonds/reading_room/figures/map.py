"""A map of the world with a circle for each place: Equal Earth (Šavrič, Patterson and Jenny, 2018), without borders.

The outlines are those of land alone: borders of today would be wrong on a map of other times.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from math import asin, cos, radians, sin, sqrt
from typing import Final

from msgspec import Struct, structs

from fonds.reading_room.figures.labels import Label, Mark, place_labels

WIDTH: Final = 960
LARGEST: Final = 26.0
"""Pixels of the radius of the largest circle; the area of a circle is as its number of documents."""
SMALLEST: Final = 3.0
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
    """A spot drawn; `label` tells where its name stands, None where there is no room for it."""

    spot: Spot
    x: float
    y: float
    radius: float
    label: Label | None = None


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
    marks = [Mark(each.spot.name, each.x, each.y, each.radius) for each in circles[:MOST_NAMED]]
    named = zip_longest(circles, place_labels(marks, WIDTH))
    drawn = tuple(structs.replace(circle, label=label) for circle, label in named)
    return Map(land(), drawn, WIDTH, round(project(SOUTH, 0)[1]))


def _circle(spot: Spot, most: int) -> Circle:
    x, y = project(spot.latitude, spot.longitude)
    return Circle(spot, round(x, 1), round(y, 1), round(max(SMALLEST, LARGEST * sqrt(spot.documents / most)), 1))
