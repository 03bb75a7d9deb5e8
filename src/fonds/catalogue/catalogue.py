"""The catalogue: what the archive knows of its records, kept in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Self

import msgspec

from fonds.catalogue import (
    correspondence,
    designations,
    journal,
    keeping,
    migrations,
    sequence,
    soundness,
    summaries,
)
from fonds.catalogue.correspondence import EVERYTHING, Exchange, Within
from fonds.catalogue.database import Database, Row, json_list
from fonds.catalogue.entry import Entry
from fonds.catalogue.lock import WriteLock
from fonds.catalogue.people_shelf import PeopleShelf
from fonds.catalogue.sets import SetShelf
from fonds.catalogue.sources import checked_key
from fonds.catalogue.statements import StatementShelf, with_statements
from fonds.catalogue.values import (
    Accession,
    Act,
    Brief,
    Change,
    CollectionSummary,
    HeldSource,
    Problem,
    Statistics,
    YearCount,
)
from fonds.errors import CorruptArchiveError, FondsError, NotFoundError, UsageError, explained
from fonds.record import Agent, Finding, Record, decode_record


class Catalogue:
    """An open catalogue. Any number of processes and threads may read it while one writes.

    A record that its file no longer holds is withdrawn: it stays in the catalogue, but nothing lists or gets it.
    """

    def __init__(self, database: Database, lock: WriteLock | None = None) -> None:
        self._database = database
        self._lock = lock
        self.statements = StatementShelf(database, self._writing)
        """What programs found and people decided of who said what; records that are asked for carry it."""
        self.sets = SetShelf(database, self._writing)
        """Working sets: records that people put together."""
        self.people = PeopleShelf(database, self._writing)
        """Who is in the lists and the records, and what people decided about who is one and the same."""

    @classmethod
    def open(cls, path: Path, *, writable: bool = False) -> Self:
        """Open the catalogue file at `path`; where it is to be written, lock and create it and bring it up to date.

        Raises NotFoundError where there is none to read, ArchiveBusyError where another writer has it,
        CorruptArchiveError where it is no catalogue or a newer one, UsageError where it must be brought up to date.
        """
        return cls._open_to_write(path) if writable else cls(_up_to_date(Database.open(path)))

    @classmethod
    def _open_to_write(cls, path: Path) -> Self:
        lock = _lock(path)
        try:
            return cls(_brought_up_to_date(Database.open(path, writable=True)), lock)
        except FondsError:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file, and let the next writer in."""
        self._database.close()
        if self._lock:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Files and the records that they hold

    def held(self, key: str) -> HeldSource | None:
        """The file kept under this key, as it was last taken in; None where it never was.

        Raises RefusedError for a key that is not Unicode.
        """
        row = self._database.row(_SOURCE, checked_key(key))
        return HeldSource(*row) if row else None

    def keep(
        self,
        accession: Accession,
        entries: Iterable[Entry],
        agents: Iterable[Agent],
        original: Callable[[], object] | None = None,
    ) -> Change:
        """Make the catalogue hold what this file holds, in one transaction, and say what that changed.

        A record that is new about something gets a new version, its former one stays; one that the file no longer
        holds is withdrawn, until it comes again. Raises RefusedError where an identifier is in the file twice, or is
        held from another file; then, and where `entries` raises, nothing has changed. `original` keeps the file itself:
        it is called once all is accepted and before any of it is seen, so that neither is ever there alone.
        """
        return keeping.keep(self._writing(), accession, entries, agents, original)

    def findings(self, key: str) -> tuple[Finding, ...]:
        """What could not be made sense of in this file and its records; empty also for a file that is not held."""
        return tuple(Finding(*row) for row in self._database.rows(_FINDINGS, key))

    def source_of(self, record_id: str) -> HeldSource:
        """The file that a record was read from. Raises NotFoundError."""
        row = self._database.row(_SOURCE_OF, record_id)
        if row is None:
            raise self._missing(record_id)
        return HeldSource(*row)

    # Records

    def get(self, record_id: str, version: int | None = None) -> Record:
        """The record, or a former version of it; the first version is 1. Raises NotFoundError."""
        row = self._database.row(_LINE, record_id, version)
        if row is None:
            raise self._missing(record_id, version)
        return self._whole(row)

    def records(self) -> Iterator[Record]:
        """Every record, by id."""
        return map(self._whole, self._database.each(_LINES))

    def in_order(self, collection: str) -> Iterator[str]:
        """The ids of a collection's records in archive order: file by file, as each file has them."""
        return sequence.in_order(self._database, collection)

    def neighbours(self, record_id: str) -> tuple[str | None, str | None]:
        """The ids of the records before and after this one in archive order, None at the ends of its collection.

        Raises NotFoundError.
        """
        found = sequence.neighbours(self._database, record_id)
        if found is None:
            raise self._missing(record_id)
        return found

    def neighbours_by_date(self, record_id: str) -> tuple[str | None, str | None]:
        """The ids of the records before and after this one by date, in the whole archive, those of one day by id.

        Only records dated to the day are looked at: None for one that is not, and at the ends. Raises NotFoundError.
        """
        found = sequence.neighbours_by_date(self._database, record_id)
        if found is None:
            raise self._missing(record_id)
        return found

    def between(self, first: str, last: str, limit: int) -> tuple[str, ...]:
        """The ids of the records that are dated to a day from `first` to `last` (ISO days), by date, then by id."""
        return sequence.between(self._database, first, last, limit)

    def known_as(self, names: Iterable[str]) -> dict[str, tuple[Brief, ...]]:
        """The records that go by each of these names, their ids among them; a name of no record is left out."""
        return designations.known_as(self._database, names)

    def designations(self, record_id: str) -> tuple[str, ...]:
        """The names that a record goes by besides its id; empty also for an id that is not held."""
        return designations.of(self._database, record_id)

    def citing(self, names: Iterable[str]) -> list[tuple[str, Brief]]:
        """The records whose references ask for any of these names, in archive order, each with the name."""
        return designations.citing(self._database, names)

    def briefs(self, record_ids: Iterable[str]) -> dict[str, Brief]:
        """Briefs of those of the records that the archive holds, by id, in the order asked for."""
        return {row[0]: Brief(*row) for row in self._database.rows(_BRIEFS, json_list(record_ids))}

    # Agents

    def agents(self, collection: str) -> dict[str, Agent]:
        """The persons, bodies, places and terms of a collection's own lists, by id; empty where it has none.

        Where its files' lists differ about one, the same list is believed always, whatever the order they came in.
        """
        rows = self._database.rows(_AGENTS, collection)
        return {row[0]: Agent(*row) for row in rows}

    def agent(self, collection: str, agent_id: str) -> Agent:
        """One of them. Raises NotFoundError."""
        row = self._database.row(_AGENT, collection, agent_id)
        if row is None:
            raise NotFoundError(
                f"{agent_id} in the lists of {collection}",
                seen="nobody of that id",
                next_step="Look for them with `fonds people`.",
            )
        return Agent(*row)

    # The archive as a whole

    def collections(self) -> tuple[CollectionSummary, ...]:
        """Every collection that has records, by name."""
        return summaries.collections(self._database)

    def years(self) -> tuple[YearCount, ...]:
        """The years in which records are dated, in order; a record whose date leaves the year open counts in none."""
        return summaries.years(self._database)

    def newest(self, limit: int) -> tuple[Brief, ...]:
        """The records that were taken in last, the newest first."""
        return summaries.newest(self._database, limit)

    def days(self, first: str, last: str) -> dict[str, int]:
        """How many records are dated to each day from `first` to `last` (ISO days); days without any are left out."""
        return sequence.days(self._database, first, last)

    def exchanges(self, within: Within = EVERYTHING, limit: int = 100) -> tuple[Exchange, ...]:
        """Who writes to whom, the pairs with most records first; only of the records within these bounds."""
        return correspondence.exchanges(self._database, within, limit)

    def exchanged(
        self, sender: str, addressee: str, within: Within = EVERYTHING, limit: int = 1000
    ) -> tuple[Brief, ...]:
        """The records that one sent to another, as `exchanges` counts them, by date."""
        return correspondence.exchanged(self._database, (sender, addressee), within, limit)

    def statistics(self) -> Statistics:
        """The archive in numbers."""
        return summaries.statistics(self._database)

    def sources(self) -> Iterator[HeldSource]:
        """Every file that was taken in, by key."""
        return soundness.sources(self._database)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the catalogue's file itself; nothing where it is sound."""
        return soundness.database_problems(self._database)

    def record_problems(self) -> Iterator[tuple[str, tuple[Problem, ...]]]:
        """Every record's identifier, with what is wrong about it."""
        return soundness.record_problems(self._database)

    def dangling(self) -> dict[str, int]:
        """How many records cite one that is not held, by the cited one's collection, the most first."""
        return soundness.dangling(self._database)

    def journal(self) -> Iterator[Act]:
        """What was done, in order."""
        return journal.read(self._database)

    def last_act(self) -> int:
        """The number of the last thing done; 0 where nothing was done yet."""
        return journal.last_number(self._database)

    # What the search index has yet to learn. It follows the catalogue by the numbers of acts: a record has the number
    # of what last changed it, the index that up to which it has everything. A crash between the two means some work
    # done again, never something forgotten.

    def unindexed(self) -> Iterator[Record]:
        """The records that the search index does not have yet, or has in a former version."""
        return map(self._decoded, (line for (line,) in self._database.each(_UNINDEXED)))

    def withdrawn_unindexed(self) -> Iterator[str]:
        """The ids of withdrawn records that the search index may still have."""
        return (record_id for (record_id,) in self._database.each(_WITHDRAWN_UNINDEXED))

    def mark_indexed(self, act: int) -> None:
        """Remember that the search index has committed everything up to this act (`Change.act`, `last_act`)."""
        self._writing().run("UPDATE search_index SET act = MAX(act, ?)", act)

    def forget_indexed(self) -> None:
        """Remember that the search index has nothing: all is to be indexed again."""
        self._writing().run("UPDATE search_index SET act = 0")

    def _writing(self) -> Database:
        if self._lock is None:
            raise UsageError(
                f"catalogue {self._database.path}",
                seen="open to read",
                wanted="one that is open to write",
                next_step="Open the archive with `writable=True`.",
            )
        return self._database

    def _whole(self, row: Row) -> Record:
        """The record of a row of `_WHOLE`, with its statements as people want them."""
        line, statements, is_decided = row
        record = with_statements(self._decoded(line), statements)
        return self.statements.decided(record) if is_decided else record

    def _decoded(self, line: bytes) -> Record:
        try:
            return decode_record(line)
        except msgspec.DecodeError as error:
            raise CorruptArchiveError(
                f"catalogue {self._database.path}",
                seen=f"a record that cannot be read: {error}",
                wanted="records as this version of Fonds writes them",
                next_step="Add the file that it came from again, or put back a copy of the catalogue.",
            ) from error

    def _missing(self, record_id: str, version: int | None = None) -> NotFoundError:
        withdrawn_from = self._database.value(_WITHDRAWN_FROM, record_id)
        if withdrawn_from is not None:
            seen = f"withdrawn, for file {withdrawn_from} no longer holds it"
        else:
            seen = "not in the archive" if version is None else f"there is no version {version} of it"
        return NotFoundError(f"record {record_id}", seen=seen, next_step="Look for it with `fonds search`.")


