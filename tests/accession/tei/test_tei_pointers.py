"""What a pointer cites."""

from __future__ import annotations

import pytest

from fonds.accession.tei.pointers import resolve_pointer
from fonds.record import Cites


@pytest.mark.parametrize(
    ("pointer", "cites"),
    [
        ("#d67", Cites(document="67")),
        ("#d73fn2", Cites(document="73", note="2")),
        ("#d73fn-a", Cites(document="73", note="a")),
        ("d67", Cites(document="67")),
        ("#pg_12", Cites(pages="12")),
        ("#pg_XII", Cites(pages="XII")),
        ("quill2#d3", Cites(volume="quill2", document="3")),
        ("quill1#d3", Cites(document="3")),
        ("../other/quill2.xml#d3", Cites(volume="quill2", document="3")),
        ("quill2#pg_4", Cites(volume="quill2", pages="4")),
        ("quill2", Cites(volume="quill2")),
        ("quill2#ch3", Cites(volume="quill2", document="ch3")),
        ("#ch3", Cites(document="ch3")),
        ("fonds:quill1/d2", Cites(document="2")),
        ("fonds:letters/ada%20b", Cites(volume="letters", document="ada b")),
        ("https://quill.example/d3#d4", Cites(work="https://quill.example/d3#d4")),
        ("mailto:ada@quill.example", Cites(work="mailto:ada@quill.example")),
    ],
)
def test_pointers(pointer: str, cites: Cites) -> None:
    assert resolve_pointer(pointer, "quill1") == cites
