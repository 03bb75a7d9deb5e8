"""Whose a content is: from the word that a cue names for its source, or from none, to the name of who says it."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.agreement import SINGULAR, can_speak
from fonds.diplomatics.statements.cast import AUTHOR
from fonds.diplomatics.statements.continuing import Talk
from fonds.diplomatics.statements.cue import MEETING, UNNAMED, Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.naming import Naming, Scene
from fonds.diplomatics.statements.noun_phrases import after_date
from fonds.diplomatics.statements.record_heads import RecordHeads
from fonds.diplomatics.statements.subjects import agent_of
from fonds.diplomatics.statements.telling import (
    is_at_head,
    is_authors_aside,
    is_authors_proposal,
    is_felt_by_all,
    is_told_to_reader,
    opens_content,
    opens_sentence,
    shares_lost_subject,
    speaks_like_a_person,
    unnamed_owner,
)
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import words_of

_RESOLVING = {"agree", "decide", "conclude", "recommend", "note"}
"""What a meeting does: "the meeting agreed that …"."""


class Sources:
    """Names who says what in the talk that a text tells of."""

    def __init__(self, talk: Talk, naming: Naming, heads: RecordHeads, *, is_report: bool) -> None:
        self._talk = talk
        self.naming = naming
        self._cast = naming.cast
        self._heads = heads
        self._is_report = is_report
        self._is_press = naming.cast.is_press
        self._nominal: dict[str, str] = {}
        """Whose the last promise, proposal and so on was."""

    def source(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """Who says a content, by name; None where it is nobody's."""
        lemma = lexicon().noun(tree[cue.head].lower) if cue.noun else None
        if cue.source is None:
            return self._untold(tree, cue, scene, lemma)
        word = after_date(tree, tree[cue.source], tree[cue.head])
        if word.lower == "meeting":
            return MEETING if lexicon().verb(tree[cue.head].lower) in _RESOLVING and not self._is_press else None
        if word.lower == "it" and not self._is_press:
            return self._called_it(tree, cue, word, scene)
        if word.tag[:2] == "VB":
            return None
        is_named = self._is_press and cue.beside  # "according to the release"
        if not is_named and not can_speak(self._cast, tree, word):
            maker = agent_of(tree, tree.child(word, "acl") or word) or self._joined_to(tree, cue)
            maker = maker or self._beside_thing(tree, word, cue)
            if maker is None and not speaks_like_a_person(tree, cue):
                return None
            word = maker or word
        name = self._speaking_on(cue, word) or self._named_beside_hearers(tree, cue, word, scene)
        if lemma is not None and name is not None:
            self._nominal[lemma] = name
        return name

    def _called_it(self, tree: Tree, cue: Cue, it: Word, scene: Scene) -> str | None:
        """ "Halvern said that while it did not wish to come …", "sent a note. It stated that …": a country, or whatever
        tells something itself."""
        verb = tree[cue.head]
        is_own = it.head == verb.at and it.dep == "nsubj" and verb.tag[:2] == "VB"
        name = self.naming.name(tree, it, scene) if is_own else None
        tells = scene.speaker is None and lexicon().verb(verb.lower) in lexicon().lists["telling verbs"]
        is_told = tells and (name == scene.writing or self._talk.speaker is None)
        return name if name is not None and (is_told or self._cast.country(name) is not None) else None

    def _beside_thing(self, tree: Tree, thing: Word, cue: Cue) -> Word | None:
        """ "Mr. Tor returned the call and Rask asked …": who speaks, where the parser joins him to a thing."""
        joined = next((one for one in tree.children(thing, "conj") if one.at == cue.head - 1), None)
        return joined if joined is not None and can_speak(self._cast, tree, joined) else None

    def _named_beside_hearers(self, tree: Tree, cue: Cue, word: Word, scene: Scene) -> str | None:
        """Who a source stands for: in "he told Mr. Tor" somebody else who was met, or the author who left out "I"."""
        name = self.named(tree, word, scene)
        if word.lower not in SINGULAR or scene.speaker is not None:
            return name
        heard = {self.naming.name(tree, tree[at], scene) for at in cue.hearers if _is_named(tree[at])}
        if name is None or name not in heard:
            return name
        others = replace(scene, persons=tuple(one for one in scene.persons if one not in heard))
        other = self.naming.name(tree, word, others)
        return AUTHOR if other is None or other in heard else other

    def _speaking_on(self, cue: Cue, word: Word) -> str | None:
        """ "Mr. Tor had told her, he said, that …": "he" of an aside is who has been speaking, and nobody within the
        content."""
        before = self._talk.speaker.chain[-1] if self._talk.speaker is not None else None
        is_aside = cue.frame == "quotation" and cue.encloses and word.lower in SINGULAR
        fits = before is not None and before != AUTHOR and self._cast.pronouns.fit(before, word.lower)
        return before if is_aside and fits else None

    def _untold(self, tree: Tree, cue: Cue, scene: Scene, lemma: str | None) -> str | None:
        """Whose a content is for which the sentence names no source."""
        is_decided = (lemma or lexicon().verb(tree[cue.head].lower)) in {"agree", "decide", "consensus"}
        is_decided = is_decided or (scene.speaker is None and is_felt_by_all(tree, tree[cue.head]))
        if self._is_report and is_decided and not self._goes_on_speaking(tree, cue):
            return (self._heads.before(scene.at) if cue.words[0] == 0 else None) or MEETING
        if (told := self._impersonal(tree, tree[cue.head], scene)) is not None:
            return told
        if lemma is not None:
            told = self._who_answers(lemma) or self._at_head(tree, cue, scene)
            told = told or self._nominal.get(lemma) or unnamed_owner(cue, lemma)
            return told or (UNNAMED if cue.unnamed else None)
        listed = self._first_of_list(tree, tree[cue.head])
        if listed is not None:
            return self.named(tree, listed, scene)
        if cue.unnamed or tree.is_passive(tree[cue.head]):
            return self._who_told(tree, cue, scene) or UNNAMED
        return self._unspoken(tree, cue, scene)

    def _impersonal(self, tree: Tree, verb: Word, scene: Scene) -> str | None:
        """Who proposes, assures or tells in the passive without a source: who speaks, or who writes the record."""
        if _is_request(tree, verb) and not self._is_press:
            return self.naming.addressed(scene)
        if scene.speaker is not None:
            return scene.speaker if _is_assured(tree, verb) else None
        is_authors = is_authors_proposal(tree, verb) or is_told_to_reader(tree, verb)
        return AUTHOR if is_authors and not self._is_press else None

    def _first_of_list(self, tree: Tree, verb: Word) -> Word | None:
        """ "Rask spoke of trade; said he would come; noted that …": who does the first of what telegrams list."""
        is_listed = verb.tag == "VBD" and tree.lower(verb.at - 1) in {",", ";"} and not tree.is_passive(verb)
        if not is_listed or self._is_press or tree.subject(verb) is not None:
            return None
        first = next((word for word in tree.words[: verb.at] if word.dep == "nsubj"), None)
        is_told = first is not None and first.head < verb.at and tree[first.head].tag == "VBD"
        return first if first is not None and is_told and can_speak(self._cast, tree, first) else None

    def _at_head(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """ "Expressed hope that …": who is left out before the verb at the head of a telegram's sentence."""
        verb = tree[cue.words[0]]
        is_left_out = is_at_head(tree, cue) and verb.tag == "VBD" and tree.subject(verb) is None and not self._is_press
        return self._spoken(scene) if is_left_out else None

    def _goes_on_speaking(self, tree: Tree, cue: Cue) -> bool:
        """ "He thanked me. Agreed to come": whether who spoke before is left out in a telegram."""
        is_left_out = not cue.noun and cue.words[0] == 0 and tree[cue.head].tag == "VBD"
        return is_left_out and self._talk.speaker is not None and not self._talk.is_meeting

    def _who_told(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """ "The Ambassador was told that …": who told him is the only other who speaks in the talk."""
        if len(cue.hearers) != 1 or scene.speaker is not None or self._is_press:
            return None
        hearer = self.named(tree, tree[cue.hearers[0]], scene)
        others = self._talk.speakers - {hearer}
        return next(iter(others)) if hearer in self._talk.speakers and len(others) == 1 else None

    def _who_answers(self, lemma: str) -> str | None:
        """Whose "the reply" is to who asked last: the hearer's, or that of the only other who speaks."""
        if lemma not in lexicon().lists["telling replies"] or self._talk.speaker is None:
            return None
        others = self._talk.speakers - {self._talk.speaker.chain[0]}
        heard = self._talk.speaker.hearers
        return heard[0] if len(heard) == 1 else next(iter(others)) if len(others) == 1 else None

    def _joined_to(self, tree: Tree, cue: Cue) -> Word | None:
        """The subject of the sentence, where a verb joined to its predicate, or a participle as in "praised the talks,
        saying that …", was given another that cannot speak."""
        root, head = tree.root(), tree[cue.head]
        subject = tree.subject(root) if root is not None else None
        is_second = head.dep == "conj" and head.tag == "VBD"
        is_participle = head.dep == "acl" and head.tag == "VBG" and cue.frame == "clause"
        is_joined = (is_second or is_participle) and root is not None and root.tag == "VBD"
        return subject if is_joined and subject is not None and can_speak(self._cast, tree, subject) else None

    def _unspoken(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """Telegrams leave out "I" at the head of a sentence, and "he" where he was spoken of; a participle takes its
        source from before."""
        before = scene.focus if cue.participle else None
        if scene.speaker is not None:
            return scene.speaker if opens_content(tree, cue) else before
        if self._is_press:
            return before
        if shares_lost_subject(tree, cue):
            return self._spoken(scene)
        if is_authors_aside(tree, cue):
            return AUTHOR
        return (self._opening(tree, cue, scene) if opens_sentence(tree, cue) else None) or before

    def _opening(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """Who is left out at the head of a sentence: "Believe you should wait", "Said they would wait"."""
        head = tree[0] if cue.words[0] == 0 and not cue.noun else tree[cue.head]  # "Wanted" of "Wanted to know"
        did = any(aux.lower == "did" for aux in tree.children(head, "aux"))
        is_unspoken = lexicon().verb(head.lower) in lexicon().lists["telling unspoken"]
        if head.tag in {"VBP", "VB"} and is_unspoken and not did:
            return AUTHOR
        if (head.tag in {"VBD", "VBN", "VBZ"} or did) and not tree.is_passive(head):
            return self._spoken_to_another(tree, cue, scene)
        is_author = head.lower in lexicon().adjectives and tree.lower(cue.words[0]) in {"am", "regret"}
        return AUTHOR if is_author else None

    def _spoken_to_another(self, tree: Tree, cue: Cue, scene: Scene) -> str | None:
        """Who speaks in "Asked Mr. Tor to wait": the author, where nobody spoke before, or Mr. Tor did."""
        speaker = self._spoken(scene)
        heard = (self.naming.name(tree, tree[at], scene) for at in cue.hearers)
        is_nobody = speaker is None and cue.words[0] == 0
        return AUTHOR if is_nobody or (speaker is not None and speaker in heard) else speaker

    def _spoken(self, scene: Scene) -> str | None:
        """Who speaks where a telegram does not say it again."""
        speaker = self._talk.speaker.chain[0] if self._talk.speaker is not None else None
        return speaker or self._heads.before(scene.at) or self._able_to_speak(scene) or self._talk.room.met

    def _able_to_speak(self, scene: Scene) -> str | None:
        """Who was told of last, if it is somebody; else who is spoken of above all."""
        last = scene.last
        is_one = last is not None and (self._cast.is_person(last) or self._cast.country(last) is not None)
        return last if is_one or scene.focus is None else scene.focus

    def named(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """Who a word stands for; "he" may only have been met so far: "I lunched with Mr. Tor. He said …"."""
        name = self.naming.name(tree, word, scene)
        if name is not None or word.lower not in SINGULAR or self._is_press:
            return name
        before = self.naming.named_last(tree, word, self._cast.is_known_person)
        return self._talk.room.met or before or self._talk.room.named


def _is_request(tree: Tree, verb: Word) -> bool:
    """ "Please inform him that they will come": it is whom one writes to that is to tell it."""
    is_asked = tree.lower(verb.at - 1) in {"please", "pls"} and tree.subject(verb) is None
    return is_asked and verb.tag in {"VB", "VBP"}


def _is_assured(tree: Tree, verb: Word) -> bool:
    """ "Said that they could be assured that …": it is who speaks that assures them."""
    can = any(aux.lower in {"can", "could", "may", "might", "would"} for aux in tree.children(verb, "aux"))
    return can and verb.lower == "assured" and tree.child(verb, "auxpass") is not None


def _is_named(word: Word) -> bool:
    """Whether a word is a name, and no office that somebody else may hold."""
    return word.tag == "NNP" and word.lower not in words_of("offices")
