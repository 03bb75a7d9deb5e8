"""`fonds export`: records for other systems."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, counted, tell
from fonds.dissemination.export import FORMS
from fonds.dissemination.export import export as export_records


def export(
    directory: Annotated[Path, Parameter(help="The folder to write to; made if there is none.")],
    *,
    form: Annotated[str, Parameter(name="--format", help=f"{', '.join(FORMS)}.")],
    context: InContext,
) -> None:
    """Write all records to a folder, for other systems.

    `tei` writes one TEI P5 file a record; the others write one file for all: `jsonl` every field, as `fonds schema`
    has it; `csv` a table for a spreadsheet, one row a record; `bibtex`, `ris` and `csl-json` for reference managers.

        fonds export --format csv out
    """
    with context.archive() as archive:
        exported = export_records(archive.records(), directory, form)
    tell(f"{counted(exported.count, 'record')} in {counted(len(exported.files), 'file')} below {directory}.")
