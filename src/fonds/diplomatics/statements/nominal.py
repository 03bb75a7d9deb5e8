"""Nouns as cues: "Kennedy's assurances that …", "made the assumption that …", "expressed concern about …"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fonds.diplomatics.statements.complement import EMPTY, QUESTION_WORDS
from fonds.diplomatics.statements.cue import Cue, Frame
from fonds.diplomatics.statements.infinite_complements import negation_before
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.noun_complements import is_propositional
from fonds.diplomatics.statements.noun_sources import sourced, teller_after, with_source
from fonds.diplomatics.statements.spans import OPENING, STRAIGHT, content_end, phrase_end, trim
from fonds.diplomatics.statements.subjects import agent_of
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Attitude

_TOPICAL = {"on", "about", "regarding", "concerning"}
"""Prepositions that tell a mere topic after a noun of saying that nobody is told to say."""

_GAPS = {"nsubj", "dobj", "nsubjpass", "pobj"}
"""What a relative "that" is in its clause; the one that opens a content is none of them."""

_RELATIVE = {"WDT", "WP", "WP$", "WRB"}
"""The tags of what opens a relative clause."""

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
            if cue is not None and cue.giver is not None:
                yield from _passed_on(tree, noun, cue)
            elif cue is not None:
                yield cue


def _passed_on(tree: Tree, noun: Word, cue: Cue) -> Iterator[Cue]:
    """ "Conveyed the King's thanks for it": what somebody says, and in it what another feels."""
    verb, said = light_verb(tree, noun), trim(tree, tree.left(noun), cue.content[1])
    if verb is not None and said is not None:
        yield Cue(verb.at, (verb.at, verb.at), cue.giver, said, "say", "object", negated=tree.is_negated(verb))
    yield replace(cue, words=(noun.at, noun.at), giver=None)


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
            end = _before_next(tree, noun, start, phrase_end(tree, noun, start, end))
        span = trim(tree, start, end)
        if span is None or span[0] <= noun.at:
            return None
        return sourced(tree, noun, verb, Cue(noun.at, _words(noun, verb), None, span, attitude, frame, noun=True))
    return None


def _before_next(tree: Tree, noun: Word, start: int, end: int) -> int:
    """ "His thanks for the aid as well as his hopes for more": a content ends before the same owner's next noun."""
    poss = tree.child(noun, "poss")
    if poss is None:
        return end
    for word in tree.words[start : end + 1]:
        own = tree.child(word, "poss") if word.tag in {"NN", "NNS"} and lexicon().noun(word.lower) else None
        first = tree.left(word) - 1
        if own is not None and own.tag == "PRP$" and tree[first].dep == "cc" and word.dep == "conj":
            return first - 1 if tree.lower(first - 1) not in {"well", "as"} else first - 3
    return end


def light_verb(tree: Tree, noun: Word) -> Word | None:
    """The verb with which the noun is one cue: "made the assumption"."""
    head = tree.head(noun)
    if head is not None and noun.dep == "conj" and head.tag[:2] == "NN":
        return light_verb(tree, head)
    if head is None or noun.dep not in {"dobj", "attr"} or head.at > noun.at:
        return None
    lemma, words = lexicon().verb(head.lower), lexicon()
    is_stressed = lemma in words.lists["light stressing"] and tree.child(noun, "poss") is None
    is_light = lemma in words.lists["light verbs"] or is_stressed
    return head if is_light and not tree.is_passive(head) and tree.lower(head.at + 1) != "that" else None


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
            return with_source(cue, agent_of(tree, verb)) if span is not None else None
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
    teller = teller_after(tree, noun)
    for child in [
        *tree.children(noun, "acl", "ccomp", "relcl", "appos"),
        *_hung_above(tree, noun, that),
        *(tree.children(verb, "ccomp") if verb else []),
        *(tree.children(teller, "ccomp") if teller else []),
    ]:
        if child.at <= noun.at or not (tree.is_finite(child) or that is not None) or _is_nearer(tree, noun, child):
            continue
        start = _clause_start(tree, noun, child, that, has_verb=verb is not None)
        if start is not None:
            return start, max(_end(tree, noun, start), _end_of_bare(tree, noun, child)), attitude, "clause"
    if verb is not None and that == noun.at + 1 and tree[that].tag == "IN" and tree[that].dep not in _GAPS:
        end = content_end(tree, verb, that + 1)
        return that + 1, end, attitude, "clause"  # which the parser hung elsewhere
    return None


