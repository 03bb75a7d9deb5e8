"""The editor's notes at the end of a page's text."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.accession.record_page.lexicon import WORDS
from fonds.accession.record_page.markup import TINY, plain, read_markup
from fonds.record import Note

_NUMBER = r"(\d{1,3}|[*†‡]{1,3})"
_START = re.compile(
    rf"\s*(?:<sup>[\s\\\[]*{_NUMBER}[\s\\\]]*(?:\(\#?[^()\s]*\))?[\s\\\]]*</sup>"
    rf"|\[\\?\[{_NUMBER}\\?\]\]\([^()\s]*\)"
    rf"|\\?\[\^?{_NUMBER}\\?\](?:\(\#[^()\s]*\))?"
    r"|(\(\d{1,3}\))(?=\s)"
    rf"|([{TINY}]{{1,3}})"
    r"|\\?(\*)(?=\s)):?\s*(?=\S)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s*(\d{1,3})(?:\\?[.)]|\s)\s*(?=\S)")
"""A note's start below the heading "Notes": elsewhere such a line is one of a list."""
_PLAIN_NUMBER = str.maketrans(TINY, "0123456789", "()")
_TINY_NUMBER = str.maketrans("0123456789", TINY)


class RawNote(Struct):
    """A note before it is hung anywhere: its sign as `read_markup` knows it, its paragraphs as the page has them."""

    sign: str
    paragraphs: list[str]

    @property
    def number(self) -> str:
        """The sign without what sets it apart: "1" of "(1)" and of a small raised 1."""
        return self.sign.translate(_PLAIN_NUMBER)

    def hung(self, anchor: int | None) -> Note:
        """The note with its plain words, its marks, and its place in the text."""
        words = read_markup("\n\n".join(self.paragraphs))
        marks = tuple(mark for mark in words.marks if mark.kind != "supplied")
        return Note(self.number, anchor, words.content, marks=marks)


def split_notes(paragraphs: list[list[str]]) -> tuple[list[list[str]], list[RawNote]]:
    """Part the text's paragraphs (runs of lines) from the notes that follow them.

    Notes begin at the first line that opens with a sign which the text has as a marker, or from which on every
    paragraph opens with one; or below a line that says "Notes". What has no number of its own there belongs to the
    note before.
    """
    for index, run in enumerate(paragraphs):
        for at, line in enumerate(run):
            before = [*paragraphs[:index], run[:at]]
            rest = [run[at:], *paragraphs[index + 1 :]]
            if _is_heading(line) and (notes := _below_heading(rest, before)):
                return _text(before), notes
            sign = _sign(line)
            if sign and _begins(sign, before, rest, opens=at == 0):
                return _text(before), _read_notes(rest)
    return paragraphs, []


def _text(runs: list[list[str]]) -> list[list[str]]:
    return [run for run in runs if run]


def _sign(line: str) -> str | None:
    match = _START.match(line)
    return next(filter(None, match.groups())) if match else None


def _begins(sign: str, before: list[list[str]], rest: list[list[str]], *, opens: bool) -> bool:
    """Whether the notes begin with this sign, which opens a line, or a paragraph."""
    marked = _is_marked(sign, before)
    if sign == "*":
        return marked and all(_sign(run[0]) for run in rest)
    return marked or (opens and sign.isalnum() and sign.isascii() and all(_sign(run[0]) for run in rest))


def _is_marked(sign: str, paragraphs: list[list[str]]) -> bool:
    marker = _marker(sign)
    lines = (line for lines in paragraphs for line in lines if sign != "*" or line.count("*") % 2)
    return any(marker.search(line, 1) for line in lines)


def _marker(sign: str) -> re.Pattern[str]:
    """A sign where it stands in the text: behind a word, and not as a number in a list or as emphasis."""
    if sign == "*":
        return re.compile(r"(?<![\s*\\])\\?\*(?![*\w])")
    if sign.startswith("(") or sign[0] in TINY:
        return re.compile(rf"(?<=\S){re.escape(sign)}")
    return re.compile(rf"\[\^?\\?\[?{re.escape(sign)}\\?\]|<sup>[\s\\\[]*{re.escape(sign)}(?!\w)", re.IGNORECASE)


def _is_heading(line: str) -> bool:
    return plain(line).strip(" #:").casefold() in WORDS.notes


def _below_heading(rest: list[list[str]], before: list[list[str]]) -> list[RawNote]:
    """The notes below the heading with which `rest` begins, whose numbers need no brackets; none: it heads a text."""
    lines = [line for run in rest for line in run][1:]
    first = _COUNTED.match(lines[0]) if lines else None
    if first is None:
        return _read_notes(runs) if (runs := _text([rest[0][1:], *rest[1:]])) and _sign(runs[0][0]) else []
    notes: list[RawNote] = []
    for line in lines:
        if match := _COUNTED.match(line):
            notes.append(RawNote(_printed(match[1], before), [line[match.end() :].strip()]))
        else:
            notes[-1].paragraphs.append(line.strip())
    return notes


def _printed(number: str, before: list[list[str]]) -> str:
    """A note's number as the text has it for its marker."""
    signs = (number, f"({number})", number.translate(_TINY_NUMBER))
    return next((sign for sign in signs if _is_marked(sign, before)), number)


def _read_notes(paragraphs: list[list[str]]) -> list[RawNote]:
    notes: list[RawNote] = []
    for lines in paragraphs:
        for index, line in enumerate(lines):
            match = _START.match(line)
            if match:
                notes.append(RawNote(next(filter(None, match.groups())), [line[match.end() :].strip()]))
            elif index:
                notes[-1].paragraphs[-1] += " " + line.strip()
            elif plain(line):
                notes[-1].paragraphs.append(line.strip())
    return notes
