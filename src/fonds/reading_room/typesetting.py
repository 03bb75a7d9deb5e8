"""A record's text set for reading: its blocks, marks, names, references and notes as HTML."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from fonds.reading_room.addresses import agent_address, document_address
from fonds.reading_room.layers import Piece, Point, Span, set_layers
from fonds.reading_room.wording import agent_words, cited_words
from fonds.record import Agent, Block, Mark, Mention, Note, Reference, Statement, Text

BLOCK_TAGS = {"heading": "h3", "quotation": "blockquote", "list item": "li", "opener": "div", "closer": "div"}
"""Kind of block -> element; all others are paragraphs."""

FRAMES = {"list item": ("ul", "list"), "table row": ("table", "table")}
"""Kind of block -> what several in a row stand in: element and class."""

MARK_TAGS = {
    "italic": "i",
    "bold": "b",
    "underline": "u",
    "superscript": "sup",
    "subscript": "sub",
    "supplied": "ins",
    "deleted": "del",
}
"""Kind of mark -> element; all others are spans."""

MARK_TITLES = {
    "supplied": "The editor's words",
    "deleted": "Struck out in the document",
    "added": "Added in the document",
    "unclear": "Hard to read in the document",
}

UNNUMBERED = "*"
"""The label of a note without a number, and of the note on the source, which editions number 0 or not at all."""

ANCHOR = Markup('<sup class="anchor"><a id="to-{key}" href="#note-{key}" role="doc-noteref">{label}</a></sup>')
PAGE_BREAK = Markup('<span class="page-break" role="doc-pagebreak" aria-label="Page {page}">{page}</span>')
PICTURED = Markup(
    '<a class="page-break" role="doc-pagebreak" aria-label="Page {page}, its picture" href="{address}"'
    ' rel="noreferrer">{page}</a>'
)
SAID = Markup(
    '<span id="said-{key}-{number}">'
    '<a class="who" href="#statement-{key}-{number}" aria-label="Who says this"></a></span>'
)
GAP = Markup('<span class="gap" title="{title}">[…]</span>')


class Surroundings(Struct, frozen=True):
    """What a text is set among: its title, the collection's names by id, and the titles of the cited records held.

    `pictures` are the addresses of pictures by the number of the page.
    """

    agents: Mapping[str, Agent]
    held: Mapping[str, str]
    title: str = ""
    pictures: Mapping[str, str] = {}


class SetNote(Struct, frozen=True):
    """A note set for reading. `key` is unique on the page; `anchored` tells that the text has its number."""

    key: str
    label: str
    kind: str
    html: Markup
    anchored: bool

    @property
    def beside(self) -> Markup:
        """The note as it stands in the margin: a second time on the page, so left out when moving by keyboard."""
        return Markup(str(self.html).replace("<a ", '<a tabindex="-1" '))  # noqa: S704 (was Markup; no text has a "<")


class Part(Struct, frozen=True):
    """An outermost block of a text, or the space between two, and the notes that hang on it."""

    html: Markup
    notes: tuple[SetNote, ...] = ()


class SetText(Struct, frozen=True):
    """A text set for reading; `notes` are all of its notes, in order. Its ids on the page begin with `key`."""

    text: Text
    key: str
    parts: tuple[Part, ...]
    notes: tuple[SetNote, ...]


def set_text(text: Text, key: str, surroundings: Surroundings) -> SetText:
    """The text as HTML, with every note. `key` sets its ids apart from those of the page's other texts."""
    own = _by_note(text)
    notes = tuple(
        _set_note(note, f"{key}-{index + 1}", own[index], surroundings) for index, note in enumerate(text.notes)
    )
    spans = [
        *_block_spans(text.content, text.blocks, surroundings.title),
        *_mark_spans(text.marks),
        *_mention_spans(text.mentions, surroundings),
        *_reference_spans([each for each in text.references if each.note is None], surroundings),
        *_said_spans(text.statements, key),
    ]
    anchors = _anchors(text, notes)
    numbers = (Point(offset, ANCHOR.format(key=note.key, label=note.label)) for offset, note in anchors)
    said = (
        Point(_before_word(text.content, each.start), SAID.format(key=key, number=number), leads=True)
        for number, each in enumerate(text.statements, 1)
    )
    pieces = set_layers(text.content, spans, [*_mark_points(text, surroundings.pictures), *numbers, *said])
    return SetText(text, key, tuple(_with_notes(pieces, anchors)), notes)


