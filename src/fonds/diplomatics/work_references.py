"""References to printed works, by their titles, and to records that a note quotes by title and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fonds.diplomatics.cited import Cited
from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.kinds import find_kind
from fonds.diplomatics.language import REFERENCE_WORDS, either
from fonds.diplomatics.reference_tokens import EDITIONS, WORKS
from fonds.record import Cites, Mark

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
_AUTHORS = re.compile(r"^(?:.*?\b(?:see|See|in)\s+)?(?:[^,]{2,120},\s*(?:eds?\.,\s*)?)(?=[*_]?[A-Z\"])")
_PRINTED = re.compile(r",\s\d{4}\)")
_PAGES_AFTER = re.compile(r",?\s*" + _PAGES)
_VOLUME = re.compile(r"\bvol(?:ume|\.)\s", re.IGNORECASE)
_ARCHIVE = re.compile(rf"\b(?:{either(REFERENCE_WORDS.archives['words'])})")
_SENTENCE_END = re.compile(r"(?<=[a-z\d]{3})\.\s+(?=[A-Z])")
_KNOWN = (*EDITIONS, *WORKS)
_SURELY = 0.9


def find_works(words: str, marks: Iterable[Mark]) -> list[Cited]:
    """The works that an editor's words cite, in no order: titles set in italics or followed by their place and year,
    and records quoted by title and date. Editions and periodicals that are known by name are left to others."""
    found: list[Cited] = []
    for cited in (*_italic_works(words, marks), *_plain_works(words), *_records(words)):
        if all(cited.end <= other.start or cited.start >= other.end for other in found):
            found.append(cited)
    return found


def _italic_works(words: str, marks: Iterable[Mark]) -> Iterator[Cited]:
    for mark in marks:
        title = words[mark.start : mark.end].strip(" ,") if mark.kind == "italic" else ""
        if title[:1].isupper() and not title.startswith((*_KNOWN, "Ibid")) and (cited := _work(words, mark, title)):
            yield cited


def _work(words: str, mark: Mark, title: str) -> Cited | None:
    facts = _FACTS.match(words, mark.end)
    if facts is None or facts["document"] or not (facts["printed"] or (facts["pages"] and not facts["volume"])):
        return None
    cites = Cites(work=title, volume=facts["number"], pages=facts["pages"])
    return Cited(mark.start, facts.end(), cites, _SURELY)


def _plain_works(words: str) -> Iterator[Cited]:
    if not _PRINTED.search(words):
        return
    for match in _PUBLISHED.finditer(words):
        if _ARCHIVE.search(match["place"]):
            continue
        head = match["head"][_after_sentences(match["head"]) :]
        authors = _AUTHORS.match(head)
        start = match.end("head") - len(head) + (authors.end() if authors else 0)
        work = words[start : match.end("head")].strip(" ,*_")
        pages = _PAGES_AFTER.match(words, match.end())
        if work and not _VOLUME.search(work):
            end = pages.end() if pages else match.end()
            yield Cited(start, end, Cites(work=work, pages=pages["pages"] if pages else None), _SURELY)


def _after_sentences(head: str) -> int:
    """Where the last sentence begins: a title does not go on from one to the next."""
    return max((end.end() for end in _SENTENCE_END.finditer(head)), default=0)


def _records(words: str) -> Iterator[Cited]:
    for match in _QUOTED.finditer(words):
        kind, date = find_kind(match["title"]), parse_date(match["date"])
        if kind:
            cites = Cites(work=match["title"].strip(" ,"), kind=kind, date=date.edtf if date else None)
            yield Cited(match.start(), match.end(), cites, _SURELY)
