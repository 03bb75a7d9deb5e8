"""What tests of several rooms share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import fonds.archive

TESTS = Path(__file__).parent
EXAMPLES = TESTS.parent / "examples" / "the-velmar-strait"
TOGETHER = {
    "parser": ("diplomatics/statements/", "cli/test_said.py", "test_readme.py", "test_examples.py"),
    "styles": ("citation/test_styles.py", "cli/test_cli.py"),
    "browser": ("reading_room/test_accessible.py", "reading_room/test_in_browser.py"),
}
"""What is costly to start -> the tests that start it: one process runs them all, and starts it once."""


def pytest_itemcollected(item: pytest.Item) -> None:
    path = item.path.relative_to(TESTS).as_posix()
    for costly, places in TOGETHER.items():
        if path.startswith(places):
            item.add_marker(pytest.mark.xdist_group(costly))


@pytest.fixture(scope="session", autouse=True)
def one_process() -> Iterator[None]:
    """Commands work in one process where a test asks for no more: here, to start others takes longer than they save."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "cpu_count", lambda: 1)
        yield


@pytest.fixture(scope="session")
def velmar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the examples, to look into or to copy; nobody writes to it."""
    path = tmp_path_factory.mktemp("velmar") / "archive"
    with fonds.archive.open(path, create=True) as archive:
        archive.add([EXAMPLES], jobs=1)
    return path
