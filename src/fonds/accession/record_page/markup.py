"""Loose Markdown and HTML to plain words with marks, in one pass over the characters.

Pages of this form went through several converters: brackets may be escaped or not, emphasis may stay open, tags may
never close. So nothing is parsed as a whole; each sign is taken for markup only once its partner is found.
"""

from __future__ import annotations

import html
import re
from itertools import accumulate

from msgspec import Struct

from fonds.record import Mark, MarkKind

TINY = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBER = r"(?P<{}>\d{{1,3}}|[*†‡]{{1,3}})"
_TOKEN = re.compile(
    r"<sup>[\s\\\[*]{0,8}" + _NUMBER.format("raised") + r"[\s\\\]*]{0,8}(?:\(\#[^()\s]{0,80}\)[\s\\\]*]{0,8})?</sup>"
    r"|\[\\?\[" + _NUMBER.format("linked") + r"\\?\]\]\([^()\s]{0,300}\)"
    r"|\\?\[\^?" + _NUMBER.format("bracketed") + r"\\?\](?:\(\#[^()\s]{0,80}\))?"
    rf"|(?P<tiny>[{TINY}]{{1,3}})"
    r"|(?P<round>\(\d{1,3}\))"
    r"|<(?P<address>(?:https?|ftp)://[^<>\s]{1,2000})>"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});)"
    r"|(?P<image>!(?=\[[^\[\]]{0,300}\]\())"
    r"|(?P<link>\]\(<?(?:[^()<>\s]|\([^()\s]{0,200}\)){0,2000}>?(?:\s+\"[^\"]{0,200}\")?\))"
    r"|\\?(?P<bracket>[\[\]])"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<emphasis>\*{1,3}|_{1,3})",
    re.IGNORECASE,
)
_TAGS: dict[str, MarkKind] = {
    "i": "italic", "em": "italic", "cite": "italic", "b": "bold", "strong": "bold", "u": "underline",
    "sup": "superscript", "sub": "subscript", "s": "deleted", "del": "deleted", "strike": "deleted", "ins": "added",
}  # fmt: skip
_SILENT = frozenset(
    [
        "a",
        "p",
        "div",
        "span",
        "font",
        "center",
        "small",
        "big",
        "br",
        "hr",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
        "img",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_EMPHASIS: dict[int, tuple[MarkKind, ...]] = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}


class Words(Struct, frozen=True):
    """Plain words, the marks over them, and where each note hangs (number -> offset).

    `opened` is where a bracket without a partner opens, `closed` where one closes; None where all have theirs.
    """

    content: str
    marks: tuple[Mark, ...] = ()
    anchors: dict[str, int] = {}
    opened: int | None = None
    closed: int | None = None


class _Open(Struct):
    sign: str
    piece: int


class _Scanner:
    """Collects pieces; a sign stays a piece of its own until its partner makes it markup and empties it."""

    def __init__(self, notes: frozenset[str]) -> None:
        self.notes = notes
        self.pieces: list[str] = []
        self.open: list[_Open] = []
        self.spans: list[tuple[MarkKind, int, int]] = []
        self.anchors: dict[str, int] = {}
        self.closed: int | None = None

    def scan(self, words: str) -> None:
        position = 0
        for match in _TOKEN.finditer(words):
            self.pieces.append(words[position : match.start()])
            position = match.end()
            self._take(match, words)
        self.pieces.append(words[position:])

    def _take(self, match: re.Match[str], words: str) -> None:
        kind = match.lastgroup or ""
        if kind in {"raised", "linked", "bracketed"}:
            self._number(match, match[kind])
        elif kind == "bracket":
            self._bracket(match[kind])
        elif kind == "tag":
            self._tag(match)
        elif kind == "emphasis":
            self._emphasis(match, words)
        elif kind == "link":
            self._link(match)
        elif (sign := _literal(kind, match)) in self.notes and _before(match, words).strip():
            self.anchors.setdefault(sign, len(self.pieces))
        else:
            self.pieces.append(sign)

    def _number(self, match: re.Match[str], number: str) -> None:
        if number in self.notes:
            self.anchors.setdefault(number, len(self.pieces))
        elif match.lastgroup == "raised":
            bracketed = "[" in match[0]
            self.spans.append(("superscript", len(self.pieces), len(self.pieces) + 1))
            self.pieces.append(f"[{number}]" if bracketed else number)
        else:
            self.pieces.append(f"[{number}]")

    def _bracket(self, sign: str) -> None:
        if sign == "[":
            self._push(sign)
            return
        self.pieces.append(sign)
        if (start := self._pop("[")) is not None:
            self.spans.append(("supplied", start, len(self.pieces)))
        else:
            self.closed = len(self.pieces)

    def _link(self, match: re.Match[str]) -> None:
        if (start := self._pop("[")) is None:
            self.pieces.append(match[0])
        else:
            self.pieces[start] = ""

    def _tag(self, match: re.Match[str]) -> None:
        name = match["tag"].lower()
        if name in _SILENT:
            self.pieces.append("\n" if name == "br" else "")
        elif name not in _TAGS:
            self.pieces.append(match[0])
        elif not match[0].startswith("</"):
            self.open.append(_Open(f"<{name}", len(self.pieces)))
        elif (start := self._pop(f"<{name}")) is not None:
            self.spans.append((_TAGS[name], start, len(self.pieces)))

    def _emphasis(self, match: re.Match[str], words: str) -> None:
        sign = match[0]
        before, after = _before(match, words), words[match.end() : match.end() + 1]
        inside_word = sign[0] == "_" and before.isalnum() and after.isalnum()
        if before.strip() and not inside_word and (start := self._pop(sign)) is not None:
            self.pieces[start] = ""
            self.spans.extend((kind, start, len(self.pieces)) for kind in _EMPHASIS[len(sign)])
        elif after.strip() and not inside_word:
            self._push(sign)
        elif before.strip() and sign in self.notes:
            self.anchors.setdefault(sign, len(self.pieces))
        else:
            self.pieces.append(sign)

    def _push(self, sign: str) -> None:
        self.open.append(_Open(sign, len(self.pieces)))
        self.pieces.append(sign)

    def _pop(self, sign: str) -> int | None:
        """The piece of the last open sign of this kind. What was opened after it keeps its own partner to come."""
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 50), -1):
            if self.open[index].sign == sign:
                return self.open.pop(index).piece
        return None

    def words(self) -> Words:
        offsets = [0, *accumulate(map(len, self.pieces))]
        marks = (Mark(kind, offsets[start], offsets[end]) for kind, start, end in self.spans)
        kept = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
        anchors = {number: offsets[piece] for number, piece in self.anchors.items()}
        opened = next((offsets[item.piece] for item in self.open if item.sign == "["), None)
        closed = None if self.closed is None else offsets[self.closed]
        return _trimmed(Words("".join(self.pieces), tuple(kept), anchors, opened, closed))


