"""The forms in which documents print dates, as patterns whose groups are the parts of a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from fonds.diplomatics.language import DATE_LANGUAGES, DateWords, either

_ELEMENTS = {
    "month": r"\[?(?P<month#>{months})\b\.?\]?",
    "short": r"(?P<month#>{short months})\b\.?",
    "day": (
        r"\[?(?P<day#>0?[1-9]|[12]\d|3[01])(?:{ordinals})?(?![\d:])(?!\s*[ap]\.?\s?m\b)\]?"
        r"(?:\s?\[(?P<corrected#>\d{1,2})(?P<doubt#>\?)?\]|(?P<query#>\?))?"
    ),
    "year": r"[\[(]?(?P<year#>\d{4})(?:/(?P<dual#>\d\d?))?(?!\d)[\])]?",
    "two": r"['’]?(?P<year#>\d\d)(?![\d:])(?!\s*[ap]\.?\s?m\b)",
    "any": r"[\[(]?['’]?(?P<year#>\d{4}|\d\d)(?![\d:])(?!\s*[ap]\.?\s?m\b)[\])]?",
    "to": r"\s*(?P<to>[-–—/&]|\b(?:{ranges})\b)\s*",
    "of": r"(?:\s+(?:{of}))?\s*",
    "in": r"(?:\s+(?:{of years})\b)?",
}
_FORMS = (
    r"(?P<year1>\d{4})-(?P<number1>[01]\d)(?:-(?P<day1>[0-3]\d))?(?![\d-])",
    r"(?P<year1>\d{4})年\s?(?P<number1>[01]?\d)月(?:\s?(?P<day1>[0-3]?\d)日)?",
    r"(?P<day1>[0-3]\d)(?P<clock>\d{4})Z\s+{month1}\s*{any1}",
    r"(?P<day1>[0-3]?\d)\s?[./-]\s?(?P<roman1>[IVX]{1,4})\s?[./-]\s?{any1}",
    r"(?P<day1>[0-3]?\d)\.\s?(?P<number1>[01]?\d)\.\s?{any1}(?!\.\d)",
    r"(?P<day1>[0-3]?\d)(?P<slash>[/-])(?P<number1>[0-3]?\d)(?P=slash)(?P<year1>\d{4}|(?<=/)\d\d)(?!\d)(?![/-]\d)",
    r"{month1}\s*{day1}(?:\s?[,.]?{in}\s*{year1})?{to}{month2}\s*{day2}(?:\s?[,.]?{in}\s*{year2})?",
    r"{month1}\s*{day1}{to}{day2}(?:\s?[,.]?\s*{year2})?",
    r"{month1}\s*{day1}(?:\s?[,.]?\s*{year1})?",
    r"{day1}{of}{short1}\s?{two1}",
    r"{day1}{of}{month1}(?:\s?[,.]?{in}\s*{year1})?(?:{to}{day2}{of}{month2}(?:\s?[,.]?{in}\s*{year2})?)?",
    r"{day1}{to}{day2}{of}{month2}(?:\s?,?{in}\s*{year2})?",
    r"{month1},?{in}\s+(?:of\s+)?{year1}(?:{to}{month2},?\s+{year2})?",
    r"{month1}{to}{month2},?\s+{year2}",
    r"{month1}\s*['’](?P<year1>\d\d)(?!\d)",
    r"(?P<season>{seasons}){in}\s+(?:of\s+)?{year1}",
    r"(?P<decade>\d{3})0['’]?s\b",
    r"(?P<century>[12]?\d)(?:st|nd|rd|th)\s+century\b",
    r"(?P<year1>1\d{3}|20\d\d)(?!\d)(?!\s?(?:Z|hours|hrs)\b)(?:\s?[-–]\s?(?P<year2>\d{4}|\d\d)(?!\d)|\?(?P<query1>)|)(?!/\d)",
    r"{month1}(?(qualifier)|(?!))(?!\s*\d)",
)
_QUALIFIED = r"(?:(?P<qualifier>{qualifiers})\b\.?[\s-]\s*(?:the\s+)?)?"
_CALENDAR = r"(?:[\s,(\[]*(?P<calendar>{calendars}))?"


_SHORT = 4


class _Patterns(Struct, frozen=True):
    """The forms of one language: where one may begin, and the forms in the order in which they are tried."""

    start: re.Pattern[str]
    forms: tuple[re.Pattern[str], ...]
    undated: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = DATE_LANGUAGES[language]
    lists = _lists(words)
    beginnings = [*lists["months"], *lists["qualifiers"], *words.seasons]
    return _Patterns(
        re.compile(rf"(?<!\w)(?<!\d\.)(?=\[?(?:\d|(?:{either(beginnings)})\b))", re.IGNORECASE),
        tuple(_compiled(form, lists) for form in _FORMS),
        re.compile(rf"(?<!\w)(?:{either(words.undated)})(?!\w)", re.IGNORECASE),
    )


def _lists(words: DateWords) -> dict[str, list[str]]:
    """The words of a language by their places in the forms."""
    months = [name for names in words.months for name in names]
    return {
        "months": months,
        "short months": [name for name in months if len(name) <= _SHORT],
        "qualifiers": [word for several in words.qualifiers.values() for word in several],
        "calendars": [word for several in words.calendars.values() for word in several],
        "ranges": [word for several in words.ranges.values() for word in several if word.isalpha() or " " in word],
        "seasons": list(words.seasons),
        "ordinals": list(words.ordinals),
        "of": list(words.of),
        "of years": list(words.of_years),
    }


def _compiled(form: str, lists: dict[str, list[str]]) -> re.Pattern[str]:
    form = _QUALIFIED + form + _CALENDAR
    for name, element in _ELEMENTS.items():
        for which in ("1", "2", ""):
            form = form.replace(f"{{{name}{which}}}", element.replace("#", which))
    for name, words in lists.items():
        form = form.replace(f"{{{name}}}", either(words))
    return re.compile(form, re.IGNORECASE)


MONTH_NAMES = either(name.capitalize() for names in DATE_LANGUAGES["en"].months for name in names)
"""The names of the months as English texts print them, as alternatives of a pattern."""
UNDATED = _patterns("en").undated
"""The words by which an English document says that it has no date."""


def find_forms(text: str, language: str = "en") -> Iterator[re.Match[str]]:
    """What is printed in the form of a date, in order and without overlap.

    Groups, where the form has them: `qualifier`, `day`, `month`, `year` and the like with 1 for the first or only date
    and 2 for the last of a range, `to` between them, `calendar`. `language`: one of `DATE_LANGUAGES`.
    """
    patterns = _patterns(language)
    end = 0
    for start in patterns.start.finditer(text):
        if start.start() >= end and (match := _match(patterns, text, start.start())):
            end = match.end()
            yield match


def find_undated(words: str, language: str = "en") -> tuple[int, int] | None:
    """Where words say that there is no date; None where they do not."""
    undated = _patterns(language).undated.search(words)
    return undated.span() if undated else None


def _match(patterns: _Patterns, text: str, start: int) -> re.Match[str] | None:
    return next((match for pattern in patterns.forms if (match := pattern.match(text, start))), None)
