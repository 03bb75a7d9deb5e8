"""Lists of names are read, and their people found in text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fonds.authority.names import NameList, read_people
from fonds.errors import RefusedError
from fonds.record import Agent

PEOPLE = {
    "p_marlow": ("Marlow, Edith R.", "Consul at Varna"),
    "p_venn": ("Venn, Thomas A., Jr.", "President from 1951"),
    "p_venn2": ("Venn, Oscar", "Ambassador in Norway"),
    "p_long": ("Long, Peter", "Attaché"),
    "p_jordan": ("Jordan, Ruth", "Interpreter"),
    "p_brun": ("de Brun, Luc", "Envoy"),
    "p_linh": ("Tran Van Linh", "Minister"),
    "p_ostrom": ("Öström, Karl", "Engineer"),
    "p_hoa": ("Hoa", "see Le Thi Hoa"),
    "p_hoa2": ("Le Thi Hoa", "President"),
    "p_nasir": ("Nasir (Nassir), Gamil", "Poet"),
}
NAMES = NameList(Agent(key, "", "person", name, about) for key, (name, about) in PEOPLE.items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Edith R. Marlow spoke.", [("Edith R. Marlow", "p_marlow")], id="full"),
        pytest.param("Edith Marlow spoke.", [("Edith Marlow", "p_marlow")], id="no middle initial"),
        pytest.param("E. R. Marlow spoke.", [("E. R. Marlow", "p_marlow")], id="initials"),
        pytest.param("MARLOW: No.", [("MARLOW", "p_marlow")], id="capitals"),
        pytest.param("Marlow’s letter", [("Marlow", "p_marlow")], id="possessive"),
        pytest.param("Mr. Marlow and Venn", [("Marlow", "p_marlow"), ("Venn", "p_venn")], id="president by surname"),
        pytest.param("Ambassador Venn left", [("Venn", "p_venn2")], id="title decides"),
        pytest.param(
            "Oscar Venn left. Venn wrote.", [("Oscar Venn", "p_venn2"), ("Venn", "p_venn2")], id="last in full"
        ),
        pytest.param("De Brun came", [("De Brun", "p_brun")], id="particle"),
        pytest.param("Tran Van Linh saw Linh", [("Tran Van Linh", "p_linh"), ("Linh", "p_linh")], id="no comma"),
        pytest.param("Hoa spoke", [("Hoa", "p_hoa")], id="a name listed for itself"),
        pytest.param("Ostrom and Nassir", [("Ostrom", "p_ostrom"), ("Nassir", "p_nasir")], id="other spelling"),
        pytest.param("Miss Jordan spoke", [("Jordan", "p_jordan")], id="place with title"),
        pytest.param("a talk in Jordan", [], id="place"),
        pytest.param("Long before, it was not long.", [], id="common word"),
        pytest.param("Henry R. Marlow spoke.", [], id="another's initial"),
        pytest.param("Thomas Marlow spoke.", [], id="another's given name"),
        pytest.param("the Marlow Plan", [], id="a thing's name"),
        pytest.param("Marlowe and Remarlow", [], id="part of a word"),
        pytest.param("a marlow", [], id="lower case"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_finds_listed_people(text: str, found: list[tuple[str, str]]) -> None:
    mentions = NAMES.find(text)
    assert [(text[mention.start : mention.end], mention.agent) for mention in mentions] == found


def test_people_without_anything_to_tell_them_apart_are_not_named() -> None:
    names = NameList([Agent("p_1", "", "person", "Venn, Oscar"), Agent("p_2", "", "person", "Venn, Thomas")])
    assert names.find("Venn spoke.") == ()


def test_a_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('\ufeffid,name,description\np_1,"Marlow, Edith R.","Consul, Varna"\n,Nobody,\np_2,Venn\n', "utf-8")
    assert read_people(path) == (
        Agent("p_1", "", "person", "Marlow, Edith R.", "Consul, Varna"),
        Agent("p_2", "", "person", "Venn", ""),
    )


def test_a_changed_list_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    for moment, name in enumerate(["Marlow", "Venn"]):
        path.write_text(f"id,name,description\np_1,{name},\n", "utf-8")
        os.utime(path, (moment, moment))
        assert read_people(path)[0].name == name


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"name,id\nx,y\n", id="other columns"),
        pytest.param(b"id,name,description\n\xff\xfe", id="not UTF-8"),
        pytest.param(b"id,name,description\n1," + b"x" * 200_000, id="field too long"),
        pytest.param(b"x" * ((16 << 20) + 1), id="too large"),
    ],
)
def test_a_list_of_another_form_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=r"people\.csv"):
        read_people(path)


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        read_people(tmp_path / "people.csv")
