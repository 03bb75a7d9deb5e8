"""Verbs and adjectives as cues: their subject, their hearer, and the complement that holds the content."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fonds.diplomatics.statements import finite_complements, infinite_complements, noun_complements
from fonds.diplomatics.statements.complement import QUESTION_WORDS, VERB_TAGS, Finder, Found, governor, is_before
from fonds.diplomatics.statements.cue import Cue, Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.spans import content_end, phrase_end, question_end, quotation_end, trim
from fonds.diplomatics.statements.subjects import agent_of, subject_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word

PHRASES: frozenset[Frame] = frozenset({"infinitive", "order", "gerund", "object", "small", "preposition"})
"""How a content hangs on its cue that is no clause with tense."""
_PREDICATES = {"acomp", "ROOT", "conj", "ccomp", "amod", "advcl", "oprd", "relcl", "xcomp", "pcomp", "acl"}
FINDERS: dict[Frame, Finder] = {
    **finite_complements.FINDERS,
    **infinite_complements.FINDERS,
    **noun_complements.FINDERS,
}
"""What finds each complement, in the order in which they are looked for."""


def verbal_cues(tree: Tree) -> Iterator[Cue]:
    """The verbs and adjectives of the sentence that attribute a content standing after them."""
    for word in tree:
        for entry, last in entries(tree, word):
            cue = _cue(tree, word, entry, last)
            if cue is not None:
                yield cue
                break


def entries(tree: Tree, word: Word) -> Iterator[tuple[Entry, int]]:
    """What the lexicon knows of a word, verbs of several words first; and the last place of its words."""
    words = lexicon()
    if word.lower == "see" and tree.lower(word.at - 1) == "(":
        return  # "(see Document 3)"
    if word.lower == "concerned" and any(before.lower == "far" for before in tree.words[max(0, word.at - 9) : word.at]):
        return  # "as far as he is concerned"
    is_quality = word.dep in {"acomp", "oprd"} or tree.child(word, "auxpass") is not None
    if word.lower in words.adjectives and is_quality:
        yield words.adjectives[word.lower], word.at
    if word.tag in VERB_TAGS or _is_mistaken_verb(tree, word):
        lemma = words.verb(word.lower)
        if lemma is not None:
            yield from phrasal(tree, word)
            if lemma in words.verbs:
                yield words.verbs[lemma], word.at
    if word.lower in words.adjectives and word.dep in _PREDICATES and not _is_about_noun(tree, word):
        yield words.adjectives[word.lower], word.at


def _is_mistaken_verb(tree: Tree, word: Word) -> bool:
    """Whether a noun stands where a verb does: with a subject, or after "to" as in "went on to state that"."""
    if word.dep not in {"ROOT", "ccomp", "conj", "advcl", "xcomp"}:
        return False
    return tree.subject(word) is not None or any(child.lower == "to" for child in tree.children(word, "aux"))


def _is_about_noun(tree: Tree, word: Word) -> bool:
    """ "The departments concerned with trade": a participle after a noun tells which are meant, and of no feeling."""
    head = tree.head(word)
    before = tree.next(word, -1)
    if word.dep == "amod" and word.head > word.at and (before is None or before.tag not in {"NNP", "PRP"}):
        return True  # "a certain doubt"
    if head is not None and word.dep == "conj" and head.tag[:2] == "NN" and tree.subject(head) is None:
        return True  # "the Italians and certain of the others"
    return word.dep in {"amod", "acl"} and head is not None and tree.lower(word.at - 1) == head.lower


def phrasal(tree: Tree, word: Word) -> Iterator[tuple[Entry, int]]:
    """What the lexicon knows of the verbs of several words that begin with a word, "pointed out"; and the last place of
    each."""
    lemma = lexicon().verb(word.lower) or ""
    for rest in lexicon().phrasal.get(lemma, ()):
        last = word.at
        for part in rest:
            near = last + (2 if part in lexicon().lists["openers particles"] else 4)
            last = next((at for at in range(last + 1, near) if tree.lower(at) == part), -1)
            if last < 0:
                break
        if last > 0:
            yield lexicon().verbs["_".join((lemma, *rest))], last


def _cue(tree: Tree, word: Word, entry: Entry, last: int) -> Cue | None:
    found = [(frame, one) for frame, find in FINDERS.items() if (one := _found(find, frame, tree, word, entry, last))]
    if not found:
        return None
    frame, (start, attitude, hearer) = found[0]
    if frame not in {
        "quotation",
        "as",
        "object",
    }:  # the parser mixes up complements of complements: the first is the verb's
        frame, (start, attitude, hearer) = min(found, key=lambda one: (one[0] == "object", one[1][0]))
    if frame == "clause" and _is_after_colon(tree, word, start):
        return None
    end = content_end(tree, governor(tree, word), start)
    if frame == "quotation" and start > tree.right(governor(tree, word)):
        end = len(tree) - 1  # "continues as follows: “…”"
    if frame in PHRASES:
        end = phrase_end(tree, governor(tree, word), start, end)
    elif frame == "question":
        end = question_end(tree, governor(tree, word), start, end)
    start += frame == "clause" and tree.lower(start) == "that" and tree[start].tag == "IN"
    span = trim(tree, start, quotation_end(tree, start, end) if frame == "quotation" else end)
    if span is None or (span[0] < last and frame != "as") or _is_merged(tree, word, frame):
        return None
    return _told(tree, word, entry, Cue(word.at, _words(tree, word, last), None, span, attitude, frame), hearer)


def _is_after_colon(tree: Tree, verb: Word, start: int) -> bool:
    """ "He feared the worst: the ship had sunk": a clause after a colon that only tells more of the verb's object."""
    noun = tree.child(verb, "dobj")
    return noun is not None and verb.at < noun.at < start and tree.lower(start - 1) == ":"


