"""Where records are kept: the catalogue, the original files, and the journal of what was done."""

from __future__ import annotations

from fonds.catalogue.catalogue import Catalogue
from fonds.catalogue.entry import Entry, entry
from fonds.catalogue.originals import Originals
from fonds.catalogue.values import Accession, Act, Brief, Change, CollectionSummary, HeldSource, Statistics

__all__ = [
    "Accession",
    "Act",
    "Brief",
    "Catalogue",
    "Change",
    "CollectionSummary",
    "Entry",
    "HeldSource",
    "Originals",
    "Statistics",
    "entry",
]