def _lock(path: Path) -> WriteLock:
    next_step = "Check the path and its rights, or name another archive."
    with explained(UsageError, f"archive {path.parent}", wanted="a folder that can be written", next_step=next_step):
        path.parent.mkdir(parents=True, exist_ok=True)
        return WriteLock(path.with_suffix(".lock"))


def _up_to_date(database: Database) -> Database:
    try:
        migrations.require_up_to_date(database)
    except FondsError:
        database.close()
        raise
    return database


def _brought_up_to_date(database: Database) -> Database:
    try:
        migrations.bring_up_to_date(database)
    except FondsError:
        database.close()
        raise
    return database


_SOURCE: Final = "SELECT key, sha256, program, names_sha256, version FROM sources WHERE key = ?"
_SOURCE_OF: Final = """
    SELECT key, sha256, program, names_sha256, sources.version FROM sources JOIN records ON source = sources.number
    WHERE id = ? AND withdrawn = 0
"""
_FINDINGS: Final = """
    SELECT code, words, place FROM findings
    WHERE source = (SELECT number FROM sources WHERE key = ?) ORDER BY findings.rowid
"""
# A plus sign keeps SQLite from reaching for the index that begins with `withdrawn`, which is 0 for nearly all records.
_WHOLE: Final = """
    SELECT line, statements, EXISTS (SELECT 1 FROM decisions WHERE decisions.record = id)
    FROM records JOIN lines ON lines.record = records.number
    LEFT JOIN attributions ON attributions.record = records.number AND attributions.version = lines.version
"""
_LINE: Final = f"""
    {_WHOLE} WHERE id = ? AND +withdrawn = 0 AND lines.version = COALESCE(?, records.version)
"""
_LINES: Final = f"{_WHOLE} WHERE lines.version = records.version AND +withdrawn = 0 ORDER BY id"
_BRIEFS: Final = """
    SELECT records.id, title, kind, date_from, date_to
    FROM json_each(?) AS asked JOIN records ON records.id = asked.value
    WHERE +withdrawn = 0 ORDER BY asked.key
"""
_AGENTS: Final = """
    SELECT id, collection, kind, name, description FROM agents WHERE collection = ? ORDER BY id, list DESC
"""
_AGENT: Final = """
    SELECT id, collection, kind, name, description FROM agents WHERE collection = ? AND id = ? ORDER BY list
"""
_UNINDEXED: Final = """
    SELECT line FROM records JOIN lines ON lines.record = records.number AND lines.version = records.version
    WHERE act > (SELECT act FROM search_index) AND +withdrawn = 0 ORDER BY act, records.number
"""
_WITHDRAWN_UNINDEXED: Final = """
    SELECT id FROM records
    WHERE act > (SELECT act FROM search_index) AND +withdrawn = 1 ORDER BY act, number
"""
_WITHDRAWN_FROM: Final = """
    SELECT key FROM sources JOIN records ON records.source = sources.number WHERE id = ? AND withdrawn = 1
"""
