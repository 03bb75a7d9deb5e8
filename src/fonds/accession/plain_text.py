"""Plain text: a document as it is pasted or typed, its heading first, its notes at the end ("[1] …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from fonds.accession.decoding import decode, is_utf_16
from fonds.accession.people import with_people
from fonds.accession.plain_form import Form, read_form
from fonds.accession.plain_layout import Layout, PlainNote, blocks, find_dated_signature, find_signature, lay_out
from fonds.accession.reader import Declined, Item, Match
from fonds.accession.source import DATA, SourceFile
from fonds.diplomatics.custody import Custody, read_custody
from fonds.diplomatics.dateline import Dateline
from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.heading import Heading
from fonds.diplomatics.interjections import find_interjections
from fonds.diplomatics.noted_steps import moment, with_days
from fonds.diplomatics.references import with_references
from fonds.diplomatics.source_note import is_source_note
from fonds.errors import RefusedError
from fonds.record import Finding, Note, Party, Record, Text, TransmissionStep

NAME = "plain text"
VERSION = "13"
MEDIA_TYPE = "text/plain"

LIMIT = 64 << 20
_QUOTES = frozenset('"“«„')
_CITATION_REACH = 5
_CONTROLS = re.compile(rb"[^\x20-\xff\t\n\r\f\x1a\x1b]")
_OTHER_FORMS = {
    b"%pdf-": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
"""How files begin that are text and hold a document among other things, in lower case."""


def sniff(head: bytes, name: str) -> Match | Declined:
    """Any file is taken whose first bytes are text, but for those whose names say that they hold data."""
    ending = PurePath(name).suffix.lower()
    if ending in DATA:
        return Declined(f"{ending} is data, not a document")
    if is_utf_16(head):
        return Match()
    if 0 in head:
        return Declined("it holds NUL bytes, as binary files do")
    opening = head.lstrip().lower()
    for start, form in _OTHER_FORMS.items():
        if opening.startswith(start):
            return Declined(f"it is {form}")
    return Declined("it holds control characters, as binary files do") if _CONTROLS.search(head) else Match()


def read(source: SourceFile, sha256: str) -> Iterator[Item]:
    """The file's one record, after those whom it names.

    Raises RefusedError where the file is larger than 64 MiB, changes meanwhile or holds no words.
    """
    text, findings = decode(source.content(sha256, limit=LIMIT))
    layout = lay_out(text)
    if not layout.paragraphs:
        raise RefusedError(source.name, seen="no words", wanted="a document", next_step="Remove or replace it.")
    record, agents = with_people(_record(source, sha256, layout, findings), source)
    yield from agents
    yield with_references(record)


def _record(source: SourceFile, sha256: str, layout: Layout, findings: tuple[Finding, ...]) -> Record:
    form = read_form(layout)
    heading, note, dateline = form.heading, form.note, form.dateline
    body = layout.paragraphs[max(form.top, form.dateline_place or 0) + 1 :]
    signature = find_dated_signature(body or layout.paragraphs[-1:])
    citation = _citation(layout.paragraphs, heading.title)
    custody = read_custody(citation) if citation else Custody()
    date = (dateline.date if dateline else None) or heading.date or form.header.date
    steps = tuple(with_days(note.transmission, date.edtf if date else None)) or _received(dateline)
    return Record(
        id=f"{source.collection}/{source.stem}",
        collection=source.collection,
        title=form.title,
        source=source.described(sha256, MEDIA_TYPE, f"{NAME} {VERSION}"),
        kind=form.kind,
        number=form.number,
        date=date,
        place=(dateline.place if dateline else None) or heading.place or form.header.place or form.cable.place,
        parties=(*_parties(form), *_signers(form, signature, body)),
        classification=note.classification or form.markings.classification,
        handling=(*(note.handling or form.markings.handling), *form.cable.handling),
        holding=note.holding or custody.holding,
        custody=custody.steps,
        transmission=(*_signed(signature), *steps, *form.cable.transmission),
        summary=form.summary,
        subjects=form.header.subjects,
        citation=citation,
        address=custody.address,
        texts=(_text(layout, form),),
        findings=findings,
    )


def _citation(paragraphs: tuple[str, ...], title: str) -> str | None:
    """The paragraph near the top that cites the document by its own title, as archives on the web print it."""
    for paragraph in paragraphs[:_CITATION_REACH]:
        words = " ".join(paragraph.split())
        if words[1:].startswith(title) and words[0] in _QUOTES and words[len(title) + 1 :][:2].strip(",."):
            return words
    return None


def _signers(form: Form, signature: tuple[str, str] | None, body: tuple[str, ...]) -> tuple[Party, ...]:
    """Who signed, with a day beside the name, or, as letters are signed, without one."""
    name = signature[0] if signature else find_signature(body) if body and form.kind == "letter" else None
    return (Party("signed by", name),) if name else ()


def _signed(signature: tuple[str, str] | None) -> tuple[TransmissionStep, ...]:
    date = parse_date(signature[1]) if signature else None
    return (TransmissionStep("signed", at=date.edtf, by=signature[0]),) if signature and date and date.edtf else ()


def _received(dateline: Dateline | None) -> tuple[TransmissionStep, ...]:
    received = dateline.received if dateline else None
    at = moment(received.printed or "", received.edtf) if received else None
    return (TransmissionStep("received", at=at or received.edtf),) if received and received.edtf else ()


def _parties(form: Form) -> tuple[Party, ...]:
    """Those whom the heading names; of those whom the lines below it name, the roles that nobody has yet."""
    named = [*_named(form.heading), *form.cable.parties, *form.note.parties]
    taken = {party.role for party in named}
    return (*named, *(party for party in form.header.parties if party.role not in taken))


def _named(heading: Heading) -> Iterator[Party]:
    parties = (("from", heading.senders), ("to", heading.recipients), ("drafted by", heading.recorders))
    for role, names in parties:
        for name in names:
            yield Party(role, name)


def _text(layout: Layout, form: Form) -> Text:
    content = layout.content
    return Text(
        language=None,
        role="translation" if form.note.translated else "original",
        content=content,
        blocks=blocks(layout.paragraphs, form.top, form.dateline_place),
        marks=find_interjections(content),
        notes=tuple(_note(note, content) for note in layout.notes),
    )


def _note(note: PlainNote, content: str) -> Note:
    marker = content.find(note.marker) if note.number else -1
    return Note(
        number=note.number or None,
        anchor=marker if marker >= 0 else None,
        text=note.text,
        kind="source" if is_source_note(note.text) else "footnote",
    )
