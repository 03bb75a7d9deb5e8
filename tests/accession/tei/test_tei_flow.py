"""Mixed content becomes one plain string, and every layer over it covers the words that its element held."""

from __future__ import annotations

import pytest
from tei_texts import flow


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        ("<p>One.</p><p>Two.</p>", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("<p>One\n   line\n  only.</p>", [("paragraph", "One line only.")]),
        ("<p/><p>  </p><p>Words.</p>", [("paragraph", "Words.")]),
        ("<head>Title</head><p>Words.</p>", [("heading", "Title"), ("paragraph", "Words.")]),
        ("<list><head>Present</head><item>A</item></list>", [("label", "Present"), ("list item", "A")]),
        ("<list><item><p>A</p><p>B</p></item></list>", [("list item", "A"), ("list item", "B")]),
        ("<table><row><cell>1</cell><cell>2</cell></row></table>", [("table row", "1\t2")]),
        ("<table><row><cell><p>1</p></cell><cell>2</cell></row></table>", [("table row", "1\t2")]),
        (
            "<opener><dateline>Ostwick, noon.</dateline><salute>Dear Ben,</salute></opener>",
            [("dateline", "Ostwick, noon."), ("salutation", "Dear Ben,")],
        ),
        ("<closer>Yours, <signed>Ada</signed></closer>", [("closer", "Yours,"), ("signature", "Ada")]),
        ("<postscript><p>P.S. Rain.</p></postscript>", [("postscript", "P.S. Rain.")]),
        ("<quote><p>Said so.</p></quote>", [("quotation", "Said so.")]),
        ("<p>He said <quote>never</quote> twice.</p>", [("paragraph", "He said never twice.")]),
        ("<p>One<lb/>two</p>", [("paragraph", "One\ntwo")]),
        ("<p>un\n<lb break='no'/>\n  broken</p>", [("paragraph", "unbroken")]),
        ("<p>un<lb break='no'/>\n  broken</p>", [("paragraph", "unbroken")]),
        (
            "<address><addrLine>To Ben,</addrLine><addrLine>Ostwick</addrLine></address>",
            [("paragraph", "To Ben,\nOstwick")],
        ),
        (
            "<p>Rain.<fw type='catch'>and</fw></p><fw type='letterhead'>Town Hall</fw>",
            [("paragraph", "Rain."), ("paragraph", "Town Hall")],
        ),
        (
            "<p>We <subst><del>come</del><add>go</add></subst>, l<subst><del>a</del><add>o</add></subst>st.</p>",
            [("paragraph", "We come go, laost.")],
        ),
        ("<p>un<hi>bro</hi>ken</p>", [("paragraph", "unbroken")]),
        ("<p>a<!-- not this -->b<?nor this?>c</p>", [("paragraph", "abc")]),
        ("Loose words.", [("paragraph", "Loose words.")]),
        ("", []),
    ],
)
def test_the_words_and_their_blocks(inside: str, blocks: list[tuple[str, str]]) -> None:
    layers = flow(inside)
    assert [(block.kind, layers.content[block.start : block.end]) for block in layers.blocks] == blocks
    assert layers.content == "\n\n".join(words for _, words in blocks)
    assert not layers.findings


@pytest.mark.parametrize(
    ("inside", "marks"),
    [
        ("<p>a <hi rend='italic'> b </hi> c</p>", [("italic", "b", None)]),
        ("<p><hi>b</hi></p>", [("italic", "b", None)]),
        ("<p><hi rend='bold smallcaps'>b</hi></p>", [("bold", "b", None), ("small capitals", "b", None)]),
        ("<p><hi rend='sideways'>b</hi></p>", []),
        ("<p><del>out</del> <add>in</add></p>", [("deleted", "out", None), ("added", "in", None)]),
        ("<p>a<supplied>b</supplied></p>", [("supplied", "b", None)]),
        ("<p>a <unclear>b</unclear></p>", [("unclear", "b", None)]),
        ("<p>a <hi> </hi></p>", []),
        ("<p><choice><sic>teh</sic><corr>the</corr></choice> end</p>", [("corrected", "teh", "the")]),
        ("<p><choice><abbr>HM</abbr><expan>His Majesty</expan></choice></p>", [("corrected", "HM", "His Majesty")]),
        ("<p>a<gap reason='burnt' quantity='2' unit='words'/></p>", [("gap", "", "2 words, burnt")]),
        ("<p>a<gap/></p>", [("gap", "", None)]),
        ("<p>a<pb n='12'/>b</p>", [("page break", "", "12")]),
        ("<p>a [b] c</p>", []),
    ],
)
def test_marks(inside: str, marks: list[tuple[str, str, str | None]]) -> None:
    layers = flow(inside)
    assert [(mark.kind, layers.content[mark.start : mark.end], mark.label) for mark in layers.marks] == marks


