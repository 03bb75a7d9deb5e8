"""`fonds collocates`: words that stand near others."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, Json, counted, print_json
from fonds.cli.filters import NO_FILTERS, Filters
from fonds.discovery import Narrowed
from fonds.discovery.collocates import Measure


def collocates(  # noqa: PLR0913 - one option a filter
    query: Annotated[str, Parameter(help="Near what, in the query language.", allow_leading_hyphen=True)],
    *,
    filters: Filters = NO_FILTERS,
    measure: Annotated[Measure, Parameter(help="What sorts the words.")] = "log-likelihood",
    span: Annotated[int, Parameter(help="How many words away on each side.")] = 5,
    limit: Annotated[int, Parameter(help="How many words to print.")] = 30,
    json: Json = False,
    context: InContext,
) -> None:
    """List the words that stand near others more often than chance would have it.

    fonds collocates blockade --span 3
    """
    with context.archive() as archive:
        found = archive.collocates(query, measure=measure, span=span, **(filters.asked() | Narrowed(limit=limit)))
    if json:
        print_json(found)
        return
    where = f"{counted(found.occurrences, 'occurrence')} in {counted(found.documents, 'record')}"
    print(f"{where}; {found.span} words on each side; {found.measure}, near, in all")
    for each in found.collocates:
        print(f"{each.value:12.2f}  {each.near:6}  {each.all:8}  {each.word}")
