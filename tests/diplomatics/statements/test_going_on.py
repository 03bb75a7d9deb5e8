"""Which sentences go on with what somebody said: over paragraphs, where others are spoken of, up to his own words."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "not how he looks who speaks, and what he does not say": (
        "telegram",
        "Minister Tor said the port was shut. He seemed tired. He smiled. He did not elaborate on this.",
        ["Tor | said | say | the port was shut"],
    ),
    "not what is asked of the reader": (
        "telegram",
        "Minister Tor said the port was shut. Would appreciate Department's views soonest.",
        ["Tor | said | say | the port was shut"],
    ),
    "not what the reader knows, or may do": (
        "telegram",
        (
            "Minister Tor said the port was shut. As Department aware, the ice is thin here. Minister Tor added "
            "the boats had no oil. You may send this to Susa."
        ),
        ["Tor | said | say | the port was shut", "Tor | added | say | the boats had no oil"],
    ),
    "not what the post has thought, or guesses": (
        "telegram",
        (
            "Minister Tor said the port was shut. Embassy has favored some delay in the building of boats. Minister "
            "Tor added the boats had no oil. Our guess is that he will wait."
        ),
        [
            "Tor | said | say | the port was shut",
            "Embassy | favored | feel | some delay in the building of boats",
            "Tor | added | say | the boats had no oil",
            "AUTHOR | guess | think | he will wait",
        ],
    ),
    "not what did not happen": (
        "telegram",
        "I told Count Eilau that the Council was late. Eilau did not react.",
        ["AUTHOR | told | say | the Council was late"],
    ),
    "with who answered, and not who asked": (
        "telegram",
        (
            "When I mentioned that it was late, Count Eilau said that he would wait for the pilots. The "
            "boats had no oil."
        ),
        [
            "AUTHOR | mentioned | say | it was late",
            "Eilau | said | say | he would wait for the pilots",
            "Eilau | - | say | The boats had no oil",
        ],
    ),
    "after what happened meanwhile": (
        "memorandum of conversation",
        "Count Eilau said the Council was late. The report was discussed. The Court had set no date for it.",
        [
            "Eilau | said | say | the Council was late",
            "Eilau | - | say | The Court had set no date for it",
        ],
    ),
    "what would be done": (
        "telegram",
        "Count Eilau said the Council was late. If he had no boat he would leave in May.",
        [
            "Eilau | said | say | the Council was late",
            "Eilau | - | say | If he had no boat he would leave in May",
        ],
    ),
    "a telegram's sentence without a verb": (
        "telegram",
        "Count Eilau said Council was late. People on the islands ripe for revolt.",
        [
            "Eilau | said | say | Council was late",
            "Eilau | - | say | People on the islands ripe for revolt",
        ],
    ),
    "points that are numbered": (
        "telegram",
        "Count Eilau reports Tor told him A) Council was late. B) Pits on the islands. C) Hosts claimed boat sunk.",
        [
            "Eilau | reports | say | Tor told him A) Council was late",
            "Eilau > Tor | told | say | A) Council was late",
            "Eilau > Tor | - | say | Pits on the islands",
            "Eilau > Tor | - | say | Hosts claimed boat sunk",
            "Eilau > Tor > Hosts | claimed | say | boat sunk",
        ],
    ),
    "a matter that is taken up": (
        "minutes",
        "The Secretary then turned to Orlec. Here we are no nearer the ice but there is a change in tone.",
        ["Secretary | - | say | Here we are no nearer the ice but there is a change in tone"],
    ),
    "not who agrees and adds": (
        "memorandum of conversation",
        "Count Eilau said that Mr. Tor had seen the ice. Mr. Tor agreed and added that it was thin.",
        ["Eilau | said | say | Mr. Tor had seen the ice", "Tor | added | say | it was thin"],
    ),
    "not what the author believes now": (
        "telegram",
        "Count Eilau said that the Council was late and I believe he is sincere about it.",
        [
            "Eilau | said | say | the Council was late and I believe he is sincere about it",
            "AUTHOR | believe | think | he is sincere about it",
        ],
    ),
    "what is announced to the press": (
        "editorial note",
        "Count Eilau commented to the press:\n\n“The Court has set no date for it.”",
        ["Eilau | - | say | The Court has set no date for it"],
    ),
    "in a memorandum that tells who was present": (
        "memorandum",
        (
            "June 7 meeting at the harbour\n\nPresent at the meeting were: Count Eilau, Mr. Pask.\n\nCount Eilau said "
            "the Council was late. The Court had set no date for the visit."
        ),
        [
            "Eilau | said | say | the Council was late",
            "Eilau | - | say | The Court had set no date for the visit",
        ],
    ),
    "in the next paragraph": (
        "telegram",
        "Count Eilau said the Council was late.\n\nThe Court had set no date for the visit. It was better to wait.",
        [
            "Eilau | said | say | the Council was late",
            "Eilau | - | say | The Court had set no date for the visit",
            "Eilau | - | say | It was better to wait",
        ],
    ),
    "not what is commented": (
        "telegram",
        "Count Eilau said the Council had seen the letter.\n\nComment: The Court had set no date for the visit.",
        ["Eilau | said | say | the Council had seen the letter"],
    ),
    "not what was done": (
        "memorandum of conversation",
        "Count Eilau said the Council had seen the letter.\n\nThe report of the pilots was discussed at length.",
        ["Eilau | said | say | the Council had seen the letter"],
    ),
    "not what he did": (
        "telegram",
        "Count Eilau told me the Council had seen the letter.\n\nCount Eilau was in good spirits.",
        ["Eilau | told | say | the Council had seen the letter"],
    ),
    "who is only spoken of is not in the room": (
        "memorandum of conversation",
        "Mr. Tor said that the visit pleased the King. The ports were open. The King hoped that the guns would come.",
        [
            "Tor | said | say | the visit pleased the King",
            "Tor | - | say | The ports were open",
            "Tor | - | say | The King hoped that the guns would come",
            "Tor > King | hoped | feel | the guns would come",
        ],
    ),
    "who was met is": (
        "memorandum of conversation",
        (
            "Mr. Tor met Count Eilau. Mr. Tor said that Count Eilau was right. Count Eilau hoped that the "
            "guns would come."
        ),
        [
            "Tor | said | say | Count Eilau was right",
            "Eilau | hoped | feel | the guns would come",
        ],
    ),
    "not another's turn": (
        "memorandum of conversation",
        (
            "Mr. Tor said that the ice was thick. Mr. Rask agreed and thanked him. The report of the pilots "
            "was discussed."
        ),
        ["Tor | said | say | the ice was thick"],
    ),
    "he was only met so far": (
        "telegram",
        "I lunched yesterday with Mr. Tor. He said that the ice was thick.",
        ["Tor | said | say | the ice was thick"],
    ),
    "each speaks for himself in a paper that is quoted": (
        "telegram",
        "The record reads as follows: “Mr. Tor asked if the ice was thick. Mr. Rask said it was thin.”",
        [
            "Tor | asked | ask | the ice was thick",
            "Rask | said | say | it was thin",
        ],
    ),
    "before a clause of his own": (
        "memorandum of conversation",
        "Mr. Tor said that the ice was thick. The pilots of Orlec had left, but he felt they would return.",
        [
            "Tor | said | say | the ice was thick",
            "Tor | - | say | The pilots of Orlec had left",
            "Tor | felt | think | they would return",
        ],
    ),
    "his own words before a semicolon": (
        "memorandum of conversation",
        "Mr. Tor said that the ice was thick. Armed with guns, Mr. Tor said he could go; without, he would face it.",
        [
            "Tor | said | say | the ice was thick",
            "Tor | said | say | he could go; without, he would face it",
        ],
    ),
    "Jr. parts no name": (
        "memorandum of conversation",
        (
            "Emil Pask, Jr., Officer in Charge of Ice, said that the ice was thin. Arthur Tor, Jr. replied "
            "that it would hold."
        ),
        [
            "Emil Pask | said | say | the ice was thin",
            "Arthur Tor | replied | say | it would hold",
        ],
    ),
    "as he had said": (
        "memorandum of conversation",
        (
            "Mr. Pask said that the ice was thin. As he had said before, the harbor would be closed. Should "
            "the pilots wait? He thought that they should."
        ),
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | say | As he had said before, the harbor would be closed",
            "Pask > Pask | As he had said | say | the harbor would be closed",
            "Pask | - | ask | Should the pilots wait",
            "Pask | thought | think | they should",
        ],
    ),
    "spokesman of a body": (
        "telegram",
        "A Department of State spokesman said that the ice was thin.",
        [
            "Department of State spokesman | said | say | the ice was thin",
        ],
    ),
    "opening words": (
        "telegram",
        "Furthermore Pask said that the ice was thin. Again Tor asked for pilots.",
        [
            "Pask | said | say | the ice was thin",
            "Tor | asked | direct | pilots",
        ],
    ),
    "questions and meetings to come": (
        "memorandum of conversation",
        (
            "Mr. Pask said that the ice was thin. What was to be done? A bilateral meeting of the pilots "
            "should be held in May. They should not wait."
        ),
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | ask | What was to be done",
            "Pask | - | say | A bilateral meeting of the pilots should be held in May",
            "Pask | - | say | They should not wait",
        ],
    ),
    "re-stated": (
        "memorandum",
        "Mr. Pask re-stated that the ice was thin.",
        [
            "Pask | re-stated | say | the ice was thin",
        ],
    ),
    "reports and briefings": (
        "memorandum of conversation",
        "Mr. Pask reported on the state of the ice and briefed Mr. Tor on the ships. The report on the ice was long.",
        [],
    ),
    "a long memorandum that tells of talk": (
        "memorandum",
        (
            "Mr. Pask telephoned me today about the harbor. He was calling from the port, where the ships of"
            " May were late, and where no letter of the Council had come. He said that the ice was thin. The"
            " harbor would be closed in May, and the pilots would have no work before June. I replied that "
            "the pilots were ready. They would wait until June if they were paid, and the Council would pay "
            "them. Mr. Pask asked whether they would wait longer. I said that they would. Mr. Pask observed "
            "that the Council had said so before. It had never paid. I told him that it would. He thanked me"
            " and said that he would write."
        ),
        [
            "Pask | said | say | the ice was thin",
            "Pask | - | say | The harbor would be closed in May, and the pilots would have no work before June",
            "AUTHOR | replied | say | the pilots were ready",
            "AUTHOR | - | say | They would wait until June if they were paid, and the Council would pay them",
            "Pask | asked | ask | they would wait longer",
            "AUTHOR | said | say | they would",
            "Pask | observed | say | the Council had said so before",
            "Pask | - | say | It had never paid",
            "AUTHOR | told | say | it would",
            "Pask | said | say | he would write",
        ],
    ),
    "determined": (
        "memorandum of conversation",
        "Mr. Pask was determined that the ships should come. He impressed upon Mr. Tor the need for haste.",
        [
            "Pask | was determined | commit | the ships should come",
            "Pask | impressed upon | say | the need for haste",
        ],
    ),
    "comments that are made": (
        "memorandum of conversation",
        (
            "Mr. Brask said that the ice was thin. Mr. Tor then made the following comments on the "
            "state of the harbour.\n\nThe harbour is controlled by the pilots. They are tired of the "
            "ice."
        ),
        [
            "Brask | said | say | the ice was thin",
            "Tor | - | say | The harbour is controlled by the pilots",
            "Tor | - | say | They are tired of the ice",
        ],
    ),
    "what another had urged": (
        "memorandum of conversation",
        (
            "PARTICIPANTS\n\nMr. Emil Pask\n\nMr. Alban Tor\n\nMr. Pask said that the ice was thin. "
            "When Mr. Brask had discussed it with him, he had urged that the pilots be heard."
        ),
        [
            "Emil Pask | said | say | the ice was thin",
            "Emil Pask | - | say | When Mr. Brask had discussed it with him, he had urged that the pilots be heard",
            "Emil Pask > Brask | urged | direct | the pilots be heard",
        ],
    ),
    "another agrees at the end": (
        "memorandum of conversation",
        ("Mr. Pask suggested that there be further talks on the harbour, and Mr. Tor agreed."),
        [
            "Pask | suggested | say | there be further talks on the harbour",
        ],
    ),
    "another thinks something after a comma": (
        "memorandum of conversation",
        ("I said this must have come from Mr. Tor, and the President thought perhaps I should see him."),
        [
            "AUTHOR | said | say | this must have come from Mr. Tor",
            "President | thought | think | perhaps I should see him",
        ],
    ),
    "answering the Minister": (
        "memorandum of conversation",
        ("Answering the Minister, Mr. Pask said that the ice was thin."),
        [
            "Pask | said | say | the ice was thin",
        ],
    ),
    "returned the call and asked": (
        "memorandum of telephone conversation",
        ("Mr. Pask returned the call and Tor asked if the ice was thin."),
        [
            "Tor | asked | ask | the ice was thin",
        ],
    ),
    "spent an hour telling me": (
        "memorandum of conversation",
        ("Mr. Pask spent an hour telling me that the ice was thin."),
        [
            "Pask | telling | say | the ice was thin",
        ],
    ),
    "it is proposed": (
        "memorandum",
        "It is proposed that the ships wait.",
        ["AUTHOR | proposed | direct | the ships wait"],
    ),
    "it was hoped": (
        "memorandum of conversation",
        "Mr. Tor said that the ice was thin. It was hoped that the ships would wait.",
        ["Tor | said | say | the ice was thin", "meeting participants | hoped | feel | the ships would wait"],
    ),
    "they could be assured": (
        "memorandum of conversation",
        "Mr. Tor said that Count Eilau could be assured that the ships would wait.",
        [
            "Tor | said | say | Count Eilau could be assured that the ships would wait",
            "Tor > Tor | assured | commit | the ships would wait",
        ],
    ),
    "with respect to": (
        "memorandum of conversation",
        "Mr. Tor expressed optimism with respect to the future of the harbour.",
        ["Tor | expressed optimism | feel | the future of the harbour"],
    ),
    "does not think and hopes": (
        "memorandum of conversation",
        "Mr. Tor does not think that Count Eilau will come and hopes that the ships will wait.",
        ["Tor | think | not think | Count Eilau will come", "Tor | hopes | feel | the ships will wait"],
    ),
    "to which another replied": (
        "memorandum of conversation",
        "Mr. Tor said that the ice was thin, to which Mr. Brask replied that the ships would wait.",
        ["Tor | said | say | the ice was thin", "Brask | replied | say | the ships would wait"],
    ),
    "a deed between two sentences": (
        "memorandum of conversation",
        "Mr. Tor said that the ice was thin. He showed me a map. The ships would wait.",
        ["Tor | said | say | the ice was thin", "Tor | - | say | The ships would wait"],
    ),
    "endeavors": ("memorandum", "Mr. Tor endeavored to close the harbour.", []),
    "permit": ("memorandum", "The Council permitted the ships to wait.", []),
    "comment on": ("memorandum of conversation", "Mr. Tor commented on the ice.", []),
    "enjoy": ("memorandum", "Mr. Tor enjoyed his visit.", []),
    "no other record": (
        "editorial note",
        "Mr. Tor said that the ice was thin. No other record of the talk has been found.",
        ["Tor | said | say | the ice was thin"],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES)
def test_what_goes_on_with_a_speech(kind: str, text: str, expected: list[str]) -> None:
    found = attribute(record(text, kind=kind)).texts[0].statements
    assert [line(one) for one in found] == expected