def test_brackets_are_the_editors_only_where_the_edition_says_so() -> None:
    layers = flow("<p>a [b] c [d<hi>e</hi>]</p>", brackets=True)
    supplied = [layers.content[mark.start : mark.end] for mark in layers.marks if mark.kind == "supplied"]
    assert supplied == ["[b]", "[de]"]


def test_a_page_break_stands_where_the_page_begins_and_names_its_picture() -> None:
    layers = flow("<p>a</p><pb n='12' facs='q-12.jpg'/><p>b</p>")
    (mark,) = layers.marks
    assert (mark.kind, mark.start, mark.end) == ("page break", 1, 1)
    assert [(page.file, page.page) for page in layers.facsimiles] == [("q-12.jpg", "12")]


@pytest.mark.parametrize(
    ("inside", "mentions"),
    [
        ("<p><persName ref='#ada'>Ada</persName> came</p>", [("person", "Ada", "ada")]),
        ("<p><persName>Ada</persName></p>", [("person", "Ada", None)]),
        ("<p><gloss target='#t_QC'>QC</gloss></p>", [("term", "QC", "t_QC")]),
        ("<p><gloss type='from'>the Council</gloss></p>", [("body", "the Council", None)]),
        ("<p><name type='place'>Ostwick</name></p>", [("place", "Ostwick", None)]),
        ("<p><orgName key='o1'>Council</orgName> of <placeName>Quill</placeName></p>",
         [("body", "Council", "o1"), ("place", "Quill", None)]),
        ("<p><persName ref='#ada'/>empty</p>", []),
    ],
)  # fmt: skip
def test_mentions(inside: str, mentions: list[tuple[str, str, str | None]]) -> None:
    layers = flow(inside)
    found = [(mention.kind, layers.content[mention.start : mention.end], mention.agent) for mention in layers.mentions]
    assert found == mentions


def test_a_note_hangs_where_it_stands_and_its_words_stay_out_of_the_text() -> None:
    layers = flow(
        "<p>One word<note n='3' xml:id='d1fn3'>Not <hi>his</hi> own; see <ref target='#d2'>2</ref>.</note>.</p>"
    )
    (note,) = layers.notes
    assert layers.content == "One word."
    assert (note.number, note.anchor, note.text, note.kind, note.id) == (
        "3", len("One word"), "Not his own; see 2.", "footnote", "d1fn3",
    )  # fmt: skip
    assert [note.text[mark.start : mark.end] for mark in note.marks] == ["his"]
    (reference,) = layers.references
    assert (reference.note, reference.printed, reference.cites.document) == ("3", "2", "2")


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<note type='source'>Quill Archive.</note>", "source"),
        ("<note>Source: Quill Archive.</note>", "source"),
        ("<note type='summary'>Ada writes.</note>", "summary"),
        ("<note type='elsewhere'>Resource: none.</note>", "footnote"),
    ],
)
def test_kinds_of_notes(element: str, kind: str) -> None:
    assert [note.kind for note in flow(f"<p>a{element}</p>").notes] == [kind]


def test_references_cover_their_words() -> None:
    layers = flow("<p>See <ref target='#d7'>Document 7</ref> and <ref>this</ref>.</p>")
    assert [(found.printed, found.cites.document) for found in layers.references] == [("Document 7", "7")]
    (found,) = layers.references
    assert layers.content[found.start : found.end] == "Document 7"


def test_an_unknown_element_is_a_finding_and_its_words_are_kept() -> None:
    layers = flow("<p>a <whatsit>b</whatsit> c</p>")
    assert layers.content == "a b c"
    assert [(finding.code, finding.words, finding.place) for finding in layers.findings] == [
        ("unknown-element", "b", "whatsit")
    ]


def test_of_several_readings_the_first_is_the_text_and_the_others_are_notes() -> None:
    layers = flow("<p>He <app><lem>came</lem> <rdg wit='#B'>went</rdg><rdg wit='#C'>ran</rdg></app> home.</p>")
    assert layers.content == "He came home."
    assert [(note.anchor, note.text) for note in layers.notes] == [(7, "went"), (7, "ran")]


def test_numbered_divisions_are_divisions() -> None:
    layers = flow("<div1><head>One</head><div2><p>Words.</p></div2></div1>")
    assert (layers.content, layers.findings) == ("One\n\nWords.", ())
