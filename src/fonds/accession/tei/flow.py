"""From mixed content to one plain string with layers over it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from lxml import etree

from fonds.accession.tei import elements
from fonds.accession.tei.pointers import record_pointed_to, resolve_pointer
from fonds.record import (
    Block,
    BlockKind,
    Facsimile,
    Finding,
    Mark,
    MarkKind,
    Mention,
    MentionKind,
    Note,
    NoteKind,
    Reference,
)

NO_SPACE, PENDING, LINE_START = range(3)
"""Before the next words: none, one that the source has, or none because a line or cell begins there."""

_BRACKETS = re.compile(r"\[[^\[\]]*\]")


class Layers(NamedTuple):
    """A flow that has been read: its words and everything over them."""

    content: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    facsimiles: tuple[Facsimile, ...]
    findings: tuple[Finding, ...]


class Flow:
    """Reads elements in turn into one text: white space as the source's line breaks mean it, not as they stand.

    `volume` is what pointers within the file point into; `brackets` says that [square brackets] are the editor's,
    as the edition's own rules have it.
    """

    def __init__(self, volume: str, *, brackets: bool = False) -> None:
        self._volume = volume
        self._brackets = brackets
        self._pieces: list[str] = []
        self._length = 0
        self._block: BlockKind | None = None
        self._block_start = 0
        self._space = NO_SPACE
        self._blocks: list[Block] = []
        self._marks: list[tuple[MarkKind, int, int, str | None]] = []
        self._mentions: list[tuple[MentionKind, int, int, str | None]] = []
        self._references: list[tuple[int, int, str]] = []
        self._notes: list[tuple[Note, Layers]] = []
        self._facsimiles: list[Facsimile] = []
        self._unknown: dict[str, str] = {}

    def read(self, element: etree._Element, kind: BlockKind = "paragraph") -> None:
        """Read the words of an element and all below it; loose words become blocks of `kind`."""
        self._walk(element, kind)
        self._end_block()

    # words

    def _walk(self, element: etree._Element, kind: BlockKind) -> None:
        if words := element.text:
            self._add(words, kind)
        for child in element:
            handle, argument = _HANDLERS.get(child.tag, _UNKNOWN)
            handle(self, child, kind, argument)
            if words := child.tail:
                self._add(words, kind)

    def _add(self, words: str, kind: BlockKind) -> None:
        if words.isspace():
            if self._space == NO_SPACE:
                self._space = PENDING
            return
        # Of white space only blanks are printable: most words are as they should be, and that is quickly seen.
        text = words.strip(" ") if words.isprintable() and "  " not in words else " ".join(words.split())
        if self._block is None:
            self._begin_block(kind)
        elif self._space == PENDING or (self._space == NO_SPACE and words[0].isspace()):
            text = " " + text
        self._pieces.append(text)
        self._length += len(text)
        self._space = PENDING if words[-1].isspace() else NO_SPACE

    def _begin_block(self, kind: BlockKind) -> None:
        if self._length:
            self._pieces.append("\n\n")
            self._length += 2
        self._block = kind
        self._block_start = self._length

    def _end_block(self) -> None:
        if self._block is not None:
            self._blocks.append(Block(self._block, self._block_start, self._length))
            self._block = None
        self._space = NO_SPACE

    def _separate(self, separator: str) -> None:
        if self._block is not None and self._space != LINE_START:
            self._pieces.append(separator)
            self._length += 1
            self._space = LINE_START

    # elements, one method a sort; `kind` is the block that they stand in

    def _on_block(self, child: etree._Element, kind: BlockKind, own: BlockKind) -> None:
        if own == "paragraph" and kind == "table row":
            self._walk(child, kind)
            return
        self._end_block()
        self._walk(child, kind if own == "paragraph" and kind in elements.KEEPING else own)
        self._end_block()

    def _on_container(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._end_block()
        self._walk(child, kind if kind in elements.KEEPING else "paragraph")
        self._end_block()

    def _on_head(self, child: etree._Element, kind: BlockKind, own: BlockKind) -> None:
        parent = child.getparent()
        inner = parent is not None and elements.local_name(parent) in {"list", "table", "figure"}
        self._on_block(child, kind, "label" if inner else own)

    def _on_quote(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        inline = self._block is not None and child.get("rend") != "blockquote" and not len(child)
        if inline:
            self._walk(child, kind)
        else:
            self._on_block(child, kind, "quotation")

    def _on_cell(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._separate("\t")
        self._walk(child, kind)

    def _on_line(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        if child.get("break") == "no":  # within a word: not even the blanks of the source are between its parts
            self._space = LINE_START
        else:
            self._separate("\n")

    def _on_address_line(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._separate("\n")
        self._walk(child, kind)

    def _on_forme_work(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        """Catchwords and numbers of pages are no words of the text; a letterhead is."""
        if child.get("type") not in elements.REPEATED:
            self._walk(child, kind)

    def _on_transparent(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._walk(child, kind)

    def _on_mark(self, child: etree._Element, kind: BlockKind, mark: MarkKind) -> None:
        start = self._length
        self._walk(child, kind)
        self._marks.append((mark, start, self._length, None))

    def _on_hi(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        start = self._length
        self._walk(child, kind)
        for word in (child.get("rend") or "italic").split():
            if mark := elements.RENDITIONS.get(word):
                self._marks.append((mark, start, self._length, None))

    def _on_choice(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        """Of two readings the document's own goes into the text, the editor's into the mark over it."""
        readings = {elements.local_name(reading): reading for reading in child}
        own = next((readings[name] for name in ("sic", "orig", "abbr") if name in readings), None)
        editors = next((readings[name] for name in ("corr", "reg", "expan") if name in readings), None)
        if own is None:
            self._walk(child, kind)
            return
        start = self._length
        self._walk(own, kind)
        self._marks.append(("corrected", start, self._length, elements.plain(editors) or None))

    def _on_app(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        """Of several readings the first is the editors' choice; the others become notes, as in print."""
        readings = [reading for reading in child if elements.local_name(reading) in {"lem", "rdg"}]
        for chosen in readings[:1]:
            self._walk(chosen, kind)
        for other in readings[1:]:
            self._on_note(other, kind, None)

    def _on_subst(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        """What was written in place of whole words is a word of its own; within a word nothing parts the two."""
        after_word = self._block is not None and self._space == NO_SPACE and self._pieces[-1][-1].isalnum()
        whole = not after_word and not (child.tail or " ")[0].isalnum()
        for number, reading in enumerate(child):
            if whole and number and self._space == NO_SPACE:
                self._space = PENDING
            handle, argument = _HANDLERS.get(reading.tag, _UNKNOWN)
            handle(self, reading, kind, argument)

    def _on_gap(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        extent = " ".join(filter(None, (child.get("quantity") or child.get("extent"), child.get("unit"))))
        label = ", ".join(filter(None, (extent, child.get("reason")))) or None
        self._marks.append(("gap", self._length, self._length, label))

    def _on_page(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        page = child.get("n")
        self._marks.append(("page break", self._length, self._length, page))
        if file := child.get("facs"):
            self._facsimiles.append(Facsimile(None, file, page))

    def _on_file(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        if path := child.get("path") or child.get("url"):
            self._facsimiles.append(Facsimile(_media_type(path), path))

    def _on_mention(self, child: etree._Element, kind: BlockKind, mention: MentionKind) -> None:
        start = self._length
        self._walk(child, kind)
        if own := child.get("type"):
            part = mention == "term" and own in {"from", "to"} and child.get("target") is None
            mention = "body" if part else elements.NAME_TYPES.get(own, mention)
        self._mentions.append((mention, start, self._length, elements.agent_of(child)))

    def _on_reference(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        start = self._length
        self._walk(child, kind)
        if target := child.get("target"):
            self._references.append((start, self._length, target))

    def _on_note(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        note, layers = read_note(child, self._length, self._volume, brackets=self._brackets)
        self._notes.append((note, layers))
        self._unknown = {finding.place: finding.words for finding in layers.findings} | self._unknown
        self._facsimiles.extend(layers.facsimiles)

    def _on_nothing(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        """Comments and processing instructions are the encoder's, not the document's."""

    def _on_entity(self, child: Any, kind: BlockKind, _: None) -> None:
        characters = elements.characters_of(child)
        if characters == child.text:
            self._unknown[characters] = characters
        self._add(characters, kind)

    def _on_remark(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._unknown[elements.local_name(child)] = elements.plain(child)

    def _on_unknown(self, child: etree._Element, kind: BlockKind, _: None) -> None:
        self._unknown.setdefault(elements.local_name(child), elements.plain(child))
        self._walk(child, kind)

    # the result

    def layers(self) -> Layers:
        """What has been read. Spans have no white space at their ends; a layer over no words is left out."""
        content = "".join(self._pieces)
        marks = [Mark(kind, *_trimmed(content, start, end), label) for kind, start, end, label in self._marks]
        if self._brackets and "[" in content:
            marks += [Mark("supplied", *found.span()) for found in _BRACKETS.finditer(content)]
        mentions = (Mention(*_trimmed(content, start, end), kind, agent) for kind, start, end, agent in self._mentions)
        return Layers(
            content,
            tuple(self._blocks),
            tuple(mark for mark in marks if mark.start < mark.end or mark.kind in _WIDTHLESS),
            tuple(note for note, _ in self._notes),
            tuple(mention for mention in mentions if mention.start < mention.end),
            self._all_references(content),
            tuple(self._facsimiles),
            tuple(Finding("unknown-element", words, name) for name, words in self._unknown.items()),
        )

    def _all_references(self, content: str) -> tuple[Reference, ...]:
        """The text's references, then those of each note, which name it."""
        own = [self._reference(content, *reference) for reference in self._references]
        numbers = [note.number for note, _ in self._notes]
        for note, layers in self._notes:
            if not layers.references:
                continue
            name = note.number if note.number and numbers.count(note.number) == 1 else note.id or note.number
            own += [msgspec.structs.replace(reference, note=name) for reference in layers.references]
        return tuple(own)

    def _reference(self, content: str, start: int, end: int, pointer: str) -> Reference:
        start, end = _trimmed(content, start, end)
        cites = resolve_pointer(pointer, self._volume)
        return Reference(start, end, content[start:end], cites, record_pointed_to(pointer))


def read_note(element: etree._Element, anchor: int | None, volume: str, *, brackets: bool) -> tuple[Note, Layers]:
    """A note as a note, and all its layers; a note within it stays part of its words."""
    flow = Flow(volume, brackets=brackets)
    flow.read(element)
    layers = flow.layers()
    kind: NoteKind = _NOTE_KINDS.get(element.get("type") or "", "footnote")
    if layers.content.startswith("Source:"):
        kind = "source"
    note = Note(element.get("n"), anchor, layers.content, kind, element.get(elements.ID), layers.marks, layers.mentions)
    return note, layers


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in _SPACES:
        start += 1
    while start < end and content[end - 1] in _SPACES:
        end -= 1
    return start, end


def _media_type(path: str) -> str | None:
    return mimetypes.guess_type(path.lower())[0]


_SPACES = " \n\t"
"""All the white space that a flow writes."""
_WIDTHLESS = frozenset({"page break", "gap"})
_NOTE_KINDS: dict[str, NoteKind] = {"source": "source", "summary": "summary"}

_Handler = tuple[Callable[..., None], Any]


def _handlers() -> dict[Any, _Handler]:
    """What to do at each element, by its full name; comments and the like are known by their kind."""
    table: dict[str, _Handler] = dict.fromkeys(elements.TRANSPARENT, (Flow._on_transparent, None))
    table |= {name: (Flow._on_block, kind) for name, kind in elements.BLOCKS.items()}
    table |= dict.fromkeys(elements.CONTAINERS, (Flow._on_container, None))
    table |= {name: (Flow._on_mark, kind) for name, kind in elements.MARKS.items()}
    table |= {name: (Flow._on_mention, kind) for name, kind in elements.MENTIONS.items()}
    table |= {
        "head": (Flow._on_head, "heading"),
        "quote": (Flow._on_quote, None),
        "cell": (Flow._on_cell, None),
        "lb": (Flow._on_line, None),
        "addrLine": (Flow._on_address_line, None),
        "fw": (Flow._on_forme_work, None),
        "hi": (Flow._on_hi, None),
        "app": (Flow._on_app, None),
        "choice": (Flow._on_choice, None),
        "subst": (Flow._on_subst, None),
        "gap": (Flow._on_gap, None),
        "pb": (Flow._on_page, None),
        "graphic": (Flow._on_file, None),
        "ref": (Flow._on_reference, None),
        "note": (Flow._on_note, None),
    }
    by_name: dict[Any, _Handler] = {elements.TEI + name: handler for name, handler in table.items()}
    for namespace in elements.FRUS_NAMESPACES:
        by_name[f"{{{namespace}}}attachment"] = (Flow._on_container, None)
        by_name[f"{{{namespace}}}file"] = (Flow._on_file, None)
        for name in ("page-count-according-to-citation", "pdf"):
            by_name[f"{{{namespace}}}{name}"] = (Flow._on_nothing, None)
    for name in ("uh-oh", "problem"):
        by_name[elements.TEI + name] = (Flow._on_remark, None)
    by_name[etree.Comment] = (Flow._on_nothing, None)
    by_name[etree.ProcessingInstruction] = (Flow._on_nothing, None)
    by_name[etree.Entity] = (Flow._on_entity, None)
    return by_name


_HANDLERS = _handlers()
_UNKNOWN: _Handler = (Flow._on_unknown, None)
