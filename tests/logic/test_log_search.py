"""A search of the log finds what it is asked for, and nothing else."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.log_search import entry_matches, wanted_or_none

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

NOTHING: dict[str, Any] = {"words": "", "moods": [], "tag": "", "strong": False, "noted": False}
ENTRY = {"mood": 2, "urge": 7, "note": "A Long day", "feelings": ["sad", "Shaky"]}

words = st.text("aÄßé İzZ", max_size=3)
lists = st.lists(st.sampled_from(["sad", "angry", "Shaky", "constructor"]), max_size=3)
entries = st.fixed_dictionaries(
    {},
    optional={
        "mood": st.integers(1, 5),
        "urge": st.integers(0, 10),
        "note": words,
        "feelings": lists,
        "triggers": lists,
        "helped": lists,
    },
)
questions = st.fixed_dictionaries(
    {
        "words": st.text("az ", max_size=2),
        "moods": st.lists(st.sampled_from(["1", "2", "3", "4", "5"]), max_size=3),
        "tag": st.sampled_from(["", "feelings:sad", "helped:Shaky", "triggers:constructor"]),
        "strong": st.booleans(),
        "noted": st.booleans(),
    }
)


@pytest.mark.parametrize(
    "wanted",
    [
        {"words": "long"},
        {"words": " LONG day "},
        {"words": "shaky"},
        {"moods": ["1", "2"]},
        {"tag": "feelings:Shaky"},
        {"strong": True},
        {"noted": True, "moods": ["2"]},
    ],
)
def test_an_entry_is_found_by_what_is_in_it(wanted: dict[str, Any]) -> None:
    assert entry_matches(ENTRY, NOTHING | wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        {"words": "night"},
        {"moods": ["3"]},
        {"tag": "triggers:sad"},
        {"tag": "feelings:angry"},
        {"noted": True, "moods": ["5"]},
    ],
)
def test_an_entry_is_not_found_by_what_is_not_in_it(wanted: dict[str, Any]) -> None:
    assert not entry_matches(ENTRY, NOTHING | wanted)


@pytest.mark.parametrize("urge", [None, 0, 6])
def test_only_a_strong_urge_is_found_as_strong(urge: int | None) -> None:
    assert not entry_matches({"urge": urge}, NOTHING | {"strong": True})


@given(entries)
def test_asking_for_nothing_finds_everything(entry: dict[str, Any]) -> None:
    assert wanted_or_none(NOTHING) is None
    assert wanted_or_none(None) is None
    assert entry_matches(entry, NOTHING)


@given(entries, questions)
def test_a_search_that_asks_for_less_finds_no_fewer(
    entry: dict[str, Any], wanted: dict[str, Any]
) -> None:
    if entry_matches(entry, wanted):
        for part, nothing in NOTHING.items():
            assert entry_matches(entry, wanted | {part: nothing})


@given(st.lists(st.tuples(entries, questions), min_size=10, max_size=20))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_find_the_same(
    in_browser: InBrowser, cases: list[tuple[dict[str, Any], dict[str, Any]]]
) -> None:
    expected = [entry_matches(*case) for case in cases]
    assert in_browser("log_search.js", "entry_matches", cases) == expected
    asked = [(wanted,) for _entry, wanted in cases]
    expected_asked = [wanted_or_none(*one) for one in asked]
    assert in_browser("log_search.js", "wanted_or_none", asked) == expected_asked
