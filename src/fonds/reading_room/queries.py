"""What a reader asks for: read from an address, and written into the addresses of narrower and wider questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from msgspec import Struct

from fonds.dates import day_bounds
from fonds.discovery import Sort
from fonds.errors import NotFoundError, QueryError

LONGEST_WORDS = 1000
"""Characters of a query or of a filter's value."""
LAST_PAGE = 1000
HITS_A_PAGE = 10


class Field(Struct, frozen=True):
    """A filter that takes words: of `Asked`, in an address, as it is called, and an example."""

    name: str
    parameter: str
    label: str
    example: str = ""


FIELDS = (
    Field("date_from", "from", "From", "1961-08"),
    Field("date_to", "to", "Until", "1962"),
    Field("kind", "kind", "Kind", "telegram"),
    Field("person", "person", "Person"),
    Field("place", "place", "Place"),
    Field("collection", "collection", "Collection"),
    Field("working_set", "set", "Working set"),
)

Page = Annotated[int, QueryParameter(ge=1, le=LAST_PAGE, description="Page of the list, from 1.")]


From = Annotated[str, QueryParameter(name="from", max_length=LONGEST_WORDS, description="First day, month or year.")]
Until = Annotated[str, QueryParameter(name="to", max_length=LONGEST_WORDS, description="Last day, month or year.")]
Order = Annotated[Sort, QueryParameter(description="The order of the answer.")]
Explain = Annotated[bool, QueryParameter(description="Tell how the question was understood.")]
Words = Annotated[str, QueryParameter(max_length=LONGEST_WORDS)]
Names = Annotated[bool, QueryParameter(description="Count senders, addressees and people too.")]
Style = Annotated[str, QueryParameter(max_length=LONGEST_WORDS, description="Style of a citation.")]


