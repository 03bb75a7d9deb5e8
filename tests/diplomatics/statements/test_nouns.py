"""What nouns take for a content, and whose it is: "the hope expressed by Pask that", "his question as to whether"."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "told by a participle": (
        "The hope expressed by Mr. Pask that talks would begin was shared.",
        ["Pask | hope | feel | talks would begin"],
    ),
    "what two say": (
        "Mr. Pask agreed with Mr. Rask's suggestion that the guns were old.",
        ["Pask | agreed | say | the guns were old", "Rask | suggestion | direct | the guns were old"],
    ),
    "told by a relative clause": (
        "These were the concerns which Mr. Pask had about the sale of the ships.",
        ["Pask | concerns | feel | the sale of the ships"],
    ),
    "what is made of a noun is none": ("If Mr. Pask had any suggestions to make, nobody heard them.", []),
    "a relative clause is none": ("Mr. Pask received the message which the pilots sent him in May.", []),
    "the nearest noun": (
        "Mr. Pask made no comment to Mr. Tor's observation that the delay was long.",
        ["Tor | observation | say | the delay was long"],
    ),
    "a statement regarding": ("Mr. Pask made a statement regarding the outcome of the vote.", []),
    "a statement on a day": ("Mr. Pask issued a statement on March 28.", []),
    "as to whether, after who gives it": (
        "A question from Mr. Pask as to whether the ice would hold was left open.",
        ["Pask | question | ask | the ice would hold"],
    ),
    "a view on whether": (
        "Mr. Pask had no view on whether the ice would hold.",
        ["Pask | had no view | think | the ice would hold"],
    ),
    "a feeling of somebody": (
        "Mr. Pask's anger over the sale of the ships was known.",
        ["Pask | anger | feel | the sale of the ships"],
    ),
    "an interest in doing": (
        "The officer's interest in taking power was known.",
        ["officer | interest | feel | taking power"],
    ),
    "an interest that only lasts": ("The officer's interest in the project waned.", []),
    "in favor of": (
        "Mr. Pask was very much in favor of a truce.",
        ["Pask | favor | feel | a truce"],
    ),
    "the next noun of the same owner": (
        "Mr. Pask expressed his gratitude for the aid and his hope for a long peace.",
        ["Pask | expressed his gratitude | feel | the aid", "Pask | hope | feel | a long peace"],
    ),
    "whom a commitment is made to": ("Mr. Pask made no commitment to Eilau.", []),
    "in his own interest in it": (
        "Mr. Pask could do a great deal in his own interest in improving the port.",
        [],
    ),
    "a feeling equated": (
        "Mr. Pask's only concern was a long war.",
        ["Pask | concern | feel | a long war"],
    ),
    "whose concern it is": (
        "The envoys noted the concern of Mr. Pask over the new guns.",
        [
            "envoys | noted | say | the concern of Mr. Pask over the new guns",
            "envoys > Pask | concern | feel | the new guns",
        ],
    ),
    "attention that is given": ("Mr. Pask gave attention to the danger of war.", []),
    "paid tribute": (
        "Mr. Pask paid tribute to the role of the pilots.",
        ["Pask | paid tribute | feel | the role of the pilots"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_contents_of_nouns(text: str, expected: list[str]) -> None:
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [line(one) for one in found if one.cue not in {"heard", "told"}] == expected
