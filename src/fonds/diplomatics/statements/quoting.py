"""Who quotes whom: "was quoted by the radio as saying that …", "the report quotes a barman as saying that …"."""

from __future__ import annotations

from msgspec import Struct

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.subjects import agent_of, object_before, subject_of
from fonds.diplomatics.statements.tree import Tree, Word


class Quoting(Struct, frozen=True):
    """Who is quoted, and who quotes him; None where the words do not name that."""

    quoted: Word | None
    quoter: Word | None


def quoting(tree: Tree, saying: Word) -> Quoting | None:
    """Who quotes whom with a participle after "as"; None where it is not quoted."""
    preposition = tree.head(saying)
    if saying.tag != "VBG" or preposition is None or preposition.lower != "as":
        return None
    verb = tree.head(preposition)
    if verb is None or verb.lower not in lexicon().lists["quoting forms"]:
        return None
    if tree.is_passive(verb) or verb.dep in {"acl", "relcl"}:
        return Quoting(subject_of(tree, verb), agent_of(tree, saying) or agent_of(tree, verb))
    return Quoting(object_before(tree, verb, preposition.at), subject_of(tree, verb))
