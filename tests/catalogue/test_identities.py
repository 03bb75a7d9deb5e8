"""Who is in the archive, and which entries of lists somebody decided are one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from catalogue_cases import keep, made

from fonds.catalogue import Catalogue
from fonds.catalogue.database import Database
from fonds.catalogue.migrations import STEPS, bring_up_to_date
from fonds.errors import NotFoundError, UsageError
from fonds.record import Agent, Mention, Note, Party, Record, Text, encode_record

PASK = Agent("pask", "a", "person", "Pask, Rowland", "Minister in Valmora")
PASK_B = Agent("p1", "b", "person", "Pask, R.", "Minister of Aldermere in Valmora")
PASK_C = Agent("p9", "c", "person", "Pask, Rowland J.", "retired")
LYLE = Agent("lyle", "b", "person", "Lyle, Dörthe", "Cipher Officer")
ORLEC = Agent("orlec", "b", "place", "Orlec")


def naming(record_id: str, *agents: str, edtf: str | None = None, sender: str | None = None) -> Record:
    """A record whose text names these agents, each once, and whose note names the first."""
    mentions = tuple(Mention(0, 3, "person", agent) for agent in agents)
    text = Text(
        "en", "original", "The words.", mentions=mentions, notes=(Note("1", 0, "Pask.", mentions=mentions[:1]),)
    )
    parties = (Party("from", "Pask", sender),) if sender else ()
    return msgspec.structs.replace(made(record_id, edtf=edtf), texts=(text,), parties=parties)


def fill(catalogue: Catalogue) -> None:
    keep(catalogue, naming("a/1", "pask", edtf="1932-10-27"), naming("a/2", edtf="1931", sender="pask"), agents=(PASK,))
    keep(catalogue, naming("b/1", "p1", "lyle", "orlec", edtf="1932-11"), key="b", agents=(PASK_B, LYLE, ORLEC))
    keep(catalogue, made("c/1"), key="c", agents=(PASK_C,))


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        fill(opened)
        yield opened


def ids(catalogue: Catalogue, person: str, role: str | None = None) -> list[str]:
    return [brief.id for brief in catalogue.people.documents(person, role)]


def everybody(catalogue: Catalogue) -> list[tuple[str, int]]:
    return [(person.id, person.documents) for person in catalogue.people.find(limit=99).people]


def test_a_person_and_their_documents(catalogue: Catalogue) -> None:
    pask = catalogue.people.get("a/pask")
    assert (pask.name, pask.descriptions, pask.collections) == ("Pask, Rowland", ("Minister in Valmora",), ("a",))
    assert pask.documents == {"": 2, "from": 1, "mentioned": 1}
    assert (pask.date_from, pask.date_to) == ("1931-01-01", "1932-10-27")
    assert ids(catalogue, "a/pask") == ["a/2", "a/1"]
    assert ids(catalogue, "a/pask", "from") == ["a/2"]
    assert ids(catalogue, "a/pask", "mentioned") == ["a/1"]
    assert ids(catalogue, "a/pask", "to") == []
    assert [brief.id for brief in catalogue.people.documents("a/pask", limit=1, offset=1)] == ["a/1"]


@pytest.mark.parametrize("asked", ["a/nobody", "pask", "", "z/pask", "a/pask/"])
def test_nobody(catalogue: Catalogue, asked: str) -> None:
    for ask in (catalogue.people.get, catalogue.people.documents):
        with pytest.raises(NotFoundError, match="fonds people"):
            ask(asked)


def test_everybody_is_listed_by_the_number_of_their_documents(catalogue: Catalogue) -> None:
    assert everybody(catalogue) == [("a/pask", 2), ("b/lyle", 1), ("b/orlec", 1), ("b/p1", 1), ("c/p9", 0)]


@pytest.mark.parametrize(
    ("query", "filters", "found"),
    [
        ("pask", {}, ["a/pask", "b/p1", "c/p9"]),
        ("ROWLAND pask", {}, ["a/pask", "c/p9"]),
        ("dorthe", {}, ["b/lyle"]),
        ("", {"kind": "place"}, ["b/orlec"]),
        ("pask", {"collection": "b"}, ["b/p1"]),
        ("pask", {"kind": "place"}, []),
        ("minister", {}, []),
        ("%", {}, []),
    ],
)
def test_people_are_found_by_name(catalogue: Catalogue, query: str, filters: dict[str, Any], found: list[str]) -> None:
    people = catalogue.people.find(query, **filters)
    assert ([person.id for person in people.people], people.total) == (found, len(found))


def test_merged_people_are_one_under_every_identifier(catalogue: Catalogue) -> None:
    merged = catalogue.people.merge("a/pask", "b/p1", "c/p9")
    assert merged.entries == ("a/pask", "b/p1", "c/p9")
    assert (merged.name, merged.collections) == ("Pask, Rowland J.", ("a", "b", "c"))
    assert merged.documents[""] == 3
    assert catalogue.people.get("b/p1") == catalogue.people.get("c/p9") == merged
    assert ids(catalogue, "c/p9") == ["a/2", "a/1", "b/1"]
    assert everybody(catalogue) == [("a/pask", 3), ("b/lyle", 1), ("b/orlec", 1)]
    assert [act.deed for act in catalogue.journal()][-1] == "merge"


def test_merging_who_was_merged_moves_all_of_them(catalogue: Catalogue) -> None:
    catalogue.people.merge("b/p1", "c/p9")
    assert catalogue.people.merge("a/pask", "c/p9").entries == ("a/pask", "b/p1", "c/p9")
    catalogue.people.undo()
    assert catalogue.people.get("c/p9").entries == ("b/p1", "c/p9")
    assert catalogue.people.get("a/pask").entries == ("a/pask",)


def test_split_takes_entries_out(catalogue: Catalogue) -> None:
    catalogue.people.merge("a/pask", "b/p1", "c/p9")
    assert [person.entries for person in catalogue.people.split("a/pask", "c/p9")] == [("a/pask", "b/p1"), ("c/p9",)]
    assert catalogue.people.undo() == "split a/pask c/p9"
    assert catalogue.people.get("a/pask").entries == ("a/pask", "b/p1", "c/p9")


def test_who_gave_the_name_may_leave(catalogue: Catalogue) -> None:
    catalogue.people.merge("a/pask", "b/p1", "c/p9")
    assert [p.entries for p in catalogue.people.split("b/p1", "a/pask")] == [("a/pask",), ("b/p1", "c/p9")]


@pytest.mark.parametrize("others", [(), ("a/pask", "b/p1", "c/p9")], ids=["nobody named", "all named"])
def test_split_apart_altogether(catalogue: Catalogue, others: tuple[str, ...]) -> None:
    catalogue.people.merge("a/pask", "b/p1", "c/p9")
    assert len(catalogue.people.split("a/pask", *others)) == 3


def test_undo_goes_back_step_by_step(catalogue: Catalogue) -> None:
    before = everybody(catalogue)
    catalogue.people.merge("a/pask", "b/p1")
    catalogue.people.merge("a/pask", "c/p9")
    assert [catalogue.people.undo(), catalogue.people.undo()] == ["merge a/pask c/p9", "merge a/pask b/p1"]
    assert everybody(catalogue) == before
    with pytest.raises(NotFoundError, match="nothing to undo"):
        catalogue.people.undo()


@pytest.mark.parametrize(
    ("deed", "people", "error"),
    [
        ("merge", ("a/pask", "a/nobody"), NotFoundError),
        ("merge", ("a/pask", "b/orlec"), UsageError),
        ("merge", ("a/pask", "a/pask"), UsageError),
        ("merge", ("a/pask",), UsageError),
        ("split", ("a/pask",), UsageError),
        ("split", ("a/pask", "a/pask"), UsageError),
        ("split", ("a/pask", "a/nobody"), NotFoundError),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    catalogue: Catalogue, deed: str, people: tuple[str, ...], error: type[Exception]
) -> None:
    before, acts = everybody(catalogue), catalogue.last_act()
    with pytest.raises(error):
        getattr(catalogue.people, deed)(*people)
    assert (everybody(catalogue), catalogue.last_act()) == (before, acts)


def test_decisions_outlive_reading_again(catalogue: Catalogue) -> None:
    catalogue.people.merge("a/pask", "b/p1")
    keep(catalogue, key="b", sha256="2")  # the file is empty for a while
    assert catalogue.people.get("a/pask").documents[""] == 2
    keep(catalogue, naming("b/1", "p1", "p1"), naming("b/2", "p1"), key="b", sha256="3", agents=(PASK_B,))
    assert catalogue.people.get("b/p1").entries == ("a/pask", "b/p1")
    assert ids(catalogue, "a/pask", "mentioned") == ["a/1", "b/1", "b/2"]


def test_candidates_are_listed_until_they_are_decided_on(catalogue: Catalogue) -> None:
    def pairs() -> set[frozenset[str]]:
        return {frozenset({pair.first.id, pair.second.id}) for pair in catalogue.people.candidates().candidates}

    assert pairs() == {frozenset({"a/pask", "b/p1"})}  # nothing but the name speaks for the third
    catalogue.people.split("a/pask", "b/p1")
    assert pairs() == set()
    catalogue.people.undo()
    assert pairs() == {frozenset({"a/pask", "b/p1"})}
    catalogue.people.merge("a/pask", "b/p1")
    assert pairs() == set()


def test_a_catalogue_of_before_learns_who_is_in_its_records(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    database = Database.open(path, writable=True)
    bring_up_to_date(database, STEPS[:1])
    database.run("INSERT INTO sources VALUES (1, 'a', 'a', '', 0, '', '', '', '', 1)")
    record = encode_record(naming("a/1", "pask"))
    for number, line in ((1, record), (2, b'{"id": "of a former shape"}')):
        database.run(
            "INSERT INTO records (number, id, source, collection, shelf, sequence, title, version, act) "
            "VALUES (?, ?, 1, 'a', '', 1, '', 2, 1)",
            number,
            f"a/{number}",
        )
        database.run("INSERT INTO lines (record, version, line) VALUES (?, 2, ?)", number, line)
    database.run("INSERT INTO lines (record, version, line) VALUES (1, 1, ?)", encode_record(naming("a/1", "lyle")))
    database.close()
    with Catalogue.open(path, writable=True) as catalogue:
        assert ids(catalogue, "a/pask") == ["a/1"]
        with pytest.raises(NotFoundError):
            catalogue.people.get("a/lyle")
