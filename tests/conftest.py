"""What tests of several rooms share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import fonds.archive

EXAMPLES = Path(__file__).parent.parent / "examples" / "the-velmar-strait"


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
