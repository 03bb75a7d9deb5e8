"""Whose words stand in what follows a sentence that announces them."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "points in one sentence": (
        "telegram",
        "Minister Tor made two points on the harbor: (1) the ice was thin; (2) he feared delay.",
        [
            "Tor | made two points | say | (1) the ice was thin; (2) he feared delay",
            "Tor > Tor | feared | feel | delay",
        ],
    ),
    "points under capital letters": (
        "telegram",
        "I saw Minister Tor. He then made three points:\n\n(A) Ice was thin.\n\n(B) The pilots had waited.",
        ["Tor | - | say | Ice was thin", "Tor | - | say | The pilots had waited"],
    ),
    "questions that are raised": (
        "telegram",
        "Minister Tor raised several questions:\n\n1. Why was the harbor closed?",
        ["Tor | - | ask | Why was the harbor closed"],
    ),
    "somebody's views": (
        "telegram",
        "Following is summary of Minister Tor's views:\n\n1. Ice was thin.\n\n2. The pilots had waited.",
        ["Tor | - | say | Ice was thin", "Tor | - | say | The pilots had waited"],
    ),
    "an account that follows": (
        "memorandum of conversation",
        ("Mr. Tor spoke of his journey. His account is as follows:\n\nThe ice was thin. The pilots had waited."),
        ["Tor | - | say | The ice was thin", "Tor | - | say | The pilots had waited"],
    ),
    "a report of a talk of others": (
        "telegram",
        (
            "Tor reported to me on his talk with Count Eilau. Eilau said that the ice was thin. He "
            "feared that it would break."
        ),
        ["Tor > Eilau | said | say | the ice was thin", "Tor > Eilau | feared | feel | it would break"],
    ),
    "what an editor quotes after a colon": (
        "editorial note",
        (
            "The President and Emil Tor met on May 2. Tor turned to the problem of the harbour:\n\n“I "
            "think the ice is thin. The ships must wait.”"
        ),
        [
            "Emil Tor | - | say | I think the ice is thin",
            "Emil Tor > Emil Tor | think | think | the ice is thin",
            "Emil Tor | - | say | The ships must wait",
        ],
    ),
    "a call whose turns are headed by letters": (
        "memorandum of conversation",
        (
            "Eilau/Kolov\n\nK: The ice is thin.\n\nE: I think the ships must wait.\n\nK: The pilots are "
            "tired.\n\nE: They will wait."
        ),
        [
            "Kolov | - | say | The ice is thin",
            "Eilau | - | say | I think the ships must wait",
            "Eilau > Eilau | think | think | the ships must wait",
            "Kolov | - | say | The pilots are tired",
            "Eilau | - | say | They will wait",
        ],
    ),
    "points that a position contains": (
        "telegram",
        "British position contains following points:\n\n1. The ice is thin.\n\n2. The ships must wait.",
        ["United Kingdom | - | say | The ice is thin", "United Kingdom | - | say | The ships must wait"],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES)
def test_whose_words_are_announced(kind: str, text: str, expected: list[str]) -> None:
    found = attribute(record(text, kind=kind)).texts[0].statements
    assert [line(one) for one in found] == expected
