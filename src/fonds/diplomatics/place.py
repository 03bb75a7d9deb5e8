"""Where a document was written, as datelines and headings name it."""

from __future__ import annotations

import re

from fonds.diplomatics.language import DATE_LANGUAGES

_TRIM = " ,;—–-[]()"
_NUMBER = re.compile(r"(?:\w+\s)?\S*/\S*\d\S*\s(?:\([^()]*\)\s)?(?=\S)")
"""The document's number in a conference, which stands before the place: "USDel/MC/12 Geneva"."""
_BRACKETS = re.compile(r"\s*[\[\]]\s*")
_WEEKDAYS = frozenset(day for words in DATE_LANGUAGES.values() for day in words.weekdays)


def parse_place(words: str) -> str | None:
    """The place in words that stand before a date, without brackets and the document's number; None for a weekday."""
    place = _BRACKETS.sub("", words.strip(_TRIM))
    place = _NUMBER.sub("", place, count=1) if _NUMBER.match(place) else place
    return None if is_weekday(place) else place or None


def is_weekday(words: str) -> bool:
    """Whether words are nothing but the name of a day of the week."""
    return words.strip(_TRIM).casefold() in _WEEKDAYS
