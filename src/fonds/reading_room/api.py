"""The archive as JSON, below /api."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter

from fonds.archive import SaidAnswer
from fonds.catalogue import CollectionSummary, Statistics
from fonds.citation import STYLE, Rendered
from fonds.reading_room.api_finding import FINDING_HANDLERS
from fonds.reading_room.desk import Desk, Identifier, identifier
from fonds.reading_room.failures import failing
from fonds.reading_room.queries import LONGEST_WORDS
from fonds.reading_room.sets import SET_HANDLERS
from fonds.reading_room.similar import api_similar
from fonds.record import Attitude, Record, record_schema
from fonds.relations.replies import Replies

FORMS = {
    "bibtex": ("application/x-bibtex", "bib", "BibTeX"),
    "ris": ("application/x-research-info-systems", "ris", "RIS"),
    "csl-json": ("application/vnd.citationstyles.csl+json", "json", "CSL-JSON"),
}
"""Form of a citation for other programs -> its media type, the ending of its file, and what it is called."""


def said_words(description: str) -> QueryParameter:
    """A parameter of an address that takes words."""
    return QueryParameter(max_length=LONGEST_WORDS, description=description)


@get("/said", sync_to_thread=False, summary="Who said what to whom", responses=failing(400, 414))
def api_said(  # noqa: PLR0913 (one parameter for each of the address)
    archive: Desk,
    *,
    by: Annotated[str | None, said_words("Whose words or thoughts they are: a name, or a person's identifier.")] = None,
    to: Annotated[str | None, said_words("To whom: a name, or a person's identifier.")] = None,
    through: Annotated[str | None, said_words("On whose word: anybody in the chain, the author included.")] = None,
    about: Annotated[str, said_words("A query over what was said.")] = "",
    attitude: Annotated[Attitude | None, QueryParameter(description="How it was said.")] = None,
    firsthand: Annotated[bool | None, QueryParameter(description="From its source, or through others.")] = None,
    sure: Annotated[float, QueryParameter(ge=0, le=1, description="Of so much confidence at least.")] = 0.0,
    since: Annotated[str | None, said_words("Documents of this day, month or year, or later.")] = None,
    until: Annotated[str | None, said_words("Documents of this day, month or year, or earlier.")] = None,
    collection: Annotated[str | None, said_words("Collection.")] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 20,
    offset: Annotated[int, QueryParameter(ge=0, le=10_000)] = 0,
) -> SaidAnswer:
    """Statements with their chains of sources, and how names were understood: as `fonds said --json` gives them."""
    return archive.said(
        by=by,
        to=to,
        through=through,
        about=about,
        attitude=attitude,
        firsthand=firsthand,
        sure=sure,
        date_from=since,
        date_to=until,
        collection=collection,
        limit=limit,
        offset=offset,
    )


@get("/records/{record_id:path}", sync_to_thread=False, summary="A record", responses=failing(400, 404, 414))
def api_record(archive: Desk, record_id: Identifier) -> Record:
    """The record with all its parts, as the archive keeps it."""
    return archive.get(identifier(record_id))


@get("/replies/{record_id:path}", sync_to_thread=False, summary="Replies", responses=failing(400, 404, 414))
def api_replies(archive: Desk, record_id: Identifier) -> Replies:
    """What a record replies to, and what replies to it, as far as the references with which they begin tell."""
    return archive.replies(archive.get(identifier(record_id)))


@get("/cite/{record_id:path}", sync_to_thread=True, summary="A citation", responses=failing(400, 404, 414, 501))
def api_cite(
    archive: Desk, record_id: Identifier, style: Annotated[str, QueryParameter(max_length=LONGEST_WORDS)] = STYLE
) -> Rendered:
    """The record cited in a style: as a note, and in a bibliography."""
    return archive.cite(identifier(record_id), style)


@get("/collections", sync_to_thread=False, summary="The collections", responses=failing())
def api_collections(archive: Desk) -> tuple[CollectionSummary, ...]:
    """Every collection with its number of records and the days they span."""
    return archive.collections()


@get("/statistics", sync_to_thread=False, summary="The archive in numbers", responses=failing())
def api_statistics(archive: Desk) -> Statistics:
    """The archive in numbers."""
    return archive.statistics()


@get("/schema", sync_to_thread=False, summary="The JSON Schema of a record", responses=failing())
def api_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    return record_schema()


def _exporting(form: str) -> HTTPRouteHandler:
    media_type, ending, name = FORMS[form]

    @get(
        f"/{form}/{{record_id:path}}",
        name=f"api_{form}",
        sync_to_thread=False,
        summary=f"A citation as {name}",
        media_type=media_type,
        responses=failing(400, 404, 414),
    )
    def export(archive: Desk, record_id: Identifier) -> Response[str]:
        held = identifier(record_id)
        return Response(archive.cite_as(held, form), media_type=media_type, headers=_download(held, ending))

    return export


def _download(record_id: str, ending: str) -> dict[str, str]:
    """The header that names the file (RFC 6266, with the encoding of RFC 8187)."""
    name = quote(f"{record_id.replace('/', '-')}.{ending}", safe="")
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}


API_HANDLERS = (
    api_said,
    *FINDING_HANDLERS,
    *SET_HANDLERS,
    api_similar,
    api_record,
    api_replies,
    api_cite,
    api_collections,
    api_statistics,
    api_schema,
    *map(_exporting, FORMS),
)
