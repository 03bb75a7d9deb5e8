from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cited_records import BARE, LETTER, TELEGRAM

from fonds.citation import STYLE, STYLES, Rendered, render, styles
from fonds.errors import FondsError, MissingExtraError, UsageError
from fonds.record import Holding, Record

URL = "https://straits-history.example"


def _words(cited: Rendered) -> tuple[str, str]:
    return cited.note, cited.bibliography


def test_chicago_for_a_letter_in_an_archive() -> None:
    assert _words(render(LETTER)) == (
        (
            "E. Pask to Ministry of the Sea, Sarenne, October 28, 1932, trans. P. Aubenac, cable, "
            f"fond 4, opis 17, Aldermere Record Office (ARO), Aldermere, {URL}/7."
        ),
        (
            "E. Pask. “Cable from Envoy in Sarenne Pask to Ministry of the Sea.” Translated by P. Aubenac. "
            f"October 28, 1932. Fond 4, opis 17. Aldermere Record Office (ARO), Aldermere. {URL}/7."
        ),
    )


def test_chicago_for_a_document_in_an_edition() -> None:
    assert _words(render(TELEGRAM)) == (
        (
            "Telegram from the Legation in Sarenne to the Foreign Office, October 27, 1932, in Documents on "
            "Aldermere’s External Relations, 1931–1933, vol. 6, The Strait, ed. Anne B. Moor and Basil Finch "
            f"(Aldermere: Crown Press, 1986), doc. 68, {URL}/daer1932v06/d68."
        ),
        (
            "Legation in Sarenne. “Telegram From the Legation in Sarenne to the Foreign Office.” In Documents on "
            "Aldermere’s External Relations, 1931–1933, vol. 6, The Strait, edited by Anne B. Moor and Basil Finch. "
            f"October 27, 1932; Aldermere: Crown Press, 1986. {URL}/daer1932v06/d68."
        ),
    )


def test_html_has_the_italics_of_the_style() -> None:
    cited = render(TELEGRAM)
    assert (
        "in <i>Documents on Aldermere’s External Relations, 1931–1933</i>, vol. 6, <i>The Strait</i>, ed."
        in cited.note_html
    )
    assert re.sub("</?i>", "", cited.bibliography_html) == cited.bibliography


@pytest.mark.parametrize("style", STYLES)
def test_html_holds_nothing_of_a_hostile_record_but_its_words(style: str) -> None:
    title = "Flags & <script>alert(1)</script> <i onclick='x'>tides</i> &lt;b&gt;"
    cited = render(
        msgspec.structs.replace(LETTER, title=title, holding=Holding("<img src=x>", '"<svg/onload=1>')), style
    )
    for html, words in ((cited.note_html, cited.note), (cited.bibliography_html, cited.bibliography)):
        assert set(re.findall("<[^>]*>", html)) <= {"<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>"}
        assert unescape(re.sub("</?(?:i|b|sup)>", "", html)) == words


@pytest.mark.parametrize("style", STYLES)
def test_no_document_stands_under_its_editor_or_translator(style: str) -> None:
    for record in (TELEGRAM, LETTER):
        cited = render(msgspec.structs.replace(record, parties=()), style)
        assert not re.match(r"\W*(Moor|Anne|Aubenac|P\. Aubenac)", cited.note)
        assert not re.match(r"\W*(Moor|Anne|Aubenac|P\. Aubenac)", cited.bibliography)


def test_editor_and_translator_are_told_without_an_author() -> None:
    assert "vol. 6, The Strait, ed. Anne B. Moor" in render(msgspec.structs.replace(TELEGRAM, parties=())).note
    assert "trans. P. Aubenac" in render(msgspec.structs.replace(LETTER, parties=())).note


def test_kind_and_recipient_are_told_where_the_title_does_not() -> None:
    note = render(msgspec.structs.replace(LETTER, title="The gunboat")).note
    assert note.startswith("E. Pask, “The Gunboat,” cable to Ministry of the Sea, trans.")


