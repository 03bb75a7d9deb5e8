"""The days that a date of Extended Date/Time Format (EDTF, Library of Congress, 2019) can stand for.

Only bounds are worked out here, for sorting and for ranges. The `edtf` package knows the whole grammar, but takes
milliseconds a date, fills unknown ends with ten years, prints on some masked months and fails on masked days; the
tests hold this module against it wherever the two should agree.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BC), month, day."""

_SURE = "[?~%]?"
_DATE = re.compile(
    rf"{_SURE}(-?[\dX]{{4}}){_SURE}(?:-{_SURE}([\dX]{{2}}){_SURE}(?:-{_SURE}([\dX]{{2}}){_SURE}"
    r"(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?",
    re.ASCII,
)
_DIVISIONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),  # spring, summer, autumn, winter, wherever
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),  # in the northern hemisphere
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),  # in the southern hemisphere
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  # quarters
    37: (1, 4), 38: (5, 4), 39: (9, 4),  # quadrimesters
    40: (1, 6), 41: (7, 6),  # semesters
}  # fmt: skip
"""EDTF level 2, sub-year groupings: first month and number of months. A winter runs on into the next year."""


@lru_cache(maxsize=65536)
def day_bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day that an EDTF date can stand for, as ISO days "YYYY-MM-DD".

    An open or unknown end is None. What is not EDTF, an interval that runs backwards, and years that ISO days cannot
    name (more than four digits, exponents, significant digits) give (None, None). A year before 1 BC has a minus sign.
    """
    bounds = _set(edtf) if edtf[:1] in {"[", "{"} else _interval(edtf) if "/" in edtf else _date(edtf)
    if bounds is None:
        return None, None
    return _iso(bounds[0]), _iso(bounds[1])


def shortest_edtf(first: str | None, last: str | None) -> str | None:
    """What `day_bounds` gave as EDTF again: a day, month, year or decade, else an interval; None for no day at all."""
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}" if first or last else None
    month = first.rpartition("-")[0]
    year = month.rpartition("-")[0]
    whole = (edtf for edtf in (first, month, year, f"{year[:-1]}X") if day_bounds(edtf) == (first, last))
    return next(whole, f"{first}/{last}")


def _iso(day: Day | None) -> str | None:
    if day is None:
        return None
    year, month, number = day
    return f"{year:0{5 if year < 0 else 4}}-{month:02}-{number:02}"


def _date(words: str) -> tuple[Day, Day] | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    printed_year, month, day = match.groups()
    years = sorted(int(printed_year.replace("X", digit)) for digit in "09")
    if month is not None and month.isdigit() and int(month) in _DIVISIONS:
        return _division(years, int(month)) if day is None else None
    months = _fitting(month or "XX", 12)
    lower = next(_days(years[0], months, day or "XX"), None)
    upper = next(_days(years[1], months[::-1], day or "XX", last=True), None)
    return (lower, upper) if lower and upper else None


def _division(years: list[int], code: int) -> tuple[Day, Day]:
    first, length = _DIVISIONS[code]
    carry, month = divmod(first + length - 2, 12)
    year, month = years[1] + carry, month + 1
    return (years[0], first, 1), (year, month, monthrange(year, month)[1])


def _days(year: int, months: list[int], day: str, *, last: bool = False) -> Iterator[Day]:
    for month in months:
        days = _fitting(day, monthrange(year, month)[1])
        if days:
            yield year, month, days[-1 if last else 0]


def _fitting(pattern: str, largest: int) -> list[int]:
    """The numbers from 1 to `largest` that a pattern of two digits fits; X stands for any digit."""
    if "X" not in pattern:
        return [int(pattern)] if 1 <= int(pattern) <= largest else []
    return [n for n in range(1, largest + 1) if all(p in {"X", d} for p, d in zip(pattern, f"{n:02}", strict=True))]


def _interval(words: str, between: str = "/") -> tuple[Day | None, Day | None] | None:
    start, _, end = words.partition(between)
    lower, upper = _end(start), _end(end)
    if lower is None or upper is None:
        return None
    first, last = lower[0], upper[1]
    return None if first and last and first > last else (first, last)


def _end(words: str) -> tuple[Day | None, Day | None] | None:
    return (None, None) if words in {"", ".."} else _date(words)


def _set(words: str) -> tuple[Day | None, Day | None] | None:
    if words[-1:] != {"[": "]", "{": "}"}[words[0]]:
        return None
    bounds = [_member(member.strip()) for member in words[1:-1].split(",")]
    known = [pair for pair in bounds if pair is not None]
    if len(known) < len(bounds):
        return None
    lowers, uppers = [pair[0] for pair in known], [pair[1] for pair in known]
    return _least(lowers), _greatest(uppers)


def _member(words: str) -> tuple[Day | None, Day | None] | None:
    if words in {"", ".."}:
        return None
    return _interval(words, "..") if ".." in words else _date(words)


def _least(days: list[Day | None]) -> Day | None:
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _greatest(days: list[Day | None]) -> Day | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
