"""Plain text: a document as it is pasted or typed, its heading first, its notes at the end ("[1] …")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from fonds.accession.decoding import decode, is_utf_16
from fonds.accession.plain_layout import LONGEST_HEADING, Layout, PlainNote, blocks, lay_out
from fonds.accession.plain_people import name_list, with_people
from fonds.accession.reader import Declined, Item, Match
from fonds.accession.source import SourceFile
from fonds.authority.names import NameList
from fonds.diplomatics.calendar_entry import parse_calendar_entry
from fonds.diplomatics.dateline import Dateline, parse_dateline
from fonds.diplomatics.heading import Heading, parse_heading
from fonds.diplomatics.marking import Markings, parse_marking_line
from fonds.diplomatics.number import find_number
from fonds.diplomatics.references import with_references
from fonds.diplomatics.source_note import SourceNote, file_year, is_source_note, parse_source_note
from fonds.errors import RefusedError
from fonds.record import Finding, Note, Party, Record, Text, TransmissionStep

NAME = "plain text"
VERSION = "4"
MEDIA_TYPE = "text/plain"

LIMIT = 64 << 20
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1a\x1b")
_OTHER_FORMS = {b"%PDF-": "a PDF file", b"{\\rtf": "an RTF file"}
_NUMBERED_KINDS = frozenset({"telegram", "circular telegram", "cable", "airgram", "circular airgram", "despatch"})
_MARKING_REACH = 5
_DATELINE_REACH = 12
"""Paragraphs after the heading that may be the dateline: lists of participants and subjects can stand before it."""


def sniff(head: bytes, _name: str) -> Match | Declined:
    """Any file is taken whose first bytes are text."""
    if is_utf_16(head):
        return Match()
    if 0 in head:
        return Declined("it holds NUL bytes, as binary files do")
    for start, form in _OTHER_FORMS.items():
        if head.startswith(start):
            return Declined(f"it is {form}")
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return Declined("it holds control characters, as binary files do") if controls else Match()


def read(source: SourceFile, sha256: str) -> Iterator[Item]:
    """The file's one record, after the listed people that it names.

    Raises RefusedError where the file is larger than 64 MiB, changes meanwhile or holds no words.
    """
    text, findings = decode(source.content(sha256, limit=LIMIT))
    layout = lay_out(text)
    if not layout.paragraphs:
        raise RefusedError(source.name, seen="no words", wanted="a document", next_step="Remove or replace it.")
    record = with_people(_record(source, sha256, layout, findings), source)
    named = {mention.agent for mention in record.texts[0].mentions} | {party.agent for party in record.parties}
    for agent in source.people:
        if agent.id in named:
            yield msgspec.structs.replace(agent, collection=source.collection)
    yield with_references(record)


class _Form(Struct, frozen=True):
    """What a document's form tells: its heading and its source note, wherever they stand, dateline and markings."""

    heading: Heading
    note: SourceNote
    top: int
    dateline: Dateline | None
    dateline_place: int | None
    markings: Markings
    summary: str | None = None


def _form(layout: Layout) -> _Form:
    paragraphs = layout.paragraphs
    if entry := parse_calendar_entry(paragraphs[0]):
        return _Form(entry.heading, entry.source, 0, None, None, Markings(), entry.summary)
    top = int(len(paragraphs) > 1 and is_source_note(paragraphs[0]))
    notes = [paragraphs[0]] * top + [note.text for note in layout.notes]
    note = next((parse_source_note(text) for text in notes if is_source_note(text)), SourceNote())
    reference = note.holding.reference if note.holding else None
    year = file_year(reference or "")
    place, dateline = _dateline(paragraphs, top, year)
    heading = parse_heading(paragraphs[top].partition("\n")[0][:LONGEST_HEADING], year_hint=year)
    return _Form(heading, note, top, dateline, place, _markings(paragraphs[top:]))


def _record(source: SourceFile, sha256: str, layout: Layout, findings: tuple[Finding, ...]) -> Record:
    form = _form(layout)
    heading, note, dateline = form.heading, form.note, form.dateline
    kind = heading.kind or note.kind
    return Record(
        id=f"{source.collection}/{source.stem}",
        collection=source.collection,
        title=heading.title,
        source=source.described(sha256, MEDIA_TYPE, f"{NAME} {VERSION}"),
        kind=kind,
        number=_number(layout.paragraphs, form) if kind in _NUMBERED_KINDS else None,
        date=dateline.date if dateline else heading.date,
        place=(dateline.place if dateline else None) or heading.place,
        parties=(*_parties(heading), *note.parties),
        classification=note.classification or form.markings.classification,
        handling=note.handling or form.markings.handling,
        holding=note.holding,
        transmission=note.transmission or _received(dateline),
        summary=form.summary,
        texts=(_text(source, layout, form),),
        findings=findings,
    )


def _dateline(paragraphs: tuple[str, ...], top: int, year_hint: int | None) -> tuple[int | None, Dateline | None]:
    """The place of the dateline among the paragraphs: near the heading, or else the last of all."""
    last = len(paragraphs) - 1
    for place in [*range(top + 1, min(top + _DATELINE_REACH, last) + 1), last]:
        if place > top and (dateline := parse_dateline(paragraphs[place], year_hint=year_hint)):
            return place, dateline
    return None, None


def _markings(paragraphs: tuple[str, ...]) -> Markings:
    """The markings in lines of their own under heading and dateline; empty Markings without one."""
    found = [line for paragraph in paragraphs[1:_MARKING_REACH] if (line := parse_marking_line(paragraph))]
    classification = next((line.classification for line in found if line.classification), None)
    return Markings(classification, tuple(word for line in found for word in line.handling))


def _number(paragraphs: tuple[str, ...], form: _Form) -> str | None:
    """The number that opens the first paragraph after the dateline that is no marking."""
    first = (form.dateline_place or form.top) + 1
    words = (paragraph for paragraph in paragraphs[first:] if parse_marking_line(paragraph) is None)
    return find_number(next(words, ""))


def _received(dateline: Dateline | None) -> tuple[TransmissionStep, ...]:
    received = dateline.received if dateline else None
    return (TransmissionStep("received", at=received.edtf),) if received and received.edtf else ()


def _parties(heading: Heading) -> Iterator[Party]:
    parties = (("from", heading.senders), ("to", heading.recipients), ("drafted by", heading.recorders))
    for role, names in parties:
        for name in names:
            yield Party(role, name)


def _text(source: SourceFile, layout: Layout, form: _Form) -> Text:
    names = name_list(source.people)
    content = layout.content
    return Text(
        language=None,
        role="translation" if form.note.translated else "original",
        content=content,
        blocks=blocks(layout.paragraphs, form.top, form.dateline_place),
        notes=tuple(_note(note, content, names) for note in layout.notes),
        mentions=names.find(content),
    )


def _note(note: PlainNote, content: str, names: NameList) -> Note:
    marker = content.find(f"[{note.number}]") if note.number else -1
    return Note(
        number=note.number or None,
        anchor=marker if marker >= 0 else None,
        text=note.text,
        kind="source" if is_source_note(note.text) else "footnote",
        mentions=names.find(note.text),
    )
