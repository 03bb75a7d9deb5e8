"""Searching within working sets of all sizes, scattered over the archive: beside the same searches in the whole."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import fonds.archive
import machine
import searching
from fonds.archive import Archive

SIZES = (100, 1_000, 5_000, 10_000, 20_000)
ROUNDS = 5


def main() -> None:
    """Print p50, p95 and p99 for each size; the archive is written to, so name a copy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="an archive that may be written to")
    with fonds.archive.open(parser.parse_args().archive, writable=True) as archive:
        every = archive.identifiers()
        asked = f"{len(searching.WORDS)} words, {ROUNDS} rounds, ten hits with snippets and counts"
        print(f"{len(every)} documents; {asked}")
        print(f"no set: {_timed(archive, None)}")
        for size in SIZES:
            name = f"benchmark {size}"
            start = time.perf_counter()
            archive.sets.make(name, random.Random(68).sample(every, min(size, len(every))))
            made = time.perf_counter() - start
            print(f"set of {size}: made in {made:.2f} s; {_timed(archive, name)}")
            archive.sets.delete(name)


def _timed(archive: Archive, name: str | None) -> str:
    """The first search, which turns the set into a clause, is not among the timed ones."""
    archive.search(searching.WORDS[0], working_set=name)
    timings = []
    for _ in range(ROUNDS):
        for word in searching.WORDS:
            start = time.process_time()
            archive.search(word, working_set=name)
            timings.append((time.process_time() - start) * 1000)
    return machine.spread(timings)


if __name__ == "__main__":
    main()
