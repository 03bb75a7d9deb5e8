"""The editor's notes at the end of a page's text."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.accession.record_page.markup import plain, read_markup
from fonds.record import Note

_NUMBER = r"(\d{1,3}|[*†‡]{1,3})"
_START = re.compile(
    rf"\s*(?:<sup>[\s\\\[]*{_NUMBER}[\s\\\]]*(?:\(\#?[^()\s]*\))?[\s\\\]]*</sup>"
    rf"|\[\\?\[{_NUMBER}\\?\]\]\([^()\s]*\)"
    rf"|\\?\[\^?{_NUMBER}\\?\](?:\(\#[^()\s]*\))?):?\s*(?=\S)",
    re.IGNORECASE,
)


class RawNote(Struct):
    """A note before it is hung anywhere: its number and its paragraphs as the page has them."""

    number: str
    paragraphs: list[str]

    def hung(self, anchor: int | None) -> Note:
        """The note with its plain words, its marks, and its place in the text."""
        words = read_markup("\n\n".join(self.paragraphs))
        marks = tuple(mark for mark in words.marks if mark.kind != "supplied")
        return Note(self.number, anchor, words.content, marks=marks)


def split_notes(paragraphs: list[list[str]]) -> tuple[list[list[str]], list[RawNote]]:
    """Part the text's paragraphs (runs of lines) from the notes that follow them.

    Notes begin at the first paragraph that opens with a number which the text has as a marker, or from which on every
    paragraph opens with one; what has no number of its own there belongs to the note before.
    """
    for index, lines in enumerate(paragraphs):
        number = _number(lines[0])
        if number and (_is_marked(number, paragraphs[:index]) or all(_number(run[0]) for run in paragraphs[index:])):
            return paragraphs[:index], _read_notes(paragraphs[index:])
    return paragraphs, []


def _number(line: str) -> str | None:
    match = _START.match(line)
    return next(filter(None, match.groups())) if match else None


def _is_marked(number: str, paragraphs: list[list[str]]) -> bool:
    marker = re.compile(rf"\[\^?\\?\[?{re.escape(number)}\\?\]|<sup>[\s\\\[]*{re.escape(number)}\b", re.IGNORECASE)
    return any(marker.search(line, 1) for lines in paragraphs for line in lines)


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
