"""Which record of the archive a reference means, and which records refer to a record.

A reference asks for names (`fonds.diplomatics.designations`), the surest first; it means the one record that goes by
the first name that any does. Nothing of this is stored: it is worked out when it is asked for, so it is the same in
whatever order files came, and a reference that nothing answered finds its record once that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

import msgspec

from fonds.catalogue import Brief, Catalogue
from fonds.diplomatics.designations import AFTER, BEFORE, sought
from fonds.record import Record, Reference

_BATCH = 64
_DAYS_APART = 400
"""Posts number their telegrams anew each year: one cited without its day is of about the time of the citing record."""

Known = Mapping[str, Sequence[Brief]]


def resolved(catalogue: Catalogue, record: Record) -> Record:
    """The record, each reference with the record of the archive that it means as its target, or None."""
    return next(resolved_all(catalogue, (record,)))


def resolved_all(catalogue: Catalogue, records: Iterable[Record]) -> Iterator[Record]:
    """The records likewise, in their order; a few at a time are in memory."""
    records = iter(records)
    while batch := list(islice(records, _BATCH)):
        names = {name for record in batch for reference in _references(record) for name in sought(record, reference)}
        known: dict[str, tuple[Brief, ...]] = catalogue.known_as(sorted(names)) if names else {}
        for record in batch:
            yield _with_targets(record, known | _beside(catalogue, record, names))


def citing(catalogue: Catalogue, record_id: str) -> tuple[Brief, ...]:
    """The records that refer to this one, each once, in archive order.

    Of an id that is not held they are those that wait for it.
    """
    names = {record_id, *_names_of_place(catalogue, record_id)}
    asking = catalogue.citing([*names, *catalogue.designations(record_id)])
    briefs = {brief.id: brief for _, brief in asking if brief.id != record_id}
    sure = {brief.id for name, brief in asking if name in names}
    unsure = [catalogue.get(identifier) for identifier in briefs if identifier not in sure]
    sure |= {record.id for record in resolved_all(catalogue, unsure) if _refers(record, record_id)}
    return tuple(brief for brief in briefs.values() if brief.id in sure)


def _references(record: Record) -> Iterator[Reference]:
    return (reference for text in record.texts for reference in text.references)


def targets(record: Record) -> Iterator[str]:
    """The records that a resolved record refers to, as often as it does."""
    return (reference.target for reference in _references(record) if reference.target)


def _refers(record: Record, record_id: str) -> bool:
    return record_id in targets(record)


def _names_of_place(catalogue: Catalogue, record_id: str) -> Iterator[str]:
    """What its neighbours call a record that stands right before or after them; nothing for one that is not held."""
    if catalogue.briefs([record_id]):
        before, after = catalogue.neighbours(record_id)
        yield from ([AFTER + before] if before else []) + ([BEFORE + after] if after else [])


def _beside(catalogue: Catalogue, record: Record, names: Iterable[str]) -> dict[str, tuple[Brief, ...]]:
    """The neighbours of a record, under the names by which it asks for them."""
    asked = {BEFORE + record.id, AFTER + record.id}.intersection(names)
    if not asked:
        return {}
    before, after = catalogue.neighbours(record.id)
    briefs = catalogue.briefs([each for each in (before, after) if each])
    standing = {BEFORE + record.id: briefs.get(before or ""), AFTER + record.id: briefs.get(after or "")}
    return {name: (brief,) for name, brief in standing.items() if brief and name in asked}


def _with_targets(record: Record, known: Known) -> Record:
    def targeted(reference: Reference) -> Reference:
        return msgspec.structs.replace(reference, target=_target(record, reference, known))

    texts = (msgspec.structs.replace(text, references=tuple(map(targeted, text.references))) for text in record.texts)
    return msgspec.structs.replace(record, texts=tuple(texts))


def _target(record: Record, reference: Reference, known: Known) -> str | None:
    """The one record that goes by the surest name that is known; within the own collection where several do."""
    for name in sought(record, reference):
        fitting = [brief.id for brief in known.get(name, ()) if _fits(record, reference, brief, name)]
        own = [identifier for identifier in fitting if identifier.startswith(f"{record.collection}/")]
        for alike in (own, fitting):
            if len(alike) == 1:
                return alike[0]
    return None


def _fits(record: Record, reference: Reference, brief: Brief, name: str) -> bool:
    """Whether a record that goes by a name asked for may be meant."""
    if brief.id == record.id:
        return name == record.id
    if reference.cites.number is None or reference.cites.date or not (record.date and record.date.edtf):
        return True
    written = record.date.edtf[:10]
    if len(written) < 10 or not brief.date_from:
        return True
    return abs((_day(written) - _day(brief.date_from)).days) <= _DAYS_APART


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
