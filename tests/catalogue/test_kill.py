"""A writer that is killed leaves the catalogue as it was before the file that it was at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from catalogue_cases import content, keep, made

from fonds.catalogue import Catalogue

WRITE = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from catalogue_cases import coming, keep, made
from fonds.catalogue import Catalogue, entry

def entries():
    for number in range(1000):
        yield entry(made(f"v/d{number}", "Changed. " * 1000))
    print("killed here", flush=True)
    time.sleep(60)

catalogue = Catalogue.open(Path(sys.argv[1]), writable=True)
keep(catalogue, made("v/d1"), made("v/d2"))
catalogue.keep(coming(sha256="2"), entries(), ())
"""


def test_killed_in_the_middle_of_a_file(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "undisturbed.sqlite", writable=True) as undisturbed:
        keep(undisturbed, made("v/d1"), made("v/d2"))
        expected = content(undisturbed)
    path = tmp_path / "catalogue.sqlite"
    command = [sys.executable, "-c", WRITE, str(path), str(Path(__file__).parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with Catalogue.open(path) as beside:
            assert content(beside) == expected
        writer.kill()
    with Catalogue.open(path) as reader:
        assert content(reader) == expected
    with Catalogue.open(path, writable=True) as catalogue:
        assert content(catalogue) == expected
        assert keep(catalogue, made("v/d1"), made("v/d2", "Open.")).changed == 1
