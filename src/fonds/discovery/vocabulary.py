"""The words that the index holds: which there are, in which languages, and which of them are names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import product
from typing import Final

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from fonds.discovery.languages import has_forms, stems
from fonds.discovery.schema import LAYERS
from fonds.discovery.spellings import CYRILLIC, sound

_NAMED: Final = ("person", "place_words")
"""The fields whose words are names."""
_KEPT: Final = 10_000
"""Words whose forms, and words whose misspellings, are remembered."""
_FORMS: Final = 5_000
"""The most terms of a field that are looked through for the other forms of a word."""


class Vocabulary:
    """What the index knew when it was last written; looked up when first needed, and kept."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._terms: dict[str, dict[str, int]] = {}
        self._by_length: dict[str, dict[int, list[str]]] = {}
        self.same_stem = lru_cache(_KEPT)(self._same_stem)
        self.within = lru_cache(_KEPT)(self._within)

    def terms(self, field: str) -> dict[str, int]:
        """Every term of a field, in order, with the number of documents that have it."""
        if field not in self._terms:
            self._terms[field] = dict(self._searcher.terms_with_prefix(field, ""))
        return self._terms[field]

    def beginning(self, field: str, beginning: str, limit: int | None = None) -> list[str]:
        """The first terms of a field that begin so, in order; all of them without a limit."""
        return [term for term, _ in self._searcher.terms_with_prefix(field, beginning, limit=limit)]

    @cached_property
    def languages(self) -> dict[str, tuple[str, ...]]:
        """The languages in which there are texts, by layer."""
        found: dict[str, list[str]] = {layer: [] for layer in LAYERS}
        for term, _ in self._searcher.terms_with_prefix("written", ""):
            layer, _, language = term.partition(":")
            found[layer].append(language)
        return {layer: tuple(languages) for layer, languages in found.items()}

    def _same_stem(self, field: str, word: str, language: str) -> list[str]:
        """The terms of a field that are forms of a word of the language, itself among them if it is there."""
        if not has_forms(language):
            return []
        (stem,) = stems(language, [word])
        if len(stem) < 2:
            return []
        near = stem[: max(2, len(stem) - 1)]  # the last letter may be another: "spies" are "spi", and so is a "spy"
        written = self.beginning(field, near, _FORMS)
        return [term for term, other in zip(written, stems(language, written), strict=True) if other == stem]

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Sound -> the names that sound so. A word of a text that begins with a Cyrillic letter may be a name too."""
        beginnings = product(("text", "translation"), CYRILLIC)  # all words of the texts would be a hundred times more
        foreign = (term for layer, letter in beginnings for term in self.beginning(layer, letter))
        named = (term for field in _NAMED for term in self.terms(field))
        found: dict[str, list[str]] = {}
        for term in dict.fromkeys([*named, *foreign]):
            if heard := sound(term):
                found.setdefault(heard, []).append(term)
        return found

    def same_sound(self, word: str) -> list[str]:
        """The other spellings of a name that there are in the index; none for a word that is not known as a name."""
        heard = sound(word)
        return [term for term in self._names.get(heard, ()) if term != word] if heard else []

    def _within(self, field: str, word: str, edits: int) -> list[tuple[str, int]]:
        """The terms of a field that so many edits (optimal string alignment) make of the word: (term, edits)."""
        found: list[tuple[str, int]] = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            alike: Iterable[tuple[str, int, int]] = process.extract(
                word, self._of_length(field).get(length, ()), scorer=OSA.distance, score_cutoff=edits, limit=None
            )
            found += ((term, distance) for term, distance, _ in alike)
        return sorted(found, key=lambda each: (each[1], each[0]))

    def _of_length(self, field: str) -> dict[int, list[str]]:
        """The terms of a field by their number of letters."""
        if field not in self._by_length:
            found: dict[int, list[str]] = {}
            for term in self.terms(field):
                found.setdefault(len(term), []).append(term)
            self._by_length[field] = found
        return self._by_length[field]
