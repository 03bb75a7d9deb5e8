"""The words that record pages use, as data: parts, months, what stands before a signature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import chain

import msgspec
from msgspec import Struct

from fonds.diplomatics.language import DATE_LANGUAGES
from fonds.record import TextRole

_FILES = files("fonds.accession.record_page")


class _Words(Struct, rename={"not_names": "not names", "date_words": "date words"}):
    part: dict[str, TextRole]
    signed: tuple[str, ...]
    closers: tuple[str, ...]
    particles: frozenset[str]
    not_names: frozenset[str]
    date_words: frozenset[str]
    notes: frozenset[str]


WORDS = msgspec.json.decode(_FILES.joinpath("words.json").read_bytes(), type=_Words)


def _letters(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase))


_LANGUAGES = tuple(DATE_LANGUAGES.values())
_MONTHS = _letters(name for words in _LANGUAGES for names in words.months for name in names)
_UNDATED = frozenset(phrase for words in _LANGUAGES for phrase in words.undated)
_BESIDE_MONTHS = WORDS.date_words | _letters(
    phrase
    for words in _LANGUAGES
    for phrase in (*words.undated, *words.of, *words.of_years, *words.ordinals, *chain(*words.qualifiers.values()))
)


def is_only_date(words: str) -> bool:
    """Whether the words are a date and nothing else: "October 28, 1962", "circa May 1950", "undated"."""
    letters = re.findall(r"[^\W\d_]+", words.lower())
    dated = any(word in _MONTHS for word in letters) or bool(re.search(r"\d{4}", words)) or words.lower() in _UNDATED
    return dated and len(words) <= 80 and all(word in _MONTHS or word in _BESIDE_MONTHS for word in letters)
