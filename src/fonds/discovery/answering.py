"""What the index answers: the best documents, how many there are, and what they have in common."""

from __future__ import annotations

from typing import Any, Final, cast

import tantivy
from tantivy import DocAddress, Document

from fonds.discovery.asking import Asked, ask
from fonds.discovery.results import Count, Hit, Results, Search
from fonds.discovery.schema import COUNTED
from fonds.discovery.snippets import Snippets
from fonds.errors import QueryError

_VALUES: Final = 20
"""Values that are counted, of each."""
_TIED: Final = 200
"""How many documents beyond the last shown are looked at first for others of its score."""
_MORE_TIED: Final = 8
_LAST: Final = 1_000_000
"""The last hit that can be asked for."""

Scored = tuple[float, DocAddress]


def answer(search: Search, searcher: tantivy.Searcher) -> Results:
    """The answer to a search. Raises QueryError for a query, a date, or a part of the hits that cannot be asked for."""
    if search.limit < 0 or search.offset < 0 or search.offset + search.limit > _LAST:
        seen = f"{search.limit} hits from hit {search.offset}"
        raise QueryError("the hits to show", seen=seen, wanted=f"hits from 0 to {_LAST}", next_step="Ask for others.")
    asked = ask(search, searcher)
    total, counts = _counted(asked, searcher)
    snippets = Snippets(asked.sought)
    hits = tuple(_hit(score, searcher.doc(place), snippets) for score, place in _best(asked, search, searcher))
    return Results(search.query, total, search.offset, search.limit, hits, counts)


def _counted(asked: Asked, searcher: tantivy.Searcher) -> tuple[int, dict[str, tuple[Count, ...]]]:
    wanted: dict[str, Any] = {
        name: {"terms": {"field": name, "size": _VALUES, "segment_size": 100 * _VALUES}} for name in COUNTED
    }
    found = searcher.aggregate(asked.query, {**wanted, "total": {"value_count": {"field": "order"}}})
    return int(found["total"]["value"]), {name: _counts(found[name]["buckets"]) for name in COUNTED}


def _counts(buckets: list[dict[str, Any]]) -> tuple[Count, ...]:
    counts = (Count(bucket["key"], bucket["doc_count"]) for bucket in buckets)
    return tuple(sorted(counts, key=lambda count: (-count.count, count.value)))


def _best(asked: Asked, search: Search, searcher: tantivy.Searcher) -> list[Scored]:
    """The hits to show: by score, those of one score by `order`; where nothing is weighed, all by `order`."""
    if search.limit == 0:
        return []
    if not asked.weighed:
        return [(0.0, place) for _, place in _by_order(asked, search, searcher)]
    last = search.offset + search.limit
    hits = _scored(asked, last, searcher)
    order = cast("list[int]", searcher.fast_field_values("order", [place for _, place in hits]))
    best = sorted(zip(hits, order, strict=True), key=lambda each: (-each[0][0], each[1]))
    return [hit for hit, _ in best[search.offset : last]]


def _scored(asked: Asked, last: int, searcher: tantivy.Searcher) -> list[Scored]:
    """The best hits, with all that score as the last one to be shown does: the index knows no order among them."""
    wanted = last + _TIED
    while True:
        hits: list[Scored] = searcher.search(asked.query, wanted, count=False).hits
        if len(hits) < wanted or hits[-1][0] < hits[last - 1][0]:
            return hits
        wanted *= _MORE_TIED


def _by_order(asked: Asked, search: Search, searcher: tantivy.Searcher) -> list[tuple[int, DocAddress]]:
    return searcher.search(
        asked.query, search.limit, count=False, offset=search.offset, order_by_field="order", order=tantivy.Order.Asc
    ).hits


def _hit(score: float, document: Document, snippets: Snippets) -> Hit:
    return Hit(
        id=document["id"][0],
        collection=document["collection"][0],
        title=document["title"][0],
        kind=document.get_first("kind"),
        date=document.get_first("date"),
        place=document.get_first("place"),
        score=score,
        snippets=snippets.of(document),
    )
