"""What the pointers of an edition point to: `#d67`, `#d73fn2`, `#pg_12`, `frus1952-54v04#d3`, an address."""

from __future__ import annotations

import re
from urllib.parse import unquote

from fonds.record import Cites

OWN_SCHEME = "fonds:"
"""What points to a record by its identifier, in what Fonds exports."""
_DOCUMENT = re.compile(r"d(\d+[A-Za-z]?)(?:fn-?([\w-]+))?$")
_PAGE = re.compile(r"pg_(\w+)$")


def resolve_pointer(pointer: str, volume: str) -> Cites:
    """What is cited; `volume` is the volume that the pointer stands in."""
    if record_id := record_pointed_to(pointer):
        collection, _, name = record_id.rpartition("/")
        numbered = _DOCUMENT.match(name)
        document = numbered[1] if numbered else name
        return Cites(volume=collection if collection != volume else None, document=document)
    if ":" in pointer.split("#", maxsplit=1)[0]:
        return Cites(work=pointer)
    named, _, place = pointer.rpartition("#")
    if not named and "#" not in pointer and not _DOCUMENT.match(place):
        named, place = place, ""
    named = named.rpartition("/")[2].removesuffix(".xml")
    elsewhere = named if named and named != volume else None
    if found := _DOCUMENT.match(place):
        document, note = found.groups()
        return Cites(volume=elsewhere, document=document, note=note)
    if found := _PAGE.match(place):
        return Cites(volume=elsewhere, pages=found[1])
    return Cites(volume=elsewhere, document=place or None)


def record_pointed_to(pointer: str) -> str | None:
    """The identifier of the record that a pointer of our own export names; None for those of editions."""
    return unquote(pointer.removeprefix(OWN_SCHEME)) if pointer.startswith(OWN_SCHEME) else None
