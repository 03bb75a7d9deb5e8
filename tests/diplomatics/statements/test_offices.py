"""Whom an office alone stands for, by who takes part, who writes and the day; initials, knights, other spellings."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from statement_cases import record

from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.incumbents import incumbents
from fonds.record import Date, Party

WALL = "the wall was old"
OF_TALKS = {
    "the author's own president, who takes part": (
        "PARTICIPANTS\n\nPresident Rask\n\nPresident Kennedy\n\nThe President said that the wall was old.",
        "Kennedy",
    ),
    "another president, who takes part": (
        "PARTICIPANTS\n\nPresident Rask\n\nMr. Holm\n\nThe President said that the wall was old.",
        "Rask",
    ),
    "no president who is only spoken of": (
        "PARTICIPANTS\n\nMr. Voss\n\nMr. Holm\n\nPresident Rask was late. The President said that the wall was old.",
        "President",
    ),
    "the author's own, whom a paper names": (
        "President Rask was late. President Kennedy was not. The President said that the wall was old.",
        "Kennedy",
    ),
    "the secretary who is listed, and not another's": (
        "PARTICIPANTS\n\nThe Secretary\n\nSecretary Gates\n\nMr. Holm\n\nThe Secretary said that the wall was old.",
        "Secretary",
    ),
    "the Secretary of State, who is listed, and no press secretary": (
        (
            "PARTICIPANTS\n\nSecretary of State\n\nSecretary of Defense\n\nEmil Holm, Press Secretary to Prime Minister"
            "\n\nThe Secretary said that the wall was old."
        ),
        "Secretary of State",
    ),
    "who is told of with his wife": (
        "PARTICIPANTS\n\nMr. Holm\n\nSecretary and Mrs. Udall\n\nThe Secretary said that the wall was old.",
        "Udall",
    ),
    "who is named beside his office": (
        "He asked the new Halvern Minister, Emil Rask, what it cost. The Minister said that the wall was old.",
        "Emil Rask",
    ),
    "nobody in a list of those present": (
        "Present were the President, the Secretary, Emil Rask, Ada Voss. The Secretary said that the wall was old.",
        "Secretary",
    ),
    "a line of several participants": (
        "PARTICIPANTS\n\nEmil Rask, Ambassador Olaf Tor, Mrs. Tor\n\nThe Ambassador said that the wall was old.",
        "Olaf Tor",
    ),
    "whose country's ambassador": (
        (
            "PARTICIPANTS\n\nAmbassador Emil Rask, USSR\n\nKarl Holm, Department of State\n\nOn the occasion of the "
            "Soviet Ambassador's call I spoke of it. He said that the wall was old."
        ),
        "Emil Rask",
    ),
    "a knight": (
        "PARTICIPANTS\n\nSir Harold Rask\n\nMr. J. Harold Voss\n\nSir Harold said that the wall was old.",
        "Harold Rask",
    ),
    "another spelling": (
        "PARTICIPANTS\n\nChairman Park Chung Hee\n\nMr. Holm\n\nChairman Pak said that the wall was old.",
        "Park Chung Hee",
    ),
    "a general who bears an office for a name": (
        "PARTICIPANTS\n\nColonel King\n\nMr. Holm\n\nColonel King said that the wall was old.",
        "King",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), OF_TALKS.values(), ids=OF_TALKS)
def test_office_in_a_talk_stands_for_its_holder(text: str, name: str) -> None:
    paper = replace(record(text, kind="memorandum of conversation"), date=Date(edtf="1962-12-19"))
    assert [one.chain for one in attribute(paper).texts[0].statements if one.content == WALL] == [(name,)]


@pytest.mark.parametrize(
    ("embassy", "day", "text", "name"),
    [
        ("Embassy in Lebanon", "1958-07-21", "Chamoun was angry. President said the wall was old.", "Chamoun"),
        ("Embassy in Germany", "1962-12-19", "Adenauer was angry. Chancellor said the wall was old.", "Adenauer"),
        ("Embassy in the Soviet Union", "1962-12-19", "Saw Gromyko today. FonMin said the wall was old.", "Gromyko"),
        ("Embassy in Lebanon", "1968-07-21", "Chamoun was angry. President said the wall was old.", "President"),
    ],
)
def test_office_is_its_incumbents_where_an_embassy_writes(embassy: str, day: str, text: str, name: str) -> None:
    telegram = replace(record(text, kind="telegram"), date=Date(edtf=day), parties=(Party("from", embassy),))
    assert [one.chain for one in attribute(telegram).texts[0].statements if one.content == WALL] == [(name,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thant was tired. SYG said that the wall was old.", "Thant"),
        ("Saw SYG Rask today. He was tired. SYG said that the wall was old.", "Rask"),
        ("Met SYG Rask and Mr. Holm. The General said that the wall was old.", "General"),
    ],
)
def test_secretary_general_is_who_held_the_office(text: str, name: str) -> None:
    telegram = replace(record(text, kind="telegram"), date=Date(edtf="1964-05-02"))
    assert [one.chain for one in attribute(telegram).texts[0].statements if one.content == WALL] == [(name,)]


def test_president_at_home_is_not_who_speaks_to_his_embassy() -> None:
    text = (
        "Rask was late. Rask may send a letter to President Kennedy. Kennedy is tired. He hoped that the wall was old."
    )
    telegram = record(text, kind="telegram")
    abroad = replace(telegram, date=Date(edtf="1962-05-02"), parties=(Party("from", "Embassy in France"),))
    assert [one.chain for one in attribute(abroad).texts[0].statements if one.content == WALL] == [("Rask",)]
    assert [one.chain for one in attribute(telegram).texts[0].statements if one.content == WALL] == [("Kennedy",)]


def test_incumbent_is_who_took_office_last_before_the_day() -> None:
    assert dict(incumbents("Germany", "1963-10-15"))["chancellor"] == "adenauer"
    assert dict(incumbents("Germany", "1963-10-16"))["chancellor"] == "erhard"
    assert "chancellor" not in dict(incumbents("France", "1963-10-16"))
    assert not dict(incumbents("Halvern", "1963-10-16"))


CALLS = {
    "a letter for who is on the telephone": (
        "TELEPHONE CALL FROM MR. RASK\n\nThe Secretary returned the call. R. said that the wall was old.",
        "Rask",
    ),
    "an office cut short": (
        "TELEPHONE CALL FROM MR. RASK\n\nR. asked how it was. The Sec. said that the wall was old.",
        "Secretary",
    ),
    "an office cut short in the heading": (
        "TELEPHONE CALL TO SEC RASK\n\nR. asked how it was. The Sec. said that the wall was old.",
        "Rask",
    ),
    "three letters": (
        "TELEPHONE CALL FROM ALLEN DULLES\n\nSec returned the call. AWD said that the wall was old.",
        "Allen Dulles",
    ),
    "a letter for who is named most": (
        "Kasimir Rask and Kolov came. Kolov laughed at it, and Kolov left. K said that the wall was old.",
        "Kolov",
    ),
    "capitals with an article are a body's": (
        "TELEPHONE CALL FROM ADA DAHL\n\nShe asked about it. The AD said that the wall was old.",
        "AD",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CALLS.values(), ids=CALLS)
def test_initials_stand_for_persons(text: str, name: str) -> None:
    found = attribute(record(text, kind="memorandum of telephone conversation")).texts[0].statements
    assert [one.chain for one in found if one.content == WALL] == [(name,)]


def test_initial_is_of_whom_the_record_has_as_party() -> None:
    paper = record("The Sec said Murdo is flying out. M said that the wall was old.", kind="memorandum of conversation")
    paper = replace(paper, parties=(Party("from", "Secretary of State"), Party("to", "McBrask")))
    assert [one.chain for one in attribute(paper).texts[0].statements if one.content == WALL] == [("McBrask",)]


def test_secretary_is_the_party_who_has_no_name() -> None:
    text = (
        "TELEPHONE CALL TO MR. RASK\n\nMr. Rask, Secretary of the Navy, was late. The Sec said that the wall was old."
    )
    paper = replace(record(text, kind="memorandum of conversation"), date=Date(edtf="1957-05-21"))
    paper = replace(paper, parties=(Party("from", "Secretary of State"), Party("to", "Rask")))
    assert [one.chain for one in attribute(paper).texts[0].statements if one.content == WALL] == [("Secretary",)]


def test_minister_in_what_an_embassy_writes_is_not_another_lands() -> None:
    text = "Japanese Foreign Minister Emil Rask left. The Foreign Minister said that the wall was old."
    paper = replace(record(text, kind="telegram"), parties=(Party("from", "Embassy in Lebanon"),))
    assert [one.chain for one in attribute(paper).texts[0].statements] == [("Foreign Minister",)]


def test_they_are_the_speakers_side_where_the_list_tells_the_authors() -> None:
    text = (
        "PARTICIPANTS\n\nUnited States\n\nThe Secretary\n\nJapan\n\nMr. Rask\n\nThe Secretary was late. Mr. Rask said "
        "that they would be glad to wait."
    )
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [one.chain for one in found] == [("Rask",), ("Rask", "Japan")]
