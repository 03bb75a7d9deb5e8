"""Statements in the prose of newspapers: questions before their answers, who is quoted by whom, bodies called "it"."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.passages import sentences

CASES = {
    "said when asked": (
        "“I do not know,” Tor said when asked whether the ships would come.",
        "Tor | said | say | I do not know",
    ),
    "asked, and nobody tells by whom": (
        "Asked whether he had paid, Emil Rask said he was tired.",
        "unspecified | Asked | ask | he had paid",
    ),
    "asked by somebody who is named after his office": (
        "Asked by counsel for the mill, Hedda Lund, why he had left, Emil Rask paused.",
        "Hedda Lund | Asked | ask | why he had left",
    ),
    "pressed on a topic": (
        "Pressed on the cost of the mill, Emil Rask said nothing was final.",
        "unspecified | Pressed | ask | the cost of the mill",
    ),
    "asked in the passive": (
        "Emil Rask came out late. He was asked at the gate whether he would pay.",
        "unspecified | asked | ask | he would pay",
    ),
    "quoted by somebody as saying": (
        "Emil Rask was quoted by state radio as saying that the mill was sold.",
        "state radio > Emil Rask | saying | say | the mill was sold",
    ),
    "quotes somebody as saying": (
        "The report quoted a miller as saying that the mill was sold.",
        "report > miller | saying | say | the mill was sold",
    ),
    "a body called it": (
        "The Harbour Board met. It demanded that the mill be sold.",
        "Harbour Board | demanded | direct | the mill be sold",
    ),
    "a body goes on with a participle": (
        "“We are ready,” the Harbour Board said, adding that it would sell the mill.",
        "Harbour Board | adding | say | it would sell the mill",
    ),
    "a subject after a long opening": (
        "At the mill in the suburb of Palma, a group of divers who had voted against it said they were tired.",
        "group of divers | said | say | they were tired",
    ),
    "a subject after its office": (
        "The opposition Civic League said the mill was sold.",
        "Civic League | said | say | the mill was sold",
    ),
    "a predicate taken for a clause": (
        "A poll taken for the daily Folkets Ord before the collapse suggested that the mill was safe.",
        "poll | suggested | say | the mill was safe",
    ),
    "it is who speaks before, though of one word": (
        "An official of the harbour waited. He said Hammar had said it did not want the mill.",
        "official of the harbour > Hammar | said | say | it did not want the mill",
    ),
    "a statement that has no owner": (
        "Emil Rask closed the mill. “All are safe,” an official statement said.",
        "official statement | said | say | All are safe",
    ),
    "told after a name, and not by who is told": (
        "The special envoy, Edda Lund, told Mr. Rask to stop the mill.",
        "Edda Lund | told | direct | to stop the mill",
    ),
    "a spokesman with one name": (
        "Mr. Rask's spokesman, Amin, told a paper that the mill was sold.",
        "Amin | told | say | the mill was sold",
    ),
    "according to what goes on with which": (
        "The planes stopped their raids at noon, according to the Navy, which keeps them.",
        "Navy | according to | say | The planes stopped their raids at noon",
    ),
    "what others tell beside it": (
        "Emil Rask warned that time was short, while the unions demanded that the mill be sold.",
        "Emil Rask | warned | say | time was short",
    ),
    "a second participle": (
        "The Harbour Board left, saying it saw no basis for talks, and raising the prospect of a sale.",
        "Harbour Board | saying | say | it saw no basis for talks",
    ),
    "written in an editorial": (
        "The daily Lokal wrote in an editorial that the council had bought ten months of peace.",
        "Lokal | wrote | say | the council had bought ten months of peace",
    ),
    "told to do something, nobody says by whom": (
        "The clerk was instructed to burn the letters.",
        "unspecified | instructed | direct | to burn the letters",
    ),
    "anybody, and not who is spoken to": (
        "“You would think that somebody called,” Emil Rask said. “Nobody did.”",
        "Emil Rask | said | say | You would think that somebody called",
    ),
    "on condition": (
        "An official spoke on condition that he not be named.",
        "official | condition | direct | he not be named",
    ),
    "a quotation within one": (
        "“I said, 'Something is wrong',” Edda Lund said.",
        "Edda Lund > Edda Lund | said | say | Something is wrong",
    ),
    "what somebody else says of the whole": (
        "Emil Rask proposed that the mill be sold, an idea that the council dismissed.",
        "Emil Rask | proposed | direct | the mill be sold",
    ),
    "recalled as he did something": (
        'Emil Rask came late. "The mill is old," he recalled Saturday as he swept up glass.',
        "Emil Rask | recalled | say | The mill is old",
    ),
    "a predicate taken for a participle": (
        "Rask, 74, who seized the mill in a 1996 coup, promised during the campaign that this term would be his last.",
        "Rask | promised | commit | this term would be his last",
    ),
    "according to, past what is warned of": (
        "Engineers had warned since 2019 that the dam was failing, according to documents seen by the Lokal.",
        "documents > Engineers | warned | say | the dam was failing",
    ),
    "a right to an opinion": (
        "“We respect her right to her opinion,” a company spokesman said.",
        "company spokesman | said | say | We respect her right to her opinion",
    ),
    "a content before what else was done": (
        "Karl Voss said that he would wait, and he invited me to lunch.",
        "Karl Voss | said | say | he would wait",
    ),
    "a question with a clause within it": (
        "Karl Voss explained why the house, which he had built, had failed.",
        "Karl Voss | explained | say | why the house, which he had built, had failed",
    ),
    "dismissed as": (
        "Mayor Karl Voss dismissed the report as a bad joke. “No,” he said.",
        "Karl Voss | dismissed | think | the report as a bad joke",
    ),
    "an order with a hearer and a title before it": (
        "The inquiry's chairman, Sir Leonard Rask, ordered the council to hand over its complete archive by May.",
        "Leonard Rask | ordered | direct | to hand over its complete archive by May",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_statement_of_the_press(text: str, expected: str) -> None:
    assert expected in [line(one) for one in attribute(record(text)).texts[0].statements]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“Why?” Emil Rask asked in May. He left.", "“Why?” Emil Rask asked in May."),
        ("“Why?” The envoys of the north had left in May. He was ill.", "“Why?”"),
    ],
)
def test_a_question_is_one_sentence_with_what_tells_who_asked_it_alone(text: str, first: str) -> None:
    assert next(iter(sentences(record(text).texts[0]))).words == first


def test_what_somebody_would_not_comment_on_is_not_said() -> None:
    (text,) = attribute(record("Karl Voss declined to comment on the plan for the mill.")).texts
    assert [line(one) for one in text.statements] == [
        "Karl Voss | declined | commit | to comment on the plan for the mill"
    ]
