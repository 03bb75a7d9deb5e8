"""One document of an edition, `div[@type=document]`, becomes a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

import msgspec
from lxml import etree

from fonds.accession.tei.dates import find_date
from fonds.accession.tei.elements import ID, LANG, TEI, agent_of, child, local_name, plain
from fonds.accession.tei.flow import Flow, Layers
from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.heading import Heading, parse_heading
from fonds.diplomatics.kinds import find_kind
from fonds.diplomatics.marking import find_markings
from fonds.diplomatics.noted_steps import with_days
from fonds.diplomatics.number import find_number
from fonds.diplomatics.place import parse_place
from fonds.diplomatics.source_note import SourceNote, parse_source_note
from fonds.record import Date, Edition, Facsimile, Finding, Party, Record, Source, Text, TextRole

_PRINTED_NUMBER = re.compile(r"^\[?(?:No\.\s*)?\d+[a-z]?\]?\.?\s*(?=\S)")
_LIST_ROLES = {"participants": "participant", "from": "from", "to": "to"}
_ATTACHED = frozenset({"attachment", "enclosure", "floatingText"})
"""Elements, and types of divisions, that hold a paper sent with the document."""
_COPIED = re.compile(r"\b(?:info|cc|copies|copy)\b", re.IGNORECASE)


class Volume(msgspec.Struct):
    """What holds for all the documents of a file."""

    id: str
    source: Source
    edition: Edition
    frus: bool
    language: str | None
    within: tuple[etree._Element | None, tuple[str, ...]] = (None, ())
    """The division that the last document stood in, and the heads above it."""
    corpus: Edition | None = None
    """The edition that the file's corpus is, for letters in it that name none of their own."""


class _Head:
    """A document's head: its words are read only where the encoding leaves something open."""

    def __init__(self, div: etree._Element) -> None:
        self.element = child(div, "head")
        self.words = plain(self.element)

    @cached_property
    def heading(self) -> Heading:
        return parse_heading(self.words)


def read_document(div: etree._Element, identifier: str, volume: Volume, first_page: Facsimile | None) -> Record:
    """The record of a document; `identifier` is unique within its volume, `first_page` the page it begins on."""
    flow = Flow(volume.id, brackets=volume.frus)
    flow.read(div)
    layers = flow.layers()
    head = _Head(div)
    title = _PRINTED_NUMBER.sub("", head.words) if volume.frus else head.words
    source_note = _source_note(layers)
    markings = find_markings(" ; ".join(_opening_words(div)))
    kind = find_kind(title) or find_kind(_inline_source(div) if volume.frus else div.get("type") or "")
    facsimiles = (*([first_page] if first_page else []), *layers.facsimiles)
    language = div.get(LANG) or volume.language
    dateline = next(_own(div, "dateline"), None)
    date = _date(dateline, head)
    return Record(
        id=f"{volume.id}/{identifier}",
        collection=volume.id,
        title=title or head.heading.title or identifier,
        source=volume.source,
        kind=kind,
        number=_number(layers, kind),
        date=date,
        place=_place(dateline, head),
        parties=(*_parties(div, head), *source_note.parties),
        classification=source_note.classification or markings.classification,
        handling=source_note.handling or markings.handling,
        holding=source_note.holding,
        transmission=tuple(with_days(source_note.transmission, date.edtf if date else None)),
        language=source_note.language if source_note.translated else language,
        summary=next((note.text for note in layers.notes if note.kind == "summary"), None),
        subjects=tuple(_subjects(div)),
        edition=_placed(volume, div, facsimiles),
        texts=(_text(layers, language, "translation" if source_note.translated else "original"),),
        facsimiles=facsimiles,
        findings=layers.findings,
    )


