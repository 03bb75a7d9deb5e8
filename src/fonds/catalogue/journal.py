"""The journal: what was done to the archive, in order. The one place in the catalogue that looks at the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec

from fonds.catalogue.database import Database
from fonds.catalogue.values import Act


def next_number(database: Database) -> int:
    """The number that the next act gets, inside the transaction that will write it."""
    number: int = database.value("SELECT COALESCE(MAX(number), 0) + 1 FROM journal")
    return number


def last_number(database: Database) -> int:
    """The number of the last act; 0 where nothing was done yet."""
    return next_number(database) - 1


def now() -> str:
    """The time, as the journal writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def write(database: Database, deed: str, thing: str, outcome: dict[str, int]) -> None:
    """Write down what the transaction around it does."""
    database.run(
        "INSERT INTO journal (at, deed, thing, outcome) VALUES (?, ?, ?, ?)",
        now(),
        deed,
        thing,
        msgspec.json.encode(outcome).decode(),
    )


def read(database: Database) -> Iterator[Act]:
    """Every act, the first one first."""
    for number, at, deed, thing, outcome in database.each("SELECT * FROM journal ORDER BY number"):
        yield Act(number, at, deed, thing, msgspec.json.decode(outcome, type=dict[str, int]))
