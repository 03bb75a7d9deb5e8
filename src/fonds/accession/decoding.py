"""The bytes of a text file as text: UTF-8 or UTF-16 as they say themselves, else what old programs wrote."""

from __future__ import annotations

import codecs
import re

from fonds.record import Finding

_UTF_8 = "utf-8-sig"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_CHARACTER = 4
_WESTERN = "Windows-1252"
_CYRILLIC = {
    "Windows-1251": bytes(range(0xE0, 0x100)),
    "KOI8-R": bytes(range(0xC0, 0xE0)),
    "IBM866": bytes([*range(0xA0, 0xB0), *range(0xE0, 0xF0)]),
}
"""Encodings of Russian -> the bytes of their small letters, of which texts mostly consist."""
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_ACCENTS = 2
"""Letters that are not ASCII and stand side by side in Western languages, at most."""
_SAMPLE = 1 << 16
_INVISIBLE = ("\xad", "\u200b", "\u2060", "\ufeff")
"""Where a line may break, or not: they part words that are one."""


def is_utf_16(content: bytes) -> bool:
    """Whether the bytes begin with the mark of UTF-16."""
    return content.startswith(_UTF_16)


def decode(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a finding with the place of the first wrong byte where its encoding had to be guessed.

    Soft hyphens and other signs without width are left out.
    """
    text, findings = _decoded(content)
    for sign in _INVISIBLE:
        text = text.replace(sign, "")
    return text, findings


def _decoded(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    if is_utf_16(content):
        return content.decode("utf-16", errors="replace"), ()
    try:
        return content.decode(_UTF_8), ()
    except UnicodeDecodeError as error:
        encoding = _guess(content)
        return content.decode(encoding, errors="replace"), (
            Finding("encoding-guessed", encoding.replace(_UTF_8, "UTF-8"), f"byte {error.start}"),
        )


def _guess(content: bytes) -> str:
    """The encoding that bytes are likeliest in which are not UTF-8 throughout."""
    near = content[:_SAMPLE].decode(_UTF_8, errors="replace")
    wrong = near.count("\ufffd")
    if sum(not sign.isascii() for sign in near) > 2 * wrong:
        return _UTF_8
    runs = _NOT_ASCII.findall(content)
    if 2 * sum(len(run) for run in runs if len(run) > _ACCENTS) <= sum(map(len, runs)):
        return _WESTERN
    letters = b"".join(runs)
    return max(_CYRILLIC, key=lambda encoding: len(letters) - len(letters.translate(None, _CYRILLIC[encoding])))


def decode_head(head: bytes) -> str:
    """The text of a file's first bytes, which may end within a character."""
    try:
        return head.decode(_UTF_8)
    except UnicodeDecodeError as error:
        whole = error.start if len(head) - error.start < _LONGEST_CHARACTER else len(head)
        return decode(head[:whole])[0]
