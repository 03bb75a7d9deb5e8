"""`fonds cite`: a citation to copy."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.citation import STYLE
from fonds.cli.context import InContext
from fonds.errors import UsageError


def cite(
    record_id: str,
    *,
    style: Annotated[str | None, Parameter(help="A style such as chicago-notes-bibliography.")] = None,
    format: Annotated[str | None, Parameter(help="bibtex, ris or csl-json, for a reference manager.")] = None,  # noqa: A002
    context: InContext,
) -> None:
    """Cite a record: as a note and for a bibliography, or in a format for reference managers."""
    if style and format:
        raise UsageError("fonds cite", seen="--style and --format", wanted="one of them", next_step="Leave one out.")
    with context.archive() as archive:
        if format:
            print(archive.cite_as(record_id, format).rstrip("\n"))
            return
        rendered = archive.cite(record_id, style or STYLE)
    print("\n".join(filter(None, (rendered.note, rendered.bibliography))))
