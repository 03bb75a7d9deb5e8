"""Documents over time as bars: where each bar stands, how high it is, and which stretch of time it is."""

from __future__ import annotations

from calendar import month_abbr
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

HEIGHT = 180
FOOT = 22
"""Below the bars, for the years."""
HEAD = 18
"""Above the bars, for the largest number."""
SPANS = (1, 5, 10, 25, 50, 100)
"""Years that one bar may stand for."""
MOST_BARS = 120
DAYS_OF_DAYS = 93
"""Fewer days than these are shown day by day."""
YEARS_OF_MONTHS = 4
"""Fewer years than these are shown month by month."""
LABEL_WIDTH = 6.0
"""Hundredths of the figure's width that a label takes."""
ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 1000)
"""Every how many bins there may be a label."""


class Bin(Struct, frozen=True):
    """How many documents are dated in a stretch of time; `first` and `last` are a year, month or day."""

    label: str
    first: str
    last: str
    count: int


class Bar(Struct, frozen=True):
    """A bin drawn. `x` and `width` are in hundredths of the figure's width, `y` and `height` in pixels.

    `label` tells where the bin's label is written: "" nowhere, "major" always, "minor" where there is room.
    """

    bin: Bin
    x: float
    width: float
    y: float
    height: float
    label: Literal["", "major", "minor"]


class Bars(Struct, frozen=True):
    """A drawn histogram; `most` is the number of documents of its highest bar. `width` is that of a file of it."""

    bars: tuple[Bar, ...]
    most: int
    height: int = HEIGHT
    width: int = 960

    @property
    def foot(self) -> int:
        return self.height - FOOT

    @property
    def rows(self) -> tuple[Bin, ...]:
        """The bins that have documents: what the figure shows, as a table."""
        return tuple(bar.bin for bar in self.bars if bar.bin.count)


def bins_of_years(counts: Iterable[tuple[str, int]]) -> tuple[Bin, ...]:
    """Years and their counts as bins without a gap, several years in one where there are too many."""
    held = {int(year): count for year, count in counts}
    if not held:
        return ()
    first, last = min(held), max(held)
    step = next((step for step in SPANS if (last - first) // step < MOST_BARS), SPANS[-1])
    starts = range(first // step * step, last + 1, step)
    return tuple(_bin(start, step, sum(held.get(start + n, 0) for n in range(step))) for start in starts)


def bins_of_days(days: Iterable[str]) -> tuple[Bin, ...]:
    """ISO days as bins, from the first of them to the last."""
    counts = Counter(days)
    return bins_of_counts(counts, min(counts), max(counts)) if counts else ()


def bins_of_counts(counts: Mapping[str, int], first: str, last: str) -> tuple[Bin, ...]:
    """Counts of ISO days as bins of days, of months or of years, as many as can be told apart in such a stretch."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if end.year - start.year >= YEARS_OF_MONTHS:
        years = Counter({f"{start.year:04}": 0, f"{end.year:04}": 0})
        for day, count in counts.items():
            years[day[:4]] += count
        return bins_of_years(years.items())
    if (end - start).days >= DAYS_OF_DAYS:
        return _bins_of_months(counts, first, last)
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return tuple(_bin_of_day(day, counts.get(day.isoformat(), 0)) for day in days)


def _bin_of_day(day: date, count: int) -> Bin:
    return Bin(f"{day.day} {day:%b}", day.isoformat(), day.isoformat(), count)


def _bins_of_months(counts: Mapping[str, int], first: str, last: str) -> tuple[Bin, ...]:
    months: Counter[str] = Counter()
    for day, count in counts.items():
        months[day[:7]] += count
    names = (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(_month(first), _month(last) + 1))
    return tuple(Bin(_month_label(name), name, name, months[name]) for name in names)


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _month_label(month: str) -> str:
    return f"{month_abbr[int(month[5:7])]} {month[:4]}"


def _bin(start: int, step: int, count: int) -> Bin:
    first, last = f"{start:04}", f"{start + step - 1:04}"
    return Bin(first if step == 1 else f"{first}–{last}", first, last, count)


def draw_bars(bins: Sequence[Bin], height: int = HEIGHT) -> Bars:
    """The bins as bars, side by side over the whole width."""
    most = max((each.count for each in bins), default=0)
    return Bars(tuple(_bars(bins, most, height)), most, height=height)


def _bars(bins: Sequence[Bin], most: int, height: int) -> Iterator[Bar]:
    width = 100 / max(len(bins), 1)
    every = next(each for each in ROUND if each * width >= LABEL_WIDTH or each == ROUND[-1])
    for index, each in enumerate(bins):
        tall = (height - FOOT - HEAD) * each.count / most if most else 0
        y = height - FOOT - tall
        yield Bar(each, round(index * width, 3), round(width, 3), round(y, 2), round(tall, 2), _label(each, every))


def _label(each: Bin, every: int) -> Literal["", "major", "minor"]:
    """Whether a bin is labelled: one in so many, and on narrow screens one in four of those, beginning at 0."""
    place, over = divmod(_ordinal(each.first), every)
    if over:
        return ""
    return "minor" if place % 4 else "major"


def _ordinal(first: str) -> int:
    """The number of a year, of a month since the year 0, or of a day in its month, from 0."""
    year, month, day = (*map(int, first.split("-")), 0, 0)[:3]
    return day - 1 if day else year * 12 + month - 1 if month else year
