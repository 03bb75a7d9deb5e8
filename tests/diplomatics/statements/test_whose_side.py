"""Whose side "we", "you" and "they" are on; who is meant where a sovereign or somebody's letter is told of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from statement_cases import record

from fonds.diplomatics.statements import attribute
from fonds.record import Party


def test_you_in_a_paper_is_whom_it_is_to() -> None:
    paper = record("I said that you and I were in agreement that the channel should be dug.", kind="memorandum")
    to = Party("to", "Director of the Harbour (Voss)")
    (text,) = attribute(replace(paper, parties=(to,))).texts
    assert [one.chain for one in text.statements if one.cue == "agreement"] == [("AUTHOR", "Voss and AUTHOR")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("You are reminded that the roof is leaking.", ("AUTHOR",)),
        ("Soviet Ambassador Brask said they hoped that the roof is leaking.", ("Brask", "Soviet Union")),
    ],
)
def test_who_is_meant_in_a_telegram(text: str, chain: tuple[str, ...]) -> None:
    parties = (Party("from", "Department of State"), Party("to", "Embassy in France"))
    found = attribute(replace(record(text, kind="telegram"), parties=parties)).texts[0].statements
    assert [one.chain for one in found if one.content == "the roof is leaking"] == [chain]


def test_they_are_no_things() -> None:
    found = attribute(record("Mr. Pask said the prices rose as they feared a long war.", kind="telegram"))
    assert [one.chain for one in found.texts[0].statements] == [("Pask",)]


def test_we_of_an_american_secretary_is_his_country() -> None:
    text = "Secretary Dulles spoke to the press. “We hope that the roof holds,” Dulles said."
    found = attribute(record(text, kind="editorial note")).texts[0].statements
    assert [one.chain for one in found if one.content == "the roof holds"] == [("Dulles", "United States")]


def test_we_is_the_authors_country_in_what_others_say() -> None:
    text = "French Foreign Minister Delorval asked whether we wanted to stay."
    parties = (Party("from", "Embassy in France"), Party("to", "Department of State"))
    found = attribute(replace(record(text, kind="telegram"), parties=parties)).texts[0].statements
    assert [one.chain for one in found if one.content == "to stay"] == [("Delorval", "United States")]


@pytest.mark.parametrize(
    ("office", "chain"),
    [
        ("Prime Minister", ("Emil Tor",)),
        ("President of the Council", ("Emil Tor",)),
        ("Foreign Secretary", ("Emil Tor",)),
        ("Under Secretary of State", ("Emil Tor", "United States")),
        ("Vice President", ("Emil Tor", "United States")),
    ],
)
def test_we_of_who_holds_no_office_of_the_author_is_not_his_country(office: str, chain: tuple[str, ...]) -> None:
    listed = f"PARTICIPANTS\n\nEmil Tor, {office}\n\nPaavo Rask, Pilot"
    text = f"{listed}\n\nRask: Is it old?\n\nTor: We hope that the roof holds.\n\nRask: Good."
    paper = replace(record(text, kind="memorandum of conversation"), parties=(Party("from", "Department of State"),))
    found = [one for one in attribute(paper).texts[0].statements if one.content == "the roof holds"]
    assert [tuple(dict.fromkeys(one.chain)) for one in found] == [chain]


@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        ("I saw the Shah.", "His Majesty", "Shah"),
        ("I saw King Emil Tor.", "His Majesty", "Emil Tor"),
        ("I saw the Queen.", "Her Majesty", "Queen"),
        ("I saw the Queen.", "Her Majesty’s Government", "Her Majesty’s Government"),
        ("I saw Mr. Rask.", "His Imperial Majesty", "His Imperial Majesty"),
    ],
)
def test_majesty_is_the_sovereign_of_whom_the_text_tells(before: str, who: str, name: str) -> None:
    found = attribute(record(f"{before} {who} said that the roof was leaking.", kind="telegram")).texts[0].statements
    assert [one.chain for one in found if one.content == "the roof was leaking"] == [(name,)]


@pytest.mark.parametrize(
    ("writing", "chain"),
    [
        ("had a letter from Mr. Tor", ("Rask", "Tor")),
        ("had received a message from Mr. Tor of May 2", ("Rask", "Tor")),
        ("had sent a message to Mr. Tor", ("Rask", "Rask")),
        ("had read out a telegram", ("Rask", "Rask")),
    ],
)
def test_in_a_letter_from_somebody_he_is_who_sent_it(writing: str, chain: tuple[str, ...]) -> None:
    text = f"Mr. Rask said that he {writing} in which he said that the roof was leaking."
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [one.chain for one in found if one.content == "the roof was leaking"] == [chain]


def test_what_somebody_writes_that_he_hopes_is_his_own() -> None:
    text = "Mr. Rask said that he had a letter from Mr. Tor in which he said that he hoped that the roof was leaking."
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [one.chain for one in found if one.content == "the roof was leaking"] == [("Rask", "Tor", "Tor")]


@pytest.mark.parametrize(("role", "chain"), [("from", ("Rask", "United Kingdom")), ("participant", ("Rask",))])
def test_a_foreign_office_is_british_where_it_writes(role: str, chain: tuple[str, ...]) -> None:
    text = "I met Mr. Rask. Mr. Rask said that we hoped that the roof holds."
    paper = replace(record(text, kind="memorandum of conversation"), parties=(Party(role, "Emil Tor, Foreign Office"),))
    found = [one for one in attribute(paper).texts[0].statements if one.content == "the roof holds"]
    assert [tuple(dict.fromkeys(one.chain)) for one in found] == [chain]
