"""Finding the document that a footnote cites: what its words tell, held against the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict, replace

from fonds.catalogue import Catalogue
from fonds.dates import day_bounds
from fonds.diplomatics.dates import find_dates
from fonds.diplomatics.references import with_references
from fonds.discovery import Index, Search
from fonds.discovery.folding import fold
from fonds.record import Cites, Record, Source, Text

_SHOWN: Final = 3
_LOOKED_AT: Final = 40
"""Documents that are held against a footnote."""
_DAY: Final = len("1962-10-28")
_LIKELY: Final = 0.5
"""What must agree of what a footnote tells, by weight, for a document to be shown."""
_LONGEST: Final = 2_000
"""Characters of a footnote that are read."""
_NAMES: Final = 8
"""Names of a footnote that are looked for: with more, a query would be too long."""
_DOCUMENT: Final = re.compile(r"\b(?:docs?\b\.?|documents?|nos?\b\.?|#)\s*(\d{1,5})", re.IGNORECASE)
_YEARS: Final = re.compile(
    r"\b(1[6-9]\d\d|20\d\d)(?:\s?[–—-]\s?(?:\d\d)?(\d\d))?\b(?:[^\d\n]{0,40}?\b(?P<number>[IVXL]+|\d{1,2})\b)?"
)
_NAME: Final = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,19}\b")
_NUMBERS: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


class Match(Struct, frozen=True):
    """A document that a footnote may cite. `reasons` are what agrees, `against` what the footnote tells otherwise.

    `confidence`: the weight of what agrees among all that the footnote tells, shared among documents that fit alike.
    """

    id: str
    title: str
    date: str | None
    confidence: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


class CitationFound(Struct, frozen=True):
    """A footnote, and the documents that it may cite, the likeliest first; none where nothing fits."""

    citation: str
    matches: tuple[Match, ...]


class Told(Struct, frozen=True):
    """What the words of a footnote tell of the document. `edition`: the years and number of a volume."""

    cites: Cites
    edition: tuple[str, int] | None
    document: str | None
    names: tuple[str, ...]


class CitationFinder:
    """Finds what footnotes cite in one archive."""

    def __init__(self, catalogue: Catalogue, index: Index) -> None:
        self._catalogue = catalogue
        self._index = index
        self._editions = dict(self._volumes())

    def find(self, citation: str) -> CitationFound:
        """The documents that a footnote may cite, at most three."""
        told = read_citation(citation[:_LONGEST])
        collection = self._editions.get(told.edition) if told.edition else None
        records = (self._catalogue.get(each) for each in self._candidates(told, collection))
        judged = [_judged(record, told, collection) for record in records]
        best = sorted(
            (each for each in judged if each.confidence >= _LIKELY), key=lambda each: (-each.confidence, each.id)
        )
        alike = sum(each.confidence == best[0].confidence for each in best) if best else 1
        return CitationFound(citation, tuple(_shared(each, alike) for each in best[:_SHOWN]))

    def _volumes(self) -> Iterator[tuple[tuple[str, int], str]]:
        """The years and number of each volume -> its collection."""
        for summary in self._catalogue.collections():
            first = next(self._catalogue.in_order(summary.collection), None)
            edition = self._catalogue.get(first).edition if first else None
            if edition:
                written = " ".join(filter(None, (edition.subseries, edition.volume)))
                told = _edition(written) or _edition(edition.title)
                if told:
                    yield told, summary.collection

    def _candidates(self, told: Told, collection: str | None) -> list[str]:
        """The identifiers of records that fit what is told best: place in the volume, number, day, names."""
        found: dict[str, None] = {}
        days = told.cites.date if told.cites.date and len(told.cites.date) in {4, 7, 10} else None
        number = told.cites.number
        names = " OR ".join(f"{field}:{name}" for name in told.names for field in ("from", "to", "place", "title"))
        asked = [
            Search(query=f'id:"{collection}/d{told.document}"') if collection and told.document else None,
            Search(query=f"number:{number}", date_from=days, date_to=days) if _plain(number) else None,
            Search(query=names, date_from=days, date_to=days, collection=collection) if days else None,
            Search(date_from=days, date_to=days, kind=told.cites.kind) if days and told.cites.kind else None,
            Search(query=names, collection=collection, kind=told.cites.kind) if names and not days else None,
        ]
        for search in filter(None, asked):
            narrowed = replace(search, limit=_LOOKED_AT)
            found |= dict.fromkeys(hit.id for hit in self._index.search(narrowed).hits)
        return list(found)[: 2 * _LOOKED_AT]


def read_citation(citation: str) -> Told:
    """What the words of a footnote tell."""
    bare = Record("citation", "", "", Source("", "", "", ""), texts=(Text("en", "original", citation),))
    merged: dict[str, str | None] = {}
    for reference in with_references(bare).texts[0].references:
        merged = asdict(reference.cites) | {name: value for name, value in merged.items() if value}
    edition, document = _edition(citation), _DOCUMENT.search(citation)
    days = [found for found in find_dates(citation) if len(found.date.edtf or "") == _DAY]
    cites = Cites(**({"date": days[0].date.edtf if days else None} | merged))
    for day in reversed(days):
        citation = citation[: day.start] + citation[day.end :]
    names = dict.fromkeys(name for name in _NAME.findall(citation) if name.upper() != name)
    return Told(cites, edition, cites.document or (document[1] if document else None), tuple(names)[:_NAMES])


def _edition(words: str) -> tuple[str, int] | None:
    """The years of a volume and its number, as far apart as "1961–1963, Volume VI" has them."""
    for match in _YEARS.finditer(words):
        if match["number"]:
            last = match[2] or match[1][2:]
            return f"{match[1]}-{match[1][:2]}{last}", _number(match["number"])
    return None


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    values = [_NUMBERS[sign] for sign in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _plain(number: str | None) -> bool:
    return bool(number) and (number or "").isalnum()


def _judged(record: Record, told: Told, collection: str | None) -> Match:
    """The record held against what is told, clue by clue: (weight, agrees, in words)."""
    clues = list(_clues(record, told, collection))
    weight = sum(each for each, _, _ in clues)
    agreed = sum(each for each, agrees, _ in clues if agrees)
    return Match(
        id=record.id,
        title=record.title,
        date=record.date.edtf if record.date else None,
        confidence=round(agreed / weight, 3) if weight else 0.0,
        reasons=tuple(words for _, agrees, words in clues if agrees),
        against=tuple(words for _, agrees, words in clues if not agrees),
    )


def _clues(record: Record, told: Told, collection: str | None) -> Iterator[tuple[float, bool, str]]:
    cites = told.cites
    if collection:
        yield 2, record.collection == collection, f"volume {collection}"
    if collection and told.document:
        yield 6, record.id == f"{collection}/d{told.document}", f"document {told.document}"
    if cites.date:
        yield 3, _same_days(record, cites.date), f"date {cites.date}"
    if cites.number:
        yield 4, record.number == cites.number, f"number {cites.number}"
    if cites.kind:
        yield 1, cites.kind in (record.kind or ""), f"kind {cites.kind}"
    if cites.sender:
        yield 2, _named(record, cites.sender), f"from {cites.sender}"
    if told.names and not cites.sender:
        known = [name for name in told.names if _named(record, name)]
        yield 2 * len(known) / len(told.names), True, f"names {', '.join(known)}"
        yield 2 - 2 * len(known) / len(told.names), False, "other names"


def _same_days(record: Record, date: str) -> bool:
    edtf = record.date.edtf if record.date else None
    first, last = day_bounds(edtf) if edtf else (None, None)
    lower, upper = day_bounds(date)
    return bool(first and last and lower and upper and first <= upper and last >= lower)


def _named(record: Record, name: str) -> bool:
    """Whether all words of a name stand where the record says who sent it to whom, and where."""
    told = " ".join([record.title, record.place or "", *(party.name for party in record.parties)])
    return set(fold(name).words.split()) <= set(fold(told).words.split())


def _shared(match: Match, alike: int) -> Match:
    return replace(match, confidence=round(match.confidence / alike, 3))
