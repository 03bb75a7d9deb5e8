"""Cues that stand beside their content: "According to X, …", "in X's view", "…, X said, …"."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.complement import VERB_TAGS
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.spans import CLOSING, OPENING, QUOTES, STRAIGHT, trim
from fonds.diplomatics.statements.subjects import agent_of, subject_of
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import is_somebody
from fonds.record import Attitude

BEFORE = QUOTES | {",", "—", "–", "--", "-", "?", "!"}
AFTER = QUOTES | {",", ".", ":", ";", "—", "–", "--", "-", "…"}
LONGEST_ASIDE = 14
_OF_WHAT_IS_SEEN = {"view", "opinion", "eyes", "words"}
"""What may stand right after a noun that is judged so: "a mistake in his view"."""


def phrase_cues(tree: Tree) -> Iterator[Cue]:
    """The interposed verbs and the prepositional phrases of the sentence that attribute what stands round them."""
    for word in tree:
        cue = _as_seen(tree, word) or _interposed(tree, word) or _according(tree, word) or _in_view(tree, word)
        if cue is not None:
            yield cue


def _according(tree: Tree, word: Word) -> Cue | None:
    """ "According to Mr. Tor, …"; telegrams leave out "to": "According Tor, …"."""
    after = tree.next(word)
    if word.lower == "according" and after is not None and after.tag == "NNP":
        named = tree.child(word, "pobj", "dobj") or after
        return _beside(tree, word, (word.at, word.at), named, _comma(tree, word.at))
    for rest in lexicon().phrases.get(word.lower, ()):
        last = word.at + len(rest)
        if tuple(tree.lower(at) for at in range(word.at + 1, last + 1)) == rest and last + 1 < len(tree):
            source = _noun_after(tree, last)
            if source is not None and tree.lower(source.at + 1) == "that":
                return None  # "in the view of the Secretary that …" is the noun's content
            if source is not None and source.tag == "NN" and not tree.children(source) and word.at > 0:
                return None  # "went according to plan"
            end = max(tree.right(source), source.at) if source is not None else last
            return (
                None if source is None else _beside(tree, word, (word.at, last), source, min(end, _comma(tree, last)))
            )
    return None


def _as_seen(tree: Tree, verb: Word) -> Cue | None:
    """ "As the Embassy sees it, …", "…, as he told them in May, …", "as he was aware, …"."""
    quality = tree.child(verb, "acomp")
    words = lexicon()
    known = words.verbs.get(words.verb(verb.lower) or "") if quality is None else words.adjectives.get(quality.lower)
    entry = known if verb.dep == "advcl" else None
    mark, clause = tree.child(verb, "mark", "advmod"), tree.head(verb)
    clause = tree.head(clause) if clause is not None and clause.dep in {"aux", "auxpass"} else clause
    if entry is None or "clause" not in entry.takes or mark is None or mark.lower != "as" or clause is None:
        return None
    source, end = (
        agent_of(tree, verb) if tree.is_passive(verb) else tree.child(verb, *SUBJECTS),
        max(tree.right(verb), verb.at + (tree.lower(verb.at + 1) == "it")),
    )
    if (
        source is None
        or tree.left(verb) != mark.at
        or end - mark.at > LONGEST_ASIDE
        or _has_own_content(tree, verb, entry)
    ):
        return None
    end = next((at - 1 for at in range(end, min(end + 3, len(tree))) if tree.lower(at) in {",", ".", ")"}), -1)
    if end < verb.at or tree.lower(mark.at - 1) not in {"", ",", "that", "and", "but"}:
        return None
    is_first = "that" in {tree.lower(mark.at - 1), tree.lower(mark.at - 2)} or tree.left(clause) == mark.at
    content = trim(tree, end + 1 if is_first else tree.left(clause), tree.right(clause))
    attitude = entry.takes["clause"]
    return content and Cue(
        mark.at, (mark.at, (quality or verb).at), source.at, content, attitude, "clause", beside=attitude == "say"
    )


def _has_own_content(tree: Tree, verb: Word, entry: Entry) -> bool:
    """ "As he insists on an answer, …": what somebody says of something else gives the reason of what is told."""
    quality = tree.child(verb, "acomp")
    if tree.children(verb, "ccomp", "xcomp", "advcl", "conj") or (quality is not None and tree.children(quality)):
        return True
    told = tree.child(verb, "dobj")
    is_hearer = told is None or told.lower == "it" or entry.hearer == "object"
    return not is_hearer or any(prep.lower in entry.prepositions for prep in tree.children(verb, "prep"))


def _noun_after(tree: Tree, at: int) -> Word | None:
    pobj = next((word for word in tree.words[at + 1 : at + 12] if word.dep == "pobj" and word.head >= at - 2), None)
    return pobj or next((word for word in tree.words[at + 1 : at + 5] if word.tag[:2] in {"NN", "PR"}), None)


def _comma(tree: Tree, at: int) -> int:
    """The last place before the comma that ends an opening phrase whose source the parser drew too wide."""
    comma = next((word.at for word in tree.words[at + 1 :] if word.text == ","), len(tree))
    return comma - 1 if comma + 1 < len(tree) and tree.lower(comma + 1) not in {"a", "an", "the", "who"} else len(tree)


def _in_view(tree: Tree, word: Word) -> Cue | None:
    """ "In my view", "from the Soviet point of view"."""
    noun = tree.head(word)
    if noun is None or noun.lower not in lexicon().lists["possessed"] or tree.head(noun) is None:
        return None
    prep = tree[noun.head]
    is_seen = prep.lower in {"in", "to"} and noun.lower in lexicon().lists[f"possessed {prep.lower}"]
    if not is_seen or noun.dep != "pobj" or not (word.dep == "poss" or word.text[:1].isupper()):
        return None
    above = tree.head(prep)
    after = tree.next(noun)
    if word.dep != "poss" and after is not None and after.tag in {"VBD", "VBZ", "VBP", "MD"}:
        return None  # "in Halvern opinion was divided"
    is_goal = above is not None and (above.tag[:2] == "NN" or lexicon().verb(above.lower) in {"come", "bring", "speak"})
    if prep.lower == "to" and is_goal:
        return None  # "her right to her opinion", "come to my mind"
    if above is not None and above.tag[:2] == "NN" and above.at == prep.at - 1 and noun.lower not in _OF_WHAT_IS_SEEN:
        return None  # "a reduction in the Halvern assessment"
    return _beside(tree, prep, (prep.at, noun.at), word, tree.right(noun))


def _beside(tree: Tree, word: Word, cue: tuple[int, int], source: Word, end: int) -> Cue | None:
    """A cue whose content is the rest of its clause: after it, or before it at the end of the sentence."""
    after = trim(tree, end + 1, len(tree) - 1)
    before = trim(tree, 0, word.at - 1)
    opens = before is None or before[1] - before[0] < 3
    if (whole := _clause_over(tree, word)) is not None:
        content: tuple[int, int] | None = whole
    elif not opens and (after is None or tree.lower(end + 1) in {".", ";"} or _is_told_after(tree, word, end)):
        content = before
    elif opens or tree.lower(word.at - 1) in {",", ":", ";", "that", "and", "but", "because", "since"}:
        content = after
    else:
        content = _clause_round(tree, word) or (before if after is None else (before[0], after[1]) if before else after)
    if content is None or content[1] - content[0] < 2:
        return None
    attitude: Attitude = "think" if tree.lower(cue[1]) in lexicon().lists["possessed"] - {"words"} else "say"
    encloses = content[0] < word.at < content[1]
    is_view = tree.lower(cue[1]) in lexicon().lists["possessed"]
    return Cue(word.at, cue, source.at, content, attitude, "clause", encloses=encloses, beside=not is_view)


def _is_told_after(tree: Tree, word: Word, end: int) -> bool:
    """ "…, according to the Navy, which said …", "…, according to two aides, as he tries to …": what follows is none of
    it, where the sentence's own predicate stands before."""
    if tree.lower(word.at - 1) != ",":
        return False
    after = tree[min(end + 2, len(tree) - 1)]
    root = tree.root()
    opens_clause = after.dep == "mark" or after.lower in lexicon().lists["openers beside"]
    return after.tag in {"WDT", "WP"} or (opens_clause and root is not None and root.at < word.at)


