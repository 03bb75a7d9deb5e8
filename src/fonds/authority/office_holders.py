"""Offices named in running text, "the Secretary", "Ambassador Marlow", and who held them on the document's day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from itertools import zip_longest

import msgspec
from msgspec import Struct

from fonds.authority.identity import Office
from fonds.authority.listed_name import listed_names
from fonds.authority.spelling import fold, fold_in_place
from fonds.record import Agent, Mention

BY = "fonds offices 1"
"""`by` of the mentions that a register of office-holders finds."""

_WORDS = tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))
_POSTS: dict[str, str] = {word: title for title, words in _WORDS["posts"].items() for word in words}
_CHIEFS: frozenset[str] = frozenset(_WORDS["chiefs"])
_PLACES: dict[str, str] = {name: place for place, names in _WORDS["places"].items() for name in names}
_HEADS = "|".join(re.escape(word) for word in sorted({*_POSTS, *_CHIEFS}, key=len, reverse=True))
_WITH_NAME = re.compile(rf"\b(?:{_HEADS})\s+(?P<name>[^\W\d_][\w’'-]+)")
_BARE = re.compile(
    rf"(?<!office of )\bthe\s+(?P<office>{'|'.join(map(re.escape, _WORDS['bare']))})"
    r"(?![\w’'-])(?!\s+(?:of|for|general|in|to|at)\b)"
)
_SENTENCE = re.compile(r"(?:^|[\n(:;]|[^\W\d_]{3,}\.)\s*$")
_BRACKET = re.compile(r"[^.;()]{0,40}\(([^)]{1,60})\)")
_MISSION = re.compile(
    rf"\b(?:{'|'.join(_WORDS['service']['missions'])})\s+(?:the\s+)?(?P<place>[^\W\d_]+(?:\s[^\W\d_]+)?)"
)
_CHIEF_IN = re.compile(
    r"\b(?:the\s+)?(?:american\s+|united states\s+|u\.s\.\s+)?"
    rf"(?P<office>{'|'.join(sorted(_CHIEFS))})\s+(?:in|to|at)\s+"
    r"(?:the\s+)?(?P<place>[^\W\d_]+(?:\s[^\W\d_]+)?)"
)


def of_the_service(parties: Iterable[str]) -> bool:
    """Whether a document of these parties is of the service whose Secretary is "the Secretary"."""
    return any(word in fold(party) for party in parties for word in _WORDS["service"]["parties"])


def mission_of(parties: Iterable[str]) -> str | None:
    """The country of the one mission among the parties, as registers call it; None without, or with several."""
    places = {
        place for party in parties for match in _MISSION.finditer(fold(party)) if (place := _place(match["place"]))
    }
    return places.pop() if len(places) == 1 else None


def _place(words: str) -> str:
    return _PLACES.get(words) or _PLACES.get(words.split(maxsplit=1)[0]) or words


class _Term(Struct, frozen=True):
    """One person's time in one post."""

    agent: Agent
    title: str
    place: str
    start: str
    end: str

    def held_on(self, day: str) -> bool:
        """Whether all of the day, month or year lies within the term; the last day may be another's first."""
        return _last(self.start) <= day and _last(day) <= self.end


