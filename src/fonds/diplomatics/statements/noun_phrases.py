"""The words of a noun phrase that name somebody, and what beside them tells him from others."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from fonds.diplomatics.statements.tree import FINITE, Tree, Word
from fonds.diplomatics.statements.words import is_one_person, plain, words_of

MODIFIERS = {"compound", "amod", "nmod", "det", "nummod", "poss", "case", "advmod", "predet"}

LONGEST_APART, LONGEST_NAME = 7, 9
"""Words: of what tells people apart, and of a source with it."""
LONGEST_OFFICE, LONGEST_IDENTIFIED = 5, 16
"""Words: of an office before a name, and from somebody to the only name that he is given."""
_AFTER_NAME = {"", ",", ".", ":", ";", "—", "–", "--", "”", '"', "(", "who", "whose", "?"}
_POINTING = {"this", "that", "these", "those", "it"}


def phrase(tree: Tree, word: Word) -> str:
    """The words of a noun phrase that name it: the noun with what stands before it and an "of" after it."""
    first, last = phrase_places(tree, word)
    return tree.text[tree[first].start : tree[last].end]


def phrase_places(tree: Tree, word: Word) -> tuple[int, int]:
    """The first and the last place of these words."""
    first = word.at
    left = tree.left(word)
    while first > left and (_names(tree[first - 1], word) or _is_glued(tree, tree[first], left)):
        first -= 1
    first = _before_portfolio(tree, word, _before_joined(tree, word, first))
    last = _with_number(tree, _hyphenated(tree, word))
    of = next((prep for prep in tree.children(word, "prep") if prep.lower == "of" and prep.at == last + 1), None)
    told = tree.child(of, "pobj") if of is not None else None
    if of is not None and (told is None or told.lower not in _POINTING):  # "informed the President of this"
        end = next((w.at - 1 for w in tree.words[of.at : tree.right(of) + 1] if _ends_name(w)), tree.right(of))
        if end >= last + LONGEST_APART and word.tag == "CD":
            end = next((w.at for w in tree.children(of, "pobj")), end)  # "two of the six members | of the council …"
        last = end if of.at < end < last + LONGEST_APART else last
    while (
        last + 1 < len(tree)
        and tree[last + 1].tag == "NNP"
        and tree[last + 1].dep in {"appos", "flat"}
        and tree[last + 1].head == word.at
    ):
        last += 1
    return first, last


def _with_number(tree: Tree, last: int) -> int:
    """ "Telegram 23": a writing with its number."""
    after = tree.next(tree[last])
    is_numbered = after is not None and after.text.isdigit() and plain(tree[last].text) in words_of("writings")
    return last + is_numbered


def _before_joined(tree: Tree, word: Word, first: int) -> int:
    """ "The British and French Ambassadors": the first place of what is joined before a noun in the plural."""
    before = tree[max(first - 1, 0)] if first == word.at else tree[first]
    over = tree[before.head]
    are_several = word.tag in {"NNS", "NNPS"} or plain(word.text).removesuffix("s") in words_of("persons")
    is_joined = are_several and before.dep == "conj" and over.at < before.at
    if is_joined and over.head == word.at and over.dep in {"amod", "nmod", "compound"}:
        return over.at - (tree[over.at - 1].dep == "det" if over.at else 0)
    return first


def _before_portfolio(tree: Tree, word: Word, first: int) -> int:
    """ "A Department of State spokesman": the first place of a body with "of" that stands before a noun."""
    before = tree[first - 1] if first > 0 else word
    body = tree[tree[before.head].head]
    is_of_body = before.dep == "pobj" and tree.lower(before.head) == "of" and body.at < before.head < before.at
    return body.at if is_of_body and body.head == word.at and body.tag == "NNP" and body.dep in MODIFIERS else first


def _ends_name(word: Word) -> bool:
    return word.text in {",", "(", "—"} or word.tag in {"WP", "WDT"}


def _hyphenated(tree: Tree, word: Word) -> int:
    """The last place of a compound with hyphens that the word opens: "co-chair"."""
    last = word.at
    while last + 2 < len(tree) and tree[last + 1].text == "-" and tree[last + 1].start == tree[last].end:
        last += 2
    return last


def name_beside(tree: Tree, noun: Word) -> Word | None:
    """The name that stands beside a common noun: "the director of the opera, Ilse Tor, …", "the singer Ilse Tor"."""
    is_office = noun.tag == "NNP" and plain(noun.text) in words_of("persons")
    if (
        not (noun.tag in {"NN", "CD"} or is_office)
        or noun.dep in {"poss", "compound"}
        or _is_within_another(tree, noun)
    ):
        return None
    joined = next((child for child in tree.children(noun, "appos") if child.tag == "NNP"), None)
    if joined is not None and tree.left(joined) == noun.at + 1:
        return joined
    return _identified(tree, noun) or _named_after_comma(tree, noun)


def _named_after_comma(tree: Tree, noun: Word) -> Word | None:
    comma = next((word.at for word in tree.words[noun.at + 1 : noun.at + LONGEST_NAME] if word.text == ","), None)
    if comma is None or any(word.tag in FINITE for word in tree.words[noun.at : comma]):
        return None
    first = _past_office(tree, comma + 1)
    run = list(takewhile(lambda word: _is_of_name(word) or _is_glued(tree, word, first), tree.words[first:]))
    after = tree.lower(first + len(run))
    least = 1 if noun.tag == "NN" and is_one_person(plain(noun.text)) and after == "," else 2
    if len(run) < least or after not in _AFTER_NAME or plain(run[-1].text) in words_of("months"):
        return None
    return run[-1]


def _past_office(tree: Tree, first: int) -> int:
    """Past what somebody is where it stands before his name: "former Malawian judge Esther Phiri"."""
    for at in range(first, min(first + LONGEST_OFFICE, len(tree) - 1)):
        word = tree[at]
        if word.tag not in {"JJ", "NN", "NNP"} or (word.tag == "NNP" and tree[at + 1].tag == "NNP"):
            return first
        if word.text[:1].islower() and is_one_person(plain(word.text)) and tree[at + 1].tag == "NNP":
            return at + 1
    return first


def _identified(tree: Tree, noun: Word) -> Word | None:
    """The only name that somebody is given: "who asked to be identified as Fatou", "who said her name was Ida"."""
    near = tree.words[noun.at + 1 : noun.at + LONGEST_IDENTIFIED]
    verb = next((word for word in near if word.lower in words_of("identified")), None)
    if verb is None or any(word.text in {".", ";"} for word in near[: verb.at - noun.at]):
        return None
    for word in tree.words[verb.at + 1 : verb.at + 6]:
        if word.tag == "NNP" and tree.lower(word.at - 1) in {"as", "was", "is", ","}:
            return word
    return None


def _is_within_another(tree: Tree, noun: Word) -> bool:
    """ "The director of the opera": whether a noun hangs on another through a preposition."""
    above = tree.head(tree[noun.head])
    return noun.dep == "pobj" and above is not None and above.tag[:2] in {"NN", "CD"}


def _is_glued(tree: Tree, word: Word, first: int) -> bool:
    """Whether a word goes on, with a hyphen, from the one before: "Park Sung-min"."""
    has_hyphen = "-" in {word.text, tree[word.at - 1].text}
    return word.at > first and word.start == tree[word.at - 1].end and has_hyphen


def _is_of_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.tag[:2] in {"NN", "JJ", "FW"}


def told_apart(tree: Tree, noun: Word, words: str) -> str:
    """What stands after a common noun and tells those meant from others: " familiar with the talks", " from the board".

    Empty where nothing does, or where it is long or a clause.
    """
    after = tree.next(noun)
    if after is None or noun.tag not in {"NN", "NNS"} or not words.endswith(noun.text) or after.head != noun.at:
        return ""
    last = tree.right(after)
    is_of_kind = after.tag == "JJ" or after.lower in words_of("tell apart")
    rest = tree.words[after.at : last + 1]
    is_short = 1 < len(rest) < LONGEST_APART and len(words.split()) + len(rest) <= LONGEST_NAME
    if not is_of_kind or not is_short or any(_breaks(word) for word in rest):
        return ""
    return " " + tree.text[after.start : rest[-1].end]


def _breaks(word: Word) -> bool:
    """Whether a word ends what tells somebody apart: a verb with tense, a mark, a pronoun, a time."""
    is_mark = not word.text[:1].isalnum() and word.text not in {"'s", "’s", "-"}
    return (
        word.tag in FINITE
        or is_mark
        or word.tag in {"WP", "WDT", "PRP", "CD"}
        or plain(word.text) in words_of("months")
    )


def _names(before: Word, noun: Word) -> bool:
    """Whether a word before a noun belongs to what names it; before a proper name only capitals do, and no pronoun, to
    which an editor adds whom it means: "He [Tor] said"."""
    if before.tag == "PRP":
        return False
    if noun.tag[:3] == "NNP" and not before.text[:1].isupper() and before.text[:1].isalnum() and before.dep != "det":
        return False
    return before.dep in MODIFIERS or before.text in {"-", "'s", "’s"}


def after_date(tree: Tree, word: Word, verb: Word) -> Word:
    """The name between a date or number and the verb, where the parser took that for the subject, "May 17, Rusk said";
    or the one right before it: "Rusk this morning said"."""
    if plain(word.text) not in words_of("months") | words_of("times") and not word.text.isdigit():
        return word
    names = [w for w in tree.words[word.at + 1 : verb.at] if w.tag == "NNP" and plain(w.text) not in words_of("months")]
    before = tree[max(tree.left(word) - 1, 0)]
    return names[-1] if names else before if before.tag == "NNP" else word


def without_article(words: str) -> str:
    return " ".join(dropwhile(lambda part: plain(part) in words_of("articles"), words.split()))
