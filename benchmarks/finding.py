"""Finding beside other engines, over the same texts in one run: how well (known items out of the edition's own
references), and how fast (each kind of query, alone and with 16 clients over HTTP)."""

from __future__ import annotations

import argparse
import http.client
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import fonds
import machine
import searching
from engines import Asked, Engine, Fts5, PlainBm25, Postgres, rows_of, sizes
from fonds.archive import Archive
from fonds.record import Record

WORDS = searching.WORDS
PHRASES = ["nuclear weapons", "united nations", "peace treaty", "foreign aid", "military assistance", "prime minister",
           "security council", "suez canal", "national interest", "air force"]  # fmt: skip
BEGINNINGS = ["disarm", "negotiat", "sovere", "missil", "econom", "refug"]
MISSPELT = ["missles", "goverment", "Kruschev", "disarmement", "embasy"]


def _tsquery(words: str) -> str:
    return f"to_tsquery('english', '{words}')"


QUERIES: dict[str, list[Asked]] = {
    "word": [Asked(word, f'"{word}"', _tsquery(word)) for word in WORDS],
    "two words": [Asked(f"{a} {b}", f'"{a}" "{b}"', _tsquery(f"{a} & {b}")) for a, b in pairwise(WORDS)],
    "phrase": [Asked(f'"{each}"', f'"{each}"', f"phraseto_tsquery('english', '{each}')") for each in PHRASES],
    "and, or, not": [
        Asked(f"({a} OR {b}) NOT {c}", f'("{a}" OR "{b}") NOT "{c}"', _tsquery(f"({a} | {b}) & !{c}"))
        for a, b, c in zip(WORDS, WORDS[3:], WORDS[6:], strict=False)
    ],
    "beginning": [Asked(f"{each}*", f"{each}*", _tsquery(f"{each}:*")) for each in BEGINNINGS],
    "near": [Asked(f'"{a} {b}"~8', f'NEAR("{a}" "{b}", 8)', None) for a, b in pairwise(WORDS)],
    "other spelling": [Asked(f"{each}~", None, None) for each in MISSPELT],
    "word, in some years": [
        Asked(word, f'"{word}"', _tsquery(word), (f"19{year}", f"19{year + 4}"))
        for word, year in zip(WORDS, range(50, 64), strict=False)
    ],
}
ROUNDS = 3
CLIENTS = 16
DRAWN = 2000
NUMBER = re.compile(r"\S*\d\S*")
WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    {"the", "and", "for", "from", "that", "this", "with", "was", "were", "are", "not", "see", "also", "document",
     "about", "documents", "ibid", "footnote", "note", "printed", "text", "above", "below",
     "his", "her", "its", "which", "had",
     "has", "have", "been", "who", "whom", "but", "they", "their", "there", "other", "into"}
)  # fmt: skip
SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


class Known(NamedTuple):
    """What a sentence of a note cites: its content words, the citing document and the cited one."""

    words: tuple[str, ...]
    source: str
    target: str


def known_items(records: Sequence[Record], count: int) -> list[Known]:
    """Sentences of notes that cite one document held, without their numbers; the same ones every time."""
    held = {record.id for record in records}
    found = [known for record in records for known in _cited(record, held)]
    return random.Random(68).sample(found, min(count, len(found)))  # noqa: S311


def _cited(record: Record, held: set[str]) -> Iterator[Known]:
    for text in record.texts:
        notes = {note.number: note.text for note in text.notes}
        for reference in text.references:
            if reference.by != "edition" or reference.target not in held or reference.target == record.id:
                continue
            words = _content(notes.get(reference.note or "", ""), reference.start)
            if 5 <= len(words) <= 40:
                yield Known(words, record.id, reference.target or "")


def _content(note: str, at: int) -> tuple[str, ...]:
    """The content words of the sentence that stands at an offset."""
    start = 0
    for match in SENTENCE.finditer(note):
        if match.end() > at:
            note = note[: match.start()]
            break
        start = match.end()
    words = WORD.findall(NUMBER.sub(" ", note[start:]))
    return tuple(dict.fromkeys(word for word in words if word.lower() not in COMMON))


def reciprocal_ranks(ranked: Callable[[Sequence[str], int], list[str]], items: Sequence[Known]) -> list[float]:
    """One by the place at which each cited document comes, 0 beyond the 50th; the citing document is passed over."""
    found = []
    for known in items:
        others = [each for each in ranked(known.words, 51) if each != known.source]
        found.append(1 / (others.index(known.target) + 1) if known.target in others else 0.0)
    return found


