"""`fonds reindex`: make the search index anew."""

from __future__ import annotations

from fonds.cli.context import InContext, progress, tell


def reindex(*, context: InContext) -> None:
    """Make the search index anew from the catalogue."""
    with context.archive(writable=True) as archive, progress() as shown:
        records = archive.reindex(shown)
    tell(f"{records} records indexed.")
