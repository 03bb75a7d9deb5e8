"""The query language: words, "phrases", prefix*, AND OR NOT, brackets and fields; read into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from fonds.errors import QueryError

FIELDS: Final = ("title", "note", "person", "place", "kind", "collection")
"""What can stand before a colon."""
LONGEST: Final = 1000
"""Characters of a query."""
DEEPEST: Final = 20
"""Brackets, and NOTs, within each other."""

_TOKEN = re.compile(
    r"""\s+|(?P<open>\()|(?P<close>\))|"(?P<phrase>[^"]*)"|(?P<field>[^\W\d]+):(?=\S)|(?P<word>[^\s()"]+)"""
)
_CURLY = str.maketrans("“”„", '"""')
_OPERATORS = {"AND", "OR", "NOT"}
_END = "the end"


class Word(Struct, frozen=True, tag=True):
    """A word to be found in any of its forms, or several just as they are written, one after the other.

    In a field, or wherever is searched. `start`: offset in the query.
    """

    words: str
    field: str | None
    start: int


class Prefix(Struct, frozen=True, tag=True):
    """The beginning of a word to be found."""

    words: str
    field: str | None
    start: int


class Joined(Struct, frozen=True, tag=True):
    """What must all be found, or of which one must."""

    operator: Literal["AND", "OR"]
    parts: tuple[Node, ...]


class Not(Struct, frozen=True, tag=True):
    """What must not be found."""

    part: Node


Node = Word | Prefix | Joined | Not


class _Token(Struct, frozen=True):
    kind: str
    value: str
    start: int


def parse_query(query: str) -> Node | None:
    """What the query asks for; None for an empty one, which asks for everything.

    Words beside each other must all be found, AND binds tighter than OR, NOT tighter than both; the three are
    operators in capitals only. Raises QueryError, naming the character, for what is not of the language.
    """
    if len(query) > LONGEST:
        wanted = f"at most {LONGEST} characters"
        raise QueryError("the query", seen=f"{len(query)} characters", wanted=wanted, next_step="Ask for fewer words.")
    if not query.strip():
        return None
    return _Parser(query).parsed()


def refusal(query: str, start: int, wanted: str, next_step: str) -> QueryError:
    """The error for what stands at an offset of the query."""
    seen = query[start : start + 30].strip() or _END
    return QueryError(f"the query, at character {start + 1}", seen=seen, wanted=wanted, next_step=next_step)


def _tokens(query: str) -> Iterator[_Token]:
    reached = 0
    plain = query.translate(_CURLY)
    while reached < len(plain):
        match = _TOKEN.match(plain, reached)
        if match is None:
            raise refusal(query, reached, "a closing quotation mark", "Close the phrase, or leave the mark out.")
        kind = match.lastgroup
        if kind is not None:
            value = match[kind]
            yield _Token("operator" if kind == "word" and value in _OPERATORS else kind, value, reached)
        reached = match.end()
    yield _Token("end", "", len(query))


class _Parser:
    """Recursive descent over the tokens; one method for each rule of the grammar."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens = list(_tokens(query))
        self.position = 0
        self.depth = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.position]

    def parsed(self) -> Node:
        node = self.either(None)
        if self.next.kind != "end":
            raise self.refused("an opening bracket before this one", "Leave the bracket out.")
        return node

    def refused(self, wanted: str, next_step: str) -> QueryError:
        return refusal(self.query, self.next.start, wanted, next_step)

    def took(self, kind: str, value: str | None = None) -> bool:
        fits = self.next.kind == kind and value in {None, self.next.value}
        self.position += fits
        return fits

    def either(self, field: str | None) -> Node:
        parts = [self.every(field)]
        while self.took("operator", "OR"):
            parts.append(self.every(field))
        return parts[0] if len(parts) == 1 else Joined("OR", tuple(parts))

    def every(self, field: str | None) -> Node:
        parts = [self.negated(field)]
        while self.took("operator", "AND") or not self.ends():
            parts.append(self.negated(field))
        return parts[0] if len(parts) == 1 else Joined("AND", tuple(parts))

    def ends(self) -> bool:
        return self.next.kind in {"end", "close"} or (self.next.kind, self.next.value) == ("operator", "OR")

    def negated(self, field: str | None) -> Node:
        if not self.took("operator", "NOT"):
            return self.primary(field)
        self.deeper()
        node = Not(self.negated(field))
        self.depth -= 1
        return node

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.refused(f"at most {DEEPEST} brackets within each other", "Take some brackets away.")

    def primary(self, field: str | None) -> Node:
        token = self.next
        if token.kind in {"end", "close", "operator"}:
            raise self.refused("a word, a phrase or an opening bracket", 'Put AND, OR and NOT in "quotation marks".')
        self.position += 1
        if token.kind == "open":
            return self.bracketed(field)
        if token.kind == "field":
            return self.primary(self.known(token))
        if token.kind == "phrase":
            return Word(token.value, field, token.start)
        return self.word(token, field)

    def bracketed(self, field: str | None) -> Node:
        self.deeper()
        node = self.either(field)
        if not self.took("close"):
            raise self.refused("a closing bracket", "Close the bracket, or leave it out.")
        self.depth -= 1
        return node

    def known(self, token: _Token) -> str:
        if token.value not in FIELDS:
            fields = ", ".join(f"{name}:" for name in FIELDS)
            raise refusal(self.query, token.start, f"one of {fields}", 'Put words with a colon in "quotation marks".')
        if self.next.kind in {"field", "operator", "close"}:
            raise self.refused("a word, a phrase or an opening bracket after the field", "Write kind:telegram.")
        return token.value

    def word(self, token: _Token, field: str | None) -> Node:
        beginning, star, rest = token.value.partition("*")
        if not star:
            return Word(token.value, field, token.start)
        if rest or sum(map(str.isalnum, beginning)) < 2:
            wanted = "the star at the end of two or more letters"
            raise refusal(self.query, token.start, wanted, "Write telegr* for all words that begin so.")
        return Prefix(beginning, field, token.start)
