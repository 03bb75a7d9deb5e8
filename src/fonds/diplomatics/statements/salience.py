"""Whom a text speaks of where a pronoun stands: persons ranked by how, how lately and how often they were told of.

After S. Lappin and H. J. Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics 20 (1994):
a mention gives its person the weight of its grammatical role, weights halve with every sentence and paragraph, the
heaviest counts.
Who a whole text is about stays in mind longer: the share of its sentences so far that tell of him adds to the weight.
"""

from __future__ import annotations

from typing import Literal

from fonds.diplomatics.statements.telling import is_main
from fonds.diplomatics.statements.tree import OBJECTS, SUBJECTS, Tree, Word

Role = Literal["speaker", "subject", "clause subject", "object", "oblique", "possessor"]

WEIGHTS: dict[Role, float] = {
    "speaker": 90,
    "subject": 80,
    "clause subject": 45,
    "object": 40,
    "oblique": 25,
    "possessor": 30,
}
_OTHER_ROLES: dict[str, Role] = {"pobj": "oblique", "poss": "possessor"}
_NOBODY = {"i", "me", "my", "we", "us", "our", "you", "your", "it", "its", "they", "them", "their", "one"}
TOPIC, TOPIC_OF_REPORT = 25.0, 5.0
"""The weight of somebody of whom each sentence tells; less in a report, which tells in turn of those in the room."""
MOST = 50
"""So many persons are kept in mind."""


def role_of(tree: Tree, word: Word) -> Role | None:
    """The role in which a noun or a pronoun in the singular tells of somebody; None where it is no mention."""
    if word.tag not in {"NN", "NNP", "PRP", "PRP$"} or word.head == word.at or word.lower in _NOBODY:
        return None
    if word.dep in SUBJECTS:
        return "subject" if is_main(tree, word) else "clause subject"
    if word.dep in OBJECTS:
        return "object"
    return _OTHER_ROLES.get(word.dep)


class Salience:
    """The persons of one text in the order in which a pronoun calls them to mind."""

    def __init__(self, topic: float = TOPIC) -> None:
        self._of_topic = topic
        self._before: dict[str, float] = {}
        self._now: dict[str, float] = {}
        self._told: dict[str, int] = {}
        self._sentences = 0

    def next_sentence(self) -> None:
        """A sentence ends: who was told of before fades, unless it told of nobody."""
        if not self._now:
            return
        self._sentences += 1
        for name in self._now:
            self._told[name] = self._told.get(name, 0) + 1
        known = {name: self._weight(name) / 2 for name in {**self._now, **self._before}}
        kept = sorted(known, key=lambda name: -(known[name] + self._topic(name)))[:MOST]
        self._before = {name: known[name] for name in kept}
        self._now = {}

    def next_paragraph(self) -> None:
        """A paragraph begins: who was told of in those before it fades once more."""
        self._before = {name: weight / 2 for name, weight in self._before.items()}

    def mention(self, name: str, role: Role, share: float = 1.0) -> None:
        """Somebody is told of; `share` of the role's weight counts."""
        self._now[name] = max(self._now.get(name, 0.0), WEIGHTS[role] * share)

    def ranked(self) -> tuple[str, ...]:
        """The persons, the most salient first; of equals the one told of last."""
        names = {**self._now, **self._before}
        return tuple(sorted(names, key=lambda name: -(self._weight(name) + self._topic(name))))

    def _weight(self, name: str) -> float:
        return max(self._before.get(name, 0.0), self._now.get(name, 0.0))

    def _topic(self, name: str) -> float:
        return self._of_topic * self._told.get(name, 0) / max(self._sentences, 1)
