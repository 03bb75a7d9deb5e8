"""A register of office-holders in the form of POCOM: principal officers and chiefs of mission of a foreign service.

Source of the form: https://github.com/HistoryAtState/pocom. A folder holds `people/` with one XML file a person, and
`positions-principals/`, `missions-countries/` and `missions-orgs/` with who held which post from when to when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from fonds.authority.identity import Office
from fonds.authority.register import Register
from fonds.errors import RefusedError
from fonds.record import Agent

NAME = "pocom"
LIMIT = 4 << 20
"""Bytes of one file; the largest of the published register has a twentieth of it."""

MOST_FILES = 50_000
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_POSTS = {"positions-principals": "principal", "missions-countries": "chief", "missions-orgs": "chief"}


def read_register(folder: Path) -> Register:
    """Read the folder of a register. Raises RefusedError where it is none, or a file of it cannot be read."""
    if not (folder / "people").is_dir() or not (folder / "missions-countries").is_dir():
        raise RefusedError(
            f"register {folder}",
            seen="no folders people and missions-countries",
            wanted="a folder in the form of POCOM",
            next_step="Name the folder that holds them, as https://github.com/HistoryAtState/pocom has it.",
        )
    titles = {_text(root, "id"): _text(root, "names/singular") for root in _roots(folder / "roles-country-chiefs")}
    offices = tuple(
        (f"{NAME}/{holder}", office)
        for part, tag in _POSTS.items()
        for root in _roots(folder / part)
        for holder, office in _held(root, tag, titles)
    )
    known: dict[str, list[str]] = {}
    for holder, office in offices:
        known.setdefault(holder, []).append(_described(office))
    people = (_person(root) for root in _roots(folder / "people"))
    agents = tuple(
        Agent(key, NAME, "person", name, "; ".join(known.get(f"{NAME}/{key}", ())))
        for key, name in people
        if key and name
    )
    return Register(NAME, agents, offices)


def _roots(folder: Path) -> Iterator[etree._Element]:
    """The roots of the XML files below a folder, by name; a folder that is not there has none."""
    files = sorted(file for file in folder.rglob("*.xml") if file.is_file() and not file.is_symlink())
    if len(files) > MOST_FILES:
        wanted, next_step = f"at most {MOST_FILES}", "Name the folder of the register alone."
        raise RefusedError(f"register {folder}", seen=f"{len(files)} files", wanted=wanted, next_step=next_step)
    for file in files:
        yield _root(file)


def _root(file: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        if file.stat().st_size > LIMIT:
            wanted, next_step = f"at most {LIMIT >> 20} MiB", "Get the register anew."
            raise RefusedError(str(file), seen="a larger file", wanted=wanted, next_step=next_step)
        return etree.fromstring(file.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise RefusedError(str(file), seen=str(error), wanted="XML", next_step="Get the register anew.") from error


def _text(element: etree._Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _person(root: etree._Element) -> tuple[str, str]:
    surname, forename = _text(root, "persName/surname"), _text(root, "persName/forename")
    generation, other = _text(root, "persName/genName"), _text(root, "persName/altname")
    name = ", ".join(filter(None, (surname, forename, generation)))
    return _text(root, "id"), f"{name} ({other})" if other else name


def _held(root: etree._Element, tag: str, titles: dict[str, str]) -> Iterator[tuple[str, Office]]:
    """Holder and post, of all posts in a file."""
    place = _text(root, "territory-id").replace("-", " ").title() or None
    own = _text(root, "names/singular")
    for post in root.iter(tag):
        title = own or titles.get(_text(post, "role-title-id")) or _text(post, "role-title-id").replace("-", " ")
        start = _day(post, "started") or _day(post, "arrived") or _day(post, "appointed")
        if (holder := _text(post, "person-id")) and title:
            yield holder, Office(title, place, start, _day(post, "ended"), NAME)


def _day(post: etree._Element, event: str) -> str | None:
    found = _DAY.match(_text(post, f"{event}/date"))
    return found[0] if found else None


def _described(office: Office) -> str:
    where = f", {office.place}" if office.place else ""
    return f"{office.title}{where} ({(office.start or '?')[:4]}–{(office.end or '')[:4]})"
