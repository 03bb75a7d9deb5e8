"""Short lines beside a heading: "No. 45.]", "[Inclosure 1 in No. 45.]", "[Extract.]", "[Telegram.—Paraphrase.]"."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.diplomatics.kinds import kind_named
from fonds.diplomatics.language import CAPTION_WORDS, either

_LONGEST = 80
_NUMBER = re.compile(r"\[?(?:No\.|Nos\.|Number|№)\s?(\d{1,5})(?:[^\w\s]|\s?bis)*", re.IGNORECASE)
_ENCLOSED = re.compile(
    rf"(?:{either(CAPTION_WORDS.enclosed)})(?:\s(?:no\s?)?(?:\d{{1,2}}|[a-z]))?(?:,?\s(?:in|to|with)\s.{{1,40}})?"
)
_NUMBERED = re.compile(r"\bno\.\s?")
_PARTS = re.compile(r"\s?[\[\]().,;—–]+\s?|\s-+\s")
_COPIED = frozenset(CAPTION_WORDS.copied)


class Caption(Struct, frozen=True):
    """What such a line tells: the number that its writer gave the document, or its kind; both None for others."""

    number: str | None = None
    kind: str | None = None


def parse_caption(line: str) -> Caption | None:
    """The line as a caption; None where it says anything else.

    Captions stand in brackets or in a line of their own, and name a number, an enclosure, the kind of the document, or
    how its words stand to the original.
    """
    words = " ".join(line.split())
    if not words or len(words) > _LONGEST:
        return None
    if number := _NUMBER.fullmatch(words):
        return Caption(number[1])
    parts = [part for part in _PARTS.split(_NUMBERED.sub("no ", words.casefold())) if part]
    kinds = [kind_named(part) for part in parts]
    if parts and all(kind or _is_copy(part) for kind, part in zip(kinds, parts, strict=True)):
        return Caption(kind=next(filter(None, kinds), None))
    return None


def _is_copy(part: str) -> bool:
    return part in _COPIED or _ENCLOSED.fullmatch(part) is not None
