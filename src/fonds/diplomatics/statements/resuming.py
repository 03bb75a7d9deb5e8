"""Whether a speech goes on in the next paragraph, which does not tell whose it is."""

from __future__ import annotations

from fonds.diplomatics.statements.agreement import FIRST_PLURAL, SINGULAR
from fonds.diplomatics.statements.cast import AUTHOR
from fonds.diplomatics.statements.continuing import Analysis, Continuing, Said, Talk
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.naming import Naming
from fonds.diplomatics.statements.telling import SPEECH
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word

_SHIFTED = {"would", "could", "should", "might"}
"""What "will", "can", "shall" and "may" become in reported speech."""


class Resuming:
    """Tells of the first sentences of paragraphs whether they go on with who spoke at the end of those before."""

    def __init__(self, talk: Talk, naming: Naming, continuing: Continuing) -> None:
        self._talk = talk
        self._naming = naming
        self._continuing = continuing
        self._earlier: Said | None = None
        self._is_interrupted = False

    def interrupt(self) -> None:
        """Keeps who speaks where a sentence tells what happened meanwhile."""
        self.end_paragraph()
        self._is_interrupted = True

    def end_paragraph(self) -> None:
        """Keeps who speaks where a paragraph ends, if it is one person; in a record of a talk it may be the author."""
        self._is_interrupted = False
        speaker = self._talk.speaker if self._talk.speaks else None
        name = speaker.chain[0] if speaker is not None else ""
        is_one = name != "" and " and " not in name and self._naming.cast.is_person(name)
        self._earlier = speaker if is_one and (name != AUTHOR or self._talk.is_meeting) else None

    def resumes(self, analysis: Analysis) -> bool:
        """Whether a sentence is more of what was said before its paragraph; if so, who said that speaks again."""
        earlier, self._earlier = self._earlier, None
        if earlier is None or self._talk.speaker is not None or not self._is_of_speech(analysis):
            return False
        if self._continuing.is_all_quoted(analysis) and not self._talk.is_quoted:
            return False
        self._talk.speaker, self._talk.speaks = earlier, True
        if not self._continuing.goes_on(analysis):
            self._talk.speaker = None
        return self._talk.speaker is not None

    def _is_of_speech(self, analysis: Analysis) -> bool:
        """Whether a sentence is told as speech is: "The Court had set no date", and not "They went to the window"."""
        tree = analysis.tree
        verb = _first_predicate(tree)
        subject = tree.subject(verb) if verb is not None else None
        if verb is None or subject is None or tree.lower(0) in lexicon().lists["telling asides"]:
            return False
        if any(word.lower == "you" and word.dep in SUBJECTS for word in tree):
            return False
        if subject.lower in FIRST_PLURAL and lexicon().verb(verb.lower) in lexicon().lists["telling verbs"]:
            return False  # "We should add that …"
        finite = next((word for word in [*tree.children(verb, "aux", "auxpass"), verb] if word.tag in FINITE), None)
        if finite is None or (finite.tag != "VBD" and finite.lower not in _SHIFTED):
            is_linked = self._talk.is_meeting or tree.lower(0) in lexicon().lists["telling linked"]
            return finite is not None and is_linked
        if finite.tag == "MD" or finite.lower == "had":
            return True
        is_next_deed = self._is_interrupted and finite is verb and lexicon().verb(verb.lower) != "be"
        is_next_deed = is_next_deed and subject.tag != "DT"  # "This put them in a difficult position"
        return not is_next_deed and not self._is_event(analysis, verb, subject)

    def _is_event(self, analysis: Analysis, verb: Word, subject: Word) -> bool:
        """Whether a predicate in the simple past may tell what happened in the room, or who else spoke there."""
        tree, words = analysis.tree, lexicon()
        known = words.verb(verb.lower)
        if tree.is_passive(verb) and (known is not None or verb.lower in words.lists["telling transacted"]):
            return True
        is_told = known in words.lists["telling verbs"] | words.lists["telling joined"]
        name = self._naming.name(tree, subject, self._talk.scene)
        if is_told or any(cue.head == verb.at and cue.attitude in SPEECH for cue in analysis.cues):
            is_land = name is not None and self._naming.cast.country(name) is not None
            return not (self._talk.is_meeting and is_land and name not in self._talk.speakers)
        is_person = name is not None and self._naming.cast.is_person(name)
        return subject.lower in SINGULAR or (is_person and not self._talk.room.is_absent(name or ""))


def _first_predicate(tree: Tree) -> Word | None:
    """The predicate of a sentence, or of the first of its clauses that no conjunction joins: "It was late; they …"."""
    root = tree.root()
    clauses = tree.children(root, "ccomp", "parataxis") if root is not None else []
    return next((verb for verb in clauses if verb.at < verb.head and tree.child(verb, "mark") is None), root)
