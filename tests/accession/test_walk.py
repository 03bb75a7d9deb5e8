"""Which files come in, under what name, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fonds.accession.walk import Found, find_sources
from rights import held_to_rights

FILES = ("a/1.txt", "a/b/2.txt", "a/b/.hidden", "a/.git/3.txt", "a/people.csv", "a/c/people.csv", "a/c/4.txt", "5.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"Words of {name}.")
    return root


def people(found: Found) -> dict[str, str | None]:
    return {source.key: source.people_file.parent.name if source.people_file else None for source in found.sources}


def test_files_are_named_by_the_folder_given(folder: Path) -> None:
    found = find_sources([folder])
    assert [(source.key, source.name, source.collection) for source in found.sources] == [
        ("a/1.txt", "a/1.txt", "a"),
        ("a/b/2.txt", "a/b/2.txt", "a/b"),
        ("a/c/4.txt", "a/c/4.txt", "a/c"),
        ("papers/5.txt", "5.txt", "papers"),
    ]
    assert found.refused == ()


def test_the_nearest_list_of_people_holds(folder: Path) -> None:
    assert people(find_sources([folder])) == {"a/1.txt": "a", "a/b/2.txt": "a", "a/c/4.txt": "c", "papers/5.txt": None}


def test_a_list_of_people_that_is_given_holds_for_all(folder: Path) -> None:
    assert set(people(find_sources([folder], folder / "a/people.csv")).values()) == {"a"}


def test_a_list_of_people_above_the_folder_given_does_not_hold(folder: Path) -> None:
    assert people(find_sources([folder / "a/b"])) == {"b/2.txt": None}


def test_the_order_of_the_paths_changes_nothing(folder: Path) -> None:
    assert find_sources([folder / "5.txt", folder / "a"]) == find_sources([folder / "a", folder / "5.txt"])


def test_a_file_given_twice_comes_once(folder: Path) -> None:
    found = find_sources([folder / "a/1.txt", folder / "a/1.txt", folder / "a/b/../1.txt"])
    assert [source.key for source in found.sources] == ["a/1.txt"]
    assert found.refused == ()


def test_two_files_of_one_key_are_not_mixed_up(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere/a/1.txt"
    other.parent.mkdir(parents=True)
    other.write_text("Other words.")
    found = find_sources([folder / "a/1.txt", other])
    assert [source.key for source in found.sources] == ["a/1.txt"]
    assert len(found.refused) == 1
    assert "a/1.txt" in found.refused[0].reason


def test_what_is_not_there_is_refused_and_the_rest_goes_on(folder: Path) -> None:
    found = find_sources([folder / "nothing", folder / "5.txt"])
    assert [source.name for source in found.sources] == ["5.txt"]
    assert [refusal.name for refusal in found.refused] == [str(folder / "nothing")]
    assert "no such file" in found.refused[0].reason


def test_links_and_pipes(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Not theirs to read.")
    (folder / "out.txt").symlink_to(secret)
    (folder / "in.txt").symlink_to(folder / "5.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "away").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    (folder / "bad\nname.txt").write_text("Words.")
    found = find_sources([folder])
    names = {source.name for source in found.sources}
    assert "in.txt" in names
    assert not any(name.startswith("away") or name in {"out.txt", "gone.txt", "pipe.txt"} for name in names)
    assert {Path(refusal.name).name: refusal.reason.split(".")[0] for refusal in found.refused} == {
        "out.txt": "it is a link that leads out of the folder",
        "gone.txt": "it is not an ordinary file",
        "pipe.txt": "it is not an ordinary file",
        r"bad\nname.txt": "its name is not readable text",
    }


def test_names_that_are_no_text_are_refused_and_told_in_unicode(folder: Path) -> None:
    for name in (b"\xff.txt", "no\xa0break.txt".encode()):
        (folder / os.fsdecode(name)).write_text("Words.")
    bad = folder / os.fsdecode(b"\xff.txt")
    for paths in ([folder], [bad, folder / "no\xa0break.txt"]):
        found = find_sources(paths)
        assert "no\xa0break.txt" in {source.path.name for source in found.sources}
        assert [Path(refusal.name).name for refusal in found.refused] == [r"\udcff.txt"]


@pytest.mark.parametrize("mode", [0o000, 0o400], ids=["nothing", "only its list"])
def test_what_lies_in_a_folder_that_may_not_be_entered_is_refused(folder: Path, mode: int) -> None:
    (folder / "a").chmod(mode)
    try:
        with held_to_rights():
            found = find_sources([folder / "a" / "b", folder / "a"])
    finally:
        (folder / "a").chmod(0o700)
    assert not found.sources
    assert found.refused
    assert all(refusal.reason.startswith("Permission denied. Check") for refusal in found.refused)


def test_a_folder_that_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "a").chmod(0)
    try:
        with held_to_rights():
            found = find_sources([folder])
    finally:
        (folder / "a").chmod(0o700)
    assert [source.name for source in found.sources] == ["5.txt"]
    assert [refusal.name for refusal in found.refused] == [str(folder / "a")]
