"""Where contents begin and end: second verbs of telling, what is told after a question, asides of the author."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "what had been before": (
        "Mr. Pask reported that he had seen Mr. Tor, and the latter had requested that a boat be sent.",
        [
            "Pask | reported | say | he had seen Mr. Tor, and the latter had requested that a boat be sent",
            "Pask > Tor | requested | direct | a boat be sent",
        ],
    ),
    "a quotation that is only a subject": (
        "Mr. Pask said “your government” had missed the boat.",
        ["Pask | said | say | your government” had missed the boat"],
    ),
    "before what is thought of it": (
        "Mr. Pask asked for French help which he thought would be small.",
        ["Pask | asked | direct | French help", "Pask | thought | think | would be small"],
    ),
    "the end of a parenthesis": (
        "Mr. Pask smiled (he thought the ice was thin) and left the hall.",
        ["Pask | thought | think | the ice was thin"],
    ),
    "not where it was said": (
        "At his press conference in May, Count Eilau replied to many questions about the ice.",
        [],
    ),
    "a verb that is itself quoted": (
        "According to Mr. Tor, Count Eilau “readily agreed” to the first plan in May.",
        [
            "Tor | According to | say | Count Eilau “readily agreed” to the first plan in May",
            "Tor > Eilau | agreed | commit | the first plan in May",
        ],
    ),
    "an adverb before who says it": (
        "Besides, said Mr. Pask, the ice would be thin in May.",
        ["Pask | said | say | the ice would be thin in May"],
    ),
    "a second verb in the tense of the first": (
        "Mr. Pask denied that the pilots had struck and accused Count Eilau of paying for the rumors.",
        [
            "Pask | denied | say | the pilots had struck",
            "Pask | accused | say | Count Eilau of paying for the rumors",
        ],
    ),
    "a second verb after a subject that can say nothing": (
        "Mr. Pask agreed that the points were valid and stated he would go home in May.",
        [
            "Pask | agreed | say | the points were valid",
            "Pask | stated | say | he would go home in May",
        ],
    ),
    "a second verb that a clause opens with whether": (
        "Mr. Pask said Count Eilau had been informed and whether he agreed or not was of no weight.",
        ["Pask | said | say | Count Eilau had been informed and whether he agreed or not was of no weight"],
    ),
    "what is told after a question": (
        "I asked whether he had any particular text in mind, but he seemed to be confused.",
        ["AUTHOR | asked | ask | he had any particular text in mind"],
    ),
    "a question in two parts": (
        "Mr. Pask asked what the guns had cost, and who had paid for them.",
        ["Pask | asked | ask | what the guns had cost, and who had paid for them"],
    ),
    "what the author doubts": (
        "I suspect the ice will hold, though I doubt it will carry the guns.",
        ["AUTHOR | suspect | think | the ice will hold", "AUTHOR | doubt | think | it will carry the guns"],
    ),
    "an aside in a relative clause": (
        "The pilots were from Orlec, who, Mr. Pask implied, were special friends of Count Eilau.",
        ["Pask | implied | say | who, Mr. Pask implied, were special friends of Count Eilau"],
    ),
    "men of whom something is said": (
        "Mr. Pask mentioned several old pilots who, he said, had lost the guns.",
        [
            "Pask | mentioned | say | several old pilots who, he said, had lost the guns",
            "Pask > Pask | said | say | who, he said, had lost the guns",
        ],
    ),
    "what the author makes of it after an aside": (
        "Shells struck the harbor on Sunday, officials said, in the deadliest attack since the truce began.",
        ["officials | said | say | Shells struck the harbor on Sunday"],
    ),
    "where it was said after an aside": (
        "The harbor is closed, Mr. Pask said, in an interview with the radio.",
        ["Pask | said | say | The harbor is closed"],
    ),
    "a phrase after an aside that goes on": (
        "The harbor was, Mr. Pask said, in no danger.",
        ["Pask | said | say | The harbor was, Mr. Pask said, in no danger"],
    ),
    "what comes of it": (
        "The minister left on Monday after admitting that her office had lost the guns, dealing a blow to Mr. Pask.",
        ["minister | admitting | say | her office had lost the guns"],
    ),
    "a participle takes the clause": (
        "Mr. Pask replied by noting that for many years the pilots had tried to improve the harbor.",
        ["Pask | noting | say | for many years the pilots had tried to improve the harbor"],
    ),
    "a clause that the parser cuts short": (
        "Mr. Pask said that her office had passed confidential police pay proposals to a private firm.",
        ["Pask | said | say | her office had passed confidential police pay proposals to a private firm"],
    ),
    "a deed that is asked for": (
        "Mr. Pask requested access and ordered an investigation.",
        ["Pask | requested | direct | access", "Pask | ordered | direct | an investigation"],
    ),
    "a deed that is denied": ("Mr. Pask denied any wrongdoing.", ["Pask | denied | say | any wrongdoing"]),
    "a thing that is ordered": ("Mr. Pask ordered the soup.", []),
    "a subject after a topic": (
        "On Loran-C FonMin said the guns were old.",
        ["Foreign Minister | said | say | the guns were old"],
    ),
    "a subject before a participle": (
        "Opening the case at Orlec Court on Monday, Ada Rask, prosecuting, said the guns were old.",
        ["Ada Rask | said | say | the guns were old"],
    ),
    "what somebody wants to know": (
        "Mr. Pask declined to say who had sent the guns.",
        ["Pask | say | say | who had sent the guns"],
    ),
    "a condition": (
        "Mr. Pask was late. He said they were buying nine ships, provided the US is in a position to pay.",
        ["Pask | said | say | they were buying nine ships, provided the US is in a position to pay"],
    ),
    "a title like a verb": (
        "Judge Ada Rask warned pilots not to discuss the guns.",
        ["Ada Rask | warned | direct | not to discuss the guns"],
    ),
    "what was done before the telling": (
        "I said he had already called in Consul Pask and made such a request; he was in Orlec now.",
        [
            "AUTHOR | said | say | he had already called in Consul Pask and made such a request; he was in Orlec now",
        ],
    ),
    "a quotation before what is told of the time": (
        "Mr. Pask accused the pilots of “sleeping through the storm” after the last ship was lost.",
        ["Pask | accused | say | the pilots of “sleeping through the storm"],
    ),
    "what the same man doubts": (
        "Mr. Pask said that he saw no danger in that, although he doubted that the ice would hold.",
        [
            "Pask | said | say | he saw no danger in that, although he doubted that the ice would hold",
            "Pask > Pask | saw | think | no danger in that",
            "Pask > Pask | doubted | think | the ice would hold",
        ],
    ),
    "a clause after a comma alone": (
        "When I asked Mr. Pask about it, he said we must be patient, it would be slow, but the ice would melt.",
        ["Pask | said | say | we must be patient, it would be slow, but the ice would melt"],
    ),
    "clauses after commas that end in and": (
        (
            "He started with Orlec. Mr. Pask began with the harbor, and said they were not doing well, their port"
            " was frozen, and there was a wish to change the system."
        ),
        [
            (
                "Pask | said | say | they were not doing well, their port was frozen, and there was a wish to change "
                "the system"
            ),
        ],
    ),
    "a list of clauses after a noun": (
        (
            "Mr. Pask expressed his hope that a council could be elected there without the country's falling to "
            "the pilots, that this was a difficult task, and that a vote would be a great achievement."
        ),
        [
            (
                "Pask | expressed his hope | feel | a council could be elected there without the country's falling to"
                " the pilots, that this was a difficult task, and that a vote would be a great achievement"
            ),
        ],
    ),
    "a list of clauses after another verb": (
        (
            "Mr. Pask read the letter and commented that he recognized that problems exist with regard to the "
            "canal, that he would like to discuss with Count Eilau how best to go about the questions."
        ),
        [
            (
                "Pask | commented | say | he recognized that problems exist with regard to the canal, that he would "
                "like to discuss with Count Eilau how best to go about the questions"
            ),
            "Pask > Pask | recognized | think | problems exist with regard to the canal",
            "Pask > Pask | like | feel | to discuss with Count Eilau how best to go about the questions",
        ],
    ),
    "no list where another says the second": (
        "Mr. Pask said, in response to Mr. Tor's comment that the pilots were hasty, that the ice was thin.",
        ["Tor | comment | say | the pilots were hasty", "Pask | said | say | the ice was thin"],
    ),
    "hinted after what has been done": (
        "Count Eilau claimed that Halvern had yielded to the pilots and intimated that the ice might have broken.",
        [
            "Eilau | claimed | say | Halvern had yielded to the pilots",
            "Eilau | intimated | say | the ice might have broken",
        ],
    ),
    "undertook after what can say nothing": (
        (
            "Count Eilau stated his comments represented his own view and undertook to send us any reply the King"
            " might make."
        ),
        [
            "Eilau | stated | say | his comments represented his own view",
            "Eilau | undertook | commit | to send us any reply the King might make",
        ],
    ),
    "spoke of it after what was done": (
        (
            "Mr. Pask expressed satisfaction over the smooth manner in which the removal of the pilots had been "
            "accomplished and spoke of the great pleasure which this had given the King."
        ),
        [
            (
                "Pask | expressed satisfaction | feel | the smooth manner in which the removal of the pilots had been"
                " accomplished"
            ),
            "Pask | spoke | say | the great pleasure which this had given the King",
        ],
    ),
    "a thought after a subject that can think nothing": (
        "Mr. Pask recognized that the clauses were new but did not believe that they mattered.",
        ["Pask | recognized | think | the clauses were new", "Pask | believe | not think | they mattered"],
    ),
    "an offer after a passive that can offer nothing": (
        "Count Eilau asked that the note be sent in May and offered to wait.",
        ["Eilau | asked | direct | the note be sent in May", "Eilau | offered | commit | to wait"],
    ),
    "who reminds goes on telling": (
        "Mr. Pask assured me that Count Eilau remained firm and reminded me that they had signed.",
        ["Pask | assured | say | Count Eilau remained firm", "Pask | reminded | say | they had signed"],
    ),
    "a sentence that ends with what is cut short": (
        "Count Eilau said that he came from the U.S. Mr. Pask said it was late.",
        ["Eilau | said | say | he came from the U.S", "Pask | said | say | it was late"],
    ),
    "what the same one thinks besides": (
        "I think that it would be wise to wait and, at this stage, I should think any talk would be harmful.",
        ["AUTHOR | think | think | it would be wise to wait", "AUTHOR | think | think | any talk would be harmful"],
    ),
    "what the same one does not think": (
        (
            "Mr. Pask believed that Count Eilau had gone. He was sure that they knew this and he did not think that "
            "they would wait."
        ),
        [
            "Pask | believed | think | Count Eilau had gone",
            "Pask | was sure | think | they knew this",
            "Pask | think | not think | they would wait",
        ],
    ),
    "a condition before what is to be done": (
        "Should Mr. Pask insist that they come, you should tell Count Eilau that it is late.",
        ["Pask | insist | direct | they come"],
    ),
    "a clause that tells when, without a comma": (
        "When Mr. Pask said that they were ready I told him to begin.",
        ["Pask | said | say | they were ready", "AUTHOR | told | direct | to begin"],
    ),
    "before the main clause": (
        "If it was agreed that the exchange be private there would be no leaks anywhere, Mr. Pask said.",
        [
            "Pask | said | say | If it was agreed that the exchange be private there would be no leaks anywhere",
            "Pask > unspecified | agreed | commit | the exchange be private",
        ],
    ),
    "verbs with one auxiliary": (
        "Mr. Pask would review the events which led up to the talks and would emphasize that they were late.",
        ["Pask | review | say | the events which led up to the talks", "Pask | emphasize | say | they were late"],
    ),
    "two verbs with one content": (
        "Mr. Pask said that they appreciated and agreed with the spirit of the letter.",
        ["Pask | said | say | they appreciated and agreed with the spirit of the letter"],
    ),
    "the outer list": (
        "Mr. Pask said that Mr. Tor had stated that he would come; that the ships were late.",
        [
            "Pask | said | say | Mr. Tor had stated that he would come; that the ships were late",
            "Pask > Tor | stated | say | he would come",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_boundaries_of_contents(text: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(text)).texts[0].statements] == expected


IN_TALKS = {
    "why he refuses": (
        "Mr. Pask refused to sign the note because it would mean the end of the talks.",
        ["Pask | refused | commit | to sign the note"],
    ),
    "what is itself a reason": (
        "Mr. Pask found it hard to believe that this was because they wanted peace.",
        [
            "Pask | found | think | it hard to believe that this was because they wanted peace",
        ],
    ),
    "whether or not": (
        "Mr. Pask inquired of the envoys as to whether or not they would come.",
        ["Pask | inquired | ask | they would come"],
    ),
    "nothing to date": ("The envoys have agreed with the planning to date.", []),
    "two who speak in one sentence": (
        "Mr. Pask said that the ships were late and would come in May and Mr. Tor replied that he knew it.",
        ["Pask | said | say | the ships were late and would come in May", "Tor | replied | say | he knew it"],
    ),
    "what he says another had said": (
        "Mr. Pask said that Mr. Tor had come and Count Eilau had said that it was late.",
        [
            "Pask | said | say | Mr. Tor had come and Count Eilau had said that it was late",
            "Pask > Eilau | said | say | it was late",
        ],
    ),
    "an answer after a question": (
        "Mr. Pask asked if the note would be the answer to the paper and Mr. Tor replied that it would.",
        ["Pask | asked | ask | the note would be the answer to the paper", "Tor | replied | say | it would"],
    ),
    "another who agrees": (
        "Mr. Pask said that ten ships had been added, and Mr. Tor agreed but said that they would be fewer.",
        ["Pask | said | say | ten ships had been added", "Tor | said | say | they would be fewer"],
    ),
    "a quoted view that goes on": (
        "Mr. Pask stated that it was his view that “the place is dangerous to all” and that we must leave it.",
        [
            "Pask | stated | say | it was his view that “the place is dangerous to all” and that we must leave it",
            "Pask > Pask | view | think | the place is dangerous to all” and that we must leave it",
        ],
    ),
    "a date by which": (
        "Mr. Pask is committed to a program of free elections with a date by which they should be held.",
        ["Pask | is committed | commit | a program of free elections with a date by which they should be held"],
    ),
    "before what is said of it": (
        "Mr. Pask told of his plan for the port, of which he said little.",
        ["Pask | told | say | his plan for the port"],
    ),
    "a hope after what is realized": (
        "Mr. Pask realized that this was a delicate question but expressed hope that Count Eilau could help.",
        [
            "Pask | realized | think | this was a delicate question",
            "Pask | expressed hope | feel | Count Eilau could help",
        ],
    ),
    "a second verb after many of what can think nothing": (
        "Mr. Pask knew that many of the clauses were unwise and believed that they would be dropped.",
        [
            "Pask | knew | think | many of the clauses were unwise",
            "Pask | believed | think | they would be dropped",
        ],
    ),
    "a second verb in the form of the first": (
        "We believe that the port is open and hope that it will remain so.",
        ["AUTHOR | believe | think | the port is open", "AUTHOR | hope | feel | it will remain so"],
    ),
    "a second verb of another number": (
        "Mr. Pask believes that the ships are late and hopes that they will come.",
        ["Pask | believes | think | the ships are late", "Pask | hopes | feel | they will come"],
    ),
    "a parenthesis of the author": (
        "Mr. Pask said that the ships were late (believe that he meant the two from Susa).",
        ["Pask | said | say | the ships were late", "AUTHOR | believe | think | he meant the two from Susa"],
    ),
    "a sentence that ends before I": (
        "Mr. Pask hoped to come to the U.S. I told him that it was late.",
        ["Pask | hoped | feel | to come to the U.S", "AUTHOR | told | say | it was late"],
    ),
    "after a relative clause that is whole": (
        "Mr. Pask praised the role that Count Eilau had played and thought there was no reason to go.",
        [
            "Pask | praised | feel | the role that Count Eilau had played",
            "Pask | thought | think | there was no reason to go",
        ],
    ),
    "another who answers without a comma": (
        "Mr. Pask hoped this would not be the case and Mr. Tor assured him that they had gone.",
        ["Pask | hoped | feel | this would not be the case", "Tor | assured | say | they had gone"],
    ),
    "another who answers a question": (
        (
            "Mr. Pask remarked that he was ill, and in response to a second question of the envoys Mr. Tor said that "
            "they would come."
        ),
        ["Pask | remarked | say | he was ill", "Tor | said | say | they would come"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), IN_TALKS.values(), ids=IN_TALKS)
def test_boundaries_of_contents_in_records_of_talks(text: str, expected: list[str]) -> None:
    found = attribute(record(text, kind="memorandum of conversation")).texts[0].statements
    assert [line(one) for one in found] == expected
