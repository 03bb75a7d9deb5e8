"""What was written when: the whole archive, or a few days of it hour by hour, several collections beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from fonds.archive import Archive
from fonds.dates import day_bounds
from fonds.diplomatics.clock import find_time
from fonds.reading_room.addresses import search_range
from fonds.reading_room.figures.bars import Bars, bins_of_counts, draw_bars
from fonds.reading_room.figures.lanes import Lanes, Moment, draw_lanes
from fonds.reading_room.queries import day_bound
from fonds.reading_room.wording import moment_words
from fonds.record import Record

MOST_DAYS = 31
"""The longest stretch that is shown document by document."""
MOST_DOCUMENTS = 250
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


class Entry(Struct, frozen=True):
    """A document in the list: its moment, its kind, and what it tells of its times, apart, as the source has them."""

    moment: Moment
    kind: str | None
    times: tuple[tuple[str, str], ...]


class Stretch(Struct, frozen=True):
    """Days from `first` to `last`, ISO."""

    first: str
    last: str


class ChronologyPage(Struct, frozen=True):
    """What the page shows. `lanes` is None where there are too many days or documents to draw each by itself."""

    stretch: Stretch
    days: int
    total: int
    bars: Bars
    lanes: Lanes | None
    by_day: dict[str, tuple[Entry, ...]]
    earlier: Stretch | None
    later: Stretch | None
    wider: Stretch

    def figure(self, ending: str) -> str:
        """Where the figure of these days is a file."""
        return search_range(f"/figures/chronology.{ending}", self.stretch.first, self.stretch.last)


def chronology_page(archive: Archive, date_from: str, date_to: str, whole: tuple[str, str]) -> ChronologyPage:
    """The documents that are dated to a day from one date to another; `whole` is the stretch of all.

    Raises QueryError for what is no year, month or day.
    """
    first = day_bound(date_from, "first", of_our_era=True) or whole[0]
    last = day_bound(date_to or date_from, "last", of_our_era=True) or whole[1]
    if first > last:
        first, last = last[:4] + "-01-01", first
    stretch, days = Stretch(first, last), _length(first, last)
    counts = archive.days(first, last)
    total = sum(counts.values())
    close = days <= MOST_DAYS and total <= MOST_DOCUMENTS
    records = archive.between(first, last, MOST_DOCUMENTS) if close else ()
    entries = [_entry(record) for record in records]
    return ChronologyPage(
        stretch=stretch,
        days=days,
        total=total,
        bars=draw_bars(bins_of_counts(counts, first, last), height=130),
        lanes=draw_lanes([each.moment for each in entries], date.fromisoformat(first), days) if close else None,
        by_day=_by_day(entries),
        earlier=_moved(stretch, -days),
        later=_moved(stretch, days),
        wider=_widened(stretch, days),
    )


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _moved(stretch: Stretch, days: int) -> Stretch | None:
    """The stretch before or after; None beyond the years that a calendar has."""
    try:
        moved = [(date.fromisoformat(day) + timedelta(days=days)).isoformat() for day in (stretch.first, stretch.last)]
    except OverflowError:
        return None
    return Stretch(*moved)


def _widened(stretch: Stretch, days: int) -> Stretch:
    """Three times as long, about the same middle."""
    first, last = date.fromisoformat(stretch.first), date.fromisoformat(stretch.last)
    before, after = min(days, (first - FIRST).days), min(days, (LAST - last).days)
    return Stretch((first - timedelta(days=before)).isoformat(), (last + timedelta(days=after)).isoformat())


STEPS = ("sent", "received")
"""Steps of a document's journey that have a time of their own, beside that of its writing."""


def _entry(record: Record) -> Entry:
    day = (record.date.edtf if record.date else None) or ""
    written = (record.date.time if record.date else None) or ""
    steps = {step.what: step.at for step in reversed(record.transmission) if step.what in STEPS and step.at}
    moment = Moment(
        id=record.id,
        title=record.title,
        collection=record.collection,
        day=day_bounds(day)[0] or day,
        minute=_minute(written),
        **{step: _minute(find_time(steps.get(step, ""))) for step in STEPS},
    )
    told = {"written": written.replace("/", "–"), **{step: moment_words(steps.get(step, "")) for step in STEPS}}
    return Entry(moment, record.kind, tuple((what, words) for what, words in told.items() if words))


def _minute(time: str | None) -> int | None:
    """Minutes after midnight of "17:30", or of the beginning of "15:00/17:00"."""
    if not time:
        return None
    hour, _, minute = time.partition("/")[0].partition(":")
    return min(int(hour) * 60 + int(minute), 24 * 60 - 1)


def _by_day(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries day by day, those with a time first and in its order."""
    days: dict[str, list[Entry]] = {}
    for each in sorted(
        entries, key=lambda each: (each.moment.day, each.moment.minute is None, each.moment.minute or 0)
    ):
        days.setdefault(each.moment.day, []).append(each)
    return {day: tuple(found) for day, found in days.items()}
