"""A file goes into the catalogue whole or not at all, and again without doubles."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from catalogue_cases import FILE, citing, coming, content, keep, made
from hypothesis import given, settings
from hypothesis import strategies as st

from fonds.catalogue import Catalogue, Change, Entry, entry
from fonds.errors import NotFoundError, RefusedError
from fonds.record import Agent, Finding, Record, Source


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def counts(change: Change) -> tuple[int, int, int, int]:
    return change.added, change.changed, change.unchanged, change.withdrawn


def texts(catalogue: Catalogue) -> dict[str, str]:
    return {record.id: record.texts[0].content for record in catalogue.records()}


def test_a_new_file(catalogue: Catalogue) -> None:
    change = keep(catalogue, made("v/d1"), made("v/d2"))
    assert change == Change(FILE, 1, 1, added=2, changed=0, unchanged=0, withdrawn=0, findings=0)
    assert list(catalogue.records()) == [made("v/d1"), made("v/d2")]


@pytest.mark.parametrize(
    ("again", "expected", "listed"),
    [
        pytest.param([made("v/d1"), made("v/d2")], (0, 0, 2, 0), "d1 d2", id="the same"),
        pytest.param([made("v/d1", sha256="2"), made("v/d2", sha256="2")], (0, 0, 2, 0), "d1 d2", id="another digest"),
        pytest.param([made("v/d1", "Open."), made("v/d2")], (0, 1, 1, 0), "d1 d2", id="one changed"),
        pytest.param([made("v/d2"), made("v/d1")], (0, 0, 2, 0), "d2 d1", id="another order"),
        pytest.param([made("v/d1"), made("v/d9"), made("v/d2")], (1, 0, 2, 0), "d1 d9 d2", id="one put in"),
        pytest.param([made("v/d2")], (0, 0, 1, 1), "d2", id="one gone"),
        pytest.param([], (0, 0, 0, 2), "", id="all gone"),
    ],
)
def test_a_file_again(
    catalogue: Catalogue, again: list[Record], expected: tuple[int, int, int, int], listed: str
) -> None:
    keep(catalogue, made("v/d1"), made("v/d2"))
    change = keep(catalogue, *again, sha256="2")
    assert counts(change) == expected
    assert change.version == 2
    assert [record_id.removeprefix("v/") for record_id in catalogue.in_order("v")] == listed.split()
    assert sorted(catalogue.records(), key=lambda record: record.id) == sorted(again, key=lambda record: record.id)


def test_more_entries_than_a_batch(catalogue: Catalogue) -> None:
    records = [made(f"v/d{number}") for number in range(1000)]
    assert counts(keep(catalogue, *records)) == (1000, 0, 0, 0)
    assert counts(keep(catalogue, *reversed(records[:700]))) == (0, 0, 700, 300)
    assert list(catalogue.in_order("v")) == [f"v/d{number}" for number in reversed(range(700))]


def test_a_changed_record_keeps_its_former_versions(catalogue: Catalogue) -> None:
    for words in ("One.", "Two.", "Two.", "Three."):
        keep(catalogue, made("v/d1", words))
    former = [catalogue.get("v/d1", version).texts[0].content for version in (1, 2, 3)]
    assert former == ["One.", "Two.", "Three."]
    assert catalogue.get("v/d1") == catalogue.get("v/d1", 3)
    with pytest.raises(NotFoundError, match="no version 4"):
        catalogue.get("v/d1", 4)


def test_another_digest_or_reader_is_no_new_version_but_is_kept(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1"))
    reread = msgspec.structs.replace(made("v/d1"), source=Source("b.xml", "2", "text/xml", "tei 2"))
    keep(catalogue, reread, sha256="2")
    assert catalogue.get("v/d1") == reread
    with pytest.raises(NotFoundError, match="no version 2"):
        catalogue.get("v/d1", 2)


def test_a_withdrawn_record_is_neither_listed_nor_lost(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1"), made("v/d2", cites=("v/d1",)))
    keep(catalogue, made("v/d1"))
    with pytest.raises(NotFoundError, match=r"record v/d2: withdrawn, for file papers/a\.xml"):
        catalogue.get("v/d2")
    assert texts(catalogue).keys() == {"v/d1"}
    assert citing(catalogue, "v/d1") == ()
    assert catalogue.briefs(["v/d2"]) == {}
    assert catalogue.statistics().withdrawn == 1
    assert counts(keep(catalogue, made("v/d1"), made("v/d2", "New."))) == (1, 0, 1, 0)
    assert catalogue.get("v/d2", 1).texts[0].content == "The harbour stays shut."
    assert catalogue.get("v/d2").texts[0].content == "New."


def test_a_withdrawn_record_may_come_from_another_file(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1"), made("v/d2"))
    keep(catalogue, made("v/d1"))
    keep(catalogue, made("v/d2"), key="papers/b.xml")
    assert catalogue.source_of("v/d2").key == "papers/b.xml"
    assert counts(keep(catalogue, made("v/d1"))) == (0, 0, 1, 0)
    assert catalogue.get("v/d2") == made("v/d2")


@pytest.mark.parametrize(
    ("records", "key", "said"),
    [
        pytest.param(
            [made("v/d8"), made("v/d1")], "b.xml", r"b\.xml: document v/d1, .* from file papers/a\.xml", id="other file"
        ),
        pytest.param([made("v/d8"), made("v/d8")], "b.xml", r"b\.xml: two documents .* v/d8", id="new twice"),
        pytest.param(
            [made(f"v/n{number % 300}") for number in range(301)], "b.xml", "two documents .* v/n0", id="far apart"
        ),
        pytest.param([made("v/d1"), made("v/d2"), made("v/d1")], FILE, "two documents .* v/d1", id="held twice"),
        pytest.param(
            [made("v/d1"), *(made(f"v/n{number}") for number in range(300)), made("v/d1")],
            FILE,
            "two documents .* v/d1",
            id="held twice, far apart",
        ),
        pytest.param([made("v/d8")], "b\udcff.xml", r"b\\udcff\.xml: a name that is not Unicode", id="name"),
    ],
)
def test_refused_whole(catalogue: Catalogue, records: list[Record], key: str, said: str) -> None:
    keep(catalogue, made("v/d1"), made("v/d2"), agents=(Agent("p1", "v", "person", "A. Person"),))
    before = content(catalogue)
    with pytest.raises(RefusedError, match=said) as caught:
        keep(catalogue, *records, key=key, sha256="2", agents=(Agent("p2", "v", "person", "B. Person"),))
    assert caught.value.next_step
    assert content(catalogue) == before
    assert catalogue.held("b.xml") is None


@pytest.mark.parametrize("position", [0, 1, 255, 256, 600])
@pytest.mark.parametrize("error", [RefusedError("file a.xml"), KeyboardInterrupt(), MemoryError()], ids=repr)
def test_an_error_while_reading_changes_nothing(catalogue: Catalogue, position: int, error: BaseException) -> None:
    def broken() -> Iterator[Entry]:
        for number in range(position):
            yield entry(made(f"v/d{number}", "Changed."))
        raise error

    keep(catalogue, made("v/d1"), made("w/d1"))
    before = content(catalogue)
    with pytest.raises(type(error)):
        catalogue.keep(coming(sha256="2"), broken(), ())
    assert content(catalogue) == before
    assert counts(keep(catalogue, made("v/d1"), made("w/d1"))) == (0, 0, 2, 0)


def test_findings_make_way_for_those_of_a_new_reading(catalogue: Catalogue) -> None:
    doubtful = msgspec.structs.replace(made("v/d1"), findings=(Finding("F2", "32 May", "date"),))
    of_the_file = Finding("F1", "no title", "header")
    change = catalogue.keep(coming(findings=(of_the_file,)), map(entry, [doubtful, made("v/d2")]), ())
    assert change.findings == 2
    assert catalogue.findings(FILE) == (of_the_file, *doubtful.findings)
    assert catalogue.statistics().findings == {"F1": 1, "F2": 1}
    assert keep(catalogue, doubtful, made("v/d2")).findings == 1
    assert catalogue.findings(FILE) == doubtful.findings
    keep(catalogue, made("v/d1"))
    assert catalogue.findings(FILE) == catalogue.findings("no such file") == ()


def test_memory_does_not_grow_with_the_file(catalogue: Catalogue) -> None:
    def peak(number: int) -> int:
        tracemalloc.start()
        keep_many = (entry(made(f"v/d{n}", "Words and words. " * 50)) for n in range(number))
        catalogue.keep(coming(), keep_many, ())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    small = peak(600)
    assert peak(3000) < small * 1.5


@settings(max_examples=25, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["1.", "2."])), min_size=1, max_size=5))
def test_whatever_came_before_the_last_content_is_what_is_listed(
    tmp_path_factory: pytest.TempPathFactory, contents: list[dict[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("archive") / "catalogue.sqlite"
    with Catalogue.open(path, writable=True) as catalogue:
        for number, held in enumerate(contents):
            keep(catalogue, *(made(f"v/{name}", words) for name, words in held.items()), sha256=str(number))
        assert texts(catalogue) == {f"v/{name}": words for name, words in contents[-1].items()}
        assert list(catalogue.in_order("v")) == [f"v/{name}" for name in contents[-1]]
        assert catalogue.statistics().withdrawn == len({name for held in contents for name in held}) - len(contents[-1])
