"""Who writes to whom as a network: laid out by forces (Fruchterman and Reingold, 1991), the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, log, pi, sin, sqrt

from msgspec import Struct, structs

from fonds.catalogue import Exchange
from fonds.reading_room.figures.labels import Label, Mark, place_labels

WIDTH, HEIGHT = 960, 620
MARGIN_X, MARGIN_Y = 110, 24
MOST_NODES = 36
LONGEST_NAME = 34
ROUNDS = 90

Point = list[float]
Edge = tuple[int, int, float]


class Node(Struct, frozen=True):
    """Somebody who writes or is written to, with their number of records, where they stand, and where their name."""

    name: str
    records: int
    x: float
    y: float
    radius: float
    label: Label = Label("middle", 0, 0)

    @property
    def shown(self) -> str:
        """The name, or as much of it as there is room for."""
        return self.name if len(self.name) <= LONGEST_NAME else f"{self.name[: LONGEST_NAME - 1].rstrip()}…"


class Link(Struct, frozen=True):
    """What one sent to another, bent to the right of its way so that the answer has a line of its own."""

    exchange: Exchange
    path: str
    width: float


class Network(Struct, frozen=True):
    """The drawn network; `left_out` counts those who were too many to be drawn."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def correspondents_of(exchanges: Sequence[Exchange]) -> Counter[str]:
    """Everybody who writes or is written to, with the number of records."""
    counts: Counter[str] = Counter()
    for each in exchanges:
        counts[each.sender] += each.records
        counts[each.addressee] += each.records
    return counts


@lru_cache(maxsize=64)
def draw_network(exchanges: tuple[Exchange, ...]) -> Network:
    """The network of those with most records who are linked to each other."""
    counts = correspondents_of(exchanges)
    busiest = set(sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NODES])
    inside = [each for each in exchanges if {each.sender, each.addressee} <= busiest]
    names = sorted(correspondents_of(inside), key=lambda name: (-counts[name], name))
    place = {name: index for index, name in enumerate(names)}
    edges = [(place[each.sender], place[each.addressee], 1 + log(each.records)) for each in inside]
    points = _fitted(_laid_out(len(names), edges))
    nodes = tuple(
        Node(name, counts[name], round(x, 1), round(y, 1), round(2.5 + sqrt(counts[name]) / 2.5, 1))
        for name, (x, y) in zip(names, points, strict=True)
    )
    nodes = _named(nodes)
    links = (
        Link(each, _path(nodes[place[each.sender]], nodes[place[each.addressee]]), _width(each)) for each in inside
    )
    return Network(nodes, tuple(links), len(counts) - len(names))


def _named(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with their names where no other stands, those of the busiest first; above, where there is no room."""
    marks = [Mark(each.shown, each.x, each.y, each.radius) for each in nodes]
    labels = place_labels(marks, WIDTH, clear_of=marks)
    above = (Label("middle", each.x, round(each.y - each.radius - 4, 1)) for each in nodes)
    found = zip(nodes, labels, above, strict=True)
    return tuple(structs.replace(node, label=label or otherwise) for node, label, otherwise in found)


def _width(exchange: Exchange) -> float:
    return round(0.6 + log(exchange.records), 2)


def _path(start: Node, end: Node) -> str:
    if start is end:
        return f"M{start.x} {start.y}m-6 -6a6 6 0 1 1 6 6"
    dx, dy = end.x - start.x, end.y - start.y
    middle = ((start.x + end.x) / 2 - dy * 0.12, (start.y + end.y) / 2 + dx * 0.12)
    return f"M{start.x} {start.y}Q{middle[0]:.1f} {middle[1]:.1f} {end.x} {end.y}"


def _laid_out(count: int, edges: Sequence[Edge]) -> list[Point]:
    """Points in a square of side 1; all push each other off, edges pull together, ever more slowly."""
    points = [
        [0.5 + 0.4 * cos(2 * pi * n / max(count, 1)), 0.5 + 0.4 * sin(2 * pi * n / max(count, 1))] for n in range(count)
    ]
    ideal = 1 / sqrt(max(count, 1))
    for turn in range(ROUNDS):
        moves = _moves(points, edges, ideal)
        most = 0.1 * (1 - turn / ROUNDS)
        for point, (dx, dy) in zip(points, moves, strict=True):
            length = hypot(dx, dy) or 1.0
            point[0] += dx / length * min(length, most)
            point[1] += dy / length * min(length, most)
    return points


def _moves(points: Sequence[Point], edges: Sequence[Edge], ideal: float) -> list[Point]:
    moves = [[(0.5 - x) * 0.8, (0.5 - y) * 0.8] for x, y in points]  # a little to the middle: nobody drifts away
    for one, (x, y) in enumerate(points):
        for other in range(one):
            dx, dy = x - points[other][0], y - points[other][1]
            push = ideal * ideal / max(dx * dx + dy * dy, 1e-6)
            _push(moves, one, other, (dx * push, dy * push))
    for one, other, weight in edges:
        dx, dy = points[one][0] - points[other][0], points[one][1] - points[other][1]
        pull = -weight * hypot(dx, dy) / ideal / 14
        _push(moves, one, other, (dx * pull, dy * pull))
    return moves


def _push(moves: Sequence[Point], one: int, other: int, force: tuple[float, float]) -> None:
    moves[one][0] += force[0]
    moves[one][1] += force[1]
    moves[other][0] -= force[0]
    moves[other][1] -= force[1]


def _fitted(points: Sequence[Point]) -> list[tuple[float, float]]:
    """The points stretched over the figure, its margins left free for names."""
    if not points:
        return []
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    across, down = (right - left) or 1.0, (bottom - top) or 1.0
    return [
        (MARGIN_X + (x - left) / across * (WIDTH - 2 * MARGIN_X), MARGIN_Y + (y - top) / down * (HEIGHT - 2 * MARGIN_Y))
        for x, y in points
    ]
