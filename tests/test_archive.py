"""The front desk: what is taken in stays, once, whatever comes between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import fonds.archive
from fonds.archive import Archive, Progress
from fonds.archive.taking_in import Keeping
from fonds.catalogue import Catalogue
from fonds.errors import ArchiveBusyError, CorruptArchiveError, NotFoundError, UsageError
from fonds.record import Record

EXAMPLES = Path(__file__).parents[1] / "examples" / "the-velmar-strait"
RECORDS = len(msgspec.json.decode((EXAMPLES.parent / "expected.json").read_bytes()))


@pytest.fixture
def archive(velmar: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of it to write to."""
    shutil.copytree(velmar, tmp_path / "archive")
    with fonds.archive.open(tmp_path / "archive", writable=True) as opened:
        yield opened


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two letters."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(
            f"Ostwick, 3 May 1911.\n\nDear Ben,\n\nThe ferry of {name} is late.\n\nAda\n"
        )
    return folder


def content(archive: Archive) -> dict[str, Any]:
    """Everything that an archive answers, the search too."""
    records = list(archive.records())
    return {
        "records": records,
        "statistics": archive.statistics(),
        "collections": archive.collections(),
        "order": [list(archive.in_order(summary.collection)) for summary in archive.collections()],
        "cited by": [archive.cited_by(record.id) for record in records],
        "originals": [archive.original(record.id).read_bytes() for record in records],
        "found": found(archive, ""),
    }


def found(archive: Archive, query: str) -> set[str]:
    results = archive.search(query, limit=100)
    ids = {hit.id for hit in results.hits}
    assert len(ids) == results.total, "a record is in the index twice"
    return ids


def acts(path: Path) -> list[object]:
    with Catalogue.open(path / "catalogue.sqlite") as catalogue:
        return list(catalogue.journal())


def test_everything_taken_in_is_found(velmar: Path) -> None:
    with fonds.archive.open(velmar) as archive:
        ids = {record.id for record in archive.records()}
        assert len(ids) == archive.statistics().records == RECORDS
        assert found(archive, "") == ids
        assert all(archive.original(identifier).is_file() for identifier in ids)
        assert not (velmar / "incoming").exists()


def test_taken_in_twice_changes_nothing(archive: Archive) -> None:
    before, journal = content(archive), acts(archive.path)
    again = archive.add([EXAMPLES], jobs=1)
    assert (again.sources, again.records, again.changes, again.refused) == (0, 0, (), ())
    assert again.unchanged == archive.statistics().sources
    assert content(archive) == before
    assert acts(archive.path) == journal


def test_a_changed_file_makes_new_versions_and_keeps_the_identifiers(archive: Archive, papers: Path) -> None:
    archive.add([papers], jobs=1)
    before = {record.id for record in archive.records()}
    with (papers / "one.txt").open("a") as file:
        file.write("\nP.S. The zebra has arrived.\n")
    added = archive.add([papers], jobs=1)
    (change,) = added.changes
    assert (change.version, change.added, change.changed, added.unchanged) == (2, 0, 1, 1)
    assert {record.id for record in archive.records()} == before
    assert "zebra" in archive.get("papers/one").texts[0].content
    assert found(archive, "zebra") == {"papers/one"}
    assert b"zebra" in archive.original("papers/one").read_bytes()


def volume(*numbers: int) -> str:
    """An edition of documents with these numbers."""
    documents = (
        f'<div type="document" xml:id="d{number}"><head>{number}</head><p>The heron of {number} waits.</p></div>'
        for number in numbers
    )
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="q1"><teiHeader><fileDesc><titleStmt><title>Q</title>'
        f"</titleStmt></fileDesc></teiHeader><text><body>{''.join(documents)}</body></text></TEI>"
    )


def test_a_document_that_left_its_file_is_withdrawn_and_no_longer_found(archive: Archive, papers: Path) -> None:
    (papers / "a.xml").write_text(volume(1, 2))
    archive.add([papers], jobs=1)
    assert found(archive, "heron") == {"q1/d1", "q1/d2"}
    (papers / "a.xml").write_text(volume(2))
    (change,) = archive.add([papers], jobs=1).changes
    assert (change.withdrawn, change.added) == (1, 0)
    assert found(archive, "heron") == {"q1/d2"}
    with pytest.raises(NotFoundError):
        archive.get("q1/d1")


def test_a_document_that_moved_to_a_new_file_is_found_once(archive: Archive, papers: Path) -> None:
    (papers / "a.xml").write_text(volume(1, 2))
    archive.add([papers], jobs=1)
    (papers / "a.xml").write_text(volume(2))
    (papers / "b.xml").write_text(volume(1))
    archive.add([papers], jobs=1)
    assert found(archive, "heron") == {"q1/d1", "q1/d2"}
    assert archive.get("q1/d1").source.name == "b.xml"


def test_a_dry_run_reads_everything_and_keeps_nothing(tmp_path: Path, papers: Path) -> None:
    with fonds.archive.open(tmp_path / "archive", create=True) as archive:
        (papers / "three.txt").write_bytes(b"")
        added = archive.add([papers], jobs=1, dry_run=True)
        assert (added.sources, added.records, len(added.refused), added.changes) == (2, 2, 1, ())
        assert archive.statistics().records == archive.statistics().sources == 0
        assert found(archive, "") == set()
        assert not [path for path in (archive.path / "originals").rglob("*.txt") if path.stem in {"one", "two"}]


