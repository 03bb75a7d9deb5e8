"""What holds for every answer: its security headers, and how long an address may be."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.datastructures import MutableScopeHeaders
from litestar.exceptions import HTTPException
from litestar.types import Message, Scope

LONGEST_QUERY = 16_384
"""Bytes of an address after its "?": room for a thousand letters of any script, each written as %XX%XX."""

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
        "font-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Only our own scripts, styles, fonts and pictures are loaded, none of them inline; no other site may frame a page."""


async def add_headers(message: Message, _: Scope) -> None:
    """Set the security headers, on errors and files too; pages are asked for anew unless they say otherwise."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders(message)
        for name, value in SECURITY_HEADERS.items():
            headers[name] = value
        headers.setdefault("Cache-Control", "no-cache")


async def limit_address(request: Request[Any, Any, Any]) -> None:
    """Refuse an address longer than any that the pages make."""
    if len(request.scope["query_string"]) > LONGEST_QUERY:
        raise HTTPException(status_code=414, detail=f"The address is longer than {LONGEST_QUERY} bytes.")
