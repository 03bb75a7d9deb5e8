"""How a plain-text document is laid out: its paragraphs, and the notes that stand at its end."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from fonds.diplomatics.cable import is_copies_list
from fonds.record import Block, BlockKind

_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_NOTE = re.compile(r"^\[(?:\\?\[)?([^\[\]\\\s]{0,4})(?:\\?\]\]\(#[^()\s]{0,80}\)|\])[ \t]+(?=\S)", re.MULTILINE)
_SIGN = re.compile(r"^(?P<sign>\(\d{1,3}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3}|[†‡])[ \t]*(?=\S)")
"""What a note may begin with instead, if the text has it for a marker."""
_SALUTATION = re.compile(r"(?:My )?[Dd]ear [^.!?]{1,80}[:,]?$|(?:Sir|Gentlemen|Madam|Excellency|Your Excellency)[:,]$")
_SOVIET_DATE = r"\d{1,2}[/.-][IVX\d]{1,4}[/.-]\d{2,4}"
_SIGNATURE = re.compile(
    rf"(?P<before>{_SOVIET_DATE}\s+)?(?P<name>(?:[A-ZÀ-ÞА-Я][\w.’'-]*+[ ,]*+){{1,6}})(?P<after>{_SOVIET_DATE})?\.?$"
)
_SIGNED_LINES = 2
LONGEST_HEADING = 600
_LONGEST_SIGNATURE = 60


class PlainNote(Struct, frozen=True):
    """A note at the end: the number in its brackets ("" without one), its words, and the marker in the text."""

    number: str
    text: str
    marker: str


class Layout(Struct, frozen=True):
    """A document in its parts. The heading is among the first of the paragraphs."""

    paragraphs: tuple[str, ...]
    notes: tuple[PlainNote, ...]

    @property
    def content(self) -> str:
        """The paragraphs as one text, an empty line between two."""
        return "\n\n".join(self.paragraphs)


def lay_out(text: str) -> Layout:
    """The paragraphs of a text and the notes at its end, each on its own line.

    Notes begin "[1] …", or "(1) …", "¹ …" and "* …" where the text has the same sign behind a word.

    Paragraphs are apart by empty lines; a text that has none has a paragraph on every line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    pieces = _EMPTY_LINES.split(text) if _EMPTY_LINES.search(text) else text.split("\n")
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    first_note = len(pieces)
    while first_note > 1 and _begins_note(pieces[first_note - 1], pieces[: first_note - 1]):
        first_note -= 1
    return Layout(tuple(pieces[:first_note]), tuple(_notes("\n".join(pieces[first_note:]))))


def _begins_note(piece: str, before: list[str]) -> bool:
    sign = _SIGN.match(piece)
    return _NOTE.match(piece) is not None or (
        sign is not None and any(_is_marker(sign["sign"], paragraph) for paragraph in before)
    )


def _is_marker(sign: str, paragraph: str) -> bool:
    return re.search(rf"(?<=[^\s*]){re.escape(sign)}(?![\w*])", paragraph) is not None


def _notes(text: str) -> list[PlainNote]:
    """The notes, in their order; a line that begins with no sign goes on with the note before."""
    notes: list[PlainNote] = []
    for line in text.split("\n"):
        if match := _NOTE.match(line):
            notes.append(PlainNote(match[1], line[match.end() :].strip(), f"[{match[1]}]"))
        elif match := _SIGN.match(line):
            notes.append(PlainNote(_plain_number(match["sign"]), line[match.end() :].strip(), match["sign"]))
        elif notes:
            last = notes.pop()
            notes.append(PlainNote(last.number, f"{last.text}\n{line}".strip(), last.marker))
    return notes


def _plain_number(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign.strip("()"))


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


def find_signature(paragraphs: tuple[str, ...]) -> str | None:
    """The name in the last line of a letter, a list of copies aside; None where the line is none."""
    last = paragraphs[: _end(paragraphs)][-1].split("\n")[-1].strip()
    match = _SIGNATURE.match(last) if len(last) <= _LONGEST_SIGNATURE else None
    return match["name"].strip(" ,") if match else None


def is_salutation(paragraph: str) -> bool:
    """Whether a paragraph is nothing but the words that address the reader: "Sir:", "My dear Consul,"."""
    return _SALUTATION.match(paragraph) is not None


def _kind(paragraph: str, *, last: bool) -> BlockKind:
    if is_salutation(paragraph):
        return "salutation"
    if last and len(paragraph) <= _LONGEST_SIGNATURE and _SIGNATURE.match(paragraph):
        return "signature"
    return "paragraph"
