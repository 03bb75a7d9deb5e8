"""The people, offices and governments that a document names, and the fullest name it gives each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from msgspec.structs import replace

from fonds.diplomatics.statements.full_names import Beside, is_full_name, without_acronyms, without_opening
from fonds.diplomatics.statements.holders import holders
from fonds.diplomatics.statements.incumbents import country_of_holder, without_accents
from fonds.diplomatics.statements.name_parts import (
    PARTICLES,
    agrees,
    honorific,
    is_thing,
    names_in_list,
    split_title,
    surname,
)
from fonds.diplomatics.statements.offices import Offices, is_of_others, without_lands
from fonds.diplomatics.statements.participants import (
    callers,
    husbands,
    in_lines,
    listed,
    own_office,
    sides,
    with_offices,
)
from fonds.diplomatics.statements.pronouns import Pronouns, pronoun_of
from fonds.diplomatics.statements.short_names import (
    KNIGHTS,
    is_initials,
    of_initial,
    of_initials,
    of_knight,
)
from fonds.diplomatics.statements.telling import is_press
from fonds.diplomatics.statements.words import (
    countries,
    country_openings,
    country_words,
    head_of,
    in_full,
    is_called_by_noun,
    is_one_person,
    is_plural_of_people,
    plain,
    times_in,
    words_of,
)
from fonds.record import Record, Text

AUTHOR = "AUTHOR"
"""The document's own author, where the text makes him a source ("I said")."""
WITHHELD = "[name not declassified]"
"""Somebody whose name was kept back."""

LONGEST_CUT = 4
"""Letters of a surname by which somebody may be called."""
_CAPITAL = r"(?:(?:[A-Z]\.-?)+(?=[ A-Z])|(?:Mr|Mrs|Dr|Gen|Amb|Sen|Col|Lt|Adm|St|Messrs)\.|[A-Z][\w’'-]*)"
_PLACED_OF = 3
"""What stands after "in" once in so many times is a place."""
_PLACED = re.compile(r"(?:(\w+) )?\bin ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?![’'\w])")
_SEQUENCE = re.compile(rf"{_CAPITAL}(?:(?: (?:of|de|del|da|van|von|der|la|el|al|bin|for|the)(?: the)?)? ?{_CAPITAL})*")
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_AFTER_PREPOSITION = re.compile(r"^.* (?:About|Against|Between|By|Concerning|From|Regarding|Towards?|With) (?=[A-Z])")
"""What stands in a heading before a name: "Alleged Threats Against Emil Tor"."""
_OF_ANY_COUNTRY = "foreign office"
"""Of those present at a talk many are from one, whoever wrote of it."""
_CONTINENT = re.compile(r"\b(?:Latin|South|Central|North) America\b")
_BOTH = re.compile(
    r"^(?:Mr\. |Mrs\. |Dr\. )?([A-Z][\w.’' -]*\w)/(?:Mr\. |Mrs\. |Dr\. )?([A-Z][\w.’' -]*\w)$", re.MULTILINE
)
_SURNAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*")


@cache
def _in_no_name() -> frozenset[str]:
    """Words that stand in nobody's name."""
    return frozenset().union(*map(words_of, ("bodies", "bodies cut short", "firms", "groups", "months", "namesakes")))


@cache
def _own_offices() -> frozenset[str]:
    """Words of offices that without a country before them are of the author's own."""
    return words_of("national") | {"the", "of", "state"}


