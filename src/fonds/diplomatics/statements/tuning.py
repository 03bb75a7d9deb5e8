"""What the parser learnt beyond the model that is installed: how its weights differ, tuned to diplomatic papers.

`tools/tune_parser.py` writes them: whole numbers of five bits, with a scale for each row. Scores are the same as with
whole weights, and the file is a sixth as large.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module, resources
from typing import Any

LARGEST = 15
"""The largest whole number that tells how a weight differs, in shares of the largest difference in its row."""
_FILE = "tuning.npz"
_SCALE = ":scale"


def weights(language: Any) -> dict[str, Any]:
    """The weights of a language's components by name, in arrays of their own."""
    return {name: node.get_param(param).copy() for name, node, param in _named(language)}


def apply(language: Any) -> None:
    """Add to the weights of a language what was learnt beyond them."""
    numpy = import_module("numpy")
    file = resources.files(__package__).joinpath(_FILE)
    with file.open("rb") as opened, numpy.load(opened, allow_pickle=False) as learnt:
        for name, node, param in _named(language):
            if name in learnt:
                change = learnt[name] * learnt[name + _SCALE].astype("float32")
                node.set_param(param, node.get_param(param) + change)


def write(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Write how weights differ to the package, where `apply` finds it."""
    numpy = import_module("numpy")
    parts: dict[str, Any] = {}
    for name, old in before.items():
        change = after[name] - old
        scale = numpy.abs(change).max(axis=-1, keepdims=True) / LARGEST
        if scale.any():
            parts[name] = numpy.rint(change / numpy.where(scale, scale, 1)).astype("int8")
            parts[name + _SCALE] = scale.astype("float16")
    with resources.as_file(resources.files(__package__)) as folder:
        numpy.savez_compressed(folder / _FILE, **parts)


def _named(language: Any) -> Iterator[tuple[str, Any, str]]:
    """The weights with their names: the component, the place of the layer in it, the layer's own name for them."""
    for component, pipe in language.pipeline:
        for at, node in enumerate(pipe.model.walk()):
            params = (param for param in node.param_names if node.has_param(param))
            yield from ((f"{component}.{at}.{param}", node, param) for param in params)
