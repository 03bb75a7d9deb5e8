from __future__ import annotations

import pytest

from fonds.cli.add import AT_ONCE
from fonds.cli.read import _is_wanted


@pytest.mark.parametrize(
    ("asked", "files", "wanted"),
    [
        (None, AT_ONCE, True),
        (None, AT_ONCE + 1, False),
        (True, AT_ONCE + 1, True),
        (False, 1, False),
    ],
)
def test_many_files_are_read_without_statements(
    asked: bool | None,  # noqa: FBT001
    files: int,
    wanted: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _is_wanted(asked, files) is wanted
    assert ("--statements" in capsys.readouterr().err) is (asked is None and not wanted)
