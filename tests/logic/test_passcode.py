from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pwa_app.logic.passcode import key_cost, passcode_strength, seconds_left, wait_after

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

texts = st.text(st.sampled_from("0123456789abcdefz AZ-ü言"), max_size=30)


@pytest.mark.parametrize(
    ("passcode", "strength"),
    [
        ("", "short"),
        ("123", "short"),
        ("1234", "weak"),
        ("0000000000000000", "weak"),
        ("12345678901234567890", "weak"),
        ("password", "weak"),
        ("836204", "weak"),
        ("83620419571", "fair"),
        ("winter kettle", "weak"),
        ("winter kettle rowing", "fair"),
        ("winter kettle rowing blue", "strong"),
        ("qT7-xw92Lm", "strong"),
    ],
)
def test_a_hint_says_how_hard_a_passcode_is_to_guess(passcode: str, strength: str) -> None:
    assert passcode_strength(passcode) == strength


def test_wrong_tries_cost_more_and_more_time_but_never_more_than_five_minutes() -> None:
    waits = [wait_after(tries) for tries in range(50)]
    assert waits[:3] == [0, 0, 0]
    assert waits == sorted(waits)
    assert waits[-1] == 300


@given(st.floats(0, 1e6))
def test_a_key_never_costs_less_than_owasp_asks_for(milliseconds: float) -> None:
    cost = key_cost(milliseconds)
    assert 19 * 1024 <= cost["memory_kib"] <= 64 * 1024
    assert 2 <= cost["iterations"] <= 10


def test_a_fast_phone_takes_memory_first_and_then_time() -> None:
    assert key_cost(2000) == {"memory_kib": 19456, "iterations": 2}
    assert key_cost(250) == {"memory_kib": 38912, "iterations": 2}
    assert key_cost(60) == {"memory_kib": 65536, "iterations": 4}


@given(st.floats(0, 1e13), st.floats(0, 1e13))
def test_the_wait_that_is_shown_ends_with_the_wait(until: float, now: float) -> None:
    assert (seconds_left(until, now) == 0) == (until <= now)


@given(st.lists(texts, min_size=1, max_size=40), st.lists(st.integers(0, 100_000), min_size=1))
@example([""], [1900])
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree(
    in_browser: InBrowser, some: list[str], numbers: list[int]
) -> None:
    strengths = in_browser("passcode.js", "passcode_strength", [[text] for text in some])
    assert strengths == [passcode_strength(text) for text in some]
    costs = in_browser("passcode.js", "key_cost", [[number / 7] for number in numbers])
    assert costs == [key_cost(number / 7) for number in numbers]
    waits = in_browser("passcode.js", "wait_after", [[number] for number in numbers])
    assert waits == [wait_after(number) for number in numbers]
    left = in_browser("passcode.js", "seconds_left", [[n / 3, numbers[0]] for n in numbers])
    assert left == [seconds_left(n / 3, numbers[0]) for n in numbers]
