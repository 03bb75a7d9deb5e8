"""Lists of names that come beside documents: `people.csv`."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path

from fonds.errors import RefusedError
from fonds.record import Agent

COLUMNS = ["id", "name", "description"]
LIMIT = 16 << 20


def read_people(path: Path) -> tuple[Agent, ...]:
    """The people of a list: a CSV file (RFC 4180, UTF-8) with the columns id, name, description.

    The agents have no collection yet: whoever uses the list gives them theirs. Rows without id or name are left out.
    Raises RefusedError where the file cannot be read, is larger than 16 MiB or has other columns.
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
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise RefusedError(path.name, seen=str(error), wanted="UTF-8", next_step="Save it as CSV in UTF-8.") from error
    return tuple(_agents(path.name, content))


def _agents(name: str, content: str) -> list[Agent]:
    rows = csv.reader(io.StringIO(content, newline=""))
    try:
        header = [column.strip() for column in next(rows, [])]
        if header != COLUMNS:
            raise _malformed(name, f"the columns {', '.join(header) or '(none)'}")
        fields = [[field.strip() for field in row] + ["", "", ""] for row in rows]
    except csv.Error as error:
        raise _malformed(name, str(error)) from error
    return [Agent(key, "", "person", name, about) for key, name, about, *_ in fields if key and name]


def _unreadable(path: Path, error: OSError) -> RefusedError:
    return RefusedError(
        path.name,
        seen=error.strerror or str(error),
        wanted="a list of names",
        next_step="Check the path and its rights.",
    )


def _malformed(name: str, seen: str) -> RefusedError:
    return RefusedError(
        name, seen=seen, wanted=f"the columns {', '.join(COLUMNS)}", next_step="Name the columns in the first line."
    )
