"""`fonds said`: who said what to whom, on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from fonds.archive import Archive, SaidAnswer, SaidQuestion
from fonds.authority.speakers import Understood
from fonds.cli.context import InContext, Json, JsonLines, counted, in_brackets, print_json, print_lines, tell
from fonds.cli.filters import Flag
from fonds.discovery import Said
from fonds.record import Attitude

_NAMES = 6
"""Names that are told of those that a name was understood as."""
_TERMINAL_STYLE = "bold"


@Parameter(name="*")
@dataclass(frozen=True)
class Asked:
    """The options that narrow the answer; what is not given narrows nothing."""

    by: Annotated[str | None, Parameter(help="Whose words or thoughts they are: a name in any form.")] = None
    to: Annotated[str | None, Parameter(help="To whom.")] = None
    through: Annotated[str | None, Parameter(help="On whose word: anybody in the chain.")] = None
    about: Annotated[str, Parameter(help="A query over what was said.", allow_leading_hyphen=True)] = ""
    attitude: Annotated[Attitude | None, Parameter(help="How it was said.")] = None
    firsthand: Annotated[bool, Flag, Parameter(help="Only what the author has from its source.")] = False
    sure: Annotated[
        float, Parameter(help="Only so sure at least: 0.8 leaves out what errs more than once in five.")
    ] = 0.0
    since: Annotated[str | None, Parameter(help="First day, month or year.")] = None
    until: Annotated[str | None, Parameter(help="Last day, month or year.")] = None
    collection: Annotated[str | None, Parameter(help="Only of this collection.")] = None

    def question(self) -> SaidQuestion:
        """The options as a question to the archive."""
        return SaidQuestion(
            by=self.by,
            to=self.to,
            through=self.through,
            about=self.about,
            attitude=self.attitude,
            firsthand=self.firsthand or None,
            sure=self.sure,
            date_from=self.since,
            date_to=self.until,
            collection=self.collection,
        )


NOTHING_ASKED = Asked()


def said(
    *,
    asked: Asked = NOTHING_ASKED,
    limit: Annotated[int, Parameter(help="Statements shown.")] = 20,
    offset: Annotated[int, Parameter(help="Statements passed over.")] = 0,
    json: Json = False,
    jsonl: JsonLines = False,
    context: InContext,
) -> None:
    """Find statements: who said what to whom, on whose word, with the passage and the chain of sources.

    A chain runs from the document's author to whom the words are attributed: "Alekseev ← Rodriguez ← Castro" is what
    Castro said, as Rodriguez told it, as Alekseev wrote. Names are found in every form that may be theirs.

        fonds said --by "Fidel Castro" --about missiles
        fonds said --through Rodriguez --attitude feel
        fonds said --to Khrushchev --firsthand --since 1962-10
    """
    with context.archive() as archive:
        answer = archive.said(**(asked.question() | SaidQuestion(limit=limit, offset=offset)))
        _tell_what_is_missing(archive)
    if json:
        print_json(answer)
    elif jsonl:
        print_lines(answer.statements)
    else:
        _print(answer)


def _tell_what_is_missing(archive: Archive) -> None:
    coverage = archive.statements.coverage()
    if coverage.waiting:
        waiting = counted(coverage.waiting, "record")
        tell(f"{waiting} not looked through for statements yet: `fonds statements` does it.")


def _print(answer: SaidAnswer) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(counted(answer.total, "statement"))
    for field, understood in answer.understood.items():
        console.print(Text(f"{field}: {_understood(understood)}"))
    for each in answer.statements:
        console.print()
        for line in _lines(each, marked=not console.is_terminal):
            console.print(line)


def _understood(understood: Understood) -> str:
    if understood.person:
        return f"{understood.asked} ({understood.person})"
    counts: dict[str, int] = {}
    for meant in understood.names:
        counts[meant.name] = counts.get(meant.name, 0) + meant.statements
    names = [f"{name} ({count})" for name, count in counts.items()]
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return (", ".join(names[:_NAMES]) + more) or f"nobody is called {understood.asked}"


def _lines(each: Said, *, marked: bool) -> Iterator[Text]:
    yield Text(each.title)
    yield Text(f"  {each.record}  {in_brackets(each.date)}")
    hearers = f" → {', '.join(each.hearers)}" if each.addressee else ""
    negated = "not " if each.negated else ""
    yield Text(f"  {' ← '.join(each.links)}{hearers}: {negated}{each.attitude}")
    yield _passage(each, marked=marked)
    yield Text(f"  {each.confidence:.0%} sure, by {each.by}")


def _passage(each: Said, *, marked: bool) -> Text:
    """The sentence on one line, with the content made bold, or put in brackets where nothing can be bold."""
    start, end = each.start - each.sentence_start, each.end - each.sentence_start
    before, content, after = each.sentence[:start], each.sentence[start:end], each.sentence[end:]
    shown = f"[{content}]" if marked else content
    return Text.assemble("  ", _one_line(before), (_one_line(shown), _TERMINAL_STYLE), _one_line(after))


def _one_line(words: str) -> str:
    return words.replace("\n", " ")
