"""One writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fonds.catalogue import Catalogue
from fonds.catalogue.lock import WriteLock
from fonds.errors import ArchiveBusyError

HOLD = """
import os, sys, time
from pathlib import Path
from fonds.catalogue.lock import WriteLock
lock = WriteLock(Path(sys.argv[1]))
if os.fork() == 0:
    time.sleep(60)
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_writer_of_this_process_is_told(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    with Catalogue.open(path, writable=True) as first:
        with pytest.raises(ArchiveBusyError, match=rf"{tmp_path}: process {os.getpid()} is writing .* Wait"):
            Catalogue.open(tmp_path / "." / "catalogue.sqlite", writable=True)
        Catalogue.open(path).close()
        assert first.held("a.xml") is None
    Catalogue.open(path, writable=True).close()


def test_a_killed_writer_holds_nothing_even_where_its_child_lives_on(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        try:
            with pytest.raises(ArchiveBusyError, match=f"process {holder.pid} is writing"):
                WriteLock(path)
            holder.kill()
            os.waitid(os.P_PID, holder.pid, os.WEXITED | os.WNOWAIT)
            WriteLock(path).release()
        finally:
            os.killpg(holder.pid, 9)
