"""Whom a text speaks of above all, sentence after sentence."""

from __future__ import annotations

from fonds.diplomatics.statements.salience import Salience


def test_salience_fades_and_the_topic_stays() -> None:
    salience = Salience(topic=20)
    for _ in range(8):
        salience.mention("Holm", "subject")
        salience.next_sentence()
    salience.mention("Kroll", "subject")
    salience.next_sentence()
    assert salience.ranked() == ("Kroll", "Holm")
    for _ in range(2):
        salience.mention("Brand", "subject")
        salience.next_sentence()
    assert salience.ranked() == ("Brand", "Holm", "Kroll")


def test_sentence_that_tells_of_nobody_changes_nothing() -> None:
    salience = Salience()
    salience.mention("Holm", "object")
    salience.next_sentence()
    before = salience.ranked(), salience._before["Holm"]
    salience.next_sentence()
    assert (salience.ranked(), salience._before["Holm"]) == before


def test_subject_comes_before_object_and_object_before_oblique() -> None:
    salience = Salience()
    salience.mention("third", "oblique")
    salience.mention("second", "object")
    salience.mention("first", "subject")
    assert salience.ranked() == ("first", "second", "third")
