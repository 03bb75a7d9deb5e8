from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from discovery_cases import TELEGRAM, record

from fonds.discovery import Index, Search, index_document
from fonds.discovery.index import _STAMP
from fonds.errors import ArchiveBusyError, CorruptArchiveError, FondsError


def total(index: Index, query: str = "") -> int:
    return index.search(Search(query=query)).total


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive" / "index"
    index = Index.open(path)
    assert index.fresh
    with index.writer() as writer:
        writer.add(index_document(TELEGRAM))
        writer.commit()
    return path


def test_what_was_committed_lasts(path: Path) -> None:
    index = Index.open(path)
    assert not index.fresh
    assert total(index, "gunboat") == 1


def test_replace_and_remove(path: Path) -> None:
    index = Index.open(path)
    with index.writer() as writer:
        writer.replace("harbour/d1", index_document(record(1, "A dredger.")))
        writer.replace("harbour/d1", index_document(record(1, "A tug.")))
        writer.remove("straits/d4")
        writer.remove("straits/d99")
        writer.commit()
    assert (total(index), total(index, "tug"), total(index, "dredger")) == (1, 1, 0)


def test_what_was_not_committed_is_given_up(path: Path) -> None:
    index = Index.open(path)
    with index.writer() as writer:
        writer.remove("straits/d4")
    assert total(index) == 1
    with index.writer() as writer:
        writer.commit()
    assert total(Index.open(path)) == 1


def test_documents_do_not_wait_beyond_what_memory_is_meant_for_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [index_document(record(number, "A tug.")) for number in range(3)]
    monkeypatch.setattr("fonds.discovery.index._WAITING", len(documents[0]))
    with Index.open(path).writer() as writer:
        writer.add(documents[0])
        assert total(Index.open(path), "tug") == 0
        writer.add(documents[1])
        assert total(Index.open(path), "tug") == 2


@contextmanager
def no_room() -> Iterator[None]:
    """No file can grow: what a full disk is to a program that writes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def write_without_room(index: Index) -> None:
    with index.writer() as writer, no_room():
        writer.add(index_document(record(1, "A dredger.")))
        writer.commit()


def stop_without_room(index: Index) -> None:
    with index.writer() as writer, no_room():
        writer.add(index_document(record(1, "A dredger.")))
        with pytest.raises(FondsError):
            writer.commit()
        raise KeyboardInterrupt


def test_a_full_disk_is_named(path: Path) -> None:
    with pytest.raises(FondsError, match="room on the disk"):
        write_without_room(Index.open(path))


def test_what_stopped_the_writing_is_told_before_what_follows_from_it(path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_without_room(Index.open(path))


def test_one_writer_at_a_time(path: Path) -> None:
    other = Index.open(path)
    with Index.open(path).writer(), pytest.raises(ArchiveBusyError), other.writer():
        pass


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def unstamp(path: Path) -> None:
    path.write_text("0")


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        pytest.param(_STAMP, unstamp, id="another version"),
        pytest.param(_STAMP, Path.unlink, id="no version"),
        pytest.param("meta.json", cut, id="list of parts cut short"),
        pytest.param("meta.json", Path.unlink, id="list of parts lost"),
        pytest.param("*.store", cut, id="part cut short"),
        pytest.param("*.store", Path.unlink, id="part lost"),
    ],
)
def test_a_broken_index_is_made_anew(path: Path, file: str, damage: Callable[[Path], None]) -> None:
    damage(next(path.glob(file)))
    index = Index.open(path)
    assert index.fresh
    assert total(index) == 0
    assert not Index.open(path).fresh


def test_damage_that_shows_only_in_a_search_is_said(path: Path) -> None:
    next(path.glob("*.pos")).unlink()
    index = Index.open(path)
    assert not index.fresh
    with pytest.raises(CorruptArchiveError, match="fonds reindex"):
        index.search(Search(query="gunboat"))
