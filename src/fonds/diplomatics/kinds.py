"""What kind of document a title names, from the controlled list `kinds.toml`."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from importlib.resources import files

from fonds.errors import UsageError

_FORMS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text("utf-8"))
_KIND_OF = {form: kind for kind, forms in _FORMS.items() for form in forms}
_ALTERNATIVES = "|".join(re.escape(form) for form in sorted(_KIND_OF, key=len, reverse=True))
_OPENING = re.compile(rf"(?:{_ALTERNATIVES})(?![\w-])")
_HEAD_NOUN = re.compile(rf"(?<![\w-])({_ALTERNATIVES})(?![\w-])(?=(?: no\.)?(?: [\w–-]*\d[\w–-]*)?(?:[,.:;(\[]|$))")
_NUMBER = re.compile(r"(?:no\. ?)?\d+\.? *", re.IGNORECASE)
_PHRASE_END = re.compile(r",| (?:from|to|by|of|for|between|among|prepared|on|in|with|at|concerning|regarding)\b")

KINDS = frozenset(_FORMS)


def find_kind(title: str) -> str | None:
    """The kind that a title opens with, or whose name ends its first phrase ("National Security Council Report").

    A document number before the title is passed over. None where the title names no kind, as where it names only
    sender and recipient.
    """
    words = " ".join(title.split()).casefold()
    words = words[match.end() :] if (match := _NUMBER.match(words)) else words
    if opening := _OPENING.match(words):
        return _KIND_OF[opening[0]]
    end = _PHRASE_END.search(words)
    phrase = words[: end.start()] if end else words
    noun = _HEAD_NOUN.search(phrase)
    return _KIND_OF[noun[1]] if noun else None


def kind_named(words: str) -> str | None:
    """The kind whose name the words are, and nothing more; None otherwise."""
    return _KIND_OF.get(" ".join(words.split()).casefold())


def known_kind(name: str) -> str:
    """The kind that somebody names, in any of its forms and letters. Raises UsageError for what is no kind."""
    form = " ".join(name.split()).casefold()
    if form in KINDS:
        return form
    if form in _KIND_OF:
        return _KIND_OF[form]
    near = get_close_matches(form, _KIND_OF, n=3)
    next_step = f"Did you mean {' or '.join(near)}?" if near else ""
    raise UsageError("kind", seen=name, wanted=f"one of {', '.join(sorted(KINDS))}", next_step=next_step)
