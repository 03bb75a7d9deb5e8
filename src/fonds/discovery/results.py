"""What a search asks for, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypedDict

from msgspec import Struct

from fonds.discovery.schema import Layer
from fonds.errors import QueryError

Sort = Literal["relevance", "date", "latest", "archive"]
"""Best first; oldest or latest first, undated last or first; or as the archive has them."""

FACETS: Final[dict[str, str]] = {
    "kind": "kind",
    "decade": "decade",
    "year": "year",
    "from": "from_name",
    "to": "to_name",
    "person": "person_name",
    "place": "place",
    "classification": "classification",
    "holding": "holding",
    "collection": "collection",
    "language": "language",
    "has": "has",
}
"""By what the found documents are counted, and can be narrowed -> the field of the index."""

USUAL: Final = tuple(name for name in FACETS if name not in {"person", "from", "to"})
"""The facets that are counted unless others are asked for: names have many values, and cost more than all else."""

Chosen = dict[str, tuple[str, ...]]
"""Facet -> values of it."""


def read_chosen(thing: str, written: Iterable[str]) -> Chosen:
    """Facets and their values, written "kind=letter". Raises QueryError, which names the `thing` asked for."""
    chosen: Chosen = {}
    for each in written:
        facet, equals, value = each.partition("=")
        if not equals or facet not in FACETS:
            wanted = f"facet=value, with one of {', '.join(FACETS)}"
            raise QueryError(thing, seen=each, wanted=wanted, next_step="Write kind=letter.")
        chosen[facet] = (*chosen.get(facet, ()), value)
    return chosen


class Search(Struct, frozen=True, kw_only=True):
    """A question to the index; what is None or empty does not narrow it.

    `query` is of the query language. `date_from` and `date_to` are a year, month or day ("1962", "1962-10",
    "1962-10-27"), both within the range; a document fits whose date may fall in it, an undated one never. `kind` and
    `collection` are whole values, `person` and `place` words of names. `notes` and `editor`: search the editor's
    notes, and what editors supplied in the text, too. `variants`: find names in other spellings too.

    `include`: documents that have one of the values of each facet; `exclude`: none of the values. `within`: only
    these records, by identifier; `working_set`: only its members, by its name. `facets`: which of them to count;
    `values`: how many values of each to give. `after`: the `cursor` of the page before; `offset` is then not heeded.
    """

    query: str = ""
    date_from: str | None = None
    date_to: str | None = None
    kind: str | None = None
    person: str | None = None
    place: str | None = None
    collection: str | None = None
    include: Chosen = {}
    exclude: Chosen = {}
    within: tuple[str, ...] | None = None
    working_set: str | None = None
    limit: int = 10
    offset: int = 0
    after: str | None = None
    sort: Sort = "relevance"
    notes: bool = False
    editor: bool = False
    variants: bool = True
    facets: tuple[str, ...] = USUAL
    values: int = 20
    histogram: bool = False


class Narrowed(TypedDict, total=False):
    """What can be said of a search beside its query, as arguments by name: the fields of `Search`."""

    date_from: str | None
    date_to: str | None
    kind: str | None
    person: str | None
    place: str | None
    collection: str | None
    include: Chosen
    exclude: Chosen
    within: tuple[str, ...] | None
    working_set: str | None
    limit: int
    offset: int
    after: str | None
    sort: Sort
    notes: bool
    editor: bool
    variants: bool
    facets: tuple[str, ...]
    values: int
    histogram: bool


class Snippet(Struct, frozen=True):
    """A passage of a layer in which something was found, on one line.

    `highlights` are the found words: start and end in characters (Unicode code points) of `text`, in order.
    """

    layer: Layer
    text: str
    highlights: tuple[tuple[int, int], ...]


class Hit(Struct, frozen=True):
    """A document that was found. `date` is EDTF; `score` tells only the order, and is 0 where nothing was weighed."""

    id: str
    collection: str
    title: str
    kind: str | None
    date: str | None
    place: str | None
    score: float
    snippets: tuple[Snippet, ...]


class Count(Struct, frozen=True):
    """How many of the found documents have a value."""

    value: str
    count: int


class Histogram(Struct, frozen=True):
    """How many of the found documents are of each year or month, as precisely as their dates are known.

    `bars` are of documents that are of this year or month for certain, in order, the empty ones left out. `spans` are
    of those whose date tells less: "1962" among months, "1961/1963" among years. `unplaced` have no date, or one that
    is open at an end.
    """

    unit: Literal["year", "month"]
    bars: tuple[Count, ...]
    spans: tuple[Count, ...]
    unplaced: int


class Results(Struct, frozen=True):
    """The documents found from `offset` on, at most `limit` of the `total`, in the order asked for.

    `counts`: for each facet asked for its most frequent values among all that was found, the most frequent first;
    `others`: how many values more it has. `cursor` asks for the next page; None on the last one.
    """

    query: str
    total: int
    offset: int
    limit: int
    hits: tuple[Hit, ...]
    counts: dict[str, tuple[Count, ...]]
    others: dict[str, int] = {}
    cursor: str | None = None
    histogram: Histogram | None = None
