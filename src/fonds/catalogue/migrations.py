"""How the catalogue's tables came to be: named steps, each taken once, in order, in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from fonds.authority.identity import Appearance, appearances
from fonds.catalogue.correspondence import Pair, keep_pairs, pairs
from fonds.catalogue.database import APPLICATION, Database
from fonds.errors import CorruptArchiveError, UsageError
from fonds.record import decode_record


class Step(Struct, frozen=True):
    """A change to the tables. The name is kept in the catalogue: never change it, nor what a released step does."""

    name: str
    take: Callable[[Database], None]


def bring_up_to_date(database: Database, steps: Sequence[Step] | None = None) -> None:
    """Take the steps that the catalogue has not taken yet.

    Raises CorruptArchiveError where it has taken steps that are unknown here, and UsageError for two of one name.
    """
    steps = STEPS if steps is None else steps
    _refuse_duplicates(steps)
    if database.is_empty():
        with database.transaction():
            database.run(f"PRAGMA application_id = {APPLICATION}")
            database.run("CREATE TABLE steps (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    taken = _taken(database, steps)
    for step in steps:
        if step.name not in taken:
            with database.transaction():
                step.take(database)
                database.run("INSERT INTO steps (name) VALUES (?)", step.name)


def require_up_to_date(database: Database, steps: Sequence[Step] | None = None) -> None:
    """Refuse to read tables of another shape: CorruptArchiveError where they are newer, UsageError where older."""
    steps = STEPS if steps is None else steps
    taken = _taken(database, steps)
    if missing := [step.name for step in steps if step.name not in taken]:
        raise UsageError(
            f"catalogue {database.path}",
            seen=f"an older catalogue, without “{missing[0]}”",
            wanted="a catalogue of this version of Fonds",
            next_step="Give `fonds reindex` once: it brings the archive up to date.",
        )


def _taken(database: Database, steps: Sequence[Step]) -> set[str]:
    taken = {name for (name,) in database.rows("SELECT name FROM steps")}
    if unknown := sorted(taken - {step.name for step in steps}):
        raise CorruptArchiveError(
            f"catalogue {database.path}",
            seen=f"a newer catalogue, with “{unknown[0]}”",
            wanted="a catalogue of this version of Fonds",
            next_step="Use the newer version of Fonds that wrote it.",
        )
    return taken


def _refuse_duplicates(steps: Sequence[Step]) -> None:
    names = [step.name for step in steps]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(
                "steps of the catalogue",
                seen=f"two named “{name}”",
                wanted="a name for each",
                next_step="Give the later one another name.",
            )


def _sources_and_records(database: Database) -> None:
    for statement in _SOURCES_AND_RECORDS:
        database.run(statement)


_SOURCES_AND_RECORDS: Final = (
    """
    CREATE TABLE sources (
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        program TEXT NOT NULL,
        names_sha256 TEXT NOT NULL,
        agents TEXT NOT NULL,  -- the list in `agents` that the file came with
        version INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE records (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source INTEGER NOT NULL REFERENCES sources,
        collection TEXT NOT NULL,
        shelf TEXT NOT NULL,  -- sorts the files of a collection
        sequence INTEGER NOT NULL,  -- sorts the records of a file
        title TEXT NOT NULL,
        kind TEXT,
        language TEXT,
        date_from TEXT,
        date_to TEXT,
        version INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0,
        act INTEGER NOT NULL  -- the journal's number of what last changed it
    ) STRICT
    """,
    "CREATE INDEX records_in_order ON records (withdrawn, collection, shelf, sequence, id, date_from, date_to)",
    "CREATE INDEX records_by_source ON records (source)",
    "CREATE INDEX records_by_act ON records (act)",
    """
    CREATE TABLE lines (  -- the JSON of every version of a record, the current one included
        number INTEGER PRIMARY KEY,
        record INTEGER NOT NULL REFERENCES records,
        version INTEGER NOT NULL,
        line BLOB NOT NULL,
        UNIQUE (record, version)
    ) STRICT
    """,
    """
    CREATE TABLE citations (
        target TEXT NOT NULL,  -- an id, whether held or not
        record INTEGER NOT NULL REFERENCES records,
        PRIMARY KEY (target, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX citations_by_record ON citations (record)",
    """
    CREATE TABLE agents (
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        list TEXT NOT NULL,  -- digest of the whole list: files that share a list share its rows
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        PRIMARY KEY (collection, id, list)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX agents_by_list ON agents (list)",
    "CREATE INDEX sources_by_agents ON sources (agents)",
    """
    CREATE TABLE findings (
        source INTEGER NOT NULL REFERENCES sources,
        record INTEGER REFERENCES records,  -- NULL: of the file as a whole
        code TEXT NOT NULL,
        words TEXT NOT NULL,
        place TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX findings_by_source ON findings (source)",
    """
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        deed TEXT NOT NULL,
        thing TEXT NOT NULL,
        outcome TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE search_index (act INTEGER NOT NULL) STRICT",  # one row: the index has every act up to this
    "INSERT INTO search_index (act) VALUES (0)",
)


def _people(database: Database) -> None:
    for statement in _PEOPLE:
        database.run(statement)
    for number, line in database.each(_CURRENT_LINES):
        database.run_many(
            "INSERT INTO appearances (person, role, record, times) VALUES (?, ?, ?, ?)",
            ((each.person, each.role, number, each.times) for each in _appearances(line)),
        )


def _appearances(line: bytes) -> tuple[Appearance, ...]:
    try:
        return appearances(decode_record(line))
    except msgspec.ValidationError:  # of a former shape: who is in it is known again when its file is read again
        return ()


_CURRENT_LINES: Final = """
    SELECT record, line FROM lines JOIN records ON records.number = record AND records.version = lines.version
"""
_PEOPLE: Final = (
    """
    CREATE TABLE appearances (  -- who is in which record
        person TEXT NOT NULL,  -- an entry of a list, "collection/id", whether that list is held or not
        role TEXT NOT NULL,
        record INTEGER NOT NULL REFERENCES records,
        times INTEGER NOT NULL,
        PRIMARY KEY (person, role, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX appearances_by_record ON appearances (record)",
    """
    CREATE TABLE identities (  -- entries that somebody decided are another person's; all others stand for themselves
        entry TEXT PRIMARY KEY,
        person TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX identities_by_person ON identities (person)",
    """
    CREATE TABLE identity_decisions (  -- what was decided about people, in order
        number INTEGER PRIMARY KEY,
        deed TEXT NOT NULL,  -- merge, split
        people TEXT NOT NULL,  -- JSON: the identifiers given
        before TEXT NOT NULL,  -- JSON: entry -> person, of every entry that it changed
        undone INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE offices (  -- who held which post when, as registers tell
        register TEXT NOT NULL,
        person TEXT NOT NULL,
        title TEXT NOT NULL,
        place TEXT,
        start TEXT,
        end TEXT
    ) STRICT
    """,
    "CREATE INDEX offices_by_person ON offices (person)",
    "CREATE INDEX agents_by_entry ON agents (collection || '/' || id)",
)


def _statements(database: Database) -> None:
    for statement in _STATEMENTS:
        database.run(statement)


_STATEMENTS: Final = (
    """
    CREATE TABLE attributions (  -- what a program found in a record, as it was read in this version
        record INTEGER PRIMARY KEY REFERENCES records,
        version INTEGER NOT NULL,
        program TEXT NOT NULL,
        statements BLOB NOT NULL,  -- JSON: the statements of each text of the record
        act INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE decisions (  -- what people decided about statements; never changed but for `undone`
        number INTEGER PRIMARY KEY,
        record TEXT NOT NULL,  -- an id, whether held or not
        text INTEGER NOT NULL,
        deed TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        replaces BLOB,
        statement BLOB,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX decisions_by_record ON decisions (record)",
    """
    CREATE TABLE unfollowed (  -- records whose statements the index of statements does not have as they are
        record INTEGER PRIMARY KEY REFERENCES records
    ) STRICT
    """,
    """
    CREATE TRIGGER statements_unfollowed AFTER UPDATE OF version, withdrawn ON records
    WHEN (old.version <> new.version OR old.withdrawn <> new.withdrawn) AND (
        EXISTS (SELECT 1 FROM attributions WHERE record = new.number)
        OR EXISTS (SELECT 1 FROM decisions WHERE record = new.id)
    )
    BEGIN
        INSERT OR IGNORE INTO unfollowed (record) VALUES (new.number);
    END
    """,
)


def _correspondence(database: Database) -> None:
    for statement in _CORRESPONDENCE:
        database.run(statement)
    for number, line in database.each(_CURRENT_LINES):
        keep_pairs(database, [(number, _pairs(line))])


def _pairs(line: bytes) -> tuple[Pair, ...]:
    try:
        return pairs(decode_record(line))
    except msgspec.ValidationError:  # as for appearances
        return ()


_CORRESPONDENCE: Final = (
    """
    CREATE TABLE exchanges (  -- who sent which record to whom, as it names them
        record INTEGER NOT NULL REFERENCES records,
        sender TEXT NOT NULL,
        addressee TEXT NOT NULL,
        PRIMARY KEY (record, sender, addressee)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX records_by_day ON records (withdrawn, date_from, date_to, id)",
)


def _names_in_order(database: Database) -> None:
    database.run("CREATE INDEX agents_by_name ON agents (name)")


def _designations(database: Database) -> None:
    for statement in _DESIGNATIONS:
        database.run(statement)


_DESIGNATIONS: Final = (
    """
    CREATE TABLE designations (  -- the names by which a record may be cited, besides its id
        name TEXT NOT NULL,
        record INTEGER NOT NULL REFERENCES records,
        PRIMARY KEY (name, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX designations_by_record ON designations (record)",
    # The target is now any name by which a record may be cited; 1 in `also`: another name of what is cited already.
    "ALTER TABLE citations ADD COLUMN also INTEGER NOT NULL DEFAULT 0",
)


def _working_sets(database: Database) -> None:
    for statement in _WORKING_SETS:
        database.run(statement)


_WORKING_SETS: Final = (
    """
    CREATE TABLE working_sets (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE  -- the name without its capitals
    ) STRICT
    """,
    """
    CREATE TABLE working_set_members (
        working_set INTEGER NOT NULL REFERENCES working_sets,
        record INTEGER NOT NULL REFERENCES records,  -- withdrawn ones too
        PRIMARY KEY (working_set, record)
    ) STRICT, WITHOUT ROWID
    """,
)


STEPS: Final = (
    Step("sources and records", _sources_and_records),
    Step("people", _people),
    Step("statements", _statements),
    Step("correspondence", _correspondence),
    Step("names in order", _names_in_order),
    Step("designations", _designations),
    Step("working sets", _working_sets),
)
