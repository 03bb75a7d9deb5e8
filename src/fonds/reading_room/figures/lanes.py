"""Documents on a line of days and hours, a lane for each collection; none is drawn more exactly than it is dated.

A document with a time stands at that time; one with a day alone lies across the whole day. Where times of sending or
receipt are told that are later by the clock, they stand apart; earlier ones may be of the next day, or of a place to
the west.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct, structs

ROW = 9
"""Pixels from one document to the next in a lane."""
LANE_HEAD = 24
FOOT = 24
MOST_LANES = 8
MINUTES = 24 * 60
DOT = 0.7
"""Hundredths of the figure's width that a document with a time takes."""


class Moment(Struct, frozen=True):
    """A document in time: written, sent and received so many minutes after midnight, None where that is not told."""

    id: str
    title: str
    collection: str
    day: str
    minute: int | None = None
    received: int | None = None
    sent: int | None = None


class Drawn(Struct, frozen=True):
    """A moment drawn: its stretch in hundredths of the width, its row in pixels, where sending and receipt stand."""

    moment: Moment
    x: float
    width: float
    y: int
    received: float | None
    sent: float | None = None


class Lane(Struct, frozen=True):
    """The documents of one collection; "" is for all that have no lane of their own."""

    collection: str
    y: int
    drawn: tuple[Drawn, ...]


class Tick(Struct, frozen=True):
    """A day or an hour on the line."""

    label: str
    x: float
    major: bool


class Lanes(Struct, frozen=True):
    """The drawn line. `width` is that of a file of it."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    width: int = 960

    @property
    def foot(self) -> int:
        return self.height - FOOT


def draw_lanes(moments: Sequence[Moment], first: date, days: int) -> Lanes:
    """The moments on a line of so many days; the collections with most of them have the first lanes."""
    by_lane: dict[str, list[Moment]] = {}
    own = [name for name, _ in Counter(each.collection for each in moments).most_common(MOST_LANES)]
    for each in moments:
        by_lane.setdefault(each.collection if each.collection in own else "", []).append(each)
    lanes, y = [], 0
    for name in sorted(by_lane, key=lambda name: (not name, own.index(name) if name else 0)):
        drawn, height = _packed(by_lane[name], first, days, y + LANE_HEAD)
        lanes.append(Lane(name, y, drawn))
        y += LANE_HEAD + height + ROW
    return Lanes(tuple(lanes), tuple(_ticks(first, days)), y + FOOT)


def _packed(moments: Iterable[Moment], first: date, days: int, top: int) -> tuple[tuple[Drawn, ...], int]:
    """Each moment in the first row in which it touches no other."""
    ends: list[float] = []
    drawn = []
    for each in sorted(moments, key=lambda each: (each.minute is None, each.day, each.minute or 0, each.id)):
        made = _drawn(each, first, days)
        marks = [mark for mark in (made.x, made.x + made.width, made.received, made.sent) if mark is not None]
        row = next((row for row, end in enumerate(ends) if end <= made.x), len(ends))
        ends[row : row + 1] = [max(marks)]
        drawn.append(structs.replace(made, y=top + row * ROW))
    return tuple(drawn), len(ends) * ROW


def _drawn(moment: Moment, first: date, days: int) -> Drawn:
    day = (date.fromisoformat(moment.day) - first).days

    def place(minute: int) -> float:
        return round(100 * (day + minute / MINUTES) / days, 3)

    def later(minute: int | None) -> float | None:
        is_later = minute is not None and moment.minute is not None and minute > moment.minute
        return place(minute or 0) if is_later else None

    if moment.minute is None:
        return Drawn(moment, place(0), round(100 / days, 3), 0, None)
    return Drawn(moment, place(moment.minute), DOT, 0, later(moment.received), later(moment.sent))


def _ticks(first: date, days: int) -> Iterator[Tick]:
    hours = 6 if days <= 3 else 12 if days <= 6 else 24
    every = 1 if days <= 16 else 7
    for day in range(days):
        shown = first + timedelta(days=day)
        if day % every == 0:
            yield Tick(
                f"{shown.day} {shown:%B}" if days <= 10 else f"{shown.day} {shown:%b}", 100 * day / days, major=True
            )
        for hour in range(hours, 24, hours):
            yield Tick(f"{hour:02}:00" if days <= 2 else "", 100 * (day + hour / 24) / days, major=False)
