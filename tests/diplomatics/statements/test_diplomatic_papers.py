"""Who said what in the prose of diplomatic papers: what is asked, felt and promised within what somebody said."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "a title cut short": (
        (
            "Harbour Dues—Sec. Weeks recalled the dues raised last July, then stated that the pilots were content. "
            "He asked Sec. Tor to set them right."
        ),
        [
            "Weeks | recalled | say | the dues raised last July",
            "Weeks | stated | say | the pilots were content",
            "Weeks | asked | direct | to set them right",
        ],
    ),
    "a wish ends before a second verb": (
        "Mr. Pask would prefer to buy the guns in Orlec, but has said that he will turn elsewhere.",
        [
            "Pask | prefer | feel | to buy the guns in Orlec",
            "Pask | said | say | he will turn elsewhere",
        ],
    ),
    "a proposal ends before what is told beside it": (
        "Mr. Pask proposed to open the channel, until the pilots were all safely back in the port of Orlec.",
        ["Pask | proposed | commit | to open the channel"],
    ),
    "pleased they had come": (
        "Mr. Pask said that he was pleased this meeting could take place.",
        [
            "Pask | said | say | he was pleased this meeting could take place",
            "Pask > Pask | was pleased | feel | this meeting could take place",
        ],
    ),
    "impression they came": (
        "I had the impression she considered the guns to be good.",
        ["AUTHOR | had the impression | think | she considered the guns to be good"],
    ),
    "made clear he disagreed": (
        "Mr. Pask made clear he disagreed with the pilots.",
        ["Pask | made clear | say | he disagreed with the pilots"],
    ),
    "said if": (
        "Mr. Pask said if the ice held the pilots would be told tonight.",
        ["Pask | said | say | if the ice held the pilots would be told tonight"],
    ),
    "called on to do": (
        "Mr. Pask called on Count Eilau to describe the state of the channel.",
        ["Pask | called on | direct | to describe the state of the channel"],
    ),
    "called on in order to": ("Mr. Pask called on Count Eilau to express his thanks.", []),
    "called a meeting for": ("Mr. Pask called a meeting for Friday.", []),
    "by assuring us that": (
        "Mr. Pask summed up his report by reassuring the Council that the ice was thick.",
        ["Pask | reassuring | say | the ice was thick"],
    ),
    "with the remark that": (
        "Mr. Pask summed up his report with the remark that the ice was thick.",
        ["Pask | remark | say | the ice was thick"],
    ),
    "considers it essential": (
        "Mr. Pask considers a large increase essential to his plans.",
        ["Pask | considers | think | a large increase essential to his plans"],
    ),
    "stressed the point that": (
        "Mr. Pask stressed the point that the pilots of Orlec were old.",
        ["Pask | stressed the point | say | the pilots of Orlec were old"],
    ),
    "so angry that": ("Mr. Pask was so angry that the pilots left the room.", []),
    "attention": (
        "Mr. Pask called the Envoy's attention to the state of the guns.",
        ["Pask | called the Envoy's attention | say | the state of the guns"],
    ),
    "clear to somebody": (
        "It was clear to Mr. Pask that the ice was thin.",
        ["Pask | was clear to Mr. Pask | think | the ice was thin"],
    ),
    "as somebody sees it": (
        "As the Embassy sees it, the channel is closed.",
        ["Embassy | As the Embassy sees | think | the channel is closed"],
    ),
    "as fast as": ("The pilots left as fast as Mr. Pask thought.", []),
    "the view of a body": (
        "It is the view of the Embassy that the size of the guns needs to be measured.",
        ["Embassy | view | think | the size of the guns needs to be measured"],
    ),
    "another's thanks": (
        "Mr. Pask conveyed Count Eilau's gratitude for the guns.",
        [
            "Pask | conveyed | say | Count Eilau's gratitude for the guns",
            "Pask > Eilau | gratitude | feel | the guns",
        ],
    ),
    "that he takes up again": (
        "Mr. Tor said he believed that the ice was thin and that he would wait.",
        [
            "Tor | said | say | he believed that the ice was thin and that he would wait",
            "Tor > Tor | believed | think | the ice was thin",
        ],
    ),
    "a name before a clause": (
        "Brask was late, and as Mr. Pask had told Shah we are trying to find guns.",
        ["Pask | told | say | we are trying to find guns"],
    ),
    "made a statement on": ("Mr. Pask made a statement on the state of his guns.", []),
    "a statement on a topic": ("His statement on the guns was long.", []),
    "departments concerned": ("The departments concerned with trade met at noon.", []),
    "in order to": ("Mr. Pask saw the steps that the Council might take in order to show some effort.", []),
    "a view without that": (
        "Mr. Pask was tired. His view is the guns are old.",
        ["Pask | view | think | the guns are old"],
    ),
    "query as to whether": (
        "Mr. Pask replied in the negative to Eilau's query as to whether the pilots would be told.",
        ["Eilau | query | ask | the pilots would be told"],
    ),
    "inquired as to": (
        "Mr. Pask inquired as to the state of the guns.",
        ["Pask | inquired | ask | the state of the guns"],
    ),
    "agreed in another's view": (
        "Mr. Pask concurred in the view of Count Eilau that the guns should be sold.",
        ["Pask | concurred | say | the guns should be sold"],
    ),
    "at his request": ("Mr. Pask called at his request to discuss the channel.", []),
    "asked about names": ("I asked about Mr. Pask and Count Eilau.", []),
    "told in confidence": (
        "Mr. Pask had, in confidence, informed the Envoy and the Secretary of Orlec, Brask, of the state of his plans.",
        ["Pask | informed | say | the state of his plans"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_text_holds_statements(case: tuple[str, list[str]]) -> None:
    text, expected = case
    assert [line(one) for one in attribute(record(text)).texts[0].statements] == expected


WHO_IS_MEANT = {
    "whose report it is": (
        "Mr. Tor was late. Mr. Brask’s findings were brief, but he did say that it was late.",
        "Brask",
    ),
    "the author's own now": (
        "Mr. Brask said that it was late. It goes without saying I propose to take up his offer.",
        "AUTHOR",
    ),
    "who is called on speaks": (
        "I saw the Council. Mr. Tor called on Mr. Brask to speak.\n\nMr. Brask ended with the remark that it was late.",
        "Brask",
    ),
    "said although": (
        (
            "Mr. Brask left. He said although he had not received his final instructions the United States need not "
            "feel any uneasiness about the activities of the pilots in the conference."
        ),
        "Brask",
    ),
    "day before a name": ("On Saturday Brask was here. Brask said that it was late.", "Brask"),
    "an acronym": ("RPR realizes this is difficult since ships could not pass.", "RPR"),
    "the body whose actions are recorded": (
        "Mr. Brask said that it was late.\n\nThe National Security Council:\n\na. Noted that the guns were old.",
        "National Security Council",
    ),
    "thinking anew": (
        "Mr. Tor said that it was late. Mr. Brask felt that the pilots, after all that they had seen, were tired.",
        "Brask",
    ),
    "no person": ("Mr. Brask left. Much study was given to the guns. He said that it was late.", "Brask"),
    "a summary": ("Mr. Brask's letter came at noon.\n\nBegin summary. The guns were all old. End summary.", "Brask"),
    "Chief of Staff": (
        "Mr. Tor said that it was late. In general, the Chief of Staff of the Army described the guns as inadequate.",
        "Chief of Staff",
    ),
}


@pytest.mark.parametrize(("text", "name"), WHO_IS_MEANT.values(), ids=WHO_IS_MEANT.keys())
def test_who_is_meant(text: str, name: str) -> None:
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert found[-1].chain == (name,)


def test_speech_does_not_go_on_in_a_memorandum_of_which_the_author_tells_no_talk() -> None:
    text = "Mr. Brask told the Council that it was late. The guns had been lost in the spring."
    found = [
        [line(one) for one in attribute(record(text, kind=kind)).texts[0].statements]
        for kind in ("memorandum", "memorandum of conversation")
    ]
    assert [len(one) for one in found] == [1, 2]


def test_a_country_that_is_she_thinks_in_the_speech_that_goes_on() -> None:
    text = "Mr. Brask said that France was late. France was logical, and if she did not think it would work she left."
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert found[-1].chain == ("Brask", "France")


@pytest.mark.parametrize("head", ["Memorandum of Conversation", "Memorandum of a Meeting", "Record of the Conference"])
def test_speech_goes_on_in_a_text_that_calls_itself_a_record_of_talk(head: str) -> None:
    text = f"{head}\n\nMr. Brask said that it was late. The guns had been lost in the spring."
    assert len(attribute(record(text, kind="memorandum")).texts[0].statements) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister grateful for report.", "Minister | grateful | feel | report"),
        ("Minister deeply worried over reaction in Orlec.", "Minister | worried | feel | reaction in Orlec"),
    ],
)
def test_what_a_telegram_says_of_feelings_without_a_verb(text: str, expected: str) -> None:
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert [line(one) for one in found] == [expected]


def test_whose_a_noun_is_is_not_asked_of_the_noun_itself() -> None:
    text = "Mr. Brask and Mr. Tor came. The circumstances of their return are such that it seems wise to wait."
    assert attribute(record(text, kind="telegram")).texts[0].statements == ()


def test_they_are_who_were_named_as_several_in_the_sentence() -> None:
    text = "Orlec is far. Mr. Brask met with the northern leaders, trying to convince them that it was late."
    found = attribute(record(text, kind="telegram")).texts[0].statements
    assert found[-1].addressee == ("northern leaders",)


POINTS = """Mr. Brask raised the following points with me:

1. The guns were old. The pilots had left.

2. The Council would wait until noon.

The weather was fine."""


def test_announced_points_are_said_by_who_makes_them_and_what_follows_them_is_not() -> None:
    found = attribute(record(POINTS, kind="telegram")).texts[0].statements
    assert [one.content for one in found] == [
        "The guns were old",
        "The pilots had left",
        "The Council would wait until noon",
    ]
    assert {one.chain for one in found} == {("Brask",)}
