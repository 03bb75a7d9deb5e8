"""Who said what in telegrams, which leave out subjects, "that", "to" and "is", and call bodies by short names."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "what is done to the author": (
        "Minister Tor assured me that Halvern stood firm and reminded me that he had warned Rask.",
        [
            "Tor | assured | say | Halvern stood firm",
            "Tor | reminded | say | he had warned Rask",
        ],
    ),
    "a thing that is requested": (
        "Tor requested meeting this morning to discuss the harbor.",
        ["Tor | requested | direct | meeting this morning to discuss the harbor"],
    ),
    "a place that passes a telegram on": (
        "412. Paris pass USRO, Rask. Saw Minister Tor this morning. He said that the ice was thin.",
        ["Tor | said | say | the ice was thin"],
    ),
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
            "Meir > Eilau | asked | direct | to call me in",
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
    "words cut short": (
        "Dept believes FonMin shld reply soonest re ice. Pask stated govt had recd note.",
        [
            "Dept | believes | think | FonMin shld reply soonest re ice",
            "Pask | stated | say | govt had recd note",
        ],
    ),
    "he left out": (
        "I saw Pask today. Said would come in May.",
        [
            "Pask | Said | say | would come in May",
        ],
    ),
    "verbs read as names": (
        "I saw Pask today. He praised the pilots. Stressed Halverners could not agree on the truce.",
        [
            "Pask | Stressed | say | Halverners could not agree on the truce",
            "Pask > Halverners | agree | not say | the truce",
        ],
    ),
    "verbs of two words": (
        "Pask pointed out Tavarian ships entering harbor could not be stopped.",
        [
            "Pask | pointed out | say | Tavarian ships entering harbor could not be stopped",
        ],
    ),
    "what he was anxious for": (
        "Pask said Halvern not prepared to wait. He anxious Council should proceed at once.",
        [
            "Pask | said | say | Halvern not prepared to wait",
            "Pask > Halvern | prepared | not commit | to wait",
            "Pask | anxious | feel | Council should proceed at once",
        ],
    ),
    "the time of a reply": (
        "Pask replied the same day, noting that the ice was thin.",
        [
            "Pask | noting | say | the ice was thin",
        ],
    ),
    "what follows a label": (
        "Comment: Believe pilots could reach the port by May.",
        [
            "AUTHOR | Believe | think | pilots could reach the port by May",
        ],
    ),
    "recognize": (
        "Recognize your absence will be noted, may cost us the harbor, and hope you will write.",
        [
            "AUTHOR | Recognize | think | your absence will be noted, may cost us the harbor",
            "AUTHOR | hope | feel | you will write",
        ],
    ),
    "stressed need": (
        "Pask praised the truce, but stressed need for haste.",
        [
            "Pask | stressed | say | need for haste",
        ],
    ),
    "another clause after a comma": (
        (
            "I said that for the present we thought it best to say nothing about the truce, and he indicated"
            " strong assent."
        ),
        [
            "AUTHOR | said | say | for the present we thought it best to say nothing about the truce",
            "AUTHOR > AUTHOR | thought | think | it best to say nothing about the truce",
        ],
    ),
    "points announced with a full stop": (
        "Pask opened with following points.\n\nBoth towns had thin ice. The harbor was closed.",
        [
            "Pask | - | say | Both towns had thin ice",
            "Pask | - | say | The harbor was closed",
        ],
    ),
    "times ago": (
        "He said that Halvern had been unhappy a number of years ago.",
        [],
    ),
    "the best of his knowledge": (
        "Pask said to the best of his knowledge that the ice was thin.",
        [
            "Pask | said | say | the ice was thin",
        ],
    ),
    "both of two": (
        "Both Halverners and Tavarians expressed view problems of the ice should be left aside.",
        [
            "Halverners and Tavarians | expressed view | think | problems of the ice should be left aside",
        ],
    ),
    "both after a topic": (
        "Re US ice: Both Mikoyan and Khrushchev said ships late.",
        [
            "Mikoyan and Khrushchev | said | say | ships late",
        ],
    ),
    "told of": (
        "Pask told Tor of Halvernian concern about the harbor.",
        [
            "Pask | told | say | Halvernian concern about the harbor",
        ],
    ),
    "who believes beside an infinitive": (
        "The Council, being free of ties there, can and does help Tor to reach these goals, believing he will win.",
        [
            "Council | believing | think | he will win",
        ],
    ),
    "letters of the alphabet": (
        "Part b stated that the ships would wait.",
        [],
    ),
    "lest": (
        "Mr. Pask was fearful lest the ice should break in May.",
        [
            "Pask | was fearful | feel | the ice should break in May",
        ],
    ),
    "so that and now that": (
        "Pask mentioned talks now that ships had come. He spoke so that Tor would believe ice was thin.",
        [
            "Tor | believe | think | ice was thin",
        ],
    ),
    "a wish with its subject": (
        "Pask expressed wish Tor go to Halvern in May. He wanted Tor to stay there.",
        [
            "Pask | expressed wish | feel | Tor go to Halvern in May",
            "Pask | wanted | direct | Tor to stay there",
        ],
    ),
    "delegations one after another": (
        "Halvern representative said that the ice was thin. Tavaria indicated it will make short reply.",
        [
            "Halvern representative | said | say | the ice was thin",
            "Tavaria | indicated | say | it will make short reply",
        ],
    ),
    "understand why, and that": (
        ("I was sure Tor would understand why my call might be misread and that he would come to see me."),
        [
            (
                "AUTHOR | was sure | think | Tor would understand why my call might be misread and that "
                "he would come to see me"
            ),
            "AUTHOR > Tor | understand | think | why my call might be misread",
        ],
    ),
    "the items of a list": (
        (
            "We reported that Orlec had come, that Halvern had indicated that it would go along, and "
            "that Eilau had wished to wait."
        ),
        [
            (
                "AUTHOR | reported | say | Orlec had come, that Halvern had indicated that it would go "
                "along, and that Eilau had wished to wait"
            ),
            "AUTHOR > Halvern | indicated | say | it would go along",
            "AUTHOR > Eilau | wished | feel | to wait",
        ],
    ),
    "Mr. Pask I pressed": (
        ("In a private talk with Mr. Pask I pressed him hard on the truce. He said that it was late."),
        [
            "Pask | said | say | it was late",
        ],
    ),
    "in talk with somebody": (
        ("In talk with Pask I pressed him hard on the truce. He said that it was late."),
        [
            "Pask | said | say | it was late",
        ],
    ),
    "assurances that are received": (
        ("Emil Pask received assurances from Mr. Tor that the Council would wait."),
        [
            "Tor | received assurances | commit | the Council would wait",
        ],
    ),
    "assurance from nobody who is named": (
        ("Emil Pask asked for and received assurance that the Council would wait."),
        [
            "unspecified | received assurance | commit | the Council would wait",
        ],
    ),
    "a request that somebody has from another": (
        ("I said I had had a request from Rask for an appointment."),
        [
            "AUTHOR | said | say | I had had a request from Rask for an appointment",
            "AUTHOR > Rask | had a request | direct | an appointment",
        ],
    ),
    "urged to wait; he himself": (
        ("Emil Pask urged Mr. Tor to wait; he himself intended to come."),
        [
            "Emil Pask | urged | direct | to wait",
            "Emil Pask | intended | commit | to come",
        ],
    ),
    "wanted one thing whereas another": (
        ("Emil Pask said Orlec wanted small ships whereas Halvern wanted large ones."),
        [
            "Emil Pask | said | say | Orlec wanted small ships whereas Halvern wanted large ones",
            "Emil Pask > Orlec | wanted | feel | small ships",
            "Emil Pask > Halvern | wanted | feel | large ones",
        ],
    ),
    "according without to": (
        ("According Tor, Council would ratify truce December 12."),
        [
            "Tor | According | say | Council would ratify truce December 12",
        ],
    ),
    "a decision not to": (
        ("In view of the Council decision not to open the harbour, Mr. Pask was late."),
        [
            "Council | decision | commit | not to open the harbour",
        ],
    ),
    "instructed not to": (
        ("Emil Pask was instructed not to open the harbour."),
        [
            "unspecified | instructed | direct | not to open the harbour",
        ],
    ),
    "a condition is no content": (
        ("Emil Pask would be told that we may have to make statement if Council does not open harbour."),
        [
            "unspecified | told | say | we may have to make statement if Council does not open harbour",
        ],
    ),
    "told us their point of view": (
        ("Mr. Pask told us their point of view and their estimate of the harbour. He said that it was late."),
        [
            "Pask | said | say | it was late",
        ],
    ),
    "the point he made, that": (
        ("Mr. Pask then repeated point he made to me May 2 that Council should not take ice at face value."),
        [
            "Pask | repeated | say | point he made to me May 2 that Council should not take ice at face value",
            "Pask > Pask | point | say | Council should not take ice at face value",
        ],
    ),
    "threats against somebody": (
        ("Subj: Alleged Threats Against Emil Tor.\n\nTor said that the ice was thin."),
        [
            "Emil Tor | said | say | the ice was thin",
        ],
    ),
    "last Friday somebody": (
        ("Last Friday Emil Tor said that the ice was thin."),
        [
            "Emil Tor | said | say | the ice was thin",
        ],
    ),
    "an Under Secretary is told": (
        ("Emil Tor told Under Secretary Brask that the ice was thin."),
        [
            "Emil Tor | told | say | the ice was thin",
        ],
    ),
    "it is believed, in a telegram of what another said": (
        "Tor said that the ice was thin. It is believed that the ships will wait.",
        ["Tor | said | say | the ice was thin", "AUTHOR | believed | think | the ships will wait"],
    ),
    "what the reader is asked to do": (
        "You requested see Count Eilau at once.",
        ["AUTHOR | requested | direct | see Count Eilau at once"],
    ),
    "an embassy that is requested": (
        "Embassy requested inform Count Eilau that ice is thin.",
        [
            "AUTHOR | requested | direct | inform Count Eilau that ice is thin",
            "AUTHOR > Embassy | inform | say | ice is thin",
        ],
    ),
    "also expressed": (
        "Tor said that the ice was thin. Also expressed hope that the ships would wait.",
        ["Tor | said | say | the ice was thin", "Tor | expressed hope | feel | the ships would wait"],
    ),
    "what telegrams list": (
        "Tor spoke of the ice; said that the ships would wait, noted that the harbour was closed.",
        ["Tor | said | say | the ships would wait", "Tor | noted | say | the harbour was closed"],
    ),
    "the author suggests after a condition": (
        "If Department approves plan, suggest Embassy inform Mr. Tor.",
        ["AUTHOR | suggest | direct | Embassy inform Mr. Tor"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_statements_of_telegrams(text: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(text, kind="telegram")).texts[0].statements] == expected
