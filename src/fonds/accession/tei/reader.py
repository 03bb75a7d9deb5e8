"""Reads a TEI file as it streams by: volumes of documents, single letters, and corpora of letters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain, count

import msgspec
from lxml import etree

from fonds.accession.reader import Declined, Item, Match
from fonds.accession.source import SourceFile
from fonds.accession.tei.document import Volume, duplicate, read_document
from fonds.accession.tei.elements import ID, LANG, NAMESPACE, TEI, local_name, plain
from fonds.accession.tei.header import is_frus, read_edition, volume_id
from fonds.accession.tei.letter import describes_letter, is_letter, read_letter
from fonds.accession.tei.names import read_names
from fonds.accession.tei.stream import TeiStream
from fonds.diplomatics.references import with_references
from fonds.errors import RefusedError
from fonds.record import Edition, Facsimile, Finding, Record, Source

NAME = "TEI"
VERSION = "7"
MEDIA_TYPE = "application/tei+xml"

_LISTS = frozenset({"list", "listPerson", "listOrg", "listPlace"})


def sniff(head: bytes, name: str) -> Match | Declined:
    """XML is taken to be TEI; a file of another vocabulary is refused when its root is read, with that reason."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    utf16 = head[:2] in {b"\xff\xfe", b"\xfe\xff"} and b"<\x00?\x00x\x00m\x00l" in head.replace(b"\x00<", b"<\x00")[:64]
    if start.startswith((b"<?xml", b"<TEI", b"<teiCorpus", b"<!DOCTYPE TEI")) or NAMESPACE.encode() in head or utf16:
        return Match()
    return Declined(f"{name} does not begin like XML")


def read(source: SourceFile, sha256: str) -> Iterator[Item]:
    """Every document, and the lists of names. Raises RefusedError for what is not TEI or holds no document."""
    reading = _Reading(source, source.described(sha256, MEDIA_TYPE, f"{NAME} {VERSION}"))
    stream = TeiStream(source, sha256)
    for event, element in stream:
        yield from reading.on(event, element, stream)
    if not reading.records:
        raise RefusedError(
            source.name,
            seen="TEI without a document" if reading.tei else "XML that is not TEI",
            wanted="div elements of type 'document' or 'letter', or a header with correspDesc and a text",
            next_step="Mark the documents so, or convert the file to plain text.",
        )
    yield from stream.findings


class _Reading:
    """What is known of a file so far."""

    def __init__(self, source: SourceFile, described: Source) -> None:
        self.source = source
        self.described = described
        self.records = 0
        self.tei = False
        self.header: etree._Element | None = None
        self.volume: Volume | None = None
        self.corpus: Edition | None = None
        self.page: Facsimile | None = None
        self.first_page: Facsimile | None = None
        self.identifiers: set[str] = set()
        self.within: list[etree._Element] = []

    def on(self, event: str, element: etree._Element, stream: TeiStream) -> Iterator[Item]:
        name = local_name(element)
        if event == "start":
            self._start(name, element)
        elif name == "teiHeader":
            self._begin_volume(element)
        elif name == "pb":
            self.page = (
                Facsimile(None, element.get("facs") or "", element.get("n")) if element.get("facs") else self.page
            )
        elif name in _LISTS and self.volume is not None and not self.within and not _nested(element):
            yield from read_names(element, self.volume.id)
        elif name == "div" and self.within and self.within[-1] is element:
            self.within.pop()
            yield from self._document(element)
            stream.forget(element)
        elif name == "div" and self.identifiers and not self.within:
            stream.forget(element)
        elif name == "TEI":
            yield from self._letter(element)
            stream.forget(element)

    def _start(self, name: str, element: etree._Element) -> None:
        if name == "TEI":
            self.tei = True
            self.volume = None
        elif name == "div" and self._is_document(element):
            self.within.append(element)
            self.first_page = self.page

    def _is_document(self, div: etree._Element) -> bool:
        """Whether a division is a document; one that is a letter is, unless the file or a document is that letter."""
        if div.get("type") != "letter":
            return div.get("type") == "document"
        return not self.within and self.header is not None and not describes_letter(self.header)

    def _begin_volume(self, header: etree._Element) -> None:
        root = header.getparent()
        if root is None:
            return
        edition = read_edition(header)
        if local_name(root) == "teiCorpus":
            self.corpus = edition
        if local_name(root) != "TEI":
            return
        frus = is_frus(header, edition)
        language = next(
            (found for found in (_declared_language(header), root.get(LANG)) if found), "en" if frus else None
        )
        self.header = header
        self.volume = Volume(volume_id(root, edition, self.source.stem), self.described, edition, frus, language)

    def _document(self, div: etree._Element) -> Iterator[Record | Finding]:
        if self.volume is None:
            return
        identifier, finding = self._identifier(div)
        record = with_references(read_document(div, identifier, self.volume, self.first_page))
        if finding:
            record = _with(record, finding)
        self.records += 1
        yield record

    def _identifier(self, div: etree._Element) -> tuple[str, Finding | None]:
        """The document's own identifier; where it has none, or not its own, one made from its words and a count."""
        own = div.get(ID) or ""
        if own and own not in self.identifiers:
            self.identifiers.add(own)
            return own, None
        words = f"{own or 'x'}-{hashlib.sha256(plain(div).encode()).hexdigest()[:12]}"
        repeated = (f"{words}-{number}" for number in count(2))
        made = next(name for name in chain((words,), repeated) if name not in self.identifiers)
        self.identifiers.add(made)
        return made, duplicate(own) if own else Finding("no-identifier", made)

    def _letter(self, root: etree._Element) -> Iterator[Record]:
        header, volume = self.header, self.volume
        if header is None or volume is None or not is_letter(header, root) or self.identifiers:
            return
        folder = msgspec.structs.replace(volume, id=self.source.collection, frus=False, corpus=self.corpus)
        record = with_references(read_letter(root, header, root.get(ID) or self.source.stem, folder))
        if record.texts and record.texts[0].content:
            self.records += 1
            yield record


def _with(record: Record, finding: Finding) -> Record:
    return msgspec.structs.replace(record, findings=(*record.findings, finding))


def _declared_language(header: etree._Element) -> str | None:
    languages = [language.get("ident") for language in header.iter(TEI + "language") if language.get("ident")]
    return languages[0] if len(languages) == 1 else None


def _nested(element: etree._Element) -> bool:
    """Lists within lists are read with the outermost; indexes and tables of contents list no names of their own."""
    return element.get("type") in {"index", "toc"} or next(element.iterancestors(element.tag), None) is not None
