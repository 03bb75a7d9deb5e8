"""What a pointer cites, and the record it would be."""

from __future__ import annotations

import pytest

from fonds.accession.tei.pointers import resolve_pointer
from fonds.record import Cites


@pytest.mark.parametrize(
    ("pointer", "cites", "target"),
    [
        ("#d67", Cites(document="67"), "quill1/d67"),
        ("#d73fn2", Cites(document="73", note="2"), "quill1/d73"),
        ("#d73fn-a", Cites(document="73", note="a"), "quill1/d73"),
        ("d67", Cites(document="67"), "quill1/d67"),
        ("#pg_12", Cites(pages="12"), None),
        ("#pg_XII", Cites(pages="XII"), None),
        ("quill2#d3", Cites(volume="quill2", document="3"), "quill2/d3"),
        ("quill1#d3", Cites(document="3"), "quill1/d3"),
        ("../other/quill2.xml#d3", Cites(volume="quill2", document="3"), "quill2/d3"),
        ("quill2#pg_4", Cites(volume="quill2", pages="4"), None),
        ("quill2", Cites(volume="quill2"), None),
        ("quill2#ch3", Cites(volume="quill2", document="ch3"), "quill2/ch3"),
        ("#ch3", Cites(document="ch3"), "quill1/ch3"),
        ("https://quill.example/d3#d4", Cites(work="https://quill.example/d3#d4"), None),
        ("mailto:ada@quill.example", Cites(work="mailto:ada@quill.example"), None),
    ],
)
def test_pointers(pointer: str, cites: Cites, target: str | None) -> None:
    assert resolve_pointer(pointer, "quill1") == (cites, target)
