"""Small TEI files of our own, and the ways in which the tests of this folder read them."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from fonds.accession.reader import Item
from fonds.accession.source import SourceFile
from fonds.accession.tei.flow import Flow, Layers
from fonds.accession.tei.reader import read
from fonds.record import Record

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
FRUS = '<idno type="frus">frus1901v09</idno>'
SENT = (
    '<correspDesc><correspAction type="sent"><persName ref="#ada">Ada Morrow</persName>'
    '<placeName>Quillport</placeName><date when="1907-05-06"/></correspAction>'
    '<correspAction type="received"><persName>Ben Tarn</persName><placeName>Ostwick</placeName>'
    '<date when="1907-05-11"/></correspAction></correspDesc>'
)


def header(*, idno: str = "", profile: str = "", source: str = "") -> str:
    """A header with a title."""
    return (
        "<teiHeader><fileDesc><titleStmt><title>Papers of the Quill</title></titleStmt>"
        f"<publicationStmt><publisher>Quill Press</publisher>{idno}</publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc><profileDesc>{profile}</profileDesc></teiHeader>"
    )


def volume(body: str, *, idno: str = "", front: str = "") -> str:
    """A file of documents."""
    return f'<TEI {TEI} xml:id="quill1">{header(idno=idno)}<text>{front}<body>{body}</body></text></TEI>'


def document(inside: str, identifier: str = "d1") -> str:
    """One document of a volume; no identifier where it is ""."""
    own = f' xml:id="{identifier}"' if identifier else ""
    return f'<div type="document"{own}>{inside}</div>'


def letter(body: str, *, source: str = "") -> str:
    """A file that is one letter."""
    head = header(profile=SENT, source=source)
    return f'<TEI {TEI} xml:id="ada-1">{head}<text xml:lang="en"><body>{body}</body></text></TEI>'


def flow(inside: str, *, brackets: bool = False) -> Layers:
    """The layers of a division."""
    reading = Flow("quill1", brackets=brackets)
    reading.read(etree.fromstring(f"<div {TEI}>{inside}</div>"))
    return reading.layers()


def source_of(folder: Path, content: str | bytes, name: str = "quill.xml") -> SourceFile:
    """The content as a file that comes in."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return SourceFile(path, name, "papers")


def items_of(folder: Path, content: str | bytes) -> list[Item]:
    """Everything that the reader makes of the content."""
    source = source_of(folder, content)
    return list(read(source, source.digest()))


def records_of(folder: Path, content: str | bytes) -> list[Record]:
    """The records that the reader makes of the content."""
    return [item for item in items_of(folder, content) if isinstance(item, Record)]
