"""What narrows a search on the command line: the same options wherever records are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.archive import Archive
from fonds.cli.lines import file_with, lines
from fonds.diplomatics.kinds import known_kind
from fonds.discovery import Narrowed
from fonds.discovery.results import read_chosen

Flag = Parameter(negative="")
Repeated = Parameter(negative="", consume_multiple=False)


@Parameter(name="*")
@dataclass(frozen=True)
class Filters:
    """The options; what is not given narrows nothing."""

    from_: Annotated[str | None, Parameter(name="--from", help="First day, month or year.")] = None
    to: Annotated[str | None, Parameter(help="Last day, month or year.")] = None
    kind: Annotated[str | None, Parameter(help="A kind of document: letter, telegram, memorandum, …")] = None
    person: Annotated[str | None, Parameter(help="Somebody in it: a name, or a part of it.")] = None
    place: Annotated[str | None, Parameter(help="Where it was written: a name, or a part of it.")] = None
    collection: Annotated[str | None, Parameter(help="The volume or folder that it is in.")] = None
    set_: Annotated[str | None, Parameter(name="--set", help="A working set, by its name: see `fonds sets`.")] = None
    only: Annotated[list[str] | None, Repeated, Parameter(help="facet=value, as --facets prints them; repeatable.")] = (
        None
    )
    without: Annotated[list[str] | None, Repeated, Parameter(help="facet=value to leave out; repeatable.")] = None
    notes: Annotated[bool, Flag, Parameter(help="Search the notes too.")] = False
    editor: Annotated[bool, Flag, Parameter(help="Search the editor's words too.")] = False
    no_variants: Annotated[bool, Flag, Parameter(help="Names only as they are spelled in the query.")] = False

    def asked(self) -> Narrowed:
        """The options as a search takes them. Raises QueryError for a facet that is none."""
        return Narrowed(
            date_from=self.from_,
            date_to=self.to,
            kind=known_kind(self.kind) if self.kind else None,
            person=self.person,
            place=self.place,
            collection=self.collection,
            working_set=self.set_,
            include=read_chosen("--only", self.only or []),
            exclude=read_chosen("--without", self.without or []),
            notes=self.notes,
            editor=self.editor,
            variants=not self.no_variants,
        )


NO_FILTERS = Filters()


@Parameter(name="*")
@dataclass(frozen=True)
class Chosen(Filters):
    """What chooses records beside their identifiers: a query with its filters, and a file."""

    query: Annotated[str | None, Parameter(help="Take all that this query finds, as `fonds search` does.")] = None
    file: Annotated[Path | None, file_with("an identifier")] = None

    def records(self, archive: Archive, ids: Sequence[str]) -> list[str]:
        """The identifiers that are named, and those that are found."""
        named, narrowed = [*ids, *lines(self.file, "an identifier")], self.asked()
        if self.query is None and narrowed == NO_FILTERS.asked():
            return named
        return [*named, *archive.identifiers(self.query or "", **narrowed)]


NOTHING_CHOSEN = Chosen()
