"""What every page and answer is handed: the front desk, and the identifier in its address."""

from __future__ import annotations

from pathlib import Path

from litestar.di import NamedDependency
from litestar.params import FromPath, SkipValidation

from fonds.archive import Archive
from fonds.reading_room.overview import Overview

Desk = NamedDependency[SkipValidation[Archive]]
"""The front desk of the archive that is read."""


Whole = NamedDependency[SkipValidation[Overview]]
"""The archive at a glance."""

Identifier = FromPath[Path]
"""The end of an address, as the server hands it on: unquoted, with a slash before it."""


def identifier(path: Path) -> str:
    """The identifier of a record or a collection, which may have slashes in it, from the end of an address."""
    return path.as_posix().removeprefix("/")
