"""Who said what: texts with the statements that they hold, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from statement_cases import line, record

from fonds.diplomatics.statements import attribute, attribute_all
from fonds.diplomatics.statements.attributor import FAILED
from fonds.diplomatics.statements.engine import BuiltIn
from fonds.errors import MissingExtraError
from fonds.record import Finding, Mark, Note, Record, Statement, Text

CASES = {
    "that": ("Mr. Ashdowne said that the strait was closed.", ["Ashdowne | said | say | the strait was closed"]),
    "no that": ("Mr. Ashdowne said the strait was closed.", ["Ashdowne | said | say | the strait was closed"]),
    "interposed": (
        "The channel, said Mr. Ashdowne, will not be opened.",
        ["Ashdowne | said | say | The channel, said Mr. Ashdowne, will not be opened"],
    ),
    "quoted": ("“We shall wait,” said Mr. Ashdowne.", ["Ashdowne | said | say | We shall wait"]),
    "asked whether": (
        "Count Eilau asked whether the ship had sailed.",
        ["Eilau | asked | ask | the ship had sailed"],
    ),
    "asked to": (
        "Mr. Wexcombe asked Count Eilau to wait until Friday.",
        ["Wexcombe | asked | direct | to wait until Friday"],
    ),
    "promised": ("Mr. Delorval promised to reply by noon.", ["Delorval | promised | commit | to reply by noon"]),
    "feared": (
        "Mr. Delorval feared that the guns would fire.",
        ["Delorval | feared | feel | the guns would fire"],
    ),
    "denied": (
        "Mr. Delorval did not say that she would be recalled.",
        ["Delorval | say | not say | she would be recalled"],
    ),
    "according to": (
        "According to Captain Tiede, the dredger had sunk in the channel.",
        ["Tiede | According to | say | the dredger had sunk in the channel"],
    ),
    "third hand": (
        "Mr. Pask reported that Mr. Delorval believed that Halvern would fire.",
        [
            "Pask | reported | say | Mr. Delorval believed that Halvern would fire",
            "Pask > Delorval | believed | think | Halvern would fire",
        ],
    ),
    "noun with an owner": (
        "Lautersee's promise to withdraw the note was forgotten.",
        ["Lautersee | promise | commit | to withdraw the note"],
    ),
    "noun with a light verb": (
        "Mr. Pask expressed concern about the guns on the northern shore.",
        ["Pask | expressed concern | feel | the guns on the northern shore"],
    ),
    "the author": ("I told Mr. Pask that I knew nothing.", ["AUTHOR | told | say | I knew nothing"]),
    "adjective": (
        "Mr. Pask was convinced that the line would hold.",
        ["Pask | was convinced | think | the line would hold"],
    ),
    "he said he thought": (
        "Mr. Pask said he thought the ice would hold.",
        ["Pask | said | say | he thought the ice would hold", "Pask > Pask | thought | think | the ice would hold"],
    ),
    "joined to the telling": (
        "Mr. Pask said that the ice was thin and asked that the pilots be warned.",
        ["Pask | said | say | the ice was thin", "Pask | asked | direct | the pilots be warned"],
    ),
    "words left out": (
        "Mr. Pask replied ship he had seen did not carry guns.",
        ["Pask | replied | say | ship he had seen did not carry guns"],
    ),
    "to left out": (
        "Mr. Pask asked me convey his thanks to Count Eilau.",
        ["Pask | asked | direct | convey his thanks to Count Eilau"],
    ),
    "that again after a semicolon": (
        "Mr. Pask said that he was tired; that the ice was thin.",
        ["Pask | said | say | he was tired; that the ice was thin"],
    ),
    "another's doing told with it": (
        "Mr. Pask said he had done his best but Count Eilau was angry.",
        ["Pask | said | say | he had done his best but Count Eilau was angry"],
    ),
    "of the opinion": (
        "Mr. Pask was of the opinion that the channel should be closed.",
        ["Pask | opinion | think | the channel should be closed"],
    ),
    "noun without that": (
        "Mr. Pask expressed suspicion they were merely waiting.",
        ["Pask | expressed suspicion | think | they were merely waiting"],
    ),
    "noun in the passive": (
        "Assurances were given by Mr. Pask that the guns would be withdrawn.",
        ["Pask | Assurances were given | commit | the guns would be withdrawn"],
    ),
    "expected to": (
        "The pilots are expected to return on Friday.",
        ["unspecified | are expected | think | The pilots are expected to return on Friday"],
    ),
    "it seems to": (
        "It seems to Mr. Pask that the ice is too thin.",
        ["Pask | seems to Mr. Pask | think | the ice is too thin"],
    ),
    "rumors": (
        "Rumors that the dredger had sunk reached Orlec.",
        ["unspecified | Rumors | say | the dredger had sunk"],
    ),
    "promised somebody": (
        "Mr. Pask promised Count Eilau to wait until noon.",
        ["Pask | promised | commit | to wait until noon"],
    ),
    "asked by": (
        "Asked by Count Eilau what he would do, Mr. Pask left the room.",
        ["Eilau | Asked | ask | what he would do"],
    ),
    "made it very clear": (
        "Mr. Pask made it very clear that he would resign.",
        ["Pask | made it very clear | say | he would resign"],
    ),
    "a thing that speaks": (
        "The warning says that the channel is closed.",
        ["warning | says | say | the channel is closed"],
    ),
    "a quotation that closes": (
        'An old man shouted "stop thief" as the pilot was led out.',
        ["old man | shouted | say | stop thief"],
    ),
    "name beside an office": (
        '"The ice will hold," the harbour master, Ilse Tor, told reporters on Friday.',
        ["Ilse Tor | told | say | The ice will hold"],
    ),
    "one of several": (
        "One of the pilots, Jon Brask, said that he had seen nothing.",
        ["Jon Brask | said | say | he had seen nothing"],
    ),
    "office named in parentheses": (
        "The Halvern Ambassador (Brask) called at noon. The Ambassador said that the guns were old.",
        ["Brask | said | say | the guns were old"],
    ),
    "asked who": ("Mr. Pask asked who the pilots were.", ["Pask | asked | ask | who the pilots were"]),
    "suggested that they do": (
        "Mr. Pask suggested that Count Eilau wait until noon.",
        ["Pask | suggested | direct | Count Eilau wait until noon"],
    ),
    "aside at the end": (
        "The pilots refuse to come, Ilse Tor says.",
        ["Ilse Tor | says | say | The pilots refuse to come", "Ilse Tor > pilots | refuse | commit | to come"],
    ),
    "nobody": ("Nobody said that the line was down.", []),
    "indications": ("There were indications that the ice was thin.", []),
    "the fact that": ("The fact that the ice was thin is in the chart.", []),
    "ordered things": ("In the end the guns were ordered from Brannholt.", []),
    "kept a promise": ("He kept his promise.", []),
    "nothing attributed": ("The ship left the strait at noon.", []),
    "impersonal": ("It was clear that the channel was closed.", []),
    "noun without content": ("The message was long.", []),
    "a topic": ("They discussed the pilots.", []),
}


def statements(text: str, kind: str | None = None) -> tuple[Statement, ...]:
    return attribute(record(text, kind=kind)).texts[0].statements


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_text_holds_statements(case: tuple[str, list[str]]) -> None:
    text, expected = case
    assert [line(one) for one in statements(text)] == expected


TALK = """Mr. Ashdowne said that the channel was closed. No ship can pass it before the spring. The Envoy asked \
whether the pilots had been told.

