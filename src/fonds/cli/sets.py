"""`fonds sets`: named, fixed sets of records to search within."""

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import App, Parameter

from fonds.catalogue import Brief, SetChange, WorkingSet
from fonds.cli.context import DONE, SOME_REFUSED, InContext, Json, counted, in_brackets, print_json, tell
from fonds.cli.filters import NOTHING_CHOSEN, Chosen, Flag
from fonds.dissemination.export import STREAMS, written

app = App(
    name="sets",
    help="Working sets: named, fixed sets of records to search within. They stay as they are when the archive grows.",
)

Name = Annotated[str, Parameter(help="The set's name; capitals make no difference.")]
Id = Annotated[str, Parameter(help="Identifiers of records.")]


@app.default
def sets(*, json: Json = False, context: InContext) -> None:
    """List the working sets."""
    with context.archive() as archive:
        found = archive.sets.all()
    if json:
        print_json({"sets": found})
    else:
        print("\n".join(map(_line, found)) or "no working sets")


@app.command
def create(
    name: Name,
    *ids: Id,
    chosen: Chosen = NOTHING_CHOSEN,
    json: Json = False,
    context: InContext,
) -> int:
    """Make a set of what a query finds, of the records named, or of both.

    fonds sets create "Pilot papers" --query pilot --kind letter
    fonds search pilot --format jsonl | jq -r .id | fonds sets create "Pilot papers" --file -
    """
    with context.archive(writable=True) as archive:
        change = archive.sets.make(name, chosen.records(archive, ids))
    return _tell_change(change, "added", json=json)


@app.command
def show(
    name: Name,
    *,
    ids: Annotated[bool, Flag, Parameter(help="Print identifiers only, one a line.")] = False,
    json: Json = False,
    context: InContext,
) -> None:
    """Show the records of a set, in archive order, and which of them were withdrawn since."""
    with context.archive() as archive:
        shown, members, gone = archive.sets.get(name), archive.sets.members(name), archive.sets.withdrawn(name)
    if json:
        print_json({"set": shown, "members": members, "withdrawn": gone})
    else:
        print("\n".join(each.id for each in members) if ids else "\n".join([_line(shown), *map(_member, members)]))
        for each in gone:
            tell(f"withdrawn: {each.id}: {each.title}")


@app.command
def add(
    name: Name,
    *ids: Id,
    chosen: Chosen = NOTHING_CHOSEN,
    json: Json = False,
    context: InContext,
) -> int:
    """Take more records into a set: those named, and what a query finds."""
    with context.archive(writable=True) as archive:
        change = archive.sets.add(name, chosen.records(archive, ids))
    return _tell_change(change, "added", json=json)


@app.command
def remove(
    name: Name,
    *ids: Id,
    chosen: Chosen = NOTHING_CHOSEN,
    json: Json = False,
    context: InContext,
) -> int:
    """Take records out of a set: those named, and what a query finds."""
    with context.archive(writable=True) as archive:
        change = archive.sets.remove(name, chosen.records(archive, ids))
    return _tell_change(change, "removed", json=json)


@app.command
def rename(name: Name, new: str, *, json: Json = False, context: InContext) -> None:
    """Give a set another name."""
    with context.archive(writable=True) as archive:
        renamed = archive.sets.rename(name, new)
    print_json(renamed) if json else print(_line(renamed))


@app.command
def delete(name: Name, *, json: Json = False, context: InContext) -> None:
    """Forget a set; its records stay in the archive."""
    with context.archive(writable=True) as archive:
        gone = archive.sets.delete(name)
    print_json(gone) if json else print(f"forgotten: {_line(gone)}")


@app.command
def export(
    name: Name,
    *,
    form: Annotated[str, Parameter(name="--format", help=f"{', '.join(STREAMS)}.")],
    context: InContext,
) -> None:
    """Print the records of a set in archive order, for other programs."""
    with context.archive() as archive:
        name = archive.sets.get(name).name
        sys.stdout.buffer.writelines(written(archive.found(working_set=name, sort="archive"), form))


def _tell_change(change: SetChange, done: str, *, json: bool) -> int:
    if json:
        print_json(change)
    else:
        print(f"{counted(change.changed, 'record')} {done}\n{_line(change.set)}")
    for each in change.unknown:
        tell(f"refused: {each}: not in the archive")
    return SOME_REFUSED if change.unknown else DONE


def _line(each: WorkingSet) -> str:
    withdrawn = f", {each.withdrawn} withdrawn" if each.withdrawn else ""
    return f"{each.name}: {counted(each.records, 'record')}{withdrawn}"


def _member(brief: Brief) -> str:
    return f"  {brief.id}  {brief.title} {in_brackets(brief.kind, brief.edtf)}"
