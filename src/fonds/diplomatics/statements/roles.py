"""Who holds which role in a text, as what stands beside names tells: "landlady Ilse Tor", "Tor, the owner, …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from fonds.diplomatics.statements.noun_phrases import name_beside, phrase, without_article
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.diplomatics.statements.words import is_one_person, plain, words_of

_LINKS = {"of", "for", "the", "and", "in", "at", "to"}


class Role(Struct, frozen=True):
    """What somebody is called where his name is given: "deputy leader of the party"."""

    at: int
    head: str
    words: frozenset[str]
    name: str


class Roles:
    """The roles that a text gives to those whom it names, in its order."""

    def __init__(self) -> None:
        self._roles: list[Role] = []

    def learn(self, tree: Tree, at: int, named: Callable[[Tree, Word], str | None]) -> None:
        """Take in the roles told in a sentence; `named` gives the name that a word stands for."""
        for noun, name_word in beside(tree):
            name = named(tree, name_word)
            if name is not None and name[:1].isupper():
                self._roles.append(Role(at, plain(noun.text), _content_words(phrase(tree, noun)), name))

    def are_a_persons(self, name: str) -> bool:
        """Whether somebody's roles are such as persons have."""
        return any(role.name == name and is_one_person(role.head) for role in self._roles)

    def holder(self, words: str, head: str, before: int) -> str | None:
        """Whom a phrase with an article means: who was last given the role before an offset, else the only one."""
        wanted = _content_words(words)
        held = [role for role in self._roles if role.head == plain(head) and _is_same_role(wanted, role.words)]
        names = {role.name for role in held}
        if len(names) == 1:
            return names.pop()
        return next((role.name for role in reversed(held) if role.at < before), None)


def beside(tree: Tree) -> Iterator[tuple[Word, Word]]:
    """Each common noun with the name that it stands beside."""
    for word in tree:
        if word.tag == "NN" and (name := name_beside(tree, word)) is not None:
            yield word, name
        if word.tag[:3] != "NNP":
            continue
        for child in tree.children(word, "appos", "compound", "nmod"):
            is_title = child.dep != "appos" and child.at < word.at and not tree.children(child, "poss")
            if child.tag == "NN" and (is_title or tree.lower(tree.left(child) - 1) == ","):
                yield child, word


def _content_words(words: str) -> frozenset[str]:
    return frozenset(plain(word) for word in without_article(words).split()) - _LINKS


def _is_same_role(wanted: frozenset[str], given: frozenset[str]) -> bool:
    """Whether one tells no more than the other, ranks aside: "the leader" is no "deputy leader"."""
    return (wanted <= given or given <= wanted) and not (wanted ^ given) & words_of("ranks")
