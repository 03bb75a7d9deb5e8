"""The addresses of the pages, made of identifiers and words from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from fonds.authority.identity import person_id
from fonds.record import Agent, Facsimile

_ENDS = 4
"""Words at the beginning and at the end of a passage that name it."""


def document_address(record_id: str) -> str:
    """The page of a record."""
    return f"/documents/{quote(record_id)}"


def passage_address(record_id: str, words: str) -> str:
    """A passage of a record, by its first and last words (W3C group report, "URL Fragment Text Directives")."""
    parts = words.split()
    ends = [parts] if len(parts) <= 2 * _ENDS else [parts[:_ENDS], parts[-_ENDS:]]
    directive = ",".join(quote(" ".join(each), safe="").replace("-", "%2D") for each in ends)
    return f"{document_address(record_id)}#:~:text={directive}"


def collection_address(collection: str, page: int = 1) -> str:
    """The page of a collection, or a later page of it."""
    return f"/collections/{quote(collection)}" + (f"?page={page}" if page > 1 else "")


def similar_address(record_id: str, without: Iterable[str] = ()) -> str:
    """The page of the records that are like one, with these reasons switched off."""
    off = urlencode([("without", reason) for reason in without])
    return f"/similar/{quote(record_id)}" + (f"?{off}" if off else "")


def set_address(name: str, page: int = 1) -> str:
    """The page of a working set, or a later page of it."""
    return f"/sets/{quote(name)}" + (f"?page={page}" if page > 1 else "")


def people_address(query: str, kind: str, page: int = 1) -> str:
    """The list of those whose names have the words of a query, or a later page of it."""
    return f"/people?{urlencode({'q': query, 'kind': kind})}" + (f"&page={page}" if page > 1 else "")


def person_address(person_id: str, role: str = "", between: tuple[str, str] = ("", ""), page: int = 1) -> str:
    """The page of a person, body, place or term, by the identifier that holds in the whole archive.

    `role`, `between`: with the documents in which they have that role, from one date to another.
    """
    asked = {"role": role, "from": between[0], "to": between[1], "page": str(page) if page > 1 else ""}
    chosen = {name: value for name, value in asked.items() if value}
    return f"/people/{quote(person_id)}" + (f"?{urlencode(chosen)}" if chosen else "")


def agent_address(agent: Agent) -> str:
    """The page of whoever an entry of a collection's list names."""
    return person_address(person_id(agent.collection, agent.id))


def cite_address(record_id: str) -> str:
    """The page on which a record can be cited."""
    return f"/cite/{quote(record_id)}"


def search_address(**filters: str) -> str:
    """The page of what is found with these filters, named as in the address."""
    return f"/search?{urlencode({'q': ''} | filters)}"


def search_range(search: str, first: str, last: str) -> str:
    """The page at this address, of a search or of somebody's documents, in a range of time."""
    return f"{search}{'&' if '?' in search else '?'}from={quote(first)}&to={quote(last)}"


def api_address(record_id: str) -> str:
    """A record as JSON."""
    return f"/api/records/{quote(record_id)}"


def citation_address(record_id: str, form: str) -> str:
    """A record's citation in a form for other programs."""
    return f"/api/{form}/{quote(record_id)}"


def report_address(contact: str, title: str, address: str) -> str:
    """A letter to the keepers of the archive that tells of which document it is, and where that stands (RFC 6068)."""
    letter = {"subject": f"A mistake in: {title}", "body": f"{title}\r\n{address}\r\n\r\nWhat is wrong:\r\n"}
    return f"mailto:{quote(contact, safe='@')}?{urlencode(letter, quote_via=quote)}"


def facsimile_address(pattern: str, collection: str, picture: Facsimile) -> str:
    """Where the picture of a page can be seen: at its own address, or at that which the keepers' pattern makes.

    "" where neither is told.
    """
    if picture.file.startswith(("https://", "http://")):
        return picture.file
    told = {"{collection}": collection, "{file}": picture.file, "{page}": picture.page or ""}
    return re.sub(r"\{(?:collection|file|page)\}", lambda name: quote(told[name.group()]), pattern)
