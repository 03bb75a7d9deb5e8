"""Who said what in words given in full, in messages and transcripts, and whose names were kept back."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "a letter whose text begins after the line that announces it": (
        "telegram",
        (
            "Verbatim text. Following is translation letter from Count Eilau to President handed me by Rask.\n\n"
            "Begin Text: The ice is thin. End text.\n\nPask said he would wait."
        ),
        ["Eilau | - | say | The ice is thin", "Pask | said | say | he would wait"],
    ),
    "a message that somebody dictated": (
        "telegram",
        (
            "Tor called me to his office and dictated following message to the Council.\n\n"
            "Begin text: The ice is thin. End text."
        ),
        ["Tor | - | say | The ice is thin"],
    ),
    "a draft that is nobody's words yet": (
        "telegram",
        (
            "Pask requested a delay of the talks. Following is text of draft statement:\n\n"
            "“The ships have come. Rask announced that the ice is thin. The pilots are tired.”"
        ),
        ["Pask | requested | direct | a delay of the talks", "Rask | announced | say | the ice is thin"],
    ),
    "a message after it was announced": (
        "telegram",
        (
            "President received today following message from Count Eilau.\n\n“Dear Mr. President,\n\nI fear "
            "that the ice is thin. My pilots have told me so.”\n\nWe believe that he is right."
        ),
        [
            "Eilau | - | say | I fear that the ice is thin",
            "Eilau > Eilau | fear | feel | the ice is thin",
            "Eilau | - | say | My pilots have told me so",
            "AUTHOR | believe | think | he is right",
        ],
    ),
    "a message that follows": (
        "telegram",
        (
            "There follows for your information text of Count Eilau's message to the Council:\n\n“My pilots "
            "have seen the ice. We are ready to wait.”"
        ),
        [
            "Eilau | - | say | My pilots have seen the ice",
            "Eilau | - | say | We are ready to wait",
            "Eilau > Eilau | are ready | commit | to wait",
        ],
    ),
    "a message from a body": (
        "editorial note",
        (
            "On May 2 the Department of Ice sent the following message to the port:\n\n“You should know "
            "that the ice is thin.”"
        ),
        [
            "Department of Ice | - | say | You should know that the ice is thin",
        ],
    ),
    "names that were kept back": (
        "memorandum",
        (
            "[name not declassified] told me that the ice was thin. [2 names not declassified] feared that "
            "it would break."
        ),
        [
            "[name not declassified] | told | say | the ice was thin",
            "[name not declassified] | feared | feel | it would break",
        ],
    ),
    "a transcript": (
        "memorandum of conversation",
        (
            "Mr. Pask: I think the ice is thin.\n\nIt will break in May.\n\nMr. Tor: The ships must "
            "wait.\n\nMr. Pask: I agree that they should wait.\n\nMr. Tor: We have no pilots."
        ),
        [
            "Pask | - | say | I think the ice is thin",
            "Pask > Pask | think | think | the ice is thin",
            "Pask | - | say | It will break in May",
            "Tor | - | say | The ships must wait",
            "Pask | - | say | I agree that they should wait",
            "Pask > Pask | agree | commit | they should wait",
            "Tor | - | say | We have no pilots",
        ],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_statements_of_given_words(kind: str, text: str, expected: list[str]) -> None:
    found = [line(statement) for statement in attribute(record(text, kind=kind)).texts[0].statements]
    assert found == expected
