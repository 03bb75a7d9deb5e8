"""Nouns as cues: "Kennedy's assurances that …", "made the assumption that …", "expressed concern about …"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fonds.diplomatics.statements.complement import EMPTY, QUESTION_WORDS
from fonds.diplomatics.statements.cue import Cue, Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.noun_complements import is_propositional
from fonds.diplomatics.statements.spans import OPENING, STRAIGHT, content_end, phrase_end, trim
from fonds.diplomatics.statements.subjects import agent_of, subject_of
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import country_words
from fonds.record import Attitude

_GAPS = {"nsubj", "dobj", "nsubjpass", "pobj"}
"""What a relative "that" is in its clause; the one that opens a content is none of them."""

_NO_CONTENT = {("in", "position"), ("at", "request"), ("in", "order")}
"""Phrases after which an infinitive is nobody's: "was in a position to", "called at his request to", "in order to"."""

Found = tuple[int, int, Attitude, Frame] | None
"""Where a content starts and ends, its attitude, and how it hangs on the noun."""


def nominal_cues(tree: Tree) -> Iterator[Cue]:
    """The nouns of the sentence that carry a content which is somebody's."""
    words = lexicon()
    for noun in tree:
        lemma = words.noun(noun.lower) if noun.tag in {"NN", "NNS"} else None
        if lemma is not None:
            cue = _cue(tree, noun, words.nouns[lemma])
            if cue is not None:
                yield cue


def _cue(tree: Tree, noun: Word, entry: Entry) -> Cue | None:
    told = _told_in_passive(tree, noun, entry)
    if told is not None:
        return told
    verb = light_verb(tree, noun)
    for find in (_clause, _infinitive, _equation, _quotation, _as_to, _preposition, _question):
        found = find(tree, noun, entry, verb)
        if found is None:
            continue
        start, end, attitude, frame = found
        if frame in {"infinitive", "preposition"}:
            end = phrase_end(tree, noun, start, end)
        span = trim(tree, start, end)
        if span is None or span[0] <= noun.at:
            return None
        return _sourced(tree, noun, verb, Cue(noun.at, _words(noun, verb), None, span, attitude, frame, noun=True))
    return None


def light_verb(tree: Tree, noun: Word) -> Word | None:
    """The verb with which the noun is one cue: "made the assumption"."""
    head = tree.head(noun)
    if head is not None and noun.dep == "conj" and head.tag[:2] == "NN":
        return light_verb(tree, head)
    if head is None or noun.dep not in {"dobj", "attr"} or head.at > noun.at:
        return None
    lemma = lexicon().verb(head.lower)
    return head if lemma in lexicon().lists["light verbs"] and not tree.is_passive(head) else None


def _passive_verb(tree: Tree, noun: Word) -> Word | None:
    """The verb in the passive with which the noun is one cue: "assurances were given by him that …"."""
    of = tree.head(noun) if noun.dep == "pobj" else None
    subject = tree.head(of) if of is not None and of.lower == "of" else noun
    verb = tree.head(subject) if subject is not None and subject.dep == "nsubjpass" else None
    return verb if verb is not None and lexicon().verb(verb.lower) in lexicon().lists["light verbs"] else None


def _told_in_passive(tree: Tree, noun: Word, entry: Entry) -> Cue | None:
    verb, attitude = _passive_verb(tree, noun), entry.takes.get("clause")
    if verb is None or attitude is None:
        return None
    for child in tree.children(verb, "ccomp", "advcl"):
        mark = tree.child(child, "mark")
        if mark is not None and mark.lower == "that" and mark.at > verb.at:
            span = trim(tree, mark.at + 1, content_end(tree, verb, mark.at + 1))
            cue = Cue(noun.at, (noun.at, verb.at), None, span or (0, 0), attitude, "clause", noun=True)
            return _with(cue, agent_of(tree, verb)) if span is not None else None
    return None


def _words(noun: Word, verb: Word | None) -> tuple[int, int]:
    if verb is not None and noun.at - verb.at < 7:
        return verb.at, noun.at
    return noun.at, noun.at


