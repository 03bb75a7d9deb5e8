"""The days that can be asked for, as whole numbers that sort as days do."""

from __future__ import annotations

import re

from fonds.dates import day_bounds

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)


def day_number(day: str) -> int:
    """The ISO day as a whole number: "1962-10-27" is 19621027."""
    year, month, number = day.rsplit("-", 2)
    return int(year) * 10_000 + int(month) * 100 + int(number)


def day_range(date: str) -> tuple[int, int] | None:
    """First and last day of a year, month or day ("1962", "1962-10", "1962-10-27"); None for anything else."""
    first, last = day_bounds(date) if _DATE.fullmatch(date) else (None, None)
    return (day_number(first), day_number(last)) if first and last else None
