"""What stands where on a record page: the lines above the first label, and the paragraphs under each label."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec
from msgspec import Struct

from fonds.accession.record_page.lexicon import is_only_date
from fonds.accession.record_page.markup import plain

_LABELS = msgspec.json.decode(files("fonds.accession.record_page").joinpath("labels.json").read_bytes())
LABELS: dict[str, str] = {name: field for field, names in _LABELS.items() for name in names}
"""Label in lower case -> the field that it stands for."""

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<label>[^:\n]{1,60}?)\s*(?P<colon>:?)[\s#*]*$")
_BOLD = re.compile(
    r"\s{0,3}(?:[-*]\s+)?(?P<sign>\*{1,3}|_{1,3})\s*(?P<label>[^*_:\n]{1,60}?)\s*"
    r"(?:(?P<colon>:)\s*(?P=sign)|(?P=sign)\s*(?P<after>:?))\s*(?P<value>.*)$"
)
_PLAIN = re.compile(r"\s{0,3}(?P<label>[A-Za-z][A-Za-z /]{2,40}?)\s*(?P<colon>:)\s*(?P<value>.*)$")
_BARE = re.compile(r"\s{0,3}(?P<label>[A-Za-z][A-Za-z ]{2,40}?)\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_END_TAG = re.compile(r"</(?:h[1-6]|p|div)>", re.IGNORECASE)
_STRONG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_TITLE_TAG = re.compile(r"<h[1-6](?:\s[^<>]{0,100})?>", re.IGNORECASE)
_OTHER_TAG = re.compile(r"</?(?:h[1-6]|p|div|span)(?:\s[^<>]{0,100})?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([*_#:])")
_IN_BODY = frozenset({"citation", "summary", "language", "rights", "address"})


class Label(Struct, frozen=True):
    """A label line: its printed words, the field (None: not known), how it is set, and the rest of the line."""

    words: str
    field: str | None
    style: str
    value: str


class Section(Struct):
    """The lines under one label."""

    label: Label
    lines: list[str]


class Page(Struct):
    """A page cut at its labels. `sections` has every known field once; `unknown` the rest, in order."""

    head: list[str]
    sections: dict[str, Section]
    unknown: list[Section]


def without_tags(text: str) -> str:
    """The text with headings of HTML as those of Markdown, and its paragraphs apart by empty lines."""
    return _OTHER_TAG.sub("", _TITLE_TAG.sub("# ", _END_TAG.sub("\n", text)))


def find_label(line: str) -> Label | None:
    """The label that the line is or begins with; None for any other line."""
    line = _ESCAPED.sub(r"\1", _STRONG.sub("**", line[:200])) + line[200:]
    for style, pattern in (("heading", _HEADING), ("bold", _BOLD), ("plain", _PLAIN), ("plain", _BARE)):
        if match := pattern.match(line):
            groups = match.groupdict()
            words = plain(match["label"])
            field = LABELS.get(" ".join(words.lower().split()))
            colon = bool(groups.get("colon") or groups.get("after"))
            value = groups.get("value") or ""
            return Label(words, field, style, value) if _is_label(field, style, value, colon=colon) else None
    return None


def _is_label(field: str | None, style: str, value: str, *, colon: bool) -> bool:
    if field is None:
        return (colon or style == "heading") and not value.startswith("//")
    return colon or not value


def read_page(text: str) -> Page:
    """Cut the page at its labels. A known label that comes again, and one in another style within the document's
    own text, is text."""
    page = Page([], {}, [])
    section = Section(Label("", None, "none", ""), page.head)
    previous = ""
    for line in text.split("\n"):
        label = find_label(line)
        if label is not None and _opens(page, section, label, previous):
            section = Section(label, [label.value])
            _enter(page, section)
        elif label is not None and _goes_on(page, label, previous):
            section = page.sections["contents"]
            section.lines.append("")
        else:
            section.lines.append(line)
        previous = line
    if "contents" not in page.sections:
        _rescue_contents(page)
    return page


def _rescue_contents(page: Page) -> None:
    """Without a label, the contents are what follows the first paragraph under the last known label."""
    last = next(reversed(page.sections.values()), None)
    if last is None:
        return
    begun = next((i for i, line in enumerate(last.lines) if line.strip()), len(last.lines))
    end = next((i for i in range(begun, len(last.lines)) if not last.lines[i].strip()), len(last.lines))
    if any(line.strip() for line in last.lines[end:]):
        page.sections["contents"] = Section(Label("", "contents", "none", ""), last.lines[end:])
        del last.lines[end:]


def _goes_on(page: Page, label: Label, previous: str) -> bool:
    """Whether the label says once more that the contents follow, for a further part of them."""
    contents = page.sections.get("contents")
    if contents is None or label.field != "contents" or label.value.strip() or previous.strip():
        return False
    return label.style == contents.label.style != "plain"


def _opens(page: Page, section: Section, label: Label, previous: str) -> bool:
    contents = page.sections.get("contents")
    if label.field in page.sections:
        return False
    if section is contents:
        known = label.field in _IN_BODY or (label.field == "date" and not _is_dated(page))
        return known and label.style == contents.label.style and not previous.strip()
    if label.field is not None:
        return True
    apart = not previous.strip() or (section.label.style == label.style and section.lines == [section.label.value])
    return bool(page.sections) and apart and label.style in {s.label.style for s in page.sections.values()}


def _is_dated(page: Page) -> bool:
    return any(is_only_date(plain(line.strip(" #*_"))) for line in page.head)


def _enter(page: Page, section: Section) -> None:
    if section.label.field is None:
        page.unknown.append(section)
    else:
        page.sections[section.label.field] = section


def paragraphs(lines: list[str]) -> list[list[str]]:
    """The runs of lines between empty ones and rules."""
    runs: list[list[str]] = [[]]
    for line in lines:
        if line.strip() and not _RULE.match(line):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
