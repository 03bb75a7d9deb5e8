"""What is asked about statements, and what is answered: who said what to whom, on whose word."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from fonds.discovery.results import Count
from fonds.record import Attitude

AUTHOR: Final = "AUTHOR"
"""What a chain has for the document's own author."""


class SaidSearch(Struct, frozen=True, kw_only=True):
    """A question to the index of statements; what is None, or "", does not narrow it.

    `by`, `to` and `through` are terms of names, of which a statement must have one: its innermost source, somebody it
    was said to, anybody on whose word it stands. `about` is of the query language, over the contents. `firsthand`:
    True for statements that the document's author has from their source, False for those that came through others.
    `sure`: of so much confidence at least. Dates are a year, month or day, both within the range. Statements come by
    date, those of a query best first.
    """

    by: tuple[str, ...] | None = None
    to: tuple[str, ...] | None = None
    through: tuple[str, ...] | None = None
    about: str = ""
    attitude: Attitude | None = None
    firsthand: bool | None = None
    sure: float = 0.0
    date_from: str | None = None
    date_to: str | None = None
    collection: str | None = None
    record: str | None = None
    limit: int = 20
    offset: int = 0


class Said(Struct, frozen=True):
    """A statement as it was found: what `fonds.record.Statement` tells, in its document and sentence.

    `author` is who wrote the document, where it tells that; the chain hangs on the author's word. `people` are the
    identifiers of those in the chain that a list has, `author_id` the author's. `text` counts the record's texts from
    0; `start` and `end` are offsets in it, and so is `sentence_start`. `date` is EDTF.
    """

    record: str
    title: str
    date: str | None
    author: str | None
    chain: tuple[str, ...]
    addressee: tuple[str, ...]
    attitude: Attitude
    negated: bool
    quoted: bool
    cue: str | None
    content: str
    sentence: str
    sentence_start: int
    text: int
    start: int
    end: int
    by: str
    confidence: float
    author_id: str | None = None
    people: tuple[str | None, ...] = ()

    @property
    def links(self) -> tuple[str, ...]:
        """On whose word it stands, from the document's author to the source: "Alekseev", "Rodriguez", "Castro"."""
        named = [self._named(name) for name in (AUTHOR, *self.chain)]
        return tuple(name for at, name in enumerate(named) if at == 0 or name != named[at - 1])

    @property
    def hearers(self) -> tuple[str, ...]:
        """To whom it was said, the document's author by name."""
        return tuple(map(self._named, self.addressee))

    def _named(self, name: str) -> str:
        return (self.author or "the author") if name == AUTHOR else name


class SaidResults(Struct, frozen=True):
    """The statements found from `offset` on, at most `limit` of the `total`.

    `counts`: "attitude", "source", "addressee", "decade" and "collection", each with its 20 most frequent values among
    all that was found, the most frequent first.
    """

    total: int
    offset: int
    limit: int
    statements: tuple[Said, ...]
    counts: dict[str, tuple[Count, ...]]
