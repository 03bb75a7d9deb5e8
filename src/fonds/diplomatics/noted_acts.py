"""Who drafted, cleared, approved or signed a document, as its source note tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fonds.diplomatics.date_forms import MONTH_NAMES
from fonds.record import Party

_VERBS = {
    "drafted": "drafted by", "prepared": "prepared by", "cleared": "cleared by", "approved": "approved by",
    "signed": "signed by", "initialed": "initialed by", "concurred in": "concurred in by", "written": "drafted by",
    "transmitted": "transmitted by", "authorized": "approved by", "dictated": "drafted by",
    "translated": "translated by",
}  # fmt: skip
_VERB = f"(?i:{'|'.join(_VERBS)})"
_ONE_VERB = re.compile(_VERB)
CLAUSE_END = (
    r"[;\])]|\. (?=(?:Repeated|Received|Sent|Also|Drafted|Cleared|Approved|Signed|The|A|No)\b)"
    r"|(?<!\b[A-Z])(?<!\bSt)\.(?:\s|$)|$"
)
"""Where the list of names after a verb may end."""
_END = (
    rf"(?={CLAUSE_END}|,? and in [A-Z]|,? (?:and|but) (?:(?:is|are|was|were) )?{_VERB}\b|, {_VERB}\b"
    r"| (?:on|in|at|for|who|after|with|as)\b)"
)
_OFFICE = r"(?:the )?[A-Z][\w/&’'–-]*(?: (?:of (?:the )?)?[A-Z][\w/&’'–-]*){0,4}"
_HOW = (
    r"(?: (?:in (?:substance|draft|final form)|for transmission|as accurate|the same day"
    rf"|(?:on )?(?:{MONTH_NAMES}) \d{{1,2}}(?:, \d{{4}})?))"
)
_ACT = re.compile(
    rf"\b(?P<verbs>{_VERB}(?:(?:,? and|,) {_VERB})*){_HOW}{{0,2}}"
    rf"(?:(?: (?:in|at) {_OFFICE})?{_HOW}? (?P<by>by|with)|(?P<by_office> in))\s+(?P<names>.+?){_END}"
)
_MORE = re.compile(rf",? and in {_OFFICE} (?P<by>by) (?P<names>.+?){_END}")
"""The same act in another office: "cleared in FE by Orlov and in P by Petrov"."""
_GOES_ON = re.compile(r"(?<!and )(?<!but )\b(?:is|are|was|were|has|have|had|will|would|appears?)\b")
"""A verb after the name: the words before are of another paper ("a draft prepared by X was sent")."""
_CODE = re.compile(
    r"[A-Z][A-Z0-9]*(?:[/–-][A-Za-z0-9]+)*|(?:the )?(?:Department|Office|Bureau|Embassy|White House)\b.*"
)
"""What an office is called in a list of those that cleared; a month or a town is no office."""
_NAME_BREAK = re.compile(r",? and |, (?!(?:Jr|Sr|II|III)\b)")
_TRAILING = re.compile(r",? and$")


def find_acts(words: str) -> Iterator[Party]:
    """The parties that a source note names by what they did: "Drafted and approved by X; cleared in draft with Y".

    Offices count as well as persons: "approved in S". The same act in two offices gives the names in both.
    """
    if " by " not in words and "leared" not in words and "pproved" not in words and "rafted" not in words:
        return  # most notes name nobody, and the pattern takes long to find that out
    for match in _ACT.finditer(words):
        roles = [_VERBS[verb[0].casefold()] for verb in _ONE_VERB.finditer(match["verbs"])]
        if match["by"] == "with" and "cleared by" not in roles:
            continue
        names = list(_named(match["names"], is_office=match["by_office"] is not None))
        end = match.end()
        while more := _MORE.match(words, end):
            names += _named(more["names"], is_office=False)
            end = more.end()
        yield from (Party(role, name) for role in roles for name in names)


def _named(words: str, *, is_office: bool) -> Iterator[str]:
    if _GOES_ON.search(words):
        return
    for name in split_names(words):
        if not is_office or _CODE.fullmatch(name):
            yield name


def split_names(words: str) -> list[str]:
    """The names of a list: "X, Y, Jr., and Z"."""
    parts = _NAME_BREAK.split(_TRAILING.sub("", words.strip(" ,")))
    return [name.strip(" ,") for name in parts if name.strip(" ,")]
