"""What Fonds itself writes into a header (`fonds.dissemination.tei_header`), read back: a record comes home as it was.

Of the layers, who made them and how surely is not written, and of references only where they point.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from lxml import etree

from fonds.accession.tei.elements import ID, TEI, agent_of, plain
from fonds.accession.tei.flow import read_note
from fonds.accession.tei.header import rights_of
from fonds.record import CustodyStep, Edition, Facsimile, Holding, Note, Party, Record, Text, TransmissionStep

UNDETERMINED = "und"


def is_own(header: etree._Element) -> bool:
    """Whether Fonds wrote this header."""
    return header.find(f"{TEI}encodingDesc/{TEI}appInfo/{TEI}application[@ident='fonds']") is not None


def come_home(record: Record, root: etree._Element, header: etree._Element) -> Record:
    """The record with what its header says in the manner of Fonds. `record` is what any letter's header would tell."""
    correspondence = f"{TEI}profileDesc/{TEI}correspDesc"
    notes = {note.get("type"): plain(note) for note in header.findall(f"{correspondence}/{TEI}note")}
    language = header.find(f"{TEI}profileDesc/{TEI}langUsage/{TEI}language")
    return msgspec.structs.replace(
        record,
        id=_identifier(header, "fonds") or record.id,
        collection=_identifier(header, "fonds-collection") or record.collection,
        kind=plain(header.find(f"{TEI}profileDesc/{TEI}textClass/{TEI}classCode[@scheme='urn:fonds:kind']")) or None,
        number=notes.get("number"),
        parties=tuple(_parties(header)),
        classification=notes.get("classification"),
        handling=tuple(plain(note) for note in header.findall(f"{correspondence}/{TEI}note[@type='handling']")),
        holding=_holding(header),
        custody=tuple(map(_custody, header.iter(TEI + "provenance"))),
        transmission=tuple(_transmission(header.findall(f"{correspondence}/{TEI}correspAction[@type='transmission']"))),
        language=language.get("ident") if language is not None else None,
        summary="\n\n".join(map(plain, header.findall(f"{TEI}profileDesc/{TEI}abstract/{TEI}p"))) or None,
        rights=rights_of(header),
        address=_identifier(header, "URI"),
        citation=plain(header.find(f"{_SOURCES}/{TEI}bibl[@type='citation']")) or None,
        edition=_edition(header.find(f"{_SOURCES}/{TEI}bibl[@type='edition']")),
        texts=tuple(_text(text, number, root, header) for number, text in enumerate(record.texts)),
        facsimiles=tuple(map(_facsimile, root.findall(f"{TEI}facsimile/{TEI}graphic"))),
    )


_SOURCES = f"{TEI}fileDesc/{TEI}sourceDesc"


def _identifier(header: etree._Element, kind: str) -> str | None:
    return plain(header.find(f"{TEI}fileDesc/{TEI}publicationStmt/{TEI}idno[@type='{kind}']")) or None


def _words(element: etree._Element, name: str) -> str | None:
    return plain(element.find(TEI + name)) or None


def _unhyphened(element: etree._Element, attribute: str) -> str:
    return (element.get(attribute) or "").replace("-", " ")


def _parties(header: etree._Element) -> Iterator[Party]:
    for person in header.findall(f"{TEI}profileDesc/{TEI}particDesc/{TEI}listPerson/{TEI}person"):
        name = person.find(TEI + "persName")
        if name is not None:
            yield Party(_unhyphened(person, "role"), plain(name), agent_of(name))


def _holding(header: etree._Element) -> Holding | None:
    identifier = header.find(f"{_SOURCES}/{TEI}msDesc/{TEI}msIdentifier")
    if identifier is None:
        return None
    repository, reference = _words(identifier, "repository"), _words(identifier, "idno")
    return Holding(repository, reference) if repository or reference else None


def _custody(step: etree._Element) -> CustodyStep:
    return CustodyStep(_unhyphened(step, "type"), _words(step, "name"), _words(step, "placeName"), _words(step, "date"))


def _transmission(steps: list[etree._Element]) -> Iterator[TransmissionStep]:
    for step in steps:
        what = _unhyphened(step, "subtype")
        yield TransmissionStep(what, _words(step, "date"), _words(step, "placeName"), _words(step, "name"))


def _edition(printed: etree._Element | None) -> Edition | None:
    if printed is None:
        return None
    titles = {title.get("type"): plain(title) for title in printed.findall(TEI + "title")}
    scopes = {scope.get("unit"): plain(scope) for scope in printed.findall(TEI + "biblScope")}
    return Edition(
        title=titles.get("complete", ""),
        series=titles.get("series"),
        subseries=titles.get("subseries"),
        volume=titles.get("volumenumber"),
        volume_title=titles.get("volume"),
        editors=tuple(map(plain, printed.findall(TEI + "editor"))),
        publisher=_words(printed, "publisher"),
        place=_words(printed, "pubPlace"),
        date=_words(printed, "date"),
        identifiers={number.get("type") or "": plain(number) for number in printed.findall(TEI + "idno")},
        document=scopes.get("document"),
        pages=scopes.get("page"),
        divisions=tuple(map(plain, printed.findall(f"{TEI}biblScope[@unit='division']"))),
    )


def _facsimile(graphic: etree._Element) -> Facsimile:
    return Facsimile(graphic.get("mimeType"), graphic.get("url") or "", graphic.get("n"))


def _text(text: Text, number: int, root: etree._Element, header: etree._Element) -> Text:
    """The text with its language, its maker, and the notes that have no place in it."""
    back = root.findall(f"{TEI}text/{TEI}back/{TEI}div[@type='notes'][@n='{number + 1}']/{TEI}note")
    notes, references = list(text.notes), list(text.references)
    for element in back:
        note, layers = read_note(element, None, "", brackets=False)
        notes.append(note)
        references += [msgspec.structs.replace(one, note=_name(note)) for one in layers.references]
    return msgspec.structs.replace(
        text,
        language=None if text.language == UNDETERMINED else text.language,
        by=_maker(text.by, header),
        notes=tuple(notes),
        references=tuple(references),
    )


def _name(note: Note) -> str | None:
    return note.number or note.id


def _maker(pointer: str | None, header: etree._Element) -> str | None:
    for statement in header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}respStmt"):
        if pointer == f"#{statement.get(ID)}":
            return _words(statement, "name")
    return None
