"""What a document's own words tell of its way, in remarks such as "(transmitted to TASS)" that clerks put into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fonds.diplomatics.language import TRANSMISSION_WORDS, either
from fonds.record import TransmissionStep

_REMARK = re.compile(
    rf"[(\[](?:also )?(?P<what>{either(TRANSMISSION_WORDS.sent)})\s"
    rf"(?:(?P<to>{either(TRANSMISSION_WORDS.to)})|(?:{either(TRANSMISSION_WORDS.by)}))\s(?P<whom>[^()\[\]\n]{{2,80}})[)\]]",
    re.IGNORECASE,
)


def find_remarks(text: str) -> Iterator[TransmissionStep]:
    """The steps that bracketed remarks tell, in order: to whom a text went (`place`), or by whom or what (`by`)."""
    for match in _REMARK.finditer(text):
        whom = match["whom"].strip(" .,;")
        yield TransmissionStep(match["what"].casefold(), **{"place" if match["to"] else "by": whom})
