"""Working sets: put together by people, fixed, and told of members that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_cases import keep, made

from fonds.catalogue import Catalogue, Membership, WorkingSet
from fonds.catalogue.database import Database
from fonds.catalogue.migrations import STEPS, bring_up_to_date
from fonds.errors import NotFoundError, UsageError


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        keep(opened, *(made(f"a/{number}", edtf="1932") for number in range(1, 5)))
        keep(opened, made("b/1"), made("b/2"), made("b/3"), key="b")
        yield opened


def ids(catalogue: Catalogue, name: str) -> list[str]:
    return [brief.id for brief in catalogue.sets.members(name)]


def test_a_set_has_the_records_that_it_was_made_of(catalogue: Catalogue) -> None:
    change = catalogue.sets.make("Pilots", ["b/2", "a/3", "a/3", "nowhere", "\udcff", "a/1"])
    assert change.set == WorkingSet("Pilots", 3, 0)
    assert (change.changed, change.unknown) == (3, ("nowhere", "\\udcff"))
    assert ids(catalogue, "Pilots") == ["a/1", "a/3", "b/2"]
    assert [brief.id for brief in catalogue.sets.members("pilots", limit=1, offset=1)] == ["a/3"]
    assert catalogue.sets.all() == (WorkingSet("Pilots", 3, 0),)


def test_records_are_added_and_removed(catalogue: Catalogue) -> None:
    catalogue.sets.make("Pilots", ["a/1"])
    assert catalogue.sets.add("PILOTS", ["a/1", "a/2"]).changed == 1
    assert catalogue.sets.remove("Pilots", ["a/1", "b/1"]).changed == 1
    assert ids(catalogue, "Pilots") == ["a/2"]
    assert catalogue.sets.remove("Pilots", ["a/2"]).set == WorkingSet("Pilots", 0, 0)


def test_a_set_stays_as_it_is_when_the_archive_grows_and_tells_what_is_gone(catalogue: Catalogue) -> None:
    catalogue.sets.make("Pilots", ["b/1", "b/2", "b/3"])
    keep(catalogue, made("b/2"), made("b/3", "Other words."), made("b/4"), key="b", sha256="2")
    assert ids(catalogue, "Pilots") == ["b/2", "b/3"]
    assert catalogue.sets.get("Pilots") == WorkingSet("Pilots", 2, 1)
    assert [brief.id for brief in catalogue.sets.withdrawn("Pilots")] == ["b/1"]
    with pytest.raises(UsageError, match="none of the 1 identifiers"):
        catalogue.sets.add("Pilots", ["b/1"])
    assert catalogue.sets.remove("Pilots", ["b/1"]).set == WorkingSet("Pilots", 2, 0)


def test_a_withdrawn_member_is_one_again_when_it_comes_back(catalogue: Catalogue) -> None:
    catalogue.sets.make("Pilots", ["b/1", "b/2"])
    keep(catalogue, made("b/2"), key="b", sha256="2")
    keep(catalogue, made("b/1"), made("b/2"), key="b", sha256="3")
    assert catalogue.sets.get("Pilots") == WorkingSet("Pilots", 2, 0)


@pytest.mark.parametrize(
    ("members", "told"),
    [
        pytest.param(["a/1"], Membership((), (), ("a/1",)), id="few"),
        pytest.param(["a/1", "a/2"], Membership((), (), ("a/1", "a/2")), id="half"),
        pytest.param(["a/1", "a/2", "a/4", "b/2"], Membership(("a",), ("a/3",), ("b/2",)), id="most"),
        pytest.param(["b/1", "b/2", "b/3"], Membership(("b",), (), ()), id="all"),
    ],
)
def test_members_are_told_in_the_fewest_identifiers(catalogue: Catalogue, members: list[str], told: Membership) -> None:
    catalogue.sets.make("Pilots", members)
    assert catalogue.sets.membership("Pilots") == told


def test_what_comes_later_is_not_told_with_its_collection(catalogue: Catalogue) -> None:
    catalogue.sets.make("Pilots", ["b/1", "b/2", "b/3"])
    keep(catalogue, *(made(f"b/{number}") for number in (1, 2, 3, 4)), key="b", sha256="2")
    assert catalogue.sets.membership("Pilots") == Membership(("b",), ("b/4",), ())


def test_a_set_is_renamed_and_forgotten(catalogue: Catalogue) -> None:
    catalogue.sets.make("Pilots", ["a/1"])
    catalogue.sets.make("Ships", ["a/2"])
    assert catalogue.sets.rename("pilots", "PILOTS") == WorkingSet("PILOTS", 1, 0)
    assert catalogue.sets.rename("PILOTS", "Harbour masters").name == "Harbour masters"
    assert catalogue.sets.delete("harbour MASTERS") == WorkingSet("Harbour masters", 1, 0)
    assert catalogue.sets.all() == (WorkingSet("Ships", 1, 0),)
    assert catalogue.get("a/1").id == "a/1"
    assert [act.deed for act in catalogue.journal()][-4:] == ["make set", "rename set", "rename set", "delete set"]


@pytest.mark.parametrize(
    "name", ["Pilots", "Лоцманы 1932", "1932", "L’affaire (I)", "पायलट", "Ko\u0308nig", "a" * 100, "  two   words "]
)
def test_names(catalogue: Catalogue, name: str) -> None:
    made_of = catalogue.sets.make(name, ["a/1"]).set.name
    assert made_of == " ".join(name.split()).replace("o\u0308", "ö")
    assert ids(catalogue, name.upper()) == ["a/1"]


@pytest.mark.parametrize(
    "name",
    ["", " ", "-set", "(set)", 'a"b', "a/b", "a\nb\x00", "../x", "<b>", "a\u202eb", "\udcff", "a" * 101, "a:b", "a*"],
)
def test_what_is_no_name(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(UsageError, match="the name of a working set"):
        catalogue.sets.make(name, ["a/1"])
    catalogue.sets.make("Pilots", ["a/1"])
    with pytest.raises(UsageError, match="the name of a working set"):
        catalogue.sets.rename("Pilots", name)
    with pytest.raises(NotFoundError, match="one of: Pilots"):
        catalogue.sets.get(name)


def test_a_name_is_taken_once(catalogue: Catalogue) -> None:
    catalogue.sets.make("Straße", ["a/1"])
    catalogue.sets.make("Ships", ["a/1"])
    with pytest.raises(UsageError, match="there is Straße already"):
        catalogue.sets.make("STRASSE", ["a/1"])
    with pytest.raises(UsageError, match="there is one already"):
        catalogue.sets.rename("Ships", "strasse")


@pytest.mark.parametrize("records", [[], ["nowhere"], ["' OR 1=1 --"]])
def test_what_is_refused_leaves_nothing(catalogue: Catalogue, records: list[str]) -> None:
    with pytest.raises(UsageError, match="wanted: records of this archive"):
        catalogue.sets.make("Pilots", records)
    assert catalogue.sets.all() == ()


def test_a_set_that_there_is_not(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError, match=r"a set that was made; none was\. Make one with `fonds sets create`"):
        catalogue.sets.get("Pilots")
    for number in range(25):
        catalogue.sets.make(f"Set {number:02}", ["a/1"])
    with pytest.raises(NotFoundError, match=r"one of: Set 00, .*, Set 19 and 5 more"):
        catalogue.sets.members("Pilots")


def test_a_reader_makes_no_set(catalogue: Catalogue, tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "catalogue.sqlite") as reader, pytest.raises(UsageError, match="open to read"):
        reader.sets.make("Pilots", ["a/1"])


def test_a_catalogue_from_before_working_sets_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    old = Database.open(path, writable=True)
    bring_up_to_date(old, [step for step in STEPS if step.name != "working sets"])
    old.close()
    with pytest.raises(UsageError, match="without “working sets”"):
        Catalogue.open(path)
    with Catalogue.open(path, writable=True) as catalogue:
        keep(catalogue, made("a/1"))
        catalogue.sets.make("Pilots", ["a/1"])
        assert ids(catalogue, "Pilots") == ["a/1"]