_LONGEST_TERM = 8
"""Years that somebody is thought to be in office whose register tells no end."""

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class OfficeHolders:
    """The posts of a register, ready to be found in text of a known day.

    Only what the register tells for certain is linked: one holder on that day, of an office that the words name with
    its place or its holder's surname; "the Secretary" and "the Ambassador" alone only in the papers of that service.
    """

    def __init__(self, agents: Iterable[Agent], offices: Iterable[tuple[str, Office]]) -> None:
        by_id = {f"{agent.collection}/{agent.id}": agent for agent in agents}
        self._terms: dict[str, list[_Term]] = {}
        self._surnames: dict[str, list[_Term]] = {}
        terms = [_term(by_id[holder], office) for holder, office in offices if holder in by_id and office.start]
        for term in _ended(terms):
            self._take(term)

    def _take(self, term: _Term) -> None:
        self._terms.setdefault(f"{term.title}|{term.place}", []).append(term)
        for surname in {name.surname for name in listed_names(term.agent) if name.confidence >= 0.8}:  # noqa: PLR2004
            self._surnames.setdefault(surname, []).append(term)

    def find(
        self, text: str, day: str | None, own_post: str | None = None, *, in_service: bool = False
    ) -> tuple[Mention, ...]:
        """The office-holders that `text`, of this day (ISO 8601), names, in order; empty without a day.

        `own_post` is the country of the mission whose paper it is: its "Ambassador" is the one there.
        `in_service`: whether it is of the service whose Secretary is "the Secretary".
        """
        if day is None or not _DAY.fullmatch(day):
            return ()
        folded = fold_in_place(text)
        found = [*self._with_name(text, folded, day), *self._chiefs(text, folded, day)]
        if in_service:
            found += self._bare(text, folded, day, own_post)
        kept: list[Mention] = []
        for mention in sorted(found, key=lambda each: (each.start, -each.end)):
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return tuple(kept)

    def _with_name(self, text: str, folded: str, day: str) -> Iterable[Mention]:
        for match in _WITH_NAME.finditer(folded):
            start, end = match.span("name")
            surname = match["name"].removesuffix("'s").removesuffix("’s")
            end = start + len(surname)
            title = folded[match.start() : start].strip()
            terms = [term for term in self._surnames.get(surname, ()) if term.held_on(day) and _fits(term, title)]
            if text[start].isupper() and text[match.start()].isupper() and (agent := _only(terms)):
                yield _mention(start, end, agent, 0.8)

    def _chiefs(self, text: str, folded: str, day: str) -> Iterable[Mention]:
        for match in _CHIEF_IN.finditer(folded):
            place = _place(match["place"])
            terms = self._terms.get(f"chief|{place}") or self._terms.get(f"chief|{place.split()[0]}", [])
            agent = _only([term for term in terms if term.held_on(day)])
            start, end = match.span("office")
            if (
                agent
                and text[start].isupper()
                and _is_ours(folded, match)
                and _is_not_other(folded, match.end(), agent)
            ):
                yield _mention(start, end, agent, 0.7)

    def _bare(self, text: str, folded: str, day: str, own_post: str | None) -> Iterable[Mention]:
        for match in _BARE.finditer(folded):
            start, end = match.span("office")
            key = f"chief|{own_post}" if match["office"] in _CHIEFS else f"{_POSTS[match['office']]}|"
            agent = _only([term for term in self._terms.get(key, ()) if term.held_on(day)])
            if agent and text[start].isupper() and not _goes_on(text, end):
                yield _mention(start, end, agent, 0.7)


def _last(day: str) -> str:
    """The last day that a day, month or year can mean, as far as sorting goes."""
    return day + {4: "-12-31", 7: "-31"}.get(len(day), "")


def _ended(terms: list[_Term]) -> Iterable[_Term]:
    """The terms, those without an end up to the next one in the same post, or for as long as one lasts at most."""
    terms = sorted(terms, key=lambda term: (term.title, term.place, term.start))
    for term, following in zip_longest(terms, terms[1:]):
        same = following is not None and (following.title, following.place) == (term.title, term.place)
        if term.end:
            yield term
        elif following is not None and same:
            yield msgspec.structs.replace(term, end=following.start)
        else:
            yield msgspec.structs.replace(term, end=f"{int(term.start[:4]) + _LONGEST_TERM:04}")


def _term(agent: Agent, office: Office) -> _Term:
    place = fold(office.place or "")
    title = "chief" if place else fold(office.title)
    return _Term(agent, title, place, office.start or "", office.end or "")


def _fits(term: _Term, title: str) -> bool:
    return term.title == "chief" if title in _CHIEFS else term.title == _POSTS[title]


def _only(terms: list[_Term]) -> Agent | None:
    return terms[0].agent if len({term.agent.id for term in terms}) == 1 else None


def _is_ours(folded: str, match: re.Match[str]) -> bool:
    """Whether nothing before the office makes it another country's: "the Halvern Ambassador in Moscow"."""
    own = match[0].startswith(("the ", "american", "united", "u.s."))
    return own or _SENTENCE.search(folded, max(0, match.start() - 12), match.start()) is not None


def _is_not_other(folded: str, end: int, agent: Agent) -> bool:
    """Whether no other name than the holder's stands in brackets after the office."""
    bracket = _BRACKET.match(folded, end)
    return bracket is None or any(name.surname in bracket[1] for name in listed_names(agent))


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "the Secretary General", "the Ambassador Hotel"."""
    following = text[end : end + 2]
    return len(following) > 1 and following[0] in " -" and following[1].isupper()


def _mention(start: int, end: int, agent: Agent, confidence: float) -> Mention:
    return Mention(start, end, "person", f"{agent.collection}/{agent.id}", BY, confidence)
