"""From the words for a source to its name: names in full, offices to their holders, pronouns to who they stand for."""

from __future__ import annotations

from itertools import dropwhile

from msgspec import Struct

from fonds.diplomatics.statements.cast import AUTHOR, Cast, split_title
from fonds.diplomatics.statements.cue import UNNAMED
from fonds.diplomatics.statements.pronouns import FEMININE
from fonds.diplomatics.statements.subjects import agent_of
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of

SECOND = {"you", "your", "yours", "yourself", "yourselves"}
FIRST, FIRST_PLURAL = {"i", "me", "my", "myself", "mine"}, {"we", "us", "our", "ourselves", "ours"}
SINGULAR = {"he", "him", "his", "she", "her", "himself", "herself"}
PLURAL = {"they", "them", "their", "themselves"}
THING = {"it", "its", "itself", "which"}
_PRONOUNS = FIRST | FIRST_PLURAL | SINGULAR | PLURAL | THING
MODIFIERS = {"compound", "amod", "nmod", "det", "nummod", "poss", "case", "advmod", "predet"}
ARTICLES = {
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "their",
    "its",
    "our",
    "my",
    "such",
    "both",
}

LONGEST_APART, LONGEST_NAME = 7, 9
"""Words: of what tells people apart, and of a source with it."""


class Scene(Struct):
    """What is known where a pronoun stands: whose speech it is in, and who was last spoken of."""

    at: int = 0
    speaker: str | None = None
    quoted: bool = False
    group: str | None = None
    body: str | None = None
    partner: str | None = None
    last: str | None = None
    joint: bool = False
    persons: tuple[str, ...] = ()
    """Who was spoken of, the most salient first."""

    @property
    def focus(self) -> str | None:
        """Who is spoken of above all."""
        return self.persons[0] if self.persons else None


