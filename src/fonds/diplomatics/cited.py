"""What the finders of references give: words that cite, where they stand, and what they cite."""

from __future__ import annotations

from msgspec import Struct

from fonds.record import Cites


class Cited(Struct, frozen=True):
    """Words that cite, from `start` to `end`, and what they cite; `confidence` says how surely."""

    start: int
    end: int
    cites: Cites
    confidence: float = 0.95


class Standpoint(Struct, frozen=True):
    """From where a passage cites: what its document is, as far as known.

    `day` is its ISO day, by which a day without a year is understood, the last one where its date has several, and then
    not `is_of_one_day`; `writer` and `reader` are who "my" and "your"
    mean; `editorial` says that an editor writes, who leaves out the year of the document itself.
    """

    day: str | None = None
    is_of_one_day: bool = True
    writer: str | None = None
    reader: str | None = None
    editorial: bool = False
