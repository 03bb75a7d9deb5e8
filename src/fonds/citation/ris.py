"""A record in the RIS format of reference managers."""

from __future__ import annotations

from fonds.citation.parts import (
    archive_place,
    container,
    is_correspondence,
    issued,
    original_language,
    senders,
    text_language,
    translators,
    volume,
)
from fonds.record import Record

LINE_END = "\r\n"


def ris(record: Record) -> str:
    """The record as one RIS entry (tags of Research Information Systems, 2011), in UTF-8.

    CHAP where an edition prints it, else PCOMM for correspondence and MANSCPT for the rest. `AV` is where it lies,
    `DB` the repository, `A4` the translators, `C1` "Original language: …", `C2` the recipients.
    """
    kind = "CHAP" if record.edition else "PCOMM" if is_correspondence(record) else "MANSCPT"
    lines = [("TY", kind), *_document(record), *_holding(record), *_edition(record), ("ER", "")]
    return "".join(f"{tag}  - {value}{LINE_END}" for tag, words in lines if (value := _line(words)) or tag == "ER")


def _document(record: Record) -> list[tuple[str, str]]:
    language = original_language(record)
    edition = record.edition
    published = issued(edition.date) if edition else ()
    parts = issued(record.date.edtf if record.date else None)
    return [
        ("ID", record.id),
        ("TI", record.title),
        *(("AU", name) for name in senders(record)),
        *(("A4", name) for name in translators(record)),
        ("PY", str((published or parts)[0][0]) if published or parts else ""),
        ("DA", _day(parts)),
        ("M3", record.kind or ""),
        ("LA", text_language(record) or ""),
        ("C1", f"Original language: {language}" if language else ""),
        ("C2", "; ".join(record.names("to"))),
        *(("KW", subject) for subject in record.subjects),
        ("AB", record.summary or ""),
        ("UR", record.address or ""),
    ]


def _day(parts: tuple[tuple[int, ...], ...]) -> str:
    """ "1962/10/28/", missing parts empty; a span has its first and last day as words."""
    days = ["/".join(f"{number:02}" for number in part) + "/" * (4 - len(part)) for part in parts]
    return days[0] if len(days) == 1 else "///".join(["", " - ".join(days)]) if days else ""


def _holding(record: Record) -> list[tuple[str, str]]:
    if not record.holding:
        return []
    lies = (record.holding.reference, record.holding.repository, archive_place(record))
    return [("DB", record.holding.repository or ""), ("AV", ", ".join(part for part in lies if part))]


def _edition(record: Record) -> list[tuple[str, str]]:
    edition = record.edition
    if edition is None:
        return []
    start, _, end = (edition.pages or "").replace("–", "-").partition("-")
    return [
        ("T2", container(edition)),
        ("T3", edition.volume_title or ""),
        *(("A2", name) for name in edition.editors),
        ("VL", volume(edition)),
        ("M1", edition.document or ""),
        ("SP", start),
        ("EP", end),
        ("PB", edition.publisher or ""),
        ("CY", edition.place or ""),
    ]


def _line(words: str) -> str:
    """One line, whatever the words hold: a line break would start a field of its own."""
    return " ".join(words.split())
