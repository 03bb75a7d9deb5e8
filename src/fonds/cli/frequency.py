"""`fonds frequency`: how often something is said over time."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, Json, print_json
from fonds.cli.filters import NO_FILTERS, Filters
from fonds.discovery.frequency import Year


def frequency(
    query: Annotated[str, Parameter(help="What to count, in the query language.", allow_leading_hyphen=True)],
    *,
    filters: Filters = NO_FILTERS,
    json: Json = False,
    context: InContext,
) -> None:
    """Count what is said year by year, beside all documents and words of each year.

    What narrows the search narrows what it is compared with too.

        fonds frequency blockade --kind telegram
    """
    with context.archive() as archive:
        found = archive.frequency(query, **filters.asked())
    if json:
        print_json(found)
        return
    print("year    records  of all   times  in a million words")
    for year in (*found.years, *([found.undated] if found.undated.of_documents else [])):
        print(_line(year))


def _line(year: Year) -> str:
    rate = year.occurrences * 1e6 / year.of_words if year.of_words else 0.0
    return f"{year.year or 'other':6} {year.documents:8} {year.of_documents:7} {year.occurrences:7} {rate:10.1f}"
