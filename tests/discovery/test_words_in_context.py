"""Concordance, collocates, frequency and quotations, on a few invented documents."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from discovery_cases import indexed, record

from fonds.discovery import Index, Search
from fonds.discovery.asking import Asker
from fonds.discovery.collocates import Measure, collocates
from fonds.discovery.concordance import Arrangement, concordance
from fonds.discovery.frequency import frequency
from fonds.discovery.quotation import Quoted, find_quotation
from fonds.errors import QueryError
from fonds.record import Note, Text

RECORDS = (
    record(1, "The grey gunboat left. A white gunboat came; gunboats meet.", edtf="1932-10-27"),
    record(2, "No gunboat was seen at the quay by the pilot of the «Élan».", edtf="1932"),
    record(3, "The pilot waited at the quay. The grey gunboat left at dawn, and the pilot with her.", edtf="1934-02"),
    record(4, "An old gunboat.", edtf="1931/1935"),
    msgspec.structs.replace(
        record(5, ""),
        texts=(Text("en", "translation", "The consul lied.", notes=(Note("1", None, "The gunboat of note."),)),),
    ),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("archive") / "index", RECORDS)


@pytest.mark.parametrize(
    ("arrangement", "found"),
    [
        pytest.param(
            "document", ["1 gunboat", "1 gunboat", "1 gunboats", "2 gunboat", "3 gunboat", "4 gunboat"], id="documents"
        ),
        pytest.param(
            "left", ["1 gunboats", "1 gunboat", "3 gunboat", "2 gunboat", "4 gunboat", "1 gunboat"], id="left"
        ),
        pytest.param(
            "right", ["4 gunboat", "1 gunboat", "1 gunboat", "3 gunboat", "1 gunboats", "2 gunboat"], id="right"
        ),
    ],
)
def test_concordance(index: Index, arrangement: Arrangement, found: list[str]) -> None:
    answer = index.answered(lambda asker: concordance(Search(query="gunboat"), asker, arrangement))
    assert [f"{line.id.partition('/d')[2]} {line.found}" for line in answer.lines] == found
    assert (answer.total, answer.documents) == (6, 4)


def test_a_line_is_a_stretch_of_the_text(index: Index) -> None:
    answer = index.answered(lambda asker: concordance(Search(query='"grey gunboat"', limit=1, offset=1), asker))
    (line,) = answer.lines
    assert line.left + line.found + line.right == RECORDS[2].texts[0].content
    assert (answer.total, line.start) == (2, line.left.__len__())


def test_a_concordance_of_no_words_is_refused(index: Index) -> None:
    with pytest.raises(QueryError, match="words to show"):
        index.answered(lambda asker: concordance(Search(query="kind:letter"), asker))


@pytest.mark.parametrize("measure", ["log-likelihood", "mutual information", "frequency"])
def test_collocates(index: Index, measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fonds.discovery.collocates._LEAST", 2)
    answer = index.answered(lambda asker: collocates(Search(query="gunboat"), asker, measure=measure, span=1))
    counts = {each.word: (each.near, each.all) for each in answer.collocates}
    assert counts == {"grey": (2, 2), "left": (2, 2)}
    assert (answer.occurrences, answer.documents, answer.words) == (6, 4, 43)
    # By hand: 10 words stand next to gunboats, so of 43 words each of these would be there 2 * 10 / 43 times by chance.
    values = {"frequency": 2.0, "mutual information": 2.07, "log-likelihood": 6.0}
    assert answer.collocates[0].value == pytest.approx(values[measure], abs=0.2)


def test_frequency_has_its_denominators(index: Index) -> None:
    answer = index.answered(lambda asker: frequency(Search(query="pilot OR gunboat"), asker))
    assert [(y.year, y.documents, y.occurrences, y.of_documents, y.of_words) for y in answer.years] == [
        ("1932", 2, 5, 2, 23),
        ("1934", 1, 3, 1, 17),
    ]
    rest = answer.undated
    assert (rest.documents, rest.occurrences, rest.of_documents, rest.of_words) == (1, 1, 2, 6)


def quoted(index: Index, quotation: str) -> tuple[Quoted, ...]:
    return index.answered(lambda asker: find_quotation(quotation, asker))


@pytest.mark.parametrize(
    ("quotation", "number", "passage"),
    [
        pytest.param("the grey gunboat left at dawn", "3", "The grey gunboat left at dawn", id="words"),
        pytest.param("“THE PILOT waited, at the quay”", "3", "The pilot waited at the quay", id="signs and capitals"),
        pytest.param("pilot of the Elan", "2", "pilot of the «Élan", id="accents"),
        pytest.param(
            "The pilot waited … and the pilot with her", "3", "The pilot waited … and the pilot with her", id="left out"
        ),
        pytest.param("The grey gun-\nboat left at\ndawn", "3", "The grey gunboat left at dawn", id="broken lines"),
        pytest.param(
            "[T]he grey gunboat left at dawn", "3", "The grey gunboat left at dawn", id="a letter made a capital"
        ),
        pytest.param("The grey gunboat [of Pask] left at", "3", "The grey gunboat … left at", id="put in brackets"),
        pytest.param("the consul lied", "5", "The consul lied", id="translation"),
        pytest.param("gunboat of note", "5", "gunboat of note", id="note"),
    ],
)
def test_a_right_quotation(index: Index, quotation: str, number: str, passage: str) -> None:
    (found,) = quoted(index, quotation)
    assert (found.id, found.exact, found.likeness, found.passage) == (f"harbour/d{number}", True, 1.0, passage)


def test_a_wrong_quotation_shows_where(index: Index) -> None:
    found = quoted(index, "the black gunboat left at dawn, and a pilot with her")[0]
    assert (found.id, found.exact) == ("harbour/d3", False)
    assert [(each.sort, each.quoted, each.printed) for each in found.differences] == [
        ("same", "the", "The"),
        ("changed", "black", "grey"),
        ("same", "gunboat left at dawn and", "gunboat left at dawn, and"),
        ("changed", "a", "the"),
        ("same", "pilot with her", "pilot with her"),
    ]
    assert found.likeness == pytest.approx(9 / 11, abs=0.001)


@pytest.mark.parametrize("quotation", ["nobody ever wrote such words as these", "quay quay quay quay"])
def test_what_nobody_wrote(index: Index, quotation: str) -> None:
    assert quoted(index, quotation) == ()


@pytest.mark.parametrize("quotation", ["", "… !", "word " * 501])
def test_no_quotation(index: Index, quotation: str) -> None:
    with pytest.raises(QueryError, match="the quotation"):
        quoted(index, quotation)


def test_an_index_that_is_empty(tmp_path: Path) -> None:
    def nothing(asker: Asker) -> int:
        return concordance(Search(query="word"), asker).total + len(frequency(Search(query="word"), asker).years)

    assert Index.open(tmp_path / "index").answered(nothing) == 0
