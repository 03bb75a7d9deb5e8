"""The lists of names that an edition brings."""

from __future__ import annotations

import pytest
from lxml import etree
from tei_texts import TEI

from fonds.accession.tei.names import read_names
from fonds.record import Agent

NOTE = "<occupation>surveyor</occupation><note>of Quill</note>"


@pytest.mark.parametrize(
    ("element", "agents"),
    [
        (f"<list {TEI}><item><hi><persName xml:id='a'>Tarn, Ben,</persName></hi> pilot; later mayor</item></list>",
         [Agent("a", "q", "person", "Tarn, Ben", "pilot; later mayor")]),
        (f"<list {TEI}><item><term xml:id='t'>QC</term>, Quill Council</item></list>",
         [Agent("t", "q", "term", "QC", "Quill Council")]),
        (f"<list {TEI}><item><persName>Nobody</persName></item><item>Words</item></list>", []),
        (f"<listPerson {TEI}><person xml:id='b'><persName>Ada</persName>{NOTE}</person></listPerson>",
         [Agent("b", "q", "person", "Ada", "surveyor; of Quill")]),
        (f"<listPlace {TEI}><place xml:id='p'><placeName>Ostwick</placeName></place></listPlace>",
         [Agent("p", "q", "place", "Ostwick")]),
        (f"<listPerson {TEI}><head>People</head><person xml:id='c'/></listPerson>", []),
    ],
    ids=["person", "term", "no identifier", "listPerson", "listPlace", "no name"],
)  # fmt: skip
def test_lists(element: str, agents: list[Agent]) -> None:
    assert list(read_names(etree.fromstring(element), "q")) == agents
