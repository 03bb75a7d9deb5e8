"""More like this: the documents that are like one, as a page with switches, and as JSON below /api."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import Struct

from fonds.archive.similar import REASONS, SimilarRecords
from fonds.discovery.likeness import Reason
from fonds.reading_room.addresses import similar_address
from fonds.reading_room.desk import Desk, Identifier, identifier
from fonds.reading_room.failures import failing

LABELS: dict[Reason, str] = {
    "phrases": "Rare words and phrases",
    "days": "Near in time",
    "people": "The same people",
    "citations": "Citing each other, or cited together",
}
"""Reason -> what it is called."""

Without = Annotated[
    list[Reason] | None, QueryParameter(max_items=len(REASONS), description="Reasons that are switched off.")
]


class Switch(Struct, frozen=True):
    """A reason, whether it counts, and the address of the page on which that is the other way round."""

    label: str
    on: bool
    address: str


@get("/similar/{record_id:path}", sync_to_thread=False, include_in_schema=False)
def similar_page(archive: Desk, record_id: Identifier, without: Without = None) -> Template:
    """The documents that are like one, each with its reasons."""
    found = archive.similar(identifier(record_id), without=without or ())
    context = {
        "record": archive.get(found.id),
        "found": found,
        "labels": LABELS,
        "switches": tuple(_switches(found.id, found.without)),
    }
    return Template("similar.html", context=context)


@get(
    "/similar/{record_id:path}",
    name="api_similar",
    sync_to_thread=False,
    summary="More like this",
    responses=failing(400, 404, 414),
)
def api_similar(
    archive: Desk,
    record_id: Identifier,
    without: Without = None,
    limit: Annotated[int, QueryParameter(ge=1, le=50)] = 10,
) -> SimilarRecords:
    """The records that are most like one, each with the points of its reasons, in words and with the evidence."""
    return archive.similar(identifier(record_id), without=without or (), limit=limit)


def _switches(record_id: str, off: Sequence[Reason]) -> Iterator[Switch]:
    for reason in REASONS:
        others = tuple(each for each in off if each != reason)
        is_on = reason not in off
        yield Switch(LABELS[reason], is_on, similar_address(record_id, (*off, reason) if is_on else others))
