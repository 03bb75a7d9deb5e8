"""Short lines beside headings, and what is none."""

from __future__ import annotations

import pytest

from fonds.diplomatics.caption import Caption, parse_caption


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("No. 45.]", Caption(number="45")),
        ("[No. 7.]", Caption(number="7")),
        ("[Inclosure 1 in No. 45.]", Caption()),
        ("[Inclosure.—Translation.]", Caption()),
        ("[Enclosure 2]", Caption()),
        ("Annex A", Caption()),
        ("[Extract.]", Caption()),
        ("[Telegram.—Paraphrase.]", Caption(kind="telegram")),
        ("AIDE-MÉMOIRE", Caption(kind="aide-mémoire")),
        ("Memorandum of conversation", Caption(kind="memorandum of conversation")),
        ("Note by the Consul", None),
        ("No. 5 Harbour Street", None),
        ("Enclosure of goods was paid.", None),
        ("The letter", None),
        ("Varna, May 3, 1861.", None),
        ("[Translation.] " * 9, None),
        ("", None),
    ],
)
def test_captions(line: str, caption: Caption | None) -> None:
    assert parse_caption(line) == caption
