"""Taking in is killed at random moments and started again: the result equals an undisturbed run, record for record."""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

import fonds
import machine
from fonds.record import encode_record

KILLS = 30
SEED = 1962
QUERIES = ("", "treaty", '"good offices"', "kind:telegram", "missile*")
"""What the indexes are asked, with every count by kind, decade and place of the answers."""


def main() -> None:
    """Kill until `KILLS` kills have hit a running taking-in, go on each time, compare every archive that was ended."""
    data = machine.material(__doc__)
    paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "undisturbed"
        start = time.perf_counter()
        subprocess.run(_command(undisturbed, paths), check=True, stderr=subprocess.DEVNULL)
        whole = time.perf_counter() - start
        print(f"undisturbed: {whole:.1f} s")
        wanted = _fingerprint(undisturbed)
        archives = list(_killed(Path(folder) / "killed", paths, whole))
    equal = sum(found == wanted for found, _ in archives)
    print(f"{KILLS} kills hit a running taking-in; records held at each: {[held for _, at in archives for held in at]}")
    print(f"{equal} of {len(archives)} archives equal to the undisturbed one, record for record and in search")
    sys.exit(equal != len(archives))


def _killed(archive: Path, paths: list[str], whole: float) -> Iterator[tuple[str, list[int]]]:
    """Fingerprints of archives whose taking-in was killed, with how many records each held after each kill.

    A run that comes to its end before its moment ends its archive; the next one starts from nothing. The last archive
    is ended by the same command, undisturbed.
    """
    moments = random.Random(SEED)
    kills = 0
    while kills < KILLS:
        shutil.rmtree(archive, ignore_errors=True)
        held = []
        while kills < KILLS and _kill(_command(archive, paths), moments.uniform(0.1, whole)):
            kills += 1
            held.append(_held(archive))
        subprocess.run(_command(archive, paths), check=True, stderr=subprocess.DEVNULL)
        yield _fingerprint(archive), held


def _kill(command: list[str], moment: float) -> bool:
    """Run the command, and kill it after `moment` seconds; whether it was still running."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def _command(archive: Path, paths: list[str]) -> list[str]:
    return [sys.executable, "-m", "fonds.cli", "--archive", str(archive), "add", "--no-statements", *paths]


def _held(path: Path) -> int:
    """The records of an archive whose taking-in was killed; 0 where it had not been laid out yet."""
    try:
        with fonds.open(path) as archive:
            return archive.statistics().records
    except fonds.errors.FondsError:
        return 0


def _fingerprint(path: Path) -> str:
    """Every record to the byte, every original, and what the index answers."""
    digest = hashlib.sha256()
    with fonds.open(path) as archive:
        for record in archive.records():
            digest.update(encode_record(record))
            digest.update(str(archive.original(record.id).stat().st_size).encode())
        for query in QUERIES:
            answer = archive.search(query, limit=0)
            digest.update(msgspec.json.encode((answer.total, answer.counts), order="deterministic"))
    return digest.hexdigest()


if __name__ == "__main__":
    main()
