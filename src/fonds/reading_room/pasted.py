"""What readers bring along and paste: footnotes, to find what they cite, and quotations, to check them."""

from __future__ import annotations

from typing import Annotated, Final

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Template

from fonds.archive.citations import counted
from fonds.errors import QueryError
from fonds.reading_room.desk import Desk

LONGEST: Final = 5000
"""Characters that are pasted at once."""
MOST_FOOTNOTES: Final = 50

Pasted = Annotated[str, QueryParameter(max_length=LONGEST)]


@get("/footnotes", sync_to_thread=True, include_in_schema=False)
def footnotes(archive: Desk, q: Pasted = "") -> Template:
    """What footnotes cite, one on each line. In a thread: each is held against many documents."""
    lines = [line for line in map(str.strip, q.splitlines()) if line]
    context = {"q": q, "most": MOST_FOOTNOTES, "longest": LONGEST, "found": None, "error": None}
    if len(lines) > MOST_FOOTNOTES:
        wanted, next_step = f"{MOST_FOOTNOTES} at once", "Paste the others afterwards, or use `fonds find-citation`."
        error = QueryError("the footnotes", seen=f"{len(lines)} lines", wanted=wanted, next_step=next_step)
        return Template("footnotes.html", context=context | {"error": error}, status_code=400)
    found = counted(archive.find_citations(lines)) if lines else None
    return Template("footnotes.html", context=context | {"found": found})


@get("/quotations", sync_to_thread=True, include_in_schema=False)
def quotations(archive: Desk, q: Pasted = "") -> Template:
    """Which documents have the words of a quotation. In a thread: one with a word changed takes tenths of a second."""
    context = {"q": q, "longest": LONGEST, "found": None, "error": None}
    try:
        found = archive.find_quotation(q) if q.strip() else None
    except QueryError as error:
        return Template("quotations.html", context=context | {"error": error}, status_code=400)
    return Template("quotations.html", context=context | {"found": found})


PASTED_PAGES = (footnotes, quotations)
