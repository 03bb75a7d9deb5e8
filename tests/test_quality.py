"""What holds for every file of the project, and that the tools which hold the rest do bite."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
CODE = sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
CODE += sorted(ROOT.glob("tools/*.py"))
LOCKS = [*sorted(ROOT.glob("requirements*.lock")), ROOT / "package-lock.json"]
HOSTS = re.compile(r"^\s*--(index-url|extra-index-url|find-links|trusted-host)|@ \w+://|\"resolved\":", re.MULTILINE)
MACHINE_PATHS = re.compile(rb"(?<![\w.:/>-])/(work|root|home|Users)/\w")


def long_functions(source: str) -> Iterator[str]:
    """The functions that have more lines than one takes in at a glance."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name}: {lines} lines"


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_and_its_functions_are_short(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") < LONGEST_FILE
    assert list(long_functions(source)) == []


@pytest.mark.parametrize(
    "source",
    ["def long() -> None:\n" + "    pass\n" * 60, "class A:\n    async def long(self):\n" + "        pass\n" * 60],
    ids=["function", "method"],
)
def test_long_function_is_found_out(source: str) -> None:
    assert list(long_functions(source)) == ["long: 61 lines"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_names_no_hosts(lock: Path) -> None:
    assert HOSTS.search(lock.read_text("utf-8")) is None


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--extra-index-url https://packages.example/simple",
        "--find-links https://packages.example/",
        "edtf @ https://packages.example/edtf.whl",
        '      "resolved": "https://packages.example/citeproc.tgz",',
    ],
)
def test_host_in_lock_is_found_out(line: str) -> None:
    assert HOSTS.search(f"lxml==6.1.3 \\\n{line}\n")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout: nothing tells which files are tracked")
def test_tracked_files_name_no_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
    assert [str(path) for path in files if MACHINE_PATHS.search(path.read_bytes())] == []


@pytest.mark.parametrize(
    ("folder", "found"),
    [("work", True), ("root", True), ("home", True), ("Users", True), ("tmp", False), ("works", False)],
)
def test_machine_path_is_found_out(folder: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(MACHINE_PATHS.search(f'path = "/{folder}/fonds"'.encode())) is found


def ran(*arguments: str, source: str | None = None) -> str:
    """What one of the tools prints, run as `make check` runs it."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False).stdout


LINTED = [
    ("print(1)\n", "T201"),
    ("import os\n", "F401"),
    ("from .record import Record\n", "TID252"),
    ("try:\n    f()\nexcept Exception:\n    pass\n", "BLE001"),
    ("def f(a, b, c, d, e, g, h):\n    return a\n", "PLR0913"),
    ("def f(loud: bool) -> None: ...\n", "FBT001"),
    ("def f(a):\n" + "".join(f"    if a == {n}:\n        a += 1\n" for n in range(11)), "C901"),
    ("import subprocess\n\nsubprocess.run('ls', shell=True)\n", "S602"),
    ("from datetime import datetime\n\ndatetime.now()\n", "DTZ005"),
    ("query = 'SELECT * FROM record WHERE id = ' + name\n", "S608"),
]


@cache
def lint(source: str) -> str:
    """What the linter says of a module of the package."""
    return ran("ruff", "check", "--output-format=concise", "--stdin-filename=src/fonds/attic.py", "-", source=source)


@pytest.mark.parametrize(("source", "rule"), LINTED, ids=[row[1] for row in LINTED])
def test_linter_bites(source: str, rule: str) -> None:
    assert f" {rule} " in lint(source)


def test_formatter_bites() -> None:
    assert '+x = "a"' in ran("ruff", "format", "--diff", "--stdin-filename=src/fonds/attic.py", "-", source="x = 'a'\n")


UNTYPED = """
def no_types(a, b):
    return a
def wrong_return() -> int:
    return "one"
def bare(names: list) -> None: ...
def lost(name: str | None) -> str:
    return name.upper()
wrong: int = lost(None)  # type: ignore
"""


def test_type_checker_bites(tmp_path: Path) -> None:
    module = tmp_path / "attic.py"
    module.write_text(UNTYPED, "utf-8")
    said = ran("mypy", f"--config-file={ROOT / 'pyproject.toml'}", f"--cache-dir={tmp_path / 'cache'}", str(module))
    codes = set(re.findall(r"error: .*\[([a-z-]+)\]$", said, flags=re.MULTILINE))
    assert codes == {"no-untyped-def", "return-value", "type-arg", "union-attr", "ignore-without-code"}
