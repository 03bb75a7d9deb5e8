"""The names of a list, found in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from fonds.authority.choosing import Choice, Situation, choose, is_in_office
from fonds.authority.listed_name import (
    DEALINGS,
    GIVEN_NAMES,
    ORDINARY_WORDS,
    PLACES,
    THINGS,
    TITLES,
    TITLES_OF_GIVEN_NAMES,
    ListedName,
    fitting_given_names,
    listed_names,
)
from fonds.authority.spelling import fold_in_place, spelling_key
from fonds.record import Agent, Mention

BY = "fonds names 4"
"""`by` of the mentions that a list of names finds."""

_GIVEN_NAMES = 4
_SHORTEST_KEY = 5
_NAME_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][’'])[^\W\d_a-z][^\W\d_]*(?:[’'][^\W\d_]+)*")
_LOWER_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][’'])[a-z]+(?:[’'][^\W\d_]+)*")
_FOLLOWING = re.compile(r" ([^\W\d_a-z][^\W_]*)(?=([’'-]?))")
_COMPOUND_BEFORE = re.compile(r"([^\W\d_]+)-$")
_COMPOUND_AFTER = re.compile(r"-([^\W\d_]+)")
_BETWEEN_TWO = re.compile(r"(?:-[^\W\d_]+)? ([^\W\d_]+)")
_BROKEN_OFF = re.compile(r"-\n?([a-z]+)")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;—–\n(\[“\"‘•/]|\d\))\s*[“\"‘(\[]*$")
_POSSESSIVE = ("’s", "'s", "’S", "'S")
_LOOK_BACK = 12
_LONGEST_SHORTENED = 5
_SHORTENED = (2, 3, 4)
_NEAR = 12
"""Letters on both sides by which a line of capitals is known."""
_BLANKS = {" ", "\N{NO-BREAK SPACE}"}
_ARTICLES = ("the ", " a ")
_STOPS = {".", ". ", ".\N{NO-BREAK SPACE}"}


class _Word(Struct, frozen=True):
    """A capitalised word of the text, folded, without the ending of the possessive."""

    start: int
    end: int
    folded: str


class _Place(Struct, frozen=True):
    """Where listed names stand: which of them fit, the words right before, how many of them are given names."""

    start: int
    end: int
    names: list[ListedName]
    before: list[_Word]
    given: int


class NameList:
    """The names of a list, ready to be found in running text.

    >>> names = NameList([Agent("p_1", "", "person", "Marlow, Edith R.")])
    >>> [(mention.start, mention.end, mention.agent) for mention in names.find("Edith Marlow spoke.")]
    [(0, 12, 'p_1')]
    """

    def __init__(self, agents: Iterable[Agent]) -> None:
        names = [name for agent in agents for name in listed_names(agent)]
        listed = (given for name in names for given in name.given if len(given) > 2)
        self._given = GIVEN_NAMES.union(listed)
        self._shortened = frozenset(given[:length] for given in self._given for length in _SHORTENED)
        self._by_word = _indexed(names, lambda name: name.surname.removeprefix(name.lead).split()[0])
        self._by_given = _indexed([name for name in names if name.given], lambda name: name.given[0])
        keyed = [name for name in names if " " not in name.surname and len(name.surname) >= _SHORTEST_KEY]
        self._by_key = _indexed(keyed, lambda name: spelling_key(name.surname))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The listed people that `text` names, in order; empty without any.

        A surname counts where the given names before it can be that person's. Of several people of one surname the
        given names decide, then titles and offices beside the name, then who alone was named in full before; else
        nobody is named.
        """
        if not self._by_word:
            return ()
        folded = fold_in_place(text)
        places = _apart(self._places(text, folded))
        situation = Situation()
        first = [self._choose(place, folded, situation, surely=True) for place in places]
        chosen = (
            (place, choice or self._choose(place, folded, situation, surely=False))
            for place, choice in zip(places, first, strict=True)
        )
        return tuple(
            Mention(place.start, place.end, choice.agent.kind, choice.agent.id, BY, choice.confidence)
            for place, choice in chosen
            if choice
        )

    def _choose(self, place: _Place, folded: str, situation: Situation, *, surely: bool) -> Choice | None:
        return choose(
            place.names,
            [word.folded for word in place.before],
            place.given,
            (folded, place.start, place.end),
            situation,
            surely=surely,
        )

    def _places(self, text: str, folded: str) -> Iterator[_Place]:
        words = [_word(match, folded) for match in _NAME_WORD.finditer(text) if match[0][0].isupper()]
        ordinary = PLACES | set(_LOWER_WORD.findall(text))
        for number, word in enumerate(words):
            near = words[max(0, number - _GIVEN_NAMES) : number]
            place = self._surname(text, folded, word, near) or self._given_name(text, word, near)
            if place and not self._is_other(text, folded, place, ordinary):
                yield place

    def _surname(self, text: str, folded: str, word: _Word, near: list[_Word]) -> _Place | None:
        fitting, start, end = _longest(folded, word.start, self._by_word.get(word.folded, []))
        alike = fitting or self._spelled_alike(word)
        if not alike:
            return self._broken_off(text, word, near) if text.startswith("-", word.end) else None
        before = self._adjacent(text, near, start)
        if not fitting and not before and word.folded.isascii():
            return None
        return _fitted(alike, before, start, end or word.end)

    def _broken_off(self, text: str, word: _Word, near: list[_Word]) -> _Place | None:
        """A surname that the end of a line once broke: "Mar-low"."""
        rest = _BROKEN_OFF.match(text, word.end)
        whole = f"{word.folded}{rest[1]}" if rest else ""
        names = [name for name in self._by_word.get(whole, ()) if name.surname == whole]
        if rest is None or not names:
            return None
        return _fitted(names, self._adjacent(text, near, word.start), word.start, rest.end())

    def _adjacent(self, text: str, before: list[_Word], start: int) -> list[_Word]:
        """The capitalised words that stand right before `start`, with nothing but blanks and full stops between."""
        found: list[_Word] = []
        for word in reversed(before):
            between = text[word.end : start]
            if not (between in _BLANKS or (between in _STOPS and self._is_shortened(word))):
                break
            found.append(word)
            start = word.start
        return found[::-1]

    def _is_shortened(self, word: _Word) -> bool:
        """Whether a full stop belongs to the word: an initial, a title such as "Gen.", or "Edw."."""
        if len(word.folded) == 1 or word.folded in self._shortened:
            return True
        return word.folded in TITLES and len(word.folded) <= _LONGEST_SHORTENED

    def _spelled_alike(self, word: _Word) -> list[ListedName]:
        """The names of which the word is another transliteration; in Latin letters only a title or given name tells."""
        if len(word.folded) < _SHORTEST_KEY or word.folded in self._given:
            return []
        return self._by_key.get(spelling_key(word.folded), [])

    def _given_name(self, text: str, word: _Word, near: list[_Word]) -> _Place | None:
        """A given name after a title that goes with given names: "King Karel"."""
        if word.folded not in self._by_given:
            return None
        before = self._adjacent(text, near, word.start)
        title = before[-1].folded if before else ""
        if title not in TITLES_OF_GIVEN_NAMES:
            return None
        names = [name for name in self._by_given[word.folded] if name.is_titled or name.held(title)]
        part = _FOLLOWING.match(text, word.end)
        return _Place(word.start, word.end, names, before, 0) if names and not part else None

    def _is_other(self, text: str, folded: str, place: _Place, ordinary: frozenset[str] | set[str]) -> bool:
        """Whether the words round about make a surname another person's, a thing's, or no name at all."""
        name = place.names[0]
        if place.given or " " in name.surname or is_in_office(name, (folded, place.start, place.end)):
            return False
        if self._is_compound(text, place):
            return True
        if place.before:
            other = self._is_name(text, place.before, ordinary) or self._is_amid(text, place, ordinary)
        else:
            other = _is_ordinary(text, place, ordinary) or (name.surname in TITLES and _is_office(text, place))
        return other or self._is_part(text, place, ordinary)

    def _is_amid(self, text: str, place: _Place, ordinary: frozenset[str] | set[str]) -> bool:
        """Whether a surname is an ordinary word in a line of capitals, or the middle of a name that is not listed."""
        if place.before[-1].folded in TITLES:
            return False
        if _is_ordinary(text, place, ordinary):
            return True
        following = _FOLLOWING.match(text, place.end)
        return bool(following and fold_in_place(following[1]) not in ordinary and not following[1].isupper())

    def _is_compound(self, text: str, place: _Place) -> bool:
        """Whether a hyphen makes the surname part of a longer one; "Marlow-Orlov talks" names two people."""
        between = _BETWEEN_TWO.match(text, place.end)
        if between and between[1].casefold() in DEALINGS:
            return False
        before = _COMPOUND_BEFORE.search(text, max(0, place.start - _LOOK_BACK), place.start)
        after = _COMPOUND_AFTER.match(text, place.end)
        return any(
            part and part[1][0].isupper() and fold_in_place(part[1]) not in self._by_word for part in (before, after)
        )

    def _is_name(self, text: str, before: list[_Word], ordinary: frozenset[str] | set[str]) -> bool:
        """Whether the capitalised word before a surname is a given name, an initial or a place; "M." is Monsieur."""
        word = before[-1]
        if word.folded in TITLES:
            return False
        if len(word.folded) == 1 or word.folded in self._given or word.folded in PLACES:
            return True
        if text[word.end : word.end + 1] == "." or word.folded in ordinary:
            return False
        is_after_title = len(before) > 1 and before[-2].folded in TITLES
        if not is_after_title and _SENTENCE_END.search(text, max(0, word.start - _LOOK_BACK), word.start):
            return False
        return not text[word.start : word.end].isupper()

    def _is_part(self, text: str, place: _Place, ordinary: frozenset[str] | set[str]) -> bool:
        """Whether the word after a surname makes it part of another name, or of a date."""
        following = _FOLLOWING.match(text, place.end)
        if following is None:
            return text[place.end : place.end + 1] == " " and text[place.end + 1 : place.end + 2].isdigit()
        word = fold_in_place(following[1])
        if word in THINGS or (word in self._by_word and word not in TITLES):
            return True
        name = place.names[0]
        alone = not name.is_short_form and name.surname not in TITLES and name.surname not in self._given
        return not (alone or word in TITLES or word in ordinary or following[1].isupper())


