"""What tests of several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest

import fonds.archive

EXAMPLES = Path(__file__).parent.parent / "examples" / "the-velmar-strait"


@pytest.fixture(scope="session")
def velmar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the examples, to look into or to copy; nobody writes to it."""
    path = tmp_path_factory.mktemp("velmar") / "archive"
    with fonds.archive.open(path, create=True) as archive:
        archive.add([EXAMPLES], jobs=1)
    return path
