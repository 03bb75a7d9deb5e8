"""`fonds find-quotation`: which documents have the words of a quotation."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.cli.context import NOTHING_DONE, InContext, Json, counted, print_json
from fonds.discovery.quotation import Quoted


def find_quotation(
    quotation: Annotated[
        str, Parameter(help="The words quoted; … stands for what was left out.", allow_leading_hyphen=True)
    ],
    *,
    json: Json = False,
    context: InContext,
) -> int:
    """Check a quotation: which documents have it, word for word or with differences.

    Capitals and punctuation do not count. What the quotation has is marked [-so-], what the document has [+so+].

        fonds find-quotation "no reply will be given before … the council has met"
    """
    with context.archive() as archive:
        found = archive.find_quotation(quotation)
    if json:
        print_json(found)
    else:
        print("\n\n".join([counted(len(found), "passage"), *map(_in_words, found)]))
    return 0 if found else NOTHING_DONE


def _in_words(quoted: Quoted) -> str:
    how = "word for word" if quoted.exact else f"{quoted.likeness:.0%} of the words"
    lines = [quoted.title, f"  {quoted.id}  ({quoted.date or 'no date'}; {quoted.layer}; {how})"]
    return "\n".join([*lines, f"  {quoted.passage if quoted.exact else _marked(quoted)}"])


def _marked(quoted: Quoted) -> str:
    pieces = []
    for each in quoted.differences:
        if each.sort == "same":
            pieces.append(each.printed)
        else:
            pieces += [f"[-{each.quoted}-]"] if each.quoted else []
            pieces += [f"[+{each.printed}+]"] if each.printed else []
    return " ".join(pieces)
