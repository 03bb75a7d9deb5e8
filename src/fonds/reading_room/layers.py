"""A text and the layers over it as HTML: each word once and in order, markup well nested, nothing left unescaped.

Layers address a text by offsets and may overlap in any way; HTML elements may not. Where two spans cross, the one
that belongs inside is split at the other's edge, so that a reader sees both.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, TypeVar

from markupsafe import Markup, escape
from msgspec import Struct

Thing = TypeVar("Thing")


class Span(Struct, frozen=True):
    """A stretch of text to be set as one element, or several where it has to be split (so it may carry no id).

    A `frame` holds blocks and no words of its own (a list, a table, a row), a `block` stands for itself, an `inline`
    element lives inside a block. `tag` is trusted; the attributes' values are not.
    """

    start: int
    end: int
    tag: str
    level: Literal["frame", "block", "inline"]
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def opening(self) -> str:
        written = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes)
        return f"<{self.tag}{written}>"

    @property
    def closing(self) -> str:
        return f"</{self.tag}>"


class Point(Struct, frozen=True):
    """Something that stands between two characters; it belongs to the one before, or to the next if it `leads`."""

    offset: int
    html: Markup
    leads: bool = False


class Piece(Struct, frozen=True):
    """One outermost element of a text with all that is in it, or the space between two of them."""

    start: int
    end: int
    html: Markup


def set_layers(text: str, spans: Iterable[Span], points: Iterable[Point] = ()) -> tuple[Piece, ...]:
    """The text as HTML, cut wherever no element is open.

    Without its tags and points the HTML of all pieces, joined, is the text. Of spans with the same extent the earlier
    given one is the outer one. Inline elements are set only inside blocks; spans without a character of the text are
    left out, and points beyond the text stand at its edge.
    """
    nesting = _in_nesting_order(spans, len(text))
    starting = _by_offset((span.start, rank) for rank, span in enumerate(nesting))
    standing = _by_offset((min(max(point.offset, 0), len(text)), point) for point in points)
    edges = sorted({0, len(text), *starting, *standing, *(span.end for span in nesting)})
    writer = _Writer()
    active: list[int] = []
    for offset, following in pairwise([*edges, len(text)]):
        active = [rank for rank in active if nesting[rank].end > offset]
        for rank in starting.get(offset, ()):
            insort(active, rank)
        writer.move_to(offset, _nestable([nesting[rank] for rank in active]), standing.get(offset, []))
        writer.write(text[offset:following])
    return writer.finish(len(text))


def _in_nesting_order(spans: Iterable[Span], length: int) -> list[Span]:
    """Outer spans before inner ones: blocks before inline elements, then by start, then the longer first."""
    inside = [span for span in spans if 0 <= span.start < span.end <= length]
    return sorted(inside, key=lambda span: (span.level == "inline", span.start, -span.end))


def _by_offset(pairs: Iterable[tuple[int, Thing]]) -> dict[int, list[Thing]]:
    found: dict[int, list[Thing]] = defaultdict(list)
    for offset, thing in pairs:
        found[offset].append(thing)
    return found


def _nestable(spans: list[Span]) -> list[Span]:
    """The spans that HTML lets stand inside each other: no link in a link, no inline element outside a block."""
    blocks = [span for span in spans if span.level != "inline"]
    if not blocks or blocks[-1].level == "frame":
        return blocks
    inner_link = max((index for index, span in enumerate(spans) if span.tag == "a"), default=-1)
    return [span for index, span in enumerate(spans) if span.tag != "a" or index == inner_link]


class _Writer:
    """Writes elements and words, and knows which elements are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Span] = []
        self._html: list[str] = []
        self._start = 0
        self._pieces: list[Piece] = []

    def move_to(self, offset: int, wanted: list[Span], points: list[Point]) -> None:
        """Close and open elements until `wanted` are open, with the points in their places between."""
        kept = _shared(self._open, wanted)
        if points:
            kept = min(kept, _depth_of_blocks(self._open))
        self._close(max(kept, _depth_of_blocks(self._open)))
        leading = [point for point in points if wanted and (point.leads or not self._open)]
        self._html += [point.html for point in points if point not in leading]
        self._close(kept)
        self._cut(offset)
        blocks = _depth_of_blocks(wanted)
        self._begin(wanted[kept:blocks])
        self._html += [point.html for point in leading]
        self._begin(wanted[max(kept, blocks) :])

    def write(self, words: str) -> None:
        self._html.append(escape(words))

    def finish(self, end: int) -> tuple[Piece, ...]:
        self._cut(end)
        return tuple(self._pieces)

    def _begin(self, spans: list[Span]) -> None:
        self._html += [span.opening for span in spans]
        self._open += spans

    def _close(self, depth: int) -> None:
        self._html += [span.closing for span in reversed(self._open[depth:])]
        del self._open[depth:]

    def _cut(self, offset: int) -> None:
        html = "".join(self._html)
        if html and not self._open:
            self._pieces.append(Piece(self._start, offset, Markup(html)))  # noqa: S704 (escaped piece by piece)
            self._html, self._start = [], offset


def _shared(left: list[Span], right: list[Span]) -> int:
    """How many elements both lists begin with."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _depth_of_blocks(spans: list[Span]) -> int:
    return sum(span.level != "inline" for span in spans)
