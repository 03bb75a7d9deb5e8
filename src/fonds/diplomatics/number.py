"""The document's own number, as it opens the text of a telegram."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?:[A-Za-z]+ )?(\d{1,5})\.\s")


def find_number(first_paragraph: str) -> str | None:
    """The number that opens a telegram ("2146. Embtel 300 …", "Secto 12. For …"): its digits; None without one.

    A paragraph number looks the same, so this is only to be asked of the first paragraph of numbered kinds.
    """
    match = _NUMBER.match(first_paragraph)
    return match[1] if match else None
