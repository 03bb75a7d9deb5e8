"""Errors as answers: a page in the site's clothes, or below /api the one form that all its errors have."""

from __future__ import annotations

import logging
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.response import Template
from msgspec import Struct

from fonds.errors import ArchiveBusyError, FondsError, MissingExtraError, NotFoundError, QueryError, UsageError

API = "/api"

STATUSES: dict[type[FondsError], int] = {
    NotFoundError: 404,
    QueryError: 400,
    UsageError: 400,
    MissingExtraError: 501,
    ArchiveBusyError: 503,
}
"""Kind of error -> HTTP status; all others are 500."""

HEADINGS = {
    400: "This cannot be read",
    404: "Not found",
    405: "Not possible here",
    414: "Too long",
    429: "Too much at once",
    501: "Not installed",
    503: "Busy",
}

Asking = Request[Any, Any, Any]


class Failure(Struct, frozen=True):
    """What went wrong: the thing, the value seen, what was wanted, and the next step; "" where there is none."""

    thing: str
    seen: str = ""
    wanted: str = ""
    next_step: str = ""


class ErrorAnswer(Struct, frozen=True):
    """The form of every error below /api."""

    error: Failure


def answer_error(request: Asking, error: Exception) -> Response[Any]:
    """The answer to a request that failed. What was not foreseen goes to the program's log, and no further."""
    status = status_of(error)
    if status == 500:
        logging.getLogger("fonds.reading_room").error("%s failed", request.url.path, exc_info=error)
    failure = failure_of(request, error)
    headers = {"Allow": "GET, HEAD"} if status == 405 else _retry_after(error)
    if request.url.path.startswith(f"{API}/"):
        return Response(ErrorAnswer(failure), status_code=status, media_type=MediaType.JSON, headers=headers)
    context = {"heading": HEADINGS.get(status, "Something went wrong"), "error": failure}
    return Template("error.html", context=context, status_code=status, headers=headers)


def _retry_after(error: Exception) -> dict[str, str]:
    told = (error.headers or {}) if isinstance(error, HTTPException) else {}
    return {name: value for name, value in told.items() if name == "Retry-After"}


def status_of(error: Exception) -> int:
    """The HTTP status of an error."""
    if isinstance(error, HTTPException):
        return error.status_code
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)


def failure_of(request: Asking, error: Exception) -> Failure:
    """The error in the one form; of an error that was not foreseen, nothing but that it happened."""
    if isinstance(error, ValidationException):
        return _invalid(request, error)
    if isinstance(error, HTTPException):
        return Failure(_HTTP_FAILURES.get(error.status_code, error.detail), seen=request.url.path)
    if isinstance(error, FondsError) and status_of(error) != 500:
        return Failure(error.thing, error.seen, error.wanted, error.next_step)
    return Failure("The reading room failed at this", next_step="Try again, or tell the keepers of the archive.")


_HTTP_FAILURES = {
    404: "There is no page at this address",
    405: "This address can only be read",
    429: "More was asked for in the last minute than one reader may ask for; wait a little",
}


def _invalid(request: Asking, error: ValidationException) -> Failure:
    """What is wrong with a parameter of the address."""
    faults: Any = error.extra or [{}]
    name = faults[0].get("key", "")
    seen = request.query_params.get(name, "")
    return Failure(f"The parameter {name}" if name else error.detail, seen=seen, wanted=faults[0].get("message", ""))


MEANINGS = {
    400: "What was asked for cannot be read",
    404: "Not in the archive",
    414: "The address is too long",
    429: "Asked too often; Retry-After tells the seconds to wait",
    501: "A part of Fonds is not installed",
}


def failing(*statuses: int) -> dict[int, ResponseSpec]:
    """The errors that an answer may be, as its description declares them."""
    return {
        each: ResponseSpec(ErrorAnswer, generate_examples=False, description=MEANINGS[each])
        for each in (*statuses, 429)
    }
