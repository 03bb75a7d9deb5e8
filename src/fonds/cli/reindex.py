"""`fonds reindex`: make the search index anew."""

from __future__ import annotations

from fonds.cli.context import InContext, counted, tell
from fonds.cli.progress import taking_in


def reindex(*, context: InContext) -> None:
    """Make the search index anew from the catalogue.

    The index is only for searching: its folder can be thrown away at any time, and made again with this.
    """
    with context.archive(writable=True) as archive, taking_in() as shown:
        records = archive.reindex(shown)
    tell(f"{counted(records, 'record')} indexed.")
