"""Telegrams wholly in capitals are read as others are."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.capitals import in_mixed_case

WORDS = {
    "names after titles": ("MR. PASK AND AMBASSADOR EILAU CAME.", "Mr. Pask and Ambassador Eilau came."),
    "who speaks": ("PASK SAID THE COUNCIL SAID SO.", "Pask said the council said so."),
    "countries and months": ("THE FRENCH LEFT CUBA IN OCTOBER.", "The French left Cuba in October."),
    "a day of May": ("HE MAY COME ON MAY 4.", "He may come on May 4."),
    "bodies in letters": ("THE USSR TOLD US THAT THE US AND GVN AGREE.", "The USSR told us that the US and GVN agree."),
    "an owner": ("THE COUNCIL’S VOTE WAS FRANCE'S.", "The council’s vote was France's."),
    "names of several words": ("THE UNITED STATES AND THE WHITE HOUSE.", "The United States and the White House."),
    "an office that is a word": ("IN GENERAL THE GENERAL AGREED.", "In general the general agreed."),
    "an adverb after an office": ("MINISTER CLEARLY KNEW.", "Minister clearly knew."),
    "a name that is a word, after a title": ("THEY TOLD AMBASSADOR BAKER.", "They told Ambassador Baker."),
    "a day and people after an office": ("THE KING YESTERDAY MET PEOPLE.", "The King yesterday met people."),
    "an unknown word": ("THE QARZABI LEFT.", "The Qarzabi left."),
}


@pytest.mark.parametrize(("given", "expected"), WORDS.values(), ids=WORDS)
def test_words_are_written_as_elsewhere(given: str, expected: str) -> None:
    assert in_mixed_case(given) == expected
    assert len(expected) == len(given)


def test_what_the_record_knows_keeps_its_capital() -> None:
    assert in_mixed_case("HE MET BAKER.", ["Baker", "The"]) == "He met Baker."
    assert in_mixed_case("HE MET THE BAKER.") == "He met the baker."


def test_a_text_that_is_not_in_capitals_stays() -> None:
    content = "He said so.\n\nSECRET AND URGENT\n\nThey had gone home."
    assert in_mixed_case(content) == content


def test_lines_that_are_not_in_capitals_stay() -> None:
    assert in_mixed_case("THE KING SAID SO AND LEFT.\nFrom Pask") == "The King said so and left.\nFrom Pask"


def test_statements_stand_as_in_the_text() -> None:
    text = "AMBASSADOR PASK SAID THAT HE FEARED THE LOSS OF THE GUNS. HE ASKED EILAU TO WAIT."
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [line(one) for one in found] == [
        "Pask | SAID | say | HE FEARED THE LOSS OF THE GUNS",
        "Pask > Pask | FEARED | feel | THE LOSS OF THE GUNS",
        "Pask | ASKED | direct | TO WAIT",
    ]
    assert [text[one.start : one.end] for one in found] == [one.content for one in found]
