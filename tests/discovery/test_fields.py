"""The fields are what the index has, and the page that describes the language names all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fonds.discovery import FACETS, Index, Search
from fonds.discovery.counting import AS_ONE
from fonds.discovery.fields import FIELDS
from fonds.discovery.query import parse_query
from fonds.discovery.results import Narrowed
from fonds.discovery.schema import COLUMNS, LAYERS, NAMES, WHOLE

PAGE = (Path(__file__).parents[2] / "docs" / "query-language.md").read_text("utf-8")
OF: dict[str, set[str]] = {
    "words": set(LAYERS), "names": set(NAMES), "whole": set(WHOLE), "dates": {"lower", "upper"}, "elsewhere": set(),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_field(name: str) -> None:
    field = FIELDS[name]
    assert set(field.by) <= OF[field.how]
    assert field.by or field.how == "elsewhere"
    assert parse_query(field.example)
    assert field.example.startswith(f"{name}:")
    assert f"`{name}:`" in PAGE


def test_the_page_names_no_other_field() -> None:
    assert set(re.findall(r"`([a-z-]+):`", PAGE)) == FIELDS.keys()


def test_facets_are_columns() -> None:
    assert {AS_ONE.get(name, field) for name, field in FACETS.items()} <= set(COLUMNS)


def test_what_can_be_said_by_name_is_what_a_search_has() -> None:
    assert set(Narrowed.__annotations__) == set(Search.__struct_fields__) - {"query"}


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.how != "elsewhere"])
def test_example_is_answered(name: str, tmp_path: Path) -> None:
    assert Index.open(tmp_path / "index").search(Search(query=FIELDS[name].example)).total == 0
