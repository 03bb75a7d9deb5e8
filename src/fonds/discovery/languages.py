"""What is known of languages: whose words have forms, and which language a text that does not say is in."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

import tantivy

from fonds.discovery.schema import words_analyzer

_TABLES: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("languages.toml").read_text("utf-8"))
_STEMMERS: Final[dict[str, str]] = _TABLES["stemmers"]
NAMES: Final[dict[str, str]] = _TABLES["names"]
"""Language -> its name in English."""

UNKNOWN: Final = "und"
"""BCP 47 for a language that nobody stated and that cannot be told; its words are found as they are written."""

_LOOKED_AT: Final = 2_000
"""Characters of a text that a guess is made from."""
_SURE: Final = 0.2
"""The share of common words from which a text is of a language: a third or more of a real text are such words."""


def subtag(language: str | None) -> str | None:
    """The language of a tag, without its script and country: "en" of "en-GB"."""
    return language.partition("-")[0].lower() if language else None


def has_forms(language: str) -> bool:
    """Whether words of the language are found in all their forms."""
    return language in _STEMMERS


def stems(language: str, words: Sequence[str]) -> list[str]:
    """The stem of each word, which is of letters and digits alone, by the Snowball stemmer for the language."""
    analyzer = _stemmer(language)
    found = analyzer.analyze(" ".join(words))
    return found if len(found) == len(words) else [" ".join(analyzer.analyze(word)) for word in words]


def guess(text: str) -> str:
    """The language that the beginning of a text has most common words of; UNKNOWN where it has few of any."""
    beginning = text[:_LOOKED_AT]
    words = len(words_analyzer().build().analyze(beginning)) if beginning else 0
    if not words:
        return UNKNOWN
    rare, language = min((len(_rarer(each).analyze(beginning)), each) for each in _TABLES["guessed"]["subtags"])
    return language if 1 - rare / words >= _SURE else UNKNOWN


@cache
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    return words_analyzer().filter(tantivy.Filter.stemmer(_STEMMERS[language])).build()


@cache
def _rarer(language: str) -> tantivy.TextAnalyzer:
    """What leaves out the common words of a language."""
    small = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return small.filter(tantivy.Filter.stopword(_STEMMERS[language])).build()
