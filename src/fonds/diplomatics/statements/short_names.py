"""Names written otherwise than by a surname: initials ("K", "CB"), a knight's given name, another spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from rapidfuzz.distance import Levenshtein

_SHORTEST = 3
"""Letters of a name that may be a spelling of another."""
_MOST_LETTERS = 3
KNIGHTS = {"sir", "dame"}


def of_initials(letters: str, names: Iterable[str]) -> str | None:
    """Whose initials several capitals are: "CB" is Chester Bowles. None where they are nobody's, or two persons'."""
    found = {name for name in names if " " in name and _may_stand_for(letters, name)}
    return found.pop() if len(found) == 1 else None


def of_initial(letter: str, content: str, is_person: Callable[[str], bool]) -> str | None:
    """Whose initial a capital is: "K" is Khrushchev, if he is named more often than all others with it."""
    counts = Counter(
        word for word in re.findall(rf"\b{letter}(?:[a-z]|c[A-Z]|[’'][A-Z])[a-z]+\b", content) if is_person(word)
    )
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second else None


def is_initials(name: str) -> bool:
    """Whether a name is no more than a few capitals, "CB", or one with a full stop, "M."."""
    if len(name) == 2 and name.endswith("."):
        name = name[0]
    return name.isalpha() and name.isupper() and len(name) <= _MOST_LETTERS and name not in {"I", "A"}


def _initials(name: str) -> set[str]:
    first, *rest = (part[:1] for part in name.split())
    return {first + "".join(rest), first + rest[-1]}


def _may_stand_for(letters: str, name: str) -> bool:
    """Whether letters are a name's initials, also with one of a name between: "AWD" is Allen Dulles."""
    return letters in _initials(name) or (len(name.split()) == 2 and letters[0] + letters[-1] in _initials(name))


def of_knight(given: str, names: Iterable[str], content: str) -> str | None:
    """Who is called by title and given name: "Sir Harold" is Harold Caccia, where the document calls nobody else so."""
    found = {name for name in names if " " in name and given in name.split()[:-1]}
    titled = {name for name in found if re.search(rf"\b(?:Sir|Dame) {re.escape(name)}\b", content)}
    best = titled or found
    return best.pop() if len(best) == 1 else None


def is_spelling_of(name: str, other: str) -> bool:
    """Whether one word is another's name in a spelling that differs in a letter: "Pak" in "Park Chung Hee"."""
    return (
        " " not in name
        and len(name) >= _SHORTEST
        and any(part[:1] == name[:1] and Levenshtein.distance(part, name) == 1 for part in other.split())
    )
