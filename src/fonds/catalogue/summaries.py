"""The archive in numbers."""

from __future__ import annotations

from collections import Counter
from typing import Final

import msgspec
from msgspec import Struct

from fonds.catalogue.database import Database
from fonds.catalogue.values import Brief, CollectionSummary, Statistics, YearCount
from fonds.record import Edition

_UNKNOWN: Final = "unknown"
_UNDATED: Final = "undated"


def collections(database: Database) -> tuple[CollectionSummary, ...]:
    """Every collection that has records, by identifier."""
    return tuple(_summary(database, *row) for row in database.rows(_COLLECTIONS))


def _summary(
    database: Database, collection: str, records: int, date_from: str | None, date_to: str | None
) -> CollectionSummary:
    title, part = _titled(database, collection)
    return CollectionSummary(collection, records, date_from, date_to, title, part)


_COLLECTIONS: Final = """
    SELECT collection, COUNT(*), MIN(date_from), MAX(date_to)
    FROM records WHERE withdrawn = 0 GROUP BY collection ORDER BY collection
"""


class _Printed(Struct):
    """Of a record, no more than its title and what printed it."""

    title: str
    edition: Edition | None = None


_printed: Final = msgspec.json.Decoder(_Printed)


def _titled(database: Database, collection: str) -> tuple[str, str]:
    """What the collection's first record tells of the whole: its title, and which part of an edition it is.

    An edition of one document alone, such as a letter in a file of its own, is none of the collection.
    """
    first = _printed.decode(database.value(_FIRST_LINE, collection))
    edition = first.edition
    if edition is None or edition.name == first.title:
        return collection, ""
    return edition.name, ", ".join(part for part in (edition.subseries, edition.volume) if part)


_FIRST_LINE: Final = """
    SELECT line FROM lines JOIN records ON lines.record = records.number AND lines.version = records.version
    WHERE withdrawn = 0 AND collection = ? ORDER BY shelf, sequence, id LIMIT 1
"""


def years(database: Database) -> tuple[YearCount, ...]:
    """The years in which records are dated, in order; a record whose date leaves the year open counts in none."""
    return tuple(YearCount(*row) for row in database.rows(_COUNTED_YEARS))


_COUNTED_YEARS: Final = """
    SELECT SUBSTR(date_from, 1, 4), COUNT(*) FROM records
    WHERE withdrawn = 0 AND SUBSTR(date_from, 1, 5) = SUBSTR(date_to, 1, 5) AND date_from NOT LIKE '-%'
    GROUP BY 1 ORDER BY 1
"""


def newest(database: Database, limit: int) -> tuple[Brief, ...]:
    """The records that were taken in last, the newest first."""
    return tuple(Brief(*row) for row in database.rows(_NEWEST, limit))


_NEWEST: Final = """
    SELECT id, title, kind, date_from, date_to FROM records WHERE +withdrawn = 0 ORDER BY act DESC, number DESC LIMIT ?
"""


def statistics(database: Database) -> Statistics:
    """Counts over the whole archive."""
    return Statistics(
        records=database.value("SELECT COUNT(*) FROM records WHERE withdrawn = 0"),
        withdrawn=database.value("SELECT COUNT(*) FROM records WHERE withdrawn = 1"),
        collections=database.value("SELECT COUNT(DISTINCT collection) FROM records WHERE withdrawn = 0"),
        sources=database.value("SELECT COUNT(*) FROM sources"),
        agents=database.value("SELECT COUNT(*) FROM (SELECT DISTINCT collection, id FROM agents)"),
        references=database.value(_REFERENCES),
        kinds=_counted(database, "SELECT kind, COUNT(*) FROM records WHERE withdrawn = 0 GROUP BY kind"),
        decades=_decades(database),
        languages=_counted(database, "SELECT language, COUNT(*) FROM records WHERE withdrawn = 0 GROUP BY language"),
        findings=_counted(database, "SELECT code, COUNT(*) FROM findings GROUP BY code"),
    )


_REFERENCES: Final = """
    SELECT COUNT(*) FROM citations JOIN records ON records.number = citations.record WHERE also = 0 AND withdrawn = 0
"""


def _counted(database: Database, statement: str) -> dict[str, int]:
    return _largest_first({value or _UNKNOWN: count for value, count in database.rows(statement)})


def _decades(database: Database) -> dict[str, int]:
    decades: Counter[str] = Counter()
    for year, count in database.rows(_YEARS):
        decades[_UNDATED if year is None else f"{int(year) // 10 * 10:04}"] += count
    return _largest_first(decades)


_YEARS: Final = """
    SELECT substr(day, 1, length(day) - 6), COUNT(*)
    FROM (SELECT COALESCE(date_from, date_to) AS day FROM records WHERE withdrawn = 0) GROUP BY 1
"""


def _largest_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
