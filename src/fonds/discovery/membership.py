"""Records told by their identifiers, as working sets have them, and as others than this index find them.

The index looks each identifier up whenever it is asked. Of many records only those are asked for that may be among the
documents which everything else finds: the order of a document tells nearly which one it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, cast

import tantivy
from tantivy import Occur, Query

from fonds.discovery.combining import any_of
from fonds.discovery.document import PLACE_IN_DAY, place_in_day
from fonds.discovery.schema import schema

_MANY: Final = 500
"""Identifiers that take longer to look up than it takes to find out which of them are wanted."""
_FOUND_FOR_EACH: Final = 1
"""Found documents that are gone through in the time in which an identifier is looked up, to count and to rank."""


class Members:
    """The records of some `collections` but for some of them, and `others`, by their identifiers."""

    def __init__(self, others: Iterable[str], collections: Sequence[str] = (), but_not: Sequence[str] = ()) -> None:
        self._others, self._collections, self._but_not = tuple(others), collections, but_not

    @cached_property
    def all(self) -> Query:
        """What fits every one of them."""
        return self._clause(self._but_not, self._others)

    def among(self, query: Query, searcher: tantivy.Searcher) -> Query:
        """What fits those of them that fit the query too, and maybe more of them."""
        identifiers = len(self._others) + len(self._but_not)
        if identifiers <= _MANY:
            return self.all
        most = _FOUND_FOR_EACH * identifiers
        hits = searcher.search(query, most + 1, count=False).hits
        if len(hits) > most:
            return self.all
        orders = searcher.fast_field_values("order", [place for _, place in hits])
        places = [order & PLACE_IN_DAY for order in cast("list[int]", orders)]
        but_not, others = self._by_place
        return self._clause(_at(places, but_not), _at(places, others))

    @cached_property
    def _by_place(self) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        return _placed(self._but_not), _placed(self._others)

    def _clause(self, but_not: Sequence[str], others: Sequence[str]) -> Query:
        whole = Query.term_set_query(schema(), "collection", list(self._collections))
        most = Query.boolean_query([(Occur.Must, whole), (Occur.MustNot, _records(but_not))]) if but_not else whole
        return any_of([*([most] if self._collections else []), _records(others)])


def _records(identifiers: Iterable[str]) -> Query:
    return Query.term_set_query(schema(), "id", list(identifiers))


def _placed(identifiers: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for each in identifiers:
        found.setdefault(place_in_day(each), []).append(each)
    return found


def _at(places: Iterable[int], placed: dict[int, list[str]]) -> list[str]:
    return [each for place in places if place in placed for each in placed[place]]
