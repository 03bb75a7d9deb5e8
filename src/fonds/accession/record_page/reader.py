"""The reader of record pages: a page's labels and text become one record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from fonds.accession.decoding import decode, decode_head
from fonds.accession.people import with_people
from fonds.accession.reader import Declined, Item, Match
from fonds.accession.record_page.body import read_body
from fonds.accession.record_page.ending import Dateline, Signature, find_dateline, find_signatures, with_blocks
from fonds.accession.record_page.layout import Page, find_label, paragraphs, read_page, without_tags
from fonds.accession.record_page.lexicon import is_only_date
from fonds.accession.record_page.markup import plain
from fonds.accession.source import SourceFile
from fonds.diplomatics.cable import read_cable
from fonds.diplomatics.custody import Custody, read_custody
from fonds.diplomatics.dates import parse_date_of_any_language
from fonds.diplomatics.header_lines import read_header_lines
from fonds.diplomatics.heading import Heading, parse_heading
from fonds.diplomatics.languages import find_languages
from fonds.diplomatics.marking import Markings, find_markings, read_marking_lines
from fonds.diplomatics.references import with_references
from fonds.diplomatics.transmission import find_remarks
from fonds.record import Date, Finding, Party, Record, Text, TextRole, TransmissionStep

NAME = "record page"
VERSION = "10"
MEDIA_TYPE = "text/plain"
LIMIT = 64 << 20
_NEEDED = {"citation": "Citation", "contents": "Contents"}
_OWN = frozenset({*_NEEDED, "language"})
"""Fields that only pages of this form have; titles, dates and summaries stand in letters too."""
_MAKERS: dict[str, TextRole] = {"translated by": "translation", "transcribed by": "transcript"}
_MEETING = re.compile(r"\b(?:between|among)\b", re.IGNORECASE)
_DAY_AT_END = re.compile(r",\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})(?:,?\s+\d{4})?$")
_SHORT = 80
_HEAD = 8
_MARKED = 5
_PARTIES = {"translated by": "translated by", "transcribed by": "transcribed by", "edited by": "edited by"}


def sniff(head: bytes, name: str) -> Match | Declined:  # noqa: ARG001  a page is known by its labels, not by its name
    """Whether the first bytes have a label "Citation" or "Contents", and one more label of the form."""
    text = _lines_apart(decode_head(head))
    labels = [label for line in text.split("\n") if (label := find_label(line)) and label.field]
    fields = {label.field for label in labels}
    if not fields & _OWN:
        return Declined('no label line "Citation:", "Contents:" or "Original Language:"')
    return Match() if len(fields) > 1 else Declined(f'no label but "{labels[0].words}"')


def read(source: SourceFile, sha256: str) -> Iterator[Item]:
    """Read the page's one record, after the people whom it names.

    Raises RefusedError for a page of more than 64 MiB.
    """
    text, findings = decode(source.content(sha256, limit=LIMIT))
    facts = _Facts.read(read_page(_lines_apart(text)), PurePosixPath(source.stem).name, list(findings))
    texts, found = _read_texts(facts)
    origin = source.described(sha256, MEDIA_TYPE, f"{NAME} {VERSION}")
    dateline = next((line for line, _ in found if line), None)
    signatures = list({s.name: s for _, signed in found for s in signed}.values())
    cable = read_cable([texts[0].content[block.start : block.end] for block in texts[0].blocks] if texts else [])
    markings = _find_markings(texts)
    record = Record(
        id=f"{source.collection}/{source.stem}",
        collection=source.collection,
        title=facts.title,
        source=origin,
        kind=facts.heading.kind,
        number=cable.number,
        date=_timed(facts.date, dateline),
        place=(dateline.place if dateline else facts.heading.place) or cable.place,
        parties=_with_header((*_parties(facts, signatures), *cable.parties), texts),
        classification=markings.classification,
        handling=(*markings.handling, *cable.handling),
        holding=facts.custody.holding,
        custody=facts.custody.steps,
        transmission=(
            *cable.transmission,
            *_signed(signatures),
            *(step for text in texts for step in find_remarks(text.content)),
        ),
        language=facts.language,
        summary=_prose(facts.page, "summary"),
        subjects=_list(facts.page, "subjects"),
        rights=_prose(facts.page, "rights"),
        address=facts.address,
        citation=facts.citation,
        texts=texts,
        findings=tuple(facts.findings),
    )
    record, agents = with_people(record, source)
    yield from agents
    yield with_references(record)


_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\v\f]")


def _lines_apart(text: str) -> str:
    """The text with one sort of line end and of space, and without the bytes that end strings."""
    return without_tags(_LINE_END.sub("\n", text).replace("\xa0", " ").replace("\0", ""))


class _Facts(Struct):
    """What the page says outside the document's own text."""

    page: Page
    title: str
    heading: Heading
    date: Date | None
    citation: str | None
    custody: Custody
    address: str | None
    language: str | None
    findings: list[Finding]

    @classmethod
    def read(cls, page: Page, stem: str, findings: list[Finding]) -> _Facts:
        findings += [
            Finding("unknown-label", _section_words(s.label.words, s.lines), s.label.words) for s in page.unknown
        ]
        findings += [Finding("missing-label", words) for field, words in _NEEDED.items() if not _has_label(page, field)]
        citation = _prose(page, "citation")
        custody = read_custody(citation or "")
        findings += [Finding("custody-unparsed", s.by or "", "Citation") for s in custody.steps if s.what == "unparsed"]
        title, date_words = _read_head(page, custody, findings)
        address = _prose(page, "address") or custody.address
        date = _read_date(date_words, custody, findings)
        language = _read_language(page, findings)
        title = title or stem
        return cls(page, title, parse_heading(title), date, citation, custody, address, language, findings)


