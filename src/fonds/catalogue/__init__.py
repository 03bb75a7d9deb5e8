"""Where records are kept: the catalogue, the original files, and the journal of what was done."""

from __future__ import annotations

from fonds.catalogue.catalogue import Catalogue
from fonds.catalogue.correspondence import EVERYTHING, Correspondent, Exchange, Within
from fonds.catalogue.decisions import Decision, Deed, is_adrift
from fonds.catalogue.entry import Entry, entry
from fonds.catalogue.originals import Originals
from fonds.catalogue.people_shelf import PeopleShelf
from fonds.catalogue.remembered import Remembered
from fonds.catalogue.sets import Membership, SetChange, SetShelf, WorkingSet
from fonds.catalogue.statements import Coverage, StatementShelf, Waiting
from fonds.catalogue.values import (
    Accession,
    Act,
    Brief,
    Change,
    CollectionSummary,
    HeldSource,
    Problem,
    Statistics,
    YearCount,
)

__all__ = [
    "EVERYTHING",
    "Accession",
    "Act",
    "Brief",
    "Catalogue",
    "Change",
    "CollectionSummary",
    "Correspondent",
    "Coverage",
    "Decision",
    "Deed",
    "Entry",
    "Exchange",
    "HeldSource",
    "Membership",
    "Originals",
    "PeopleShelf",
    "Problem",
    "Remembered",
    "SetChange",
    "SetShelf",
    "StatementShelf",
    "Statistics",
    "Waiting",
    "Within",
    "WorkingSet",
    "YearCount",
    "entry",
    "is_adrift",
]
