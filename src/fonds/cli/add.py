"""`fonds add`: take in files and folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import Parameter

from fonds.archive import Added, Archive
from fonds.cli.context import (
    NOTHING_DONE,
    Context,
    InContext,
    Jobs,
    Json,
    People,
    counted,
    print_json,
    require_paths,
    tell,
    tell_refused,
)
from fonds.cli.progress import taking_in
from fonds.cli.statements import look_for_statements
from fonds.errors import NotFoundError

AT_ONCE = 1_000
"""Records that are looked through for statements without being asked to: that takes about a minute."""


def add(
    *paths: Annotated[Path, Parameter(help="Files and folders; folders are walked.")],
    people: People = None,
    jobs: Jobs = None,
    dry_run: Annotated[bool, Parameter(negative="", help="Read everything and keep nothing.")] = False,
    statements: Annotated[
        bool | None,
        Parameter(help=f"Then look for who said what to whom; if not told, where {AT_ONCE} records or fewer wait."),
    ] = None,
    json: Json = False,
    context: InContext,
) -> int:
    """Take in files and folders; the archive is made if there is none.

    Your files are only read; the archive keeps a copy of each, byte for byte. Stopped anywhere, the same command goes
    on where it was; given again, it passes over what has not changed. A file that cannot be read is named, with the
    reason. A `people.csv` in a folder is the list of names for the documents beside and below it.

    When all is taken in, it can be searched and read. Then the records are looked through for statements: who said
    what to whom. That takes minutes for a large collection, and so is left to `fonds statements` there, unless you
    ask for it with --statements.

        fonds add ~/letters
        fonds add volumes --dry-run
    """
    require_paths(paths, "fonds add")
    with _opened(context, make=not dry_run and any(path.exists() for path in paths)) as archive:
        with taking_in() as shown:
            added = archive.add(paths, people=people, jobs=jobs, dry_run=dry_run, progress=shown)
        if json:
            print_json(added)
        tell(in_words(added, dry_run=dry_run))
        code = tell_refused(added.refused)
        if added.refused and not (added.sources or added.unchanged):
            return NOTHING_DONE
        if statements is not False and not dry_run:
            look_for_statements(archive, jobs, at_most=None if statements else AT_ONCE)
    return code


@contextmanager
def _opened(context: Context, *, make: bool) -> Iterator[Archive]:
    """The archive; where there is none, one is made, or, without `make`, an empty one is given and thrown away."""
    with TemporaryDirectory(prefix="fonds-") as elsewhere:
        try:
            archive = context.archive(create=make, writable=True)
        except NotFoundError:
            archive = Context(Path(elsewhere)).archive(create=True)
        with archive:
            yield archive


def in_words(added: Added, *, dry_run: bool = False) -> str:
    """What a taking-in did, in a sentence or two."""
    done = "would be taken in" if dry_run else "taken in"
    parts = [f"{counted(added.records, 'record')} of {counted(added.sources, 'file')} {done}"]
    new_versions = sum(change.changed for change in added.changes)
    withdrawn = sum(change.withdrawn for change in added.changes)
    if new_versions:
        parts.append(f"{counted(new_versions, 'record')} changed")
    if withdrawn:
        parts.append(f"{counted(withdrawn, 'record')} withdrawn")
    if added.unchanged:
        are = "was here already, as it is" if added.unchanged == 1 else "were here already, as they are"
        parts.append(f"{counted(added.unchanged, 'file')} {are}")
    if added.findings:
        parts.append(f"{counted(added.findings, 'finding')} (`fonds stats` counts them, `fonds show` tells each)")
    if refused := sum(not refusal.data for refusal in added.refused):
        parts.append(f"{refused:,} refused")
    return "; ".join(parts) + "."
