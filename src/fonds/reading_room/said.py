"""Who said what to whom, on whose word: the page that asks the statements of all documents."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast, get_args
from urllib.parse import urlencode

import msgspec
from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import Struct

from fonds.archive import Archive, SaidAnswer
from fonds.discovery import Count
from fonds.errors import QueryError, UsageError
from fonds.reading_room.desk import Desk, Whole
from fonds.reading_room.queries import LAST_PAGE, From, Page, Words, last_page
from fonds.record import Attitude

STATEMENTS_A_PAGE = 20
ROWS = 8
HAND = {"": "at any hand", "first": "as the author has it from them", "others": "through others"}
"""How near the source is to the author of the document -> what it is called."""
SURE = {"": "however sure", "0.6": "more likely right than not", "0.8": "right four times in five"}
"""How sure at least -> what it is called."""
COUNTED = {"source": ("Whose it is", "by"), "addressee": ("To whom", "to"), "attitude": ("How", "attitude")}
"""What is counted -> its heading, and the field that narrows to a value."""
ATTITUDES = get_args(Attitude)

Hand = Annotated[str, QueryParameter(pattern="^(first|others|)$", description="How near the source is.")]
Sure = Annotated[str, QueryParameter(pattern=r"^(0\.[68]|)$", description="How sure at least.")]
How = Annotated[str, QueryParameter(pattern=f"^({'|'.join(ATTITUDES)}|)$", description="How it was said.")]


class Heard(Struct, frozen=True, omit_defaults=True, rename={"date_from": "from", "date_to": "to_date"}):
    """A question to the statements; what is "" does not narrow it."""

    about: str = ""
    by: str = ""
    to: str = ""
    through: str = ""
    attitude: str = ""
    hand: str = ""
    sure: str = ""
    date_from: str = ""
    date_to: str = ""
    collection: str = ""

    def address(self, **changes: str) -> str:
        """Where the answer to this question stands, or to one with these changes."""
        asked = msgspec.to_builtins(msgspec.structs.replace(self, **changes))
        return f"/said?{urlencode(asked)}" if asked else "/said"

    def page_address(self, page: int) -> str:
        """Where a page of the answer stands."""
        address = self.address()
        return address + (f"{'&' if '?' in address else '?'}page={page}" if page > 1 else "")

    @property
    def data_address(self) -> str:
        """The same as JSON."""
        hand = {"first": "true", "others": "false"}.get(self.hand, "")
        asked = {"about": self.about, "by": self.by, "to": self.to, "through": self.through, "attitude": self.attitude}
        more = {
            "firsthand": hand,
            "sure": self.sure,
            "since": self.date_from,
            "until": self.date_to,
            "collection": self.collection,
        }
        return f"/api/said?{urlencode({name: value for name, value in (asked | more).items() if value})}"


class Row(Struct, frozen=True):
    """A value that statements have in common, how many have it, and where those alone stand."""

    value: str
    count: int
    address: str


def provide_heard(  # noqa: PLR0913 (one parameter for each of the address)
    *,
    about: Words = "",
    by: Words = "",
    to: Words = "",
    through: Words = "",
    attitude: How = "",
    hand: Hand = "",
    sure: Sure = "",
    date_from: From = "",
    to_date: Annotated[Words, QueryParameter(description="Last day, month or year.")] = "",
    collection: Words = "",
) -> Heard:
    """The question that an address asks."""
    return Heard(about, by, to, through, attitude, hand, sure, date_from, to_date, collection)


@get(
    "/said",
    sync_to_thread=False,
    include_in_schema=False,
    dependencies={"heard": Provide(provide_heard, sync_to_thread=False)},
)
def said_page(archive: Desk, overview: Whole, heard: NamedDependency[Heard], page: Page = 1) -> Template:
    """Statements with their chains of sources, and how names were understood."""
    context = {
        "heard": heard,
        "page": page,
        "hands": HAND,
        "sures": SURE,
        "attitudes_told": ATTITUDES,
        "titles": overview.titles,
    }
    try:
        found = _asked(archive, heard, page)
    except (QueryError, UsageError) as error:
        return Template("said.html", context=context | {"error": error, "found": None}, status_code=400)
    last = last_page(page, found.total, STATEMENTS_A_PAGE, LAST_PAGE // 2)
    context |= {"found": found, "error": None, "last": last, "address": partial(Heard.page_address, heard)}
    return Template("said.html", context=context | {"counted": _counted(heard, found.counts)})


def _asked(archive: Archive, heard: Heard, page: int) -> SaidAnswer:
    return archive.said(
        about=heard.about,
        by=heard.by or None,
        to=heard.to or None,
        through=heard.through or None,
        attitude=cast("Attitude | None", heard.attitude or None),  # the address allows no other
        firsthand={"first": True, "others": False}.get(heard.hand),
        sure=float(heard.sure or 0),
        date_from=heard.date_from or None,
        date_to=heard.date_to or None,
        collection=heard.collection or None,
        limit=STATEMENTS_A_PAGE,
        offset=(page - 1) * STATEMENTS_A_PAGE,
    )


def _counted(heard: Heard, counts: dict[str, tuple[Count, ...]]) -> dict[str, tuple[Row, ...]]:
    """By what the answer can be narrowed, under their headings."""
    return {
        heading: tuple(Row(each.value, each.count, heard.address(**{field: each.value})) for each in shown)
        for name, (heading, field) in COUNTED.items()
        if len(shown := counts.get(name, ())[:ROWS]) > 1
    }
