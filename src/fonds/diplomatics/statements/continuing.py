"""Which sentences go on with what somebody said, with no cue of their own."""

from __future__ import annotations

import re

from msgspec import Struct, field

from fonds.diplomatics.statements.agreement import FIRST, FIRST_PLURAL, PLURAL, SINGULAR
from fonds.diplomatics.statements.announcing import announcer
from fonds.diplomatics.statements.authors_own import is_the_authors_own
from fonds.diplomatics.statements.cast import AUTHOR
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.naming import Naming, Scene
from fonds.diplomatics.statements.passages import Sentence
from fonds.diplomatics.statements.quotations import Quotations
from fonds.diplomatics.statements.room import Room
from fonds.diplomatics.statements.telling import (
    SPEECH,
    is_past,
    is_told,
    is_top,
    opens_with,
)
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

_PROCEEDINGS = {"meeting", "conversation", "interview", "discussion", "talk", "text", "call", "luncheon", "session"}
"""What a narrator tells of, and nobody in the room."""
LONGEST_HEADING = 6
"""Words: what has more and ends with a full stop is a sentence of a telegram."""
_WOULD = {"would", "could", "might", "should"}
"""What tells in a sentence with "if" that it is said, and not done."""


class Said(Struct):
    """A cue with its chain worked out."""

    cue: Cue | None
    chain: tuple[str, ...]
    hearers: tuple[str, ...]
    content: tuple[int, int]


class Analysis(Struct):
    """A sentence with its tree and its cues, the widest content first."""

    sentence: Sentence
    tree: Tree
    cues: list[Cue]


class Talk(Struct):
    """Who speaks where a text is being read: `speaks` where he may go on; `is_quoted` where a quotation itself tells
    so ("“Mr. Tor said …”"); `given_by`, whose words are given in full; `is_announced` in the paragraph after
    "Mr. Tor wrote:"."""

    scene: Scene = field(default_factory=Scene)
    speaker: Said | None = None
    speaks: bool = False
    is_quoted: bool = False
    speakers: set[str] = field(default_factory=set)
    given_by: str | None = None
    is_meeting: bool = False
    is_announced: bool = False
    room: Room = field(default_factory=Room)

    @property
    def pair(self) -> str | None:
        """The two who have spoken so far, if there are no more."""
        return " and ".join(sorted(self.speakers)) if len(self.speakers) == 2 else None


