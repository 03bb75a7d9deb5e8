"""Who is named in a text that nobody marked: by the list beside it, by itself, and by a register of offices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from fonds.accession.heads_of_state import find_heads_of_state
from fonds.accession.source import SourceFile
from fonds.authority.introduced import BY as INTRODUCED
from fonds.authority.introduced import introduced
from fonds.authority.names import NameList
from fonds.authority.office_holders import OfficeHolders, mission_of, of_the_service
from fonds.authority.register import load_register
from fonds.record import Agent, Mention, Note, Party, Record, Text


def with_people(record: Record, source: SourceFile) -> tuple[Record, tuple[Agent, ...]]:
    """The record with those whom it names linked to entries, and these entries.

    The list beside the file tells who they are. Where there is none, they are whom the record itself introduces. What
    neither names is linked to who held the office that is named, where the archive has a register: a head of state by
    the list's own words, others by the register.
    """
    agents, by = (source.people, None) if source.people else (introduced(_words(record), source.stem), INTRODUCED)
    record = _with_names(record, name_list(agents), by)
    if source.register is not None:
        holders = _office_holders(source.register)
        texts = tuple(_with_offices(text, record, holders) for text in record.texts)
        heads = find_heads_of_state(record, agents)
        texts = (_with_mentions(texts[0], heads), *texts[1:]) if heads else texts
        record = msgspec.structs.replace(record, texts=texts)
    named = {mention.agent for mention in _mentions(record)} | {party.agent for party in record.parties}
    return record, tuple(
        msgspec.structs.replace(agent, collection=source.collection) for agent in agents if agent.id in named
    )


def _words(record: Record) -> str:
    return "\n\n".join((*(party.name for party in record.parties), *(text.content for text in record.texts)))


def _mentions(record: Record) -> Iterator[Mention]:
    for text in record.texts:
        yield from text.mentions
        for note in text.notes:
            yield from note.mentions


def _with_names(record: Record, names: NameList, by: str | None) -> Record:
    return msgspec.structs.replace(
        record,
        parties=tuple(_linked(party, names) for party in record.parties),
        texts=tuple(_named(text, names, by) for text in record.texts),
    )


def _named(text: Text, names: NameList, by: str | None) -> Text:
    notes = tuple(_named_in_note(note, names, by) for note in text.notes)
    return msgspec.structs.replace(text, mentions=_found(text.content, names, by), notes=notes)


def _named_in_note(note: Note, names: NameList, by: str | None) -> Note:
    return msgspec.structs.replace(note, mentions=_found(note.text, names, by))


def _found(words: str, names: NameList, by: str | None) -> tuple[Mention, ...]:
    found = names.find(words)
    return tuple(msgspec.structs.replace(mention, by=by) for mention in found) if by else found


@lru_cache(maxsize=16)
def name_list(people: tuple[Agent, ...]) -> NameList:
    """The names of a list, ready to be found; made once for all files beside the list."""
    return NameList(people)


@lru_cache(maxsize=2)
def _office_holders(path: Path) -> OfficeHolders:
    register = load_register(path)
    return OfficeHolders(register.agents, register.offices)


def _linked(party: Party, names: NameList) -> Party:
    agents = {mention.agent for mention in names.find(party.name)}
    return msgspec.structs.replace(party, agent=agents.pop()) if len(agents) == 1 and not party.agent else party


def _with_offices(text: Text, record: Record, holders: OfficeHolders) -> Text:
    parties = [party.name for party in record.parties]
    day = record.date.edtf if record.date else None
    found = holders.find(text.content, day, mission_of(parties), in_service=of_the_service(parties))
    return _with_mentions(text, found)


def _with_mentions(text: Text, found: tuple[Mention, ...]) -> Text:
    """The text with more mentions, where nobody is mentioned yet."""
    added = [mention for mention in found if not any(_overlap(mention, known) for known in text.mentions)]
    mentions = sorted((*text.mentions, *added), key=lambda mention: (mention.start, mention.end))
    return msgspec.structs.replace(text, mentions=tuple(mentions))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