def _end_of_bare(tree: Tree, noun: Word, clause: Word) -> int:
    """ "Expressed view Arabs would not come": where a clause ends that the parser hung on the verb before the noun."""
    is_bare = clause.dep == "ccomp" and clause.head != noun.at and tree.left(clause) == noun.at + 1
    return tree.right(clause) if is_bare else 0


def _is_nearer(tree: Tree, noun: Word, clause: Word) -> bool:
    """ "Made no comment to Tor's observation that …": whether the "that" of a clause stands at another noun."""
    mark = tree.child(clause, "mark")
    before = tree[mark.at - 1] if mark is not None and mark.lower == "that" else noun
    entry = lexicon().nouns.get(lexicon().noun(before.lower) or "") if before.tag[:2] == "NN" else None
    return before.at > noun.at and entry is not None and "clause" in entry.takes


def _hung_above(tree: Tree, noun: Word, that: int | None) -> list[Word]:
    """ "Closed with the remark that …": the clause hung on a noun above, or on a verb above that takes none."""
    if that != noun.at + 1 or tree[that].dep != "mark":
        return []
    clause = tree[tree[that].head]
    above = tree.head(clause)
    is_verb = above is not None and above.tag[:2] == "VB"
    entry = lexicon().verbs.get(lexicon().verb(above.lower) or "") if above is not None and is_verb else None
    is_above = above is not None and above.at in {up.at for up in tree.ancestors(noun)}
    return [clause] if is_above and (entry is None or "clause" not in entry.takes) else []


def _clause_start(tree: Tree, noun: Word, child: Word, that: int | None, *, has_verb: bool) -> int | None:
    """Where the clause begins that a noun's child is the verb of, if it is the noun's content."""
    mark = tree.child(child, "mark")
    if mark is not None and mark.lower == "that" and mark.at > noun.at:
        return mark.at + 1
    made = tree.child(child, "ccomp") if child.dep == "relcl" else None
    if has_verb and made is not None and tree.lower(tree.left(made)) == "that":
        return tree.left(made) + 1  # "repeated the point he had made, that …"
    if child.dep in {"relcl", "acl"} and that is not None and tree[that].dep not in _GAPS:
        return that + 1
    if has_verb and child.dep in {"relcl", "acl"} and _is_bare_clause(tree, noun, child):
        return tree.left(child)
    is_main = tree[child.head].dep == "pcomp" and that is None  # "In making his decision the King was …"
    return max(tree.left(child), noun.at + 1) if has_verb and child.dep == "ccomp" and not is_main else None


def _is_bare_clause(tree: Tree, noun: Word, child: Word) -> bool:
    """ "Expressed suspicion we were merely stalling": a clause without "that" that lacks no object."""
    subject = tree.child(child, "nsubj", "nsubjpass")
    is_whole = tree.child(child, "dobj", "ccomp", "acomp", "attr") is not None
    bare = tree.child(noun, "det", "poss") is None or is_whole
    is_relative = tree[tree.left(child)].tag in _RELATIVE or tree.lower(tree.left(child)) == "that"
    return (
        bare
        and not is_relative
        and subject is not None
        and subject.tag not in _RELATIVE
        and tree.left(child) == noun.at + 1
    )


