"""What a search asks for, and what it answers."""

from __future__ import annotations

from msgspec import Struct

from fonds.discovery.schema import Layer


class Search(Struct, frozen=True, kw_only=True):
    """A question to the index; what is None does not narrow it.

    `query` is of the query language. `date_from` and `date_to` are a year, month or day ("1962", "1962-10",
    "1962-10-27"), both within the range; a document fits whose date may fall in it, an undated one never. `kind` and
    `collection` are whole values, `person` and `place` words of names. `notes` and `editor`: search the editor's
    notes, and what editors supplied in the text, too.
    """

    query: str = ""
    date_from: str | None = None
    date_to: str | None = None
    kind: str | None = None
    person: str | None = None
    place: str | None = None
    collection: str | None = None
    limit: int = 10
    offset: int = 0
    notes: bool = False
    editor: bool = False


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


class Results(Struct, frozen=True):
    """The documents found from `offset` on, at most `limit` of the `total`, the best first.

    `counts`: "kind", "decade" ("1960", "undated"), "place" and "collection", each with its 20 most frequent values
    among all that was found, the most frequent first.
    """

    query: str
    total: int
    offset: int
    limit: int
    hits: tuple[Hit, ...]
    counts: dict[str, tuple[Count, ...]]
