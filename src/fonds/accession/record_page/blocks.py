"""Paragraphs as a page has them to one plain string with blocks, marks and places of notes over it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from fonds.accession.record_page.lexicon import WORDS
from fonds.accession.record_page.markup import Words, read_markup
from fonds.record import Block, BlockKind, Mark

_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_BULLET = re.compile(r"\s{0,6}(?:[-+*•]\s+|(?P<number>\d{1,3}\\?[.)]\s+))(?=\S)")
_LABELLED = re.compile(r"\s*[^\W\d_a-z][\w .]{1,24}:\s+\S")
"""A line such as "Subject: Salt", which stands for itself below others like it."""
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<words>.*?)[\s#]*$")
_SALUTATION = re.compile(r"(?:My |Most |To )?(?:[Dd]ear|Esteemed|Respected|Your Excellency)\b[^.;:?]{0,70}[,:!]")
_CLOSER = re.compile(rf"(?:{'|'.join(WORDS.closers)})\b[^.;:?]{{0,60}}[,.!]?", re.IGNORECASE)
_LONGEST_INSERTION = 12
"""Paragraphs that an editor's insertion may run over before its bracket counts as a slip."""


class _Raw(Struct, frozen=True):
    kind: BlockKind
    words: str


class Flow:
    """Gathers the paragraphs of one text."""

    def __init__(self, numbers: frozenset[str]) -> None:
        self.numbers = numbers
        self.size = 0
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.anchors: dict[str, int] = {}
        self.opened: tuple[int, int] | None = None

    def add(self, run: list[str]) -> None:
        """Add the blocks of one run of lines. A marker that stands alone hangs its note on the words before it."""
        for raw in _raw_blocks(run):
            words = read_markup(raw.words, self.numbers)
            start = self.size + (2 if self.size and words.content else 0)
            for number, anchor in words.anchors.items():
                self.anchors.setdefault(number, start + anchor)
            if words.content:
                self._append(_kind(raw.kind, words.content), words, start)

    def _append(self, kind: BlockKind, words: Words, start: int) -> None:
        self.pieces.append(words.content)
        self.size = start + len(words.content)
        self.blocks.append(Block(kind, start, self.size))
        self.marks.extend(Mark(mark.kind, start + mark.start, start + mark.end) for mark in words.marks)
        self._join_brackets(words, start)

    def _join_brackets(self, words: Words, start: int) -> None:
        """Mark an insertion that runs over several paragraphs."""
        if words.closed is not None and self.opened is not None:
            opened, block = self.opened
            if len(self.blocks) - block <= _LONGEST_INSERTION:
                self.marks.append(Mark("supplied", opened, start + words.closed))
            self.opened = None
        if words.opened is not None:
            self.opened = start + words.opened, len(self.blocks)

    def words(self) -> Words:
        """All paragraphs, apart by an empty line, with what stands over them."""
        marks = sorted(self.marks, key=lambda mark: (mark.start, -mark.end))
        return Words("\n\n".join(self.pieces), tuple(marks), self.anchors)


def _kind(kind: BlockKind, words: str) -> BlockKind:
    if kind == "paragraph" and len(words) <= 100:
        if _SALUTATION.fullmatch(words):
            return "salutation"
        if _CLOSER.fullmatch(words):
            return "closer"
    return kind


def _raw_blocks(run: list[str]) -> Iterator[_Raw]:
    """The blocks in a run of lines: each heading, list item and table row for itself, all else as one."""
    kind: BlockKind = "paragraph"
    words = ""
    closed = False
    for line in run:
        if _TABLE_RULE.match(line):
            continue
        opened, rest = _opening(line)
        if words and (closed or (opened and not kind == opened == "quotation")):
            yield _Raw(kind, words)
            words, kind = "", "paragraph"
        if words and _LABELLED.match(line):
            words = words.removesuffix(" ").removesuffix("\n") + "\n"
        kind = opened or kind
        closed = opened == "table row" or bool(_HEADING.match(line))
        words += rest.strip().removesuffix("\\") + ("\n" if rest.endswith(("  ", "\\")) else " ")
    if words.strip():
        yield _Raw(kind, words)


def _opening(line: str) -> tuple[BlockKind | None, str]:
    """The kind of block that a line opens, and its words without the sign that says so; None: it goes on."""
    stripped = line.strip()
    if stripped.startswith("|"):
        return "table row", " | ".join(cell.strip() for cell in stripped.strip("|").split("|"))
    if heading := _HEADING.match(line):
        return "paragraph", heading["words"]
    if stripped.startswith(">"):
        return "quotation", stripped.lstrip("> ")
    if match := _BULLET.match(line):
        return "list item", line if match["number"] else line[match.end() :]
    return None, line
