"""Dates as documents print them, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from msgspec import Struct

from fonds.diplomatics.calendars import gregorian, lag
from fonds.diplomatics.clock import find_time
from fonds.diplomatics.date_forms import find_forms, find_undated
from fonds.diplomatics.language import DATE_LANGUAGES
from fonds.record import Date, Precision

_LANGUAGES = DATE_LANGUAGES.values()
_MONTH_NUMBER = {name: number for words in _LANGUAGES for number, names in enumerate(words.months, 1) for name in names}
_SEASONS = {name: number for words in _LANGUAGES for name, number in words.seasons.items()}
_ROMAN_MONTH = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_QUALIFIER = {word: sign for words in _LANGUAGES for sign, several in words.qualifiers.items() for word in several}
_RANGES = {word: kind for words in _LANGUAGES for kind, several in words.ranges.items() for word in several}
_JULIAN = frozenset(" ".join(word.split()) for words in _LANGUAGES for word in words.calendars["julian"])
_CENTURY = 1900
_DUAL_LAGS = range(10, 14)
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_LESS_EXACT = (("unknown",), ("year", "decade", "century"), ("month", "season"))
"""Precisions, the least exact first; all others are those of days."""


class FoundDate(Struct, frozen=True):
    """A date and where its words stand; the time of day beside it is no part of them."""

    start: int
    end: int
    date: Date


class _Point(Struct):
    """A day, month or year as printed; `sign` says how surely, in the signs of EDTF."""

    year: int | None
    month: int | None
    day: int | None
    sign: str = ""


def parse_date(words: str, *, year_hint: int | None = None, language: str = "en") -> Date | None:
    """What the first date in `words` means, with the time of day beside it: EDTF (2019), local time, precision.

    `year_hint` is a year near which the document was written: a day printed without its year takes it, and a year of
    two figures the century that brings it nearest. Without a hint two figures mean 19XX, and a day alone is no date.
    Old Style dates are given in the Gregorian calendar; 10/12/1962, which can be read two ways, is "one of" both days.
    "undated" gives a Date of precision "unknown". None where there is no date at all. `language` is that of the words,
    one of `DATE_LANGUAGES`.
    """
    found = next(find_dates(words, year_hint=year_hint, language=language), None)
    if found is None:
        return Date(printed=words.strip()) if find_undated(words, language) else None
    time = found.date.time
    if time is None and found.date.precision in {"day", "interval"}:
        time = find_time(words[found.end :]) or find_time(words[: found.start])
    precision = "minute" if time and found.date.precision == "day" else found.date.precision
    return Date(words.strip(), found.date.edtf, time, precision)


def parse_date_of_any_language(words: str, *, year_hint: int | None = None) -> Date | None:
    """What the first date in `words` means in the language that makes most of it; the rest as for `parse_date`."""
    readings = (parse_date(words, year_hint=year_hint, language=language) for language in DATE_LANGUAGES)
    return max(filter(None, readings), key=_exactness, default=None)


def _exactness(date: Date) -> int:
    return next((rank for rank, several in enumerate(_LESS_EXACT) if date.precision in several), len(_LESS_EXACT))


def find_dates(text: str, *, year_hint: int | None = None, language: str = "en") -> Iterator[FoundDate]:
    """The dates in a text, in order, each without the time of day beside it; the rest as for `parse_date`."""
    for match in find_forms(text, language):
        if date := _meaning(match, year_hint):
            yield FoundDate(match.start(), match.end(), date)


def _meaning(match: re.Match[str], hint: int | None) -> Date | None:
    found = {name: words.casefold() for name, words in match.groupdict().items() if words is not None}
    try:
        edtf = _loose(found) or _range(found, hint)
    except ValueError:  # no such day
        return None
    if edtf is None:
        return None
    edtf = _qualified(edtf, _qualifier(found))
    if clock := found.get("clock"):
        return Date(match[0].strip(), edtf, f"{clock[:2]}:{clock[2:]}", "minute")
    return Date(match[0].strip(), edtf, None, _precision(edtf))


def _qualifier(found: dict[str, str]) -> str:
    return _QUALIFIER.get(" ".join(found.get("qualifier", "").split()), "")


def _precision(edtf: str) -> Precision:
    if "/" in edtf or edtf[0] == "{":
        return "interval"
    bare = edtf.strip("[]?~").partition(",")[0].rstrip("?~")
    if bare[-1] == "X":
        return "century" if bare.endswith("XX") else "decade"
    return "season" if bare[5:] > "20" and len(bare) == 7 else _PRECISIONS[len(bare)]


def _qualified(edtf: str, sign: str) -> str:
    if "/" in edtf or edtf[0] == "{":
        return edtf
    if sign == "before":
        return f"../{edtf}"
    if sign == "after":
        return f"{edtf}/.."
    return edtf + sign if sign in {"?", "~"} and edtf[-1] not in "?]" else edtf


def _loose(found: dict[str, str]) -> str | None:
    """Seasons, decades and centuries; None for other dates."""
    if season := found.get("season"):
        return f"{found['year1']}-{_SEASONS[season]}"
    if decade := found.get("decade"):
        return f"{decade}X"
    return f"{int(century) - 1:02}XX" if (century := found.get("century")) else None


def _range(found: dict[str, str], hint: int | None) -> str | None:
    first, last = _point(found, "1", hint), _point(found, "2", hint)
    year = last.year or first.year or hint
    if year is None:
        return None
    last.year, first.year = year, first.year or year
    if not any(name in found for name in ("day2", "month2", "year2")):
        return _slashed(first) if "slash" in found else _edtf(first, julian=_is_julian(found))
    last.month = last.month or (first.month if last.day else None)
    first.month = first.month or (last.month if first.day else None)
    if first.year == last.year and (first.month or 0) > (last.month or 13):
        first.year -= 1
    return _between(first, last, found)


def _point(found: dict[str, str], which: str, hint: int | None) -> _Point:
    printed = found.get(f"corrected{which}") or found.get(f"day{which}")
    doubtful = any(found.get(f"{name}{which}") is not None for name in ("doubt", "query"))
    month = _month(found, which)
    year = found.get(f"year{which}")
    if which == "2" and year and len(year) == 2 and found.get("year1"):  # 1961–63
        hint = int(found["year1"])
    number = _year(year, hint) if year else None
    if number and f"dual{which}" in found and (month or 12) <= 3:  # 10 February 1748/9: years began on 25 March
        number += 1
    return _Point(number, month, int(printed) if printed else None, "?" if doubtful else "")


def _year(printed: str, hint: int | None) -> int:
    year = int(printed)
    if len(printed) > 2:
        return year
    if hint is None:
        return _CENTURY + year
    return min((hint // 100 * 100 + year + shift for shift in (-100, 0, 100)), key=lambda near: abs(near - hint))


def _month(found: dict[str, str], which: str) -> int | None:
    if name := found.get(f"month{which}"):
        return _MONTH_NUMBER[name]
    if roman := found.get(f"roman{which}"):
        return _ROMAN_MONTH.index(roman) + 1
    return int(number) if (number := found.get(f"number{which}")) else None


def _is_julian(found: dict[str, str]) -> bool:
    return " ".join(found.get("calendar", "").split()) in _JULIAN


def _edtf(point: _Point, *, julian: bool = False) -> str:
    """The date in EDTF. Raises ValueError where there is no such day."""
    year = cast("int", point.year)
    if point.month is None:
        return f"{year:04}{point.sign}"
    if point.day is None:
        return f"{date(year, point.month, 1):%Y-%m}{point.sign}"
    day = gregorian(year, point.month, point.day) if julian else date(year, point.month, point.day)
    return day.isoformat() + point.sign


def _slashed(point: _Point) -> str:
    """A date in figures with strokes: the day first, or the month, or one of both where nothing tells which."""
    readings = []
    for month, day in ((point.month, point.day), (point.day, point.month)):
        if month and month <= 12:
            readings.append(_edtf(_Point(point.year, month, day)))
    if not readings:
        raise ValueError("no such month")
    return readings[0] if len(set(readings)) == 1 else f"[{','.join(sorted(readings))}]"


def _between(first: _Point, last: _Point, found: dict[str, str]) -> str:
    start, end = _edtf(first, julian=_is_julian(found)), _edtf(last, julian=_is_julian(found))
    if found.get("to") == "/" and _is_dual(first, last):
        return end
    joined = _RANGES.get(" ".join(found.get("to", "").split()))
    if joined == "or":
        return f"[{start},{end}]"
    if joined == "and" and _qualifier(found) != "between" and _are_apart(first, last):
        return f"{{{start},{end}}}"
    return start if start == end else f"{start}/{end}"


def _day(point: _Point) -> date:
    return date(cast("int", point.year), cast("int", point.month), cast("int", point.day))


def _are_apart(first: _Point, last: _Point) -> bool:
    """Whether the dates are two days with others between."""
    return bool(first.day and last.day) and _day(last) - _day(first) > timedelta(1)


def _is_dual(first: _Point, last: _Point) -> bool:
    """Whether "4/16 May 1877" is one day in both calendars, Old Style first."""
    if not (first.day and last.day):
        return False
    days = (_day(last) - _day(first)).days
    return days in _DUAL_LAGS and days == lag(_day(first))
