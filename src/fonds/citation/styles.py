"""Citations in the styles of historians, by citeproc-js in an engine of its own."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape
from importlib.resources import files
from threading import local
from typing import Any

import msgspec
from lxml import etree
from msgspec import Struct

from fonds.citation.csl import csl_item
from fonds.citation.letters import as_letter
from fonds.errors import FondsError, MissingExtraError, UsageError
from fonds.record import Edition, Record

STYLE = "chicago-notes-bibliography"
"""The style that is used where none is asked for."""

LONGEST_WAIT = 10
"""Seconds for one citation; it takes milliseconds, and no record may hold up the others."""


class Style(Struct, frozen=True):
    """A style: its file and language (below `vendor/`), and its full name.

    `document` is what it puts before the number of a document in a volume, "" where it cites pages. A style that
    `calls_letters` prints "letter" for all that somebody sent, unless it is given a kind. With `letters`, its notes say
    who wrote to whom in place of a title that says no more. `holding` stands before archive and reference in an
    entry, for a style whose file leaves them out.
    """

    file: str
    locale: str
    name: str
    document: str = ""
    calls_letters: bool = False
    letters: bool = False
    holding: str = ""


class Rendered(Struct, frozen=True):
    """A citation: as a note (or as in the text, by author and date), and in a bibliography.

    `bibliography` is "" in a style that has none. The `_html` forms have the style's italics, bold and raised words
    besides, as elements without attributes, and everything else escaped.
    """

    note: str
    bibliography: str
    note_html: str
    bibliography_html: str


_ROOM = files("fonds.citation")
STYLES = msgspec.json.decode(_ROOM.joinpath("styles.json").read_bytes(), type=dict[str, Style])
"""Name of a style -> the style, in the order in which they are offered."""

_CSL = "{http://purl.org/net/xbiblio/csl}"

# One thread, because an engine does one thing at a time; one of ours, because an engine made on a thread that runs an
# event loop (as web servers do) is bound to that loop and waits for ever once it has ended; and no other, because V8
# lets only the thread that began it, and those begun by it, at its memory: another one takes the process down.
_engines = ThreadPoolExecutor(1, thread_name_prefix="citation")

# The engines of that thread, by style. They end with it: left to the collector, an engine waits at the interpreter's
# end for a thread that no longer runs.
_of_thread = local()

# Styles read <i> and the like in titles as orders; in a record they are words. No text holds this character.
_LESS, _GUARD = "<", "\ufdd0"

_TAG = re.compile(r"<[^<>]*>")
_SET = frozenset(f"<{end}{name}>" for name in ("i", "b", "sup", "sub") for end in ("", "/"))
"""What is kept of the HTML that an engine writes: how words are set."""


def render(record: Record, style: str = STYLE) -> Rendered:
    """The record cited in a style, from any thread.

    Raises `UsageError` for an unknown style, `MissingExtraError` where the JavaScript engine is not installed, and
    `FondsError` where the build brought no styles, or the style cannot cite the record.
    """
    if style not in STYLES:
        raise UsageError("style", seen=style, wanted=f"one of {', '.join(STYLES)}", next_step="Name one of these.")
    chosen = STYLES[style]
    item = csl_item(record)
    locator = _locator(record.edition, chosen)
    note, bibliography = _engines.submit(_render, style, _cited(item, chosen), locator).result()
    if chosen.letters and (letter := as_letter(item, record, in_english=chosen.locale.startswith("en"))):
        note, _ = _engines.submit(_render, style, _guarded(letter), locator).result()
    note, bibliography = _marked(note), _with_holding(_marked(bibliography), record, chosen.holding)
    return Rendered(_plain(note), _plain(bibliography), note, bibliography)


def _with_holding(entry: str, record: Record, sign: str) -> str:
    """An entry with where the original lies, for GOST R 7.0.5-2008, section 7.4: "Title // Archive. Reference."."""
    if not sign or not entry or record.edition or not record.holding:
        return entry
    lies = (record.holding.repository, record.holding.reference)
    return f"{entry.rstrip('. ')}{escape(sign)}{escape('. '.join(part.rstrip('.') for part in lies if part))}."


def _locator(edition: Edition | None, style: Style) -> str:
    """Where in the volume the document stands: "doc. 68", else its pages; "" where neither is known."""
    if edition is None:
        return ""
    return f"{style.document} {edition.document}" if style.document and edition.document else edition.pages or ""


def _cited(item: dict[str, Any], style: Style) -> dict[str, Any]:
    """What a style is given of an item, so that it neither repeats the title nor reads orders in free words.

    Where an edition prints the document, the edition is cited, not the archive that its editors went to.
    """
    left_out = {"note", "event-place"}
    title = item["title"].casefold()
    if all(to["literal"].casefold() in title for to in item.get("recipient", [])):
        left_out |= {"recipient"}
    if not style.calls_letters and item.get("genre", "").casefold() in title:
        left_out |= {"genre"}
    if "container-title" in item:
        # The one type whose date is printed in full beside that of the edition.
        item = {**item, "type": "personal_communication"}
        left_out |= {"archive", "archive_location", "archive-place", "number", "page", "recipient"}
    if style.calls_letters and "genre" not in item and item["type"] == "personal_communication":
        item = {**item, "type": "document"}
    return {key: _guarded(value) for key, value in item.items() if key not in left_out}


def _guarded(value: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value).replace(_LESS.encode(), _GUARD.encode()))


def _marked(html: str) -> str:
    """What an engine wrote, with no elements but those that say how words are set."""
    kept = _TAG.sub(lambda tag: tag[0] if tag[0] in _SET else "", html)
    return " ".join(kept.replace(_GUARD, "&lt;").split())


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _render(style: str, item: dict[str, Any], locator: str) -> tuple[str, str]:
    engine = _of_thread.__dict__.get(style) or _of_thread.__dict__.setdefault(style, _start(style))
    from py_mini_racer import JSEvalException  # noqa: PLC0415 - an extra; `_start` has said so where it is missing

    try:
        note, bibliography = engine.call("cite", item, locator, timeout_sec=LONGEST_WAIT)
    except JSEvalException as error:
        reason = str(error).strip().splitlines()[0]
        raise FondsError(f"citation of {item['id']}", seen=reason, next_step="Try another style.") from error
    return note, bibliography


def _start(style: str) -> Any:
    try:
        from py_mini_racer import MiniRacer  # noqa: PLC0415 - an extra
    except ImportError as error:
        next_step = "Install it: pip install 'fonds[csl]'"
        raise MissingExtraError("citation styles", seen="no JavaScript engine", next_step=next_step) from error
    chosen = STYLES[style]
    locales = {name: _shipped(f"locales/{name}.xml") for name in dict.fromkeys(("en-US", chosen.locale))}
    engine = MiniRacer()
    engine.eval(_ROOM.joinpath("engine.js").read_text("utf-8"))
    engine.eval(_shipped("citeproc.js"))
    engine.call("start", _authors_alone(_shipped(f"styles/{chosen.file}.csl")), chosen.locale, locales)
    return engine


def _authors_alone(style: str) -> str:
    """The style without its rules to put editors and translators in the place of an author who is not known.

    They did not write a letter of which nobody knows the sender; the style then begins with the title.
    """
    tree = etree.fromstring(style.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for names in tree.findall(f".//{_CSL}substitute//{_CSL}names"):
        above = names.getparent()
        if above is not None and not {"editor", "translator"}.isdisjoint(names.get("variable", "").split()):
            above.remove(names)
    return etree.tostring(tree, encoding="unicode")


def _shipped(name: str) -> str:
    file = _ROOM.joinpath("vendor", *name.split("/"))
    if not file.is_file():
        raise FondsError("citation styles", seen=f"no file {name}", next_step="Run: python tools/vendor.py")
    return file.read_text("utf-8")