def _own(div: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of this name that are the document's own, and not those of a paper attached to it."""
    for element in div.iter(TEI + name):
        above = takewhile(lambda outer: outer is not div, element.iterancestors())
        if not any(local_name(outer) in _ATTACHED or outer.get("type") in _ATTACHED for outer in above):
            yield element


def _text(layers: Layers, language: str | None, role: TextRole) -> Text:
    return Text(
        language=language,
        role=role,
        content=layers.content,
        blocks=layers.blocks,
        marks=layers.marks,
        notes=layers.notes,
        mentions=layers.mentions,
        references=layers.references,
    )


def _source_note(layers: Layers) -> SourceNote:
    return parse_source_note(next((note.text for note in layers.notes if note.kind == "source"), ""))


def _inline_source(div: etree._Element) -> str:
    """Until 1954 the kind stands after the file number, above the heading: "893.01/7–2549: Telegram"."""
    return plain(div.find(f"{TEI}note[@type='source']")).rpartition(":")[2].strip()


def _opening_words(div: etree._Element) -> Iterator[str]:
    for opener in div.iterchildren(TEI + "opener"):
        yield from (plain(segment) for segment in opener.iterchildren(TEI + "seg"))


def _number(layers: Layers, kind: str | None) -> str | None:
    if kind is None or "telegram" not in kind:
        return None
    first = next((block for block in layers.blocks if block.kind == "paragraph"), None)
    return find_number(layers.content[first.start : first.end]) if first else None


def _date(dateline: etree._Element | None, head: _Head) -> Date | None:
    date = (find_date(dateline) or parse_date(plain(dateline))) if dateline is not None else None
    if date is None and head.element is not None:
        return find_date(head.element) or head.heading.date
    return date


def _place(dateline: etree._Element | None, head: _Head) -> str | None:
    name = next(dateline.iter(TEI + "placeName"), None) if dateline is not None else None
    return parse_place(plain(name)) or head.heading.place


def _subjects(div: etree._Element) -> Iterator[str]:
    for listed in div.iterchildren(TEI + "list"):
        if listed.get("type") == "subject":
            yield from filter(None, (plain(item) for item in listed.iterchildren(TEI + "item")))


def _parties(div: etree._Element, head: _Head) -> tuple[Party, ...]:
    """From and to as the heading marks them, else as its words say; then those that the document's own lists name."""
    found = list(_marked(head.element)) if head.element is not None else []
    settled = {party.role for party in found}
    if "from" not in settled:
        found += [Party("from", name) for name in head.heading.senders]
    if "to" not in settled:
        found += [Party("to", name) for name in head.heading.recipients]
    settled = {party.role for party in found}
    for listed in div.iterchildren(TEI + "list"):
        own = _list_role(listed)
        if own and own not in settled:
            found += _listed(listed, own)
    found += [_signer(signed) for signed in _own(div, "signed") if plain(signed)]
    return tuple(dict.fromkeys(found))


def _marked(head: etree._Element) -> Iterator[Party]:
    for name in head.iter(TEI + "persName", TEI + "gloss", TEI + "orgName"):
        role = name.get("type")
        if role in {"from", "to"} and next(name.iterancestors(TEI + "note"), None) is None:
            yield Party(role, plain(name), agent_of(name))


def _list_role(listed: etree._Element) -> str | None:
    role = _LIST_ROLES.get(listed.get("type") or "")
    if role == "to" and _COPIED.search(plain(child(listed, "head"))):
        return "copied to"
    return role


def _listed(listed: etree._Element, role: str) -> Iterator[Party]:
    """The items of a list and of the lists in it; the names of delegations above them are no parties."""
    for item in listed.iterchildren(TEI + "item"):
        inner = list(item.iterchildren(TEI + "list"))
        for below in inner:
            yield from _listed(below, role)
        words = plain(item)
        caption = len(item) == 1 and item[0].tag == TEI + "hi" and plain(item[0]) == words
        if words and not inner and not caption:
            name = next(item.iter(TEI + "persName"), None)
            yield Party(role, words, agent_of(name) if name is not None else None)


def _signer(signed: etree._Element) -> Party:
    name = next(signed.iter(TEI + "persName"), None)
    pointed = name if name is not None else signed
    return Party("signed by", plain(name) or plain(signed), agent_of(pointed))


def _placed(volume: Volume, div: etree._Element, facsimiles: tuple[Facsimile, ...]) -> Edition:
    pages = [page.page for page in facsimiles if page.page]
    return msgspec.structs.replace(
        volume.edition,
        document=div.get("n") or div.get(ID),
        pages="–".join(dict.fromkeys((pages[0], pages[-1]))) if pages else None,
        divisions=_divisions(div, volume),
    )


def _divisions(div: etree._Element, volume: Volume) -> tuple[str, ...]:
    """The heads of the divisions that a document stands in; the next document mostly stands in the same."""
    parent = div.getparent()
    if parent is not volume.within[0]:
        heads = [plain(child(above, "head")) for above in div.iterancestors(TEI + "div")]
        volume.within = parent, tuple(head for head in reversed(heads) if head)
    return volume.within[1]


def duplicate(identifier: str) -> Finding:
    """The finding that an identifier was used before in its file."""
    return Finding("duplicate-identifier", identifier)