The Minister replied that he feared the worst: according to Captain Tiede, the dredger had sunk."""


def test_speech_goes_on_without_a_cue_in_a_report_and_not_elsewhere() -> None:
    going_on = "Ashdowne | - | say | No ship can pass it before the spring"
    assert going_on in [line(one) for one in statements(TALK, "memorandum of conversation")]
    assert going_on not in [line(one) for one in statements(TALK)]


def test_a_paragraph_that_was_taken_for_a_heading_is_read_and_a_heading_is_not() -> None:
    bare = record("Mr. Pask came at noon. He said that it was late.\n\nMr. Pask said that it was late")
    blocks = tuple(replace(block, kind="heading") for block in bare.texts[0].blocks)
    found = attribute(replace(bare, texts=(replace(bare.texts[0], blocks=blocks),))).texts[0].statements
    assert [one.start for one in found] == [36]


def test_hearer_is_named() -> None:
    assert statements("Mr. Pask told Count Eilau that the line was down.")[0].addressee == ("Eilau",)


def test_offices_and_surnames_are_given_in_full() -> None:
    text = "Foreign Minister Jules Delorval came at noon. The Foreign Minister said that he was tired."
    assert statements(text)[0].chain == ("Jules Delorval",)


def test_words_given_in_full_are_their_speakers() -> None:
    text = "Mr. Pask: I have the note.\n\nMr. Tolliver: What does it say?\n\nMr. Pask: It says that we may go."
    assert [(one.chain[0], one.attitude) for one in statements(text, "minutes")][:2] == [
        ("Pask", "say"),
        ("Tolliver", "ask"),
    ]


WHO_IS_MEANT = {
    "he": ("Jon Brask opened the lock. Ilse Tora came later. He said that it was late.", "Jon Brask"),
    "a title tells": ("Mrs. Tor opened the lock. Mr. Brask came later. She said that it was late.", "Tor"),
    "this man": ("Jon Brask opened the lock. This official said that it was late.", "Jon Brask"),
    "the US is not us": ("The US said that it was late.", "US"),
    "first sentence of a quotation": ('"It was late. We saw nothing," said Jon Brask.', "Jon Brask"),
    "I left out": ("I told Mr. Brask to wait.\n\nBelieve Count Eilau will refuse.", "AUTHOR"),
    "he left out": ("Mr. Brask said that he was tired. Said pilots would leave on Friday.", "Brask"),
}


@pytest.mark.parametrize(("text", "name"), WHO_IS_MEANT.values(), ids=WHO_IS_MEANT.keys())
def test_who_is_meant(text: str, name: str) -> None:
    assert statements(text)[-1].chain[-1] == name


NEWS = """PORT LORNE — The ferry may close by spring, officials said on Tuesday.

