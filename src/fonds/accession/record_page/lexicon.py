"""The words that record pages use, as data: parts, months, what stands before a signature."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec
from msgspec import Struct

from fonds.record import TextRole

_FILES = files("fonds.accession.record_page")


class _Words(Struct, rename={"not_names": "not names", "date_words": "date words"}):
    part: dict[str, TextRole]
    signed: tuple[str, ...]
    closers: tuple[str, ...]
    particles: frozenset[str]
    not_names: frozenset[str]
    date_words: frozenset[str]
    months: frozenset[str]


WORDS = msgspec.json.decode(_FILES.joinpath("words.json").read_bytes(), type=_Words)


def is_only_date(words: str) -> bool:
    """Whether the words are a date and nothing else: "October 28, 1962", "circa May 1950", "undated"."""
    letters = re.findall(r"[^\W\d_]+", words.lower())
    dated = any(word in WORDS.months for word in letters) or bool(re.search(r"\d{4}", words)) or "undated" in letters
    return dated and len(words) <= 80 and all(word in WORDS.months or word in WORDS.date_words for word in letters)
