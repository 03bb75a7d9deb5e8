"""What the found documents have in common: exact counts over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import tantivy

from fonds.discovery.asking import Asked
from fonds.discovery.results import FACETS, Count, Histogram, Search
from fonds.errors import QueryError

_ALL: Final = 65_000
"""More values than a facet has in any part of the index: with fewer, the rarest would be miscounted."""
AS_ONE: Final = {"has": "has_all"}
"""Facets of which documents have several values -> the column that has these as one: it is counted far faster."""
_NOTHING: Final[dict[str, Any]] = {"buckets": (), "value": 0}
_YEARS_IN_MONTHS: Final = 6
"""The most years that a histogram shows by month."""


class Counted:
    """The counts of one answer, worked out by the index in one go; not at all where nothing `is_found`."""

    def __init__(self, asked: Asked, search: Search, searcher: tantivy.Searcher, *, is_found: bool = True) -> None:
        if unknown := [name for name in search.facets if name not in FACETS]:
            raise QueryError("the facet", seen=unknown[0], wanted=", ".join(FACETS), next_step="Name one of these.")
        self._most = search.values
        wanted: dict[str, Any] = {name: self._wanted(name) for name in search.facets}
        wanted |= {"total": {"value_count": {"field": "order"}}}
        if search.histogram:
            wanted |= {"years": _terms("year", _ALL), "months": _terms("month", _ALL)}
        self._found = searcher.aggregate(asked.query, wanted) if is_found else dict.fromkeys(wanted, _NOTHING)
        self.total = int(self._found["total"]["value"])
        self._values = {name: self._counted(name) for name in search.facets}

    def _wanted(self, name: str) -> dict[str, Any]:
        return _terms(AS_ONE[name], _ALL) if name in AS_ONE else _terms(FACETS[name], self._most)

    def _counted(self, name: str) -> tuple[Count, ...]:
        counts = _counts(self._found[name])
        return _parted(counts) if name in AS_ONE else counts

    def facets(self) -> dict[str, tuple[Count, ...]]:
        """Each facet's most frequent values."""
        return {name: values[: self._most] for name, values in self._values.items()}

    def others(self) -> dict[str, int]:
        """How many documents have values that are not given: a document of several values counts for each of them."""
        counts = {name: self._others(name) for name in self._values}
        return {name: count for name, count in counts.items() if count}

    def _others(self, name: str) -> int:
        left_out = sum(count.count for count in self._values[name][self._most :])
        return left_out + int(self._found[name].get("sum_other_doc_count", 0))

    def histogram(self) -> Histogram | None:
        """The documents by year or month, if that was asked for."""
        if "years" not in self._found:
            return None
        years = [count for count in _counts(self._found["years"]) if "/" not in count.value]
        if len(years) > _YEARS_IN_MONTHS:
            return self._by("year", self._found["years"], 4)
        return self._by("month", self._found["months"], 7)

    def _by(self, unit: Any, found: dict[str, Any], length: int) -> Histogram:
        counts = sorted(_counts(found), key=lambda count: count.value)
        bars = tuple(count for count in counts if len(count.value) == length)
        spans = tuple(count for count in counts if len(count.value) != length)
        return Histogram(unit, bars, spans, self.total - sum(count.count for count in counts))


def count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """How many documents fit the query."""
    result: Any = searcher.search(query, 1)  # its count is not in the library's stubs
    return int(result.count)


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": _ALL}}


def _counts(found: dict[str, Any]) -> tuple[Count, ...]:
    return _in_order(Count(bucket["key"], bucket["doc_count"]) for bucket in found["buckets"])


def _parted(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Counts of several values as one, value by value."""
    found: Counter[str] = Counter()
    for each in counts:
        found.update(dict.fromkeys(each.value.split(), each.count))
    return _in_order(Count(value, count) for value, count in found.items())


def _in_order(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda count: (-count.count, count.value)))
