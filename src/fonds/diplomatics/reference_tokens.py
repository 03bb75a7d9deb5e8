"""The pieces of which references to printed documents are made: works, volumes, documents, pages, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, cast

from ahocorasick_rs import AhoCorasick, Implementation
from msgspec import Struct

from fonds.diplomatics.language import REFERENCE_WORDS, either

Span = tuple[int, int]
TokenKind = Literal["work", "title", "ibid", "volume", "part", "documents", "pages", "note", "beside"]

_NUMBER = r"(?:1[0-4]\d\d|\d{1,3})(?:[A-Za-z]?(?![\w/])|(?=ff?\b))"
"""The number of a document within a volume: "67", "151a"; four figures from 1500 on are a year."""
_JOINED = r"(?:,\s?(?:(?:and|or|&)\s)?|\s(?:and|or|through|to|&)\s|\s?[-–—]\s?)"
_NUMBERS = rf"{_NUMBER}(?:{_JOINED}{_NUMBER})*"
_RANGE = r"[A-Z]?\d{1,5}(?:\s?[-–—]\s?[A-Z]?\d{1,5})?(?!\d)"
_PAGES = rf"{_RANGE}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+){_RANGE}(?!\s*[A-Za-z(]))*(?:\s*ff?\b\.?)?"
_YEARS = r"(?:1[5-9]|20)\d\d(?:\s?[-–—/]\s?(?:\d{4}|\d\d)(?!\d))?"
_ROMAN = r"(?:[IVXLC]+|[ivxlc]+|E\s?[-–—]\s?\d+|\d{1,3})(?!\w)"
_VOLUME = rf"[Vv]ol(?:ume|umes|s?\.|s)\s*{_ROMAN}(?:,?\s*[Pp](?:ar)?t\.?\s*(?:\d|[IVX]+)\b)?"

EDITIONS = {form: name for name, forms in REFERENCE_WORDS.editions.items() for form in forms}
WORKS = {form: name for name, forms in REFERENCE_WORDS.works.items() for form in forms}

_TOKEN = re.compile(
    rf"\b(?:(?P<work>(?:{either([*EDITIONS, *WORKS])})(?!\w)(?:[\s,]*(?P<years>{_YEARS})(?!,?\s+\w+\.?\s+\d))?)"
    r"|(?P<ibid>[Ii]bid\b\s?\.?)"
    rf"|(?P<volume>{_VOLUME}|print(?:ed)? volume\b)"
    r"|(?P<part>Part\s+(?:\d|[IVX]+)\b(?=,\s+Doc))"
    r"|(?P<documents>(?:(?:(?<=[Ss]ee )|(?<=[Cc]f\. )|(?<=[,)] ))d|D)oc(?:uments?|s?\.)\s(?:[Nn]os?\.\s?)?"
    rf"(?P<numbers>{_NUMBERS}))"
    rf"|(?P<pages>(?:pp?\.|[Pp]ages?)\s*(?P<extent>{_PAGES}))"
    r"|(?P<note>(?:(?:foot|end)?notes?|fn\.|nn?\.)\s+"
    r"(?P<notes>\d{1,3}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s?[-–—]\s?)\d{1,3}(?!\d))*))(?!\w)"
    r"|(?P<beside>[Ss]upra|[Ii]nfra)(?![\w-]))"
)
SIGNS = (
    "ocument", "ootnote", " p. ", " pp. ", "ol. ", "olume", "bid", "upra", "nfra", "oc. ", "ocs. ", "ages ",
    *EDITIONS, *WORKS,
)  # fmt: skip
"""A paragraph without any of these has no piece worth finding: to ask so is much cheaper than to look for one."""
_BEGINNINGS = AhoCorasick(
    ["Ibid", "ibid", "Vol", "vol", "print", "Part", "Doc", "doc", "p.", "pp.", "Page", "page", "footnote", "endnote",
     "note", "fn.", "n.", "nn.", "Supra", "supra", "Infra", "infra", *EDITIONS, *WORKS],
    implementation=Implementation.DFA,
)  # fmt: skip
"""How a piece begins: only there is the pattern of pieces tried, which is slow to fail."""

_VALUES = {"documents": "numbers", "pages": "extent", "note": "notes"}
"""Where the group that holds a token's value is not the token's own."""


class Token(Struct, frozen=True):
    """One piece: its kind and place, and the words that tell which ("12, 14, and 16"), which begin at `inner`."""

    kind: TokenKind
    start: int
    end: int
    value: str
    inner: int


def find_tokens(text: str, signs: Iterable[Span], italics: Iterable[Span] = ()) -> Iterator[Token]:
    """The pieces in their order, without overlap; empty for a text that refers to nothing printed.

    `signs` are all places of `SIGNS` in the text, by their ends. Words set in `italics` that are no piece of another
    kind are titles, if they begin with a capital.
    """
    titles = [Token("title", *span, text[slice(*span)], span[0]) for span in italics if text[span[0]].isupper()]
    for start, end in _paragraphs(text, signs):
        found = list(_tokens(text, start, end))
        found += [
            title
            for title in titles
            if start <= title.start < end and all(title.end <= one.start or title.start >= one.end for one in found)
        ]
        yield from sorted(found, key=lambda token: token.start)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    reached = start
    beginnings = {start + at for _, at, _ in _BEGINNINGS.find_matches_as_indexes(text[start:end], overlapping=True)}
    for at in sorted(beginnings):
        if at >= reached and (match := _TOKEN.match(text, at, end)):
            reached = match.end()
            kind = cast("TokenKind", match.lastgroup)
            value = _VALUES.get(kind, kind)
            yield Token(kind, at, reached, match[value], match.start(value))


def _paragraphs(text: str, signs: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs that may have a piece in them."""
    end = 0
    for sign, _ in signs:
        if sign >= end:
            start = text.rfind("\n\n", end, sign) + 2 if "\n\n" in text[end:sign] else end
            end = text.find("\n\n", sign)
            end = len(text) if end < 0 else end
            yield start, end
