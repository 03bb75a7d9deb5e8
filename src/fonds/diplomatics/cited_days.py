"""The days by which correspondence is cited: "October 28", "August 6 and 11", "3 May 1961"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fonds.diplomatics.language import DATE_WORDS, either

_MONTHS = {name: number for number, names in enumerate(DATE_WORDS.months, 1) for name in names}
_LONGEST_SHORT = 4
_NAMES = sorted(_MONTHS, key=len, reverse=True)
MONTH = (
    rf"(?:(?:{either(name.capitalize() for name in _NAMES if len(name) > _LONGEST_SHORT)})\b"
    rf"|(?:{either(name.capitalize() for name in _NAMES if len(name) <= _LONGEST_SHORT)})\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:])"
_YEAR = r"(?:1[5-9]|20)\d\d\b"
DAY = rf"(?:{MONTH}\s{_DAY}(?:,?\s{_YEAR})?|{_DAY}\s{MONTH}(?:,?\s{_YEAR})?)"
"""A pattern of one day, with or without its year."""
DAYS = rf"{DAY}(?:(?:,\s(?:and\s)?|\sand\s){DAY}|(?:,\s(?:and\s)?|\sand\s){_DAY}(?!\s[a-z]))*"
"""A pattern of several days."""
_PART = re.compile(rf"(?:(?P<month>{MONTH})\s)?(?P<day>{_DAY})(?:\s(?P<after>{MONTH}))?(?:,?\s(?P<year>{_YEAR}))?")
_LATER = timedelta(days=3)


def find_days(words: str, written: str | None, *, editorial: bool) -> list[str | None]:
    """The ISO days in words that `DAYS` matches, in order; None for one whose year cannot be told.

    A day without its year is of the year in which the citing document was `written` (ISO day), as editors have it. In
    the document's own words it is the last such day before that, for nobody cites what is not written yet.
    """
    parts = list(_PART.finditer(words))
    month = next((part["month"] or part["after"] for part in parts if part["month"] or part["after"]), "")
    year = parts[-1]["year"] if parts else None
    days = []
    for part in parts:
        month = part["month"] or part["after"] or month
        days.append(_iso(part, month, part["year"] or year, None if editorial else written) or None)
        if days[-1] is None and not part["year"] and written:
            days[-1] = _iso(part, month, written[:4], None if editorial else written)
    return days


def _iso(part: re.Match[str], month: str, year: str | None, not_after: str | None) -> str | None:
    if year is None:
        return None
    number = _MONTHS[month.casefold().rstrip(".")]
    try:
        day = date(int(year), number, int(re.sub(r"\D", "", part["day"])))
        if not_after and not part["year"] and day > date.fromisoformat(not_after) + _LATER:
            day = day.replace(year=day.year - 1)
    except ValueError:
        return None
    return day.isoformat()
