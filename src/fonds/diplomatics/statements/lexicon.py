"""The cue lexicon: which words attribute a content, with what attitude, and through which complement."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, cast

from msgspec import Struct

from fonds.record import Attitude

COMPLEMENTS = ("clause", "question", "quotation", "infinitive", "order", "gerund", "object", "as", "small")
"""The complements that are no prepositions; every other key of an entry is one."""


class Entry(Struct, frozen=True):
    """What one word takes: complement or preposition to attitude, and where its hearer stands."""

    takes: dict[str, Attitude]
    hearer: str = "none"

    @property
    def prepositions(self) -> dict[str, Attitude]:
        return {key: attitude for key, attitude in self.takes.items() if key not in COMPLEMENTS}


class Lexicon(Struct, frozen=True):
    """The cue words by lemma, and every form of them by its lemma; what follows in phrases by the first word."""

    verbs: dict[str, Entry]
    adjectives: dict[str, Entry]
    nouns: dict[str, Entry]
    phrasal: dict[str, tuple[tuple[str, ...], ...]]
    verb_forms: dict[str, str]
    noun_forms: dict[str, str]
    lists: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]

    def verb(self, form: str) -> str | None:
        """The lemma of a form of a verb that the lexicon knows; "re-stated" is a form of what "stated" is."""
        return self.verb_forms.get(form.removeprefix("re-"))

    def noun(self, form: str) -> str | None:
        """The lemma of a form of a noun that the lexicon knows."""
        return self.noun_forms.get(form)


@cache
def lexicon() -> Lexicon:
    """The lexicon of English, as `cues.toml` has it."""
    data = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    verbs, adjectives, nouns = (_entries(data[part]) for part in ("verbs", "adjectives", "nouns"))
    lists = {
        f"{part} {key}": frozenset(value.split())
        for part in ("light", "before", "telling", "raising", "openers", "tags", "asked", "deeds", "quoting", "people")
        for key, value in data[part].items()
    }
    lists |= {key: frozenset(data["prepositions"][key]) for key in ("possessed in", "possessed to")}
    lists["possessed"] = lists["possessed in"] | lists["possessed to"]
    known = {verb.split("_")[0] for verb in verbs} | set().union(*(lists[key] for key in lists if "verbs" in key))
    known |= lists["before attempt"] | lists["before given"] | lists["before written"] | lists["before met"] | {"be"}
    return Lexicon(
        verbs=verbs,
        adjectives=adjectives,
        nouns=nouns,
        phrasal=_by_first(verb.split("_") for verb in verbs),
        verb_forms=_verb_forms(known, data["forms"]),
        noun_forms=_noun_forms(nouns),
        lists=lists,
        phrases=_by_first(phrase.split() for phrase in data["prepositions"]["phrases"]),
    )


def _entries(groups: list[dict[str, Any]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for group in groups:
        takes = cast("dict[str, Attitude]", {key: group[key] for key in group.keys() - {"words", "hearer"}})
        for word in group["words"].split():
            known = entries.get(word, Entry({}))
            entries[word] = Entry({**known.takes, **takes}, group.get("hearer", known.hearer))
    return entries


def _by_first(sequences: Iterable[list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What follows the first word of sequences of words, by that word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in sequences:
        if rest:
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


def _verb_forms(lemmas: Iterable[str], irregular: dict[str, str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma in sorted(lemmas):
        for form in regular_verb_forms(lemma):
            forms.setdefault(form, lemma)
    for lemma, written in irregular.items():
        forms.update(dict.fromkeys([lemma, *written.split()], lemma))
    return forms


def regular_verb_forms(lemma: str) -> list[str]:
    """The forms of a verb by rule: says, saying, said where regular."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [lemma, lemma + plural, lemma + "ed", lemma + "ing"]


def _noun_forms(nouns: Iterable[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for noun in nouns:
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        forms |= {noun: noun, plural: noun}
    return forms