"We cannot go on paying for empty boats," said Marta Ilvers, who heads the committee. "The money has to come."

Ilvers told us that the council had asked for help. Asked whether they will strike, Oskar Dern replied: "We will."
"""


def test_newspapers() -> None:
    found = [line(one) for one in statements(NEWS)]
    assert found[:4] == [
        "officials | said | say | The ferry may close by spring",
        "Marta Ilvers | said | say | We cannot go on paying for empty boats",
        "Marta Ilvers | - | say | The money has to come",
        "Marta Ilvers | told | say | the council had asked for help",
    ]
    assert found[-1] == "Oskar Dern | replied | say | We will"


def test_content_is_the_text_between_its_offsets() -> None:
    found = statements(TALK, "memorandum of conversation")
    assert len(found) == 5
    assert all(one.content == TALK[one.start : one.end] for one in found)


def test_editors_insertions_are_read_over_and_never_a_content() -> None:
    text = "Mr. Pask said that the [Halvern] ship had sailed. [He added that it was late.]"
    bare = record(text)
    marks = (Mark("supplied", text.index("[He") + 1, len(text) - 1),)
    found = attribute(replace(bare, texts=(replace(bare.texts[0], marks=marks),))).texts[0].statements
    assert [one.content for one in found] == ["the [Halvern] ship had sailed"]


def test_notes_are_not_read() -> None:
    bare = record("The ship sailed.")
    noted = replace(bare.texts[0], notes=(Note("1", 3, "Mr. Pask said that it was late."),))
    assert attribute(replace(bare, texts=(noted,))).texts[0].statements == ()


def test_other_languages_are_left_alone() -> None:
    bare = record("Mr. Pask said that it was late.")
    assert attribute(replace(bare, texts=(replace(bare.texts[0], language="fr"),))).texts[0].statements == ()


def test_statements_of_people_stay_and_those_of_programs_are_made_anew() -> None:
    ours = Statement(0, 5, "words", "said", ("Nobody",), (), "say", False, False, "a reader", 1.0)  # noqa: FBT003
    old = replace(ours, by="fonds statements 0")
    bare = record(TALK)
    kept = attribute(replace(bare, texts=(replace(bare.texts[0], statements=(ours, old)),))).texts[0].statements
    assert ours in kept
    assert old not in kept
    assert len(kept) > 1


def test_processes_give_what_one_gives_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fonds.diplomatics.statements.attributor.FEW", 4)
    records = [replace(record(TALK), id=str(number)) for number in range(7)]
    assert list(attribute_all(records, jobs=2)) == [attribute(one) for one in records]


class Echo:
    """An engine that says of every text that nobody said all of it."""

    name = "echo 1"
    findings: Sequence[Finding] = ()

    def statements(self, _record: Record, text: Text) -> tuple[Statement, ...]:
        end = len(text.content)
        return (Statement(0, end, text.content, None, ("nobody",), (), "say", False, False, self.name, 0.1),)  # noqa: FBT003


def test_another_engine_can_be_plugged_in() -> None:
    assert attribute(record("Words."), Echo()).texts[0].statements[0].by == "echo 1"


class Broken(Echo):
    def statements(self, record: Record, text: Text) -> tuple[Statement, ...]:  # noqa: ARG002
        raise ValueError("no")


def test_what_an_engine_raises_names_the_record() -> None:
    with pytest.raises(ValueError, match="no") as raised:
        attribute(record("Words."), Broken())
    assert record("Words.").id in raised.value.__notes__[0]


def test_record_at_which_the_engine_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    read = BuiltIn.statements

    def fails_once(self: BuiltIn, one: Record, text: Text) -> tuple[Statement, ...]:
        if one.id == "b":
            raise IndexError("list index out of range")
        return read(self, one, text)

    records = [replace(record(TALK), id=identifier) for identifier in "abc"]
    whole = [attribute(one) for one in records]
    monkeypatch.setattr(BuiltIn, "statements", fails_once)
    done = list(attribute_all(records))
    assert [done[0], done[2]] == [whole[0], whole[2]]
    assert done[1] == replace(records[1], findings=(Finding(FAILED, "IndexError: list index out of range"),))


def test_what_is_wrong_with_the_installation_stops_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(*_: object) -> tuple[Statement, ...]:
        raise MissingExtraError("statements", seen="not installed", next_step="Install it.")

    monkeypatch.setattr(BuiltIn, "statements", lacks)
    with pytest.raises(MissingExtraError):
        list(attribute_all([record(TALK)]))


HOSTILE = {
    "no words": "--- ... !!! ((( ]]] “““ ”””",
    "no end": "he said that " * 2_000,
    "one long line": "Mr. Pask said " + "x" * 50_000,
    "only quotation marks": '"' * 2_000,
    "nested cues": "A said that " * 60 + "it was late.",
    "brackets": "[" * 500 + "Mr. Pask said that it was late" + "]" * 500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert all(one.content == text[one.start : one.end] for one in statements(text))


VOCABULARY = """
he she they I we Pask Eilau Mr. President U.S. said told asked agreed replied that whether to the ship sailed and but
if which according in his view yes no. not counter anti re (a) B) 1) follows: Present: something
“ ” " ( ) [ ] , . : ; —"""
WORDS = st.sampled_from([*VOCABULARY.split(), "[1 line not declassified]"])
GLUE = st.sampled_from([" ", " ", " ", "-", "", "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=40))
def test_any_words_give_statements_within_the_text(words: list[tuple[str, str]]) -> None:
    text = "".join(chain.from_iterable(words)).strip()
    for one in statements(text, "telegram"):
        assert 0 <= one.start < one.end <= len(text)
        assert one.content == text[one.start : one.end]
        assert one.chain
        assert 0 < one.confidence <= 1
