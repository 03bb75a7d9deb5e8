"""Texts in the encodings of their day."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_pages import PAGE, codes, read_contents, read_page


def test_other_encodings(tmp_path: Path) -> None:
    page = PAGE.replace("{contents}", "Café – he\xa0came.")
    assert read_page(tmp_path, page.encode("utf-8-sig")).texts[0].content == "Café – he came."
    old = read_page(tmp_path, page.encode("windows-1252"))
    assert old.texts[0].content == "Café – he came."
    assert codes(old) == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["Windows-1251", "KOI8-R", "IBM866"])
def test_encodings_of_russian(tmp_path: Path, encoding: str) -> None:
    words = "Письмо написал Орлов, и Пелл ответил."
    record = read_page(tmp_path, PAGE.replace("{contents}", words).encode(encoding))
    assert record.texts[0].content == words
    assert [finding.words for finding in record.findings] == [encoding]


def test_one_wrong_byte_does_not_change_the_rest(tmp_path: Path) -> None:
    record = read_page(tmp_path, PAGE.replace("{contents}", "Café, naïve, déjà vu.").encode() + b"\xff")
    assert record.texts[0].content == "Café, naïve, déjà vu.\n\n\ufffd"
    assert [finding.words for finding in record.findings] == ["UTF-8"]


def test_signs_without_width_part_no_words(tmp_path: Path) -> None:
    assert read_contents(tmp_path, "He ca\xadme to\u200bwards.").texts[0].content == "He came towards."
