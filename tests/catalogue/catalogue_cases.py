"""Invented papers for the tests of this room, and a short way to keep them."""

from __future__ import annotations

from fonds.catalogue import Accession, Brief, Catalogue, Change, Entry, entry
from fonds.record import Agent, Cites, Date, Finding, Record, Reference, Source, Text

FILE = "papers/a.xml"


def made(
    record_id: str,
    words: str = "The harbour stays shut.",
    *,
    sha256: str = "1",
    edtf: str | None = None,
    kind: str | None = None,
    cites: tuple[str, ...] = (),
) -> Record:
    """A record of one English text; its collection is the first part of its id."""
    references = tuple(Reference(0, 3, "The", Cites(document=cited)) for cited in cites)
    return Record(
        id=record_id,
        collection=record_id.split("/", maxsplit=1)[0],
        title=f"Telegram {record_id}",
        source=Source(FILE, sha256, "application/xml", "tei 1"),
        kind=kind,
        date=Date(edtf, edtf) if edtf else None,
        texts=(Text("en", "original", words, references=references),),
    )


def coming(key: str = FILE, sha256: str = "1", findings: tuple[Finding, ...] = ()) -> Accession:
    """A file on its way in."""
    return Accession(key, key, sha256, 100, "application/xml", "tei 1", findings=findings)


def entered(record: Record) -> Entry:
    """Its entry, which cites what its references name."""
    return entry(record, [it.cites.document or "" for text in record.texts for it in text.references])


def citing(catalogue: Catalogue, name: str) -> tuple[Brief, ...]:
    """The records that cite by this name."""
    return tuple(brief for _, brief in catalogue.citing([name]))


def keep(
    catalogue: Catalogue, *records: Record, key: str = FILE, sha256: str = "1", agents: tuple[Agent, ...] = ()
) -> Change:
    """Keep a file that holds these records."""
    return catalogue.keep(coming(key, sha256), map(entered, records), agents)


def content(catalogue: Catalogue) -> dict[str, object]:
    """Everything that can be read from a catalogue, but for the journal's times."""
    ids = [record.id for record in catalogue.records()]
    collections = [summary.collection for summary in catalogue.collections()]
    return {
        "records": list(catalogue.records()),
        "neighbours": [catalogue.neighbours(record_id) for record_id in ids],
        "cited by": [citing(catalogue, record_id) for record_id in ids],
        "agents": [catalogue.agents(collection) for collection in collections],
        "collections": catalogue.collections(),
        "statistics": catalogue.statistics(),
        "acts": [(act.number, act.deed, act.thing, act.outcome) for act in catalogue.journal()],
        "unindexed": sorted(record.id for record in catalogue.unindexed()),
        "withdrawn unindexed": sorted(catalogue.withdrawn_unindexed()),
    }
