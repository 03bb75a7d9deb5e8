"""Papers of the volumes whose statements were marked by hand: the marks are here, the words in DATA.

`papers/<part>/<document>.jsonl` holds the digest of a document's text in its first line, and one mark in each line that
follows, as the guidelines in DATA/gold say, without the words of the content. `papers.py FOLDER` writes text and whole
marks side by side, as `../shared/score/score_statements.py` and `fonds read` take them; `papers.py --keep FOLDER PART`
keeps the marks of such a folder here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

import machine

PAPERS = Path(__file__).parent / "papers"
TEI = "{http://www.tei-c.org/ns/1.0}"
IDENTIFIER = "{http://www.w3.org/XML/1998/namespace}id"
BLOCKS = {TEI + name for name in ("p", "head", "item", "dateline", "signed", "salute", "closer", "cell", "label", "l",
                                  "ab", "byline", "opener")}  # fmt: skip
PASSED_OVER = {TEI + "note", TEI + "pb"}


def write(folder: Path, data: Path, parts: Iterable[str]) -> None:
    """Write the marked papers of some parts into a folder: texts as they stand in DATA, and their marks."""
    folder.mkdir(parents=True, exist_ok=True)
    marks = {path.stem: path for part in parts for path in sorted((PAPERS / part).glob("*.jsonl"))}
    for name, text in texts(marks, data):
        head, *lines = map(json.loads, marks[name].read_text("utf-8").splitlines())
        if head["sha256"] != digest(text):
            raise SystemExit(f"{name} reads otherwise in {data} than when it was marked: mark it anew")
        whole = [{**line, "content": text[line["start"] : line["end"]]} for line in lines]
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.jsonl").write_text(_lines(whole), "utf-8")


def keep(folder: Path, part: str) -> None:
    """Keep the marks of a folder, without the words of the contents, as a part of ours."""
    (PAPERS / part).mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.jsonl")):
        head = {"sha256": digest(path.with_suffix(".txt").read_text("utf-8"))}
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        bare = [{key: value for key, value in line.items() if key != "content"} for line in lines]
        (PAPERS / part / path.name).write_text(_lines([head, *bare]), "utf-8")


def texts(names: Iterable[str], data: Path) -> Iterator[tuple[str, str]]:
    """The texts of documents, "frus1961-63v05-d43", read from the volumes: blocks apart by an empty line, no notes."""
    by_volume: dict[str, set[str]] = {}
    for name in names:
        by_volume.setdefault(name.rpartition("-")[0], set()).add(name.rpartition("-")[2])
    parser = etree.XMLParser(
        collect_ids=False, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    for volume, identifiers in sorted(by_volume.items()):
        tree = etree.parse(data / "frus" / "volumes" / f"{volume}.xml", parser)
        for division in tree.iter(TEI + "div"):
            if division.get(IDENTIFIER) in identifiers:
                yield f"{volume}-{division.get(IDENTIFIER)}", _text(division)


def digest(text: str) -> str:
    """By which a text is known to be the one that was marked."""
    return hashlib.sha256(text.encode()).hexdigest()


def _text(division: etree._Element) -> str:
    blocks: list[list[str]] = [[]]
    _take(division, blocks)
    lines = (" ".join("".join(block).split()) for block in blocks)
    return "\n\n".join(line for line in lines if line) + "\n"


def _take(element: etree._Element, blocks: list[list[str]]) -> None:
    """Add the words of an element to the last block; one within it begins anew, and so does what follows that."""
    if element.tag in BLOCKS:
        blocks.append([])
    blocks[-1].append(element.text or "")
    for child in element:
        if child.tag not in PASSED_OVER:
            _take(child, blocks)
        if child.tail:
            if child.tag in BLOCKS:
                blocks.append([])
            blocks[-1].append(child.tail)


def _lines(values: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", nargs="*", default=["looked-at", "later", "unseen"])
    parser.add_argument("--keep", action="store_true", help="keep the marks of the folder instead of writing it")
    parser.add_argument("--data", type=Path, default=machine.DATA)
    options = parser.parse_args()
    if options.keep:
        for part in options.part:
            keep(options.folder, part)
    else:
        write(options.folder, options.data, options.part)


if __name__ == "__main__":
    main()
