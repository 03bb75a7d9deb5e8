"""Whether words stand near each other in a text, by reading it: only around the rarest of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fonds.discovery.sought import one_of, shared

_LETTERS: Final = 16
"""Characters that are first looked at for each word beside another: more than most words have."""


def all_near(words: str, alternatives: Sequence[Sequence[str]], distance: int) -> bool:
    """Whether words, each in any of its forms, stand in a folded text, no two further apart than `distance`."""
    numbered = _numbered(alternatives)
    rarest = min(alternatives, key=lambda forms: words.count(shared(min(forms), max(forms))))
    return any(_holds(stretch, numbered, len(alternatives), distance) for stretch in _around(words, rarest, distance))


def _numbered(alternatives: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Form -> the words that it is a form of."""
    numbered: dict[str, list[int]] = {}
    for number, forms in enumerate(alternatives):
        for form in forms:
            numbered.setdefault(form, []).append(number)
    return numbered


def _holds(stretch: str, numbered: Mapping[str, Sequence[int]], count: int, distance: int) -> bool:
    last: dict[int, int] = {}
    for at, word in enumerate(stretch.split()):
        if word in numbered:
            last.update(dict.fromkeys(numbered[word], at))
            if len(last) == count and at - min(last.values()) <= distance:
                return True
    return False


def _around(words: str, forms: Sequence[str], distance: int) -> Iterator[str]:
    """The stretches of the text that are so near to the forms; those that overlap are one."""
    first = last = 0
    for start, end in one_of([form] for form in forms).places(words):
        if start > last and (before := _before(words, start, distance)) > last:
            yield words[first:last]
            first = before
        last = _behind(words, end, distance)
    yield words[first:last]


def _before(words: str, start: int, distance: int) -> int:
    """Where so many words before an offset begin, or the text."""
    letters = _LETTERS * distance
    while letters < start:
        parts = words[start - letters : start].rsplit(None, distance)
        if len(parts) > distance:
            return start - letters + len(parts[0])
        letters *= 2
    return 0


def _behind(words: str, end: int, distance: int) -> int:
    """Where so many words behind an offset end, or the text."""
    letters = _LETTERS * distance
    while end + letters < len(words):
        parts = words[end : end + letters].split(None, distance)
        if len(parts) > distance:
            return end + letters - len(parts[-1])
        letters *= 2
    return len(words)
