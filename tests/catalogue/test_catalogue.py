"""What the catalogue says of the records it holds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogue_cases import FILE, citing, coming, keep, made

from fonds.catalogue import Brief, Catalogue, Entry, HeldSource, designations, entry, sequence
from fonds.catalogue import catalogue as module
from fonds.errors import CorruptArchiveError, NotFoundError, UsageError
from fonds.record import Agent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(path, writable=True) as opened:
        yield opened


def test_a_file_is_held_as_it_was_last_taken_in(catalogue: Catalogue) -> None:
    assert catalogue.held(FILE) is None
    keep(catalogue, made("v/d1"))
    assert catalogue.held(FILE) == HeldSource(FILE, "1", "tei 1", "", 1)
    keep(catalogue, made("v/d1"), sha256="2")
    keep(catalogue, made("v/d1"), sha256="2")
    assert catalogue.held(FILE) == catalogue.source_of("v/d1") == HeldSource(FILE, "2", "tei 1", "", 2)


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda catalogue: catalogue.get("v/d9"), id="get"),
        pytest.param(lambda catalogue: catalogue.get(""), id="get nothing"),
        pytest.param(lambda catalogue: catalogue.get("v/d1", 0), id="get version 0"),
        pytest.param(lambda catalogue: catalogue.get("' OR 1=1 --"), id="get SQL"),
        pytest.param(lambda catalogue: catalogue.neighbours("v/d9"), id="neighbours"),
        pytest.param(lambda catalogue: catalogue.source_of("v/d9"), id="source"),
        pytest.param(lambda catalogue: catalogue.agent("v", "p9"), id="agent"),
        pytest.param(lambda catalogue: catalogue.agent("w", "p1"), id="agent of another collection"),
    ],
)
def test_what_is_not_there_is_named(catalogue: Catalogue, ask: Callable[[Catalogue], object]) -> None:
    keep(catalogue, made("v/d1"), agents=(Agent("p1", "v", "person", "A. Person"),))
    with pytest.raises(NotFoundError):
        ask(catalogue)


def test_archive_order_is_that_of_the_files_then_of_each_file(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/last"), key="v/part 10.xml")
    keep(catalogue, made("v/z"), made("v/a"), made("v/m"), key="v/part 9.xml")
    keep(catalogue, made("w/only"), key="v/part 1.xml")
    keep(catalogue, made("v/first"), key="v/part 2.xml")
    assert list(catalogue.in_order("v")) == ["v/first", "v/z", "v/a", "v/m", "v/last"]
    assert list(catalogue.in_order("no such")) == []
    assert [record.id for record in catalogue.records()] == ["v/a", "v/first", "v/last", "v/m", "v/z", "w/only"]


@pytest.mark.parametrize(
    ("record_id", "neighbours"),
    [
        pytest.param("v/d1", (None, "v/d2"), id="first"),
        pytest.param("v/d2", ("v/d1", "v/d4"), id="before one withdrawn"),
        pytest.param("v/d4", ("v/d2", "v/d5"), id="after one withdrawn"),
        pytest.param("v/d5", ("v/d4", None), id="last, from another file"),
        pytest.param("w/d1", (None, None), id="alone in its collection"),
    ],
)
def test_neighbours(catalogue: Catalogue, record_id: str, neighbours: tuple[str | None, str | None]) -> None:
    keep(catalogue, *(made(f"v/d{number}") for number in (1, 2, 3, 4)))
    keep(catalogue, *(made(f"v/d{number}") for number in (1, 2, 4)))
    keep(catalogue, made("v/d5"), made("w/d1"), key="papers/b.xml")
    assert catalogue.neighbours(record_id) == neighbours


def test_cited_by_follows_the_records(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d2", cites=("v/d1", "w/d1")), made("v/d1", cites=("w/d1",), kind="letter", edtf="1931-04"))
    brief = {"v/d2": Brief("v/d2", "Telegram v/d2", None, None, None)}
    brief["v/d1"] = Brief("v/d1", "Telegram v/d1", "letter", "1931-04-01", "1931-04-30")
    assert citing(catalogue, "w/d1") == (brief["v/d2"], brief["v/d1"])
    assert citing(catalogue, "v/d1") == (brief["v/d2"],)
    assert citing(catalogue, "v/d2") == ()
    keep(catalogue, made("v/d2"), made("v/d1", cites=("v/d2",)))
    assert citing(catalogue, "w/d1") == citing(catalogue, "v/d1") == ()
    assert [citing.id for citing in citing(catalogue, "v/d2")] == ["v/d1"]


def test_briefs_are_in_the_order_asked_for(catalogue: Catalogue) -> None:
    keep(catalogue, *(made(f"v/d{number}") for number in range(30)))
    asked = [f"v/d{number}" for number in (20, 3, 99, 11)]
    assert list(catalogue.briefs(asked)) == ["v/d20", "v/d3", "v/d11"]
    assert catalogue.briefs([]) == {}


class TestAgents:
    """The lists of names of a collection."""

    OLD = Agent("p1", "v", "person", "A. Person", "Consul")
    NEW = Agent("p1", "v", "person", "Anna Person", "Consul general")

    def test_are_found_within_their_collection(self, catalogue: Catalogue) -> None:
        other = Agent("p1", "w", "body", "The Port Authority")
        keep(catalogue, agents=(self.OLD, other))
        assert catalogue.agents("v") == {"p1": self.OLD}
        assert catalogue.agent("w", "p1") == other
        assert catalogue.agents("x") == {}

    def test_make_way_for_a_corrected_list(self, catalogue: Catalogue) -> None:
        keep(catalogue, agents=(self.OLD, Agent("p2", "v", "person", "B. Person")))
        keep(catalogue, agents=(self.NEW,))
        assert catalogue.agents("v") == {"p1": self.NEW}

    def test_stay_while_a_file_has_them(self, catalogue: Catalogue) -> None:
        keep(catalogue, agents=(self.OLD,), key="a")
        keep(catalogue, agents=(self.OLD,), key="b")
        keep(catalogue, agents=(), key="a")
        assert catalogue.agents("v") == {"p1": self.OLD}
        keep(catalogue, agents=(), key="b")
        assert catalogue.agents("v") == {}

    @pytest.mark.parametrize("keys", ["abcdef", "fedcba", "cafebd"])
    def test_do_not_depend_on_the_order_of_files(self, catalogue: Catalogue, keys: str) -> None:
        for key in keys:
            keep(catalogue, agents=(Agent("p1", "v", "person", f"Person {key}"), Agent(key, "v", "term", key)), key=key)
        believed = catalogue.agents("v")
        assert list(believed) == [*"abcdef", "p1"]
        assert catalogue.agent("v", "p1") == believed["p1"]
        assert believed["p1"].name == "Person b"  # whose list has the smallest digest

    def test_twice_in_a_list_the_first_counts(self, catalogue: Catalogue) -> None:
        keep(catalogue, agents=(self.OLD, self.NEW))
        assert catalogue.agents("v") == {"p1": self.OLD}


def test_the_journal_says_what_was_done(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1"), made("v/d2"))
    keep(catalogue, made("v/d2", "Open."), sha256="2")
    first, second = catalogue.journal()
    assert (first.number, first.deed, first.thing) == (1, "keep", FILE)
    assert second.outcome == {"added": 0, "changed": 1, "unchanged": 0, "withdrawn": 1, "findings": 0}
    assert first.at.endswith("+00:00")
    assert catalogue.last_act() == 2


class TestIndex:
    """What the search index has yet to learn."""

    @staticmethod
    def left(catalogue: Catalogue) -> tuple[list[str], list[str]]:
        return [record.id for record in catalogue.unindexed()], list(catalogue.withdrawn_unindexed())

    def test_an_empty_catalogue(self, catalogue: Catalogue) -> None:
        assert self.left(catalogue) == ([], [])
        assert catalogue.last_act() == 0

    def test_learns_each_change_once(self, catalogue: Catalogue) -> None:
        catalogue.mark_indexed(keep(catalogue, made("v/d1"), made("v/d2"), made("v/d3")).act)
        assert self.left(catalogue) == ([], [])
        change = keep(catalogue, made("v/d1", "Open."), made("v/d3"), made("v/d4"))
        assert self.left(catalogue) == (["v/d1", "v/d4"], ["v/d2"])
        catalogue.mark_indexed(change.act)
        assert self.left(catalogue) == ([], [])
        keep(catalogue, made("v/d1", "Open."), made("v/d2"), made("v/d3"), made("v/d4"))
        assert self.left(catalogue) == (["v/d2"], [])

    def test_does_not_learn_what_is_no_change(self, catalogue: Catalogue) -> None:
        catalogue.mark_indexed(keep(catalogue, made("v/d1"), made("v/d2")).act)
        keep(catalogue, made("v/d2", sha256="2"), made("v/d1", sha256="2"), sha256="2")
        assert self.left(catalogue) == ([], [])

    def test_a_mark_covers_what_came_up_to_it_only(self, catalogue: Catalogue) -> None:
        first = keep(catalogue, made("v/d1"), key="a")
        keep(catalogue, made("v/d2"), key="b")
        catalogue.mark_indexed(first.act)
        assert self.left(catalogue) == (["v/d2"], [])
        catalogue.mark_indexed(0)
        assert self.left(catalogue) == (["v/d2"], [])

    def test_starts_again(self, catalogue: Catalogue) -> None:
        keep(catalogue, made("v/d1"), made("v/d2"))
        catalogue.mark_indexed(keep(catalogue, made("v/d1")).act)
        catalogue.forget_indexed()
        assert self.left(catalogue) == (["v/d1"], ["v/d2"])


class TestReading:
    """Read-only use."""

    def test_goes_on_while_a_writer_writes(self, catalogue: Catalogue, path: Path) -> None:
        keep(catalogue, made("v/d1"))
        with Catalogue.open(path) as reader:

            def entries() -> Iterator[Entry]:
                yield entry(made("v/d1", "Changed."))
                assert reader.get("v/d1") == made("v/d1")
                yield entry(made("v/d2"))

            catalogue.keep(coming(sha256="2"), entries(), ())
            assert reader.get("v/d1") == made("v/d1", "Changed.")
            assert [record.id for record in reader.records()] == ["v/d1", "v/d2"]

    @pytest.mark.parametrize(
        "write",
        [
            pytest.param(lambda catalogue: keep(catalogue, made("v/d2")), id="keep"),
            pytest.param(lambda catalogue: catalogue.mark_indexed(1), id="mark indexed"),
            pytest.param(lambda catalogue: catalogue.forget_indexed(), id="forget indexed"),
        ],
    )
    def test_never_writes(self, catalogue: Catalogue, path: Path, write: Callable[[Catalogue], object]) -> None:
        keep(catalogue, made("v/d1"))
        catalogue.close()
        before = path.read_bytes()
        with Catalogue.open(path) as reader:
            with pytest.raises(UsageError, match="open to read"):
                write(reader)
            assert reader.get("v/d1") == made("v/d1")
        assert path.read_bytes() == before

    def test_in_several_threads(self, catalogue: Catalogue, path: Path) -> None:
        keep(catalogue, *(made(f"v/d{number}") for number in range(50)))
        with Catalogue.open(path) as reader:
            found: list[str] = []
            threads = [
                threading.Thread(target=lambda: found.extend(record.id for record in reader.records()))
                for _ in range(4)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert len(found) == 200

    def test_of_a_damaged_record(self, catalogue: Catalogue) -> None:
        keep(catalogue, made("v/d1"))
        catalogue._database.run("UPDATE lines SET line = ?", b'{"id": 7}')
        with pytest.raises(CorruptArchiveError, match="a record that cannot be read"):
            catalogue.get("v/d1")


@pytest.mark.parametrize(
    ("statement", "plan"),
    [
        pytest.param(module._LINE, "SEARCH records USING INDEX sqlite_autoindex_records_1 (id=?)", id="get"),
        pytest.param(module._LINES, "SCAN records USING INDEX sqlite_autoindex_records_1", id="records"),
        pytest.param(sequence._IN_ORDER, "COVERING INDEX records_in_order (withdrawn=? AND", id="in order"),
        pytest.param(sequence._NEXT, "records_in_order (withdrawn=? AND collection=? AND (shelf", id="next"),
        pytest.param(sequence._PREVIOUS, "records_in_order (withdrawn=? AND collection=? AND (shelf", id="prev"),
        pytest.param(designations._CITING, "SEARCH citations USING PRIMARY KEY (target=?)", id="citing"),
        pytest.param(designations._KNOWN_AS, "SEARCH designations USING PRIMARY KEY (name=?)", id="known as"),
        pytest.param(designations._DESIGNATIONS, "designations_by_record (record=?)", id="designations"),
        pytest.param(module._BRIEFS, "SEARCH records USING INDEX sqlite_autoindex_records_1 (id=?)", id="briefs"),
        pytest.param(module._UNINDEXED, "SEARCH records USING INDEX records_by_act (act>?)", id="unindexed"),
    ],
)
def test_questions_go_through_indexes(catalogue: Catalogue, statement: str, plan: str) -> None:
    parameters = ["1"] * statement.count("?")
    steps = catalogue._database.rows(f"EXPLAIN QUERY PLAN {statement}", *parameters)
    assert any(plan in step for *_, step in steps)
    assert not any(step == "SCAN records" for *_, step in steps)
