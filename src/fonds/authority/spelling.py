"""Spellings of one name: without case and accents, and across transliterations."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_RULES: dict[str, dict[str, str]] = tomllib.loads(files(__package__).joinpath("spelling.toml").read_text("utf-8"))
_CYRILLIC = str.maketrans(_RULES["cyrillic"])
_ALIKE = sorted(_RULES["alike"].items(), key=lambda rule: -len(rule[0]))
_ENDINGS = sorted(_RULES["endings"].items(), key=lambda rule: -len(rule[0]))
_DOUBLED = re.compile(r"(.)\1+")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")


def fold(words: str) -> str:
    """The form in which names are compared: no difference of case, apostrophe or accent."""
    words = words.translate(_APOSTROPHES).casefold()
    if words.isascii():
        return words
    return "".join(sign for sign in unicodedata.normalize("NFD", words) if not unicodedata.combining(sign))


def fold_in_place(text: str) -> str:
    """The same, sign by sign, hyphens as blanks: every sign of the result stands where its sign of the text does."""
    folded = text.lower() if text.isascii() else "".join(map(_folded_sign, text))
    return folded.replace("-", " ").replace("–", " ")


@cache
def _folded_sign(sign: str) -> str:
    folded = fold(sign)
    return folded if len(folded) == 1 else sign


@cache
def spelling_key(name: str) -> str:
    """What the transliterations of one name have in common: that of Alekseev, Alekseyev, Alexeev and Алексеев.

    Letters and groups that romanizations (ALA-LC, BGN/PCGN, German, French, English) write for one Cyrillic or Arabic
    letter count as one. Names that are spelled alike only in part have keys of their own.
    """
    key = fold(fold(name).translate(_CYRILLIC)).replace("'", "").replace("-", "")
    for ending, plain in _ENDINGS:
        if key.endswith(ending):
            key = key.removesuffix(ending) + plain
            break
    for letters, plain in _ALIKE:
        key = key.replace(letters, plain)
    return _DOUBLED.sub(r"\1", key)
