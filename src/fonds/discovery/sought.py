"""What is looked for in a text that the index found, in order to point at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

_WORD = re.compile("[^ ]+")


class Sought(Protocol):
    """Words to point at, in a folded text."""

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in the folded text, in order."""
        ...


class _Forms(Struct, frozen=True):
    """`beginning`: what each place starts with, for a quick look."""

    beginning: str
    pattern: re.Pattern[str]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        start = words.find(self.beginning)
        while start >= 0:
            begins = start == 0 or words[start - 1] == " "
            match = self.pattern.match(words, start) if begins else None
            if match:
                yield match.span()
            start = words.find(self.beginning, match.end() if match else start + 1)


class _Several(Struct, frozen=True):
    """Forms that do not begin alike."""

    forms: tuple[_Forms, ...]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        yield from sorted(place for each in self.forms for place in each.places(words))


class _Near(Struct, frozen=True):
    """Words, each in any of its forms, of which no two are further apart than `distance`."""

    which: dict[str, set[int]]
    wanted: int
    distance: int

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        found = [
            (number, match.span(), self.which[match[0]])
            for number, match in enumerate(_WORD.finditer(words))
            if match[0] in self.which
        ]
        together: set[tuple[int, int]] = set()
        for first, (start, _, _) in enumerate(found):
            window = [each for each in found[first : first + self.distance + 1] if each[0] - start <= self.distance]
            if len({number for _, _, numbers in window for number in numbers}) == self.wanted:
                together.update(span for _, span, _ in window)
        yield from sorted(together)


def one_of(spellings: Iterable[Sequence[str]]) -> Sought:
    """A word in any of these forms, or words one after the other with anything between them that is no word."""
    by_letter: dict[str, list[Sequence[str]]] = {}
    for words in spellings:
        by_letter.setdefault(words[0][:1], []).append(words)
    forms = tuple(map(_forms, by_letter.values()))
    return forms[0] if len(forms) == 1 else _Several(forms)


def begun(beginning: str) -> Sought:
    """Every word that begins so."""
    return _Forms(beginning, re.compile(re.escape(beginning) + "[^ ]*"))


def near(alternatives: Sequence[Iterable[str]], distance: int) -> Sought:
    """Words, each in any of its forms, wherever all of them stand so near each other."""
    which: dict[str, set[int]] = {}
    for number, forms in enumerate(alternatives):
        for form in forms:
            which.setdefault(form, set()).add(number)
    return _Near(which, len(alternatives), distance)


def are_near(words: str, alternatives: Sequence[Iterable[str]], distance: int) -> bool:
    """Whether `near` has any place in the folded text, told faster."""
    while "  " in words:
        words = words.replace("  ", " ")
    starts = (
        (start, number)
        for number, forms in enumerate(alternatives)
        for start, _ in one_of([form] for form in forms).places(words)
    )
    latest: dict[int, int] = {}
    place = reached = 0
    for start, number in sorted(starts):
        place += words.count(" ", reached, start)
        reached = start
        latest[number] = place
        if len(latest) == len(alternatives) and place - min(latest.values()) <= distance:
            return True
    return False


def _forms(spellings: Sequence[Sequence[str]]) -> _Forms:
    in_order = sorted((" ".join(words), " +".join(map(re.escape, words))) for words in spellings)
    pattern = "|".join(pattern for _, pattern in reversed(in_order))
    first = min(words[0] for words in spellings)
    last = max(words[0] for words in spellings)
    return _Forms(_shared(first, last), re.compile(f"(?:{pattern})(?![^ ])"))


def _shared(first: str, last: str) -> str:
    """The letters that both begin with, and so all that lie between them in order."""
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: min(len(first), len(last)) if length is None else length]
