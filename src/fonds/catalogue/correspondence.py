"""Who writes to whom, how often and when: the senders and addressees of all records, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from msgspec import Struct

from fonds.catalogue.database import Database, json_list
from fonds.catalogue.values import Brief
from fonds.record import Record

MOST = 100
"""Pairs that are kept of one record; a circular to all posts says no more by a hundred others."""

Pair = tuple[str, str]


class Within(Struct, frozen=True):
    """Which records are looked at: dated wholly within ISO days, and of a collection; None where that is open."""

    date_from: str | None = None
    date_to: str | None = None
    collection: str | None = None

    @property
    def parameters(self) -> tuple[str | None, ...]:
        """What is bound where a question is narrowed to them: each bound twice."""
        return self.date_from, self.date_from, self.date_to, self.date_to, self.collection, self.collection


EVERYTHING: Final = Within()


class Exchange(Struct, frozen=True):
    """How many records one sent to another, and the first and last day that they are dated.

    Both are named as the records name them; who they are in lists is for `people` to tell.
    """

    sender: str
    addressee: str
    records: int
    date_from: str | None
    date_to: str | None


def pairs(record: Record) -> tuple[Pair, ...]:
    """Sender and addressee of a record, each with each; none where either is not told."""
    found = product(record.names("from"), record.names("to"))
    return tuple(islice(dict.fromkeys((_plain(sender), _plain(addressee)) for sender, addressee in found), MOST))


def _plain(name: str) -> str:
    return " ".join(name.split())


def keep_pairs(database: Database, rows: Iterable[tuple[int, tuple[Pair, ...]]]) -> None:
    """Write down the pairs of records, by number; what was written of them before is to be gone."""
    database.run_many("INSERT INTO exchanges (record, sender, addressee) VALUES (?, ?, ?)", _rows(rows))


def _rows(rows: Iterable[tuple[int, tuple[Pair, ...]]]) -> Iterator[tuple[int, str, str]]:
    for number, found in rows:
        yield from ((number, *pair) for pair in found)


def exchanges(database: Database, within: Within, limit: int) -> tuple[Exchange, ...]:
    """The pairs with most records, the most first."""
    return tuple(Exchange(*row) for row in database.rows(_EXCHANGES, *within.parameters, limit))


_EXCHANGES: Final = """
    SELECT sender, addressee, COUNT(*), MIN(date_from), MAX(date_to)
    FROM exchanges JOIN records ON records.number = record
    WHERE withdrawn = 0 AND (? IS NULL OR date_from >= ?) AND (? IS NULL OR date_to <= ?)
        AND (? IS NULL OR collection = ?)
    GROUP BY sender, addressee ORDER BY 3 DESC, sender, addressee LIMIT ?
"""


def exchanged(database: Database, pair: Pair, within: Within, limit: int) -> tuple[Brief, ...]:
    """The records that one sent to another, as they name them, by date; at most `limit`."""
    return tuple(Brief(*row) for row in database.rows(_EXCHANGED, *pair, *within.parameters, limit))


_EXCHANGED: Final = """
    SELECT id, title, kind, date_from, date_to FROM exchanges JOIN records ON records.number = record
    WHERE +withdrawn = 0 AND sender = ? AND addressee = ?
        AND (? IS NULL OR date_from >= ?) AND (? IS NULL OR date_to <= ?) AND (? IS NULL OR collection = ?)
    ORDER BY date_from IS NULL, date_from, id LIMIT ?
"""


class Correspondent(Struct, frozen=True):
    """Somebody as records name them, and how many records somebody else sent to them, or got from them."""

    name: str
    records: int


def correspondents(database: Database, entries: list[str], limit: int) -> dict[str, tuple[Correspondent, ...]]:
    """To whom somebody writes and from whom they are written to: "to" and "from", the most frequent first.

    `entries` are all that lists have of them, as in `people.identity`.
    """
    asked = json_list(entries)
    return {
        role: tuple(Correspondent(*row) for row in database.rows(statement, asked, limit))
        for role, statement in (("to", _WRITTEN_TO), ("from", _WRITTEN_BY))
    }


_WRITTEN_TO: Final = """
    SELECT addressee, COUNT(DISTINCT record) FROM exchanges JOIN records ON records.number = record
    WHERE +withdrawn = 0 AND record IN
        (SELECT record FROM appearances WHERE role = 'from' AND person IN (SELECT value FROM json_each(?)))
    GROUP BY addressee ORDER BY 2 DESC, addressee LIMIT ?
"""
_WRITTEN_BY: Final = """
    SELECT sender, COUNT(DISTINCT record) FROM exchanges JOIN records ON records.number = record
    WHERE +withdrawn = 0 AND record IN
        (SELECT record FROM appearances WHERE role = 'to' AND person IN (SELECT value FROM json_each(?)))
    GROUP BY sender ORDER BY 2 DESC, sender LIMIT ?
"""