class Continuing:
    """Tells of the sentences of one text whether they go on with a speech."""

    def __init__(
        self, talk: Talk, naming: Naming, quotations: Quotations, *, is_report: bool, is_edition: bool
    ) -> None:
        self._talk = talk
        self._naming = naming
        self._quotations = quotations
        self._is_report = is_report
        self._is_edition = is_edition
        self._has_narrator = re.search(r"\bI\b", naming.cast.content) is not None

    def goes_on(self, analysis: Analysis) -> bool:
        """Whether a sentence goes on with what the last speaker said, with no cue of its own."""
        if self._talk.speaker is None or len(analysis.tree) < 4 or analysis.sentence.words.startswith("("):
            return False
        if self._talk.given_by is not None:
            return True
        if not self._talk.speaks and not self.is_all_quoted(analysis):
            return False
        if announcer(analysis.tree) is not None:
            return False  # "Mr. Tor then made the following comments."
        if self.is_all_quoted(analysis) and not (self._talk.is_quoted and self._is_report):
            is_tag = any(cue.encloses or not self.cue_is_quoted(analysis, cue) for cue in analysis.cues)
            is_of_paper = self._is_edition and not self._talk.is_announced and self._is_of_paper(analysis)
            return not is_tag and not is_of_paper
        return self._is_report and not self._is_told_anew(analysis) and not self._is_narration(analysis)

    def _is_of_paper(self, analysis: Analysis) -> bool:
        """Whether a sentence is of a paper that an editor quotes, in which others speak: "“Mr. Tor said that …”"."""
        tree = analysis.tree
        root = tree.root()
        return root is not None and root.tag == "VBD" and self._is_told_anew(analysis)

    def is_all_quoted(self, analysis: Analysis) -> bool:
        """Whether more than half of a sentence, and its beginning, is in quotation marks."""
        sentence = analysis.sentence
        opens = self.is_quoted_at(sentence.start) or self.is_quoted_at(sentence.start + 1)
        return opens and self._quotations.hold(sentence.start, sentence.end)

    def cue_is_quoted(self, analysis: Analysis, cue: Cue) -> bool:
        """Whether a cue is itself in quotation marks."""
        return self.is_quoted_at(analysis.sentence.offsets[analysis.tree[cue.head].start])

    def is_quoted_at(self, at: int) -> bool:
        """Whether a place of the text is in quotation marks."""
        return self._quotations.hold(at, at + 1)

    def _is_told_anew(self, analysis: Analysis) -> bool:
        """Whether the sentence has its own attribution at its top: by the speaker, or by another who speaks there."""
        tree = analysis.tree
        root = tree.root()
        second = self._second_clause(analysis)
        for cue in analysis.cues:
            head = tree[cue.head]
            is_beside = cue.beside and not _is_of_before(tree, cue)
            if cue.encloses or is_beside or (cue.frame == "quotation" and not cue.noun):
                return True
            if cue.noun and (told := self._is_told_by_noun(tree, cue)) is not None:
                if told:
                    return True
                continue
            if opens_with(tree, cue) or self._is_told_by_editor(tree, cue):
                return True
            if not is_top(tree, head, root) or head is second:
                continue
            if _is_part_of_more(tree, cue) or _is_of_before(tree, cue):
                continue
            verb = tree[cue.words[0]] if cue.noun else head
            speaks_now = is_past(tree, verb) or self._is_of_now(tree, cue)
            if self._is_by_speaker(tree, cue) or (
                speaks_now and self._can_speak(tree, cue, is_root=head is root or _shares_subject(tree, head, root))
            ):
                return True
        return False

    def _is_told_by_editor(self, tree: Tree, cue: Cue) -> bool:
        """ "Mr. Tor was instructed to wait", "Rask was certain that …" in an editor's note: he tells on, and nobody
        speaks."""
        head, root = tree[cue.head], tree.root()
        if not self._is_edition or cue.noun or root is None:
            return False
        if head is root:
            was = tree.child(head, "auxpass")
            return cue.source is None and was is not None and was.tag == "VBD" and not tree.children(head, "aux")
        is_felt = head.dep == "acomp" and tree.head(head) is root and root.tag == "VBD"
        return is_felt and cue.source is not None and tree[cue.source].tag == "NNP"

    def _is_told_by_noun(self, tree: Tree, cue: Cue) -> bool | None:
        """Whether a noun attributes the sentence anew; None where its verb tells."""
        head = tree[cue.head]
        if tree.head(head) is not tree.root() or head.dep not in {"dobj", "attr", "nsubj"}:
            return False
        if head.dep == "attr" and cue.source is not None and tree[cue.source].tag == "PRP$":
            return False  # "The only way out was his proposal for a truce"
        if head.dep != "nsubj":
            return None
        is_reply = cue.source is None and lexicon().noun(head.lower) in lexicon().lists["telling replies"]
        return is_reply or self._is_by_speaker(tree, cue)

    def last_of_first_clause(self, analysis: Analysis) -> int:
        """The last place of what goes on: where a second clause tells anew, "Prices rose, and he felt …", it ends
        before that."""
        tree = analysis.tree
        second = self._second_clause(analysis)
        if second is None:
            return len(tree) - 1
        joining = [word.at for word in tree.children(tree[second.head], "cc") if word.at < second.at]
        return max(joining, default=tree.left(second)) - 1

    def _second_clause(self, analysis: Analysis) -> Word | None:
        """The predicate of the second of two clauses, in which the speaker tells anew; the first has no cue."""
        tree = analysis.tree
        if self.is_all_quoted(analysis):
            return None
        anew = [cue for cue in analysis.cues if cue.noun or is_past(tree, tree[cue.head])]
        told = {at for cue in anew for at in (cue.head, *range(cue.words[0], cue.words[1] + 1))}
        for cue in analysis.cues:
            verb, first = tree[cue.head], tree[tree[cue.head].head]
            joined = verb.dep == "conj" and first.head == first.at and first.at not in told
            if (
                joined
                and not cue.noun
                and tree.subject(verb)
                and tree.subject(first)
                and self._is_by_speaker(tree, cue)
            ):
                return verb
        return None

    def _is_of_now(self, tree: Tree, cue: Cue) -> bool:
        """ "Jonas Pask suspects that …": who is named as thinking something now does so in nobody else's speech."""
        verb = tree[cue.head]
        is_present = verb.tag == "VBZ" or any(aux.lower == "does" for aux in tree.children(verb, "aux"))
        if not is_present or cue.source is None or tree[cue.source].tag != "NNP":
            return False
        name = self._naming.name(tree, tree[cue.source], self._talk.scene)
        return name is None or not self._talk.room.is_absent(name)

    def _is_by_speaker(self, tree: Tree, cue: Cue) -> bool:
        if cue.source is None:
            head = tree[cue.head]
            return self._talk.speaker is not None and cue.frame in {"clause", "question"} and is_told(tree, head)
        source = tree[cue.source]
        speaker = self._talk.speaker.chain[-1] if self._talk.speaker else ""
        if self._talk.given_by is not None:
            return source.lower in FIRST
        if source.lower in SINGULAR:
            name = self._naming.name(tree, source, self._talk.scene)  # "she" may be a country
            had = any(aux.lower == "had" for aux in tree.children(tree[cue.head], "aux"))
            if had and name not in {None, speaker, *self._talk.speakers} and speaker != AUTHOR:
                return False  # "When Mr. Tor had come, he had urged …", of whom the speaker tells
            return speaker != AUTHOR and (name is None or self._naming.cast.is_person(name))
        if source.lower in FIRST:
            return True
        return self._naming.name(tree, source, self._talk.scene) == speaker

    def _can_speak(self, tree: Tree, cue: Cue, *, is_root: bool) -> bool:
        """Whether a verb of saying in the past has a person for its subject: then it is he who speaks now."""
        if cue.source is None or lexicon().verb(tree[cue.words[0] if cue.noun else cue.head].lower) is None:
            return False
        is_of_side = tree[cue.source].lower in FIRST_PLURAL and (cue.attitude not in SPEECH or not self._has_narrator)
        if is_of_side and self._talk.is_meeting and self._talk.speaker is not None:
            return self._talk.speaker.chain[0] == AUTHOR  # "We hoped that they would come" in a record of a meeting
        if self._talk.pair is not None and _agree(tree, cue):
            return is_root
        name = self._naming.name(tree, tree[cue.source], self._talk.scene)
        is_told = is_root and cue.attitude in SPEECH and tree[cue.head].tag == "VBD"
        if name is not None and self._talk.room.is_absent(name) and not (is_told and self._may_be_there(name)):
            return False
        if cue.noun and name is not None:
            return self._naming.cast.is_person(name)
        reports = lexicon().verb(tree[cue.head].lower) in lexicon().lists["telling verbs"] or cue.attitude in SPEECH
        reports = reports or self._talk.is_meeting
        return name is not None and (
            name in self._talk.speakers
            or (reports and is_root and (self._naming.cast.is_person(name) or " and " in name))
            or (is_told and not self._is_persons_talk())
        )

    def _is_persons_talk(self) -> bool:
        """Whether it is a person who spoke last, and no country or delegation."""
        return self._talk.speaker is None or self._naming.cast.is_person(self._talk.speaker.chain[-1])

    def _may_be_there(self, name: str) -> bool:
        """Whether somebody who was only spoken of may take part all the same: in a talk that lists nobody else."""
        listed = self._naming.cast.participants
        return self._talk.is_meeting and (not listed or name in listed)

    def _is_narration(self, analysis: Analysis) -> bool:
        """Whether the sentence tells what happened in the room, or speaks to the reader of an edition."""
        tree = analysis.tree
        root = tree.root()
        is_pointer = root is not None and root.lower in {"see", "for"} and tree.subject(root) is None
        sees = tree.lower(0) == "for" and any(word.lower == "see" for word in tree.words[1:6])  # "For text, see …"
        if root is None or is_pointer or sees or (tree.lower(0) in {"for", "see"} and root.tag == "VB"):
            return True
        if tree.text.rstrip().endswith("?") or (tree[0].tag == "WRB" and tree[min(1, len(tree) - 1)].dep == "aux"):
            return False
        subject = tree.subject(root)
        is_own = self._is_the_authors_own(tree)
        if subject is None or is_own:
            is_heading = self.is_heading(analysis) and not analysis.sentence.is_point
            is_bare = root.tag == "VB" and not any(aux.tag == "MD" for aux in tree.children(root, "aux"))
            return is_own or is_bare or is_heading
        followed = (
            tree.child(root, "attr", "dobj") if subject.lower == "there" and not tree.child(root, "aux") else None
        )
        told_of = followed or subject
        is_whole = root.tag in FINITE or tree.is_passive(root)
        if self._is_edition and plain(told_of.text) in words_of("writings quoted") and is_whole:
            return True  # "A copy of the letter is in the archives", "No other record has been found"
        is_any = followed is None and tree.lower(tree.left(subject)) in {"a", "an", "any", "such", "no"}
        if told_of.lower in _PROCEEDINGS and not is_any:
            is_earlier = any(aux.lower == "had" for aux in tree.children(root, "aux"))
            return root.tag in {"VBD", "VBZ", "VBN"} and not is_earlier
        return self._is_event_of_the_room(analysis, root, subject)

    def is_heading(self, analysis: Analysis) -> bool:
        """Whether what has no verb with tense tells nothing: telegrams leave verbs out, "People ripe for revolt"."""
        tree = analysis.tree
        is_whole = len(tree) > LONGEST_HEADING and tree.text.rstrip().endswith(".") and not analysis.sentence.is_item
        if any(word.tag in FINITE for word in tree) or is_whole:
            return False
        told = (word for word in tree if word.tag in {"JJ", "VBN", "VBG"})
        return not any(word.at > word.head or word.dep not in {"amod", "compound"} for word in told)

    def _is_event_of_the_room(self, analysis: Analysis, root: Word, subject: Word) -> bool:
        """Whether a predicate tells of what one of those in the room did."""
        tree = analysis.tree
        if tree.lower(0) in {"if", "unless"} and any(word.lower in _WOULD for word in tree):
            return False
        is_done = root.tag == "VBD" or (root.tag == "VB" and any(a.lower == "did" for a in tree.children(root, "aux")))
        is_event = is_done and lexicon().verb(root.lower) != "be"
        is_his = root.tag == "VBD" and subject.lower in SINGULAR and _is_done_then(tree, root)
        if is_his or _is_left_unsaid(analysis, root):
            return True
        if self._talk.speaker is not None and self._talk.speaker.chain[0] == AUTHOR and is_done:
            return subject.lower in SINGULAR | PLURAL or (is_event and self._is_of_the_room(tree, subject))
        if self._is_turn(tree, root, subject):
            return True
        if self._is_edition or not is_event or any(child.lower != "did" for child in tree.children(root, "aux")):
            return self._is_edition and is_event and root.tag == "VBD"
        return self._is_of_the_room(tree, subject)

    def _is_turn(self, tree: Tree, root: Word, subject: Word) -> bool:
        """Whether it is another's turn: "Mr. Rask agreed and thanked him", "The plan was discussed"."""
        words = lexicon()
        if tree.is_passive(root) and root.lower in words.lists["telling transacted"]:
            return is_past(tree, tree.child(root, "auxpass") or root)
        if (
            root.tag != "VBD"
            or words.verb(root.lower) not in words.lists["telling verbs"] | words.lists["telling joined"]
        ):
            return False
        name = self._naming.name(tree, subject, self._talk.scene)
        return name is not None and self._naming.cast.is_person(name) and not self._talk.room.is_absent(name)

    def _is_the_authors_own(self, tree: Tree) -> bool:
        """Whether a sentence among those that tell of another's speech is the author's own."""
        if self._talk.speaker is None or self._talk.speaker.chain[0] == AUTHOR:
            return False
        return is_the_authors_own(tree, is_paper=not self._talk.is_meeting and not self._naming.cast.is_press)

    def _is_of_the_room(self, tree: Tree, subject: Word) -> bool:
        """Whether a subject is one of those who speak."""
        if subject.lower in FIRST | FIRST_PLURAL | SINGULAR:
            return subject.lower in FIRST  # "he" may be somebody of whom it is told
        spoken_to = self._talk.speaker.hearers if self._talk.speaker is not None else ()
        name = self._naming.name(tree, subject, self._talk.scene)
        return name is not None and bool({name, *name.split(" and ")} & {*self._talk.speakers, *spoken_to})


