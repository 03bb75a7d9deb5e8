"""How sure statements are: fits the weights of `confidence.toml` to hand-marked documents, and tells how true they are.

The weights are fitted to the papers and articles of other readers that may be looked at, not to those with which the
rules were begun, which flatter them. How often a whole chain is right, by its confidence, is printed for unseen ones.
`confidence.py --write` keeps the weights.
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
from fonds.record import Record
from statements import PRESS, Guess, built_in, chains_agree, marked, pairs

WEIGHTS = Path(judging.__file__).with_suffix(".toml")
Instance = tuple[frozenset[str], bool]
"""The traits of a statement, and whether its whole chain is right."""
STEPS = 30
RIDGE = 3.0
"""How strongly weights are drawn to nothing."""
LEAST = 5
"""A trait that fewer statements have gets no weight."""
HEAD = """# Weights of traits of statements, by benchmarks/confidence.py --write: how likely a whole chain is right.

[weights]
"""


def instances(data: Path, parts: list[str], press: str) -> list[Instance]:
    """The statements found in parts of the marked papers and one of the articles."""
    with tempfile.TemporaryDirectory() as folder:
        papers.write(Path(folder), data, parts)
        places = (Path(folder), PRESS / press)
        return [one for place in places for record, gold in marked(place) for one in _judged(record, gold)]


def _judged(record: Record, gold: list[Guess]) -> Iterator[Instance]:
    kept: list[frozenset[str]] = []
    with patch.object(discourse, "confidence", partial(_numbered, kept)):
        found = list(built_in(record))
    good = {f for g, f in pairs(gold, found) if chains_agree(g, f)}
    yield from ((kept[int(one.confidence)], one in good) for one in found)


def _numbered(kept: list[frozenset[str]], traits: Iterator[str]) -> float:
    """Keeps the traits of a statement, and gives it for its confidence the place where they are kept."""
    kept.append(frozenset(traits))
    return float(len(kept) - 1)


def fitted(rows: list[Instance]) -> dict[str, float]:
    """Weights of logistic regression with a ridge, by Newton's method."""
    counts = Counter(trait for traits, _ in rows for trait in traits)
    names = sorted(trait for trait, count in counts.items() if count >= LEAST)
    matrix = np.array([[name in traits for name in names] for traits, _ in rows], dtype=float)
    right = np.array([good for _, good in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - right) + RIDGE * weights
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--data", type=Path, default=machine.DATA)
    options = parser.parse_args()
    seen = instances(options.data, ["looked-at", "later"], "by-others")
    unseen = instances(options.data, ["unseen"], "unseen")
    weights = fitted(seen)
    table: dict[int, list[bool]] = defaultdict(list)
    for traits, good in unseen:
        table[int(10 / (1 + np.exp(-sum(weights.get(trait, 0.0) for trait in traits))))].append(good)
    print(f"fitted to {len(seen)} statements; of {len(unseen)} others:")
    for tenth, goods in sorted(table.items(), reverse=True):
        print(f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: right {sum(goods) / len(goods):.2f} of {len(goods)}")
    if options.write:
        lines = (f"{json.dumps(name)} = {weight}\n" for name, weight in weights.items())
        WEIGHTS.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
