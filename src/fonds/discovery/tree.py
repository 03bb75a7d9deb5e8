"""What a query asks for, as a tree."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Word(Struct, frozen=True, tag=True):
    """A word to be found in any of its forms, or several just as they are written, one after the other.

    In a field, or wherever is searched. `start`: offset in the query; `exact`: only as it is written.
    """

    words: str
    field: str | None
    start: int
    exact: bool = False


class Near(Struct, frozen=True, tag=True):
    """Two words or more, in any of their forms and any order, of which no two are further apart than `distance`.

    Neighbours have the distance 1.
    """

    words: str
    distance: int
    field: str | None
    start: int


class Fuzzy(Struct, frozen=True, tag=True):
    """A word, and all words that come of it by so many `edits`.

    An edit leaves a letter out, puts one in or changes one, or turns two neighbours round.
    """

    words: str
    edits: int
    field: str | None
    start: int


class Prefix(Struct, frozen=True, tag=True):
    """The beginning of a word to be found."""

    words: str
    field: str | None
    start: int


class Dates(Struct, frozen=True, tag=True):
    """A range of days that the document's date may fall in; each end as it was written, None for an open one."""

    first: str | None
    last: str | None
    start: int


class Joined(Struct, frozen=True, tag=True):
    """What must all be found, or of which one must."""

    operator: Literal["AND", "OR"]
    parts: tuple[Node, ...]


class Not(Struct, frozen=True, tag=True):
    """What must not be found."""

    part: Node


Leaf = Word | Near | Fuzzy | Prefix | Dates
Node = Leaf | Joined | Not


def written(node: Node) -> str:
    """The node in the query language, every bracket set and every AND written."""
    match node:
        case Joined():
            return f" {node.operator} ".join(
                f"({written(p)})" if isinstance(p, Joined) else written(p) for p in node.parts
            )
        case Not():
            return f"NOT ({written(node.part)})" if isinstance(node.part, Joined) else f"NOT {written(node.part)}"
        case Dates():
            same = node.first == node.last
            return f"date:{node.first}" if same else f"date:{node.first or ''}..{node.last or ''}"
        case _:
            return (f"{node.field}:" if node.field else "") + _leaf(node)


def _leaf(node: Word | Near | Fuzzy | Prefix) -> str:
    match node:
        case Near():
            return f'"{node.words}"~{node.distance}'
        case Fuzzy():
            return f"{node.words}~{node.edits}"
        case Prefix():
            return f"{_quoted(node.words)}*"
        case Word():
            return ("=" if node.exact else "") + _quoted(node.words)


def _quoted(words: str) -> str:
    return f'"{words}"' if not words or any(sign.isspace() or sign in "()" for sign in words) else words
