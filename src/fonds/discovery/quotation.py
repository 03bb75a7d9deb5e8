"""Checking a quotation: which documents have it, word for word or with differences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, cast

from msgspec import Struct
from rapidfuzz.distance import Levenshtein
from tantivy import Document, Query

from fonds.discovery.asking import Asker
from fonds.discovery.combining import all_of, any_of
from fonds.discovery.folding import Folded, fold
from fonds.discovery.schema import Layer, schema, terms
from fonds.errors import QueryError

_QUOTED: Final[tuple[Layer, ...]] = ("text", "translation", "note", "editor")
_OMISSION: Final = re.compile(r"\[?(?:…|\.\s?\.\s?\.(?:\s?\.)?)\]?")
"""Where a quotation leaves words out: "…", ". . .", "[...]"."""
_BROKEN: Final = re.compile(r"(?<=[^\W\d_])(?:-|\u00ad)[ \t]*\r?\n\s*(?=[^\W\d_])")
"""Where the end of a line breaks a word."""
_CHANGED_LETTER: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
"""A capital that who quotes made of a small letter, or the other way round."""
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")
_SHINGLE: Final = 3
"""Words that stand together in a quotation and in what it may be taken from."""
_LOOKED_AT: Final = 10
_ALIKE: Final = 0.6
"""The share of words that a passage must have of a quotation to be shown beside it."""
_LONGEST: Final = 500
"""Words of a quotation."""

Sort = Literal["same", "changed", "left out", "put in"]
_SORTS: Final[dict[str, Sort]] = {"equal": "same", "replace": "changed", "delete": "put in", "insert": "left out"}
"""What is deleted to come from the quotation to the document was put in by who quoted."""


class Difference(Struct, frozen=True):
    """A stretch of the quotation beside the document's: the same words, others, or words of one of them alone."""

    sort: Sort
    quoted: str
    printed: str


class Quoted(Struct, frozen=True):
    """A passage that a quotation may be taken from, as printed, on one line.

    `exact`: the same words in the same order, but for what the quotation says it leaves out or, if need be, has in
    brackets; signs and capitals do not count. `likeness` is the share of words that are the same, from 0 to 1.
    """

    id: str
    title: str
    date: str | None
    layer: Layer
    passage: str
    exact: bool
    likeness: float
    differences: tuple[Difference, ...]


def find_quotation(quotation: str, asker: Asker) -> tuple[Quoted, ...]:
    """The passages that have the quotation, the most alike first; at most ten. Raises QueryError for no words."""
    readings = list(_readings(quotation))
    count = sum(map(len, readings[0]))
    if not 1 <= count <= _LONGEST:
        seen = f"{count} words"
        next_step = "Paste the words of the quotation, without the source."
        raise QueryError("the quotation", seen=seen, wanted=f"1 to {_LONGEST} words", next_step=next_step)
    found: list[Quoted] = []
    for pieces in readings:
        found = found or [_compared(document, layer, pieces) for document, layer in _exact(pieces, asker)]
    found = found or [_compared(document, layer, readings[-1]) for document, layer in _alike(readings[-1], asker)]
    passages = sorted((each for each in found if each.likeness >= _ALIKE), key=lambda each: (-each.likeness, each.id))
    return tuple(passages[:_LOOKED_AT])


def _readings(quotation: str) -> Iterator[list[list[str]]]:
    """The pieces of the quotation as written; with words joined that the ends of lines broke, and "[T]he" as "The"; and
    without what stands in brackets too, which is either who quotes or the editor."""
    joined = _CHANGED_LETTER.sub(r"\1", _BROKEN.sub("", quotation))
    without = _BRACKETED.sub(" … ", joined)
    for reading in dict.fromkeys((quotation, joined, without)):
        pieces = [words for piece in _OMISSION.split(reading) if (words := terms(piece))]
        if pieces or reading == quotation:
            yield pieces


def _exact(pieces: Sequence[list[str]], asker: Asker) -> Iterator[tuple[Document, Layer]]:
    """The documents that have every piece of the quotation in one layer."""
    for layer in _QUOTED:
        query = all_of([_together(layer, piece) for piece in pieces])
        for _, place in asker.searcher.search(query, _LOOKED_AT, count=False).hits:
            yield asker.searcher.doc(place), layer


def _alike(pieces: Sequence[list[str]], asker: Asker) -> Iterator[tuple[Document, Layer]]:
    """The documents that have most of what stands together in the quotation; rare words weigh more than common ones."""
    runs = [piece[at : at + _SHINGLE] for piece in pieces for at in range(max(1, len(piece) - _SHINGLE + 1))]
    for layer in _QUOTED:
        words = [_together(layer, [word]) for word in dict.fromkeys(word for piece in pieces for word in piece)]
        query = any_of([*(_together(layer, run) for run in runs if len(run) > 1), *words])
        for _, place in asker.searcher.search(query, _LOOKED_AT, count=False).hits:
            yield asker.searcher.doc(place), layer


def _together(layer: str, words: list[str]) -> Query:
    if len(words) == 1:
        return Query.term_query(schema(), layer, words[0])
    return Query.phrase_query(schema(), layer, list(words))


def _compared(document: Document, layer: Layer, pieces: Sequence[list[str]]) -> Quoted:
    """The passage of the document that is most like the quotation, and where they differ."""
    whole = cast("str", document.get_first(layer) or "")
    folded = fold(whole)
    stretches = [match.span() for match in re.finditer("[^ ]+", folded.words)]
    written = [folded.words[start:end] for start, end in stretches]
    differences: list[Difference] = []
    passages, same, longest, reached = [], 0, 0, 0
    for piece in pieces:
        first, last = _window(piece, written, reached)
        steps = list(_differences(piece, first, last, written, _Printed(whole, folded, stretches)))
        differences += steps
        same += sum(len(terms(step.quoted)) for step in steps if step.sort == "same")
        longest += max(len(piece), last - first)
        passages.append(_Printed(whole, folded, stretches).between(first, last))
        reached = last
    exact = all(step.sort == "same" for step in differences)
    return Quoted(
        id=document["id"][0],
        title=document["title"][0],
        date=document.get_first("date"),
        layer=layer,
        passage=" … ".join(passages),
        exact=exact,
        likeness=round(same / longest, 3) if longest else 0.0,
        differences=tuple(differences),
    )


def _window(piece: list[str], written: list[str], reached: int) -> tuple[int, int]:
    """The words of the document that stand where the piece does, judged by the longest run that both have."""
    rest = written[reached:]
    block = SequenceMatcher(None, piece, rest, autojunk=False).find_longest_match()
    start = max(0, block.b - block.a)
    near = rest[start : start + len(piece) + max(3, len(piece) // 4)]
    steps = [step for step in Levenshtein.opcodes(piece, near) if step.tag == "equal"]
    if not steps:
        return reached, reached
    return reached + start + steps[0].dest_start, reached + start + steps[-1].dest_end


class _Printed(Struct, frozen=True):
    """A layer as printed, by the number of its words."""

    whole: str
    folded: Folded
    stretches: list[tuple[int, int]]

    def between(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        start, _ = self.folded.span(*self.stretches[first])
        _, end = self.folded.span(*self.stretches[last - 1])
        return self.whole[start:end]


def _differences(
    piece: list[str], first: int, last: int, written: list[str], printed: _Printed
) -> Iterator[Difference]:
    for step in Levenshtein.opcodes(piece, written[first:last]):
        quoted = " ".join(piece[step.src_start : step.src_end])
        yield Difference(_SORTS[step.tag], quoted, printed.between(first + step.dest_start, first + step.dest_end))
