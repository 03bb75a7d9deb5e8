"""Who said what in telegrams, which leave out subjects, "that", "to" and "is", and call bodies by short names."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "verbs taken for plurals": (
        (
            "Embassy reports are late. Dept wishes encourage and support the pilots. Pask states that he "
            "and Tor agreed that the ice was thin."
        ),
        [
            "Dept | wishes | feel | encourage and support the pilots",
            "Pask | states | say | he and Tor agreed that the ice was thin",
            "Pask > Pask and Tor | agreed | say | the ice was thin",
        ],
    ),
    "what a department fears": (
        "Dept fears recurrence last week's raid by the pilots.",
        [
            "Dept | fears | feel | recurrence last week's raid by the pilots",
        ],
    ),
    "the figures that a plan reflects": (
        "The USAF plans reflect an annual need for ice.",
        [],
    ),
    "who is asked has not asked": (
        (
            "Meeting with Tor cordial. Tor emphasized the thin balance of the Council. Asked Tor to speak"
            " up on the truce."
        ),
        [
            "Tor | emphasized | say | the thin balance of the Council",
            "AUTHOR | Asked | direct | to speak up on the truce",
        ],
    ),
    "he is not whom he asks": (
        (
            "Mr. Pask met Mr. Tor. Tor emphasized the thin balance of the Council. He asked Tor to speak "
            "up on the truce."
        ),
        [
            "Tor | emphasized | say | the thin balance of the Council",
            "Pask | asked | direct | to speak up on the truce",
        ],
    ),
    "who is told has not told": (
        ("I met Count Eilau. Count Eilau said that the ice was thick. Told Eilau that the ice was thin. He smiled."),
        [
            "Eilau | said | say | the ice was thick",
            "AUTHOR | Told | say | the ice was thin",
        ],
    ),
    "the author where nobody spoke": (
        "Lunch with the envoy yesterday. Told him that the ice was thin.",
        [
            "AUTHOR | Told | say | the ice was thin",
        ],
    ),
    "who speaks beside the sentence": (
        ("While the envoy said that the ice was thin, his offer of May stands. The boats could be sent in June."),
        [
            "envoy | said | say | the ice was thin",
        ],
    ),
    "a body cut short is no he": (
        (
            "Dept believes that the ice is thin. While the envoy rejected the letter, his earlier "
            "statement of willingness to come stands."
        ),
        [
            "Dept | believes | think | the ice is thin",
        ],
    ),
    "a content without its verb": (
        (
            "Mrs. Meir came. She remarked that railway incident further instance of lack of cooperation "
            "in that pilots declined to follow it."
        ),
        [
            (
                "Meir | remarked | say | railway incident further instance of lack of cooperation in that"
                " pilots declined to follow it"
            ),
            "Meir > pilots | declined | commit | to follow it",
        ],
    ),
    "a content with a phrase in it": (
        ("Mrs. Meir came. Finally, she said PM Eilau before leaving for vacation today had asked her to call me in."),
        [
            ("Meir | said | say | PM Eilau before leaving for vacation today had asked her to call me in"),
            "Meir > PM Eilau | asked | direct | to call me in",
        ],
    ),
    "added without a subject": (
        "I met Count Eilau. Count Eilau said that the ice was thick. Added that it was late.",
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Added | say | it was late",
        ],
    ),
    "hoped without a subject": (
        ("I met Count Eilau. Count Eilau said that the ice was thick. Hoped it was late. Felt that it was late."),
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Hoped | feel | it was late",
            "Eilau | Felt | think | it was late",
        ],
    ),
    "expressed hope without a subject": (
        ("I met Count Eilau. Count Eilau said that the ice was thick. Expressed hope that we would come."),
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Expressed hope | feel | we would come",
        ],
    ),
    "agreed without a subject": (
        "I met Count Eilau. Count Eilau said that the ice was thick. Agreed to send the boats.",
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Agreed | commit | to send the boats",
        ],
    ),
    "promised without a subject": (
        "I met Count Eilau. Count Eilau said that the ice was thick. Promised to send the boats.",
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Promised | commit | to send the boats",
        ],
    ),
    "wanted to know without a subject": (
        ("I met Count Eilau. Count Eilau said that the ice was thick. Wanted to know whether it was late."),
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Wanted to know | think | it was late",
        ],
    ),
    "referred to without a subject": (
        (
            "I met Count Eilau. Count Eilau said that the ice was thick. Referred to the treaty of May. "
            "Complained of the noise."
        ),
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Referred | say | the treaty of May",
            "Eilau | Complained | say | the noise",
        ],
    ),
    "two verbs without a subject": (
        (
            "I met Count Eilau. Count Eilau said that the ice was thick. Pointed out this was not illegal"
            " and said I had been told of no incursion."
        ),
        [
            "Eilau | said | say | the ice was thick",
            "Eilau | Pointed out | say | this was not illegal",
            "Eilau | said | say | I had been told of no incursion",
        ],
    ),
    "what the post thinks": (
        ("Count Eilau came this evening and said that the ice was thin. Embassy believes that this is true."),
        [
            "Eilau | said | say | the ice was thin",
            "Embassy | believes | think | this is true",
        ],
    ),
    "no splice after a circumstance": (
        "When Count Eilau urged yesterday that we wait, he volunteered that the ice was thin.",
        [
            "Eilau | urged | direct | we wait",
            "Eilau | volunteered | say | the ice was thin",
        ],
    ),
    "it without a verb": (
        "Count Eilau said it impossible to act.",
        [
            "Eilau | said | say | it impossible to act",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_statements_of_telegrams(text: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(text, kind="telegram")).texts[0].statements] == expected
