"""`fonds find-citation`: which document a footnote cites."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.archive.citations import CitationFound, Match, counted
from fonds.cli.context import NOTHING_DONE, InContext, Json, print_json
from fonds.cli.lines import file_with, lines
from fonds.errors import UsageError


def find_citation(
    citation: Annotated[str | None, Parameter(help="The footnote.", allow_leading_hyphen=True)] = None,
    *,
    file: Annotated[Path | None, file_with("a footnote")] = None,
    json: Json = False,
    context: InContext,
) -> int:
    """Find the document that a footnote cites, with the reasons, and how surely.

    fonds find-citation "Telegram 214 from Sarenne, October 25, 1932"
    fonds find-citation --file footnotes.txt
    """
    citations = [*([citation] if citation else []), *lines(file, "a footnote")]
    if not citations:
        raise UsageError(
            "find-citation", seen="no footnote", wanted="a footnote", next_step="Paste one, or name a --file."
        )
    with context.archive() as archive:
        answer = counted(archive.find_citations(citations))
    if json:
        print_json(answer)
    else:
        print("\n\n".join([*map(_in_words, answer.citations), f"{answer.found} of {answer.of} found"]))
    return 0 if answer.found else NOTHING_DONE


def _in_words(found: CitationFound) -> str:
    return "\n".join(
        [found.citation, *(_match(each) for each in found.matches or ())] + ([] if found.matches else ["  not found"])
    )


def _match(match: Match) -> str:
    against = f"; but not {', '.join(match.against)}" if match.against else ""
    reasons = f"{', '.join(match.reasons)}{against}"
    return f"  {match.confidence:.0%}  {match.id}  {match.title} ({match.date})\n       {reasons}"
