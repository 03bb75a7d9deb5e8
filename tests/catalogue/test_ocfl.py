"""Where objects lie, and what their inventories say."""

from __future__ import annotations

from pathlib import Path

import ocfl as ocfl_py  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonds.catalogue import ocfl
from fonds.errors import CorruptArchiveError

HOSTILE = [
    "letters/a.txt", "", ".", "..", "../../etc/passwd", "/etc/passwd", "a/../b", "a\\b", "a\x00b", "~", "*", "a\nb",
    "%2e%2e", "письмо.xml", "\u00e9", "e\u0301", "A", "a", "\udcff", "\ud800", "x" * 5000, "ж" * 300,
]  # fmt: skip


@pytest.mark.parametrize("key", HOSTILE, ids=ascii)
def test_an_object_lies_where_ocfl_py_looks_for_it_and_not_outside(key: str) -> None:
    identifier = ocfl.object_identifier(key)
    parts = ocfl.object_parts(identifier)
    layout = ocfl_py.layout_registry.get_layout("0003")
    assert "/".join(parts) == layout.identifier_to_path(identifier)
    assert all(part.strip(".") and "/" not in part and len(part) < 200 for part in parts)


def test_each_key_has_a_place_of_its_own() -> None:
    places = {ocfl.object_parts(ocfl.object_identifier(key)) for key in HOSTILE}
    assert len(places) == len(HOSTILE)


@given(st.text(), st.text())
def test_different_keys_have_different_places(one: str, other: str) -> None:
    assert (ocfl.object_identifier(one) == ocfl.object_identifier(other)) == (one == other)


@pytest.mark.parametrize(
    "inventory",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{}", id="no fields"),
        pytest.param(b"[1, 2]", id="a list"),
        pytest.param(b'{"id": "x", "head": "v1", "manifest": {}, "versions": {}}', id="no versions"),
        pytest.param(
            b'{"id": "x", "head": "v1", "manifest": {}, '
            b'"versions": {"v1": {"created": "", "message": "", "state": {"d": ["f"]}}}}',
            id="not in the manifest",
        ),
        pytest.param(
            b'{"id": "x", "head": "v1", "manifest": {}, '
            b'"versions": {"v1": {"created": "", "message": "", "state": {}}}}',
            id="a version of nothing",
        ),
        pytest.param(
            b'{"id": "x", "head": "../v1", "manifest": {"d": ["f"]}, '
            b'"versions": {"../v1": {"created": "", "message": "", "state": {"d": ["f"]}}}}',
            id="a version elsewhere",
        ),
        pytest.param(b'{"id": "x", "head": "v1"', id="cut off"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
    ],
)
def test_an_inventory_that_leads_nowhere_is_refused(tmp_path: Path, inventory: bytes) -> None:
    (tmp_path / "inventory.json").write_bytes(inventory)
    with pytest.raises(CorruptArchiveError, match="an inventory that cannot be read") as caught:
        ocfl.read_inventory(tmp_path)
    assert caught.value.next_step


def test_where_there_is_no_object_there_is_no_inventory(tmp_path: Path) -> None:
    assert ocfl.read_inventory(tmp_path) is None
    assert ocfl.read_inventory(tmp_path / "not there") is None


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "v1/../../x", "v1/content/link"])
def test_no_inventory_leads_outside(tmp_path: Path, path: str) -> None:
    (tmp_path / "object" / "v1" / "content").mkdir(parents=True)
    (tmp_path / "object" / "v1" / "content" / "link").symlink_to("/etc/passwd")
    with pytest.raises(CorruptArchiveError, match="an inventory that leads to"):
        ocfl.content_path(tmp_path / "object", path)
