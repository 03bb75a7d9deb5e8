"""What stands in quotation marks in a text."""

from __future__ import annotations

import re
from bisect import bisect_right

MANY = 0.1
"""The share of a text in quotation marks from which on it quotes people rather than that it reports what they said."""
LONGEST = 10_000
"""Characters: what is closed no sooner was left open."""
_PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
_SINGLE = re.compile(r"(?<!\w)‘(?=\S)([^‘\n]*)")
_AFTER_STOP, _CLOSING_SINGLE = re.compile(r"[.,?!…]’"), re.compile(r"’(?!\w)")
_MARK = re.compile(r"[“”\"]")


class Quotations:
    """The stretches of a text in quotation marks; one that is closed in a later paragraph, with no
    other mark between, goes on to there, and one that is not closed ends with its paragraph."""

    def __init__(self, content: str) -> None:
        self._spans = _quoted(content)
        self._starts = [start for start, _ in self._spans]
        self.are_many = sum(end - start for start, end in self._spans) > len(content) * MANY

    def hold(self, start: int, end: int) -> bool:
        """Whether more than half of a stretch is in quotation marks."""
        at = max(0, bisect_right(self._starts, start) - 1)
        inside = 0
        for first, last in self._spans[at:]:
            if first >= end:
                break
            inside += max(0, min(last, end) - max(first, start))
        return inside * 2 > end - start


def with_double_marks(content: str) -> str:
    """The text, as long as before, with double marks of quotation for single ones where it has no others: ‘Look’.

    Within a quotation the first single mark after a stop or a comma closes it, else the last before the next opens.
    """
    if "“" in content or '"' in content:
        return content
    marks = list(content)
    for opening in _SINGLE.finditer(content):
        closing = _AFTER_STOP.search(opening[1]) or next(reversed([*_CLOSING_SINGLE.finditer(opening[1])]), None)
        if closing is not None:
            marks[opening.start()], marks[opening.start(1) + closing.end() - 1] = "“", "”"
    return "".join(marks)


def _quoted(content: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    opening: int | None = None
    for paragraph in _PARAGRAPH_END.finditer(content):
        for mark in _MARK.finditer(content, start, paragraph.start()):
            if opening is not None and not _opens_anew(content, mark):
                spans.append((opening, mark.start()))
                opening = None
            elif mark.group() != "”":
                if opening is not None:
                    spans.append((opening, mark.start()))
                opening = mark.end()
        if opening is not None and not _closes_later(content, opening, paragraph.end()):
            spans.append((opening, paragraph.start()))
            opening = None
        start = paragraph.end()
    return spans


def _closes_later(content: str, opening: int, at: int) -> bool:
    """Whether a quotation that opens with "“" goes on over the end of its paragraph: the next mark closes it."""
    following = _MARK.search(content, at, opening + LONGEST)
    return content[opening - 1] == "“" and following is not None and following.group() == "”"


def _opens_anew(content: str, mark: re.Match[str]) -> bool:
    """Whether a mark within a quotation opens it once more, as each paragraph of a long one does."""
    before, after = content[mark.start() - 1], content[mark.end() : mark.end() + 1]
    return mark.group() == "“" or (mark.group() == '"' and before.isspace() and after.isalnum())