def last_page(page: int, total: int, a_page: int, most: int = LAST_PAGE) -> int:
    """The number of the last page of a list, 0 where nothing is on the first; no more than `most` can be asked for.

    Raises NotFoundError where `page`, the one asked for, comes after it.
    """
    last = min(-(-total // a_page), most)
    if page > max(last, 1):
        raise NotFoundError(f"page {page}", seen=f"the last page is {max(last, 1)}", next_step="Go back to the first.")
    return last


def day_bound(words: str, end: Literal["first", "last"], *, of_our_era: bool = False) -> str | None:
    """The first or last day of the year, month or day that is asked for; None where none is.

    Raises QueryError for what is no date, or one before the year 0 where it must be `of_our_era`.
    """
    if not words:
        return None
    day = day_bounds(words)[end == "last"]
    if day is None or (of_our_era and day.startswith("-")):
        wanted = "a year, month or day of the calendar"
        raise QueryError("the date", seen=words, wanted=wanted, next_step="Write 1962, 1962-10 or 1962-10-27.")
    return day


HEADINGS = {
    "kind": "Kind",
    "decade": "Decade",
    "from": "Sender",
    "to": "Addressee",
    "person": "Somebody in it",
    "place": "Place",
    "classification": "Classification",
    "holding": "Held at",
    "collection": "Collection",
    "language": "Original language",
    "has": "There is",
    "year": "Year",
}
"""Facet -> what it is called, in the order of the page."""
MOST_VALUES = 50
"""Values of facets that can be asked for at once."""


class Filter(Struct, frozen=True):
    """A filter that is set, and the address of the answer without it."""

    label: str
    value: str
    without: str


_NAMES = {"query": "q", "date_from": "from", "date_to": "to", "working_set": "set"}


class Asked(Struct, frozen=True, omit_defaults=True, rename=_NAMES):
    """A question to the archive; a filter that is "" is not set.

    `only` and `without`: values of facets that the documents must have, or must not have, each "kind=letter". `names`:
    count senders, addressees and people too.
    """

    query: str = ""
    date_from: str = ""
    date_to: str = ""
    kind: str = ""
    person: str = ""
    place: str = ""
    collection: str = ""
    working_set: str = ""
    notes: bool = False
    editor: bool = False
    sort: Sort = "relevance"
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    names: bool = False

    def address(self, path: str = "/search", **changes: Any) -> str:
        """Where the answer to this question stands, or to one with these changes."""
        return f"{path}?{self._written(**changes)}"

    def figure(self, name: str) -> Callable[[str], str]:
        """Where a figure of the answer is a file, by the ending of the file."""
        return lambda ending: self.address(f"/figures/{name}.{ending}")

    def page_address(self, page: int) -> str:
        """Where a page of the answer stands."""
        return self.address() + (f"&page={page}" if page > 1 else "")

    def api_address(self, page: int) -> str:
        """Where the same answer stands as JSON."""
        return f"/api/search?{self._written()}&limit={HITS_A_PAGE}&offset={(page - 1) * HITS_A_PAGE}"

    def _written(self, **changes: Any) -> str:
        asked: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(self, **changes))
        written = {name: 1 if value is True else value for name, value in asked.items()}
        return urlencode({"q": ""} | written, doseq=True)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters that are set."""
        values = ((field, getattr(self, field.name)) for field in FIELDS)
        filled = (Filter(field.label, value, self.address(**{field.name: ""})) for field, value in values if value)
        return (*filled, *self._chosen("only"), *self._chosen("without"), *self._widened)

    def _chosen(self, name: str) -> Iterator[Filter]:
        values: tuple[str, ...] = getattr(self, name)
        for each in values:
            facet, _, value = each.partition("=")
            label = HEADINGS.get(facet, facet)
            changes: dict[str, Any] = {name: tuple(other for other in values if other != each)}
            yield Filter(label if name == "only" else f"Not {label}", value, self.address(**changes))

    @property
    def _widened(self) -> Iterator[Filter]:
        if self.notes:
            yield Filter("Searched too", "editors’ notes", self.address(notes=False))
        if self.editor:
            yield Filter("Searched too", "editors’ insertions", self.address(editor=False))

    @property
    def undated(self) -> str:
        """Where the answer stands without its range of dates: a range drawn on the figure is added to it."""
        return self.address(date_from="", date_to="")

    @property
    def unfiltered(self) -> str:
        """Where the answer to the same words stands, with nothing else set."""
        return Asked(self.query).address()

    @property
    def with_notes(self) -> str:
        """Where the answer stands that looks through the editors' words too."""
        return self.address(notes=True, editor=True)


def _words(description: str, query: str | None = None) -> QueryParameter:
    return QueryParameter(name=query, max_length=LONGEST_WORDS, description=description)


def _values(description: str) -> QueryParameter:
    return QueryParameter(max_items=MOST_VALUES, description=description)


def provide_asked(  # noqa: PLR0913 (one parameter for each of the address)
    *,
    q: Annotated[str, _words("Words, phrases and fields, in the query language.")] = "",
    date_from: Annotated[str, _words("Documents of this day, month or year, or later.", "from")] = "",
    date_to: Annotated[str, _words("Documents of this day, month or year, or earlier.", "to")] = "",
    kind: Annotated[str, _words("Kind of document.")] = "",
    person: Annotated[str, _words("Somebody who is named in the document or has a part in it.")] = "",
    place: Annotated[str, _words("Place of writing.")] = "",
    collection: Annotated[str, _words("Collection.")] = "",
    working_set: Annotated[str, _words("Working set, by its name.", "set")] = "",
    notes: Annotated[bool, QueryParameter(description="Search the editor's notes too.")] = False,
    editor: Annotated[bool, QueryParameter(description="Search the editor's insertions too.")] = False,
    only: Annotated[list[str] | None, _values("facet=value that it must have.")] = None,
    without: Annotated[list[str] | None, _values("facet=value that it must not have.")] = None,
) -> Asked:
    """The question that an address asks."""
    return Asked(
        query=q,
        date_from=date_from,
        date_to=date_to,
        kind=kind,
        person=person,
        place=place,
        collection=collection,
        working_set=working_set,
        notes=notes,
        editor=editor,
        only=tuple(only or ()),
        without=tuple(without or ()),
    )


Question = NamedDependency[Asked]
"""The question that an address asks, as it is handed to a page."""
