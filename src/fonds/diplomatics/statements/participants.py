"""Who took part in a talk, as the list at its head tells: their names, their offices and whose side they were on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from fonds.diplomatics.statements.words import country_words, plain, words_of

HEAD = 4_000
"""So many characters of a text may hold the list."""
_WITH_OFFICE = re.compile(r"^([A-Z][^,\n—]{2,60})(?:, |—)([^\n]{2,120})$", re.MULTILINE)
_SIDE = re.compile(
    r"^(?:For )?(?:[Tt]he )?([A-Z][\w.’' ]{1,30}?)(?: (?:[Ss]ide|[Dd]elegation|[Pp]articipants|[Mm]embers))?:?$"
)
_LONGEST_LINE = 120
_IN_ONE_LINE = re.compile(
    r"^(?:PARTICIPANTS|Participants|PRESENT|Present)(?::( )(?=[^\n]{30})|:?\s*\n(?=[^\n]{120}))([^\n]+)$", re.MULTILINE
)
_NEXT_IN_LINE = re.compile(
    r"(?<=[a-z)]) (?=(?:[A-Z/]{1,8}—)?(?:Ambassador|Mr\.|Mrs\.|Miss|Dr\.|Secretary|General|Minister|Senator|Admiral) "
    r"(?:[A-Z]\. ?)*[A-Z][a-z]+ ?[A-Z,])"
)
_TO_WHOM = re.compile(
    r"\b((?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide|[Cc]ounsel|[Cc]onsultant|[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Oo]bserver"
    r"|(?:[Pp]rivate|[Pp]ersonal|[Ee]xecutive) [Ss]ecretary|[Dd]eputy|[Ll]iaison(?: [Oo]fficer)?)) to (?:the )?[^()]*"
)
_OF_WHOM = re.compile(r"^.*[’']s? (?=[A-Z])")


_HEADING = re.compile(
    r"^(?:PARTICIPANTS|Participants|PRESENT|Present|ATTENDEES)(?: at [^\n:]{0,60})?:?[ \t]*$\n?", re.MULTILINE
)


def in_lines(content: str) -> str:
    """The text, as long as before, with a line for each of those whom a list in one line names with their offices."""
    for one in _IN_ONE_LINE.finditer(content, 0, HEAD):
        names = _NEXT_IN_LINE.sub("\n", one[2])
        before = content[: one.start(2)]
        content = f"{before[:-1]}\n{names}{content[one.end() :]}"
    return content


def listed(content: str) -> Iterator[str]:
    """The lines of the list of those who took part, one or several in each."""
    heading = _HEADING.search(content, 0, HEAD)
    if heading is not None:
        lines = (line.strip() for line in content[heading.end() : heading.end() + HEAD].split("\n"))
        yield from takewhile(
            lambda line: len(line) <= _LONGEST_LINE and not _is_next_heading(line), filter(None, lines)
        )


def _is_next_heading(line: str) -> bool:
    """Whether a line heads what follows the list, "SUBJECT", and is no side in it, "US"."""
    return line.isupper() and len(line) > 3 and line.lower().rstrip(":") not in country_words()


def own_office(words: str) -> str:
    """What somebody is himself, and not to whom: "Private Secretary" in "Private Secretary to the Minister"."""
    return _OF_WHOM.sub("", _TO_WHOM.sub(r"\1", words))


def with_offices(content: str) -> Iterator[tuple[int, str, str]]:
    """The lines "Name, office" with their places, each as name and office; so are those of "office, Mr. Name" and
    "office of a country, Name"."""
    for match in _WITH_OFFICE.finditer(content, 0, HEAD):
        first, second = match[1], match[2]
        if not second.strip() or re.search(r"\d", second):
            continue  # a place and a day
        is_titled = plain(second.split()[0]) in words_of("honorifics")
        is_turned = _is_office(first) and (is_titled or (" of " in first and _is_bare_name(second)))
        yield (match.start(), second, first) if is_turned else (match.start(), first, second)


def _is_bare_name(words: str) -> bool:
    """Whether words can be a person's name without a title: "Poul Rask", and not "Foreign Office"."""
    parts = words.split()
    is_written = 2 <= len(parts) <= 4 and all(
        (part[:1].isupper() and part[-1].isalpha()) or part[1:] == "." for part in parts
    )
    others = words_of("bodies") | words_of("offices") | words_of("persons") | words_of("posts") | country_words()
    return is_written and not others & {plain(part) for part in parts}


_CALL = re.compile(
    r"^TELEPHONE (?:CALL|CONVERSATION) (?:FROM|TO|WITH) "
    r"(?:[A-Z]{2,8}\. ?|SENATOR |AMB(?:ASSADOR)? |SEC(?:RETARY)? |GOVERNOR |GENERAL )?"
    r"((?:[A-Z]\. ?|[A-Z’'-]{2,} ?){1,4}?)(?: IN [A-Z ,.]+)?\.?$",
    re.MULTILINE,
)


def callers(content: str) -> Iterator[str]:
    """Who the head of a note tells was on the telephone: "TELEPHONE CALL FROM MR. TOR" is Tor."""
    yield from (match[1].strip().title() for match in _CALL.finditer(content, 0, HEAD))


_WITH_WIFE = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)?) and (?:Mrs|Mme|Madame)\.? ([A-Z][\w’'-]+)")


def husbands(line: str) -> Iterator[tuple[int, str, str]]:
    """Those told of with their wives, "Secretary and Mrs. Udall": place, name, office."""
    for match in _WITH_WIFE.finditer(line):
        if _is_office(match[1]):
            yield match.start(), match[2], match[1]


def _is_office(words: str) -> bool:
    return bool({plain(word) for word in words.split()} & words_of("persons"))


def sides(content: str) -> Iterator[tuple[str, list[str]]]:
    """The sides under whose names a list gives those who took part ("U.S.", "UK Side"), each with its lines."""
    lines = [line.strip() for line in content[:HEAD].split("\n") if line.strip()]
    for at, line in enumerate(lines):
        if (side := _side(line)) is not None:
            yield side, list(takewhile(_is_of_list, lines[at + 1 :]))


def _side(line: str) -> str | None:
    match = _SIDE.match(line)
    if match is None:
        return None
    name = match[1] + "." * (f"{match[1]}.".lower() in country_words())  # "U.S:" has its last full stop left out
    bare = " ".join(word for word in name.lower().split() if word not in words_of("of states"))
    return name if country_words() & {name.lower(), bare} else None


def _is_of_list(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and _side(line) is None and not line.isupper() and line[-1] not in ":;"
