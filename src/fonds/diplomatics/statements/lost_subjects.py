"""Subjects that the parser did not give to their verb: a name after its office, a noun after a long opening phrase."""

from __future__ import annotations

from msgspec.structs import replace

from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

_MISTAKEN = {"appos", "pobj", "dobj", "npadvmod", "dep", "conj", "attr", "ROOT"}
"""What the parser may take a subject for."""
_EACH = {"both", "all", "each"}
"""What may stand after names that are one subject."""
_BETWEEN = {"RB", "MD", "VBZ", "VBP", "VBD"}


def with_subjects(tree: Tree) -> Tree:
    """The tree with a subject for each verb of telling that has lost its own, and with one where it was given two."""
    tree = _without_topic(_with_predicate(_with_teller(_with_passive(_with_tense(tree)))))
    words = list(tree.words)
    for verb in tree:
        if verb.tag not in {"VBD", "VBZ", "VBP", "VBN"} or lexicon().verb(verb.lower) is None:
            continue
        own = tree.children(verb, "nsubj")
        if len(own) == 2 and plain(own[0].text) in words_of("times"):
            words[own[0].at] = replace(own[0], dep="npadvmod")  # "The evening of May 2 a spokesman said"
        elif len(own) == 2 and own[0].at + 1 == tree.left(own[1]) and own[1].tag[:3] == "NNP":
            words[own[0].at] = replace(own[0], dep="compound", head=own[1].at)
        elif (name := _joined_before(tree, verb)) is not None:
            words[name.at] = replace(name, dep="nsubj", head=verb.at)
        elif verb.tag in {"VBD", "VBZ"} and verb.dep in {"ROOT", "dep"} and not tree.children(verb, *SUBJECTS):
            lost = _lost(tree, verb) if verb.dep == "ROOT" else None
            lost = lost or _name_before(tree, verb) or _name_with_clause(tree, verb) or _interposed_after(tree, verb)
            if lost is not None:
                words[lost.at] = replace(lost, dep="nsubj", head=verb.at)
            if lost is not None and (other := _other_before(tree, lost)) is not None:
                words[other.at] = replace(other, dep=lost.dep, head=lost.head)  # "from the President Mr. Tor said"
            if lost is not None and _is_after_topic(tree, lost.at):
                words[: lost.at] = _topic(tree, lost)
    return tree if words == tree.words else Tree(tree.text, words)


def _with_tense(tree: Tree) -> Tree:
    """The tree of a telegram's "Added that it was late" or of "Tor informed Rask that …", of which the verb was read as
    a participle."""
    first = tree[0] if len(tree) else None
    root = tree.root()
    if root is not None and root.tag == "VBN" and tree.child(root, "nsubj") and not tree.child(root, "aux", "auxpass"):
        return Tree(tree.text, [replace(word, tag="VBD") if word is root else word for word in tree])
    if first is None or first.tag not in {"VBN", "VB"} or first.dep != "ROOT":
        return tree
    lemma = lexicon().verb(first.lower)
    entry = lexicon().verbs.get(lemma or "")
    is_active = lemma != first.lower and tree.child(first, "agent", "auxpass", *SUBJECTS) is None
    is_told = is_active and entry is not None and _has_complement(tree, first, entry)
    return Tree(tree.text, [replace(first, tag="VBD"), *tree.words[1:]]) if is_told else tree


def _with_passive(tree: Tree) -> Tree:
    """The tree of a telegram's "You requested see Mr. Tor", which asks for it and does not tell what the reader did."""
    if len(tree) < 3 or tree.lower(0) not in {"you", *words_of("posts")} or tree[1].tag not in {"VBD", "VBN"}:
        return tree
    is_told = tree[0].head == 1 and lexicon().verb(tree.lower(1)) in {"authorize", *lexicon().lists["telling ordered"]}
    is_verb = tree[2].tag in {"VB", "VBP"} or (tree[2].tag == "NN" and tree[2].dep == "xcomp")
    if not is_told or not is_verb:
        return tree
    words = [
        replace(tree[0], dep="nsubjpass"),
        replace(tree[1], tag="VBN"),
        replace(tree[2], tag="VB"),
        *tree.words[3:],
    ]
    return Tree(tree.text, words)


def _has_complement(tree: Tree, verb: Word, entry: Entry) -> bool:
    """Whether a verb has for its complement what it takes in the active: no "Authorized to come"."""
    if tree.child(verb, "ccomp") is not None:
        return "clause" in entry.takes
    if tree.child(verb, "xcomp") is not None:
        return entry.takes.get("infinitive") in {"commit", "feel"}
    if tree.child(verb, "dobj") is not None:
        return "object" in entry.takes
    return any(prep.lower in entry.takes for prep in tree.children(verb, "prep"))


