"""Contents that are whole clauses: "that he came", "whether he would come", "“I come”"."""

from __future__ import annotations

from fonds.diplomatics.statements.complement import (
    QUESTION_WORDS,
    VERB_TAGS,
    Finder,
    Found,
    complements,
    hearer_between,
)
from fonds.diplomatics.statements.cue import Frame
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.spans import OPENING, STRAIGHT
from fonds.diplomatics.statements.tree import OBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

_BEFORE_OTHER_THAT = {"now", "so", "given", "provided"}
"""Words with which "that" opens no content: "now that it is late"."""
_SUBJECT_PRONOUNS = {"he", "she", "they", "we", "i", "it", "this", "these"}


def _clause(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    that = _that_after(tree, word, last)
    if word.tag[:2] == "JJ" and any(adverb.lower == "so" for adverb in tree.children(word, "advmod")):
        return None  # "was so tired that he left"
    if _is_answer(tree, word, last):
        return last + 1, entry.takes["clause"], None
    if that is not None:
        return that + 1, entry.takes["clause"], hearer_between(tree, word, entry, that)
    lest = next((one for one in complements(tree, word, "advcl", "ccomp") if _opens_with_lest(tree, one)), None)
    if lest is not None and entry.takes["clause"] == "feel":
        return tree.left(lest) + 1, "feel", None
    for child in complements(tree, word, "ccomp"):
        has_tense = tree.is_finite(child) or (tree.left(child) == last + 1 and _is_short_of_verb(tree, word, child))
        if child.at < last or not has_tense or _is_inverted(tree, word, child) or _is_circumstance(tree, child, last):
            continue
        if _is_question(tree, child, entry):
            continue
        start = max(tree.left(child), last + 1)
        if tree.lower(start) in (QUESTION_WORDS - {"if"} if "question" in entry.takes else {"what", "whatever"}):
            continue
        start = _after_that(tree, word, entry, child, start, last)
        return start, entry.takes["clause"], hearer_between(tree, word, entry, start)
    return _hidden_clause(tree, word, entry, last)


def _is_circumstance(tree: Tree, clause: Word, last: int) -> bool:
    mark = tree.child(clause, "mark")
    return mark is not None and _is_of_circumstance(tree, mark, last)


def _is_of_circumstance(tree: Tree, that: Word, last: int) -> bool:
    """ "Tell them now that it is late", "move it so that it be seen": with a word before it "that" opens no content."""
    return that.at > last + 2 and tree.lower(that.at - 1) in _BEFORE_OTHER_THAT


def _opens_with_lest(tree: Tree, clause: Word) -> bool:
    """ "Feared lest they come", "was concerned lest it be late"."""
    return tree.lower(tree.left(clause)) == "lest"


def _after_that(tree: Tree, word: Word, entry: Entry, clause: Word, start: int, last: int) -> int:
    """Where the content of a clause that starts somewhere starts: after "that"; with the noun that it is about."""
    mark = tree.child(clause, "mark")
    if mark is not None and mark.lower == "that" and mark.at >= start:
        return mark.at + 1
    if _begins_with_object(tree, word, entry, last, start):
        return last + 1
    is_that = tree.lower(start) == "that" and (start == last + 1 or entry.hearer == "object")
    return start + (is_that and not tree.lower(start + 1).startswith(("is", "was", "would")))


def _is_answer(tree: Tree, word: Word, last: int) -> bool:
    """ "He said no.": an answer of a word."""
    is_answer = tree.lower(last + 1) in lexicon().lists["telling answers"]
    is_last = last + 2 >= len(tree) or tree[last + 2].text in {".", ",", ";"} or tree[last + 2].tag == "CC"
    return is_answer and is_last and lexicon().verb(word.lower) in lexicon().lists["telling verbs"]


def _is_short_of_verb(tree: Tree, word: Word, child: Word) -> bool:
    """ "Said contact not dangerous", "replied talks going on": telegrams leave out "is" and "are"."""
    subject = tree.child(child, "nsubj", "nsubjpass")
    if subject is None or child.dep != "ccomp" or tree.children(child, "aux", "auxpass", "mark"):
        return False
    is_telling = lexicon().verb(word.lower) in lexicon().lists["telling verbs"]
    return is_telling and (subject.tag[:2] == "NN" or subject.lower in _SUBJECT_PRONOUNS) and child.tag != "VB"


def _begins_with_object(tree: Tree, word: Word, entry: Entry, last: int, start: int) -> bool:
    """ "Replied ship he had seen did not …": without "that", what a clause is about is taken for an object."""
    about = tree.child(word, "dobj")
    is_right_after = about is not None and tree.left(about) == last + 1 < start and about.tag[:2] == "NN"
    return is_right_after and entry.hearer != "object"


def _hidden_clause(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    """ "Told me at the end of the session he had come …": a clause that the parser hung on the noun before it."""
    told_of = tree.child(word, "dobj") is not None and entry.hearer != "object"
    if told_of or lexicon().verb(word.lower) not in lexicon().lists["telling verbs"]:
        return None
    for child in tree.words[last + 1 : tree.right(word) + 1]:
        subject = tree.child(child, "nsubj", "nsubjpass")
        if child.dep != "relcl" or subject is None or subject.tag != "PRP" or not tree.is_finite(child):
            continue
        noun = tree[child.head]
        outside = noun.dep == "pobj" and tree[noun.head].head == word.at
        if outside and tree.left(child) == subject.at and tree.child(child, "dobj", "mark") is not None:
            return subject.at, entry.takes["clause"], hearer_between(tree, word, entry, subject.at)
    return None


def _is_inverted(tree: Tree, word: Word, child: Word) -> bool:
    """ "…, said X, …": what stands before the verb is the content, and another rule's."""
    return tree.left(child) < word.at and child.at < word.at


def _that_after(tree: Tree, word: Word, last: int) -> int | None:
    """The place of a "that" which opens the content, at once or after hearer, adverbs or an aside."""
    for at in range(last + 1, min(len(tree), last + 14)):
        here = tree[at]
        if here.lower == "that" and at > last + 1 and tree.lower(at - 1) == "," and _is_condition_between(tree, word):
            return None  # which opens what is told round the condition
        if here.lower == "that" and _is_of_circumstance(tree, here, last):
            return None
        if here.lower == "that" and here.dep == "det" and tree.lower(at - 1) in {"at", "on"}:
            continue  # "told him on that occasion that …"
        if here.lower == "that" and here.tag in {"IN", "WDT", "DT", "RB"}:
            return at if _opens_clause(tree, here, word) and tree.lower(at - 1) not in {"and", "but"} else None
        if here.tag in {"VBD", "VBZ", "VBP", "MD", "VB", "TO"} and not _is_aside(tree, here):
            return None
        if here.text in {";", ":"} or _takes_clause(here):
            return None
    return None


def _takes_clause(word: Word) -> bool:
    """ "Was relieved after hearing that …": a participle between takes the clause."""
    is_participle = word.tag == "VBG" and word.dep not in {"pobj", "dobj", "nsubj"}
    entry = lexicon().verbs.get(lexicon().verb(word.lower) or "") if is_participle else None
    return entry is not None and "clause" in entry.takes


def _is_aside(tree: Tree, verb: Word) -> bool:
    if _is_condition_between(tree, verb):
        return True
    return verb.dep in {"parataxis", "aux"} and "," in {tree.lower(verb.at - 1), tree.lower(verb.at - 2)}


def _is_condition_between(tree: Tree, verb: Word) -> bool:
    """ "I shall tell Mr. Tor, if I see him, that …": a verb in a clause between commas, before a "that"."""
    first, last = tree.left(verb), tree.right(verb)
    mark = tree.child(verb, "mark", "advmod")
    is_clause = mark is not None and mark.at == first and mark.lower in {"if", "when", "as", "while", "although"}
    commas = [at for at in range(verb.at, min(last + 2, len(tree))) if tree.lower(at) == ","]
    return is_clause and tree.lower(first - 1) == "," and bool(commas)


def _opens_clause(tree: Tree, that: Word, word: Word) -> bool:
    head = tree.head(that)
    if that.tag == "IN" and that.dep in {"dobj", "nsubj", "nsubjpass"}:
        return not _is_of_object(tree, that, word)
    if that.dep in {"det", "nsubj", "dobj", "pobj", "nsubjpass"} and that.tag == "DT":
        return False
    if head is None or head.at < that.at:
        return False
    if head.dep in {"relcl", "acl"}:
        noun = tree.head(head)
        if noun is None or noun.at <= word.at:
            return True
        is_whole = that.dep == "dobj" and len(tree.children(head, "dobj")) > 1  # "wrote in an editorial that …"
        is_beside = noun.dep == "pobj" and tree[noun.head].head == word.at and (is_whole or _is_written_in(noun, head))
        return (that.dep == "mark" or is_beside) and not _has_content(tree, noun, word)
    return word.at in {ancestor.at for ancestor in tree.ancestors(head)} or _is_hung_above(tree, head, word)


def _is_of_object(tree: Tree, that: Word, word: Word) -> bool:
    """ "Mentioned signs that we had had": a "that" which stands for the object before it."""
    clause, noun = tree[that.head], tree[that.at - 1]
    lacks_object = that.dep == "dobj" and len(tree.children(clause, "dobj")) == 1
    return lacks_object and clause.dep == "relcl" and clause.head == noun.at and noun.head == word.at


def _is_written_in(noun: Word, verb: Word) -> bool:
    """ "States in a memoir that he met the envoys", "said at the time that …": what is told in writing or on an
    occasion, and not "in a letter that he sent"."""
    is_writing = plain(noun.text) in words_of("writings") | words_of("speakers") | words_of("occasions")
    return is_writing and lexicon().verb(verb.lower) not in lexicon().lists["before written"]


def _is_hung_above(tree: Tree, clause: Word, word: Word) -> bool:
    """ "Summed it up by assuring us that …": a clause that the parser hung on a verb above, which takes none."""
    above = tree.head(clause)
    entry = lexicon().verbs.get(lexicon().verb(above.lower) or "") if above is not None else None
    is_above = above is not None and above.at < word.at and above.at in {up.at for up in tree.ancestors(word)}
    return is_above and clause.dep == "ccomp" and (entry is None or "clause" not in entry.takes)


def _has_content(tree: Tree, noun: Word, word: Word) -> bool:
    """Whether a "that" opens the content of a noun, and not of the verb before: "inferred from his words that"."""
    prep = tree.head(noun) if noun.dep == "pobj" else None
    return lexicon().noun(noun.lower) is not None and not (prep is not None and prep.head == word.at)


_ASKING = {"ask", "inquire", "enquire", "wonder"}
"""Verbs after which "what aspect of it" is a question."""
_AFTER_PREPOSITION = {"what", "which", "whom", "whose"}


def _question(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    for child in [
        *complements(tree, word, "ccomp", "advcl", "xcomp", "pcomp", "dobj"),
        *_under_others(tree, word, entry),
        *_of_hearer(tree, word, entry),
    ]:
        start = max(tree.left(child), last + 1)
        if child.at <= last or any(tree[at].text == ":" for at in range(last + 1, start)):
            continue
        first = tree.lower(start)
        if (first == "if" and not _is_question(tree, child, entry)) or _is_relative(tree, start, entry):
            continue
        asked_from = _preposition_before(tree, last + 1, child)
        if asked_from is not None and tree.is_finite(child):
            return asked_from, entry.takes["question"], hearer_between(tree, word, entry, asked_from)
        if child.dep == "dobj" and first in {"what", "which", "whose"} and lexicon().verb(word.lower) in _ASKING:
            return start, entry.takes["question"], hearer_between(tree, word, entry, start)
        is_short = first == "when" and child.tag == "VBN" and not tree.is_finite(child)  # "told them when questioned"
        if first in QUESTION_WORDS and not is_short and (tree.is_infinitive(child) or child.tag in VERB_TAGS | {"MD"}):
            hearer = hearer_between(tree, word, entry, start)
            return start + (first in {"whether", "if"}), entry.takes["question"], hearer
    return None


def _under_others(tree: Tree, word: Word, entry: Entry) -> list[Word]:
    """The clauses that the parser hung on prepositions with which the verb takes no content."""
    others = [prep for prep in tree.children(word, "prep") if prep.lower not in entry.takes]
    return [clause for prep in others for clause in tree.children(prep, "pcomp")]


def _of_hearer(tree: Tree, word: Word, entry: Entry) -> list[Word]:
    """ "Asked Mr. Tor where it had been left": the questions that the parser hung on who is asked."""
    asked = tree.children(word, *OBJECTS) if entry.hearer == "object" else []
    clauses = [clause for noun in asked for clause in tree.children(noun, "relcl")]
    return [clause for clause in clauses if tree[tree.left(clause)].tag == "WRB"]


def _preposition_before(tree: Tree, first: int, clause: Word) -> int | None:
    """ "Wondered to what extent …", "asked on which day …": the preposition with which a question opens."""
    return next(
        (
            at
            for at in range(first, min(clause.at, first + 4))
            if tree[at].dep == "prep" and tree.lower(at + 1) in _AFTER_PREPOSITION
        ),
        None,
    )


def _is_relative(tree: Tree, pronoun: int, entry: Entry) -> bool:
    """ "Mentioned several men who, he said, …", "told Mr. Tor who passed it on": "who" after a noun that is not
    spoken to, or after a name."""
    is_who, before = tree.lower(pronoun) in {"who", "whom", "whose"}, tree[pronoun - 1].tag
    is_told = before == "NNP" and entry.takes.get("question") != "ask"
    return is_who and (is_told or (before in {"NN", "NNS"} and entry.hearer != "object"))


def _is_question(tree: Tree, child: Word, entry: Entry) -> bool:
    """Whether a clause is a question: one with "if" only after what can be in doubt, not in "said if they came …"."""
    first = tree.lower(tree.left(child))
    return first == "whether" or (first == "if" and entry.takes.get("question") != "say")


def _quotation(tree: Tree, word: Word, entry: Entry, last: int) -> Found:
    """Quotation marks that open after the verb, its hearer and a comma or colon."""
    if tree.lower(last + 1) == "as" and tree.lower(last + 2) == "follows":
        last += 2
    for at in range(last + 1, min(len(tree), last + 9)):
        if tree[at].text in OPENING or (tree[at].text in STRAIGHT and _opens(tree, at)) or _opens_within(tree, at):
            before = tree.lower(at - 1)
            if before in {",", ":"} or at == last + 1 or _is_hearer(tree, word, entry, at - 1):
                return at + 1, entry.takes["quotation"], hearer_between(tree, word, entry, at)
            return None
        if tree[at].tag in VERB_TAGS | {"MD", "IN"} and tree[at].lower not in {"to", "of"}:
            return None
    return None


def _opens_within(tree: Tree, at: int) -> bool:
    """Whether a straight single mark opens a quotation within another: "I said, 'Look'"."""
    after = tree.next(tree[at])
    return tree[at].text == "'" and tree.lower(at - 1) in {",", ":"} and after is not None and after.text[:1].isupper()


def _opens(tree: Tree, at: int) -> bool:
    return sum(word.text in STRAIGHT for word in tree.words[:at]) % 2 == 0


def _is_hearer(tree: Tree, word: Word, entry: Entry, at: int) -> bool:
    return entry.hearer != "none" and any(tree.right(child) == at for child in tree.children(word, *OBJECTS, "prep"))


FINDERS: dict[Frame, Finder] = {"quotation": _quotation, "clause": _clause, "question": _question}
