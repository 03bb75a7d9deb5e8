"""Clauses after a content: which go on with it although the parser hung them elsewhere, and which are told anew."""

from __future__ import annotations

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.joining import tells
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word

_REPORTED = {"would", "could", "should", "might", "had"}
"""What tells in a clause that it is said, and not done."""
_NOBODY = {"it", "this", "that", "there", "these", "those"}
_BESIDE = {"advcl", "relcl", "acl", "pcomp"}
_OPENS_SPLICE = {"PRP", "PRP$", "EX", "DT"}
_WITHIN = 6
"""Words between a semicolon and the verb of the clause that it opens."""


def before_next_telling(tree: Tree, governor: Word, start: int, end: int) -> int:
    """ "He stressed that it was late; he asserted that …": a content ends before who tells something anew."""
    if governor.tag != "VBD":
        return end
    for word in tree.words[start + 2 : end]:
        if word.text == ";" and _telling_after(tree, word.at) is not None:
            return word.at - 1
        if word.lower == "and" and governor is tree.root() and _joins_telling(tree, governor, word):
            return word.at - 1
    return end


def _joins_telling(tree: Tree, governor: Word, conjunction: Word) -> bool:
    """ "He said that it was late, and Mr. Tor thought …", "he said that it was late and Mr. Tor said …": whether "and"
    joins what another tells; without a comma, and after a telling, right after it and by a verb of telling."""
    verb = _telling_after(tree, conjunction.at, named=True)
    subject = tree.subject(verb) if verb is not None else None
    if verb is None or subject is None:
        return False
    is_at_once = tree.left(subject) == conjunction.at + 1 and tells(tree, verb)
    return tree.lower(conjunction.at - 1) == "," or not tells(tree, governor) or is_at_once


def _telling_after(tree: Tree, semicolon: int, *, named: bool = False) -> Word | None:
    """The verb of telling or thinking in the past, with a subject of its own, of a clause after ";" or "and"."""
    opener = tree.next(tree[semicolon])
    within = _WITHIN if opener is None or opener.tag != "IN" else 2 * _WITHIN
    clause = tree.words[semicolon + 1 : semicolon + 2 + within]
    verb = next((word for word in clause if word.tag in FINITE), None)
    subject = tree.child(verb, *SUBJECTS) if verb is not None and verb.tag == "VBD" else None
    if verb is None or subject is None or not semicolon < subject.at < verb.at or tree.lower(semicolon + 1) == "(":
        return None
    is_somebody = subject.tag[:3] == "NNP" or (not named and subject.lower in {"he", "she", "they", "i"})
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    has_content = tree.child(verb, "ccomp") is not None or tree.lower(verb.at + 1) == "that"
    has_content = has_content or (named and lexicon().verb(verb.lower) in lexicon().lists["telling assent"])
    return verb if is_somebody and has_content and entry is not None and "clause" in entry.takes else None


def opens_other(tree: Tree, word: Word, end: int) -> bool:
    """ "Wanted a truce whereas Tor …", "urged them to wait; he himself …": what follows is no part of a phrase."""
    if word.text != ";":
        return word.lower == "whereas"
    first = tree.next(word)
    verb = next((other for other in tree.words[word.at + 1 : end + 1] if tree.is_finite(other)), None)
    return verb is not None and first is not None and first.tag != "TO" and tree.child(verb, *SUBJECTS) is not None


def opens_reason(tree: Tree, mark: Word, start: int) -> bool:
    """ "Refused to sign because it was late": why somebody wants or refuses is no part of what he wants."""
    clause = tree[mark.head]
    is_reason = mark.dep == "mark" and mark.lower in lexicon().lists["openers reasons"] - {"as"}
    # but "to believe that this is because they want it"
    is_itself = clause.head >= start and lexicon().verb(tree.lower(clause.head)) == "be"
    is_clause = clause.dep == "advcl" and tree.left(clause) == mark.at and tree.is_finite(clause)
    return is_reason and is_clause and not is_itself


def past_reported(tree: Tree, governor: Word, end: int) -> int:
    """ "He said this was a bog, and it would take years": a clause told as reported goes on with the content."""
    at = end + 1 + (tree.lower(end + 1) == ",")
    if governor.tag != "VBD" or not tells(tree, governor) or tree.lower(at) not in {"and", "but"}:
        return end
    subject = tree[at + 1] if at + 1 < len(tree) else governor
    verb = tree[subject.head]
    if subject.lower not in _NOBODY or subject.dep not in SUBJECTS or verb.at < subject.at:
        return end
    reported = {verb.lower, *(aux.lower for aux in tree.children(verb, "aux"))} & (_REPORTED | {"was", "were"})
    is_joined = verb.dep == "conj" and tree[verb.head].at in {up.at for up in [governor, *tree.ancestors(governor)]}
    return tree.right(verb) if reported and is_joined else end


def past_condition(tree: Tree, end: int) -> int:
    """ "Would not have come had he known of it": a condition without "if" is part of the content."""
    had, subject = end + 1, end + 2
    if subject + 1 >= len(tree) or tree.lower(had) != "had" or tree[subject].tag != "PRP":
        return end
    verb = next((word for word in tree.words[subject + 1 : subject + 4] if word.tag == "VBN"), None)
    return max(end, tree.right(verb)) if verb is not None else end


def past_splice(tree: Tree, governor: Word, start: int, end: int) -> int:
    """ "He said we must wait, it would be slow": a clause after a comma alone goes on with what is said before it."""
    first = tree[end + 2] if end + 2 < len(tree) and tree.lower(end + 1) == "," else None
    if first is None or first.tag not in _OPENS_SPLICE or governor.tag != "VBD" or not tells(tree, governor):
        return end
    if tree[start].tag[0] == "W" or any(up.dep in _BESIDE for up in [governor, *tree.ancestors(governor)]):
        return end  # "I asked what he saw, that is all I did", "When he said so, I agreed"
    verb = next((word for word in tree.words[end + 3 :] if _opens_with(tree, word, first)), None)
    if verb is None or verb.dep not in {"ROOT", "conj", "ccomp", "parataxis"} or tells(tree, verb):
        return end
    joined = (child for child in tree.children(verb, "conj") if child.tag == "VBD" and tells(tree, child))
    stop = next((tree.left(child) - 2 for child in joined), tree.right(verb))
    return max(end, stop)


def _opens_with(tree: Tree, verb: Word, first: Word) -> bool:
    """Whether a clause of this verb has for its subject what begins with a word."""
    subject = tree.child(verb, *SUBJECTS)
    return subject is not None and subject.at < verb.at and tree.left(subject) == first.at and tree.is_finite(verb)


def past_list(tree: Tree, cue: Cue, others: list[Cue]) -> int:
    """ "His hope that they would come, that they …, and that": where the list ends that a content with "that" opens.

    The list is that of the widest of the contents that end before its next "that".
    """
    start, end = cue.content
    mark = tree[end + 2] if end + 2 < len(tree) else tree[end]
    opens_next = tree.lower(end + 1) in {",", "and", "but"} and mark.lower == "that" and mark.dep == "mark"
    if not opens_next or tree.lower(start - 1) not in {"that", "“"} or tree[mark.head].at < mark.at:
        return end
    is_inner = any(other.content[1] == end and other.content[0] < start for other in others)
    is_of_another = any(other.content[0] == mark.at + 1 for other in others)
    return end if is_inner or is_of_another else max(end, tree.right(tree[mark.head]))
