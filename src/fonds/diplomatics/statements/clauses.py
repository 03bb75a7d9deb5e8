"""Verbs and adjectives as cues: their subject, their hearer, and the complement that holds the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from fonds.diplomatics.statements.cue import Cue, Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.spans import OPENING, STRAIGHT, content_end, phrase_end, quotation_end, trim
from fonds.diplomatics.statements.subjects import agent_of, object_before, subject_of
from fonds.diplomatics.statements.tree import OBJECTS, Tree, Word
from fonds.record import Attitude

VERB_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
QUESTION_WORDS = {"how", "why", "what", "which", "who", "whom", "where", "when", "whose", "whatever", "whether", "if"}
PHRASES: frozenset[Frame] = frozenset({"infinitive", "order", "gerund", "object", "small", "preposition"})
"""How a content hangs on its cue that is no clause with tense."""
EMPTY = {"it", "this", "that", "these", "those", "him", "her", "them", "me", "us", "himself", "herself", "themselves",
         "itself", "what", "which", "who", "whom", "same", "so", "something", "anything", "nothing", "one"}  # fmt: skip


def verbal_cues(tree: Tree) -> Iterator[Cue]:
    """The verbs and adjectives of the sentence that attribute a content standing after them."""
    for word in tree:
        for entry, last in _entries(tree, word):
            cue = _cue(tree, word, entry, last)
            if cue is not None:
                yield cue
                break


def _entries(tree: Tree, word: Word) -> Iterator[tuple[Entry, int]]:
    """What the lexicon knows of a word, verbs of several words first; and the last place of its words."""
    words = lexicon()
    if word.lower in words.adjectives and tree.child(word, "auxpass") is not None:
        yield words.adjectives[word.lower], word.at
    if word.tag in VERB_TAGS or (word.dep in {"ROOT", "ccomp", "conj", "advcl"} and tree.subject(word)):
        lemma = words.verb(word.lower)
        if lemma is not None:
            yield from _phrasal(tree, word, lemma)
            if lemma in words.verbs:
                yield words.verbs[lemma], word.at
    if word.lower in words.adjectives and word.dep in {
        "acomp",
        "ROOT",
        "conj",
        "ccomp",
        "amod",
        "advcl",
        "oprd",
        "relcl",
        "xcomp",
        "pcomp",
        "acl",
    }:
        yield words.adjectives[word.lower], word.at


def _phrasal(tree: Tree, word: Word, lemma: str) -> Iterator[tuple[Entry, int]]:
    for rest in lexicon().phrasal.get(lemma, ()):
        last = word.at
        for part in rest:
            last = next((at for at in range(last + 1, last + 4) if tree.lower(at) == part), -1)
            if last < 0:
                break
        if last > 0:
            yield lexicon().verbs["_".join((lemma, *rest))], last


def _cue(tree: Tree, word: Word, entry: Entry, last: int) -> Cue | None:
    found = [
        (frame, one) for frame, find in COMPLEMENTS.items() if (one := _found(find, frame, tree, word, entry, last))
    ]
    if not found:
        return None
    frame, (start, attitude, hearer) = found[0]
    if frame not in {
        "quotation",
        "as",
        "object",
    }:  # the parser mixes up complements of complements: the first is the verb's
        frame, (start, attitude, hearer) = min(found, key=lambda one: (one[0] == "object", one[1][0]))
    end = content_end(tree, _governor(tree, word), start)
    if frame in PHRASES:
        end = phrase_end(tree, _governor(tree, word), start, end)
    span = trim(tree, start, quotation_end(tree, start, end) if frame == "quotation" else end)
    if span is None or (span[0] < last and frame != "as") or _is_merged(tree, word, frame):
        return None
    return _told(tree, word, entry, Cue(word.at, _words(tree, word, last), None, span, attitude, frame), hearer)


def _is_merged(tree: Tree, word: Word, frame: Frame) -> bool:
    """ "Wished to stress" is one cue, and the next verb's."""
    after = tree.child(word, "xcomp")
    if frame not in {"infinitive", "order"} or after is None or after.at < word.at:
        return False
    if lexicon().verb(after.lower) not in lexicon().lists["telling verbs"]:
        return False
    lemma = lexicon().verb(after.lower)
    return _words(tree, after, after.at)[0] == word.at and (lemma in lexicon().verbs or lemma in lexicon().phrasal)


