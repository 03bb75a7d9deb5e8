"""Words near each other.

The index tells exactly which documents have two words near each other. Of three or more it tells some of these
documents: those where the distances from word to word, in one order of them, add up to no more than is allowed (its
scorer adds them up when it weighs, not when it counts, and takes the nearest next word even where that leads nowhere).
The few documents in which every two of the words are near each other, but that are not among those, are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final

import tantivy
from msgspec import Struct
from tantivy import DocAddress, Occur, Query

from fonds.discovery.combining import all_of, any_of
from fonds.discovery.folding import fold
from fonds.discovery.reading_near import all_near
from fonds.discovery.schema import schema
from fonds.errors import QueryError

_FEW: Final = 20
"""Documents that are read as fast as the index is asked about them."""
_MOST: Final = 5_000
"""Documents that are read for one question, which takes about a second."""
_KEPT: Final = 1_000
"""Questions whose answers are remembered."""

Alternatives = tuple[tuple[str, ...], ...]
"""Words, each in any of its forms. Forms are terms of the index: letters and digits, and no patterns."""


class _Known(Struct, frozen=True):
    """`apart`: documents that have every two of the words near each other, but nowhere all of them. `anywhere`: whether
    any document may have all of them near each other."""

    apart: tuple[str, ...]
    anywhere: bool


class Nearness:
    """What is near what in one state of an index; documents that had to be read are remembered."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._known = lru_cache(_KEPT)(self._read)

    def clause(self, name: str, alternatives: Alternatives, distance: int, language: str | None = None) -> Query:
        """Words of which no two are further apart than `distance`, in a field of the index.

        More than two words only in fields that are stored. `language`: only in texts of it. Raises QueryError for
        more than two words of which every two are near each other so often that too much would have to be read.
        """
        alternatives = _different(alternatives)
        pairs = _pairs(name, alternatives, distance, language)
        if len(alternatives) == 2:
            return pairs
        known = self._known(name, alternatives, distance, language)
        if not known.anywhere:
            return Query.empty_query()
        return _but_not(pairs, Query.term_set_query(schema(), "id", list(known.apart))) if known.apart else pairs

    def _read(self, name: str, alternatives: Alternatives, distance: int, language: str | None) -> _Known:
        pairs = _pairs(name, alternatives, distance, language)
        every = self._weighed(pairs, _FEW + 1)
        doubtful = every if len(every) <= _FEW else self._doubtful(name, alternatives, distance, pairs)
        documents = map(self._searcher.doc, doubtful)
        apart = tuple(
            document["id"][0]
            for document in documents
            if not all_near(fold(document[name][0]).words, alternatives, distance)
        )
        return _Known(apart, anywhere=len(every) > _FEW or len(apart) < len(every))

    def _doubtful(self, name: str, alternatives: Alternatives, distance: int, pairs: Query) -> Sequence[DocAddress]:
        """Where the documents are of which the index does not tell whether all of the words are near each other."""
        orders = [order for order in permutations(alternatives) if order[0] <= order[-1]]
        in_a_row = any_of([_near(name, order, distance) for order in orders])
        doubtful = self._weighed(_but_not(pairs, in_a_row), _MOST + 1)
        if len(doubtful) > _MOST:
            seen = f"words that are near each other, two by two, in more than {_MOST} documents, all over their texts"
            next_step = "Ask for two of them, or for a rarer word."
            raise QueryError("words near each other", seen=seen, wanted="rarer words", next_step=next_step)
        return doubtful

    def _weighed(self, query: Query, most: int) -> list[DocAddress]:
        """Where the documents are that fit the query when it weighs."""
        return [place for _, place in self._searcher.search(query, most, count=False).hits]


def _different(alternatives: Alternatives) -> Alternatives:
    """The words, those of the same forms once ("spies" and "spy"): one place is both. Two words at least."""
    different = tuple({frozenset(each): each for each in alternatives}.values())
    return different if len(different) > 1 else alternatives[:2]


def _pairs(name: str, alternatives: Alternatives, distance: int, language: str | None) -> Query:
    pairs = [_near(name, pair, distance) for pair in combinations(alternatives, 2)]
    return all_of(pairs if language is None else [*pairs, spoken(name, language)])


def _near(name: str, alternatives: Sequence[Sequence[str]], distance: int) -> Query:
    return Query.regex_phrase_query(schema(), name, [(0, "|".join(each)) for each in alternatives], distance)


def _but_not(query: Query, others: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, others)])


def spoken(layer: str, language: str) -> Query:
    """In texts of this language."""
    return Query.const_score_query(Query.term_query(schema(), "written", f"{layer}:{language}", "basic"), 0.0)
