"""Whether the catalogue is whole: the database itself, and each record in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from fonds.catalogue.database import Database
from fonds.catalogue.values import HeldSource, Problem
from fonds.record import Block, Mark, Mention, Record, Statement, Text, decode_record

Layer = Block | Mark | Mention | Statement


def database_problems(database: Database) -> Iterator[Problem]:
    """What SQLite finds wrong with its file: pages that were damaged, indexes and rows that do not agree."""
    for (words,) in database.rows("PRAGMA integrity_check(20)"):
        if words != "ok":
            yield Problem("catalogue-damaged", str(database.path), words)
    for table, *_ in database.rows("PRAGMA foreign_key_check"):
        yield Problem("catalogue-damaged", str(database.path), f"a row of {table} that belongs to nothing")


def record_problems(database: Database) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Every record's identifier, with what is wrong about it; one at a time in memory."""
    for record_id, title, collection, sha256, line in database.each(_RECORDS):
        yield record_id, tuple(_problems(record_id, (record_id, title, collection, sha256), line))


def sources(database: Database) -> Iterator[HeldSource]:
    """Every file that was taken in, by key."""
    return (HeldSource(*row) for row in database.each(_SOURCES))


def dangling(database: Database) -> dict[str, int]:
    """How many records cite a record that the archive does not hold, by the cited one's collection, the most first."""
    return dict(database.rows(_DANGLING))


def _problems(record_id: str, listed: tuple[str, str, str, str], line: bytes) -> Iterator[Problem]:
    try:
        record = decode_record(line)
    except msgspec.DecodeError as error:
        yield Problem("record-unreadable", record_id, str(error))
        return
    if listed != (record.id, record.title, record.collection, record.source.sha256):
        yield Problem("record-differs", record_id, "identifier, title, collection or digest of its file")
    for words in misplaced(record):
        yield Problem("layer-misplaced", record_id, words)


def misplaced(record: Record) -> Iterator[str]:
    """What lies outside of the words that it is about, or does not say what stands there."""
    for number, text in enumerate(record.texts):
        place = f"text {number + 1}"
        layers: tuple[Layer, ...] = (*text.blocks, *text.marks, *text.mentions, *text.statements)
        for layer in layers:
            if not 0 <= layer.start <= layer.end <= len(text.content):
                yield f"{place}: {type(layer).__name__.lower()} from {layer.start} to {layer.end}"
        for statement in text.statements:
            if statement.content != text.content[statement.start : statement.end]:
                yield f"{place}: statement at {statement.start} is not the words there"
        yield from (f"{place}: {words}" for words in _misplaced_in_notes(text))


def _misplaced_in_notes(text: Text) -> Iterator[str]:
    words_of = {name: note.text for note in text.notes for name in (note.number, note.id)} | {None: text.content}
    for note in text.notes:
        if note.anchor is not None and not 0 <= note.anchor <= len(text.content):
            yield f"note {note.number or note.id} hangs on {note.anchor}"
        layers: tuple[Layer, ...] = (*note.marks, *note.mentions)
        for layer in layers:
            if not 0 <= layer.start <= layer.end <= len(note.text):
                yield f"note {note.number or note.id}: {type(layer).__name__.lower()} from {layer.start} to {layer.end}"
    for reference in text.references:
        if not 0 <= reference.start <= reference.end <= len(words_of.get(reference.note, "")):
            yield f"reference from {reference.start} to {reference.end} of note {reference.note}"


_RECORDS: Final = """
    SELECT id, title, collection, sha256, line FROM records
    JOIN lines ON lines.record = records.number AND lines.version = records.version
    JOIN sources ON sources.number = records.source
    WHERE +withdrawn = 0 ORDER BY id
"""
_SOURCES: Final = "SELECT key, sha256, program, names_sha256, version FROM sources ORDER BY key"
_DANGLING: Final = """
    SELECT SUBSTR(target, 1, INSTR(target || '/', '/') - 1) AS cited, COUNT(*)
    FROM citations JOIN records ON records.number = citations.record
    WHERE withdrawn = 0 AND target NOT IN (SELECT id FROM records WHERE withdrawn = 0)
    GROUP BY cited ORDER BY COUNT(*) DESC, cited
"""
