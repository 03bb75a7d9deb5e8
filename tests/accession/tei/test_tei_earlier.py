"""TEI without its namespace, and TEI P4, are read as what they would be in TEI P5, and a finding says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from tei_texts import TEI, document, items_of, letter, records_of, volume

from fonds.errors import RefusedError
from fonds.record import Agent, Cites, Finding, Mention

DOCTYPE = """<!DOCTYPE TEI.2 PUBLIC "-//TEI P4//DTD Main DTD Driver File//EN" "http://example.org/tei2.dtd" [
<!ENTITY % TEI.prose 'INCLUDE'>
<!NOTATION jpeg SYSTEM "jpeg">
<!ENTITY page1 SYSTEM "page1.jpg" NDATA jpeg>
]>
"""
P4 = f"""{DOCTYPE}<TEI.2 id="quill2">
<teiHeader><fileDesc><titleStmt><title>Papers of Ren&eacute; Quill</title></titleStmt>
<publicationStmt><publisher>Quill Press</publisher></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><langUsage><language id="en">English</language></langUsage></profileDesc></teiHeader>
<text><front><div1><list><item><persName id="ada">Morrow, Ada</persName>, surveyor</item></list></div1></front>
<body><div0 type="year"><head>1841</head>
<div1 type="letter" id="d1"><head>Ren&eacute; Quill to Ada Morrow</head>
<opener><dateline>Ostwick, <date value="1841-05-03">May 3d</date></dateline></opener>
<p><persName key="ada">Ada</persName>&mdash;see <ref target="d2">the next letter</ref>.<note id="n1" n="1">Not
&oddity;.</note></p>
</div1>
<div1 type="letter" id="d2" lang="fr"><p>Du <dateRange from="1841-05-01" to="1841-05-04">1 au 4 mai</dateRange>.</p>
</div1>
</div0></body></text></TEI.2>"""


def without_namespace(content: str) -> str:
    return content.replace(f" {TEI}", "")


def test_p4_is_read_as_p5_would_be(tmp_path: Path) -> None:
    items = items_of(tmp_path, P4)
    assert Finding("earlier-tei", "TEI.2") in items
    assert Agent("ada", "quill2", "person", "Morrow, Ada", "surveyor") in items
    first, second = records_of(tmp_path, P4)
    assert (first.id, first.title, first.language) == ("quill2/d1", "René Quill to Ada Morrow", "en")
    assert first.date is not None
    assert (first.date.printed, first.date.edtf) == ("May 3d", "1841-05-03")
    assert first.edition is not None
    assert (first.edition.title, first.edition.divisions) == ("Papers of René Quill", ("1841",))
    (text,) = first.texts
    assert text.content.endswith("Ada—see the next letter.")
    assert [mention.agent for mention in text.mentions] == ["ada"]
    assert [reference.cites for reference in text.references] == [Cites(document="2")]
    assert [(note.id, note.text) for note in text.notes] == [("n1", "Not &oddity;.")]
    assert first.findings == (Finding("unknown-element", "&oddity;", "&oddity;"),)
    assert (second.texts[0].language, second.texts[0].content) == ("fr", "Du 1 au 4 mai.")


@pytest.mark.parametrize("content", [letter("<p>Words.</p>"), volume(document("<p>Words.</p>"))])
def test_without_its_namespace_the_same_is_read(tmp_path: Path, content: str) -> None:
    (wanted,) = records_of(tmp_path, content)
    (record,) = records_of(tmp_path, without_namespace(content))
    assert (record.id, record.title, record.parties, record.texts, record.edition) == (
        wanted.id, wanted.title, wanted.parties, wanted.texts, wanted.edition,
    )  # fmt: skip
    assert Finding("tei-without-namespace", "TEI") in items_of(tmp_path, without_namespace(content))
    assert not [item for item in items_of(tmp_path, content) if isinstance(item, Finding)]


def test_a_value_that_is_no_iso_day_is_left_to_the_words(tmp_path: Path) -> None:
    record = records_of(tmp_path, P4.replace('value="1841-05-03">May 3d', 'value="3.5.41">May 3, 1841'))[0]
    assert record.date is not None
    assert record.date.edtf == "1841-05-03"


def test_entities_that_stand_for_words_are_refused_in_p4_too(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="declares entities"):
        records_of(tmp_path, P4.replace("]>", "<!ENTITY eacute '&#233;'>]>", 1))


def test_names_in_notes_are_turned(tmp_path: Path) -> None:
    noted = without_namespace(volume(document('<p>A<note><persName corresp="#ada">Ada</persName></note></p>')))
    (record,) = records_of(tmp_path, noted)
    assert record.texts[0].notes[0].mentions == (Mention(0, 3, "person", "ada"),)
