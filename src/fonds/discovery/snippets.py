"""The passages that are shown of what was found, with the found words marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, cast

from tantivy import Document

from fonds.discovery.folding import fold
from fonds.discovery.results import Snippet
from fonds.discovery.schema import LAYERS, Layer
from fonds.discovery.sought import Sought

_LENGTH: Final = 240
"""Characters of a snippet; more only where a single phrase is longer."""
_WINDOW: Final = 20_000
_WINDOWS: Final = 50
"""Texts are looked through in windows of so many characters, up to so many: a long one need not be read whole."""
_PLACES: Final = 50
"""Places in a window of each thing sought; more are not looked at."""

Place = tuple[int, int, int]
"""Start and end in the text, and which of the things sought it is."""


class Snippets:
    """Finds the passages to show of each document that an answer shows. `sought`: layer -> what to point at in it."""

    def __init__(self, sought: Mapping[str, Sequence[Sought]]) -> None:
        self._sought: dict[Layer, Sequence[Sought]] = {layer: sought[layer] for layer in LAYERS if layer in sought}

    def of(self, document: Document) -> tuple[Snippet, ...]:
        """One passage of each layer that has what was asked for; of the title, only where no other has it."""
        body = [self._snippet(layer, document) for layer in self._sought if layer != "title"]
        found = tuple(snippet for snippet in body if snippet)
        title = None if found or "title" not in self._sought else self._snippet("title", document)
        return found or ((title,) if title else ())

    def _snippet(self, layer: Layer, document: Document) -> Snippet | None:
        whole = cast("str", document.get_first(layer) or "")
        for start, end in _windows(whole) if whole else ():
            places = _places(whole[start:end], start, self._sought[layer])
            if places:
                text, highlights = _passage(whole, _densest(places))
                return Snippet(layer, text, highlights)
        return None


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text that begin and end between words; what is cut at the end of one is whole in the next."""
    start = 0
    for _ in range(_WINDOWS):
        end = start + _WINDOW
        if end >= len(text):
            yield start, len(text)
            return
        space = text.rfind(" ", start + 2 * _LENGTH, end)
        end = space if space > 0 else end
        yield start, end
        overlap = text.rfind(" ", end - 2 * _LENGTH, end - _LENGTH)
        start = overlap + 1 if overlap > 0 else end


def _places(window: str, offset: int, sought: Sequence[Sought]) -> list[Place]:
    folded = fold(window)
    found = (
        (*folded.span(start, end), which)
        for which, each in enumerate(sought)
        for start, end in islice(each.places(folded.words), _PLACES)
    )
    return sorted((offset + start, offset + end, which) for start, end, which in found)


def _densest(places: list[Place]) -> list[Place]:
    """The places that are shown together: those with the most of the things sought, then the most places."""
    best: list[Place] = []
    most = (0, 0)
    different = len({which for *_, which in places})
    for first, (start, _, _) in enumerate(places[: _PLACES * 4]):
        one_more = first + (most[0] if most[0] < different else most[1])
        if one_more >= len(places) or places[one_more][0] >= start + _LENGTH:
            continue  # no more than the best has
        beyond = bisect_left(places, (start + _LENGTH,), first, min(len(places), first + _PLACES))
        near = [place for place in places[first:beyond] if place[1] - start <= _LENGTH] or [places[first]]
        value = len({which for *_, which in near}), len(near)
        if value > most:
            best, most = near, value
    return best


def _passage(text: str, places: list[Place]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the places, as many before as behind where there are, and where the places are in them."""
    first, last = places[0][0], max(end for _, end, _ in places)
    lead = max(0, _LENGTH - (last - first)) // 2
    start = max(0, min(first - lead, len(text) - _LENGTH))
    start = text.find(" ", start - 1, first) + 1 or first if start else 0
    reach = max(last, start + _LENGTH)
    end = len(text) if reach >= len(text) else max(last, text.rfind(" ", last, reach))
    return text[start:end], tuple((s - start, e - start) for s, e in _merged(places))


def _merged(places: list[Place]) -> Iterator[tuple[int, int]]:
    """The stretches that the places cover; a word of a phrase may be sought for itself too."""
    start, end, _ = places[0]
    for next_start, next_end, _ in places[1:]:
        if next_start >= end:
            yield start, end
            start, end = next_start, next_end
        end = max(end, next_end)
    yield start, end