class Cast:
    """Who is who in one text of a record."""

    def __init__(self, record: Record, text: Text) -> None:
        text = replace(text, content=in_lines(text.content))
        self.content = text.content
        self.is_press = is_press(record, text)
        self._small = {word for word in re.findall(r"\b[a-z]+\b", text.content) if len(word) > 1}
        self._full: dict[str, list[str]] = {}
        self._firms: dict[str, tuple[int, str]] = {}
        self._introduced: dict[str, int] = {}
        self._country_of: dict[str, str] = {}
        self._countries: dict[str, str | None] = {}
        self._unmarked: set[str] = set()
        self._others: set[str] = set()
        """Those in offices that the United States have not, or have in other hands."""
        self.pronouns = Pronouns(text.content)
        self._titled: set[str] = set()
        self.offices = Offices(record, text, self.full_name, self.country, self._country_of)
        self._articled: dict[str, bool] = {}
        for at, line in _sources(record, text):
            self._read(at, line)
        self._heading = {
            plain(word)
            for line in (record.title, *record.names("to"), *record.names("from"))
            for word in re.findall(r"\w+", line)
        }
        self.participants = self.offices.participants
        if not self.is_press:
            self._read_participants()
            self._read_parties(record)
        self.addressee = next((_holder_or_office(name) for name in record.names("to")), None)
        self.author_country = self._author_country(record)
        self.writing_side = self.author_country or self._country_of_office()
        self.host = self._host(record)
        self.signature = next((text.content[b.start : b.end].strip() for b in text.blocks if b.kind == "signature"), "")
        self._sign(record)
        if not self.is_press:
            self.offices.take_incumbents()

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
        known = [full for full in self._full.get(last, []) if agrees(words[:-1], full.split()[:-1])]
        if title:
            fuller = [full for full in known if " " in full]
            known = [full for full in fuller if self.pronouns.fit(full, pronoun_of(title))]
            if fuller and not known:
                return f"{title} {name}"
        longest = max(known or self._with_given_name(name), key=len, default=name)
        if all(agrees(full.split()[:-1], longest.split()[:-1]) for full in known):
            return longest if len(longest) > len(name) or name.isupper() else name
        return self._first_of(known) if self.is_press and len(words) == 1 else name

    def _with_given_name(self, name: str) -> list[str]:
        """The only person whose first name it is: "Henry" is Henry Raymont."""
        found = {full for full in self._persons() if " " in full and full.split()[0] == name}
        return [*found] if len(found) == 1 and not self.is_press else []

    def called(self, name: str, titles: list[str]) -> str:
        """Who is called by a name with its titles, in full, by initials ("CB"), or as knights are ("Sir Harold")."""
        before = honorific(titles)
        if is_initials(name) and self.country(name) is None and not self._has_article(name):
            meant = of_initials(name, self._persons()) if len(name) > 1 else self._of_initial(name)
            return name if meant is None else self.full_name(meant)
        if " " not in name and KNIGHTS & {plain(title) for title in titles}:
            return of_knight(name, self._persons(), self.content) or name
        return self.full_name(self._cut_short(name) or name, before)

    @cached_property
    def _headed(self) -> list[str]:
        return [name for names in _BOTH.findall(self.content) for name in names]

    def of_letters(self, label: str) -> str:
        """Who is meant by the letters that head a turn of a transcript, "K:": one of those whom its own heading names,
        "President/Kissinger"."""
        meant = next((name for name in self._headed if name.startswith(label)), None)
        return self.called(label, []) if meant is None else self.full_name(meant)

    def _cut_short(self, name: str) -> str | None:
        """Who of those in the heading is called by the first letters of his surname: "Mc" or "McN" is McNamara."""
        if not 1 < len(name) <= LONGEST_CUT or self._full.get(plain(name)):
            return None
        headed = {full for full in self._persons() if surname(full) in self._heading}
        meant = {full for full in headed if full.rsplit(maxsplit=1)[-1].startswith(name)}
        return meant.pop() if len(meant) == 1 else None

    def _of_initial(self, letter: str) -> str | None:
        """Whose initial a letter is: somebody's whom the document's heading names, else who is named most."""
        abroad = next((name for name in self.offices.abroad() if name[:1] == letter and name in self.content), None)
        if abroad is not None:
            return abroad  # "K" in what an embassy in Moscow writes
        known = self._persons()
        headed = {
            name.rpartition(" ")[2] for name in known if surname(name) in self._heading or name in self.participants
        }
        return of_initial(letter, " ".join(headed), self.is_person) or of_initial(
            letter, self.content, self._may_be_letter
        )

    def _may_be_letter(self, name: str) -> bool:
        """Whether somebody may be called by a letter: no President, who is called so, and nobody's house or country."""
        return plain(name) != self.offices.president and self.is_person(name)

    def has_small(self, word: str) -> bool:
        """Whether the document writes a word small."""
        return word in self._small

    def named_before(self, at: int) -> str | None:
        """The person whose name stands last before a place of the text."""
        known = (name for name in self._persons() if self.is_known_person(name))
        places = {name: self.content.rfind(name.rsplit(maxsplit=1)[-1], 0, at) for name in known}
        last = max(places, key=places.__getitem__, default=None)
        return self.full_name(last) if last is not None and places[last] >= 0 else None

    def _persons(self) -> set[str]:
        return self._titled.union(*self._full.values())

    def _first_of(self, known: list[str]) -> str:
        """Of several with one surname the one whom the text names first, in the fullest form: articles tell of him, and
        call the others by more than the surname."""
        first = known[0]
        return max((full for full in known if agrees(first.split()[:-1], full.split()[:-1])), key=len)

    def are_two(self, names: list[str]) -> bool:
        """Whether names joined by a hyphen are two persons', each of whom the document also names alone."""
        return all(name and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.content) for name in names)

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, as far as the document tells."""
        if name in {AUTHOR, WITHHELD} or not name.strip():
            return name.strip() != ""
        last = head_of(name)
        if last in words_of("persons") or (is_called_by_noun(name) and is_one_person(last)):
            return True
        is_phrase = " and " in name or "'s" in name or "’s" in name
        is_noun = not name.rsplit(maxsplit=1)[-1][:1].isupper()  # "Much study" at the head of a sentence
        is_small = not name[:1].isupper() and name.split(maxsplit=1)[0] not in PARTICLES  # but "von Rask"
        if is_small or is_noun or is_phrase or self._has_article(name) or name.lower() in self._small:
            return False
        if not self.is_press and plain(name.split(maxsplit=1)[0]) in words_of("labels"):
            return False  # "Ref A"
        if any(plain(word) in words_of("of things") for word in name.split()[1:-1]):
            return False  # "Alleged Threats Against Mr. Tor"
        is_body = {plain(word) for word in name.split()} & _in_no_name() or _ACRONYM.search(name)
        is_known = " " in name and self.pronouns.know(name)  # "Jordan Rask" is no country
        is_plural_noun = " " not in name and plain(name) not in self._full and is_plural_of_people(name)
        is_place = not self.is_press and name not in self._titled and self._stands_as_place(name)
        return not (is_body or is_plural_noun or is_place) and (is_known or self.country(name) is None)

    def is_named_person(self, name: str) -> bool:
        """Whether a name stands somewhere in the document with a title or a given name."""
        return (name in self._titled or " " in name) and name != AUTHOR and self.country(name) is None

    def is_known_person(self, name: str) -> bool:
        """Whether a name is that of a person whom the document names with a title, a given name or by an office."""
        return self.is_person(name) and (self.is_named_person(name) or self.offices.is_holder(name))

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

    @cached_property
    def _placed(self) -> Counter[str]:
        """How often names stand after "in" as those of places do, and not as in "confidence in Rask"."""
        found = _PLACED.findall(self.content)
        return Counter(name for before, name in found if before not in words_of("before persons"))

    def _stands_as_place(self, name: str) -> bool:
        is_often = self._placed[name] * _PLACED_OF >= self.content.count(name) > 0
        return is_often and not self.offices.is_holder(name)

    def _has_article(self, name: str) -> bool:
        """Whether a name stands with "the" before it, as those of bodies do and those of persons do not."""
        if name not in self._articled:
            with_article = self.content.count(f"the {name}") + self.content.count(f"The {name}")
            all_told = times_in(name, self.content) or self.content.count(name)
            self._articled[name] = with_article * 2 > all_told
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
        """The country for which somebody speaks: where the document tells, or where he is known to have held office."""
        told = self.country_told(name)
        held = None if told or self.is_press else country_of_holder(without_accents(name.rpartition(" ")[2]))
        return told if held is None else self.country(held) or held

    def country_told(self, name: str) -> str | None:
        """The country for which somebody speaks, where the document tells."""
        if name == AUTHOR:
            return self.author_country
        known = self._country_of.get(name) or self.country(name)
        if known is not None:
            return known
        is_own = name in self._unmarked or plain(name) in words_of("national")
        is_others = name in self._others and self.author_country == self.country("United States")
        if is_own and not is_others and self.author_country is not None:
            return self.author_country
        is_president = plain(name) == "president" and bool(self.offices.president) and self.host is None
        return self.country("United States") if is_president or self.offices.is_american(name) else None

    def _form(self, names: list[str]) -> str:
        content = _CONTINENT.sub("", self.content)
        used = (name for name in names if name in content)
        counts = Counter({name: times_in(name, content) for name in used})
        best, count = counts.most_common(1)[0] if counts else (names[0], 0)
        return names[0] if not count or best == "U.S." else best.replace(".", "")

    def _read(self, at: int, words: str) -> None:
        for place, titles_beside, holder in holders(words):
            self._know(holder.split())
            self._hold(at + place, titles_beside, holder)
        for place, husband, office in husbands(words):
            self._hold(at + place, office.split(), self.full_name(husband))
        for match in _SEQUENCE.finditer(words):
            called = re.split(r"(?<=[’']s) ", self.without_opening(_AFTER_PREPOSITION.sub("", match.group())))[0]
            titles, name = split_title(called)
            if len(name) > 1 and (name[-1] == "I" or plain(name[-1]) in words_of("months")):
                name = name[:-1]  # "Mr. Tor May 2", "Mr. Tor I"
            name = without_acronyms(name)
            if not name or len(name) > 5 or len(name[-1]) < 2 or plain(name[0]) in words_of("labels"):
                continue
            full = " ".join(name)
            is_titled = bool(titles) and titles != ["the"]
            if len(name) > 1 and not is_thing(name) and (is_titled or self._is_full_name(name)):
                self._know(name)
                self._introduced.setdefault(plain(name[-1]), at + match.start())
            elif len(name) > 1 and plain(name[-1]) in words_of("firms"):
                self._firms.setdefault(plain(" ".join(name[:-1])), (at + match.start(), full))
            self.pronouns.learn(titles, name[-1])
            if is_titled:
                self._titled.add(full)
            if titles and not is_thing(name) and self.country(full) is None:
                self._hold(at + match.start(), titles, full)

    @cached_property
    def _beside(self) -> Beside:
        return Beside(self.content)

    def _is_full_name(self, name: list[str]) -> bool:
        return is_full_name(name, self._beside, self._small, self.country, is_press=self.is_press)

    def _know(self, name: list[str]) -> None:
        """A name is found by its last word, and by the one before it: surnames may be double."""
        full = " ".join(name)
        self._full.setdefault(plain(name[-1]), []).append(full)
        if len(name) > 2 and len(name[-2].replace(".", "")) > 2:
            self._full.setdefault(plain(name[-2]), []).append(full)

    def _hold(self, at: int, titles: list[str], full: str) -> None:
        words = frozenset(plain(word) for title in titles for word in in_full(title).split())
        if words & (words_of("offices") | words_of("persons")):
            spelled = self.offices.spelled(words, full)
            if spelled is not None:
                self._full.setdefault(plain(full), []).append(spelled)
            self.offices.hold(at, words, full)
        else:
            self._full.setdefault(plain(full.rsplit(maxsplit=1)[-1]), []).append(full)
        country = self.country(" ".join(without_lands(titles)))
        if country is not None:
            self._country_of.setdefault(full, country)
        elif words & words_of("national"):
            self._unmarked.add(full)
            if is_of_others(titles, full):
                self._others.add(full)

    def without_opening(self, words: str) -> str:
        """A sequence of capitals without a first word that the document also writes small ("Upon Castro")."""
        return without_opening(words, self._small)

    def _read_participants(self) -> None:
        """The list of participants; "The Secretary" alone in it names nobody."""
        for at, called, office in with_offices(self.content):
            if any(all(split_title(part)) for part in office.split(",")):
                continue  # "Emil Rask, Ambassador Tor, Mrs. Tor"
            titles, name = split_title(called)
            is_titled = bool({plain(title) for title in titles} & words_of("honorifics"))
            is_name = all(not word[:1].islower() or word in PARTICLES for word in name)
            if is_name and (1 if is_titled else 2) <= len(name) < 6:
                full = " ".join(name)
                if len(name) > 1:
                    self._know(name)
                self.participants.add(self.full_name(full))
                self._hold(at, titles + own_office(office).replace(",", " ").split(), self.full_name(full))
        for caller in callers(self.content):
            self._know(caller.split())
            self.participants.add(self.full_name(caller))
        self.participants.update(self.full_name(name) for line in listed(self.content) for name in names_in_list(line))
        for side, lines in sides(self.content):
            self._side_with(side, lines)

    def _read_parties(self, record: Record) -> None:
        """Who wrote or spoke to whom, where the record has no more than a surname."""
        for name in (*record.names("from"), *record.names("to")):
            is_office = plain(name) in words_of("persons") | words_of("bodies") | words_of("posts")
            if _SURNAME.fullmatch(name) and not is_office and self.country(name) is None:
                self._know([name])

    def _side_with(self, side: str, lines: list[str]) -> None:
        """Take in whose side those named in some lines of a list are on."""
        country = self.country(side)
        if country is None:
            return
        for line in lines:
            titles, name = split_title(line.split(",")[0].split(" (")[0])
            office = [title for title in titles if plain(title) in words_of("persons")]  # "The Secretary of State"
            self._country_of.setdefault(self.full_name(" ".join(name or office[-1:] or titles[-1:])), country)

    def _author_country(self, record: Record) -> str | None:
        present = " ".join(record.names("participant")).lower().replace(_OF_ANY_COUNTRY, "")
        others = (party.name for party in record.parties if party.role != "participant")
        parties = " ".join([*others, present]).lower()
        place = (record.place or "").lower()
        for country in countries():
            if any(office in parties or office == place for office in country["offices"]):
                return self._form(country["names"])
        return None

    def _country_of_office(self) -> str | None:
        """The side on which a list has "The President" or "The Secretary": that of who writes."""
        listed = (office for office in self._country_of if {plain(word) for word in office.split()} <= _own_offices())
        return next((self._country_of[office] for office in listed), None)

    def _host(self, record: Record) -> str | None:
        """The country in which the post lies that sends a telegram: "Embassy in Halvern"."""
        posts = (name.partition(" in ")[2] for name in record.names("from") if name.startswith("Embassy in "))
        hosts = (self.country(post.removeprefix("the ")) for post in posts)
        return next((host for host in hosts if host is not None), None)

    def _sign(self, record: Record) -> None:
        """A telegram from the head of a foreign office bears his name: "Secretary" in it is who signed; so is "Chargé"
        in that of a post."""
        sender = " ".join(record.names("from")).lower()
        if self.signature and sender.split()[:1] in (["embassy"], ["legation"]):
            for office in ("chargé", "charge"):
                self.offices.sign(frozenset({office}), self.signature)
        if self.signature and sender == "department of state" and "Acting Secretary" not in self.content:
            self.offices.sign(frozenset({"secretary", "state"}), self.signature)
            self._unmarked.add(self.signature)


def _holder_or_office(party: str) -> str:
    """ "Director of the Task Force (Cottrell)" is Cottrell, and "Secretary of State Rusk" is Rusk."""
    named = re.search(r"\(\s*([A-Z][^()]*?)\s*\)\s*$", party)
    titles, name = split_title(party)
    is_post = plain(party.partition(" ")[0]) in words_of("posts") | words_of("bodies")  # "Embassy in the Soviet Union"
    if is_post or (name and name[0][:1].islower()):
        return named[1] if named else party  # "Consulate General in Rask"
    return named[1] if named else " ".join(name) if titles and name else party


def _sources(record: Record, text: Text) -> Iterator[tuple[int, str]]:
    yield 0, record.title
    for party in record.parties:
        yield 0, party.name
    start = 0
    for line in text.content.split("\n"):
        yield start, line
        start += len(line) + 1
