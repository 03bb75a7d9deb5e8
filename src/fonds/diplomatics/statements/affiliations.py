"""For which body somebody speaks, as what stands beside his name tells: "Tor, director of the mission, …", "the party's
leader, Ilse Tor". When he says "we", it is that body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fonds.diplomatics.statements.cast import Cast
from fonds.diplomatics.statements.noun_phrases import name_beside, phrase_places
from fonds.diplomatics.statements.roles import beside
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import head_of, is_one_person, is_plural_of_people, plain, words_of

_LINKS = {"of", "for", "at", "with", "from"}
_PERSONS = {"his", "her", "their", "my", "our", "your"}


class Affiliations:
    """The bodies for which those whom a text names, or calls by what they do, speak."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._content = cast.content.lower()
        self._bodies: dict[str, str] = {}

    def body(self, name: str) -> str | None:
        """The body for which somebody speaks; None where the text does not tell."""
        return self._bodies.get(name)

    def learn(self, tree: Tree, named: Callable[[Tree, Word], str | None]) -> None:
        """Take in what a sentence tells; `named` gives the name that a word stands for."""
        for told, person in _people(tree):
            name = named(tree, person)
            if name is None or not (self._cast.is_person(name) or is_one_person(head_of(name))):
                continue
            bodies = (named(tree, word) for word in _owners(tree, told))
            body = next((body for body in bodies if body and self._is_body(body)), None) or self._before(tree, told)
            if body is not None and body != name:
                self._bodies.setdefault(name, body)

    def _is_body(self, name: str) -> bool:
        """Whether a name is of a body that people speak for as "we": a university is not."""
        if words_of("not we") & {plain(word) for word in name.split()} or is_plural_of_people(head_of(name)):
            return False
        if name[:1].islower():
            return head_of(name) in words_of("bodies") - words_of("called firms")
        return self._cast.may_be_body(name) or not self._cast.is_person(name)

    def _before(self, tree: Tree, noun: Word) -> str | None:
        """The body in "Castellan manager Gary Holt", capitals before what somebody is that the text has elsewhere too;
        and that in "a police spokesman"."""
        if noun.tag != "NN":
            return None
        first, _ = phrase_places(tree, noun)
        start = next((word.start for word in tree.words[first : noun.at] if word.tag not in {"DT", "PRP$"}), noun.start)
        body = tree.text[start : noun.start].strip()
        if not body or plain(body.split()[0]) in words_of("offices") | words_of("honorifics"):
            return None
        is_known = body[:1].isupper() and self._content.count(body.lower()) > 1
        return body if (is_known or noun.lower.startswith("spokes")) and self._is_body(body) else None


def _people(tree: Tree) -> Iterator[tuple[Word, Word]]:
    """What tells of somebody, with the word for him: "chairman" with "Petch", "Tor" ("Tor of Hope Aid") and "spokesman"
    ("a spokesman for the club") with themselves."""
    for noun, name in beside(tree):
        if plain(noun.text) not in words_of("unaffiliated"):
            yield noun, name
    for word in tree:
        is_name = word.tag == "NNP" and word.dep != "compound"
        is_unnamed = word.tag == "NN" and is_one_person(plain(word.text)) and name_beside(tree, word) is None
        if is_name or is_unnamed:
            yield word, word


def _owners(tree: Tree, told: Word) -> Iterator[Word]:
    """The words for whose somebody is: "the club's chairman", "chairman of the club", "who heads the club"."""
    yield from (owner for owner in tree.children(told, "poss") if owner.lower not in _PERSONS)
    for prep in tree.children(told, "prep"):
        if prep.lower in _LINKS and not (prep.lower == "for" and told.tag == "NNP"):
            for noun in tree.children(prep, "pobj"):
                yield tree.child(noun, "appos") or noun  # "of the aid group Hope for All"
    for verb in tree.children(told, "relcl"):
        if verb.lower in words_of("heading"):
            yield from tree.children(verb, "dobj")
