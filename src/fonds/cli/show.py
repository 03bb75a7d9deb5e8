"""`fonds show`: one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, Json, RecordId, print_json
from fonds.record import CustodyStep, Record, TransmissionStep


def show(
    record_id: RecordId,
    *,
    json: Json = False,
    text: Annotated[bool, Parameter(negative="", help="Print the text alone.")] = False,
    context: InContext,
) -> None:
    """Show a record: what it is, where it comes from, and its text.

    fonds show daer1932v02/d2
    fonds show daer1932v02/d2 --text
    """
    with context.archive() as archive:
        record = archive.get(record_id)
    if json:
        print_json(record)
    elif text:
        print("\n\n".join(part.content for part in record.texts))
    else:
        print("\n\n".join([described(record), *(_text(record))]))


def described(record: Record) -> str:
    """A record's facts, one a line."""
    return "\n".join([record.title, *(f"  {name}: {value}" for name, value in _facts(record) if value)])


def _facts(record: Record) -> Iterator[tuple[str, str | None]]:
    yield "id", record.id
    yield "kind", " ".join(filter(None, (record.kind, record.number)))
    if record.date:
        yield "date", " ".join(filter(None, (record.date.edtf or record.date.printed, record.date.time)))
    yield "place", record.place
    for role in dict.fromkeys(party.role for party in record.parties):
        yield role, "; ".join(record.names(role))
    yield "classification", ", ".join(filter(None, (record.classification, *record.handling)))
    if record.holding:
        yield "holding", ", ".join(filter(None, (record.holding.repository, record.holding.reference)))
    yield "custody", "; ".join(_step(step) for step in record.custody)
    yield "transmission", "; ".join(_moved(step) for step in record.transmission)
    yield "original language", record.language
    yield "subjects", "; ".join(record.subjects)
    yield "summary", record.summary
    yield "citation", record.citation
    yield "address", record.address
    yield "rights", record.rights
    yield "findings", "; ".join(f"{finding.code} {finding.words}" for finding in record.findings)


def _step(step: CustodyStep) -> str:
    return " ".join(filter(None, (step.what, step.by, f"({step.place})" if step.place else "", step.date)))


def _moved(step: TransmissionStep) -> str:
    place = f"({step.place})" if step.place else ""
    return " ".join(filter(None, (step.what, step.at, place, f"by {step.by}" if step.by else "")))


def _text(record: Record) -> Iterator[str]:
    """The texts with their notes; above each what it is, unless it is the original and the only one."""
    for text in record.texts:
        if text.role != "original" or len(record.texts) > 1:
            maker = f"by {text.by}" if text.by else ""
            yield f"[{' '.join(filter(None, (text.role, f'({text.language})' if text.language else '', maker)))}]"
        yield text.content
        yield from (f"[{note.number or ''}] {note.text}" for note in text.notes)
