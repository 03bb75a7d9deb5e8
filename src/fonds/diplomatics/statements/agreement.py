"""What a noun can stand for beside a pronoun: one or several, somebody, a body or a thing."""

from __future__ import annotations

from fonds.diplomatics.statements.cast import Cast
from fonds.diplomatics.statements.name_parts import split_title
from fonds.diplomatics.statements.noun_phrases import phrase
from fonds.diplomatics.statements.pronouns import FEMININE
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import country_adjectives, is_one_person, is_somebody, plain, words_of

SECOND = {"you", "your", "yours", "yourself", "yourselves"}
FIRST, FIRST_PLURAL = {"i", "me", "my", "myself", "mine"}, {"we", "us", "our", "ourselves", "ours"}
SINGULAR = {"he", "him", "his", "she", "her", "himself", "herself"}
PLURAL = {"they", "them", "their", "themselves"}
THING = {"it", "its", "itself", "which"}


def is_owned(name: str) -> bool:
    """Whether somebody is called by whom he belongs to: "Tor's brother"."""
    return "'s " in name or "’s " in name


def is_several(noun: Word) -> bool:
    """Whether a noun stands in the plural, and is no firm's or body's name: "Democrats", but not "Rask Motors"."""
    is_one = plain(noun.text) in words_of("firms") | words_of("bodies")
    return noun.tag == "NNS" or (noun.tag == "NNPS" and not is_one)


def is_people(noun: Word) -> bool:
    """Whether a noun is of people in the plural: "envoys", "the Hungarians", "Communists"."""
    if noun.tag not in {"NNS", "NNPS", "NNP"} or noun.dep in {"compound", "amod", "nmod"}:
        return False
    lower = plain(noun.text)
    is_nation = lower in country_adjectives() and (noun.tag != "NNP" or lower.endswith("ese"))
    return is_nation or (noun.tag != "NNP" and lower in words_of("groups"))


def is_quantifier(tree: Tree, word: Word) -> bool:
    """Whether a phrase takes its meaning from another: "others", "neither side", but "both Tor and Rask"."""
    if tree.lower(tree.left(word)) == "both" and tree.child(word, "conj") is not None:
        return False
    return bool({word.lower, tree.lower(tree.left(word))} & words_of("quantifiers"))


def can_speak(cast: Cast, tree: Tree, word: Word) -> bool:
    """Whether a noun is somebody or a body, and not a thing: "delay", "outcome", "May"."""
    lower = plain(word.text)
    if word.tag[:2] == "PR" or lower == "latter" or tree.child(word, "appos") is not None:
        return True
    if word.tag[:3] == "NNP" or (word.text.isupper() and len(word.text) > 1):
        is_noun = word.at == 0 and cast.has_small(word.lower)  # "Resolution says", where "resolution" is written too
        if not is_noun:
            return lower not in words_of("months") and word.text.strip("., ") != ""
    if lower in words_of("not_speakers"):
        return False
    return is_somebody(lower) or cast.country(word.text) is not None or word.tag[:2] != "NN"


def _is_land(cast: Cast, words: str) -> bool:
    """Whether words are a country's name, and no person's who is called like one ("Emil Halvern")."""
    name = " ".join(split_title(words)[1])
    is_named = name == "" or (cast.country(name) is not None and not cast.is_named_person(name))
    return cast.country(words) is not None and is_named and not cast.pronouns.know(name)


def agrees(cast: Cast, tree: Tree, noun: Word, pronoun: str) -> bool:
    """Whether a noun can be what a pronoun stands for."""
    if noun.tag == "PRP":
        return (noun.lower in SINGULAR) == (pronoun in SINGULAR) and (noun.lower in PLURAL) == (pronoun in PLURAL)
    words = phrase(tree, noun)
    joint = tree.child(noun, "conj") is not None
    plural = is_several(noun) or joint or plain(noun.text) in words_of("groups")
    is_land = _is_land(cast, words)
    is_body = is_land or plain(noun.text) in words_of("bodies")
    if pronoun in SINGULAR:
        return (
            not plural
            and (not is_body or (is_land and pronoun in FEMININE))
            and (noun.tag == "NNP" or plain(noun.text) in words_of("persons") | words_of("women") | words_of("men"))
        )
    if pronoun in PLURAL:
        return plural or (is_body and noun.tag != "NNP")
    if noun.tag == "NNP":
        return is_body or cast.may_be_body(cast.full_name(" ".join(split_title(words)[1])))
    return not plural and not is_one_person(plain(noun.text))