def _clause(tree: Tree, noun: Word, entry: Entry, verb: Word | None) -> Found:
    attitude = entry.takes.get("clause")
    if attitude is None:
        return None
    that = next((at for at in (noun.at + 1, noun.at + 2) if tree.lower(at) == "that"), None)
    if that == noun.at + 2 and tree[noun.at + 1].tag[:2] == "VB":
        return None
    if that == noun.at + 1 and tree[that].tag == "DT" and verb is not None:
        return that + 1, content_end(tree, verb, that + 1), attitude, "clause"
    for child in [
        *tree.children(noun, "acl", "ccomp", "relcl", "appos"),
        *_hung_above(tree, noun, that),
        *(tree.children(verb, "ccomp") if verb else []),
    ]:
        if child.at <= noun.at or not (tree.is_finite(child) or that is not None):
            continue
        start = _clause_start(tree, noun, child, that, has_verb=verb is not None)
        if start is not None:
            return start, _end(tree, noun, start), attitude, "clause"
    return None


def _hung_above(tree: Tree, noun: Word, that: int | None) -> list[Word]:
    """ "Closed with the remark that …": the clause that the parser hung on the verb, where that takes none."""
    if that != noun.at + 1 or tree[that].dep != "mark":
        return []
    clause = tree[tree[that].head]
    verb = tree.head(clause)
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "") if verb is not None else None
    is_above = verb is not None and verb.at in {up.at for up in tree.ancestors(noun)}
    return [clause] if is_above and (entry is None or "clause" not in entry.takes) else []


def _clause_start(tree: Tree, noun: Word, child: Word, that: int | None, *, has_verb: bool) -> int | None:
    """Where the clause begins that a noun's child is the verb of, if it is the noun's content."""
    mark = tree.child(child, "mark")
    if mark is not None and mark.lower == "that" and mark.at > noun.at:
        return mark.at + 1
    if child.dep in {"relcl", "acl"} and that is not None and tree[that].dep not in _GAPS:
        return that + 1
    if has_verb and child.dep == "relcl" and _is_bare_clause(tree, noun, child):
        return tree.left(child)
    return max(tree.left(child), noun.at + 1) if has_verb and child.dep == "ccomp" else None


def _is_bare_clause(tree: Tree, noun: Word, child: Word) -> bool:
    """ "Expressed suspicion we were merely stalling": a clause without "that" that lacks no object."""
    subject = tree.child(child, "nsubj", "nsubjpass")
    is_whole = tree.child(child, "dobj", "ccomp", "acomp", "attr") is not None
    bare = tree.child(noun, "det", "poss") is None or is_whole
    return bare and subject is not None and subject.tag not in {"WDT", "WP"} and tree.left(child) == noun.at + 1


def _infinitive(tree: Tree, noun: Word, entry: Entry, verb: Word | None) -> Found:
    attitude = entry.takes.get("infinitive")
    if attitude is None:
        return None
    above = tree.head(noun)
    before = {tree.lower(noun.at - 1), above.lower if above is not None else ""}
    if any((word, noun.lower) in _NO_CONTENT for word in before):
        return None
    after = tree.next(noun)
    heads = [*tree.children(noun, "acl", "relcl", "xcomp"), *(tree.children(verb, "xcomp", "advcl") if verb else [])]
    if after is not None and after.lower == "to" and after.dep == "aux":
        heads.append(tree[after.head])
    for child in heads:
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        if to is not None and 0 < to.at - noun.at < 9 and not tree.is_finite(child):
            return to.at, max(tree.right(child), to.at), attitude, "infinitive"
    return None


