"""How a plain-text document is laid out: its paragraphs, and the notes that stand at its end."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.diplomatics.cable import is_copies_list
from fonds.record import Block, BlockKind

_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_NOTE = re.compile(r"^\[(?:\\?\[)?([^\[\]\\\s]{0,4})(?:\\?\]\]\(#[^()\s]{0,80}\)|\])[ \t]+(?=\S)", re.MULTILINE)
_SALUTATION = re.compile(r"(?:My )?Dear [^.!?]{1,80}[:,]?$|(?:Sir|Gentlemen|Madam|Excellency|Your Excellency)[:,]$")
_SOVIET_DATE = r"\d{1,2}[/.-][IVX\d]{1,4}[/.-]\d{2,4}"
_SIGNATURE = re.compile(
    rf"(?P<before>{_SOVIET_DATE}\s+)?(?P<name>(?:[A-ZÀ-ÞА-Я][\w.’'-]*+[ ,]*+){{1,6}})(?P<after>{_SOVIET_DATE})?\.?$"
)
_SIGNED_LINES = 2
LONGEST_HEADING = 600
_LONGEST_SIGNATURE = 60


class PlainNote(Struct, frozen=True):
    """A note at the end: the number in its brackets ("" without one), and its words."""

    number: str
    text: str


class Layout(Struct, frozen=True):
    """A document in its parts. The heading is among the first of the paragraphs."""

    paragraphs: tuple[str, ...]
    notes: tuple[PlainNote, ...]

    @property
    def content(self) -> str:
        """The paragraphs as one text, an empty line between two."""
        return "\n\n".join(self.paragraphs)


def lay_out(text: str) -> Layout:
    """The paragraphs of a text and the notes at its end, "[1] …" each on its own line.

    Paragraphs are apart by empty lines; a text that has none has a paragraph on every line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    pieces = _EMPTY_LINES.split(text) if _EMPTY_LINES.search(text) else text.split("\n")
    first_note = len(pieces)
    while first_note > 1 and _NOTE.match(pieces[first_note - 1].lstrip()):
        first_note -= 1
    paragraphs = tuple(piece.strip() for piece in pieces[:first_note] if piece.strip())
    return Layout(paragraphs, tuple(_notes("\n".join(piece.strip() for piece in pieces[first_note:]))))


def _notes(text: str) -> list[PlainNote]:
    starts = list(_NOTE.finditer(text))
    ends = [*(start.start() for start in starts), len(text)][1:]
    return [PlainNote(start[1], text[start.end() : end].strip()) for start, end in zip(starts, ends, strict=True)]


def blocks(paragraphs: tuple[str, ...], top: int, dateline: int | None) -> tuple[Block, ...]:
    """The paragraphs as blocks of `Layout.content`; `top` and `dateline` are the heading's and dateline's places.

    What stands above the heading is a label, such as a file number.
    """
    found, start = [], 0
    signed = _end(paragraphs) - 1
    for place, paragraph in enumerate(paragraphs):
        kind: BlockKind = "dateline" if place == dateline else _kind(paragraph, last=place == signed)
        if place <= top:
            kind = "heading" if place == top else "label"
        found.append(Block(kind, start, start + len(paragraph)))
        start += len(paragraph) + 2
    return tuple(found)


def find_dated_signature(paragraphs: tuple[str, ...]) -> tuple[str, str] | None:
    """The name and date of the signature with which paragraphs end, a list of copies aside; on one line or on two."""
    last = paragraphs[: _end(paragraphs)][-_SIGNED_LINES:]
    return parse_dated_signature(last[-1]) or parse_dated_signature("  ".join(last)) if last else None


def _end(paragraphs: tuple[str, ...]) -> int:
    """How many paragraphs there are before the lists at the foot that tell who got a copy."""
    end = len(paragraphs)
    while end > 1 and is_copies_list(paragraphs[end - 1]):
        end -= 1
    return end


def parse_dated_signature(paragraph: str) -> tuple[str, str] | None:
    """The name and date of a signature that has one beside it, as Soviet papers do: "28/X/62 A. Orlov"."""
    match = _SIGNATURE.match(paragraph) if len(paragraph) <= _LONGEST_SIGNATURE else None
    if match is None or not (match["before"] or match["after"]):
        return None
    return match["name"].strip(" ,"), (match["before"] or match["after"]).strip()


def is_salutation(paragraph: str) -> bool:
    """Whether a paragraph is nothing but the words that address the reader: "Sir:", "My dear Consul,"."""
    return _SALUTATION.match(paragraph) is not None


def _kind(paragraph: str, *, last: bool) -> BlockKind:
    if is_salutation(paragraph):
        return "salutation"
    if last and len(paragraph) <= _LONGEST_SIGNATURE and _SIGNATURE.match(paragraph):
        return "signature"
    return "paragraph"