def test_two_reading_processes_give_what_one_gives(velmar: Path, tmp_path: Path) -> None:
    with fonds.archive.open(tmp_path / "archive", create=True) as archive, fonds.archive.open(velmar) as expected:
        archive.add([EXAMPLES], jobs=2)
        assert content(archive) == content(expected)


def test_what_is_refused_is_named_and_the_rest_is_taken_in(archive: Archive, papers: Path) -> None:
    (papers / "bad.xml").write_text("<?xml version='1.0'?><TEI")
    (papers / "empty.txt").write_bytes(b"")
    added = archive.add([papers, papers / "nothing"], jobs=1)
    assert {Path(refusal.name).name for refusal in added.refused} == {"bad.xml", "empty.txt", "nothing"}
    assert added.sources == 2


def test_progress_ends_with_everything_done(tmp_path: Path, papers: Path) -> None:
    told: list[Progress] = []
    with fonds.archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([papers], jobs=1, progress=told.append)
    assert [progress.done_files for progress in told] == [1, 2]
    assert told[-1].done_bytes == told[-1].bytes > 0
    assert told[-1].records == 2


def test_killed_between_catalogue_and_index_the_next_taking_in_indexes(
    archive: Archive, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(Exception):
        pass

    class Dying(Keeping):
        def _commit(self) -> None:
            raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr("fonds.archive.desk.Keeping", Dying)
        with pytest.raises(KilledError):
            archive.add([papers], jobs=1)
    assert archive.get("papers/one").title
    assert found(archive, "ferry") == set()
    again = archive.add([papers], jobs=1)
    assert (again.sources, again.unchanged) == (0, 2)
    assert found(archive, "ferry") == {"papers/one", "papers/two"}


def test_an_index_that_is_gone_is_made_anew(archive: Archive) -> None:
    before = content(archive)
    shutil.rmtree(archive.path / "index")
    assert archive.reindex() == RECORDS
    assert content(archive) == before


KILL_AT = ("fonds.toml 1", "inventory.json 1", "inventory.json 9")
"""When to kill: as soon as the archive has so many files of this name."""


@pytest.mark.parametrize("moment", KILL_AT)
def test_killed_for_real_the_same_command_completes(velmar: Path, tmp_path: Path, moment: str) -> None:
    path = tmp_path / "archive"
    name, _, number = moment.partition(" ")
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "add", str(EXAMPLES), "--jobs", "1"]
    command += ["--no-statements"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as adding:
        while adding.poll() is None and sum(name in files for _, _, files in entries_below(path)) < int(number):
            time.sleep(0.001)
        adding.kill()
    assert adding.returncode == -signal.SIGKILL
    subprocess.run(command, check=True, capture_output=True)
    with fonds.archive.open(path) as archive, fonds.archive.open(velmar) as undisturbed:
        assert content(archive) == content(undisturbed)


def entries_below(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Folders with the names of what lies in them, folders among the files."""
    return ((folder, folders, [*files, *folders]) for folder, folders, files in os.walk(path))


def test_one_writer_at_a_time(archive: Archive) -> None:
    with pytest.raises(ArchiveBusyError):
        fonds.archive.open(archive.path, writable=True)
    with fonds.archive.open(archive.path) as reader:
        assert reader.statistics().records == RECORDS


def test_where_there_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="fonds add"):
        fonds.archive.open(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_an_archive_is_not_laid_over_something_else(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("Mine.")
    with pytest.raises(UsageError, match="something else"):
        fonds.archive.open(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


BROKEN = [
    *("name = ", "name = 3", 'requests_a_minute = "many"', "requests_a_minute = -1", "contact = []"),
    *('contact = "nobody"', 'contact = "a@b, c@d"', 'contact = "a@b.example\\n"'),
    *('facsimiles = "javascript:alert({file})"', 'facsimiles = "//other/{file}"', 'facsimiles = "https:// x"'),
]


@pytest.mark.parametrize("words", BROKEN)
def test_settings_that_are_broken_are_named(archive: Archive, words: str) -> None:
    (archive.path / "fonds.toml").write_text(words)
    with pytest.raises(CorruptArchiveError, match=r"fonds\.toml"):
        fonds.archive.open(archive.path)


def test_the_name_is_the_settings(archive: Archive) -> None:
    (archive.path / "fonds.toml").write_text('name = "Velmar"\n')
    with fonds.archive.open(archive.path) as opened:
        assert opened.name == "Velmar"


def test_asking(velmar: Path) -> None:
    with fonds.archive.open(velmar) as archive:
        record: Record = next(archive.records())
        assert archive.get(record.id) == record
        assert archive.briefs([record.id, "no/such"]).keys() == {record.id}
        assert "@" in archive.cite_as(record.id, "bibtex")
        for ask in (archive.get, archive.original, archive.cite):
            with pytest.raises(NotFoundError):
                ask("no/such")
        with pytest.raises(UsageError):
            archive.cite_as(record.id, "papyrus")
