"""Who is in a plain text: its parties, and the offices that it names, linked to lists and registers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from fonds.accession.source import SourceFile
from fonds.authority.names import NameList
from fonds.authority.office_holders import OfficeHolders, mission_of, of_the_service
from fonds.authority.register import load_register
from fonds.record import Agent, Mention, Party, Record, Text


def with_people(record: Record, source: SourceFile) -> Record:
    """The record with its parties linked to the file's list, and with office-holders where the archive has a register.

    What the list names is not linked a second time.
    """
    names = name_list(source.people)
    parties = tuple(_linked(party, names) for party in record.parties)
    record = msgspec.structs.replace(record, parties=parties)
    if source.register is None or not record.texts:
        return record
    holders = _office_holders(source.register)
    texts = tuple(_with_offices(text, record, holders) for text in record.texts)
    return msgspec.structs.replace(record, texts=texts)


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
    added = [mention for mention in found if not any(_overlap(mention, known) for known in text.mentions)]
    mentions = sorted((*text.mentions, *added), key=lambda mention: (mention.start, mention.end))
    return msgspec.structs.replace(text, mentions=tuple(mentions))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
