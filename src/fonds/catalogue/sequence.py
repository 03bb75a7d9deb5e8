"""Where a record stands among the others: in archive order within its collection, and by date in the whole archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fonds.catalogue.database import Database

Neighbours = tuple[str | None, str | None]
"""The ids of the records before and after one; None at the ends."""


def in_order(database: Database, collection: str) -> Iterator[str]:
    """The ids of a collection's records: file by file, as each file has them."""
    return (record_id for (record_id,) in database.each(_IN_ORDER, collection))


def neighbours(database: Database, record_id: str) -> Neighbours | None:
    """Those in archive order; None for an id that is not held."""
    place = database.row(_PLACE, record_id)
    return (database.value(_PREVIOUS, *place), database.value(_NEXT, *place)) if place else None


def neighbours_by_date(database: Database, record_id: str) -> Neighbours | None:
    """Those by date, of one day by id; only records dated to the day are looked at. None for an id that is not held."""
    held = database.row(_DAY, record_id)
    if held is None:
        return None
    if held[0] is None or held[0] != held[1]:
        return None, None
    return database.value(_EARLIER, *held), database.value(_LATER, *held)


def between(database: Database, first: str, last: str, limit: int) -> tuple[str, ...]:
    """The ids of the records that are dated to a day from `first` to `last` (ISO days), by date, then by id."""
    return tuple(record_id for (record_id,) in database.rows(_BETWEEN, first, last, limit))


def days(database: Database, first: str, last: str) -> dict[str, int]:
    """How many records are dated to each day from `first` to `last` (ISO days)."""
    return dict(database.rows(_DAYS, first, last))


_IN_ORDER: Final = """
    SELECT id FROM records WHERE withdrawn = 0 AND collection = ? ORDER BY shelf, sequence, id
"""
_PLACE: Final = "SELECT collection, shelf, sequence, id FROM records WHERE id = ? AND withdrawn = 0"
_PREVIOUS: Final = """
    SELECT id FROM records
    WHERE withdrawn = 0 AND collection = ? AND (shelf, sequence, id) < (?, ?, ?)
    ORDER BY shelf DESC, sequence DESC, id DESC LIMIT 1
"""
_NEXT: Final = """
    SELECT id FROM records
    WHERE withdrawn = 0 AND collection = ? AND (shelf, sequence, id) > (?, ?, ?)
    ORDER BY shelf, sequence, id LIMIT 1
"""
# A plus sign keeps SQLite from reaching for the index that begins with `withdrawn`, which is 0 for nearly all records.
_DAY: Final = "SELECT date_from, date_to, id FROM records WHERE id = ? AND +withdrawn = 0"
_EARLIER: Final = """
    SELECT id FROM records
    WHERE withdrawn = 0 AND date_from = date_to AND (date_from, date_to, id) < (?, ?, ?)
    ORDER BY date_from DESC, date_to DESC, id DESC LIMIT 1
"""
_LATER: Final = """
    SELECT id FROM records
    WHERE withdrawn = 0 AND date_from = date_to AND (date_from, date_to, id) > (?, ?, ?)
    ORDER BY date_from, date_to, id LIMIT 1
"""
_BETWEEN: Final = """
    SELECT id FROM records
    WHERE withdrawn = 0 AND date_from = date_to AND date_from BETWEEN ? AND ?
    ORDER BY date_from, date_to, id LIMIT ?
"""
_DAYS: Final = """
    SELECT date_from, COUNT(*) FROM records
    WHERE withdrawn = 0 AND date_from = date_to AND date_from BETWEEN ? AND ? GROUP BY date_from ORDER BY date_from
"""
