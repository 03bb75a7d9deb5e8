"""`fonds similar`: more like this."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.archive.similar import Similar
from fonds.cli.context import InContext, Json, RecordId, in_brackets, print_json
from fonds.cli.filters import Repeated
from fonds.discovery.likeness import Reason


def similar(
    id: RecordId,  # noqa: A002 - as the help names it
    *,
    without: Annotated[
        list[Reason] | None, Repeated, Parameter(help="phrases, days, people or citations: switch it off; repeatable.")
    ] = None,
    limit: Annotated[int, Parameter(help="How many to print.")] = 10,
    json: Json = False,
    context: InContext,
) -> None:
    """Find records that are like one, with the reasons: the same rare words, near days, people, and citations.

    fonds similar daer1932v02/d2 --without citations
    """
    with context.archive() as archive:
        found = archive.similar(id, without=without or (), limit=limit)
    if json:
        print_json(found)
    else:
        print("\n\n".join(map(_in_words, found.similar)) or "nothing like it")


def _in_words(each: Similar) -> str:
    lines = [f"{each.score:5.1f}  {each.title}", f"       {each.id}  {in_brackets(each.kind, each.date)}"]
    return "\n".join([*lines, *(f"       {because.points:4.1f}  {because.words}" for because in each.reasons)])
