from __future__ import annotations

from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from fonds.reading_room import licences
from fonds.reading_room.licences import Component, installed_components


def test_what_fonds_stands_on_is_listed_with_its_licence() -> None:
    found = {each.name.lower(): each for each in installed_components()}
    assert found["msgspec"].licence == "BSD-3-Clause"
    assert found["markupsafe"].version  # required by jinja2 alone
    assert "fonds" not in found
    assert "pytest" not in found
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("metadata", "wanted"),
    [
        pytest.param("License-Expression: MIT\nLicense: other", "MIT", id="an expression"),
        pytest.param("License: BSD\n", "BSD", id="the older field"),
        pytest.param("License: MIT\n        Copyright of all", "MIT", id="a whole licence"),
        pytest.param("Classifier: License :: OSI Approved :: MIT License", "MIT License", id="a classifier"),
        pytest.param("Classifier: Typing :: Typed", "as its distribution says", id="nothing"),
    ],
)
def test_where_a_licence_is_told(metadata: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "METADATA").write_text(f"Metadata-Version: 2.4\nName: x\nVersion: 1\n{metadata}\n")
    assert licences._licence(PathDistribution(tmp_path)) == wanted


def test_what_the_build_brought_is_listed(tmp_path: Path) -> None:
    notice = tmp_path / "LICENCES.json"
    assert licences._listed(notice) == ()
    notice.write_text('[{"name": "A Serif", "version": "1", "licence": "OFL-1.1", "source": "npm"}]')
    assert licences._listed(notice) == (Component("A Serif", "1", "OFL-1.1"),)
