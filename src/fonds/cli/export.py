"""`fonds export`: records for other systems."""

from __future__ import annotations

from pathlib import Path

from fonds.cli.context import InContext, tell
from fonds.dissemination.export import export as export_records


def export(directory: Path, *, format: str, context: InContext) -> None:  # noqa: A002
    """Write all records to a folder: tei, jsonl, csv, bibtex, ris or csl-json."""
    with context.archive() as archive:
        exported = export_records(archive.records(), directory, format)
    tell(f"{exported.count} records in {len(exported.files)} files below {directory}.")
