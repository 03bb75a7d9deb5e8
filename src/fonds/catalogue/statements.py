"""Where statements are kept: what a program found in each record, and what people decided about it.

Records are kept without them; they are put together when a record is asked for. What was found in a record holds for
that version of it, so a record that was read anew waits for the next pass. What people decided holds for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from fonds.catalogue import journal
from fonds.catalogue.anchoring import Anchored, anchor
from fonds.catalogue.database import Database, Row
from fonds.catalogue.decisions import Decision, apply_decisions, decided_deed
from fonds.errors import NotFoundError, UsageError
from fonds.record import Attitude, Record, Statement, decode_record

_CHUNK: Final = 64
"""Records read at a time for a program to look at."""


class Waiting(Struct, frozen=True):
    """How much a pass has to do: records, and the bytes of their JSON."""

    records: int
    bytes: int


class Coverage(Struct, frozen=True):
    """How far statements were looked for: records looked at by each program, and those that still wait."""

    programs: dict[str, int]
    waiting: int


class _Kept(Struct, array_like=True, frozen=True):
    """A statement as it is kept: without its content, which the text has."""

    start: int
    end: int
    cue: str | None
    chain: tuple[str, ...]
    addressee: tuple[str, ...]
    attitude: Attitude
    negated: bool
    quoted: bool
    by: str
    confidence: float


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(tuple[tuple[_Kept, ...], ...])
_anchored_decoder = msgspec.json.Decoder(Anchored)


def encode_statements(record: Record) -> bytes:
    """The statements of a record's texts, as they are kept."""
    return _encoder.encode([[_kept(each) for each in text.statements] for text in record.texts])


def _kept(statement: Statement) -> _Kept:
    return _Kept(
        statement.start, statement.end, statement.cue, statement.chain, statement.addressee, statement.attitude,
        statement.negated, statement.quoted, statement.by, statement.confidence,
    )  # fmt: skip


def with_statements(record: Record, kept: bytes | None) -> Record:
    """The record with the statements that `encode_statements` wrote of this version of it; None: as it is."""
    if kept is None:
        return record
    layers = _decoder.decode(kept)
    texts = (
        replace(text, statements=tuple(_given(text.content, each) for each in layer)) if layer else text
        for text, layer in zip(record.texts, layers, strict=True)
    )
    return replace(record, texts=tuple(texts))


def _given(text: str, kept: _Kept) -> Statement:
    return Statement(
        kept.start, kept.end, text[kept.start : kept.end], kept.cue, kept.chain, kept.addressee, kept.attitude,
        kept.negated, kept.quoted, kept.by, kept.confidence,
    )  # fmt: skip


