from __future__ import annotations

import json
import re

import msgspec
import pytest
from cited_records import BARE, LETTER, TELEGRAM
from hypothesis import given
from hypothesis import strategies as st

from fonds.citation import FORMATS, bibtex, csl_item, ris
from fonds.record import Record


@pytest.mark.parametrize(
    "line",
    [
        "@unpublished{strait/letter-7,",
        "author = {{E. Pask}},",
        "translator = {{P. Aubenac}},",
        "origlanguage = {ru},",
        "archive = {Aldermere Record Office (ARO)},",
        "archivelocation = {fond 4, opis 17},",
        "month = {oct},",
    ],
)
def test_bibtex_tells(line: str) -> None:
    assert line in [each.strip() for each in bibtex(LETTER).splitlines()]


def test_bibtex_of_an_edition_has_its_year_and_the_own_date() -> None:
    entry = bibtex(TELEGRAM)
    assert entry.startswith("@incollection{daer1932v06/d68,\n")
    assert "  year = {1986},\n" in entry
    assert "  origdate = {1932-10-27},\n" in entry
    assert "  pages = {181--187},\n" in entry
    assert "month" not in entry


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("50% & more_", r"50\% \& more\_"),
        ("a } b", r"a \textbraceright{} b"),
        ("a\\b", r"a\textbackslash{}b"),
        ("two\nlines", "two lines"),
    ],
)
def test_bibtex_escapes(title: str, written: str) -> None:
    assert f"  title = {{{{{written}}}}},\n" in bibtex(msgspec.structs.replace(BARE, title=title))


@given(st.text(), st.text(), st.text())
def test_no_words_leave_their_field(title: str, address: str, kind: str) -> None:
    record = msgspec.structs.replace(LETTER, title=title, address=address, kind=kind, id=title)
    entry = bibtex(record)
    assert entry.count("{") == entry.count("}")
    depths = [0]
    for brace in re.findall("[{}]", entry):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert 0 not in depths[1:-1]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris(record).removesuffix("\r\n").split("\r\n"))
    assert ris(record).splitlines()[-1] == "ER  - "


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        pytest.param(
            LETTER,
            [
                "TY  - PCOMM",
                "A4  - P. Aubenac",
                "C1  - Original language: ru",
                "DA  - 1932/10/28/",
                "DB  - Aldermere Record Office (ARO)",
                "C2  - Ministry of the Sea",
            ],
            id="a letter",
        ),
        pytest.param(
            TELEGRAM,
            [
                "TY  - CHAP",
                "PY  - 1986",
                "DA  - 1932/10/27/",
                "M1  - 68",
                "SP  - 181",
                "EP  - 187",
                "A2  - Basil Finch",
            ],
            id="in an edition",
        ),
    ],
)
def test_ris_tells(record: Record, lines: list[str]) -> None:
    told = ris(record).split("\r\n")
    assert [line for line in lines if line not in told] == []


def test_every_form_writes_a_bare_record() -> None:
    assert set(FORMATS) == {"bibtex", "ris", "csl-json"}
    assert FORMATS["bibtex"](BARE) == "@unpublished{letters/bare,\n  title = {{A bare record}},\n}\n"
    assert FORMATS["ris"](BARE) == "TY  - MANSCPT\r\nID  - letters/bare\r\nTI  - A bare record\r\nER  - \r\n"
    assert json.loads(FORMATS["csl-json"](BARE)) == [csl_item(BARE)]
