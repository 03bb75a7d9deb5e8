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
from fonds.discovery import Index, index_document
from fonds.record import Record

WORDS = searching.WORDS
PHRASES = ["nuclear weapons", "united nations", "peace treaty", "foreign aid", "military assistance", "prime minister",
           "security council", "suez canal", "national interest", "air force"]  # fmt: skip
PHRASED = [word for phrase in PHRASES for word in phrase.split()]
FREQUENT = ["president", "soviet", "united", "government", "secretary", "department", "state", "military", "meeting",
            "general", "question", "position", "policy", "ambassador"]  # fmt: skip
OFTEN = ["union", "states", "discussion", "minister", "war", "security", "council", "agreement", "congress",
         "program", "office", "report", "statement", "letter"]  # fmt: skip
BEGINNINGS = ["disarm", "negotiat", "sovere", "missil", "econom", "refug"]
MISSPELT = ["missles", "goverment", "Kruschev", "disarmement", "embasy"]


def _tsquery(words: str) -> str:
    return f"to_tsquery('english', '{words}')"


def _in_eights(words: list[str]) -> list[list[str]]:
    return [words[start : start + 8] for start in range(0, len(words) - 7, 8)]


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
    "three words near": [
        Asked(f'"{" ".join(each)}"~8', f"NEAR({' '.join(each)}, 8)", None)
        for each in zip(WORDS, FREQUENT, OFTEN, strict=True)
    ],
    "frequent words": [Asked(word, f'"{word}"', _tsquery(word)) for word in dict.fromkeys((*FREQUENT, *OFTEN))],
    "eight words, any": [
        Asked(" OR ".join(each), " OR ".join(each), _tsquery(" | ".join(each))) for each in _in_eights(WORDS + PHRASED)
    ],
    "other spelling": [Asked(f"{each}~", None, None) for each in MISSPELT],
    "word, in some years": [
        Asked(word, f'"{word}"', _tsquery(word), (f"19{year}", f"19{year + 4}"))
        for word, year in zip(WORDS, range(50, 64), strict=False)
    ],
}
ROUNDS = 3
Answer = Callable[[Asked], int | None]
CLIENTS = 16
DRAWN = 2000
FIRST = 10
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
    return random.Random(68).sample(found, min(count, len(found)))


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
        recall = sum(rank * FIRST >= 1 for rank in each) / len(each)
        less = (
            ""
            if each is first
            else f", less than the first by {_interval([a - b for a, b in zip(first, each, strict=True)])}"
        )
        print(f"  {name}: MRR {sum(each) / len(each):.3f}, recall@10 {recall:.3f}{less}")


def _interval(differences: list[float]) -> str:
    """The mean of what pairs differ by, and between which values it lies in 95 of 100 samples drawn of them."""
    chance = random.Random(68)
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
                    _speed(archive, records, [*others, postgres], path)
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


def _speed(archive: Archive, records: Sequence[Record], others: Sequence[Engine], path: Path) -> None:
    start = time.perf_counter()
    seconds = _built(records)
    size = sizes(path / "index")
    print(f"Fonds: index {size:.0f} MB with the texts, built in {seconds:.1f} s; nine facets, ten hits with passages")
    for engine in others:
        print(f"{engine.name}: index {engine.megabytes:.0f} MB, built in {engine.seconds:.1f} s; two facets, ten hits")
    answers: dict[str, Answer] = {"Fonds": lambda asked: _fonds(archive, asked)}
    answers |= {engine.name: engine.answer for engine in others}
    for kind, queries in QUERIES.items():
        print(f"{kind}:")
        for name, timings in _timed(answers, queries).items():
            print(f"  {name}: {machine.spread(timings) if timings else 'has nothing of the sort'}")
    for kind, timings in _over_http(path).items():
        print(f"over HTTP, {CLIENTS} clients, {kind}: {machine.spread(timings)}")
    print(f"({time.perf_counter() - start:.0f} s)")


def _built(records: Sequence[Record]) -> float:
    """Seconds in which an index of the records is built, as taking in does it but for reading and keeping."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with Index.open(Path(folder) / "index").writer() as writer:
            for record in records:
                writer.add(index_document(record))
            writer.commit()
        return time.perf_counter() - start


def _fonds(archive: Archive, asked: Asked) -> int:
    first, last = asked.days or (None, None)
    return archive.search(asked.fonds, date_from=first, date_to=last).total


def _timed(answers: dict[str, Answer], queries: Sequence[Asked]) -> dict[str, list[float]]:
    """Milliseconds by engine, each query asked of one after the other, so that a busy moment slows them all."""
    timings: dict[str, list[float]] = {name: [] for name, answer in answers.items() if answer(queries[0]) is not None}
    for _ in range(ROUNDS):
        for asked in queries:
            for name, several in timings.items():
                start = time.perf_counter()
                answers[name](asked)
                several.append((time.perf_counter() - start) * 1000)
    return {name: timings.get(name, []) for name in answers}


def _over_http(path: Path) -> dict[str, list[float]]:
    """Milliseconds by kind of query, of clients that each wait for one answer before they ask for the next."""
    port = machine.free_port()
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        machine.connected(port).close()
        found = {}
        with ThreadPoolExecutor(CLIENTS) as pool:
            for kind, queries in QUERIES.items():
                asked = [each.fonds for each in queries]
                every = pool.map(lambda _, asked=asked: _client(port, asked), range(CLIENTS))
                found[kind] = [timing for timings in every for timing in timings]
        return found
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
