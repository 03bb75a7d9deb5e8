"""`fonds check`: is the archive whole?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from fonds.archive import ADVICE, Checked, Problem
from fonds.cli.context import DONE, SOME_REFUSED, InContext, Json, counted, print_json
from fonds.cli.progress import taking_in

SHOWN = 20
"""How many problems of one sort are printed; --json has all."""


def check(*, json: Json = False, context: InContext) -> int:
    """Check that the archive is whole: every original, every record, the search index. Nothing is changed.

    Originals are read to the last byte and compared with the digest that they came with; each record's layers are held
    against its text, and the index against the catalogue. Exit status 1 where something is wrong.
    """
    with context.archive() as archive, taking_in() as shown:
        checked = archive.check(shown)
    if json:
        print_json(checked)
    else:
        print("\n".join(_in_words(checked)))
    return DONE if checked.sound else SOME_REFUSED


def _in_words(checked: Checked) -> Iterator[str]:
    yield f"{counted(checked.records, 'record')} and {counted(checked.originals, 'original')} checked."
    yield from _grouped("wrong", checked.problems)
    yield from _grouped("to know", checked.remarks)
    yield f"{counted(len(checked.problems), 'problem')} found." if checked.problems else "Nothing is wrong."


def _grouped(how: str, problems: Iterable[Problem]) -> Iterator[str]:
    """The problems by their sort, each sort with what it means and what to do."""
    for code, alike in groupby(sorted(problems, key=lambda problem: problem.code), key=lambda problem: problem.code):
        each = list(alike)
        yield f"{how}: {ADVICE[code].meaning} {ADVICE[code].next_step}"
        yield from (f"  {problem.thing}{': ' if problem.words else ''}{problem.words}" for problem in each[:SHOWN])
        if len(each) > SHOWN:
            yield f"  … and {len(each) - SHOWN:,} more (--json has all)"
