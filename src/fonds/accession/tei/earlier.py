"""TEI without its namespace, and TEI P4, made TEI P5 as it streams by: the rest of the reader knows only that.

P4 is told by its root, `TEI.2`. What it named otherwise is in the tables here, as far as records have a use for it (TEI
P5 Guidelines, 2007, against "TEI P4: Guidelines for Electronic Text Encoding and Interchange", 2002).
"""

from __future__ import annotations

import re

from lxml import etree

from fonds.accession.tei.elements import ID, LANG, TEI
from fonds.record import Finding

_ROOTS = frozenset({"TEI", "teiCorpus", "TEI.2", "teiCorpus.2"})
_P4_ROOTS = frozenset({"TEI.2", "teiCorpus.2"})
_ELEMENTS = {
    "TEI.2": "TEI",
    "teiCorpus.2": "teiCorpus",
    "dateRange": "date",
    "timeRange": "time",
    "xref": "ref",
    "xptr": "ptr",
} | {f"div{depth}": "div" for depth in range(8)}
"""What P4 calls otherwise; its numbered divisions stand for plain ones too."""
_ATTRIBUTES = {"id": ID, "lang": LANG}
_OWN_ATTRIBUTES = {"date": {"value": "when", "certainty": "cert"}, "language": {"id": "ident"}}
_POINTING = ("target", "corresp", "resp")
"""Attributes that name an identifier in P4, and point to it by "#" in P5."""
_IDENTIFIER = re.compile(r"(?<!\S)(?=[\w.-]+(?:\s|$))")
_ISO_DAY = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")

WATCHED = ("TEI.2", "teiCorpus.2", "head", *(f"div{depth}" for depth in range(8)))
"""What the stream has to tell of besides the elements of P5; heads, since divisions are asked for theirs while open."""


class Earlier:
    """Turns the elements of one file into those of P5, where they are not."""

    def __init__(self, root: etree._Element) -> None:
        self._root = str(root.tag)
        self.is_needed = root.tag in _ROOTS
        self._is_p4 = root.tag in _P4_ROOTS

    @property
    def finding(self) -> Finding:
        """What is to be said of the file where turning is needed."""
        return Finding("earlier-tei" if self._is_p4 else "tei-without-namespace", self._root)

    def turn(self, event: str, element: etree._Element) -> None:
        """Turn an element that begins, or one that ends with all that is in it."""
        for each in (element,) if event == "start" else element.iter(etree.Element):
            name = str(each.tag)
            if name.startswith("{"):
                continue
            if self._is_p4:
                _turn_attributes(each, name)
                name = _ELEMENTS.get(name, name)
            each.tag = TEI + name


def _turn_attributes(element: etree._Element, name: str) -> None:
    for old, new in (_ATTRIBUTES | _OWN_ATTRIBUTES.get(name, {})).items():
        if (value := element.get(old)) is None:
            continue
        del element.attrib[old]
        if new != "when" or _ISO_DAY.fullmatch(value):
            element.set(new, value)
    for pointing in _POINTING:
        if pointed := element.get(pointing):
            element.set(pointing, _IDENTIFIER.sub("#", pointed))
