"""Telegraphic style leaves out "that", "to", "was", "he" and prepositions, and the parser loses its way: it is prompted
with them.

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
_OF_VERBS = {"to", "on", "into"}
"""Prepositions that telegrams leave out after verbs."""
_ENDS_NAMED = {"CC", ",", ":", ".", "WP", "WDT", "WRB"}
"""Tags of what ends the noun phrase with which a clause may begin."""
_THINKERS = _SPEAKERS - {"it", "there"}
_AFTER_FEELING = {"IN", "TO"}
_HAD = {"had", "has", "have", "was", "were", "is", "are"}
_FINITE_ONLY = {"are", "am", "'re", "'m", "do"}
_OPENS_OBJECT = {"DT", "PRP", "PRP$", "NNP", "JJ", "NN", "NNS", "CD"}
_AFTER_BARE = _OPENS_OBJECT | {"IN", "RB", ".", ",", "TO", "RP"}
_BEFORE_CLAUSE = {"that", "“", '"', ":", ","}
_NEAR = 3
"""Words from a verb of telling to the clause that it takes."""
_TOLD = {"said", "told", "felt", "thought", "held"}
"""Verbs of telling in the past that do not end in "ed"; the first is a name too."""
_NEVER = {"that", "so", "yes", "no", "not", "it"}


def prompted(sentence: Sentence, tree: Tree, cues: Iterable[Cue]) -> Sentence | None:
    """The sentence with what telegrams leave out after verbs of telling in which no cue was found ("that", "to",
    "he", a preposition), and with "was" before what somebody feels or knows; None where nothing was left out."""
    first = _after_label(tree)
    known = _in_cues(cue for cue in cues if cue.source is None or cue.source >= first)
    if _leaves_out_author(tree, first, known):
        return _with_author(sentence, tree, first)
    told = [word for word in tree if word.at not in known and _may_take_content(word)]
    copulas = {_place_of_copula(tree, known), *_places_of_copulas(tree, told)} - {None}
    owned = _in_cues(cue for cue in cues if cue.source is not None or not cue.noun)
    plurals = [word for word in tree if word.at not in owned and _is_like_a_plural(tree, word)]
    places = [
        *((tree[at].end, " that") for at in _places(tree, told)),
        *((word.end, " to") for word in told if _lacks_to(tree, word)),
        *((tree[at + 1].start, "was ") for at in copulas if at is not None),
        *((word.end, " he") for word in told if _lacks_speaker(tree, word)),
        *((word.end, f" {prep}") for word in told if (prep := _lost_preposition(tree, word)) is not None),
        *((word.end, " that") for word in told if _is_of_clause(tree, word)),
        *((word.start, "also ") for word in plurals),
        *((word.end, " to") for word in plurals if (tree.next(word) or word).tag in {"VB", "VBP"}),
    ]
    return _with_words(sentence, sorted(places)) if places else None


def _may_take_content(word: Word) -> bool:
    """Whether the lexicon knows a word: what no other test is worth its time for."""
    words, lower = lexicon(), word.lower
    return bool(words.verb(lower) or words.noun(lower)) or lower in words.adjectives


def with_speaker(sentence: Sentence, tree: Tree, cues: Iterable[Cue]) -> Sentence | None:
    """The sentence with "He" before it, where a verb of telling at its head was taken for something else, or None."""
    if not _leaves_out_speaker(tree, _in_cues(cues)):
        return None
    return _with_words(_in_small(sentence), [(0, "He ")])


def with_that(sentence: Sentence, tree: Tree, cues: Iterable[Cue]) -> Sentence | None:
    """The sentence with "that" before the clauses that were found without it, but those that open with a pronoun, which
    the parser reads well; None where there are none."""
    places = {tree[cue.content[0] - 1].end for cue in cues if _lacks_that(tree, cue)}
    return _with_words(sentence, sorted((place, " that") for place in places)) if places else None


def _lacks_that(tree: Tree, cue: Cue) -> bool:
    """ "Replied ship had come": whether a clause stands right after a verb of telling, without "that"."""
    first, last = cue.content
    if any(tree.lower(at) == "that" and tree.lower(at - 1) in {"and", "but", ";"} for at in range(first, last + 4)):
        return False  # which goes on with a clause that has it
    is_after = cue.frame == "clause" and not cue.noun and cue.head < first <= cue.head + _NEAR
    if not is_after or tree[first].tag == "PRP" or tree.lower(first - 1) in _BEFORE_CLAUSE:
        return False
    return lexicon().verb(tree[cue.head].lower) in lexicon().lists["telling prompted"]


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


def _is_like_a_plural(tree: Tree, word: Word) -> bool:
    """ "Dept wishes encourage him": a verb that the parser takes for a noun, as it does not after "also"."""
    words, after = lexicon(), tree.next(word)
    entry = words.verbs.get(words.verb(word.lower) or "")
    if word.tag != "NNS" or entry is None or after is None or word.at == 0:
        return False
    before = tree[word.at - 1]
    is_named = before.tag == "NNP" and not before.text.isupper()  # "USAF plans reflect it"
    is_clause = "clause" in entry.takes and _has_predicate(tree, after.at)
    is_joined = before.tag == "CC" and (is_clause or after.lower in entry.prepositions)
    if not is_joined and not is_named and before.lower not in words_of("bodies") | words_of("bodies cut short"):
        return False
    if "infinitive" in entry.takes and after.tag in {"VB", "VBP"}:
        return after.lower not in _FINITE_ONLY
    return after.lower in {"that", "to", *entry.prepositions} or after.tag in _OPENS_OBJECT


def _lacks_speaker(tree: Tree, word: Word) -> bool:
    """ "Said would come", "claims had paid": a verb of telling right before what the same person does."""
    after = tree.next(word)
    lemma = lexicon().verb(word.lower)
    is_telling = lemma in lexicon().lists["telling prompted"] and word.tag in {"VBD", "VBZ"}
    is_next = after is not None and (after.tag == "MD" or after.lower in _HAD)
    subject = tree.subject(word)
    is_first = (
        subject is None or tree.left(subject) == 0 or tree.lower(tree.left(subject) - 1) in {",", ";", "and", "but"}
    )
    return is_telling and is_next and is_first


def _lost_preposition(tree: Tree, word: Word) -> str | None:
    """The first preposition of a word that takes no object, where a noun phrase stands right after it: "referred Berlin
    question", "keenly interested progress there"."""
    words, after = lexicon(), tree.next(word)
    if after is None or after.tag not in _OPENS_OBJECT - {"PRP"} or _is_long_ago(tree, after):
        return None
    verb = words.verbs.get(words.verb(word.lower) or "") if word.tag in {"VBD", "VBZ"} else None
    if verb is not None and verb.hearer == "none" and verb.takes.keys() == verb.prepositions.keys():
        return next((prep for prep in verb.prepositions if prep in _OF_VERBS), None)
    adjective = words.adjectives.get(word.lower) if word.dep != "amod" and _is_borne(tree, word) else None
    has_verb = any(word.tag in FINITE for word in tree.words[after.at :])
    if adjective is None or ("clause" in adjective.takes and has_verb):
        return None
    return next((prep.replace("_", " ") for prep in adjective.prepositions), None)


