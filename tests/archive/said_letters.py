"""Invented letters in which people say that others say things, and an engine that needs no parser to find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from fonds.record import Attitude, Record, Statement, Text

LETTERS = {
    "ada": (
        "Letter From Ada Marlow to Ben Lorn\n\nOstwick, May 3, 1911.\n\n"
        "Dear Mr. Lorn,\n\nArmand Delorval told me that Count Tessen feared that the strait "
        "would freeze before Christmas. Pierre Delorval said that the pilots had returned. It rains.\n\nAda Marlow\n"
    ),
    "ben": (
        "Letter From Ben Lorn to Ada Marlow\n\nBrannholt, May 9, 1911.\n\n"
        "Dear Ada,\n\nDelorval said that the batteries were covered. Count Tessen told "
        "Delorval that the pilots were his. Nobody asked me.\n\nBen Lorn\n"
    ),
    "cara": "Letter From Cara Vennick to Ben Lorn\n\nSarenne, June 1, 1910.\n\n"
    "Dear Ben,\n\nThe pilots are here, and the weather is fine. I said that it is warm.\n\nCara Vennick\n",
}
PEOPLE = 'id,name,description\np_del,"Delorval, Armand",Minister\np_tes,"Tessen, Konrad",Chancellor\n'

_NAME = r"((?:[A-Z]\w+ )?[A-Z]\w*)"
_CUE = re.compile(rf"{_NAME} (said|told|feared)(?: (me|{_NAME}))? that ")
_ATTITUDES: dict[str, Attitude] = {"said": "say", "told": "say", "feared": "feel"}


class FakeEngine:
    """Finds "NAME said that …" and what is nested in it."""

    def __init__(self, name: str = "fake 1", stop_after: int | None = None) -> None:
        self.name = name
        self.seen: list[str] = []
        self._stop_after = stop_after

    def attribute_all(self, records: Iterable[Record], jobs: int) -> Iterator[Record]:
        assert jobs
        for record in records:
            if len(self.seen) == self._stop_after:
                raise KeyboardInterrupt
            self.seen.append(record.id)
            yield replace(record, texts=tuple(self._attributed(text) for text in record.texts))

    def _attributed(self, text: Text) -> Text:
        return replace(text, statements=tuple(self._found(text.content)))

    def _found(self, content: str) -> Iterator[Statement]:
        chain: tuple[str, ...] = ()
        outer = -1
        for match in _CUE.finditer(content):
            end = content.index(".", match.end())
            chain = (*chain, match[1]) if outer == end else ("AUTHOR" if match[1] == "I" else match[1],)
            outer = end
            hearer = match[3] or ""
            yield Statement(
                start=match.end(), end=end, content=content[match.end() : end], cue=match[2], chain=chain,
                addressee=("AUTHOR",) if hearer == "me" else tuple(filter(None, [hearer])),
                attitude=_ATTITUDES[match[2]], negated=False, quoted=False, by=self.name,
                confidence=0.4 if len(chain) > 1 else 0.8,
            )  # fmt: skip


def write_letters(folder: Path, names: Iterable[str] = LETTERS) -> Path:
    """The letters as files, with their list of people."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(LETTERS[name], encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return folder
