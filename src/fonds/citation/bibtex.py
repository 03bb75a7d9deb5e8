"""A record as a BibTeX entry."""

from __future__ import annotations

import re
from urllib.parse import quote

from fonds.citation.parts import (
    archive_place,
    container,
    issued,
    original_language,
    senders,
    text_language,
    translators,
    volume,
)
from fonds.record import Record

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(record: Record) -> str:
    """The record as one entry, in UTF-8: @incollection where an edition prints it, else @unpublished.

    Names stand in double braces, so that no office is taken for a person. The fields `archive`, `archivelocation`,
    `archiveplace`, `recipient`, `translator`, `origlanguage` and `origdate` are for programs that know more than the
    classic styles (biblatex takes the last three); the others leave them out.
    """
    fields = {**_document(record), **_holding(record), **_edition(record)}
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    kind = "incollection" if record.edition else "unpublished"
    return f"@{kind}{{{_key(record.id)},\n{''.join(lines)}}}\n"


def _document(record: Record) -> dict[str, str]:
    parts = issued(record.date.edtf if record.date else None)
    return {
        "author": _names(senders(record)),
        "recipient": _names(record.names("to")),
        "title": f"{{{_escape(record.title)}}}",
        "year": str(parts[0][0]) if parts else "",
        "month": _MONTHS[parts[0][1] - 1] if len(parts) == 1 and len(parts[0]) > 1 else "",
        "day": str(parts[0][2]) if len(parts) == 1 and len(parts[0]) > 2 else "",
        "date": _escape(record.date.edtf or "") if record.date else "",
        "type": _escape(record.kind or ""),
        "number": _escape(record.number or ""),
        "language": _escape(text_language(record) or ""),
        "origlanguage": _escape(original_language(record) or ""),
        "translator": _names(translators(record)),
        "url": _address(record.address or ""),
        "note": _escape(_note(record)),
    }


def _note(record: Record) -> str:
    """Classic styles print only this of where an unpublished document lies."""
    place = (record.holding.reference, record.holding.repository) if record.holding else ()
    return ", ".join(part for part in (*place, archive_place(record)) if part)


def _holding(record: Record) -> dict[str, str]:
    if not record.holding:
        return {}
    return {
        "archive": _escape(record.holding.repository or ""),
        "archivelocation": _escape(record.holding.reference or ""),
        "archiveplace": _escape(archive_place(record) or ""),
    }


def _edition(record: Record) -> dict[str, str]:
    edition = record.edition
    if edition is None:
        return {}
    fields = {
        "booktitle": f"{{{_escape(container(edition))}}}",
        "volume": _escape(volume(edition)),
        "volumetitle": _escape(edition.volume_title or ""),
        "editor": " and ".join(_escape(name) for name in edition.editors),
        "publisher": f"{{{_escape(edition.publisher)}}}" if edition.publisher else "",
        "address": _escape(edition.place or ""),
        "chapter": _escape(edition.document or ""),
        "pages": _escape(edition.pages or "").replace("–", "--"),
    }
    published = issued(edition.date)
    if not published:
        return fields
    own = _escape(record.date.edtf or "") if record.date else ""
    year = str(published[0][0])
    return {**fields, "year": year, "date": year, "month": "", "day": "", "origdate": own}


def _names(names: tuple[str, ...]) -> str:
    return " and ".join(f"{{{_escape(name)}}}" for name in names)


def _escape(words: str) -> str:
    r"""Words that TeX prints as they are, on one line. BibTeX counts even the brace of `\{`: named commands instead."""
    return re.sub(r"[\\{}%&#$_~^]", lambda found: _SPECIAL[found.group()], " ".join(words.split()))


def _address(address: str) -> str:
    """An address without what would end the field or the line; programs take the rest of it as it stands."""
    return re.sub(r"[\s{}\\]", lambda found: quote(found.group()), address)


def _key(record_id: str) -> str:
    return re.sub(r"[^\w:./-]+", "-", record_id)
