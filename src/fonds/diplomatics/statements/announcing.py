"""Sentences that announce what somebody said, which the paragraphs after them give: "He made the following points:"."""

from __future__ import annotations

import re

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.subjects import agent_of, subject_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import country_adjectives, country_words, plain, words_of

_FIRST_POINT = re.compile(r"(?:^|[\s:])\(?[aA1i]\)\s")
_ENDS = re.compile(r":[\d:]*\s*$")
"""How a sentence ends before what it announces, with the number of a footnote after it or without."""
_FROM = {"from", "by"}
LONGEST_HEARER = 6
"""Words between a verb and the colon after who is spoken to."""


def announcer(tree: Tree) -> Word | None:
    """Whose words a sentence announces: the subject of a verb of telling in the past, before a colon at the end; of any
    verb in the past before "with following points"."""
    root = tree.root()
    if root is None:
        return None
    if not tree.text.rstrip().endswith(":"):
        if _makes_points(tree, root):
            return tree.subject(root)
        has_points = len(tree) > 3 and tree.lower(len(tree) - 2) in lexicon().lists["telling points"]
        is_announced = tree.lower(len(tree) - 3) in lexicon().lists["telling announced"]
        return tree.subject(root) if has_points and is_announced and root.tag == "VBD" else None
    if (teller := _whose_points(tree)) is not None:
        return teller
    verb = _last_telling(tree)
    if verb is not None:
        subject = subject_of(tree, verb)
        return subject if subject is not None and subject.tag in {"NNP", "PRP"} else tree.subject(root)
    announced = lexicon().lists["telling announced"] | lexicon().lists["telling points"]
    return tree.subject(root) if root.tag == "VBD" and any(word.lower in announced for word in tree) else None


def _whose_points(tree: Tree) -> Word | None:
    """ "His account is as follows:", "The following are the points made by Mr. Tor:"."""
    if not any(word.lower in lexicon().lists["telling announced"] for word in tree):
        return None
    for noun in tree:
        owner = (
            tree.child(noun, "poss", "amod", "compound") if noun.lower in lexicon().lists["telling accounts"] else None
        )
        if owner is not None and (owner.dep == "poss" or owner.lower in country_words() | country_adjectives()):
            return owner
        made = tree.child(noun, "acl") if noun.lower in lexicon().lists["telling points"] else None
        if made is not None and made.tag == "VBN" and (agent := agent_of(tree, made)) is not None:
            return agent
    return None


def instructs(tree: Tree) -> bool:
    """Whether a sentence tells its reader what he is to say, "You should take following line:"."""
    is_announced = any(word.lower in lexicon().lists["telling announced"] for word in tree)
    if words_of("letters") & {plain(word.text) for word in tree}:
        return False  # "Please present following message from the President"
    told = (tree[word.head] for word in tree if word.lower == "you" and word.dep in SUBJECTS)
    return is_announced and any(lexicon().verb(verb.lower) in lexicon().lists["telling instructed"] for verb in told)


def _makes_points(tree: Tree, verb: Word) -> bool:
    """ "Mr. Tor then made the following comments on Halvern." """
    points = tree.child(verb, "dobj")
    if points is None or verb.tag != "VBD" or points.lower not in lexicon().lists["telling points"]:
        return False
    return any(child.lower in lexicon().lists["telling announced"] for child in tree.children(points, "amod"))


def announced_writer(tree: Tree) -> Word | None:
    """Whose letter a sentence announces: "received following message from Mr. Tor", "Rask sent this reply:"."""
    letter = next((word for word in tree if plain(word.text) in words_of("letters")), None)
    if letter is None or words_of("records") & {plain(word.text) for word in tree}:
        return None
    return _writer_of(tree, letter) if _is_of_what_follows(tree, letter) else None


def announces_text(tree: Tree) -> bool:
    """ "Following is text of draft statement:", which tells nobody for its writer."""
    texts = (word for word in tree if word.lower in lexicon().lists["telling texts"])
    return _ENDS.search(tree.text) is not None and any(
        _is_of_what_follows(tree, word) and _writer_of(tree, word) is None for word in texts
    )