def _with_teller(tree: Tree) -> Tree:
    """The tree of "Pask stated govt had come", of which the verb of telling was read as an adjective of "govt"."""
    verb = next((word for word in tree if word.tag[:3] != "NNP"), None)
    if verb is None or verb.at == 0 or verb.dep != "amod" or verb.tag not in {"VBN", "VBD"}:
        return tree
    noun = tree[verb.head]
    clause = tree[noun.head]
    is_clause = noun.dep in SUBJECTS and clause.dep == "ROOT" and noun.at > verb.at
    if not is_clause or lexicon().verb(verb.lower) not in lexicon().lists["telling prompted"]:
        return tree
    words = list(tree.words)
    name = words[verb.at - 1]
    words[name.at] = replace(name, dep="nsubj", head=verb.at)
    words[verb.at] = replace(verb, tag="VBD", dep="ROOT", head=verb.at)
    words[clause.at] = replace(clause, dep="ccomp", head=verb.at)
    return Tree(tree.text, words)


def _with_predicate(tree: Tree) -> Tree:
    """The tree of "A poll taken before the crash suggested that …", where "the crash suggested" was read: a sentence of
    which the root is a noun has its predicate in the verb of telling that was put into a clause beside it."""
    root = tree.root()
    if root is None or root.tag[:2] not in {"NN", "CD"}:
        return tree
    if (told := _told_of(tree, root)) is not None:
        return told
    for verb in tree.words[root.at :]:
        if _is_predicate_of(verb, root) and not tree.children(verb, *SUBJECTS, "agent"):
            return _governed(tree, root, verb)
        mark, subject = tree.child(verb, "mark"), tree.child(verb, "nsubj")
        is_clause = verb.dep == "advcl" and verb.tag in {"VBD", "VBZ"} and lexicon().verb(verb.lower) is not None
        if is_clause and mark is not None and subject is not None and mark.at < subject.at and mark.at + 4 > subject.at:
            words = list(_governed(tree, root, verb))
            words[mark.at] = replace(mark, dep="prep", head=root.at)
            words[subject.at] = replace(subject, dep="pobj", head=mark.at)
            return Tree(tree.text, words)
    return tree


def _told_of(tree: Tree, root: Word) -> Tree | None:
    """The tree of "Tor and Rask pressed need for it", where "pressed" was read as an adjective of the root."""
    verb = tree[tree.left(root)] if tree.left(root) == root.at else None
    verb = next((word for word in tree.children(root, "amod") if word.tag == "VBN" and word.at < root.at), verb)
    subject = next((word for word in tree.children(root, "nmod", "compound") if word.tag == "NNP"), None)
    if verb is None or subject is None or tree.child(root, "det", "poss") is not None:
        return None
    if lexicon().verb(verb.lower) not in lexicon().verbs or tree.right(subject) + 1 != verb.at:
        return None
    words = list(tree.words)
    words[subject.at] = replace(subject, dep="nsubj", head=verb.at)
    words[verb.at] = replace(verb, tag="VBD", dep="ROOT", head=verb.at)
    words[root.at] = replace(root, dep="dobj", head=verb.at)
    return Tree(tree.text, words)


def _without_topic(tree: Tree) -> Tree:
    """The tree of "Re Berlin concluded that …", "Regarding Tosec 7 believe …": the topic was read as a subject."""
    first = tree[0] if len(tree) > 3 else None
    if first is None or first.lower not in lexicon().lists["openers topics"]:
        return tree
    subject = next((word for word in tree if word.dep == "nsubj" and tree.left(word) == 1), None)
    number = next((word for word in tree if word.dep == "nsubj" and word.tag == "CD" and word.at < 4), None)
    if number is not None and tree[number.at + 1].tag == "VBP" and number.at > 1:
        return Tree(tree.text, [replace(word, dep="nummod") if word is number else word for word in tree])
    if subject is None or tree[subject.at + 1].tag != "VBD":
        return tree
    words = list(tree.words)
    words[subject.at] = replace(subject, dep="pobj", head=0)
    return Tree(tree.text, words)


def _is_predicate_of(verb: Word, root: Word) -> bool:
    """ "Its chairman, Emil Rask, called on …": a verb of telling with tense that was read as a participle."""
    lemma = lexicon().verb(verb.lower)
    is_told = verb.tag in {"VBD", "VBZ"} or (verb.tag == "VBN" and lemma in lexicon().lists["telling verbs"])
    is_finite = lemma is not None and is_told
    return is_finite and verb.dep == "acl" and verb.head == root.at


def _governed(tree: Tree, subject: Word, verb: Word) -> Tree:
    """The tree with the verb for its root, and the root that it had for the verb's subject."""
    words = list(tree.words)
    words[subject.at] = replace(subject, dep="nsubj", head=verb.at)
    words[verb.at] = replace(verb, dep="ROOT", head=verb.at, tag="VBD" if verb.tag == "VBN" else verb.tag)
    return Tree(tree.text, words)


