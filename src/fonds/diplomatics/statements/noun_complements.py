"""Contents that are noun phrases: "his return", "him as a friend", "about his return"."""

from __future__ import annotations

from fonds.diplomatics.statements.complement import (
    EMPTY,
    QUESTION_WORDS,
    Finder,
    Found,
    complements,
    governor,
    hearer_between,
    is_before,
)
from fonds.diplomatics.statements.cue import Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.subjects import agent_of, object_before
from fonds.diplomatics.statements.tree import OBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Attitude

_DEEDS = ("tion", "tions", "sion", "sions", "ment", "ance", "ence", "al")
"""The endings of nouns that tell what is done."""


_OF_NOUNS = {
    "of",
    "for",
    "in",
    "between",
    "among",
    "against",
    "about",
    "concerning",
    "regarding",
    "toward",
    "towards",
    "over",
}
"""Prepositions of phrases that tell more of a noun than of what is done."""


def _object(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    if tree.is_passive(word) or (word.tag == "VBN" and word.dep in {"acl", "amod"}):
        return None
    if entry.takes["object"] != "feel" and (_is_mere_purpose(tree, word) or _is_yet_to_come(tree, word)):
        return None
    for child in [*tree.children(word, "dobj"), *_after_phrase(tree, word, last)]:
        start = max(tree.left(child), last + 1)
        if child.at > last and (
            _is_told(tree, word, child, start) or _is_some_of(tree, child, is_phrase=last > word.at)
        ):
            return start, entry.takes["object"], None
    return None


def _after_phrase(tree: Tree, word: Word, last: int) -> list[Word]:
    """ "Made clear their surprise at it", "had in mind need for it": the object of a verb of several words, which the
    parser took for something else."""
    if last == word.at:
        return []
    above = [tree[word.head]] if word.dep == "aux" and tree[word.head].tag[:2] == "NN" else []
    return [noun for noun in [*tree.children(tree[last], "nsubj"), *above] if noun.at > last]


def _is_some_of(tree: Tree, noun: Word, *, is_phrase: bool) -> bool:
    """ "Had in mind some of the talks"."""
    after = tree.next(noun)
    return is_phrase and noun.tag == "DT" and after is not None and after.lower == "of"


def _is_told(tree: Tree, verb: Word, noun: Word, start: int) -> bool:
    """Whether the object of a verb is a content; of "ask" an opinion or a favor is, and no question."""
    words = lexicon()
    if words.verb(verb.lower) == "see":
        is_more = is_propositional(tree, noun, start) or _has_phrase_beside(tree, verb, noun)
        return noun.lower in words.lists["deeds seen"] and is_more
    if words.verb(verb.lower) in words.lists["deeds sought"]:
        return noun.lower in words.lists["deeds favors"] | words.lists["deeds answers"]
    is_noun = noun.tag in {"NN", "NNS"} and noun.lower not in EMPTY
    is_given = words.verb(verb.lower) in {"promise", "offer"} and tree.child(verb, "dative") is not None and is_noun
    is_of_cue = is_noun and words.noun(noun.lower) in words.nouns and tree.lower(noun.at + 1) in {"to", "that"}
    return (
        is_propositional(tree, noun, start)
        or _has_phrase_beside(tree, verb, noun)
        or _is_deed(verb, noun)
        or is_given
        or is_of_cue
    )


def _has_phrase_beside(tree: Tree, verb: Word, noun: Word) -> bool:
    """ "Envisaged two stages in the talks": a phrase right after a noun that the parser hung on the verb."""
    after = tree.next(noun)
    is_one = after is not None and after.dep == "prep" and after.head == verb.at and after.lower in _OF_NOUNS
    is_noun = noun.tag in {"NN", "NNS"} and noun.lower not in EMPTY
    return is_one and is_noun and tree.lower(tree.left(noun)) not in QUESTION_WORDS


def _is_mere_purpose(tree: Tree, word: Word) -> bool:
    """ "Attempted to review the talks": an infinitive with an object tells what was to be done, not what was said."""
    head = tree.head(word)
    if not tree.is_infinitive(word) or tree.child(word, "nsubj") is not None:
        return False
    if head is not None and _is_met_for(tree, head, word):
        return False  # "came in to protest the delay"
    return head is None or not (word.dep == "xcomp" and (is_before(word, head) or _is_ordered(tree, head, word)))


def _is_yet_to_come(tree: Tree, word: Word) -> bool:
    """ "We shall review the talks", "he would report it": what will be gone through or passed on has not been said."""
    lemma = lexicon().verb(word.lower)
    modals = {aux.lower for aux in tree.children(word, "aux") if aux.tag == "MD"}
    if lemma == "review":
        return bool(modals - {"would"}) or word.tag == "VBG"
    return lemma == "report" and bool(modals)


def _is_met_for(tree: Tree, meeting: Word, word: Word) -> bool:
    """Whether a verb of meeting somebody stands before what he is told: but "called on him to describe the talks" is an
    order, and who "came to see" tells nothing."""
    entry = lexicon().verbs.get(lexicon().verb(word.lower) or "")
    is_said = entry is not None and entry.takes.get("object") != "think"
    is_past = meeting.tag in {"VBD", "VBN"} and tree.is_finite(meeting)
    is_meeting = is_past and lexicon().verb(meeting.lower) in lexicon().lists["before met"]
    preps = {prep.lower for prep in tree.children(meeting, "prep") if prep.at > meeting.at}
    return is_said and is_meeting and not preps & {"on", "upon"}


def _is_ordered(tree: Tree, head: Word, word: Word) -> bool:
    """ "Asked them to propose a truce": what somebody is to say, and not only what he says it for."""
    entry = lexicon().verbs.get(lexicon().verb(head.lower) or "")
    return entry is not None and "order" in entry.takes and object_before(tree, head, word.at) is not None


def is_propositional(tree: Tree, noun: Word, start: int) -> bool:
    """Whether a noun phrase can be a content: more than a pronoun, a name or a bare noun."""
    if noun.lower in EMPTY or noun.tag in {"PRP", "DT", "WP", "WDT"} or tree.lower(start) in QUESTION_WORDS:
        return False
    return any(
        child.dep in {"prep", "acl", "relcl", "amod", "compound", "poss", "nmod"} for child in tree.children(noun)
    )


def _is_deed(word: Word, noun: Word) -> bool:
    """ "Requested access", "ordered an investigation", "denied any wrongdoing": a bare noun that tells of a deed."""
    words = lexicon()
    lemma = words.verb(word.lower)
    is_wanted = lemma in words.lists["deeds wanted"] and noun.lower.endswith(_DEEDS)
    is_named = noun.lower in words.lists["deeds nouns"]
    return noun.tag in {"NN", "NNS"} and (is_wanted or (is_named and lemma in words.lists["deeds verbs"]))


def _as(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    judged = (tree[tree.left(clause)] for clause in tree.children(word, "advcl"))  # "regards it as wholly lost"
    beside = [*tree.children(word, "prep", "mark"), *_preps_of_object(tree, word), *judged]
    prep = next((child for child in beside if child.lower == "as" and child.at > last), None)
    if prep is None or (tree.right(prep) == prep.at and prep.dep != "advmod"):
        return None
    if tree.is_passive(word):
        subject = tree.subject(word)
        return None if subject is None or not agent_of(tree, word) else (tree.left(subject), entry.takes["as"], None)
    if _is_of_what(tree, word):
        return prep.at + 1, entry.takes["as"], None
    found = object_before(tree, word, prep.at) or (_object_of(tree, tree[last]) if last > word.at else None)
    return None if found is None else (max(tree.left(found), last + 1), entry.takes["as"], None)


def _preps_of_object(tree: Tree, word: Word) -> list[Word]:
    """ "Dismissed the charges as fantasy": also the phrases that the parser hung on the object."""
    return [
        prep
        for noun in tree.children(word, "dobj")
        for prep in tree.children(noun, "prep")
        if tree.lower(prep.at + 1) != "to"
    ]


def _is_of_what(tree: Tree, verb: Word) -> bool:
    """ "What she described as a plot", "a plan that he called foolish": the object stands before the verb."""
    return any(child.tag in {"WP", "WDT"} and child.at < verb.at for child in tree.children(verb, "dobj"))


def _object_of(tree: Tree, prep: Word) -> Word | None:
    """ "Referred to him as a friend": what the preposition of a verb governs."""
    return tree.child(prep, "pobj") if prep.tag in {"IN", "TO"} else None


def _small(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    if _is_of_quality(tree, word, last):
        return last + 1, entry.takes["small"], None
    for child in complements(tree, word, "ccomp", "dobj", "oprd", "xcomp"):
        start = max(tree.left(child), last + 1)
        if child.at <= last or tree.is_finite(child):
            continue
        has_subject = tree.child(child, "nsubj", "nsubjpass") is not None
        judged = any(adjective.at > child.at for adjective in tree.children(child, "amod"))
        called = tree.child(child, "appos", "dobj") or tree.child(word, "oprd")
        is_named = called or judged or _is_of_what(tree, word)
        named = child.dep == "dobj" and is_named
        if (
            (child.dep == "ccomp" and has_subject and entry.takes["small"] != "say")
            or named
            or (child.dep == "oprd" and not tree.is_passive(word))
        ):
            return start, entry.takes["small"], None
        if child.dep == "xcomp" and child.tag in {"JJ", "JJR"} and not tree.is_passive(word):
            return start, entry.takes["small"], None
    return None


def _is_of_quality(tree: Tree, word: Word, last: int) -> bool:
    """ "Felt it of great importance to come", "believed it in the interest of all that they come"."""
    it, prep = tree.lower(last + 1) == "it", tree.lower(last + 2)
    goes_on = any(other.lower in {"to", "that", "for"} for other in tree.words[last + 4 : tree.right(word) + 1])
    return it and prep in {"of", "in", "to"} and goes_on and not tree.is_passive(word)


def _preposition(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    takes = entry.prepositions
    if word.tag == "VBN" and tree.lower(word.at - 1) in {"a", "an", "any", "the"}:
        return None  # "in any agreed to formula"
    preps = [*tree.children(word, "prep", "agent", "prt"), *tree.children(governor(tree, word), "prep", "agent")]
    if entry.hearer == "object" or takes.get("of") == "say":
        told = tree.children(word, "dative") or tree.children(word, *OBJECTS)  # but "told us their point of view"
        preps += [prep for hearer in told for prep in tree.children(hearer, "prep")]
    if brings_up(word):
        manner = [tree.child(prep, "pobj") for prep in tree.children(word, "prep") if prep.lower in {"with", "in"}]
        preps += [prep for noun in manner if noun is not None for prep in tree.children(noun, "prep")]
    preps += [prep for adverb in tree.children(word, "advmod") for prep in tree.children(adverb, "prep")]
    for prep in preps:
        is_as_to = prep.lower == "as" and tree.lower(prep.at + 1) == "to"
        attitude = takes.get("as_to" if is_as_to else prep.lower)
        if attitude is None or prep.at <= word.at:
            continue
        pobj = tree.child(tree[prep.at + is_as_to], "pobj", "pcomp")
        start = prep.at + 1 + is_as_to
        start += is_as_to and tree.lower(start) in {"whether", "if"}
        if pobj is None or _is_mere_topic(tree, pobj, attitude) or start <= last or _tells_how_long(tree, pobj):
            continue
        if brings_up(word) and _is_mere_mention(tree, word, pobj):
            continue
        if _is_withheld(tree, word) or _tells_of_whom(word):
            continue
        accused = object_before(tree, word, prep.at) if entry.hearer == "accused" else None
        start = start if accused is None else tree.left(accused)
        return start, attitude, hearer_between(tree, word, entry, prep.at)
    return None


def _tells_how_long(tree: Tree, time: Word) -> bool:
    """ "Agreed with the plans to date", "from time to time": no content of what is agreed to."""
    return tree.lower(time.at - 1) == "to" and time.lower in lexicon().lists["openers dates"]


def _is_withheld(tree: Tree, verb: Word) -> bool:
    """ "Declined to comment on the talks": nothing is said of what is named."""
    head = tree.head(verb)
    is_infinitive = head is not None and verb.dep == "xcomp" and tree.is_infinitive(verb)
    return is_infinitive and head is not None and lexicon().verb(head.lower) in {"decline", "refuse"}


def _tells_of_whom(verb: Word) -> bool:
    """ "Officials briefed on the talks": a participle tells which are meant, and of nothing said."""
    return verb.tag == "VBN" and verb.dep == "acl" and lexicon().verb(verb.lower) in {"brief", "inform"}


def brings_up(verb: Word) -> bool:
    """ "Referred to", "spoke of": what is only brought up is a content where more is told of it."""
    return lexicon().verb(verb.lower) in lexicon().lists["telling topical"]


def _is_mere_topic(tree: Tree, noun: Word, attitude: Attitude) -> bool:
    """Whether a noun with what it governs says nothing: a pronoun; or a name, of which something is said or asked."""
    if noun.tag == "PRP" or (noun.lower in EMPTY and tree.right(noun) == noun.at):
        return True
    if plain(noun.text) in words_of("months"):
        return True  # "was agreed to on May 2"
    return attitude in {"ask", "say"} and all(
        word.tag[:3] == "NNP" or word.dep in {"cc", "punct", "det"}
        for word in tree.words[noun.at : tree.right(noun) + 1]
    )


def _is_mere_mention(tree: Tree, verb: Word, noun: Word) -> bool:
    """ "Referred to the Council", "referring to the danger of war, he said": who mentions no more than a thing, or does
    so beside what he says."""
    is_told = tree.is_finite(verb) or verb.dep == "pcomp"
    is_more = bool(tree.children(noun, "prep", "acl", "relcl")) or _is_somebodys(tree, noun)
    return not (is_told and is_more) or tree.child(verb, "dobj") is not None


def _is_somebodys(tree: Tree, noun: Word) -> bool:
    """ "Japan's economic resurgence": a noun of which it is told whose it is, and what it is like."""
    owner = tree.child(noun, "poss")
    return (
        noun.tag in {"NN", "NNS"} and owner is not None and owner.tag == "NNP" and tree.child(noun, "amod") is not None
    )


FINDERS: dict[Frame, Finder] = {"as": _as, "small": _small, "preposition": _preposition, "object": _object}
