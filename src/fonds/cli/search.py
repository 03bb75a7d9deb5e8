"""`fonds search`: find records."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import InContext, Json, counted, print_json
from fonds.diplomatics.kinds import known_kind
from fonds.discovery import Hit, Results, Snippet


def search(  # noqa: PLR0913 - one option a filter
    query: Annotated[str, Parameter(help='Words, "phrases", AND OR NOT ( ), prefix*.', allow_leading_hyphen=True)],
    *,
    from_: Annotated[str | None, Parameter(name="--from", help="First day, month or year.")] = None,
    to: Annotated[str | None, Parameter(help="Last day, month or year.")] = None,
    kind: Annotated[str | None, Parameter(help="A kind of document: letter, telegram, memorandum, …")] = None,
    person: Annotated[str | None, Parameter(help="A name, or a part of it.")] = None,
    place: Annotated[str | None, Parameter(help="Where it was written: a name, or a part of it.")] = None,
    collection: Annotated[str | None, Parameter(help="The volume or folder that it is in.")] = None,
    notes: Annotated[bool, Parameter(negative="", help="Search the notes too.")] = False,
    editor: Annotated[bool, Parameter(negative="", help="Search the editor's words too.")] = False,
    limit: Annotated[int, Parameter(help="How many to print.")] = 10,
    offset: Annotated[int, Parameter(help="How many of the first to pass over.")] = 0,
    json: Json = False,
    context: InContext,
) -> None:
    """Find records: best first, with the passage and the number of all of them.

    The words of the documents are searched; their notes and what editors put in only where you ask for them.

        fonds search gunboat
        fonds search '"good offices" OR mediation' --from 1932-10-24 --kind letter
    """
    with context.archive() as archive:
        results = archive.search(
            query,
            date_from=from_,
            date_to=to,
            kind=known_kind(kind) if kind else None,
            person=person,
            place=place,
            collection=collection,
            limit=limit,
            offset=offset,
            notes=notes,
            editor=editor,
        )
    if json:
        print_json(results)
    else:
        print(_in_words(results))


def _in_words(results: Results) -> str:
    return "\n\n".join([counted(results.total, "record"), *(_hit(hit) for hit in results.hits)])


def _hit(hit: Hit) -> str:
    about = ", ".join(filter(None, (hit.kind, hit.date, hit.place)))
    lines = [f"{hit.title}", f"  {hit.id}  ({about or 'no date'})"]
    return "\n".join([*lines, *(f"  {snippet.layer}: {_marked(snippet)}" for snippet in hit.snippets)])


def _marked(snippet: Snippet) -> str:
    pieces, last = [], 0
    for start, end in snippet.highlights:
        pieces += [snippet.text[last:start], "[", snippet.text[start:end], "]"]
        last = end
    return " ".join("".join([*pieces, snippet.text[last:]]).split())
