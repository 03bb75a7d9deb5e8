"""`fonds concordance`: words in their context."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, Json, counted, print_json
from fonds.cli.filters import NO_FILTERS, Filters, Flag
from fonds.discovery import Narrowed
from fonds.discovery.concordance import Arrangement, Concordance


def concordance(  # noqa: PLR0913 - one option a filter
    query: Annotated[
        str, Parameter(help="What to show in its context, in the query language.", allow_leading_hyphen=True)
    ],
    *,
    filters: Filters = NO_FILTERS,
    arrangement: Annotated[
        Arrangement, Parameter(name="--by", help="document, left or right: what sorts the lines.")
    ] = "document",
    limit: Annotated[int, Parameter(help="How many lines to print; -1 for all.")] = 50,
    offset: Annotated[int, Parameter(help="How many of the first to pass over.")] = 0,
    table: Annotated[bool, Flag, Parameter(name="--csv", help="Print a table (CSV).")] = False,
    json: Json = False,
    context: InContext,
) -> None:
    """Show every occurrence in its context, over the whole result.

    fonds concordance '"time limit"' --by right
    """
    asked = filters.asked() | Narrowed(limit=limit if limit >= 0 else 1_000_000, offset=offset)
    with context.archive() as archive:
        found = archive.concordance(query, arrangement=arrangement, **asked)
    if json:
        print_json(found)
    elif table:
        _table(found)
    else:
        lines = [f"{line.left[-50:]:>50}  {line.found}  {line.right[:50]:<50}  {line.id}" for line in found.lines]
        print("\n".join([f"{counted(found.total, 'occurrence')} in {counted(found.documents, 'record')}", *lines]))


def _table(found: Concordance) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(["id", "date", "layer", "left", "found", "right"])
    writer.writerows((line.id, line.date, line.layer, line.left, line.found, line.right) for line in found.lines)