def _before(match: re.Match[str], words: str) -> str:
    """The character before the match; "" at the beginning."""
    return words[max(0, match.start() - 1) : match.start()]


def _literal(kind: str, match: re.Match[str]) -> str:
    if kind == "entity":
        return html.unescape(match[0]).replace("\xa0", " ")
    return "" if kind == "image" else match[kind]


def _trimmed(words: Words) -> Words:
    """The words without white space at their ends."""
    leading = len(words.content) - len(words.content.lstrip())
    content = words.content.strip()

    def moved(offset: int) -> int:
        return min(max(offset - leading, 0), len(content))

    marks = tuple(
        Mark(mark.kind, moved(mark.start), moved(mark.end), mark.label)
        for mark in words.marks
        if moved(mark.start) < moved(mark.end)
    )
    anchors = {number: moved(offset) for number, offset in words.anchors.items()}
    opened = None if words.opened is None else moved(words.opened)
    closed = None if words.closed is None else moved(words.closed)
    return Words(content, marks, anchors, opened, closed)


def read_markup(words: str, notes: frozenset[str] = frozenset()) -> Words:
    """The plain words of one paragraph, with marks (italic, …, `supplied` over [insertions] with their brackets).

    Markers of `notes` ([1], <sup>[1]</sup>, [\\[1\\]](#); behind a word also (1), ¹ and *) leave the words and become
    anchors; other numbers stay as they are printed. Works in time linear in the length.
    """
    scanner = _Scanner(notes)
    scanner.scan(words)
    return scanner.words()


def plain(words: str) -> str:
    """The words without markup, on one line."""
    return " ".join(read_markup(words).content.split())
