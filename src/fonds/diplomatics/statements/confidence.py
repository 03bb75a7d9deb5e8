"""How sure a statement is: the share of such statements that were right in hand-marked documents."""

from __future__ import annotations

from fonds.diplomatics.statements.cast import Cast
from fonds.diplomatics.statements.cue import UNNAMED, Cue


def confidence(cue: Cue | None, chain: tuple[str, ...], _cast: Cast) -> float:
    """Between 0 and 1."""
    sure = 0.7 if cue is None else 0.6 if cue.noun else 0.7 if cue.frame in {"object", "preposition"} else 0.9
    if UNNAMED in chain:
        sure *= 0.7
    return round(sure * 0.9 ** (len(chain) - 1), 2)
