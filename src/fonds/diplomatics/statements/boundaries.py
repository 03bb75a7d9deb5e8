"""Where contents begin and end beside each other: in lists, before asides, where an outer content is taken up again."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.next_clauses import past_list
from fonds.diplomatics.statements.spans import OPENING, content_start, trim
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import is_somebody, plain, words_of


def bounded(tree: Tree, cue: Cue, others: list[Cue]) -> Cue:
    """The cue with its content from where that opens to the end of the list that it opens, or before an aside or item:
    "His hope that it is so, that it lasts, and that …"."""
    start = _past_or_not(tree, content_start(tree, cue))
    end = _before_answer(tree, cue, past_list(tree, cue, others))
    cue = replace(cue, content=trim(tree, start, _past_colon(tree, end)) or cue.content)
    return _before_next_item(tree, _before_aside(tree, cue, others))


def _past_or_not(tree: Tree, start: int) -> int:
    """ "Asked whether or not they would come": "or not" belongs to the "whether"."""
    words = [tree.lower(at) for at in range(start - 1, start + 2)]
    return start + 2 if words == ["whether", "or", "not"] else start


def _past_colon(tree: Tree, end: int) -> int:
    """ "Said they should do the following: first, wait; …": what is announced at the end of a content belongs to it."""
    is_announced = tree.lower(end) in {"following", "follows"} and tree.lower(end + 1) == ":"
    return len(tree) - 1 if is_announced else end


def _before_answer(tree: Tree, cue: Cue, end: int) -> int:
    """ "Felt that they would not come with which Mr. Tor agreed", "asked what chance there was of a truce saying that
    …": how another takes what was said, or with what it is said, is no part of it."""
    words = tree.words[cue.content[0] + 2 : end + 1]
    return next((word.at - 1 for word in words if _opens_answer(tree, word) or _opens_telling(tree, word)), end)


def _opens_answer(tree: Tree, prep: Word) -> bool:
    which = tree.next(prep)
    verb = tree.next(which, 2) if which is not None and which.lower == "which" else None
    while verb is not None and verb.tag in {"NNP", "NN", "RB"}:
        verb = tree.next(verb)
    if prep.lower not in {"to", "with"} or verb is None or verb.tag != "VBD":
        return False
    subject = tree.subject(verb)
    lemma = lexicon().verb(verb.lower)
    answers = lexicon().lists["telling verbs"] | lexicon().lists["telling assent"]
    return lemma in answers and subject is not None and (subject.tag == "NNP" or subject.lower in {"i", "he", "she"})


def _opens_telling(tree: Tree, verb: Word) -> bool:
    noun = tree.next(verb, -1)
    is_telling = verb.tag == "VBG" and lexicon().verb(verb.lower) in lexicon().lists["telling verbs"]
    if (
        not is_telling
        or noun is None
        or noun.tag not in {"NN", "NNS"}
        or tree.lower(verb.at + 1) not in {"that", "out"}
    ):
        return False
    tells_itself = words_of("writings") | words_of("records") | words_of("speakers")
    return not is_somebody(noun.text) and plain(noun.text) not in tells_itself


def _before_aside(tree: Tree, cue: Cue, others: list[Cue]) -> Cue:
    """A content ends before an aside at the end of its sentence: "They refuse to come, he says, smiling"."""
    start, end = cue.content
    for aside in others:
        is_beside = aside.frame == "quotation" or aside.beside
        is_aside = is_beside and not aside.encloses and aside.content[1] < aside.head
        if is_aside and start <= aside.content[1] < aside.head <= end and cue.head < aside.content[1]:
            return replace(cue, content=trim(tree, start, aside.content[1]) or cue.content)
    return cue


def _before_next_item(tree: Tree, cue: Cue) -> Cue:
    """ "(1) He was sure that it was late and (2) …": what begins in one of several numbered items ends in it."""
    start, end = cue.content
    items = _items(tree)
    following = next((at for at in items if start < at <= end), None)
    if following is None or items[0] >= min(start, cue.words[0]):
        return cue
    last = following - 1
    while tree.lower(last) in {"and", "or", "but", ",", ";"}:
        last -= 1
    return replace(cue, content=trim(tree, start, last) or cue.content)


def _items(tree: Tree) -> list[int]:
    """Where the numbers of items open, "(1)" or "(a)"."""
    opening = (word.at for word in tree.words[:-2] if word.text == "(")
    return [at for at in opening if tree[at + 2].text == ")" and len(tree[at + 1].text) == 1]


def within(tree: Tree, cue: Cue, others: list[Cue]) -> Cue:
    """A cue in a content that "that" opens ends where "and that" takes the outer content up again."""
    start, end = cue.content
    over = [other.content for other in others if other.content[0] < cue.head <= other.content[1] and other is not cue]
    opens_over = any(tree.lower(first - 1) == "that" for first, _ in over)
    own = tree[cue.source] if over and cue.source is not None and tree[cue.source].tag == "PRP" else None
    is_wh = tree[start].tag in {"WRB", "WP", "WDT"}
    for at in range(start + 1, end):
        if not _takes_up(tree, at, end, own):
            continue
        goes_on = own is not None and tree.lower(at + 2) == own.lower != tree.lower(start)
        before = start - 1 - (tree.lower(start - 1) in OPENING)
        is_deeper = (opens_over or is_wh) and tree.lower(before) != "that"
        if goes_on or (over and (is_deeper or _is_next_item(tree, cue, over, at))):
            return replace(cue, content=trim(tree, start, at - 1) or cue.content)
    return cue


def _is_next_item(tree: Tree, cue: Cue, over: list[tuple[int, int]], at: int) -> bool:
    """ "Said that it was late, that Rask knew that it was so, and that …": whether the item after a cue's begins at a
    place."""
    first = max(start for start, _ in over)
    is_item = any(tree.lower(before) == "," and tree.lower(before + 1) == "that" for before in range(first, cue.head))
    return is_item and tree.lower(at - 1) == ","


def _takes_up(tree: Tree, at: int, end: int, own: Word | None) -> bool:
    """Whether "and that" stands at a place, or the ", that" of a list: which has an "and that" before its end, or takes
    up the pronoun of who speaks, "He recognized that it was late, that he …"."""
    if tree.lower(at + 1) != "that" or tree[at + 1].tag not in {"IN", "WDT"}:
        return tree.lower(at) == ";" and tree.lower(at + 1) == "that"
    is_listed = any(tree.lower(later) == "and" and tree.lower(later + 1) == "that" for later in range(at + 1, end))
    is_listed = is_listed or (own is not None and tree.lower(at + 2) == own.lower)
    return tree.lower(at) in {"and", "but", ";"} or (tree.lower(at) == "," and is_listed and tree[at + 1].tag == "IN")
