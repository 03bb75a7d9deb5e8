from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from fonds.reading_room.layers import Point, Span, set_layers


class Balance(HTMLParser):
    """Reads HTML strictly: what it cannot match is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        self.seen.add(tag)
        if tag != "hr":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def block(start: int, end: int, tag: str = "p") -> Span:
    return Span(start, end, tag, "block")


def inline(start: int, end: int, tag: str = "i") -> Span:
    return Span(start, end, tag, "inline")


def html_of(text: str, spans: list[Span], points: list[Point] | None = None) -> str:
    return "".join(piece.html for piece in set_layers(text, spans, points or []))


NOTE, PAGE = Markup("<b>1</b>"), Markup("<hr>")


@pytest.mark.parametrize(
    ("spans", "points", "wanted"),
    [
        pytest.param([], [], "one two\n\nthree", id="nothing over it"),
        pytest.param([block(0, 7)], [], "<p>one two</p>\n\nthree", id="a block"),
        pytest.param([block(0, 7), inline(4, 7)], [], "<p>one <i>two</i></p>\n\nthree", id="inline in a block"),
        pytest.param([inline(4, 7)], [], "one two\n\nthree", id="inline without a block is not set"),
        pytest.param(
            [block(0, 14), inline(0, 7), inline(4, 9, "u")],
            [],
            "<p><i>one <u>two</u></i><u>\n\n</u>three</p>",
            id="crossing spans are split",
        ),
        pytest.param(
            [block(0, 7), block(9, 14), inline(4, 14)],
            [],
            "<p>one <i>two</i></p>\n\n<p><i>three</i></p>",
            id="inline over two blocks is split between them",
        ),
        pytest.param(
            [Span(0, 14, "ul", "frame"), block(0, 7, "li"), block(9, 14, "li"), inline(0, 14)],
            [],
            "<ul><li><i>one two</i></li>\n\n<li><i>three</i></li></ul>",
            id="a frame holds no inline elements",
        ),
        pytest.param(
            [block(0, 7, "div"), block(0, 7)], [], "<div><p>one two</p></div>\n\nthree", id="earlier given is outer"
        ),
        pytest.param(
            [block(0, 14), inline(0, 7, "a"), inline(4, 7, "a")],
            [],
            "<p><a>one </a><a>two</a>\n\nthree</p>",
            id="no link in a link",
        ),
        pytest.param([block(0, 99), inline(-1, 3), inline(3, 3), inline(5, 4)], [], "one two\n\nthree", id="bad spans"),
        pytest.param(
            [block(0, 7)], [Point(7, NOTE)], "<p>one two<b>1</b></p>\n\nthree", id="a point ends what it follows"
        ),
        pytest.param(
            [block(0, 7), block(9, 14)],
            [Point(9, PAGE, leads=True)],
            "<p>one two</p>\n\n<p><hr>three</p>",
            id="a leading point begins what it leads",
        ),
        pytest.param(
            [block(0, 7), inline(0, 7)],
            [Point(3, NOTE)],
            "<p><i>one</i><b>1</b><i> two</i></p>\n\nthree",
            id="a point stands in no inline element",
        ),
        pytest.param([block(0, 14)], [Point(0, NOTE)], "<p><b>1</b>one two\n\nthree</p>", id="a point at the start"),
        pytest.param(
            [block(0, 14)],
            [Point(14, PAGE, leads=True)],
            "<p>one two\n\nthree<hr></p>",
            id="nothing to lead at the end",
        ),
        pytest.param([block(0, 14)], [Point(99, NOTE)], "<p>one two\n\nthree<b>1</b></p>", id="a point beyond the end"),
    ],
)
def test_spans_and_points(spans: list[Span], points: list[Point], wanted: str) -> None:
    assert html_of("one two\n\nthree", spans, points) == wanted


def test_nothing_is_left_unescaped() -> None:
    span = Span(0, 27, "p", "block", (("title", '"><script>alert(1)</script>'),))
    html = html_of("<script>alert('&')</script>", [span])
    assert html == (
        '<p title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">'
        "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>"
    )


def test_pieces_are_the_outermost_elements() -> None:
    pieces = set_layers("one two\n\nthree", [block(0, 7), block(9, 14), inline(0, 3)])
    assert [(piece.start, piece.end, str(piece.html)) for piece in pieces] == [
        (0, 7, "<p><i>one</i> two</p>"),
        (7, 9, "\n\n"),
        (9, 14, "<p>three</p>"),
    ]


def test_an_empty_text_has_no_pieces() -> None:
    assert set_layers("", [block(0, 1)]) == ()


texts = st.text(alphabet="ab \n<>&\"'é🙂", max_size=30)
offsets = st.integers(-2, 32)
spans = st.lists(
    st.one_of(
        st.builds(Span, offsets, offsets, st.sampled_from(["div", "p"]), st.just("block")),
        st.builds(Span, offsets, offsets, st.just("ul"), st.just("frame")),
        st.builds(Span, offsets, offsets, st.sampled_from(["i", "a", "u"]), st.just("inline")),
    ),
    max_size=8,
)
points = st.lists(st.builds(Point, offsets, st.just(PAGE), st.booleans()), max_size=3)


@given(texts, spans, points)
def test_without_tags_it_is_the_text_again(text: str, spans: list[Span], points: list[Point]) -> None:
    assert unescape(re.sub("<[^>]*>", "", html_of(text, spans, points))) == text


@given(texts, spans, points)
def test_markup_is_well_nested(text: str, spans: list[Span], points: list[Point]) -> None:
    reader = Balance()
    for piece in set_layers(text, spans, points):
        reader.feed(piece.html)
        reader.close()
        assert (reader.open, reader.faults) == ([], [])


@given(texts, spans, points)
def test_every_point_is_set_once(text: str, spans: list[Span], points: list[Point]) -> None:
    assert html_of(text, spans, points).count("<hr>") == len(points)


@given(texts, spans)
def test_pieces_lie_side_by_side(text: str, spans: list[Span]) -> None:
    pieces = set_layers(text, spans)
    edges = [0, *(piece.end for piece in pieces)]
    assert [piece.start for piece in pieces] == edges[:-1]
    assert edges[-1] == len(text)
