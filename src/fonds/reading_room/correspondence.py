"""Who writes to whom, as a matrix and as a network, in a range of time and a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal
from urllib.parse import urlencode

from msgspec import Struct

from fonds.archive import Archive
from fonds.catalogue import Exchange, Within
from fonds.reading_room.queries import day_bound

MOST_EXCHANGES = 400
MOST_SENDERS = 24
View = Literal["matrix", "network"]


class Range(Struct, frozen=True):
    """The documents that are looked at: dated within the days of two dates, each "" if open, and of a collection."""

    date_from: str = ""
    date_to: str = ""
    collection: str = ""

    @property
    def within(self) -> Within:
        """The range as the archive takes it. Raises QueryError for what is no date."""
        return Within(day_bound(self.date_from, "first"), day_bound(self.date_to, "last"), self.collection or None)

    def address(self, path: str, **more: str) -> str:
        """A page with the same documents."""
        asked = {**more, "from": self.date_from, "to": self.date_to, "collection": self.collection}
        written = urlencode({name: value for name, value in asked.items() if value})
        return f"{path}?{written}" if written else path

    def figure(self, name: str) -> Callable[[str], str]:
        """Where a figure of these documents is a file, by the ending of the file."""
        return lambda ending: self.address(f"/figures/{name}.{ending}")


class Cell(Struct, frozen=True):
    """How much a sender sent to an addressee; `depth` is from 0, nothing, to 3, for the colour."""

    addressee: str
    records: int
    depth: int


class Row(Struct, frozen=True):
    """What a sender sent to each addressee."""

    sender: str
    cells: tuple[Cell, ...]


class Matrix(Struct, frozen=True):
    """Senders down, addressees across, those with most records first."""

    addressees: tuple[str, ...]
    rows: tuple[Row, ...]


def exchanges(archive: Archive, asked: Range) -> tuple[Exchange, ...]:
    """Who writes to whom in this range. Raises QueryError."""
    return archive.exchanges(asked.within, MOST_EXCHANGES)


def make_matrix(found: tuple[Exchange, ...]) -> Matrix:
    """The exchanges as a matrix of the busiest senders and addressees."""
    sent, got, cells = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for each in found:
        sent[each.sender] += each.records
        got[each.addressee] += each.records
        cells[each.sender, each.addressee] = each.records
    senders = [name for name, _ in sent.most_common(MOST_SENDERS)]
    addressees = tuple(name for name, _ in got.most_common(MOST_SENDERS))
    most = max(cells.values(), default=1)
    rows = (Row(s, tuple(Cell(a, cells[s, a], _depth(cells[s, a], most)) for a in addressees)) for s in senders)
    return Matrix(addressees, tuple(rows))


def _depth(records: int, most: int) -> int:
    return 0 if not records else 1 if records < most / 8 else 2 if records < most / 2.5 else 3
