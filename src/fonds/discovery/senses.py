"""What the words of a query stand for: the forms in which the index has them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final, Literal

from msgspec import Struct

from fonds.discovery.schema import LAYERS
from fonds.discovery.spellings import Words, other_spellings
from fonds.discovery.vocabulary import Vocabulary

Why = Literal["as written", "other form", "other spelling", "beginning", "edited"]

_MOST_PHRASES: Final = 50
"""The most spellings of a phrase that are looked for."""


class Form(Struct, frozen=True):
    """Words as the index has them, one after the other, and why they stand for what was asked for.

    `language`: only in texts of this language, for elsewhere the same letters are another word.
    """

    words: Words
    why: Why = "as written"
    language: str | None = None


class Senses:
    """Finds the forms of words. `variants`: in other spellings of names too."""

    def __init__(self, vocabulary: Vocabulary, *, variants: bool) -> None:
        self._vocabulary = vocabulary
        self._variants = variants

    def of(self, field: str, words: Words) -> list[Form]:
        """A word in all its forms, or several as they are written; in other spellings, and as they stand first."""
        found = [Form(words)]
        if len(words) == 1 and field in LAYERS:
            found += (form for form in self._inflected(field, words[0]) if form.words != words)
        known = {form.words for form in found}
        if self._variants:
            found += (Form(each, "other spelling") for each in self._spellings(words) if each not in known)
        return found

    def _inflected(self, field: str, word: str) -> Iterable[Form]:
        """The word's other forms; only in texts of the language where the layer has texts of others."""
        languages = self._vocabulary.languages[field]
        for language in languages:
            only = language if len(languages) > 1 else None
            for term in self._vocabulary.same_stem(field, word, language):
                yield Form((term,), "other form", only)

    def _spellings(self, words: Words) -> Iterable[Words]:
        alternatives = [(word, *self._vocabulary.same_sound(word)) for word in words]
        found = dict.fromkeys(spelled for spelled, _ in zip(product(*alternatives), range(_MOST_PHRASES), strict=False))
        found |= dict.fromkeys(other_spellings(words))
        found.pop(words, None)
        return found

    def beginning(self, field: str, beginning: str, limit: int) -> list[Form]:
        """The words that begin so, at most `limit`."""
        return [Form((term,), "beginning") for term in self._vocabulary.beginning(field, beginning, limit)]

    def edited(self, field: str, word: str, edits: int) -> list[Form]:
        """The words that come of this one by so many edits."""
        found = self._vocabulary.within(field, word, edits)
        return [Form((term,), "edited" if distance else "as written") for term, distance in found]