def _infinitive(tree: Tree, noun: Word, entry: Entry, verb: Word | None) -> Found:
    attitude = entry.takes.get("infinitive")
    if attitude is None:
        return None
    above = tree.head(noun)
    before = {tree.lower(noun.at - 1), above.lower if above is not None else ""}
    if any((word, noun.lower) in _NO_CONTENT for word in before):
        return None
    after = tree.next(noun)
    teller = teller_after(tree, noun)
    above_it = [word for word in (verb, teller) if word is not None]
    heads = [
        *tree.children(noun, "acl", "relcl", "xcomp"),
        *(child for word in above_it for child in tree.children(word, "xcomp", "advcl")),
    ]
    if after is not None and after.lower == "to" and after.dep == "aux":
        heads.append(tree[after.head])
    for child in heads:
        to = next((aux for aux in tree.children(child, "aux") if aux.lower == "to"), None)
        if to is not None and 0 < to.at - noun.at < 9 and not tree.is_finite(child) and not _is_of_it(tree, child):
            return negation_before(tree, to.at, noun.at), max(tree.right(child), to.at), attitude, "infinitive"
    return None


def _is_of_it(tree: Tree, verb: Word) -> bool:
    """ "Had suggestions to make": what is done with the noun itself tells nothing of its content."""
    return tree.right(verb) == verb.at and lexicon().verb(verb.lower) in lexicon().lists["light verbs"]


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
    return _equal_noun(tree, noun, be, entry)


def _equal_noun(tree: Tree, noun: Word, be: Word, entry: Entry) -> Found:
    """ "His only concern was a good relationship", "the biggest fear was another flood": what somebody feels about."""
    equal = tree.child(be, "attr")
    is_what = noun.dep == "nsubj" and _is_feeling(entry.takes) and equal is not None and equal.tag in {"NN", "NNS"}
    if equal is None or not is_what or not is_propositional(tree, equal, tree.left(equal)):
        return None
    return tree.left(equal), content_end(tree, be, tree.left(equal)), entry.takes["over"], "preposition"


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
    teller = teller_after(tree, noun)
    is_told = verb is not None or teller is not None
    is_felt = _is_expressed(verb) or _is_expressed(teller)
    for prep in _prepositions(tree, noun, verb, teller):
        attitude = takes.get(prep.lower)
        if attitude is None or prep.at <= noun.at:
            continue
        if _is_feeling(takes) and not is_felt and not _is_own_feeling(tree, noun, prep):
            continue
        if prep.lower in _TOPICAL and attitude == "say" and not is_told:
            continue  # "his statement on Berlin" tells a topic, "he made a statement on …" that he spoke of it
        inner = tree.child(prep, "pobj", "pcomp")
        if inner is None or tree.lower(prep.at + 1) in QUESTION_WORDS or _is_no_content(tree, prep, inner, takes):
            continue
        start = prep.at + 1
        start += 2 * (tree.lower(start) in {"respect", "regard"} and tree.lower(start + 1) == "to")
        return start, max(tree.right(prep), tree.right(inner)), attitude, "preposition"
    return None


def _prepositions(tree: Tree, noun: Word, verb: Word | None, teller: Word | None) -> list[Word]:
    """The prepositions of a noun and of the verbs that tell it, those with "of" last."""
    after = [
        prep
        for prep in (tree.children(verb, "prep", "dative") if verb is not None else [])
        if prep.at == noun.at + 1 or (_is_expressed(verb) and prep.dep == "prep")
    ]
    told = [prep for prep in tree.children(teller, "prep") if prep.at > teller.at] if teller is not None else []
    own = [prep for prep in tree.children(noun, "prep", "acl") if prep.dep == "prep" or prep.lower in _TOPICAL]
    return sorted([*own, *after, *told], key=lambda prep: prep.lower == "of")


