"""Taking in all volumes and the specimen, beside parsing alone with lxml in the same run."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from lxml import etree

import machine


def main() -> None:
    """Print time, rate, ratio to parsing alone, peak memory and size on disk."""
    data = machine.material(__doc__)
    parsing = min(_parse_all(data / "frus" / "volumes") for _ in range(2))
    print(f"parsing alone (lxml trees with a walk to text, one process): {parsing:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        paths = [str(data / "frus" / "volumes"), str(data / "record-pages")]
        first, memory, added = machine.add(archive, paths)
        print(f"taking in: {first:.2f} s, {added['records']} records, {added['records'] / first:.0f} records/s")
        print(f"ratio to parsing alone: {first / parsing:.2f}; refused: {len(added['refused'])}")
        print(f"peak memory, all processes together: {memory:.0f} MB")
        again, _, added = machine.add(archive, paths)
        print(f"the same again: {again:.2f} s, {added['unchanged']} files unchanged, {added['records']} records")
        for part in ("originals", "catalogue.sqlite", "index"):
            print(f"{part}: {_size(archive / part):.0f} MB")


def _parse_all(folder: Path) -> float:
    start = time.perf_counter()
    for path in sorted(folder.glob("*.xml")):
        tree = etree.parse(str(path), etree.XMLParser(huge_tree=True, collect_ids=False))
        pieces: list[str] = []
        _walk(tree.getroot(), pieces)
    return time.perf_counter() - start


def _walk(element: etree._Element, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        _walk(child, pieces)
        if child.tail:
            pieces.append(child.tail)


def _size(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


if __name__ == "__main__":
    main()
