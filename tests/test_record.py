"""A record and its line of JSON are the same thing, and the schema says what such a line looks like."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fonds.record import Party, Record, Source, decode_record, encode_record, record_schema

SCALARS: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(0, 2**53),
    float: st.floats(0, 1),
    bool: st.booleans(),
    type(None): st.none(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that a field of this type may hold."""
    makers: dict[object, Callable[..., st.SearchStrategy[Any]]] = {
        Literal: lambda *words: st.sampled_from(words),
        Union: lambda *kinds: st.one_of(*map(values, kinds)),
        types.UnionType: lambda *kinds: st.one_of(*map(values, kinds)),
        tuple: lambda item, _: st.lists(values(item), max_size=2).map(tuple),
        dict: lambda key, value: st.dictionaries(values(key), values(value), max_size=2),
    }
    if kind in SCALARS:
        return SCALARS[kind]
    if origin := get_origin(kind):
        return makers[origin](*get_args(kind))
    return st.builds(kind, **{field.name: values(field.type) for field in _fields(kind)})


def _fields(kind: Any) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


RECORDS = values(Record)
VALIDATOR = Draft202012Validator(record_schema())
PLAIN = Record("velmar/1", "velmar", "A telegram", Source("1.txt", "0" * 64, "text/plain", "plain text 1"))


@settings(max_examples=50, deadline=None)
@given(RECORDS)
def test_record_comes_back_as_it_was_from_a_line_of_the_schema(record: Record) -> None:
    line = encode_record(record)
    assert b"\n" not in line
    assert decode_record(line) == record
    assert decode_record(line.decode()) == record
    VALIDATOR.validate(json.loads(line))


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_line_has_every_field() -> None:
    assert set(json.loads(encode_record(PLAIN))) == set(Record.__struct_fields__)


BAD: dict[str, dict[str, object]] = {
    "no identifier": {"id": None},
    "number for title": {"title": 7},
    "parties not a list": {"parties": "Fenn"},
    "party without name": {"parties": [{"role": "from"}]},
    "unknown precision": {"date": {"precision": "fortnight"}},
    "text without content": {"texts": [{"language": "en", "role": "original"}]},
    "unknown role of text": {"texts": [{"language": "en", "role": "rumour", "content": ""}]},
    "block of unknown kind": {
        "texts": [
            {
                "language": None,
                "role": "original",
                "content": "x",
                "blocks": [{"kind": "verse", "start": 0, "end": 1}],
            }
        ]
    },
    "subject not a word": {"subjects": [1]},
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD)
def test_what_is_no_record_is_refused_by_reader_and_schema(change: dict[str, object]) -> None:
    wrong = json.loads(encode_record(PLAIN)) | change
    assert not VALIDATOR.is_valid(wrong)
    with pytest.raises(msgspec.ValidationError):
        decode_record(json.dumps(wrong))


@pytest.mark.parametrize("field", ["id", "collection", "title", "source"])
def test_record_needs_field(field: str) -> None:
    wrong = json.loads(encode_record(PLAIN))
    del wrong[field]
    assert not VALIDATOR.is_valid(wrong)
    with pytest.raises(msgspec.ValidationError):
        decode_record(json.dumps(wrong))


def test_names_are_those_of_the_role_in_order() -> None:
    parties = (Party("to", "Pask"), Party("from", "Delorval"), Party("to", "Ashdowne"))
    record = msgspec.structs.replace(PLAIN, parties=parties)
    assert record.names("to") == ("Pask", "Ashdowne")
    assert record.names("copied to") == ()
