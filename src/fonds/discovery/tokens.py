"""The signs of a query: words, phrases, brackets, fields and operators, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, cast

from msgspec import Struct

from fonds.errors import QueryError

Kind = Literal["word", "phrase", "field", "open", "close", "operator", "end"]

_TOKEN = re.compile(
    r"""\s+|(?P<open>\()|(?P<close>\))|"(?P<phrase>[^"]*)"(?P<near>~[^\s()"]*)?"""
    r"""|(?P<field>[^\W\d]+(?:-[^\W\d]+)*):(?=\S)|(?P<word>[^\s()"]+)"""
)
_CURLY = str.maketrans("“”„«»", '"""""')
_OPERATORS = {"AND", "OR", "NOT"}
_END = "the end"


class Token(Struct, frozen=True):
    """A sign and the offset at which it stands; `near` is what follows the tilde behind a phrase."""

    kind: Kind
    value: str
    start: int
    near: str | None = None


def tokens(query: str) -> Iterator[Token]:
    """The signs in order, and one for the end. Raises QueryError for a phrase that is not closed."""
    reached = 0
    plain = query.translate(_CURLY)
    while reached < len(plain):
        match = _TOKEN.match(plain, reached)
        if match is None:
            raise refusal(query, reached, "a closing quotation mark", "Close the phrase, or leave the mark out.")
        yield from _token(match)
        reached = match.end()
    yield Token("end", "", len(query))


def _token(match: re.Match[str]) -> Iterator[Token]:
    if match["phrase"] is not None:
        near = match["near"]
        yield Token("phrase", match["phrase"], match.start(), near[1:] if near is not None else None)
    elif match.lastgroup is not None:
        value = match[match.lastgroup]
        is_operator = match.lastgroup == "word" and value in _OPERATORS
        yield Token("operator" if is_operator else cast("Kind", match.lastgroup), value, match.start())


def refusal(query: str, start: int, wanted: str, next_step: str) -> QueryError:
    """The error for what stands at an offset of the query."""
    seen = query[start : start + 30].strip() or _END
    return QueryError(f"the query, at character {start + 1}", seen=seen, wanted=wanted, next_step=next_step)
