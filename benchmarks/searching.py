"""Searches of all sorts over all volumes, in-process and over HTTP, with snippets and counts."""

from __future__ import annotations

import http.client
import subprocess
import sys
import tempfile
import time
import urllib.parse
from itertools import pairwise
from pathlib import Path
from typing import Any

import fonds
import machine

WORDS = [
    "missiles", "treaty", "wheat", "Berlin", "sovereignty", "blockade", "aid", "refugees", "Laos", "Nasser",
    "disarmament", "oil", "canal", "embassy",
]  # fmt: skip
QUERIES: dict[str, list[dict[str, Any]]] = {
    "term": [{"query": word} for word in WORDS],
    "two words": [{"query": f"{a} {b}"} for a, b in pairwise(WORDS)],
    "phrase": [
        {"query": f'"{phrase}"'}
        for phrase in ("nuclear weapons", "United Nations", "peace treaty", "foreign aid", "military assistance",
                       "Prime Minister", "Security Council", "cease fire", "Suez Canal", "national interest")
    ],
    "boolean": [{"query": f"({a} OR {b}) NOT {c}"} for a, b, c in zip(WORDS, WORDS[3:], WORDS[6:], strict=False)],
    "prefix": [{"query": f"{word}*"} for word in ("disarm", "negotiat", "sovere", "missil", "econom", "refug")],
    "filter": [
        {"query": word, "date_from": f"19{year}", "date_to": f"19{year + 4}", "kind": "telegram"}
        for word, year in zip(WORDS, range(50, 64), strict=False)
    ],
    "everything": [{"query": ""}, {"query": "", "kind": "telegram"}, {"query": "", "place": "Moscow"}],
    "with notes": [{"query": word, "notes": True, "editor": True} for word in WORDS[:6]],
}  # fmt: skip
ROUNDS = 5
NAMES = {"query": "q", "date_from": "from", "date_to": "to"}


def main() -> None:
    """Print p50, p95 and p99 for each sort of query."""
    data = machine.material(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
        subprocess.run(
            [sys.executable, "-m", "fonds.cli", "--archive", str(archive), "add", "--no-statements", *paths], check=True
        )
        print(f"{sum(map(len, QUERIES.values()))} queries, {ROUNDS} rounds, ten hits each with snippets and counts")
        _in_process(archive)
        _over_http(archive)


def _in_process(path: Path) -> None:
    everything = []
    with fonds.open(path) as archive:
        for sort, queries in QUERIES.items():
            timings = [_timed(lambda query=query: archive.search(**query)) for _ in range(ROUNDS) for query in queries]
            everything += timings
            print(f"in-process, {sort}: {machine.spread(timings)}")
    print(f"in-process, all: {machine.spread(everything)}")


def _over_http(path: Path) -> None:
    port = machine.free_port()
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        connection = machine.connected(port)
        timings = []
        for _ in range(ROUNDS):
            for query in (each for queries in QUERIES.values() for each in queries):
                named = {NAMES.get(key, key): int(value) if value is True else value for key, value in query.items()}
                timings.append(_timed(lambda named=named: fetch(connection, urllib.parse.urlencode(named))))
        print(f"over HTTP, all: {machine.spread(timings)}")
    finally:
        server.terminate()
        server.wait()


def fetch(connection: http.client.HTTPConnection, query: str) -> None:
    connection.request("GET", f"/api/search?{query}")
    answer = connection.getresponse()
    answer.read()
    assert answer.status == http.client.OK, answer.status


def _timed(call: Any) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
