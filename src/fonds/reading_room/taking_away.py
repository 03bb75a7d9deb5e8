"""Figures to take away: drawings as SVG, and their data as CSV with the method in words at its head."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec
from jinja2 import Environment
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, SkipValidation

from fonds.discovery import Narrowed
from fonds.dissemination.export import STREAMS, written
from fonds.dissemination.tables import harmless
from fonds.errors import NotFoundError
from fonds.reading_room.answers import narrowed, over_time, search
from fonds.reading_room.api import FORMS
from fonds.reading_room.chronology import chronology_page
from fonds.reading_room.correspondence import Range, exchanges
from fonds.reading_room.desk import Desk, Whole
from fonds.reading_room.figures.bars import Bars
from fonds.reading_room.figures.network import draw_network
from fonds.reading_room.overview import Overview
from fonds.reading_room.places import places_page
from fonds.reading_room.queries import From, Order, Question, Until, Words

Templates = NamedDependency[SkipValidation[Environment]]

CHRONOLOGY = "Records dated to a day, counted by {unit}; records dated less exactly are not counted."
CORRESPONDENCE = (
    "Records with a sender and an addressee, both named as the records name them, counted by pair; a record with"
    " several counts for each pair. Only records whose date lies wholly within the range asked for, where one is. The"
    " pairs with most records come first, and no more than 400 are given."
)
LANES = (
    "Records dated to a day, a lane for each collection: dark at the time that they tell, a stroke where they were sent"
    " and a ring where received, if that is told; light across the day where they tell no time. Times are local."
)
FOUND = "Records that a search finds, by the year or month of their date; those whose date tells less are in no column."
PLACES = (
    "Records by the place at which they say they were written, as they spell it. A place is located where its name can"
    " mean no other city: the largest of its name by far, or a capital (GeoNames, cities with more than 15,000 people)."
)


def table(method: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), after a comment of one line that says how they were counted."""
    written = io.StringIO()
    written.write(f"# {method}\r\n")
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([harmless(each) if isinstance(each, str) else each for each in row] for row in rows)
    return written.getvalue()


def _file(content: str, name: str, media_type: str) -> Response[str]:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@get("/figures/chronology.csv", sync_to_thread=False, include_in_schema=False)
def chronology_table(archive: Desk, overview: Whole, date_from: From = "", date_to: Until = "") -> Response[str]:
    """How many records are dated when, as the figure of the chronology counts them."""
    bars = chronology_page(archive, date_from, date_to, _whole(overview)).bars
    rows = ((bar.bin.first, bar.bin.last, bar.bin.count) for bar in bars.bars)
    method = CHRONOLOGY.format(unit=_unit(bars))
    return _file(table(method, ("first", "last", "records"), rows), "chronology.csv", "text/csv")


def _whole(overview: Overview) -> tuple[str, str]:
    return f"{overview.first_year or '0001'}-01-01", f"{overview.last_year or '0001'}-12-31"


def _unit(bars: Bars) -> str:
    return {4: "year or years", 7: "month"}.get(len(bars.bars[0].bin.first) if bars.bars else 4, "day")


@get("/figures/chronology.svg", sync_to_thread=False, include_in_schema=False)
def chronology_drawing(
    archive: Desk, overview: Whole, templates: Templates, date_from: From = "", date_to: Until = ""
) -> Response[str]:
    """The chronology as a drawing that stands by itself: of days and hours where there are few, else of columns."""
    page = chronology_page(archive, date_from, date_to, _whole(overview))
    if page.lanes and page.lanes.lanes:
        return _drawing(templates, "lanes", "day by day", LANES, page.lanes, titles=overview.titles)
    return _drawing(templates, "bars", "documents over time", CHRONOLOGY.format(unit=_unit(page.bars)), page.bars)


@get("/figures/found.svg", sync_to_thread=False, include_in_schema=False)
def found_drawing(archive: Desk, templates: Templates, asked: Question) -> Response[str]:
    """What is found over time, as a drawing that stands by itself."""
    bars = over_time(search(archive, asked, limit=0, histogram=True, facets=()))
    return _drawing(templates, "bars", asked.query or "documents over time", FOUND, bars)