def _clause_over(tree: Tree, prep: Word) -> tuple[int, int] | None:
    """The clause of which the subject stands right before the commas of a phrase: "These, in his opinion, were all"."""
    verb = tree.head(prep)
    subject = tree.child(verb, *SUBJECTS, "expl") if verb is not None and verb.tag[:2] == "VB" else None
    before = prep.at - 2 if tree.lower(prep.at - 1) == "," else -1
    if verb is None or subject is None or before not in {tree.right(subject), verb.at}:
        return None
    start = tree.left(subject)
    return trim(tree, start + (tree.lower(start) == "that"), tree.right(verb))


def _clause_round(tree: Tree, prep: Word) -> tuple[int, int] | None:
    """The clause that a phrase stands in, where it is no main one: "… said that it was in his view too late"."""
    verb = tree.head(prep)
    while verb is not None and verb.tag[:2] not in {"VB", "MD"}:
        verb = tree.head(verb)
    if verb is None or verb.dep not in {"ccomp", "relcl", "advcl"}:
        return None
    start = tree.left(verb)
    return trim(tree, start + (tree.lower(start) == "that"), tree.right(verb))


SHORTEST_ASIDE = 4
"""Words, with the marks round it: ", he said ,"."""


def _interposed(tree: Tree, verb: Word) -> Cue | None:
    lemma = lexicon().verb(verb.lower)
    entry = lexicon().verbs.get(lemma or "")
    is_thought = lemma in lexicon().lists["telling interposed"] and verb.tag != "VBN"
    attitude = entry.takes.get("quotation", "think" if is_thought else None) if entry is not None else None
    if entry is None or attitude is None or verb.tag not in VERB_TAGS - {"VB", "VBG"}:
        return None
    if tree.child(verb, "mark") is not None and tree.child(verb, "ccomp") is not None:
        return None  # "wrote that the Board noted, in May, that …"
    is_motion = lemma == "go" and not any(word.text in QUOTES for word in tree)  # "had gone round the world"
    aside = None if tree.is_passive(verb) or is_motion else _aside(tree, verb)
    if aside is None:
        return None
    left, right, source = aside
    if tree[right].text == ":" and right >= len(tree) - 1:
        return None  # what he said stands in the next paragraph
    is_relative = left > 0 and tree[left - 1].tag in {"WP", "WDT"}
    content = _relative_clause(tree, left - 1, right) if is_relative else _around(tree, left, right)
    if content is None:
        return None
    hearer = next((o.at for o in tree.children(verb, "dobj") if o.at != source.at and entry.hearer == "object"), None)
    to = next((p for p in tree.children(verb, "prep", "dative") if p.lower == "to" and verb.at < p.at < right), None)
    pobj = tree.child(to, "pobj") if to is not None else None
    hearers = tuple(at for at in (hearer, pobj.at if pobj else None) if at is not None)
    content = _within_clause(tree, verb, left, content)
    if attitude == "say" and tree[left].text == "?":
        attitude = "ask"
    return Cue(
        verb.at, (verb.at, verb.at), source.at, content, attitude, "quotation",
        hearers, negated=tree.is_negated(verb), encloses=content[0] < verb.at < content[1],
    )  # fmt: skip


