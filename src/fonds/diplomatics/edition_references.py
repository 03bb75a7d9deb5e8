"""References to what is printed: documents, pages and notes of editions, and works cited by date, volume or page.

"See Foreign Relations, 1961–1963, vol. VI, Documents 68 and 70; see also ibid., p. 183, and footnote 2, Document 12."
Pieces that stand together are one citation; "ibid." takes up the work cited before it, and a document or page
without a volume is one of this record's own collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation
from msgspec import Struct

from fonds.diplomatics.cited import Cited
from fonds.diplomatics.cited_days import DAY
from fonds.diplomatics.dates import parse_date
from fonds.diplomatics.language import REFERENCE_WORDS, either
from fonds.diplomatics.reference_tokens import WORKS, Span, Token, find_tokens
from fonds.record import Cites, Mark

_LITTLE_WORDS = re.compile(r"[\s,(:]*(?:(?:of|in|to|at|as|the|printed|thereto|beginning on)\s+){0,3}[\s,(]*")
_TITLE = re.compile(
    r"[\s,:]*(?:[^.;()\[\]]|\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|No|eds?)\.|\((?:[^()]{1,120}\D)?\d{4}\)){0,160}[\s,:(]*"
)
_NO_TITLE = re.compile(r"\b(?:[Ss]ee|is|was|are|were|and (?:in|footnote)|[Ff]or)\b")
_BARE_VOLUME = re.compile(r"[\s,;]*(?:and|or)?\s*([IVXL]+),\s*")
_TITLE_BEFORE = re.compile(
    r"(?:^|[\s(;“\"])((?!See |For |In )[A-Z][\w’'-]+"
    r"(?:,?\s(?:[A-Z][\w’'-]*\.?|of|on|the|and|for|to|in|de|des|du|et|der|zur|die)){1,14}"
    r"(?:,\s(?:1[5-9]|20)\d\d(?:[-–—]\d{2,4})?)?),\s$"
)
_LONGEST_TITLE = 160
_LONGEST_NOTE = 5000
"""Characters of a passage whose papers in archives a later "ibid." may mean: a document's own text is longer."""
_VOLUME_LABEL = re.compile(r"^[Vv]ol(?:umes?|s?\.|s)\s*")
_OTHER_SERIES = re.compile(rf"\b(?:{either(REFERENCE_WORDS.series['before_document'])})\.?\s+$")
_OWN_PAGE = re.compile(rf"(?:^|\b(?:[Ss]ee(?: also)?|[Aa]nte|[Pp]ost|on|{DAY}))[\s,(]*$")
_OF_ANOTHER = re.compile(r",?\s*(?:(?:to|of|in)\s+)?(?:[Dd]ocuments?|p\.|[Ii]bid|[Vv]ol|[Ss]upra|[Ii]nfra)")
_LOWER_CASE = re.compile(r"(?<![Ss]ee )(?<!cf\. )d$")
_NAMED_AFTER = re.compile(r",?\s(?:in|of)\s(?:the\s)?")
_HANGING_NOTE = re.compile(r",?\s+(?:and\s+)?")
_ARCHIVES = AhoCorasick(REFERENCE_WORDS.archives["words"], implementation=Implementation.DFA)
_NUMBERS = re.compile(r"\d+[A-Za-z]?")
_MORE = re.compile(r"\s*,\s*\S")
_NEARBY = 60


class Scope(Struct, frozen=True):
    """The work and volume that a piece is of, and all that was last cited of them.

    `unpublished`: papers in an archive; what is cited of them is no document of an edition. `doubtful`: a title by
    the looks of it only, which may be a ship's name as well.
    """

    work: str | None = None
    volume: str | None = None
    cites: Cites | None = None
    unpublished: bool = False
    doubtful: bool = False


class EditionReader:
    """Reads passages in the order in which they are printed, and remembers what "ibid." means."""

    def __init__(self) -> None:
        self._last = _Last(Scope(), [])

    def find(self, text: str, signs: Iterable[Span], marks: Iterable[Mark] = ()) -> list[Cited]:
        """What one passage cites, in order; empty where it cites nothing. Words that `marks` set in italics may be a
        work's title, of which a volume, document or page then tells that it is one.

        `signs` are all places in the text of what `reference_tokens.SIGNS` has, by their ends."""
        italics = [(mark.start, mark.end) for mark in marks if mark.kind == "italic"]
        tokens = list(find_tokens(text, signs, italics))
        if not tokens:
            self._last = self._last.past(text)
            return []
        citation = _Citation(text, self._last)
        for token in tokens:
            citation.take(token)
        self._last = citation.finish()
        return citation.found


