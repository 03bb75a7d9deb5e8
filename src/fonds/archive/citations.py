"""Finding the document that a footnote cites: what its words tell, held against the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fonds.archive.footnotes import Place, Told, read_footnote
from fonds.archive.volumes import Volumes
from fonds.catalogue import Catalogue, Remembered
from fonds.dates import day_bounds
from fonds.discovery import Index, Search
from fonds.discovery.folding import fold
from fonds.record import Record

_SHOWN: Final = 3
_LOOKED_AT: Final = 40
"""Documents that are held against a footnote, of each way to look for them."""
_NUMBERED: Final = 200
"""Documents of one number: every post begins anew each year."""
_LIKELY: Final = 0.5
"""What must agree of what a footnote tells, by weight, for a document to be shown."""
_ENOUGH: Final = 6
"""The weight of clues with which a document is sure; with less, others that are not held may fit as well."""
_LONGEST: Final = 2_000
"""Characters of a footnote that are read."""
_IN_DAY_OF_NO_YEAR: Final = len("10-28")

Clue = tuple[float, bool, str]
"""Weight, whether the record agrees, and in words."""

LIKELY = 0.5
"""The confidence from which a document counts as found although the footnote tells something of it otherwise."""


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


class CitationsFound(Struct, frozen=True):
    """Several footnotes, and of how many of them a document was found that fits, or is likelier right than wrong."""

    found: int
    of: int
    citations: tuple[CitationFound, ...]


def counted(found: tuple[CitationFound, ...]) -> CitationsFound:
    """The footnotes with their number, and the number of those found."""
    fitting = sum(any(match.confidence >= LIKELY or not match.against for match in each.matches) for each in found)
    return CitationsFound(fitting, len(found), found)


class _Placed(Struct, frozen=True):
    """A place in a volume that is held, or is not (`collection` None), and the records that are there.

    `beginning` and `ending`: those of them that begin on the first page, and that end on the last; None where the
    words tell no page, or no last one.
    """

    words: str
    collection: str | None
    records: frozenset[str] = frozenset()
    beginning: frozenset[str] | None = None
    ending: frozenset[str] | None = None


class CitationFinder:
    """Finds what footnotes cite in one archive."""

    def __init__(self, catalogue: Catalogue, index: Index) -> None:
        self._catalogue = catalogue
        self._index = index
        self._volumes = Remembered(lambda: Volumes(catalogue), catalogue.last_act)

    def find(self, citation: str) -> CitationFound:
        """The documents that a footnote may cite, at most three."""
        told = read_footnote(citation[:_LONGEST])
        placed = [found for place in told.places if (found := self._placed(place))]
        records = (self._catalogue.get(each) for each in self._candidates(told, placed))
        judged = [_judged(record, told, placed) for record in records]
        best = sorted(
            (each for each in judged if each.confidence >= _LIKELY), key=lambda each: (-each.confidence, each.id)
        )
        alike = sum(each.confidence == best[0].confidence for each in best) if best else 1
        return CitationFound(citation, tuple(_shared(each, alike) for each in best[:_SHOWN]))

    def _placed(self, place: Place) -> _Placed | None:
        """What is at a place; None where the words are no volume of an edition after all."""
        collection = self._volumes.get().collection(place)
        if not place.document and not place.pages:
            return _Placed(f"volume {collection}", collection) if collection else None
        if collection is None:
            return _Placed(f"volume {place.years}, {place.number or 'of no number'}", None)
        if place.document:
            known = self._catalogue.known_as([f"{collection}/d{place.document.casefold()}"])
            records = frozenset(brief.id for briefs in known.values() for brief in briefs)
            return _Placed(f"document {place.document}", collection, records)
        return self._on_pages(collection, *(place.pages or (0, 0)))

    def _on_pages(self, collection: str, first: int, last: int) -> _Placed:
        held = [each for each in self._volumes.get().pages(collection) if each[0] <= last and each[1] >= first]
        beginning = frozenset(name for start, _, name in held if start == first)
        ending = frozenset(name for _, end, name in held if end == last) if last > first else None
        words = f"pages {first}–{last}" if last > first else f"page {first}"
        return _Placed(words, collection, frozenset(name for *_, name in held), beginning, ending)

    def _candidates(self, told: Told, placed: list[_Placed]) -> list[str]:
        """The identifiers of records that fit what is told best: place in the volume, number, file, day, names."""
        found = dict.fromkeys(name for place in placed for name in sorted(place.records))
        for search in self._searches(told, placed):
            found |= dict.fromkeys(hit.id for hit in self._index.search(search).hits)
        return list(found)

    def _searches(self, told: Told, placed: list[_Placed]) -> Iterator[Search]:
        days = told.day if told.day and len(told.day) != _IN_DAY_OF_NO_YEAR else None
        names = " OR ".join(f"{field}:{name}" for name in told.names for field in ("from", "to", "place", "title"))
        collection = placed[0].collection if len(placed) == 1 else None
        search = Search(date_from=days, date_to=days, limit=_LOOKED_AT, facets=())
        if told.file:
            yield replace(search, query=f'holding:"{told.file}"', date_from=None, date_to=None)
        if told.number and told.number.isalnum():
            yield replace(search, query=f"number:{told.number}", limit=_NUMBERED)
        if days:
            yield replace(search, query=names, collection=collection)
            if told.kind:
                yield replace(search, kind=told.kind)
        elif names and told.kind:
            yield replace(search, query=names, collection=collection, kind=told.kind)


def _judged(record: Record, told: Told, placed: list[_Placed]) -> Match:
    """The record held against what is told."""
    clues = [*_clue_of_place(record, placed), *_clues(record, told)]
    weight = sum(each for each, _, _ in clues)
    agreed = sum(each for each, agrees, _ in clues if agrees)
    return Match(
        id=record.id,
        title=record.title,
        date=record.date.edtf if record.date else None,
        confidence=round(agreed / max(weight, _ENOUGH), 3),
        reasons=tuple(words for _, agrees, words in clues if agrees),
        against=tuple(words for _, agrees, words in clues if not agrees),
    )


def _clue_of_place(record: Record, placed: list[_Placed]) -> list[Clue]:
    """What the place tells that the record fits best: a footnote may cite several."""
    found = [list(_of_place(record, place)) for place in placed]
    return max(found, key=lambda clues: sum(weight for weight, agrees, _ in clues if agrees), default=[])


def _of_place(record: Record, place: _Placed) -> Iterator[Clue]:
    yield 2, record.collection == place.collection, f"volume {place.collection}" if place.collection else place.words
    if place.collection and place.words != f"volume {place.collection}":
        yield 5, record.id in place.records, place.words
    if place.beginning is not None:
        yield 2, record.id in place.beginning, "begins on that page"
    if place.ending is not None:
        yield 1, record.id in place.ending, "ends on that page"


def _clues(record: Record, told: Told) -> Iterator[Clue]:
    of_day = not told.day or _of_day(record, told.day)
    if told.day:
        yield 3, of_day, f"date {told.day}"
    if told.number:  # every post begins anew each year: a number tells nothing of a document of another day
        same = record.number == told.number and of_day
        yield 2 if same and not told.day else 4, same, f"number {told.number}"
    if told.kind:
        yield 1, told.kind in (record.kind or ""), f"kind {told.kind}"
    if told.file:
        yield 5, _words(told.file) in _words(_held_at(record)), f"file {told.file}"
    if told.sender:
        yield 2, _named(record, told.sender), f"from {told.sender}"
    elif told.names:
        known = [name for name in told.names if _named(record, name)]
        share = len(known) / len(told.names)
        yield from [(2 * share, True, f"names {', '.join(known)}")] if known else []
        yield from [(2 - 2 * share, False, "other names")] if share < 1 else []


def _of_day(record: Record, day: str) -> bool:
    edtf = record.date.edtf if record.date else None
    if edtf and len(day) == _IN_DAY_OF_NO_YEAR:
        return edtf[len("1962-") :][: len(day)] == day
    first, last = day_bounds(edtf) if edtf else (None, None)
    lower, upper = day_bounds(day)
    return bool(first and last and lower and upper and first <= upper and last >= lower)


def _named(record: Record, name: str) -> bool:
    """Whether all words of a name stand where the record says who sent it to whom, and where."""
    told = " ".join([record.title, record.place or "", *(party.name for party in record.parties)])
    return set(_words(name).split()) <= set(_words(told).split())


def _held_at(record: Record) -> str:
    holding = record.holding
    return " ".join(filter(None, (holding.repository, holding.reference))) if holding else ""


def _words(words: str) -> str:
    return f" {' '.join(fold(words).words.split())} "


def _shared(match: Match, alike: int) -> Match:
    return replace(match, confidence=round(match.confidence / alike, 3))
