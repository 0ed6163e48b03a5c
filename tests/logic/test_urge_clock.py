from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic import urge_clock
from pwa_app.logic.urge_clock import (
    card_closed,
    card_opened,
    more_time,
    strength_told,
    switched,
    wave_begun,
    wave_closed,
    wave_ended,
    wave_entry,
    wave_logged,
    wave_resumed,
    wave_view,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
State = dict[str, Any]

T0 = 1_790_000_000_000
SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
BOTH, PLAIN = "from {first} to {latest}", "plain"


def ridden(minutes: int = 10) -> State:
    return wave_begun(strength_told(None, T0 - SECOND, 7), T0, minutes)


def test_nothing_is_begun_on_a_phone_that_has_never_been_here() -> None:
    for now in (None, T0):
        view = wave_view(None, now)
        assert view["screen"] == "start"
        assert (view["first"], view["latest"], view["card"]) == (-1, -1, -1)
        assert [view[name] for name in ("asks", "moves", "lines")] == [True] * 3


def test_the_prerendered_page_shows_the_start_whatever_is_kept() -> None:
    assert wave_view(ridden(), None)["screen"] == "start"


@pytest.mark.parametrize(
    ("passed", "clock"),
    [
        (0, "10:00"),
        (1, "10:00"),
        (SECOND, "9:59"),
        (9 * MINUTE + 55 * SECOND, "0:05"),
        (10 * MINUTE - 1, "0:01"),
        (10 * MINUTE, "0:00"),
        (3 * HOUR, "0:00"),
    ],
)
def test_the_clock_follows_from_the_moment_alone(passed: int, clock: str) -> None:
    view = wave_view(ridden(), T0 + passed)
    assert (view["clock"], view["over"]) == (clock, clock == "0:00")


def test_a_phone_whose_clock_is_set_back_shows_no_more_than_the_whole_time() -> None:
    view = wave_view(ridden(), T0 - 5 * MINUTE)
    assert (view["screen"], view["clock"], view["share"], view["line"]) == (
        "riding",
        "10:00",
        100,
        0,
    )


def test_a_wave_without_a_clock_is_never_over() -> None:
    view = wave_view(ridden(0), T0 + 2 * HOUR)
    assert (view["screen"], view["timed"], view["over"]) == ("riding", False, False)


def test_more_time_counts_from_the_end_or_from_now_where_that_has_come() -> None:
    early = more_time(ridden(), T0 + 2 * MINUTE, 5)
    assert wave_view(early, T0 + 2 * MINUTE)["clock"] == "13:00"
    assert wave_view(early, T0)["minutes"] == 15
    late = more_time(ridden(), T0 + 12 * MINUTE, 5)
    assert wave_view(late, T0 + 12 * MINUTE)["clock"] == "5:00"


def test_more_time_after_the_end_counts_from_the_second_that_is_shown() -> None:
    late = more_time(ridden(), T0 + 12 * MINUTE + 400, 5)
    assert wave_view(late, T0 + 12 * MINUTE)["clock"] == "5:00"


def test_more_time_leads_back_from_the_ending() -> None:
    again = more_time(wave_ended(ridden(), T0 + MINUTE, "same"), T0 + 2 * MINUTE, 5)
    view = wave_view(again, T0 + 2 * MINUTE)
    assert (view["screen"], view["outcome"], view["clock"]) == ("riding", "", "13:00")
    assert wave_view(wave_resumed(wave_ended(ridden(), T0, ""), T0), T0)["screen"] == "riding"


def test_the_question_comes_every_three_minutes_and_can_be_switched_off() -> None:
    assert not wave_view(ridden(), T0 + 3 * MINUTE - 1)["due"]
    assert wave_view(ridden(), T0 + 3 * MINUTE)["due"]
    told = strength_told(ridden(), T0 + 4 * MINUTE, 5)
    assert not wave_view(told, T0 + 6 * MINUTE)["due"]
    quiet = switched(ridden(), T0, "asks")
    assert not wave_view(quiet, T0 + 5 * MINUTE)["due"]
    assert wave_view(switched(quiet, T0, "asks"), T0 + 3 * MINUTE)["due"]


def test_strength_is_the_first_answer_before_the_wave_and_the_latest_on_it() -> None:
    told = strength_told(strength_told(ridden(), T0 + MINUTE, 5), T0 + 2 * MINUTE, 3)
    view = wave_view(told, T0 + 2 * MINUTE)
    assert (view["first"], view["latest"]) == (7, 3)


def test_cards_come_one_after_the_other_and_begin_again() -> None:
    state = ridden()
    seen = []
    for _ in range(4):
        state = card_opened(state, T0, 3)
        seen.append(wave_view(state, T0)["card"])
    assert seen == [0, 1, 2, 0]
    assert wave_view(card_closed(state, T0), T0)["card"] == -1


@pytest.mark.parametrize("outcome", ["", "eased", "same", "stronger", "hurt"])
def test_the_log_gets_numbers_and_what_helped_but_no_tally_of_harm(outcome: str) -> None:
    state = wave_ended(strength_told(ridden(), T0 + MINUTE, 4), T0 + MINUTE, outcome)
    entry = wave_entry(state, T0 + MINUTE, BOTH, PLAIN)
    helped = {"helped": ["ride-the-wave"]} if outcome == "eased" else {}
    assert entry == {"urge": 4, "note": "from 7 to 4", **helped}


def test_the_log_s_entry_leaves_out_what_was_skipped() -> None:
    state = wave_ended(wave_begun(None, T0, 0), T0, "same")
    assert wave_entry(state, T0, BOTH, PLAIN) == {"note": "plain"}
    assert wave_entry(ridden(), T0, BOTH, PLAIN) == {"note": "plain", "urge": 7}


def test_a_wave_left_open_does_not_come_back_the_next_day() -> None:
    assert wave_view(ridden(15), T0 + 6 * HOUR)["screen"] == "riding"
    assert wave_view(ridden(15), T0 + 7 * HOUR)["screen"] == "start"
    ended = wave_ended(ridden(), T0, "same")
    assert wave_view(ended, T0 + 10 * MINUTE)["screen"] == "ending"
    assert wave_view(ended, T0 + HOUR)["screen"] == "start"
    told = strength_told(None, T0, 7)
    assert wave_view(told, T0 + HOUR)["first"] == -1


def test_the_switches_outlive_the_wave() -> None:
    closed = wave_closed(switched(ridden(), T0, "moves"), T0 + MINUTE)
    for state in (closed, switched(ridden(), T0, "moves")):
        view = wave_view(state, T0 + 24 * HOUR)
        assert (view["screen"], view["moves"], view["asks"]) == ("start", False, True)


def test_a_wave_that_is_logged_is_not_offered_again() -> None:
    ended = wave_ended(ridden(), T0, "eased")
    assert not wave_view(ended, T0)["logged"]
    assert wave_view(wave_logged(ended, T0), T0)["logged"]


STEPS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "strength_told": st.tuples(st.integers(0, 10)),
    "wave_begun": st.tuples(st.sampled_from([0, 5, 10, 15])),
    "more_time": st.tuples(st.just(5)),
    "wave_resumed": st.tuples(),
    "card_opened": st.tuples(st.integers(1, 5)),
    "card_closed": st.tuples(),
    "switched": st.tuples(st.sampled_from(["asks", "moves", "lines"])),
    "wave_ended": st.tuples(st.sampled_from(["", "eased", "same", "stronger", "hurt"])),
    "wave_logged": st.tuples(),
    "wave_closed": st.tuples(),
}
steps = st.one_of(*(st.tuples(st.just(name), given_) for name, given_ in STEPS.items()))
waits = st.one_of(st.integers(0, 20 * MINUTE), st.integers(-HOUR, 12 * HOUR))
walks = st.lists(st.tuples(steps, waits), min_size=1, max_size=12)


