"""Days as running text tells them, from the day on which it was written: "yesterday", "on Tuesday", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from fonds.diplomatics.dates import FoundDate, find_dates
from fonds.diplomatics.language import DATE_LANGUAGES, either
from fonds.record import Date

_WEEK = 7
_NEAR = 3
"""Days before or after the day of writing at which a weekday without more words is thought to lie."""


def find_told_days(text: str, written: str, language: str = "en") -> Iterator[FoundDate]:
    """The dates of a text written on a day (ISO 8601), in order: those printed whole, and those told from that day.

    "Yesterday", "last night" and "tomorrow" count from the day of writing; "the same day" is the day told last, or else
    that of writing; "last Tuesday" is the one before it, "next Tuesday" the one after, and "Tuesday" alone the nearest,
    which is marked as uncertain ("1962-10-30?"). A date without its year is of the year of writing. Raises ValueError
    where `written` is no day.
    """
    day = date.fromisoformat(written)
    printed = list(find_dates(text, year_hint=day.year, language=language))
    last = day.isoformat()
    for found in sorted([*printed, *_told(text, day, printed, language)], key=lambda each: each.start):
        if found.date.edtf is None:
            yield FoundDate(found.start, found.end, Date(found.date.printed, last, None, "day"))
            continue
        if found.date.precision == "day":
            last = found.date.edtf
        yield found


def _told(text: str, day: date, printed: list[FoundDate], language: str) -> Iterator[FoundDate]:
    for match in _pattern(language).finditer(text):
        if all(match.end() <= found.start or match.start() >= found.end for found in printed):
            edtf = _meaning(match, day, language)
            yield FoundDate(match.start(), match.end(), Date(match[0], edtf, None, "day" if edtf else "unknown"))


def _meaning(match: re.Match[str], day: date, language: str) -> str | None:
    """The day in EDTF; None for the one that was told last."""
    words = DATE_LANGUAGES[language]
    if match["relative"]:
        return (day + timedelta(words.relative[" ".join(match["relative"].casefold().split())])).isoformat()
    if match["same"]:
        return None
    before = (day.weekday() - words.weekdays.index(match["weekday"].casefold())) % _WEEK
    week = (match["week"] or match["after"] or "").casefold()
    if week in words.weeks["last"]:
        return (day - timedelta(before or _WEEK)).isoformat()
    if week in words.weeks["next"]:
        return (day + timedelta(_WEEK - before)).isoformat()
    return (day - timedelta(before if before <= _NEAR else before - _WEEK)).isoformat() + "?"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = DATE_LANGUAGES[language]
    weeks = either(word for several in words.weeks.values() for word in several)
    return re.compile(
        rf"(?<!\w)(?:(?P<relative>{either(words.relative)})|(?P<same>{either(words.same['day'])})"
        rf"|(?:(?P<week>{weeks})\s+)?(?P<weekday>{either(words.weekdays)})(?:\s+(?P<after>{weeks}))?)(?!\w)",
        re.IGNORECASE,
    )
