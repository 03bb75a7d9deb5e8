"""Days of the Julian calendar ("Old Style") in the Gregorian."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Julian one. Raises ValueError where the Julian calendar has no such day.

    The lag is counted from the first of the month, which both calendars have; method: Explanatory Supplement to the
    Astronomical Almanac, 3rd edition, 2013, section 15.
    """
    first = date(year, month, 1)
    if not 1 <= day <= monthrange(2000 if year % 4 == 0 else 2001, month)[1]:  # a leap year every fourth year
        raise ValueError(f"no day {day} in month {month} of {year}")
    return first + timedelta(lag(first) + day - 1)


def lag(day: date) -> int:
    """How many days the Julian calendar lags behind the Gregorian in the month of this day: 10 in 1582, 13 in 1962."""
    century = (day.year if day.month > 2 else day.year - 1) // 100
    return century - century // 4 - 2