class Naming:
    """Names the sources in the sentences of one text."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def name(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """The name of what a word stands for, joined with what is coordinated with it; None where nobody can say."""
        first = self._one(tree, word, scene)
        if first is None:
            return None
        joined = [name for other in self._joined(tree, word) if (name := self._one(tree, other, scene)) is not None]
        if "." in first and " " not in first:
            first = self.cast.country(first) or first
        return " and ".join(dict.fromkeys([first, *joined]))

    def names(self, tree: Tree, word: Word, scene: Scene) -> list[str]:
        """The names one by one, as for people who are spoken to."""
        found = [self._one(tree, other, scene) for other in [word, *self._joined(tree, word)]]
        return [name for name in dict.fromkeys(found) if name is not None]

    def _joined(self, tree: Tree, word: Word) -> list[Word]:
        found: list[Word] = []
        for child in tree.children(word, "conj"):
            if child.tag[:2] in {"NN", "PR"} and child.at - word.at < 9:
                found += [child, *self._joined(tree, child)]
        return found

    def _one(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        if word.text != "US" and (word.tag in {"PRP", "PRP$"} or word.lower in _PRONOUNS):
            return self._pronoun(tree, word, scene)
        if word.lower == "one" and not tree.children(word):
            return UNNAMED
        if word.tag in {"WP", "WDT", "EX"} or word.lower in {"who", "which", "that", "what"}:
            return None
        if is_quantifier(tree, word) and " and " in (scene.group or ""):
            return scene.group
        return self._phrase(tree, _named_beside(tree, word), scene)

    def _phrase(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        words = phrase(tree, word)
        if tree.lower(tree.left(word)) in {"this", "that"} and plain(word.text) in words_of("persons"):
            return scene.focus or words
        titles, name = split_title(words)
        is_name = name and not any(part.islower() and part not in {"of", "the", "de", "and"} for part in name)
        if is_name and (word.tag[:3] == "NNP" or words[:1].isupper()):
            return self._named(words, titles, name)
        if plain(word.text) in words_of("writings"):
            return self._writer(tree, word, scene)
        bare = _without_article(words)
        if plain(bare.split()[-1] if bare else "") in words_of("persons") | words_of("offices") or (
            titles and not name
        ):
            holder = self.cast.holder(bare, scene.at)
            if holder is not None:
                return self.cast.full_name(holder)
        if word.tag == "JJ" or "." in bare:
            return self.cast.country(bare)
        return self._owned(tree, word, bare + told_apart(tree, word, words), scene) if bare else None

    def _owned(self, tree: Tree, word: Word, bare: str, scene: Scene) -> str:
        """ "His brother" with the name of whose brother it is, unless it is he himself who tells of him."""
        owner = tree.child(word, "poss")
        if owner is None or owner.lower not in SINGULAR or plain(word.text) in words_of("bodies"):
            return bare
        name = self._pronoun(tree, owner, scene)
        is_plain = name is None or name in {AUTHOR, scene.speaker} or is_owned(name)
        return bare if is_plain else f"{name}'s {bare}"

    def _writer(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """Whose letter or statement it is: its owner's, its maker's, or that of who was last spoken of."""
        owner = tree.child(word, "poss") or next((w for w in tree.children(word, "compound") if w.tag == "NNP"), None)
        verb = tree.head(word)
        if owner is None and word.dep == "dobj" and verb is not None:
            owner = tree.child(verb, "nsubj")
        owner = owner or agent_of(tree, tree.child(word, "acl") or word)
        return self._one(tree, owner, scene) if owner is not None else scene.last or scene.focus

    def _named(self, words: str, titles: list[str], name: list[str]) -> str:
        full = " ".join(name)
        if "-" in full and " " not in full and self.cast.are_two(full.split("-")):
            full = full.replace("-", " and ")
        if {plain(part) for part in name} & words_of("bodies"):
            return _without_article(words)
        if (
            titles
            and self.cast.country(" ".join(titles))
            and plain(name[-1]) in words_of("bodies") | words_of("groups")
        ):
            return _without_article(words)
        return self.cast.full_name(full)

    def _pronoun(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        lower = word.lower
        if lower in FIRST:
            return scene.speaker if scene.quoted and scene.speaker else AUTHOR
        if lower in FIRST_PLURAL:
            return self._we(scene)
        if lower in SECOND:
            return scene.partner if scene.speaker else self.cast.addressee
        if lower in SINGULAR:
            return self._from_clause(tree, word, scene) or self._he(scene, lower)
        if lower in PLURAL:
            return self._from_clause(tree, word, scene) or self._they(scene)
        return self._from_clause(tree, word, scene) or scene.body

    def _we(self, scene: Scene) -> str | None:
        if scene.speaker is None:
            return f"{AUTHOR} and {scene.partner}" if scene.partner and scene.joint else AUTHOR
        return (
            self.cast.country_of(scene.speaker) or (None if scene.quoted else self.cast.author_country) or scene.speaker
        )

    def _they(self, scene: Scene) -> str | None:
        """Who was last spoken of as several; to who speaks, those on the side of whom he speaks with."""
        spoken = {scene.speaker, AUTHOR} if scene.speaker else set()
        if scene.group is not None and not spoken & set(scene.group.split(" and ")):
            return scene.group
        other = self.cast.country_of(scene.partner) if scene.speaker and scene.partner else None
        return other or scene.body or scene.group

    def _he(self, scene: Scene, pronoun: str) -> str | None:
        """Who is speaking, else who was last spoken of, and can be a "he" or a "she"."""
        speaker = scene.speaker if scene.speaker != AUTHOR and " and " not in (scene.speaker or "") else None
        if scene.quoted:  # who is quoted says "I" of himself
            called = [name for name in scene.persons if name != speaker] or [*scene.persons]
        else:
            called = [speaker, *scene.persons] if speaker is not None else [*scene.persons]
        return next((name for name in called if self.cast.pronouns.fit(name, pronoun)), called[0] if called else None)

    def _from_clause(self, tree: Tree, pronoun: Word, scene: Scene) -> str | None:
        """The subject of a clause round the pronoun's own, where it agrees: "Castro reacted badly because he …"."""
        clause = _verb_over(tree, pronoun)
        if clause is None:
            return None
        own = [clause] if pronoun.tag == "PRP$" else []
        for verb in [*own, *tree.ancestors(clause), *tree.children(clause, "advcl")]:
            subject = tree.child(verb, *SUBJECTS)
            if subject is None or subject.at >= pronoun.at:
                continue
            if subject.lower == pronoun.lower or _is_owned_alike(tree, subject, pronoun):
                return None
            if agrees(self.cast, tree, subject, pronoun.lower):
                name = self._one(tree, subject, scene)
                if name is None or pronoun.lower not in SINGULAR or self.cast.pronouns.fit(name, pronoun.lower):
                    return name
        return None


def _is_owned_alike(tree: Tree, subject: Word, pronoun: Word) -> bool:
    """ "Her doctor forbade it, and she promised": "she" is not the doctor, but whose doctor it is."""
    owner = tree.child(subject, "poss")
    return owner is not None and owner.lower in SINGULAR and (owner.lower in FEMININE) == (pronoun.lower in FEMININE)