def _is_long_ago(tree: Tree, word: Word) -> bool:
    """ "Were unhappy a number of years ago": whether a phrase that begins with a word tells a time."""
    return "ago" in {other.lower for other in tree.words[word.at : word.at + 2 * _NEAR]}


def _is_borne(tree: Tree, word: Word) -> bool:
    """Whether a word tells how somebody is, and not what he does: "is interested", "he keenly interested"."""
    last = _bearer_before(tree, word)
    is_manner = word.tag == "JJ" or word.at - 1 > last
    return lexicon().verb(tree.lower(last)) == "be" or (is_manner and _follows_bearer(tree, word))


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
    return last >= 0 and (tree[last].tag == "NNP" or tree.lower(last) in _SPEAKERS)


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
        is_feeling = is_feeling or _lost_preposition(tree, word) is not None or _is_of_clause(tree, word)
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


def _leaves_out_speaker(tree: Tree, known: set[int]) -> bool:
    """ "Stressed Sovs could not agree", "Claims Tor has left": a verb of telling at the head that the parser takes for
    a part of a name, or for a noun."""
    words, first = lexicon(), tree[0]
    lemma = words.verb(first.lower)
    is_telling = lemma in words.lists["telling verbs"] | words.lists["telling prompted"] and lemma != first.lower
    if not is_telling or 0 in known or len(tree) < 3 or not _opens(tree[1]):
        return False
    if first.lower.endswith("s"):
        return first.tag in {"NNS", "NNP", "NNPS"} and tree[1].tag[:3] in {"NNP", "PRP"} and _has_predicate(tree, 1)
    is_mistaken = first.tag in {"NNP", "VBN", "JJ"} or (first.tag == "VBD" and first.dep != "ROOT")
    is_small = tree.text[tree[1].start : tree[1].start + 1].islower()
    return is_mistaken and (first.lower.endswith("ed") or (first.lower in _TOLD and is_small))


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
            if _opens_clause(tree, last + 1) and not _is_object(tree, word, last + 1):
                yield last


def _may_tell(tree: Tree, word: Word) -> bool:
    """Whether a clause may follow: a verb of telling, "was glad we came", "had the impression she knew"."""
    words = lexicon()
    if word.tag[:2] == "VB" and word.dep not in {"amod", "aux"}:
        prompted_by = words.lists["telling prompted"] | words.lists["telling prompted_rarely"]
        return words.verb(word.lower) in prompted_by or _is_told_in_words(tree, word)
    if _is_told_with(tree, word):
        return True
    if not _opens_with_pronoun(tree, word.at + 1) or tree.lower(word.at - 1) == "how" or tree.child(word, "poss"):
        return False
    if word.lower in words.adjectives and word.dep != "amod":
        return "clause" in words.adjectives[word.lower].takes
    noun = words.noun(word.lower) if word.tag[:2] == "NN" else None
    return noun is not None and "clause" in words.nouns[noun].takes and light_verb(tree, word) is not None


def _is_told_in_words(tree: Tree, word: Word) -> bool:
    """ "Pointed out", "made clear": whether a verb of several words takes a clause."""
    return any("clause" in entry.takes for entry, _ in phrasal(tree, word))


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
    """ "…, and he agreed": whether another clause begins with a word."""
    return word.tag == "CC" and tree.lower(word.at - 1) == "," and tree.lower(word.at + 1) in _SPEAKERS


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
