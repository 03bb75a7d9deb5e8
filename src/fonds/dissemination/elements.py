"""Elements of TEI."""

from __future__ import annotations

from lxml import etree

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def make(name: str, /, *inside: etree._Element | str, **attributes: str) -> etree._Element:
    """An element with words and elements in it."""
    element = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for part in inside:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element
