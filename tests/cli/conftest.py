"""Commands run within the test, in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Fonds, Ran

from fonds.cli import main


@pytest.fixture
def fonds_(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Fonds:
    monkeypatch.delenv("FONDS_ARCHIVE", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        printed = capsysbinary.readouterr()
        assert isinstance(stop.value.code, int)
        return Ran(stop.value.code, printed.out.decode(), printed.err.decode())

    return run


@pytest.fixture
def poor(tmp_path: Path) -> Path:
    """A folder of which one file of two is refused."""
    folder = tmp_path / "poor"
    folder.mkdir()
    (folder / "good.txt").write_text("Ostwick, 3 May 1911.\n\nDear Ben,\n\nThe ferry is late.\n\nAda\n")
    (folder / "empty.txt").write_bytes(b"")
    return folder
