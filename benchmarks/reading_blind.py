"""Bare documents read as their editors did: agreement by half, decade and kind, what is wrong, and how fast it goes.

Every fifth document of the volumes is stripped of its editors' marking by the scorers' own program (`blind.py` in the
folder `score` beside the data), read with `fonds read`, and compared with what the editors marked. The volumes, by
name, are of two halves in turn: rules were tuned on the first, third, … of them, the others are held out.
"""

from __future__ import annotations

import importlib.util
import json
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

import machine

EVERY = 5
FIELDS = ("date", "time", "place", "kind", "from", "to", "number", "classification")
_POINTER = re.compile(r"#(d\d+)(?:fn\d+)?$")
_LEAST = 20
"""Documents of a kind that are worth a line."""

Gold = dict[str, Any]
Read = dict[str, Any]


def main() -> None:
    """Print how well and how fast bare documents are read."""
    data = machine.material(__doc__)
    score = data.parent / "score"
    volumes = sorted((data / "frus" / "volumes").glob("*.xml"))
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        _run([sys.executable, str(score / "blind.py"), name, *map(str, volumes), "--every", str(EVERY)])
        gold = [json.loads(line) for line in (out / "gold.jsonl").read_text("utf-8").splitlines()]
        scorer = _module(score / "score_reading.py")
        read = _read_with(out / "docs", scorer, len(gold), "with lists of names")
        for people in (out / "docs").rglob("people.csv"):
            people.unlink()
        _read_with(out / "docs", scorer, len(gold), "without lists of names")
    pointers = _pointers(volumes, _module(score / "blind.py"))
    tuned = {volume.stem for volume in volumes[::2]}
    _print("half", gold, read, scorer, lambda one: "tuned on" if _volume(one) in tuned else "held out")
    _print_notes(gold, read, pointers, tuned)
    _print("decade", gold, read, scorer, lambda one: f"{one['date'][:3]}0s" if one["date"] else "undated")
    _print("kind", gold, read, scorer, lambda one: one["kind"] or "no kind named")
    _print_errors(gold, read)


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read_with(docs: Path, scorer: ModuleType, documents: int, how: str) -> dict[str, Read]:
    """What `fonds read` makes of the documents, by their names; prints its speed in seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = _run([sys.executable, "-m", "fonds.cli", "read", str(docs), "--no-statements", "--jsonl"])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{how}: {documents} documents, {seconds:.1f} s of processor time, {documents / seconds:.0f} a second and core"
    )
    records = map(json.loads, lines.splitlines())
    return {scorer.key(record): scorer.fields(record) for record in records}


def _volume(one: Gold) -> str:
    return str(one["id"]).partition("/")[0]


def _print(
    what: str, gold: list[Gold], read: dict[str, Read], scorer: ModuleType, group_of: Callable[[Gold], str]
) -> None:
    groups: dict[str, list[Gold]] = {}
    for one in gold:
        groups.setdefault(group_of(one), []).append(one)
    print(f"\n| {what} | documents | {' | '.join(FIELDS)} | people F1 (precision, recall) | references F1 |")
    print("|" + "---|" * (len(FIELDS) + 4))
    for name, some in sorted(groups.items()):
        if len(some) >= _LEAST:
            shares = " | ".join(_share(some, read, scorer, field) for field in FIELDS)
            people = _f1((Counter(i for _, i in one["people"]), Counter(_got(read, one)["people"])) for one in some)
            cited = _f1((set(one["references"]), set(_got(read, one)["references"])) for one in some)
            print(f"| {name} | {len(some)} | {shares} | {people} | {cited.partition(' ')[0]} |")


def _got(read: dict[str, Read], one: Gold) -> Read:
    """What was read of a document; nobody and nothing where its editors marked nobody."""
    got = read.get(one["id"], {"people": [], "references": []})
    return got if one["people"] else got | {"people": []}


def _share(gold: list[Gold], read: dict[str, Read], scorer: ModuleType, field: str) -> str:
    some = [one for one in gold if one[field]]
    right = sum(one["id"] in read and scorer.agrees(field, one[field], read[one["id"]][field]) for one in some)
    return f"{right / len(some):.3f}" if some else "–"


def _f1(pairs: Iterable[tuple[Any, Any]]) -> str:
    hit = have = want = 0
    for marked, found in pairs:
        right = Counter(marked) & Counter(found)
        hit, have, want = hit + right.total(), have + Counter(found).total(), want + Counter(marked).total()
    if not have or not want:
        return "–"
    precision, recall = hit / have, hit / want
    return f"{2 * precision * recall / max(precision + recall, 1e-9):.3f} ({precision:.3f}, {recall:.3f})"


def _pointers(volumes: list[Path], blind: ModuleType) -> dict[str, set[str]]:
    """The documents that the editors' marks lead to, those to another document's footnote included."""
    found: dict[str, set[str]] = {}
    parser = etree.XMLParser(recover=True, huge_tree=True, collect_ids=False)
    for volume in volumes:
        documents = (
            div for div in etree.parse(str(volume), parser).iter(f"{blind.TEI}div") if div.get("type") == "document"
        )
        for number, div in enumerate(documents):
            if number % EVERY == 0:
                own = div.get(blind.ID)
                marks = (_POINTER.match(ref.get("target") or "") for ref in div.iter(f"{blind.TEI}ref"))
                found[f"{volume.stem}/{own}"] = {mark[1] for mark in marks if mark and mark[1] != own}
    return found


def _print_notes(gold: list[Gold], read: dict[str, Read], pointers: dict[str, set[str]], tuned: set[str]) -> None:
    for half in ("tuned on", "held out"):
        some = [one for one in gold if (_volume(one) in tuned) == (half == "tuned on")]
        score = _f1((pointers[one["id"]], set(_got(read, one)["references"])) for one in some)
        print(f"references F1 with marks of other documents' footnotes counted, {half}: {score}")


def _print_errors(gold: list[Gold], read: dict[str, Read]) -> None:
    kinds = Counter((one["kind"], read[one["id"]]["kind"]) for one in gold if one["kind"] and one["id"] in read)
    wrong = [(pair, count) for pair, count in kinds.most_common() if pair[0] != pair[1]]
    print("\nkinds marked and read: " + "; ".join(f"{marked} as {got}: {count}" for (marked, got), count in wrong))
    extra: Counter[str] = Counter()
    for one in gold:
        marked = Counter(i for _, i in one["people"])
        found: Counter[str] = Counter(_got(read, one)["people"])
        for agent, times in (found - marked).items():
            extra["of somebody marked in the document" if agent in marked else "of somebody not marked in it"] += times
        extra["missed"] += (marked - found).total()
    print("people, too many or missed: " + "; ".join(f"{what}: {count}" for what, count in sorted(extra.items())))


if __name__ == "__main__":
    main()
