"""Layers that may cross, as elements that may not: a stretch is cut wherever any layer begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from fonds.record import Block, Note, Text

_TEI = "{http://www.tei-c.org/ns/1.0}"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS: dict[str, tuple[str, dict[str, str]]] = {
    "italic": ("hi", {"rend": "italic"}),
    "bold": ("hi", {"rend": "bold"}),
    "underline": ("hi", {"rend": "underline"}),
    "small capitals": ("hi", {"rend": "smallcaps"}),
    "superscript": ("hi", {"rend": "superscript"}),
    "subscript": ("hi", {"rend": "subscript"}),
    "supplied": ("supplied", {}),
    "deleted": ("del", {}),
    "added": ("add", {}),
    "unclear": ("unclear", {}),
    "corrected": ("sic", {}),
}
_NAMES = {"person": "persName", "body": "orgName", "place": "placeName", "term": "term"}


class _Span(Struct, frozen=True):
    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def set_block(element: etree._Element, text: Text, block: Block, *, last: bool) -> None:
    """Put a block's words into its element, with every layer over them; `last` takes the notes without a place."""
    spans = [span for span in _spans(text) if span.start < block.end and span.end > block.start]
    points = list(_points(text, block, last=last))
    edges = {block.start, block.end, *(edge for span in spans for edge in (span.start, span.end))}
    edges |= {at for at, _ in points}
    cuts = sorted(edge for edge in edges if block.start <= edge <= block.end)
    for number, start in enumerate(cuts):
        for at, point in points:
            if at == start:
                element.append(point)
        if number + 1 < len(cuts):
            _append(element, text.content[start : cuts[number + 1]], _over(spans, start, cuts[number + 1]))


def _over(spans: list[_Span], start: int, end: int) -> list[_Span]:
    return [span for span in spans if span.start <= start and span.end >= end]


def _append(element: etree._Element, words: str, over: list[_Span]) -> None:
    """The words below one element a layer, the longest outermost; with no layer, straight into the block."""
    words = _FORBIDDEN.sub("", words)
    inner = element
    for span in sorted(over, key=lambda span: span.start - span.end):
        inner = etree.SubElement(inner, _TEI + span.tag, span.attributes)
    if inner is not element:
        inner.text = words
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _spans(text: Text) -> Iterator[_Span]:
    for mark in text.marks:
        if mark.kind in _MARKS and mark.start < mark.end:
            yield _Span(mark.start, mark.end, *_MARKS[mark.kind])
    for mention in text.mentions:
        pointer = {"ref": f"#{_FORBIDDEN.sub('', mention.agent)}"} if mention.agent else {}
        yield _Span(mention.start, mention.end, _NAMES[mention.kind], pointer)
    for reference in text.references:
        if reference.note is None:
            target = {"target": _FORBIDDEN.sub("", reference.target)} if reference.target else {}
            yield _Span(reference.start, reference.end, "ref", target)


def _points(text: Text, block: Block, *, last: bool) -> Iterator[tuple[int, etree._Element]]:
    for mark in text.marks:
        if mark.kind in {"page break", "gap"} and block.start <= mark.start <= block.end:
            name, attribute = ("pb", "n") if mark.kind == "page break" else ("gap", "reason")
            label = {attribute: _FORBIDDEN.sub("", mark.label)} if mark.label else {}
            yield mark.start, etree.Element(_TEI + name, label)
    for note in text.notes:
        if note.anchor is None and last:
            yield block.end, _note(note)
        elif note.anchor is not None and block.start <= note.anchor <= block.end:
            yield note.anchor, _note(note)


def _note(note: Note) -> etree._Element:
    number = {"n": _FORBIDDEN.sub("", note.number)} if note.number else {}
    element = etree.Element(_TEI + "note", number | ({} if note.kind == "footnote" else {"type": note.kind}))
    element.text = _FORBIDDEN.sub("", note.text)
    return element
