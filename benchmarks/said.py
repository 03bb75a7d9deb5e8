"""Statements: the second pass over all volumes, and questions about who said what, in-process and over HTTP."""

from __future__ import annotations

import http.client
import resource
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import fonds
import fonds.archive
import machine

NAMES = ["Khrushchev", "Fidel Castro", "the President", "Rusk", "Adenauer", "Sukarno", "Soviet Government", "Nasser"]
TOPICS = [
    "missiles",
    "Berlin",
    "wheat",
    '"nuclear tests"',
    "aid OR loan",
    "withdraw*",
    "Laos NOT troops",
    "peace treaty",
]
QUESTIONS: dict[str, list[dict[str, Any]]] = {
    "by a name": [{"by": name} for name in NAMES],
    "to a name": [{"to": name} for name in NAMES],
    "through a name": [{"through": name} for name in NAMES],
    "about": [{"about": topic} for topic in TOPICS],
    "by and about": [{"by": name, "about": topic} for name, topic in zip(NAMES, TOPICS, strict=True)],
    "attitude": [{"attitude": attitude} for attitude in ("say", "ask", "direct", "commit", "think", "feel")],
    "firsthand": [{"by": name, "firsthand": True} for name in NAMES[:4]],
    "dates": [{"about": topic, "date_from": "1961", "date_to": "1962-06"} for topic in TOPICS[:4]],
    "everything": [{}],
}
ROUNDS = 5
OVER_HTTP = {"date_from": "since", "date_to": "until"}


def main() -> None:
    """Print what the pass costs, and p50, p95 and p99 of each sort of question."""
    data = machine.material(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
        command = [sys.executable, "-m", "fonds.cli", "--archive", str(archive), "add", "--no-statements", *paths]
        taking_in = _seconds(lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL))
        print(f"taking in: {taking_in:.1f} s")
        _second_pass(archive, taking_in)
        ask_in_process(archive)
        ask_over_http(archive)


def _second_pass(path: Path, taking_in: float) -> None:
    before = _processor_seconds()
    start = time.perf_counter()
    with fonds.archive.open(path, writable=True) as archive:
        done = archive.statements.attribute()
    seconds, processor = time.perf_counter() - start, _processor_seconds() - before
    print(f"second pass: {done.records} records, {done.words} words, {done.statements} statements in {seconds:.0f} s")
    print(f"records at which the engine failed: {len(done.failed)} {' '.join(done.failed[:9])}")
    print(f"{done.words / seconds:.0f} words/s; {done.words / processor:.0f} words for each second of a core")
    print(f"taking in with statements: {(taking_in + seconds) / 60:.1f} minutes")


def ask_in_process(path: Path) -> None:
    """Print timings of questions to an open archive."""
    everything = []
    with fonds.open(path) as archive:
        print(f"{archive.said(limit=0).total} statements; {_number()} questions, {ROUNDS} rounds, 20 statements each")
        for sort, questions in QUESTIONS.items():
            timings = [_timed(partial(archive.said, **asked)) for _ in range(ROUNDS) for asked in questions]
            everything += timings
            print(f"in-process, {sort}: {machine.spread(timings)}")
    print(f"in-process, all: {machine.spread(everything)}")


def ask_over_http(path: Path) -> None:
    """Print timings of the same questions to the reading room."""
    port = machine.free_port()
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            connection = machine.connected(port)
            asked = [each for _ in range(ROUNDS) for questions in QUESTIONS.values() for each in questions]
            timings = [_timed(partial(_fetch, connection, each)) for each in asked]
            print(f"over HTTP, all: {machine.spread(timings)}")
        finally:
            server.terminate()


def _fetch(connection: http.client.HTTPConnection, asked: dict[str, Any]) -> None:
    named = {OVER_HTTP.get(name, name): value for name, value in asked.items()}
    connection.request("GET", f"/api/said?{urllib.parse.urlencode(named)}")
    answer = connection.getresponse()
    answer.read()
    assert answer.status == http.client.OK, answer.status


def _number() -> int:
    return sum(map(len, QUESTIONS.values()))


def _processor_seconds() -> float:
    """Of this process and of those that it started and that have ended."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _timed(call: Callable[[], object]) -> float:
    return _seconds(call) * 1000


if __name__ == "__main__":
    main()
