"""What the form of a plain text tells: its heading and the short lines beside it, dateline, markings, source note."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from fonds.accession.plain_layout import LONGEST_HEADING, Layout, is_salutation
from fonds.diplomatics.cable import Cable, is_cable_line, read_cable
from fonds.diplomatics.calendar_entry import parse_calendar_entry
from fonds.diplomatics.caption import Caption, parse_caption
from fonds.diplomatics.dateline import RECEIVED, Dateline, parse_dateline
from fonds.diplomatics.header_lines import HeaderLines, is_header_line, read_header_lines
from fonds.diplomatics.heading import Heading, parse_heading
from fonds.diplomatics.language import DATE_LANGUAGES, HEADING_WORDS, either
from fonds.diplomatics.marking import Markings, parse_marking_line, read_marking_lines
from fonds.diplomatics.number import find_number
from fonds.diplomatics.source_note import SourceNote, file_year, is_source_note, parse_archive_line, parse_source_note

_NUMBERED_KINDS = frozenset({"telegram", "circular telegram", "cable", "airgram", "circular airgram", "despatch"})
_MARKING_REACH = 5
_DATELINE_REACH = 12
"""Paragraphs after the heading that may be the dateline: lists of participants and subjects can stand before it."""
_LABELS = 3
_BROKEN_OFF = re.compile(rf"(?:^|\s)(?:{either(HEADING_WORDS.broken_off)}|,)\s*$", re.IGNORECASE)
_SENTENCES = re.compile(rf"[a-z]{{3}}[.!?][\"”’)]? +[A-Z]|\b(?:{either(HEADING_WORDS.of_prose)})\b")
"""What prose has and headings have not: an end of a sentence, or the words of one."""
_CAPTION_REACH = 5
_LONGEST_SHORT = 300
_GAP = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
_LONGEST_RECEIPT = 80
_RECEIPT = re.compile(rf"[\[(]?(?:{RECEIVED})\b", re.IGNORECASE)


class Form(Struct, frozen=True):
    """Where heading and dateline stand among the paragraphs, and what they and the lines beside them tell."""

    heading: Heading
    note: SourceNote
    top: int
    dateline: Dateline | None = None
    dateline_place: int | None = None
    markings: Markings = Markings()
    caption: Caption = Caption()
    cable: Cable = Cable()
    header: HeaderLines = HeaderLines()
    number: str | None = None
    summary: str | None = None

    @property
    def kind(self) -> str | None:
        """The document's kind, by its heading, else by its source note or a line of its own ("[Telegram.]")."""
        return self.heading.kind or self.note.kind or self.caption.kind

    @property
    def title(self) -> str:
        """The heading; where lines with labels stand in its place, what they say the document is about."""
        unnamed = is_header_line(self.heading.title) and self.header.subjects
        return self.header.subjects[0] if unnamed else self.heading.title


def read_form(layout: Layout) -> Form:
    """The form of a document laid out in paragraphs; there is at least one."""
    paragraphs = layout.paragraphs
    if entry := parse_calendar_entry(paragraphs[0]):
        return Form(entry.heading, entry.source, 0, summary=entry.summary)
    top = _top(paragraphs)
    notes = [*paragraphs[:top], *(note.text for note in layout.notes)]
    note = _source(notes)
    reference = note.holding.reference if note.holding else None
    year = file_year(reference or "")
    header = read_header_lines(paragraphs[top:])
    place, dateline = _dateline(paragraphs, top, year)
    heading = parse_heading(_heading(paragraphs[top]), year_hint=year)
    if dateline is None:
        dateline = _dateline_above(paragraphs[: top + (heading.kind is None)])
    captions = _captions(paragraphs, top, place)
    number = _number(paragraphs, top if place is None else place)
    near = (*paragraphs[:top], *map(_in_columns, paragraphs[top + 1 : top + _MARKING_REACH]))
    cable = read_cable((*paragraphs[:top], *map(_in_columns, paragraphs[top + 1 :])))
    form = Form(heading, note, top, dateline, place, read_marking_lines(near), captions, cable, header)
    if form.kind is None and number and heading.recipients and dateline and dateline.date.time:
        form = msgspec.structs.replace(form, caption=Caption(captions.number, "telegram"))
    if (
        form.kind is None
        and place is None
        and dateline
        and any(map(is_salutation, paragraphs[top + 1 : top + _LABELS]))
    ):
        form = msgspec.structs.replace(form, caption=Caption(captions.number, "letter"))
    number = number if form.kind in _NUMBERED_KINDS else None
    return msgspec.structs.replace(form, number=captions.number or number or cable.number)


