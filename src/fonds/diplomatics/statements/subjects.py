"""Who does what a verb says."""

from __future__ import annotations

from fonds.diplomatics.statements.joining import tells
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.tree import OBJECTS, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import is_somebody, plain, words_of

_SPENT = {"spent", "spend", "spends", "spending", "wasted"}
_CALLS = {"call", "phone", "telephone", "write", "cable", "see", "visit"}


def subject_of(tree: Tree, verb: Word, depth: int = 0) -> Word | None:
    """Who does what the verb says: its own subject, or the one that control, coordination or a noun gives it."""
    auxiliary = next(
        (found for aux in tree.children(verb, "aux", "auxpass") if (found := tree.child(aux, "nsubj"))), None
    )
    own = (
        tree.child(verb, "nsubj", "csubj")
        or auxiliary
        or (None if tree.is_passive(verb) else tree.child(verb, "nsubjpass"))
    )
    if own is not None:
        return antecedent(tree, verb, own)
    if tree.child(verb, "nsubjpass") is not None:
        return tree.child(verb, "nsubjpass")
    if verb.tag in {"VBD", "VBZ", "VBP"} and verb.dep in {"ROOT", "parataxis", "ccomp"}:
        after = tree.next(verb)
        inverted = tree.child(verb, "dobj")
        is_after = inverted is not None and after is not None and tree.left(inverted) == after.at
        if inverted is not None and is_after and inverted.tag == "NNP" and not _has_hearer(tree, verb):
            return inverted
    head = tree.head(verb)
    if head is None or depth > 6 or (verb.tag == "VBP" and tree.lower(verb.at - 1) == "("):
        return None  # "(believe that he means it)": what who writes puts in
    spent = next((up for up in (head, *tree.ancestors(head)) if up.lower in _SPENT), None)
    if spent is not None and verb.tag == "VBG":
        found = subject_of(tree, spent, depth + 1)  # "spent most of the evening telling me …"
    else:
        found = _subject_from_above(tree, verb, head, depth + 1)
    return None if found is verb else found  # "Recognize it is late, may have to wait": no verb is its own subject


def _has_hearer(tree: Tree, verb: Word) -> bool:
    """ "Reminded Mr. Tor of it", "Told Mr. Tor that …": a verb of which the object is who is spoken to, and not who
    speaks, as in "“…”, asked Mr. Tor"."""
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    if entry is None or entry.hearer != "object":
        return False
    return "quotation" not in entry.takes or any(child.at > verb.at for child in tree.children(verb, "ccomp", "xcomp"))


def antecedent(tree: Tree, verb: Word, own: Word) -> Word:
    """Whom a relative pronoun that is a verb's subject stands for; any other subject is itself."""
    if own.lower not in {"who", "which", "that"}:
        return own
    while verb.dep == "conj" and verb.head != verb.at:
        verb = tree[verb.head]
    head = tree.head(verb)
    if verb.dep != "relcl" or head is None or (own.lower != "who" and head.lower == "one"):
        return own  # "one which rejects it"
    return _who_does(tree, head) if own.lower == "who" else _what_it_is(tree, head)


def _what_it_is(tree: Tree, noun: Word) -> Word:
    """ "The League is a body which advocates …": the name of which a noun tells what it is."""
    above = tree.head(noun)
    subject = tree.subject(above) if above is not None and noun.dep == "attr" else None
    is_named = subject is not None and subject.tag[:3] == "NNP" and is_somebody(noun.text)
    return subject if subject is not None and is_named else noun


def _who_does(tree: Tree, noun: Word) -> Word:
    """ "A nurse on her break, who said …": the noun over the one before "who", where that one is nobody."""
    is_body = plain(noun.text) in words_of("bodies")  # "Tor, their envoy at the United Nations, who said …"
    if (noun.tag not in {"NN", "NNS"} and not is_body) or is_somebody(noun.text):
        return noun
    within = [tree.child(prep, "pobj") for prep in tree.children(noun, "prep")]
    named = next((name for name in within if name is not None and name.tag[:3] == "NNP"), None)
    if named is not None:
        return named  # "a meeting with Emil Rask, who said …"
    over = [up for up in tree.ancestors(noun) if up.tag[:2] == "NN" and (up.tag[:3] == "NNP" or is_somebody(up.text))]
    return over[0] if over and over[0].at < noun.at else noun


def _writing_over(tree: Tree, participle: Word, noun: Word) -> Word:
    """ "A memorandum for the file summarizing …", "a letter to the King saying …": the writing, and not who gets it."""
    prep = tree.head(noun) if participle.tag == "VBG" and noun.dep == "pobj" else None
    writing = tree.head(prep) if prep is not None and prep.lower in {"for", "to"} else None
    return writing if writing is not None and plain(writing.text) in words_of("writings") else noun


