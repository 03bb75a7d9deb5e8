"""What Fonds stands on, and under which licences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

SHIPPED = (
    ("citation", "vendor"),
    ("authority", "vendor"),
    ("reading_room", "static", "vendor"),
    ("reading_room", "figures", "vendor"),
)
"""The folders into which the build puts parts of others, each with a list of them."""
UNKNOWN = "as its distribution says"


class Component(Struct, frozen=True):
    """Somebody else's work that Fonds uses: what it is called, which version is here, and its licence."""

    name: str
    version: str
    licence: str
    attribution: str = ""


@cache
def installed_components(root: str = "fonds") -> tuple[Component, ...]:
    """The installed Python distributions that `root` requires, directly or not, by name; those of its extras too."""
    found: dict[str, Component] = {}
    waiting = [*_required(distribution(root), extras=True)]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            held = distribution(name)
        except PackageNotFoundError:  # an extra that was not asked for, or for another system
            continue
        found[name] = Component(held.metadata["Name"], held.version, _licence(held))
        waiting += _required(held, extras=False)
    return tuple(sorted(found.values(), key=lambda each: each.name.casefold()))


def _required(held: Distribution, *, extras: bool) -> Iterable[str]:
    for requirement in held.requires or []:
        name = re.match(r"[\w.-]+", requirement)
        if name and (extras or "extra ==" not in requirement):
            yield re.sub(r"[-_.]+", "-", name.group()).lower()


def _licence(held: Distribution) -> str:
    """By the metadata's own fields, the newest first (PEP 639; the older `License` may hold a whole licence)."""
    told = held.metadata["License-Expression"] or (held.metadata["License"] or "").split("\n")[0].strip()
    classified = [each.rpartition(" :: ")[2] for each in held.metadata.get_all("Classifier") or [] if "License" in each]
    return told or ", ".join(classified) or UNKNOWN


def shipped_components() -> tuple[Component, ...]:
    """What the build put into Fonds: styles, scripts, fonts, by name; nothing where it was not run."""
    lists = [_listed(files("fonds").joinpath(*place, "LICENCES.json")) for place in SHIPPED]
    return tuple(sorted((each for found in lists for each in found), key=lambda each: each.name.casefold()))


def _listed(notice: Traversable) -> tuple[Component, ...]:
    return msgspec.json.decode(notice.read_bytes(), type=tuple[Component, ...]) if notice.is_file() else ()
