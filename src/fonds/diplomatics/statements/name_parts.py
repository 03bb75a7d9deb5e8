"""The parts of a name in running text: the titles before it, its surname, its given names and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from fonds.diplomatics.statements.words import country_adjectives, country_words, plain, words_of

PARTICLES = {"de", "del", "da", "van", "von", "der", "den", "la", "el", "al", "bin", "di", "du", "dos"}
"""What stands small in a name."""
LONGEST = 5
"""Words: what has more is no name."""

_POSSESSIVE = re.compile(r"[’']s?$")
_INITIALS = re.compile(r"^(?:[A-Z]\.-?)+$")


@cache
def _titles() -> frozenset[str]:
    return words_of("offices") | words_of("honorifics") | country_adjectives() | {"the", "affairs", "large"}


def split_title(words: str) -> tuple[list[str], list[str]]:
    """The titles at the head of a sequence of capitals, and the name after them; either may be empty."""
    parts = [_POSSESSIVE.sub("", part) for part in words.replace(",", " ").split()]
    titles = _titles()
    end = 0
    for at, part in enumerate(parts):
        # "Ambassadors Tor and Rask"
        is_of_several = at == end < len(parts) - 1 and plain(part).removesuffix("s") in words_of("offices")
        is_title = plain(part) in titles and f"{part} {''.join(parts[at + 1 : at + 2])}".lower() not in country_words()
        if at >= end and (is_title or is_of_several) and (part != "the" or at == end):  # but "Saudi Arabia"
            end = at + 1 if plain(part) == "the" else _after_portfolio(parts, at + 1)  # "the Air Force"
    if end == len(parts) > 1 and plain(parts[-1]) in words_of("offices or names") and _is_title(parts[-2]):
        end -= 1  # "Colonel King"
    at = next((at for at, part in enumerate(parts[end:], end) if part in {"of", "for", "the"}), len(parts))
    return parts[:end], parts[end:at]


def _is_title(word: str) -> bool:
    return word[:1].isupper() and plain(word) in words_of("offices") | words_of("honorifics")


def _after_portfolio(parts: list[str], at: int) -> int:
    """Past "of State", "of Foreign Affairs" after an office, in telegrams also "Coordination" alone before a name."""
    links = {"of", "for", "the", "and"}
    is_bare = at + 1 < len(parts) and plain(parts[at]) in words_of("portfolios") - links
    end = at + is_bare
    at = end
    while at < len(parts) and (plain(parts[at]) in links or (end < at and plain(parts[at]) in words_of("portfolios"))):
        at += 1
        if plain(parts[at - 1]) not in links:
            end = at
    return end


def capitals_at_end(words: list[str]) -> list[str]:
    """The capitals, with what links them, in which a sequence of words ends."""
    linked = takewhile(lambda word: word[:1].isupper() or word in {"of", "for", "the", "at", "on", "and"}, words[::-1])
    return list(linked)[::-1]


def surname(name: str) -> str:
    """The last word of a name, small."""
    return plain(name.rsplit(maxsplit=1)[-1])


def honorific(titles: list[str]) -> str:
    """The title right before a name that tells a man from a woman; empty where there is none."""
    title = plain(titles[-1]) if titles else ""
    return titles[-1] if title in words_of("honorifics") & (words_of("women") | words_of("men")) else ""


def is_thing(name: list[str]) -> bool:
    """Whether capitals name a month, a body, a firm or what is called after somebody, and nobody."""
    last = plain(name[-1])
    return (
        last in words_of("months") | words_of("bodies") | words_of("firms") | words_of("namesakes")
        or (len(name) > 1 and last in words_of("persons") - words_of("offices or names"))  # "Staff Member"
        or last.isdigit()
        or (name[-1].isupper() and len(name[-1]) > 4)
    )


def agrees(given: list[str], full: list[str]) -> bool:
    """Whether given names or initials can be those of a fuller name."""
    if not given:
        return True
    initials = [letter for word in given for letter in (word.replace(".", "") if _INITIALS.match(word) else word[:1])]
    of_full = [letter for word in full for letter in (word.replace(".", "") if _INITIALS.match(word) else word[:1])]
    spelled = [word for word in given if not _INITIALS.match(word)]
    known = [word for word in full if not _INITIALS.match(word)]
    return (initials == of_full[: len(initials)] and (not spelled or not known or spelled[0] == known[0])) or set(
        given
    ) <= set(full)


def names_in_list(line: str) -> Iterator[str]:
    """The names in a line of a list: the first words of it, and what else has a title, "Mr. Rask, Ambassador Tor"."""
    for at, part in enumerate(line.split(",")):
        titles, name = split_title(part.split(" (")[0])
        is_name = 0 < len(name) < LONGEST and all(not word[:1].islower() or word in PARTICLES for word in name)
        if is_name and (titles or (at == 0 and len(name) > 1)):
            yield " ".join(name)
