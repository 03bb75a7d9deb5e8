"""`fonds search`: find records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from fonds.archive import Archive
from fonds.cli.context import InContext, Json, JsonLines, counted, in_brackets, print_json, print_lines, tell
from fonds.cli.filters import NO_FILTERS, Filters, Flag
from fonds.discovery import FACETS, Clause, Explanation, Hit, Narrowed, Results, Snippet, Sort
from fonds.dissemination.export import written


@Parameter(name="*")
@dataclass(frozen=True)
class Page:
    """The options for which of the records found are printed, and in which order."""

    sort: Annotated[Sort, Parameter(help="relevance, date, latest or archive.")] = "relevance"
    limit: Annotated[int, Parameter(help="How many to print.")] = 10
    offset: Annotated[int, Parameter(help="How many of the first to pass over.")] = 0
    after: Annotated[str | None, Parameter(help="The cursor that the page before printed.")] = None

    def asked(self) -> Narrowed:
        """The options as a search takes them."""
        return Narrowed(sort=self.sort, limit=self.limit, offset=self.offset, after=self.after)


FIRST_PAGE = Page()


def search(  # noqa: PLR0913 - one option a way to print
    query: Annotated[
        str, Parameter(help="In the query language: see docs/query-language.md.", allow_leading_hyphen=True)
    ],
    *,
    filters: Filters = NO_FILTERS,
    page: Page = FIRST_PAGE,
    facets: Annotated[bool, Flag, Parameter(help="Print what the whole result has in common.")] = False,
    explain: Annotated[
        bool, Flag, Parameter(help="Print how the query was understood, and what each part finds.")
    ] = False,
    form: Annotated[
        str | None, Parameter(name="--format", help="Print the whole result: csv, jsonl, ris, bibtex or csl-json.")
    ] = None,
    json: Json = False,
    jsonl: JsonLines = False,
    context: InContext,
) -> None:
    """Find records: best first, with the passage and the number of all of them.

    The words of the documents are searched; their notes and what editors put in only where you ask for them. The query
    language has words, "phrases", "words near"~8, AND OR NOT ( ), prefix*, spelling~, =exact and fields (title:, from:,
    date:…): docs/query-language.md.

        fonds search gunboat
        fonds search '"good offices" OR mediation' --from 1932-10-24 --kind letter
        fonds search '"pilot harbour"~8 from:Hohlweg' --explain
    """
    asked = filters.asked() | page.asked() | Narrowed(histogram=json)
    if facets or json:
        asked |= Narrowed(facets=tuple(FACETS))
    with context.archive() as archive:
        if form:
            sys.stdout.buffer.writelines(written(archive.found(query, **asked), form))
        elif explain:
            explanation = archive.explain(query, **asked)
            print_json(explanation) if json else print(explained(explanation))
        elif json or jsonl:
            results = archive.search(query, **asked)
            print_json(results) if json else print_lines(results.hits)
        else:
            _print(archive, query, asked, facets=facets)


def _print(archive: Archive, query: str, asked: Narrowed, *, facets: bool) -> None:
    results = archive.search(query, **asked)
    print(_in_words(results, facets=facets))
    if not results.total:
        tell(_helped(archive.explain(query, **asked)))


def _in_words(results: Results, *, facets: bool) -> str:
    blocks = [counted(results.total, "record"), *(_hit(hit) for hit in results.hits)]
    blocks += _facets(results) if facets else []
    if results.cursor:
        blocks.append(f"For the next page add: --after {results.cursor}")
    return "\n\n".join(blocks)


def _hit(hit: Hit) -> str:
    lines = [f"{hit.title}", f"  {hit.id}  {in_brackets(hit.kind, hit.date, hit.place)}"]
    return "\n".join([*lines, *(f"  {snippet.layer}: {_marked(snippet)}" for snippet in hit.snippets)])


def _marked(snippet: Snippet) -> str:
    pieces, last = [], 0
    for start, end in snippet.highlights:
        pieces += [snippet.text[last:start], "[", snippet.text[start:end], "]"]
        last = end
    return " ".join("".join([*pieces, snippet.text[last:]]).split())


def _facets(results: Results) -> Iterator[str]:
    for name, counts in results.counts.items():
        if counts:
            more = [f"  … and {results.others[name]} in other values"] if name in results.others else []
            yield "\n".join([name, *(f"  {count.count:6}  {count.value}" for count in counts), *more])


def explained(explanation: Explanation) -> str:
    """The explanation in words."""
    lines = [f"Understood as: {explanation.understood}", f"Found: {explanation.total}"]
    lines += _clause(explanation.clause, 0) if explanation.clause else []
    lines += [f"only {each.means}: {each.count}" for each in explanation.narrowed]
    spelled = "too" if explanation.variants else "not"
    lines.append(f"Other spellings of names are looked for {spelled}.")
    return "\n".join(lines) + ("" if explanation.total else f"\n{_helped(explanation)}")


def _clause(clause: Clause, depth: int) -> Iterator[str]:
    indent = "  " * (depth + 1)
    yield f"{indent}{clause.written}: {clause.count} ({clause.means})"
    for form in clause.forms:
        language = f" in {form.language}" if form.language else ""
        yield f"{indent}    {form.words}: {form.count} ({form.why}{language})"
    for part in clause.parts:
        yield from _clause(part, depth + 1)


def _helped(explanation: Explanation) -> str:
    lines = [f"Nothing fits {part}." for part in explanation.none_because]
    lines += [
        f"{advice.count} with: {advice.means}" + (f" ({advice.query})" if advice.query else "")
        for advice in explanation.advice
    ]
    return "\n".join(lines)
