"""Offices in text are linked to whoever held them on the day, where a register tells for certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from fonds.authority.identity import Office
from fonds.authority.office_holders import OfficeHolders, mission_of, of_the_service
from fonds.authority.pocom import read_register
from fonds.errors import RefusedError
from fonds.record import Agent

PEOPLE = [
    Agent("marlow-e", "pocom", "person", "Marlow, Edith R."),
    Agent("venn-o", "pocom", "person", "Venn, Oscar"),
    Agent("ash-p", "pocom", "person", "Ash, Peter"),
]
POSTS = [
    ("pocom/marlow-e", Office("Secretary of State", None, "1951-01-10", "1953-02-01", "pocom")),
    ("pocom/ash-p", Office("Secretary of State", None, "1953-02-01", None, "pocom")),
    ("pocom/venn-o", Office("Ambassador Extraordinary and Plenipotentiary", "Norway", "1951-05", "1955", "pocom")),
    ("pocom/nobody", Office("Ambassador", "Peru", "1951", "1955", "pocom")),
    ("pocom/venn-o", Office("Envoy", "Syria", "1940-01-01", None, "pocom")),
    ("pocom/ash-p", Office("Envoy", "Syria", "1942-01-01", None, "pocom")),
]
HOLDERS = OfficeHolders(PEOPLE, POSTS)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        pytest.param("The Secretary asked.", "1952-03-01", [("Secretary", "marlow-e")], id="the secretary"),
        pytest.param("The Secretary asked.", "1960-03-01", [("Secretary", "ash-p")], id="still in office"),
        pytest.param("The Secretary asked.", "1990-03-01", [], id="not for ever"),
        pytest.param("The Secretary asked.", "1953-02-01", [], id="day of change"),
        pytest.param("The Secretary asked.", "1953-02", [], id="month of change"),
        pytest.param("The Secretary asked.", "1951", [], id="year of change"),
        pytest.param("The Secretary asked.", "1952-03", [("Secretary", "marlow-e")], id="month within"),
        pytest.param("The Secretary asked.", "1940-01-01", [], id="before all"),
        pytest.param("The Secretary asked.", None, [], id="no day"),
        pytest.param("The Secretary asked.", "1952/1953", [], id="no one day"),
        pytest.param("the Secretary General; the Secretary of Defense", "1952-03-01", [], id="another secretary"),
        pytest.param("the secretary took notes", "1952-03-01", [], id="no office"),
        pytest.param("Secretary Marlow said", "1952-03-01", [("Marlow", "marlow-e")], id="secretary by name"),
        pytest.param("Secretary Marlow’s view", "1952-03-01", [("Marlow", "marlow-e")], id="possessive"),
        pytest.param("Secretary Marlow said", "1954-03-01", [], id="no longer secretary"),
        pytest.param("Secretary Venn said", "1952-03-01", [], id="another office"),
        pytest.param("Ambassador Venn said", "1952-03-01", [("Venn", "venn-o")], id="ambassador by name"),
        pytest.param("the Ambassador in Norway said", "1952-03-01", [("Ambassador", "venn-o")], id="country"),
        pytest.param("the Ambassador in Oslo said", "1952-03-01", [("Ambassador", "venn-o")], id="capital"),
        pytest.param("the Ambassador in Lima said", "1952-03-01", [], id="holder not in the register"),
        pytest.param("the Halvern Ambassador in Oslo", "1952-03-01", [], id="another country's"),
        pytest.param("the Envoy in Syria", "1941-05-01", [("Envoy", "venn-o")], id="until the next"),
        pytest.param("the Envoy in Syria", "1944-05-01", [("Envoy", "ash-p")], id="no end"),
        pytest.param("the Envoy in Syria", "1959-05-01", [], id="no end, long ago"),
        pytest.param("the Envoy in Syria (Ash)", "1944-05-01", [("Envoy", "ash-p")], id="named in brackets"),
        pytest.param("the Envoy in Syria (Strong)", "1944-05-01", [], id="another in brackets"),
        pytest.param("with the H.V. Ambassador in Oslo", "1952-03-01", [], id="another country's in letters"),
        pytest.param(
            "He went. Ambassador in Oslo.", "1952-03-01", [("Ambassador", "venn-o")], id="first in a sentence"
        ),
        pytest.param("Files, Office of the Secretary", "1952-03-01", [], id="an office's papers"),
        pytest.param("the Ambassador called", "1952-03-01", [("Ambassador", "venn-o")], id="the mission's own"),
    ],
)
def test_offices(text: str, day: str | None, found: list[tuple[str, str]]) -> None:
    mentions = HOLDERS.find(text, day, "norway", in_service=True)
    assert [(text[each.start : each.end], each.agent) for each in mentions] == [(w, f"pocom/{key}") for w, key in found]
    assert all(each.confidence < 1 and each.by == "fonds offices 1" for each in mentions)


def test_bare_offices_are_left_alone_outside_the_service() -> None:
    assert HOLDERS.find("The Secretary told the Ambassador.", "1952-03-01") == ()


@pytest.mark.parametrize(
    ("parties", "mission", "service"),
    [
        (["Embassy in Norway", "Department of State"], "norway", True),
        (["Legation in Peru"], "peru", True),
        (["Embassy in the Soviet Union (Venn)"], "russia", True),
        (["Embassy in Norway", "Embassy in Peru"], None, True),
        (["Foreign Ministry"], None, False),
        ([], None, False),
    ],
)
def test_whose_paper(parties: list[str], mission: str | None, *, service: bool) -> None:
    assert (mission_of(parties), of_the_service(parties)) == (mission, service)


def made(folder: Path) -> Path:
    """A register of one person and two posts, in the form of POCOM."""
    files = {
        "people/m/marlow-e.xml": "<person><id>marlow-e</id><persName><surname>Marlow</surname>"
        "<forename>Edith R.</forename><altname>Edie Marlow</altname></persName></person>",
        "roles-country-chiefs/envoy.xml": "<role><id>envoy</id><names><singular>Envoy</singular></names></role>",
        "missions-countries/norway.xml": "<country-mission><territory-id>norway</territory-id><chiefs><chief>"
        "<person-id>marlow-e</person-id><role-title-id>envoy</role-title-id><appointed><date>1950-11-01</date></appointed>"
        "<started><date>1951-05-03</date></started><ended><date/></ended></chief></chiefs></country-mission>",
        "positions-principals/secretary.xml": "<principal-position>"
        "<names><singular>Secretary of State</singular></names><principals><principal>"
        "<person-id>marlow-e</person-id><started><date>1955-01-02</date></started>"
        "<ended><date>1956-01-02</date></ended></principal></principals></principal-position>",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def test_a_register_is_read(tmp_path: Path) -> None:
    register = read_register(made(tmp_path))
    assert [(agent.id, agent.name) for agent in register.agents] == [("marlow-e", "Marlow, Edith R. (Edie Marlow)")]
    assert "Secretary of State (1955–1956)" in register.agents[0].description
    assert sorted(register.offices, key=str) == [
        ("pocom/marlow-e", Office("Envoy", "Norway", "1951-05-03", None, "pocom")),
        ("pocom/marlow-e", Office("Secretary of State", None, "1955-01-02", "1956-01-02", "pocom")),
    ]


@pytest.mark.parametrize(
    "content", ["<person>", "no XML", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;']
)
def test_a_register_with_a_bad_file_is_refused(tmp_path: Path, content: str) -> None:
    (made(tmp_path) / "people/m/bad.xml").write_text(content, "utf-8")
    with pytest.raises(RefusedError, match=r"bad\.xml"):
        read_register(tmp_path)


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="missions-countries"):
        read_register(tmp_path)
