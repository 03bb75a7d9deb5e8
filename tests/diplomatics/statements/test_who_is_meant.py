"""Whom pronouns and phrases without a name stand for: the sources of statements, text by text."""

from __future__ import annotations

import pytest
from statement_cases import record

from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.words import times_in

PRESS = " “We shall see,” said Piet Drost. “Nobody knows.” “Not yet,” said Hedda Lund. “Soon.”"
"""What makes a text the press's: many quotations."""

SOURCES = {
    "what he himself believes": (
        "Mr. Pask said that Mr. Tor had left and that he did not believe that he would return.",
        "he would return",
        ["Pask", "Pask"],
    ),
    "he of an aside": (
        "A pilot spoke. The pilot said that it was late. Tor had told the crew, he said, that the roof was leaking."
        + PRESS,
        "the roof was leaking",
        ["pilot", "Tor"],
    ),
    "who is called by his age": (
        "Among them was Ilse Tor, who lives in Mill Lane. “The roof is leaking,” said the retired teacher, 74." + PRESS,
        "The roof is leaking",
        ["Ilse Tor"],
    ),
    "a verb joined to the first of three": (
        "I told them so by wire and Mr. Pask seemed pleased and said that the roof was leaking.",
        "the roof was leaking",
        ["Pask"],
    ),
    "who is told of right before he says": (
        "In response to another question from the President Welensky said that the roof was leaking.",
        "the roof was leaking",
        ["Welensky"],
    ),
    "whom somebody met, who said": (
        "Mr. Pask had a meeting with Emil Rask of the Council, who admitted that the roof was leaking.",
        "the roof was leaking",
        ["Emil Rask"],
    ),
    "who is named in parentheses": (
        "I saw the pilots. One of them told me that he (Rask) believed that the roof was leaking.",
        "the roof was leaking",
        ["One of them", "Rask"],
    ),
    "whom the editor says that he is": (
        "I saw the pilots. He [Rask] believed that the roof was leaking.",
        "the roof was leaking",
        ["Rask"],
    ),
    "who is named after a verb between commas": (
        "Count Eilau had no guns. Besides, said Mr. Rask, Halvern would have to mend the roof.",
        "Halvern would have to mend the roof",
        ["Rask"],
    ),
    "the latter": (
        "Count Eilau said that in his talk with Mr. Rask the latter had thought that the roof was leaking.",
        "the roof was leaking",
        ["Eilau", "Rask"],
    ),
    "who is asked what he thinks": (
        "Count Eilau asked Mr. Rask whether he believed that the roof was leaking.",
        "the roof was leaking",
        ["Eilau", "Rask"],
    ),
    "whose decisions are numbered": (
        (
            "The King laid down the following course of action:\n\n1. He asked that Mr. Rask be sent, and Rask should "
            "wait.\n\n2. He felt that the roof was leaking."
        ),
        "the roof was leaking",
        ["King"],
    ),
    "a minister of affairs": (
        "Minister of Foreign Affairs Delorval said that the roof was leaking.",
        "the roof was leaking",
        ["Delorval"],
    ),
    "who opens a paragraph without a name, not who was named before it": (
        "Karl Voss said that the village was against it. He was angry. “It is wet,” he said.\n\nA spokesman for the "
        "council denied that anything was decided. “We read all letters,” he said." + PRESS,
        "We read all letters",
        ["spokesman for the council"],
    ),
    "“she” of a mum": (
        "Emil Rask smiled. “My mum called me and she says, ‘Do you eat?’” he said." + PRESS,
        "Do you eat",
        ["Emil Rask", "Emil Rask's mum"],
    ),
    "whose nan she is, told by himself": (
        "Tom Rask was heckled. “My nan thinks that the mill is lost,” he said." + PRESS,
        "the mill is lost",
        ["Tom Rask", "Tom Rask's nan"],
    ),
    "“we” of whom somebody leads": (
        "The Growers' Union was silent. Its chairman, Emil Rask, was not. “We hope that it rains,” he said." + PRESS,
        "it rains",
        ["Emil Rask", "Growers' Union"],
    ),
    "“we” of somebody of a body": (
        "Edda Kroll of the aid group Northern Hands wept. “We believe that the dam will break,” she said." + PRESS,
        "the dam will break",
        ["Edda Kroll", "Northern Hands"],
    ),
    "“we” of a manager": (
        "Brage won at Northfield. Northfield manager Emil Rask was angry. “We believe that it was offside,” he said."
        + PRESS,
        "it was offside",
        ["Emil Rask", "Northfield"],
    ),
    "“we” of somebody from a university": (
        "“We believe that the ice is thin,” said Edda Kroll of the University of Holm." + PRESS,
        "the ice is thin",
        ["Edda Kroll", "Edda Kroll"],
    ),
    "what an author calls himself": (
        "I came early. This writer believes that the roof was leaking.",
        "the roof was leaking",
        ["AUTHOR"],
    ),
    "who the text is about, not the last in passing": (
        (
            "Greta Holm has painted for 50 years. “I began with barns,” she says. She works at night.\n\n"
            "She has no telephone. Her old teacher, Otto Brand, found her stubborn. “Greta never listened,” says Edda "
            "Kroll, a fellow student. “We all did.”\n\nCritics praise Greta Holm. Dealers find her cheap. She says "
            "that money spoils the eye."
        ),
        "money spoils the eye",
        ["Greta Holm"],
    ),
    "the owner in “her doctor … she”": (
        "Greta Holm is ill. Her doctor has told her to rest, and she has promised to sleep.",
        "to sleep",
        ["Greta Holm"],
    ),
    "the doctor where it is he": (
        "Greta Holm is ill. Her doctor has come, and he has promised to return.",
        "to return",
        ["Greta Holm's doctor"],
    ),
    "named where nobody does anything": (
        "Mayor Karl Voss said he was sorry." + PRESS + "\n\nThe loudest applause went to Emil Rask, 17. He told the "
        "council that the roof was leaking.",
        "the roof was leaking",
        ["Emil Rask"],
    ),
    "the speaker, named or not, who has just spoken": (
        "Mayor Karl Voss opened the hall." + PRESS + "\n\nEmil Rask said that the roof was leaking. He added that it "
        "was old.",
        "it was old",
        ["Emil Rask"],
    ),
    "she in a quotation is not who is quoted": (
        (
            "Greta Holm has painted for 50 years. She lives alone. “She was right,” says Edda Kroll, a fellow student. "
            "“She told me that barns are portraits.”"
        ),
        "barns are portraits",
        ["Edda Kroll", "Greta Holm"],
    ),
    "he is no woman, she no man": (
        "Hedwig Maria Stern said little. Pavel Orel said nothing new. She said that the bridge was closed.",
        "the bridge was closed",
        ["Hedwig Maria Stern"],
    ),
    "what tells officials from others": (
        "Two officials familiar with the talks said that the bridge was closed.",
        "the bridge was closed",
        ["Two officials familiar with the talks"],
    ),
    "where from": (
        "A spokesman for the harbour said that the bridge was closed.",
        "the bridge was closed",
        ["spokesman for the harbour"],
    ),
    "not when": ("Officials in March said that the bridge was closed.", "the bridge was closed", ["Officials"]),
    "no clause": (
        "Officials who know the harbour said that the bridge was closed.",
        "the bridge was closed",
        ["Officials"],
    ),
    "with the article within": (
        "A member of the board said that the bridge was closed.",
        "the bridge was closed",
        ["member of the board"],
    ),
    "lawyers, and not whose they are": (
        "Karl Voss's lawyers said that the bridge was closed.",
        "the bridge was closed",
        ["Karl Voss's lawyers"],
    ),
    "his brother with his name": (
        "Karl Voss came late. His brother said that the bridge was closed.",
        "the bridge was closed",
        ["Karl Voss's brother"],
    ),
    "neither of two": (
        "Halvern and Lautersee agreed to sign the treaty. Neither side said that the bridge was closed.",
        "the bridge was closed",
        ["Halvern and Lautersee"],
    ),
    "two of her aides": (
        "President Greta Holm came late. Two of her aides said that the bridge was closed.",
        "the bridge was closed",
        ["Two of Greta Holm's aides"],
    ),
    "one of them": (
        "Two divers went down into it. One of them said that the bridge was closed.",
        "the bridge was closed",
        ["One of Two divers"],
    ),
    "one of them with his name": (
        "Two divers went down. “It is deep,” said one of them, Emil Rask.",
        "It is deep",
        ["Emil Rask"],
    ),
    "who holds a role": (
        "The owner of the mill, Emil Rask, sold it. Karl Voss bought it. The owner said that the bridge was closed.",
        "the bridge was closed",
        ["Emil Rask"],
    ),
    "who will be named in it": (
        "The owner said that the bridge was closed. Emil Rask, the owner, sold it.",
        "the bridge was closed",
        ["Emil Rask"],
    ),
    "no deputy for a leader": (
        "Karl Voss, the deputy leader, slept. The leader said that the bridge was closed.",
        "the bridge was closed",
        ["leader"],
    ),
    "the company": (
        "Rask Motors opened a mill. Shares rose. The company said that the bridge was closed.",
        "the bridge was closed",
        ["Rask Motors"],
    ),
    "a firm before its founder": (
        "Rask Motors opened a mill. Rask said that the bridge was closed. Its founder, Emil Rask, slept.",
        "the bridge was closed",
        ["Rask Motors"],
    ),
    "who stands on a break": (
        "A nurse on her cigarette break, who said that the bridge was closed, went home.",
        "the bridge was closed",
        ["nurse"],
    ),
    "no place and date of a newspaper": (
        "HALVERN, Nov. 4 (Wire) - Karl Voss said that the bridge was closed.",
        "the bridge was closed",
        ["Karl Voss"],
    ),
    "named after the lead": (
        "The captain of the ferry Alma told a court that the bridge was closed. Captain Emil Rask is 54.",
        "the bridge was closed",
        ["Emil Rask"],
    ),
    "no captain of another country": (
        "The captain of France said that the bridge was closed. Captain Emil Rask is 54.",
        "the bridge was closed",
        ["captain of France"],
    ),
    "she in a second clause is who speaks": (
        (
            "Helga Strom came. She stayed. She slept. She spoke to nobody. She went. Karin Aas, the deputy leader, "
            "said she had waited and that she would go. “I will come back,” she said."
        ),
        "I will come back",
        ["Karin Aas"],
    ),
    "she by her given name": (
        "Edmund Voss opened the mill. Joyce Hallam follows the trade. Voss slept. She said that the bridge was closed.",
        "the bridge was closed",
        ["Joyce Hallam"],
    ),
    "no carmaker's model": (
        (
            "Sarah Payne was driven away. “The man threw her into a Ford Sierra,” Karl Voss said. “She asked where "
            "they were going.”"
        ),
        "where they were going",
        ["Karl Voss", "Sarah Payne"],
    ),
    "an office with its name behind a comma": (
        "The Defence Minister, Emil Rask, says that the bridge was closed.",
        "the bridge was closed",
        ["Emil Rask"],
    ),
    "somebody without a name": (
        "Doctors made tests. “He is well,” a staff member told a paper. “It is over,” he said.",
        "It is over",
        ["staff member"],
    ),
    "a team called they": (
        "Researchers wrote on Monday. Rask's team spent two summers there. They said that the bridge was closed.",
        "the bridge was closed",
        ["Rask's team"],
    ),
    "a quotation that opens anew": (
        'Emil Rask has a mill. "It is old," he said. "It was never good. "It will be sold." Karl Voss bought it.',
        "It will be sold",
        ["Emil Rask"],
    ),
    "no participant in the press": (
        "Tamika Boyd, who worked for Mayor Dennis Rask, told of it. The mayor said that the bridge was closed.",
        "the bridge was closed",
        ["Dennis Rask"],
    ),
    "he, and not prosecutors": (
        "Emil Rask is 61. Prosecutors allege he took it. His attorneys said that the bridge was closed.",
        "the bridge was closed",
        ["Emil Rask's attorneys"],
    ),
    "he, and no aide who was she": (
        "An aide to the mayor said that she had left. Emil Rask is 61. He said that the bridge was closed.",
        "the bridge was closed",
        ["Emil Rask"],
    ),
    "a trust called it": (
        "Ashgrove NHS Trust has apologised. Her son, Arthur, died. In a statement, it said that the bridge was closed.",
        "the bridge was closed",
        ["Ashgrove NHS Trust"],
    ),
    "she, and no trust": (
        (
            "Ashgrove NHS Trust has apologised. Its chief executive, Dame Ruth Colley, called on ministers to order a "
            "review. She said that the bridge was closed."
        ),
        "the bridge was closed",
        ["Ruth Colley"],
    ),
    "Mr. where only she is named in full": (
        "Chloe Marsden wept. But Mr. Marsden, a fireman, said it was late. “We are tired,” he said.",
        "We are tired",
        ["Mr. Marsden"],
    ),
    "the 22-year-old": (
        "Emil Rask scored. “I ran,” said the 22-year-old striker.",
        "I ran",
        ["Emil Rask"],
    ),
    "the Italian": (
        "Rovers manager Paola Ricci was furious. “I ran,” the Italian told a paper.",
        "I ran",
        ["Paola Ricci"],
    ),
    "a name with a hyphen": (
        "Its vice chairman, Park Sung-min, said that the bridge was closed.",
        "the bridge was closed",
        ["Park Sung-min"],
    ),
    "the company of two words": (
        (
            "Harvest Crown denies it. “We are fair,” said Allison Kemp, a spokeswoman. The company, she added, had "
            "offered to pay."
        ),
        "to pay",
        ["Allison Kemp", "Harvest Crown"],
    ),
    "asked in a sentence of its own": (
        "Emil Rask came. “Was it you?” Hedda Lund asked in a low voice.",
        "Was it you",
        ["Hedda Lund"],
    ),
    "identified only as": (
        "“They came,” said one woman, a trader who asked to be identified only as Fatou. “I was afraid,” she said.",
        "I was afraid",
        ["Fatou"],
    ),
    "a former judge with her name": (
        "The mission's head, former Malawian judge Esther Phiri, said that the bridge was closed.",
        "the bridge was closed",
        ["Esther Phiri"],
    ),
    "according to a release": (
        "The council sent it out. According to the release, the bridge was closed.",
        "the bridge was closed",
        ["release"],
    ),
    "single marks of quotation": (
        "Prof Ailsa Rask, of the college, said: ‘People think of it as mad, but it’s true.’ ‘I wrote it,’ she said.",
        "I wrote it",
        ["Ailsa Rask"],
    ),
    "no aside where a quotation opens": (
        "Ailsa Rask, of the college, said: “People think of it as a mad idea.”",
        "People think of it as a mad idea",
        ["Ailsa Rask"],
    ),
    "a memo at the end of a sentence": (
        "Karl Voss denied that he had read the memo. He said that the bridge was closed.",
        "he had read the memo",
        ["Karl Voss"],
    ),
}


@pytest.mark.parametrize(("text", "content", "chain"), SOURCES.values(), ids=SOURCES)
def test_source_is_who_is_meant(text: str, content: str, chain: list[str]) -> None:
    found = attribute(record(text)).texts[0].statements
    assert [list(one.chain) for one in found if one.content == content] == [chain]


def test_line_with_a_comma_is_no_participant() -> None:
    text = "He said that whatever promises the Halvern leaders made, the strait would stay open.\n\n" * 2
    found = attribute(record(text + "I told the Halvern leaders that the strait was closed.")).texts[0].statements
    assert [one.addressee for one in found if one.content == "the strait was closed"] == [("Halvern leaders",)]


@pytest.mark.parametrize(("name", "times"), [("Tor", 2), ("Torv", 0), ("U.S.", 1), ("", 0)])
def test_name_is_counted_where_it_stands_by_itself(name: str, times: int) -> None:
    assert times_in(name, "Tor told Torvald that the U.S. had left, said Tor") == times
