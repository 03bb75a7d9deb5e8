"""The forms in which documents print dates, as patterns whose groups are the parts of a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fonds.diplomatics.language import DATE_WORDS, either

_MONTH_NAMES = [name for names in DATE_WORDS.months for name in names]
_QUALIFIERS = [word for words in DATE_WORDS.qualifiers.values() for word in words]
_CALENDARS = [word for words in DATE_WORDS.calendars.values() for word in words]

_ELEMENTS = {
    "month": rf"\[?(?P<month#>{either(_MONTH_NAMES)})\b\.?\]?",
    "short": rf"(?P<month#>{either(name for name in _MONTH_NAMES if len(name) <= 4)})\b\.?",
    "day": (
        r"\[?(?P<day#>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:])(?!\s*[ap]\.?\s?m\b)\]?"
        r"(?:\s?\[(?P<corrected#>\d{1,2})(?P<doubt#>\?)?\]|(?P<query#>\?))?"
    ),
    "year": r"[\[(]?(?P<year#>\d{4})(?:/(?P<dual#>\d\d?))?(?!\d)[\])]?",
    "two": r"['’]?(?P<year#>\d\d)(?![\d:])(?!\s*[ap]\.?\s?m\b)",
    "any": r"[\[(]?['’]?(?P<year#>\d{4}|\d\d)(?![\d:])(?!\s*[ap]\.?\s?m\b)[\])]?",
    "to": r"\s*(?P<to>[-–—/&]|\b(?:and|to|through|until|or)\b)\s*",
    "of": r"(?:\s+(?:day\s+)?of)?\s*",
}
_FORMS = (
    r"(?P<year1>\d{4})-(?P<number1>[01]\d)(?:-(?P<day1>[0-3]\d))?(?![\d-])",
    r"(?P<day1>[0-3]\d)(?P<clock>\d{4})Z\s+{month1}\s*{any1}",
    r"(?P<day1>[0-3]?\d)\s?[./-]\s?(?P<roman1>[IVX]{1,4})\s?[./-]\s?{any1}",
    r"(?P<day1>[0-3]?\d)\.\s?(?P<number1>[01]?\d)\.\s?{any1}(?!\.\d)",
    r"(?P<day1>[0-3]?\d)(?P<slash>[/-])(?P<number1>[0-3]?\d)(?P=slash)(?P<year1>\d{4}|(?<=/)\d\d)(?!\d)(?![/-]\d)",
    r"{month1}\s*{day1}(?:\s?[,.]?\s*{year1})?{to}{month2}\s*{day2}(?:\s?[,.]?\s*{year2})?",
    r"{month1}\s*{day1}{to}{day2}(?:\s?[,.]?\s*{year2})?",
    r"{month1}\s*{day1}(?:\s?[,.]?\s*{year1})?",
    r"{day1}{of}{short1}\s?{two1}",
    r"{day1}{of}{month1}(?:\s?[,.]?\s*{year1})?(?:{to}{day2}{of}{month2}(?:\s?[,.]?\s*{year2})?)?",
    r"{day1}{to}{day2}{of}{month2}(?:\s?,?\s*{year2})?",
    r"{month1},?\s+(?:of\s+)?{year1}(?:{to}{month2},?\s+{year2})?",
    r"{month1}{to}{month2},?\s+{year2}",
    r"{month1}\s*['’](?P<year1>\d\d)(?!\d)",
    rf"(?P<season>{either(DATE_WORDS.seasons)})\s+(?:of\s+)?{{year1}}",
    r"(?P<decade>\d{3})0['’]?s\b",
    r"(?P<century>[12]?\d)(?:st|nd|rd|th)\s+century\b",
    r"(?P<year1>1\d{3}|20\d\d)(?!\d)(?!\s?(?:Z|hours|hrs)\b)(?:\s?[-–]\s?(?P<year2>\d{4}|\d\d)(?!\d)|\?(?P<query1>)|)(?!/\d)",
)


_QUALIFIER = rf"(?:(?P<qualifier>{either(_QUALIFIERS)})\b\.?[\s-]\s*(?:the\s+)?)?"
_CALENDAR = rf"(?:[\s,(\[]*(?P<calendar>{either(_CALENDARS)}))?"


def _compiled(form: str) -> re.Pattern[str]:
    for name, element in _ELEMENTS.items():
        for which in ("1", "2", ""):
            form = form.replace(f"{{{name}{which}}}", element.replace("#", which))
    return re.compile(_QUALIFIER + form + _CALENDAR, re.IGNORECASE)


_PATTERNS = tuple(map(_compiled, _FORMS))
_START = re.compile(
    rf"(?<!\w)(?<!\d\.)(?=\[?(?:\d|(?:{either([*_MONTH_NAMES, *_QUALIFIERS, *DATE_WORDS.seasons])})\b))", re.IGNORECASE
)

UNDATED = re.compile(rf"(?<!\w)(?:{either(DATE_WORDS.undated)})(?!\w)", re.IGNORECASE)


def find_forms(text: str) -> Iterator[re.Match[str]]:
    """What is printed in the form of a date, in order and without overlap.

    Groups, where the form has them: `qualifier`, `day`, `month`, `year` and the like with 1 for the first or only date
    and 2 for the last of a range, `to` between them, `calendar`.
    """
    end = 0
    for start in _START.finditer(text):
        if start.start() >= end and (match := _match(text, start.start())):
            end = match.end()
            yield match


def _match(text: str, start: int) -> re.Match[str] | None:
    return next((match for pattern in _PATTERNS if (match := pattern.match(text, start))), None)
