"""The people, offices and governments that a document names, and the fullest name it gives each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from fonds.diplomatics.statements.officeholders import officeholders, without_accents
from fonds.diplomatics.statements.participants import husbands, listed, own_office, sides, with_offices
from fonds.diplomatics.statements.pronouns import Pronouns, pronoun_of
from fonds.diplomatics.statements.short_names import KNIGHTS, is_initials, is_spelling_of, of_initial, of_initials, of_knight
from fonds.diplomatics.statements.telling import is_press
from fonds.diplomatics.statements.words import (
    countries,
    country_adjectives,
    country_openings,
    country_words,
    head_of,
    is_called_by_noun,
    is_one_person,
    is_plural_of_people,
    plain,
    president_on,
    presidents,
    words_of,
)
from fonds.record import Record, Text

AUTHOR = "AUTHOR"
"""The document's own author, where the text makes him a source ("I said")."""

_CAPITAL = r"(?:(?:[A-Z]\.-?)+(?=[ A-Z])|(?:Mr|Mrs|Dr|Gen|Amb|Sen|Col|Lt|Adm|St|Messrs)\.|[A-Z][\w’'-]*)"
_SEQUENCE = re.compile(rf"{_CAPITAL}(?:(?: (?:of|de|del|da|van|von|der|la|el|al|bin|for|the)(?: the)?)? ?{_CAPITAL})*")
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_PARTICLES = {"de", "del", "da", "van", "von", "der", "den", "la", "el", "al", "bin", "di", "du", "dos"}
_POSSESSIVE = re.compile(r"[’']s?$")
_OFFICE_ALONE = re.compile(r"^The ([A-Z][\w ]{3,40})$", re.MULTILINE)
_INITIALS = re.compile(r"^(?:[A-Z]\.-?)+$")
_OFFICE_WITH_NAME = re.compile(r"([A-Z][^()\n]{3,120}) \(((?:(?:[A-Z]\.|[A-Z][\w’'-]*[a-z]) ?){1,4})\)")
_OFFICE_BEFORE_NAME = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?([A-Z][\w’'-]*(?: (?:(?:of|for|the) )*[A-Z][\w’'-]*){0,6}), ((?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w’'-]*)(?=[,.;)])"
)
_BEFORE_OFFICE = re.compile(r"\b(?:[Bb]etween|[Ff]rom|[Tt]o|[Ww]ith|[Bb]y|and(?= the ))\b|[.;:]")


class Cast:
    """Who is who in one text of a record."""

    def __init__(self, record: Record, text: Text) -> None:
        self.content = text.content
        self.is_press = is_press(record, text)
        self._small = {word for word in re.findall(r"\b[a-z]+\b", text.content) if len(word) > 1}
        self._capitals = sorted(set(re.findall(r"\b[A-Z][\w’'-]+", text.content)))
        self._full: dict[str, list[str]] = {}
        self._firms: dict[str, tuple[int, str]] = {}
        self._introduced: dict[str, int] = {}
        self._holders: list[tuple[int, frozenset[str], str]] = []
        self._country_of: dict[str, str] = {}
        self._countries: dict[str, str | None] = {}
        self._unmarked: set[str] = set()
        self.pronouns = Pronouns(text.content)
        self._titled: set[str] = set()
        self._president = president_on(record.date.edtf) if record.date is not None and record.date.edtf else ""
        present = rf"^President (?:[\w.]+ )*{self._president}$"
        self._is_president_there = bool(self._president and re.search(present, text.content, re.MULTILINE | re.IGNORECASE))
        self._is_abroad = any("embassy" in name.lower() for name in record.names("from"))
        self._articled: dict[str, bool] = {}
        self._unnamed = {frozenset(map(plain, match[1].split())) for match in _OFFICE_ALONE.finditer(text.content)}
        for at, line in _sources(record, text):
            self._read(at, line)
        self._heading = {plain(word) for line in (record.title, *record.names("to"), *record.names("from")) for word in re.findall(r"\w+", line)}
        self.participants = {match[1] for match in _OFFICE_ALONE.finditer(text.content)}
        if not self.is_press:
            self._read_participants()
        self.addressee = next((_holder_or_office(name) for name in record.names("to")), None)
        self.author_country = self._author_country(record)
        self.signature = next((text.content[b.start : b.end].strip() for b in text.blocks if b.kind == "signature"), "")
        self._sign(record)
        self._read_officeholders(record)

    def full_name(self, name: str, title: str = "") -> str:
        """The fullest form that the document gives of a name: "Rodriguez" is "Carlos Rafael Rodriguez".

        A firm called by its first word keeps its name before a person of that name who is introduced after it. "Mr.
        Rask" is no Greta Rask: he keeps his title where the document names only her in full.
        """
        words = name.split()
        if not words:
            return name
        last = plain(words[-1])
        at, firm = self._firms.get(plain(name), (0, ""))
        if firm and at < self._introduced.get(last, len(self.content)):
            return firm
        known = [full for full in self._full.get(last, []) if _agrees(words[:-1], full.split()[:-1])]
        if title:
            fuller = [full for full in known if " " in full]
            known = [full for full in fuller if self.pronouns.fit(full, pronoun_of(title))]
            if fuller and not known:
                return f"{title} {name}"
        longest = max(known, key=len, default=name)
        if all(_agrees(full.split()[:-1], longest.split()[:-1]) for full in known):
            return longest if len(longest) > len(name) else name
        return self._first_of(known) if self.is_press and len(words) == 1 else name

    def called(self, name: str, titles: list[str]) -> str:
        """Who is called by a name with its titles, in full, also by initials ("CB") or as knights are ("Sir Harold")."""
        honorific = _honorific(titles)
        if is_initials(name) and self.country(name) is None and not self._has_article(name):
            meant = of_initials(name, self._persons()) if len(name) > 1 else self._of_initial(name)
            return name if meant is None else self.full_name(meant)
        if " " not in name and KNIGHTS & {plain(title) for title in titles}:
            return of_knight(name, self._persons(), self.content) or name
        return self.full_name(name, honorific)

    def _of_initial(self, letter: str) -> str | None:
        """Whose initial a letter is: somebody's whom the document's heading names, else who is named most."""
        headed = {_surname(name).title() for name in self._persons() if _surname(name) in self._heading}
        return of_initial(letter, " ".join(headed), self.is_person) or of_initial(letter, self.content, self._may_be_letter)

    def _may_be_letter(self, name: str) -> bool:
        """Whether somebody may be called by a letter: no President, who is called so, and nobody's house or country."""
        return plain(name) != self._president and self.is_person(name)

    def _persons(self) -> set[str]:
        return self._titled.union(*self._full.values())

    def _first_of(self, known: list[str]) -> str:
        """Of several with one surname the one whom the text names first, in the fullest form: articles tell of him, and
        call the others by more than the surname."""
        first = known[0]
        return max((full for full in known if _agrees(first.split()[:-1], full.split()[:-1])), key=len)

    def are_two(self, names: list[str]) -> bool:
        """Whether names joined by a hyphen are two persons', each of whom the document also names alone."""
        return all(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.content) for name in names)

    def holder(self, office: str, before: int, persons: tuple[str, ...] = ()) -> str | None:
        """The name of who holds an office in this document: the only one, else who of them is spoken of above all, else
        the last so called before an offset."""
        wanted = frozenset(plain(word) for word in office.split()) - {"the", "of", "a"}
        is_unnamed = wanted in self._unnamed
        if not is_unnamed and not wanted & words_of("persons"):
            return None
        held = [
            (at, name)
            for at, words, name in self._holders
            if words == wanted or (not is_unnamed and self._is_office_of(name, words, wanted))
        ]
        if wanted == {"president"} and self._president:
            held = self._presidents(held, listed=is_unnamed)
        return self._chosen(held, before, persons)

    def _is_office_of(self, name: str, words: frozenset[str], wanted: frozenset[str]) -> bool:
        """Whether what somebody is called, "ambassador", may be an office that is asked for, "the Soviet Ambassador"."""
        if (words - wanted) & words_of("ranks"):
            return False
        of = wanted & country_words()
        country = self.country(" ".join(of)) if of else None
        return wanted <= words or (country is not None and wanted - of <= words and self._country_of.get(self.full_name(name)) == country)

    def _presidents(self, held: list[tuple[int, str]], *, listed: bool) -> list[tuple[int, str]]:
        """Of those called so, whom the words "the President" alone may mean.

        That is the author's own, unless another takes part or the author writes from an embassy; it is nobody who was
        President before.
        """
        held = [one for one in held if not self._is_another_president(one[1], listed=listed)]
        own = [one for one in held if _surname(one[1]) == self._president]
        if self._is_president_there:
            return own
        there = [one for one in held if self.full_name(one[1]) in self.participants]
        return held if self._is_abroad else there or own

    def _is_another_president(self, name: str, *, listed: bool) -> bool:
        """Whether somebody called so is not who was it on the day: one of before, "President Eisenhower" in 1962; where
        "The President" is in the list of those present, also another country's, "President Nasser"."""
        last = _surname(name)
        return last != self._president and (listed or last in presidents())

    def _chosen(self, held: list[tuple[int, str]], before: int, persons: tuple[str, ...]) -> str | None:
        names = {self.full_name(name): name for _, name in held}
        there = {full: name for full, name in names.items() if full in self.participants}
        if len(there) == 1 or len(names) == 1:
            return (there or names).popitem()[1]
        spoken_of = next((names[person] for person in persons if person in names), None)
        return spoken_of or next((name for at, name in reversed(held) if at < before), None)

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, as far as the document tells."""
        if name == AUTHOR:
            return True
        last = head_of(name)
        if last in words_of("persons") or (is_called_by_noun(name) and is_one_person(last)):
            return True
        is_phrase = " and " in name or "'s" in name or "’s" in name
        is_noun = not name.rsplit(maxsplit=1)[-1][:1].isupper()  # "Much study" at the head of a sentence
        if not name[:1].isupper() or is_noun or is_phrase or self._has_article(name) or name.lower() in self._small:
            return False
        if not self.is_press and plain(name.split(maxsplit=1)[0]) in words_of("labels"):
            return False  # "Ref A"
        no_person = words_of("bodies") | words_of("firms") | words_of("groups") | words_of("months")
        is_body = {plain(word) for word in name.split()} & no_person or _ACRONYM.search(name)
        is_known = " " in name and self.pronouns.know(name)  # "Jordan Rask" is no country
        is_plural_noun = " " not in name and plain(name) not in self._full and is_plural_of_people(name)
        return not is_body and not is_plural_noun and (is_known or self.country(name) is None)

    def is_named_person(self, name: str) -> bool:
        """Whether a name stands somewhere in the document with a title or a given name."""
        return (name in self._titled or " " in name) and name != AUTHOR and self.country(name) is None

    def may_be_body(self, name: str) -> bool:
        """Whether a name may be a body's, "Hamas", "Harvest Crown": newspapers give those of persons in full somewhere,
        mostly with a given name or a title."""
        is_name = self.is_press and name[:1].isupper() and name != AUTHOR and not is_called_by_noun(name)
        is_alone = " " not in name and plain(name) not in self._full
        return is_name and (is_alone or " " in name) and not self.pronouns.know(name) and name not in self._titled

    def may_be_place(self, name: str) -> bool:
        """Whether a name of one word may be a place's or a team's: newspapers bring persons up by more than that. It
        stands once, at the head of a sentence ("Oxford had turned her down"), after "in", or in a longer name."""
        if " " in name or not self.may_be_body(name):
            return False
        word = re.escape(name)
        is_placed = re.search(rf"\b(?:[Ii]n|[Aa]t|near|across|outside) {word}\b|\b{word} [A-Z]", self.content)
        is_passing = self.content.count(name) == 1 and re.search(rf"(?:^|[.?!]\s+){word} [a-z]", self.content)
        return is_placed is not None or bool(is_passing)

    def _has_article(self, name: str) -> bool:
        """Whether a name stands with "the" before it, as those of bodies do and those of persons do not."""
        if name not in self._articled:
            with_article = self.content.count(f"the {name}") + self.content.count(f"The {name}")
            self._articled[name] = with_article * 2 > self.content.count(name)
        return self._articled[name]

    def country(self, words: str) -> str | None:
        """The country that some words name or begin with, in the form that the document itself uses."""
        if words not in self._countries:
            self._countries[words] = self._country(words)
        return self._countries[words]

    def _country(self, words: str) -> str | None:
        found = {plain(word) for word in words.split()}
        if not (found & country_words() or words.lower().startswith(country_openings())):
            return None
        for country in countries():
            if country["forms"] & found or words.lower().startswith(country["openings"]):
                return self._form(country["names"])
        return None

    def country_of(self, name: str) -> str | None:
        """The country for which somebody speaks, where the document tells."""
        if name == AUTHOR:
            return self.author_country
        known = self._country_of.get(name) or self.country(name)
        if known is None and (name in self._unmarked or plain(name) in words_of("national")):
            return self.author_country
        return known

    def _form(self, names: list[str]) -> str:
        used = (name for name in names if name in self.content)
        counts = Counter({name: len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", self.content)) for name in used})
        best, count = counts.most_common(1)[0] if counts else (names[0], 0)
        return names[0] if not count or best == "U.S." else best.replace(".", "")

    def _read(self, at: int, words: str) -> None:
        self._read_parentheses(at, words)
        self._read_apposition(at, words)
        for place, name, office in husbands(words):
            self._hold(at + place, office.split(), self.full_name(name))
        for match in _SEQUENCE.finditer(words):
            called = re.split(r"(?<=[’']s) ", self._without_opening(match.group()))[0]
            titles, name = split_title(called)
            if not name or len(name) > 5 or len(name[-1]) < 2 or plain(name[0]) in words_of("labels"):
                continue
            full = " ".join(name)
            if len(name) > 1 and not _is_thing(name):
                self._know(name)
                self._introduced.setdefault(plain(name[-1]), at + match.start())
            elif len(name) > 1 and plain(name[-1]) in words_of("firms"):
                self._firms.setdefault(plain(" ".join(name[:-1])), (at + match.start(), full))
            self.pronouns.learn(titles, name[-1])
            if titles and titles != ["the"]:
                self._titled.add(full)
            if titles and not _is_thing(name) and self.country(full) is None:
                self._hold(at + match.start(), titles, full)

    def _read_parentheses(self, at: int, words: str) -> None:
        """ "The Brazilian Ambassador (Muniz)": who holds an office is named after it."""
        for match in _OFFICE_WITH_NAME.finditer(words):
            office = _capitals_at_end(_BEFORE_OFFICE.split(own_office(match[1]))[-1].split())
            if {plain(word) for word in office[-8:]} & words_of("persons"):
                self._know(match[2].split())
                self._hold(at + match.start(), office, match[2])

    def _read_apposition(self, at: int, words: str) -> None:
        """ "The Bulgarian Minister, Emil Rask, …": who holds an office is named after a comma."""
        for match in _OFFICE_BEFORE_NAME.finditer(words):
            office = match[1].split()
            if plain(office[-1]) in words_of("persons") and not all(split_title(match[2])) and not _is_thing(match[2].split()):
                self._know(match[2].split())
                self._hold(at + match.start(), office, match[2])

    def _know(self, name: list[str]) -> None:
        """A name is found by its last word, and by the one before it: surnames may be double."""
        full = " ".join(name)
        self._full.setdefault(plain(name[-1]), []).append(full)
        if len(name) > 2 and len(name[-2].replace(".", "")) > 2:
            self._full.setdefault(plain(name[-2]), []).append(full)

    def _hold(self, at: int, titles: list[str], full: str) -> None:
        words = frozenset(plain(title) for title in titles)
        if words & (words_of("offices") | words_of("persons")):
            spelled = next((name for _, held, name in self._holders if held == words and is_spelling_of(full, name)), "")
            if spelled:
                self._full.setdefault(plain(full), []).append(spelled)
            self._holders.append((at, words, full))
        else:
            self._full.setdefault(plain(full.rsplit(maxsplit=1)[-1]), []).append(full)
        country = self.country(" ".join(titles))
        if country is not None:
            self._country_of.setdefault(full, country)
        elif words & words_of("national"):
            self._unmarked.add(full)

    def _without_opening(self, words: str) -> str:
        """A sequence of capitals without a first word that the document also writes small ("Upon Castro")."""
        words = re.sub(r"^(?:H\. ?E\. |(?:[A-Z]+[—–-]+)(?=(?:Mr|Mrs|Dr|[A-Z][a-z])))", "", words)
        first, _, rest = words.partition(" ")
        is_opening = first.lower() in self._small | words_of("openers") and plain(first) not in words_of("offices")
        is_opening |= plain(first) in words_of("weekdays")
        return self._without_opening(rest) if rest and is_opening else words

    def _read_participants(self) -> None:
        """The list of participants; "The Secretary" alone in it names nobody."""
        for at, called, office in with_offices(self.content):
            if any(all(split_title(part)) for part in office.split(",")):
                continue  # "Emil Rask, Ambassador Tor, Mrs. Tor"
            titles, name = split_title(called)
            is_titled = bool({plain(title) for title in titles} & words_of("honorifics"))
            is_name = all(not word[:1].islower() or word in _PARTICLES for word in name)
            if is_name and (1 if is_titled else 2) <= len(name) < 6:
                full = " ".join(name)
                if len(name) > 1:
                    self._know(name)
                self.participants.add(self.full_name(full))
                self._hold(at, titles + own_office(office).replace(",", " ").split(), self.full_name(full))
        self.participants.update(self.full_name(name) for line in listed(self.content) for name in _names_in_list(line))
        for side, lines in sides(self.content):
            self._side_with(side, lines)

    def _side_with(self, side: str, lines: list[str]) -> None:
        """Take in whose side those named in some lines of a list are on."""
        country = self.country(side)
        if country is None:
            return
        for line in lines:
            titles, name = split_title(line.split(",")[0].split(" (")[0])
            self._country_of.setdefault(self.full_name(" ".join(name or titles[-1:])), country)

    def _read_officeholders(self, record: Record) -> None:
        """Who is named without the office that he holds, where an embassy writes from his country, or in his own."""
        day = record.date.edtf if record.date is not None else None
        lands = ["United States", *(land for name in record.names("from") if "embassy" in name.lower() for land in _lands(name))]
        for land in lands if day and not self.is_press else ():
            own = [("president", self._president)] if land == "United States" else []
            for office, surname in (*own, *officeholders(land, day)):
                words = frozenset(office.split())
                name = next((word for word in self._capitals if without_accents(word) == surname), None)
                if name is not None and not any(words <= held for _, held, _ in self._holders):
                    self._holders.append((0, words, self.full_name(name)))

    def _author_country(self, record: Record) -> str | None:
        parties = " ".join(party.name for party in record.parties).lower()
        place = (record.place or "").lower()
        for country in countries():
            if any(office in parties or office == place for office in country["offices"]):
                return self._form(country["names"])
        return None

    def _sign(self, record: Record) -> None:
        """A telegram from the head of a foreign office bears his name: "Secretary" in it is who signed."""
        sender = " ".join(record.names("from")).lower()
        if self.signature and sender == "department of state" and "Acting Secretary" not in self.content:
            self._holders.insert(0, (0, frozenset({"secretary", "state"}), self.signature))
            self._unmarked.add(self.signature)


def _names_in_list(line: str) -> Iterator[str]:
    """The names in a line of a list: the first words of it, and what else has a title, "Mr. Rask, Ambassador Tor"."""
    for at, part in enumerate(line.split(",")):
        titles, name = split_title(part.split(" (")[0])
        is_name = 0 < len(name) < 5 and all(not word[:1].islower() or word in _PARTICLES for word in name)  # noqa: PLR2004
        if is_name and (titles or (at == 0 and len(name) > 1)):
            yield " ".join(name)


def _lands(party: str) -> list[str]:
    """The countries that the name of an embassy tells."""
    words = {plain(word) for word in party.split()} | {party.lower().partition(" in ")[2]}
    return [country["names"][0] for country in countries() if country["forms"] & words]


def _holder_or_office(party: str) -> str:
    """ "Director of the Task Force (Cottrell)" is Cottrell, and "Secretary of State Rusk" is Rusk."""
    named = re.search(r"\(\s*([A-Z][^()]*?)\s*\)\s*$", party)
    titles, name = split_title(party)
    return named[1] if named else " ".join(name) if titles and name else party


def _sources(record: Record, text: Text) -> Iterator[tuple[int, str]]:
    yield 0, record.title
    for party in record.parties:
        yield 0, party.name
    start = 0
    for line in text.content.split("\n"):
        yield start, line
        start += len(line) + 1


@cache
def _titles() -> frozenset[str]:
    return words_of("offices") | words_of("honorifics") | country_adjectives() | {"the", "affairs"}


def split_title(words: str) -> tuple[list[str], list[str]]:
    """The titles at the head of a sequence of capitals, and the name after them; either may be empty."""
    parts = [_POSSESSIVE.sub("", part) for part in words.replace(",", " ").split()]
    titles = _titles()
    end = 0
    for at, part in enumerate(parts):
        if at >= end and plain(part) in titles and (part != "the" or at == end):
            end = _after_portfolio(parts, at + 1)
    at = next((at for at, part in enumerate(parts[end:], end) if part in {"of", "for", "the"}), len(parts))
    return parts[:end], parts[end:at]


def _after_portfolio(parts: list[str], at: int) -> int:
    """Past "of State", "of Foreign Affairs" after an office."""
    links = {"of", "for", "the", "and"}
    end = at
    while at < len(parts) and (plain(parts[at]) in links or (end < at and plain(parts[at]) in words_of("portfolios"))):
        at += 1
        if plain(parts[at - 1]) not in links:
            end = at
    return end


def _capitals_at_end(words: list[str]) -> list[str]:
    """The capitals, with what links them, in which a sequence of words ends."""
    linked = takewhile(lambda word: word[:1].isupper() or word in {"of", "for", "the", "at", "on", "and"}, words[::-1])
    return list(linked)[::-1]


def _surname(name: str) -> str:
    return plain(name.rsplit(maxsplit=1)[-1])


def _honorific(titles: list[str]) -> str:
    """The title right before a name that tells a man from a woman; empty where there is none."""
    title = plain(titles[-1]) if titles else ""
    return titles[-1] if title in words_of("honorifics") & (words_of("women") | words_of("men")) else ""


def _is_thing(name: list[str]) -> bool:
    last = plain(name[-1])
    return (
        last in words_of("months") | words_of("bodies") | words_of("firms")
        or last.isdigit()
        or (name[-1].isupper() and len(name[-1]) > 4)
    )


def _agrees(given: list[str], full: list[str]) -> bool:
    """Whether given names or initials can be those of a fuller name."""
    if not given:
        return True
    initials = [letter for word in given for letter in (word.replace(".", "") if _INITIALS.match(word) else word[:1])]
    of_full = [letter for word in full for letter in (word.replace(".", "") if _INITIALS.match(word) else word[:1])]
    spelled = [word for word in given if not _INITIALS.match(word)]
    known = [word for word in full if not _INITIALS.match(word)]
    return (initials == of_full[: len(initials)] and (not spelled or not known or spelled[0] == known[0])) or set(
        given
    ) <= set(full)
