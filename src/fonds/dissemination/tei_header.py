"""What a record knows beside its texts, as the header of a TEI file.

`fonds.accession.tei.own` reads it back. What TEI has an element for stands in that element; parties in any role stand
in `particDesc`, steps of the transmission in `correspAction`, each by its name in `type` or `role` with hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from fonds.dissemination.elements import XML_ID, clean, make
from fonds.dissemination.layers import agent_pointer
from fonds.record import CustodyStep, Date, Edition, Party, Record, TransmissionStep

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def header(record: Record) -> etree._Element:
    """The header of a record's file."""
    return make(
        "teiHeader",
        make(
            "fileDesc",
            make("titleStmt", make("title", clean(record.title)), *_responsible(record)),
            make("publicationStmt", *_publication(record)),
            make("sourceDesc", *_sources(record)),
        ),
        make("encodingDesc", _pointers(), make("appInfo", _application())),
        make("profileDesc", *_profile(record)),
    )


def _pointers() -> etree._Element:
    """What `fonds:` means in a pointer: the record of that identifier."""
    scheme = make("prefixDef", ident="fonds", matchPattern="(.+)", replacementPattern="$1")
    return make("listPrefixDef", scheme)


def _application() -> etree._Element:
    return make("application", make("label", "Fonds"), ident="fonds", version="1")


def _responsible(record: Record) -> Iterator[etree._Element]:
    """Who made each text; `fonds.dissemination.tei` points to them by number."""
    for number, text in enumerate(record.texts):
        if text.by:
            statement = make("respStmt", make("resp", text.role), make("name", clean(text.by)))
            statement.set(XML_ID, f"by-{number + 1}")
            yield statement


def _publication(record: Record) -> Iterator[etree._Element]:
    yield make("authority", "Exported from an archive kept with Fonds.")
    named = (("fonds", record.id), ("fonds-collection", record.collection), ("URI", record.address))
    yield from (make("idno", clean(value), type=kind) for kind, value in named if value)
    if record.rights:
        yield make("availability", make("p", clean(record.rights)))


def _sources(record: Record) -> Iterator[etree._Element]:
    if record.citation:
        yield make("bibl", clean(record.citation), type="citation")
    if record.edition:
        yield _edition(record.edition)
    if record.holding or record.custody:
        yield _manuscript(record)
    yield make(
        "bibl",
        make("title", clean(record.source.name)),
        make("idno", clean(record.source.sha256), type="sha256"),
        type="file",
    )


def _edition(edition: Edition) -> etree._Element:
    titles = (
        ("complete", edition.title), ("series", edition.series), ("subseries", edition.subseries),
        ("volumenumber", edition.volume), ("volume", edition.volume_title),
    )  # fmt: skip
    imprint = (("publisher", edition.publisher), ("pubPlace", edition.place), ("date", edition.date))
    scopes = (("document", edition.document), ("page", edition.pages))
    return make(
        "bibl",
        *(make("title", clean(value), type=kind) for kind, value in titles if value),
        *(make("editor", clean(name)) for name in edition.editors),
        *(make(name, clean(value)) for name, value in imprint if value),
        *(make("biblScope", clean(value), unit=unit) for unit, value in scopes if value),
        *(make("biblScope", clean(value), unit="division") for value in edition.divisions),
        *(
            make("idno", clean(value), **({"type": clean(kind)} if kind else {}))
            for kind, value in edition.identifiers.items()
        ),
        type="edition",
    )


def _manuscript(record: Record) -> etree._Element:
    identifier = make("msIdentifier")
    holding = record.holding
    for name, value in (("repository", holding and holding.repository), ("idno", holding and holding.reference)):
        if value:
            identifier.append(make(name, clean(value)))
    if not len(identifier):
        identifier.append(make("msName", clean(record.title)))
    if not record.custody:
        return make("msDesc", identifier)
    return make("msDesc", identifier, make("history", *map(_custody, record.custody)))


def _custody(step: CustodyStep) -> etree._Element:
    parts = (("name", step.by), ("placeName", step.place), ("date", step.date))
    return make("provenance", *(make(name, clean(value)) for name, value in parts if value), type=hyphened(step.what))


def _profile(record: Record) -> Iterator[etree._Element]:
    if record.summary:
        yield make("abstract", *(make("p", clean(part)) for part in record.summary.split("\n\n")))
    if record.language:
        yield make("langUsage", make("language", ident=clean(record.language)))
    if record.kind or record.subjects:
        yield make("textClass", *_classes(record))
    yield _correspondence(record)
    if record.parties:
        yield make("particDesc", make("listPerson", *map(_person, record.parties)))


def _classes(record: Record) -> Iterator[etree._Element]:
    if record.kind:
        yield make("classCode", clean(record.kind), scheme="urn:fonds:kind")
    if record.subjects:
        yield make("keywords", *(make("term", clean(subject)) for subject in record.subjects))


def _person(party: Party) -> etree._Element:
    """A person or body in its role: as the document writes the name."""
    pointer = {"ref": agent_pointer(party.agent)} if party.agent else {}
    return make("person", make("persName", clean(party.name), **pointer), role=hyphened(party.role))


def _correspondence(record: Record) -> etree._Element:
    sent = make("correspAction", *(make("name", clean(name)) for name in record.names("from")), type="sent")
    if record.place:
        sent.append(make("placeName", clean(record.place)))
    if record.date:
        sent.append(_date(record.date))
    received = make("correspAction", *(make("name", clean(name)) for name in record.names("to")), type="received")
    actions = [*(action for action in (sent, received) if len(action)), *map(_transmission, record.transmission)]
    handling = (("handling", word) for word in record.handling)
    notes = (("number", record.number), ("classification", record.classification), *handling)
    said = [make("note", clean(value), type=kind) for kind, value in notes if value]
    return make("correspDesc", *(actions + said or [make("note")]))


def _transmission(step: TransmissionStep) -> etree._Element:
    parts = (("name", step.by), ("placeName", step.place), ("date", step.at))
    inside = (make(name, clean(value)) for name, value in parts if value)
    return make("correspAction", *inside, type="transmission", subtype=hyphened(step.what))


def _date(date: Date) -> etree._Element:
    """The printed words, with ISO attributes where they say all, and the EDTF where they do not."""
    element = make("date", clean(date.printed))
    for name, value in _iso(date.edtf or "", date.time or "").items():
        element.set(name, value)
    if date.edtf:
        element.set("when-custom", clean(date.edtf))
    element.set("type", date.precision)
    return element


def _iso(edtf: str, time: str) -> dict[str, str]:
    """The date and time as ISO attributes: `when`, or `from` and `to`; none where ISO cannot say it."""
    days, times = edtf.split("/"), time.split("/") if time else []
    if not all(_DAY.fullmatch(day) for day in days) or len(days) > 2 or len(times) > 2:
        return {}
    if len(days) == 1 and len(times) < 2:
        return {"when": _moment(days[0], times[0] if times else "")}
    first, last = [*times, "", ""][:2]
    return {"from": _moment(days[0], first), "to": _moment(days[-1], last)}


def _moment(day: str, time: str) -> str:
    return f"{day}T{time}:00" if time else day


def hyphened(words: str) -> str:
    """A word list's entry as one word: "copied to" is "copied-to"."""
    return clean("-".join(words.split()))
