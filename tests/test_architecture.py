"""ARCHITECTURE.md has a section for each room there is, in the order in which rooms may import, and for no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from test_imports import DOOR, PACKAGE, ROOMS, imported, room_of

SECTIONS = re.split(r"^## ", (Path(__file__).parent.parent / "ARCHITECTURE.md").read_text("utf-8"), flags=re.MULTILINE)[
    1:
]
BUILT = {room_of(path) for path in PACKAGE.rglob("*.py")} - {DOOR}


def test_each_room_has_its_section_in_order() -> None:
    assert [section.partition("\n")[0] for section in SECTIONS] == [room for room in ROOMS if room in BUILT]


@pytest.mark.parametrize("section", SECTIONS, ids=[section.partition("\n")[0] for section in SECTIONS])
def test_section_says_what_it_must(section: str) -> None:
    labels = re.findall(r"^- \*\*(.+?):\*\* \S", section, flags=re.MULTILINE)
    assert labels == ["Question", "Takes and gives", "May import", "Known limits"]


USES = {
    section.partition("\n")[0]: re.findall(r"May import:\*\* `(\w+)`.*; it uses (.+)", section) for section in SECTIONS
}


@pytest.mark.parametrize("room", [room for room, told in USES.items() if told])
def test_what_a_room_uses_is_what_its_section_tells(room: str) -> None:
    """Besides the room that it stands upon."""
    ((below, told),) = USES[room]
    modules = (path for path in PACKAGE.rglob("*.py") if room_of(path) == room)
    used = {name for path in modules for name in imported(ast.parse(path.read_text("utf-8")))}
    assert set(re.findall(r"`(\w+)`", told)) == used - {room, below}
