"""`fonds read`: what would Fonds make of this? Nothing is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.accession.reading import read_sources
from fonds.accession.source import SourceFile
from fonds.accession.walk import Refusal, find_sources
from fonds.cli.add import AT_ONCE
from fonds.cli.context import (
    NOTHING_DONE,
    Jobs,
    Json,
    JsonLines,
    People,
    print_json,
    print_line,
    require_paths,
    tell,
    tell_refused,
)
from fonds.cli.show import described
from fonds.diplomatics.statements import attribute_all, built_in
from fonds.errors import MissingExtraError
from fonds.record import Record, decode_record, encode_record


def read(
    *paths: Annotated[Path, Parameter(help="Files and folders; folders are walked.")],
    people: People = None,
    jobs: Jobs = None,
    statements: Annotated[
        bool | None,
        Parameter(help=f"Find who said what to whom; if not told, where {AT_ONCE} files or fewer are read."),
    ] = None,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Read files without keeping them: what would Fonds make of this?

    fonds read letter.txt
    fonds read volume.xml --jsonl > volume.jsonl
    """
    found = find_sources(require_paths(paths, "fonds read"), people)
    refused = list(found.refused)
    shown: list[Record] = []
    read_any = False
    jobs = jobs or os.cpu_count() or 1
    records = _records(found.sources, jobs, refused)
    attributed = _is_wanted(statements, len(found.sources)) and _can_attribute()
    for record in attribute_all(records, jobs) if attributed else records:
        read_any = True
        if jsonl:
            print_line(encode_record(record))
        elif json:
            shown.append(record)
        else:
            print(described(record), end="\n\n")
    if json:
        print_json({"records": shown, "refused": refused})
    code = tell_refused(refused)
    return NOTHING_DONE if refused and not read_any else code


def _records(sources: Sequence[SourceFile], jobs: int, refused: list[Refusal]) -> Iterator[Record]:
    """The records of the files; those that cannot be read are added to `refused`."""
    for answer in read_sources(sources, jobs):
        if isinstance(answer, Refusal):
            refused.append(answer)
        else:
            yield decode_record(answer)


def _is_wanted(statements: bool | None, files: int) -> bool:  # noqa: FBT001 - the option as it was given
    """Whether to look for statements, which takes longer than all the rest; tells how, where nobody said."""
    if statements is None and files > AT_ONCE:
        tell(f"Statements are not looked for in more than {AT_ONCE:,} files, unless you ask for it with --statements.")
    return files <= AT_ONCE if statements is None else statements


def _can_attribute() -> bool:
    """Whether statements can be found here; tells how they could be, where not."""
    try:
        built_in()
    except MissingExtraError as error:
        tell(f"No statements: {error}")
        return False
    return True
