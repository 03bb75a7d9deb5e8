"""Lists of names that come beside documents: `people.csv`."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path

from fonds.errors import RefusedError
from fonds.record import Agent

COLUMNS = ("id", "name", "description")
NEEDED = COLUMNS[:2]
_DELIMITERS = ",;\t"
LIMIT = 16 << 20


def read_people(path: Path) -> tuple[Agent, ...]:
    """The people of a list: a CSV file (RFC 4180) with the columns id, name and description, in any order, and others.

    UTF-8, or else Windows-1252, as spreadsheets write it; semicolons or tabs may part the columns. The agents have no
    collection yet: whoever uses the list gives them theirs. Rows without id or name are left out, and an empty file
    lists nobody. Raises RefusedError where the file cannot be read, is larger than 16 MiB or lacks id or name.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    if status.st_size > LIMIT:
        raise RefusedError(
            path.name,
            seen=f"{status.st_size >> 20} MiB",
            wanted=f"a list of names of at most {LIMIT >> 20} MiB",
            next_step="Split it by folder.",
        )
    return _read(path, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> tuple[Agent, ...]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    return tuple(_agents(path.name, _decoded(content)))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("Windows-1252", errors="replace")


def _agents(name: str, content: str) -> list[Agent]:
    if not content.strip():
        return []
    first = content.partition("\n")[0]
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=max(_DELIMITERS, key=first.count))
    try:
        header = [column.strip().casefold() for column in next(rows, [])]
        if not set(header).issuperset(NEEDED):
            raise _malformed(name, f"the columns {', '.join(header)}")
        listed = [dict(zip(header, map(str.strip, row), strict=False)) for row in rows]
    except csv.Error as error:
        raise _malformed(name, str(error)) from error
    fields = ([row.get(column, "") for column in COLUMNS] for row in listed)
    return [Agent(key, "", "person", name, about) for key, name, about in fields if key and name]


def _unreadable(path: Path, error: OSError) -> RefusedError:
    return RefusedError(
        path.name,
        seen=error.strerror or str(error),
        wanted="a list of names",
        next_step="Check the path and its rights.",
    )


def _malformed(name: str, seen: str) -> RefusedError:
    return RefusedError(
        name,
        seen=seen,
        wanted=f"the columns {' and '.join(NEEDED)}, and {COLUMNS[-1]} if you like",
        next_step="Name the columns in the first line.",
    )
