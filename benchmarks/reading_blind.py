"""How fast bare documents are read: every fifth document of the volumes as plain text, in one process.

Documents are made from the volumes as the reader of TEI gives them, written as plain text with their notes, and read
again with each volume's list of names and without any.
"""

from __future__ import annotations

import csv
import re
import tempfile
import time
from pathlib import Path

import machine
from fonds.accession.reading import read_sources
from fonds.accession.walk import Refusal, find_sources
from fonds.record import Record, decode_record

EVERY = 5
_NAMES = re.compile(r"<persName[^>]*xml:id=\"([^\"]+)\"[^>]*>(.*?)</persName>(.*?)</item>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def main() -> None:
    """Print documents per second of processor time, with lists of names and without."""
    data = machine.material(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        documents = sum(_lay_out(volume, Path(folder)) for volume in sorted((data / "frus" / "volumes").glob("*.xml")))
        print(f"documents: {documents}")
        for lists in (True, False):
            if not lists:
                for file in Path(folder).rglob("people.csv"):
                    file.unlink()
            seconds, read = _read(Path(folder))
            print(f"{'with' if lists else 'without'} lists of names: {read / seconds:.0f} documents/s per core")


def _lay_out(volume: Path, folder: Path) -> int:
    """Write every fifth document of a volume as plain text, and its list of names beside them."""
    here = folder / volume.stem
    here.mkdir()
    lines = [line for line in read_sources(find_sources([volume]).sources) if not isinstance(line, Refusal)]
    chosen = [decode_record(line) for line in lines[::EVERY]]
    for number, record in enumerate(chosen):
        (here / f"d{number}.txt").write_text(_plain(record), "utf-8")
    rows = [[_words(part) for part in name] for name in _NAMES.findall(volume.read_text("utf-8"))]
    with (here / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "name", "description"], *rows])
    return len(chosen)


def _plain(record: Record) -> str:
    text = record.texts[0]
    notes = "\n".join(f"[{note.number or ''}] {note.text}" for note in text.notes)
    return f"{text.content}\n\n{notes}\n"


def _words(markup: str) -> str:
    return " ".join(_TAG.sub("", markup).split()).strip(" ,")


def _read(folder: Path) -> tuple[float, int]:
    start = time.process_time()
    read = sum(not isinstance(line, Refusal) for line in read_sources(find_sources([folder]).sources))
    return time.process_time() - start, read


if __name__ == "__main__":
    main()