@get("/figures/found.csv", sync_to_thread=False, include_in_schema=False)
def found_table(archive: Desk, asked: Question) -> Response[str]:
    """How many of the documents found are of which year or month."""
    counted = search(archive, asked, limit=0, histogram=True, facets=()).histogram
    rows = ((each.value, each.count) for each in (*counted.bars, *counted.spans)) if counted else ()
    return _file(table(FOUND, ("date", "records"), rows), "found.csv", "text/csv")


@get("/figures/correspondence.csv", sync_to_thread=False, include_in_schema=False)
def correspondence_table(
    archive: Desk, date_from: From = "", date_to: Until = "", collection: Words = ""
) -> Response[str]:
    """Who writes to whom, how often, and when first and last."""
    found = exchanges(archive, Range(date_from, date_to, collection))
    rows = ((each.sender, each.addressee, each.records, each.date_from, each.date_to) for each in found)
    columns = ("sender", "addressee", "records", "first", "last")
    return _file(table(CORRESPONDENCE, columns, rows), "correspondence.csv", "text/csv")


@get("/figures/correspondence.svg", sync_to_thread=True, include_in_schema=False)
def correspondence_drawing(
    archive: Desk, templates: Templates, date_from: From = "", date_to: Until = "", collection: Words = ""
) -> Response[str]:
    """The network as a drawing that stands by itself."""
    drawn = draw_network(exchanges(archive, Range(date_from, date_to, collection)))
    return _drawing(templates, "network", "who writes to whom", CORRESPONDENCE, drawn)


def _drawing(
    templates: Environment, kind: str, called: str, method: str, drawn: object, **more: object
) -> Response[str]:
    """A figure as a file, with what it is called and how its numbers came about."""
    figure = templates.get_template("figures/file.svg")
    told = {"kind": kind, "called": called, "method": method, "drawn": drawn, "titles": {}} | more
    return _file(figure.render(told), f"{kind}.svg", "image/svg+xml")


@get("/figures/places.csv", sync_to_thread=True, include_in_schema=False)
def places_table(archive: Desk, asked: Question) -> Response[str]:
    """Where the documents that are found were written, every name of a place."""
    rows = (
        (each.name, each.documents, *((each.city.name, each.city.latitude, each.city.longitude) if each.city else ()))
        for each in places_page(archive, asked).places
    )
    columns = ("place", "records", "city", "latitude", "longitude")
    return _file(table(PLACES, columns, rows), "places.csv", "text/csv")


@get("/figures/places.svg", sync_to_thread=True, include_in_schema=False)
def places_drawing(archive: Desk, templates: Templates, asked: Question) -> Response[str]:
    """The map as a drawing that stands by itself."""
    drawn = places_page(archive, asked).map
    return _drawing(templates, "map", "where documents were written", PLACES, drawn)


TAKEN = {"csv": "CSV", "jsonl": "JSON Lines", "ris": "RIS", "bibtex": "BibTeX", "csl-json": "CSL-JSON"}
"""Form of what was found -> what it is called."""
MOST_TAKEN = 1000
"""Documents of an answer that are given at once; the whole archive is for `fonds export`."""
_MEDIA_TYPES = {"csv": "text/csv", "jsonl": "application/jsonl"} | {form: FORMS[form][0] for form in FORMS}


@get("/found/{form:str}", sync_to_thread=True, include_in_schema=False)
def found_documents(archive: Desk, asked: Question, form: FromPath[str], sort: Order = "relevance") -> Response[bytes]:
    """The documents that a question finds, whole, in the order asked for. In a thread: a thousand are many."""
    if form not in TAKEN:
        wanted, next_step = ", ".join(TAKEN), "Name one of these."
        raise NotFoundError(f"the form {form}", seen="none of this name", wanted=wanted, next_step=next_step)
    chosen = msgspec.structs.replace(asked, sort=sort)
    records = islice(archive.found(chosen.query, **(narrowed(chosen) | Narrowed(sort=sort))), MOST_TAKEN)
    name = STREAMS[form][0]
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(b"".join(written(records, form)), media_type=_MEDIA_TYPES[form], headers=headers)


FIGURES = (
    *(found_documents, found_table, found_drawing, places_table, places_drawing, chronology_drawing),
    chronology_table,
    correspondence_table,
    correspondence_drawing,
)
