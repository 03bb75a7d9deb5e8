"""Where references may stand: the signs of all sorts of them are looked for in one pass over a text.

A pattern takes long to find that it matches nowhere; most texts and notes have no sign, and none is tried there.
"""

from __future__ import annotations

from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from fonds.diplomatics import correspondence_references, reference_tokens, told_references

Sign = tuple[int, int]
"""Start and end of a sign in its text."""


class Signs(NamedTuple):
    """The signs of a text, each sort in the order of their ends; they may overlap.

    `printed` are those of printed works, documents and pages, `written` those of correspondence, `days` told days.
    """

    printed: list[Sign]
    written: list[Sign]
    days: list[Sign]


_SORTS = (reference_tokens.SIGNS, correspondence_references.SIGNS, told_references.SIGNS)
_SORT_OF = [sort for sort, signs in enumerate(_SORTS) for _ in signs]
_ALL = AhoCorasick([sign for signs in _SORTS for sign in signs], implementation=Implementation.DFA)


def find_signs(text: str) -> Signs:
    """All signs in a text."""
    found = Signs([], [], [])
    for sign, start, end in _ALL.find_matches_as_indexes(text, overlapping=True):
        found[_SORT_OF[sign]].append((start, end))
    return found