def _is_done_then(tree: Tree, verb: Word) -> bool:
    """ "He showed me a telegram", "He read a paper", "He then launched into the question": a deed of who spoke, and no
    more of his words."""
    lemma, lists = lexicon().verb(verb.lower), lexicon().lists
    is_look = verb.lower in lists["telling looking"] and tree.child(verb, "acomp", "oprd") is not None
    is_deed = (lemma in lists["telling done"] or is_look) and not tree.children(verb, "aux")
    to_author = any(word.lower == "me" for word in tree.children(verb, "dobj", "dative"))
    return (
        is_deed
        or to_author
        or any(word.lower == "then" and word.at < verb.at for word in tree.children(verb, "advmod"))
    )


def _is_left_unsaid(analysis: Analysis, verb: Word) -> bool:
    """ "He did not elaborate": what somebody does not do who speaks."""
    is_known = verb.lower in lexicon().lists["telling unsaid"] and not any(cue.head == verb.at for cue in analysis.cues)
    return is_known and analysis.tree.is_negated(verb) and is_past(analysis.tree, verb)


def _is_part_of_more(tree: Tree, cue: Cue) -> bool:
    """ "If they came he would be ready to wait": how somebody feels, in a sentence that says more than that."""
    head = tree[cue.head]
    verb = head if tree.is_finite(head) else tree[head.head]
    if cue.attitude in SPEECH - {"commit"} or (verb is head and not cue.noun):
        return False
    clauses = (one for one in tree.children(verb, "advcl") if one.at < verb.at and tree.child(one, "mark"))
    return any(tree.child(one, *SUBJECTS) is not None for one in clauses)


def _is_of_before(tree: Tree, cue: Cue) -> bool:
    """ "The Secretary had told them that it was late", "as I have noted, …": what somebody says that he has said
    before."""
    earlier = {"had"} if not cue.beside else {"had", "has", "have"}
    verb = tree[max(cue.words)] if cue.beside else tree[cue.head]
    had = any(aux.lower in earlier for aux in tree.children(verb, "aux"))
    return had and not cue.noun and cue.attitude == "say"


def _agree(tree: Tree, cue: Cue) -> bool:
    """ "They both agreed that it was late": what two tell in one."""
    return (
        cue.source is not None and tree[cue.source].lower == "they" and lexicon().verb(tree[cue.head].lower) == "agree"
    )


def _shares_subject(tree: Tree, verb: Word, root: Word | None) -> bool:
    """ "The envoy agreed and added that …": a verb joined to the sentence's own, with the same subject."""
    if root is None or verb.dep != "conj" or verb.head != root.at or tree.child(verb, *SUBJECTS) is not None:
        return False
    words = lexicon()
    return root.tag == "VBD" and words.verb(root.lower) in words.lists["telling verbs"] | words.lists["telling joined"]
