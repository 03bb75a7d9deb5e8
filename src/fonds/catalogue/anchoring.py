"""Where a passage that somebody decided about stands now: it is known by its words and what is around them.

Offsets alone would not do: a text that is read anew, better than before, has the same passage at another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fonds.record import Statement

_CONTEXT: Final = 40
"""Characters kept of what stands before and after."""
_ENOUGH_CONTEXT: Final = 8
_LONG_ENOUGH: Final = 40
"""So many characters of the words themselves, or of what is around them, tell a passage from others."""
_PLACES: Final = 1000


class Anchored(Struct, frozen=True):
    """A statement, and the words before and after its content when it was anchored."""

    statement: Statement
    before: str
    after: str


def anchor(text: str, statement: Statement) -> Anchored:
    """The statement, tied to its place in the text."""
    start, end = statement.start, statement.end
    return Anchored(statement, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])


def find_again(text: str, anchored: Anchored) -> Statement | None:
    """The statement where its content stands in the text now; None where it is gone, or may be another passage."""
    statement = anchored.statement
    places = list(islice(_places(text, statement.content), _PLACES))
    best = max(
        places, key=lambda place: (_around(text, place, anchored), -abs(place[0] - statement.start)), default=None
    )
    if best is None or not _is_sure(text, best, anchored):
        return None
    start, end = best
    return replace(statement, start=start, end=end, content=text[start:end])


def _places(text: str, content: str) -> Iterator[tuple[int, int]]:
    """Where the content stands; word by word, for lines may be broken in another way."""
    words = content.split()
    if words:
        yield from (match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text))


def _around(text: str, place: tuple[int, int], anchored: Anchored) -> int:
    """How many characters before and after are as they were."""
    start, end = place
    before = _alike(text[max(0, start - _CONTEXT) : start][::-1], anchored.before[::-1])
    return before + _alike(text[end : end + _CONTEXT], anchored.after)


def _alike(one: str, other: str) -> int:
    """How many characters from the first on are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_sure(text: str, place: tuple[int, int], anchored: Anchored) -> bool:
    known = _around(text, place, anchored)
    alone = len(anchored.before) + len(anchored.after)
    return len(anchored.statement.content) >= _LONG_ENOUGH or known >= min(_ENOUGH_CONTEXT, alone)
