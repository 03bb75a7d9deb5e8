"""`fonds cite`: a citation to copy."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.citation import FORMATS, STYLE, STYLES
from fonds.cli.context import InContext, Json, RecordId, print_json
from fonds.errors import UsageError


def cite(
    record_id: RecordId,
    *,
    style: Annotated[str | None, Parameter(help=f"{', '.join(STYLES)}.")] = None,
    form: Annotated[
        str | None, Parameter(name="--format", help=f"For a reference manager: {', '.join(FORMATS)}.")
    ] = None,
    json: Json = False,
    html: Annotated[bool, Parameter(negative="", help="As HTML, with the italics of the style.")] = False,
    context: InContext,
) -> None:
    """Cite a record: as a note and for a bibliography, or in a format for reference managers.

    Without --style: the Chicago Manual of Style, notes and bibliography.

        fonds cite daer1932v02/d2
        fonds cite daer1932v02/d2 --style mla
        fonds cite daer1932v02/d2 --html
        fonds cite daer1932v02/d2 --format ris > d2.ris
    """
    if form and (style or html or json):
        other = "--style" if style else "--html" if html else "--json"
        raise UsageError("fonds cite", seen=f"{other} and --format", wanted="one of them", next_step="Leave one out.")
    with context.archive() as archive:
        if form:
            print(archive.cite_as(record_id, form).rstrip("\n"))
            return
        rendered = archive.cite(record_id, style or STYLE)
    if json:
        print_json(rendered)
        return
    shown = (rendered.note_html, rendered.bibliography_html) if html else (rendered.note, rendered.bibliography)
    print("\n".join(filter(None, shown)))
