"""Elements of TEI, their attributes and their words."""

from __future__ import annotations

import re

from lxml import etree

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{NAMESPACE}}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make(name: str, /, *inside: etree._Element | str, **attributes: str) -> etree._Element:
    """An element with words and elements in it."""
    # The stubs do not know that None names the namespace of what has no prefix.
    element = etree.Element(TEI + name, attributes, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for part in inside:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element


def clean(words: str | None) -> str:
    """The words without the characters that XML 1.0 does not allow."""
    return _FORBIDDEN.sub("", words or "")


def add_words(element: etree._Element, words: str) -> None:
    """Put words at the end of what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
