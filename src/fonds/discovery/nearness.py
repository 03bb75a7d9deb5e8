"""Words near each other.

The index tells exactly which documents have two words near each other. Of three or more it tells some of these
documents: those where the distances from word to word, in one order of them, add up to no more than is allowed (its
scorer adds them up when it weighs, not when it counts, and takes the nearest next word even where that leads nowhere).
The few documents in which every two of the words are near each other, but that are not among those, are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Final

import tantivy
from tantivy import DocAddress, Occur, Query

from fonds.discovery.combining import all_of, any_of
from fonds.discovery.folding import fold
from fonds.discovery.schema import schema
from fonds.discovery.sought import near

_FEW: Final = 20
"""Documents that are read as fast as the index is asked about them."""


def near_each_other(
    searcher: tantivy.Searcher,
    name: str,
    alternatives: Sequence[Sequence[str]],
    distance: int,
    scope: Query | None = None,
) -> Query:
    """Words, each in any of its forms, of which no two are further apart than `distance`, in a field of the index.

    Terms are letters and digits, and no patterns. More than two words only in fields that are stored. `scope`: only
    in documents that fit it.
    """
    pairs = all_of([_near(name, pair, distance) for pair in combinations(alternatives, 2)])
    pairs = pairs if scope is None else all_of([pairs, scope])
    if len(alternatives) == 2:
        return pairs
    apart = list(_apart(searcher, name, pairs, alternatives, distance))
    if not apart:
        return pairs
    return Query.boolean_query([(Occur.Must, pairs), (Occur.MustNot, Query.term_set_query(schema(), "id", apart))])


def _near(name: str, alternatives: Sequence[Sequence[str]], distance: int) -> Query:
    return Query.regex_phrase_query(schema(), name, [(0, "|".join(each)) for each in alternatives], distance)


def _apart(
    searcher: tantivy.Searcher, name: str, pairs: Query, alternatives: Sequence[Sequence[str]], distance: int
) -> Iterator[str]:
    """The identifiers of documents that have every two of the words near each other, but nowhere all of them."""
    doubtful = _found(searcher, pairs)
    if len(doubtful) > _FEW:
        orders = [order for order in permutations(alternatives) if tuple(order[0]) <= tuple(order[-1])]
        in_a_row = _found(searcher, all_of([pairs, any_of([_near(name, order, distance) for order in orders])]))
        doubtful = {key: place for key, place in doubtful.items() if key not in in_a_row}
    sought = near(alternatives, distance)
    for place in doubtful.values():
        document = searcher.doc(place)
        if not any(sought.places(fold(document[name][0]).words)):
            yield document["id"][0]


def _found(searcher: tantivy.Searcher, query: Query) -> dict[tuple[int, int], DocAddress]:
    """Where the documents are that fit the query when it weighs."""
    hits = searcher.search(query, max(1, searcher.num_docs), count=False).hits
    return {(place.segment_ord, place.doc): place for _, place in hits}