def _has_label(page: Page, field: str) -> bool:
    return field in page.sections and bool(page.sections[field].label.words)


def _prose(page: Page, field: str) -> str | None:
    """The section's words as paragraphs without markup; None where it is missing or empty."""
    section = page.sections.get(field)
    runs = paragraphs(section.lines) if section else []
    return "\n\n".join(filter(None, (plain(" ".join(run)) for run in runs))) or None


def _list(page: Page, field: str) -> tuple[str, ...]:
    section = page.sections.get(field)
    lines = section.lines if section else []
    parted = ";" if any(";" in line for line in lines) else ","
    items = (plain(re.sub(r"^\s*[-*+•]\s+", "", item)) for line in lines for item in line.split(parted))
    return tuple(filter(None, items))


def _section_words(label: str, lines: list[str]) -> str:
    return plain(f"{label}: {' '.join(' '.join(lines).split())}")


def _read_head(page: Page, custody: Custody, findings: list[Finding]) -> tuple[str | None, str | None]:
    """Title and date as the lines above the labels give them, or else their own labels, or else the citation."""
    words = [words for run in _head_runs(page.head) if (words := plain(" ".join(run).lstrip("# ")))]
    dates = [line for line in words if is_only_date(line)]
    titles = [line for line in words if not is_only_date(line)]
    cited = custody.title
    title = next((line for line in titles if cited and _same(line, cited)), None) or next(iter(titles), None)
    findings += [Finding("unexplained-words", line, "above the labels") for line in titles if line != title]
    return _prose(page, "title") or title or cited, _prose(page, "date") or next(iter(dates), None)


def _head_runs(lines: list[str]) -> Iterator[list[str]]:
    """The paragraphs above the labels; a line that is a date stands for itself."""
    for run in paragraphs(lines):
        rest = [line for line in run if not is_only_date(plain(line.strip(" #*_")))]
        yield from ([line.strip(" #*_")] for line in run if line not in rest)
        if rest:
            yield rest


