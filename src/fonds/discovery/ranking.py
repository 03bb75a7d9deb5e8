"""In which order the found documents come, and how to go on in that order from page to page."""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_right
from typing import Any, Final, cast

import msgspec
import tantivy
from msgspec import Struct
from tantivy import DocAddress

from fonds.discovery.asking import Asked
from fonds.discovery.results import Search, Sort
from fonds.errors import QueryError

_TIED: Final = 20
"""How many documents beyond the last shown are looked at first for others of its score."""
_MORE_TIED: Final = 8
LAST: Final = 1_000_000
"""The last hit that can be asked for."""

Key = tuple[float | int | str, ...]
"""What sorts a hit; no two documents of an answer have the same one."""


class Ranked(Struct, frozen=True):
    """A hit in its place. `score` is 0 where nothing was weighed."""

    key: Key
    score: float
    place: DocAddress


class Cursor(Struct, frozen=True, array_like=True):
    """The last hit of a page: the order it stands in, how many hits there are up to it, and its key."""

    sort: str
    hits: int
    key: Key

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def read_cursor(written: str) -> Cursor:
    """The cursor that an answer gave. Raises QueryError for anything else."""
    try:
        padded = written.encode() + b"=" * (-len(written) % 4)
        cursor = msgspec.json.decode(base64.urlsafe_b64decode(padded), type=Cursor)
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise _no_cursor(written) from error
    if not 0 < cursor.hits <= LAST or not cursor.key:
        raise _no_cursor(written)
    return cursor


def _no_cursor(written: str) -> QueryError:
    wanted = "the cursor of an answer to the same search"
    return QueryError("the cursor", seen=written[:50], wanted=wanted, next_step="Begin with the first page.")


class Ranking:
    """The found documents in the order asked for. Those of one score, or where nothing is weighed, are by date."""

    def __init__(self, asked: Asked, sort: Sort, searcher: tantivy.Searcher) -> None:
        self.query = asked.query
        self.sort = "date" if sort == "relevance" and not asked.weighed else sort
        self.searcher = searcher

    def page(self, search: Search) -> tuple[int, list[Ranked]]:
        """How many hits there are before the page asked for, and the page."""
        if search.after is None:
            return search.offset, self.stretch(search.offset, search.offset + search.limit)
        cursor = read_cursor(search.after)
        if cursor.sort != self.sort:
            raise _no_cursor(search.after)
        first = self._after(cursor)
        return first, self.stretch(first, first + search.limit)

    def cursor(self, first: int, page: list[Ranked]) -> str:
        """What asks for the page after this one, which begins behind `first` hits."""
        return str(Cursor(self.sort, first + len(page), page[-1].key))

    def _after(self, cursor: Cursor) -> int:
        """How many hits there are up to the cursor's: as many as then, unless the index has changed since."""
        last = self.stretch(cursor.hits - 1, cursor.hits)
        if last and last[0].key == cursor.key:
            return cursor.hits
        keys = [each.key for each in self.stretch(0, LAST)]
        # Scores change with every document that comes: the hit itself is looked for first, by what is its own.
        own = next((at for at, key in enumerate(keys) if key[-1] == cursor.key[-1]), None)
        try:
            return bisect_right(keys, cursor.key) if own is None else own + 1
        except TypeError as error:
            raise _no_cursor(str(cursor)) from error

    def stretch(self, first: int, last: int) -> list[Ranked]:
        """The hits from one place to another."""
        if last <= first:
            return []
        if self.sort == "relevance":
            return self._weighed(last)[first:last]
        name, order, sign = _ORDERS[self.sort]
        found = self._sorted(name, order, first, min(last - first, max(1, self.searcher.num_docs)))
        return [Ranked((sign * key if isinstance(key, int) else key,), 0.0, place) for key, place in found]

    def _sorted(self, name: str, order: tantivy.Order, first: int, count: int) -> list[tuple[Any, DocAddress]]:
        return self.searcher.search(self.query, count, count=False, offset=first, order_by_field=name, order=order).hits

    def _weighed(self, last: int) -> list[Ranked]:
        """The best hits, with all that score as the last one to be shown does: the index knows no order among them."""
        wanted = min(last, max(1, self.searcher.num_docs)) + _TIED
        while True:
            hits: list[tuple[float, DocAddress]] = self.searcher.search(self.query, wanted, count=False).hits
            if len(hits) < wanted or hits[-1][0] < hits[last - 1][0]:
                break
            wanted *= _MORE_TIED
        least = hits[min(last, len(hits)) - 1][0] if hits else 0.0
        shown = [hit for hit in hits if hit[0] >= least]
        orders = cast("list[int]", self.searcher.fast_field_values("order", [place for _, place in shown]))
        ranked = (Ranked((-score, order), score, place) for (score, place), order in zip(shown, orders, strict=True))
        return sorted(ranked, key=lambda each: each.key)


_ORDERS: Final[dict[str, tuple[str, tantivy.Order, int]]] = {
    "date": ("order", tantivy.Order.Asc, 1),
    "latest": ("order", tantivy.Order.Desc, -1),
    "archive": ("shelf", tantivy.Order.Asc, 1),
}
"""Order -> the field that sorts, which way, and the sign with which its numbers grow."""