def _aside(tree: Tree, verb: Word) -> tuple[int, int, Word] | None:
    """The delimiters on both sides of an aside that holds no more than verb and source; and the source."""
    nearest = range(verb.at - 1, max(-1, verb.at - LONGEST_ASIDE), -1)
    left = next((at for at in nearest if tree[at].text in BEFORE or _opens_as(tree, at)), None)
    source = _speaker(tree, verb)
    if left is not None and source is not None and source.at < left < tree.right(source) + 2:
        left = tree.left(source) - 1 if tree.left(source) > 0 and tree[tree.left(source) - 1].text in BEFORE else left
    if left is None or left == 0 or source is None or source.at <= left or _opens_quotation_at(tree, left):
        return None
    first = left + 1
    is_quoted = any(word.text in QUOTES for word in tree.words[first : verb.at])  # "…, Tor “readily agreed” to it"
    if is_quoted or (tree[first].tag in {"WP", "WDT", "WP$", "WRB"} and tree[first].lower != "as"):
        return None
    if (
        first not in {verb.at, tree.left(source)}
        and tree[first].tag not in {"RB", "PRP", "DT"}
        and tree[first].lower not in {"as", "then"}
    ):
        return None
    is_clause = any(w.tag in {"VBD", "VBZ", "VBP", "MD"} and w.head != verb.at for w in tree.words[first : verb.at])
    if is_clause or any(word.tag[:2] == "NN" for word in tree.words[first : tree.left(source)]):
        return None  # "…, a claim the company denied"
    if source.at < verb.at and _has_object(tree, verb):
        return None
    right = _right(tree, verb, source)
    return None if right is None else (left, right, source)


def _has_object(tree: Tree, verb: Word) -> bool:
    """Whether a clause, or a noun that is no hearer and no time, follows a verb: "…, Tor said the ice was thin"."""
    after = tree.next(verb)
    after = tree.next(after) if after is not None and after.tag == "RP" else after
    if after is None or after.tag not in {"DT", "PRP$", "NN", "NNS", "JJ", "EX", "PRP"}:
        return False
    if after.dep == "dative" and tree.child(verb, "dobj") is not None:
        return True  # "…, Tor showed me a letter"
    return any(child.dep in {"ccomp", "dobj"} and tree.left(child) == after.at for child in tree.children(verb)) and (
        lexicon().verbs[lexicon().verb(verb.lower) or ""].hearer != "object"
    )


