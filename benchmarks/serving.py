"""Every kind of page over all volumes, from one worker: how long it takes alone and among others, and how large it is.

Each page is asked for over HTTP, as browsers do, with compression; `bytes` is what travels. Answers are kept in memory
until the archive changes: "anew" asks each time for an address that was not asked for before, so that each is worked
out; "again" asks for the same ones. Scripts are counted as they travel too, before any figure is opened.
"""

from __future__ import annotations

import gzip
import http.client
import itertools
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import machine

PAGES = {
    "home": ["/"],
    "search": [f"/search?q={word}" for word in ("missiles", "treaty", "wheat", "Berlin", "blockade", "refugees")],
    "document": [f"/documents/frus1961-63v06/d{number}" for number in range(20, 80)],
    "collection": ["/collections/frus1961-63v06"],
    "person": [f"/people/frus1961-63v06/{each}" for each in ("p_KNS2", "p_KJF2", "p_RDD2")],
    "people": [f"/people?q={name}" for name in ("", "khrushchev", "rusk", "nitze")],
    "places": [f"/places?from={year}&to={year}" for year in range(1955, 1968)],
    "statements": ["/said", "/said?about=treaty"],
    "chronology": [f"/chronology?from=1962-10-{day}&to=1962-10-{day + 1}" for day in range(14, 30)],
    "matrix": [f"/correspondence?from={year}&to={year}" for year in range(1955, 1968)],
    "network": [f"/correspondence?view=network&from={year}&to={year}" for year in range(1955, 1968)],
}
CLIENTS = 16
SECONDS = 3.0


def main() -> None:
    """Print p50, p95 and p99 for each kind of page, alone and with 16 clients, and its bytes."""
    data = machine.material(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        archive = str(Path(folder) / "archive")
        command = [sys.executable, "-m", "fonds.cli", "--archive", archive]
        paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
        subprocess.run([*command, "add", "--no-statements", *paths], check=True)
        port = _free_port()
        server = subprocess.Popen([*command, "serve", "--port", str(port)], stderr=subprocess.DEVNULL)
        try:
            _opened(port)
            measure(port)
        finally:
            server.terminate()
            server.wait()


def measure(port: int) -> None:
    """Measure a reading room that is open at this port."""
    for kind, addresses in PAGES.items():
        found = [each for each in addresses if _fetch(_connection(port), each)[0] == http.client.OK]
        alone, size = _timings(port, found, anew=True)
        print(f"{kind}, alone, anew: {machine.spread(alone)}; {size:,} bytes")
        print(f"{kind}, {CLIENTS} clients, anew: {machine.spread(_crowd(port, found, anew=True))}")
        print(f"{kind}, {CLIENTS} clients, again: {machine.spread(_crowd(port, found, anew=False))}")
    print(f"scripts of a document page: {_scripts(port):,} bytes")


ASKED = itertools.count()


def _anew(address: str) -> str:
    """An address of the same page that nobody asked for before."""
    return f"{address}{'&' if '?' in address else '?'}time={next(ASKED)}"


def _timings(port: int, addresses: list[str], *, anew: bool) -> tuple[list[float], int]:
    connection, timings, sizes = _connection(port), [], []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        for address in addresses:
            start = time.perf_counter()
            _, content = _fetch(connection, _anew(address) if anew else address)
            timings.append((time.perf_counter() - start) * 1000)
            sizes.append(len(content))
    return timings, sum(sizes) // len(sizes)


def _crowd(port: int, addresses: list[str], *, anew: bool) -> list[float]:
    timings: list[float] = []

    def ask() -> None:
        timings.extend(_timings(port, addresses, anew=anew)[0])

    clients = [threading.Thread(target=ask) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return timings


def _scripts(port: int) -> int:
    """Bytes of the scripts that a document page loads, and of those that they import."""
    page = _plain(_fetch(_connection(port), PAGES["document"][0])[1])
    waiting, sizes = re.findall(r'src="(/static/[^"]+\.js)"', page), {}
    while waiting:
        address = waiting.pop()
        if address not in sizes:
            content = _fetch(_connection(port), address)[1]
            sizes[address] = len(content)
            folder = address.rpartition("/")[0]
            waiting += [
                f"{folder}/{name}" for name in re.findall(r'^import "\./([^"]+)"', _plain(content), re.MULTILINE)
            ]
    return sum(sizes.values())


def _plain(content: bytes) -> str:
    return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()


def _fetch(connection: http.client.HTTPConnection, address: str) -> tuple[int, bytes]:
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def _connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)


def _opened(port: int) -> None:
    for _ in range(300):
        try:
            _fetch(_connection(port), "/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the reading room did not open")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
