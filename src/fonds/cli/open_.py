"""`fonds open`: add, then serve: the whole of Fonds in one command."""

from __future__ import annotations

from pathlib import Path

from fonds.cli.add import add
from fonds.cli.context import NOTHING_DONE, InContext
from fonds.cli.serve import serve


def open_(
    *paths: Path, people: Path | None = None, host: str = "127.0.0.1", port: int = 8080, context: InContext
) -> int:
    """Take in files and folders, then open the reading room."""
    code = add(*paths, people=people, context=context)
    if code != NOTHING_DONE:
        serve(host=host, port=port, context=context)
    return code
