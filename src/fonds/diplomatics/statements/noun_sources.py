"""Whose a content is that hangs on a noun: "Kennedy's assurances", "made a proposal", "the hope expressed by Tor"."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.subjects import agent_of, subject_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import country_words

_COMING = {"came", "come", "comes", "coming"}


def sourced(tree: Tree, noun: Word, verb: Word | None, cue: Cue) -> Cue | None:
    """The cue with its source: the owner before the noun, the subject of its verb, or who it is "of" or "by"."""
    poss = tree.child(noun, "poss")
    if lexicon().noun(noun.lower) in lexicon().lists["light heard"]:
        if verb is None or lexicon().verb(verb.lower) not in lexicon().lists["light heard_with"]:
            return None  # "gave attention to the question"
        return replace(with_source(cue, subject_of(tree, verb)), hearers=() if poss is None else (poss.at,))
    if poss is not None:
        is_anothers = poss.tag[:2] == "NN" or _is_of_his_side(tree, poss, verb)
        return replace(with_source(cue, poss), giver=_giver(tree, verb) if is_anothers else None)
    if verb is not None:
        return _sourced_by_verb(tree, noun, verb, cue)
    owner = _owner(tree, noun, cue)
    return with_source(cue, owner or _holder(tree, noun, cue))


def _sourced_by_verb(tree: Tree, noun: Word, verb: Word, cue: Cue) -> Cue | None:
    """The cue of a noun with a verb: its source is the verb's subject, unless that passes on what is another's."""
    subject, giver = subject_of(tree, verb), _giver(tree, verb)
    owner = _owner(tree, noun, cue) if subject is not None else None
    if owner is not None and (giver is not None or (cue.attitude == "feel" and owner.tag == "NNP")):
        return replace(with_source(cue, owner), giver=giver)
    if subject is None:
        return with_source(cue, None)
    lemma = lexicon().verb(verb.lower)
    giver_from = _giver_from(tree, verb) or _giver_from(tree, noun)
    is_had = lemma == "have" and giver_from is not None  # "had a request from Tor for it"
    is_received = (lemma in lexicon().lists["light received"] and not tree.is_passive(verb)) or is_had
    if is_received and cue.attitude in {"say", "direct", "commit"}:
        return replace(with_source(cue, owner or giver_from), hearers=(subject.at,), unnamed=True)
    is_nobody = subject.lower in lexicon().lists["people not_sources"] or subject.at == noun.at
    return None if is_nobody else with_source(cue, subject, negated=tree.is_negated(verb))


def _is_of_his_side(tree: Tree, owner: Word, verb: Word | None) -> bool:
    """ "I reiterated our hope that …": what one person tells of his side."""
    subject = subject_of(tree, verb) if verb is not None else None
    return owner.lower == "our" and subject is not None and subject.lower != "we"


def _giver(tree: Tree, verb: Word | None) -> int | None:
    """The place of who passes on what may be another's: "conveyed the King's thanks", "expressed Halvern concern"."""
    if verb is None or lexicon().verb(verb.lower) not in lexicon().lists["light passing"]:
        return None
    subject = subject_of(tree, verb)
    is_somebody = subject is not None and subject.lower not in lexicon().lists["people not_sources"]
    return subject.at if subject is not None and is_somebody else None


def _giver_from(tree: Tree, word: Word) -> Word | None:
    """ "Received from Tor assurances that …": who gives what somebody receives."""
    prep = next((prep for prep in tree.children(word, "prep") if prep.lower == "from"), None)
    return tree.child(prep, "pobj") if prep is not None else None


def _holder(tree: Tree, noun: Word, cue: Cue) -> Word | None:
    """ "Was of the opinion that", "left in the hope that", "came to the conclusion that": the subject of what the noun
    is said with."""
    prep = tree.head(noun)
    if prep is None or noun.dep != "pobj" or prep.lower not in {"in", "of", "under", "on", "with", "from", "to"}:
        return None
    verb = tree.head(prep)
    if verb is not None and verb.tag[:2] == "NN" and verb.dep == "dobj" and prep.lower == "with":
        verb = tree.head(verb)  # "ended his report with the remark that …"
    is_held = lexicon().noun(noun.lower) in lexicon().lists["light held"]
    is_held = is_held or (prep.lower == "with" and cue.frame == "clause" and cue.attitude == "say")
    if verb is None or verb.tag[:2] != "VB" or not is_held or cue.frame not in {"clause", "infinitive", "preposition"}:
        return None
    if prep.lower == "to" and verb.lower not in _COMING:
        return None
    subject = subject_of(tree, verb)
    return subject if subject is not None and subject.lower not in lexicon().lists["people not_sources"] else None


def _owner(tree: Tree, noun: Word, cue: Cue) -> Word | None:
    for prep in tree.children(noun, "prep", "agent"):
        pobj = tree.child(prep, "pobj")
        if prep.lower in {"of", "by", "from"} and pobj is not None and not cue.content[0] <= pobj.at <= cue.content[1]:
            return pobj
    teller = teller_after(tree, noun)
    if teller is not None and teller.at < cue.content[0]:
        return agent_of(tree, teller) if teller.tag == "VBN" and teller.dep == "acl" else _teller_of(tree, teller)
    adjectives = tree.children(noun, "amod", "compound", "nmod")
    return next((word for word in reversed(adjectives) if _is_owner(word) and word.at < noun.at), None)


def _is_owner(word: Word) -> bool:
    """Whether a word before a noun is a name, "the Halvern proposal", but not "Firm intention" at the head of one."""
    return word.text[:1].isupper() and (word.at > 0 or word.lower in country_words())


def with_source(cue: Cue, source: Word | None, *, negated: bool = False) -> Cue:
    at = source.at if source is not None else None
    return Cue(cue.head, cue.words, at, cue.content, cue.attitude, cue.frame, negated=negated, noun=True)


def teller_after(tree: Tree, noun: Word) -> Word | None:
    """The verb that tells after a noun whose it is: "the hope expressed by Tor", "the fears that she had about it"."""
    words = lexicon()
    telling = words.lists["light verbs"] | words.lists["telling verbs"]
    verbs = [verb for verb in tree.children(noun, "acl", "relcl") if words.verb(verb.lower) in telling]
    return next((verb for verb in verbs if verb.tag in {"VBN", "VBD", "VBP", "VBZ"}), None)


def _teller_of(tree: Tree, teller: Word) -> Word | None:
    """ "The hope which Tor had expressed": who does what a relative clause tells, and not the noun itself."""
    subject = tree.child(teller, *SUBJECTS)
    if subject is None or subject.tag in {"WDT", "WP"}:
        return agent_of(tree, teller)
    return subject if subject.dep == "nsubj" and subject.lower not in lexicon().lists["people not_sources"] else None
