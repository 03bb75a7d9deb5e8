"""Main clauses that the parser hung on the clause before them: "When I said that it was late he left"."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word

_OPENS_MAIN = {"PRP", "EX"}


def with_main_clause(tree: Tree) -> Tree:
    """The tree with the main clause over the one that tells when, or on what condition, which was taken for it."""
    root = tree.root()
    if root is None or not _is_circumstance(tree, root):
        return tree
    main = next((tree[subject.head] for subject in tree.words[root.at + 2 :] if _opens_main(tree, root, subject)), None)
    if main is None:
        return tree
    words = [replace(word, head=main.at) if word.head == root.at and word.at > main.at else word for word in tree]
    words[main.at] = replace(main, dep="ROOT", head=main.at)
    words[root.at] = replace(root, dep="advcl", head=main.at)
    return Tree(tree.text, words)


def _is_circumstance(tree: Tree, verb: Word) -> bool:
    """Whether a verb has "if" or "when" before it, or is a condition without "if": "Should he insist, …"."""
    first = tree[tree.left(verb)]
    lists = lexicon().lists
    is_opener = first.head == verb.at and first.lower in lists["openers circumstance"] | lists["openers clause"]
    is_inverted = first.lower == "should" and first.dep == "aux" and tree.subject(verb) is not None
    return first.at < verb.at and (is_opener or is_inverted)


def _opens_main(tree: Tree, root: Word, subject: Word) -> bool:
    """Whether a subject opens a clause that has no conjunction of its own, after a comma or after a whole content."""
    verb, first = tree[subject.head], tree.left(subject)
    if subject.dep not in SUBJECTS or subject.tag[0] == "W" or not subject.at < verb.at or not tree.is_finite(verb):
        return False
    before = [child for child in tree.children(verb) if child.at < first and child.dep != "punct"]
    if before or tree.child(verb, "mark") is not None or verb.at == root.at:
        return False
    if tree.lower(first - 1) == ",":
        return verb.dep in {"ccomp", "conj", "parataxis"}
    is_after_content = tree[first - 1].tag[:2] in {"NN", "JJ"} and subject.tag in _OPENS_MAIN
    has_modal = any(aux.tag == "MD" for aux in tree.children(verb, "aux"))
    return is_after_content and (verb.dep == "ccomp" or (verb.dep == "relcl" and has_modal))
