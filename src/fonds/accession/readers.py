"""The readers, in the order in which they are asked, and the choice among them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from fonds.accession.reader import Match, Reader
from fonds.accession.source import SourceFile
from fonds.errors import RefusedError

READERS = {
    "TEI": "fonds.accession.tei.reader",
    "record page": "fonds.accession.record_page.reader",
    "plain text": "fonds.accession.plain_text",
}
"""Name -> module. Packages add theirs by an entry point of the group `fonds.readers`; those are asked first."""


def program(reader: Reader) -> str:
    """The reader and its version, as records and the catalogue name it."""
    return f"{reader.NAME} {reader.VERSION}"


def choose_reader(source: SourceFile) -> Reader:
    """The first reader that takes the file. Raises RefusedError with every reader's reason where none does."""
    head = source.head()
    if not head:
        raise RefusedError(source.name, seen="an empty file", wanted="a document", next_step="Remove or replace it.")
    reasons = []
    for reader in _readers():
        answer = reader.sniff(head, source.name)
        if isinstance(answer, Match):
            return reader
        reasons.append(f"{reader.NAME}: {answer.reason}")
    raise RefusedError(
        source.name,
        seen=f"no reader takes it ({'; '.join(reasons)})",
        wanted="TEI XML, a record page or plain text",
        next_step="Convert it to one of these.",
    )


@cache
def _readers() -> tuple[Reader, ...]:
    added = [entry.load() for entry in sorted(entry_points(group="fonds.readers"), key=lambda entry: entry.name)]
    return (*added, *(cast("Reader", import_module(module)) for module in READERS.values()))
