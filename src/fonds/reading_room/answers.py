"""Answers to what a reader asks for, and how each can be made narrower or wider."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Unpack
from urllib.parse import quote_plus

from msgspec import Struct

from fonds.archive import Archive
from fonds.discovery import Count, Narrowed, Results
from fonds.discovery.results import read_chosen
from fonds.reading_room.figures.bars import Bars, bins_of_counts, bins_of_years, draw_bars
from fonds.reading_room.queries import HEADINGS, Asked
from fonds.reading_room.wording import language_name

ORDERS = {"relevance": "best first", "date": "oldest first", "latest": "latest first", "archive": "in archive order"}
"""Order of an answer -> what it is called."""
SMALL = 110
"""Height of the figure above an answer."""
ROWS = 8
"""The values that are shown under one heading at once; rarer ones are unfolded."""
NAMES = ("from", "to", "person")
UNFOLDED = frozenset({"kind", "decade", "place", "collection", *NAMES})
"""Facets whose values are shown at once, if there are more than one."""


class Row(Struct, frozen=True):
    """A value, and how many of the found documents have it.

    `address` is where those alone stand, or if it is chosen, all others too; `without` is where those stand that do
    not have it.
    """

    label: str
    count: int
    address: str
    without: str
    chosen: bool


class Facet(Struct, frozen=True):
    """The values of a facet: those shown at once, and those to unfold; the whole of it may have to be unfolded."""

    heading: str
    rows: tuple[Row, ...]
    more: tuple[Row, ...]
    is_open: bool


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
        include=read_chosen("only", asked.only),
        exclude=read_chosen("without", asked.without),
    )


def counted_facets(asked: Asked) -> tuple[str, ...]:
    """The facets that are counted: those of names cost more than all others, and wait until they are wanted."""
    chosen = {each.partition("=")[0] for each in asked.only + asked.without}
    return tuple(name for name in HEADINGS if name != "year" and (name not in NAMES or asked.names or name in chosen))


def facets(asked: Asked, results: Results, titles: Mapping[str, str]) -> tuple[Facet, ...]:
    """By what the answer can be narrowed or widened. `titles` are those of collections."""
    here = asked.address()
    rows = {
        name: tuple(_row(asked, here, name, count, titles) for count in results.counts.get(name, ()))
        for name in HEADINGS
    }
    return tuple(_facet(name, found) for name, found in rows.items() if found)


def _facet(name: str, rows: tuple[Row, ...]) -> Facet:
    is_open = name in UNFOLDED or any(row.chosen for row in rows)
    return Facet(HEADINGS[name], rows[:ROWS], rows[ROWS:], is_open)


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


def _row(asked: Asked, here: str, name: str, count: Count, titles: Mapping[str, str]) -> Row:
    """A row; `here` is the address of the answer, to which a value is added: there are hundreds of them on a page."""
    value = f"{name}={count.value}"
    label, added = _label(name, count.value, titles), quote_plus(value)
    if value in asked.only:
        rest = tuple(each for each in asked.only if each != value)
        return Row(label, count.count, asked.address(only=rest), "", chosen=True)
    return Row(label, count.count, f"{here}&only={added}", f"{here}&without={added}", chosen=False)


def _label(name: str, value: str, titles: Mapping[str, str]) -> str:
    if name == "decade":
        return f"{value}s" if value.isdecimal() else value
    if name == "language":
        return language_name(value)
    return titles.get(value, value) if name == "collection" else value
