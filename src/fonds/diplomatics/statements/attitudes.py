"""What somebody does with a content, where its words tell more than its cue: "suggested that it was late" says,
"suggested that it be sent" directs."""

from __future__ import annotations

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.tree import FINITE, Tree, Word
from fonds.record import Attitude


def attitude_of(tree: Tree, cue: Cue) -> Attitude:
    """The attitude of a cue to its content."""
    if _commits(tree, cue):
        return "commit"
    if _urges(tree, cue):
        return "direct"
    return "ask" if _inquires(tree, cue) else cue.attitude


def _inquires(tree: Tree, cue: Cue) -> bool:
    """ "Asked for his views", "a request for information": an answer is asked for, and no deed."""
    if cue.attitude != "direct" or cue.frame not in {"preposition", "object"}:
        return False
    start, end = cue.content
    head = next((word for word in tree.words[start : end + 1] if not start <= word.head <= end), None)
    return head is not None and head.lower in lexicon().lists["deeds answers"]


def _urges(tree: Tree, cue: Cue) -> bool:
    """ "Suggested that they wait", "insisted that they should wait", "I suggest you wait": something is to be
    done."""
    if cue.noun or cue.frame != "clause" or lexicon().verb(tree[cue.head].lower) not in {"suggest", "insist"}:
        return False
    clause = _clause_of(tree, cue)
    return clause is not None and (_is_to_be(tree, clause) or _is_thought_of(tree, clause, {"might", "could"}))


def _commits(tree: Tree, cue: Cue) -> bool:
    """ "Assured that … would", "agreed that they would come", "agreed that it be sent": a promise."""
    lemma = lexicon().verb(tree[cue.head].lower)
    noun = lexicon().noun(tree[cue.head].lower) if cue.noun else None
    if cue.frame != "clause":
        return False
    if lemma == "agree":
        clause = _clause_of(tree, cue)
        return clause is not None and (_is_to_be(tree, clause) or _is_thought_of(tree, clause, {"would", "will"}))
    head = next((w for w in tree.words[cue.content[0] : cue.content[1] + 1] if w.tag == "MD"), None)
    is_assuring = lemma in {"assure", "reassure"} or noun == "assurance"
    return is_assuring and head is not None and head.lower in {"would", "will", "could", "shall"}


def _clause_of(tree: Tree, cue: Cue) -> Word | None:
    """The verb of the clause that a content is."""
    start, end = cue.content
    tags = FINITE | {"VB", "VBN", "VBG"}
    return next((word for word in tree.words[start : end + 1] if word.head == cue.head and word.tag in tags), None)


def _first_of(tree: Tree, clause: Word) -> Word:
    """The first of the verbs of a clause: its auxiliary, or itself."""
    return min([clause, *tree.children(clause, "aux", "auxpass")], key=lambda word: word.at)


def _is_to_be(tree: Tree, clause: Word) -> bool:
    """Whether a clause tells what is to be: "it be sent", "he stop", "they should wait", "you wait"."""
    first, subject = _first_of(tree, clause), tree.subject(clause)
    if first.tag != "VBP" or subject is None:
        return first.tag == "VB" or first.lower == "should"
    is_singular = subject.tag in {"NN", "NNP"} or subject.lower in {"he", "she", "it"}
    return is_singular or (subject.lower in {"you", "we", "they"} and first.lower not in {"are", "have", "do"})


def _is_thought_of(tree: Tree, clause: Word, auxiliaries: set[str]) -> bool:
    """Whether a clause tells what somebody might or would do: "we might ask him", "Tor would come"."""
    subject = tree.subject(clause)
    is_somebody = subject is not None and (subject.tag == "NNP" or (subject.tag == "PRP" and subject.lower != "it"))
    return is_somebody and _first_of(tree, clause).lower in auxiliaries
