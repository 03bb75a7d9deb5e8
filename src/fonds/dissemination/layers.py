"""Layers that may cross, as elements that may not: one inside another as far as they go, the rest is cut."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from lxml import etree
from msgspec import Struct

from fonds.dissemination.elements import TEI, XML_ID, add_words, clean
from fonds.record import Block, Mark, Mention, Note, Reference, Text

_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_HI = {
    "italic": "italic",
    "bold": "bold",
    "underline": "underline",
    "small capitals": "smallcaps",
    "superscript": "superscript",
    "subscript": "subscript",
}
_MARKS = {"supplied": "supplied", "deleted": "del", "added": "add", "unclear": "unclear", "corrected": "choice"}
_NAMES = {"person": "persName", "body": "orgName", "place": "placeName", "term": "term"}
_POINTS = {"page break": ("pb", "n"), "gap": ("gap", "reason")}


class _Span(Struct, frozen=True):
    start: int
    end: int
    tag: str
    attributes: dict[str, str] = {}
    correction: str | None = None


class Words(Struct, frozen=True):
    """Words with all that lies over them and in them, ready to be set piece by piece."""

    content: str
    spans: tuple[_Span, ...]
    points: tuple[tuple[int, etree._Element], ...] = ()

    def set_in(self, element: etree._Element, start: int, end: int, *, points_at_end: bool = True) -> None:
        """Put the words from `start` to `end` into an element, with every layer over them.

        What hangs on the place `end` itself comes in too, unless it belongs to what follows there.
        """
        points = [(at, point) for at, point in self.points if start <= at < end + points_at_end]
        spans = _nested(self.spans, start, end)
        setting = _Setting(element)
        edges = {start, end, *(at for at, _ in points), *(edge for span in spans for edge in (span.start, span.end))}
        cuts = sorted(edges)
        for number, at in enumerate(cuts):
            setting.close(at)
            for point in (point for place, point in points if place == at):
                setting.put(point)
            setting.open([span for span in spans if span.start == at])
            if number + 1 < len(cuts):
                setting.write(self.content[at : cuts[number + 1]])


class _Setting:
    """The elements that are open while words are set."""

    def __init__(self, element: etree._Element) -> None:
        self.open_elements: list[tuple[int, etree._Element, _Span | None]] = [(-1, element, None)]

    @property
    def inner(self) -> etree._Element:
        return self.open_elements[-1][1]

    def open(self, spans: list[_Span]) -> None:
        for span in sorted(spans, key=lambda span: -span.end):
            element = etree.SubElement(self.inner, TEI + span.tag, span.attributes)
            if span.tag == "choice":
                element = etree.SubElement(element, TEI + "sic")
            self.open_elements.append((span.end, element, span))

    def close(self, at: int) -> None:
        while self.open_elements[-1][0] == at:
            _, element, span = self.open_elements.pop()
            choice = element.getparent()
            if span is not None and span.tag == "choice" and choice is not None:
                etree.SubElement(choice, TEI + "corr").text = clean(span.correction)

    def put(self, point: etree._Element) -> None:
        self.inner.append(point)

    def write(self, words: str) -> None:
        """The words; a new line in them is a line break."""
        for number, line in enumerate(clean(words).split("\n")):
            if number:
                etree.SubElement(self.inner, TEI + "lb")
            add_words(self.inner, line)


def words_of(text: Text, blocks: Sequence[Block]) -> Words:
    """A text's words with its layers and notes; what hangs between two blocks hangs on the end of the first."""
    own = [reference for reference in text.references if reference.note is None]
    notes = ((note.anchor, set_note(note, text)) for note in text.notes if note.anchor is not None)
    points = tuple((_in_block(at, blocks), point) for at, point in (*_points(text.marks), *notes))
    return Words(text.content, tuple(_spans(text.marks, text.mentions, own)), points)


def _in_block(at: int, blocks: Sequence[Block]) -> int:
    before = [block for block in blocks if block.start <= at]
    return min(at, before[-1].end) if before else blocks[0].start


def set_note(note: Note, text: Text) -> etree._Element:
    """A note as an element, a paragraph each where it has several, with the layers over its words."""
    attributes = {"n": clean(note.number)} if note.number else {}
    attributes |= {"type": note.kind} if note.kind != "footnote" else {}
    attributes |= {XML_ID: note.id} if note.id and _NAME.fullmatch(note.id) else {}
    element = etree.Element(TEI + "note", attributes)
    cited = [reference for reference in text.references if reference.note and reference.note in {note.number, note.id}]
    words = Words(note.text, tuple(_spans(note.marks, note.mentions, cited)), tuple(_points(note.marks)))
    paragraphs = list(re.finditer(r"(?s).+?(?=\n\n|\Z)", note.text))
    if len(paragraphs) <= 1:
        words.set_in(element, 0, len(note.text))
    for paragraph in paragraphs if len(paragraphs) > 1 else ():
        start = paragraph.start() + len(paragraph[0]) - len(paragraph[0].lstrip("\n"))
        words.set_in(etree.SubElement(element, TEI + "p"), start, paragraph.end())
    return element


def _nested(spans: Sequence[_Span], start: int, end: int) -> list[_Span]:
    """The spans within these bounds, those that cross others cut where the others end."""
    meeting = (span for span in spans if span.start < span.end and span.start < end and span.end > start)
    clipped = [_within(span, start, end) for span in meeting]
    queue = [(span.start, -span.end, number, span) for number, span in enumerate(clipped)]
    heapq.heapify(queue)
    nested: list[_Span] = []
    open_until: list[int] = []
    while queue:
        _, _, number, span = heapq.heappop(queue)
        open_until = [until for until in open_until if until > span.start]
        until = min(open_until, default=end)
        if span.end > until:
            rest = _within(span, until, end)
            heapq.heappush(queue, (rest.start, -rest.end, number, rest))
            span = _within(span, start, until)
        nested.append(span)
        open_until.append(span.end)
    return nested


def _within(span: _Span, start: int, end: int) -> _Span:
    return _Span(max(span.start, start), min(span.end, end), span.tag, span.attributes, span.correction)


def _spans(marks: Sequence[Mark], mentions: Sequence[Mention], references: Sequence[Reference]) -> Iterator[_Span]:
    for mark in marks:
        if mark.start < mark.end and mark.kind in _HI:
            yield _Span(mark.start, mark.end, "hi", {"rend": _HI[mark.kind]})
        elif mark.start < mark.end and mark.kind in _MARKS:
            yield _Span(mark.start, mark.end, _MARKS[mark.kind], {}, mark.label)
    for mention in mentions:
        pointer = {"ref": agent_pointer(mention.agent)} if mention.agent else {}
        yield _Span(mention.start, mention.end, _NAMES[mention.kind], pointer)
    for reference in references:
        target = {"target": target_pointer(reference.target)} if reference.target else {}
        yield _Span(reference.start, reference.end, "ref", target)


def agent_pointer(agent: str) -> str:
    """A pointer to somebody: an address as it is, else an entry of the lists of the file."""
    return clean(agent) if "://" in agent else f"#{clean(agent)}"


def target_pointer(record_id: str) -> str:
    """A pointer to a record, in the scheme that the header declares (TEI P5, 17.2.3)."""
    return f"fonds:{quote(clean(record_id))}"


def _points(marks: Sequence[Mark]) -> Iterator[tuple[int, etree._Element]]:
    for mark in marks:
        if mark.kind in _POINTS:
            name, attribute = _POINTS[mark.kind]
            yield mark.start, etree.Element(TEI + name, {attribute: clean(mark.label)} if mark.label else {})
