"""Whose words stand in what follows a sentence that announces them: points, a letter, a report, an instruction."""

from __future__ import annotations

import re

from fonds.diplomatics.statements.announcing import (
    announced_recorder,
    announced_writer,
    announcer,
    announces_text,
    has_first_point,
    instructs,
    reporter,
)
from fonds.diplomatics.statements.cast import AUTHOR
from fonds.diplomatics.statements.continuing import Analysis, Said, Talk
from fonds.diplomatics.statements.cue import UNNAMED
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.passages import Sentence
from fonds.diplomatics.statements.sources import Sources
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

_YOU_SHOULD = re.compile(r"\byou (?:should|may|are authorized)\b", re.IGNORECASE)
"""An instruction, and nothing that somebody is to say."""


class Announcements:
    """Keeps from sentence to sentence of a text what was announced.

    `speaker`: whose the next paragraph is, and each numbered one after it; `instructs`, where he is told what to say.
    `point`: whose the numbered points within a paragraph are. `writer`: whose letter or record is quoted next;
    `is_unsigned` after "Following is text of draft statement", which tells nobody's.
    """

    def __init__(self, talk: Talk, sources: Sources, *, is_report: bool, is_edition: bool) -> None:
        self._talk = talk
        self._sources = sources
        self._cast = sources.naming.cast
        self._is_report = is_report
        self._is_edition = is_edition
        self.speaker: Said | None = None
        self.instructs = False
        self.point: Said | None = None
        self.writer: str | None = None
        self.is_unsigned = False
        self._paragraph = -1
        self._reporter: str | None = None
        self._reported: set[str | None] | None = None

    def enter_paragraph(self, sentence: Sentence) -> Said | None:
        """Whose words the paragraph that a sentence opens is announced to be, if anybody's."""
        self.point = self._reporter = None
        self._talk.is_announced = self.speaker is not None and sentence.paragraph == self._paragraph + 1
        is_next = sentence.is_item or sentence.paragraph == self._paragraph + 1
        if not is_next or (self.instructs and _YOU_SHOULD.search(sentence.words)):
            self.speaker = None
        return self.speaker

    def given_by(self, *, is_quoted: bool) -> str | None:
        """Who wrote the words of a sentence, or is told to say them; a writer is forgotten where nothing is quoted."""
        if not is_quoted:
            self.writer, self.is_unsigned = None, False
        return self.writer or (self.speaker.chain[0] if self.speaker is not None and self.instructs else None)

    @property
    def transmitter(self) -> str | None:
        """Whose the words are that a text gives in full: who wrote them, or is announced to have said them."""
        return self.writer or (self.speaker.chain[0] if self.speaker is not None else None)

    def on_whose_word(self, said: Said) -> tuple[str, ...]:
        """The chain of a statement, with who reports a talk of others before it."""
        is_other = self._reporter is not None and not {self._reporter, AUTHOR, UNNAMED} & {said.chain[0]}
        is_told = is_other and (self._reported is None or said.chain[0] in self._reported)
        return (self._reporter, *said.chain) if self._reporter is not None and is_told else said.chain

    def note_reporter(self, analysis: Analysis) -> None:
        """On whose word an editor or a telegram tells of a talk of others, to the end of the paragraph."""
        word = reporter(analysis.tree) if self._may_be_reported else None
        name = self._named(analysis.tree, word)
        if name is not None:
            self._reporter, self._reported = name, None

    def note(self, analysis: Analysis, said: list[Said]) -> None:
        """What a sentence announces, of which it is known what is said in it."""
        self._note_points(analysis, said)
        self._note_report(analysis, said)
        if self._is_report:
            self._note_speaker(analysis)
            self._note_writer(analysis)

    @property
    def _may_be_reported(self) -> bool:
        return not self._talk.is_meeting and not self._cast.is_press

    def _named(self, tree: Tree, word: Word | None) -> str | None:
        return self._sources.naming.name(tree, word, self._talk.scene) if word is not None else None

    def _note_report(self, analysis: Analysis, said: list[Said]) -> None:
        """ "Tor reported that he had seen Rask. Rask said …": the text goes on with the report."""
        reported = lexicon().lists["telling reported"]
        for one in said if self._may_be_reported else ():
            verb = analysis.tree[one.cue.head] if one.cue is not None and len(one.chain) == 1 else None
            if verb is not None and verb.tag == "VBD" and lexicon().verb(verb.lower) in reported:
                self._reporter = one.chain[0]
                words = (analysis.tree[at] for at in range(one.content[0], one.content[1] + 1))
                self._reported = {self._named(analysis.tree, word) for word in words if word.tag == "NNP"}

    def _note_points(self, analysis: Analysis, said: list[Said]) -> None:
        """Whose the points are that a paragraph numbers, "He noted: (a) …": each of the next is his too."""
        tree = analysis.tree
        spans = {(tree[one.content[0]].start, tree[one.content[1]].end): one for one in said}
        inner = min(
            (span for span in spans if has_first_point(analysis.sentence.words[slice(*span)])),
            key=lambda span: span[1] - span[0],
            default=None,
        )
        if inner is not None and not analysis.sentence.is_point:
            self.point = Said(None, spans[inner].chain, spans[inner].hearers, (0, 0))

    def _note_speaker(self, analysis: Analysis) -> None:
        tree = analysis.tree
        word = announcer(tree)
        name = self._sources.named(tree, word, self._talk.scene) if word is not None else None
        if word is not None and name is not None and self._can_speak(word, name):
            self._expect(name, analysis)
        if self._cast.addressee is not None and instructs(tree):
            self._expect(self._cast.addressee, analysis)
            self.instructs = True

    def _can_speak(self, word: Word, name: str) -> bool:
        """Whether somebody may make points: in papers that are no records of talks, governments and posts too."""
        is_body = plain(word.text) in words_of("bodies") | words_of("posts") or self._cast.country(name) is not None
        return self._cast.is_person(name) or (is_body and not self._talk.is_meeting)

    def _expect(self, name: str, analysis: Analysis) -> None:
        self.speaker, self._paragraph = Said(None, (name,), (), (0, 0)), analysis.sentence.paragraph
        self.instructs = False

    def _note_writer(self, analysis: Analysis) -> None:
        """Whose message, letter or record the quotation that follows a sentence is said to be."""
        if self._talk.given_by is not None:
            return
        author = announced_writer(analysis.tree)
        if author is None and self._is_edition:
            author = announced_recorder(analysis.tree)
        name = self._named(analysis.tree, author)
        is_of_nobody = author is None and not self._is_edition and announcer(analysis.tree) is None
        self.is_unsigned = self.is_unsigned or (is_of_nobody and announces_text(analysis.tree))
        if name is not None and (self._cast.is_person(name) or not self._is_edition):
            self.writer = name