def is_owned(name: str) -> bool:
    """Whether somebody is called by whom he belongs to: "Tor's brother"."""
    return "'s " in name or "’s " in name


def is_quantifier(tree: Tree, word: Word) -> bool:
    """Whether a phrase takes its meaning from another: "others", "neither side"."""
    return bool({word.lower, tree.lower(tree.left(word))} & words_of("quantifiers"))


def _named_beside(tree: Tree, word: Word) -> Word:
    """The name that stands beside an office, "the director of the opera, Ilse Tor, …"; else the word itself."""
    if word.tag not in {"NN", "NNS", "CD"}:
        return word
    for other in tree.words[word.at + 1 : word.at + 14]:
        if other.tag == "NNP" and other.dep == "appos" and word.at in {up.at for up in tree.ancestors(other)}:
            opens = tree.lower(tree.left(other) - 1) == "," or other.head == word.at
            return other if opens and other.head >= word.at else word
    return word


def _without_article(words: str) -> str:
    return " ".join(dropwhile(lambda part: plain(part) in ARTICLES, words.split()))


def _names(before: Word, noun: Word) -> bool:
    """Whether a word before a noun belongs to what names it; before a proper name only capitals do."""
    if noun.tag[:3] == "NNP" and not before.text[:1].isupper() and before.text[:1].isalnum() and before.dep != "det":
        return False
    return before.dep in MODIFIERS or before.text in {"-", "'s", "’s"}


def can_speak(cast: Cast, tree: Tree, word: Word) -> bool:
    """Whether a noun is somebody or a body, and not a thing: "delay", "outcome", "May"."""
    lower = plain(word.text)
    if word.tag[:2] == "PR" or tree.child(word, "appos") is not None:
        return True
    if word.tag[:3] == "NNP":
        return lower not in words_of("months")
    if lower in words_of("not_speakers"):
        return False
    known = ("persons", "groups", "bodies", "speakers", "writings")
    return (
        any(lower in words_of(kind) for kind in known)
        or lower.endswith(tuple(words_of("endings")))
        or cast.country(word.text) is not None
        or word.tag[:2] != "NN"
    )


def after_date(tree: Tree, word: Word, verb: Word) -> Word:
    """The name between a date and the verb, where the parser took the date for the subject: "May 17, Rusk said"."""
    if plain(word.text) not in words_of("months"):
        return word
    names = [w for w in tree.words[word.at + 1 : verb.at] if w.tag == "NNP" and plain(w.text) not in words_of("months")]
    return names[-1] if names else word


def agrees(cast: Cast, tree: Tree, noun: Word, pronoun: str) -> bool:
    """Whether a noun can be what a pronoun stands for."""
    if noun.tag == "PRP":
        return (noun.lower in SINGULAR) == (pronoun in SINGULAR) and (noun.lower in PLURAL) == (pronoun in PLURAL)
    words = phrase(tree, noun)
    joint = tree.child(noun, "conj") is not None
    plural = noun.tag in {"NNS", "NNPS"} or joint or plain(noun.text) in words_of("groups")
    is_body = (cast.country(words) is not None and not split_title(words)[1]) or plain(noun.text) in words_of("bodies")
    if pronoun in SINGULAR:
        return not plural and not is_body and (noun.tag == "NNP" or plain(noun.text) in words_of("persons"))
    if pronoun in PLURAL:
        return plural or (is_body and noun.tag != "NNP")
    return not plural and not (noun.tag == "NNP" and not is_body)


def _verb_over(tree: Tree, word: Word) -> Word | None:
    return next((up for up in tree.ancestors(word) if up.tag[:2] == "VB" or up.tag == "MD"), None)


def phrase(tree: Tree, word: Word) -> str:
    """The words of a noun phrase that name it: the noun with what stands before it and an "of" after it."""
    first = word.at
    left = tree.left(word)
    while first > left and _names(tree[first - 1], word):
        first -= 1
    last = word.at
    of = next((prep for prep in tree.children(word, "prep") if prep.lower == "of" and prep.at == last + 1), None)
    if of is not None and tree.right(of) - last < 7:
        last = min(
            tree.right(of), next((w.at - 1 for w in tree.words[last:] if w.text in {",", "(", "—"}), tree.right(of))
        )
    while (
        last + 1 < len(tree)
        and tree[last + 1].tag == "NNP"
        and tree[last + 1].dep in {"appos", "flat"}
        and tree[last + 1].head == word.at
    ):
        last += 1
    return tree.text[tree[first].start : tree[last].end]


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
