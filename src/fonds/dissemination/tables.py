"""Records as rows of a table, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from fonds.record import Date, Holding, Record

COLUMNS = (
    "id", "collection", "title", "kind", "number", "date", "date_printed", "time", "place", "from", "to",
    "participants", "signed_by", "classification", "handling", "repository", "reference", "language", "summary",
    "subjects", "edition", "document", "pages", "citation", "address", "source", "sha256", "text",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_lines(records: Iterator[Record]) -> Iterator[bytes]:
    """CSV (RFC 4180, UTF-8): a line of column names, then one a record; several values are joined by "; ".

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    yield _line(COLUMNS)
    for record in records:
        yield _line(tuple(harmless(cell or "") for cell in _cells(record)))


def _cells(record: Record) -> tuple[str | None, ...]:
    date, holding, edition = record.date or Date(), record.holding or Holding(), record.edition
    return (
        record.id,
        record.collection,
        record.title,
        record.kind,
        record.number,
        date.edtf,
        date.printed,
        date.time,
        record.place,
        "; ".join(record.names("from")),
        "; ".join(record.names("to")),
        "; ".join(record.names("participant")),
        "; ".join(record.names("signed by")),
        record.classification,
        "; ".join(record.handling),
        holding.repository,
        holding.reference,
        record.language,
        record.summary,
        "; ".join(record.subjects),
        edition.name if edition else None,
        edition.document if edition else None,
        edition.pages if edition else None,
        record.citation,
        record.address,
        record.source.name,
        record.source.sha256,
        "\n\n".join(text.content for text in record.texts),
    )


def harmless(cell: str) -> str:
    """Words that a spreadsheet would take for a formula, behind an apostrophe (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: tuple[str, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()