def _same(line: str, title: str) -> bool:
    return re.sub(r"\W+", "", line).casefold() == re.sub(r"\W+", "", title).casefold()


def _read_date(words: str | None, custody: Custody, findings: list[Finding]) -> Date | None:
    if words is None:
        findings.append(Finding("missing-label", "Date"))
        words = custody.date
    date = parse_date_of_any_language(words) if words else None
    if words and date is None:
        findings.append(Finding("date-unread", words))
        return Date(printed=words)
    return date


def _read_language(page: Page, findings: list[Finding]) -> str | None:
    words = _prose(page, "language")
    tags = find_languages(words) if words else ()
    if words and not tags:
        findings.append(Finding("language-unknown", words))
    if len(tags) > 1:
        findings.append(Finding("several-languages", words or ""))
    return tags[0] if tags else None


def _read_texts(facts: _Facts) -> tuple[tuple[Text, ...], list[tuple[Dateline | None, tuple[Signature, ...]]]]:
    section = facts.page.sections.get("contents")
    makers = {_MAKERS[s.what]: s.by for s in facts.custody.steps if s.what in _MAKERS and s.by}
    texts, findings = read_body(section.lines if section else [], facts.language, makers)
    facts.findings += findings
    year = re.match(r"\d{4}", facts.date.edtf) if facts.date and facts.date.edtf else None
    hint = int(year[0]) if year else None
    found = [(find_dateline(text, hint), find_signatures(text, facts.heading.senders, hint)) for text in texts]
    return tuple(with_blocks(text, *ends) for text, ends in zip(texts, found, strict=True)), found


def _timed(date: Date | None, dateline: Dateline | None) -> Date | None:
    """The page's date, with the time of day that the document's own dateline adds to the same day."""
    if dateline is None or dateline.date is None:
        return date
    if date is None:
        return dateline.date
    if dateline.date.edtf == date.edtf and dateline.date.time:
        return msgspec.structs.replace(date, time=dateline.date.time, precision=dateline.date.precision)
    return date


def _parties(facts: _Facts, signatures: list[Signature]) -> tuple[Party, ...]:
    met = _MEETING.search(facts.title) is not None
    senders = (Party("participant" if met else "from", _undated(name)) for name in facts.heading.senders)
    recipients = (Party("participant" if met else "to", _undated(name)) for name in facts.heading.recipients)
    signed = (Party("signed by", signature.name) for signature in signatures)
    makers = (Party(_PARTIES[step.what], step.by) for step in facts.custody.steps if step.what in _PARTIES and step.by)
    return (*senders, *recipients, *signed, *makers)


def _with_header(named: tuple[Party, ...], texts: tuple[Text, ...]) -> tuple[Party, ...]:
    """Those named, and whom the lines with labels at the head of the first text name for roles that nobody has yet."""
    blocks = [texts[0].content[block.start : block.end] for block in texts[0].blocks] if texts else []
    taken = {party.role for party in named}
    return (*named, *(party for party in read_header_lines(blocks).parties if party.role not in taken))


def _undated(name: str) -> str:
    """The name without the day that a title may end with."""
    return _DAY_AT_END.sub("", name)


def _find_markings(texts: tuple[Text, ...]) -> Markings:
    """The markings in lines of their own at the head of a text; empty Markings where there are none."""
    for text in texts:
        head = [words for block in text.blocks[:_HEAD] if len(words := text.content[block.start : block.end]) <= _SHORT]
        marked = (markings for words in head[:_MARKED] if (markings := find_markings(words)).classification)
        found = read_marking_lines(head)
        if (markings := found if found.classification else next(marked, found)) != Markings():
            return markings
    return Markings()


def _signed(signatures: list[Signature]) -> tuple[TransmissionStep, ...]:
    return tuple(
        TransmissionStep("signed", at=signature.date.edtf, by=signature.name)
        for signature in signatures
        if signature.date
    )
