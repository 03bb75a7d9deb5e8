"""Who holds which office in one text, so that "the Ambassador" and "President" get a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from fonds.diplomatics.statements.incumbents import american_holders, incumbents, presidents, without_accents
from fonds.diplomatics.statements.name_parts import surname
from fonds.diplomatics.statements.participants import HEAD
from fonds.diplomatics.statements.short_names import is_spelling_of
from fonds.diplomatics.statements.words import countries, country_words, plain, words_of
from fonds.record import Record, Text

_SECRETARY_ALONE = re.compile(r"Secretary(?: of State)?(?: in [\w ]+)?")
_ALONE = re.compile(r"^The ([A-Z][\w ]{3,40})$", re.MULTILINE)
Held = list[tuple[int, str]]
"""Names of who holds an office, each with the place where he is called so."""


class Offices:
    """The offices of one text, each with who is called so and where.

    `full_name` gives a name in full, `country` the country that some words name, `countries_of` those for whom named
    persons speak. `participants` are those whom a list at the head of the text names.
    """

    def __init__(
        self,
        record: Record,
        text: Text,
        full_name: Callable[[str], str],
        country: Callable[[str], str | None],
        countries_of: dict[str, str],
    ) -> None:
        self._content = text.content
        self._title = record.title
        self._full_name = full_name
        self._country = country
        self._countries_of = countries_of
        self._held: list[tuple[int, frozenset[str], str]] = []
        self._in_full: dict[str, tuple[str, int] | None] = {}
        self._day = record.date.edtf or "" if record.date is not None else ""
        own = dict(incumbents("United States", self._day)) if self._day else {}
        self.president = own.get("president", "")
        """The surname of the President of the United States on the day of the record, small; empty without a day."""
        self._secretary = own.get("secretary", "")
        self._embassies = [name for name in record.names("from") if "embassy" in name.lower()]
        self._unnamed = {frozenset(map(plain, match[1].split())) for match in _ALONE.finditer(text.content)}
        parties = (*record.names("from"), *record.names("to"))
        listed = text.content[:HEAD].split("\n")
        self._is_secretary_unnamed = any(map(_SECRETARY_ALONE.fullmatch, (*parties, *listed)))
        self.participants = {match[1] for match in _ALONE.finditer(text.content)}

    def hold(self, at: int, words: frozenset[str], name: str) -> None:
        """Somebody is called by an office at a place of the text."""
        self._held.append((at, words, name))

    def sign(self, words: frozenset[str], name: str) -> None:
        """Who signs holds an office before all others."""
        self._held.insert(0, (0, words, name))

    def is_holder(self, name: str) -> bool:
        """Whether somebody holds an office."""
        return any(self._full_name(held) == name for _, _, held in self._held)

    def is_american(self, name: str) -> bool:
        """Whether somebody is called "President" or "Secretary" who is known to have been it in the United States."""
        last = surname(name)
        if without_accents(last) not in american_holders():
            return False
        called = rf"(?:President|Secretary)(?: of State)?(?: [A-Z][\w.]*){{0,3}} {re.escape(last)}\b"
        return re.search(called, self._content, re.IGNORECASE) is not None

    def spelled(self, words: frozenset[str], name: str) -> str | None:
        """Who is called by the same office with a name that only the spelling tells from this one."""
        return next((held for _, office, held in self._held if office == words and is_spelling_of(name, held)), None)

    def take_incumbents(self) -> None:
        """Take in who is named without the office that he holds: of the author's country, and of that from which an
        embassy writes."""
        others = {surname(name) for _, _, name in self._held}  # "Attorney General Kennedy" is not the President
        capitals = {without_accents(word): word for word in re.findall(r"\b[A-Z][\w’'-]+", self._content)}
        for office, holder in self._incumbents():
            words = frozenset(office.split())
            is_free = holder not in others and not any(words <= held for _, held, _ in self._held)
            if holder in capitals and is_free:
                self.hold(0, words, self._full_name(capitals[holder]))

    def abroad(self) -> Iterator[str]:
        """The surnames of those who govern the land from which an embassy writes."""
        lands = (land for name in self._embassies for land in _lands(name) if self._day)
        yield from (holder.title() for land in lands for _, holder in incumbents(land, self._day))

    def _incumbents(self) -> Iterator[tuple[str, str]]:
        if not self._day:
            return
        abroad = [one for name in self._embassies for land in _lands(name) for one in incumbents(land, self._day)]
        yield from abroad
        known = {office for office, _ in abroad}
        yield from (one for one in incumbents("United States", self._day) if one[0] not in known)
        yield from incumbents("United Nations", self._day)

    def holder(self, office: str, before: int, persons: tuple[str, ...] = ()) -> str | None:
        """The name of who holds an office in this document: the only one, else who of them is spoken of above all, else
        the last so called before an offset."""
        wanted = frozenset(plain(word) for word in office.split()) - {"the", "of", "a"}
        is_unnamed = wanted in self._unnamed
        if not is_unnamed and not wanted & words_of("persons"):
            return None
        held = [
            (at, name)
            for at, words, name in self._held
            if words == wanted or (not is_unnamed and self._is_office_of(name, words, wanted))
        ]
        if wanted == {"president"} and self.president:
            held = self._presidents(held, listed=is_unnamed)
        if wanted == {"secretary"} and self._secretary:
            held = self._secretaries(held, listed=is_unnamed or self._is_secretary_unnamed)
        if self._embassies and not wanted & country_words():
            held = self._of_host(held)
        return self._chosen(held, before, persons)

    def _of_host(self, held: Held) -> Held:
        """In what an embassy writes "the Foreign Minister" alone is that of the land where it lies, or of its own."""
        lands = {self._country(land) for name in self._embassies for land in _lands(name)}
        there = [one for one in held if self._countries_of.get(self._full_name(one[1])) in {None, *lands}]
        return there or [one for one in held if self.is_american(self._full_name(one[1]))] if lands else held

    def sovereign(self, before: int) -> str | None:
        """Whom "His Majesty" means: the King or Shah of whom the text tells most, by name where it gives it."""
        told = Counter(re.findall(rf"\b(?:{'|'.join(map(str.title, words_of('sovereigns')))})\b", self._content))
        office = next((office for office, _ in told.most_common(1)), None)
        return None if office is None else self.holder(office, before) or office

    def in_full(self, office: str, before: int) -> str | None:
        """The office with the country that stands before it where it is told of first: "the Halvern Ambassador" for
        "the Ambassador"; None where the text tells of those of several countries, or of one later."""
        if office not in self._in_full:
            called = re.compile(rf"\b[Tt]he ([A-Z][a-z]+) {re.escape(office)}\b")
            found = [one for one in called.finditer(self._content) if self._country(one[1]) is not None]
            is_one = len({one[1] for one in found}) == 1
            self._in_full[office] = (f"{found[0][1]} {office}", found[0].start()) if is_one else self._of_two(office)
        known = self._in_full[office]
        return known[0] if known is not None and known[1] < before else None

    def _of_two(self, office: str) -> tuple[str, int] | None:
        """ "The Secretary of State", where one of defense takes part too."""
        of = set(re.findall(r"\bSecretary of ([A-Z][a-z]+)", f"{self._title}\n{self._content}"))
        return ("Secretary of State", -1) if office == "Secretary" and {"State"} < of else None

    def _is_office_of(self, name: str, words: frozenset[str], wanted: frozenset[str]) -> bool:
        """Whether what somebody is called, "ambassador", may be the office asked for, "the Soviet Ambassador"; no
        Secretary General is called "the General"."""
        is_another = words >= {"secretary", "general"} and wanted in ({"secretary"}, {"general"})
        if is_another or (words - wanted) & words_of("ranks"):
            return False
        of = wanted & country_words()
        country = self._country(" ".join(of)) if of else None
        is_his = country is not None and self._countries_of.get(self._full_name(name)) == country
        return wanted <= words or (is_his and wanted - of <= words)

    def _presidents(self, held: Held, *, listed: bool) -> Held:
        """Of those called so, whom the words "the President" alone may mean.

        That is the author's own, unless another takes part or the author writes from an embassy; it is nobody who was
        President before.
        """
        held = [one for one in held if not self._is_another_president(one[1], listed=listed)]
        own = [one for one in held if surname(one[1]) == self.president]
        if re.search(rf"^President (?:[\w.]+ )*{self.president}$", self._content, re.MULTILINE | re.IGNORECASE):
            return own
        there = [one for one in held if self._full_name(one[1]) in self.participants]
        return held if self._embassies else there or own

    def _secretaries(self, held: Held, *, listed: bool) -> Held:
        """Of those called so, whom the words "the Secretary" alone may mean: the Secretary of State, unless another
        takes part ("Secretary Gates") and "The Secretary" does not."""
        own = [one for one in held if surname(one[1]) == self._secretary]
        return own if own or listed else [one for one in held if self._full_name(one[1]) in self.participants]

    def _is_another_president(self, name: str, *, listed: bool) -> bool:
        """Whether somebody called so is not who was it on the day: one of before, "President Eisenhower" in 1962; where
        "The President" is in the list of those present, also another country's, "President Nasser"."""
        last = surname(name)
        return last != self.president and (listed or last in presidents())

    def _chosen(self, held: Held, before: int, persons: tuple[str, ...]) -> str | None:
        names = {self._full_name(name): name for _, name in held}
        there = {full: name for full, name in names.items() if full in self.participants}
        if len(there) == 1 or len(names) == 1:
            return (there or names).popitem()[1]
        spoken_of = next((names[person] for person in persons if person in names), None)
        return spoken_of or next((name for at, name in reversed(held) if at < before), None)


def without_lands(titles: list[str]) -> list[str]:
    """An office without the lands of which it treats and for which its holder does not speak: "Director Office of
    Affairs" for "Director Office of Korean Affairs"."""
    end = next((at for at, word in enumerate(titles) if plain(word) in words_of("areas of office")), 0)
    before = words_of("bodies") | words_of("offices") | {"of", "for", "in"}
    start = next((at + 1 for at in range(end - 1, -1, -1) if plain(titles[at]) in before), 0)
    return titles[:start] + titles[end:]


def is_of_others(titles: list[str], name: str) -> bool:
    """Whether the United States have no such office, or never had somebody in it: a Prime Minister or
    Foreign Secretary, "President Tor"."""
    office = next((word for word in map(plain, titles) if word not in words_of("honorifics")), "")
    is_president = office in {"president", "pres"}
    return office in {"prime", "premier", "primin", "foreign"} or (
        is_president and without_accents(surname(name)) not in presidents()
    )


def _lands(embassy: str) -> list[str]:
    """The countries that the name of an embassy tells."""
    words = {plain(word) for word in embassy.split()} | {embassy.lower().partition(" in ")[2]}
    return [country["names"][0] for country in countries() if country["forms"] & words]
