"""Where a content begins and ends among the words of its sentence."""

from __future__ import annotations

from fonds.diplomatics.statements.complement import QUESTION_WORDS
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.joining import tells, thinks_too
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.next_clauses import (
    before_next_telling,
    opens_other,
    opens_reason,
    past_condition,
    past_reported,
    past_splice,
)
from fonds.diplomatics.statements.tree import DO, FINITE, SUBJECTS, Tree, Word

OPENING, CLOSING = {"“", "‘", "``"}, {"”", "’", "''"}
STRAIGHT = {'"'}
QUOTES = OPENING | CLOSING | STRAIGHT
_NARRATORS = {"i", "we"}
_OPENS_NAMED = set("DJNP")
"""First letters of the tags of what a noun phrase opens with: articles, adjectives, nouns, pronouns."""
EDGE = QUOTES | {",", ".", ";", ":", "?", "!", "—", "–", "--", "-", "…", "..."}


def trim(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The span without punctuation, quotation marks and conjunctions at its ends; None where nothing is left."""
    end = min(end, len(tree) - 1)
    while start <= end and (tree[start].text in EDGE or not tree[start].text.strip()):
        start += 1
    while end >= start and (tree[end].text in EDGE or tree[end].dep == "cc" or not tree[end].text.strip()):
        end -= 1
    return (start, end) if start <= end else None


def content_start(tree: Tree, cue: Cue) -> int:
    """ "He remarked that incident proof of X in that they refused", "said PM before leaving had asked": a clause that
    lacks its own verb or subject begins where the parser lost it, right after the verb of telling."""
    start, after = cue.content[0], cue.head + 1
    if cue.noun or cue.frame != "clause" or cue.encloses or start <= after or tree.lower(start - 1) == ",":
        return start
    if tree.lower(after) == "that":
        return after + 1 if tree[after + 1].tag[0] in _OPENS_NAMED else start
    entry = lexicon().verbs.get(lexicon().verb(tree[cue.head].lower) or "")
    clause = (word for word in tree.words[start : cue.content[1] + 1] if word.dep not in {"aux", "auxpass"})
    verb = next((word for word in clause if tree.is_finite(word)), None)
    lacks_subject = verb is not None and tree.subject(verb) is None and tree[after].tag[:3] == "NNP"
    return after if lacks_subject and entry is not None and entry.hearer != "object" else start


def content_end(tree: Tree, governor: Word, start: int) -> int:
    """The last place of a content that begins at `start` and depends on `governor`.

    It reaches as far as what the governor governs, up to what the governor is joined with ("said … and asked …") and to
    participles that attribute in their own right ("adding that …").
    """
    end = min(max(tree.right(governor), start), len(tree) - 1)
    if end == start and tree[start - 1].dep == "mark":
        end = tree.right(tree[tree[start - 1].head])  # a clause that the parser hung on a verb above
    for child in tree.children(governor):
        if child.at > start and _is_apart(tree, child):
            end = min(end, _with_conjunction(tree, child) - 1)
    for word in tree.words[start : end + 1]:
        if (
            _goes_on_beside(tree, word)
            or _is_accepted_by_another(tree, word, governor)
            or (word.at > start + 2 and (_is_assent(tree, word, governor) or _is_authors_next(tree, word, governor)))
        ):
            end = min(end, _with_conjunction(tree, word) - 1)
        if (
            _is_told_by_another(tree, word)
            or _is_participle_beside(tree, word, governor)
            or _is_told_next(tree, word, governor)
        ):
            end = min(end, _with_conjunction(tree, word) - 1)
        if _is_of_another(tree, word) and tree.left(word) > start + 2:
            end = min(end, tree.left(word) - 2)
    end = _past_aside(tree, start, _past_cut(tree, start, end))
    end = before_next_telling(tree, governor, start, _past_semicolons(tree, governor, end))
    end = past_condition(tree, past_reported(tree, governor, past_splice(tree, governor, start, end)))
    end = _before_closing(tree, start, end)
    return _without_parenthesis(tree, start, _before_open_parenthesis(tree, start, end))


def _goes_on_beside(tree: Tree, word: Word) -> bool:
    """ "Hoped they would wait, adding that it was late": a participle with which somebody goes on telling."""
    is_participle = word.tag == "VBG" and word.dep in {"advcl", "acl"} and tree.lower(tree.left(word) - 1) == ","
    return is_participle and tells(tree, word)


def _is_assent(tree: Tree, verb: Word, governor: Word) -> bool:
    """ "Suggested that they wait, and Mr. Tor agreed": how another answers, at the end of what was said."""
    if (
        verb.tag != "VBD"
        or governor.tag != "VBD"
        or lexicon().verb(verb.lower) not in lexicon().lists["telling assent"]
    ):
        return False
    subject = tree.subject(verb)
    is_last = tree.lower(verb.at + 1) in {".", ";", "", "”"}
    if subject is None or not is_last or subject.tag[:2] != "NN":
        return False
    return subject.at < verb.at and tree.lower(tree.left(subject) - 1) in {"and", "but"}


def _is_authors_next(tree: Tree, verb: Word, governor: Word) -> bool:
    """ "Believe you should wait, and hope you will": a second verb before which a telegram leaves out "I"."""
    unspoken = lexicon().lists["telling unspoken"]
    are_authors = governor.at == 0 and governor.lower in unspoken and verb.lower in unspoken
    return are_authors and verb.tag == "VBP" and tree.lower(verb.at - 1) == "and" and tree.subject(verb) is None


def _is_accepted_by_another(tree: Tree, pronoun: Word, governor: Word) -> bool:
    """ "Said that it meant a proposal, which the Secretary accepted": what another does with what was said."""
    verb = tree[pronoun.head]
    is_relative = pronoun.lower == "which" and tree.lower(pronoun.at - 1) == "," and verb.dep == "relcl"
    if not is_relative or governor.tag != "VBD" or verb.tag != "VBD" or tree.children(verb, "aux", "auxpass"):
        return False
    subject = tree.subject(verb)
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    is_somebody = subject is not None and (subject.tag == "NNP" or subject.lower == "i")
    return is_somebody and entry is not None and not {"clause", "as", "object"}.isdisjoint(entry.takes)


def phrase_end(tree: Tree, governor: Word, start: int, end: int) -> int:
    """Where a content that is no clause ends: before a verb with tense that is joined to its governor, and before what
    is told beside it after a comma ("to raise them, but has said", "to launch it, until it is tested")."""
    for child in tree.children(governor):
        is_joined = child.dep in {"conj", "dep"} or (
            child.dep == "advcl" and not tree.children(child, "mark", *SUBJECTS)
        )
        if child.at > start and is_joined and child.tag != "VBP" and tree.is_finite(child):
            end = min(end, _with_conjunction(tree, child) - 1)
    end = _quoted_end(tree, start, end)
    for word in tree.words[start + 1 : end + 1]:
        if _is_manner(tree, word, governor):
            end = min(end, word.at - 1)
    for word in tree.words[start + 2 : end + 1]:
        before = tree[word.at - 1]
        is_led_in = before.dep == "prep" and before.at > start  # "the war of which he spoke"
        if _is_told_of(tree, word) and (not is_led_in or tree.lower(before.at - 1) == ","):
            end = min(end, word.at - 1 - is_led_in)
        if _is_joined_to_infinitive(tree, word, start):
            end = min(end, _with_conjunction(tree, word) - 1)
    for word in tree.words[start + 2 : end + 1]:
        if _ends_phrase(tree, word, governor, start, end):
            return word.at - 1
    return _past_bare_verbs(tree, start, end)


def _ends_phrase(tree: Tree, word: Word, governor: Word, start: int, end: int) -> bool:
    """Whether a word opens what is told beside a content that is no clause."""
    is_told = tells(tree, governor)
    is_reason = is_told and word.lower in lexicon().lists["openers reasons"]
    if (_opens_beside(tree, word, end) and not is_reason) or opens_other(tree, word, end):
        return True
    return not is_told and opens_reason(tree, word, start)


def _is_manner(tree: Tree, prep: Word, governor: Word) -> bool:
    """ "Protested the arrest in the strongest terms": how it was said."""
    manner = tree.child(prep, "pobj") if prep.lower == "in" and prep.head == governor.at else None
    return manner is not None and manner.lower in lexicon().lists["openers manners"]


def _is_told_of(tree: Tree, pronoun: Word) -> bool:
    """ "Ask for help, which he thought would come", "met Mr. Tor whom he found able": what is thought of what a content
    names is told beside it."""
    if pronoun.tag not in {"WDT", "WP"} or pronoun.lower == "what":
        return False
    subject = tree.next(pronoun)
    verb = tree.head(subject) if subject is not None and subject.lower in {"he", "she", "they"} else None
    entry = (
        lexicon().verbs.get(lexicon().verb(verb.lower) or "")
        if verb is not None and verb.dep in {"relcl", "ccomp"}
        else None
    )
    return entry is not None and bool({"clause", "small"} & entry.takes.keys())


def _opens_beside(tree: Tree, word: Word, end: int) -> bool:
    at = word.at - 1 - (tree[word.at - 1].tag == "RB")
    return word.lower in lexicon().lists["openers beside"] and tree.lower(at) == "," and _is_beside(tree, word, end)


def _past_bare_verbs(tree: Tree, start: int, end: int) -> int:
    """ "To hold a vote, suspend the law, and wait": the verbs that the parser joined to one above go on with a "to"."""
    while tree.lower(start) == "to":
        at = end + 1
        while tree.lower(at) in {",", "and", "or", "but"}:
            at += 1
        verb = tree[at] if end + 1 < at < len(tree) else None
        if verb is None or verb.tag != "VB" or verb.dep != "conj" or tree.children(verb, "aux", *SUBJECTS):
            break
        end = tree.right(verb)
    return end


def _is_joined_to_infinitive(tree: Tree, verb: Word, start: int) -> bool:
    """ "Wants to cut and is looking for a reason", "to assume a share, but did not say so": with an infinitive or a
    noun no verb with tense can be joined."""
    first = tree[verb.head]
    if verb.dep != "conj" or first.at < start or verb.tag == "VBP" or not tree.is_finite(verb):
        return False
    is_noun = first.tag in {"NN", "NNS"} and tree.child(verb, *SUBJECTS) is None
    return is_noun or (first.tag == "VB" and tree.is_infinitive(first))


def _quoted_end(tree: Tree, start: int, end: int) -> int:
    """ "Accused him of “sleeping” after the game": what a quotation closes ends before a time or place."""
    marks = [word.at for word in tree.words[max(start - 1, 0) : end] if word.text in QUOTES - {"’", "‘"}]
    if len(marks) < 2 or tree.lower(marks[1] + 1) not in lexicon().lists["openers apart"]:
        return end
    return marks[1]


def question_end(tree: Tree, governor: Word, start: int, end: int) -> int:
    """Where a question ends: before what is told after it ("asked whether he would come, but he was silent")."""
    for word in tree.words[start + 1 : end + 1]:
        is_joined = word.dep == "conj" and governor.at in {word.head, tree[word.head].head}
        if not is_joined or not tree.is_finite(word) or tree.child(word, *SUBJECTS) is None:
            continue
        first = _with_conjunction(tree, word)
        if _is_answer(tree, word) or (tree.lower(first) == "," and tree.lower(tree.left(word)) not in QUESTION_WORDS):
            return first - 1
    return end


def _is_answer(tree: Tree, verb: Word) -> bool:
    """ "Asked whether he had come and was told that he had": what is said to who asks."""
    is_told = lexicon().verb(verb.lower) in lexicon().lists["telling verbs"] and tree.child(verb, "ccomp") is not None
    return is_told and any(aux.lower == "was" for aux in tree.children(verb, "auxpass"))


def _is_beside(tree: Tree, opener: Word, end: int) -> bool:
    """Whether a word opens a clause by which something is told of what stands before it, and the content does not go on
    after it ("asked why the house, which was new, had burnt")."""
    for up in tree.ancestors(opener):
        if up.dep in {"advcl", "relcl"} and tree.left(up) == opener.at:
            rest = trim(tree, tree.right(up) + 1, end)
            return rest is None or tree[rest[0]].dep == "cc"
    return False


def quotation_end(tree: Tree, start: int, end: int) -> int:
    """Where a quotation that opens before `start` is closed, unless another follows it at once; else `end`."""
    if tree.lower(start - 1) == "'":
        return next((word.at - 1 for word in tree.words[start:] if word.text in {"'", "''"}), end)
    for at in range(start, min(end, len(tree) - 1)):
        if tree[at].text in CLOSING - {"’"} | STRAIGHT:
            goes_on = any(word.text in OPENING | STRAIGHT for word in tree.words[at + 1 : at + 4])
            after = tree[at + 1]
            return end if goes_on or _is_auxiliary(after) or after.tag == "WDT" else at
    return end


def _is_auxiliary(word: Word) -> bool:
    """ "Said “your government” had missed it": a verb of which the quotation before it is the subject."""
    return word.tag in FINITE and (word.dep in {"aux", "auxpass"} or lexicon().verb(word.lower) == "be")


def _is_apart(tree: Tree, child: Word) -> bool:
    """Whether what the governor governs is no part of the content: a second verb, a participle that tells more."""
    if child.dep == "conj":
        return _is_joined_apart(tree, child)
    lemma = lexicon().verb(child.lower)
    if child.lower in lexicon().lists["openers conditions"] and tree.lower(child.at - 1) == ",":
        return False
    if child.dep in {"advcl", "parataxis"}:
        return child.tag == "VBG" and lemma is not None and tree.lower(tree.left(child) - 1) == ","
    if child.dep != "ccomp" or child.tag != "VBD" or tree.subject(child) is not None:
        return False
    return lemma in lexicon().lists["telling verbs"]


def _is_joined_apart(tree: Tree, child: Word) -> bool:
    """Whether a verb joined to the governor goes on with the telling or thinking, and not with what is told."""
    if _is_of_narrator(tree, child) or _is_of_time_told(tree, child) or thinks_too(tree, tree[child.head], child):
        return True
    if child.lower in lexicon().lists["openers conditions"] and tree.lower(child.at - 1) == ",":
        return False
    return _is_like(tree, child) and not _has_subject_of_content(tree, child) and not _has_other_subject(tree, child)


def _is_of_narrator(tree: Tree, child: Word) -> bool:
    """ "They told us it was safe, and my sister believed them": who tells of himself goes on with his own tale."""
    subject = tree.child(child, *SUBJECTS)
    content = tree.child(tree[child.head], "ccomp")
    if subject is None or content is None or tree.child(child, "mark") is not None:
        return False
    if tree.lower(tree.left(subject)) not in _NARRATORS | {"my", "our"}:
        return False
    own = {
        word.lower for word in tree.words[tree.left(tree[child.head]) : tree.right(content) + 1] if word.dep in SUBJECTS
    }
    return not own & _NARRATORS and tree.lower(_with_conjunction(tree, child)) == ","


def _is_of_time_told(tree: Tree, child: Word) -> bool:
    """ "He told me that they had fled, and he invited me in": a deed in another tense than the content's own."""
    subject, governor = tree.child(child, *SUBJECTS), tree[child.head]
    content = tree.child(governor, "ccomp")
    if subject is None or content is None or subject.lower not in {"he", "she"} or child.tag != "VBD":
        return False
    is_earlier = any(aux.lower in {"had", "would"} for aux in tree.children(content, "aux"))
    is_deed = lexicon().verb(child.lower) not in {"be", "have", "know", "think", "want"} and not tree.children(
        child, "aux"
    )
    return is_earlier and is_deed and governor.tag == "VBD" and tree.lower(_with_conjunction(tree, child)) == ","


def _is_told_by_another(tree: Tree, verb: Word) -> bool:
    """ "Warned that time was short, while the unions demanded …": what somebody else tells beside it after a comma."""
    if verb.dep != "advcl" or lexicon().verb(verb.lower) not in lexicon().verbs:
        return False
    subject, mark = tree.child(verb, *SUBJECTS), tree.child(verb, "mark")
    if subject is None:
        return False
    if subject.tag[:2] != "NN" and not (subject.lower == "i" and tree.child(verb, "ccomp")):
        return False
    is_beside = mark is not None and mark.lower in lexicon().lists["openers contrast"]
    return is_beside and tree.lower(tree.left(verb) - 1) == ","


def _is_told_next(tree: Tree, verb: Word, governor: Word) -> bool:
    """ "Replied that she met all sides, and reminded him that …": a second verb of telling after a comma, which the
    parser joined to the content; "added" without one."""
    is_added = lexicon().verb(verb.lower) == "add" and verb.dep == "conj" and tree.lower(verb.at + 1) == "that"
    if is_added and verb.tag == governor.tag == "VBD" and tree.child(verb, *SUBJECTS, "aux") is None:
        return tells(tree, governor) and verb.head != governor.at
    is_joined = verb.dep == "conj" and tree[verb.head].dep == "ccomp" and tree[verb.head].head == governor.at
    if not is_joined or verb.tag != "VBD" or tree[verb.head].tag != "VBD" or governor.tag != "VBD":
        return False
    if lexicon().verb(verb.lower) not in lexicon().lists["telling verbs"]:
        return False
    return tree.child(verb, *SUBJECTS, "aux") is None and tree.lower(_with_conjunction(tree, verb)) == ","


def _is_of_another(tree: Tree, noun: Word) -> bool:
    """ "Proposed that it be sold, an idea the council dismissed": a noun for the whole with what others say of it."""
    left = tree.left(noun)
    is_beside = noun.dep in {"appos", "npadvmod", "conj", "dobj"} and tree.lower(left) in {"a", "an"}
    if not is_beside or tree.lower(left - 1) != ",":
        return False
    return any(
        lexicon().verb(verb.lower) in lexicon().verbs and tree.child(verb, *SUBJECTS) is not None
        for verb in tree.children(noun, "relcl")
    )


def _is_participle_beside(tree: Tree, verb: Word, governor: Word) -> bool:
    """ "Broke off the talks, saying that …, and raising the prospect …": a second participle beside the governor."""
    if verb.tag != "VBG" or governor.tag != "VBG" or governor.at >= verb.head:
        return False
    is_outcome = verb.lower in lexicon().lists["openers outcomes"] and tree.lower(tree.left(verb) - 1) == ","
    return (verb.dep == "conj" and tree[verb.head].tag in FINITE) or (verb.dep == "advcl" and is_outcome)


def _is_like(tree: Tree, child: Word) -> bool:
    """Whether a verb can be joined with its governor: their forms agree, so that "said … and believe" is no pair."""
    governor = tree[child.head]
    alike = ({"VBD", "VBN"}, {"VBP", "VBZ"}, {"VB"}, {"VBG"})
    if governor.tag[:2] != "VB":
        return child.tag[:2] == "VB" or child.tag == "MD"
    if child.tag == "VB" and tree.child(child, "aux") is not None and governor.tag == "VBD":
        return False
    if governor.tag == "VBD" and any(one.lower in {"is", "are"} for one in tree.children(child, "auxpass", "aux")):
        return False
    if governor.tag == "VB" and any(aux.lower in DO for aux in tree.children(governor, "aux")):
        return child.tag in {"VB", "VBD", "VBZ", "VBP"}  # "does not think … and hopes"
    return any({child.tag, governor.tag} <= tags for tags in alike)


def _has_subject_of_content(tree: Tree, child: Word) -> bool:
    """ "He said he knew this but he wanted that": the second "he" goes on with the content of "said"."""
    subject = tree.child(child, "nsubj")
    lemma = lexicon().verb(child.lower)
    if subject is None or subject.tag != "PRP" or lemma in lexicon().lists["telling verbs"]:
        return False
    inner = tree.child(tree[child.head], "ccomp")
    first = tree.child(inner, "nsubj") if inner is not None else None
    return first is not None and first.lower == subject.lower


def _has_other_subject(tree: Tree, child: Word) -> bool:
    """ "He said he did his best but the President was angry": what somebody else did goes on with what he said."""
    subject = tree.child(child, *SUBJECTS)
    governor = tree[child.head]
    if subject is None or (subject.lower in _NARRATORS and not _is_before_telling(tree, child)):
        return False
    if not tells(tree, governor) and subject.lower not in {"it", "this", "that", "there"}:
        return False
    own = tree.child(governor, *SUBJECTS)
    is_same = own is not None and own.lower == subject.lower
    is_told = (not is_same and not tells(tree, child)) or _is_before(tree, child, governor)
    return is_told and tree.child(governor, "ccomp") is not None


def _is_before(tree: Tree, verb: Word, governor: Word) -> bool:
    """ "He said that they had come, but the King had asked that …": what had been before it was told is told too."""
    has_had = any(aux.lower == "had" for aux in tree.children(verb, "aux"))
    return has_had and governor.tag == "VBD" and not tree.children(governor, "aux")


def _is_before_telling(tree: Tree, verb: Word) -> bool:
    """ "He said that he had come and we had talked": what "we" did before it was told is told too."""
    content = tree.child(tree[verb.head], "ccomp")
    return content is not None and all(
        any(aux.lower == "had" for aux in tree.children(one, "aux")) for one in (verb, content)
    )


def _past_semicolons(tree: Tree, governor: Word, end: int) -> int:
    """ "He said that he knew; that he would write": past a semicolon goes what has no telling of its own."""
    while tree.lower(end + 1) == ";" and tells(tree, governor) and tree.is_finite(governor):
        stop = next((word.at for word in tree.words[end + 2 :] if word.text == ";"), len(tree))
        clause = tree.words[end + 2 : stop]
        is_outer = tree.lower(end + 2) == "that" and any(one.lower == "that" for one in tree.children(governor, "mark"))
        if is_outer or any(word.tag == "VBD" and tells(tree, word) for word in clause) or len(clause) < 3:
            break
        end = stop - 1
    return end


def _past_cut(tree: Tree, start: int, end: int) -> int:
    """ "That her office had passed police | pay proposals to a firm, …": where the parser cut a clause with "that"
    short, and no mark or conjunction stands, the clause goes on to the next mark."""
    after = tree[end + 1] if end + 1 < len(tree) else None
    if after is None or tree.lower(start - 1) != "that" or "cc" in {tree[end].dep, after.dep} or after.dep == "mark":
        return end
    above = tree[after.head]
    if after.dep in SUBJECTS and above.at in {up.at for up in tree.ancestors(tree[end])}:
        return end  # "when I mentioned that he had much to do the King remarked …"
    is_ended = {tree[end].text, after.text} & (EDGE | {"(", ")"}) or tree[end].text.endswith(".")
    subject = tree.child(tree[after.head] if after.dep in {"aux", "auxpass"} else after, *SUBJECTS)
    if is_ended or (subject is not None and subject.at < start):
        return end  # "the view that it was over was wrong"
    return next((at - 1 for at in range(end + 1, len(tree)) if tree[at].text in EDGE), end)


def _past_aside(tree: Tree, start: int, end: int) -> int:
    """ "That such action, coming now, would be a slap": a clause goes on past an aside to its verb."""
    clause = tree.words[start : end + 1]
    has_verb = any(word.tag in FINITE | {"VB"} for word in clause)
    if tree.lower(start - 1) != "that" or tree.lower(end + 1) != "," or has_verb:
        return end
    verb = next((word for word in tree.words[end + 1 :] if word.tag in FINITE), None)
    over = tree[verb.head] if verb is not None and verb.dep in {"aux", "auxpass"} else verb
    return tree.right(over) if over is not None else end


def _with_conjunction(tree: Tree, joined: Word) -> int:
    """The first place of what is joined, with "and" or "but" and the comma before it."""
    at = tree.left(joined)
    for child in tree.children(joined):
        if child.dep in {"nsubj", "aux", "advmod", "neg"}:
            at = min(at, tree.left(child))
    while at > 0 and tree[at - 1].lower in {",", "and", "but", "or", ";", "then", "also", "therefore", "--", "—"}:
        at -= 1
    return at


def _before_closing(tree: Tree, start: int, end: int) -> int:
    """ "(When he told us that they would come) …": what begins in a parenthesis ends in it."""
    before = [word.text for word in tree.words[:start]]
    if before.count("(") <= before.count(")"):
        return end
    closing = next((at for at in range(start, end + 1) if tree[at].text == ")"), end + 1)
    return end if "(" in {word.text for word in tree.words[start:closing]} else closing - 1


def _before_open_parenthesis(tree: Tree, start: int, end: int) -> int:
    """A parenthesis that opens in the span and closes after it is none of its own."""
    opening: int | None = None
    for at in range(start, end + 1):
        if tree[at].text == "(":
            opening = at
        elif tree[at].text == ")":
            opening = None
    return end if opening is None or opening <= start else opening - 1


def _without_parenthesis(tree: Tree, start: int, end: int) -> int:
    """A parenthesis at the end that says something else ("(adding that …)", "(see Document 3)") is no part of it."""
    if end <= start or tree[end].text not in {")", "."}:
        closing = next((at for at in range(end, start, -1) if tree[at].text == ")"), None)
        if closing is None or any(tree[at].text not in EDGE for at in range(closing + 1, end + 1)):
            return end
    opening = next((at for at in range(end, start, -1) if tree[at].text == "("), None)
    if opening is None:
        return end
    first = tree.lower(opening + 1)
    told = lexicon().lists["telling verbs"] | lexicon().lists["telling unspoken"]
    return opening - 1 if first in {"see", "cf", "cf."} or lexicon().verb(first) in told else end
