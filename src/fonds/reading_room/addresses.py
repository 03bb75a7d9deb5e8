"""The addresses of the pages, made of identifiers and words from anywhere."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from fonds.authority.identity import person_id
from fonds.record import Agent


def document_address(record_id: str) -> str:
    """The page of a record."""
    return f"/documents/{quote(record_id)}"


def collection_address(collection: str, page: int = 1) -> str:
    """The page of a collection, or a later page of it."""
    return f"/collections/{quote(collection)}" + (f"?page={page}" if page > 1 else "")


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
    return f"{search}{'&' if '?' in search else '?'}{urlencode({'from': first, 'to': last})}"


def api_address(record_id: str) -> str:
    """A record as JSON."""
    return f"/api/records/{quote(record_id)}"


def citation_address(record_id: str, form: str) -> str:
    """A record's citation in a form for other programs."""
    return f"/api/{form}/{quote(record_id)}"
