"""The archive at a glance: what several pages show of the whole, worked out once after each change to it."""

from __future__ import annotations

from msgspec import Struct

from fonds.archive import Archive
from fonds.catalogue import Brief, CollectionSummary, Statistics
from fonds.discovery import Count
from fonds.reading_room.figures.bars import Bars, bins_of_years, draw_bars

NEWEST = 6


class Overview(Struct, frozen=True):
    """What an archive holds. `titles` are those of the collections, `exact` is how many records tell their year."""

    statistics: Statistics
    collections: tuple[CollectionSummary, ...]
    titles: dict[str, str]
    years: Bars
    exact: int
    first_year: str
    last_year: str
    places: tuple[Count, ...]
    newest: tuple[Brief, ...]


def make_overview(archive: Archive) -> Overview:
    """Look over the whole archive; takes some hundredths of a second."""
    collections, years = archive.collections(), archive.years()
    return Overview(
        statistics=archive.statistics(),
        collections=tuple(sorted(collections, key=lambda each: (each.date_from or "~", each.collection))),
        titles={each.collection: _titled(each) for each in collections},
        years=draw_bars(bins_of_years((each.year, each.records) for each in years)),
        first_year=years[0].year if years else "",
        last_year=years[-1].year if years else "",
        exact=sum(each.records for each in years),
        places=archive.search(limit=0).counts.get("place", ()),
        newest=archive.newest(NEWEST),
    )


def _titled(collection: CollectionSummary) -> str:
    """The title with the part of the edition that it is: volumes of one name are many."""
    return f"{collection.title} ({collection.part})" if collection.part else collection.title
