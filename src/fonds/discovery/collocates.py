"""Collocates: words that stand near what is sought more often than elsewhere."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct

from fonds.discovery.asking import Asker
from fonds.discovery.occurrences import Span, documents_of, occurrences_of
from fonds.discovery.results import Search

Measure = Literal["log-likelihood", "mutual information", "frequency"]

_WORD: Final = re.compile("[^ ]+")
_LEAST: Final = 3
"""Occurrences of a word near the sought ones that make it a collocate: fewer are chance."""


class Collocate(Struct, frozen=True):
    """A word near the sought ones: how often there, how often in the found documents, and the measure's value."""

    word: str
    near: int
    all: int
    value: float


class Collocates(Struct, frozen=True):
    """Words near the sought ones, at most `span` words away on each side; the first have the highest values.

    `measure` compares how often a word is there with how often it would be if words stood anywhere: "log-likelihood"
    (G²: Dunning 1993), "mutual information" (in bits: Church and Hanks 1990), or plain "frequency". `occurrences` of
    what was sought, among `words` in `documents`.
    """

    query: str
    measure: Measure
    span: int
    documents: int
    occurrences: int
    words: int
    collocates: tuple[Collocate, ...]


def collocates(search: Search, asker: Asker, *, measure: Measure = "log-likelihood", span: int = 5) -> Collocates:
    """The words that stand near what is sought more often than elsewhere in the found documents."""
    asked = asker.ask(search)
    near: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    occurrences = documents = 0
    for document in documents_of(asked, search, asker):
        documents += 1
        for _, folded, places in occurrences_of(document, asked):
            everywhere.update(folded.words.split())
            near.update(_around(folded.words, places, span))
            occurrences += len(places)
    total, around = everywhere.total(), near.total()
    found = [
        Collocate(word, count, everywhere[word], round(_value(measure, count, everywhere[word], around, total), 2))
        for word, count in near.items()
        if count >= _LEAST
    ]
    found.sort(key=lambda each: (-each.value, -each.near, each.word))
    last = search.offset + search.limit
    return Collocates(search.query, measure, span, documents, occurrences, total, tuple(found[search.offset : last]))


def _around(words: str, places: Sequence[Span], span: int) -> Iterator[str]:
    """The words that stand near the places, each once, without those at the places."""
    stretches = [match.span() for match in _WORD.finditer(words)]
    starts = [start for start, _ in stretches]
    at = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in places]
    within = {number for first, last in at for number in range(first, last)}
    close = {number for first, last in at for number in range(max(0, first - span), min(len(starts), last + span))}
    return (words[slice(*stretches[number])] for number in sorted(close - within))


def _value(measure: Measure, near: int, everywhere: int, around: int, total: int) -> float:
    """How much more often a word is near than chance would have it; below 0 where it is less often."""
    if measure == "frequency":
        return float(near)
    expected = everywhere * around / total
    if measure == "mutual information":
        return math.log2(near / expected)
    sign = 1 if near >= expected else -1
    cells = ((near, everywhere, around), (everywhere - near, everywhere, total - around))
    others = (
        (around - near, total - everywhere, around),
        (total - everywhere - around + near, total - everywhere, total - around),
    )
    return (
        sign
        * 2
        * sum(seen * math.log(seen * total / (row * column)) for seen, row, column in (*cells, *others) if seen > 0)
    )
