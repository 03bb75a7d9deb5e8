"""Lines that head a record of what a body did: "The National Security Council:" before "Noted …", "Agreed that …"."""

from __future__ import annotations

import re

from fonds.diplomatics.statements.words import plain, words_of

_HEAD = re.compile(r"^(?:The )?([A-Z][\w’'-]*(?: (?:of |the |on |for )*[A-Z][\w’'-]*){0,6}):\W*\d*\W*$", re.MULTILINE)


class RecordHeads:
    """The bodies whose actions a text records, in order."""

    def __init__(self, content: str) -> None:
        self._heads = [
            (match.end(), match[1])
            for match in _HEAD.finditer(content)
            if plain(match[1].rsplit(maxsplit=1)[-1]) in words_of("bodies")
        ]

    def before(self, at: int) -> str | None:
        """The body of the last such line before a place."""
        return next((name for end, name in reversed(self._heads) if end <= at), None)
