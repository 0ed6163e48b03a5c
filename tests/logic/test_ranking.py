"""What helped comes first, and nothing is buried."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.ranking import card_scores, in_order

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
Outcome = dict[str, Any]

CARDS = [{"id": name, "ease": ease} for ease, name in enumerate("abcdef")]

outcomes = st.lists(
    st.fixed_dictionaries(
        {
            "card": st.sampled_from([*"abcdef", "constructor"]),
            "helped": st.integers(0, 2),
            "feeling": st.sampled_from(["", "angry", "sad"]),
            "days": st.integers(-2, 500),
        }
    ),
    max_size=30,
)
feelings = st.sampled_from(["", "angry", "sad"])


def answer(card: str, helped: int, days: int = 0, feeling: str = "angry") -> Outcome:
    return {"card": card, "helped": helped, "feeling": feeling, "days": days}


def order(answers: list[Outcome], feeling: str = "angry") -> str:
    return "".join(card["id"] for card in in_order(CARDS, card_scores(answers, feeling)))


def test_without_answers_cards_stay_as_they_were() -> None:
    assert order([]) == "abcdef"


def test_yes_comes_before_a_bit_before_untried_before_not_today() -> None:
    assert order([answer("f", 2), answer("e", 1), answer("a", 0)]) == "febcda"


def test_what_helped_with_this_feeling_comes_before_what_helped_with_another() -> None:
    assert order([answer("c", 2, feeling="sad"), answer("d", 2)]) == "dcabef"
    assert order([answer("c", 2, feeling="sad"), answer("d", 2)], "sad") == "cdabef"


def test_newer_answers_count_more() -> None:
    assert order([answer("c", 2, days=60), answer("c", 0)])[-1] == "c"
    assert order([answer("c", 0, days=60), answer("c", 2)])[0] == "c"


def test_an_answer_counts_half_after_thirty_days() -> None:
    new, old = card_scores([answer("a", 0)], "angry"), card_scores([answer("a", 0, 30)], "angry")
    # 1 / (2 + 1) and 1 / (2 + 0.5)
    assert (new["a"]["score"], old["a"]["score"]) == (3, 4)


@pytest.mark.parametrize("times", [1, 3, 20])
def test_a_card_that_did_not_help_comes_back_to_its_place(times: int) -> None:
    assert order([answer("a", 0)] * times) == "bcdefa"
    assert order([answer("a", 0, days=250)] * times) == "abcdef"


def test_the_reason_names_the_feeling_only_if_it_helped_then() -> None:
    answers = [answer("a", 2), answer("a", 1), answer("a", 0), answer("b", 2, feeling="sad")]
    scores = card_scores(answers, "angry")
    assert (scores["a"]["times"], scores["a"]["feeling"]) == (2, "angry")
    assert (scores["b"]["times"], scores["b"]["feeling"]) == (1, "")


@given(outcomes, feelings)
def test_every_card_stays_in_the_list_and_scores_are_tenths(
    some: list[Outcome], feeling: str
) -> None:
    assert sorted(order(some, feeling)) == list("abcdef")
    scores = card_scores(some, feeling)
    assert all(0 <= entry["score"] <= 10 for entry in scores.values())


@given(st.lists(st.tuples(outcomes, feelings), min_size=10, max_size=20))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree_on_the_order(
    in_browser: InBrowser, cases: list[tuple[list[Outcome], str]]
) -> None:
    expected = [card_scores(*case) for case in cases]
    assert in_browser("ranking.js", "card_scores", cases) == expected
    calls = [(CARDS, scores) for scores in expected]
    assert in_browser("ranking.js", "in_order", calls) == [in_order(*call) for call in calls]
