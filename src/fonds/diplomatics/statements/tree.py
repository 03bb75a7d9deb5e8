"""A sentence as words that depend on one another: what every rule here reads, whatever parser made it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

DO = {"do", "does", "did"}
FINITE = {"VBD", "VBP", "VBZ", "MD"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
OBJECTS = {"dobj", "dative", "obj", "iobj"}


class Word(Struct, frozen=True, gc=False):
    """A word of the sentence. `start` and `end` count in the sentence's own text; `tag` is of the Penn Treebank,
    `dep` of ClearNLP's dependency labels; `head` is the place of its governor, its own for the root; `lower` is the
    text in lower case."""

    at: int
    text: str
    start: int
    end: int
    tag: str
    dep: str
    head: int
    lower: str


class Tree:
    """The words of one sentence, and who governs whom."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Word:
        return self.words[at]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @cached_property
    def _children(self) -> list[list[Word]]:
        children: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.at:
                children[word.head].append(word)
        return children

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        """First and last place of what each word governs.

        What stands above a word that reaches far enough already does so too, for it was passed on the way up before.
        """
        left, right = [word.at for word in self.words], [word.at for word in self.words]
        for word in self.words:
            head = word.head
            while left[head] > word.at:
                left[head] = word.at
                head = self.words[head].head
        for word in reversed(self.words):
            head = word.head
            while right[head] < word.at:
                right[head] = word.at
                head = self.words[head].head
        return list(zip(left, right, strict=True))

    def children(self, word: Word, *deps: str) -> list[Word]:
        """What the word governs directly, in order; only under these labels where any are named."""
        return [child for child in self._children[word.at] if not deps or child.dep in deps]

    def child(self, word: Word, *deps: str) -> Word | None:
        """The first such child."""
        for child in self._children[word.at]:
            if child.dep in deps:
                return child
        return None

    def head(self, word: Word) -> Word | None:
        """What governs the word; None for the root."""
        return None if word.head == word.at else self.words[word.head]

    def root(self) -> Word | None:
        """The word that nothing governs."""
        return next((word for word in self.words if word.head == word.at), None)

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The word's governor, the governor of that, and so on."""
        seen = {word.at}
        while word.head not in seen:
            word = self.words[word.head]
            seen.add(word.at)
            yield word

    def left(self, word: Word) -> int:
        """The first place of what the word governs, itself included."""
        return self._edges[word.at][0]

    def right(self, word: Word) -> int:
        """The last place of what the word governs, itself included."""
        return self._edges[word.at][1]

    def next(self, word: Word, by: int = 1) -> Word | None:
        """The word that stands so many places after it (before it, where negative)."""
        return self.words[word.at + by] if 0 <= word.at + by < len(self.words) else None

    def lower(self, at: int) -> str:
        """The word at a place, in lower case; empty outside of the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def is_finite(self, verb: Word) -> bool:
        """Whether a verb, or an auxiliary of it, has tense."""
        return verb.tag in FINITE or any(child.tag in FINITE for child in self.children(verb, "aux", "auxpass"))

    def is_passive(self, verb: Word) -> bool:
        """Whether a verb is in the passive."""
        if self.child(verb, "auxpass") is not None:
            return True
        return self.child(verb, "nsubjpass") is not None and not self.children(verb, "aux")

    def is_infinitive(self, verb: Word) -> bool:
        """Whether "to" stands before the verb."""
        return any(child.lower == "to" for child in self.children(verb, "aux")) and not self.is_finite(verb)

    def is_negated(self, word: Word, content: tuple[int, int] = (0, -1)) -> bool:
        """Whether the word is denied: "did not say", "never said"; not by a word of its content, "said not"."""
        denials = (
            child for child in self.children(word) if child.dep == "neg" or child.lower in {"not", "n't", "never"}
        )
        return any(not content[0] <= denial.at <= content[1] for denial in denials)

    def subject(self, verb: Word) -> Word | None:
        """The verb's own grammatical subject."""
        return self.child(verb, *SUBJECTS)
