"""The pages: one function for each."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from litestar import Request, get
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import structs

from fonds.citation import STYLE, STYLES
from fonds.discovery import Narrowed
from fonds.discovery.concordance import Arrangement
from fonds.errors import MissingExtraError, NotFoundError, QueryError
from fonds.reading_room.addresses import (
    collection_address,
    document_address,
    people_address,
    person_address,
    report_address,
)
from fonds.reading_room.answers import ORDERS, counted_facets, facets, narrowed, over_time, search
from fonds.reading_room.chronology import chronology_page
from fonds.reading_room.correspondence import Range, View, exchanges, make_matrix
from fonds.reading_room.desk import Desk, Identifier, Whole, identifier
from fonds.reading_room.document import document_page
from fonds.reading_room.figures.network import draw_network
from fonds.reading_room.licences import installed_components, shipped_components
from fonds.reading_room.pasted import PASTED_PAGES
from fonds.reading_room.people import of_page, person_page
from fonds.reading_room.places import places_page
from fonds.reading_room.queries import (
    HITS_A_PAGE,
    Asked,
    Explain,
    From,
    Names,
    Order,
    Page,
    Question,
    Style,
    Until,
    Words,
    last_page,
)
from fonds.reading_room.said import said_page
from fonds.reading_room.sets import SET_PAGES
from fonds.reading_room.similar import similar_page
from fonds.reading_room.wording import collection_title, years

DOCUMENTS_A_PAGE = 100
PEOPLE_A_PAGE = 50
LINES_A_PAGE = 100


@get("/", sync_to_thread=False, include_in_schema=False)
def home(overview: Whole) -> Template:
    """What the archive holds, and where to search it."""
    collections = overview.collections
    context = {
        "overview": overview,
        "span": years(
            min((each.date_from for each in collections if each.date_from), default=None),
            max((each.date_to for each in collections if each.date_to), default=None),
        ),
        "asked": Asked(),
    }
    return Template("home.html", context=context)


@get("/search", sync_to_thread=False, include_in_schema=False)
def search_page(  # noqa: PLR0913 (one parameter for each of the address)
    *,
    archive: Desk,
    overview: Whole,
    asked: Question,
    sort: Order = "relevance",
    page: Page = 1,
    explain: Explain = False,
    names: Names = False,
) -> Template:
    """What is found, and by what it can be narrowed; a question that cannot be read is explained."""
    asked = structs.replace(asked, sort=sort, names=names)
    context = {"asked": asked, "page": page, "error": None, "results": None, "titles": overview.titles}
    try:
        shown = Narrowed(limit=HITS_A_PAGE, offset=(page - 1) * HITS_A_PAGE, sort=sort, histogram=True)
        results = search(archive, asked, **(shown | Narrowed(facets=counted_facets(asked))))
        explanation = archive.explain(asked.query, **narrowed(asked)) if explain or not results.total else None
    except QueryError as error:
        return Template("search.html", context=context | {"error": error}, status_code=400)
    last = last_page(page, results.total, HITS_A_PAGE)
    context |= {
        "results": results,
        "facets": facets(asked, results, overview.titles),
        "years": over_time(results),
        "orders": ORDERS,
        "explanation": explanation,
        "last": last,
        "address": asked.page_address,
    }
    return Template("search.html", context=context)


@get("/documents/{record_id:path}", sync_to_thread=False, include_in_schema=False)
def document(archive: Desk, request: Request[Any, Any, Any], record_id: Identifier) -> Template:
    """One record with its text and all that is known of it."""
    page = document_page(archive, identifier(record_id))
    address = f"{request.base_url}{document_address(page.record.id).removeprefix('/')}"
    contact = archive.settings.contact
    report = report_address(contact, page.record.title, address) if contact else ""
    return Template("document.html", context={"page": page, "report": report})


@get("/cite/{record_id:path}", sync_to_thread=True, include_in_schema=False)
def cite(archive: Desk, record_id: Identifier, style: Style = STYLE) -> Template:
    """A record cited in a style, and for reference managers. In a thread: a style takes its time."""
    record = archive.get(identifier(record_id))
    context = {"record": record, "style": style, "styles": STYLES, "citation": None, "missing": None}
    try:
        return Template("cite.html", context=context | {"citation": archive.cite(record.id, style)})
    except MissingExtraError as error:
        return Template("cite.html", context=context | {"missing": error})


@get("/people", sync_to_thread=True, include_in_schema=False)
def people(archive: Desk, overview: Whole, q: Words = "", kind: Words = "person", page: Page = 1) -> Template:
    """Whom and what the lists of names have. In a thread: all lists are looked through."""
    found = archive.people.find(q, kind=kind or None, limit=PEOPLE_A_PAGE, offset=(page - 1) * PEOPLE_A_PAGE)
    last = last_page(page, found.total, PEOPLE_A_PAGE)
    context = {"found": found, "q": q, "kind": kind, "page": page, "last": last, "titles": overview.titles}
    return Template("people.html", context=context | {"address": partial(people_address, q, kind)})


@get("/people/{person_id:path}", sync_to_thread=False, include_in_schema=False)
def person(  # noqa: PLR0913 (one parameter for each of the address)
    *,
    archive: Desk,
    overview: Whole,
    person_id: Identifier,
    role: Words = "",
    date_from: From = "",
    date_to: Until = "",
    page: Page = 1,
) -> Template:
    """A person, body, place or term: who that is, and where it appears."""
    made = person_page(archive, identifier(person_id), role, (date_from, date_to))
    last = last_page(page, len(made.documents), DOCUMENTS_A_PAGE)
    context = {
        "page": made,
        "documents": of_page(made.documents, page, DOCUMENTS_A_PAGE),
        "number": page,
        "last": last,
        "address": partial(person_address, made.person.id, role, made.between),
        "titles": overview.titles,
    }
    return Template("person.html", context=context)


@get("/chronology", sync_to_thread=False, include_in_schema=False)
def chronology(archive: Desk, overview: Whole, date_from: From = "", date_to: Until = "") -> Template:
    """What was written when, from the whole down to the hours of a day."""
    whole = (f"{overview.first_year}-01-01", f"{overview.last_year}-12-31")
    page = chronology_page(archive, date_from, date_to, whole) if overview.years.bars else None
    return Template("chronology.html", context={"page": page, "titles": overview.titles})


@get("/correspondence", sync_to_thread=True, include_in_schema=False)
def correspondence(
    *,
    archive: Desk,
    overview: Whole,
    date_from: From = "",
    date_to: Until = "",
    collection: Words = "",
    view: Annotated[View, QueryParameter(description="A matrix, or a network.")] = "matrix",
) -> Template:
    """Who writes to whom. In a thread: a network is laid out in tenths of a second."""
    asked = Range(date_from, date_to, collection)
    found = exchanges(archive, asked)
    context = {"asked": asked, "found": found, "view": view, "titles": overview.titles}
    drawn = {"network": draw_network(found)} if view == "network" else {"matrix": make_matrix(found)}
    return Template("correspondence.html", context=context | drawn)


@get("/correspondence/documents", sync_to_thread=False, include_in_schema=False)
def exchange(
    *,
    archive: Desk,
    sender: Words,
    addressee: Words,
    date_from: From = "",
    date_to: Until = "",
    collection: Words = "",
) -> Template:
    """What one sent to another."""
    asked = Range(date_from, date_to, collection)
    documents = archive.exchanged(sender, addressee, asked.within)
    context = {"asked": asked, "sender": sender, "addressee": addressee, "documents": documents}
    return Template("exchange.html", context=context)


@get("/collections/{collection_id:path}", sync_to_thread=False, include_in_schema=False)
def collection(archive: Desk, collection_id: Identifier, page: Page = 1) -> Template:
    """A collection's documents in archive order."""
    name = identifier(collection_id)
    ids = list(archive.in_order(name))
    if not ids:
        raise NotFoundError(f"collection {name}", seen="not in the archive", next_step="See the collections held.")
    last = last_page(page, len(ids), DOCUMENTS_A_PAGE)
    first = (page - 1) * DOCUMENTS_A_PAGE
    context = {
        "collection": name,
        "title": collection_title(archive.get(ids[0])),
        "total": len(ids),
        "documents": archive.briefs(ids[first : first + DOCUMENTS_A_PAGE]).values(),
        "page": page,
        "last": last,
        "address": partial(collection_address, name),
    }
    return Template("collection.html", context=context)


