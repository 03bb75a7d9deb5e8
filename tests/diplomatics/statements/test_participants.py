"""Who holds an office, and for whom he speaks, as lists of participants, titles and dates tell."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from statement_cases import record

from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.offices import without_lands
from fonds.diplomatics.statements.participants import own_office, sides, with_offices
from fonds.record import Date

WALL = "the wall was old"
CHAINS = {
    "not his private secretary": (
        (
            "PARTICIPANTS\n\nForeign Secretary Alban Rask\n\nJ. B. Holm, Private Secretary to the Foreign Secretary\n\n"
            "The Foreign Secretary said that the wall was old."
        ),
        ["Alban Rask"],
    ),
    "the office before the name": (
        "PARTICIPANTS\n\nThe Under Secretary, Mr. Rask\n\nThe Under Secretary said that the wall was old.",
        ["Rask"],
    ),
    "a surname and an office": (
        "PARTICIPANTS\n\nMr. Rask, Counselor\n\nMr. Holm, E\n\nThe Counselor said that the wall was old.",
        ["Rask"],
    ),
    "a dash between name and office": (
        "PARTICIPANTS\n\nMr. Alban Rask—Commercial Counselor\n\nThe Counselor said that the wall was old.",
        ["Alban Rask"],
    ),
    "no president of before": (
        (
            "PARTICIPANTS\n\nThe President\n\nMr. Holm\n\nPresident Eisenhower built it. The President said that the "
            "wall was old."
        ),
        ["President"],
    ),
    "the president of the day": (
        (
            "PARTICIPANTS\n\nThe President\n\nMr. Holm\n\nHe thanked President Kennedy. The President said that the "
            "wall was old."
        ),
        ["Kennedy"],
    ),
    "whose adviser he is": (
        (
            "Memorandum by the Special Assistant to the President for Harbours (Holm)\n\nI saw him. The "
            "President said that the wall was old."
        ),
        ["President"],
    ),
}


@pytest.mark.parametrize(("text", "chain"), CHAINS.values(), ids=CHAINS)
def test_office_stands_for_its_holder(text: str, chain: list[str]) -> None:
    paper = replace(record(text, kind="memorandum of conversation"), date=Date(edtf="1962-12-19"))
    found = attribute(paper).texts[0].statements
    assert [list(one.chain) for one in found if one.content == WALL] == [chain]


def test_we_in_a_record_is_the_side_of_its_author_in_the_speech_of_others_too() -> None:
    text = (
        "PARTICIPANTS\n\nU.S.\n\nThe President\n\nAmbassador Holm\n\nU.K.\n\nLord Voss\n\nAmbassador Holm said that we "
        "hoped to stay. Lord Voss said that we feared that the wall was old."
    )
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [one.chain for one in found if one.cue in {"hoped", "feared"}] == [
        ("Holm", "United States"),
        ("Voss", "United States"),
    ]


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Federal Republic of Germany", "Federal Republic of Germany"),
        ("German Federal Republic:", "German Federal Republic"),
        ("People’s Republic of China", "People’s Republic of China"),
        ("U.K:", "U.K."),
    ],
)
def test_a_side_may_bear_the_full_name_of_its_state(line: str, side: str) -> None:
    assert list(sides(f"PARTICIPANTS\n\n{line}\n\nEmil Tor\n\nTHE WALL")) == [(side, ["Emil Tor"])]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Special Assistant to the President for Harbours", "Special Assistant"),
        ("the President’s Deputy Special Assistant", "Deputy Special Assistant"),
        ("Ambassador to Norway", "Ambassador"),
        ("Minister of Trade", "Minister of Trade"),
    ],
)
def test_own_office_is_not_his_to_whom_somebody_reports(words: str, office: str) -> None:
    assert own_office(words) == office


@pytest.mark.parametrize(
    ("office", "left"),
    [
        ("Director of the Office of Korean Affairs", "Director of the Office of Affairs"),
        ("Officer in Charge British Commonwealth and Northern European Affairs", "Officer in Charge Affairs"),
        ("Korea Desk", "Desk"),
        ("Soviet Counselor for Political Affairs", "Soviet Counselor for Affairs"),
        ("Italian Ministry of Foreign Affairs", "Italian Ministry of Foreign Affairs"),
        ("Polish Ambassador", "Polish Ambassador"),
    ],
)
def test_nobody_speaks_for_the_lands_of_which_his_office_treats(office: str, left: str) -> None:
    assert " ".join(without_lands(office.split())) == left


def test_we_of_an_officer_in_charge_of_a_land_is_not_the_land() -> None:
    listed = "PARTICIPANTS\n\nEmil Tor, Officer in Charge of Polish Affairs\n\nPaavo Rask, Pilot"
    text = f"{listed}\n\nRask: Is it old?\n\nTor: We hope that the roof holds.\n\nRask: Good."
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert {name for one in found if one.content == "the roof holds" for name in one.chain} == {"Emil Tor"}


def test_a_name_with_nothing_after_its_comma_has_no_office() -> None:
    assert list(with_offices("PARTICIPANTS\nEmil Rask,    \nIlse Tor, Minister of Trade")) == [
        (28, "Ilse Tor", "Minister of Trade")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Foreign Minister of Susa, Emil Brask", ("Emil Brask", "Foreign Minister of Susa")),
        ("Foreign Minister, Mr. Brask", ("Mr. Brask", "Foreign Minister")),
        ("Emil Brask, Foreign Minister of Susa", ("Emil Brask", "Foreign Minister of Susa")),
        ("Minister of State, Foreign Office", ("Minister of State", "Foreign Office")),
    ],
)
def test_an_office_may_stand_before_its_holder(line: str, expected: tuple[str, str]) -> None:
    assert [one[1:] for one in with_offices(line)] == [expected]