@pytest.mark.parametrize(
    ("record", "facts", "beginning"),
    [
        pytest.param(LETTER, {"kind": "letter", "title": "Letter from Envoy in Sarenne Pask to Ministry of the Sea"},
                     "E. Pask to Ministry of the Sea, Sarenne, October 28, 1932, trans. P. Aubenac, fond", id="letter"),
        pytest.param(LETTER, {"date": None}, "E. Pask to Ministry of the Sea, Sarenne, trans. P. Aubenac, n.d.",
                     id="undated"),
        pytest.param(LETTER, {"title": "Cable from Envoy in Sarenne Pask to Ministry of the Sea on the gunboat"},
                     "E. Pask, “Cable", id="title says more"),
        pytest.param(TELEGRAM, {"title": "Telegram 214 From the Legation in Sarenne to the Foreign Office"},
                     "Telegram 214 from the Legation in Sarenne to the Foreign Office, October 27", id="numbered"),
        pytest.param(TELEGRAM, {"kind": None}, "Legation in Sarenne, “Telegram", id="no kind"),
        pytest.param(TELEGRAM, {"parties": ()}, "“Telegram From", id="no parties"),
    ],
)  # fmt: skip
def test_who_wrote_to_whom_stands_for_a_title_that_says_no_more(
    record: Record, facts: dict[str, Any], beginning: str
) -> None:
    assert render(msgspec.structs.replace(record, **facts)).note.startswith(beginning)


def test_a_heading_in_english_stays_whole_in_other_languages() -> None:
    assert "« Telegram From the Legation in Sarenne to the Foreign Office »" in render(TELEGRAM, "chicago-fr").note


@pytest.mark.parametrize(
    ("record", "facts", "ending"),
    [
        pytest.param(LETTER, {}, " // Aldermere Record Office (ARO). fond 4, opis 17.", id="archive and reference"),
        pytest.param(LETTER, {"holding": Holding(None, "MS 4.")}, " // MS 4.", id="reference alone"),
        pytest.param(LETTER, {"holding": None}, "1932.", id="nothing known"),
        pytest.param(TELEGRAM, {"holding": Holding("Town Library")}, "Т. 6.", id="the edition is cited"),
    ],
)
def test_gost_names_the_archive(record: Record, facts: dict[str, Any], ending: str) -> None:
    cited = render(msgspec.structs.replace(record, **facts), "gost")
    assert cited.bibliography.endswith(ending)
    assert "//" not in cited.note


@pytest.mark.parametrize("style", STYLES)
def test_every_style_cites_every_record(style: str) -> None:
    for record in (LETTER, TELEGRAM, BARE):
        assert render(record, style).note
    note = render(TELEGRAM, style).note
    assert "p. doc" not in note
    assert "letter" not in note


@pytest.mark.parametrize(
    "title",
    ["<i>Ours</i>", "<script>alert(1)</script>", "A < B & C", "{:type:book}", "$& \\1", "\u2028 line", "𝔄 <b>"],
)
def test_titles_are_words(title: str) -> None:
    note = render(msgspec.structs.replace(BARE, title=title), "gost").note
    assert " ".join(title.split()) in note


def test_an_unknown_style_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match=r"style: oxford; wanted: one of chicago-notes-bibliography, "):
        render(LETTER, "oxford")


@pytest.fixture
def no_engine_yet() -> None:
    def forget() -> None:
        styles._of_thread.__dict__.clear()

    styles._engines.submit(forget).result()


@pytest.mark.usefixtures("no_engine_yet")
def test_engines_outlive_the_loop_that_first_asked() -> None:

    async def asked() -> Rendered:
        return render(LETTER)

    first = asyncio.run(asked())
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: render(LETTER).note, range(8))) == {first.note}


@pytest.mark.parametrize("time", range(3))
def test_a_program_that_cited_comes_to_its_end(time: int) -> None:
    """An engine closed by the wrong thread takes the process down in every second or third run."""
    program = (
        "from fonds.citation import render; from fonds.record import Record, Source;"
        "record = Record('a', 'a', 'A', Source('a', '0', 'text/plain', 'x'));"
        "[render(record, style) for style in ('gost', 'mla')]"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=30, check=False).returncode == 0


@pytest.mark.usefixtures("no_engine_yet")
def test_without_the_engine_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py_mini_racer", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'fonds\[csl\]'"):
        render(LETTER)


@pytest.mark.usefixtures("no_engine_yet")
def test_without_styles_the_build_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(styles, "_ROOM", tmp_path)
    with pytest.raises(FondsError, match=r"python tools/vendor\.py"):
        render(LETTER, STYLE)
