"""Datelines: the short line beside heading or signature that says where and when a document was written."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.diplomatics.clock import TIMES
from fonds.diplomatics.date_forms import find_undated
from fonds.diplomatics.dates import find_dates, parse_date
from fonds.diplomatics.language import DATE_LANGUAGES, either
from fonds.diplomatics.place import parse_place
from fonds.record import Date

_LONGEST = 160


def _either(which: str) -> str:
    """A pattern of the words of one kind in all languages: a place keeps its own language in any other."""
    return either(dict.fromkeys(word for words in DATE_LANGUAGES.values() for word in words.dateline.get(which, ())))


_PLACE = re.compile(
    rf"\W*+(?:(?:[^\W\d_a-z][\w’'./-]*+|d[’'][^\W\d_a-z]\w*+|(?:{_either('place')})\b)\W*+)*+",
)
_WEEKDAYS = {
    language: re.compile(rf",?\s*\b(?:{either(words.weekdays)})\b", re.IGNORECASE)
    for language, words in DATE_LANGUAGES.items()
}
_ARTICLE = re.compile(rf",?\s(?:{_either('article')})$")
RECEIVED = _either("received")
_RECEIVED = re.compile(rf"\s*[\[(]?\b(?:{RECEIVED})\b\s*(.*)$", re.IGNORECASE)
_BESIDE_TIMES = re.compile(
    rf"(?:[\W\d]|(?<![^\W\d])(?:[ap]\.?\s?m|Z|{_either('beside')})\b)*+",
    re.IGNORECASE,
)
_TRIM = " ,.;—–-[]()"
_PRECEDENCE = re.compile(r"^(?:[ZOPR]\s)+(?=\d{6}Z)")
"""How urgent a telegram is, before its day and hour: "P R 081734Z JUL 75" (ACP 127, Flash to Routine)."""
_LABELS = {
    language: re.compile(rf"^(?:{either(words.labels)})\s?:\s*", re.IGNORECASE)
    for language, words in DATE_LANGUAGES.items()
}
_OTHER_LABEL = re.compile(r"^\w+\s?:\s*[^\W\d_]")


class Dateline(Struct, frozen=True):
    """Where and when, as a dateline gives them; `received` is the day and time of receipt that it may add."""

    place: str | None
    date: Date
    received: Date | None = None


def parse_dateline(words: str, *, year_hint: int | None = None, language: str = "en") -> Dateline | None:
    """The place and date of a paragraph that is nothing but them; None for any other.

    "Paris, May 5, 1949—noon. [Received May 5—9:10 a. m.]", "[Washington,] undated.", "5 May 1949". A year alone, as
    after the title of a book, is no dateline. A day without its year takes `year_hint`; without one it is no date.
    `language` is that of the words, one of `DATE_LANGUAGES`.
    """
    if len(words) > _LONGEST:
        return None
    line = _LABELS[language].sub("", _PRECEDENCE.sub("", " ".join(words.split())))
    receipt = _RECEIVED.search(line)
    line = line[: receipt.start()] if receipt else line
    span = _date_span(line, year_hint, language)
    if span is None:
        return None
    time_before = TIMES.search(line, 0, span[0])
    start = time_before.start() if time_before else span[0]
    before = _WEEKDAYS[language].sub("", line[:start])
    if not is_beside_date(line[span[1] :]) or not _PLACE.fullmatch(before) or _OTHER_LABEL.match(before):
        return None
    date = parse_date(line[start:].strip(" []"), year_hint=year_hint, language=language)
    return Dateline(_place(before), date, _received(receipt, date)) if date else None


def is_beside_date(words: str) -> bool:
    """Whether words after a date are nothing but times of day and what belongs to them, or none at all."""
    return bool(_BESIDE_TIMES.fullmatch(TIMES.sub(" ", words)))


def _date_span(line: str, year_hint: int | None, language: str) -> tuple[int, int] | None:
    """Where the date stands, or the word that says that there is none."""
    dates = find_dates(line, year_hint=year_hint, language=language)
    found = next((found for found in dates if found.date.precision != "year"), None)
    return (found.start, found.end) if found else find_undated(line, language)


def _received(receipt: re.Match[str] | None, sent: Date) -> Date | None:
    hint = int(sent.edtf[:4]) if sent.edtf and sent.edtf[:4].isdigit() else None
    return parse_date(receipt[1].strip(" []()."), year_hint=hint) if receipt else None


def _place(before: str) -> str | None:
    return parse_place(_ARTICLE.sub("", before.strip(_TRIM)).strip(_TRIM))
