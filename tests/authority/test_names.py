"""Lists of names are read, and their people found in text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fonds.authority.names import NameList
from fonds.authority.people_list import read_people
from fonds.errors import RefusedError
from fonds.record import Agent

PEOPLE = {
    "p_marlow": ("Marlow, Edith R.", "Consul at Varna"),
    "p_venn": ("Venn, Thomas A., Jr.", "President from 1951"),
    "p_venn2": ("Venn, Oscar", "Ambassador in Norway"),
    "p_dorn": ("Dorn, Anton", "Prime Minister of Orlec"),
    "p_dorn2": ("Dorn, Emil", "Orlecian Consul at Varna"),
    "p_dorn3": ("Dorn, Karel", "Deputy Consul at Orlec"),
    "p_amber": ("Heath Amber, Derick", "Chancellor"),
    "p_long": ("Long, Peter", "Attaché"),
    "p_jordan": ("Jordan, Ruth", "Interpreter"),
    "p_brun": ("de Brun, Luc", "Envoy"),
    "p_linh": ("Tran Van Linh", "Minister"),
    "p_ostrom": ("Öström, Karl", "Engineer"),
    "p_hoa": ("Hoa", "see Le Thi Hoa"),
    "p_hoa2": ("Le Thi Hoa", "President"),
    "p_nasir": ("Nasir (Nassir), Gamil", "Poet"),
    "p_king": ("King, Colonel J.C.", "Chief of the Harbour Division"),
    "p_aleks": ("Alekseev, Sergei P.", "Minister of Trade"),
    "p_pak": ("Pak Chong-hui", "Chairman"),
    "p_nhu": ("Tran Nhu", "Adviser"),
    "p_nhu2": ("Tran Nhu, Madame", "wife of Tran Nhu"),
    "p_yasin": ("Yasin, Yusuf Sheikh", "Counselor of the King of Orlec"),
    "p_rodriguez": ("Rodríguez, Carlos Rafael", "Minister of Land Reform"),
    "p_ash1": ("Ash, Robert M.", "Deputy Director, Office of Maritime Law; formerly Consul at Orlec"),
    "p_ash2": ("Ash, Mary L.", "Director, Office of Tariffs"),
    "p_ash3": ("Ash, John", "President of the Chamber of Shipping"),
    "p_ash4": ("Ash, Peter", "President from May 1951"),
    "p_perl": ("Perl Anna M.", "Interpreter"),
    "p_twin": ("Olsen, Nils", "Legal Adviser, Department of Fisheries"),
    "p_twin2": ("Olsen, Nils", "Adviser in the Department of Fisheries until 1951"),
    "p_david": ("David, Anton", "Harbour Master"),
    "p_affairs": ("Security Affairs", "a part of the Department of Fisheries"),
    "p_rush": ("Rush, Nora", "Secretary of Fisheries"),
    "p_may": ("May, Hugh", "Deputy Commissioner of Fisheries"),
    "p_reed1": ("Reed, Guy", "Assistant Director for Northern and Eastern Harbours"),
    "p_reed2": ("Reed, Max", "Director for Eastern Harbours"),
    "p_reed3": ("Reed, Olga", "Northern Assistant"),
    "p_orr1": ("Orr, M. J.", "Interpreter"),
    "p_orr2": ("Orr, Miles", "Interpreter"),
    "p_stroud": ("Stroud", "Senator Clara V., Chairwoman of the Committee on Tides"),
    "p_ngo": ("Bao Linh Sam", "General, Chief of Pilots"),
    "p_lim1": ("Lim, Song-u", "Consul"),
    "p_lim2": ("Lim, Tae", "Consul"),
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
        pytest.param("Mr. Marlow and Venn", [("Marlow", "p_marlow")], id="one of two"),
        pytest.param("President Venn", [("Venn", "p_venn")], id="office decides"),
        pytest.param("Ambassador Venn left", [("Venn", "p_venn2")], id="title decides"),
        pytest.param("Consul Dorn left", [("Dorn", "p_dorn2")], id="office after a country"),
        pytest.param("Mr. Amber left", [("Amber", "p_amber")], id="last word of a double surname"),
        pytest.param("the hand; WORDS FOR HAND USE BY LONG SHIPS, a long way", [], id="common word among capitals"),
        pytest.param("by (2) Erna Hoa Phuong", [], id="middle of a longer name"),
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
        pytest.param("the Marlow Library", [], id="a thing's name"),
        pytest.param("the Marlow-Perl talks", [("Marlow", "p_marlow"), ("Perl", "p_perl")], id="two with a hyphen"),
        pytest.param("Mr. Heathcoat-Marlow", [], id="part of a double name"),
        pytest.param("pro-Marlow", [("Marlow", "p_marlow")], id="prefix"),
        pytest.param("Division Chief (King)", [("King", "p_king")], id="surname that is a title"),
        pytest.param("J.C. King", [("J.C. King", "p_king")], id="initials without blanks"),
        pytest.param("the King of Orlec; a King", [], id="title that is a surname"),
        pytest.param("Comrade Alekseyev", [("Alekseyev", "p_aleks")], id="transliteration"),
        pytest.param("Sergey Alexeev", [("Sergey Alexeev", "p_aleks")], id="transliteration of both"),
        pytest.param("сказал Алексеев", [("Алексеев", "p_aleks")], id="Cyrillic"),
        pytest.param("Comrade Aleksandrov", [], id="another name in -ov"),
        pytest.param("C.R. Rodriguez", [("C.R. Rodriguez", "p_rodriguez")], id="initials for given names"),
        pytest.param("R. Rodriguez", [], id="initial of the second name only"),
        pytest.param("Pak Chong Hui", [("Pak Chong Hui", "p_pak")], id="hyphen or blank"),
        pytest.param("President Pak spoke", [("Pak", "p_pak")], id="family name first"),
        pytest.param("Pak To-yong spoke", [], id="another of the family"),
        pytest.param("Madame Nhu", [("Nhu", "p_nhu2")], id="wife"),
        pytest.param("Mr. Nhu", [("Nhu", "p_nhu")], id="husband"),
        pytest.param("Shaikh Yusuf thanked him", [("Yusuf", "p_yasin")], id="given name after its title"),
        pytest.param("Shaikh Yusuf Orabi", [], id="given name of another"),
        pytest.param("Mr. Yusuf", [], id="given name after another title"),
        pytest.param("the Deputy Director of Maritime Law (Ash)", [("Ash", "p_ash1")], id="office before brackets"),
        pytest.param("Ash, Office of Tariffs", [("Ash", "p_ash2")], id="office after a comma"),
        pytest.param("the Director (Ash)", [], id="office of two"),
        pytest.param("President Ash", [("Ash", "p_ash4")], id="president of the country"),
        pytest.param(
            "Robert Ash and Mary Ash met; Ash left", [("Robert Ash", "p_ash1"), ("Mary Ash", "p_ash2")], id="two"
        ),
        pytest.param("Bob Ash spoke", [("Bob Ash", "p_ash1")], id="nickname"),
        pytest.param("Mary Q. Ash", [], id="another middle initial"),
        pytest.param("Edith Q. Marlow", [], id="another's middle initial"),
        pytest.param("Oscar Q. Venn", [("Oscar Q. Venn", "p_venn2")], id="middle initial that the list leaves out"),
        pytest.param("Anna Perl", [("Anna Perl", "p_perl")], id="comma left out of the list"),
        pytest.param("Nils Olsen", [("Nils Olsen", "p_twin2")], id="listed twice"),
        pytest.param("Luc de Brun came", [("Luc de Brun", "p_brun")], id="particle in lower case"),
        pytest.param("A LETTER FROM MARLOW", [("MARLOW", "p_marlow")], id="all in capitals"),
        pytest.param("Marlowe and Remarlow", [], id="part of a word"),
        pytest.param("a marlow", [], id="lower case"),
        pytest.param("Jack Marlow spoke.", [], id="another's short given name"),
        pytest.param("Mr. David Orlov left", [], id="a surname that is another's given name"),
        pytest.param("Dr. Ivo Marlow left", [], id="another's given name after a shortened title"),
        pytest.param("Security Affairs (Marlow)", [("Marlow", "p_marlow")], id="listed words that are all offices"),
        pytest.param("Chairman Pak", [("Pak", "p_pak")], id="one word of a name after its office"),
        pytest.param("Vice Chairman Pak", [], id="one word of a name after an office below its own"),
        pytest.param("THEY HAD TO RUSH HOME", [], id="ordinary word in a line of capitals"),
        pytest.param("MISS RUSH WENT HOME", [("RUSH", "p_rush")], id="title in a line of capitals"),
        pytest.param("the Deputy Commissioner of Fisheries (May)", [("May", "p_may")], id="month after an office"),
        pytest.param("the Harbour Master (May)", [], id="month after another office"),
        pytest.param(
            "the Assistant Director, Northern and Eastern Harbours (Reed)",
            [("Reed", "p_reed1")],
            id="whose whole office",
        ),
        pytest.param(
            "M.J. Orr and Miles Orr", [("M.J. Orr", "p_orr1"), ("Miles Orr", "p_orr2")], id="the nearer spelling"
        ),
        pytest.param("Mr. Edi. Marlow", [("Edi. Marlow", "p_marlow")], id="shortened given name"),
        pytest.param("with Clara Stroud", [("Clara Stroud", "p_stroud")], id="given name in what the list says"),
        pytest.param("with Otto Stroud", [], id="another's given name than the list says"),
        pytest.param("General Bao Linh Sam", [("Bao Linh Sam", "p_ngo")], id="rank alone in what the list says"),
        pytest.param("Mrs. Pak", [], id="wife, of whom the list tells nothing"),
        pytest.param("Robert Ash and Mrs. Ash", [("Robert Ash", "p_ash1")], id="wife of who was named before"),
        pytest.param("Mrs. Marlow", [("Marlow", "p_marlow")], id="the only one of a surname"),
        pytest.param("Lim Song-u spoke", [("Lim Song-u", "p_lim1")], id="given name behind the surname"),
        pytest.param("with Consul Mar-\nlow", [("Mar-\nlow", "p_marlow")], id="broken by the end of a line"),
        pytest.param("the Marlow-Orlov talks", [("Marlow", "p_marlow")], id="two with a hyphen, one listed"),
        pytest.param("the Marlow-Orlov Act", [], id="a thing with a double name"),
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


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Description,Name,ID\nConsul,Värn,p_1\n".encode(), id="another order"),
        pytest.param("id;born;name;description\np_1;1860;Värn;Consul\n".encode(), id="semicolons"),
        pytest.param("id\tname\tdescription\r\np_1\tVärn\tConsul\r\n".encode(), id="tabs"),
        pytest.param("id,name,description\np_1,Värn,Consul\n".encode("Windows-1252"), id="an old spreadsheet"),
    ],
)
def test_lists_as_spreadsheets_write_them(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    assert read_people(path) == (Agent("p_1", "", "person", "Värn", "Consul"),)


@pytest.mark.parametrize("content", [b"", b"\n", b"id,name\n"])
def test_an_empty_list_lists_nobody(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    assert read_people(path) == ()


def test_a_changed_list_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    for moment, name in enumerate(["Marlow", "Venn"]):
        path.write_text(f"id,name,description\np_1,{name},\n", "utf-8")
        os.utime(path, (moment, moment))
        assert read_people(path)[0].name == name


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"person,id\nx,y\n", id="no names"),
        pytest.param("id,name\nx,y\n".encode("utf-16"), id="UTF-16"),
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