class _Last(NamedTuple):
    """What was cited last, and the words passed since then: each passage, and where in it they begin."""

    scope: Scope
    passed: list[tuple[str, int]]

    def past(self, text: str) -> _Last:
        """The same, after a passage that cites nothing."""
        return _Last(self.scope, [*self.passed, (text, 0)]) if len(text) <= _LONGEST_NOTE else self


class _Citation:
    """The citations of one passage as they are put together, piece by piece."""

    def __init__(self, text: str, last: _Last) -> None:
        self.text = text
        self.found: list[Cited] = []
        self._last = last.scope
        self._passed = last.passed
        self._scope = Scope()
        self._pending: int | None = None  # where a work, volume or note begins whose documents or pages are to come
        self._note: Token | None = None
        self._end = 0
        self._own: slice | None = None  # the documents just found, without a volume
        self._named_after: slice | None = None  # those whose volume is being read

    def take(self, token: Token) -> None:
        """Go on with the next piece."""
        if not self._goes_on(token, self.text[self._end : token.start]):
            self._close()
        getattr(self, f"_on_{token.kind}")(token)
        self._end = token.end

    def finish(self) -> _Last:
        """End the passage; what "ibid." means from here on."""
        self._close()
        if self.found:
            return _Last(self._last, [(self.text, self.found[-1].end)])
        return _Last(self._last, self._passed).past(self.text)

    def _goes_on(self, token: Token, between: str) -> bool:
        """Whether a piece belongs to the citation before it: only little words between, or a volume's title."""
        if self._is_volume_title(token):
            return True
        if token.kind in {"work", "title", "ibid"}:
            return self._note is not None and _LITTLE_WORDS.fullmatch(between) is not None
        if _LITTLE_WORDS.fullmatch(between):
            return True
        if self._takes_bare_volume(between):
            return True
        titled = (self._scope.work or self._scope.volume) and self._pending is not None and not self._scope.doubtful
        return bool(titled and _TITLE.fullmatch(between) and not _NO_TITLE.search(between))

    def _takes_bare_volume(self, between: str) -> bool:
        """Of "vol. XIII, Document 89, and XV, Document 248" the second volume is only a number."""
        bare = _BARE_VOLUME.fullmatch(between) if self._scope.volume else None
        if bare is None:
            return False
        self._scope = Scope(self._scope.work, bare[1])
        self._pending = self._end + bare.start(1)
        return True

    def _pass_archives(self, end: int) -> None:
        """After papers in an archive "ibid." means these."""
        before = [] if self.found else self._passed
        near = self.text[self.found[-1].end if self.found else 0 : end]
        if _names_archive(near) or any(_names_archive(text[start:]) for text, start in before):
            self._last = Scope(unpublished=True)

    # one method a kind of piece

    def _on_work(self, token: Token) -> None:
        words = re.sub(r"\s*,[\s,]*", ", ", " ".join(token.value.split()))
        self._enter(token, Scope(words))

    def _is_volume_title(self, token: Token) -> bool:
        return token.kind == "title" and self._scope.volume is not None and self._pending is not None

    def _on_title(self, token: Token) -> None:
        if self._is_volume_title(token):
            return
        self._enter(token, Scope(" ".join(token.value.split()).strip(" ,"), doubtful=True))

    def _on_ibid(self, token: Token) -> None:
        """The work cited last; the very page or document too, where nothing follows but the end of the sentence."""
        self._pass_archives(token.start)
        alone = self.text[token.start - 1 : token.start] != "(" and not _MORE.match(self.text, token.end)
        last = self._last
        self._enter(token, last if alone and last.work else msgspec.structs.replace(last, cites=None))

    def _on_volume(self, token: Token) -> None:
        near = bool(self.found) and token.start - self.found[-1].end < len(" and also ")
        work, start = self._scope.work or (self._last.work if near else None), token.start
        if work is None and (title := _TITLE_BEFORE.search(self.text, max(self._end, start - _LONGEST_TITLE), start)):
            work, start = title[1], title.start(1)
        self._enter(msgspec.structs.replace(token, start=start), Scope(work, _VOLUME_LABEL.sub("", token.value)))

    def _on_part(self, token: Token) -> None:
        self._enter(token, Scope(self._scope.work, token.value))

    def _on_note(self, token: Token) -> None:
        if self._hangs_on_last(token):
            self._hang(token)
        elif self._note is None:
            self._begin(token.start)
            self._note = token

    def _on_beside(self, token: Token) -> None:
        """ "Supra" and "infra" name no document: their place tells it, the one right before or after this one."""
        if not self._scope.work and not (self.found and self.found[-1].cites.pages and self._end == self.found[-1].end):
            self._add(token, token.end, Cites())
        self._settle()

    def _on_documents(self, token: Token) -> None:
        if self._pending is None and _OTHER_SERIES.search(self.text, max(0, token.start - 30), token.start):
            return
        if self._pending is None and _LOWER_CASE.search(self.text, max(0, token.start - 5), token.start + 1):
            return
        first = len(self.found)
        for number in _NUMBERS.finditer(token.value):
            end = token.inner + number.end()
            start = token.inner + number.start() if len(self.found) > first else None
            self._add(token, end, Cites(document=number[0]), start)
        self._settle()
        scoped = self._scope.work or self._scope.volume
        self._own = None if scoped else slice(first, len(self.found))

    def _on_pages(self, token: Token) -> None:
        own = not (self._scope.work or self._scope.volume or self._note)
        if own and not _OWN_PAGE.search(self.text, max(0, token.start - _NEARBY), token.start):
            return
        self._add(token, token.end, Cites(pages=token.value.rstrip(" .f")))
        self._settle()

    # putting together

    def _enter(self, token: Token, scope: Scope) -> None:
        """Go on within a work or volume. "Documents 3 and 5 in Foreign Relations" lie in the one named after them."""
        if self._own and self._pending is None and _NAMED_AFTER.fullmatch(self.text, self._end, token.start):
            self._named_after, self._own = self._own, None
        self._begin(token.start)
        self._scope = scope

    def _begin(self, start: int) -> None:
        if self._pending is None:
            self._pending = start

    def _settle(self) -> None:
        self._note = self._pending = self._named_after = None

    def _hangs_on_last(self, token: Token) -> bool:
        """Whether a note is one of the document before it, and not of one that follows."""
        if self._pending is not None or not self.found or self.found[-1].cites.note:
            return False
        beside = _HANGING_NOTE.fullmatch(self.text, self.found[-1].end, token.start)
        return beside is not None and not _OF_ANOTHER.match(self.text, token.end)

    def _hang(self, token: Token) -> None:
        """ "Document 32, footnote 2" is one reference; "Document 32 and footnote 2 thereto" are two."""
        last = self.found[-1]
        cites = msgspec.structs.replace(last.cites, note=token.value)
        if "and" in self.text[last.end : token.start]:
            self.found.append(Cited(token.start, token.end, cites))
        else:
            self.found[-1] = Cited(last.start, token.end, cites, last.confidence)

    def _add(self, token: Token, end: int, cites: Cites, start: int | None = None) -> None:
        self._own = None
        if self._scope.unpublished:
            return
        if start is None:
            start = token.start if self._pending is None else self._pending
        cites = msgspec.structs.replace(
            cites,
            work=self._scope.work,
            volume=self._scope.volume,
            note=self._note.value if self._note else None,
            date=self._day_of_issue(start, end),
        )
        self.found.append(Cited(start, end, cites))
        self._last = Scope(cites.work, cites.volume, cites)

    def _day_of_issue(self, start: int, end: int) -> str | None:
        """The day of a periodical's number: "Department of State Bulletin, November 12, 1962, p. 741"."""
        work = self._scope.work
        if not work or not work.startswith(_PERIODICALS):
            return None
        day = _ISSUE.search(self.text, start, end)
        date = parse_date(day[0]) if day else None
        return date.edtf if date else None

    def _close(self) -> None:
        """What was begun and has neither document nor page cites a work, a volume or a note as a whole."""
        if self._pending is not None and not self._scope.unpublished:
            if self._named_after:
                self._place(self._named_after)
            elif cites := self._whole():
                self.found.append(Cited(self._pending, self._end, cites))
        self._scope = Scope()
        self._settle()

    def _place(self, documents: slice) -> None:
        """Put documents into the work and volume that is named after them."""
        placed = [
            msgspec.structs.replace(
                cited, cites=msgspec.structs.replace(cited.cites, work=self._scope.work, volume=self._scope.volume)
            )
            for cited in self.found[documents]
        ]
        placed[-1] = msgspec.structs.replace(placed[-1], end=self._end)
        self.found[documents] = placed
        self._last = Scope(self._scope.work, self._scope.volume, placed[-1].cites)

    def _whole(self) -> Cites | None:
        scope = self._scope
        note = self._note.value if self._note else None
        if not (scope.work or scope.volume):
            return Cites(note=note) if note else None
        taken_up = self.text[self._pending or 0 :][:4].casefold() == "ibid"
        if (scope.doubtful and not scope.volume) or (taken_up and scope.cites is None):
            return None
        cites = scope.cites or Cites(
            scope.work, scope.volume, date=self._day_of_issue(self._pending or 0, self._end + _NEARBY)
        )
        self._last = Scope(scope.work, scope.volume, cites)
        return msgspec.structs.replace(cites, note=note)


def _names_archive(words: str) -> bool:
    """Whether there is a word of archives, from where it begins."""
    return any(not words[max(0, at - 1) : at].isalnum() for _, at, _ in _ARCHIVES.find_matches_as_indexes(words))


_PERIODICALS = tuple(WORKS)
_ISSUE = re.compile(DAY)
