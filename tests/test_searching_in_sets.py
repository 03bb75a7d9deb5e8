"""Working sets as the scope of whatever is looked for, over the examples."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import fonds.archive
from fonds.archive import Archive
from fonds.errors import QueryError


@pytest.fixture(scope="module")
def archive(velmar: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = shutil.copytree(velmar, tmp_path_factory.mktemp("sets") / "archive")
    with fonds.archive.open(path, writable=True) as opened:
        opened.sets.make("Pilot papers", opened.identifiers("pilot"))
        every = [record.id for record in opened.records()]
        opened.sets.make("All but one", every[1:])
        opened.sets.make("Quiet papers", opened.identifiers("NOT gunboat")[:2])
        yield opened


def found(archive: Archive, query: str, name: str | None = None) -> set[str]:
    return set(archive.identifiers(query, working_set=name))


@pytest.mark.parametrize("query", ["gunboat", "", "NOT gunboat", '"time limit" OR from:Hohlweg'])
@pytest.mark.parametrize("name", ["Pilot papers", "pilot PAPERS", "All but one"])
@pytest.mark.parametrize(("many", "for_each"), [(500, 1), (0, 100), (0, 0)], ids=["small", "large", "whole"])
def test_a_search_within_a_set_finds_what_both_have(
    archive: Archive, query: str, name: str, many: int, for_each: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fonds.discovery.membership._MANY", many)
    monkeypatch.setattr("fonds.discovery.membership._FOUND_FOR_EACH", for_each)
    members = {brief.id for brief in archive.sets.members(name)}
    within = found(archive, query) & members
    assert found(archive, query, name) == within
    assert found(archive, f'({query}) set:"{name}"' if query else f'set:"{name}"') == within
    assert (
        found(archive, f'({query}) NOT set:"{name}"' if query else f'NOT set:"{name}"')
        == found(archive, query) - members
    )
    assert archive.search(query, working_set=name).total == len(within)


def test_whatever_is_asked_can_be_asked_within_a_set(archive: Archive) -> None:
    within = found(archive, "gunboat", "Pilot papers")
    assert {line.id for line in archive.concordance("gunboat", working_set="Pilot papers", limit=999).lines} == within
    assert archive.collocates("gunboat", working_set="Pilot papers").documents == len(within)
    frequency = archive.frequency("gunboat", working_set="Pilot papers")
    assert sum(year.documents for year in (*frequency.years, frequency.undated)) == len(within)
    assert {record.id for record in archive.found("gunboat", working_set="Pilot papers")} == within


def test_a_set_is_explained(archive: Archive) -> None:
    members = len(archive.sets.members("Pilot papers"))
    explanation = archive.explain("gunboat", working_set="Pilot papers")
    assert [(each.means, each.count) for each in explanation.narrowed] == [("working set Pilot papers", members)]
    clause = archive.explain('gunboat set:"Pilot papers"').clause
    assert clause
    assert [(part.count, part.means) for part in clause.parts][1] == (
        members, "the value Pilot papers, in set (the working set that it is in)"
    )  # fmt: skip
    quiet = archive.explain("gunboat", working_set="Quiet papers")
    assert (quiet.total, quiet.none_because) == (0, ())
    assert "of any working set" in [each.means for each in quiet.advice]


@pytest.mark.parametrize(
    ("query", "name", "said"),
    [
        (
            "gunboat set:pilots",
            None,
            r"at character 13: pilots; wanted: one of: All but one, Pilot papers, Quiet papers",
        ),
        ("gunboat", "pilots", r"working set pilots: .*wanted: one of: All but one, Pilot papers, Quiet papers"),
        ("gunboat", "' OR 1=1 --", r"wanted: one of: All but one, Pilot papers, Quiet papers"),
        ("set:pil*", None, r"set: knows no"),
        ("set:pilot~", None, r"set: knows no"),
        ("gunboat", "\udcff", r"words in UTF-8"),
    ],
)
def test_a_set_that_there_is_not_is_told(archive: Archive, query: str, name: str | None, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        archive.search(query, working_set=name)
    with pytest.raises(QueryError, match=said):
        archive.explain(query, working_set=name)


def test_a_changed_set_is_searched_as_it_is_now(archive: Archive) -> None:
    archive.sets.make("Growing", archive.identifiers("pilot", limit=1)[:1])
    assert archive.search(working_set="Growing").total == 1
    archive.sets.add("Growing", archive.identifiers("pilot"))
    assert archive.search(working_set="Growing").total == len(archive.sets.members("Growing")) > 1
    archive.sets.delete("Growing")
    with pytest.raises(QueryError, match="working set Growing"):
        archive.search(working_set="Growing")
