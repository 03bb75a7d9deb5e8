"""Names beside the circles of a figure, where no other name stands already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

LETTER: Final = 6.4
"""Pixels of an average letter of a name."""
LINE: Final = 14

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Mark(Struct, frozen=True):
    """A circle that has a name."""

    name: str
    x: float
    y: float
    radius: float


class Label(Struct, frozen=True):
    """Where a name stands: to the right of a point ("start"), to the left ("end"), or in its middle."""

    anchor: str
    x: float
    y: float


def place_labels(marks: Sequence[Mark], width: float, clear_of: Iterable[Mark] = ()) -> list[Label | None]:
    """Where each mark's name stands, the first ones before the others; None where there is no room for it.

    `clear_of` are circles that no name may cover.
    """
    taken = [_around(each) for each in clear_of]
    labels: list[Label | None] = []
    for mark in marks:
        fitting = ((label, box) for label, box in _places(mark) if _is_free(box, taken, width))
        found = next(fitting, None)
        labels.append(found[0] if found else None)
        if found:
            taken.append(found[1])
    return labels


def _around(mark: Mark) -> Box:
    return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius


def _places(mark: Mark) -> Iterator[tuple[Label, Box]]:
    """To the right, to the left, above, below."""
    length, away = LETTER * len(mark.name), mark.radius + 3
    for anchor, x, y in (
        ("start", mark.x + away, mark.y + 4),
        ("end", mark.x - away, mark.y + 4),
        ("middle", mark.x, mark.y - away),
        ("middle", mark.x, mark.y + away + 10),
    ):
        left = x - {"start": 0.0, "end": length, "middle": length / 2}[anchor]
        yield Label(anchor, round(x, 1), round(y, 1)), (left, y - LINE + 3, left + length, y + 3)


def _is_free(box: Box, taken: Iterable[Box], width: float) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= width
    return inside and all(right < other[0] or left > other[2] or bottom < other[1] or top > other[3] for other in taken)
