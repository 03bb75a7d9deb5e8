"""Values of a field that may be meant by one that it does not have."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from fonds.discovery.fields import FIELDS
from fonds.discovery.languages import NAMES
from fonds.discovery.vocabulary import Vocabulary

_MOST: Final = 3
_FEW: Final = 12
"""Values of a field that has so few of them that any may be meant."""
_MANY: Final = 2_000
"""Values of a field that has too many to compare each."""


def other_values(value: str, field: str, vocabulary: Vocabulary) -> list[str]:
    """At most three: the same but for capitals, those that begin so, a language by its name, those that are alike; of
    a field with few values, the most frequent."""
    (name,) = FIELDS[field].by
    held = vocabulary.terms(name)
    same = [each for each in held if each.casefold() == value.casefold()]
    begun = vocabulary.beginning(name, value, _MOST)
    named = [each for each in held if field == "language" and NAMES.get(each, "").casefold() == value.casefold()]
    alike = get_close_matches(value, held, _MOST) if len(held) <= _MANY else []
    common = sorted(held, key=lambda each: -held[each]) if len(held) <= _FEW else []
    return (same or begun or named or alike or common)[:_MOST]
