"""What each TEI element is to a record: tables, and the few questions asked of any element."""

from __future__ import annotations

from html.entities import html5

from lxml import etree

from fonds.record import BlockKind, MarkKind, MentionKind

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{NAMESPACE}}}"
FRUS_NAMESPACES = ("http://history.state.gov/ns/1.0", "http://history.state.gov/frus/ns/1.0")
"""The two that volumes of *Foreign Relations of the United States* use for their own elements."""
XML = "{http://www.w3.org/XML/1998/namespace}"
ID = f"{XML}id"
LANG = f"{XML}lang"

BLOCKS: dict[str, BlockKind] = {
    "head": "heading",
    "dateline": "dateline",
    "salute": "salutation",
    "opener": "opener",
    "byline": "opener",
    "argument": "opener",
    "p": "paragraph",
    "ab": "paragraph",
    "l": "paragraph",
    "figDesc": "paragraph",
    "item": "list item",
    "row": "table row",
    "signed": "signature",
    "closer": "closer",
    "trailer": "closer",
    "postscript": "postscript",
    "label": "label",
    "docImprint": "paragraph",
}
"""Elements whose words stand for themselves."""

CONTAINERS = frozenset(
    {"div", "list", "table", "figure", "lg", "body", "text", "front", "back", "group", "floatingText", "attachment",
     "address", "listBibl", "epigraph", "div1", "div2", "div3", "div4", "div5", "div6", "div7"}
)  # fmt: skip
"""Elements that only hold others."""

KEEPING: frozenset[BlockKind] = frozenset({"list item", "quotation", "postscript", "opener", "closer"})
"""Blocks whose paragraphs stay what the block is."""

MARKS: dict[str, MarkKind] = {
    "emph": "italic",
    "foreign": "italic",
    "supplied": "supplied",
    "ex": "supplied",
    "del": "deleted",
    "surplus": "deleted",
    "add": "added",
    "unclear": "unclear",
    "damage": "unclear",
}

RENDITIONS: dict[str, MarkKind] = {
    "italic": "italic",
    "italics": "italic",
    "i": "italic",
    "strong": "bold",
    "bold": "bold",
    "b": "bold",
    "smallcaps": "small capitals",
    "sc": "small capitals",
    "underline": "underline",
    "underlined": "underline",
    "u": "underline",
    "superscript": "superscript",
    "sup": "superscript",
    "subscript": "subscript",
    "sub": "subscript",
}
"""`@rend` of `hi`."""

MENTIONS: dict[str, MentionKind] = {
    "persName": "person",
    "orgName": "body",
    "placeName": "place",
    "geogName": "place",
    "settlement": "place",
    "country": "place",
    "region": "place",
    "gloss": "term",
    "term": "term",
    "rs": "term",
    "name": "term",
}

NAME_TYPES: dict[str, MentionKind] = {
    "person": "person",
    "pers": "person",
    "org": "body",
    "organization": "body",
    "body": "body",
    "place": "place",
}
"""`@type` of `name` and `rs`."""

TRANSPARENT = frozenset(
    {"seg", "date", "time", "title", "affiliation", "roleName", "forename", "surname", "addName",
     "genName", "nameLink", "num", "measure", "q", "said", "soCalled", "mentioned", "bibl", "abbr", "sic", "orig",
     "w", "pc", "s", "c", "street", "postCode", "email", "idno", "stamp", "ptr", "anchor",
     "milestone", "cb", "handShift", "restore", "hyphen", "publisher", "pubPlace", "biblScope",
     "author", "editor", "graphic", "formula", "space", "caption", "desc", "metamark", "mod", "retrace", "cit",
     "reg", "corr", "expan", "am", "g", "district", "bloc", "line", "lem"}
)  # fmt: skip
"""Elements whose words are simply the text's."""

REPEATED = frozenset({"catch", "catchword", "folNum", "foliation", "header", "pageNum", "pageNumber", "pag", "sig"})
"""`@type` of `fw` whose words are no part of the text."""

_LINE = TEI + "lb"
_NOTE = TEI + "note"


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child that is a TEI element of this name."""
    return next(element.iterchildren(TEI + name), None)


def plain(element: etree._Element | None) -> str:
    """The element's words on one line, without its notes; "" for no element."""
    if element is None:
        return ""
    pieces: list[str] = []
    _collect(element, pieces)
    return " ".join("".join(pieces).split())


def _collect(element: etree._Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for inner in element:
        tag: object = inner.tag
        if tag == _LINE:
            pieces.append(" ")
        elif tag is etree.Entity:
            pieces.append(characters_of(inner))
        elif tag != _NOTE and isinstance(tag, str):
            _collect(inner, pieces)
        pieces.append(inner.tail or "")


def characters_of(entity: etree._Element) -> str:
    """What an entity of the public sets (ISO 8879) stands for, "é" for "&eacute;"; else its name as it is written.

    Files whose document type is elsewhere, as in TEI P4, use them without a declaration of their own.
    """
    written = entity.text or ""
    return html5.get(written.removeprefix("&"), written)


def agent_of(element: etree._Element) -> str | None:
    """The identifier that a name points to: of the file's own lists without its "#", or an address as it stands."""
    for attribute in _POINTING:
        if (pointer := element.get(attribute)) and not pointer.isspace():
            return pointer.split(maxsplit=1)[0].removeprefix("#")
    return None


_POINTING = ("corresp", "ref", "target", "key", "sameAs")
