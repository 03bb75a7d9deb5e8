"""Languages by their names in English, as BCP 47 tags (`languages.json`)."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec

_NAMES: dict[str, list[str]] = msgspec.json.decode(files(__package__).joinpath("languages.json").read_bytes())
_TAGS = {name.lower(): tag for tag, names in _NAMES.items() for name in names}
_BETWEEN = re.compile(r"[,;/&()]|\band\b|\bwith\b")


def find_languages(words: str) -> tuple[str, ...]:
    """The tags of the languages named ("Russian", "Russian and Chinese"); empty where none is."""
    names = (" ".join(name.split()).lower() for name in _BETWEEN.split(words))
    return tuple(dict.fromkeys(_TAGS[name] for name in names if name in _TAGS))