def _opens_quotation_at(tree: Tree, at: int) -> bool:
    """Whether a mark opens a quotation, in which no aside of the writer's can stand."""
    is_straight = tree[at].text in STRAIGHT and at > 0 and tree[at].start > tree[at - 1].end
    return tree[at].text in OPENING - {"‘", "``"} or is_straight


def _opens_as(tree: Tree, at: int) -> bool:
    """ "… that as he had said, …": an aside that opens a clause."""
    return tree.lower(at) == "that" and tree.lower(at + 1) == "as"


def _speaker(tree: Tree, verb: Word) -> Word | None:
    has_auxiliary = tree.child(verb, "aux") is not None  # "had, in confidence, told the Minister"
    inverted = None if has_auxiliary else _named_after(tree, verb)
    if inverted is not None:
        return inverted
    after = tree.next(verb)
    own = tree.child(verb, *SUBJECTS)
    if own is not None:
        return None if own.lower in lexicon().lists["people not_sources"] - {"it"} else own
    if has_auxiliary:
        return None
    if after is None or after.tag[:2] not in {"NN", "PR", "DT", "JJ", "CD"}:
        return subject_of(tree, verb) if after is not None and after.text in AFTER else None
    objects = [
        c for c in tree.children(verb, "dobj", "npadvmod", "oprd", "dep", "attr", "ccomp") if tree.left(c) == after.at
    ]
    if not objects or objects[0].tag[:2] not in {"NN", "PR", "CD"} or _is_what_is_told(verb, objects[0]):
        return None
    return objects[0]


def _is_what_is_told(verb: Word, noun: Word) -> bool:
    """ "Discussed it, emphasized need for care, and …": what is told, and not who tells it."""
    entry = lexicon().verbs.get(lexicon().verb(verb.lower) or "")
    takes_object = entry is not None and "object" in entry.takes
    return takes_object and noun.tag in {"NN", "NNS"} and not is_somebody(noun.text)


def _named_after(tree: Tree, verb: Word) -> Word | None:
    """Who is named right after a verb that stands right after a mark: ", said Mr. Ashdowne, …"."""
    before, after = tree.next(verb, -1), tree.next(verb)
    if before is None or before.text not in BEFORE or after is None:
        return None
    after_quotation = {"CD", "NN", "NNS", "JJ", "PRP$"} if before.text in CLOSING | STRAIGHT else set()
    if after.tag not in {"NNP", "NNPS", "DT", "PRP", *after_quotation}:
        return None
    if after.tag == "PRP" and after.lower not in {"he", "she", "i", "we", "they"}:
        return None
    own = tree.child(verb, *SUBJECTS)
    hears = lexicon().verbs[lexicon().verb(verb.lower) or ""].hearer == "object"
    if hears and before.text == "," and own is not None and own.at < before.at:
        return None  # "The envoy, Emil Rask, told Mr. Tor …"
    run = []
    for word in tree.words[verb.at + 1 : verb.at + 9]:
        is_mark = word.text in AFTER and not (word.text == "-" and word.start == tree[word.at - 1].end)
        if is_mark or word.tag in {"IN", "VB", "VBD", "VBZ", "VBP", "MD", "TO", "WP", "WDT"}:
            break
        run.append(word)
    return run[-1] if run and _can_be_said_by(verb, run) else None


def _can_be_said_by(verb: Word, name: list[Word]) -> bool:
    """Whether the words after a verb can be its subject: "If they come, suggest Mr. Tor wait" is of two numbers."""
    last = name[-1]
    is_one = last.tag in {"NN", "NNP"} and all(word.tag != "CC" for word in name)
    if (last.tag == "NN" and not is_somebody(last.text)) or (verb.tag == "VBP" and is_one):
        return False
    return last.tag[:2] in {"NN", "PR", "CD"}


def _right(tree: Tree, verb: Word, source: Word) -> int | None:
    """The place of the mark that ends the aside: after the verb, its source, and what is told of the source."""
    at = max(verb.at, tree.right(source) if source.at > verb.at else verb.at) + 1
    while at - 1 > source.at and tree[at - 1].dep == "punct" and tree[at - 1].text in AFTER:
        at -= 1
    steps = 0
    while at < len(tree) and tree[at].text not in AFTER:
        if (tree[at].dep == "mark" or tree[at].tag == "WRB") and tree[at].lower in lexicon().lists["tags before"]:
            return at  # "…,” he said as he left"
        if tree[at].tag in {"VBD", "VBZ", "VBP", "MD", "TO"} or tree[at].lower in {"that", "whether"}:
            return None
        at += 1
        steps += 1
        if steps > LONGEST_ASIDE:
            return None
    return min(at, len(tree) - 1)


