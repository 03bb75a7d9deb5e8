"""`fonds add`: take in files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.archive import Added
from fonds.cli.context import NOTHING_DONE, InContext, Json, print_json, progress, tell, tell_refused


def add(
    *paths: Annotated[Path, Parameter(help="Files and folders.")],
    people: Annotated[Path | None, Parameter(help="A list of names: id, name, description.")] = None,
    jobs: Annotated[int | None, Parameter(help="Reading processes; one a core if not given.")] = None,
    dry_run: Annotated[bool, Parameter(negative="", help="Read everything and keep nothing.")] = False,
    json: Json = False,
    context: InContext,
) -> int:
    """Take in files and folders; the archive is made if there is none."""
    with context.archive(create=True) as archive, progress() as shown:
        added = archive.add(paths, people=people, jobs=jobs, dry_run=dry_run, progress=shown)
    if json:
        print_json(added)
    tell(in_words(added, dry_run=dry_run))
    code = tell_refused(added.refused)
    return code if added.sources or added.unchanged else code and NOTHING_DONE


def in_words(added: Added, *, dry_run: bool = False) -> str:
    """What a taking-in did, in a sentence or two."""
    done = "would be taken in" if dry_run else "taken in"
    parts = [f"{added.records} records of {added.sources} files {done}"]
    new_versions = sum(change.changed for change in added.changes)
    withdrawn = sum(change.withdrawn for change in added.changes)
    if new_versions:
        parts.append(f"{new_versions} records changed")
    if withdrawn:
        parts.append(f"{withdrawn} records withdrawn")
    if added.unchanged:
        parts.append(f"{added.unchanged} files were here already, as they are")
    if added.findings:
        parts.append(f"{added.findings} findings (see `fonds stats`)")
    if added.refused:
        parts.append(f"{len(added.refused)} refused")
    return "; ".join(parts) + "."