def compared(ranks: dict[str, list[float]]) -> None:
    """Print MRR and recall@10 by engine, and how much less than the first the others have (paired bootstrap)."""
    first = next(iter(ranks.values()))
    for name, each in ranks.items():
        recall = sum(rank >= 0.1 for rank in each) / len(each)
        less = "" if each is first else f", less than the first by {_interval([a - b for a, b in zip(first, each)])}"
        print(f"  {name}: MRR {sum(each) / len(each):.3f}, recall@10 {recall:.3f}{less}")


def _interval(differences: list[float]) -> str:
    """The mean of what pairs differ by, and between which values it lies in 95 of 100 samples drawn of them."""
    chance = random.Random(68)  # noqa: S311
    count = len(differences)
    means = sorted(sum(chance.choices(differences, k=count)) / count for _ in range(DRAWN))
    low, high = means[DRAWN // 40], means[-DRAWN // 40]
    return f"{sum(differences) / count:.3f} (95 %: {low:.3f} to {high:.3f})"


def main() -> None:
    """Print relevance, speed, size and build time, engine by engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=machine.DATA)
    parser.add_argument("--archive", type=Path, help="an archive of the data that is there already")
    parser.add_argument("--only", choices=["relevance", "speed"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.archive or Path(folder) / "archive"
        if not options.archive:
            paths = [str(options.data / "frus" / "volumes"), str(options.data / "record-pages")]
            machine.add(path, paths)
        with fonds.open(path) as archive:
            records = list(archive.records())
            rows = rows_of(records)
            print(f"{len(rows)} documents, {sum(len(row.text) for row in rows) / 1e6:.0f} million characters")
            others: list[Engine] = [Fts5(rows, Path(folder) / "porter.sqlite")]
            if options.only != "speed":
                plain: list[Engine] = [
                    Fts5(rows, Path(folder) / "plain.sqlite", "unicode61"),
                    PlainBm25(rows, Path(folder) / "bm25"),
                ]
                _relevance(archive, records, [*others, *plain])
            if options.only != "relevance":
                postgres = Postgres(rows, Path(folder) / "postgres")
                try:
                    _speed(archive, [*others, postgres], path)
                finally:
                    postgres.close()


def _relevance(archive: Archive, records: Sequence[Record], others: Sequence[Engine]) -> None:
    items = known_items(records, 1000)
    print(f"relevance: {len(items)} known items")

    def ranked(words: Sequence[str], limit: int) -> list[str]:
        return [hit.id for hit in archive.search(" OR ".join(words), limit=limit).hits]

    ranks = {"Fonds": reciprocal_ranks(ranked, items)}
    ranks |= {engine.name: reciprocal_ranks(engine.ranked, items) for engine in others}
    for half, start in (("that Fonds was tuned on", 0), ("held out", 1)):
        print(f"{half}:")
        compared({name: each[start::2] for name, each in ranks.items()})


def _speed(archive: Archive, others: Sequence[Engine], path: Path) -> None:
    start = time.perf_counter()
    print(f"Fonds: index {sizes(path / 'index'):.0f} MB with the texts, twelve facets, ten hits with passages")
    for engine in others:
        print(f"{engine.name}: index {engine.megabytes:.0f} MB, built in {engine.seconds:.1f} s")
    for kind, queries in QUERIES.items():
        print(f"{kind}:")
        _timed("Fonds", lambda asked: _fonds(archive, asked), queries)
        for engine in others:
            _timed(engine.name, engine.answer, queries)
    print(f"over HTTP, {CLIENTS} clients: {machine.spread(_over_http(path))}")
    print(f"({time.perf_counter() - start:.0f} s)")


def _fonds(archive: Archive, asked: Asked) -> int:
    first, last = asked.days or (None, None)
    return archive.search(asked.fonds, date_from=first, date_to=last).total


def _timed(name: str, answer: Callable[[Asked], int | None], queries: Sequence[Asked]) -> None:
    if answer(queries[0]) is None:
        print(f"  {name}: has nothing of the sort")
        return
    timings = []
    for _ in range(ROUNDS):
        for asked in queries:
            start = time.perf_counter()
            answer(asked)
            timings.append((time.perf_counter() - start) * 1000)
    print(f"  {name}: {machine.spread(timings)}")


def _over_http(path: Path) -> list[float]:
    port = machine.free_port()
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        machine.connected(port).close()
        queries = [asked.fonds for several in QUERIES.values() for asked in several]
        with ThreadPoolExecutor(CLIENTS) as pool:
            return [each for timings in pool.map(lambda _: _client(port, queries), range(CLIENTS)) for each in timings]
    finally:
        server.terminate()
        server.wait()


def _client(port: int, queries: Sequence[str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    timings = []
    for query in queries:
        start = time.perf_counter()
        searching.fetch(connection, urllib.parse.urlencode({"q": query}))
        timings.append((time.perf_counter() - start) * 1000)
    return timings


if __name__ == "__main__":
    main()
