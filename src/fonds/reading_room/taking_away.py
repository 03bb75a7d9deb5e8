"""Figures to take away: drawings as SVG, and their data as CSV with the method in words at its head."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from jinja2 import Environment
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from fonds.reading_room.chronology import chronology_page
from fonds.reading_room.correspondence import Range, exchanges, make_network
from fonds.reading_room.desk import Desk, Whole
from fonds.reading_room.queries import From, Until, Words

Templates = NamedDependency[SkipValidation[Environment]]

CHRONOLOGY = "Records dated to a day, counted by {unit}; records dated less exactly are not counted."
CORRESPONDENCE = (
    "Records with a sender and an addressee, both named as the records name them, counted by pair; a record with"
    " several counts for each pair. Only records whose date lies wholly within the range asked for, where one is. The"
    " pairs with most records come first, and no more than 400 are given."
)


def table(method: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), after a comment of one line that says how they were counted."""
    written = io.StringIO()
    written.write(f"# {method}\r\n")
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_harmless(each) for each in row] for row in rows)
    return written.getvalue()


def _harmless(value: object) -> object:
    """Words that a spreadsheet would take for a formula stand behind an apostrophe (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value


def _file(content: str, name: str, media_type: str) -> Response[str]:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@get("/figures/chronology.csv", sync_to_thread=False, include_in_schema=False)
def chronology_table(archive: Desk, overview: Whole, date_from: From = "", date_to: Until = "") -> Response[str]:
    """How many records are dated when, as the figure of the chronology counts them."""
    whole = (f"{overview.first_year or '0001'}-01-01", f"{overview.last_year or '0001'}-12-31")
    bars = chronology_page(archive, date_from, date_to, whole).bars
    unit = {4: "year or years", 7: "month"}.get(len(bars.bars[0].bin.first) if bars.bars else 4, "day")
    rows = ((bar.bin.first, bar.bin.last, bar.bin.count) for bar in bars.bars)
    return _file(table(CHRONOLOGY.format(unit=unit), ("first", "last", "records"), rows), "chronology.csv", "text/csv")


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
    asked = Range(date_from, date_to, collection)
    drawn = templates.get_template("figures/network.svg").render(
        network=make_network(exchanges(archive, asked)), method=CORRESPONDENCE
    )
    return _file(drawn, "correspondence.svg", "image/svg+xml")


FIGURES = (chronology_table, correspondence_table, correspondence_drawing)
