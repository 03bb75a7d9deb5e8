"""The volumes of editions that are held: by what each is cited, and on which pages its documents stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fonds.archive.footnotes import Place, Volume
from fonds.catalogue import Catalogue
from fonds.diplomatics.designations import edition_name, years_of
from fonds.discovery.folding import fold
from fonds.record import Edition

_SHORT: Final = 2
"""Letters that are no name of a volume."""

Pages = tuple[int, int, str]
"""First and last page, and identifier, of a document."""


class Volumes:
    """The volumes of a catalogue as it is when this is made; the pages of one are looked up when first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbered: dict[Volume, str] = {}
        self._titled: list[tuple[str, str, str]] = []
        self._pages: dict[str, list[Pages]] = {}
        for summary in catalogue.collections():
            self._learn(summary.collection)

    def _learn(self, collection: str) -> None:
        """By which years and number, or else by which years and words, a volume is cited."""
        first = next(self._catalogue.in_order(collection), None)
        edition = self._catalogue.get(first).edition if first else None
        if edition is None:
            return
        name = edition_name(edition)
        if name:
            _, years, number = name.rsplit("|", 2)
            self._numbered[years, number] = collection
        else:
            years = years_of(edition.subseries or edition.title)
            self._titled += ((years, words, collection) for words in _called(edition))

    def collection(self, place: Place) -> str | None:
        """The collection that holds the volume of a place; None where none does."""
        found = self._numbered.get((place.years, place.number or ""))
        for years, words, titled in self._titled:
            if years == place.years and f" {words} " in f" {place.words} ":
                found = titled
        return found

    def pages(self, collection: str) -> list[Pages]:
        """Those of each document of a volume that has its pages."""
        if collection not in self._pages:
            self._pages[collection] = list(self._paged(collection))
        return self._pages[collection]

    def _paged(self, collection: str) -> Iterator[Pages]:
        for record in map(self._catalogue.get, self._catalogue.in_order(collection)):
            printed = (record.edition.pages or "") if record.edition else ""
            first, *rest = printed.replace("–", "-").split("-")
            last = rest[0] if rest else first
            if all(each.isdecimal() for each in (first, *rest)):
                yield int(first), int(last), record.id


def _called(edition: Edition) -> Iterator[str]:
    """What a volume that has no number may be called."""
    for words in filter(None, (edition.volume_title, edition.volume)):
        called = [word for word in fold(words).words.split() if word not in {"volume", "volumes"}]
        if len(" ".join(called)) > _SHORT:
            yield " ".join(called)
