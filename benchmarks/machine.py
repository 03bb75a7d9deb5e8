"""What every benchmark prints first: on what machine, over what data."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import fonds
from fonds.archive import Archive

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def material(about: str | None) -> Path:
    """The folder of the real material (`--data`); prints the machine and the data."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=DATA)
    data: Path = parser.parse_args().data
    volumes = sorted((data / "frus" / "volumes").glob("*.xml"))
    size = sum(volume.stat().st_size for volume in volumes) / 1e6
    print(f"machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    print(f"data: {len(volumes)} volumes, {size:.0f} MB")
    return data


@contextmanager
def volumes(about: str | None) -> Iterator[Archive]:
    """An archive of the volumes: the one that `--archive` names, or else one made of those below `--data`."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--archive", type=Path, help="an archive of the data that is there already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.archive or Path(folder) / "archive"
        if not options.archive:
            add(path, [str(options.data / "frus" / "volumes")])
        with fonds.open(path) as archive:
            yield archive


def spread(milliseconds: list[float]) -> str:
    """The median and the slow ends of many timings."""
    ordered = sorted(milliseconds)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
    return f"p50 {at[0]:.2f} ms, p95 {at[1]:.2f} ms, p99 {at[2]:.2f} ms ({len(ordered)} timings)"


def add(archive: Path, paths: list[str]) -> tuple[float, float, dict[str, Any]]:
    """Take in by the command, but for statements: seconds, peak memory of all processes in MB, what it says it did."""
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(archive), "add", "--no-statements", *paths, "--json"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(0.05)
    assert process.stdout is not None
    return time.perf_counter() - start, peak, json.loads(process.stdout.read())


def _memory(pid: int) -> float:
    """Proportional memory of a process and its children, in MB; shared pages are counted once."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    return sum(_own_memory(int(each)) for each in [str(pid), *children])


def _own_memory(pid: int) -> float:
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
    except OSError:
        return 0.0
    kilobytes = [line.split()[1] for line in rolled.splitlines() if line.startswith("Pss:")]
    return int(kilobytes[0]) / 1000 if kilobytes else 0.0


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def connected(port: int) -> http.client.HTTPConnection:
    """A connection to the reading room at this port of the machine, once it has opened."""
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.connect()
        except OSError:
            time.sleep(0.1)
        else:
            return connection
    raise TimeoutError("the reading room did not open")
