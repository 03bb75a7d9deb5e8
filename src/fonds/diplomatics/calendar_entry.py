"""Entries of a calendar of documents: one paragraph that describes a document printed elsewhere, as on microfiche."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from fonds.diplomatics.date_forms import UNDATED, find_forms
from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.heading import Heading, parse_heading
from fonds.diplomatics.source_note import SourceNote, file_year, parse_source_note
from fonds.record import Date

_TITLE_END = re.compile(r"(?<!\b[A-Z])(?<!\bGen)(?<!\bAmb)(?<!\bDr)(?<!\bMr)\. (?=[A-Z“\"])")
_EXTENT = re.compile(r"(?<=[.”\"] )\d{1,4} pp?\. (?=[A-Z])")
_LONGEST = 3000


class CalendarEntry(Struct, frozen=True):
    """What an entry tells: the document's heading, what it is about, its markings and where it lies, its pages."""

    heading: Heading
    summary: str
    source: SourceNote
    extent: str


def parse_calendar_entry(text: str) -> CalendarEntry | None:
    """An entry "5. Notes on conversation between X and Y, March 14. Z's advice. Secret. 2 pp. Ministry, File 3/1461."

    None where the text lacks the dated title, the extent or the repository, as an ordinary heading does. The year that
    the title leaves out is taken from the file number; where that does not tell it, the date is only printed words.
    """
    words = " ".join(text.split())
    extent = _EXTENT.search(words) if len(words) <= _LONGEST else None
    if extent is None:
        return None
    named = (form for form in find_forms(words) if not form[0].isdigit())  # "telegram 1942" is a number
    date = next(named, None) or UNDATED.search(words)
    end = _TITLE_END.search(words, date.end(), extent.start()) if date else None
    if date is None or end is None:
        return None
    described = words[end.end() : extent.start()]
    source = parse_source_note(f"Source: {words[extent.end() :].rstrip('. ')}. {described}")
    heading = _heading(words[: end.start()], date, file_year(words[extent.end() :]))
    return CalendarEntry(heading, _without_marking(described, source.classification), source, extent[0].strip(" ."))


def _heading(title: str, printed: re.Match[str], year: int | None) -> Heading:
    """The heading with its date, which stands at the end or in the middle and may lack its year."""
    heading = parse_heading(title[: printed.start()].rstrip(" ,") + title[printed.end() :])
    number = f"{heading.number}. " if heading.number else ""
    date = parse_date(printed[0], year_hint=year) or Date(printed[0])
    return msgspec.structs.replace(heading, title=title.removeprefix(number), date=date)


def _without_marking(described: str, classification: str | None) -> str:
    """The description without the sentence at its end that says how the document is marked."""
    sentences = described.strip().removesuffix(".").split(". ")
    if classification and len(sentences) > 1 and sentences[-1].startswith(classification):
        sentences = sentences[:-1]
    return ". ".join(sentences).rstrip(".") + "."
