from __future__ import annotations

import pytest

from fonds.discovery.spellings import other_spellings, sound


@pytest.mark.parametrize(
    "spellings",
    [
        "alekseev alekseyev alexeev alexeyev aleksejew alexeieff алексеев",
        "khrushchev khrouchtchev хрущев",
        "dobrynin dobrinin dobrynine добрынин",
        "mikoyan mikoian микоян",
        "kuznetsov kuznetzov кузнецов",
        "malinovsky malinovskii malinovskiy malinowski малиновский",
        "semyonov semionov semenov семенов семёнов",
        "lavrentyev lavrentiev лаврентьев",
        "menshikov menschikow меньшиков",
        "zorin zorine зорин",
    ],
)
def test_transliterations_sound_alike(spellings: str) -> None:
    assert len({sound(word) for word in spellings.split()}) == 1
    assert sound(spellings.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("a", "b"), [("alekseev", "aleksandrov"), ("zorin", "zotin"), ("petrov", "petrova"), ("malinovsky", "malinov")]
)
def test_other_names_do_not(a: str, b: str) -> None:
    assert sound(a) != sound(b)


@pytest.mark.parametrize("word", ["more", "moore", "reed", "quay", "lin", "東京", "don2ov", "kähnin"])
def test_what_looks_like_no_such_name_has_no_sound(word: str) -> None:
    assert sound(word) is None


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("vietnam", ["viet nam"]),
        ("war in viet nam now", ["war in vietnam now"]),
        ("nam", []),
        ("mao tse tung", ["mao zedong"]),
        ("mao", []),
        ("peking", ["beijing", "peiping"]),
    ],
)
def test_spellings_of_the_list(words: str, others: list[str]) -> None:
    assert [" ".join(each) for each in other_spellings(words.split())] == others
