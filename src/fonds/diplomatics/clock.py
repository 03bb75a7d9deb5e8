"""Times of day as documents print them."""

from __future__ import annotations

import re

from fonds.diplomatics.language import DATE_WORDS, either

_NAMED = DATE_WORDS.times
_HALF = r"\s*(?P<half{0}>[ap])\.?\s?m\b\.?"
_HOUR = r"(?P<hour{0}>[01]?\d|2[0-4]|l)(?:[:.](?P<minute{0}>[0-5]\d))?"
_NAME = rf"(?P<name{{0}}>{either(_NAMED)})\b"
TIMES = re.compile(
    rf"(?<![\d:.])(?:{_HOUR.format(1)}(?:{_HALF.format(1)})?|{_NAME.format(1)})"
    rf"\s*(?:[-–—]|\bto\b)\s*(?:{_HOUR.format(2)}{_HALF.format(2)}|{_NAME.format(2)})"
    rf"|(?<![\d:.])(?:{_HOUR.format(3)}{_HALF.format(3)}|{_NAME.format(3)})"
    r"|(?<!\d)(?P<figures>(?:[01]\d|2[0-4])[:.]?[0-5]\d)\s*(?:hours\b|hrs\b|Z\b|GMT\b)"
    r"|(?<![\d:])(?P<plain>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
"""Any time of day, or span of time, that `find_time` reads."""


def find_time(words: str) -> str | None:
    """The first time of day in `words`: "17:30", or "15:00/17:00" for a span; None without one.

    Known are "6:30 p.m.", "3–5 p.m.", "1511Z", "1730 hours", "17:30", noon and midnight (00:00 of the day named).
    """
    match = TIMES.search(words)
    return _meaning(match) if match else None


def _meaning(match: re.Match[str]) -> str | None:
    if figures := match["figures"]:
        return f"{figures[:2]}:{figures[-2:]}"
    if plain := match["plain"]:
        return plain.zfill(5)
    if match["hour3"] or match["name3"]:
        return _end(match, 3)
    end = _end(match, 2)
    start = _end(match, 1) or _same_half(match, end)
    return f"{start}/{end}" if start and end else None


def _end(match: re.Match[str], which: int) -> str | None:
    if name := match[f"name{which}"]:
        return _NAMED[name.casefold()]
    half = match[f"half{which}"]
    return _clock(match[f"hour{which}"], match[f"minute{which}"], half) if half else None


def _same_half(match: re.Match[str], end: str | None) -> str | None:
    """The beginning of "3–5 p.m.", which counts in the same half of the day, and of "11–1 p.m.", which does not."""
    half = match["half2"] or ("a" if end == "12:00" else "p")
    start = _clock(match["hour1"], match["minute1"], half)
    if start and end and start > end and end != "00:00":
        return _clock(match["hour1"], match["minute1"], "a" if half in "pP" else "p")
    return start


def _clock(hour: str, minute: str | None, half: str) -> str | None:
    hours = 1 if hour in "lL" else int(hour)  # typists and scanners write the letter for the figure
    if not 1 <= hours <= 12:
        return None
    return f"{hours % 12 + (12 if half in 'pP' else 0):02}:{minute or '00'}"