def walk(taken: list[Any]) -> list[tuple[State | None, int, str, tuple[Any, ...]]]:
    """Every call that a person's steps lead to."""
    state: State | None = None
    now = T0
    calls = []
    for (name, arguments), wait in taken:
        calls.append((state, now, name, arguments))
        state = getattr(urge_clock, name)(state, now, *arguments)
        now += wait
    calls.append((state, now, "wave_resumed", ()))
    return calls


@given(walks)
@settings(deadline=None)
def test_whatever_is_tapped_the_view_makes_sense(taken: list[Any]) -> None:
    for state, now, _name, _arguments in walk(taken):
        before = None if state is None else dict(state)
        view = wave_view(state, now)
        assert state == before
        assert view["screen"] in ("start", "riding", "ending")
        assert 0 <= view["share"] <= 100
        assert view["line"] >= 0
        assert not view["over"] or view["clock"] == "0:00"
        assert view["clock"].count(":") == 1
        assert not view["clock"].startswith("-")


@given(st.lists(walks, min_size=3, max_size=6))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_every_step(in_browser: InBrowser, some: list[Any]) -> None:
    by_name: dict[str, list[list[Any]]] = {}
    views = []
    entries = []
    for taken in some:
        for state, now, name, arguments in walk(taken):
            by_name.setdefault(name, []).append([state, now, *arguments])
            views.append([state, now])
            entries.append([state, now, BOTH, PLAIN])
    for name, calls in by_name.items():
        expected = [getattr(urge_clock, name)(*call) for call in calls]
        assert in_browser("urge_clock.js", name, calls) == expected
    views.append([None, None])
    assert in_browser("urge_clock.js", "wave_view", views) == [wave_view(*call) for call in views]
    expected = [wave_entry(*call) for call in entries]
    assert in_browser("urge_clock.js", "wave_entry", entries) == expected