def _around(tree: Tree, left: int, right: int) -> tuple[int, int] | None:
    """What an aside between two marks attributes."""
    before, after = trim(tree, 0, left), trim(tree, right, len(tree) - 1)
    is_after_that = tree.lower(left + 1) == "as" and tree.lower(left) == "that"
    if before is None or is_after_that:
        return after if is_after_that else None
    if _is_opener(tree, before):
        return after
    if _is_circumstance(tree, before):
        return after if right - left <= SHORTEST_ASIDE else None
    if after is not None and _opens_quotation(tree, left, right):
        return after
    if after is None or after[1] - after[0] < 1 or not _goes_on(tree, left, right, after):
        return before
    return before[0], after[1]


def _within_clause(tree: Tree, verb: Word, left: int, content: tuple[int, int]) -> tuple[int, int]:
    """ "Tor said that the ship had been, he felt, of use": an aside attributes no more than the clause that it stands
    in."""
    clause = tree[verb.head]
    start = tree.left(clause)
    is_told = verb.dep == "parataxis" and clause.dep == "ccomp" and tree[clause.head].at < start < left
    return (max(start + (tree.lower(start) == "that"), content[0]), content[1]) if is_told else content


def _is_opener(tree: Tree, span: tuple[int, int]) -> bool:
    """Whether words only open a sentence: "However", "and then", "in fact"."""
    opening = [word for word in tree.words[span[0] : span[1] + 1] if word.text != ","]
    words = [word.lower for word in opening]
    is_known = set(words) <= lexicon().lists["openers words"] or all(word.tag in {"RB", "CC"} for word in opening)
    return is_known or words in (["in", "addition"], ["in", "fact"], ["of", "course"])


def _is_circumstance(tree: Tree, span: tuple[int, int]) -> bool:
    """ "At his press conference, Tor replied …": words that tell when or where it was said."""
    words = tree.words[span[0] : span[1] + 1]
    is_quoted = any(word.text in QUOTES for word in tree.words[max(span[0] - 1, 0) : span[1] + 2])
    return words[0].tag == "IN" and not is_quoted and not any(word.tag[:2] in {"VB", "MD"} for word in words)


def _relative_clause(tree: Tree, pronoun: int, right: int) -> tuple[int, int] | None:
    """ "… northerners, who, he implied, were special targets": a relative clause with the aside in it."""
    verbs = (word for word in tree.words[right:] if tree.is_finite(word) and word.dep not in {"aux", "auxpass"})
    verb = next(verbs, None)
    return None if verb is None else trim(tree, pronoun, tree.right(verb))


def _opens_quotation(tree: Tree, left: int, right: int) -> bool:
    """ "In the end, he said: “Yes.”": the content is what is quoted after the aside, and not the words before it."""
    if tree[left].text in QUOTES or (left > 0 and tree[left - 1].text in QUOTES):
        return False
    return tree[right].text == ":" or any(word.text in OPENING | STRAIGHT for word in tree.words[right : right + 2])


def _tells_of_saying(tree: Tree, first: Word) -> bool:
    """ "…, he said, in an interview", "…, in the worst storm": where it was said, what the author makes of it."""
    noun = tree.child(first, "pobj")
    if first.lower != "in" or noun is None:
        return False
    is_of_kind = noun.lower in lexicon().lists["openers tails"] and tree.child(noun, "det", "poss") is not None
    return is_of_kind or any(word.tag == "JJS" for word in tree.children(noun, "amod"))


def _goes_on(tree: Tree, left: int, right: int, after: tuple[int, int]) -> bool:
    """Whether the content goes on after the aside."""
    closed = tree[left].text in CLOSING | STRAIGHT or (left > 0 and tree[left - 1].text in CLOSING | STRAIGHT)
    reopened = any(word.text in OPENING | STRAIGHT for word in tree.words[right : after[0] + 1])
    if closed and not reopened:
        return False
    first = tree[after[0]]
    return reopened or not (
        _tells_of_saying(tree, first)
        or first.tag in {"VBG", "WP", "WDT"}
        or first.lower in {"who", "when", "while", "as", "after", "citing"}
    )
