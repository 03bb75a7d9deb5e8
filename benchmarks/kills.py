"""Taking in is killed at random moments and started again: the result equals an undisturbed run, record for record."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import fonds
import machine
from fonds.record import encode_record

KILLS = 30
SEED = 1962


def main() -> None:
    """Kill, go on, compare; print whether all are equal."""
    data = machine.material(__doc__)
    paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
    moments = random.Random(SEED)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "undisturbed"
        start = time.perf_counter()
        subprocess.run(_command(undisturbed, paths), check=True, stderr=subprocess.DEVNULL)
        whole = time.perf_counter() - start
        killed = Path(folder) / "killed"
        kills = 0
        for _ in range(KILLS):
            process = subprocess.Popen(_command(killed, paths), stderr=subprocess.DEVNULL)
            try:
                process.wait(moments.uniform(0.2, whole / 3))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
        subprocess.run(_command(killed, paths), check=True, stderr=subprocess.DEVNULL)
        same = _digest(undisturbed) == _digest(killed)
        print(f"{kills} kills in {KILLS} runs; equal to an undisturbed run, record for record and in search: {same}")
    sys.exit(not same)


def _command(archive: Path, paths: list[str]) -> list[str]:
    return [sys.executable, "-m", "fonds.cli", "--archive", str(archive), "add", *paths]


def _digest(path: Path) -> tuple[str, int, int]:
    digest = hashlib.sha256()
    with fonds.open(path) as archive:
        for record in archive.records():
            digest.update(encode_record(record))
        return digest.hexdigest(), archive.search("").total, archive.search("treaty").total


if __name__ == "__main__":
    main()