def announced_recorder(tree: Tree) -> Word | None:
    """Whose record of a talk an editor quotes: "A memorandum drafted by Tor reads in part:"; the record's own word
    where the sentence does not tell."""
    if not _ENDS.search(tree.text):
        return None
    if not lexicon().lists["telling reads"] & {word.lower for word in tree}:
        root = tree.root()
        return tree.subject(root) if root is not None else None  # "Tor turned to the problem of trade:"
    writings = words_of("records") | words_of("writings")
    record = next((word for word in reversed(tree.words) if plain(word.text) in writings), None)
    return None if record is None else _writer_of(tree, record) or record


def reporter(tree: Tree) -> Word | None:
    """Who tells in what follows what others said in a talk: "Tor reported on his meeting with Rask", "according to
    Tor's memorandum of the meeting"."""
    for word in tree:
        if lexicon().verb(word.lower) in lexicon().lists["telling reported"] and word.tag == "VBD":
            told = (
                tree.child(prep, "pobj") for prep in tree.children(word, "prep") if prep.lower in {"on", "of", "about"}
            )
            if any(noun is not None and _is_talk(noun) for noun in (*told, *tree.children(word, "dobj"))):
                return subject_of(tree, word)
        if word.lower == "according" and tree.lower(word.at + 1) == "to":
            record = next((noun for noun in tree.words[word.at + 2 :] if noun.dep == "pobj"), None)
            if record is not None and plain(record.text) in words_of("records") | words_of("writings"):
                return _writer_of(tree, record)
    return None


def _is_talk(noun: Word) -> bool:
    return plain(noun.text) in words_of("talks")


def _writer_of(tree: Tree, letter: Word) -> Word | None:
    """Whose writing it is of which a noun tells: "Tor's letter", "a message from Tor", "Tor sent a note"."""
    owner = tree.child(letter, "poss")
    if owner is not None:
        return owner
    names = (tree.child(word, "pobj") for word in tree.words[letter.at :] if word.lower in _FROM)
    sender = next((name for name in names if name is not None and name.tag[:3] == "NNP"), None)
    head = tree[letter.head]
    is_sent = letter.dep == "dobj" and lexicon().verb(head.lower) in lexicon().lists["telling sent"]
    return sender or (subject_of(tree, head) if is_sent else None)


def _is_of_what_follows(tree: Tree, letter: Word) -> bool:
    """ "The following letter", "a letter which reads as follows:", "There follows a letter"."""
    announced = lexicon().lists["telling announced"]
    first = tree[1 if tree.lower(0) == "there" else 0]
    opens = first.lower in announced and first.dep != "prep"
    before = any(child.lower in announced | {"this"} for child in tree.children(letter, "amod", "det"))
    before = before or (tree.lower(tree.left(letter) - 1) in announced and tree.child(letter, "det") is None)
    return before or opens or (tree.text.rstrip().endswith(":") and tree.lower(len(tree) - 2) in announced)


def opener(tree: Tree) -> Word | None:
    """Who takes something up, of which sentences without a cue may follow: "The Secretary then turned to Berlin."."""
    root = tree.root()
    if root is None or root.tag != "VBD" or root.lower not in lexicon().lists["telling opened"]:
        return None
    return tree.subject(root) if any(prep.lower in {"to", "into"} for prep in tree.children(root, "prep")) else None


def _last_telling(tree: Tree) -> Word | None:
    """ "… and replied as follows:", "… he commented to the press:": the verb of telling with which a sentence ends."""
    end = len(tree) - 1 - (tree.lower(len(tree) - 2) == "follows" and tree.lower(len(tree) - 3) == "as") * 2
    verb = next((word for word in reversed(tree.words[:end]) if word.tag[:2] in {"VB", "MD"}), None)
    if verb is None or verb.tag not in {"VBD", "VBN"} or end - verb.at > LONGEST_HEARER:
        return None
    is_ended = not any(word.text == "," for word in tree.words[verb.at : end])
    tells = lexicon().lists["telling verbs"] | lexicon().lists["telling written"]
    return verb if is_ended and lexicon().verb(verb.lower) in tells else None


def has_first_point(words: str) -> bool:
    """Whether words are, or end with, the first of several numbered points: "three categories: (a) Berlin"."""
    return _FIRST_POINT.search(words) is not None
