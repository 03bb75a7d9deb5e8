"""The entry: what the catalogue keeps of one record, worked out where the record is read."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from fonds.authority.identity import Appearance, appearances
from fonds.catalogue.correspondence import Pair, pairs
from fonds.dates import day_bounds
from fonds.record import Finding, Record, encode_record


class Entry(Struct, frozen=True):
    """One record as the catalogue takes it in.

    `date_from` and `date_to` are the first and last ISO day that the record's date can mean, None where that end is
    open or unknown. `line` is the record as `encode_record` writes it; `cites` are the names of what it cites, ids or
    others, each of another thing; `also_cites` are further names of the same; `known_as` are the names that it goes by
    besides its id; `people` are those who are in it, `exchanges` who sent it to whom.
    """

    id: str
    collection: str
    title: str
    kind: str | None
    language: str | None
    date_from: str | None
    date_to: str | None
    line: bytes
    cites: tuple[str, ...] = ()
    also_cites: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    people: tuple[Appearance, ...] = ()
    exchanges: tuple[Pair, ...] = ()


def entry(
    record: Record, cites: Iterable[str] = (), also_cites: Iterable[str] = (), known_as: Iterable[str] = ()
) -> Entry:
    """The record's entry. Its language is that of the original, where the record tells it."""
    date_from, date_to = day_bounds(record.date.edtf) if record.date and record.date.edtf else (None, None)
    return Entry(
        id=record.id,
        collection=record.collection,
        title=record.title,
        kind=record.kind,
        language=record.language or _original_language(record),
        date_from=date_from,
        date_to=date_to,
        line=encode_record(record),
        cites=tuple(cites),
        also_cites=tuple(also_cites),
        known_as=tuple(known_as),
        findings=record.findings,
        people=appearances(record),
        exchanges=pairs(record),
    )


def _original_language(record: Record) -> str | None:
    return next((text.language for text in record.texts if text.role == "original"), None)