def _is_own_feeling(tree: Tree, noun: Word, prep: Word) -> bool:
    """ "Their anger over the new tax", "his interest in buying it": a feeling that nobody is told to express."""
    inner = tree.child(prep, "pobj", "pcomp")
    if noun.dep == "pobj" and tree[noun.head].lower == "in" and noun.lower == "interest":
        return False  # "in his own interest in peace"
    of = next((other for other in tree.children(noun, "prep") if other.lower == "of" and other.at < prep.at), None)
    owner = tree.child(noun, "poss") or (tree.child(of, "pobj") if of is not None else None)
    if inner is None or owner is None:
        return False
    is_lasting = prep.lower == "in" or lexicon().noun(noun.lower) in lexicon().lists["light lasting"]
    return inner.tag == "VBG" or (not is_lasting and is_propositional(tree, inner, prep.at + 1))


def _is_no_content(tree: Tree, prep: Word, inner: Word, takes: dict[str, Attitude]) -> bool:
    """Whether what a preposition governs is a mere pronoun, a date, or after "of" a mere thing."""
    is_pronoun = inner.lower in EMPTY and tree.right(inner) == inner.at
    is_date = inner.tag[:3] == "NNP" and plain(inner.text) in words_of("months")
    is_name = inner.tag == "NNP" and tree.right(inner) == inner.at and tree.child(inner, "det") is None
    is_hearer = prep.lower == "to" and is_name and takes["to"] != "feel"
    of_thing = prep.lower == "of" and takes["of"] != "feel" and inner.tag != "VBG"
    return is_pronoun or is_date or is_hearer or (of_thing and not is_propositional(tree, inner, prep.at + 1))


def _as_to(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    """ "His query as to whether …": the parser hangs "as" on the verb as often as on the noun."""
    attitude = _on_topic(entry)
    at = _past_giver(tree, noun)
    if attitude is None or (tree.lower(at), tree.lower(at + 1)) != ("as", "to"):
        return None
    to = tree[at + 1]
    start = to.at + 1 + (tree.lower(to.at + 1) in {"whether", "if"})
    return start, tree.right(to), attitude, "preposition"


def _on_topic(entry: Entry) -> Attitude | None:
    """The attitude of a noun with "as to" or "on whether": what it has with a question, a preposition or a clause."""
    takes = entry.takes
    return takes.get("as_to") or takes.get("question") or takes.get("about") or takes.get("clause")


def _past_giver(tree: Tree, noun: Word) -> int:
    """The place after a noun and who gives it: "a question from Mr. Tor | as to whether …"."""
    after = tree.next(noun)
    is_giver = after is not None and after.lower in {"from", "of", "by"} and after.dep == "prep"
    pobj = tree.child(after, "pobj") if after is not None and is_giver else None
    return noun.at + 1 if pobj is None else pobj.at + 1


def _is_feeling(takes: dict[str, Attitude]) -> bool:
    """Whether a noun names a feeling about something, which is a cue only where somebody expresses it."""
    return "over" in takes


def _is_expressed(verb: Word | None) -> bool:
    """Whether a verb is one with which a noun of feeling is a cue."""
    return verb is not None and lexicon().verb(verb.lower) in lexicon().lists["light feeling"]


def _question(tree: Tree, noun: Word, entry: Entry, _verb: Word | None) -> Found:
    is_beside = tree.lower(noun.at + 1) in {"of", "on", "about"}
    is_doubt = is_beside and tree.lower(noun.at + 2) == "whether"
    attitude = _on_topic(entry) if is_doubt else entry.takes.get("question")
    first = noun.at + 1 + is_beside
    if attitude is None or tree.lower(first) not in QUESTION_WORDS:
        return None
    start = first + (tree.lower(first) in {"whether", "if"})
    return start, _end(tree, noun, start), attitude, "question"


def _end(tree: Tree, noun: Word, start: int) -> int:
    """A clause reaches as far as its noun; where the parser cut the noun short, as far as the clause's own verb."""
    verb = next((tree[w.head] for w in tree.words[start - 1 : start] if w.dep == "mark"), None)
    right = max(tree.right(noun), tree.right(verb) if verb is not None else 0)
    governor = verb if verb is not None and tree.right(verb) == right else noun
    return max(min(right, content_end(tree, governor, start)), start)
