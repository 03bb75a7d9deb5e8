"""A record as a TEI P5 file: what the record knows in the header, its texts with their layers in the body."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from pathlib import PurePosixPath

from lxml import etree

from fonds.dissemination.layers import set_block
from fonds.record import Block, BlockKind, Record, Text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSAFE = re.compile(r"[^\w.~-]+")

_BLOCKS: dict[BlockKind, str] = {
    "heading": "head",
    "label": "label",
    "dateline": "dateline",
    "salutation": "salute",
    "signature": "signed",
    "quotation": "quote",
    "closer": "closer",
}
_TOP: frozenset[BlockKind] = frozenset({"heading", "dateline", "salutation"})
_BOTTOM: frozenset[BlockKind] = frozenset({"closer", "signature"})


def file_name(record_id: str) -> str:
    """A relative path for a record's file, of letters, digits and "._~-": it cannot leave its folder.

    An identifier that has other characters gets a part of its SHA-256, so that no two records share a file.
    """
    parts = [_UNSAFE.sub("_", part).strip(".") or "_" for part in PurePosixPath(record_id).parts if part != "/"]
    name = "/".join(parts)
    if name != record_id:
        name += f"-{hashlib.sha256(record_id.encode()).hexdigest()[:8]}"
    return f"{name}.xml"


def render_tei(record: Record) -> bytes:
    """The record as a TEI document, UTF-8. Characters that XML cannot hold are left out."""
    root = _make(
        "TEI", _header(record), _make("text", _make("body", *([_text(text) for text in record.texts] or [_make("p")])))
    )
    if record.language:
        root[-1].set(_XML_LANG, record.language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def clean(words: str | None) -> str:
    """The words without the characters that XML 1.0 does not allow."""
    return _FORBIDDEN.sub("", words or "")


def _header(record: Record) -> etree._Element:
    profile = [_correspondence(record)]
    if record.summary:
        profile.append(_make("abstract", _make("p", clean(record.summary))))
    return _make(
        "teiHeader",
        _make(
            "fileDesc",
            _make("titleStmt", _make("title", clean(record.title))),
            _make("publicationStmt", _make("p", clean(record.rights or "Exported from an archive kept with Fonds."))),
            _make("sourceDesc", *_sources(record)),
        ),
        _make("profileDesc", *profile),
    )


def _sources(record: Record) -> list[etree._Element]:
    sources = []
    if record.citation:
        sources.append(_make("bibl", clean(record.citation)))
    if record.holding:
        identifier = _make("msIdentifier")
        for name, value in (("repository", record.holding.repository), ("idno", record.holding.reference)):
            if value:
                identifier.append(_make(name, clean(value)))
        sources.append(_make("msDesc", identifier))
    return sources or [_make("bibl", clean(record.source.name))]


def _correspondence(record: Record) -> etree._Element:
    sent = _make("correspAction", *(_make("name", clean(name)) for name in record.names("from")), type="sent")
    if record.place:
        sent.append(_make("placeName", clean(record.place)))
    if record.date:
        date = _make("date", clean(record.date.printed or record.date.edtf))
        if record.date.edtf:
            date.set("when-custom", clean(record.date.edtf))
            if re.fullmatch(r"\d{4}(-\d\d){0,2}", record.date.edtf):
                date.set("when", record.date.edtf)
        sent.append(date)
    received = _make("correspAction", *(_make("name", clean(name)) for name in record.names("to")), type="received")
    return _make("correspDesc", *([action for action in (sent, received) if len(action)] or [_make("note")]))


def _text(text: Text) -> etree._Element:
    part = _make("div", type=text.role)
    if text.language:
        part.set(_XML_LANG, text.language)
    blocks = text.blocks or (Block("paragraph", 0, len(text.content)),)
    sections = [_section(text, section, last=blocks[-1]) for section in _sections(blocks)]
    if len(sections) == 1:
        part.extend(sections[0])
    else:
        part.extend(_make("div", *section) for section in sections)
    return part


def _sections(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """The blocks, parted where TEI wants a division of its own: before what follows a signature, or a later heading."""
    sections = [[blocks[0]]]
    for before, block in pairwise(blocks):
        after_end = before.kind in _BOTTOM and block.kind not in _BOTTOM
        if after_end or (block.kind in _TOP and before.kind not in _TOP):
            sections.append([])
        sections[-1].append(block)
    return sections


def _section(text: Text, blocks: list[Block], *, last: Block) -> list[etree._Element]:
    """The blocks as elements; with an empty paragraph where TEI allows no ending without one."""
    elements = [_block(text, block, last=block is last) for block in blocks]
    ends = [number for number, block in enumerate(blocks) if block.kind in _BOTTOM]
    if ends and all(block.kind in _TOP | _BOTTOM for block in blocks):
        elements.insert(ends[0], _make("p"))
    return elements


def _block(text: Text, block: Block, *, last: bool) -> etree._Element:
    element = _make(_BLOCKS.get(block.kind, "p"))
    if element.tag.endswith("}p") and block.kind != "paragraph":
        element.set("rend", block.kind.replace(" ", "-"))
    set_block(element, text, block, last=last)
    return element


def _make(name: str, /, *inside: etree._Element | str, **attributes: str) -> etree._Element:
    """An element with words and elements in it."""
    element = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for part in inside:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element