class StatementShelf:
    """The statements in a catalogue; `writing` gives its database to write, or raises UsageError.

    What is changed is changed in a transaction of its own.
    """

    def __init__(self, database: Database, writing: Callable[[], Database]) -> None:
        self._database = database
        self._writing = writing

    # What programs found

    def waiting(self, program: str | None = None) -> Waiting:
        """What has no statements yet; with a program, also what another program, or version, looked at."""
        return Waiting(*(self._database.row(_WAITING, program, program) or (0, 0)))

    def unattributed(self, program: str | None = None) -> Iterator[tuple[Record, int]]:
        """The records that wait, as they were read, and the bytes of each; more may be kept meanwhile."""
        last = 0
        while rows := self._database.rows(_UNATTRIBUTED, last, program, program, _CHUNK):
            yield from ((decode_record(line), len(line)) for _, line in rows)
            last = rows[-1][0]

    def keep(self, records: Iterable[Record], program: str) -> None:
        """Keep what a program found in these records; what it had found in them before makes way."""
        with self._writing().transaction():
            act = journal.next_number(self._database)
            rows = [(program, encode_statements(record), act, record.id) for record in records]
            self._database.run_many(_KEEP, rows)
            self._database.run_many(_UNFOLLOWED, ((each[-1],) for each in rows))
            journal.write(self._database, "attribute", program, {"records": len(rows)})

    def coverage(self) -> Coverage:
        """How far the passes have come."""
        return Coverage(dict(self._database.rows(_PROGRAMS)), self.waiting().records)

    def holds_any(self) -> bool:
        """Whether a program has looked at any record; far quicker than `coverage`."""
        return self._database.row("SELECT 1 FROM attributions LIMIT 1") is not None

    # What people decided

    def decide(
        self, record: Record, text: int, who: str, replaces: Statement | None, statement: Statement | None
    ) -> Decision:
        """Write down what somebody decided about a statement in a text of a record: what it replaces, what it is.

        Raises UsageError for a text that the record does not have.
        """
        if not 0 <= text < len(record.texts):
            wanted = f"one of its {len(record.texts)} texts, counted from 0"
            next_step = "Take the number of the text from the record."
            raise UsageError(f"record {record.id}", seen=f"text {text}", wanted=wanted, next_step=next_step)
        content = record.texts[text].content
        deed = decided_deed(replaces, statement)
        before = anchor(content, replaces) if replaces else None
        after = anchor(content, statement) if statement else None
        with self._writing().transaction():
            at = journal.now()
            encoded = (each and _encoder.encode(each) for each in (before, after))
            number = self._database.value(_DECIDE, record.id, text, deed, who, at, *encoded)
            self._changed(record.id, f"{deed} statement", number)
        return Decision(number, record.id, text, deed, who, at, before, after)

    def undo(self, number: int) -> Decision:
        """Let a decision count no more. Raises NotFoundError where there is none of this number that counts."""
        found = [each for each in self.decisions() if each.number == number and not each.undone]
        if not found:
            next_step = "See which count with `archive.statements.decisions()`."
            raise NotFoundError(f"decision {number}", seen="none of this number that still counts", next_step=next_step)
        with self._writing().transaction():
            self._database.run("UPDATE decisions SET undone = 1 WHERE number = ?", number)
            self._changed(found[0].record, "undo decision", number)
        return replace(found[0], undone=True)

    def decisions(self, record_id: str | None = None) -> tuple[Decision, ...]:
        """What was decided, in order, about one record or about all."""
        rows = self._database.rows(_DECISIONS, record_id, record_id)
        return tuple(_decision(row) for row in rows)

    def decided(self, record: Record) -> Record:
        """The record as people want its statements."""
        return apply_decisions(record, self.decisions(record.id))

    def _changed(self, record_id: str, deed: str, number: int) -> None:
        self._database.run_many(_UNFOLLOWED, [(record_id,)])
        journal.write(self._database, deed, record_id, {"decision": number})

    # What the index of statements has yet to learn. What changes is noted in the transaction that changes it, and the
    # note is torn up when the index has it: a crash between means some work done again, never something forgotten.

    def unfollowed(self) -> tuple[str, ...]:
        """The ids of the records whose statements the index does not have as they are."""
        return tuple(record_id for (record_id,) in self._database.rows(_LEFT))

    def followed(self, record_ids: Iterable[str]) -> None:
        """Remember that the index has committed the statements of these records."""
        with self._writing().transaction():
            self._database.run_many(_FOLLOWED, ((record_id,) for record_id in record_ids))

    def forget_followed(self) -> None:
        """Remember that the index has nothing: all is to be indexed again."""
        self._writing().run(_FORGET)


def _decision(row: Row) -> Decision:
    number, record, text, deed, who, at, replaces, statement, undone = row
    before, after = (each and _anchored_decoder.decode(each) for each in (replaces, statement))
    return Decision(number, record, text, deed, who, at, before, after, bool(undone))


_WAITS: Final = """
    FROM records JOIN lines ON lines.record = records.number AND lines.version = records.version
    LEFT JOIN attributions ON attributions.record = records.number AND attributions.version = records.version
    WHERE +withdrawn = 0
"""
_BUT_BY: Final = "(attributions.program IS NULL OR (? IS NOT NULL AND attributions.program <> ?))"
_WAITING: Final = f"SELECT COUNT(*), COALESCE(SUM(LENGTH(line)), 0) {_WAITS} AND {_BUT_BY}"
_UNATTRIBUTED: Final = f"""
    SELECT records.number, line {_WAITS} AND records.number > ? AND {_BUT_BY} ORDER BY records.number LIMIT ?
"""
_KEEP: Final = """
    INSERT OR REPLACE INTO attributions (record, version, program, statements, act)
    SELECT number, version, ?, ?, ? FROM records WHERE id = ?
"""
_UNFOLLOWED: Final = "INSERT OR IGNORE INTO unfollowed (record) SELECT number FROM records WHERE id = ?"
_LEFT: Final = "SELECT id FROM unfollowed JOIN records ON number = record ORDER BY number"
_FOLLOWED: Final = "DELETE FROM unfollowed WHERE record = (SELECT number FROM records WHERE id = ?)"
_PROGRAMS: Final = f"SELECT program, COUNT(*) {_WAITS} AND program IS NOT NULL GROUP BY program ORDER BY program"
_DECIDE: Final = """
    INSERT INTO decisions (record, text, deed, who, at, replaces, statement) VALUES (?, ?, ?, ?, ?, ?, ?)
    RETURNING number
"""
_DECISIONS: Final = """
    SELECT number, record, text, deed, who, at, replaces, statement, undone FROM decisions
    WHERE ? IS NULL OR record = ? ORDER BY number
"""
_FORGET: Final = """
    INSERT OR IGNORE INTO unfollowed (record)
    SELECT record FROM attributions UNION SELECT records.number FROM decisions JOIN records ON id = decisions.record
"""
