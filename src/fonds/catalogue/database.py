"""The catalogue's file: an SQLite database that is opened safely and whose errors say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

import msgspec

from fonds.errors import ArchiveBusyError, CorruptArchiveError, FondsError, NotFoundError, UsageError

Row = tuple[Any, ...]

APPLICATION: Final = int.from_bytes(b"FOND", "big")
"""Stands in the file's header (SQLite file format, section 1.3.15), so that other databases are told apart."""

_READ_BATCH = 64
_BUSY_SECONDS = 30
_WRITER_SETTINGS: Final = (
    "PRAGMA page_size = 16384",  # two or three records
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2048",  # pages: 32 MB
    "PRAGMA journal_size_limit = 67108864",
)
_SETTINGS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -32768",  # KiB; counted in pages at once, therefore after the page size
)


class Database:
    """An open catalogue file. Every statement takes its values as bound parameters.

    Reading may go on in several threads at once; only one may write.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, writable: bool = False) -> Self:
        """Open the file, and create it where it is to be written. What is in it is not looked at.

        Raises NotFoundError where there is no file to read, CorruptArchiveError for a file of another sort.
        """
        if not writable and not path.is_file():
            raise _missing(path)
        address = f"{path.absolute().as_uri()}?mode={'rwc' if writable else 'ro'}"
        with explained(path):
            connection = sqlite3.connect(
                address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        database = cls(path, connection)
        try:
            database._prepare(writable=writable)
        except FondsError:
            connection.close()
            raise
        return database

    def _prepare(self, *, writable: bool) -> None:
        if not self.is_empty() and self.value("PRAGMA application_id") != APPLICATION:
            raise CorruptArchiveError(
                f"catalogue {self.path}",
                seen="a database of another program",
                wanted="a catalogue that Fonds wrote",
                next_step="Name another archive folder, or move this file away.",
            )
        for setting in (*(_WRITER_SETTINGS if writable else ()), *_SETTINGS):
            self.run(setting)
        if not writable and self.is_empty():
            raise _missing(self.path)

    def is_empty(self) -> bool:
        """Whether nothing was made in it yet."""
        return self.row("SELECT 1 FROM sqlite_schema LIMIT 1") is None

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        self._connection.close()

    def rows(self, statement: str, *parameters: object) -> list[Row]:
        """All rows of a small answer."""
        with explained(self.path):
            return self._connection.execute(statement, parameters).fetchall()

    def each(self, statement: str, *parameters: object) -> Iterator[Row]:
        """The rows of an answer of any size, a few in memory at a time."""
        with explained(self.path):
            cursor = self._connection.execute(statement, parameters)
            while batch := cursor.fetchmany(_READ_BATCH):
                yield from batch

    def row(self, statement: str, *parameters: object) -> Row | None:
        """The first row, or None."""
        with explained(self.path):
            row: Row | None = self._connection.execute(statement, parameters).fetchone()
            return row

    def value(self, statement: str, *parameters: object) -> Any:
        """The first column of the first row, or None."""
        row = self.row(statement, *parameters)
        return row[0] if row else None

    def run(self, statement: str, *parameters: object) -> int:
        """Change something; the number of rows changed."""
        with explained(self.path):
            return self._connection.execute(statement, parameters).rowcount

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters."""
        with explained(self.path):
            self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or, where an exception comes out of it, nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise


def json_list(values: Iterable[str]) -> str:
    """Any number of values as one parameter, for `json_each(?)`."""
    return msgspec.json.encode(list(values)).decode()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file at `path` into errors that say what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = _told(path, error)
        if told is None:
            raise
        raise told from error


def _told(path: Path, error: sqlite3.DatabaseError) -> FondsError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code: SQLite result codes, section 2
    if code not in _REASONS:
        return None
    kind, wanted, next_step = _REASONS[code]
    return kind(f"catalogue {path}", seen=str(error), wanted=wanted, next_step=next_step)


_REASONS: Final[dict[int, tuple[type[FondsError], str, str]]] = {
    sqlite3.SQLITE_BUSY: (ArchiveBusyError, "one writer at a time", "Wait until the other has ended and try again."),
    sqlite3.SQLITE_NOTADB: (
        CorruptArchiveError,
        "a catalogue that Fonds wrote",
        "Name another archive folder, or put back a copy of the catalogue.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        CorruptArchiveError,
        "a catalogue as Fonds wrote it",
        "Put back a copy of it, or move it away and add the files again.",
    ),
    sqlite3.SQLITE_FULL: (
        FondsError,
        "room on the disk",
        "Make room and give the same command again; what was taken in before is safe.",
    ),
    sqlite3.SQLITE_IOERR: (FondsError, "a disk that works", "Look after the disk, then give the same command again."),
    sqlite3.SQLITE_CANTOPEN: (UsageError, "a file in a folder that can be opened", "Check the path and its rights."),
    sqlite3.SQLITE_READONLY: (UsageError, "a file and folder that can be written", "Check their rights."),
}


def _missing(path: Path) -> NotFoundError:
    return NotFoundError(
        f"catalogue {path}",
        seen="there is none",
        wanted="an archive",
        next_step="Take in files with `fonds add`, or name another archive.",
    )
