"""The query language: words, phrases, nearness, prefixes, other spellings, AND OR NOT, brackets and fields; read into a
tree. `docs/query-language.md` describes it to its users."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from fonds.discovery.days import day_range
from fonds.discovery.fields import FIELDS
from fonds.discovery.tokens import Token, refusal, tokens
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word
from fonds.errors import QueryError

LONGEST: Final = 1000
"""Characters of a query."""
DEEPEST: Final = 20
"""Brackets, and NOTs, within each other."""
FARTHEST: Final = 100
"""Words that may lie between words that are near each other."""
_SHORT: Final = 5
"""Letters of the longest word that has other spellings by one edit, if no number is given; longer ones by two."""

_ELSEWHERE: Final = (
    (re.compile(r"[-!]\w"), "Write NOT word for documents without it."),
    (re.compile(r"\+\w"), "Leave the sign out: all words must be found in any case."),
    (re.compile(r"(?:&&|\|\|?)$"), "Write AND or OR, in capitals."),
    (re.compile(r".*\w\^\d"), "Leave the weight out: rarer words weigh more by themselves."),
    (re.compile(r"NEAR/\d+$"), 'Write "two words"~8.'),
)
"""Signs that mean something in other query languages -> what to do: to pass over them would answer another query."""
_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
_NEXT_STEPS: Final = {
    "end": "Go on with a word, or leave out what stands at the end.",
    "close": "Put a word before the bracket, or leave the bracket out.",
    "operator": 'Put AND, OR and NOT in "quotation marks" to look for them as words.',
}
"""What to do where something else than words follows."""


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


class _Parser:
    """Recursive descent over the tokens; one method for each rule of the grammar."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens = list(tokens(query))
        self.position = 0
        self.depth = 0

    @property
    def next(self) -> Token:
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
            raise self.refused("a word, a phrase or an opening bracket", _NEXT_STEPS[token.kind])
        self.position += 1
        if token.kind == "open":
            return self.bracketed(field)
        if token.kind == "field":
            return self.primary(self.known(token))
        return _Leaf(self.query, token, field).node()

    def bracketed(self, field: str | None) -> Node:
        self.deeper()
        node = self.either(field)
        if not self.took("close"):
            raise self.refused("a closing bracket", "Close the bracket, or leave it out.")
        self.depth -= 1
        return node

    def known(self, token: Token) -> str:
        if token.value not in FIELDS:
            fields = ", ".join(f"{name}:" for name in FIELDS)
            near = get_close_matches(token.value, FIELDS, 1)
            meant = f"Did you mean {near[0]}:? " if near else ""
            next_step = f'{meant}Put words with a colon in "quotation marks".'
            raise refusal(self.query, token.start, f"one of {fields}", next_step)
        if self.next.kind in {"field", "operator", "close"}:
            raise self.refused("a word, a phrase or an opening bracket after the field", "Write kind:telegram.")
        return token.value


class _Leaf:
    """A word or phrase, with the signs that it has on it."""

    def __init__(self, query: str, token: Token, field: str | None) -> None:
        self.query = query
        self.token = token
        self.field = field
        self.how = FIELDS[field].how if field else "words"

    def node(self) -> Node:
        if self.how == "dates":
            return self.dates()
        if self.token.kind == "phrase":
            return Word(self.token.value, self.field, self.token.start) if self.token.near is None else self.near()
        return self.word()

    def refused(self, wanted: str, next_step: str) -> QueryError:
        return refusal(self.query, self.token.start, wanted, next_step)

    def word(self) -> Node:
        words = self.token.value
        for sign, next_step in _ELSEWHERE if self.how in {"words", "names"} else ():
            if sign.match(words):
                raise self.refused("a word without signs of other query languages", next_step)
        if words.endswith(":") and words[:-1] in FIELDS:
            raise self.refused(f"a word right behind {words}", f"Write {FIELDS[words[:-1]].example}.")
        if words.startswith("="):
            return self.exact(words[1:])
        if "~" in words:
            return self.fuzzy(words)
        return self.prefix(words) if "*" in words else Word(words, self.field, self.token.start)

    def exact(self, words: str) -> Node:
        if not any(map(str.isalnum, words)) or any(sign in words for sign in "*~="):
            raise self.refused("a single word after =", "Write =word; a phrase is exact without the sign.")
        return Word(words, self.field, self.token.start, exact=True)

    def near(self) -> Node:
        number = self.number(self.token.near or "")
        if number is None or not 1 <= number <= FARTHEST:
            raise self.refused(f"a number from 1 to {FARTHEST} after the tilde", 'Write "two words"~8.')
        self.require({"words", "names"}, "nearness")
        return Near(self.token.value, number, self.field, self.token.start)

    def fuzzy(self, words: str) -> Node:
        word, _, digits = words.partition("~")
        edits = self.number(digits) if digits else 1 if len(word) <= _SHORT else 2
        if edits not in {1, 2} or not word.isalnum() or len(word) < 3:
            raise self.refused(
                "a word of three letters or more, a tilde, and 1 or 2 or nothing", "Write word~ or word~1."
            )
        self.require({"words", "names"}, "other spellings")
        return Fuzzy(word, edits, self.field, self.token.start)

    def prefix(self, words: str) -> Node:
        beginning, _, rest = words.partition("*")
        if rest or sum(map(str.isalnum, beginning)) < 2:
            wanted = "the star at the end of two or more letters"
            raise self.refused(wanted, "Write telegr* for all words that begin so.")
        self.require({"words", "names", "whole"}, "beginnings")
        return Prefix(beginning, self.field, self.token.start)

    def dates(self) -> Node:
        first, dots, last = self.token.value.partition("..")
        last = last if dots else first
        ends = [days for end in (first, last) if end and (days := day_range(end))]
        if len(ends) < bool(first) + bool(last):
            raise self.refused("a year, month or day, or two of them", "Write date:1962, or date:1962-10..1962-11-20.")
        if not first and not last:
            raise self.refused("a year, month or day", "Write date:1962-10.")
        if len(ends) == 2 and ends[0][0] > ends[1][1]:
            raise self.refused("the earlier date first", f"Write date:{last}..{first}.")
        return Dates(first or None, last or None, self.token.start)

    def require(self, ways: set[str], what: str) -> None:
        if self.how not in ways:
            raise self.refused(f"a value: {self.field}: knows no {what}", f"Write {FIELDS[self.field or ''].example}.")

    @staticmethod
    def number(digits: str) -> int | None:
        return int(digits) if _NUMBER.fullmatch(digits) else None