def _equation(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    """ "The American view is that …", "his position was to …", "it is the view of the Embassy that …"."""
    be = tree.head(noun)
    if be is None or lexicon().verb(be.lower) != "be" or not (noun.dep == "nsubj" or _is_what_it_is(tree, noun, be)):
        return None
    for child in tree.children(be, "ccomp", "xcomp", "advcl"):
        if (
            child.at > max(be.at, noun.at)
            and "clause" in entry.takes
            and (mark := tree.child(child, "mark"))
            and mark.lower == "that"
        ):
            return mark.at + 1, content_end(tree, be, mark.at + 1), entry.takes["clause"], "clause"
        if noun.dep == "nsubj" and "clause" in entry.takes and _is_bare(tree, be, child):
            return be.at + 1, content_end(tree, be, be.at + 1), entry.takes["clause"], "clause"
        if child.at > max(be.at, noun.at) and "infinitive" in entry.takes and tree.is_infinitive(child):
            return tree.left(child), content_end(tree, be, child.at), entry.takes["infinitive"], "infinitive"
    return None


def _is_bare(tree: Tree, be: Word, clause: Word) -> bool:
    """ "His impression is ship would sail": a clause without "that" right after the verb."""
    is_whole = clause.dep == "ccomp" and tree.is_finite(clause) and tree.subject(clause) is not None
    return is_whole and tree.left(clause) == be.at + 1 and tree[be.at + 1].tag not in {"WP", "WRB", "WDT"}


def _is_what_it_is(tree: Tree, noun: Word, be: Word) -> bool:
    subject = tree.child(be, "nsubj")
    return noun.dep == "attr" and subject is not None and subject.lower == "it"


def _quotation(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    if "quotation" not in entry.takes:
        return None
    for at in (noun.at + 1, noun.at + 2):
        opening = tree[at].text if at < len(tree) else ""
        if opening in OPENING | STRAIGHT and (at == noun.at + 1 or tree.lower(at - 1) in {",", ":"}):
            closing = next((end for end in range(at + 1, len(tree)) if tree[end].text in {"”", '"'}), len(tree) - 1)
            return (at + 1, closing, entry.takes["quotation"], "quotation") if closing - at > 3 else None
    return None


def _preposition(tree: Tree, noun: Word, entry: Entry, verb: Word | None) -> Found:
    takes = entry.prepositions
    feeling = verb is not None and lexicon().verb(verb.lower) in lexicon().lists["light feeling"]
    after = [prep for prep in tree.children(verb, "prep") if feeling or prep.at == noun.at + 1] if verb else []
    preps = [*tree.children(noun, "prep"), *after]
    for prep in sorted(preps, key=lambda prep: prep.lower == "of"):
        attitude = takes.get(prep.lower)
        if attitude is None or prep.at <= noun.at or (_is_feeling(takes) and not feeling):
            continue
        if prep.lower == "on" and attitude == "say" and verb is None:
            continue  # "his statement on Berlin" tells a topic, "he made a statement on …" that he spoke of it
        inner = tree.child(prep, "pobj", "pcomp")
        if (
            inner is None
            or (inner.lower in EMPTY and tree.right(inner) == inner.at)
            or tree.lower(prep.at + 1) in QUESTION_WORDS
        ):
            continue
        if (
            prep.lower == "of"
            and not _is_feeling(takes)
            and inner.tag != "VBG"
            and not is_propositional(tree, inner, prep.at + 1)
        ):
            continue
        return prep.at + 1, max(tree.right(prep), tree.right(inner)), attitude, "preposition"
    return None


def _as_to(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    """ "His query as to whether …": the parser hangs "as" on the verb as often as on the noun."""
    if "as_to" not in entry.takes or (tree.lower(noun.at + 1), tree.lower(noun.at + 2)) != ("as", "to"):
        return None
    to = tree[noun.at + 2]
    start = to.at + 1 + (tree.lower(to.at + 1) in {"whether", "if"})
    return start, tree.right(to), entry.takes["as_to"], "preposition"


def _is_feeling(takes: dict[str, Attitude]) -> bool:
    """Whether a noun names a feeling about something, which is a cue only where somebody expresses it."""
    return "over" in takes


def _question(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    attitude = entry.takes.get("question")
    if attitude is None or tree.lower(noun.at + 1) not in QUESTION_WORDS:
        return None
    start = noun.at + 1 + (tree.lower(noun.at + 1) in {"whether", "if"})
    return start, _end(tree, noun, start), attitude, "question"


def _end(tree: Tree, noun: Word, start: int) -> int:
    """A clause reaches as far as its noun; where the parser cut the noun short, as far as the clause's own verb."""
    verb = next((tree[w.head] for w in tree.words[start - 1 : start] if w.dep == "mark"), None)
    right = max(tree.right(noun), tree.right(verb) if verb is not None else 0)
    governor = verb if verb is not None and tree.right(verb) == right else noun
    return max(min(right, content_end(tree, governor, start)), start)


def _sourced(tree: Tree, noun: Word, verb: Word | None, cue: Cue) -> Cue | None:
    """The cue with its source: the owner before the noun, the subject of its verb, or who it is "of" or "by"."""
    poss = tree.child(noun, "poss")
    if verb is not None and lexicon().noun(noun.lower) in lexicon().lists["light heard"]:
        return replace(_with(cue, subject_of(tree, verb)), hearers=() if poss is None else (poss.at,))
    if poss is not None:
        return replace(_with(cue, poss), giver=_giver(tree, verb) if poss.tag[:2] == "NN" else None)
    if verb is not None:
        return _sourced_by_verb(tree, noun, verb, cue)
    owner = _owner(tree, noun, cue)
    return _with(cue, owner or _holder(tree, noun, cue))


def _sourced_by_verb(tree: Tree, noun: Word, verb: Word, cue: Cue) -> Cue | None:
    """The cue of a noun with a verb: its source is the verb's subject, unless that passes on what is another's."""
    subject, giver = subject_of(tree, verb), _giver(tree, verb)
    owner = _owner(tree, noun, cue) if subject is not None else None
    if owner is not None and (giver is not None or (cue.attitude == "feel" and owner.tag == "NNP")):
        return replace(_with(cue, owner), giver=giver)
    if subject is None:
        return _with(cue, None)
    is_nobody = subject.lower in lexicon().lists["people not_sources"] or subject.at == noun.at
    return None if is_nobody else _with(cue, subject, negated=tree.is_negated(verb))


def _giver(tree: Tree, verb: Word | None) -> int | None:
    """The place of who passes on what may be another's: "conveyed the King's thanks", "expressed Halvern concern"."""
    if verb is None or lexicon().verb(verb.lower) not in lexicon().lists["light passing"]:
        return None
    subject = subject_of(tree, verb)
    is_somebody = subject is not None and subject.lower not in lexicon().lists["people not_sources"]
    return subject.at if subject is not None and is_somebody else None


def _holder(tree: Tree, noun: Word, cue: Cue) -> Word | None:
    """ "Was of the opinion that", "left in the hope that": the subject of what the noun is said with."""
    prep = tree.head(noun)
    if prep is None or noun.dep != "pobj" or prep.lower not in {"in", "of", "under", "on", "with", "from"}:
        return None
    verb = tree.head(prep)
    is_held = lexicon().noun(noun.lower) in lexicon().lists["light held"]
    is_held = is_held or (prep.lower == "with" and cue.frame == "clause" and cue.attitude == "say")
    if verb is None or verb.tag[:2] != "VB" or not is_held or cue.frame not in {"clause", "infinitive", "preposition"}:
        return None
    subject = subject_of(tree, verb)
    return subject if subject is not None and subject.lower not in lexicon().lists["people not_sources"] else None


def _owner(tree: Tree, noun: Word, cue: Cue) -> Word | None:
    for prep in tree.children(noun, "prep", "agent"):
        pobj = tree.child(prep, "pobj")
        if prep.lower in {"of", "by", "from"} and pobj is not None and not cue.content[0] <= pobj.at <= cue.content[1]:
            return pobj
    adjectives = tree.children(noun, "amod", "compound", "nmod")
    return next((word for word in reversed(adjectives) if _is_owner(word) and word.at < noun.at), None)


def _is_owner(word: Word) -> bool:
    """Whether a word before a noun is a name, "the Halvern proposal", but not "Firm intention" at the head of one."""
    return word.text[:1].isupper() and (word.at > 0 or word.lower in country_words())


def _with(cue: Cue, source: Word | None, *, negated: bool = False) -> Cue:
    at = source.at if source is not None else None
    return Cue(cue.head, cue.words, at, cue.content, cue.attitude, cue.frame, negated=negated, noun=True)
