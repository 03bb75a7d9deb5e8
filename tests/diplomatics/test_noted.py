"""What source notes tell: who drafted, cleared and approved; where a document went, and when it was received."""

import pytest

from fonds.diplomatics.noted_acts import find_acts
from fonds.diplomatics.noted_steps import find_steps, with_days

ACTS = {
    "both verbs": ("Drafted and approved by Orlov.", ["drafted by Orlov", "approved by Orlov"]),
    "a day between": ("Drafted on April 11 by Orlov; approved by Brandt.", ["drafted by Orlov", "approved by Brandt"]),
    "an office between": ("Drafted in CA by Orlov.", ["drafted by Orlov"]),
    "office and day between": ("Drafted in G/PM on April 18 by Orlov.", ["drafted by Orlov"]),
    "in an office": ("Approved in S/AL on January 19.", ["approved by S/AL"]),
    "in several": ("cleared in L, G, and EUR.", ["cleared by L", "cleared by G", "cleared by EUR"]),
    "with": ("and cleared in draft with Orlov and WE.", ["cleared by Orlov", "cleared by WE"]),
    "for transmission": ("Approved for transmission by Orlov.", ["approved by Orlov"]),
    "two offices": (
        "Cleared in FE by Orlov and Brandt, and in P by Robert J. Venn.",
        ["cleared by Orlov", "cleared by Brandt", "cleared by Robert J. Venn"],
    ),
    "of another paper": ("A draft prepared by Orlov was sent.", []),
    "not in a month": ("The plan was approved in September.", []),
    "not in a town": ("It was approved in Varna on May 3.", []),
    "not of an act in the active": ("The President approved the memorandum.", []),
    "not cleared away": ("He cleared up the points of friction.", []),
    "not drafted with": ("It was drafted with care.", []),
    "nobody": ("Drafted.", []),
}

STEPS = {
    "received at an office": (
        "Received at the Ministry of Ports at 5:11 a.m.",
        [("received", "1962-10-28T05:11", "Ministry of Ports")],
    ),
    "with its day": ("Received at 8:23 a.m. on October 29.", [("received", "1962-10-29T08:23", None)]),
    "the day first": ("received October 29, 1962, at 8:23 p.m.", [("received", "1962-10-29T20:23", None)]),
    "a full stop in the time": ("Received at 10.12 a.m.", [("received", "1962-10-28T10:12", None)]),
    "noon": (
        "Received at the Villa Orlov at noon on October 30.",
        [("received", "1962-10-30T12:00", "Villa Orlov")],
    ),
    "a day alone": ("Received October 29.", [("received", "1962-10-29", None)]),
    "repeated without to": ("Secret. Repeated VARNA, Oslo.", [("repeated", None, "VARNA"), ("repeated", None, "Oslo")]),
    "repeated by": ("It was repeated by the Ministry to Oslo.", [("repeated", None, "Oslo")]),
    "not a guest": ("Orlov received me today.", []),
    "not from whom": ("Text received from the Ministry.", []),
    "not a message repeated": ("This message repeated telegram 243.", []),
    "not said again": ("Orlov repeated his message in a letter.", []),
}  # fmt: skip


@pytest.mark.parametrize(("words", "acts"), ACTS.values(), ids=ACTS.keys())
def test_acts(words: str, acts: list[str]) -> None:
    assert [f"{party.role} {party.name}" for party in find_acts(words)] == acts


@pytest.mark.parametrize(("words", "steps"), STEPS.values(), ids=STEPS.keys())
def test_steps(words: str, steps: list[tuple[str, str | None, str | None]]) -> None:
    found = with_days(find_steps(words), "1962-10-28")
    assert [(step.what, step.at, step.place) for step in found] == steps


@pytest.mark.parametrize("day", [None, "1962-10", "1962-10-28/1962-10-29"])
def test_a_time_without_a_day_stays_as_printed(day: str | None) -> None:
    assert [step.at for step in with_days(find_steps("Received at 8:23 a.m."), day)] == ["8:23 a.m."]


def test_no_such_day_stays_as_printed() -> None:
    assert [step.at for step in with_days(find_steps("Received February 30 at noon."), "1962-10-28")] == [
        "February 30 at noon"
    ]
