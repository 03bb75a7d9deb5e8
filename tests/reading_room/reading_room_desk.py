"""A front desk with nothing behind it, and the records that it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, cast

from litestar import Litestar
from msgspec.structs import replace

from fonds.archive import Archive, PersonSaid, SaidAnswer
from fonds.archive.citations import CitationFound, Match
from fonds.archive.settings import Settings
from fonds.archive.similar import REASONS, Because, Similar, SimilarRecords
from fonds.authority.identity import People, Person, PersonBrief
from fonds.authority.speakers import Meant, Understood
from fonds.catalogue import Brief, CollectionSummary, Correspondent, Exchange, Statistics, WorkingSet, YearCount
from fonds.citation import Rendered
from fonds.dates import day_bounds
from fonds.discovery import Advice, Clause, Count, Explanation, Histogram, Hit, Results, Said, Snippet, Stands
from fonds.discovery.concordance import Concordance, Line
from fonds.discovery.likeness import MOST, Likeness, SharedPhrase
from fonds.discovery.quotation import Difference, Quoted
from fonds.discovery.shared import Passage
from fonds.errors import MissingExtraError, NotFoundError, QueryError
from fonds.reading_room.app import create_app
from fonds.record import (
    Agent,
    Block,
    Cites,
    CustodyStep,
    Date,
    Edition,
    Finding,
    Holding,
    Mark,
    Mention,
    Note,
    Party,
    Record,
    Reference,
    Source,
    Text,
    TransmissionStep,
)
from fonds.relations.cited_together import Connection
from fonds.relations.replies import Replies, Reply

SOURCE = Source("daer/daer1932v02.xml", "0f" * 32, "application/tei+xml", "TEI 1")
WORDS = "4. Telegram\n\nSarenne, 27 October\n\nThe [Valmoran] gunboat leaves. See Document 3.\n\nPask"

TELEGRAM = Record(
    id="daer/volumes/d4",
    collection="daer/volumes",
    title="Telegram from Pask to Ashdowne",
    source=SOURCE,
    kind="telegram",
    number="214",
    date=Date("October 27, 1932, 5 p.m.", "1932-10-27", "17:00", "day"),
    place="Sarenne",
    parties=(Party("from", "Pask", "p_P"), Party("to", "Ashdowne"), Party("to", "Tolliver")),
    classification="Secret",
    handling=("Eyes Only", "Niact"),
    holding=Holding("Aldermere Record Office", "Box 9"),
    custody=(CustodyStep("held at", "Record Office", "Aldermere"), CustodyStep("copy obtained by", "a broadcaster")),
    transmission=(TransmissionStep("enciphered"), TransmissionStep("received", "28 October", "Aldermere")),
    language="fr",
    summary="Pask reports the gunboat's leaving.",
    subjects=("Velmar Strait",),
    rights="Free to use",
    address="https://straits-history.example/4",
    citation="Pask to Ashdowne, straits-history.example.",
    edition=Edition(
        "The Strait", series="Documents", volume="II", editors=("A. Moor", "B. Finch"), document="4", pages="7–8"
    ),
    texts=(
        Text(
            "en",
            "translation",
            WORDS,
            "P. Aubenac",
            blocks=(Block("heading", 0, 11), Block("dateline", 13, 32), Block("paragraph", 34, 79)),
            marks=(Mark("supplied", 38, 48), Mark("page break", 34, 34, "8")),
            notes=(Note("1", 64, "Not found."), Note("0", 11, "Source: see Document 9.", "source")),
            mentions=(Mention(81, 85, "person", "p_P"),),
            references=(
                Reference(69, 79, "Document 3", Cites(document="3"), "daer/volumes/d3"),
                Reference(12, 22, "Document 9", Cites(document="9"), "daer/volumes/d9", note="0"),
            ),
        ),
    ),
    findings=(Finding("odd-date", "32 October", "dateline"),),
)
LETTER = Record(
    "daer/volumes/d3", "daer/volumes", "Letter from Ashdowne", SOURCE, texts=(Text("en", "original", "Yes."),)
)
BARE = Record("letters/bare", "letters", "A bare record", SOURCE)
PAPERS = WorkingSet("Pilots’ papers, 1932", 2, 1)
PASK = Agent("p_P", "daer/volumes", "person", "Pask, Edwin", "Minister in Sarenne")


class Sets:
    """The working sets of a desk: one of its letters and telegrams."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def all(self) -> tuple[WorkingSet, ...]:
        return (PAPERS,)

    def get(self, name: str) -> WorkingSet:
        if name != PAPERS.name:
            raise NotFoundError(f"working set {name}", seen="there is none of this name")
        return PAPERS

    def members(self, _: str, *, limit: int, offset: int) -> tuple[Brief, ...]:
        found = tuple(self.desk.briefs([LETTER.id, TELEGRAM.id]).values())
        return found[offset : offset + limit]

    def withdrawn(self, _: str) -> tuple[Brief, ...]:
        return (Brief("letters/gone", "A lost letter", None, None, None),)


