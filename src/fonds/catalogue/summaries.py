"""The archive in numbers."""

from __future__ import annotations

from collections import Counter
from typing import Final

from fonds.catalogue.database import Database
from fonds.catalogue.values import CollectionSummary, Statistics

_UNKNOWN: Final = "unknown"
_UNDATED: Final = "undated"


def collections(database: Database) -> tuple[CollectionSummary, ...]:
    """Every collection that has records, by name."""
    return tuple(CollectionSummary(*row) for row in database.rows(_COLLECTIONS))


_COLLECTIONS: Final = """
    SELECT collection, COUNT(*), MIN(date_from), MAX(date_to)
    FROM records WHERE withdrawn = 0 GROUP BY collection ORDER BY collection
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
    SELECT COUNT(*) FROM citations JOIN records ON records.number = citations.record WHERE withdrawn = 0
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
