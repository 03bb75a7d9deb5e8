"""Whom names, offices and pronouns stand for, where capitals only stand together or an office is cut short."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "office and then name": (
        "memorandum of conversation",
        (
            "PARTICIPANTS\n\nForeign Minister of Susa, Emil Brask\n\nMr. Tor\n\nThe Foreign Minister said that "
            "the ice was thin."
        ),
        ["Emil Brask | said | say | the ice was thin"],
    ),
    "it is a country": (
        "memorandum of conversation",
        "Mr. Tor said that France was late and that it wished to wait.",
        ["Tor | said | say | France was late and that it wished to wait", "Tor > France | wished | feel | to wait"],
    ),
    "he is no country": (
        "memorandum of conversation",
        ("Mr. Tor came with news of France. France had asked for ships, and he hoped that they would come."),
        ["France | asked | direct | ships", "Tor | hoped | feel | they would come"],
    ),
    "a country and a person": (
        "memorandum",
        "Cuba Rask is late. Rask said that the ice was thin.",
        ["Rask | said | say | the ice was thin"],
    ),
    "FM": (
        "memorandum of conversation",
        "FM Kolov said that the ice was thin. The FM feared that it would break.",
        ["Kolov | said | say | the ice was thin", "Kolov | feared | feel | it would break"],
    ),
    "at large": (
        "memorandum of conversation",
        (
            "PARTICIPANTS\n\nEmil Brask, Ambassador at Large\n\nMr. Tor\n\nThe Ambassador at Large said that "
            "the ice was thin."
        ),
        ["Emil Brask | said | say | the ice was thin"],
    ),
    "du": (
        "memorandum of conversation",
        (
            "The Foreign Minister (du Plessis) said that the ice was thin. The Foreign Minister feared "
            "that it would break."
        ),
        ["du Plessis | said | say | the ice was thin", "du Plessis | feared | feel | it would break"],
    ),
    "those of somebody with a title": (
        "memorandum",
        "Mr. Tor's lawyers said that the ice was thin. They feared that it would break.",
        ["Mr. Tor's lawyers | said | say | the ice was thin", "Mr. Tor's lawyers | feared | feel | it would break"],
    ),
    "joined adjectives": (
        "memorandum",
        "The British and French Ambassadors said that the ice was thin.",
        ["British and French Ambassadors | said | say | the ice was thin"],
    ),
    "a body called like a portfolio": (
        "memorandum",
        "The Air Force said that the ice was thin. The General Staff feared that it would break.",
        ["Air Force | said | say | the ice was thin", "General Staff | feared | feel | it would break"],
    ),
    "French honorifics": (
        "memorandum",
        "Mme. Tor said that the ice was thin.",
        ["Tor | said | say | the ice was thin"],
    ),
    "people in the plural": (
        "memorandum",
        "The generals urged that ships be sent.",
        ["generals | urged | direct | ships be sent"],
    ),
    "it is a note": (
        "memorandum of conversation",
        "Mr. Tor handed the Secretary a note. It stated that the ice was thin.",
        ["Tor | stated | say | the ice was thin"],
    ),
    "it is a study": (
        "editorial note",
        "At the request of the White House, INR prepared a study of the ice. It concluded that the ice was thin.",
        ["INR | concluded | say | the ice was thin"],
    ),
    "of his own deed": (
        "memorandum of conversation",
        "Mr. Tor thanked the Secretary for his offer to send ships.",
        [
            "Tor | thanked | feel | his offer to send ships",
            "Tor > Secretary | offer | commit | to send ships",
        ],
    ),
    "a land that opens like an adjective": (
        "memorandum",
        "Saudi Arabia said that the ice was thin.",
        ["Saudi Arabia | said | say | the ice was thin"],
    ),
    "peoples side by side": (
        "memorandum",
        "The British and French said that the ice was thin.",
        ["British and French | said | say | the ice was thin"],
    ),
    "a meeting": (
        "minutes",
        "The meeting agreed that ships be sent.",
        ["meeting participants | agreed | commit | ships be sent"],
    ),
    "what a council agreed to": (
        "memorandum of discussion",
        "Mr. Tor said that the ice was thin.\n\nThe Harbor Council:\n\nb. Agreed that ships be sent.",
        ["Tor | said | say | the ice was thin", "Harbor Council | Agreed | commit | ships be sent"],
    ),
    "a body of a country cut short": (
        "memorandum",
        "The U.S. delegation said that the ice was thin.",
        ["U.S. delegation | said | say | the ice was thin"],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES)
def test_who_is_named(kind: str, text: str, expected: list[str]) -> None:
    found = attribute(record(text, kind=kind)).texts[0].statements
    assert [line(one) for one in found] == expected
