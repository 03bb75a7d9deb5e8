"""The bytes of a text file as text: UTF-8 or UTF-16 as they say themselves, else what old programs wrote."""

from __future__ import annotations

import codecs

from fonds.record import Finding

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_CHARACTER = 4
FALLBACK = "Windows-1252"


def is_utf_16(content: bytes) -> bool:
    """Whether the bytes begin with the mark of UTF-16."""
    return content.startswith(_UTF_16)


def decode(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a finding with the place of the first wrong byte where its encoding had to be guessed."""
    if is_utf_16(content):
        return content.decode("utf-16", errors="replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        finding = Finding("encoding-guessed", FALLBACK, f"byte {error.start}")
        return content.decode(FALLBACK, errors="replace"), (finding,)


def decode_head(head: bytes) -> str:
    """The text of a file's first bytes, which may end within a character."""
    try:
        return head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        whole = error.start if len(head) - error.start < _LONGEST_CHARACTER else len(head)
        return decode(head[:whole])[0]
