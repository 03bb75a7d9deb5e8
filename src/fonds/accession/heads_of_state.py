"""The head of state whom papers of a capital call "the President", by what the collection's own list says of him."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from fonds.authority.listed_name import listed_names
from fonds.authority.spelling import fold
from fonds.dates import day_bounds
from fonds.diplomatics.dates import find_dates
from fonds.diplomatics.language import DATE_WORDS, either
from fonds.record import Agent, Mention, Record

BY = "fonds heads of state 1"
"""`by` of the mentions that are found here."""

_FIRST, _LAST = "0001-01-01", "9999-12-31"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNTIL = re.compile(rf"\b(?:{either(DATE_WORDS.qualifiers['before'])})\b", re.IGNORECASE)


class _Office(Struct, frozen=True):
    """An office as lists give it, its deputy's, what the papers of its capital call it, and how they name that."""

    title: str
    deputy: str
    name: str
    after: str
    capital: tuple[str, ...]
    missions: tuple[str, ...]

    @property
    def called(self) -> re.Pattern[str]:
        """The office without a name; "the President of Orlec" is another's, "the President's Counselor" not he."""
        return re.compile(rf"\b[Tt]he\s+(?P<office>{re.escape(self.name)})(?![\w-]|\s+of\b|(?:[’']s)?\s+[A-Z])")

    @property
    def others(self) -> re.Pattern[str]:
        """The office with a name or a country."""
        return re.compile(rf"\b{re.escape(self.name)}(?:\s+of\s+(?:the\s+)?|-?\s+)(?P<who>[A-Z][\w’'-]+)")


class _Term(Struct, frozen=True):
    agent: Agent
    first: str
    last: str


_WORDS = tomllib.loads(files("fonds.authority").joinpath("offices.toml").read_text("utf-8"))
_OFFICES = msgspec.convert(_WORDS["heads"], tuple[_Office, ...])


def find_heads_of_state(record: Record, agents: tuple[Agent, ...]) -> tuple[Mention, ...]:
    """The places where the record's first text names a head of state by nothing but the office, in order.

    Only where the list of names tells one holder for the record's day, the paper was written in the capital and by or
    for no mission, and its words name no other holder of an office of that name.
    """
    day = record.date.edtf if record.date else None
    if not record.texts or not day or not _DAY.fullmatch(day):
        return ()
    found = (mention for office in _OFFICES for mention in _find(record, office, _holder(office, agents, day)))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _find(record: Record, office: _Office, holder: Agent | None) -> Iterator[Mention]:
    content = record.texts[0].content
    if holder is None or not _is_of_capital(record, office) or _names_another(content, office, holder):
        return
    for called in office.called.finditer(content):
        yield Mention(*called.span("office"), holder.kind, holder.id, BY, 0.7)


def _is_of_capital(record: Record, office: _Office) -> bool:
    place = fold(record.place or "")
    names = " ".join(fold(party.name) for party in record.parties)
    return any(word in place for word in office.capital) and not any(word in names for word in office.missions)


def _names_another(content: str, office: _Office, holder: Agent) -> bool:
    own = {word for name in listed_names(holder) for word in (*name.surname.split(), *name.given)}
    own |= set(office.title.split())
    named = (fold(other["who"].removesuffix("’s").removesuffix("'s")) for other in office.others.finditer(content))
    return not own.issuperset(named)


def _holder(office: _Office, agents: tuple[Agent, ...], day: str) -> Agent | None:
    """Who alone held the office on a day; the days of a change are nobody's."""
    held = {term.agent.id: term.agent for term in _terms(office, agents) if term.first < day < term.last}
    return next(iter(held.values())) if len(held) == 1 else None


@lru_cache(maxsize=64)
def _terms(office: _Office, agents: tuple[Agent, ...]) -> tuple[_Term, ...]:
    return tuple(term for agent in agents for term in _terms_of(office, agent))


def _terms_of(office: _Office, agent: Agent) -> Iterable[_Term]:
    """When somebody held the office, by the clauses of the list: "Vice President until May 3; thereafter President"."""
    before = ""
    for clause in fold(agent.description).split(";"):
        words = clause.strip(" ,.")
        later = words.removeprefix(office.after).lstrip(" ,")
        if words.startswith(office.title):
            yield _Term(agent, *_span(words))
        elif later != words and later.startswith(office.name.casefold()) and before.startswith(office.deputy):
            yield _Term(agent, _span(before)[1], _span(later)[1])
        before = words


def _span(clause: str) -> tuple[str, str]:
    """The first and the last day that a clause tells, open where it tells none."""
    dates = list(find_dates(clause))
    if not dates:
        return _FIRST, _LAST
    bounds = [day_bounds(found.date.edtf or "") for found in dates]
    is_end = _UNTIL.search(clause[: dates[0].start]) is not None
    first = _FIRST if is_end and len(dates) == 1 else bounds[0][0] or _FIRST
    is_start = len(dates) == 1 and not is_end and "/" not in (dates[0].date.edtf or "")
    return first, _LAST if is_start else bounds[-1][1] or _LAST