def _is_after_topic(tree: Tree, last: int) -> bool:
    """ "On Loran-C FonMin said …": a name right after the topic with which telegrams open a sentence."""
    opens = tree[0].lower in lexicon().lists["openers topics"] and tree[last].head == tree[0].at
    return opens and tree[last].tag == "NNP" and last > 1 and tree[last - 1].tag[:2] == "NN"


def _topic(tree: Tree, subject: Word) -> list[Word]:
    """The words before such a name, which are no longer its own but the topic's."""
    noun = tree[subject.at - 1]
    words = [replace(word, head=noun.at) if word.head == subject.at else word for word in tree.words[: subject.at]]
    words[noun.at] = replace(noun, dep="pobj", head=0)
    return words


def _before_aside(tree: Tree, last: int) -> int:
    """ "…, Ada Rask, prosecuting, said …": the place before a participle alone between commas."""
    is_aside = (
        last > 3 and tree[last].text == "," and tree.lower(last - 1).endswith("ing") and tree[last - 2].text == ","
    )
    return last - 3 if is_aside else last


def _name_before(tree: Tree, verb: Word) -> Word | None:
    """ "In answer to a question from the King Mr. Tor said …", "were about to leave Tor asked": the name right before a
    verb of telling that has no other subject."""
    name = tree[verb.at - 1] if verb.at > 0 else verb
    words = lexicon()
    is_telling = words.verb(verb.lower) in words.lists["telling verbs"] or tree.child(verb, "ccomp") is not None
    is_name = name.tag == "NNP" and name.dep in _MISTAKEN - {"ROOT"} and tree.right(name) == name.at
    is_whole = tree.child(name, "det") is None or plain(name.text) in words_of("persons")
    is_topic = name.at == 1 and tree.lower(0) in words.lists["openers topics"]
    return (
        name
        if is_telling and is_name and not is_topic and (is_whole or _other_before(tree, name) is not None)
        else None
    )


def _joined_before(tree: Tree, verb: Word) -> Word | None:
    """ "He asked about Halvern and Tor said …": a name right before a verb, which was joined to the name before it."""
    name = tree[verb.at - 1] if verb.at > 1 else verb
    is_name = name.tag == "NNP" and name.dep == "conj" and tree.right(name) == name.at and tree[name.head].tag == "NNP"
    is_told = lexicon().verb(verb.lower) in lexicon().lists["telling verbs"] and verb.tag in {"VBD", "VBZ"}
    is_joined = is_told and verb.dep == "conj" and not tree.children(verb, "aux", *SUBJECTS)
    return name if is_name and is_joined and tree[tree.left(name) - 1].tag == "CC" else None


def _name_with_clause(tree: Tree, verb: Word) -> Word | None:
    """ "In reply Tor, who was tired, said …": a name after an opening phrase, with a clause between commas."""
    last = verb.at - 1 - (tree.lower(verb.at - 1) == ",")
    name = next((word for word in tree.words[: max(last, 0)] if tree.lower(word.at + 1) == ","), None)
    if name is None or name.tag != "NNP" or name.dep not in _MISTAKEN - {"ROOT"} or tree.lower(name.at + 2) != "who":
        return None
    return name if tree.right(name) == last and not any(word.tag in FINITE for word in tree.words[: name.at]) else None


def _interposed_after(tree: Tree, verb: Word) -> Word | None:
    """ "Besides, said the King, Halvern had no guns": between commas, who stands after a verb of telling."""
    if tree.lower(verb.at - 1) != "," or lexicon().verb(verb.lower) not in lexicon().lists["telling verbs"]:
        return None
    return next(
        (
            noun
            for noun in tree.words[verb.at + 1 :]
            if noun.tag[:2] == "NN" and tree.left(noun) == verb.at + 1 and tree.lower(noun.at + 1) == ","
        ),
        None,
    )


def _other_before(tree: Tree, name: Word) -> Word | None:
    """ "The President Welensky": an office with an article is another's, and no title of the name after it."""
    before = tree[name.at - 1] if name.at > 1 else name
    is_office = before.dep == "compound" and before.head == name.at and plain(before.text) in words_of("persons")
    return before if is_office and tree.lower(before.at - 1) == "the" else None


def _lost(tree: Tree, verb: Word) -> Word | None:
    """ "In the suburb of Palma, a group of them said …": the noun after a comma that reaches as far as the verb."""
    last = verb.at - 1
    while last > 0 and (tree[last].lower in _EACH or (tree[last].tag in _BETWEEN and tree[last].head == verb.at)):
        last -= 1
    if _is_after_topic(tree, last):
        return tree[last]
    last = _before_aside(tree, last)
    for noun in tree.words[: last + 1]:
        is_noun = noun.tag[:2] == "NN" and noun.dep in _MISTAKEN
        if is_noun and tree.lower(tree.left(noun) - 1) == "," and tree.right(noun) == last:
            return noun
    return None
