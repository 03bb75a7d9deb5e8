"""The printed works and other records that an editor's note points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.kinds import find_kind
from fonds.record import Cites, Mark, Note, Reference

_RANGE = r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?"
_PAGES = rf"(?P<pages>(?:pp?\.\s*)?{_RANGE}(?:,\s*{_RANGE})*)(?![\d:]|\s+[A-Za-z])"
_FACTS = re.compile(
    r"(?P<volume>,?\s*vol(?:ume|\.)\s*(?P<number>[IVXLC]+|\d+)\b(?:,\s*[^,()]{1,80}(?=,\s*ed|\s*\())?)?"
    r"(?P<editor>,\s*(?:ed\.|eds\.|trans\.)\s*[^()]{1,120}?)?"
    r"(?P<printed>,?\s*\([^()]{1,200}\b\d{4}\))?"
    r"(?:,?\s*(?:at\s+)?" + _PAGES + r")?"
    r"(?:,?\s*(?:Document|Doc\.|Documents|Docs\.|No\.)\s+(?P<document>\d{1,4}(?:(?:,\s*|\s+and\s+|[-–])\d{1,4})*))?"
)
_PUBLISHED = re.compile(
    r"(?:(?<=see )|(?<=See )|(?<=in )|(?<=; )|(?<=\. )|^)"
    r"(?P<head>[^()\[\];]{3,250}?)\s*\((?P<place>[^()]{1,60}:\s[^()]{1,80}|[^()]{1,80}),\s\d{4}\)"
)
_QUOTED = re.compile(
    r"[\"“](?P<title>[A-Z][^\"“”]{8,300}?),?[\"”],?\s+(?:dated\s+|of\s+)?(?P<date>[^\"“;.]{0,40}?\d{4})"
)
_AUTHORS = re.compile(r"^(?:.*?\b(?:see|See|in)\s+)?(?:[^,]{2,120},\s*(?:eds?\.,\s*)?)(?=[A-Z\"])")


def find_references(note: Note) -> tuple[Reference, ...]:
    """The references in one note, in their order: titles set in italics or followed by their place and year, and
    records quoted by title and date. Offsets count in the note's text. Empty where the note cites nothing."""
    found: list[Reference] = []
    for reference in (*_italic_works(note), *_plain_works(note), *_records(note)):
        if all(reference.end <= other.start or reference.start >= other.end for other in found):
            found.append(reference)
    return tuple(sorted(found, key=lambda reference: reference.start))


def _italic_works(note: Note) -> Iterator[Reference]:
    for mark in note.marks:
        if mark.kind == "italic" and (reference := _work(note, mark)):
            yield reference


def _work(note: Note, mark: Mark) -> Reference | None:
    facts = _FACTS.match(note.text, mark.end)
    if facts is None or not facts[0].strip(" ,"):
        return None
    cites = Cites(
        work=note.text[mark.start : mark.end].strip(" ,"),
        volume=facts["number"],
        document=facts["document"],
        pages=facts["pages"],
    )
    return _reference(note, mark.start, facts.end(), cites)


def _plain_works(note: Note) -> Iterator[Reference]:
    for match in _PUBLISHED.finditer(note.text):
        authors = _AUTHORS.match(match["head"])
        start = match.start("head") + (authors.end() if authors else 0)
        work = note.text[start : match.end("head")].strip(" ,")
        pages = re.compile(r",?\s*" + _PAGES).match(note.text, match.end())
        if work:
            end = pages.end() if pages else match.end()
            yield _reference(note, start, end, Cites(work=work, pages=pages["pages"] if pages else None))


def _records(note: Note) -> Iterator[Reference]:
    for match in _QUOTED.finditer(note.text):
        kind, date = find_kind(match["title"]), parse_date(match["date"])
        if kind:
            yield _reference(note, match.start(), match.end(), Cites(kind=kind, date=date.edtf if date else None))


def _reference(note: Note, start: int, end: int, cites: Cites) -> Reference:
    return Reference(start, end, note.text[start:end], cites, note=note.number, by="record page", confidence=0.9)
