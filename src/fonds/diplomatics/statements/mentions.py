"""Whom the sentences of a text tell of: who may be meant by the pronouns and phrases that follow."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.agreement import can_speak, is_owned, is_people, is_quantifier, is_several
from fonds.diplomatics.statements.cast import AUTHOR
from fonds.diplomatics.statements.continuing import Analysis, Continuing, Said, Talk
from fonds.diplomatics.statements.name_parts import surname
from fonds.diplomatics.statements.naming import Naming
from fonds.diplomatics.statements.salience import TOPIC, TOPIC_OF_REPORT, Role, Salience, role_of
from fonds.diplomatics.statements.telling import is_main
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

MOST_BODIES = 4
"""So many bodies are kept in mind."""
UNNAMED_SHARE = 0.6
"""The share of a mention that a person without a name takes."""


class Mentions:
    """Keeps in the scene of a talk who was told of, sentence by sentence; `owner`: whose letter was last told of."""

    def __init__(self, talk: Talk, naming: Naming, continuing: Continuing) -> None:
        self.talk = talk
        self.naming = naming
        self.cast = naming.cast
        self.continuing = continuing
        self.is_press = self.cast.is_press
        self.salience = Salience(TOPIC if self.is_press else TOPIC_OF_REPORT)
        self.owner: str | None = None

    def end_sentence(self) -> None:
        """A sentence ends that tells of people: those told of before fade."""
        self.salience.next_sentence()
        self.talk.scene.persons = self.salience.ranked()

    def end_paragraph(self) -> None:
        """A paragraph of a newspaper ends: those told of in it fade more."""
        self.salience.next_paragraph()
        self.talk.scene.persons = self.salience.ranked()

    def note_who_is_there(self, analysis: Analysis, said: list[Said]) -> None:
        """Those whom the text tells of, and those who are only spoken of by others."""
        for word in analysis.tree:
            name = self._person(analysis.tree, word)
            if name is None:
                continue
            is_owner = role_of(analysis.tree, word) == "possessor"
            spoken_of = any(one.content[0] <= word.at <= one.content[1] for one in said)
            if not is_owner and (spoken_of or analysis.tree[word.head].lower not in words_of("passing")):
                self.talk.room.note(name, in_speech=spoken_of)
            if not spoken_of and self._is_met(analysis.tree, word, name):
                self.talk.room.met = name
            if self.cast.is_known_person(name):
                self.talk.room.named = name

    def _is_met(self, tree: Tree, word: Word, name: str) -> bool:
        """Whether somebody is one whom others meet or speak to: "lunched with Mr. Tor", "saw Rask", "Tor's call"."""
        if not self.cast.is_named_person(name):
            return _is_met_by_author(tree, word)
        return word.dep in {"dobj", "poss"} or tree[word.head].lower in {"with", "to", "by"}

    def _person(self, tree: Tree, word: Word) -> str | None:
        """The person of whom a noun tells; None where it is nobody or no noun."""
        if word.tag[:2] != "NN" or role_of(tree, word) is None or not can_speak(self.cast, tree, word):
            return None
        name = self.naming.name(tree, word, self.talk.scene)
        return name if name is not None and self.cast.is_person(name) and not self._is_at_home(name) else None

    def _is_at_home(self, name: str) -> bool:
        """Whether somebody is the President of whom an embassy abroad writes, and who has not spoken."""
        is_president = self.cast.host is not None and surname(name) == self.cast.offices.president
        return is_president and name not in self.talk.speakers

    def note_subjects(self, tree: Tree) -> None:
        """Who does what a sentence tells, a body or several among them; whose writing it tells of, and who are several
        in whatever role."""
        for word in tree:
            if plain(word.text) in words_of("writings") and (owner := tree.child(word, "poss")) is not None:
                self.owner = self.naming.name(tree, owner, self.talk.scene) or self.owner
            if not self.is_press and is_people(word):
                self.talk.scene.several = self.naming.name(tree, word, self.talk.scene)
            if word.dep in SUBJECTS and word.tag[:2] == "NN" and tree.head(word) is not None and is_main(tree, word):
                self._note_subject(tree, word)
            self._note_writing(tree, word)

    def _note_subject(self, tree: Tree, word: Word) -> None:
        poss = tree.child(word, "poss")
        if poss is not None and poss.tag == "NNP" and not can_speak(self.cast, tree, word):
            word = poss  # "Castro's dissatisfaction": it is Castro who is spoken of
        name = self.naming.name(tree, word, self.talk.scene)
        if name is None or not can_speak(self.cast, tree, word) or is_quantifier(tree, word):
            return
        if word.lower in words_of("indefinite"):
            return
        self.talk.scene.last = name
        are_several = is_several(word) or tree.child(word, "conj") is not None
        if are_several or self._are_they(word):
            self.talk.scene.group = name
        is_body = not self.cast.is_person(name) or self._may_be_body(name)
        if not are_several and is_body:
            self.talk.scene.writing = None
            self.talk.scene.bodies = _with_first(name, self.talk.scene.bodies)

    def _note_writing(self, tree: Tree, word: Word) -> None:
        """ "Rask handed him a note. It stated that …": a writing that a sentence is about."""
        is_about = word.dep in {*SUBJECTS, "dobj", "attr"} and is_main(tree, word)
        if is_about and plain(word.text) in words_of("writings") | words_of("records") and word.tag in {"NN", "NNP"}:
            self.talk.scene.writing = self.naming.name(tree, word, self.talk.scene)

    def _may_be_body(self, name: str) -> bool:
        return self.cast.may_be_body(name) and not self.naming.roles.are_a_persons(name)

    def _are_they(self, word: Word) -> bool:
        """Whether newspapers say "they" of a body: of a team, a family."""
        return self.is_press and plain(word.text) in words_of("collectives")

    def note_persons(self, analysis: Analysis) -> None:
        """Who a sentence tells of outside of quotation marks, pronouns resolved."""
        mentions = list(self._persons(analysis))
        named = [name for name, role, is_name in mentions if is_name and role in {"object", "oblique"}]
        if self.is_press and named and not any(role == "subject" for _, role, _ in mentions):
            self.note(named[0], "subject")  # "The loudest applause went to Ilse Tor": it is she who is spoken of
        for name, role, _ in mentions:
            self.note(name, role)

    def _persons(self, analysis: Analysis) -> Iterator[tuple[str, Role, bool]]:
        """The persons told of, each with his role and whether his name is given."""
        tree, offsets = analysis.tree, analysis.sentence.offsets
        for word in tree:
            role = role_of(tree, word)
            if role is None or (self.is_press and self.continuing.is_quoted_at(offsets[word.start])):
                continue
            if not can_speak(self.cast, tree, word):
                continue
            if role == "possessor" and self._is_thing_told_of(tree, tree[word.head]):
                role = "subject"  # "Castro's dissatisfaction": it is Castro who is spoken of
            name = self.naming.name(tree, word, self.talk.scene)
            if name is not None and name != AUTHOR and self.cast.is_person(name) and self._is_brought_up(name, role):
                yield name, role, word.tag == "NNP" and " " in name

    def _is_brought_up(self, name: str, role: Role) -> bool:
        """Who does not do what a sentence tells is spoken of in it where he was before; in the press, where he does
        what a clause in it tells, or is named in full."""
        if name not in self.talk.speakers and (self.cast.may_be_place(name) or self._is_at_home(name)):
            return False
        if role == "subject" or name in self.talk.scene.persons:
            return True
        is_named = " " in name and self.cast.pronouns.know(name)
        return self.is_press and (role == "clause subject" or is_named)

    def _is_thing_told_of(self, tree: Tree, noun: Word) -> bool:
        return noun.dep in SUBJECTS and is_main(tree, noun) and not can_speak(self.cast, tree, noun)

    def recall(self, name: str) -> None:
        """Who announced what is told now is spoken of again, though nothing names him."""
        self.note(name, "speaker")
        self.talk.scene.persons = self.salience.ranked()

    def note(self, name: str, role: Role) -> None:
        """Somebody is spoken of; in a report, one without a name ("a man") comes after those who have one."""
        is_known = not (name[:1].islower() or is_owned(name)) or name in self.talk.speakers
        self.salience.mention(name, role, 1 if is_known else UNNAMED_SHARE if self.is_press else UNNAMED_SHARE / 2)


def _is_met_by_author(tree: Tree, word: Word) -> bool:
    """ "Saw Tor today", "in a talk with Rask": whom the author has met, also where he gives the surname alone."""
    above = tree[word.head]
    verb = above if word.dep == "dobj" else tree[above.head]
    is_object = word.dep == "dobj" or (word.dep == "pobj" and above.lower in {"with", "on"})
    if above.lower == "with" and word.tag == "NNP" and plain(verb.text) in words_of("talks"):
        return True  # "in a talk with Rask"
    is_meeting = verb.lower in words_of("meetings") and verb.tag == "VBD" and word.tag == "NNP"
    subject = tree.subject(verb)
    return is_object and is_meeting and (subject is None or subject.lower in {"i", "we"})


def _with_first(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The last few names with one before them."""
    return (name, *(other for other in names if other != name))[:MOST_BODIES]
