from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonds.reading_room.typesetting import SetText, Surroundings, set_text
from fonds.record import Agent, Block, Cites, Mark, Mention, Note, Reference, Text

AGENTS = {"p_P": Agent("p_P", "daer", "person", 'Pask, "Ned"', "<Minister>")}
AROUND = Surroundings(AGENTS, {"daer/d 4": "Telegram <4>"})
HOSTILE = "<script>alert(1)</script>"


def setting(content: str, **layers: Any) -> SetText:
    return set_text(Text("en", "original", content, **layers), "t1", AROUND)


def html_of(text: SetText) -> str:
    return "".join(part.html for part in text.parts)


def words_of(text: SetText) -> str:
    """The text again: without what stands between its characters, and without tags."""
    bare = re.sub(r'<(sup|span) class="(anchor"|page-break"|gap" title=).*?</\1>', "", html_of(text))
    return unescape(re.sub("<[^>]*>", "", bare))


@pytest.mark.parametrize(
    ("content", "blocks", "wanted"),
    [
        pytest.param("One\n\nTwo", [], '<p class="paragraph">One</p>\n\n<p class="paragraph">Two</p>', id="no blocks"),
        pytest.param(
            "A\nb\n\n \n\nC", [], '<p class="paragraph">A\nb</p>\n\n \n\n<p class="paragraph">C</p>', id="lines"
        ),
        pytest.param(
            "Head\n\nBody",
            [Block("heading", 0, 4)],
            '<h3 class="heading">Head</h3>\n\n<p class="paragraph">Body</p>',
            id="words in no block",
        ),
        pytest.param(
            "a\n\nb\n\nc",
            [Block("list item", 0, 1), Block("list item", 3, 4), Block("paragraph", 6, 7)],
            '<ul class="list"><li class="list-item">a</li>\n\n<li class="list-item">b</li></ul>'
            '\n\n<p class="paragraph">c</p>',
            id="list",
        ),
        pytest.param(
            "a\n\nb\n\nc",
            [Block("list item", 0, 1), Block("label", 3, 4), Block("list item", 6, 7)],
            '<ul class="list"><li class="list-item">a</li></ul>\n\n<p class="label">b</p>'
            '\n\n<ul class="list"><li class="list-item">c</li></ul>',
            id="two lists",
        ),
        pytest.param(
            "a\tb\n\n\tc",
            [Block("table row", 0, 3), Block("table row", 5, 7)],
            '<table class="table"><tr><td>a\t</td><td>b</td></tr>\n\n<tr><td>\t</td><td>c</td></tr></table>',
            id="table",
        ),
        pytest.param(
            "ab",
            [Block("paragraph", 0, 2), Block("quotation", 1, 2)],
            '<div class="paragraph">a<blockquote class="quotation">b</blockquote></div>',
            id="a paragraph with a quotation in it",
        ),
        pytest.param("ab", [Block("paragraph", 1, 9)], '<p class="paragraph">a</p>b', id="a block beyond the text"),
    ],
)
def test_blocks(content: str, blocks: list[Block], wanted: str) -> None:
    assert html_of(setting(content, blocks=tuple(blocks))) == wanted


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        pytest.param(Mark("italic", 4, 8), "The <i>gray</i> ship", id="italic"),
        pytest.param(
            Mark("small capitals", 4, 8), 'The <span class="small-capitals">gray</span> ship', id="small caps"
        ),
        pytest.param(Mark("supplied", 4, 8), 'The <ins title="The editor\'s words">gray</ins> ship', id="supplied"),
        pytest.param(
            Mark("deleted", 4, 8), 'The <del title="Struck out in the document">gray</del> ship', id="deleted"
        ),
        pytest.param(
            Mark("corrected", 4, 8, "grey"),
            'The <span class="corrected" title="The editor reads: grey">gray</span> ship',
            id="corrected",
        ),
        pytest.param(Mark("corrected", 4, 8), 'The <span class="corrected" title="Sic">gray</span> ship', id="sic"),
        pytest.param(
            Mark("page break", 4, 4, "<12>"),
            'The <span class="page-break" role="doc-pagebreak" aria-label="Page &lt;12&gt;">&lt;12&gt;</span>gray ship',
            id="page",
        ),
        pytest.param(
            Mark("gap", 4, 4, "2 lines"), 'The<span class="gap" title="2 lines">[…]</span> gray ship', id="gap"
        ),
        pytest.param(Mark("gap", 4, 8), 'The <span class="gap">gray</span> ship', id="gap with words"),
        pytest.param(Mark("italic", 4, 99), "The gray ship", id="beyond the text"),
    ],
)
def test_marks(mark: Mark, wanted: str) -> None:
    html = html_of(setting("The gray ship", marks=(mark,)))
    assert unescape(html) == unescape(f'<p class="paragraph">{wanted}</p>')


def test_a_page_begins_with_the_next_word() -> None:
    html = html_of(setting("One\n\nTwo", marks=(Mark("page break", 3, 3, "8"),)))
    assert html.endswith(
        '<p class="paragraph"><span class="page-break" role="doc-pagebreak" aria-label="Page 8">8</span>Two</p>'
    )


