"""How often something is said over time, beside all that is said."""

from __future__ import annotations

from collections import Counter
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fonds.dates import day_bounds
from fonds.discovery.asking import Asker
from fonds.discovery.occurrences import documents_of, occurrences_of
from fonds.discovery.results import Search

_YEARS: Final = 65_000
"""More years and spans of years than there are in any part of the index."""


class Year(Struct, frozen=True):
    """A year: documents found, occurrences in them, and the denominators: all documents and words of that year."""

    year: str
    documents: int
    occurrences: int
    of_documents: int
    of_words: int


class Frequency(Struct, frozen=True):
    """How often something is said over time; documents that are of no certain year are counted as `undated`.

    What narrows the search narrows the denominators too: a rate is among documents of this kind, by this person.
    """

    query: str
    years: tuple[Year, ...]
    undated: Year


def frequency(search: Search, asker: Asker) -> Frequency:
    """How often what is sought is said, year by year, beside all that is said in the documents looked through."""
    asked = asker.ask(search)
    documents: Counter[str] = Counter()
    occurrences: Counter[str] = Counter()
    for document in documents_of(asked, search, asker):
        year = _year(document.get_first("date"))
        documents[year] += 1
        occurrences[year] += sum(len(places) for *_, places in occurrences_of(document, asked))
    of = _denominators(search, asker)
    years = [Year(year, documents[year], occurrences[year], *of[year]) for year in sorted(of)]
    undated = next((year for year in years if not year.year), Year("", 0, 0, 0, 0))
    return Frequency(search.query, tuple(year for year in years if year.year), undated)


def _denominators(search: Search, asker: Asker) -> dict[str, tuple[int, int]]:
    """Year -> documents and words of all that the search looks through; those of no certain year under ""."""
    everything = asker.ask(replace(search, query="")).query
    words = {"words": {"sum": {"field": "words"}}}
    wanted = {"years": {"terms": {"field": "year", "size": _YEARS, "segment_size": _YEARS}, "aggs": words}} | words
    found = asker.searcher.aggregate(everything, wanted | {"documents": {"value_count": {"field": "order"}}})
    of = {
        bucket["key"]: (int(bucket["doc_count"]), int(bucket["words"]["value"]))
        for bucket in found["years"]["buckets"]
        if "/" not in bucket["key"]
    }
    certain = [sum(each) for each in zip(*of.values(), strict=True)] or [0, 0]
    rest = int(found["documents"]["value"]) - certain[0], int(found["words"]["value"] or 0) - certain[1]
    return of | ({"": rest} if rest[0] else {})


def _year(edtf: str | None) -> str:
    """The year that a date is of for certain, or ""."""
    first, last = day_bounds(edtf) if edtf else (None, None)
    return first[:4] if first and last and first[:-6] == last[:-6] and not first.startswith("-") else ""
