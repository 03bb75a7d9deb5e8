"""The house rules that hold between rooms: arrows point downwards, no module needs itself, and only the command line
prints, exits or parses arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "fonds"
ROOMS = (
    "cli", "reading_room", "dissemination", "archive", "relations", "accession", "diplomatics", "catalogue",
    "authority", "discovery", "citation", "dates", "record", "processes", "errors",
)  # fmt: skip
DOOR = "__init__"
"""`fonds` itself: what it offers is the front desk's, so that is what importing from it comes to."""
EXITS = {"print", "input", "exit", "quit", "SystemExit", "sys.exit"}
FOR_THE_COMMAND_LINE = {"argparse", "cyclopts", "rich"}


def room_of(path: Path) -> str:
    """The room that a module below the package is of."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Everything that a module imports, dotted, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def imported(tree: ast.AST) -> Iterator[str]:
    """The rooms that a module imports from."""
    yield from (_room(name) for name in imported_names(tree) if name.split(".")[0] in {"fonds", ""})


def _room(name: str) -> str:
    if name in {"fonds", "fonds.open", "fonds.*"}:
        return "archive"
    return name.split(".")[1] or "relative import"


def exits(tree: ast.AST) -> Iterator[str]:
    """Whatever in a module prints or ends the process."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in EXITS:
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module == "sys":
            yield from (name.name for name in node.names if f"{node.module}.{name.name}" in EXITS)


def complaints(room: str, source: str) -> list[str]:
    """What a module of a room does that it must not do."""
    tree = ast.parse(source)
    below = ROOMS[ROOMS.index(room) :] if room in ROOMS else ("archive",) if room == DOOR else ()
    found = [] if below else [f"{room} is no room"]
    found += [f"imports {name}" for name in imported(tree) if name not in below and name != "__version__"]
    if room == "cli":
        return found
    used = [*exits(tree), *sorted({name.split(".")[0] for name in imported_names(tree)} & FOR_THE_COMMAND_LINE)]
    return found + [f"uses {name}" for name in used]


def cycle(modules: dict[str, str]) -> list[str]:
    """Modules (name to source) of which each imports the one before it, and the first the last; empty without such."""
    needs = {
        name: {_module(imported_name, modules) for imported_name in imported_names(ast.parse(source))} - {None}
        for name, source in modules.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _module(name: str, modules: dict[str, str]) -> str | None:
    """The module that an imported name is of, or is; None where it is not ours."""
    parts = name.split(".")
    return next((found for end in (len(parts), len(parts) - 1) if (found := ".".join(parts[:end])) in modules), None)


def module_name(path: Path) -> str:
    """The name under which a file of the package is imported."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_no_module_needs_itself() -> None:
    assert cycle({module_name(path): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}) == []


CYCLES = [
    {"fonds.a": "import fonds.a"},
    {"fonds.a": "from fonds import b", "fonds.b": "from fonds.a import x"},
    {"fonds.a": "import fonds.b.c", "fonds.b.c": "def late():\n    from fonds.d import x", "fonds.d": "import fonds.a"},
    {"fonds.a": "from fonds.a.b import x", "fonds.a.b": "from fonds.a import x"},
]


@pytest.mark.parametrize("modules", CYCLES, ids=["itself", "two", "three", "package and part"])
def test_cycle_is_found_out(modules: dict[str, str]) -> None:
    assert set(cycle(modules)) == modules.keys()


def test_modules_side_by_side_are_no_cycle() -> None:
    apart = {"fonds.a": "from fonds.a.b import x", "fonds.a.b": "import json\nfrom fonds.a.c import y", "fonds.a.c": ""}
    assert cycle(apart) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_keeps_to_its_room(path: Path) -> None:
    assert complaints(room_of(path), path.read_text("utf-8")) == []


BAD = [
    ("record", "from fonds.dates import day", "imports dates"),
    ("record", "import fonds.catalogue.entry", "imports catalogue"),
    ("citation", "from fonds import discovery", "imports discovery"),
    ("citation", "from fonds import open", "imports archive"),
    ("citation", "import fonds", "imports archive"),
    ("catalogue", "def late():\n    from fonds.accession import walk", "imports accession"),
    ("catalogue", "if TYPE_CHECKING:\n    from fonds.archive import Archive", "imports archive"),
    ("archive", "from fonds.reading_room.app import application", "imports reading_room"),
    ("dissemination", "from fonds.cli import context", "imports cli"),
    ("accession", "from . import walk", "imports relative import"),
    ("cli", "from fonds.attic import chest", "imports attic"),
    ("attic", "", "attic is no room"),
    (DOOR, "from fonds.catalogue import Catalogue", "imports catalogue"),
    ("archive", "print(1)", "uses print"),
    ("archive", "import sys\nsys.exit(1)", "uses sys.exit"),
    ("archive", "from sys import exit", "uses exit"),
    ("archive", "raise SystemExit(1)", "uses SystemExit"),
    ("archive", "from cyclopts import App", "uses cyclopts"),
    ("accession", "import rich.progress", "uses rich"),
]


@pytest.mark.parametrize(("room", "source", "complaint"), BAD, ids=[f"{row[0]} {row[2]}" for row in BAD])
def test_wrong_module_is_found_out(room: str, source: str, complaint: str) -> None:
    assert complaints(room, source) == [complaint]


GOOD = [
    ("cli", "from fonds import __version__\nprint(__version__)"),
    ("cli", "from fonds.errors import FondsError"),
    ("catalogue", "from fonds.catalogue.entry import Entry"),
    ("errors", "import json\nfrom pathlib import Path"),
    (DOOR, "from fonds.archive import Archive"),
]


@pytest.mark.parametrize(("room", "source"), GOOD, ids=[row[1] for row in GOOD])
def test_right_module_passes(room: str, source: str) -> None:
    assert complaints(room, source) == []
