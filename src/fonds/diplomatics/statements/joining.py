"""Verbs joined by "and": which parses join to the content although they go on with the telling, and which do not."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.tree import DO, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import is_somebody, plain, words_of

_SPEAKERS = {"he", "she", "they", "i"}
_THINKERS = _SPEAKERS | {"we"}


def rejoined(tree: Tree) -> Tree:
    """The tree with each verb of telling that the parser joined to a content joined to the telling above it instead.

    "He asked that they go and said …" and "He said that it was so and added …" are two things that he did.
    """
    tree = _with_subjects(_with_topics(_with_hearers(_with_verbs(tree))))
    words = [word if (verb := _told_by(tree, word)) is None else _moved(word, verb) for word in tree]
    words = [word if (done := _done_with(tree, word)) is None else replace(word, head=done.at) for word in words]
    words = [word if (first := _thought_before(tree, word)) is None else replace(word, head=first.at) for word in words]
    words = [
        word if (clause := _clause_before(tree, word)) is None else replace(word, dep="conj", head=clause.at)
        for word in words
    ]
    return tree if words == tree.words else Tree(tree.text, words)


def _with_hearers(tree: Tree) -> Tree:
    """The tree of "expressed to Rask hope that they would come", in which the hope was read as what he is called."""
    words = list(tree.words)
    for hope in tree:
        is_pobj = hope.dep == "pobj" and hope.tag == "NN" and tree.lower(hope.head) == "to"
        if not is_pobj or lexicon().noun(hope.lower) is None:
            continue
        to, name = tree[hope.head], tree[hope.at - 1]
        verb = tree[to.head]
        is_expressed = lexicon().verb(verb.lower) in lexicon().lists["light verbs"] and tree.child(verb, "dobj") is None
        if is_expressed and name.tag == "NNP" and name.dep == "compound" and tree.left(hope) == to.at + 1:
            words[hope.at] = replace(hope, dep="dobj", head=verb.at)
            words[name.at] = replace(name, dep="pobj", head=to.at)
    return tree if words == tree.words else Tree(tree.text, words)


def _with_topics(tree: Tree) -> Tree:
    """The tree of "told Rask of the delay", in which what he was told of was read as a part of his name."""
    return Tree(
        tree.text, [word if (verb := _told_to(tree, word)) is None else replace(word, head=verb.at) for word in tree]
    )


def _with_subjects(tree: Tree) -> Tree:
    """The tree of "she said PM Tor on leaving had asked", in which who does it was read as what is said."""
    words = list(tree.words)
    for word in tree:
        clause = _clause_after(tree, word)
        if clause is not None:
            words[word.at] = replace(word, dep="nsubj", head=clause.at)
    return tree if words == tree.words else Tree(tree.text, words)


def _clause_after(tree: Tree, noun: Word) -> Word | None:
    """The clause without a subject after what was read as the object of a verb that takes none beside it."""
    verb = tree[noun.head]
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "") if noun.dep == "dobj" and noun.tag == "NNP" else None
    if entry is None or entry.hearer == "object" or "clause" not in entry.takes:
        return None
    clause = next((child for child in tree.children(verb, "ccomp") if child.at > noun.at), None)
    if clause is None or tree.subject(clause) is not None or tree.children(clause, "mark"):
        return None
    return clause if tree.children(clause, "aux", "auxpass") or clause.tag in {"VBD", "VBZ"} else None


def _told_to(tree: Tree, word: Word) -> Word | None:
    """The verb of which "of" opens the content, where it hangs on the name of the hearer."""
    hearer = tree[word.head]
    verb = tree[hearer.head]
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    if word.lower != "of" or hearer.tag != "NNP" or hearer.dep != "dobj" or word.at != hearer.at + 1 or entry is None:
        return None
    told = tree.child(word, "pobj")
    is_part = told is None or not told.text[:1].islower()  # "the Secretary of State", not "… of his wish"
    is_called = plain(hearer.text) in words_of("persons") | words_of("bodies") | words_of("offices")
    return verb if not (is_called and is_part) and "of" in entry.prepositions and entry.hearer == "object" else None


def _with_verbs(tree: Tree) -> Tree:
    """The tree of "He praised it, but stressed need for haste" and "and suggested answer lay in talks", where the verb
    of telling was read as an adjective of the noun after it."""
    words = list(tree.words)
    for word in tree:
        teller = _teller_before(tree, word)
        if teller is None:
            continue
        noun = tree[word.head]
        clause = tree[noun.head] if noun.dep in SUBJECTS and tree[noun.head].at > noun.at else None
        words[word.at] = replace(word, tag="VBD", dep="conj", head=teller.at)
        told = clause or noun
        words[told.at] = replace(told, dep="dobj" if clause is None else "ccomp", head=word.at)
    return tree if words == tree.words else Tree(tree.text, words)


def _teller_before(tree: Tree, word: Word) -> Word | None:
    """The verb in the past from which one goes on that was read as an adjective right after "and" or "but"."""
    noun, before = tree[word.head], tree[word.at - 1] if word.at else word
    is_adjective = word.tag == "VBN" and word.dep == "amod" and before.tag == "CC" and tree.left(noun) == word.at
    if not is_adjective or lexicon().verb(word.lower) not in lexicon().lists["telling verbs"]:
        return None
    over = tree[noun.head] if noun.dep in SUBJECTS else noun
    return next((up for up in tree.ancestors(over) if up.tag == "VBD" and up.at < before.at), None)


def _moved(word: Word, verb: Word) -> Word:
    """A verb joined to another, whose tense it shares where it was read as having none."""
    present = {"VB", "VBP", "VBZ"}
    tag = "VBD" if not {word.tag, verb.tag} <= present else verb.tag if word.tag == "VB" else word.tag
    return replace(word, head=verb.at, tag=tag)


def _done_with(tree: Tree, word: Word) -> Word | None:
    """ "He said he had called on them and made a request": the verb in the perfect that a verb of no telling goes on
    from, where the parser joined it to the telling above."""
    if word.dep != "conj" or word.tag not in {"VBD", "VBN"} or lexicon().verb(word.lower) in lexicon().verbs:
        return None
    head = tree[word.head]
    done = tree.child(head, "ccomp")
    is_told = tells(tree, head) and _teller_to_author(tree, word) is None
    if tree.children(word, "aux", "auxpass", *SUBJECTS) or not is_told:
        return None
    if done is None or done.tag != "VBN" or not head.at < done.at < word.at:
        return None
    return done if any(child.lower in {"had", "has", "have"} for child in tree.children(done, "aux")) else None


def _thought_before(tree: Tree, word: Word) -> Word | None:
    """ "I was sure that it was late and I felt certain that …": the verb of thinking above a clause to which the parser
    joined what the same one thinks."""
    is_joined = word.dep == "conj" and not tree.children(word, "mark") and _is_thought(tree, word)
    above = (up for up in tree.ancestors(tree[word.head]) if up.tag[:2] == "VB")
    return next((up for up in above if thinks_too(tree, up, word)), None) if is_joined else None


def thinks_too(tree: Tree, first: Word, second: Word) -> bool:
    """Whether two verbs tell what the same "I" or "he" thinks or feels, and the first is none of telling."""
    own, other = tree.subject(first), tree.subject(second)
    if own is None or other is None or own.lower not in _THINKERS or own.lower != other.lower:
        return False
    return not tells(tree, first) and first.at < other.at and _is_thought(tree, first) and _is_thought(tree, second)


def _clause_before(tree: Tree, word: Word) -> Word | None:
    """ "He thanked them and noted that it was late, that he had to go": the clause with which one goes on that the
    parser hung on the verb above."""
    mark = tree.child(word, "mark")
    if word.dep != "ccomp" or mark is None or mark.lower != "that" or tree.lower(mark.at - 1) != ",":
        return None
    teller = tree.child(tree[word.head], "conj")
    told = tree.child(teller, "ccomp") if teller is not None and teller.at < word.at and tells(tree, teller) else None
    is_told = told is not None and told.at < word.at and any(one.lower == "that" for one in tree.children(told, "mark"))
    return told if is_told else None


def _told_by(tree: Tree, word: Word) -> Word | None:
    """The verb that a verb goes on from, where the parser joined it to another."""
    if word.dep != "conj":
        return None
    if _is_denied(tree, word):
        return _denied_with(tree, word) or _thinking_above(tree, word)
    denied = _denied_before(tree, word) if word.tag in {"VBZ", "VBD"} else None
    return denied or _alike_above(tree, word)


def _alike_above(tree: Tree, word: Word) -> Word | None:
    """The verb above with the auxiliary of one, or in its form, that it goes on from."""
    if tree.child(word, "aux") is not None:
        return _parallel_above(tree, word)
    if word.tag in {"VBZ", "VBP", "VB"}:
        return _present_above(tree, word)
    if word.tag not in {"VBD", "VBN"} or tree.child(word, "auxpass") or _shares_object(tree, word):
        return None
    return _thinking_above(tree, word) or _telling_above(tree, word)


def _parallel_above(tree: Tree, word: Word) -> Word | None:
    """ "He had told me that it was late and had asked whether …": the verb above with the auxiliary that one has, and
    that the clause between them has not."""
    own = {aux.lower for aux in tree.children(word, "aux")}
    head = tree[word.head]
    is_alike = own <= {aux.lower for aux in tree.children(head, "aux")}
    if is_alike or tree.children(word, "mark", *SUBJECTS) or not tree.is_finite(head) or not _is_thought(tree, word):
        return None
    above = (up for up in tree.ancestors(head) if own <= {aux.lower for aux in tree.children(up, "aux")})
    return next(above, None)


def _present_above(tree: Tree, word: Word) -> Word | None:
    """ "Tor feels that the paper is good and hopes …", "asked that they be told that it is late and make clear that …":
    the verb above in the form that one has, where the clause between them cannot have it for its verb."""
    clause = tree[word.head]
    subject = tree.subject(clause)
    is_alone = subject is not None and not tree.children(word, "aux", "mark", *SUBJECTS) and clause.dep == "ccomp"
    if subject is None or not is_alone or not _is_thought(tree, word):
        return None
    is_one = subject.tag in {"NN", "NNP"} or subject.lower in {"it", "he", "she", "this", "that"}
    is_other = is_one if word.tag == "VBP" else clause.tag == "VBZ" if word.tag == "VB" else not is_one
    is_other = is_other or (word.tag == "VBZ" and _is_thing(tree, subject))
    forms = {"VB", "VBP"} if word.tag == "VB" else {word.tag}
    return next((up for up in tree.ancestors(clause) if up.tag in forms), None) if is_other else None


def _shares_object(tree: Tree, word: Word) -> bool:
    """ "They appreciated and agreed with the spirit of it": two verbs that have one content are not parted."""
    head = tree[word.head]
    are_alike = head.tag == word.tag and {lexicon().verb(one.lower) for one in (head, word)} <= lexicon().verbs.keys()
    is_bare = not tree.children(head, "dobj", "ccomp", "xcomp", "prep", "aux", "auxpass")
    return word.at == head.at + 2 and are_alike and is_bare and head.dep != "relcl"


def _denied_before(tree: Tree, word: Word) -> Word | None:
    """ "Does not think that they will come and hopes that they will wait": the denied verb that one goes on from."""
    if tree[word.head].tag != "VB" or lexicon().verb(word.lower) not in lexicon().verbs:
        return None
    is_alone = not tree.children(word, "aux", "auxpass", *SUBJECTS)
    return next((up for up in tree.ancestors(word) if _is_denied(tree, up)), None) if is_alone else None


def _telling_above(tree: Tree, word: Word) -> Word | None:
    """The verb in the past above a clause, where one of telling without a subject of its own goes on from it."""
    head = tree[word.head]
    subject = tree.child(word, *SUBJECTS)
    teller = _teller_to_author(tree, word) if subject is None else None
    above = teller or next((up for up in tree.ancestors(head) if up.tag == "VBD" and up.dep != "aux"), None)
    if above is None or (subject is not None and subject.lower not in _SPEAKERS):
        return None
    if subject is None and head.tag in {"VB", "VBZ", "VBP", "MD"} and (word.tag == "VBD" or head.tag == "VB"):
        return above
    return above if teller is not None or _goes_on_telling(tree, word, head, above) else None


def _teller_to_author(tree: Tree, verb: Word) -> Word | None:
    """ "Told me that they had gone and handed me a note": what is done to the author goes on from what he was told."""
    if not any(word.lower == "me" for word in tree.children(verb, "dobj", "dative")):
        return None
    above = (tree[verb.head], *tree.ancestors(tree[verb.head]))
    return next((up for up in above if up.tag == "VBD" and tells(tree, up)), None)


def _thinking_above(tree: Tree, word: Word) -> Word | None:
    """ "He knew that the clauses were new but did not think that …": the verb above that one goes on from, where the
    subject of the clause between them is a thing, which can neither think nor offer to do anything."""
    over = (up for up in tree.ancestors(word) if not tree.is_infinitive(up))
    clause = next((up for up in over if up.dep != "conj" or tree.subject(up) is not None), word)
    above = next((up for up in tree.ancestors(clause) if _is_in_past(tree, up)), None)
    if above is None or tree.children(word, "mark", *SUBJECTS) or not _is_thought(tree, word):
        return None
    subject = tree.subject(clause)
    if subject is None or clause.dep not in {"ccomp", "conj", "relcl"}:
        return None
    is_whole = clause.dep == "relcl" and subject.tag[0] != "W"  # "the role that he had played and thought that …"
    return above if is_whole or (clause.dep != "relcl" and _is_thing(tree, subject)) else None


def _is_in_past(tree: Tree, verb: Word) -> bool:
    """Whether a verb tells what was done: "asked", "had asked"."""
    had = verb.tag == "VBN" and any(aux.lower == "had" for aux in tree.children(verb, "aux"))
    return had or (verb.tag == "VBD" and verb.dep != "aux")


def _is_thing(tree: Tree, subject: Word) -> bool:
    """Whether a subject is nobody who could think or speak: "the clauses", "there", "it" in "it was late"."""
    verb, of = tree[subject.head], tree.child(subject, "prep")
    if subject.tag in {"JJ", "CD"} and of is not None and of.lower == "of":
        subject = tree.child(of, "pobj") or subject  # "many of the clauses"
    is_it = subject.lower == "it" and (lexicon().verb(verb.lower) == "be" or tree.is_passive(verb))
    return is_it or subject.tag in {"EX", "DT"} or (subject.tag in {"NN", "NNS"} and not is_somebody(subject.text))


def _is_thought(tree: Tree, verb: Word) -> bool:
    """Whether a verb has a content of its own that only somebody can think of: "hoped that …", "offered to …"."""
    quality = tree.child(verb, "acomp")
    known = lexicon().verbs if quality is None else lexicon().adjectives
    entry = known.get(lexicon().verb(verb.lower) or "" if quality is None else quality.lower)
    told = tree.child(verb, "dobj")
    if lexicon().verb(verb.lower) in lexicon().lists["light verbs"] and told is not None:
        return tree.child(told, "acl", "ccomp") is not None and tells(tree, verb)  # "expressed the hope that …"
    if entry is None:
        return False
    if "clause" in entry.takes and tree.child(quality or verb, "ccomp") is not None:
        return True
    return entry.takes.get("infinitive") in {"commit", "feel"} and tree.child(quality or verb, "xcomp") is not None


def _denied_with(tree: Tree, word: Word) -> Word | None:
    """ "He did not think they would come and did not believe that …": the verb above that a denied one goes on from."""
    entry = lexicon().verbs.get(lexicon().verb(word.lower) or "")
    if entry is None or "clause" not in entry.takes or tree.children(word, *SUBJECTS) or tree[word.head].tag == "VB":
        return None
    return next((up for up in tree.ancestors(tree[word.head]) if up.dep == "ROOT" and _is_denied(tree, up)), None)


def _is_denied(tree: Tree, verb: Word) -> bool:
    return verb.tag == "VB" and any(aux.lower in DO for aux in tree.children(verb, "aux")) and tree.is_negated(verb)


def _goes_on_telling(tree: Tree, word: Word, head: Word, above: Word) -> bool:
    if _is_active_after_passive(tree, word, head) or _is_told_beside(tree, word, head, above):
        return True
    shares_auxiliary = word.tag == "VBN" and any(
        child.lower in {"had", "have", "has"} for child in tree.children(head, "aux")
    )
    has_content = tree.child(word, "ccomp", "xcomp", "dobj", "prep", "dative") is not None
    is_telling = tells(tree, word) or lexicon().verb(word.lower) in lexicon().lists["telling joined"]
    return word.tag == "VBD" and is_telling and tells(tree, above) and has_content and not shares_auxiliary


def _is_active_after_passive(tree: Tree, word: Word, head: Word) -> bool:
    """ "He praised the care with which they had been kept but asked whether …": what is asked is not kept."""
    is_kept = head.dep == "relcl" and tree.is_passive(head)
    return is_kept and word.tag == "VBD" and (tells(tree, word) or tree.child(word, "ccomp", "xcomp") is not None)


def _is_told_beside(tree: Tree, word: Word, head: Word, above: Word) -> bool:
    """ "He told them that he had gone but denied that …", "that the points were valid and stated that …": what is said
    in the tense of the telling goes on from it where the verb before it has another, or a subject that can say nothing.
    """
    words = lexicon()
    entry = words.verbs.get(words.verb(above.lower) or "")
    is_telling = words.verb(word.lower) in words.lists["telling verbs"] | words.lists["telling joined"]
    if word.tag != "VBD" or tree.child(word, "mark") or not is_telling:
        return False
    if entry is None or not {"clause", "question"} & entry.takes.keys():
        return False
    subject = tree.child(head, *SUBJECTS)
    is_of_another_tense = head.tag != "VBD" or tree.child(head, "aux") is not None
    return is_of_another_tense or (
        subject is not None and subject.tag in {"NN", "NNS"} and not is_somebody(subject.text)
    )


def tells(tree: Tree, word: Word) -> bool:
    """Whether a verb is one of telling, or has a noun of telling for its object ("made the assumption")."""
    words = lexicon()
    if words.verb(word.lower) in words.lists["telling verbs"]:
        return True
    told = tree.child(word, "dobj")
    is_light = words.verb(word.lower) in words.lists["light verbs"]
    return is_light and told is not None and words.noun(told.lower) is not None
