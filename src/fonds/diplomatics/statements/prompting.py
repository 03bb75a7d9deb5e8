"""Telegraphic style leaves out "that", "to", "was" and "I". The parser was shown such sentences
(`tuning`), and is prompted where it loses its way all the same.

"I replied sentence he had quoted did not appear" is parsed anew as "I replied that sentence he had quoted …",
"Minister grateful for report" as "Minister was grateful for report", and "offered resign" as "offered to resign".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec.structs import replace

from fonds.diplomatics.statements.clauses import phrasal
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.nominal import light_verb
from fonds.diplomatics.statements.passages import Sentence
from fonds.diplomatics.statements.tree import FINITE, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

_OPENS_CLAUSE = {"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX", "VBG"}
_SUBORDINATE = {":", ";", "since", "because", "when", "although", "though", "while", "if", "which", "who", "that"}
_RELATIVES = {"which", "who", "that"}
_HEARERS = {"me", "us", "him", "them", "her", "you"}
_SPEAKERS = {"i", "we", "he", "she", "they", "it", "there"}
_ENDS_NAMED = {"CC", ",", ":", ".", "WP", "WDT", "WRB"}
"""Tags of what ends the noun phrase with which a clause may begin."""
_THINKERS = _SPEAKERS - {"it", "there"}
_AFTER_FEELING = {"IN", "TO"}
_FINITE_ONLY = {"are", "am", "'re", "'m", "do"}
_OPENS_OBJECT = {"DT", "PRP", "PRP$", "NNP", "JJ", "NN", "NNS", "CD"}
_AFTER_BARE = _OPENS_OBJECT | {"IN", "RB", ".", ",", "TO", "RP"}
_NEAR = 3
"""Words from a verb of telling to the clause that it takes."""
_NEVER = {"that", "so", "yes", "no", "not", "it"}


def prompted(sentence: Sentence, tree: Tree, cues: Iterable[Cue]) -> Sentence | None:
    """The sentence with what telegrams leave out after verbs of telling in which no cue was found ("that", "to"), and
    with "was" before what somebody feels or knows; None where nothing was left out."""
    first = _after_label(tree)
    known = _in_cues(cue for cue in cues if cue.source is None or cue.source >= first)
    if _leaves_out_author(tree, first, known):
        return _with_author(sentence, tree, first)
    told = [word for word in tree if word.at not in known and _may_take_content(word)]
    copulas = {_place_of_copula(tree, known), *_places_of_copulas(tree, told)} - {None}
    places = [
        *((tree[at].end, " that") for at in _places(tree, told)),
        *((word.end, " to") for word in told if _lacks_to(tree, word)),
        *((tree[at + 1].start, "was ") for at in copulas if at is not None),
        *((word.end, " that") for word in told if _is_of_clause(tree, word)),
    ]
    return _with_words(sentence, sorted(places)) if places else None


def _may_take_content(word: Word) -> bool:
    """Whether the lexicon knows a word: what no other test is worth its time for."""
    words, lower = lexicon(), word.lower
    return bool(words.verb(lower) or words.noun(lower)) or lower in words.adjectives


def _lacks_to(tree: Tree, word: Word) -> bool:
    """ "Offered resign", "US ready help", "desire see him": a verb right after a word that takes an infinitive."""
    words, after = lexicon(), tree.next(word)
    entries: list[Entry | None] = []
    if word.dep != "amod" or _follows_bearer(tree, word):
        entries.append(words.adjectives.get(word.lower))
    if word.tag[:2] == "VB" and word.dep not in {"amod", "aux"}:
        entries.append(words.verbs.get(words.verb(word.lower) or ""))
    if word.tag == "NN":
        entries.append(words.nouns.get(words.noun(word.lower) or ""))
    takes_infinitive = any(entry is not None and "infinitive" in entry.takes for entry in entries)
    return takes_infinitive and after is not None and _is_bare_verb(tree, after)


def _is_bare_verb(tree: Tree, word: Word) -> bool:
    if word.tag in {"VB", "VBP"}:
        return word.lower not in _FINITE_ONLY
    words, after = lexicon(), tree.next(word)
    if word.tag != "NN" or after is None:
        return False
    is_plain = word.lower in words.lists["before bare"] and after.tag in _AFTER_BARE
    return is_plain or (words.verb(word.lower) == word.lower and after.tag in _OPENS_OBJECT)


def _follows_bearer(tree: Tree, word: Word) -> bool:
    """Whether a name or pronoun stands before a word, adverbs aside."""
    last = _bearer_before(tree, word)
    if last < 0:
        return False
    is_body = last == 0 and plain(tree[last].text) in words_of("bodies") | words_of("persons")  # "Embassy ready help"
    return tree[last].tag == "NNP" or is_body or tree.lower(last) in _SPEAKERS


def _bearer_before(tree: Tree, word: Word) -> int:
    last = word.at - 1
    while last > 0 and (tree[last].tag == "RB" or tree[last].dep == "neg"):
        last -= 1
    return last


def _places_of_copulas(tree: Tree, told: Iterable[Word]) -> Iterator[int]:
    """ "Said US not prepared to wait": the last place of the name or pronoun before what its bearer feels."""
    for word in told:
        after = tree.next(word)
        if word.lower not in lexicon().adjectives or after is None:
            continue
        is_left_out = word.tag in {"JJ", "VBN", "VBD"} and not tree.children(word, "aux", "auxpass", "cop")
        is_feeling = after.tag in _AFTER_FEELING or _is_bare_verb(tree, after) or after.lower in _THINKERS
        is_feeling = is_feeling or _is_of_clause(tree, word)
        if is_left_out and is_feeling and _follows_bearer(tree, word):
            yield _bearer_before(tree, word)


def _is_of_clause(tree: Tree, word: Word) -> bool:
    """ "He anxious US should proceed": whether a clause stands right after what somebody feels."""
    entry = lexicon().adjectives.get(word.lower)
    is_manner = word.tag == "JJ" and entry is not None and "clause" in entry.takes and _follows_bearer(tree, word)
    return is_manner and _opens_clause(tree, word.at + 1) and _has_predicate(tree, word.at + 1)


def _place_of_copula(tree: Tree, known: set[int]) -> int | None:
    """ "Minister greatly pleased by report": the last word of a name or pronoun with which a sentence opens, before
    what its bearer feels or knows."""
    last = next(
        (word.at - 1 for word in tree if word.tag[:3] not in {"NNP", "PRP"} and not _is_spelt_like_name(word)), -1
    )
    after = next((word for word in tree.words[last + 1 :] if word.tag != "RB"), None)
    if last < 0 or after is None or after.at in known or after.lower not in lexicon().adjectives:
        return None
    is_left_out = after.tag in {"JJ", "VBN", "VBD"} and not tree.children(after, "aux", "auxpass", "cop", "dobj")
    return last if is_left_out and after.at + 1 < len(tree) and tree[after.at + 1].tag in _AFTER_FEELING else None


def _is_spelt_like_name(word: Word) -> bool:
    return word.tag == "NN" and not word.text.islower()


def _after_label(tree: Tree) -> int:
    """The place of the first word after "Comment:" and its like."""
    is_label = len(tree) > _NEAR and tree.lower(0) in lexicon().lists["telling asides"] and tree[1].text == ":"
    return 2 if is_label else 0


def _leaves_out_author(tree: Tree, at: int, known: set[int]) -> bool:
    """ "Believe Embassy should reply": a verb at the head that the parser takes for a name."""
    first = tree.lower(at)
    is_verb = lexicon().verb(first) == first and first in lexicon().lists["telling unspoken"]
    return is_verb and at not in known and first not in words_of("persons") and _opens_clause(tree, at + 1)


def _with_author(sentence: Sentence, tree: Tree, at: int) -> Sentence:
    """The sentence with "I" before the verb at a place and "that" after it."""
    verb = tree[at]
    return _with_words(_in_small(sentence, verb.start), [(verb.start, "I "), (verb.end, " that")])


def _in_small(sentence: Sentence, at: int = 0) -> Sentence:
    """The sentence without the capital with which it opens, or its words from an offset on."""
    words = sentence.words
    return replace(sentence, words=f"{words[:at]}{words[at : at + 1].lower()}{words[at + 1 :]}")


def _in_cues(cues: Iterable[Cue]) -> set[int]:
    """The places of the words of cues."""
    return {at for cue in cues for at in range(cue.words[0], cue.words[1] + 1)}


def _places(tree: Tree, told: Iterable[Word]) -> Iterator[int]:
    """The words after which a "that" may have been left out."""
    for word in told:
        if _may_tell(tree, word):
            last = _last_before_clause(tree, word)
            is_apart = _is_apart(tree, word) if word.tag == "VBG" else _is_inverted(tree, word)
            if not is_apart and _opens_clause(tree, last + 1) and not _is_object(tree, word, last + 1):
                yield last


def _is_apart(tree: Tree, participle: Word) -> bool:
    """ "Answering the Secretary, Mr. Tor said …": whether a comma parts a participle at the head from what follows."""
    after = next((word for word in tree.words[participle.at + 1 :] if word.tag in FINITE or word.text == ","), None)
    return participle.at == 0 and after is not None and after.text == ","


def _is_inverted(tree: Tree, verb: Word) -> bool:
    """ "Besides, said Mr. Tor, ships would come": whether who speaks stands after a verb, between commas."""
    name = list(takewhile(lambda other: other.tag == "NNP", tree.words[verb.at + 1 :]))
    is_after = verb.at == 0 or tree.lower(verb.at - 1) == ","
    return is_after and bool(name) and tree.lower(name[-1].at + 1) == ","


def _may_tell(tree: Tree, word: Word) -> bool:
    """Whether a clause may follow: a verb of telling, "was glad we came", "had the impression she knew"."""
    words = lexicon()
    if word.tag[:2] == "VB" and word.dep not in {"amod", "aux"}:
        prompted_by = words.lists["telling prompted"] | words.lists["telling prompted_rarely"]
        return words.verb(word.lower) in prompted_by or _is_told_in_words(tree, word)
    if tree.lower(word.at + 1) in lexicon().lists["openers clause"] or _is_in_condition(tree, word):
        return False  # "make a statement if they come", "if he had a message he could send it"
    if _is_told_with(tree, word):
        return not _has_that_later(tree, word)
    if not _opens_with_pronoun(tree, word.at + 1) or tree.lower(word.at - 1) == "how" or tree.child(word, "poss"):
        return False
    if word.lower in words.adjectives and word.dep != "amod":
        return "clause" in words.adjectives[word.lower].takes
    noun = words.noun(word.lower) if word.tag[:2] == "NN" else None
    return noun is not None and "clause" in words.nouns[noun].takes and light_verb(tree, word) is not None


def _has_that_later(tree: Tree, noun: Word) -> bool:
    """ "Repeated point he had made that …": whether only a clause that tells of the noun stands before "that"."""
    told = next((child for child in tree.children(noun, "relcl", "acl") if child.at > noun.at), None)
    return told is not None and "that" in {word.lower for word in tree.words[told.at : tree.right(noun) + 1]}


def _is_in_condition(tree: Tree, word: Word) -> bool:
    over = (word, *tree.ancestors(word))
    return any(mark.lower == "if" for up in over for mark in tree.children(up, "mark") if up.dep == "advcl")


def _is_told_in_words(tree: Tree, word: Word) -> bool:
    """ "Pointed out", "made clear": whether a verb of several words takes a clause."""
    return any("clause" in entry.takes and tree.lower(last) != "to" for entry, last in phrasal(tree, word))


def _is_told_with(tree: Tree, noun: Word) -> bool:
    """ "Expressed view Arabs would not come": a noun right after the verb with which it is one cue."""
    words = lexicon()
    lemma = words.noun(noun.lower) if noun.tag in {"NN", "NNP"} else None
    if lemma is None or "clause" not in words.nouns[lemma].takes:
        return False
    before = noun.at - 1
    while before > 0 and tree[before].tag in {"JJ", "PRP$", "JJR", "JJS"}:
        before -= 1
    return tree[before].tag[:2] == "VB" and words.verb(tree.lower(before)) in words.lists["light telling"]


def _opens_with_pronoun(tree: Tree, at: int) -> bool:
    after = tree[at] if at < len(tree) else None
    return after is not None and after.tag in {"PRP", "EX", "DT"} and after.lower not in words_of("quantifiers")


def _last_before_clause(tree: Tree, word: Word) -> int:
    """The last place of the verb with the adverbs and the hearer after it."""
    last = _last_of_phrase(tree, word)
    verb = lexicon().verbs.get(lexicon().verb(word.lower) or "") if word.tag[:2] == "VB" else None
    takes_hearer = verb is not None and verb.hearer == "object"
    names = list(takewhile(lambda other: other.tag == "NNP" or other.dep == "cc", tree.words[last + 1 :]))
    if takes_hearer and names and tree.lower(names[-1].at + 1) in _SPEAKERS:
        last = names[-1].at  # "told Shah we are trying"
    while last + 1 < len(tree) and (
        (tree[last + 1].tag == "RB" and tree.lower(last + 1).endswith("ly"))
        or (takes_hearer and tree.lower(last + 1) in _HEARERS)
    ):
        last += 1
    return last


def _last_of_phrase(tree: Tree, word: Word) -> int:
    """The last place of the words that are one verb: "pointed out"."""
    return next((last for _, last in phrasal(tree, word)), word.at)


def _opens(word: Word) -> bool:
    """Whether a clause may begin with a word, "although" and its like included."""
    return word.tag in _OPENS_CLAUSE or word.lower in lexicon().lists["openers clause"]


def _opens_clause(tree: Tree, at: int) -> bool:
    if at + 2 >= len(tree) or not _opens(tree[at]) or tree[at].lower in _NEVER | _HEARERS - {"her", "you"}:
        return False
    if tree[at + 1].dep == "punct" or tree[at + 1].tag in {",", ".", ":"} or _is_time(tree, at):
        return False
    clause = list(takewhile(lambda word: word.lower not in _SUBORDINATE - _RELATIVES, tree.words[at + 1 :]))
    other = next((word.at for word in clause if _opens_another(tree, word)), len(tree))
    clause = [word for word in clause if word.at < other]
    relatives = sum(word.lower in _RELATIVES for word in clause)
    return sum(word.tag[:2] in {"VB", "MD"} and word.dep != "aux" for word in clause) > relatives


def _opens_another(tree: Tree, word: Word) -> bool:
    """ "…, and he agreed", "but added": whether another clause begins with a word."""
    if word.tag != "CC" or word.at + 1 >= len(tree):
        return False
    is_joined = word.lower == "but" and tree[word.at + 1].tag in {"VBD", "VBZ"}
    return is_joined or (tree.lower(word.at - 1) == "," and tree.lower(word.at + 1) in _SPEAKERS)


def _is_time(tree: Tree, at: int) -> bool:
    """ "Replied the same day, …": whether a time stands at a place, before a comma."""
    mark = next((word.at for word in tree.words[at : at + _NEAR + 2] if word.text == ","), 0)
    return mark > at and plain(tree[mark - 1].text) in words_of("times") | words_of("months")


def _is_object(tree: Tree, verb: Word, at: int) -> bool:
    """Whether what begins at a place is more likely the verb's object: where a verb is joined to it, "mentioned Yemen
    and left"; after a verb that seldom takes a clause, where no predicate follows, "knew them since they came"."""
    words = lexicon()
    lemma = words.verb(verb.lower) if verb.tag[:2] == "VB" else None
    if lemma in words.lists["telling prompted_rarely"] or _is_told_in_words(tree, verb):
        return verb.dep == "relcl" or not _has_predicate(tree, at)
    entry = words.verbs.get(lemma or "")
    first = next((word for word in tree.words[at + 1 :] if word.tag[:2] == "VB" or word.lower in _SUBORDINATE), None)
    joined = first if first is not None and first.tag in {"VBD", "VBZ"} else None
    before = tree.next(joined, -1) if joined is not None else None
    return entry is not None and "object" in entry.takes and before is not None and before.tag == "CC"


def _has_predicate(tree: Tree, at: int) -> bool:
    """Whether a verb with tense follows on the noun phrase at a place."""
    for word in tree.words[at + 1 :]:
        if word.tag in FINITE:
            return True
        if word.tag in _ENDS_NAMED or word.lower in _SUBORDINATE | {"as"}:
            return False
    return False


def _with_words(sentence: Sentence, places: list[tuple[int, str]]) -> Sentence:
    """The sentence with words put in these places; their characters have the offset of the one after them."""
    words, offsets = sentence.words, sentence.offsets
    for at, put_in in reversed(places):
        words = f"{words[:at]}{put_in}{words[at:]}"
        offsets = (*offsets[:at], *[offsets[min(at, len(offsets) - 1)]] * len(put_in), *offsets[at:])
    return replace(sentence, words=words, offsets=offsets)
