"""Where in the found documents something sought stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from tantivy import Document

from fonds.discovery.asking import Asked, Asker
from fonds.discovery.folding import Folded, fold
from fonds.discovery.ranking import LAST, Ranking
from fonds.discovery.results import Search
from fonds.discovery.schema import LAYERS, Layer
from fonds.errors import QueryError

Span = tuple[int, int]


def documents_of(asked: Asked, search: Search, asker: Asker) -> Iterator[Document]:
    """Every document that is found, in the order asked for."""
    if not asked.sought:
        next_step = 'Ask for a word or a phrase: "time limit".'
        raise QueryError("the query", seen=search.query, wanted="words to show in their context", next_step=next_step)
    ranking = Ranking(asked, "archive" if search.sort == "relevance" else search.sort, asker.searcher)
    return (asker.searcher.doc(each.place) for each in ranking.stretch(0, LAST))


def occurrences_of(document: Document, asked: Asked) -> Iterator[tuple[Layer, Folded, list[Span]]]:
    """Layer by layer, its folded words and where in them something sought stands; titles are no running text."""
    for layer in LAYERS:
        whole = document.get_first(layer) if layer in asked.sought and layer != "title" else None
        if whole:
            folded = fold(cast("str", whole))
            places = sorted({place for each in asked.sought[layer] for place in each.places(folded.words)})
            yield layer, folded, list(_apart(places))


def _apart(places: Iterable[Span]) -> Iterator[Span]:
    """The places without those that lie within another: a word of a phrase may be sought for itself too."""
    reached = -1
    for start, end in places:
        if start >= reached:
            yield start, end
            reached = end