def _governor(tree: Tree, word: Word) -> Word:
    """What governs the content: the copula of an adjective, where the parser hangs the complement on it."""
    head = tree.head(word)
    if word.dep in {"acomp", "oprd"} and head is not None and head.at < word.at:
        return head
    return word


Found = tuple[int, Attitude, int | None] | None
"""Where a content starts, its attitude, and the place of a hearer who stands between cue and content."""
Finder = Callable[[Tree, Word, Entry, int], Found]


def _found(find: Finder, frame: Frame, tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    return find(tree, word, entry, last) if frame == "preposition" or frame in entry.takes else None


def _clause(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    that = _that_after(tree, word, last)
    if that is not None:
        return that + 1, entry.takes["clause"], _hearer_between(tree, word, entry, that)
    for child in _complements(tree, word, "ccomp"):
        if child.at < last or not tree.is_finite(child) or _is_question(tree, child) or _is_inverted(tree, word, child):
            continue
        start = max(tree.left(child), last + 1)
        if "question" in entry.takes and tree.lower(start) in QUESTION_WORDS:
            continue
        mark = tree.child(child, "mark")
        if mark is not None and mark.lower == "that" and mark.at >= start:
            start = mark.at + 1
        elif _begins_with_object(tree, word, entry, last, start):
            start = last + 1
        elif (
            tree.lower(start) == "that"
            and start == last + 1
            and not tree.lower(start + 1).startswith(("is", "was", "would"))
        ):
            start += 1
        return start, entry.takes["clause"], _hearer_between(tree, word, entry, start)
    return _hidden_clause(tree, word, entry, last)


def _begins_with_object(tree: Tree, word: Word, entry: Entry, last: int, start: int) -> bool:
    """ "Replied ship he had seen did not …": without "that", what a clause is about is taken for an object."""
    about = tree.child(word, "dobj")
    is_right_after = about is not None and tree.left(about) == last + 1 < start and about.tag[:2] == "NN"
    return is_right_after and entry.hearer != "object"


def _hidden_clause(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    """ "Told me at the end of the session he had come …": a clause that the parser hung on the noun before it."""
    if lexicon().verb(word.lower) not in lexicon().lists["telling verbs"]:
        return None
    for child in tree.words[last + 1 : tree.right(word) + 1]:
        subject = tree.child(child, "nsubj", "nsubjpass")
        if child.dep != "relcl" or subject is None or subject.tag != "PRP" or not tree.is_finite(child):
            continue
        noun = tree[child.head]
        outside = noun.dep == "pobj" and tree[noun.head].head == word.at
        if outside and tree.left(child) == subject.at and tree.child(child, "dobj", "mark") is not None:
            return subject.at, entry.takes["clause"], _hearer_between(tree, word, entry, subject.at)
    return None


def _is_inverted(tree: Tree, word: Word, child: Word) -> bool:
    """ "…, said X, …": what stands before the verb is the content, and another rule's."""
    return tree.left(child) < word.at and child.at < word.at


def _that_after(tree: Tree, word: Word, last: int) -> int | None:
    """The place of a "that" which opens the content, at once or after hearer, adverbs or an aside."""
    for at in range(last + 1, min(len(tree), last + 14)):
        here = tree[at]
        if here.lower == "that" and here.tag in {"IN", "WDT", "DT", "RB"}:
            return at if _opens_clause(tree, here, word) and tree.lower(at - 1) not in {"and", "but"} else None
        if here.tag in {"VBD", "VBZ", "VBP", "MD", "VB", "TO"} and not _is_aside(tree, here):
            return None
        if here.text in {";", ":"}:
            return None
    return None


def _is_aside(tree: Tree, verb: Word) -> bool:
    return verb.dep in {"parataxis", "aux"} and "," in {tree.lower(verb.at - 1), tree.lower(verb.at - 2)}


def _opens_clause(tree: Tree, that: Word, word: Word) -> bool:
    head = tree.head(that)
    if that.tag == "IN" and that.dep in {"dobj", "nsubj", "nsubjpass"}:
        return True
    if that.dep in {"det", "nsubj", "dobj", "pobj", "nsubjpass"} and that.tag == "DT":
        return False
    if head is None or head.at < that.at:
        return False
    if head.dep in {"relcl", "acl"}:
        noun = tree.head(head)
        return noun is None or noun.at <= word.at or (that.dep == "mark" and not _has_content(tree, noun, word))
    return word.at in {ancestor.at for ancestor in tree.ancestors(head)}


def _has_content(tree: Tree, noun: Word, word: Word) -> bool:
    """Whether a "that" opens the content of a noun, and not of the verb before: "inferred from his words that"."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    return lexicon().noun(noun.lower) is not None and not (prep is not None and prep.head == word.at)


def _question(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in _complements(tree, word, "ccomp", "advcl", "xcomp", "pcomp", "dobj"):
        start = max(tree.left(child), last + 1)
        if child.at <= last or any(tree[at].text == ":" for at in range(last + 1, start)):
            continue
        first = tree.lower(start)
        if first in QUESTION_WORDS and (tree.is_finite(child) or tree.is_infinitive(child) or child.tag in VERB_TAGS):
            hearer = _hearer_between(tree, word, entry, start)
            return start + (first in {"whether", "if"}), entry.takes["question"], hearer
    return None


def _is_question(tree: Tree, child: Word) -> bool:
    return tree.lower(tree.left(child)) in {"whether", "if"}


def _quotation(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    """Quotation marks that open after the verb, its hearer and a comma or colon."""
    for at in range(last + 1, min(len(tree), last + 9)):
        if tree[at].text in OPENING or (tree[at].text in STRAIGHT and _opens(tree, at)):
            before = tree.lower(at - 1)
            if before in {",", ":"} or at == last + 1 or _is_hearer(tree, word, entry, at - 1):
                return at + 1, entry.takes["quotation"], _hearer_between(tree, word, entry, at)
            return None
        if tree[at].tag in VERB_TAGS | {"MD", "IN"} and tree[at].lower not in {"to", "of"}:
            return None
    return None


def _opens(tree: Tree, at: int) -> bool:
    return sum(word.text in STRAIGHT for word in tree.words[:at]) % 2 == 0


def _is_hearer(tree: Tree, word: Word, entry: Entry, at: int) -> bool:
    return entry.hearer != "none" and any(tree.right(child) == at for child in tree.children(word, *OBJECTS, "prep"))


def _infinitive(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in _complements(tree, word, "xcomp", "ccomp", "advcl"):
        is_promised = entry.hearer == "object" and entry.takes["infinitive"] == "commit"
        subject = tree.child(child, "nsubj")
        if child.at <= last or child.tag not in {"VB", "VBN", "JJ", "NN"} or (subject and not is_promised):
            continue
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        heard = None if to is None else object_before(tree, word, to.at) or subject
        if to is not None and to.at > last and (heard is None or is_promised):
            return _negation_before(tree, to.at, last), entry.takes["infinitive"], heard.at if heard else None
        if to is None and _is_bare_infinitive(tree, child, last):
            return child.at, entry.takes["infinitive"], None
    return None


def _is_bare_infinitive(tree: Tree, child: Word, last: int) -> bool:
    """ "Planned see him": telegrams leave out "to"."""
    return child.tag == "VB" and child.dep == "xcomp" and child.at == last + 1 and not tree.is_finite(child)


def _negation_before(tree: Tree, at: int, last: int) -> int:
    return at - 1 if at - 1 > last and tree.lower(at - 1) == "not" else at


def _order(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in _complements(tree, word, "xcomp", "ccomp", "advcl"):
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        if _is_bare_order(tree, word, child):
            told = object_before(tree, word, child.at) if entry.hearer != "none" else None
            return child.at, entry.takes["order"], told.at if told else None
        if to is None or to.at <= last or tree.is_finite(child) or tree.lower(to.at - 1) in QUESTION_WORDS:
            continue
        other = tree.child(child, "nsubj", "nsubjpass") or object_before(tree, word, to.at)
        if tree.is_passive(word) and other is None:
            return (to.at, entry.takes["order"], None) if agent_of(tree, word) else None
        if other is not None and other.at > word.at:
            start = to.at if entry.hearer != "none" else tree.left(other)
            hearer = other.at if entry.hearer != "none" else None
            return max(_negation_before(tree, start, last), last + 1), entry.takes["order"], hearer
    return None


def _is_bare_order(tree: Tree, word: Word, child: Word) -> bool:
    """ "Asked me convey": telegrams leave out the "to" of what somebody is to do."""
    hearer = object_before(tree, word, child.at)
    bare = child.dep in {"xcomp", "ccomp"} and child.tag in {"VB", "VBP"} and tree.left(child) == child.at
    return bare and hearer is not None and tree.right(hearer) + 1 == child.at


def _gerund(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    child = tree.child(word, "xcomp")
    if child is not None and child.tag == "VBG" and child.at > last:
        return max(tree.left(child), last + 1), entry.takes["gerund"], None
    return None


def _object(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    if tree.is_passive(word) or (word.tag == "VBN" and word.dep in {"acl", "amod"}) or _is_mere_purpose(tree, word):
        return None
    for child in tree.children(word, "dobj"):
        start = max(tree.left(child), last + 1)
        if child.at > last and is_propositional(tree, child, start):
            return start, entry.takes["object"], None
    return None


def _is_mere_purpose(tree: Tree, word: Word) -> bool:
    """ "Attempted to review the talks": an infinitive with an object tells what was to be done, not what was said."""
    head = tree.head(word)
    return tree.is_infinitive(word) and not (head is not None and word.dep == "xcomp" and _is_before(word, head))


def is_propositional(tree: Tree, noun: Word, start: int) -> bool:
    """Whether a noun phrase can be a content: more than a pronoun, a name or a bare noun."""
    if noun.lower in EMPTY or noun.tag in {"PRP", "DT", "WP", "WDT"} or tree.lower(start) in QUESTION_WORDS:
        return False
    return any(
        child.dep in {"prep", "acl", "relcl", "amod", "compound", "poss", "nmod"} for child in tree.children(noun)
    )


def _as(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    prep = next(
        (child for child in tree.children(word, "prep", "mark") if child.lower == "as" and child.at > last), None
    )
    if prep is None or tree.right(prep) == prep.at:
        return None
    if tree.is_passive(word):
        subject = tree.subject(word)
        return None if subject is None or not agent_of(tree, word) else (tree.left(subject), entry.takes["as"], None)
    found = object_before(tree, word, prep.at)
    return None if found is None else (max(tree.left(found), last + 1), entry.takes["as"], None)


def _small(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in _complements(tree, word, "ccomp", "dobj", "oprd", "xcomp"):
        start = max(tree.left(child), last + 1)
        if child.at <= last or tree.is_finite(child):
            continue
        has_subject = tree.child(child, "nsubj", "nsubjpass") is not None
        named = child.dep == "dobj" and (tree.child(child, "appos") or tree.child(word, "oprd"))
        if (
            (child.dep == "ccomp" and has_subject and entry.takes["small"] != "say")
            or named
            or (child.dep == "oprd" and not tree.is_passive(word))
        ):
            return start, entry.takes["small"], None
        if child.dep == "xcomp" and child.tag in {"JJ", "JJR"} and not tree.is_passive(word):
            return start, entry.takes["small"], None
    return None


def _preposition(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    takes = entry.prepositions
    preps = [*tree.children(word, "prep", "agent", "prt"), *tree.children(_governor(tree, word), "prep", "agent")]
    if entry.hearer == "object":
        preps += [prep for told in tree.children(word, *OBJECTS) for prep in tree.children(told, "prep")]
    for prep in preps:
        if prep.lower not in takes or prep.at <= word.at:
            continue
        pobj = tree.child(prep, "pobj", "pcomp")
        start = prep.at + 1
        if pobj is None or (pobj.lower in EMPTY and tree.right(pobj) == pobj.at) or start <= last:
            continue
        return start, takes[prep.lower], _hearer_between(tree, word, entry, prep.at)
    return None


COMPLEMENTS: dict[Frame, Finder] = {
    "quotation": _quotation,
    "clause": _clause,
    "order": _order,
    "question": _question,
    "infinitive": _infinitive,
    "as": _as,
    "small": _small,
    "gerund": _gerund,
    "preposition": _preposition,
    "object": _object,
}
"""The complements in the order in which they are looked for."""


def _complements(tree: Tree, word: Word, *deps: str) -> list[Word]:
    return tree.children(word, *deps) + [
        child for child in tree.children(_governor(tree, word), *deps) if child.at > word.at and child.head != word.at
    ]


def _hearer_between(tree: Tree, word: Word, entry: Entry, start: int) -> int | None:
    """The place of the person spoken to, between the verb and the content that starts at `start`."""
    if entry.hearer in {"none", "particle"}:
        return None
    for child in tree.children(word, *OBJECTS, "nsubj"):
        if word.at < child.at < start and entry.hearer in {"object", "of"} and child.tag[:2] in {"PR", "NN"}:
            return child.at
    for prep in tree.children(word, "prep", "dative"):
        pobj = tree.child(prep, "pobj")
        if (
            prep.lower in {"to", "with", "for", "of"}
            and prep.lower in {entry.hearer, "to"}
            and pobj is not None
            and prep.at < start
        ):
            return pobj.at
    return None


def _told(tree: Tree, word: Word, entry: Entry, cue: Cue, hearer: int | None) -> Cue | None:
    """The cue with its source and hearer, or None where nobody can be its source."""
    hearers = () if hearer is None else (hearer,)
    is_adjective = word.lower in lexicon().adjectives and lexicon().adjectives[word.lower] is entry
    if is_adjective:
        bearer = tree.head(word) if word.dep in {"acomp", "oprd"} else word
        source = subject_of(tree, bearer) if bearer is not None else None
        negated = bearer is not None and tree.is_negated(bearer)
        return None if _is_nobody(source) else replace(cue, source=source.at if source else None, negated=negated)
    if tree.is_passive(word) or (word.tag == "VBN" and word.dep == "acl") or _is_participle_in_passive(tree, word):
        return _told_in_passive(tree, word, entry, cue)
    source = _teller(tree, word) or subject_of(tree, word)
    if _is_nobody(source):
        return None
    participle = word.dep in {"acl", "advcl"} and word.tag == "VBG"
    return replace(
        cue, source=source.at if source else None, hearers=hearers, negated=tree.is_negated(word), participle=participle
    )


def _is_participle_in_passive(tree: Tree, word: Word) -> bool:
    """ "Asked by her counsel what she would say, Ines Tor …"."""
    alone = not tree.children(word, "aux", "nsubj")
    return word.tag == "VBN" and word.dep == "advcl" and alone and agent_of(tree, word) is not None


def _teller(tree: Tree, word: Word) -> Word | None:
    """The subject of the verb of telling that a participle goes on from ("said that …, adding that …"), or of what
    makes one cue with the word ("permitted me to understand")."""
    head = tree.head(word)
    if word.dep == "xcomp" and head is not None and lexicon().verb(head.lower) in lexicon().lists["before given"]:
        return subject_of(tree, head) if _is_before(word, head) else None
    if word.tag != "VBG" or word.dep != "advcl" or lexicon().verb(word.lower) not in lexicon().lists["telling verbs"]:
        return None
    for verb in tree.ancestors(word):
        if lexicon().verb(verb.lower) in lexicon().lists["telling verbs"] and verb.tag == "VBD":
            return subject_of(tree, verb)
    return None


def _told_in_passive(tree: Tree, word: Word, entry: Entry, cue: Cue) -> Cue | None:
    agent = agent_of(tree, word)
    subject = tree.subject(word)
    impersonal = subject is not None and (subject.lower in {"it", "there"} or subject.dep == "expl")
    if agent is None and not impersonal and (cue.frame not in {"clause", "question"} or entry.hearer != "object"):
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


def _words(tree: Tree, word: Word, last: int) -> tuple[int, int]:
    """The cue's words: with the copula of an adjective, and with "wished to", "went on to" before a verb."""
    first = word.at
    head = tree.head(word)
    if word.dep in {"acomp", "oprd"} and head is not None and head.at < word.at and word.at - head.at < 5:
        first = head.at
    elif word.lower in lexicon().adjectives and (aux := tree.child(word, "auxpass")) is not None and aux.at < word.at:
        first = aux.at
    elif word.dep == "xcomp" and head is not None and _is_before(word, head):
        first = head.at
    return first, max(last, word.at)


def _is_before(word: Word, head: Word) -> bool:
    words = lexicon()
    lemma = words.verb(head.lower)
    if lemma in words.lists["before given"] and words.verb(word.lower) in words.lists["before given_to"]:
        return True
    near = 0 < word.at - head.at < 5
    return near and lemma in words.lists["before verbs"] and words.verb(word.lower) not in {"be", "have"}
