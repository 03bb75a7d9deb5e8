"""How sure statements are: fits the weights of `confidence.toml` to hand-marked documents, and tells how true they are.

`confidence.py` prints, for documents each of which was left out when its own statements were judged, the share with the
right whole chain by confidence. `confidence.py --write` also writes the weights fitted to all of them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np

import machine
import papers
from fonds.diplomatics.statements import confidence as judging
from fonds.diplomatics.statements import discourse
from statements import PRESS, built_in, chains_agree, marked, pairs

WEIGHTS = Path(judging.__file__).with_suffix(".toml")
FOLDS = 10
RIDGE = 3.0
"""How strongly weights are drawn to nothing."""
LEAST = 5
"""A trait that fewer statements have gets no weight."""
HEAD = """# Weights of traits of statements, by benchmarks/confidence.py --write: how likely a whole chain is right.

[weights]
"""


def instances(data: Path) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Of each statement that is found in the marked documents: the document, its traits, whether its chain is right."""
    with tempfile.TemporaryDirectory() as folder:
        papers.write(Path(folder), data, ["looked-at", "unseen"])
        for place in (data / "gold", Path(folder), *sorted(path for path in PRESS.iterdir() if path.is_dir())):
            for record, gold in marked(place):
                kept: list[frozenset[str]] = []
                with patch.object(discourse, "confidence", partial(_numbered, kept)):
                    found = list(built_in(record))
                good = {f for g, f in pairs(gold, found) if chains_agree(g.chain, f.chain)}
                yield from ((record.id, kept[int(one.confidence)], one in good) for one in found)


def _numbered(kept: list[frozenset[str]], traits: Iterator[str]) -> float:
    """Keeps the traits of a statement, and gives it for its confidence the place where they are kept."""
    kept.append(frozenset(traits))
    return float(len(kept) - 1)


def fitted(rows: list[tuple[str, frozenset[str], bool]]) -> dict[str, float]:
    """Weights of logistic regression with a ridge, by Newton's method."""
    counts = Counter(trait for _, traits, _ in rows for trait in traits)
    names = sorted(trait for trait, count in counts.items() if count >= LEAST)
    matrix = np.array([[name in traits for name in names] for _, traits, _ in rows], dtype=float)
    right = np.array([good for *_, good in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - right) + RIDGE * weights
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def judged(rows: list[tuple[str, frozenset[str], bool]]) -> Iterator[tuple[float, bool]]:
    """The confidence of each statement by weights fitted to other documents, and whether it is right."""
    documents = sorted({document for document, *_ in rows})
    fold = {document: at % FOLDS for at, document in enumerate(documents)}
    for number in range(FOLDS):
        weights = fitted([row for row in rows if fold[row[0]] != number])
        for document, traits, good in rows:
            if fold[document] == number:
                total = sum(weights.get(trait, 0.0) for trait in traits)
                yield 1 / (1 + np.exp(-total)), good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--data", type=Path, default=machine.DATA)
    options = parser.parse_args()
    rows = list(instances(options.data))
    table: dict[int, list[bool]] = defaultdict(list)
    for sure, good in judged(rows):
        table[min(int(sure * 10), 9)].append(good)
    print(f"{len(rows)} statements of {len({row[0] for row in rows})} documents")
    for tenth, goods in sorted(table.items(), reverse=True):
        print(f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: right {sum(goods) / len(goods):.2f} of {len(goods)}")
    if options.write:
        lines = (f"{json.dumps(name)} = {weight}\n" for name, weight in fitted(rows).items())
        WEIGHTS.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
