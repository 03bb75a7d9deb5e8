"""The people, offices and governments that a document names, and the fullest name it gives each."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from fonds.record import Record, Text

AUTHOR = "AUTHOR"
"""The document's own author, where the text makes him a source ("I said")."""

_SEQUENCE = re.compile(
    r"(?:[A-Z][\w’'.-]*)(?:(?:,? (?:of|de|del|da|van|von|der|la|el|al|bin|for|the)(?: the)?)? [A-Z][\w’'.-]*)*"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIALS = re.compile(r"^(?:[A-Z]\.-?)+$")


@cache
def _lists() -> dict[str, Any]:
    data = tomllib.loads(resources.files(__package__).joinpath("people.toml").read_text("utf-8"))
    return {key: value if key == "countries" else frozenset(value.split()) for key, value in data.items()}


def words_of(kind: str) -> frozenset[str]:
    """A list of words of `people.toml`."""
    found: frozenset[str] = _lists()[kind]
    return found


def plain(word: str) -> str:
    """A word as the lists have it: lower case, without possessive and full stop."""
    return _POSSESSIVE.sub("", word).rstrip(".,").lower()


class Cast:
    """Who is who in one text of a record."""

    def __init__(self, record: Record, text: Text) -> None:
        self.content = text.content
        self._small = {word for word in re.findall(r"\b[a-z]+\b", text.content) if len(word) > 1}
        self._full: dict[str, list[str]] = {}
        self._holders: list[tuple[int, frozenset[str], str]] = []
        self._country_of: dict[str, str] = {}
        for at, line in _sources(record, text):
            self._read(at, line)
        self._read_participants()
        self.author_country = self._author_country(record)
        self.signature = next((text.content[b.start : b.end].strip() for b in text.blocks if b.kind == "signature"), "")
        self._sign(record)

    def full_name(self, name: str) -> str:
        """The fullest form that the document gives of a name: "Rodriguez" is "Carlos Rafael Rodriguez"."""
        words = name.split()
        if not words:
            return name
        known = [full for full in self._full.get(plain(words[-1]), []) if _agrees(words[:-1], full.split()[:-1])]
        longest = max(known, key=len, default=name)
        if all(_agrees(full.split()[:-1], longest.split()[:-1]) for full in known):
            return longest if len(longest) > len(name) else name
        return name

    def holder(self, office: str, before: int) -> str | None:
        """The name of who holds an office in this document: the last so called before an offset, else the only one."""
        wanted = frozenset(plain(word) for word in office.split()) - {"the", "of", "a"}
        held = [(at, name) for at, words, name in self._holders if wanted <= words]
        names = {name for _, name in held}
        if len(names) == 1:
            return names.pop()
        earlier = [name for at, name in held if at < before]
        return earlier[-1] if earlier else None

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, as far as the document tells."""
        last = plain(name.rsplit(maxsplit=1)[-1]) if name.split() else ""
        if name == AUTHOR or last in words_of("persons"):
            return True
        return any(name == holder for _, _, holder in self._holders) or (
            len(self.full_name(name).split()) > 1
            and not (self.country(name) or last in words_of("bodies") or last in words_of("groups"))
        )

    def country(self, words: str) -> str | None:
        """The country that some words name or begin with, in the form that the document itself uses."""
        for country in _lists()["countries"]:
            forms = {form.lower() for form in country["names"]} | set(country["adjectives"])
            if any(plain(word) in forms for word in words.split()) or words.lower().startswith(tuple(forms - {"us"})):
                return self._form(country["names"])
        return None

    def country_of(self, name: str) -> str | None:
        """The country for which somebody speaks, where the document tells."""
        return self.author_country if name == AUTHOR else self._country_of.get(name) or self.country(name)

    def _form(self, names: list[str]) -> str:
        counts = Counter({name: len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", self.content)) for name in names})
        best, count = counts.most_common(1)[0]
        return best if count else names[0]

    def _read(self, at: int, words: str) -> None:
        for match in _SEQUENCE.finditer(words):
            titles, name = split_title(self._without_opening(match.group()))
            if not name or len(name) > 5:
                continue
            full = " ".join(name)
            if len(name) > 1 and not _is_thing(name):
                self._full.setdefault(plain(name[-1]), []).append(full)
            if titles and not _is_thing(name):
                self._hold(at + match.start(), titles, full)

    def _hold(self, at: int, titles: list[str], full: str) -> None:
        words = frozenset(plain(title) for title in titles)
        if words & (words_of("offices") | words_of("persons")):
            self._holders.append((at, words, full))
        else:
            self._full.setdefault(plain(full.rsplit(maxsplit=1)[-1]), []).append(full)
        country = self.country(" ".join(titles))
        if country is not None:
            self._country_of.setdefault(full, country)

    def _without_opening(self, words: str) -> str:
        """A sequence of capitals without a first word that the document also writes small ("Upon Castro")."""
        first, _, rest = words.partition(" ")
        return rest if rest and first.lower() in self._small and plain(first) not in words_of("offices") else words

    def _read_participants(self) -> None:
        """The lines "Name, office" of a list of participants."""
        for match in re.finditer(r"^([A-Z][^,\n]{3,60}), ([^\n]{3,120})$", self.content[:4_000], re.MULTILINE):
            titles, name = split_title(match[1])
            if len(name) > 1:
                full = " ".join(name)
                self._full.setdefault(plain(name[-1]), []).append(full)
                self._hold(match.start(), titles + match[2].replace(",", " ").split(), full)

    def _author_country(self, record: Record) -> str | None:
        parties = " ".join(party.name for party in record.parties).lower()
        for country in _lists()["countries"]:
            if any(office in parties for office in country["offices"]):
                return self._form(country["names"])
        return None

    def _sign(self, record: Record) -> None:
        """A telegram from the head of a foreign office bears his name: "Secretary" in it is who signed."""
        sender = " ".join(record.names("from")).lower()
        if self.signature and sender == "department of state" and "Acting Secretary" not in self.content:
            self._holders.insert(0, (0, frozenset({"secretary", "state"}), self.signature))


def _sources(record: Record, text: Text) -> Iterator[tuple[int, str]]:
    yield 0, record.title
    for party in record.parties:
        yield 0, party.name
    start = 0
    for line in text.content.split("\n"):
        yield start, line
        start += len(line) + 1


def split_title(words: str) -> tuple[list[str], list[str]]:
    """The titles at the head of a sequence of capitals, and the name after them; either may be empty."""
    parts = [_POSSESSIVE.sub("", part) for part in words.replace(",", " ").split()]
    titles = words_of("offices") | words_of("honorifics") | _adjectives()
    last = -1
    for at, part in enumerate(parts):
        if plain(part) in titles and (at == last + 1 or at < 7):
            last = at
            while last + 1 < len(parts) and plain(parts[last + 1]) in {"of", "for", "the", "and"} | words_of(
                "portfolios"
            ):
                last += 1
    name = parts[last + 1 :]
    while name and name[0].islower() and name[0] in {"of", "for", "the"}:
        name = name[1:]
    at = next((at for at, part in enumerate(name) if part in {"of", "for", "the"}), len(name))
    return parts[: last + 1], name[:at]


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(word for country in _lists()["countries"] for word in country["adjectives"])


def _is_thing(name: list[str]) -> bool:
    last = plain(name[-1])
    return (
        last in words_of("months")
        or last in words_of("bodies")
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
