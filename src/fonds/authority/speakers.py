"""Who is meant by the names in statements, and by the names that are asked for.

A name becomes terms of an index: one for each of its words, with all that tells who it is, so that whoever is asked for
by one of the words can be compared name by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from fonds.authority.identity import person_id
from fonds.authority.naming import Name, may_be, parse_name
from fonds.discovery import AUTHOR
from fonds.record import Agent, Record

_AUTHORS: Final = ("signed by", "from", "drafted by")
"""The roles of those on whose word a document stands, the first that it has."""
_LONGEST: Final = 200
_OTHERS: Final = 20


class Speaker(Struct, frozen=True):
    """Somebody as a document names them, as a list does, and the identifier of that list's entry in the archive."""

    name: str
    listed: str | None = None
    person: str | None = None


class Meant(Struct, frozen=True):
    """Somebody who is found by a name, and the number of statements."""

    name: str
    listed: str | None
    person: str | None
    statements: int


class Understood(Struct, frozen=True):
    """How a name was understood: `names` are taken to be whom was asked for, `others` share a word with it.

    `person` is set where an identifier was asked for.
    """

    asked: str
    names: tuple[Meant, ...] = ()
    others: tuple[Meant, ...] = ()
    person: str | None = None


class Speakers:
    """Who the names in one record's statements are. `agents` are the names of its collection's lists."""

    def __init__(self, record: Record, agents: dict[str, Agent]) -> None:
        self._record = record
        self._printed: dict[Name, set[str]] = {}
        self._listed: dict[str, Agent] = {}
        for printed, agent in _named(record):
            if agent in agents:
                self._printed.setdefault(parse_name(printed), set()).add(agent)
                self._listed[agent] = agents[agent]
        self._known: dict[str, Speaker] = {}

    @property
    def author(self) -> Speaker | None:
        """On whose word the document stands, as its parties tell; None where they do not."""
        for role in _AUTHORS:
            parties = [party for party in self._record.parties if party.role == role]
            if parties:
                agent = self._listed.get(parties[0].agent or "") if len(parties) == 1 else None
                return self._speaker(" and ".join(party.name for party in parties), agent)
        return None

    def speaker(self, name: str) -> Speaker | None:
        """Who the name in a statement is; None where it is the author's, and nothing tells who that is."""
        if name == AUTHOR:
            return self.author
        if name not in self._known:
            self._known[name] = self._speaker(name, self._agent(name))
        return self._known[name]

    def _agent(self, name: str) -> Agent | None:
        """The one entry that the document calls so, or whose name this may be."""
        parsed = parse_name(name)
        found = self._printed.get(parsed) or {
            agent for agent, listed in self._listed.items() if may_be(parsed, parse_name(listed.name))
        }
        return self._listed[next(iter(found))] if len(found) == 1 else None

    def _speaker(self, name: str, agent: Agent | None) -> Speaker:
        if agent is None:
            return Speaker(name)
        return Speaker(name, agent.name, person_id(self._record.collection, agent.id))


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """The words by which the record names those whom a list has, in its own text and as its parties."""
    for party in record.parties:
        if party.agent:
            yield party.name, party.agent
    for text in record.texts:
        for mention in text.mentions:
            if mention.agent and mention.kind in {"person", "body"}:
                yield text.content[mention.start : mention.end], mention.agent


def terms(speakers: Iterable[Speaker | None]) -> tuple[str, ...]:
    """The terms under which these are found, each once."""
    return tuple(dict.fromkeys(term for speaker in speakers if speaker for term in _terms(speaker)))


def person_term(person: str) -> str:
    """The term under which an entry of a list is found, whatever it is called."""
    return f"#{person}"


def _terms(speaker: Speaker) -> Iterator[str]:
    parts = "\t".join(_plain(part) for part in (speaker.person, speaker.listed, speaker.name))
    for word in (word for name in _names(speaker.listed, speaker.name) for word in name.full_words):
        yield f"{word}\t{parts}"
    if speaker.person:
        yield person_term(speaker.person)


def _names(listed: str | None, name: str) -> list[Name]:
    """The names by which somebody is found: the listed one, and what they are called if that is no name but an office.

    A surname alone says less than the list: it would find whoever else has it.
    """
    printed = parse_name(name)
    return [parse_name(listed), *([printed] if printed.is_body else [])] if listed else [printed]


def _plain(part: str | None) -> str:
    return " ".join((part or "").split())[:_LONGEST]


def _meant(term: str, statements: int) -> Meant:
    _, person, listed, name = term.split("\t")
    return Meant(name, listed or None, person or None, statements)


def understand(asked: str, beginning: Callable[[str], list[tuple[str, int]]]) -> tuple[Understood, tuple[str, ...]]:
    """Who may be meant by a name, and their terms. `beginning` gives the terms that begin so, and how often each is."""
    name = parse_name(asked)
    found: dict[str, Meant] = {}
    chosen: dict[str, str] = {}
    for word in _looked_for(name):
        for term, statements in beginning(f"{word}\t"):
            key = term.partition("\t")[2]
            found[key] = _meant(term, statements)
            if any(may_be(name, each) for each in _names(found[key].listed, found[key].name)):
                chosen[key] = term
    names = sorted((found[key] for key in chosen), key=_most_first)
    others = sorted((meant for key, meant in found.items() if key not in chosen), key=_most_first)
    return Understood(asked, tuple(names), tuple(others[:_OTHERS])), tuple(sorted(chosen.values()))


def _most_first(meant: Meant) -> tuple[int, str, str]:
    return -meant.statements, meant.name, meant.person or ""


def _looked_for(name: Name) -> tuple[str, ...]:
    """The words that names have which may be this one; a body's is always whole in them, so that one word will do."""
    return (max(name.full_words, key=len),) if name.is_body and name.words else name.full_words
