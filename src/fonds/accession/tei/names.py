"""The lists of names that an edition brings: persons, bodies, places, abbreviations and terms."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from fonds.accession.tei.elements import ID, TEI, local_name, plain
from fonds.record import Agent, MentionKind

_LISTED: dict[str, MentionKind] = {"persName": "person", "orgName": "body", "placeName": "place", "term": "term"}
_ENTRIES: dict[str, tuple[MentionKind, str]] = {
    "person": ("person", "persName"),
    "org": ("body", "orgName"),
    "place": ("place", "placeName"),
}


def read_names(element: etree._Element, collection: str) -> Iterator[Agent]:
    """The names of one list: `list` with named items, or `listPerson`, `listOrg`, `listPlace`."""
    if local_name(element) == "list":
        yield from _items(element, collection)
    else:
        yield from _entries(element, collection)


def _items(element: etree._Element, collection: str) -> Iterator[Agent]:
    for item in element.findall(f"{TEI}item"):
        for name in item.iter(*(TEI + tag for tag in _LISTED)):
            if identifier := name.get(ID):
                written = plain(name)
                about = plain(item).replace(written, "", 1).strip(" ,;:–-")
                yield Agent(identifier, collection, _LISTED[local_name(name)], written.strip(" ,"), about)


def _entries(element: etree._Element, collection: str) -> Iterator[Agent]:
    for entry in element:
        kind, tag = _ENTRIES.get(local_name(entry), ("person", ""))
        name = entry.find(TEI + tag) if tag else None
        identifier = entry.get(ID)
        if identifier and name is not None:
            about = "; ".join(plain(child) for child in entry if child is not name and plain(child))
            yield Agent(identifier, collection, kind, plain(name), about)