def _indexed(names: list[ListedName], key: Callable[[ListedName], str]) -> dict[str, list[ListedName]]:
    index: dict[str, list[ListedName]] = {}
    for name in names:
        index.setdefault(key(name), []).append(name)
    for alike in index.values():
        alike.sort(key=lambda name: (-len(name.surname), name.agent.id))
    return index


def _word(match: re.Match[str], folded: str) -> _Word:
    start, end = match.span()
    if match[0].endswith(_POSSESSIVE):
        end -= 2
    return _Word(start, end, folded[start:end])


def _longest(folded: str, at: int, alike: list[ListedName]) -> tuple[list[ListedName], int, int]:
    """The names of the longest surname whose first telling word stands at `at`, and where it starts and ends."""
    fitting: list[ListedName] = []
    for name in alike:
        if fitting and len(name.surname) < len(fitting[0].surname):
            break
        start = at - len(name.lead)
        end = start + len(name.surname)
        if start >= 0 and folded.startswith(name.surname, start) and not folded[end : end + 1].isalnum():
            fitting.append(name)
    if not fitting:
        return [], at, 0
    start = at - len(fitting[0].lead)
    return fitting, start, start + len(fitting[0].surname)


def _fitted(names: list[ListedName], before: list[_Word], start: int, end: int) -> _Place:
    """The place of a surname and the given names before it, for those of its names whom most of these fit."""
    fits = [fitting_given_names([each.folded for each in before], name.given) for name in names]
    given = max(fits)
    names = [name for name, count in zip(names, fits, strict=True) if count == given]
    return _Place(before[-given].start if given else start, end, names, before, given)


def _is_office(text: str, place: _Place) -> bool:
    """Whether a surname that is also a title stands as one: "the King of …"."""
    return text[max(0, place.start - 4) : place.start].lower().endswith(_ARTICLES) or text.startswith(" of ", place.end)


def _is_ordinary(text: str, place: _Place, ordinary: frozenset[str] | set[str]) -> bool:
    """Whether a surname is an ordinary word of this text, or in a line of capitals, which does not tell, of any."""
    is_amid_capitals = text[max(0, place.start - _NEAR) : place.end + _NEAR].isupper()
    surname = place.names[0].surname
    return surname in ordinary or (is_amid_capitals and surname in ORDINARY_WORDS)


def _apart(places: Iterable[_Place]) -> list[_Place]:
    """The places without overlap: of two, the one that starts first, and of those the longer."""
    kept: list[_Place] = []
    for place in places:
        if kept and kept[-1].end > place.start:
            if kept[-1].start < place.start:
                continue
            kept.pop()
        kept.append(place)
    return kept
