"""From cues to statements: who speaks in whose speech, and which sentences go on with it without a cue of their own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, takewhile

from msgspec.structs import replace

from fonds.diplomatics.statements.agreement import can_speak
from fonds.diplomatics.statements.announcements import Announcements
from fonds.diplomatics.statements.announcing import opener
from fonds.diplomatics.statements.attitudes import attitude_of
from fonds.diplomatics.statements.cast import AUTHOR, Cast
from fonds.diplomatics.statements.confidence import confidence, traits
from fonds.diplomatics.statements.continuing import Analysis, Continuing, Said, Talk
from fonds.diplomatics.statements.cue import UNNAMED, Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.mentions import Mentions
from fonds.diplomatics.statements.name_parts import split_title
from fonds.diplomatics.statements.naming import Naming, Scene
from fonds.diplomatics.statements.passages import Sentence
from fonds.diplomatics.statements.quotations import Quotations
from fonds.diplomatics.statements.quoting import quoting
from fonds.diplomatics.statements.record_heads import RecordHeads
from fonds.diplomatics.statements.resuming import Resuming
from fonds.diplomatics.statements.room import Room
from fonds.diplomatics.statements.short_names import is_initials
from fonds.diplomatics.statements.sources import Sources
from fonds.diplomatics.statements.telling import (
    in_parenthesis,
    is_authors_now,
    is_circumstance,
    is_in_past,
    is_of_meeting,
    is_open,
    is_report,
    is_speech,
    is_top,
    tight,
)
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.verbatim import verbatim
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Record, Statement, Text

_OF_TALKS = ("telegram", "despatch", "airgram", "notes")
"""Kinds of document that report a speech over several paragraphs, beside the records of talks."""
SHORTEST = 4
"""Characters: less is no content, but an answer."""


class Discourse:
    """Walks through a text's sentences in order and keeps who is speaking."""

    def __init__(self, record: Record, text: Text, by: str) -> None:
        self.text = text
        self.by = by
        self.cast = Cast(record, text)
        self.naming = Naming(self.cast)
        self.talk = Talk(room=Room(self.cast.participants))
        self.paragraph = -1
        self.quotation_open = False
        self.last_quoted: Said | None = None
        self.is_report = is_report(record, text)
        self.is_edition = record.kind == "editorial note"
        self.quotations = Quotations(text.content)
        self.is_press = self.cast.is_press
        self.verbatim = verbatim(text)
        self.given_from = 0
        self.is_of_meeting = is_of_meeting(record, text)
        self.talk.is_meeting = self.is_of_meeting
        self.is_letter = (record.kind or "").startswith(("letter", "message"))
        self.continuing = Continuing(
            self.talk,
            self.naming,
            self.quotations,
            is_report=self.is_report,
            is_edition=self.is_edition,
        )
        self.mentions = Mentions(self.talk, self.naming, self.continuing)
        self.is_talk = self.is_of_meeting or any(word in (record.kind or "") for word in _OF_TALKS)
        self.sources = Sources(self.talk, self.naming, RecordHeads(text.content), is_report=self.is_report)
        self.announcements = Announcements(
            self.talk, self.sources, is_report=self.is_report, is_edition=self.is_edition
        )
        self.resuming = Resuming(self.talk, self.naming, self.continuing)
        self.statements: list[Statement] = []

    def read(self, analyses: Iterable[Analysis]) -> tuple[Statement, ...]:
        """The statements of all sentences, in the order of their contents."""
        analyses = list(analyses)
        for one in analyses:
            self.naming.roles.learn(one.tree, one.sentence.start, self._named_in_full)
        for one in analyses if self.is_press else ():
            self.naming.affiliations.learn(one.tree, self._named_in_full)
        for _, paragraph in groupby(analyses, key=lambda one: one.sentence.paragraph):
            for analysis in self._speaker_first(list(paragraph)):
                self._read_sentence(analysis)
        return tuple(sorted(self.statements, key=lambda s: (s.start, -s.end)))

    def _named_in_full(self, tree: Tree, word: Word) -> str | None:
        return self.naming.name(tree, word, Scene())

    def _named_here(self, tree: Tree, word: Word) -> str | None:
        return self.naming.name(tree, word, self.talk.scene)

    def _speaker_first(self, paragraph: list[Analysis]) -> list[Analysis]:
        """The sentences of a paragraph; where it opens with a quotation, the one that names the speaker comes first."""
        quoted = len(list(takewhile(self._is_quoted_without_speaker, paragraph)))
        if not 0 < quoted < len(paragraph) or not self.continuing.is_quoted_at(paragraph[quoted].sentence.start + 1):
            return paragraph
        names_speaker = any(not self.continuing.cue_is_quoted(paragraph[quoted], cue) for cue in paragraph[quoted].cues)
        return [paragraph[quoted], *paragraph[:quoted], *paragraph[quoted + 1 :]] if names_speaker else paragraph

    def _is_quoted_without_speaker(self, analysis: Analysis) -> bool:
        return self.continuing.is_all_quoted(analysis) and all(
            self.continuing.cue_is_quoted(analysis, cue) and not cue.encloses for cue in analysis.cues
        )

    def _read_sentence(self, analysis: Analysis) -> None:
        self._enter_paragraph(analysis.sentence)
        self._enter_verbatim(analysis.sentence)
        if self.talk.speaker is None and self.last_quoted is not None and self._is_quoted_without_speaker(analysis):
            self.talk.speaker = self.last_quoted
        if self.is_press:
            self.naming.affiliations.learn(analysis.tree, self._named_here)
        goes_on = self.continuing.goes_on(analysis) or (self.is_talk and self.resuming.resumes(analysis))
        if self.announcements.writer is not None and self.continuing.is_heading(analysis):
            goes_on = False  # "Dear Mr. Tor"
        if self.announcements.is_unsigned and self.continuing.is_all_quoted(analysis):
            self.talk.speaker = None
        if analysis.sentence.is_point and self.announcements.point is not None:
            self.talk.speaker, goes_on = self.announcements.point, True
        self.talk.scene.at = analysis.sentence.start
        self.announcements.note_reporter(analysis)
        whole = self._continuation(analysis, self.talk.speaker) if goes_on and self.talk.speaker else None
        said = self._chains(analysis, whole)
        for one in [*([whole] if whole else []), *said]:
            self._keep(analysis, one)
        self._remember(analysis, said, whole)
        self.announcements.note(analysis, said)
        if self.announcements.is_unsigned:
            self.last_quoted = None

    def _enter_paragraph(self, sentence: Sentence) -> None:
        if sentence.paragraph == self.paragraph:
            return
        if not self.quotation_open:
            if self.announcements.speaker is None:  # what was announced ends with its last item
                self.resuming.end_paragraph()
            self.talk.speaker = None
        if self.is_press:
            self.mentions.end_paragraph()
        announced = self.announcements.enter_paragraph(sentence)
        if announced is not None:
            self.talk.speaker, self.talk.speaks = announced, True
            self.last_quoted = announced
            self.mentions.recall(announced.chain[0])  # "He made these points:", "2. He feared …"
        self.talk.scene.writing = None
        self.paragraph = sentence.paragraph

    def _enter_verbatim(self, sentence: Sentence) -> None:
        """Words given in full are their speaker's from the first sentence to the last."""
        here = next((one for one in self.verbatim if one.start < sentence.end and sentence.start < one.end), None)
        self.given_from = here.start if here is not None else 0
        if here is None:
            is_quoted = any(self.continuing.is_quoted_at(at) for at in (sentence.start, sentence.start + 1))
            self.talk.given_by = self.announcements.given_by(is_quoted=is_quoted)
        elif here.speaker is None:
            self.talk.given_by = self.announcements.transmitter or self.mentions.owner
        else:
            self.talk.given_by = self._labelled(here.speaker, sentence.start)
        if self.talk.given_by is not None:
            self.talk.speaker, self.talk.speaks = Said(None, (self.talk.given_by,), (), (0, 0)), True

    def _labelled(self, label: str, at: int) -> str:
        """The name of the speaker that a paragraph is headed by."""
        if is_initials(label):
            return self.cast.of_letters(label)
        name = split_title(label)[1]
        return self.cast.full_name(name[-1]) if name else self.cast.offices.holder(label, at) or label

    # --- chains -------------------------------------------------------------------------------------------------------

    def _chains(self, analysis: Analysis, whole: Said | None) -> list[Said]:
        """The cues of a sentence with their sources, each in the speech that it stands in."""
        done: list[Said] = []
        for cue in analysis.cues:
            is_in_whole = whole is not None and cue.head <= whole.content[1]
            over = self._over(cue, done) or (whole if is_in_whole else None)
            said = self._said(analysis, cue, over)
            if said is not None:
                done.append(said)
        return done

    def _over(self, cue: Cue, done: list[Said]) -> Said | None:
        """The innermost content that the cue stands in."""
        inside = [
            said
            for said in done
            if said.cue is not None and said.content[0] <= cue.head <= said.content[1] and not _is_aside_of(cue, said)
        ]
        return min(inside, key=lambda said: said.content[1] - said.content[0], default=None)

    def _said(self, analysis: Analysis, cue: Cue, over: Said | None) -> Said | None:
        scene = self._scene(analysis, cue, over)
        tree, told = analysis.tree, quoting(analysis.tree, analysis.tree[cue.head])
        if told is not None and told.quoted is not None:
            cue = replace(cue, source=told.quoted.at)
        source = _asked(tree, cue, over) or self.sources.source(tree, cue, scene)
        if source is None:
            return None
        if source == AUTHOR and over is not None and is_authors_now(tree, cue) and not scene.quoted:
            over = None  # "… that it was late, and I believe him"
        quoter = told.quoter if told is not None else None
        passing = self.naming.name(tree, quoter, scene) if quoter is not None else None
        given = (passing,) if passing not in {None, source, over.chain[-1] if over else None} else ()
        chain = (*(over.chain if over else ()), *given, source)
        heard = (tree[at] for at in cue.hearers if self._can_hear(tree, tree[at]))
        names = [name for word in heard for name in self.naming.names(tree, word, self._hearing(scene, source))]
        return Said(cue, chain, tuple(name for name in dict.fromkeys(names) if name != source), cue.content)

    def _can_hear(self, tree: Tree, word: Word) -> bool:
        """Whether it is somebody who is spoken to, and no "effect" in "replied to the effect that"."""
        return can_speak(self.cast, tree, word) or plain(word.text) in words_of("bodies")

    def _scene(self, analysis: Analysis, cue: Cue, over: Said | None) -> Scene:
        at = analysis.sentence.offsets[analysis.tree[cue.head].start]
        known = self.talk.scene
        is_quoted = self.continuing.is_quoted_at(at)
        quoted = self.last_quoted.chain[-1] if self.last_quoted is not None and is_quoted else None
        if self.is_edition and is_quoted:
            quoted = quoted or known.focus  # an editor does not say "I"
        # Who is told what to say speaks for the author.
        is_given = self.talk.given_by is not None and not self.announcements.instructs
        return Scene(
            at, over.chain[-1] if over else self.talk.given_by or quoted, is_given or is_quoted,
            known.group, known.bodies, known.several, known.partner, known.last,
            self._is_of_both(analysis.tree, cue), self.talk.pair, self._called(over), known.writing,
        )  # fmt: skip

    def _is_of_both(self, tree: Tree, cue: Cue) -> bool:
        """ "We agreed to wait": whether the author tells of himself and of whom he spoke with."""
        is_joint = lexicon().verb(tree[cue.head].lower) in {"agree", "decide"} and is_in_past(tree, cue)
        return is_joint and (self.is_of_meeting or self.talk.scene.partner in self.talk.speakers)

    def _called(self, over: Said | None) -> tuple[str, ...]:
        persons = self.talk.scene.persons
        if self.is_press or over is not None:
            return persons
        return tuple(sorted(persons, key=self.talk.room.is_absent))

    def _hearing(self, scene: Scene, source: str) -> Scene:
        """Who "him" is to somebody speaking: not himself, but whom he speaks with."""
        if source in (scene.focus, scene.speaker):
            partner = self.talk.scene.partner
            others = tuple(name for name in scene.persons if name not in {source, partner})
            persons = (partner, *others) if partner is not None else others
            return Scene(scene.at, None, scene.quoted, scene.group, scene.bodies, persons=persons)
        return scene

    def _continuation(self, analysis: Analysis, speaker: Said) -> Said:
        offsets = analysis.sentence.offsets
        first = next((word.at for word in analysis.tree if offsets[word.start] >= self.given_from), 0)
        last = self.continuing.last_of_first_clause(analysis)
        return Said(None, speaker.chain, speaker.hearers, (first, last))

    # --- keeping ------------------------------------------------------------------------------------------------------

    def _keep(self, analysis: Analysis, said: Said) -> None:
        sentence, tree, cue = analysis.sentence, analysis.tree, said.cue
        first = said.content[0] + sentence.is_added(tree[said.content[0]].start)
        start, end = sentence.span(tree[first].start, tree[said.content[1]].end)
        start, end = tight(self.text.content, start, end)
        answers = lexicon().lists["telling answers"]
        is_short = end - start < SHORTEST and self.text.content[start:end].lower() not in answers
        if is_short or self._is_supplied(start, end):
            return
        words = None
        if cue is not None:
            words = self.text.content[slice(*sentence.span(tree[cue.words[0]].start, tree[cue.words[1]].end))]
        is_question = sentence.words.rstrip(" ”\"'").endswith("?")
        attitude = attitude_of(tree, cue) if cue is not None else "ask" if is_question else "say"
        self.statements.append(
            Statement(
                start=start, end=end, content=self.text.content[start:end], cue=words,
                chain=self.announcements.on_whose_word(said), addressee=said.hearers, attitude=attitude,
                negated=cue.negated if cue else False, quoted=self.quotations.hold(start, end), by=self.by,
                confidence=confidence(traits(tree, cue, said.chain, said.content, is_press=self.is_press)),
            )
        )  # fmt: skip

    def _is_supplied(self, start: int, end: int) -> bool:
        """Whether the words are the editor's and not the document's."""
        return any(mark.kind == "supplied" and mark.start <= start and end <= mark.end for mark in self.text.marks)

    def _remember(self, analysis: Analysis, said: list[Said], whole: Said | None) -> None:
        tree = analysis.tree
        top = [one for one in said if len(one.chain) == 1 and one.cue is not None and self._is_foremost(tree, one.cue)]
        self.mentions.note_who_is_there(analysis, [*said, *([whole] if whole else [])])
        is_heard = not (self.is_press and self.continuing.is_all_quoted(analysis))
        if is_heard:
            self.mentions.note_subjects(tree)
            self.mentions.note_persons(analysis)
        speech = [one for one in top if one.cue and is_speech(tree, one.cue) and not one.cue.participle]
        speech = [one for one in speech if one.cue and not (one.cue.negated and one.cue.attitude == "say")]
        speech = [one for one in speech if one.chain[0] != UNNAMED] or speech
        speech.sort(key=lambda one: is_circumstance(tree, one.cue), reverse=True)
        if speech:
            self.talk.is_quoted = any(one.cue and self.continuing.cue_is_quoted(analysis, one.cue) for one in speech)
            self._remember_speaker(speech, tells_of_talk=self._tells_of_talk(tree, speech[-1]))
        elif whole is None:
            self._remember_teller(tree, top[-1] if top else None)
        if is_heard or speech:
            self.mentions.end_sentence()
        content = self.text.content
        self.quotation_open = is_open(
            content, analysis.sentence.start, analysis.sentence.end, already=self.quotation_open
        )

    def _remember_teller(self, tree: Tree, told: Said | None) -> None:
        """Who may go on after a sentence in which nobody speaks: who thinks something there, or takes something up."""
        if told is not None:
            self.talk.speaker = Said(None, told.chain, (), (0, 0))
            self.talk.speaks = told.chain[0] in self.talk.speakers and self._tells_of_talk(tree, told)
            return
        self.resuming.interrupt()
        opening = opener(tree) if self.is_of_meeting else None
        is_one = opening is not None and can_speak(self.cast, tree, opening)
        name = self.sources.named(tree, opening, self.talk.scene) if opening is not None and is_one else None
        self.talk.speaker = Said(None, (name,), (), (0, 0)) if name is not None else None
        self.talk.speaks = self.talk.speaker is not None

    def _is_foremost(self, tree: Tree, cue: Cue) -> bool:
        """Whether a cue is what its sentence tells, and no aside in it."""
        root = tree.root()
        head = tree[cue.head]
        if cue.noun:
            is_reply = cue.source is None and lexicon().noun(head.lower) in lexicon().lists["telling replies"]
            deps = {"dobj", "attr", "nsubj"} if is_reply else {"dobj", "attr"}
            return head.dep in deps and head.head == (root.at if root else -1)
        if in_parenthesis(tree, head) or tree.lower(cue.words[0]) == "as":
            return False
        if cue.encloses or cue.frame == "quotation" or cue.beside:
            return True
        return is_top(tree, head, root) or (
            head.dep in {"advcl", "pcomp", "parataxis"} and not is_circumstance(tree, cue)
        )

    def _tells_of_talk(self, tree: Tree, said: Said) -> bool:
        """Whether something is said in a talk that the text tells of, so that more of it may follow without a cue."""
        source = tree[said.cue.source] if said.cue is not None and said.cue.source is not None else None
        if said.cue is None or (source is not None and _are_some(source)) or said.chain[0] == UNNAMED:
            return False
        verb = tree[said.cue.words[0]] if said.cue.noun else tree[said.cue.head]
        if (
            said.chain[0] == AUTHOR
            and not said.cue.noun
            and (verb.tag == "VBP" or self._is_of_now(tree, verb) or said.cue.attitude == "think")
        ):
            return False
        if said.chain[0] == AUTHOR and self.is_letter:
            return False
        if not self.is_of_meeting and not is_in_past(tree, said.cue):
            return False
        if said.cue.attitude in {"direct", "commit"} and not self.is_of_meeting:
            return said.chain[0] in self.talk.speakers
        return (
            said.cue.attitude in {"say", "ask"}
            or said.chain[0] in self.talk.speakers
            or self.cast.is_person(said.chain[0])
        )

    def _is_of_now(self, tree: Tree, verb: Word) -> bool:
        """Whether the author tells of himself as he writes: not in "could not accept that" where he tells of a talk."""
        is_past = {aux.lower for aux in tree.children(verb, "aux")} & {"could", "did"}
        return verb.tag == "VB" and not (is_past and self.talk.speakers - {AUTHOR})

    def _remember_speaker(self, speech: list[Said], *, tells_of_talk: bool) -> None:
        last = speech[-1]
        name = last.chain[0]
        if self.talk.speaker is not None and self.talk.speaker.chain[0] != name:
            self.talk.scene.partner = (
                self.talk.speaker.chain[0] if self.talk.speaker.chain[0] != AUTHOR else self.talk.scene.partner
            )
        if name != AUTHOR and self.cast.is_person(name):
            self.mentions.note(name, "speaker")
            self.talk.scene.partner = name
        if last.hearers and last.hearers[-1] != AUTHOR:
            self.talk.scene.partner = last.hearers[-1]
            if name == AUTHOR and self.cast.is_person(last.hearers[-1]):
                self.mentions.note(last.hearers[-1], "subject")  # "I asked Mr. Tor to wait. He said …"
        if " and " in name:
            self.talk.scene.group = name
        self.talk.scene.last = name
        self.talk.speaker = Said(None, last.chain, last.hearers, (0, 0))
        self.talk.speaks = tells_of_talk
        if self.quotations.are_many:
            self.last_quoted = self.talk.speaker
        self.talk.speakers.add(name)
        self.talk.room.note(name, in_speech=False)


def _asked(tree: Tree, cue: Cue, over: Said | None) -> str | None:
    """Who "he" is in a question that is put to somebody: "asked Mr. Tor what he thought"."""
    is_asked = over is not None and over.cue is not None and over.cue.attitude == "ask" and len(over.hearers) == 1
    is_he = cue.source is not None and tree[cue.source].lower in {"he", "she"}
    return over.hearers[0] if over is not None and is_asked and is_he else None


def _are_some(noun: Word) -> bool:
    """Whether a noun is of several who only speak once, "various unions", and none of a writing, "the minutes"."""
    return noun.tag == "NNS" and plain(noun.text) not in words_of("records") | words_of("writings")


def _is_aside_of(cue: Cue, said: Said) -> bool:
    """Whether the cue is the one that stands within its own content."""
    return said.cue is not None and said.cue.head == cue.head
