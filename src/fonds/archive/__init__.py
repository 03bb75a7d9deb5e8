"""The front desk: how the rooms below work together on one folder."""

from __future__ import annotations

from fonds.archive.attributing import Attributed, Attributing, ModelEngine
from fonds.archive.checking import ADVICE, Checked
from fonds.archive.desk import Archive, open  # noqa: A004 - `fonds.archive.open` reads as it does
from fonds.archive.statements import PersonSaid, SaidAnswer, SaidQuestion, Statements
from fonds.archive.taking_in import Added, Progress
from fonds.catalogue import Problem

__all__ = [
    "ADVICE",
    "Added",
    "Archive",
    "Attributed",
    "Attributing",
    "Checked",
    "ModelEngine",
    "PersonSaid",
    "Problem",
    "Progress",
    "SaidAnswer",
    "SaidQuestion",
    "Statements",
    "open",
]
