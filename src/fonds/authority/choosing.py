"""Whom of several people of one name the text means."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct, field

from fonds.authority.listed_name import LOWER_RANKS, TITLES, TITLES_OF_WOMEN, ListedName
from fonds.authority.spelling import fold
from fonds.record import Agent

_BESIDE = 160
_BEFORE_BRACKET = re.compile(r"([^().;]*)\(\s*$")
_AFTER_COMMA = re.compile(r",\s([^.;(),]*)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 2
"""Words that two descriptions must share for two entries of one name to be one person, and by which an office tells."""


class Situation(Struct):
    """Who was named surely in a text, by surname: the places where it names somebody in full, and all."""

    in_full: dict[str, list[tuple[int, Agent]]] = field(default_factory=dict)
    all: dict[str, set[str]] = field(default_factory=dict)

    def note(self, name: ListedName, at: int, *, in_full: bool = False) -> None:
        """Remember that the text names somebody at this place."""
        for word in {name.surname, *name.surname.split()}:
            if in_full:
                self.in_full.setdefault(word, []).append((at, name.agent))
            self.all.setdefault(word, set()).add(name.agent.id)

    def named_before(self, surname: str, at: int, ids: set[str]) -> Agent | None:
        """The one of these who was named in full before, where the text names none of the others surely.

        An office before the name is not enough: others of that name have held it.
        """
        if len(ids & self.all.get(surname, set())) != 1:
            return None
        before = (agent for place, agent in self.in_full.get(surname, ()) if place < at and agent.id in ids)
        return next(before, None)


class Choice(Struct, frozen=True):
    """Who is meant, and how surely."""

    agent: Agent
    confidence: float


def choose(
    names: list[ListedName],
    before: list[str],
    given: int,
    where: tuple[str, int, int],
    situation: Situation,
    *,
    surely: bool,
) -> Choice | None:
    """Who of those of one name is meant; None where nothing tells.

    `before` are the words right before the name, of which the last `given` are given names; `where` is the text,
    folded, and where the name stands in it. `surely`: only by what stands beside the name; else by who was named
    surely elsewhere in the text too.
    """
    titles = [word for word in (before[:-given] if given else before) if word in TITLES]
    names = _of_sex(names, titles)
    best = max(name.confidence for name in names)
    names = [name for name in names if name.confidence == best and not _is_of_another(name, titles)]
    names = _without_twins(_best_spelled(names, before[-given:] if given else []))
    if not names:
        return None
    if len(names) == 1:
        situation.note(names[0], where[1], in_full=bool(given) or " " in names[0].surname)
        return Choice(names[0].agent, 1.0 if given else names[0].confidence)
    if surely:
        told = _by_office(names, where) or _by_post(names, where) or _by_title(names, titles)
        if told is None:
            return None
        situation.note(told, where[1])
        return Choice(told.agent, 0.85)
    ids = {name.agent.id for name in names if not _is_wife(name, titles)}
    known = situation.named_before(names[0].surname, where[1], ids)
    return Choice(known, 0.8) if known else None


def _is_wife(name: ListedName, titles: list[str]) -> bool:
    """Whether a woman's title stands before a name whose entry tells of no woman: it may be his wife."""
    return not TITLES_OF_WOMEN.isdisjoint(titles) and not name.is_woman


def _best_spelled(names: list[ListedName], given: list[str]) -> list[ListedName]:
    """Those who are listed with the most of the given names as they are printed: "M. J." is no Morris first."""
    counts = [sum(word in name.given for word in given) for name in names]
    return [name for name, count in zip(names, counts, strict=True) if count == max(counts, default=0)]


def _is_of_another(name: ListedName, titles: list[str]) -> bool:
    """Whether one word of a name of several stands for somebody else, by the title before it.

    There are many a Chen and a Nguyen: "Vice President Chen" is not the Foreign Minister of that name.
    """
    lower = LOWER_RANKS.intersection(titles)
    return name.is_short_form and (_is_wife(name, titles) or not lower <= set(fold(name.agent.description).split()))


def _without_twins(names: list[ListedName]) -> list[ListedName]:
    """The names without those of entries that an earlier one has in the same words for the same person."""
    kept: list[ListedName] = []
    for name in sorted(names, key=lambda name: -len(name.agent.description)):
        if not any(_are_twins(name.agent, other.agent) for other in kept):
            kept.append(name)
    return kept


def _are_twins(one: Agent, other: Agent) -> bool:
    if one.id == other.id:
        return True
    if fold(one.name) != fold(other.name):
        return False
    return len(_words(one.description) & _words(other.description)) >= _COMMON


def _of_sex(names: list[ListedName], titles: list[str]) -> list[ListedName]:
    woman = not TITLES_OF_WOMEN.isdisjoint(titles)
    return [name for name in names if name.is_woman == woman] or names


def _by_title(names: list[ListedName], titles: list[str]) -> ListedName | None:
    """Whose entry begins with the titles before the name: all of them, else the last."""
    for title in dict.fromkeys((" ".join(titles), titles[-1])) if titles else ():
        held = [name for name in names if name.held(title)]
        held = held if len(held) == 1 else [name for name in held if name.held_plainly(title)]
        if len(held) == 1:
            return held[0]
    return None


def _by_post(names: list[ListedName], where: tuple[str, int, int]) -> ListedName | None:
    """Whose post, in the words of the entry, stands right before the name: "Secretary of State Marlow"."""
    text, start, _ = where
    before = text[max(0, start - _BESIDE) : start].rstrip()
    lengths = [name.post_before(before) for name in names]
    longest = max(lengths)
    return names[lengths.index(longest)] if longest and lengths.count(longest) == 1 else None


def _by_office(names: list[ListedName], where: tuple[str, int, int]) -> ListedName | None:
    """Whose description alone has words of the office that stands before "(Marlow)" or after "Marlow, "."""
    text, start, end = where
    before = _BEFORE_BRACKET.search(text, max(0, start - _BESIDE), start) if text[start - 1 : start] == "(" else None
    after = _AFTER_COMMA.match(text, end, end + _BESIDE)
    office = _words(f"{before[1] if before else ''} {after[1] if after else ''}")
    described = [_words(name.agent.description) for name in names]
    telling = [
        office & words - frozenset().union(*described[:place], *described[place + 1 :])
        for place, words in enumerate(described)
    ]
    told = [name for name, words in zip(names, telling, strict=True) if words]
    if not told and before:
        shared = [office & words for words in described]
        most = max(shared, key=len)
        told = [name for name, words in zip(names, shared, strict=True) if not words < most]
    return told[0] if len(told) == 1 else None


def is_in_office(name: ListedName, where: tuple[str, int, int]) -> bool:
    """Whether the name stands in brackets after an office in the words of the entry: "Director of Mines (Marlow)"."""
    text, start, end = where
    before = _BEFORE_BRACKET.search(text, max(0, start - _BESIDE), start) if text.startswith(")", end) else None
    return before is not None and len(_words(before[1]) & _words(name.agent.description)) >= _COMMON


@cache
def _words(description: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(description)))
