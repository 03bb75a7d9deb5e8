"""What the short lines at head and foot of a cable tell, as English ones and translated Soviet ones have them.

"Special No. 1702", "Copy No. 3", "To Comrade Orlov", "From Havana", "Section 2 of 3", "Repeated to London, Paris", and
at the foot "[Distribution: Orlov, Petrov]" or "Copies: 1 – Com. Orlov, 2 – Com. Petrov".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fonds.diplomatics.language import CABLE_WORDS, either
from fonds.diplomatics.marking import parse_marking_line
from fonds.record import Party, TransmissionStep

_HEAD = 12
"""Lines at the head that may be such; the first longer one that is none ends them."""
_FOOT = 8
_LONGEST_LINE = 120
_LONGEST_LIST = 600

_NUMBER = re.compile(
    rf"(?:(?P<before>{either(CABLE_WORDS.numbered)})\s+)?(?:Nos?\.|№|#)\s?(?P<number>\d{{1,6}})(?:[-–]\d{{1,6}})?\.?",
    re.IGNORECASE,
)
_COPY = re.compile(r"\bCopy\s(?:No\.\s?|№\s?|#\s?)\d{1,4}\b", re.IGNORECASE)
_COMRADES = rf"(?:{either(CABLE_WORDS.comrades)})"
_TO = re.compile(
    rf"(?i:To):?\s+(?i:the\s+)?(?:(?i:{_COMRADES})\s+(?P<name>[^\W\d_a-z][^\d:;?!]{{1,60}})"
    rf"|(?P<office>(?i:{either(CABLE_WORDS.offices)})\b[^\d:;?!]{{0,60}}))"
)
_FROM = re.compile(r"(?:From:?|FROM)\s+(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})")
_COUNT = rf"\d{{1,2}}|{either(CABLE_WORDS.counts)}"
_SECTION = re.compile(
    rf"[(\[]?(?:{either(CABLE_WORDS.section)})\s(?P<which>{_COUNT})\sof\s(?P<all>{_COUNT})[)\]]?\.?", re.IGNORECASE
)
_PLACE = r"[A-Z][\w’'-]+(?:\s(?!and\b)[A-Z][\w’'-]+){0,2}(?:\s\d{1,5})?"
_REPEATED = re.compile(
    rf"[(\[]?(?i:{either(CABLE_WORDS.repeated)})(?:\s(?i:to|info|information))?:?\s"
    rf"(?P<places>{_PLACE}(?:(?:,\s(?:and\s)?|\sand\s){_PLACE})*)\s*[)\]]?(?:\.|;|$)"
)
_OPENING = re.compile(r"(?:[A-Z][a-z]+\s)?\d{1,5}\.\s+")
_COPIES = re.compile(rf"[\[(]?(?:{either(CABLE_WORDS.copied)}):(?P<names>.*?)[\])]?", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(r"\d{1,2}(?:\s?[-–,]\s?\d{1,2})*\s?(?:[-–—)]|\.(?!\d))")
_BETWEEN = re.compile(rf"[,;\n]\s*(?:and\s+)?|\s+and\s+|\s+(?={_COUNTED.pattern}\s?(?:(?i:{_COMRADES})|[^\W\d_a-z]))")
_TITLE = re.compile(rf"(?:{_COUNTED.pattern}\s*)?(?:(?:to|the)\s+)*(?:{_COMRADES}\s*)?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][^\d:;?!]{1,50}")
_SPLIT = re.compile(r"[,;]\s*(?:and\s+)?|\s+and\s+")


class Cable(Struct, frozen=True):
    """What such lines tell, None or empty where they are silent. `place`: whence the cable came."""

    number: str | None = None
    place: str | None = None
    handling: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    transmission: tuple[TransmissionStep, ...] = ()


def read_cable(paragraphs: Sequence[str]) -> Cable:
    """What the lines at the head and at the foot of a document tell; its heading need not be among them."""
    lines = list(_head(paragraphs))
    numbers = [match for line in lines if (match := _NUMBER.fullmatch(line))]
    own = sorted(numbers, key=lambda match: match["before"] is not None)
    return Cable(
        number=own[0]["number"] if own else None,
        place=next((match["place"] for line in lines if (match := _FROM.fullmatch(line))), None),
        handling=tuple(copy[0] for line in lines if (copy := _COPY.search(line)) and is_cable_line(line)),
        parties=(*_addressees(lines), *_copied(paragraphs)),
        transmission=tuple(_transmission(lines)),
    )


def _head(paragraphs: Sequence[str]) -> Iterator[str]:
    """The lines before the text, and of the text what opens it: "1115. Section 2 of 3. Repeated to London."."""
    for paragraph in paragraphs[:_HEAD]:
        for line in paragraph.split("\n"):
            words = " ".join(line.split())
            opening = _OPENING.match(words)
            yield words[opening.end() :] if opening else words
            if len(words) > _LONGEST_LINE:
                return


def is_cable_line(line: str) -> bool:
    """Whether a line is nothing but one that stands at the head of a cable, markings among them."""
    words = " ".join(line.split())
    if len(words) > _LONGEST_LINE:
        return False
    bare = words.strip(" .,;[]()")
    forms = (_NUMBER, _COPY, _TO, _FROM, _SECTION, _REPEATED)
    return any(form.fullmatch(words) or form.fullmatch(bare) for form in forms) or parse_marking_line(words) is not None


def is_copies_list(paragraph: str) -> bool:
    """Whether a paragraph is nothing but the list of those who got a copy."""
    words = paragraph.strip()
    return len(words) <= _LONGEST_LIST and _COPIES.fullmatch(words) is not None


def _addressees(lines: list[str]) -> Iterator[Party]:
    for line in lines:
        match = _TO.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if match and match["office"]:
            yield Party("to", match["office"].strip(" .,"))
        elif match:
            for name in _SPLIT.split(match["name"]):
                yield Party("to", _TITLE.sub("", name, count=1).strip(" ,"))


def _copied(paragraphs: Sequence[str]) -> Iterator[Party]:
    """Those whom the list at the foot names."""
    for place in range(max(0, len(paragraphs) - _FOOT), len(paragraphs)):
        words = paragraphs[place].strip()
        match = _COPIES.fullmatch(words) if len(words) <= _LONGEST_LIST else None
        if match is None:
            continue
        listed = match["names"].strip() or "\n".join(_counted(paragraphs[place + 1 :]))
        names = [_TITLE.sub("", part.strip(), count=1).strip(" .,;\n") for part in _BETWEEN.split(listed)]
        for name in names:
            if _NAME.fullmatch(name) and name.casefold() not in CABLE_WORDS.not_names:
                yield Party("copied to", name)
        return


def _counted(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs that go on counting: "1 – Com. Orlov"."""
    for paragraph in paragraphs:
        if len(paragraph) > _LONGEST_LIST or not _COUNTED.match(paragraph.strip()):
            return
        yield paragraph


def _transmission(lines: list[str]) -> Iterator[TransmissionStep]:
    for line in lines:
        place = 0
        while match := _SECTION.match(line, place) or _REPEATED.match(line, place):
            place = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
            yield from _steps(match)


def _steps(match: re.Match[str]) -> Iterator[TransmissionStep]:
    if match.re is _SECTION:
        yield TransmissionStep(f"section {_figure(match['which'])} of {_figure(match['all'])}")
        return
    for place in _SPLIT.split(match["places"]):
        yield TransmissionStep("repeated", place=place.rstrip(" 0123456789"))


def _figure(count: str) -> int:
    return int(count) if count.isdigit() else CABLE_WORDS.counts.index(count.casefold()) + 1
