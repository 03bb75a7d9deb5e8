"""Who said what in reports of talks: what goes on with a speech, who "they" and "the latter" are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from statement_cases import line, record

from fonds.diplomatics.statements import attribute
from fonds.record import Date, Party

CASES = {
    "participants in one line": (
        "memorandum of conversation",
        (
            "PARTICIPANTS: Mr. Emil Pask, Secretary General of the League Ambassador Ilse Tor, Delegate "
            "of Halvern to the League\n\nThe Secretary General said that the ice was thin. Ambassador Tor "
            "thought that it would hold."
        ),
        [
            "Emil Pask | said | say | the ice was thin",
            "Ilse Tor | thought | think | it would hold",
        ],
    ),
    "the only Ambassador told of": (
        "memorandum",
        (
            "The Chinese Ambassador came in today. The Ambassador said that the ice was thin. He feared "
            "that it would break."
        ),
        [
            "Chinese Ambassador | said | say | the ice was thin",
            "Chinese Ambassador | feared | feel | it would break",
        ],
    ),
    "ambassadors of two countries": (
        "memorandum",
        ("The Chinese Ambassador and the French Ambassador came in today. The Ambassador said that the ice was thin."),
        [
            "Ambassador | said | say | the ice was thin",
        ],
    ),
    "numbered items": (
        "memorandum",
        (
            "Mr. Pask said (1) that he was sure the ice was thin, (2) that he was satisfied that the "
            "guns were old and (3) that the port should be closed."
        ),
        [
            (
                "Pask | said | say | he was sure the ice was thin, (2) that he was satisfied that the guns "
                "were old and (3) that the port should be closed"
            ),
            "Pask > Pask | was sure | think | the ice was thin",
            "Pask > Pask | was satisfied | feel | the guns were old",
        ],
    ),
    "a quotation over paragraphs": (
        "telegram",
        (
            "Mr. Pask requests you give following message to Count Eilau:\n\n“I fear that the ice is "
            "thin.\n\nI hope you will come to the port soon. Emil Pask”"
        ),
        [
            "Emil Pask | requests | direct | you give following message to Count Eilau",
            "Emil Pask | - | say | I fear that the ice is thin",
            "Emil Pask > Emil Pask | fear | feel | the ice is thin",
            "Emil Pask | - | say | I hope you will come to the port soon",
            "Emil Pask > Emil Pask | hope | feel | you will come to the port soon",
        ],
    ),
    "agreed on": (
        "memorandum",
        "Mr. Pask agreed on the dangers of a voyage through the ice.",
        [
            "Pask | agreed | say | the dangers of a voyage through the ice",
        ],
    ),
    "stated as": (
        "memorandum of conversation",
        "Mr. Pask stated the position of the Council as one of patience. Patience was cheap in Orlec.",
        [
            "Pask | stated | say | the position of the Council as one of patience",
            "Pask | - | say | Patience was cheap in Orlec",
        ],
    ),
    "the reply": (
        "memorandum of conversation",
        (
            "Mr. Pask asked whether the ice would hold. Mr. Tor said that he knew nothing of ice. Mr. "
            "Pask asked whether the pilots knew. The reply was that they were at sea. They would come "
            "home in May."
        ),
        [
            "Pask | asked | ask | the ice would hold",
            "Tor | said | say | he knew nothing of ice",
            "Pask | asked | ask | the pilots knew",
            "Tor | reply | say | they were at sea",
            "Tor | - | say | They would come home in May",
        ],
    ),
    "a feeling told for another": (
        "memorandum",
        "Mr. Pask expressed the concern of his company over the thin ice of the strait.",
        [
            "Pask | expressed | say | the concern of his company over the thin ice of the strait",
            "Pask > company | concern | feel | the thin ice of the strait",
        ],
    ),
    "my in quotation marks": (
        "memorandum",
        "Mr. Pask wrote: “My pilots say that the ice is thin.”",
        [
            "Pask | wrote | say | My pilots say that the ice is thin",
            "Pask > Pask's pilots | say | say | the ice is thin",
        ],
    ),
    "a discussion that followed": (
        "memorandum of conversation",
        "Mr. Pask said that the ice was thin. There followed a discussion of the guns of the port.",
        [
            "Pask | said | say | the ice was thin",
        ],
    ),
    "taken into account": (
        "letter",
        "I take into account the thinness of the ice.",
        [
            "AUTHOR | take into account | think | the thinness of the ice",
        ],
    ),
    "no indication who": (
        "memorandum",
        "Mr. Pask gave no indication who might be coming from the port.",
        [
            "Pask | gave no indication | say | who might be coming from the port",
        ],
    ),
    "sees as": (
        "memorandum",
        "Pilots see foreign withdrawal as correction of a legal situation.",
        [
            "Pilots | see | think | foreign withdrawal as correction of a legal situation",
        ],
    ),
    "the latter": (
        "memorandum",
        (
            "Mr. Pask asked Mr. Tor about the ice of the strait. The latter said that it was thin. He "
            "thought that it would break."
        ),
        [
            "Pask | asked | ask | the ice of the strait",
            "Tor | said | say | it was thin",
            "Tor | thought | think | it would break",
        ],
    ),
    "told by": (
        "telegram",
        "Embassy told by Mr. Tor that the ice was thin.",
        [
            "Tor | told | say | the ice was thin",
        ],
    ),
    "who told the other": (
        "telegram",
        (
            "Mr. Pask said that the ice was thin. Mr. Tor replied that it would hold. Mr. Tor was told "
            "that the pilots knew better."
        ),
        [
            "Pask | said | say | the ice was thin",
            "Tor | replied | say | it would hold",
            "Pask | told | say | the pilots knew better",
        ],
    ),
    "a memorandum of conversation": (
        "editorial note",
        ("Mr. Pask met Mr. Tor in Orlec. According to the memorandum of conversation, the ice was thin in May."),
        [
            "memorandum of conversation | According to | say | the ice was thin in May",
        ],
    ),
    "a label with a letter": (
        "telegram",
        "Mr. Pask asked for papers as in Ref A. Mr. Tor said that he had none.",
        [
            "Pask | asked | direct | papers as in Ref A",
            "Tor | said | say | he had none",
        ],
    ),
    "but added": (
        "memorandum",
        (
            "Mr. Pask replied that Mr. Tor was a pilot and that we were not going to say anything of "
            "him but added that he was not a good one."
        ),
        [
            "Pask | replied | say | Mr. Tor was a pilot and that we were not going to say anything of him",
            "Pask | added | say | he was not a good one",
        ],
    ),
    "a topic before the verb": (
        "telegram",
        (
            "Mr. Pask reviewed the state of the ice. He said it was thin. Re Orlec concluded that the "
            "port would be closed."
        ),
        [
            "Pask | reviewed | say | the state of the ice",
            "Pask | said | say | it was thin",
            "Pask | concluded | say | the port would be closed",
        ],
    ),
    "did not believe": (
        "telegram",
        "Mr. Pask said that the ice was thin. On balance, did not believe that it would break.",
        [
            "Pask | said | say | the ice was thin",
            "Pask | believe | not think | it would break",
        ],
    ),
    "would also note": (
        "telegram",
        "Would also note that the pilots were at sea.",
        [
            "AUTHOR | note | say | the pilots were at sea",
        ],
    ),
    "in claiming, said": (
        "telegram",
        ("Mr. Pask said that the ice was thin. In claiming that the guns were old, said that they should be sold."),
        [
            "Pask | said | say | the ice was thin",
            "Pask | claiming | say | the guns were old",
            "Pask | said | say | they should be sold",
        ],
    ),
    "they both agreed": (
        "memorandum of conversation",
        (
            "Mr. Pask said that the ice was thin. Mr. Tor replied that it would break. They both agreed "
            "that the port should be closed."
        ),
        [
            "Pask | said | say | the ice was thin",
            "Tor | replied | say | it would break",
            "Pask and Tor | agreed | commit | the port should be closed",
        ],
    ),
    "both said": (
        "memorandum",
        ("In response to a question from the President, General Pask and Mr. Tor both said that the ice was thin."),
        [
            "Pask and Tor | said | say | the ice was thin",
        ],
    ),
    "called to report": (
        "letter",
        "Mr. Pask called me to report that the ice was thin.",
        [
            "Pask | report | say | the ice was thin",
        ],
    ),
    "a first name": (
        "memorandum",
        "I spoke to Emil Pask about the ice. Emil thought that it would hold.",
        [
            "Emil Pask | thought | think | it would hold",
        ],
    ),
    "a reply that assures": (
        "memorandum",
        ("President told Ambassador that he would reply to Count Eilau's letter assuring him that the ice was thick."),
        [
            ("President | told | say | he would reply to Count Eilau's letter assuring him that the ice was thick"),
            "President > President | assuring | say | the ice was thick",
        ],
    ),
    "no merit": (
        "memorandum",
        "Mr. Pask saw no merit in the closing of the port.",
        [
            "Pask | saw | think | no merit in the closing of the port",
        ],
    ),
    "a reply after a question": (
        "memorandum of conversation",
        "Mr. Pask said that it was late. I asked, “Is the ice thin?” He replied, “I hope that it is not.”",
        [
            "Pask | said | say | it was late",
            "AUTHOR | asked | ask | Is the ice thin",
            "Pask | replied | say | I hope that it is not",
            "Pask > Pask | hope | feel | it is not",
        ],
    ),
    "several that speak once": (
        "telegram",
        ("Various pilots' associations stressed the thinness of the ice. The port of Orlec had been closed in May."),
        [
            "Various pilots' associations | stressed | say | the thinness of the ice",
        ],
    ),
    "he asserted": (
        "memorandum",
        "Mr. Pask stressed that the ice was thin; he asserted that the guns were old.",
        [
            "Pask | stressed | say | the ice was thin",
            "Pask | asserted | say | the guns were old",
        ],
    ),
    "and it would": (
        "memorandum",
        "Mr. Pask came to the port and said this was a bog and it would take years to drain it.",
        [
            "Pask | said | say | this was a bog and it would take years to drain it",
        ],
    ),
    "had he known": (
        "memorandum",
        "I knew the pilots would not have gone forward and sailed had it been able to hold.",
        [
            ("AUTHOR | knew | think | the pilots would not have gone forward and sailed had it been able to hold"),
        ],
    ),
    "if they came": (
        "memorandum of conversation",
        ("Mr. Pask said that the ice was thin. If the pilots came in time, he was prepared to wait for them."),
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | say | If the pilots came in time, he was prepared to wait for them",
            "Pask > Pask | was prepared | commit | to wait for them",
        ],
    ),
    "had told": (
        "memorandum of conversation",
        "Mr. Pask said that the ice was thin. He had told the King that the port should be closed.",
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | say | He had told the King that the port should be closed",
            "Pask > Pask | told | say | the port should be closed",
        ],
    ),
    "no verb": (
        "telegram",
        "Mr. Pask said that the ice was thin. Pilots of the port of Orlec ripe for revolt.",
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | say | Pilots of the port of Orlec ripe for revolt",
        ],
    ),
    "what he did": (
        "memorandum of conversation",
        ("Mr. Pask spoke of the King. He said that the King was old. He sold the guns and left the country in May."),
        [
            "Pask | said | say | the King was old",
            "Pask | - | say | He sold the guns and left the country in May",
        ],
    ),
    "after a view": (
        "memorandum of conversation",
        "Mr. Pask expressed the view that the ice was thin. The port should be closed at once.",
        [
            "Pask | expressed the view | think | the ice was thin",
            "Pask | - | say | The port should be closed at once",
        ],
    ),
    "they of a nation": (
        "memorandum of conversation",
        "Mr. Pask said that the ice had worried the Hungarians. He thought they wanted to close the port.",
        [
            "Pask | said | say | the ice had worried the Hungarians",
            "Pask | thought | think | they wanted to close the port",
            "Pask > Hungarians | wanted | feel | to close the port",
        ],
    ),
    "in his view within": (
        "memorandum",
        "These, in Mr. Pask's view, were the principal reasons for the closing of the port.",
        [
            (
                "Pask | in Mr. Pask's view | think | These, in Mr. Pask's view, were the principal reasons "
                "for the closing of the port"
            ),
        ],
    ),
    "in his mind": (
        "memorandum",
        "Obviously your pledge has considerable significance in his thinking.",
        [],
    ),
    "a condition between": (
        "letter",
        "I shall tell Mr. Tor, if I see him, that the ice is thin.",
        [
            "AUTHOR | tell | say | the ice is thin",
        ],
    ),
    "furthermore": (
        "telegram",
        "Furthermore Pask has said that the ice is thin.",
        [
            "Pask | said | say | the ice is thin",
        ],
    ),
    "that left out": (
        "telegram",
        "Mr. Pask said perhaps amount could be cut from fifty guns to ten.",
        [
            "Pask | said | say | perhaps amount could be cut from fifty guns to ten",
        ],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES)
def test_talk_is_reported(kind: str, text: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(text, kind=kind)).texts[0].statements] == expected


def test_a_letter_is_who_governs_where_the_embassy_writes() -> None:
    text = "Kohler and Khrushchev met. K said that the ice was thin. Kohler left."
    telegram = replace(
        record(text, kind="telegram"),
        date=Date(edtf="1962-07-26"),
        parties=(Party("from", "Embassy in the Soviet Union"),),
    )
    assert [line(one) for one in attribute(telegram).texts[0].statements] == [
        "Khrushchev | said | say | the ice was thin"
    ]


def test_the_first_letters_of_a_name_in_the_heading_are_that_name() -> None:
    talk = record(
        "Pas said that the ice was thin.",
        kind="memorandum of telephone conversation",
        title="Talk Between Mr. Paskin and Mr. Tor",
    )
    assert [line(one) for one in attribute(talk).texts[0].statements] == ["Paskin | said | say | the ice was thin"]


def test_a_consulate_is_addressed_by_its_whole_name() -> None:
    parties = (Party("from", "Department of State"), Party("to", "Consulate General in Orlec"))
    telegram = replace(record("You should say that the ice is thin.", kind="telegram"), parties=parties)
    assert [line(one) for one in attribute(telegram).texts[0].statements] == [
        "Consulate General in Orlec | say | say | the ice is thin"
    ]
