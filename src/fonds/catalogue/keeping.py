"""How one file's records go into the catalogue: all of them, in one transaction, or none.

A record that is held already is compared with what comes: what is new about it makes a new version, and where only
the file's digest or its reader differ, the record itself has not changed. What the file no longer holds is withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

import msgspec

from fonds.catalogue import journal
from fonds.catalogue.correspondence import keep_pairs
from fonds.catalogue.database import Database, Row, json_list
from fonds.catalogue.entry import Entry
from fonds.catalogue.people import keep_appearances
from fonds.catalogue.sources import checked_key, keep_agents, keep_source, shelf
from fonds.catalogue.values import Accession, Change
from fonds.errors import RefusedError
from fonds.record import Agent, decode_record

_BATCH: Final = 256


def keep(
    database: Database,
    accession: Accession,
    entries: Iterable[Entry],
    agents: Iterable[Agent],
    original: Callable[[], object] | None = None,
) -> Change:
    """Bring the catalogue to what this file holds now. Memory does not grow with the number of entries.

    Raises RefusedError, and changes nothing, where an identifier stands for two documents. So does whatever
    `entries` raises, or `original`, which keeps the file itself and is called last.
    """
    checked_key(accession.key)
    with database.transaction():
        keeping = _Keeping(database, accession, keep_agents(database, agents))
        entries = iter(entries)
        while batch := list(islice(entries, _BATCH)):
            keeping.take(batch)
        if original:
            original()
        return keeping.finish()


class _Held(NamedTuple):
    """A record that was there before."""

    id: str
    number: int
    source: int
    version: int
    withdrawn: int
    act: int
    seen: int


class _Keeping:
    """One file on its way in, batch by batch."""

    def __init__(self, database: Database, accession: Accession, agents: str) -> None:
        self.database = database
        self.accession = accession
        self.act = journal.next_number(database)
        self.source, self.version = keep_source(database, accession, agents)
        self.shelf = shelf(accession.key)
        self.first_new = self.next_number = database.value("SELECT COALESCE(MAX(number), 0) + 1 FROM records")
        self.sequence = self.added = self.changed = self.unchanged = self.findings = 0
        database.run("CREATE TEMP TABLE IF NOT EXISTS seen (number INTEGER PRIMARY KEY)")
        database.run("DELETE FROM seen")
        self._keep_findings((None, finding.code, finding.words, finding.place) for finding in accession.findings)

    def take(self, entries: list[Entry]) -> None:
        """Keep a batch of entries, in the order of the file."""
        held = self._held([entry.id for entry in entries])
        numbers = {}
        fresh, known, lines = [], [], []
        for entry in entries:
            if entry.id in numbers:
                raise self._doubled(entry.id)
            if before := held.get(entry.id):
                row, line = self._again(entry, before)
                known.append(row)
            else:
                row, line = self._first(entry)
                fresh.append(row)
            numbers[entry.id] = row[-1]
            lines += line
            self.sequence += 1
        self._write(fresh, known, lines)
        self._write_layers(entries, numbers, [before.number for before in held.values()])

    def _first(self, entry: Entry) -> tuple[Row, list[Row]]:
        number = self.next_number
        self.next_number += 1
        self.added += 1
        return self._row(entry, 1, self.act, number), [(number, 1, entry.line)]

    def _again(self, entry: Entry, held: _Held) -> tuple[Row, list[Row]]:
        """The row and new lines for a record that was there before."""
        if held.seen or held.number >= self.first_new:
            raise self._doubled(entry.id)
        if held.source != self.source and not held.withdrawn:
            raise self._held_elsewhere(held)
        line: bytes = self.database.value(
            "SELECT line FROM lines WHERE record = ? AND version = ?", held.number, held.version
        )
        changed = line != entry.line and not _same_but_for_source(line, entry.line)
        if not changed and line != entry.line:
            self.database.run(
                "UPDATE lines SET line = ? WHERE record = ? AND version = ?", entry.line, held.number, held.version
            )
        self._count(changed=changed, withdrawn=bool(held.withdrawn))
        version = held.version + changed
        row = self._row(entry, version, self.act if changed or held.withdrawn else held.act, held.number)
        return row, [(held.number, version, entry.line)] if changed else []

    def _count(self, *, changed: bool, withdrawn: bool) -> None:
        self.added += withdrawn
        self.changed += changed and not withdrawn
        self.unchanged += not changed and not withdrawn

    def _row(self, entry: Entry, version: int, act: int, number: int) -> Row:
        return (
            self.source, entry.collection, self.shelf, self.sequence, entry.title, entry.kind, entry.language,
            entry.date_from, entry.date_to, version, act, entry.id, number,
        )  # fmt: skip

    def _held(self, ids: list[str]) -> dict[str, _Held]:
        rows = self.database.rows(_HELD, json_list(ids))
        return {row[0]: _Held(*row) for row in rows}

    def _write(self, fresh: list[Row], known: list[Row], lines: list[Row]) -> None:
        self.database.run_many(_INSERT, fresh)
        self.database.run_many(_UPDATE, known)
        self.database.run_many("INSERT INTO seen (number) VALUES (?)", ((row[-1],) for row in known))
        self.database.run_many("INSERT INTO lines (record, version, line) VALUES (?, ?, ?)", lines)

    def _write_layers(self, entries: list[Entry], numbers: dict[str, int], known: list[int]) -> None:
        self.database.run_many("DELETE FROM citations WHERE record = ?", ((number,) for number in known))
        self.database.run_many(
            "INSERT OR IGNORE INTO citations (target, record, also) VALUES (?, ?, ?)",
            (
                (target, numbers[entry.id], also)
                for entry in entries
                for also, targets in enumerate((entry.cites, entry.also_cites))
                for target in targets
            ),
        )
        self.database.run_many("DELETE FROM designations WHERE record = ?", ((number,) for number in known))
        self.database.run_many(
            "INSERT OR IGNORE INTO designations (name, record) VALUES (?, ?)",
            ((name, numbers[entry.id]) for entry in entries for name in entry.known_as),
        )
        self.database.run_many("DELETE FROM appearances WHERE record = ?", ((number,) for number in known))
        keep_appearances(self.database, ((numbers[entry.id], entry.people) for entry in entries))
        self.database.run_many("DELETE FROM exchanges WHERE record = ?", ((number,) for number in known))
        keep_pairs(self.database, ((numbers[entry.id], entry.exchanges) for entry in entries))
        self._keep_findings(
            (numbers[entry.id], finding.code, finding.words, finding.place)
            for entry in entries
            for finding in entry.findings
        )

    def _keep_findings(self, rows: Iterable[Row]) -> None:
        self.database.run_many(
            "INSERT INTO findings (source, record, code, words, place) VALUES (?, ?, ?, ?, ?)", self._counted(rows)
        )

    def _counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.findings += 1
            yield self.source, *row

    def finish(self) -> Change:
        """Withdraw what the file no longer holds, and write the journal."""
        withdrawn = self.database.run(_WITHDRAW, self.act, self.source, self.first_new)
        change = Change(
            key=self.accession.key,
            version=self.version,
            act=self.act,
            added=self.added,
            changed=self.changed,
            unchanged=self.unchanged,
            withdrawn=withdrawn,
            findings=self.findings,
        )
        counts = ("added", "changed", "unchanged", "withdrawn", "findings")
        journal.write(self.database, "keep", change.key, {name: getattr(change, name) for name in counts})
        return change

    def _doubled(self, record_id: str) -> RefusedError:
        return RefusedError(
            f"file {self.accession.key}",
            seen=f"two documents with the identifier {record_id}",
            wanted="an identifier for each document",
            next_step="Give one of them another identifier and add the file again.",
        )

    def _held_elsewhere(self, held: _Held) -> RefusedError:
        other = self.database.value("SELECT key FROM sources WHERE number = ?", held.source)
        return RefusedError(
            f"file {self.accession.key}",
            seen=f"document {held.id}, which is held from file {other} already",
            wanted="each identifier in one file only",
            next_step="Leave out one of the two files, or give one of the documents another identifier.",
        )


_HELD: Final = """
    SELECT id, number, source, version, withdrawn, act, number IN (SELECT number FROM seen)
    FROM records WHERE id IN (SELECT value FROM json_each(?))
"""
_INSERT: Final = """
    INSERT INTO records (source, collection, shelf, sequence, title, kind, language, date_from, date_to, version, act,
                         id, number)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
    UPDATE records
    SET source = ?, collection = ?, shelf = ?, sequence = ?, title = ?, kind = ?, language = ?, date_from = ?,
        date_to = ?, version = ?, act = ?, id = ?, withdrawn = 0
    WHERE number = ?
"""
_WITHDRAW: Final = """
    UPDATE records SET withdrawn = 1, act = ?
    WHERE source = ? AND withdrawn = 0 AND number < ? AND number NOT IN (SELECT number FROM seen)
"""


def _same_but_for_source(held: bytes, coming: bytes) -> bool:
    new = decode_record(coming)
    try:
        old = decode_record(held)
    except msgspec.ValidationError:  # written by a Fonds whose records were of another shape
        return False
    return msgspec.structs.replace(old, source=new.source) == new
