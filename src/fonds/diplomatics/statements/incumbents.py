"""Who held a country's highest offices on a day: whom a telegram's "President" or "FonMin" stands for."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

_CALLED = {
    "president": ("president", "pres"),
    "prime minister": ("prime minister", "primin", "premier", "chancellor", "chairman"),
    "foreign minister": ("foreign minister", "fonmin", "foreign secretary", "secretary"),
    "under secretary": ("under secretary",),
    "secretary general": ("secretary general",),
}
"""What holders of each office are called."""
_ONLY = {"chancellor": "Germany", "chairman": "Soviet Union", "secretary": "United States"}
"""The country of what only one country's holder is called."""


@cache
def _terms() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("incumbents.toml").read_text("utf-8"))


def incumbents(country: str, day: str) -> Iterator[tuple[str, str]]:
    """What the holders of a country's offices on a day ("1962-12-19", or a part of it) are called, and their surnames,
    small and without accents; only of those whom `incumbents.toml` has."""
    for office, countries in _terms().items():
        since = [term for term in countries.get(country, "").split() if term[: len(day)] <= day]
        for called in _CALLED[office] if since else ():
            if _ONLY.get(called, country) == country:
                yield called, since[-1].partition("/")[2]


@cache
def presidents() -> frozenset[str]:
    """The surnames of those who were President of the United States."""
    return frozenset(term.partition("/")[2] for term in _terms()["president"]["United States"].split())


@cache
def american_holders() -> frozenset[str]:
    """The surnames of those who ever held a high office of the United States."""
    terms = (countries.get("United States", "").split() for countries in _terms().values())
    return frozenset(term.partition("/")[2] for held in terms for term in held)


@cache
def country_of_holder(surname: str) -> str | None:
    """The country of which the only one of a surname (small, without accents) held a high office; None for others."""
    held = {
        country
        for countries in _terms().values()
        for country, terms in countries.items()
        if surname in {term.partition("/")[2] for term in terms.split()}
    }
    return held.pop() if len(held) == 1 else None


def without_accents(name: str) -> str:
    """A name as the list has it: small, of plain letters."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
