"""A record as a TEI P5 file: what the record knows in the header, its texts with their layers in the body."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from lxml import etree

from fonds.dissemination.elements import XML_LANG, clean, make
from fonds.dissemination.layers import Words, set_note, words_of
from fonds.dissemination.tei_header import header
from fonds.record import Block, BlockKind, Record, Text

_UNSAFE = re.compile(r"[^\w.~-]+")
_LONGEST_NAME = 200
"""Bytes of a file's name; file systems allow 255, and ending, SHA-256 and draft want some of them."""
UNDETERMINED = "und"
"""The language of a text of which nobody says it (ISO 639-2)."""

_BLOCKS: dict[BlockKind, str] = {
    "heading": "head",
    "label": "label",
    "opener": "opener",
    "dateline": "dateline",
    "salutation": "salute",
    "signature": "signed",
    "quotation": "quote",
    "closer": "closer",
    "list item": "item",
    "table row": "row",
}
_TOP: frozenset[BlockKind] = frozenset({"heading", "opener", "dateline", "salutation"})
_BOTTOM: frozenset[BlockKind] = frozenset({"closer", "signature", "postscript"})
_WRAPPED: dict[BlockKind, str] = {"list item": "list", "table row": "table", "postscript": "postscript"}
"""Blocks that stand together in an element of their own."""


def file_name(record_id: str) -> str:
    """A relative path for a record's file, of letters, digits and "._~-": it cannot leave its folder.

    An identifier that has other characters, or is too long for a file system, gets a part of its SHA-256, so that no
    two records share a file.
    """
    parts = [_safe(part) for part in PurePosixPath(record_id).parts if part != "/"]
    name = "/".join(parts)
    if name != record_id:
        name += f"-{hashlib.sha256(record_id.encode()).hexdigest()[:8]}"
    return f"{name}.xml"


def _safe(part: str) -> str:
    shortened = part.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return _UNSAFE.sub("_", shortened).strip(".") or "_"


def render_tei(record: Record) -> bytes:
    """The record as a TEI document, UTF-8. Characters that XML cannot hold are left out."""
    body = make("body", *([_text(text, number) for number, text in enumerate(record.texts)] or [make("p")]))
    text = make("text", body, *_back(record))
    if record.language:
        text.set(XML_LANG, clean(record.language))
    root = make("TEI", header(record), *_pictures(record), text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def _pictures(record: Record) -> Iterator[etree._Element]:
    if record.facsimiles:
        graphics = []
        for picture in record.facsimiles:
            known = (("url", picture.file), ("mimeType", picture.media_type), ("n", picture.page))
            graphics.append(make("graphic", **{name: clean(value) for name, value in known if value}))
        yield make("facsimile", *graphics)


def _back(record: Record) -> Iterator[etree._Element]:
    """The notes of which nobody knows where in the text they belong."""
    divisions = []
    for number, text in enumerate(record.texts):
        if notes := [set_note(note, text) for note in text.notes if note.anchor is None]:
            divisions.append(make("div", *notes, type="notes", n=str(number + 1)))
    if divisions:
        yield make("back", *divisions)


def _text(text: Text, number: int) -> etree._Element:
    part = make("div", type=text.role)
    part.set(XML_LANG, clean(text.language) or UNDETERMINED)
    if text.by:
        part.set("resp", f"#by-{number + 1}")
    blocks = _whole(text)
    words = words_of(text, blocks)
    sections = [list(_section(words, section)) for section in _sections(blocks)]
    if len(sections) == 1:
        part.extend(sections[0])
    else:
        part.extend(make("div", *section) for section in sections)
    return part


def _whole(text: Text) -> list[Block]:
    """The text's blocks in order, and paragraphs of the words that are in none."""
    blocks: list[Block] = []
    last = 0
    for block in (*sorted(text.blocks, key=lambda block: block.start), Block("paragraph", len(text.content), 0)):
        if words := text.content[last : block.start].strip():
            start = text.content.index(words, last)
            blocks.append(Block("paragraph", start, start + len(words)))
        if block.start >= last and block.end > block.start:
            blocks.append(block)
        last = max(last, block.end)
    return blocks or [Block("paragraph", 0, 0)]


def _sections(blocks: list[Block]) -> list[list[Block]]:
    """The blocks, parted where TEI wants a division of its own: before what follows a signature, or a later heading."""
    sections = [[blocks[0]]]
    for before, block in pairwise(blocks):
        after_end = before.kind in _BOTTOM and block.kind not in _BOTTOM
        if after_end or (block.kind in _TOP and before.kind not in _TOP):
            sections.append([])
        sections[-1].append(block)
    return sections


def _section(words: Words, blocks: list[Block]) -> Iterator[etree._Element]:
    """The blocks as elements; with an empty paragraph where TEI allows no ending without one."""
    lacks_body = all(block.kind in _TOP | _BOTTOM for block in blocks)
    for kind, alike in groupby(blocks, key=lambda block: block.kind):
        if lacks_body and kind in _BOTTOM:
            yield make("p")
            lacks_body = False
        elements = [_block(words, block) for block in alike]
        if kind in _WRAPPED:
            yield make(_WRAPPED[kind], *elements)
        else:
            yield from elements


def _block(words: Words, block: Block) -> etree._Element:
    element = make(_BLOCKS.get(block.kind, "p"))
    if block.kind != "table row":
        words.set_in(element, block.start, block.end)
        return element
    start = block.start
    for cell in words.content[block.start : block.end].split("\t"):
        end = start + len(cell)
        element.append(make("cell"))
        words.set_in(element[-1], start, end, points_at_end=end == block.end)
        start = end + 1
    return element