def _with_notes(pieces: Sequence[Piece], anchors: list[tuple[int, SetNote]]) -> Iterator[Part]:
    ends = [piece.end for piece in pieces]
    hanging: dict[int, list[SetNote]] = defaultdict(list)
    for offset, note in anchors:
        hanging[bisect_left(ends, max(offset, 1))].append(note)
    return (Part(piece.html, tuple(hanging[index])) for index, piece in enumerate(pieces))


# Blocks


def _block_spans(content: str, blocks: Iterable[Block] = (), title: str = "") -> Iterator[Span]:
    """Elements for blocks, frames for lists and tables, and paragraphs for words that lie in no block."""
    ordered = sorted((block for block in blocks if 0 <= block.start < block.end), key=lambda it: (it.start, -it.end))
    yield from _frames(content, ordered)
    reached = 0
    for index, block in enumerate(ordered):
        yield from _loose_paragraphs(content, reached, block.start)
        holds_others = index + 1 < len(ordered) and ordered[index + 1].start < block.end
        if block.kind == "table row":
            yield from _row(content, block)
        else:
            yield _block(block, _class(content, block, title), holds_others=holds_others)
        reached = max(reached, block.end)
    yield from _loose_paragraphs(content, reached, len(content))


def _block(block: Block, named: str, *, holds_others: bool) -> Span:
    tag = BLOCK_TAGS.get(block.kind, "p")
    tag = "div" if holds_others and tag in {"p", "h3"} else tag
    return Span(block.start, block.end, tag, "block", (("class", named),))


def _class(content: str, block: Block, title: str) -> str:
    """The kind of block; a heading that only says again what the page is called can be set apart by "known"."""
    known = block.kind == "heading" and title and title in " ".join(content[block.start : block.end].split())
    return "heading known" if known else block.kind.replace(" ", "-")


def _row(content: str, block: Block) -> Iterator[Span]:
    """A row of a table: its cells end at tabs."""
    yield Span(block.start, block.end, "tr", "frame")
    for cell in re.finditer(r"[^\t]*\t|[^\t]+", content[block.start : block.end]):
        yield Span(block.start + cell.start(), block.start + cell.end(), "td", "block")


def _frames(content: str, ordered: list[Block]) -> Iterator[Span]:
    """Lists and tables: blocks of one such kind with nothing but space between them."""
    runs: list[list[Block]] = []
    for block in ordered:
        before = runs[-1][-1] if runs else block
        beside = before.end <= block.start and not content[before.end : block.start].strip()
        if before.kind == block.kind and beside:
            runs[-1].append(block)
        else:
            runs.append([block])
    for run in runs:
        if run[0].kind in FRAMES:
            tag, named = FRAMES[run[0].kind]
            yield Span(run[0].start, run[-1].end, tag, "frame", (("class", named),))


def _loose_paragraphs(content: str, start: int, end: int) -> Iterator[Span]:
    for words in re.finditer(r"[^\n]+(?:\n[^\n]+)*", content[start:end]):
        if words.group().strip():
            yield Span(start + words.start(), start + words.end(), "p", "block", (("class", "paragraph"),))


# Elements within a block


def _mark_spans(marks: Iterable[Mark]) -> Iterator[Span]:
    for mark in marks:
        if mark.kind == "page break":  # has no width
            continue
        tag = MARK_TAGS.get(mark.kind, "span")
        named = () if tag != "span" else (("class", mark.kind.replace(" ", "-")),)
        title = _mark_title(mark)
        yield Span(mark.start, mark.end, tag, "inline", (*named, ("title", title)) if title else named)


