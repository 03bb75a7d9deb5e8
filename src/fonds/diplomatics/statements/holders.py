"""Who holds an office by a line's own words: "the Ambassador in Halvern (Rask)", "the Minister, Emil Rask, said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fonds.diplomatics.statements.name_parts import capitals_at_end, is_thing, split_title
from fonds.diplomatics.statements.participants import own_office
from fonds.diplomatics.statements.words import plain, words_of

_OFFICE_WITH_NAME = re.compile(
    r"([A-Z][^()\n]{3,120}) \(((?:(?:de|du|van|von|der|la|le) ){0,2}(?:(?:[A-Z]\.|[A-Z][\w’'-]*[a-z]) ?){1,4})\)"
)
_OFFICE_BEFORE_NAME = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?([A-Z][\w’'-]*(?: (?:(?:of|for|the) )*[A-Z][\w’'-]*){0,6}), "
    r"((?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w’'-]*), (?!and\b)(?=[a-z])"
)
_BEFORE_OFFICE = re.compile(r"\b(?:[Bb]etween|[Ff]rom|[Tt]o|[Ww]ith|[Bb]y|and(?= the ))\b|[.;:]")


def holders(line: str) -> Iterator[tuple[int, list[str], str]]:
    """Those named beside their offices in a line: the place, the words of the office, the name."""
    yield from _in_parentheses(line)
    yield from _between_commas(line)


def _in_parentheses(line: str) -> Iterator[tuple[int, list[str], str]]:
    """ "The Brazilian Ambassador (Muniz)"."""
    for match in _OFFICE_WITH_NAME.finditer(line):
        office = capitals_at_end(_BEFORE_OFFICE.split(own_office(match[1]))[-1].split())
        if {plain(word) for word in office[-8:]} & words_of("persons"):
            yield match.start(), office, match[2]


def _between_commas(line: str) -> Iterator[tuple[int, list[str], str]]:
    """ "The Bulgarian Minister, Emil Rask, …"."""
    for match in _OFFICE_BEFORE_NAME.finditer(line):
        office, name = match[1].split(), match[2]
        is_name = not all(split_title(name)) and not is_thing(name.split())
        if plain(office[-1]) in words_of("persons") and is_name:
            yield match.start(), office, name
