"""What is looked for in a text that the index found, in order to point at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct


class Sought(Protocol):
    """Words to point at, in a folded text."""

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in the folded text, in order."""
        ...


class _Words(Struct, frozen=True):
    """Single words. `beginning`: what all of them begin with, for a quick look."""

    beginning: str
    words: frozenset[str]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        start = words.find(self.beginning)
        while start >= 0:
            end = start + 1
            if start == 0 or words[start - 1] == " ":
                space = words.find(" ", end)
                end = space if space >= 0 else len(words)
                if words[start:end] in self.words:
                    yield start, end
            start = words.find(self.beginning, end)


class _Pattern(Struct, frozen=True):
    """What several words fit, or beginnings. `beginning`: what each place starts with, for a quick look."""

    beginning: str
    pattern: str

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        matched = re.compile(self.pattern).match  # only here: most layers that are searched are not looked at
        start = words.find(self.beginning)
        while start >= 0:
            match = matched(words, start) if start == 0 or words[start - 1] == " " else None
            if match:
                yield match.span()
            start = words.find(self.beginning, match.end() if match else start + 1)


class _Several(Struct, frozen=True):
    """Forms that do not begin alike."""

    forms: tuple[Sought, ...]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        yield from sorted(place for each in self.forms for place in each.places(words))


class _Near(Struct, frozen=True):
    """Words, each in any of its forms, of which no two are further apart than `distance`."""

    words: tuple[Sought, ...]
    distance: int

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        found: dict[tuple[int, int], set[int]] = {}
        for number, sought in enumerate(self.words):
            spans = list(sought.places(words))
            if not spans:
                return
            for span in spans:
                found.setdefault(span, set()).add(number)
        in_order = sorted(found)
        numbered = list(zip(self.numbers(words, in_order), in_order, strict=True))
        together: set[tuple[int, int]] = set()
        for first, (start, _) in enumerate(numbered):
            window = [span for at, span in numbered[first : first + self.distance + 1] if at - start <= self.distance]
            if len({number for span in window for number in found[span]}) == len(self.words):
                together.update(window)
        yield from sorted(together)

    def numbers(self, words: str, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The number of each word among all words, but that words too far apart are always one too far apart."""
        number = reached = 0
        for start, _ in spans:
            number += len(words[reached:start].split(None, self.distance))
            reached = start
            yield number


def one_of(spellings: Iterable[Sequence[str]]) -> Sought:
    """A word in any of these forms, or words one after the other with anything between them that is no word."""
    by_letter: dict[str, list[Sequence[str]]] = {}
    for words in spellings:
        by_letter.setdefault(words[0][:1], []).append(words)
    forms = tuple(map(_forms, by_letter.values()))
    return forms[0] if len(forms) == 1 else _Several(forms)


def begun(beginning: str) -> Sought:
    """Every word that begins so."""
    return _Pattern(beginning, re.escape(beginning) + "[^ ]*")


def near(alternatives: Sequence[Iterable[str]], distance: int) -> Sought:
    """Words, each in any of its forms, wherever all of them stand so near each other."""
    return _Near(tuple(one_of([form] for form in forms) for forms in alternatives), distance)


def _forms(spellings: Sequence[Sequence[str]]) -> Sought:
    firsts = [words[0] for words in spellings]
    beginning = shared(min(firsts), max(firsts))
    if all(len(words) == 1 for words in spellings):
        return _Words(beginning, frozenset(firsts))
    in_order = sorted((" ".join(words), " +".join(map(re.escape, words))) for words in spellings)
    pattern = "|".join(pattern for _, pattern in reversed(in_order))
    return _Pattern(beginning, f"(?:{pattern})(?![^ ])")


def shared(first: str, last: str) -> str:
    """The letters that both begin with, and so all that lie between them in order."""
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: min(len(first), len(last)) if length is None else length]
