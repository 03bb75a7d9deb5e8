"""Whether an archive is whole: its originals as they came, its catalogue sound, its index the same as the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain

import msgspec
from msgspec import Struct

from fonds.archive.taking_in import Progress
from fonds.catalogue import Catalogue, Originals, Problem
from fonds.discovery import Index
from fonds.errors import FondsError

EXAMPLES = 5
"""How many of many alike are named."""


class Advice(Struct, frozen=True, array_like=True):
    """What a code of `problems.json` means, and what can be done."""

    meaning: str
    next_step: str


ADVICE = msgspec.json.decode(files("fonds.catalogue").joinpath("problems.json").read_bytes(), type=dict[str, Advice])


class Checked(Struct, frozen=True):
    """What a check went through, and what it found.

    `problems` make the archive unsound. `remarks` do not: things to know, such as citations of what is not held.
    """

    sound: bool
    records: int
    originals: int
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def check(
    catalogue: Catalogue, originals: Originals, index: Index, progress: Callable[[Progress], None] | None = None
) -> Checked:
    """Go through all of an archive. Nothing is changed; memory grows with the identifiers alone."""
    problems = list(catalogue.problems())
    sources = list(catalogue.sources())
    total = len(sources) + catalogue.statistics().records
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(Progress(0, 0, done, total, done))

    for source in sources:
        problems += _original_problems(originals, source.key, source.sha256)
        step()
    held = set()
    for record_id, found in catalogue.record_problems():
        problems += found
        held.add(record_id)
        step()
    problems += _index_problems(catalogue, index, held)
    remarks = chain(_unlisted(originals, [source.key for source in sources]), _dangling(catalogue))
    return Checked(not problems, len(held), len(sources), tuple(problems), tuple(remarks))


def _original_problems(originals: Originals, key: str, sha256: str) -> Iterator[Problem]:
    found = originals.verify(key)
    yield from (Problem("original-damaged", key, words) for words in found)
    if not found and originals.digest(key) != sha256:
        yield Problem("original-differs", key, f"records were read from {sha256}")


def _index_problems(catalogue: Catalogue, index: Index, held: set[str]) -> Iterator[Problem]:
    try:
        behind = next(chain(catalogue.unindexed(), catalogue.withdrawn_unindexed()), None)
        indexed = index.identifiers()
    except FondsError as error:
        yield Problem("index-differs", "the search index", str(error))
        return
    if behind is not None:
        yield Problem("index-behind", "the search index", "a taking-in was stopped before it was written")
    for words, names in (("lacks", held - indexed.keys()), ("has beside them", indexed.keys() - held)):
        if names and behind is None:
            yield Problem("index-differs", "the search index", f"{words} {_some(names)}")
    if doubled := {name for name, times in indexed.items() if times > 1}:
        yield Problem("index-differs", "the search index", f"has more than once {_some(doubled)}")


def _some(names: set[str]) -> str:
    shown = ", ".join(sorted(names)[:EXAMPLES])
    return f"{len(names)}: {shown}{' …' if len(names) > EXAMPLES else ''}"


def _unlisted(originals: Originals, keys: list[str]) -> Iterator[Problem]:
    return (Problem("original-unlisted", folder) for folder in originals.unlisted(keys))


def _dangling(catalogue: Catalogue) -> Iterator[Problem]:
    for collection, times in catalogue.dangling().items():
        yield Problem("reference-unheld", collection, f"cited {times} times")
