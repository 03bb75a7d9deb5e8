"""The header of a TEI file: what was published, by whom, where and when."""

from __future__ import annotations

from lxml import etree

from fonds.accession.tei.elements import FRUS_NAMESPACES, TEI, local_name, plain
from fonds.record import Edition

FRUS_SERIES = "Foreign Relations of the United States"


def read_edition(header: etree._Element) -> Edition:
    """The publication as its header describes it; a title of "" where it gives none."""
    titles = _by_type(header, f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    statement = header.find(f"{TEI}fileDesc/{TEI}publicationStmt")
    published = {} if statement is None else {local_name(child): plain(child) or None for child in statement}
    return Edition(
        title=titles.get("complete") or titles.get("main") or titles.get("") or next(iter(titles.values()), ""),
        series=titles.get("series"),
        subseries=titles.get("subseries"),
        volume=titles.get("volumenumber"),
        volume_title=titles.get("volume"),
        editors=_editors(header),
        publisher=published.get("publisher"),
        place=published.get("pubPlace"),
        date=published.get("date"),
        identifiers=_by_type(header, f"{TEI}fileDesc/{TEI}publicationStmt/{TEI}idno"),
    )


def rights_of(header: etree._Element) -> str | None:
    """The words on who may do what with the file."""
    return plain(header.find(f"{TEI}fileDesc/{TEI}publicationStmt/{TEI}availability")) or None


def is_frus(header: etree._Element, edition: Edition) -> bool:
    """Whether the file keeps to the rules of *Foreign Relations of the United States*.

    Its preface says of [brackets] that they are the editors'; no other edition is taken to mean that.
    """
    return (
        edition.series == FRUS_SERIES
        or "frus" in edition.identifiers
        or any(namespace in header.nsmap.values() for namespace in FRUS_NAMESPACES)
    )


def volume_id(root: etree._Element, edition: Edition, stem: str) -> str:
    """The volume's own identifier: its number in the series, else the root's `xml:id`, else the file's name."""
    return edition.identifiers.get("frus") or root.get("{http://www.w3.org/XML/1998/namespace}id") or stem


def _by_type(header: etree._Element, path: str) -> dict[str, str]:
    return {element.get("type") or "": plain(element) for element in header.findall(path) if plain(element)}


def _editors(header: etree._Element) -> tuple[str, ...]:
    statement = header.find(f"{TEI}fileDesc/{TEI}titleStmt")
    if statement is None:
        return ()
    named = [plain(editor) for editor in statement.findall(f"{TEI}editor")]
    return tuple(dict.fromkeys(name for name in named if name))