class Persons:
    """The people of a desk: those whom it lists."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def find(self, query: str, **_: Any) -> People:
        found = [
            PersonBrief(f"{it.collection}/{it.id}", it.kind, it.name, it.description, (it.collection,), 1)
            for it in self.desk.listed
        ]
        return People(len(found), tuple(each for each in found if query in each.name))

    def get(self, person_id: str) -> Person:
        for it in self.desk.listed:
            if person_id == f"{it.collection}/{it.id}":
                return Person(
                    person_id, it.kind, it.name, (it.name,), (it.description,), (it.collection,), (person_id,)
                )
        raise NotFoundError(f"person {person_id}", seen="nobody")

    def documents(self, _: str, role: str | None = None) -> tuple[Brief, ...]:
        return tuple(self.desk.briefs(self.desk.held).values()) if role is None else ()

    def correspondents(self, _: str) -> dict[str, tuple[Correspondent, ...]]:
        return {"to": (Correspondent("Ashdowne", 1),), "from": ()}

    def namesakes(self, _: str) -> tuple[PersonBrief, ...]:
        return ()


class Desk:
    """Answers as the front desk does, from the records that it is given."""

    def __init__(self, records: Iterable[Record] = (LETTER, TELEGRAM, BARE), name: str = "The Velmar Strait") -> None:
        self.name = name
        self.settings = Settings(requests_a_minute=0)
        self.held = {record.id: record for record in records}
        self.listed: tuple[Agent, ...] = (PASK,)
        self.can_cite = True
        self.acts = 0
        self.asked: dict[str, Any] = {}
        self.sets = Sets(self)
        self.people = Persons(self)

    def get(self, record_id: str) -> Record:
        if record_id not in self.held:
            raise NotFoundError(f"record {record_id}", seen="not in the archive", next_step="Search for it.")
        return self.held[record_id]

    def in_order(self, collection: str) -> Iterator[str]:
        return (record.id for record in self.held.values() if record.collection == collection)

    def neighbours(self, record_id: str) -> tuple[str | None, str | None]:
        ids = [None, *self.in_order(self.get(record_id).collection), None]
        place = ids.index(record_id)
        return ids[place - 1], ids[place + 1]

    def neighbours_by_date(self, record_id: str) -> tuple[str | None, str | None]:
        return (None, TELEGRAM.id) if self.get(record_id) is LETTER and TELEGRAM.id in self.held else (None, None)

    def said(self, **asked: Any) -> SaidAnswer:
        self.asked = asked
        found = Said(
            record=TELEGRAM.id, title=TELEGRAM.title, date="1932-10-27", author="Pask", chain=("Delorval",),
            addressee=("AUTHOR",), attitude="say", negated=False, quoted=False, cue="said", content="it rains",
            sentence="He said it rains.", sentence_start=10, text=0, start=18, end=26, by="fonds", confidence=0.9,
            people=(None,),
        )  # fmt: skip
        meant = Understood("Delorval", (Meant("Delorval", None, None, 1),))
        counts: dict[str, tuple[Count, ...]] = {"source": (Count("D", 1),)}
        return SaidAnswer(1, asked.get("offset", 0), asked["limit"], {"by": meant}, (found,), counts)

    @property
    def statements(self) -> Desk:
        return self

    def of_person(self, person: str, *, limit: int) -> PersonSaid:
        told = self.said(by=person, limit=limit)
        nothing = SaidAnswer(0, 0, limit, {}, (), {})
        return PersonSaid(told, nothing, replace(told, total=30))

    def briefs(self, record_ids: Iterable[str]) -> dict[str, Brief]:
        found = (self.held[each] for each in record_ids if each in self.held)
        dated = ((it, it.date.edtf or "" if it.date else "") for it in found)
        return {it.id: Brief(it.id, it.title, it.kind, *day_bounds(edtf)) for it, edtf in dated}

    def cited_by(self, record_id: str) -> tuple[Brief, ...]:
        references = (
            (it.id, each.target) for it in self.held.values() for text in it.texts for each in text.references
        )
        return tuple(self.briefs([citing for citing, target in references if target == record_id]).values())

    def replies(self, record: Record, _: tuple[Brief, ...] = ()) -> Replies:
        brief = Brief(LETTER.id, LETTER.title, None, None, None)
        told = (Reply(brief, "Your letter"),) if LETTER.id in self.held else ()
        return Replies(told, ()) if record.id == TELEGRAM.id else Replies((), ())

    def similar(self, record_id: str, *, without: Iterable[Any] = (), limit: int = 10) -> SimilarRecords:
        record, off = self.get(record_id), tuple(without)
        others = [it for it in self.held.values() if it is not record][:limit]
        return SimilarRecords(record.id, off, tuple(_like(it) for it in others if "phrases" not in off))

    def find_citations(self, citations: Iterable[str]) -> tuple[CitationFound, ...]:
        matches = tuple(
            Match(it.id, it.title, None, 0.75, (f"kind {it.kind}",), (f"title {it.title}",))
            for it in self.held.values()
        )
        return tuple(CitationFound(each, () if "nobody" in each else matches[:2]) for each in citations)

    def find_quotation(self, quotation: str) -> tuple[Quoted, ...]:
        if quotation == '"open':
            raise QueryError("the quotation", seen="no words", wanted="words", next_step="Paste them.")
        held = () if "nobody" in quotation else tuple(self.held.values())
        return tuple(_quoted(it, quotation, exact="change" not in quotation) for it in held)

    def agents(self, _: str) -> dict[str, Agent]:
        return {agent.id: agent for agent in self.listed}

    def collections(self) -> tuple[CollectionSummary, ...]:
        names = sorted({record.collection for record in self.held.values()})
        return tuple(
            CollectionSummary(
                each, len(list(self.in_order(each))), "1932-10-27", "1932-10-28", f"The {each.split('/')[-1]}", "II"
            )
            for each in names
        )

    def years(self) -> tuple[YearCount, ...]:
        return (YearCount("1932", 1),)

    def newest(self, limit: int) -> tuple[Brief, ...]:
        return tuple(self.briefs(self.held).values())[:limit]

    def days(self, first: str, last: str) -> dict[str, int]:
        dated = [it.date.edtf for it in self.held.values() if it.date and it.date.edtf]
        return dict(Counter(day for day in dated if first <= day <= last))

    def between(self, first: str, last: str, limit: int) -> tuple[Record, ...]:
        dated = (it for it in self.held.values() if it.date and it.date.edtf and first <= it.date.edtf <= last)
        return tuple(dated)[:limit]

    def exchanges(self, *_: Any) -> tuple[Exchange, ...]:
        return (Exchange("Pask", "Ashdowne", 3, None, None), Exchange("=Moor", "Pask", 1, None, None))

    def exchanged(self, *asked: Any) -> tuple[Brief, ...]:
        self.asked = {"exchanged": asked}
        return tuple(self.briefs([TELEGRAM.id]).values())

    def state(self) -> int:
        """Another one each time: no answer is kept, whatever a test does to the desk."""
        self.acts += 1
        return self.acts

    def statistics(self) -> Statistics:
        return Statistics(
            len(self.held), 0, len(self.collections()), 1, 1, 1, {"telegram": 1, "unknown": 2}, {}, {}, {}
        )

    def cite(self, record_id: str, _: str = "") -> Rendered:
        if not self.can_cite:
            raise MissingExtraError("Citations in a style", next_step="Install fonds[csl].")
        title = self.get(record_id).title
        note, bibliography = f"Note on {title}", f"Bibliography of {title}"
        return Rendered(note, bibliography, f"Note on <i>{escape(title)}</i>", escape(bibliography))

    def cite_as(self, record_id: str, form: str) -> str:
        return f"{form} of {self.get(record_id).title}"

    def search(self, query: str = "", *, limit: int, offset: int = 0, **asked: Any) -> Results:
        if limit:
            self.asked = {"query": query, "limit": limit, "offset": offset, **asked}
        if query.count('"') % 2:
            raise QueryError("the query", seen=query, wanted="a closing quotation mark", next_step="Close the phrase.")
        found = [it for it in self.held.values() if query.casefold() in it.title.casefold()]
        shown = found[offset : offset + limit]
        hits = tuple(self._hit(record, query) for record in shown)
        kinds = {kind: sum(it.kind == kind for it in found) for kind in {it.kind for it in found if it.kind}}
        counts = {"kind": tuple(Count(*each) for each in kinds.items()), "decade": (Count("1930", 1),)}
        counts["place"] = tuple(Count(each, 1) for each in sorted({it.place for it in found if it.place} | {"London"}))
        dated = [it.date.edtf[:4] for it in found if it.date and it.date.edtf]
        bars = tuple(Count(*each) for each in Counter([*dated, "1933"]).items())
        time = Histogram("year", bars, (Count("1931/1932", 2),), 1) if asked.get("histogram") else None
        return Results(query, len(found), offset, limit, hits, counts, histogram=time)

    def found(self, query: str = "", **_: Any) -> Iterator[Record]:
        return (it for it in self.held.values() if query.casefold() in it.title.casefold())

    def concordance(self, query: str, *, arrangement: str, limit: int, offset: int, **_: Any) -> Concordance:
        if query.count('"') % 2:
            raise QueryError("the query", seen=query, wanted="a closing quotation mark")
        lines = tuple(
            Line(each.id, each.title, None, "note", "A <b>", query, arrangement, 4) for each in self.held.values()
        )
        return Concordance(query, len(lines), len(lines), offset, limit, lines[offset : offset + limit])

    def explain(self, query: str, **_: Any) -> Explanation:
        part = Clause(query, "this word in all its forms", 7, (Stands(f"{query}s", "other form", 3),))
        advice = (Advice("without the filters", 2, "letter"),)
        return Explanation(query, query, 0, ("text",), variants=True, clause=part, narrowed=(), advice=advice)

    def _hit(self, record: Record, query: str) -> Hit:
        start = record.title.casefold().find(query.casefold())
        snippet = Snippet("title", record.title, ((start, start + len(query)),))
        date = record.date.edtf if record.date else None
        return Hit(record.id, record.collection, record.title, record.kind, date, record.place, 1.0, (snippet,))


def _like(record: Record) -> Similar:
    """A record that is like another for every reason, under its own title."""
    passage = Passage(f"so {record.title} is", 3, 3 + len(record.title))
    about = (record.id, record.title, record.kind, record.date.edtf if record.date else None)
    likeness = Likeness(
        *about, {"phrases": 50.0}, (), 1, to_the_day=True, words=(), same_text=0.97,
        phrases=(SharedPhrase(passage, passage, 2),),
    )  # fmt: skip
    because = tuple(Because(reason, 5.0, MOST[reason], f"both have {record.title}") for reason in REASONS)
    return Similar(*about, 20.0, because, likeness, Connection(cites=True, together=(record.id,)))


def reading_room(desk: Desk) -> Litestar:
    """The application over this desk."""
    return create_app(cast("Archive", desk))


def _quoted(record: Record, quotation: str, *, exact: bool) -> Quoted:
    different = (Difference("same", "so", "so"), Difference("changed", quotation, "Yes."))
    likeness, differences = (1.0, ()) if exact else (0.8, different)
    return Quoted(record.id, record.title, "1932", "note", record.title, exact, likeness, differences)
