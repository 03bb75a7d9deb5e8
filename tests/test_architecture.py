"""ARCHITECTURE.md has a section for each room there is, in the order in which rooms may import, and for no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from test_imports import DOOR, PACKAGE, ROOMS, room_of

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
