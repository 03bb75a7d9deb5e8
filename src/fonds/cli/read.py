"""`fonds read`: what would Fonds make of this? Nothing is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.accession.reading import read_sources
from fonds.accession.walk import Refusal, find_sources
from fonds.cli.context import (
    NOTHING_DONE,
    SOME_REFUSED,
    Jobs,
    Json,
    JsonLines,
    People,
    print_json,
    print_line,
    some,
    tell_refused,
)
from fonds.cli.show import described
from fonds.record import Record, decode_record


def read(
    *paths: Annotated[Path, Parameter(help="Files and folders; folders are walked.")],
    people: People = None,
    jobs: Jobs = None,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Read files without keeping them: what would Fonds make of this?

    fonds read letter.txt
    fonds read volume.xml --jsonl > volume.jsonl
    """
    found = find_sources(some(paths, "fonds read"), people)
    refused = list(found.refused)
    records: list[Record] = []
    code = NOTHING_DONE
    for answer in read_sources(found.sources, jobs or os.cpu_count() or 1):
        if isinstance(answer, Refusal):
            refused.append(answer)
            continue
        code = SOME_REFUSED
        if jsonl:
            print_line(answer)
        elif json:
            records.append(decode_record(answer))
        else:
            print(described(decode_record(answer)), end="\n\n")
    if json:
        print_json({"records": records, "refused": refused})
    return tell_refused(refused) and code
