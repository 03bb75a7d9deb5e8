"""The words of `people.toml` and `given_names.toml`, which tell names, offices and governments apart."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_TOLD_APART = re.compile(r" (?:of|for|from|in|at|with|within|inside|close|familiar|involved) ")
_OF_ONE = ("er", "or", "ist", "ian", "eer", "man", "woman", "ant", "ee")
_POSSESSIVE = re.compile(r"[’']s?$")


@cache
def _given_names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(names.split()) for kind, names in _read("given_names.toml").items()}


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(file).read_text("utf-8"))


@cache
def _lists() -> dict[str, Any]:
    data = _read("people.toml")
    lists: dict[str, Any] = {key: frozenset(value.split()) for key, value in data.items() if key != "countries"}
    return lists | {"countries": [_with_forms(country) for country in data["countries"]]}


def _with_forms(country: dict[str, Any]) -> dict[str, Any]:
    """A country with all its forms in lower case, and with those that may open a longer name."""
    forms = {form.lower() for form in country["names"]} | set(country["adjectives"])
    return country | {"forms": forms, "openings": tuple(form for form in forms if len(form) > 3)}


def words_of(kind: str) -> frozenset[str]:
    """A list of words of `people.toml`."""
    found: frozenset[str] = _lists()[kind]
    return found


def countries() -> list[dict[str, Any]]:
    """The countries with their names, adjectives and offices, and all forms of their names in lower case."""
    found: list[dict[str, Any]] = _lists()["countries"]
    return found


@cache
def country_adjectives() -> frozenset[str]:
    """The adjectives of countries, in lower case."""
    return frozenset(word for country in countries() for word in country["adjectives"])


@cache
def country_words() -> frozenset[str]:
    """The names and adjectives of countries, in lower case."""
    return frozenset().union(*(country["forms"] for country in countries()))


@cache
def country_openings() -> tuple[str, ...]:
    """With what a longer name of a country's may open, in lower case."""
    return tuple(opening for country in countries() for opening in country["openings"])


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word as the lists have it: lower case, without possessive and full stop."""
    return _POSSESSIVE.sub("", word).rstrip(".,").lower()


def times_in(name: str, content: str) -> int:
    """How often a name stands in a text by itself, and not within a longer word; no name never does."""
    count, start = 0, content.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        count += not (_is_of_word(content[start - 1 : start]) or _is_of_word(content[end : end + 1]))
        start = content.find(name, end)
    return count


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _short_offices() -> dict[str, str]:
    pairs = (short.split("/") for short in words_of("short offices"))
    return {short: whole.replace("_", " ") for short, whole in pairs}


def in_full(office: str) -> str:
    """An office with the words written out that are cut short in it: "Acting Secretary" for "Acting Sec."."""
    return " ".join(_short_offices().get(plain(word), word) for word in office.split())


def is_given_name(name: str, kind: str) -> bool:
    """Whether a name is one that "women" or "men" bear, accents aside; of a double name the first tells."""
    first = unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode().split("-")[0]
    return first in _given_names()[kind]


def is_somebody(noun: str) -> bool:
    """Whether a common noun is one of people or of what people form: "nurse", "jury"."""
    lower = plain(noun)
    if lower in words_of("not_speakers"):
        return False
    known = ("persons", "groups", "bodies", "speakers", "writings")
    is_known = any(lower in words_of(kind) or f"{lower}s" in words_of(kind) for kind in known)
    return is_known or lower.endswith(tuple(words_of("endings")))


def head_of(name: str) -> str:
    """The noun that a source without a name is called by: "official" of "official familiar with the talks"."""
    words = _TOLD_APART.split(name, maxsplit=1)[0].split()
    return plain(words[-1]) if words else ""


def is_called_by_noun(name: str) -> bool:
    """Whether a source is called by a common noun, "official familiar with it", "Tor's brother", and not by a name."""
    words = _TOLD_APART.split(name, maxsplit=1)[0].split()
    return bool(words) and words[-1][:1].islower()


def is_plural_of_people(word: str) -> bool:
    """Whether a word is a common noun of people in the plural: "prosecutors"."""
    lower = plain(word)
    return lower.endswith("s") and is_one_person(lower[:-1])


def is_one_person(noun: str) -> bool:
    """Whether a common noun is of one person: "nurse", "farmer", but not "jury" and not "farmers"."""
    if any(noun in words_of(kind) for kind in ("persons", "women", "men")):
        return True
    several = words_of("bodies") | words_of("groups") | words_of("firms") | words_of("called firms")
    is_like_one = f"{noun}s" in words_of("speakers") or noun.endswith(_OF_ONE)
    return is_like_one and noun not in several | words_of("not_speakers") | words_of("speakers")
