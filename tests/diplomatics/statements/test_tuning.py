"""What the parser learnt beyond the model that is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fonds.diplomatics.statements import tuning
from fonds.diplomatics.statements.parser import Parser, language


class Node:
    """A layer with weights, as the model has them."""

    def __init__(self, weights: Any) -> None:
        self.param_names = ("W", "unset")
        self.weights = weights

    def has_param(self, name: str) -> bool:
        return name == "W"

    def get_param(self, _: str) -> Any:
        return self.weights

    def set_param(self, _: str, weights: Any) -> None:
        self.weights = weights


class Pipe:
    """A component of one layer; it is its own model, as nothing else is asked of either."""

    def __init__(self, weights: Any) -> None:
        self.model = self
        self.node = Node(weights)

    def walk(self) -> Iterator[Node]:
        yield self.node


class Pipeline:
    """A language of one component."""

    def __init__(self, weights: Any) -> None:
        self.pipeline = [("parser", Pipe(weights))]


def test_what_is_written_is_applied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tuning, "_FILE", str(tmp_path / "tuning.npz"))
    before = np.zeros((3, 4), "float32")
    change = np.array([[0.3, -0.15, 0.0, 0.01], [0, 0, 0, 0], [-6, 3, 0.4, 0]], "float32")
    tuning.write(tuning.weights(Pipeline(before)), tuning.weights(Pipeline(before + change)))
    found = Pipeline(before)
    tuning.apply(found)
    (weights,) = tuning.weights(found).values()
    step = np.abs(change).max(axis=1, keepdims=True) / tuning.LARGEST
    assert np.all(np.abs(weights - change) <= step / 2 + 1e-3)
    assert np.all(weights[1] == 0)


def test_weights_are_the_models_own_until_they_are_tuned() -> None:
    own, tuned = tuning.weights(language(tuned=False)), tuning.weights(language())
    assert own.keys() == tuned.keys()
    changed = {name.split(".")[0] for name in own if not np.array_equal(own[name], tuned[name])}
    assert changed == {"tok2vec", "tagger", "parser"}


TELEGRAMS = [
    ("All delegations, including Halvern and Orlec, welcome prospect of truce.", "delegations", "welcome"),
    ("I emphasized strongly seriousness of it but said this involved questions.", "this", "involved"),
    ("Rask replied difficulty closing harbour once opened and that it was late.", "difficulty", "opened"),
]


@pytest.mark.parametrize(("sentence", "word", "head"), TELEGRAMS, ids=[row[1] for row in TELEGRAMS])
def test_telegraphic_style_is_learnt(sentence: str, word: str, head: str) -> None:
    def found(model: Any) -> str:
        (tree,) = Parser(model).parse([sentence])
        return tree[next(one.head for one in tree if one.lower == word)].lower

    assert found(language()) == head
    assert found(language(tuned=False)) != head
