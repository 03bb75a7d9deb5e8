from __future__ import annotations

import pytest

from fonds.reading_room.wording import (
    agent_words,
    cited_words,
    date_words,
    finding_words,
    language_name,
    listed,
    meaning,
    moment_words,
    text_title,
    years,
)
from fonds.record import Agent, Cites, Date, Finding, Text


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("1962-10-28", "28 October 1962"),
        ("1962-10-08", "8 October 1962"),
        ("1962-10", "October 1962"),
        ("1962", "1962"),
        ("0962", "0962"),
        ("1962-10-XX", "October 1962"),
        ("1962-XX-XX", "1962"),
        ("196X", "1960s"),
        ("19XX", "1900s"),
        ("1962-22", "summer 1962"),
        ("1962-10-28?", "perhaps 28 October 1962"),
        ("1962~", "about 1962"),
        ("1962-10%", "perhaps about October 1962"),
        ("1962-10-26/1962-10-28", "26 to 28 October 1962"),
        ("1962-10-28/1962-10-28", "28 October 1962 to 28 October 1962"),
        ("1962-10-26/1962-11-02", "26 October to 2 November 1962"),
        ("1962-12-30/1963-01-02", "30 December 1962 to 2 January 1963"),
        ("1962-10/1962-11", "October to November 1962"),
        ("1962/1963", "1962 to 1963"),
        ("1962-10/1962-11-02", "October 1962 to 2 November 1962"),
        ("../1962-10", "until October 1962"),
        ("1962-10/..", "from October 1962 on"),
        ("1962/", "from 1962 on"),
        ("[1962-10-01,1962-10-02]", "1 October 1962 or 2 October 1962"),
        ("{1960,1961}", "1960 and 1961"),
        ("-0044-03-15", "-0044-03-15"),
        ("Y-17E7", "Y-17E7"),
        ("1962-13", "1962-13"),
        ("1962-1X", "1962-1X"),
        ("?1962-10", "?1962-10"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_dates_in_words(edtf: str, wanted: str) -> None:
    assert date_words(edtf) == wanted


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        pytest.param(Date(edtf="1962-10-28", time="17:30"), "28 October 1962, 17:30", id="day and time"),
        pytest.param(Date(edtf="1962-10-28", time="15:00/17:00"), "28 October 1962, 15:00 to 17:00", id="hours"),
        pytest.param(Date(printed="undated"), "", id="unknown"),
    ],
)
def test_what_a_date_means(date: Date, wanted: str) -> None:
    assert meaning(date) == wanted


@pytest.mark.parametrize(
    ("cites", "wanted"),
    [
        pytest.param(Cites(), "Another document", id="nothing told"),
        pytest.param(Cites(document="67"), "Document 67", id="a document of this volume"),
        pytest.param(
            Cites(kind="telegram", number="1104", sender="Port Lorne", date="1932-10-26"),
            "Telegram 1104, from Port Lorne, 26 October 1932",
            id="a telegram",
        ),
        pytest.param(
            Cites(work="The Velmar Reader", volume="II", pages="226-229", note="3"),
            "The Velmar Reader, volume II, note 3, pages 226-229",
            id="a printed work",
        ),
    ],
)
def test_what_a_reference_cites(cites: Cites, wanted: str) -> None:
    assert cited_words(cites) == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("ru", "Russian"), ("ota", "Ottoman Turkish"), ("zh-Hant", "Chinese"), ("qaa", "qaa"), ("", "")],
)
def test_languages(tag: str, wanted: str) -> None:
    assert language_name(tag) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B, and C")],
)
def test_lists(words: list[str], wanted: str) -> None:
    assert listed(words) == wanted


@pytest.mark.parametrize(
    ("date_from", "date_to", "wanted"),
    [
        ("1961-01-02", "1963-12-31", "1961–1963"),
        ("1961-01-02", "1961-12-31", "1961"),
        ("-0044-03-15", "0014-08-19", "-0044–0014"),
        ("1961-01-02", None, "1961–"),
        (None, None, ""),
    ],
)
def test_years(date_from: str | None, date_to: str | None, wanted: str) -> None:
    assert years(date_from, date_to) == wanted


def test_findings_and_texts() -> None:
    assert finding_words(Finding("date-contradicts_salutation")) == "Date contradicts salutation"
    assert finding_words(Finding("date-unread")) == "The words given as the date could not be read as one."
    assert text_title(Text("ru", "original", "")) == "Original, Russian"
    assert text_title(Text(None, "translation", "")) == "Translation"


def test_agents() -> None:
    agent = Agent("p_1", "daer", "person", "Pask, Edwin", "Minister in Sarenne")
    assert agent_words(agent) == "Pask, Edwin – Minister in Sarenne"
    assert agent_words(Agent("p_2", "daer", "person", "Pask, Ada")) == "Pask, Ada"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("1962-10-28", "28 October 1962"),
        ("1962-10-28T08:23", "28 October 1962, 08:23"),
        ("8:23 a.m.", "8:23 a.m."),
        ("Thursday", "Thursday"),
    ],
)
def test_moment_words(at: str, words: str) -> None:
    assert moment_words(at) == words
