"""Questions told of before their answer: "Asked by Tor why he had left, Brand said …", "Pressed on the cost, …"."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.noun_phrases import name_beside
from fonds.diplomatics.statements.spans import trim
from fonds.diplomatics.statements.subjects import agent_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word


def asked_cues(tree: Tree) -> Iterator[Cue]:
    """The question in the participle that a sentence opens with; whom it was put to is the subject of the sentence."""
    asked = next((word for word in tree.words[:3] if word.lower in lexicon().lists["asked participles"]), None)
    root = tree.root()
    if asked is None or asked.tag not in {"VBN", "VBD"} or root is None or root.at <= asked.at:
        return
    answerer = next((word for word in reversed(tree.children(root, *SUBJECTS)) if word.at > asked.at), None)
    if answerer is None or tree.children(asked, *SUBJECTS) or not _opens(tree, asked):
        return
    first = _question(tree, asked, tree.left(answerer))
    last = next((at for at in range(tree.left(answerer) - 1, asked.at, -1) if tree.lower(at) == ","), None)
    span = trim(tree, first, last - 1) if first is not None and last is not None and first < last else None
    if span is not None:
        agent = agent_of(tree, asked)
        source = agent and (name_beside(tree, agent) or agent)
        at = source.at if source is not None else None
        yield Cue(asked.at, (asked.at, asked.at), at, span, "ask", "question", (answerer.at,), unnamed=at is None)


def _opens(tree: Tree, asked: Word) -> bool:
    return all(word.lower in {"when", "if", "repeatedly", "once", "also"} for word in tree.words[: asked.at])


def _question(tree: Tree, asked: Word, end: int) -> int | None:
    """Where the question starts: at its question word, past "whether" and "if", else past "about"."""
    words = lexicon().lists
    for at in range(asked.at + 1, end):
        if tree.lower(at) in words["asked about"] and tree.lower(at + 1) not in words["asked words"]:
            return at + 1
        if tree.lower(at) in words["asked words"]:
            return at + (tree.lower(at) in {"whether", "if"})
    return None