def _mark_title(mark: Mark) -> str:
    if mark.kind == "corrected":
        return f"The editor reads: {mark.label}" if mark.label else "Sic"
    return MARK_TITLES.get(mark.kind, "")


def _mention_spans(mentions: Iterable[Mention], surroundings: Surroundings) -> Iterator[Span]:
    for mention in mentions:
        agent = surroundings.agents.get(mention.agent or "")
        if agent:
            attributes = (
                ("class", f"mention {agent.kind}"),
                ("href", agent_address(agent)),
                ("title", agent_words(agent)),
            )
            yield Span(mention.start, mention.end, "a", "inline", attributes)


def _reference_spans(references: Iterable[Reference], surroundings: Surroundings) -> Iterator[Span]:
    for reference in references:
        title = surroundings.held.get(reference.target or "")
        if title is None:
            explained = f"{cited_words(reference.cites)} (not in this archive)".strip()
            yield Span(reference.start, reference.end, "span", "inline", (("class", "reference"), ("title", explained)))
        else:
            address = document_address(reference.target or "")
            yield Span(reference.start, reference.end, "a", "inline", (("href", address), ("title", title)))


def _said_spans(statements: Iterable[Statement], key: str) -> Iterator[Span]:
    for number, each in enumerate(statements, 1):
        named = (("class", "said"), ("data-said", f"statement-{key}-{number}"))
        yield Span(each.start, each.end, "span", "inline", named)


# What stands between characters


def _mark_points(text: Text, pictures: Mapping[str, str]) -> Iterator[Point]:
    for mark in text.marks:
        if mark.kind == "page break":
            address = pictures.get(mark.label or "")
            html = (PICTURED if address else PAGE_BREAK).format(page=mark.label or "?", address=address)
            yield Point(_before_word(text.content, mark.start), html, leads=True)
        elif mark.kind == "gap" and mark.start == mark.end:
            yield Point(_after_word(text.content, mark.start), GAP.format(title=mark.label or "Words are missing"))


def _before_word(content: str, offset: int) -> int:
    """The first offset from here on at which a word, not a space, begins: where a page's number is set."""
    return next((at for at in range(max(offset, 0), len(content)) if not content[at].isspace()), len(content))


def _after_word(content: str, offset: int) -> int:
    """The offset itself, or that of the end of the word before a space: where a note's number is set."""
    return len(content[: max(offset, 0)].rstrip())


# Notes


def _set_note(note: Note, key: str, references: list[Reference], surroundings: Surroundings) -> SetNote:
    spans = [
        *_block_spans(note.text),
        *_mark_spans(note.marks),
        *_mention_spans(note.mentions, surroundings),
        *_reference_spans(references, surroundings),
    ]
    html = Markup("").join(piece.html for piece in set_layers(note.text, spans))
    label = note.number if note.number and note.kind == "footnote" else UNNUMBERED
    return SetNote(key, label, note.kind, html, anchored=note.anchor is not None)


def _by_note(text: Text) -> dict[int, list[Reference]]:
    """The references that stand in notes, by the note's place among all: where notes share a number, by their words."""
    numbered: dict[str | None, list[int]] = defaultdict(list)
    for index, note in enumerate(text.notes):
        numbered[note.number].append(index)
    found: dict[int, list[Reference]] = defaultdict(list)
    for each in text.references:
        places = numbered[each.note] if each.note is not None else []
        fitting = (at for at in places if text.notes[at].text[each.start : each.end] == each.printed)
        found[next(fitting, -1)].append(each)
    return found


def _anchors(text: Text, notes: Iterable[SetNote]) -> list[tuple[int, SetNote]]:
    """The notes that hang on a place in the text, with that place."""
    pairs = zip(text.notes, notes, strict=True)
    return [(_after_word(text.content, note.anchor), made) for note, made in pairs if note.anchor is not None]
