"""A record as an item of the Citation Style Language (CSL-JSON, version 1.0.2)."""

from __future__ import annotations

import json
import re
from typing import Any

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
from fonds.record import Date, Edition, Record

_SEASON = re.compile(r"(\d{4})-2([1-4])[?~%]?", re.ASCII)


def csl_item(record: Record) -> dict[str, Any]:
    """The record as one CSL-JSON item; what it does not tell has no key.

    Names are literal: offices and embassies are senders too, and must not be taken apart. A document that an edition
    prints is issued when the edition was; its own date is `original-date`.
    """
    item = {
        "id": record.id,
        "type": _type(record),
        "title": record.title,
        "genre": record.kind,
        "author": _names(senders(record)),
        "recipient": _names(record.names("to")),
        "translator": _names(translators(record)),
        "issued": _date(record.date),
        "event-place": record.place,
        "language": text_language(record),
        "number": record.number,
        "URL": record.address,
        "note": _note(record),
        **_archive(record),
        **(_edition(record.edition, record) if record.edition else {}),
    }
    return {key: value for key, value in item.items() if value}


def csl_json(record: Record) -> str:
    """The record as a CSL-JSON file of one item."""
    return json.dumps([csl_item(record)], ensure_ascii=False, indent=2) + "\n"


def _type(record: Record) -> str:
    if is_correspondence(record):
        return "personal_communication"
    return "manuscript" if record.holding and not record.edition else "document"


def _names(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"literal": name.removeprefix("the ")} for name in names]


def _date(date: Date | None) -> dict[str, Any] | None:
    """A date as far as it is known; the printed words where only one end of it is."""
    edtf = date.edtf if date else None
    parts = issued(edtf)
    if date is None or edtf is None:
        return None
    if not parts:
        return {"literal": date.printed} if date.printed else None
    season = _SEASON.fullmatch(edtf)
    return {
        "date-parts": [list(part) for part in parts],
        **({"season": int(season[2])} if season else {}),
        **({"circa": True} if set(edtf) & set("?~%") else {}),
    }


def _note(record: Record) -> str | None:
    language = original_language(record)
    return f"Original language: {language}" if language else None


def _archive(record: Record) -> dict[str, str | None]:
    if not record.holding:
        return {}
    return {
        "archive": record.holding.repository,
        "archive_location": record.holding.reference,
        "archive-place": archive_place(record),
    }


def _edition(edition: Edition, record: Record) -> dict[str, Any]:
    printed = {
        "container-title": container(edition),
        "volume": volume(edition),
        "volume-title": edition.volume_title,
        "editor": [person_name(name) for name in edition.editors],
        "publisher": edition.publisher,
        "publisher-place": edition.place,
        "page": edition.pages,
        "number": edition.document or record.number,
    }
    published = _date(Date(edtf=edition.date))
    return {**printed, "issued": published, "original-date": _date(record.date)} if published else printed


def person_name(name: str) -> dict[str, str]:
    """An editor's name in the parts that bibliographies turn round: the last word, or what stands before a comma."""
    family, comma, given = name.partition(",") if "," in name else reversed_parts(name)
    return {"family": family.strip(), "given": given.strip()} if comma and given.strip() else {"literal": name}


def reversed_parts(name: str) -> tuple[str, str, str]:
    """("Moor", " ", "Anne B.") of "Anne B. Moor"; no space where the name is one word."""
    given, space, family = name.strip().rpartition(" ")
    return family, space, given
