"""What every error must tell: the thing, what was seen of it, and the next step."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from fonds import errors
from fonds.errors import FondsError

SOURCES = Path(__file__).parent.parent / "src" / "fonds"
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, FondsError)}
TOLD = ("seen", "next_step")


def untold(source: str) -> Iterator[str]:
    """The errors that a module makes and what each leaves out; one that hands on the parts of another names them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
            given = {keyword.arg for keyword in node.keywords}
            yield from (f"{node.func.id} in line {node.lineno} without {each}" for each in TOLD if each not in given)


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES)))
def test_errors_say_what_was_seen_and_what_can_be_done(path: Path) -> None:
    assert list(untold(path.read_text("utf-8"))) == []


def test_what_an_error_leaves_out_is_found() -> None:
    assert list(untold('raise UsageError("style", seen=style)')) == ["UsageError in line 1 without next_step"]
    assert list(untold('raise QueryError("x", wanted="y", next_step="Go.")')) == ["QueryError in line 1 without seen"]
    assert list(untold('raise ValueError("x")')) == []
