"""A TEI file as a stream of elements: no entities, no network, and no more than one document in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from fonds.accession.source import SourceFile
from fonds.accession.tei import earlier
from fonds.accession.tei.earlier import Earlier
from fonds.accession.tei.elements import TEI
from fonds.errors import RefusedError
from fonds.record import Finding

HELD_LIMIT = 64 << 20
"""The most bytes of a file that are held at once: no single document is that large."""

_NAMES = ("TEI", "teiHeader", "text", "div", "list", "listPerson", "listOrg", "listPlace", "pb")
WATCHED = (*(TEI + name for name in _NAMES), *_NAMES, *earlier.WATCHED)
_ENTITY = re.compile(r"<!ENTITY\s+(?!%)(?![^>]*\sNDATA\s)")
"""The declaration of an entity that stands for words: not of a part of the schema ("%"), nor of a picture."""

Event = tuple[str, etree._Element]  # noqa: SLF001 - the type that lxml-stubs gives


class TeiStream:
    """The start and end of each watched element of a file; what the receiver is finished with, it forgets.

    All are TEI P5 in its namespace; where the file has something earlier, `findings` say so once it is read.

    `collect_ids=False`: editions do repeat an `xml:id`, which is a finding of the reader, not the end of reading.
    """

    def __init__(self, source: SourceFile, sha256: str) -> None:
        self._source = source
        self._sha256 = sha256
        self._held = 0
        self._earlier: Earlier | None = None
        self._parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=WATCHED,
            collect_ids=False,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
        )

    def __iter__(self) -> Iterator[Event]:
        """Raises RefusedError for what is not well-formed, declares entities, or never ends a document."""
        events = self._events()
        try:
            for event, element in events:
                if self._earlier is None:
                    self._refuse_entities(element)
                    self._earlier = Earlier(element.getroottree().getroot())
                if self._earlier.is_needed:
                    self._earlier.turn(event, element)
                yield event, element
        except etree.XMLSyntaxError as error:
            raise self._refused(
                f"not well-formed XML: {error.msg}",
                "a complete, well-formed XML file in the encoding that it declares",
                "Repair it at that line, or fetch it again.",
            ) from error

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of the file as a whole."""
        return (self._earlier.finding,) if self._earlier and self._earlier.is_needed else ()

    def forget(self, element: etree._Element) -> None:
        """Free an element that is finished with; its place and what follows it stay."""
        element.clear(keep_tail=True)  # type: ignore[call-arg]
        self._held = 0

    def _events(self) -> Iterator[Event]:
        for chunk in self._source.chunks(self._sha256):
            self._held += len(chunk)
            self._parser.feed(chunk)
            yield from cast("Iterator[Event]", self._parser.read_events())
            if self._held > HELD_LIMIT:
                raise self._refused(
                    f"{HELD_LIMIT >> 20} MiB without the end of a document",
                    "documents marked as div type='document', or one TEI element a letter",
                    "Mark its documents, or split the file.",
                )
        self._parser.close()
        yield from cast("Iterator[Event]", self._parser.read_events())

    def _refuse_entities(self, element: etree._Element) -> None:
        tree = element.getroottree()
        declared: Any = tree.docinfo.internalDTD
        if declared is None or not any(True for _ in declared.iterentities()):
            return
        if _ENTITY.search(etree.tostring(tree, encoding="unicode").partition("]>")[0]):
            raise self._refused(
                "the file declares entities",
                "XML without entity declarations",
                "Replace the entities by the characters that they stand for.",
            )

    def _refused(self, seen: str, wanted: str, next_step: str) -> RefusedError:
        return RefusedError(self._source.name, seen=seen, wanted=wanted, next_step=next_step)