def _subject_from_above(tree: Tree, verb: Word, head: Word, depth: int) -> Word | None:
    if verb.dep in {"acl", "relcl"} and head.tag[:2] == "NN":
        head = _writing_over(tree, verb, head)
        return _subject_of_nominal(tree, head, depth) if tree.is_infinitive(verb) else head
    if verb.dep == "conj" and lexicon().verb(verb.lower) == "add" and verb.tag == "VBD":
        above = next((up for up in tree.ancestors(verb) if up.tag == "VBD" and tells(tree, up)), None)
        head = above or head  # "said that we would not come but added that …"
    if _is_beside_infinitive(tree, verb, head):
        head = next((up for up in tree.ancestors(head) if up.tag[:2] == "VB" and not tree.is_infinitive(up)), head)
    nearer = _joined_between(tree, verb, head) if verb.dep == "conj" else None
    if nearer is not None:
        return subject_of(tree, nearer, depth)
    if verb.dep == "conj" and _is_of_another_number(tree, verb, head):
        above = tree.head(head)
        return subject_of(tree, above, depth) if above is not None else None
    if verb.dep == "xcomp" and not _promises(head) and not _is_called_to_tell(tree, verb, head):
        controlled = object_before(tree, head, verb.at) or (
            tree.child(head, "nsubjpass") if tree.is_passive(head) else None
        )
        if controlled is not None and controlled.lower not in lexicon().lists["before chances"]:
            return controlled
    if verb.dep in {"pobj", "pcomp", "prep"}:
        return _subject_over_preposition(tree, head, depth)
    return head if head.dep in SUBJECTS and head.tag[:2] != "VB" else subject_of(tree, head, depth)


def _is_beside_infinitive(tree: Tree, verb: Word, head: Word) -> bool:
    """ "Tor urged Rask to wait, fearing that …": it is not Rask who fears."""
    is_apart = verb.tag == "VBG" and verb.dep == "advcl" and tree.lower(tree.left(verb) - 1) == ","
    return is_apart and head.at < verb.at and tree.is_infinitive(head)


def _joined_between(tree: Tree, verb: Word, head: Word) -> Word | None:
    """ "I said so and he seemed pleased and said …": the clause with a subject of its own that stands before a verb
    which the parser joined to the first; the first participle in "fearing that it was used and stating …"."""
    if verb.tag == "VBG" and tree.is_finite(head) and head.tag != "VBG":
        return next((up for up in tree.ancestors(head) if up.tag == "VBG"), None)
    others = [one for one in tree.children(head, "conj") if head.at < one.at < verb.at and tree.is_finite(one)]
    is_whole = bool(others) and tree.child(others[-1], *SUBJECTS) is not None
    return others[-1] if is_whole and tree.is_finite(verb) else None


def _is_called_to_tell(tree: Tree, verb: Word, head: Word) -> bool:
    """ "Called me to report that …": who calls tells it, not who is called."""
    return tells(tree, verb) and lexicon().verb(head.lower) in _CALLS


def _promises(verb: Word) -> bool:
    """ "Promised them to come": who promises does it, not who is promised."""
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    return entry is not None and entry.takes.get("infinitive") == "commit" and "order" not in entry.takes


def _is_of_another_number(tree: Tree, verb: Word, head: Word) -> bool:
    """ "He saw that people had questions and was willing to wait": who was willing is not the people."""
    subject = tree.child(head, *SUBJECTS)
    singular = {"is", "was", "has"} & {verb.lower, *(aux.lower for aux in tree.children(verb, "aux", "auxpass"))}
    return bool(singular) and subject is not None and subject.tag in {"NNS", "NNPS"}


def _subject_over_preposition(tree: Tree, head: Word, depth: int) -> Word | None:
    """ "Opened by expressing", "the proposal of sending": the verb's subject, or the owner of the noun."""
    noun = tree.head(head) if head.tag in {"IN", "TO"} else head
    if noun is None:
        return None
    if noun.tag[:2] == "NN":
        return tree.child(noun, "poss") or _subject_of_nominal(tree, noun, depth)
    return subject_of(tree, noun, depth)


def _subject_of_nominal(tree: Tree, noun: Word, depth: int) -> Word | None:
    above = tree.head(noun)
    return subject_of(tree, above, depth) if above is not None else None


def object_before(tree: Tree, word: Word, at: int) -> Word | None:
    """The verb's object, where it stands between the verb and a place."""
    return next((child for child in tree.children(word, *OBJECTS) if word.at < child.at < at), None)


def agent_of(tree: Tree, word: Word) -> Word | None:
    """Who a passive is "by"."""
    by = tree.child(word, "agent") or next((prep for prep in tree.children(word, "prep") if prep.lower == "by"), None)
    return tree.child(by, "pobj") if by is not None else None