def _source(notes: list[str]) -> SourceNote:
    """The first source note, or the line that older volumes print in its place before all other notes."""
    if note := next((text for text in notes if is_source_note(text)), None):
        return parse_source_note(note)
    return SourceNote(parse_archive_line(notes[0])) if notes else SourceNote()


def _top(paragraphs: tuple[str, ...]) -> int:
    """The place of the heading: after a file number, and lines such as "No. 45." or "[Translation.]"."""
    top = 0
    while top < min(_LABELS, len(paragraphs) - 1) and _is_above_heading(paragraphs[top], paragraphs[top + 1]):
        top += 1
    return top


def _heading(paragraph: str) -> str:
    """The heading's line, with the next where it breaks off: "Letter from the Consul to", "the Minister"."""
    first, _, rest = " \n".join(paragraph.split("\n", 2)[:2]).partition("\n")
    return (f"{first}{rest.strip()}" if _BROKEN_OFF.search(first) else first).strip()[:LONGEST_HEADING]


def _is_above_heading(paragraph: str, following: str) -> bool:
    if is_source_note(paragraph):
        return True
    if len(following) > _LONGEST_SHORT or _SENTENCES.search(following):
        return False
    if is_salutation(following) or parse_dateline(following):
        return False
    caption = parse_caption(paragraph)
    if (caption and caption.kind is None) or all(map(is_cable_line, paragraph.split("\n"))):
        return True
    is_label = caption or parse_archive_line(paragraph) or parse_dateline(paragraph)
    heading = parse_heading(_heading(following)) if is_label else None
    return bool(heading and (heading.recipients or (heading.kind and not caption)))


def _captions(paragraphs: tuple[str, ...], top: int, dateline: int | None) -> Caption:
    """What the lines between heading and dateline tell, and those above the heading of its kind."""
    end = dateline if dateline and dateline <= top + _CAPTION_REACH else top + _CAPTION_REACH
    below = [caption for paragraph in paragraphs[top + 1 : end] if (caption := parse_caption(paragraph))]
    above = [caption for paragraph in paragraphs[:top] if (caption := parse_caption(paragraph))]
    number = next((caption.number for caption in below if caption.number), None)
    return Caption(number, next((caption.kind for caption in (*below, *above) if caption.kind), None))


def _dateline(paragraphs: tuple[str, ...], top: int, year_hint: int | None) -> tuple[int | None, Dateline | None]:
    """The place of the dateline among the paragraphs: near the heading, or else the last of all."""
    last = len(paragraphs) - 1
    for language in DATE_LANGUAGES:
        for place in [*range(top + 1, min(top + _DATELINE_REACH, last) + 1), last]:
            words = _with_receipt(paragraphs, place)
            if place > top and (dateline := parse_dateline(words, year_hint=year_hint, language=language)):
                return place, dateline
    return None, None


def _dateline_above(paragraphs: tuple[str, ...]) -> Dateline | None:
    """The first dateline among paragraphs, in any language."""
    return next(
        (
            dateline
            for language in DATE_LANGUAGES
            for paragraph in paragraphs
            if (dateline := parse_dateline(paragraph, language=language))
        ),
        None,
    )


def _in_columns(paragraph: str) -> str:
    """A short paragraph with what is set apart on one line on lines of its own: "SECRET      Ulo, May 3, 1953"."""
    return _GAP.sub("\n", paragraph) if len(paragraph) <= _LONGEST_SHORT else paragraph


def _last_column(paragraph: str) -> str:
    """A paragraph without the columns before its last that are markings or other short lines of cables."""
    *before, last = _in_columns(paragraph).split("\n")
    return last if before and all(map(is_cable_line, before)) else paragraph


def _with_receipt(paragraphs: tuple[str, ...], place: int) -> str:
    """A paragraph, with the next where that tells when the document was received."""
    following = paragraphs[place + 1] if place + 1 < len(paragraphs) else ""
    is_receipt = len(following) <= _LONGEST_RECEIPT and _RECEIPT.match(following)
    words = _last_column(paragraphs[place])
    return f"{words} {following}" if is_receipt else words


def _number(paragraphs: tuple[str, ...], dateline: int) -> str | None:
    """The number that opens the first paragraph after the dateline that is no marking."""
    following = paragraphs[dateline + 1 :]
    words = (each for each in following if parse_marking_line(each) is None and not _RECEIPT.match(each))
    return find_number(next(words, ""))
