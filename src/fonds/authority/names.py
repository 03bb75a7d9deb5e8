"""Lists of names that come beside documents, and the names of such a list found in running text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from fonds.authority.listed_name import PLACES, THINGS, ListedName, fold, listed_names, same_given_name
from fonds.errors import RefusedError
from fonds.record import Agent, Mention

COLUMNS = ["id", "name", "description"]
LIMIT = 16 << 20
BY = "fonds names 1"
"""`by` of the mentions that a list of names finds."""

_GIVEN_NAMES = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NAME_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][’'-])[^\W\d_a-z]+[^\W\d_]*(?:[’'-][^\W\d_]+)*")
_LOWER_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][’'-])[a-z]+(?:[’'-][^\W\d_]+)*")


def read_people(path: Path) -> tuple[Agent, ...]:
    """The people of a list: a CSV file (RFC 4180, UTF-8) with the columns id, name, description.

    The agents have no collection yet: whoever uses the list gives them theirs. Rows without id or name are left out.
    Raises RefusedError where the file cannot be read, is larger than 16 MiB or has other columns.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    if status.st_size > LIMIT:
        raise RefusedError(
            path.name,
            seen=f"{status.st_size >> 20} MiB",
            wanted=f"a list of names of at most {LIMIT >> 20} MiB",
            next_step="Split it by folder.",
        )
    return _read(path, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> tuple[Agent, ...]:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise RefusedError(path.name, seen=str(error), wanted="UTF-8", next_step="Save it as CSV in UTF-8.") from error
    return tuple(_agents(path.name, content))


def _agents(name: str, content: str) -> list[Agent]:
    rows = csv.reader(io.StringIO(content, newline=""))
    try:
        header = [column.strip() for column in next(rows, [])]
        if header != COLUMNS:
            raise _malformed(name, f"the columns {', '.join(header) or '(none)'}")
        fields = [[field.strip() for field in row] + ["", "", ""] for row in rows]
    except csv.Error as error:
        raise _malformed(name, str(error)) from error
    return [Agent(key, "", "person", name, about) for key, name, about, *_ in fields if key and name]


def _unreadable(path: Path, error: OSError) -> RefusedError:
    return RefusedError(
        path.name,
        seen=error.strerror or str(error),
        wanted="a list of names",
        next_step="Check the path and its rights.",
    )


def _malformed(name: str, seen: str) -> RefusedError:
    return RefusedError(
        name, seen=seen, wanted=f"the columns {', '.join(COLUMNS)}", next_step="Name the columns in the first line."
    )


class NameList:
    """The names of a list, ready to be found in running text.

    >>> names = NameList([Agent("p_1", "", "person", "Marlow, Edith R.")])
    >>> [(mention.start, mention.end, mention.agent) for mention in names.find("Edith Marlow spoke.")]
    [(0, 12, 'p_1')]
    """

    def __init__(self, agents: Iterable[Agent]) -> None:
        names = [name for agent in agents for name in listed_names(agent)]
        self._given = frozenset(given for name in names for given in name.given if len(given) > 2)
        self._by_word: dict[str, list[ListedName]] = {}
        for name in names:
            self._by_word.setdefault(name.surname.split()[0], []).append(name)
        for alike in self._by_word.values():
            alike.sort(key=lambda name: (-len(name.surname), name.agent.id))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The listed people that `text` names, in order; empty without any.

        A surname counts where the given names before it can be that person's. Of several people of one surname the
        given names decide, then titles, then who was last named in full, then offices; else nobody is named.
        """
        words = [(match.start(), _stem(match[0])) for match in _NAME_WORD.finditer(text)]
        doubtful = PLACES | set(map(_stem, _LOWER_WORD.findall(text)))
        mentions: list[Mention] = []
        in_full: dict[str, str] = {}
        for place, (start, word) in enumerate(words):
            alike = self._by_word.get(fold(word))
            if alike is None or word[0].islower():
                continue
            fitting = _longest(text, start, alike)
            before = _adjacent(text, words[max(0, place - _GIVEN_NAMES) : place], start)
            if not fitting or (not before and word.lower() in doubtful and " " not in fitting[0].surname):
                continue
            mention = self._mention(text, before, start, fitting, in_full)
            if mention and mentions and mentions[-1].end > mention.start:
                if mentions[-1].start < mention.start:
                    continue
                mentions.pop()
            if mention:
                mentions.append(mention)
        return tuple(mentions)

    def _mention(
        self, text: str, before: list[tuple[int, str]], start: int, fitting: list[ListedName], in_full: dict[str, str]
    ) -> Mention | None:
        runs = [_run(before, name.given) for name in fitting]
        longest = max(runs)
        end = start + len(fitting[0].surname)
        if longest == 0 and (self._is_given(before) or self._is_part(text, end)):
            return None
        name = _choose([name for name, run in zip(fitting, runs, strict=True) if run == longest], before, in_full)
        if name is None:
            return None
        if longest or " " in name.surname:
            in_full.update(dict.fromkeys([name.surname, *name.surname.split()], name.agent.id))
        if longest:
            start = before[-longest][0]
        return Mention(start, end, name.agent.kind, name.agent.id, BY, 1.0 if longest else name.confidence)

    def _is_given(self, before: list[tuple[int, str]]) -> bool:
        """Whether the word before a surname is a given name, initial or place; "M." is Monsieur."""
        word = fold(before[-1][1]) if before else ""
        return (len(word) == 1 and word != "m") or word in self._given or word in PLACES

    def _is_part(self, text: str, end: int) -> bool:
        """Whether the word after a surname makes it part of another name, or of a date."""
        following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if following is None:
            return text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()
        word = fold(_stem(following[0]))
        return following[0][0].isupper() and (word in THINGS or word in self._by_word)


def _stem(word: str) -> str:
    return word[:-2] if word[-2:] in {"’s", "'s"} else word


def _longest(text: str, start: int, alike: list[ListedName]) -> list[ListedName]:
    """The names of the longest surname that stands at `start`."""
    fitting: list[ListedName] = []
    for name in alike:
        end = start + len(name.surname)
        if fitting and len(name.surname) < len(fitting[0].surname):
            break
        if fold(text[start:end]) == name.surname and not text[end : end + 1].isalnum():
            fitting.append(name)
    return fitting


def _adjacent(text: str, before: list[tuple[int, str]], start: int) -> list[tuple[int, str]]:
    """The capitalised words that stand right before `start`, with nothing but blanks and full stops between."""
    found: list[tuple[int, str]] = []
    for place, word in reversed(before):
        between = text[place + len(word) : start]
        if word[0].islower() or not (
            between.isspace() or (len(word) == 1 and between.strip() == ".") or between == "."
        ):
            break
        found.append((place, word))
        start = place
    return found[::-1]


def _run(printed: list[tuple[int, str]], given: tuple[str, ...]) -> int:
    """How many of the words right before a surname are given names of the person; none if a middle initial is first."""
    count = 0
    for _, word in reversed(printed):
        if not any(same_given_name(fold(word), name) for name in given):
            break
        count += 1
    first = fold(printed[-count][1]) if count else ""
    return 0 if len(first) == 1 and not same_given_name(first, given[0]) else count


def _choose(names: list[ListedName], before: list[tuple[int, str]], in_full: dict[str, str]) -> ListedName | None:
    """Whom of several people of one name the text means; None where nothing tells.

    Whose listed name this is whole comes first; then the title before the name tells most, who was last named in full,
    and whose office makes it likely that the surname alone is enough.
    """
    titles = [fold(word) for _, word in before if len(word) > 2]
    last = in_full.get(names[0].surname)
    best = max(name.confidence for name in names)
    tests: tuple[Callable[[ListedName], bool], ...] = (
        lambda name: name.confidence == best,
        lambda name: any(name.held(title) for title in titles),
        lambda name: name.agent.id == last,
        lambda name: name.agent.description.startswith("President"),
        lambda name: name.agent.description.startswith("Secretary of State"),
    )
    for test in tests:
        names = [name for name in names if test(name)] or names
    return names[0] if len({name.agent.id for name in names}) == 1 else None
