"""Words in all their forms, each text by its language; names in all their spellings."""

from __future__ import annotations

import msgspec
import pytest
from discovery_cases import indexed, record

from fonds.discovery import Index, Search
from fonds.discovery.languages import guess
from fonds.record import Mention, Record, Text


def written_in(number: int, words: str, language: str | None, *names: str, translation: str = "") -> Record:
    mentions = tuple(Mention(words.index(name), words.index(name) + len(name), "person") for name in names)
    texts = [Text(language, "original", words, mentions=mentions)]
    texts += [Text("en", "translation", translation)] if translation else []
    return msgspec.structs.replace(record(number, ""), texts=tuple(texts))


RECORDS = (
    written_in(1, "Потери флота велики.", "ru", translation="The losses of the fleet are great."),
    written_in(2, "Los barcos negociaban en la bahía.", "es"),
    written_in(3, "Die Kanonenboote verhandelten.", "de-DE"),
    written_in(4, "Les navires négociaient dans la rade.", "fr"),
    written_in(5, "The pilots were lost.", "en"),
    written_in(6, "The consul saw Alekseyev and went to Viet Nam.", "en", "Alekseyev"),
    written_in(7, "Консул видел Алексеева, но Алексеев молчал.", "ru"),
    written_in(8, "Messages from Vietnam: Alexeev, and no more.", "en", "Alexeev"),
    written_in(9, "Mr. Moore negotiated; a quay on the Die river.", "en", "Moore"),
    written_in(10, "The negotiations of the pilots were of no use to them and to us.", None),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("archive") / "index", RECORDS)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        pytest.param("потеря", {1}, id="Russian"),
        pytest.param("negociar", {2}, id="Spanish"),
        pytest.param("kanonenboot", {3}, id="German"),
        pytest.param("négocier", {2, 4}, id="French, and the same word in Spanish"),
        pytest.param("navire", {4}, id="French alone"),
        pytest.param("negotiating", {9, 10}, id="English, also where no language is stated"),
        pytest.param("=negotiating", set(), id="exact"),
        pytest.param("=negotiated", {9}, id="exact form that is there"),
        pytest.param("loss", {1}, id="translation"),
        pytest.param("original:losses", set(), id="original alone"),
        pytest.param("translation:losses", {1}, id="translation alone"),
        pytest.param("text:loss", {1}, id="both"),
        pytest.param('"pilots negotiation"~5', {10}, id="near, in other forms"),
        pytest.param('"negociar bahia"~5', {2}, id="near, in another language"),
        pytest.param("alekseev", {6, 7, 8}, id="other transliterations"),
        pytest.param("Алексеев", {6, 7, 8}, id="from other letters"),
        pytest.param("person:alekseev", {6, 8}, id="names in a field"),
        pytest.param("=alekseyev", {6}, id="one spelling"),
        pytest.param("vietnam", {6, 8}, id="a name of two words"),
        pytest.param('"Viet Nam"', {6, 8}, id="a name of one word"),
        pytest.param('"saw alekseev"', {6}, id="another spelling in a phrase"),
        pytest.param("more", {8}, id="a word is no name"),
        pytest.param("person:moores", set(), id="names have no other forms"),
    ],
)
def test_forms(index: Index, query: str, numbers: set[int]) -> None:
    assert {int(hit.id.partition("/d")[2]) for hit in index.search(Search(query=query)).hits} == numbers


@pytest.mark.parametrize("query", ["alekseev", "Алексеев", "vietnam", '"Viet Nam"', "person:alekseev"])
def test_other_spellings_are_switched_off(index: Index, query: str) -> None:
    with_them, without = (index.search(Search(query=query, variants=each)).total for each in (True, False))
    assert without < with_them


def test_a_hit_says_whether_it_is_the_translation(index: Index) -> None:
    (hit,) = index.search(Search(query="losses OR потери")).hits
    assert [(each.layer, each.text[slice(*each.highlights[0])]) for each in hit.snippets] == [
        ("text", "Потери"),
        ("translation", "losses"),
    ]


def test_every_spelling_is_pointed_at(index: Index) -> None:
    hits = index.search(Search(query="alekseev")).hits
    shown = {s.text[start:end] for hit in hits for s in hit.snippets for start, end in s.highlights}
    assert {"Alekseyev", "Alexeev", "Алексеев"} <= shown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fleet was to leave the bay at once, and the consul was told of it.", "en"),
        ("La flotte devait quitter la rade, et le consul en était informé par les pilotes.", "fr"),
        ("Die Flotte sollte die Bucht verlassen, und der Konsul war davon unterrichtet.", "de"),
        ("La flota debía dejar la bahía y el cónsul estaba informado de que no era así.", "es"),
        ("Флот должен был покинуть бухту, и консул знал об этом от них.", "ru"),
        ("Xqz vbn, plmk.", "und"),
        ("", "und"),
    ],
)
def test_guess(text: str, language: str) -> None:
    assert guess(text) == language
