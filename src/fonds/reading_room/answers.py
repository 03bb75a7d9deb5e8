"""Answers to what a reader asks for, and how each can be made narrower or wider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Unpack

from msgspec import Struct

from fonds.archive import Archive
from fonds.discovery import Count, Narrowed, Results
from fonds.reading_room.figures.bars import Bars, bins_of_counts, bins_of_years, draw_bars
from fonds.reading_room.queries import Asked

HEADINGS = {"kind": "Kind", "decade": "Decade", "place": "Place", "collection": "Collection"}
ORDERS = {"relevance": "best first", "date": "oldest first", "latest": "latest first", "archive": "in archive order"}
"""Order of an answer -> what it is called."""
SMALL = 110
"""Height of the figure above an answer."""
ROWS = 10
"""The most values that are shown under one heading; the rarest are left out."""


class Row(Struct, frozen=True):
    """A value, how many of the found documents have it, and where those alone stand; if chosen, all others too.

    `address` is "" for a value that cannot be asked for.
    """

    label: str
    count: int
    address: str
    chosen: bool


def search(archive: Archive, asked: Asked, **more: Unpack[Narrowed]) -> Results:
    """Ask the archive. Raises QueryError for a question that is not of the query language."""
    return archive.search(asked.query, **(narrowed(asked) | more))


def narrowed(asked: Asked) -> Narrowed:
    """What a question says beside its query."""
    return Narrowed(
        date_from=asked.date_from or None,
        date_to=asked.date_to or None,
        kind=asked.kind or None,
        person=asked.person or None,
        place=asked.place or None,
        collection=asked.collection or None,
        working_set=asked.working_set or None,
        notes=asked.notes,
        editor=asked.editor,
    )


def facets(asked: Asked, results: Results, titles: Mapping[str, str]) -> dict[str, tuple[Row, ...]]:
    """By what the answer can be narrowed or widened, under their headings. `titles` are those of collections."""
    return {
        heading: tuple(_rows(asked, name, results.counts.get(name, ()), titles)) for name, heading in HEADINGS.items()
    }


def over_time(results: Results) -> Bars:
    """What was found, by year or by month, as precisely as its dates are known."""
    counts = {bar.value: bar.count for bar in results.histogram.bars} if results.histogram else {}
    if not counts:
        return draw_bars(())
    if results.histogram and results.histogram.unit == "month":
        return draw_bars(bins_of_counts({f"{month}-01": n for month, n in counts.items()}, *_ends(counts)), SMALL)
    return draw_bars(bins_of_years(counts.items()), SMALL)


def _ends(months: Iterable[str]) -> tuple[str, str]:
    """The first day of the first month's year, and the last of the last one's: never so few that days are shown."""
    ordered = sorted(months)
    return f"{ordered[0][:4]}-01-01", f"{ordered[-1][:4]}-12-31"


def _rows(asked: Asked, name: str, counts: tuple[Count, ...], titles: Mapping[str, str]) -> Iterator[Row]:
    for count in counts[:ROWS]:
        chosen = _chosen(name, count.value)
        is_set = bool(chosen) and all(getattr(asked, field) == value for field, value in chosen.items())
        address = asked.address(**(dict.fromkeys(chosen, "") if is_set else chosen)) if chosen else ""
        yield Row(_label(name, count.value, titles), count.count, address, is_set)


def _label(name: str, value: str, titles: Mapping[str, str]) -> str:
    if name == "decade":
        return f"{value}s" if value.isdecimal() else value
    return titles.get(value, value) if name == "collection" else value


def _chosen(name: str, value: str) -> dict[str, str]:
    """The filters that a value stands for: for a decade the span of its years, for "undated" none."""
    if name != "decade":
        return {name: value}
    return {"date_from": value, "date_to": f"{value[:-1]}9"} if value.isdecimal() else {}