@get("/places", sync_to_thread=True, include_in_schema=False)
def places(archive: Desk, asked: Question) -> Template:
    """Where the documents that are found were written. In a thread: the list of cities is read when first needed."""
    try:
        return Template("places.html", context={"asked": asked, "error": None, "page": places_page(archive, asked)})
    except QueryError as error:
        return Template("places.html", context={"asked": asked, "error": error, "page": None}, status_code=400)


@get("/concordance", sync_to_thread=True, include_in_schema=False)
def concordance(
    archive: Desk,
    asked: Question,
    by: Annotated[Arrangement, QueryParameter(description="What sorts the lines.")] = "document",
    page: Page = 1,
) -> Template:
    """Every occurrence of what is sought, in its context. In a thread: frequent words are read for a while."""
    context = {"asked": asked, "by": by, "page": page, "found": None, "last": 0, "error": None}
    lines = Narrowed(limit=LINES_A_PAGE, offset=(page - 1) * LINES_A_PAGE)
    try:
        found = archive.concordance(asked.query, arrangement=by, **(narrowed(asked) | lines))
    except QueryError as error:
        return Template("concordance.html", context=context | {"error": error}, status_code=400)
    last = last_page(page, found.total, LINES_A_PAGE)
    address = partial(_page_of, asked.address("/concordance"), by)
    return Template("concordance.html", context=context | {"found": found, "last": last, "address": address})


def _page_of(address: str, by: str, page: int) -> str:
    return f"{address}&by={by}" + (f"&page={page}" if page > 1 else "")


@get("/licences", sync_to_thread=False, include_in_schema=False)
def licences() -> Template:
    """What Fonds stands on, and under which licences."""
    return Template("licences.html", context={"shipped": shipped_components(), "installed": installed_components()})


PAGES = (
    *(home, search_page, document, cite, people, person, chronology, correspondence, exchange, collection),
    *(concordance, places, said_page, licences),
    *SET_PAGES,
    *PASTED_PAGES,
    similar_page,
)
