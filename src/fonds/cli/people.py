"""`fonds people`: who is in the archive, and who is one and the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from fonds.authority.identity import Candidate, Office, Person, PersonBrief
from fonds.cli.context import InContext, Json, print_json, tell
from fonds.record import MentionKind

app = App(name="people", help="People, bodies and places: list them, show one, decide who is the same.")

Limit = Annotated[int, Parameter(help="How many to print.")]


@app.default
def people(  # noqa: PLR0913 - one option a filter
    query: Annotated[str, Parameter(help="Words of the name; all people without any.")] = "",
    *,
    kind: Annotated[MentionKind | None, Parameter(help="person, body, place or term.")] = None,
    collection: str | None = None,
    limit: Limit = 20,
    offset: int = 0,
    json: Json = False,
    context: InContext,
) -> None:
    """List people, those in most documents first."""
    with context.archive() as archive:
        found = archive.people.find(query, kind=kind, collection=collection, limit=limit, offset=offset)
    if json:
        print_json(found)
    else:
        print("\n".join([f"{found.total} in the lists", *map(_line, found.people)]))


@app.command
def show(person: str, *, json: Json = False, context: InContext) -> None:
    """Show one person: names, descriptions, offices, and how many documents they are in."""
    with context.archive() as archive:
        shown = archive.people.get(person)
    if json:
        print_json(shown)
    else:
        print("\n".join(_described(shown)))


@app.command
def candidates(
    query: Annotated[str, Parameter(help="Words of the name of one of the two.")] = "",
    *,
    limit: Limit = 20,
    offset: int = 0,
    json: Json = False,
    context: InContext,
) -> None:
    """List pairs who may be one person, with what speaks for it. Nothing is merged by itself."""
    with context.archive() as archive:
        found = archive.people.candidates(query, limit=limit, offset=offset)
    if json:
        print_json(found)
    else:
        print("\n\n".join([f"{found.total} pairs", *map(_pair, found.candidates)]))


@app.command
def load(
    folder: Annotated[Path, Parameter(help="A folder in the form of POCOM: people/, missions-countries/, …")],
    *,
    json: Json = False,
    context: InContext,
) -> None:
    """Add a register of who held which post when; the offices that documents name are linked to it."""
    with context.archive(create=True) as archive:
        people, offices = archive.people.load(folder)
    if json:
        print_json({"people": people, "offices": offices})
    else:
        tell(f"{people} people, {offices} posts. Documents taken in from now on are linked to them.")


@app.command
def merge(first: str, *others: str, json: Json = False, context: InContext) -> None:
    """Decide that these are one person, known by the first identifier."""
    with context.archive(writable=True) as archive:
        merged = archive.people.merge(first, *others)
    _tell_decided((merged,), json=json)


@app.command
def split(first: str, *others: str, json: Json = False, context: InContext) -> None:
    """Decide that these entries are persons of their own; without others, all entries of the first."""
    with context.archive(writable=True) as archive:
        parted = archive.people.split(first, *others)
    _tell_decided(parted, json=json)


@app.command
def undo(*, json: Json = False, context: InContext) -> None:
    """Take back the last merge or split."""
    with context.archive(writable=True) as archive:
        undone = archive.people.undo()
    if json:
        print_json({"undone": undone})
    else:
        tell(f"taken back: {undone}")


def _tell_decided(people: tuple[Person, ...], *, json: bool) -> None:
    if json:
        print_json({"people": people})
    else:
        print("\n\n".join("\n".join(_described(person)) for person in people))
        tell("Take this back with `fonds people undo`.")


def _line(person: PersonBrief) -> str:
    where = ", ".join(person.collections[:3]) + (" …" if len(person.collections) > 3 else "")
    about = f"; {person.description}" if person.description else ""
    return f"{person.documents:6}  {person.id}  {person.name}{about} ({person.kind}; {where})"


def _pair(pair: Candidate) -> str:
    both = "\n".join(_line(person) for person in (pair.first, pair.second))
    return f"{pair.confidence:.2f}  {'; '.join(pair.evidence)}\n{both}"


def _described(person: Person) -> list[str]:
    """What is known of a person, one fact a line."""
    roles = ", ".join(f"{role} {number}" for role, number in person.documents.items() if role)
    dates = f", {person.date_from} to {person.date_to}" if person.date_from else ""
    return [
        person.name,
        f"  {person.id}  ({person.kind})",
        *(f"  also: {name}" for name in person.names if name != person.name),
        *(f"  {description}" for description in person.descriptions),
        *(f"  office: {_office(office)}" for office in person.offices),
        f"  documents: {person.documents.get('', 0)}{f' ({roles})' if roles else ''}{dates}",
        f"  in the lists: {', '.join(person.entries)}",
    ]


def _office(office: Office) -> str:
    where = f", {office.place}" if office.place else ""
    return f"{office.title}{where}, {office.start or '?'} to {office.end or '?'} ({office.register})"
