"""Working sets, to read and to search within: as pages, and as JSON below /api. They are made on the command line."""

from __future__ import annotations

from functools import partial

from litestar import get
from litestar.params import FromPath
from litestar.response import Template
from msgspec import Struct

from fonds.catalogue import Brief, WorkingSet
from fonds.reading_room.addresses import set_address
from fonds.reading_room.desk import Desk
from fonds.reading_room.failures import failing
from fonds.reading_room.queries import Page, last_page

MEMBERS_A_PAGE = 100


class SetMembers(Struct, frozen=True):
    """A page of a working set: its members in archive order, at most 100, and all that were withdrawn since."""

    set: WorkingSet
    page: int
    pages: int
    members: tuple[Brief, ...]
    withdrawn: tuple[Brief, ...]


@get("/sets", sync_to_thread=False, include_in_schema=False)
def sets(archive: Desk) -> Template:
    """The working sets."""
    return Template("sets.html", context={"sets": archive.sets.all()})


@get("/sets/{name:str}", sync_to_thread=False, include_in_schema=False)
def working_set(archive: Desk, name: FromPath[str], page: Page = 1) -> Template:
    """A working set, and a search within it."""
    shown = _members(archive, name, page)
    return Template("set.html", context={"shown": shown, "address": partial(set_address, shown.set.name)})


@get("/sets", sync_to_thread=False, summary="The working sets", name="api_sets", responses=failing())
def api_sets(archive: Desk) -> tuple[WorkingSet, ...]:
    """Every working set, with how many of its members are held and how many were withdrawn."""
    return archive.sets.all()


@get("/sets/{name:str}", sync_to_thread=False, summary="A working set", responses=failing(400, 404, 414))
def api_set(archive: Desk, name: FromPath[str], page: Page = 1) -> SetMembers:
    """What is in a working set. To search within it, give its name to `search` as `set`."""
    return _members(archive, name, page)


def _members(archive: Desk, name: str, page: int) -> SetMembers:
    found = archive.sets.get(name)
    last = last_page(page, found.records, MEMBERS_A_PAGE)
    members = archive.sets.members(name, limit=MEMBERS_A_PAGE, offset=(page - 1) * MEMBERS_A_PAGE)
    return SetMembers(found, page, max(last, 1), members, archive.sets.withdrawn(name))


SET_PAGES = (sets, working_set)
SET_HANDLERS = (api_sets, api_set)
