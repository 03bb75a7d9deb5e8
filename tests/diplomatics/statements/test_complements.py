"""What verbs and adjectives take for a content: phrases, infinitives without "to", questions, withheld words."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "an aside in what another says": (
        "Mr. Rask said that the ships, Mr. Tor believed, would leave soon.",
        [
            "Rask | said | say | the ships, Mr. Tor believed, would leave soon",
            "Rask > Tor | believed | think | the ships, Mr. Tor believed, would leave soon",
        ],
    ),
    "took occasion to": (
        "Mr. Rask took occasion to say that the ships would leave.",
        ["Rask | say | say | the ships would leave"],
    ),
    "came to the conclusion": (
        "Mr. Rask came to the conclusion that the ships would leave.",
        ["Rask | conclusion | say | the ships would leave"],
    ),
    "reaffirmed what others mean to do": (
        "Mr. Rask reaffirmed his Government's determination to send ships.",
        [
            "Rask | reaffirmed | say | his Government's determination to send ships",
            "Rask > Government | determination | commit | to send ships",
        ],
    ),
    "a telegram with its number": (
        "Telegram 23 reported that the ships had left.",
        ["Telegram 23 | reported | say | the ships had left"],
    ),
    "felt in an aside": (
        "Mr. Pask spoke of the ice. This, he felt, was thin.",
        ["Pask | felt | think | This, he felt, was thin"],
    ),
    "asked then by nobody who is named": (
        "Mr. Pask declined to answer when asked whether the pilots were late.",
        [
            "Pask | declined | commit | to answer",
            "unspecified | asked | ask | the pilots were late",
        ],
    ),
    "said at the time that": (
        "Mr. Pask said at the time that he had lost confidence in the pilots.",
        ["Pask | said | say | he had lost confidence in the pilots"],
    ),
    "stated at that time that": (
        "Mr. Pask stated at that time that the pilots had gone.",
        ["Pask | stated | say | the pilots had gone"],
    ),
    "convinced in the third person": (
        "Mr. Pask said he was convinced that the pilots were late.",
        [
            "Pask | said | say | he was convinced that the pilots were late",
            "Pask > Pask | was convinced | think | the pilots were late",
        ],
    ),
    "went on to state": (
        "Stevenson went on to state that many members of the Council felt that Chiang was in trouble.",
        [
            "Stevenson | state | say | many members of the Council felt that Chiang was in trouble",
            "Stevenson > many members of the Council | felt | think | Chiang was in trouble",
        ],
    ),
    "what was noticed": (
        "Mr. Pask had also noticed improvement in public opinion.",
        ["Pask | noticed | think | improvement in public opinion"],
    ),
    "a suggestion to the reader": (
        "I suggest you wait until noon.",
        ["AUTHOR | suggest | direct | you wait until noon"],
    ),
    "as far as he is concerned": ("If that was so, then as far as Halvern is concerned it would be quite late.", []),
    "certain of the others": (
        "Except for the Danes and certain of the Halvern officials, financial authorities in the rest of it are late.",
        [],
    ),
    "an agreed to form": ("Mr. Pask will not accept Halvern in any agreed to composition formula.", []),
    "protested after he had come": (
        "Mr. Pask said that he had come to protest the long delay.",
        ["Pask | said | say | he had come to protest the long delay", "Pask > Pask | protest | say | the long delay"],
    ),
    "what is repeated": (
        "Mr. Pask repeated what the Council had done in the spring.",
        ["Pask | repeated | say | what the Council had done in the spring"],
    ),
    "as he was aware": (
        "Mr. Pask said that, as Count Eilau was aware, the strait was closed.",
        [
            "Pask | said | say | as Count Eilau was aware, the strait was closed",
            "Pask > Eilau | as Count Eilau was aware | think | the strait was closed",
        ],
    ),
    "let know": (
        "I was not raising it in formal way now, but wanted let Danes know we have this possibility.",
        [
            "AUTHOR | wanted | feel | let Danes know we have this possibility",
            "AUTHOR > AUTHOR | know | say | we have this possibility",
        ],
    ),
    "it seems to me while": (
        "I said that, while I was no pilot, it seemed to me that the strait was closed.",
        [
            "AUTHOR | said | say | while I was no pilot, it seemed to me that the strait was closed",
            "AUTHOR > AUTHOR | seemed to me | think | the strait was closed",
        ],
    ),
    "comes to mind": ("Matters that have come to my mind are important to all.", []),
    "in opinion of a land": ("While in Halvern opinion was divided, the ice was thin.", []),
    "an order without that": (
        "Mr. Pask asked you convey this to Count Eilau.",
        ["Pask | asked | direct | you convey this to Count Eilau"],
    ),
    "a question without a verb": (
        "Mr. Pask asked what aspect of the dispute.",
        ["Pask | asked | ask | what aspect of the dispute"],
    ),
    "called in to be told": (
        "Mr. Pask called in Count Eilau to protest the delay of the ships.",
        ["Pask | protest | say | the delay of the ships"],
    ),
    "adverted to whose it is": (
        "Mr. Pask adverted to Halvern's remarkable new harbour.",
        ["Pask | adverted | say | Halvern's remarkable new harbour"],
    ),
    "stated in writing": (
        "Mr. Pask states in a memoir that he met with the pilots.",
        ["Pask | states | say | he met with the pilots"],
    ),
    "argued in a memorandum": (
        "A memorandum to the King from Mr. Pask argued that the ice was thin.",
        ["Pask | argued | say | the ice was thin"],
    ),
    "a view without that": (
        "Count Eilau expressed view pilots would not come back.",
        ["Eilau | expressed view | think | pilots would not come back"],
    ),
    "referred to more than a thing": (
        "Mr. Pask referred to the danger of thin ice in May.",
        ["Pask | referred | say | the danger of thin ice in May"],
    ),
    "by referring to": (
        "Mr. Pask opened the talk by referring to the danger of thin ice.",
        ["Pask | referring | say | the danger of thin ice"],
    ),
    "referred to no more than a thing": ("Mr. Pask referred to the letter.", []),
    "referred to as": (
        "Mr. Pask referred to Count Eilau as an old friend.",
        ["Pask | referred to | say | Count Eilau as an old friend"],
    ),
    "interested in": (
        "Mr. Pask was interested in buying the guns.",
        ["Pask | was interested | feel | buying the guns"],
    ),
    "wanted it done": (
        "Mr. Pask wanted the dispute settled before May.",
        ["Pask | wanted | direct | the dispute settled before May"],
    ),
    "planned do": (
        "Mr. Pask said that the Ministry planned see him in May.",
        [
            "Pask | said | say | the Ministry planned see him in May",
            "Pask > Ministry | planned | commit | see him in May",
        ],
    ),
    "felt it of importance": (
        "Mr. Pask felt it of great importance to come before May.",
        ["Pask | felt | think | it of great importance to come before May"],
    ),
    "to what extent": (
        "Mr. Pask wondered to what extent the ice would hold.",
        ["Pask | wondered | ask | to what extent the ice would hold"],
    ),
    "asked an opinion": (
        "Mr. Pask asked Mr. Tor's opinion of the guns.",
        ["Pask | asked | ask | Mr. Tor's opinion of the guns"],
    ),
    "asked a favor": (
        "Mr. Pask asked the help of the pilots.",
        ["Pask | asked | direct | the help of the pilots"],
    ),
    "asked a person": ("Mr. Pask asked Mr. Tor.", []),
    "a phrase that the parser hung on the verb": (
        "Mr. Pask envisaged two stages in the bilateral talks.",
        ["Pask | envisaged | think | two stages in the bilateral talks"],
    ),
    "asked to propose": (
        "Mr. Pask asked Count Eilau to propose a date for the talks.",
        [
            "Pask | asked | direct | to propose a date for the talks",
            "Pask > Eilau | propose | direct | a date for the talks",
        ],
    ),
    "a question and its answer": (
        "Mr. Pask asked whether the ice had held and he was told that it had not.",
        [
            "Pask | asked | ask | the ice had held",
            "unspecified | told | say | it had not",
        ],
    ),
    "offered resign": (
        "Mr. Pask said he had offered resign rather than expel the pilots.",
        [
            "Pask | said | say | he had offered resign rather than expel the pilots",
            "Pask > Pask | offered | commit | resign rather than expel the pilots",
        ],
    ),
    "ready buy": (
        "Embassy ready buy guns from Orlec at world prices.",
        ["Embassy | ready | commit | buy guns from Orlec at world prices"],
    ),
    "not prepared permit": (
        "Mr. Pask said the Council not prepared permit private talks between pilots and officials.",
        [
            "Pask | said | say | the Council not prepared permit private talks between pilots and officials",
            "Pask > Council | prepared | not commit | permit private talks between pilots and officials",
        ],
    ),
    "declared despite": (
        "Mr. Pask declared despite recent rise price guns, terms of trade still seriously adverse compared May.",
        ["Pask | declared | say | despite recent rise price guns, terms of trade still seriously adverse compared May"],
    ),
    "declared things which": (
        "Mr. Pask declared any measures which could be taken for a threat would have the wrong effect.",
        ["Pask | declared | say | any measures which could be taken for a threat would have the wrong effect"],
    ),
    "verbs that go on with a to": (
        "Mr. Pask promised to hold the vote, suspend the law, and wait until May.",
        ["Pask | promised | commit | to hold the vote, suspend the law, and wait until May"],
    ),
    "denied and denied": (
        "Mr. Pask did not think that they would be safe unless pilots remained and did not believe they would stay.",
        [
            "Pask | think | not think | they would be safe unless pilots remained",
            "Pask | believe | not think | they would stay",
        ],
    ),
    "a that after a semicolon": (
        "Mr. Pask said that he thought his views were well known; that the talks were over.",
        [
            "Pask | said | say | he thought his views were well known; that the talks were over",
            "Pask > Pask | thought | think | his views were well known",
        ],
    ),
    "the reason of what is stressed": (
        "Mr. Pask stressed the importance of thick ice, since it would carry the guns.",
        ["Pask | stressed | say | the importance of thick ice, since it would carry the guns"],
    ),
    "what was done before it was told": (
        "Mr. Pask said that he had come to Orlec and we had talked about the guns.",
        ["Pask | said | say | he had come to Orlec and we had talked about the guns"],
    ),
    "understood for a purpose": ("Mr. Pask came to understand the state of the ice.", []),
    "wished to say a few words": (
        "Mr. Pask wished to say a few words.",
        ["Pask | wished | feel | to say a few words"],
    ),
    "ready for": (
        "Mr. Pask said the pilots are ready for resumed talks.",
        [
            "Pask | said | say | the pilots are ready for resumed talks",
            "Pask > pilots | are ready | commit | resumed talks",
        ],
    ),
    "puzzled as to why": (
        "Mr. Pask was puzzled as to why the ice held.",
        ["Pask | was puzzled | think | why the ice held"],
    ),
    "professed ignorance": (
        "Mr. Pask professed ignorance of the strike.",
        ["Pask | professed | say | ignorance of the strike"],
    ),
    "said that as another had said": (
        "Mr. Pask said that as Count Eilau had said at dinner, the ice was thin.",
        [
            "Pask | said | say | as Count Eilau had said at dinner, the ice was thin",
            "Pask > Eilau | as Count Eilau had said | say | the ice was thin",
        ],
    ),
    "what was wanted": (
        "What the Council wanted to do was to give the pilots a hand.",
        ["Council | wanted | feel | to give the pilots a hand"],
    ),
    "all that was wanted": (
        "Mr. Pask said that all he wanted to talk about was the old naval school.",
        [
            "Pask | said | say | all he wanted to talk about was the old naval school",
            "Pask > Pask | wanted | feel | the old naval school",
        ],
    ),
    "what was said was no content": ("What Mr. Pask stated was of no use to the pilots.", []),
    "as he had told": (
        "As Mr. Pask had told the Council in May, the ice was thin.",
        ["Pask | As Mr. Pask had told | say | the ice was thin"],
    ),
    "a word with a prefix": (
        "Mr. Pask said that in principle the re-examination of the guns was in order.",
        ["Pask | said | say | in principle the re-examination of the guns was in order"],
    ),
    "clauses with that, one after the other": (
        "Mr. Pask voiced his thanks for the letter and noted that the canal was deep, that the ships were old.",
        [
            "Pask | voiced his thanks | feel | the letter",
            "Pask | noted | say | the canal was deep, that the ships were old",
        ],
    ),
    "two prefixes": (
        "Mr. Pask said that the counter-counter-measures and the anti-re-arming league were in order.",
        ["Pask | said | say | the counter-counter-measures and the anti-re-arming league were in order"],
    ),
    "no verb, as in telegrams": (
        "Mr. Pask said direct contact of the two fleets not necessarily dangerous.",
        ["Pask | said | say | direct contact of the two fleets not necessarily dangerous"],
    ),
    "an answer that denies": (
        "Mr. Pask said not, but he would look into it.",
        ["Pask | said | say | not, but he would look into it"],
    ),
    "an answer of a word": ("Mr. Pask said no. We left.", ["Pask | said | say | no"]),
    "withheld words": (
        "Mr. Pask urged me to look with care at [2 lines of source text not declassified].",
        ["Pask | urged | direct | to look with care at [2 lines of source text not declassified]"],
    ),
    "withheld words within": (
        "Mr. Pask felt that it was wiser to send [less than 1 line of source text not declassified] to Orlec.",
        [
            "Pask | felt | think | it was wiser to send [less than 1 line of source text not declassified] to Orlec",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_content_is_found(case: tuple[str, list[str]]) -> None:
    text, expected = case
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [line(one) for one in found] == expected


def test_who_brings_something_up_may_tell_more_of_it() -> None:
    text = "Mr. Pask spoke of the danger of thin ice. The pilots had gone home in May."
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [one.cue for one in found] == ["spoke", None]


def test_an_effect_hears_nothing() -> None:
    """ "Replied to effect that": no more than who is somebody is spoken to."""
    text = "Minister Tor replied to effect that the ice was thin. He told the emissary that the boats had no oil."
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [one.addressee for one in found] == [(), ("emissary",)]
