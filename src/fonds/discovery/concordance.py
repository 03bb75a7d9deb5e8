"""Concordance: every occurrence of what is sought, in its context (keyword in context)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, cast

from msgspec import Struct
from tantivy import Document

from fonds.discovery.asking import Asked, Asker
from fonds.discovery.folding import fold
from fonds.discovery.occurrences import documents_of, occurrences_of
from fonds.discovery.results import Search
from fonds.discovery.schema import Layer

Arrangement = Literal["document", "left", "right"]
"""Documents in their order, or occurrences by the words before or behind them."""

_CONTEXT: Final = 60
"""Characters of context on each side."""


class Line(Struct, frozen=True):
    """One occurrence in its context, on one line. `start`: its offset in the layer, as the index has it."""

    id: str
    title: str
    date: str | None
    layer: Layer
    left: str
    found: str
    right: str
    start: int


class Concordance(Struct, frozen=True):
    """Occurrences over the whole result: `lines` from `offset` on, at most `limit` of the `total`."""

    query: str
    documents: int
    total: int
    offset: int
    limit: int
    lines: tuple[Line, ...]


def concordance(search: Search, asker: Asker, arrangement: Arrangement = "document") -> Concordance:
    """Every occurrence of what is sought, in document order or by the words to the left or right of it.

    Raises QueryError as a search does.
    """
    asked = asker.ask(search)
    documents = list(documents_of(asked, search, asker))
    lines = [line for document in documents for line in _lines(document, asked)]
    if arrangement != "document":
        lines.sort(key=_to_the_left if arrangement == "left" else _to_the_right)
    part = tuple(lines[search.offset : search.offset + search.limit])
    return Concordance(search.query, len(documents), len(lines), search.offset, search.limit, part)


def _lines(document: Document, asked: Asked) -> Iterator[Line]:
    for layer, folded, places in occurrences_of(document, asked):
        whole = cast("str", document.get_first(layer))
        for place in places:
            start, end = folded.span(*place)
            left, right = whole[max(0, start - _CONTEXT) : start], whole[end : end + _CONTEXT]
            yield Line(
                id=document["id"][0],
                title=document["title"][0],
                date=document.get_first("date"),
                layer=layer,
                left=left.partition(" ")[2] if start > _CONTEXT else left,
                found=whole[start:end],
                right=right.rpartition(" ")[0] if end + _CONTEXT < len(whole) else right,
                start=start,
            )


def _to_the_left(line: Line) -> tuple[list[str], str, int]:
    return fold(line.left).words.split()[::-1], line.id, line.start


def _to_the_right(line: Line) -> tuple[list[str], str, int]:
    return fold(line.right).words.split(), line.id, line.start
