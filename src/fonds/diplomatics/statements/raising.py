"""Verbs whose grammatical subject is not who thinks or says: "is said to favour", "it seems to me that"."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.spans import content_end, trim
from fonds.diplomatics.statements.subjects import agent_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word


def raising_cues(tree: Tree) -> Iterator[Cue]:
    """The verbs of the sentence that attribute their whole clause to somebody who is not its subject."""
    for verb in tree:
        cue = _raised(tree, verb) or _seeming(tree, verb)
        if cue is not None:
            yield cue


def _raised(tree: Tree, verb: Word) -> Cue | None:
    """ "The trains are expected to cross": the content is the clause, its source whoever expects it."""
    words = lexicon()
    lemma = words.verb(verb.lower)
    if lemma not in words.lists["raising passive"] or verb.tag != "VBN" or not tree.is_passive(verb):
        return None
    subject, infinitive = tree.child(verb, "nsubjpass", "nsubj"), tree.child(verb, "xcomp")
    auxiliary = tree.child(verb, "auxpass")
    if subject is None or infinitive is None or auxiliary is None or not tree.is_infinitive(infinitive):
        return None
    if subject.tag in {"WDT", "WP"} or subject.lower in {"it", "there"} or infinitive.at < verb.at:
        return None
    span = trim(tree, tree.left(subject), min(content_end(tree, verb, infinitive.at), tree.right(infinitive)))
    agent = agent_of(tree, verb)
    attitude = words.verbs[lemma].takes["clause"]
    return span and Cue(
        verb.at, (auxiliary.at, verb.at), agent.at if agent else None, span, attitude, "clause",
        negated=tree.is_negated(verb), encloses=True,
    )  # fmt: skip


def _seeming(tree: Tree, verb: Word) -> Cue | None:
    """ "It seems to me that …", "it was clear to me that …": who is named after "to" thinks it."""
    lemma = lexicon().verb(verb.lower)
    if lemma != "be" and lemma not in lexicon().lists["raising seeming"]:
        return None
    subject, quality = tree.child(verb, *SUBJECTS), tree.child(verb, "acomp")
    if subject is None or subject.lower != "it" or (lemma == "be" and quality is None):
        return None
    preps = [*tree.children(verb, "prep"), *(tree.children(quality, "prep") if quality is not None else [])]
    to = next((prep for prep in preps if prep.lower == "to"), None)
    thinker = tree.child(to, "pobj") if to is not None else None
    after = tree.next(to) if to is not None else None
    thinker = after if after is not None and after.tag == "PRP" else thinker  # "seems to us Halvern should come"
    clauses = [clause for above in (verb, quality) if above for clause in tree.children(above, "ccomp", "advcl")]
    clause = next((one for one in clauses if thinker is not None and one.at > thinker.at), None)
    if thinker is None or clause is None or not tree.is_finite(clause):
        return None
    is_me = thinker.tag == "PRP" and thinker.at > verb.at
    start = thinker.at + 1 if is_me else max(tree.left(clause), tree.right(thinker) + 1)
    span = trim(tree, start + (tree.lower(start) == "that"), content_end(tree, verb, start))
    return span and Cue(
        verb.at, (verb.at, thinker.at), thinker.at, span, "think", "clause", negated=tree.is_negated(verb)
    )
