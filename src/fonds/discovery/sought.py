"""What is looked for in a text that the index found, in order to point at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct


class Sought(Struct, frozen=True):
    """Words to point at, in a folded text. `beginning`: what each place starts with, for a quick look."""

    beginning: str
    pattern: re.Pattern[str]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in the folded text, in order."""
        start = words.find(self.beginning)
        while start >= 0:
            begins = start == 0 or words[start - 1] == " "
            match = self.pattern.match(words, start) if begins else None
            if match:
                yield match.span()
            start = words.find(self.beginning, match.end() if match else start + 1)


def one_of(forms: Iterable[str]) -> Sought:
    """A word in any of these forms, of which there is at least one."""
    in_order = sorted(forms)
    pattern = "|".join(map(re.escape, in_order))
    return Sought(_shared(in_order[0], in_order[-1]), re.compile(f"(?:{pattern})(?![^ ])"))


def phrase(words: list[str]) -> Sought:
    """Words one after the other, with anything between them that is no word."""
    return Sought(words[0], re.compile(" +".join(map(re.escape, words)) + "(?![^ ])"))


def begun(beginning: str) -> Sought:
    """Every word that begins so."""
    return Sought(beginning, re.compile(re.escape(beginning) + "[^ ]*"))


def _shared(first: str, last: str) -> str:
    """The letters that both begin with, and so all that lie between them in order."""
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:length]
