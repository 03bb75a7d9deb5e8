"""The catalogue's tables change by named steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_cases import content, keep, made

from fonds.catalogue import Catalogue
from fonds.catalogue.database import Database
from fonds.catalogue.migrations import STEPS, Step, bring_up_to_date, require_up_to_date
from fonds.errors import CorruptArchiveError, FondsError, NotFoundError, UsageError


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "catalogue.sqlite", writable=True)
    yield opened
    opened.close()


def shelves(database: Database) -> None:
    database.run("CREATE TABLE shelves (name TEXT)")
    database.run("INSERT INTO shelves VALUES ('A')")


def rooms(database: Database) -> None:
    database.run("ALTER TABLE shelves ADD COLUMN room TEXT")
    database.run("UPDATE shelves SET room = 'Cellar'")


def broken(database: Database) -> None:
    database.run("DELETE FROM shelves")
    raise FondsError("step", seen="broken")


OLD = (Step("shelves", shelves),)
NEW = (*OLD, Step("rooms", rooms))


def test_an_older_state_is_brought_up_to_date_and_keeps_its_rows(database: Database) -> None:
    bring_up_to_date(database, OLD)
    database.run("INSERT INTO shelves VALUES ('B')")
    bring_up_to_date(database, NEW)
    assert database.rows("SELECT * FROM shelves") == [("A", "Cellar"), ("B", "Cellar")]
    require_up_to_date(database, NEW)


def test_steps_are_taken_once(database: Database) -> None:
    bring_up_to_date(database, NEW)
    bring_up_to_date(database, NEW)
    assert database.rows("SELECT name FROM shelves") == [("A",)]
    assert database.rows("SELECT name FROM steps") == [("rooms",), ("shelves",)]


def test_a_step_that_fails_leaves_nothing(database: Database) -> None:
    bring_up_to_date(database, OLD)
    with pytest.raises(FondsError, match="broken"):
        bring_up_to_date(database, (*OLD, Step("empty", broken)))
    assert database.rows("SELECT name FROM shelves") == [("A",)]
    assert database.rows("SELECT name FROM steps") == [("shelves",)]
    bring_up_to_date(database, NEW)


def test_two_steps_of_one_name_are_refused(database: Database) -> None:
    with pytest.raises(UsageError, match="two named “shelves”"):
        bring_up_to_date(database, (*OLD, Step("shelves", rooms)))


def test_the_steps_of_fonds_have_names_of_their_own() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_an_older_catalogue_is_not_read_but_brought_up_to_date_by_a_writer(database: Database) -> None:
    bring_up_to_date(database, ())
    database.close()
    with pytest.raises(UsageError, match=f"without “{STEPS[0].name}”.*fonds reindex"):
        Catalogue.open(database.path)
    Catalogue.open(database.path, writable=True).close()
    Catalogue.open(database.path).close()


@pytest.mark.parametrize("writable", [True, False])
def test_a_newer_catalogue_is_left_alone(database: Database, *, writable: bool) -> None:
    bring_up_to_date(database, (*STEPS, Step("of the future", shelves)))
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(CorruptArchiveError, match=r"with “of the future”.*Use the newer version"):
        Catalogue.open(database.path, writable=writable)
    assert database.path.read_bytes() == before


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(b"Not a database, but long enough to be looked at. " * 20, "not a database", id="text"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4096, "wanted: a catalogue", id="header only"),
    ],
)
def test_a_file_of_another_sort_is_left_alone(tmp_path: Path, words: bytes, said: str, *, writable: bool) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(words)
    with pytest.raises(CorruptArchiveError, match=said) as caught:
        Catalogue.open(path, writable=writable)
    assert caught.value.next_step
    assert path.read_bytes() == words


@pytest.mark.parametrize("writable", [True, False])
def test_a_database_of_another_program_is_left_alone(database: Database, *, writable: bool) -> None:
    database.run("CREATE TABLE songs (title TEXT)")
    database.close()
    with pytest.raises(CorruptArchiveError, match="of another program"):
        Catalogue.open(database.path, writable=writable)


@pytest.mark.parametrize("made_before", [True, False])
def test_where_there_is_no_catalogue_there_is_nothing_to_read(tmp_path: Path, *, made_before: bool) -> None:
    path = tmp_path / "archive" / "catalogue.sqlite"
    if made_before:  # by a writer that was killed at once
        path.parent.mkdir()
        path.touch()
    with pytest.raises(NotFoundError, match="fonds add"):
        Catalogue.open(path)
    with Catalogue.open(path, writable=True) as catalogue:
        keep(catalogue, made("v/d1"))
        before = content(catalogue)
    with Catalogue.open(path) as catalogue:
        assert content(catalogue) == before


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file")
    with pytest.raises(UsageError, match=r"archive .*: .*exists"):
        Catalogue.open(tmp_path / "archive" / "catalogue.sqlite", writable=True)
