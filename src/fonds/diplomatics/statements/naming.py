"""From the words for a source to its name: names in full, offices to their holders, pronouns to who they stand for."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from fonds.diplomatics.statements.affiliations import Affiliations
from fonds.diplomatics.statements.agreement import (
    FIRST,
    FIRST_PLURAL,
    PLURAL,
    SECOND,
    SINGULAR,
    THING,
    agrees,
    can_speak,
    is_owned,
    is_quantifier,
)
from fonds.diplomatics.statements.antecedents import (
    around,
    governing,
    is_owned_alike,
    named_beside,
    verb_over,
    whose_deed,
)
from fonds.diplomatics.statements.cast import AUTHOR, WITHHELD, Cast
from fonds.diplomatics.statements.cue import UNNAMED
from fonds.diplomatics.statements.full_names import without_acronyms
from fonds.diplomatics.statements.name_parts import split_title
from fonds.diplomatics.statements.noun_phrases import name_beside, phrase, phrase_places, told_apart, without_article
from fonds.diplomatics.statements.passages import FOR_WITHHELD_NAME
from fonds.diplomatics.statements.roles import Roles
from fonds.diplomatics.statements.short_names import is_initials
from fonds.diplomatics.statements.subjects import agent_of, antecedent
from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import (
    country_adjectives,
    country_words,
    head_of,
    in_full,
    is_called_by_noun,
    is_one_person,
    is_plural_of_people,
    plain,
    words_of,
)

_OWNING = FIRST | FIRST_PLURAL | SINGULAR | PLURAL
_PRONOUNS = FIRST | FIRST_PLURAL | SINGULAR | PLURAL | THING


class Scene(Struct):
    """What is known where a pronoun stands: whose speech it is in, and who was last spoken of."""

    at: int = 0
    speaker: str | None = None
    quoted: bool = False
    group: str | None = None
    bodies: tuple[str, ...] = ()
    """The bodies that did something, the last first."""
    several: str | None = None
    """Who was named last as several, whatever they did."""
    partner: str | None = None
    last: str | None = None
    joint: bool = False
    pair: str | None = None
    """The two who speak, where nobody else does."""
    persons: tuple[str, ...] = ()
    """Who was spoken of, the most salient first."""
    writing: str | None = None
    """Whose writing was told of last, if no body did anything since."""

    @property
    def body(self) -> str | None:
        """The body that did something last."""
        return self.bodies[0] if self.bodies else None

    @property
    def focus(self) -> str | None:
        """Who is spoken of above all."""
        return self.persons[0] if self.persons else None


class Naming:
    """Names the sources in the sentences of one text."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.roles = Roles()
        self.affiliations = Affiliations(cast)

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
        if word.text == FOR_WITHHELD_NAME:
            return WITHHELD
        if _names_nobody(tree, word):
            return None
        called = self._of_several(tree, word, scene) or self._sovereign(tree, word, scene)
        return called or self._phrase(tree, name_beside(tree, word) or word, scene) or None

    def _sovereign(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """Whom "His Majesty" means; "Her Majesty's Government" keeps its name whole."""
        owner = tree.child(word, "poss")
        if owner is not None and owner.lower == "majesty":
            return phrase(tree, word)
        if word.lower != "majesty" or name_beside(tree, word) is not None:
            return None
        sovereign = self.cast.offices.sovereign(scene.at)
        return phrase(tree, word) if sovereign is None else self.cast.full_name(sovereign)

    def _of_several(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """Whom "both", "neither side" and "the latter" stand for."""
        if word.lower == "latter":
            before = self.cast.named_before(scene.at)
            return self.named_last(tree, word, self.cast.is_person) or before or next(iter(scene.persons), None)
        if not is_quantifier(tree, word):
            return None
        if " and " in (scene.group or ""):
            return scene.group
        return " and ".join(scene.persons[:2]) if word.lower in {"both", "neither"} and scene.persons[1:] else None

    def named_last(self, tree: Tree, word: Word, is_one: Callable[[str], bool]) -> str | None:
        """Who is named last before a word of its sentence: "In Rask's memoirs he tells …", "left Mr. Tor, but he …"."""
        names = (one for one in reversed(tree.words[: word.at]) if one.tag == "NNP" and one.dep != "compound")
        found = (self._phrase(tree, one, Scene()) for one in names)
        return next((name for name in found if name is not None and is_one(name)), None)

    def _phrase(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        words = phrase(tree, word).removeprefix("Both ")  # "Re imports: Both Tor and Rask said …"
        first = tree[phrase_places(tree, word)[0]]
        opens = first.at == 0 or tree.lower(first.at - 1) == ":"
        if word.tag[:3] == "NNP" and opens and not _opens_group(first):
            words = self.cast.without_opening(words)  # "Refuted Wang"
        pointing, _, rest = words.partition(" ")
        if pointing.lower() in {"this", "that"} and (
            self.cast.country(rest) == rest or self.cast.is_known_person(rest)
        ):
            words = rest  # "this US would never accept"
        if not self.cast.is_press and self._is_author(tree, word):
            return AUTHOR
        if not self.cast.is_press and is_initials(words) and plain(words) not in words_of("offices"):
            return self.cast.called(words.rstrip("."), []) or words
        if self._is_epithet(tree, word, words):
            return scene.focus or words
        titles, name = split_title(words)
        is_name = name and not any(part.islower() and part not in {"of", "the", "de", "and"} for part in name)
        if is_name and word.tag != "CD" and (word.tag[:3] == "NNP" or words[:1].isupper()):
            return self._named(words, titles, name)
        if plain(word.text) in words_of("writings") | words_of("records"):
            return self._writing(tree, word, words, scene)
        return self._called(tree, word, words, scene, is_office=bool(titles and not name))

    def _is_author(self, tree: Tree, word: Word) -> bool:
        """Whether it is what the author calls himself: "this writer"."""
        is_told = word.lower in words_of("authors") and word.tag[:2] in {"NN", "VB"}
        return is_told and tree.lower(tree.left(word)) in {"this", "the"} and len(tree.children(word)) == 1

    def _is_epithet(self, tree: Tree, word: Word, words: str) -> bool:
        """Whether a phrase only tells more of who was spoken of: "this man"; in the press "the 22-year-old", "the
        Italian"."""
        article = tree.lower(tree.left(word))
        if article in {"this", "that"}:
            return plain(word.text) in words_of("persons")
        if not self.cast.is_press or article != "the" or word.tag not in {"NN", "NNP", "JJ"}:
            return False
        if self._has_age_after(tree, word) and " " in words:
            return True
        bare = plain(without_article(words))
        is_of_nation = bare in country_adjectives() and word.tag != "NNS"
        return is_of_nation or bare.endswith(("-year-old", "-year-olds")) or "-year-old " in bare

    def _has_age_after(self, tree: Tree, word: Word) -> bool:
        """ "…,” said the retired teacher, 74": newspapers give the age of whom they have just named."""
        comma, age = tree.next(word), tree.next(word, 2)
        is_age = comma is not None and comma.text == "," and age is not None and age.text.isdigit()
        return is_age and age is not None and len(age.text) == 2 and is_one_person(plain(word.text))

    def _called(self, tree: Tree, word: Word, words: str, scene: Scene, *, is_office: bool) -> str | None:
        """Whom a common noun stands for: who is named as what it says, or what it says of who is not named."""
        bare = in_full(without_article(words)) if is_office else without_article(words)
        last = plain(bare.split()[-1] if bare else "")
        holder = None
        is_any = tree.lower(tree.left(word)) in {"a", "an", "another"}  # "a Soviet Ambassador somewhere else"
        if (is_office or last in words_of("persons") | words_of("offices")) and (self.cast.is_press or not is_any):
            persons = () if scene.speaker else scene.persons
            holder = self.cast.offices.holder(self._office(tree, word, bare, scene), scene.at, persons)
        if holder is not None:
            return self.cast.full_name(holder)
        if word.tag == "NN" and tree.lower(tree.left(word)) == "the":
            meant = self.roles.holder(bare, word.text, scene.at) or self._firm(bare, scene)
            if meant is not None:
                return meant
        if word.tag == "JJ" or "." in bare.rpartition(" ")[2]:
            is_people = tree.lower(tree.left(word)) == "the" and plain(bare) in country_adjectives()
            return bare if is_people else self.cast.country(bare)
        if is_office and not self.cast.is_press:
            bare = self.cast.offices.in_full(bare, scene.at) or bare
        return self._owned(tree, word, bare + told_apart(tree, word, words), scene) if bare else None

    def _office(self, tree: Tree, word: Word, bare: str, scene: Scene) -> str:
        """The office in "the captain of the ferry" where nobody was named yet: leads leave names to what follows."""
        office, _, of = bare.partition(" of ")
        is_lead = not scene.persons and tree.lower(tree.left(word)) == "the" and self.cast.country(of) is None
        return office if is_lead else bare

    def _firm(self, bare: str, scene: Scene) -> str | None:
        """ "The company" is the firm that was spoken of last."""
        body = scene.body
        if plain(bare) not in words_of("called firms") or body is None or not body[:1].isupper():
            return None
        is_called = is_called_by_noun(body) and head_of(body) not in words_of("firms") | words_of("called firms")
        return None if is_called or self.cast.country(body) is not None else body

    def _owned(self, tree: Tree, word: Word, bare: str, scene: Scene) -> str:
        """ "His brother", "two of her aides" with the name of whose they are, also where it is he who tells of them
        ("my nan"); and "one of them" with what they are."""
        of = next((prep for prep in tree.children(word, "prep") if prep.lower == "of"), word)
        others = tree.child(of, "pobj") or word
        if others.lower in PLURAL:
            return bare.replace(others.text, self._they(scene) or others.text)
        owner = tree.child(word, "poss") or tree.child(others, "poss")
        if word.lower in {"government", "govt", "side"} and owner is not None and owner.lower in _OWNING:
            return self._government(tree, owner, scene) or bare
        is_his = self.cast.is_press or (scene.quoted and scene.speaker is not None)
        owning = _OWNING if is_his else SINGULAR | PLURAL  # "our Ambassador" in a paper is the author's
        if owner is None or owner.lower not in owning or plain(word.text) in words_of("bodies"):
            return bare
        name = self._pronoun(tree, owner, scene)
        if name is None or name == AUTHOR or is_owned(name):
            return bare
        return bare.replace(owner.text, f"{name}'s") if owner.head == others.at != word.at else f"{name}'s {bare}"

    def _government(self, tree: Tree, owner: Word, scene: Scene) -> str | None:
        """Whose "his government" or "his side" is: the country for which he speaks."""
        name = self._pronoun(tree, owner, scene)
        return self.cast.country_of(name) if name is not None else None

    def _writing(self, tree: Tree, word: Word, words: str, scene: Scene) -> str | None:
        """Who speaks in a writing: its writer, or where that is not told of a memorandum of conversation, it itself."""
        if plain(word.text) in words_of("records") and _is_of_talk(tree, word):
            owner = tree.child(word, "poss") or agent_of(tree, tree.child(word, "acl") or word)
            return (self._one(tree, owner, scene) if owner is not None else None) or without_article(words)
        is_any = self.cast.is_press and tree.lower(tree.left(word)) in {"a", "an"}
        if plain(word.text) in words_of("writings") and not is_any:
            return self._writer(tree, word, scene) or without_article(words)
        return self._called(tree, word, words, scene, is_office=False)

    def _writer(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        """Whose letter or statement it is: its owner's, its maker's, or that of who was last spoken of."""
        owner = tree.child(word, "poss") or next((w for w in tree.children(word, "compound") if w.tag == "NNP"), None)
        if owner is not None and plain(owner.text) in words_of("times"):
            owner = None  # "yesterday's note"
        verb = tree.head(word)
        if owner is None and word.dep == "dobj" and verb is not None:
            owner = tree.child(verb, "nsubj")
        owner = owner or agent_of(tree, tree.child(word, "acl") or word) or _sender(tree, word)
        return self._one(tree, owner, scene) if owner is not None else scene.last or scene.focus

    def _named(self, words: str, titles: list[str], name: list[str]) -> str:
        if len(name) > 1 and plain(name[-1]) in words_of("months"):
            words, name = words.rsplit(maxsplit=1)[0], name[:-1]  # "Washington Post April 8"
        if len(name) > 2 and plain(name[0]) in words_of("months"):
            name = name[1:]  # "In May Emil Rask said …"
        name = self._after_hearer(self._without_body(name))
        full = " ".join(name)
        if "-" in full and " " not in full and self.cast.are_two(full.split("-")):
            full = full.replace("-", " and ")
        if {plain(part) for part in name} & words_of("bodies"):
            return without_article(words)
        if (
            titles
            and self.cast.country(" ".join(titles))
            and plain(name[-1]) in words_of("bodies") | words_of("groups")
        ):
            return without_article(words)
        return self.cast.called(full, titles)

    def _without_body(self, name: list[str]) -> list[str]:
        """ "FTA Rask", "LTC Tor": the name after a body or a rank in capitals, where it is a person's."""
        bare = without_acronyms(name)
        return bare if bare != name and self.cast.is_known_person(self.cast.full_name(" ".join(bare))) else name

    def _after_hearer(self, name: list[str]) -> list[str]:
        """ "Told Rask GVN would come": of a person's name or a country's right before another country's the last."""
        before, last = " ".join(name[:-1]), self.cast.country(name[-1])
        if not before or last is None or plain(name[-1]) not in country_words():
            return name
        is_other = self.cast.country(before) not in {None, last} or self.cast.is_known_person(
            self.cast.full_name(before)
        )
        return name[-1:] if is_other else name

    def _pronoun(self, tree: Tree, word: Word, scene: Scene) -> str | None:
        lower = word.lower
        if lower in FIRST:
            return scene.speaker if scene.quoted and scene.speaker else AUTHOR
        if lower in FIRST_PLURAL:
            return self._we(scene)
        if lower in SECOND:
            return self.addressed(scene)
        if lower in SINGULAR:
            named = named_beside(tree, word) or whose_deed(tree, word)
            found = self._phrase(tree, named, scene) if named is not None else self._opening(tree, word, scene)
            found = found or self._in_writing(tree, word, scene)
            return found or self._from_clause(tree, word, scene) or self._he(scene, lower)
        if lower in PLURAL:
            return self._from_clause(tree, word, scene) or self._several_before(tree, word, scene) or self._they(scene)
        writing = scene.writing if lower in {"it", "its"} else None
        return self._from_clause(tree, word, scene) or self._speaking_body(scene) or writing or scene.body

    def _speaking_body(self, scene: Scene) -> str | None:
        """What "it" is in what a country says: "Halvern stated that it could not come"."""
        return scene.speaker if scene.speaker is not None and self.cast.country(scene.speaker) is not None else None

    def addressed(self, scene: Scene) -> str | None:
        """Who is spoken to, outside of quotation marks the reader; in what the press quotes, "you" is anybody."""
        if self.cast.is_press and scene.quoted:
            return None
        return (None if scene.quoted else self.cast.addressee) or scene.partner

    def _we(self, scene: Scene) -> str | None:
        """Who "we" is: to the author in what he reports of others too, "Mr. Tor asked whether we would come"."""
        if scene.speaker is None:
            return f"{AUTHOR} and {scene.partner}" if scene.partner and scene.joint else AUTHOR
        country = (None if scene.quoted else self.cast.writing_side) or self.cast.country_of(scene.speaker)
        return country or self.affiliations.body(scene.speaker) or scene.speaker

    def _several_before(self, tree: Tree, pronoun: Word, scene: Scene) -> str | None:
        """The people named last in the sentence as several: "met the envoys to convince them"."""
        before = reversed(tree.words[: pronoun.at])
        noun = next((word for word in before if word.tag == "NNS" and is_plural_of_people(word.text)), None)
        return self._phrase(tree, noun, scene) if noun is not None and noun.at not in around(tree, pronoun) else None

    def _they(self, scene: Scene) -> str | None:
        """Who was last spoken of as several; to who speaks, those on the side of whom he speaks with."""
        spoken = {scene.speaker, AUTHOR} if scene.speaker else set()
        are_persons = scene.group is not None and any(map(self.cast.is_person, scene.group.split(" and ")))
        if scene.joint and scene.speaker is None and scene.pair is not None and not are_persons:
            return scene.pair  # "They agreed that …"
        if scene.group is not None and not spoken & set(scene.group.split(" and ")):
            return scene.group
        other = self.cast.country_told(scene.partner) if scene.speaker and scene.partner else None
        own = self.cast.country_of(scene.speaker) if scene.speaker else None
        called = [name for name in (other, *scene.bodies) if name is not None]
        if own is not None and not scene.quoted and self.cast.writing_side not in {None, own}:
            return own  # what another said of himself and his, "they", in the author's words
        others = [name for name in called if own is None or self.cast.country(name) != own]
        told = next(iter(others), None) or scene.group or scene.several or (UNNAMED if called else None)
        if told is not None or self.cast.is_press:
            return told
        return (self.cast.country_of(scene.partner) if scene.partner else None) or self.cast.host

    def _he(self, scene: Scene, pronoun: str) -> str | None:
        """Who is speaking, else who was last spoken of, and can be a "he" or a "she"."""
        speaker = scene.speaker if scene.speaker != AUTHOR and " and " not in (scene.speaker or "") else None
        if scene.quoted:  # who is quoted says "I" of himself
            called = [name for name in scene.persons if name != speaker] or [*scene.persons]
        else:
            called = [speaker, *scene.persons] if speaker is not None else [*scene.persons]
        alone = [name for name in called if " and " not in name]
        return next((name for name in alone if self.cast.pronouns.fit(name, pronoun)), alone[0] if alone else None)

    def _opening(self, tree: Tree, pronoun: Word, scene: Scene) -> str | None:
        """ "At Tor's press conference, he …": whose the occasion is that a sentence opens with."""
        verb = tree[pronoun.head]
        if pronoun.dep not in SUBJECTS or verb.head != verb.at or tree[0].tag != "IN":
            return None
        comma = next((word.at for word in tree.words[: pronoun.at] if word.text == ","), 0)
        told = next((word for word in tree.words[:comma] if word.tag == "NNP" and tree[word.head].dep == "relcl"), None)
        if told is not None and told.dep == "nsubj":
            return self._one(tree, told, scene)  # "After an exchange in which Tor asked for it, he …"
        owners = (word for word in tree.words[:comma] if word.dep == "poss" and word.tag == "NNP")
        owner = next((word for word in owners if tree[word.head].head == 0), None)
        name = self._one(tree, owner, scene) if owner is not None else None
        return name if name is not None and self.cast.is_person(name) else None

    def _in_writing(self, tree: Tree, pronoun: Word, scene: Scene) -> str | None:
        """Who "he" is in "a letter from Mr. Tor in which he asked": its sender."""
        over = (tree.child(verb, *SUBJECTS) for verb in tree.ancestors(pronoun))
        alike = [pronoun, *(word for word in over if word is not None and word.lower == pronoun.lower)]
        start = next((word.at - 2 for word in alike if _follows(tree, word, "in", "which")), 0)
        before = reversed(tree.words[:start])
        writing = next((word for word in before if plain(word.text) in words_of("writings")), None)
        sender = _sender(tree, writing) if writing is not None else None
        name = self._one(tree, sender, scene) if sender is not None else None
        return name if name is not None and self.cast.pronouns.fit(name, pronoun.lower) else None

    def _from_clause(self, tree: Tree, pronoun: Word, scene: Scene) -> str | None:
        """The subject of a clause round the pronoun's own, where it agrees: "Castro reacted badly because he …"."""
        clause = verb_over(tree, pronoun)
        if clause is None:
            return None
        phrases = around(tree, pronoun)
        for verb in governing(tree, pronoun, clause):
            subject = tree.child(verb, *SUBJECTS)
            if subject is None or subject.at >= pronoun.at or subject.at in phrases or subject.lower == pronoun.lower:
                continue
            subject = antecedent(tree, verb, subject) if subject.lower == "who" else subject
            if is_owned_alike(tree, subject, pronoun):
                return None
            if pronoun.lower not in SINGULAR and subject.tag != "PRP" and not can_speak(self.cast, tree, subject):
                continue  # "the moment when the West could act in its own interest"
            owner = tree.child(subject, "poss")
            if owner is not None and owner.tag == "NNP" and not can_speak(self.cast, tree, subject):
                subject = owner  # "Castro's answers were short, but he said …"
            if agrees(self.cast, tree, subject, pronoun.lower):
                is_office = subject.tag[:2] != "PR" and tree.child(subject, "poss") is None
                name = self._one(tree, subject, replace(scene, speaker=None) if is_office else scene)
                if name is None or pronoun.lower not in SINGULAR:
                    return name
                if self.cast.pronouns.fit(name, pronoun.lower):
                    self.cast.pronouns.note(name, pronoun.lower)
                    return name
        return None


def _names_nobody(tree: Tree, word: Word) -> bool:
    """ "Part b", "which", "these"."""
    is_letter = len(word.text) == 1 and word.text.islower()
    is_pointing = word.lower in {"this", "these", "those"} and not tree.children(word)
    is_relative = word.tag in {"WP", "WDT", "EX"} or word.lower in {"who", "which", "that", "what"}
    return is_letter or is_pointing or is_relative


def _is_of_talk(tree: Tree, record: Word) -> bool:
    """ "Memorandum of conversation", "minutes of the meeting"."""
    of = (tree.child(prep, "pobj") for prep in tree.children(record, "prep") if prep.lower == "of")
    return any(noun is not None and plain(noun.text) in words_of("talks") for noun in of)


def _follows(tree: Tree, word: Word, *before: str) -> bool:
    """Whether a word stands right after some others."""
    return word.at >= len(before) and all(
        tree.lower(word.at - len(before) + at) == one for at, one in enumerate(before)
    )


def _sender(tree: Tree, writing: Word) -> Word | None:
    """Who a writing is from: "a letter to the King from Emil Rask"."""
    prep = next((prep for prep in tree.children(writing, "prep") if prep.lower == "from"), None)
    return tree.child(prep, "pobj") if prep is not None else None


def _opens_group(word: Word) -> bool:
    """ "Several Members", but not "Both Tor and Rask", "Last Friday Mr. Tor"."""
    return word.tag in {"DT", "PDT", "JJ", "CD", "PRP$"} and word.lower not in {"both", "last", "next"}
