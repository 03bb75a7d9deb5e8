"""The editor's words within a text that nobody marked: "[1 line not declassified]", "[sic]", "[Omitted here …]".

Only what an editor alone would write is taken for his: a bracket may be the author's own.
"""

from __future__ import annotations

import re

from fonds.diplomatics.language import INTERJECTION_WORDS, either
from fonds.record import Mark

_LONGEST = 2000
_WORDS = INTERJECTION_WORDS
_INTERJECTION = re.compile(
    rf"\[\s*(?:(?:{either(_WORDS.begin)})\b[^\[\]]{{0,{_LONGEST}}}"
    rf"|[^\[\]]{{1,{_LONGEST}}}\b(?:{either(_WORDS.end)})"
    rf"|(?:{either(_WORDS.whole)})(?:\s(?:\d{{1,3}}|[A-Z]))?)[.!?—–-]*\s*\]",
    re.IGNORECASE,
)


def find_interjections(text: str) -> tuple[Mark, ...]:
    """The marks over an editor's words in a text, brackets included, in order; empty without any."""
    if "[" not in text:
        return ()
    return tuple(Mark("supplied", *found.span()) for found in _INTERJECTION.finditer(text))