@pytest.mark.parametrize(
    ("agent", "wanted"),
    [
        pytest.param(
            "p_P",
            '<a class="mention person" href="/people/daer/p_P" title="Pask, &#34;Ned&#34; – &lt;Minister&gt;">Pask</a>',
            id="known",
        ),
        pytest.param("p_X", "Pask", id="not in the list"),
        pytest.param(None, "Pask", id="no agent"),
    ],
)
def test_mentions(agent: str | None, wanted: str) -> None:
    html = html_of(setting("Pask left.", mentions=(Mention(0, 4, "person", agent),)))
    assert html == f'<p class="paragraph">{wanted} left.</p>'


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        pytest.param(
            "daer/d 4", '<a href="/documents/daer/d%204" title="Telegram &lt;4&gt;">Document 4</a>', id="held"
        ),
        pytest.param(
            "daer/d5",
            '<span class="reference" title="Document 4 (not in this archive)">Document 4</span>',
            id="not held",
        ),
        pytest.param(
            None, '<span class="reference" title="Document 4 (not in this archive)">Document 4</span>', id="no target"
        ),
    ],
)
def test_references(target: str | None, wanted: str) -> None:
    reference = Reference(4, 14, "Document 4", Cites(document="4"), target)
    assert html_of(setting("See Document 4.", references=(reference,))) == f'<p class="paragraph">See {wanted}.</p>'


def test_a_note_hangs_on_its_place_and_stands_beside_its_block() -> None:
    notes = (Note("1", 3, "First."), Note("2", 9, "Second <b>."), Note(None, None, "Loose."))
    text = setting("One\n\nTwo three", notes=notes)
    assert [[note.label for note in part.notes] for part in text.parts] == [["1"], [], ["2"]]
    assert (
        '<sup class="anchor"><a id="to-t1-1" href="#note-t1-1" role="doc-noteref">1</a></sup></p>' in text.parts[0].html
    )
    assert [(note.key, note.label, note.anchored) for note in text.notes] == [
        ("t1-1", "1", True),
        ("t1-2", "2", True),
        ("t1-3", "*", False),
    ]
    assert text.notes[1].html == '<p class="paragraph">Second &lt;b&gt;.</p>'


@pytest.mark.parametrize(
    ("anchor", "wanted"),
    [
        pytest.param(0, [1], id="at the start"),
        pytest.param(4, [1], id="in the space after a block"),
        pytest.param(5, [1], id="where the next block begins"),
        pytest.param(6, [3], id="in the next block"),
        pytest.param(99, [3], id="beyond the text"),
        pytest.param(-4, [1], id="before the text"),
    ],
)
def test_where_a_note_hangs(anchor: int, wanted: list[int]) -> None:
    text = setting("One\n\nTwo", notes=(Note("1", anchor, "Note."),))
    assert [number for number, part in enumerate(text.parts, 1) if part.notes] == wanted
    assert html_of(text).count('id="to-t1-1"') == 1


def test_the_note_on_the_source_has_a_star() -> None:
    assert setting("One", notes=(Note("0", 3, "Source.", "source"),)).notes[0].label == "*"


def test_references_in_notes_stand_in_their_note() -> None:
    notes = (Note("1", 3, "See nothing."), Note("2", 3, "See Document 4."), Note("2", 3, "Another 2."))
    reference = Reference(4, 14, "Document 4", Cites(document="4"), "daer/d 4", note="2")
    text = setting("One", notes=notes, references=(reference,))
    link = '<a href="/documents/daer/d%204" title="Telegram &lt;4&gt;">Document 4</a>'
    assert [link in note.html for note in text.notes] == [False, True, False]
    assert '<a tabindex="-1" href' in text.notes[1].beside
    assert link not in html_of(text)


def test_hostile_words_stay_words() -> None:
    agents = {"x": Agent("x", "c", "person", HOSTILE, HOSTILE)}
    text = Text(
        "en",
        "original",
        HOSTILE,
        marks=(Mark("corrected", 0, 8, HOSTILE), Mark("page break", 2, 2, HOSTILE), Mark("gap", 3, 3, HOSTILE)),
        notes=(Note(HOSTILE, 4, HOSTILE),),
        mentions=(Mention(0, 8, "person", "x"),),
        references=(
            Reference(8, 12, HOSTILE, Cites(work=HOSTILE), HOSTILE),
            Reference(12, 16, HOSTILE, Cites(), "held"),
        ),
    )
    made = set_text(text, "t1", Surroundings(agents, {"held": HOSTILE}))
    assert "<script" not in html_of(made)
    assert "<script" not in made.notes[0].html
    assert words_of(made) == HOSTILE


offsets = st.integers(-1, 26)
kinds = st.sampled_from(["heading", "paragraph", "list item", "table row", "quotation", "closer", "label"])
layered = st.builds(
    Text,
    st.just("en"),
    st.just("original"),
    st.text(alphabet='ab \n\t<&"é', max_size=24),
    blocks=st.lists(st.builds(Block, kinds, offsets, offsets), max_size=5).map(tuple),
    marks=st.lists(
        st.builds(Mark, st.sampled_from(["italic", "supplied", "gap", "page break"]), offsets, offsets), max_size=4
    ).map(tuple),
    notes=st.lists(st.builds(Note, st.just("1"), offsets, st.just("Note.")), max_size=2).map(tuple),
    mentions=st.lists(st.builds(Mention, offsets, offsets, st.just("person"), st.just("p_P")), max_size=3).map(tuple),
)


@given(layered)
def test_without_tags_it_is_the_text_again(text: Text) -> None:
    assert words_of(set_text(text, "t1", AROUND)) == text.content


@given(layered)
def test_every_note_hangs_once(text: Text) -> None:
    made = set_text(text, "t1", AROUND)
    html = html_of(made)
    assert [html.count(f'id="to-{note.key}"') for note in made.notes] == [1] * len(made.notes) or not text.content
