"""The short lines at head and foot of cables."""

import pytest

from fonds.diplomatics.cable import is_cable_line, is_copies_list, read_cable
from fonds.diplomatics.marking import read_marking_lines

BODY = (
    "Orlov called on me this morning and said that the talks would go on as had been agreed between us in the spring,"
    " if both sides wished it."
)

PARTIES = {
    "to a comrade": (["To Comrade ORLOV V.V.", BODY], [("to", "ORLOV V.V.")]),
    "to two comrades": (["To Comrades Orlov and Petrov", BODY], [("to", "Orlov"), ("to", "Petrov")]),
    "to an embassy": (["To the Soviet Ambassador, Varna", BODY], [("to", "Soviet Ambassador, Varna")]),
    "not a sentence": (["To Comrade Orlov: what is to be done?", BODY], []),
    "not whoever is written to": (["To the Editor", BODY], []),
    "not after the text has begun": ([BODY, "To Comrade Orlov"], []),
    "distribution in brackets": (
        [BODY, "[Distribution: Orlov, Petrov.]"],
        [("copied to", "Orlov"), ("copied to", "Petrov")],
    ),
    "copies counted": (
        [BODY, "Copies: 1 – Com. Orlov, 2 – Com. Petrov, 3-4 – Com. Sidorov"],
        [("copied to", "Orlov"), ("copied to", "Petrov"), ("copied to", "Sidorov")],
    ),
    "counted without commas": ([BODY, "Copies: 1. Orlov 2. Petrov"], [("copied to", "Orlov"), ("copied to", "Petrov")]),
    "counted on lines": ([BODY, "Copies:\n1 – Orlov\n2 – to file"], [("copied to", "Orlov")]),
    "counted in paragraphs": (
        [BODY, "Copies:", "1 – Orlov", "2 – Petrov"],
        [("copied to", "Orlov"), ("copied to", "Petrov")],
    ),
    "cc": ([BODY, "cc: A. Orlov, N. Petrov"], [("copied to", "A. Orlov"), ("copied to", "N. Petrov")]),
    "not how many": ([BODY, "Copies: 12"], []),
    "not a sentence on copies": ([BODY, "Copies were sent to Orlov."], []),
    "not a sentence on distribution": ([BODY, "Distribution of food goes on."], []),
    "not far from the foot": ([BODY, "Distribution: Orlov", *[BODY] * 9], []),
}  # fmt: skip

TRANSMISSION = {
    "section in words": (["1115. (Section One of Two) " + BODY], [("section 1 of 2", None)]),
    "section in figures": (["Section 2 of 3", BODY], [("section 2 of 3", None)]),
    "section and where it went": (
        ["1115. Section 2 of 3. Repeated information London 33, Paris 55. " + BODY],
        [("section 2 of 3", None), ("repeated", "London"), ("repeated", "Paris")],
    ),
    "on a line": (
        ["Repeated to London, Tel Aviv and USUN.", BODY],
        [("repeated", "London"), ("repeated", "Tel Aviv"), ("repeated", "USUN")],
    ),
    "rptd": (["45. Rptd info Bonn. " + BODY], [("repeated", "Bonn")]),
    "not of a law": (["Section 2 of the Act", BODY], []),
    "not what was said again": (["Repeated that he would go.", BODY], []),
    "not an argument": (["Repeated to Orlov that talks go on.", BODY], []),
    "not inside the text": ([BODY + " Repeated to London."], []),
}  # fmt: skip

NUMBERS = {
    "plain": (["No. 49201", BODY], "49201"),
    "special": (["Special No. 1702", BODY], "1702"),
    "its own before the special one": (["Special No. 1702", "No. 49201", BODY], "49201"),
    "outgoing": (["Out. No. 1570-1571", BODY], "1570"),
    "not of the copy": (["Copy No. 3", BODY], None),
    "not of a street": (["No. 7 Varna Street", BODY], None),
    "not the number in a sentence": (["See No. 45", BODY], None),
}

LINES = {
    "CIPHERED": False,
    "Strictly secret": True,
    "TOP SECRET. Making copies prohibited. Copy No. 1": True,
    "Copy No. 3": True,
    "[Copy #2]": True,
    "From HAVANA": True,
    "From Havana we hear": False,
    "Urgent": True,
    "Secret talks": False,
    "Copy of a letter": False,
    "Telegram from the Embassy in X": False,
    "Sofia, October 28, 1962": False,
    "": False,
}


@pytest.mark.parametrize(("paragraphs", "parties"), PARTIES.values(), ids=PARTIES.keys())
def test_parties(paragraphs: list[str], parties: list[tuple[str, str]]) -> None:
    assert [(party.role, party.name) for party in read_cable(paragraphs).parties] == parties


@pytest.mark.parametrize(("paragraphs", "steps"), TRANSMISSION.values(), ids=TRANSMISSION.keys())
def test_transmission(paragraphs: list[str], steps: list[tuple[str, str | None]]) -> None:
    assert [(step.what, step.place) for step in read_cable(paragraphs).transmission] == steps


@pytest.mark.parametrize(("paragraphs", "number"), NUMBERS.values(), ids=NUMBERS.keys())
def test_number(paragraphs: list[str], number: str | None) -> None:
    assert read_cable(paragraphs).number == number


@pytest.mark.parametrize(("line", "is_one"), LINES.items(), ids=LINES.keys())
def test_lines(line: str, *, is_one: bool) -> None:
    assert is_cable_line(line) is is_one


def test_place_and_copy() -> None:
    cable = read_cable(["From VARNA", "Top secret. Copy No. 3", BODY])
    assert (cable.place, cable.handling) == ("VARNA", ("Copy No. 3",))


def test_nothing_is_told_without_lines() -> None:
    assert not is_copies_list("Copies of it were made.")
    assert read_cable([]) == read_cable([BODY])


def test_markings_of_several_lines() -> None:
    found = read_marking_lines(["STRICTLY SECRET\nMaking copies prohibited", "Urgent", "Secret talks", BODY])
    assert (found.classification, found.handling) == ("Strictly Secret", ("Making Copies Prohibited", "Urgent"))
