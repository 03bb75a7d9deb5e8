"""A record made ready for its page: everything that the archive knows of it, looked up once and put in order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fonds.archive import Archive
from fonds.authority.identity import person_id
from fonds.catalogue import Brief
from fonds.reading_room.addresses import facsimile_address, person_address, search_address
from fonds.reading_room.typesetting import SetText, Surroundings, set_text
from fonds.reading_room.wording import cited_words, language_name
from fonds.record import Agent, Party, Record, Reference, Statement
from fonds.relations.replies import Replies


class Cited(Struct, frozen=True):
    """What the record refers to, in words, and its record if that is held."""

    words: str
    held: Brief | None


class Step(Struct, frozen=True):
    """A step of a document's transmission: what was done, when (as the source says it), and by whom or where."""

    what: str
    at: str | None
    where: tuple[str, ...]


class Picture(Struct, frozen=True):
    """The picture of a page: the page's number or else the file's name, and where it can be seen; "" if nowhere."""

    page: str
    address: str


class Said(Struct, frozen=True):
    """A statement, and what the id of its place in the text ends with."""

    key: str
    statement: Statement


class DocumentPage(Struct, frozen=True):
    """What the page of a record shows.

    `roles` are the parties by role, in the document's order. `absent` says which text is not held; "" where none is
    missing. `named` are the names of the collection's lists that occur, by the alphabet. `previous` and `following` are
    the neighbours in the collection, `earlier` and `later` those by date in the whole archive. `journey` are the steps
    of the document's transmission, places of one kind together.
    """

    record: Record
    texts: tuple[SetText, ...]
    absent: str
    roles: dict[str, list[Party]]
    named: tuple[Agent, ...]
    cited: tuple[Cited, ...]
    cited_by: tuple[Brief, ...]
    replies: Replies
    previous: Brief | None
    following: Brief | None
    earlier: Brief | None
    later: Brief | None
    journey: tuple[Step, ...]
    pictures: tuple[Picture, ...]
    said: tuple[Said, ...]
    has_insertions: bool

    def party_address(self, party: Party) -> str:
        """Where more of a party is: its own page where the document tells who it is, else a search for its name."""
        if party.agent:
            return person_address(person_id(self.record.collection, party.agent))
        return search_address(person=party.name)

    @property
    def side_by_side(self) -> bool:
        """Whether two texts can be read beside each other."""
        return len(self.texts) == 2


def document_page(archive: Archive, record_id: str) -> DocumentPage:
    """Everything for the page of a record. Raises NotFoundError where the archive holds no such record."""
    record = archive.get(record_id)
    before, after = archive.neighbours(record_id)
    earlier, later = archive.neighbours_by_date(record_id)
    references = [reference for text in record.texts for reference in text.references]
    briefs = archive.briefs(_identifiers(references, before, after, earlier, later))
    agents, cited_by = archive.agents(record.collection), archive.cited_by(record_id)
    pictures = tuple(_pictures(record, archive.settings.facsimiles))
    surroundings = Surroundings(
        agents,
        {held.id: held.title for held in briefs.values()},
        record.title,
        {each.page: each.address for each in pictures if each.address},
    )
    return DocumentPage(
        record=record,
        texts=tuple(set_text(text, f"t{index}", surroundings) for index, text in enumerate(record.texts, 1)),
        absent=_absent(record),
        roles=_by_role(record),
        named=_named(record, agents),
        cited=tuple(_cited(references, briefs)),
        cited_by=cited_by,
        replies=archive.replies(record, cited_by),
        previous=briefs.get(before or ""),
        following=briefs.get(after or ""),
        earlier=briefs.get(earlier or ""),
        later=briefs.get(later or ""),
        journey=journey(record),
        pictures=pictures,
        said=tuple(_said(record)),
        has_insertions=any(mark.kind == "supplied" for text in record.texts for mark in text.marks),
    )


def _identifiers(references: list[Reference], *more: str | None) -> list[str]:
    """The records that the page links to, each once, so that one question to the catalogue finds them all."""
    return list(dict.fromkeys(each for each in (*(reference.target for reference in references), *more) if each))


def journey(record: Record) -> tuple[Step, ...]:
    """The steps of a document's transmission, those of one kind that tell no time as one: "repeated to A, B, and C"."""
    steps: list[Step] = []
    for each in record.transmission:
        where = ", ".join(part for part in (each.by, each.place) if part)
        if steps and steps[-1].what == each.what and not each.at and not steps[-1].at:
            steps[-1] = Step(each.what, None, (*steps[-1].where, where))
        else:
            steps.append(Step(each.what, each.at, (where,) if where else ()))
    return tuple(steps)


def _pictures(record: Record, pattern: str) -> Iterator[Picture]:
    for each in record.facsimiles:
        yield Picture(each.page or each.file, facsimile_address(pattern, record.collection, each))


def _said(record: Record) -> Iterator[Said]:
    for index, text in enumerate(record.texts, 1):
        for number, statement in enumerate(text.statements, 1):
            yield Said(f"t{index}-{number}", statement)


def _absent(record: Record) -> str:
    """Which of original and translation is not held, where the record tells that there are two languages to it."""
    roles = {text.role for text in record.texts}
    if not record.texts:
        return "No text of this document is held."
    if "translation" in roles and not roles & {"original", "transcript"}:
        language = f" in {language_name(record.language)}" if record.language else ""
        return f"The original{language} is not in this archive."
    return ""


def _by_role(record: Record) -> dict[str, list[Party]]:
    roles: dict[str, list[Party]] = {}
    for party in record.parties:
        roles.setdefault(party.role, []).append(party)
    return roles


def _named(record: Record, agents: dict[str, Agent]) -> tuple[Agent, ...]:
    """The agents that the texts and their notes mention and the parties are, each once."""
    mentions = [mention for text in record.texts for mention in text.mentions]
    mentions += [mention for text in record.texts for note in text.notes for mention in note.mentions]
    identifiers = {mention.agent for mention in mentions} | {party.agent for party in record.parties}
    found = [agents[identifier] for identifier in identifiers if identifier in agents]
    return tuple(sorted(found, key=lambda agent: (agent.name.casefold(), agent.id)))


def _cited(references: list[Reference], briefs: dict[str, Brief]) -> Iterator[Cited]:
    """What is referred to, each once: records that are held, and other works in words."""
    seen: set[str] = set()
    for reference in references:
        held = briefs.get(reference.target or "")
        words = cited_words(reference.cites)
        key = held.id if held else words
        if key not in seen:
            seen.add(key)
            yield Cited(words, held)
