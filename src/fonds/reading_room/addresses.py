"""The addresses of the pages, made of identifiers and words from anywhere."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def document_address(record_id: str) -> str:
    """The page of a record."""
    return f"/documents/{quote(record_id)}"


def collection_address(collection: str, page: int = 1) -> str:
    """The page of a collection, or a later page of it."""
    return f"/collections/{quote(collection)}" + (f"?page={page}" if page > 1 else "")


def search_address(**filters: str) -> str:
    """The page of what is found with these filters, named as in the address."""
    return f"/search?{urlencode({'q': ''} | filters)}"


def search_range(search: str, first: str, last: str) -> str:
    """The page of what is found by another search, at this address, in a range of time."""
    return f"{search}&{urlencode({'from': first, 'to': last})}"


def api_address(record_id: str) -> str:
    """A record as JSON."""
    return f"/api/records/{quote(record_id)}"


def citation_address(record_id: str, form: str) -> str:
    """A record's citation in a form for other programs."""
    return f"/api/{form}/{quote(record_id)}"
