"""Telegrams wholly in capitals, in the case in which the parser was taught to read: "AMBASSADOR RASK SAID THAT …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.parser import MODEL
from fonds.diplomatics.statements.words import countries, is_given_name, words_of

LEAST = 0.7
"""The share of capitals among the letters of a text, and of a line, from which on it is in capitals."""
LONGEST_ACRONYM = 4
_WORD = re.compile(r"[A-Z][A-Z-]*(?<!-)")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z][’'])S\b")
_OPENING = re.compile(r"(?:^|[.?!][”\")]*\s+|:\s+|\d[.)]\s+)[“\"(]?$")
_TITLED = re.compile(r"\b([A-Z]+)\.? (?=([A-Z][A-Z-]+)(?: ([A-Z][A-Z-]+))?)")
_SPEAKING = re.compile(r"(?:^|[^A-Z])([A-Z]+ )?([A-Z-]{3,}) ([A-Z]+(?:ED|AID|OLD))\b")


def in_mixed_case(content: str, known: Iterable[str] = ()) -> str:
    """The text, as long as before, with its lines in capitals written as others are, where most of it is in capitals.

    `known` are words that the record elsewhere writes as they should be.
    """
    if not _is_in_capitals(content):
        return content
    given = {word.upper() for word in known if word.istitle() and word.lower() not in _stop_words()}
    names = given | {*_titled(content)} | {*_speaking(content)}
    return "\n".join(_line(line, names) if _is_in_capitals(line) else line for line in content.split("\n"))


def _is_in_capitals(words: str) -> bool:
    small, capital = sum(map(str.islower, words)), sum(map(str.isupper, words))
    return capital > (small + capital) * LEAST


def _line(words: str, names: set[str]) -> str:
    words = _POSSESSIVE.sub("s", words)
    words = _WORD.sub(lambda match: _cased(match, names), words)
    return _phrases().sub(lambda match: match[0].title(), words)


def _cased(match: re.Match[str], names: set[str]) -> str:
    """A word in the case that it would have elsewhere."""
    word, small, before = match[0], match[0].lower(), match.string[: match.start()]
    if word in names or _is_name(small, match.string[match.end() :]):
        return word.title()
    if word == "I" or small in words_of("acronyms") or (word == "US" and not _is_heard(before)):
        return word
    if not _is_word(small):
        return word if len(word) <= LONGEST_ACRONYM else word.title()
    return word.capitalize() if _OPENING.search(before) else small


def _is_heard(before: str) -> bool:
    """Whether words end with a verb after which "US" is who is spoken to."""
    last = before.split()[-1:]
    return bool(last) and last[0].lower() in words_of("hearing us")


def _is_name(small: str, after: str) -> bool:
    """Whether a word is always written with a capital: a country, an office, a month; "May" before a day."""
    if small in {"may", "march"}:
        return re.match(r" \d", after) is not None
    titles = words_of("honorifics") - _stop_words()
    if small in titles or small in words_of("months") or small in _of_countries():
        return True
    return small in words_of("offices") & words_of("persons") - words_of("offices or words")


@cache
def _of_countries() -> frozenset[str]:
    names = (name for country in countries() for name in country["names"] if name.istitle() and " " not in name)
    adjectives = (adjective for country in countries() for adjective in country["adjectives"])
    return frozenset(name.lower() for name in (*names, *adjectives))


@cache
def _phrases() -> re.Pattern[str]:
    """Names of several words that are words of another sense alone."""
    names = (name for country in countries() for name in country["names"] if name.istitle() and " " in name)
    bodies = (name.replace("_", " ") for name in words_of("names of bodies"))
    return re.compile(rf"\b(?:{'|'.join((*names, *sorted(bodies)))})\b", re.IGNORECASE)


def _titled(content: str) -> Iterator[str]:
    """The names after titles, "MR. RASK", "AMBASSADOR EMIL RASK"."""
    titles = (words_of("offices") & words_of("persons")) | words_of("honorifics")
    for match in _TITLED.finditer(content):
        first, second = match[2], match[3]
        is_office = first.lower() in titles | words_of("offices")
        if match[1].lower() not in titles or is_office or _may_be_common(first):
            continue
        yield first
        is_given = is_given_name(first, "men") or is_given_name(first, "women")
        if second is not None and (is_given or not _is_word(second.lower())):
            yield second


def _speaking(content: str) -> Iterator[str]:
    """Who tells something, with no article before: "RASK SAID", "EMBASSY REPLIED"."""
    for match in _SPEAKING.finditer(content):
        is_telling = lexicon().verb(match[3].lower()) in lexicon().lists["telling verbs"]
        is_alone = match[1] is None or match[1].strip().lower() not in words_of("articles")
        if is_telling and is_alone and not _may_be_common(match[2]):
            yield match[2]


def _may_be_common(word: str) -> bool:
    """Whether a word is a verb, an adverb, a body or one of the small words of the language, and so hardly a name."""
    small = word.lower()
    is_adverb = small in words_of("times") or (small.endswith("ly") and _is_word(small))
    is_body = any(small in words_of(kind) for kind in ("acronyms", "bodies", "groups"))
    return is_adverb or is_body or small in _stop_words() or lexicon().verb(small) is not None


def _is_word(small: str) -> bool:
    """Whether a word is an English one that is no name: in the word lists of the model, as such or inflected."""
    if len(small) < 3 or small in _stop_words():
        return small in _stop_words()
    if lexicon().verb(small) is not None or lexicon().noun(small) is not None:
        return True
    return all(part in _stop_words() or _is_inflected(part) for part in small.split("-"))


def _is_inflected(small: str) -> bool:
    index, exceptions, rules = _dictionary()
    if small in index or small in exceptions:
        return True
    return any(small.endswith(old) and small[: len(small) - len(old)] + new in index for old, new in rules)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(import_module("spacy.lang.en.stop_words").STOP_WORDS)


@cache
def _dictionary() -> tuple[frozenset[str], frozenset[str], tuple[tuple[str, str], ...]]:
    """The words of WordNet that the model brings, irregular forms, and how regular ones are made."""
    folder = next(Path(str(import_module(MODEL).__file__)).parent.glob("*/lemmatizer/lookups"))
    lookups: Any = import_module("spacy.lookups").Lookups().from_disk(folder)
    index, exceptions, rules = (lookups.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    endings = {(old, new) for pairs in rules.values() for old, new in pairs if old}
    return (
        frozenset(word for words in index.values() for word in words),
        frozenset(word for words in exceptions.values() for word in words),
        tuple(sorted(endings)),
    )
