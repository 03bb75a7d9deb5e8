"""What somebody does with a content, where its words tell more than its cue."""

from __future__ import annotations

import pytest
from statement_cases import record

from fonds.diplomatics.statements import attribute

CASES = {
    "a suggestion that something be done": ("Mr. Tor suggested that ships be sent.", "direct"),
    "a suggestion that somebody do something": ("Mr. Tor suggested he stop there.", "direct"),
    "a suggestion what might be done": ("Mr. Tor suggested that we might ask the press.", "direct"),
    "a suggestion that something is so": ("Mr. Tor suggested that many ships were old.", "say"),
    "a suggestion what may follow": ("Mr. Tor suggested that peace could lead to trade.", "say"),
    "insistence that something be done": ("Mr. Tor insisted that ships be sent.", "direct"),
    "insistence that something is so": ("Mr. Tor insisted that ships had come.", "say"),
    "agreement that something be": ("Mr. Tor agreed that the exchange be private.", "commit"),
    "agreement on what one will do": ("Mr. Tor agreed that they would come.", "commit"),
    "agreement that something is so": ("Mr. Tor agreed that it would be late.", "say"),
    "an assurance that something is so": ("Mr. Tor assured me that ships had come.", "say"),
    "a conclusion in talk": ("Mr. Tor concluded that it was late.", "say"),
    "views that are asked for": ("Mr. Tor asked for our views on the ships.", "ask"),
    "information that is requested": ("Mr. Tor requested information on the ships.", "ask"),
    "things that are asked for": ("Mr. Tor asked for ships.", "direct"),
}


@pytest.mark.parametrize(("text", "attitude"), CASES.values(), ids=CASES)
def test_attitude(text: str, attitude: str) -> None:
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [one.attitude for one in found] == [attitude]
