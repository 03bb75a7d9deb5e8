"""Spellings of one name: without case and accents, and across transliterations."""

from __future__ import annotations

import unicodedata
from functools import cache

from fonds.discovery.spellings import transliteration_key

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


def fold(words: str) -> str:
    """The form in which names are compared: no difference of case, apostrophe or accent."""
    words = words.translate(_APOSTROPHES).casefold()
    if words.isascii():
        return words
    return "".join(sign for sign in unicodedata.normalize("NFD", words) if not unicodedata.combining(sign))


class _FoldedSigns(dict[int, str]):
    """The folded form of each sign that texts have, made when it is first asked for."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDED_SIGNS = _FoldedSigns({ord("-"): " ", ord("–"): " "})


def fold_in_place(text: str) -> str:
    """The same, sign by sign, hyphens as blanks: every sign of the result stands where its sign of the text does."""
    return text.lower().replace("-", " ") if text.isascii() else text.translate(_FOLDED_SIGNS)


@cache
def spelling_key(name: str) -> str:
    """What the transliterations of one name have in common: that of Alekseev, Alekseyev, Alexeev and Алексеев.

    Names that are spelled alike only in part have keys of their own.
    """
    return transliteration_key(fold(name).replace("'", "").replace("-", ""))
