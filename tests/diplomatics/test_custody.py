"""Custody: the steps that a citation tells, in its many wordings."""

from __future__ import annotations

import pytest

from fonds.diplomatics.custody import Custody, read_custody

START = '"Note from A to B", May 3, 1951, Delta Digital Archive, '


def steps(citation: str) -> list[tuple[str, str | None]]:
    return [(step.what, step.by) for step in read_custody(citation).steps if step.what != "published by"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("SAK; translation by Ida Roe.", [("held at", "SAK"), ("translated by", "Ida Roe")]),
        (
            "SAK 105-01. Translated by Ida Roe. Also available at the Old Library; declassified by DP.",
            [
                ("held at", "SAK"),
                ("translated by", "Ida Roe"),
                ("on file at", "the Old Library"),
                ("declassified by", "DP"),
            ],
        ),
        ("SAK. Translated for DP by Ida Roe.", [("held at", "SAK"), ("translated by", "Ida Roe")]),
        ("SAK; translated from Russian by I. R.", [("held at", "SAK"), ("translated by", "I. R.")]),
        ("Obtained and translated by Ida Roe.", [("copy obtained by", "Ida Roe"), ("translated by", "Ida Roe")]),
        (
            "SAK; obtained by Ida Roe and translated by Jon Lee.",
            [("held at", "SAK"), ("copy obtained by", "Ida Roe"), ("translated by", "Jon Lee")],
        ),
        (
            "SAK; copy obtained by TV (Lund), provided to DP, and on file at Old Library, Lund.",
            [
                ("held at", "SAK"),
                ("copy obtained by", "TV (Lund)"),
                ("provided to", "DP"),
                ("on file at", "Old Library"),
            ],
        ),
        (
            "SAK; contributed to the Delta Project (DP) by Ida Roe.",
            [("held at", "SAK"), ("contributed by", "Ida Roe"), ("provided to", "Delta Project (DP)")],
        ),
        (
            "SAK; copy provided to DP by Ida Roe",
            [("held at", "SAK"), ("contributed by", "Ida Roe"), ("provided to", "DP")],
        ),
        ("SAK; copy provided by Ida Roe", [("held at", "SAK"), ("contributed by", "Ida Roe")]),
        (
            "SAK, courtesy of TV; trans. by I. R.",
            [("held at", "SAK"), ("contributed by", "TV"), ("translated by", "I. R.")],
        ),
        ("SAK; found under a floor", [("held at", "SAK"), ("unparsed", "found under a floor")]),
    ],
)
def test_steps(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert steps(START + words) == expected


@pytest.mark.parametrize(
    ("words", "repository", "place", "reference"),
    [
        ("State Archive, Karst Republic (SAK), Lund", "State Archive, Karst Republic (SAK)", "Lund", None),
        ("State Archive (SAK), Lund, Fond 7, File 12", "State Archive (SAK)", "Lund", "Fond 7, File 12"),
        ("State Archive (SAK) XIX-J, 1951", "State Archive (SAK)", None, "XIX-J, 1951"),
        ("SAK, f. 7, op. 2, d. 3", "SAK", None, "f. 7, op. 2, d. 3"),
        ("Old Library, Washington, D.C., Box 5", "Old Library", "Washington, D.C.", "Box 5"),
        ("Old Library, Manuscript Division, Roe Papers", "Old Library", None, "Manuscript Division, Roe Papers"),
        ("State Archive", "State Archive", None, None),
    ],
)
def test_holding(words: str, repository: str, place: str | None, reference: str | None) -> None:
    custody = read_custody(START + words + "; translation by Ida Roe.")
    assert custody.holding
    assert (custody.holding.repository, custody.holding.reference) == (repository, reference)
    assert (custody.steps[0].by, custody.steps[0].place) == (repository, place)


@pytest.mark.parametrize(
    ("citation", "title", "date"),
    [
        (START, "Note from A to B", "May 3, 1951"),
        ('"Note from A to B," 1951, Delta Digital Archive', "Note from A to B", "1951"),
        ("“He said ‘no’, twice”, May 1951, Delta Digital Archive, SAK", "He said ‘no’, twice", "May 1951"),
        ('"The "Salt" Note, Revised", 1951, SAK', 'The "Salt" Note, Revised', "1951"),
        ("", None, None),
    ],
)
def test_title_and_date(citation: str, title: str | None, date: str | None) -> None:
    custody = read_custody(citation)
    assert (custody.title, custody.date) == (title, date)


def test_the_publisher_comes_last_and_the_address_apart() -> None:
    custody = read_custody(START + "SAK; translation by Ida Roe. <https://delta.example/9>.")
    assert custody.steps[-1].what == "published by"
    assert custody.steps[-1].by == "Delta Digital Archive"
    assert custody.address == "https://delta.example/9"


def test_nothing_told() -> None:
    assert read_custody("") == Custody()


@pytest.mark.parametrize("sign", [", ", "and ", "obtained ", "(", '"', "to by ", "; ", "1"])
def test_hostile_citations_are_read_in_time(sign: str) -> None:
    assert read_custody(START + sign * 5000).title
