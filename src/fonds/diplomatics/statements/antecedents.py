"""Where in its own sentence the antecedent of a pronoun is looked for."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.agreement import SINGULAR
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.pronouns import FEMININE
from fonds.diplomatics.statements.tree import Tree, Word


def named_beside(tree: Tree, pronoun: Word) -> Word | None:
    """ "He (Thuan) wanted …": the name that an author puts beside "he"."""
    opening, name, closing = (tree[at] if at < len(tree) else None for at in range(pronoun.at + 1, pronoun.at + 4))
    is_beside = opening is not None and opening.text == "(" and closing is not None and closing.text == ")"
    return name if is_beside and name is not None and name.tag == "NNP" else None


def whose_deed(tree: Tree, pronoun: Word) -> Word | None:
    """ "Thanked the Secretary for his offer", "reminded Mr. Tor of his promise": somebody hears of what is his own."""
    prep = tree[tree[pronoun.head].head]
    verb = tree[prep.head]
    is_heard = lexicon().verb(verb.lower) in lexicon().lists["telling of own"]
    heard = tree.child(verb, "dobj") if pronoun.tag == "PRP$" and prep.dep == "prep" and is_heard else None
    return heard if heard is not None and heard.tag[:2] == "NN" and heard.at < prep.at else None


def verb_over(tree: Tree, word: Word) -> Word | None:
    """The verb of the clause that a word stands in."""
    return next((up for up in tree.ancestors(word) if up.tag[:2] == "VB" or up.tag == "MD"), None)


def governing(tree: Tree, pronoun: Word, clause: Word) -> Iterator[Word]:
    """The verbs of which the subject may be the antecedent: of the clauses over the pronoun's own, of those beside it
    that tell when or why, and of those told before it."""
    if pronoun.tag == "PRP$":
        yield clause
    yield from _clauses_over(tree, clause) if pronoun.lower in SINGULAR else tree.ancestors(clause)
    yield from tree.children(clause, "advcl")
    yield from _told_before(tree, clause)


def around(tree: Tree, pronoun: Word) -> set[int]:
    """The words that a pronoun is a part of: "two of their leaders" are not whose leaders they are."""
    return {word.at for word in tree.ancestors(pronoun)}


def is_owned_alike(tree: Tree, subject: Word, pronoun: Word) -> bool:
    """ "Her doctor forbade it, and she promised": "she" is not the doctor, but whose doctor it is."""
    owner = tree.child(subject, "poss")
    return owner is not None and owner.lower in SINGULAR and (owner.lower in FEMININE) == (pronoun.lower in FEMININE)


def _clauses_over(tree: Tree, clause: Word) -> Iterator[Word]:
    """What governs a clause; of "Rask said Tor had gone and that he believed it" only what Rask said: what is felt or
    thought is known to who speaks of it."""
    quality, mark = tree.child(clause, "acomp"), tree.child(clause, "mark")
    words = lexicon()
    known = words.verbs.get(words.verb(clause.lower) or "") if quality is None else words.adjectives.get(quality.lower)
    is_thought = known is not None and known.takes.get("clause") in {"think", "feel"}
    over = tree.ancestors(clause)
    if not is_thought or mark is None or mark.lower != "that" or clause.dep != "conj":
        return over
    first = next((up for up in over if up.dep != "conj"), clause)
    return tree.ancestors(first)


def _told_before(tree: Tree, clause: Word) -> Iterator[Word]:
    """ "Tor told them so; he agreed …; he stated …": the clauses before one of which the parser made their governor."""
    before = next((verb for verb in tree.children(clause, "ccomp", "parataxis") if verb.at < clause.at), None)
    if before is not None and any(word.text == ";" for word in tree.words[before.at : clause.at]):
        yield before
        yield from _told_before(tree, before)
