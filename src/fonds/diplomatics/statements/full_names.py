"""Capitals side by side in running text: which of them are somebody's full name, and which only stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.name_parts import PARTICLES
from fonds.diplomatics.statements.words import is_given_name, plain, words_of

_SHORT_ADVERB = 5
"""Letters: what has more and ends in "ly" at the head of a name is an adverb."""
_OFTEN = 3
"""Who is named so often by one word is called by his surname."""
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-z][\w-]*")
_PAIR = re.compile(rf"({_CAPITAL.pattern}) (?=({_CAPITAL.pattern}))")


def without_opening(words: str, small: Collection[str]) -> str:
    """A sequence of capitals without a first word that the document also writes small ("Upon Castro")."""
    words = re.sub(r"^(?:H\. ?E\. |(?:[A-Z]+[—–-]+)(?=(?:Mr|Mrs|Dr|[A-Z][a-z])))", "", words)
    first, _, rest = words.partition(" ")
    is_kept = first == "New" or plain(first) in words_of("offices") | words_of("labels")  # "New York"
    openers = words_of("openers") | words_of("more openers")
    is_opening = (first.lower() in small or first.lower() in openers) and not is_kept
    is_time = plain(first) in words_of("weekdays") or (plain(first) in words_of("months") and " " in rest)
    is_opening |= is_time or _is_verb_of_telegrams(first) or _is_adverb(first)
    return without_opening(rest, small) if rest and is_opening else words


def without_acronyms(name: list[str]) -> list[str]:
    """ "NATO Secretary Emil Tor", "LTC Tor": a name without the body or the rank in capitals before it."""
    at = next((at for at, word in enumerate(name) if not _is_acronym(word)), 0)
    return name[at:]


class Beside:
    """How often a text has each word with a capital, and each two side by side: counted once, for all names in it."""

    def __init__(self, text: str) -> None:
        self._words = Counter(_CAPITAL.findall(text))
        self._pairs = Counter(_PAIR.findall(text))

    def stand_apart(self, first: str, last: str) -> bool:
        """Whether two words stand side by side only once, and each also without the other, the first of them often."""
        is_once = self._pairs[first, last] == 1
        return is_once and self._words[first] > _OFTEN and self._words[last] > 1


def is_full_name(
    name: list[str], beside: Beside, small: Collection[str], country: Callable[[str], str | None], *, is_press: bool
) -> bool:
    """Whether two words or more may be given name and surname: not so "Western Europe", "Committee Meeting", "Tor View"
    where a paper also has "view", and "Tor Rask" in "told Tor Rask would come" where it has both alone. Newspapers call
    people by either name, and by words."""
    first, last = name[0], name[-1]
    if (_INITIAL.fullmatch(first) and country(first) is None) or _is_given(first):
        return True
    if country(first) is not None or country(last) is not None or _is_acronym(last):
        return False
    if is_press:
        return True
    are_small = last.lower() in small or (first.lower() in small and first not in PARTICLES)
    is_thing = plain(last) in words_of("labels") or _is_given(last)  # "Article", "Rask Embraces Emil"
    return not are_small and not is_thing and not (len(name) == 2 and beside.stand_apart(first, last))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _is_given(word: str) -> bool:
    return is_given_name(word, "women") or is_given_name(word, "men")


def _is_verb_of_telegrams(word: str) -> bool:
    """Whether a word at the head of a name is a verb that telegrams open with: "Saw Rask today", "Stressed Rask …"."""
    lower = word.lower()
    is_told = lower.endswith("ed") and lexicon().verb(lower) is not None
    is_unspoken = lower in lexicon().lists["telling unspoken"] and lower not in words_of("persons")
    return is_told or is_unspoken or lower in words_of("telegraphic")


def _is_adverb(word: str) -> bool:
    """ "Previously Rask", but "Kelly Rask"."""
    return len(word) > _SHORT_ADVERB and word.endswith("ly") and not _is_given(word)
