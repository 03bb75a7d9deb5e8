"""How sure a statement is."""

from __future__ import annotations

from fonds.diplomatics.statements.cue import UNNAMED, Cue

SURE = {"clause": 0.9, "question": 0.9, "quotation": 0.9, "infinitive": 0.8, "order": 0.8}
"""By how the content hangs on the cue: the share found with the right chain in hand-marked documents, rounded down,
since the rules were made with those documents before our eyes."""
OTHERS, NOUN, NO_CUE = 0.7, 0.6, 0.85
EACH_REMOVE = 0.85
NOBODY_NAMED = 0.6


def confidence(cue: Cue | None, chain: tuple[str, ...]) -> float:
    """Between 0 and 1: how likely it is that the statement is one, and that its whole chain is right."""
    sure = NO_CUE if cue is None else NOUN if cue.noun else SURE.get(cue.frame, OTHERS)
    return round(sure * EACH_REMOVE ** (len(chain) - 1) * (NOBODY_NAMED if UNNAMED in chain else 1), 2)
