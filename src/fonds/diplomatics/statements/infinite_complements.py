"""Contents without tense: "to come", "him to come", "coming"."""

from __future__ import annotations

from fonds.diplomatics.statements.complement import QUESTION_WORDS, Finder, Found, complements
from fonds.diplomatics.statements.cue import Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.subjects import agent_of, object_before
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import is_somebody

_BEFORE_BARE = {"advmod", "neg", "mark", "advcl", "punct"}
"""What may stand between a verb and an infinitive that has lost its "to"."""


def _infinitive(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in complements(tree, word, "xcomp", "ccomp", "advcl"):
        is_promised = entry.hearer == "object" and entry.takes["infinitive"] == "commit"
        subject = tree.child(child, "nsubj")
        if child.at <= last or child.tag not in {"VB", "VBN", "VBP", "JJ", "NN"} or (subject and not is_promised):
            continue
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        heard = None if to is None else object_before(tree, word, to.at) or subject
        if to is not None and to.at > last and (heard is None or is_promised):
            return negation_before(tree, to.at, last), entry.takes["infinitive"], heard.at if heard else None
        if to is None and _is_bare_infinitive(tree, child, last):
            return child.at, entry.takes["infinitive"], None
    return None


def _is_bare_infinitive(tree: Tree, child: Word, last: int) -> bool:
    """ "Planned see him", "wished if possible see him": telegrams leave out "to"."""
    is_bare = child.tag in {"VB", "VBP"} and child.dep == "xcomp" and not tree.children(child, "aux", "nsubj")
    return is_bare and all(word.dep in _BEFORE_BARE for word in tree.words[last + 1 : child.at])


def negation_before(tree: Tree, at: int, last: int) -> int:
    """Where an infinitive begins of which "to" stands at a place, after a last one: "decided not to wait"."""
    return at - 1 if at - 1 > last and tree.lower(at - 1) in {"not", "never"} else at


def _order(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in complements(tree, word, "xcomp", "ccomp", "advcl"):
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        if _is_participle_wanted(tree, word, child):
            return max(tree.left(child), last + 1), entry.takes["order"], None
        if _is_subjunctive(tree, word, child):
            subject = tree.child(child, "nsubj", "nsubjpass") or object_before(tree, word, child.at)
            return (tree.left(subject) if subject else child.at), entry.takes["order"], None
        if _is_bare_order(tree, word, child, last):
            told = object_before(tree, word, child.at) if entry.hearer != "none" else None
            return child.at, entry.takes["order"], told.at if told else None
        if to is None or to.at <= last or tree.is_finite(child) or tree.lower(to.at - 1) in QUESTION_WORDS:
            continue
        is_found = lexicon().verb(word.lower) == "find"
        if is_found and child.lower not in {"be", "have"} and not tree.is_passive(child):
            continue  # "found an opportunity to speak", but "found it to be late"
        other = tree.child(child, "nsubj", "nsubjpass") or object_before(tree, word, to.at)
        if other is None and entry.hearer == "particle":
            other = _called_on(tree, child, last)
        if tree.is_passive(word) and other is None:
            is_order = lexicon().verb(word.lower) in lexicon().lists["telling ordered"]
            first = negation_before(tree, to.at, last)
            return (first, entry.takes["order"], None) if is_order or agent_of(tree, word) else None
        if other is not None and other.at > word.at:
            is_heard = entry.hearer != "none" and not _is_thing_requested(word, other)
            start = to.at if is_heard else tree.left(other)
            hearer = other.at if is_heard else None
            return max(negation_before(tree, start, last), last + 1), entry.takes["order"], hearer
    return None


def _is_thing_requested(verb: Word, noun: Word) -> bool:
    """ "Requested a meeting to inform them": it is the thing that is asked for."""
    is_noun = noun.tag in {"NN", "NNS"} and noun.text.islower()
    return is_noun and lexicon().verb(verb.lower) == "request" and not is_somebody(noun.text)


def _called_on(tree: Tree, child: Word, last: int) -> Word | None:
    """Who is called on to do something; None where somebody is visited, "called on him to express his thanks"."""
    if child.lower in lexicon().lists["before visit"]:
        return None
    return next((noun for noun in tree.words[last + 1 : child.at] if noun.dep == "pobj" and noun.head == last), None)


def _is_participle_wanted(tree: Tree, word: Word, child: Word) -> bool:
    """ "Wanted the question settled": what is to be done to somebody or something."""
    is_wanted = lexicon().verb(word.lower) in lexicon().lists["before wanted"] and child.at > word.at
    is_participle = child.tag in {"VBN", "VBD"} and child.dep == "ccomp" and tree.left(child) == word.at + 1
    return (
        is_wanted
        and is_participle
        and tree.child(child, "nsubj", "nsubjpass") is not None
        and (not tree.children(child, "aux", "auxpass", "mark"))
    )


def _is_subjunctive(tree: Tree, word: Word, child: Word) -> bool:
    """ "Asked you convey this", "asked matter be raised": what is to be done, without "that"."""
    is_asked = lexicon().verb(word.lower) in lexicon().lists["before subjunctive"] and not tree.is_passive(word)
    if not is_asked or child.dep != "ccomp" or tree.child(child, "mark") is not None:
        return False
    subject = tree.child(child, "nsubj")
    is_active = (
        child.tag == "VB" and subject is not None and subject.at == word.at + 1 and not tree.children(child, "aux")
    )
    passive = tree.child(child, "auxpass")
    return is_active or (passive is not None and passive.lower == "be" and not tree.children(child, "aux"))


def _is_bare_order(tree: Tree, word: Word, child: Word, last: int) -> bool:
    """ "Asked me convey", "you requested see Mr. Tor": telegrams leave out the "to" of what somebody is to do."""
    if tree.is_passive(word):
        return child.at == last + 1 and child.tag in {"VB", "VBP"}
    hearer = object_before(tree, word, child.at)
    bare = child.dep in {"xcomp", "ccomp"} and child.tag in {"VB", "VBP"} and tree.left(child) == child.at
    return bare and hearer is not None and tree.right(hearer) + 1 == child.at


def _gerund(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    child = tree.child(word, "xcomp")
    if child is not None and child.tag == "VBG" and child.at > last:
        return max(tree.left(child), last + 1), entry.takes["gerund"], None
    return None


FINDERS: dict[Frame, Finder] = {"order": _order, "infinitive": _infinitive, "gerund": _gerund}
