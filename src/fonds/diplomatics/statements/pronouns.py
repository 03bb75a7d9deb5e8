"""Whom "he" and "she" can stand for, as far as honorifics, nouns and given names tell."""

from __future__ import annotations

import re

from fonds.diplomatics.statements.words import head_of, is_given_name, plain, words_of

_OWNER = re.compile(r"^.*['’]s (?=[a-z])")
FEMININE = {"she", "her", "herself", "hers"}


def pronoun_of(title: str) -> str:
    """The pronoun that goes with an honorific: "she" with "Mrs."."""
    return "she" if plain(title) in words_of("women") else "he"


class Pronouns:
    """What one text tells of who is a woman and who is a man."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._women: set[str] = set()
        self._men: set[str] = set()

    def learn(self, titles: list[str], last: str) -> None:
        """Take in what honorifics tell of a last name; that of "Madame Ilo" is also Ilo's, where he is named too."""
        given = {plain(title) for title in titles}
        if given & words_of("women") and self._content.count(f"{titles[-1]} {last}") * 2 >= self._content.count(last):
            self._women.add(plain(last))
        elif given & words_of("men"):
            self._men.add(plain(last))

    def fit(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun in the singular can stand for a name; "Tor's brother" is judged by "brother"."""
        name = _OWNER.sub("", name)
        if " and " in name or _are_several(name):
            return False
        title = plain(name.split(maxsplit=1)[0]) if " " in name else ""
        if title in words_of("honorifics") and title in words_of("women") | words_of("men"):
            return (title in words_of("women")) == (pronoun in FEMININE)
        is_woman, is_man = self._is_of(name, self._women, "women"), self._is_of(name, self._men, "men")
        if pronoun in FEMININE:
            return is_woman or not is_man
        return not is_woman and (is_man or not _is_like_a_womans(name))

    def note(self, name: str, pronoun: str) -> None:
        """Take in that a pronoun stood for somebody without a name: "an aide said that she …"."""
        if name[:1].islower():
            (self._women if pronoun in FEMININE else self._men).add(name)

    def know(self, name: str) -> bool:
        """Whether honorifics, nouns or the given name tell which of the two it is."""
        return self._is_of(name, self._women, "women") or self._is_of(name, self._men, "men")

    def _is_of(self, name: str, known: set[str], kind: str) -> bool:
        parts = [plain(part) for part in name.split()]
        if not parts:
            return False
        is_noun = len(parts) == 1 or name.rsplit(maxsplit=1)[-1].islower()  # "Ellen Martin" is no man
        last = parts[-1] if is_noun else ""
        return (
            bool({parts[-1], name} & known) or bool({last, parts[0]} & words_of(kind)) or is_given_name(parts[0], kind)
        )


def _is_like_a_womans(name: str) -> bool:
    """Whether a given name ends as those of women do in most languages of Europe."""
    parts = name.split()
    first = plain(parts[0]) if len(parts) > 1 and name[:1].isupper() else ""
    return len(first) > 3 and first.endswith("a")


def _are_several(name: str) -> bool:
    """Whether a name is of several: "Two of her aides", "officials familiar with the talks"."""
    first, head = plain(name.split(maxsplit=1)[0] if name else ""), head_of(name)
    is_plural = name[:1].islower() and head.endswith("s") and not head.endswith("ss")
    return first in words_of("several") or (is_plural and head not in words_of("persons"))