def _is_merged(tree: Tree, word: Word, frame: Frame) -> bool:
    """ "Wished to stress that …" is one cue, and the next verb's; "wished to say a few words" is the wish alone."""
    after = tree.child(word, "xcomp")
    if frame not in {"infinitive", "order"} or after is None or after.at < word.at:
        return False
    if frame == "infinitive" and _is_of_question(tree, word, after):
        return True
    if lexicon().verb(after.lower) not in lexicon().lists["telling verbs"]:
        return False
    is_one = _words(tree, after, after.at)[0] == word.at
    return is_one and any(_cue(tree, after, entry, last) for entry, last in entries(tree, after))


def _is_of_question(tree: Tree, above: Word, verb: Word) -> bool:
    """ "Wanted to know why …", "declined to say who …": it is the question that is asked or left open."""
    words = lexicon()
    is_asked = words.verb(above.lower) in words.lists["before asked"]
    is_told = words.verb(verb.lower) in words.lists["before question"]
    return (
        is_asked
        and is_told
        and any(tree.lower(tree.left(clause)) in QUESTION_WORDS for clause in tree.children(verb, "ccomp"))
    )


def _found(find: Finder, frame: Frame, tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    return find(tree, word, entry, last) if frame == "preposition" or frame in entry.takes else None


def _told(tree: Tree, word: Word, entry: Entry, cue: Cue, hearer: int | None) -> Cue | None:
    """The cue with its source and hearer, or None where nobody can be its source."""
    hearers = () if hearer is None else (hearer,)
    is_adjective = word.lower in lexicon().adjectives and lexicon().adjectives[word.lower] is entry
    if is_adjective:
        bearer = tree.head(word) if word.dep in {"acomp", "oprd"} else word
        source = subject_of(tree, bearer) if bearer is not None else None
        negated = bearer is not None and tree.is_negated(bearer)
        return None if _is_nobody(source) else replace(cue, source=source.at if source else None, negated=negated)
    if _is_asked_then(tree, word):
        asked = subject_of(tree, tree[word.head])
        return replace(cue, source=None, hearers=(asked.at,) if asked else (), unnamed=True)
    if tree.is_passive(word) or (word.tag == "VBN" and word.dep == "acl") or _is_short_passive(tree, word, entry):
        return _told_in_passive(tree, word, entry, cue)
    source = _teller(tree, word) or subject_of(tree, word)
    if _is_nobody(source) and not _is_body(tree, word, source):
        return None
    head = tree.head(word)
    if head is not None and _is_let_know(word, head):
        cue = replace(cue, attitude="say")
    participle = word.dep in {"acl", "advcl"} and word.tag == "VBG"
    negated = tree.is_negated(word, cue.content)
    return replace(cue, source=source.at if source else None, hearers=hearers, negated=negated, participle=participle)


def _is_asked_then(tree: Tree, word: Word) -> bool:
    """ "Tor declined to answer when asked whether he had come": nobody tells who asked."""
    opening = tree.child(word, "advmod", "mark")
    is_then = opening is not None and opening.lower in {"when", "if", "once", "until"} and opening.at < word.at
    alone = not tree.children(word, "aux", "auxpass", *SUBJECTS)
    return is_then and alone and word.tag in {"VBN", "VBD"} and word.dep == "advcl" and agent_of(tree, word) is None


def _is_short_passive(tree: Tree, word: Word, entry: Entry) -> bool:
    """ "Asked by her counsel what she would say, Ines Tor …"; in telegrams "Embassy told by Mr. Tor that …"."""
    alone = not tree.children(word, "aux", "nsubj")
    is_participle = word.tag == "VBN" and word.dep == "advcl" and alone
    is_told_by = entry.hearer == "object" and word.tag in {"VBN", "VBD"} and tree.lower(word.at + 1) == "by"
    return (is_participle or is_told_by) and agent_of(tree, word) is not None


def _teller(tree: Tree, word: Word) -> Word | None:
    """The subject of the verb of telling that a participle goes on from ("said that …, adding that …"), or of what
    makes one cue with the word ("permitted me to understand")."""
    head = tree.head(word)
    if head is not None and _is_let_know(word, head):
        return subject_of(tree, head)
    if word.dep == "xcomp" and head is not None and lexicon().verb(head.lower) in lexicon().lists["before given"]:
        return subject_of(tree, head) if is_before(word, head) else None
    if word.dep == "acl" and head is not None and (answering := _answering(tree, word, head)) is not None:
        return subject_of(tree, answering)
    if word.tag != "VBG" or word.dep != "advcl" or lexicon().verb(word.lower) not in lexicon().lists["telling verbs"]:
        return None
    for verb in tree.ancestors(word):
        if lexicon().verb(verb.lower) in lexicon().lists["telling verbs"] and verb.tag == "VBD":
            return subject_of(tree, verb)
    return None


def _answering(tree: Tree, word: Word, noun: Word) -> Word | None:
    """ "Replied to the King's letter assuring him that …": who assures is who replies."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    verb = tree.head(prep) if prep is not None else None
    hearer = tree.child(word, "dobj")
    is_hearer = word.tag == "VBG" and hearer is not None and hearer.tag == "PRP"
    is_answer = (
        verb is not None and verb.tag[:2] == "VB" and lexicon().verb(verb.lower) in {"reply", "respond", "write"}
    )
    return verb if is_hearer and is_answer else None


def _is_let_know(word: Word, head: Word) -> bool:
    """ "Let the envoys know that he would come"."""
    return head.lower == "let" and word.lower in {"know", "understand", "see"} and word.at > head.at


def _told_in_passive(tree: Tree, word: Word, entry: Entry, cue: Cue) -> Cue | None:
    agent = agent_of(tree, word)
    subject = tree.subject(word)
    impersonal = subject is not None and (subject.lower in {"it", "there"} or subject.dep == "expl")
    if (
        agent is None
        and not impersonal
        and (cue.frame not in {"clause", "question", "order"} or entry.hearer != "object")
    ):
        return None
    hearers = cue.hearers if impersonal or subject is None or entry.hearer != "object" else (subject.at,)
    if impersonal:
        hearers = tuple(
            pobj.at
            for prep in tree.children(word, "prep", "dative")
            if prep.lower == "to" and (pobj := tree.child(prep, "pobj"))
        )
    return replace(cue, source=agent.at if agent else None, hearers=hearers, negated=tree.is_negated(word))


def _is_nobody(source: Word | None) -> bool:
    return source is not None and source.lower in lexicon().lists["people not_sources"]


def _is_body(tree: Tree, word: Word, source: Word | None) -> bool:
    """ "It said that …": of a verb that takes a content, and does not only seem, "it" is a body named before."""
    seems = lexicon().verb(word.lower) in lexicon().lists["raising seeming"]
    return source is not None and source.lower == "it" and not seems and not tree.is_passive(word)


def _words(tree: Tree, word: Word, last: int) -> tuple[int, int]:
    """The cue's words: with the copula of an adjective, and with "wished to", "went on to" before a verb."""
    first = word.at
    head = tree.head(word)
    if word.dep in {"acomp", "oprd"} and head is not None and head.at < word.at and word.at - head.at < 5:
        first = head.at
    elif word.lower in lexicon().adjectives and (aux := tree.child(word, "auxpass")) is not None and aux.at < word.at:
        first = aux.at
    elif word.dep == "xcomp" and head is not None and is_before(word, head):
        first = head.at
    return first, max(last, word.at)
