"""Fonds turns historical records into an archive that can be searched, cited, connected and questioned."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fonds.archive import Archive

__version__ = version("fonds")


def open(path: str | Path) -> Archive:  # noqa: A001 - `fonds.open` reads as it does
    """Open an archive to read it. Raises NotFoundError where there is none."""
    from fonds.archive import open as open_archive  # noqa: PLC0415 - reading processes need no index and no web

    return open_archive(Path(path))
