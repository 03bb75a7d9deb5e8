"""What a paper says for its author among the sentences that tell of another's speech: "You may wish to wait"."""

from __future__ import annotations

from fonds.diplomatics.statements.agreement import FIRST_PLURAL
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.telling import is_authors_proposal, is_main, is_of_now
from fonds.diplomatics.statements.tree import SUBJECTS, Tree
from fonds.diplomatics.statements.words import plain, words_of

_OPEN, _SURE = {"may", "might"}, {"will", "'ll", "’ll"}
"""What is left to the reader, and what he will find."""


def is_the_authors_own(tree: Tree, *, is_paper: bool) -> bool:
    """Whether a sentence in another's indirect speech is the author's; `is_paper` where the text records no talk."""
    if tree.lower(0) == "as" and (tree.lower(1) == "you" or (is_paper and _tells_reader(tree))):
        return True
    if is_paper and (_is_to_reader(tree) or _is_of_the_paper(tree) or _is_of_us(tree) or _is_wish(tree)):
        return True
    return _is_of_the_author(tree)


def _tells_reader(tree: Tree) -> bool:
    """ "As Department aware, …"."""
    return plain(tree[2 if tree.lower(1) == "the" and len(tree) > 2 else 1].text) in words_of("posts")


def _is_of_the_author(tree: Tree) -> bool:
    """Whether it says "I", which in the indirect speech of another stands for nobody but the author."""
    return any(
        word.lower == "i" and word.dep in SUBJECTS and (is_main(tree, word) or is_of_now(tree, tree[word.head]))
        for word in tree
    )


def _is_to_reader(tree: Tree) -> bool:
    """ "You may wish to wait", "you will recall that …": what its reader is to do with a telegram."""
    root = tree.root()
    subject = tree.subject(root) if root is not None else None
    if root is None or subject is None or subject.lower != "you":
        return False
    aux = {word.lower for word in tree.children(root, "aux")}
    return bool(aux & _OPEN) or (bool(aux & _SURE) and root.lower in lexicon().lists["telling recalled"])


def _is_of_the_paper(tree: Tree) -> bool:
    """ "It is believed that they will come", "Embassy believes this is so": what a paper or the post that writes it
    thinks now."""
    root = tree.root()
    subject = tree.subject(root) if root is not None else None
    if root is None or subject is None:
        return False
    is_post = plain(subject.text) in words_of("posts") and not tree.children(subject, "det", "poss", "amod")
    return is_authors_proposal(tree, root) or (is_post and is_of_now(tree, root))


def _is_of_us(tree: Tree) -> bool:
    """ "Our guess is that …": what those who write think now."""
    root = tree.root()
    subject = tree.subject(root) if root is not None else None
    owner = tree.child(subject, "poss") if subject is not None else None
    if root is None or subject is None or owner is None or not is_of_now(tree, root):
        return False
    entry = lexicon().nouns.get(lexicon().noun(subject.lower) or "")
    return owner.lower in FIRST_PLURAL and entry is not None and entry.takes.get("clause") == "think"


def _is_wish(tree: Tree) -> bool:
    """ "Would appreciate Department's views": what is asked of the reader without a subject."""
    root = tree.root()
    if root is None or tree.subject(root) is not None or tree.lower(0) not in {"would", root.lower}:
        return False
    is_unspoken = lexicon().verb(root.lower) in lexicon().lists["telling unspoken"] and root.tag in {"VB", "VBP"}
    return is_unspoken and any(plain(word.text) in words_of("posts") for word in tree)
