"""The log offers the person's own words, the cards they tried, and care after a hard entry."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.log_choices import best_card, care_offered, tried_last, word_choices, words_of

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

numbers = st.one_of(st.none(), st.integers(0, 10))
outcomes = st.lists(
    st.fixed_dictionaries({"card": st.sampled_from(["a", "b", "c", "constructor"])}), max_size=12
)
NAMES = {"a": "Card A", "b": "Card B", "d": "Card D", "e": "E", "f": "F", "g": "G", "h": "H"}


@pytest.mark.parametrize(
    ("mood", "urge", "offered"),
    [
        (1, None, True),
        (2, 0, True),
        (3, 7, True),
        (5, 10, True),
        (None, 7, True),
        (3, 6, False),
        (None, None, False),
        (3, None, False),
        (None, 0, False),
    ],
)
def test_help_is_offered_after_a_low_mood_or_a_strong_urge(
    mood: int | None, urge: int | None, offered: bool
) -> None:
    assert care_offered(mood, urge) is offered


def test_cards_tried_last_come_first_each_once_and_at_most_six() -> None:
    answers = [{"card": card} for card in "bababddefgh"]
    offered = tried_last(answers, NAMES)
    assert [choice["value"] for choice in offered] == ["b", "a", "d", "e", "f", "g"]
    assert offered[0] == {"value": "b", "label": "Card B"}


def test_a_card_that_is_gone_is_not_offered() -> None:
    assert tried_last([{"card": "gone"}], NAMES) == []


def test_the_best_card_is_the_first_that_has_helped() -> None:
    cards = [{"id": "a"}, {"id": "b"}]
    assert best_card(cards, {"a": {"times": 0}, "b": {"times": 2}}) == {"id": "b"}
    assert best_card(cards, {}) is None


def test_a_word_is_offered_for_its_own_list_only() -> None:
    rows = [{"list": "feelings", "word": "shaky"}, {"list": "helped", "word": "tea"}]
    assert word_choices(words_of(rows, "helped")) == [{"value": "tea", "label": "tea"}]


@given(st.lists(st.tuples(numbers, numbers), min_size=10, max_size=30), outcomes)
@settings(deadline=None, max_examples=25)
def test_browser_and_python_offer_the_same(
    in_browser: InBrowser, entries: list[tuple[Any, Any]], answers: list[dict[str, str]]
) -> None:
    expected = [care_offered(*entry) for entry in entries]
    assert in_browser("log_choices.js", "care_offered", entries) == expected
    assert in_browser("log_choices.js", "tried_last", [(answers, NAMES)]) == [
        tried_last(answers, NAMES)
    ]
    rows = [{"list": answer["card"], "word": "w"} for answer in answers]
    calls = [(rows, "a")]
    assert in_browser("log_choices.js", "words_of", calls) == [words_of(*call) for call in calls]
    best = [([{"id": answer["card"]} for answer in answers], {"c": {"times": 1}})]
    assert in_browser("log_choices.js", "best_card", best) == [best_card(*call) for call in best]
