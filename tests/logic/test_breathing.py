from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.breathing import (
    breath_begun,
    breath_choices,
    breath_paused,
    breath_phases,
    breath_resumed,
    breath_size,
    breath_view,
    choice_made,
    pattern_chosen,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

T0 = 1_790_000_000_000
SECOND = 1000
MINUTE = 60 * SECOND
PATTERNS = ["longer", "even", "square", "sigh"]

patterns = st.sampled_from(PATTERNS)
paces = st.integers(2, 6)
lengths = st.sampled_from([0, 1, 2, 5, 10])
passed = st.integers(0, 12 * MINUTE)


def session(pattern: str = "longer", pace: int = 4, minutes: int = 2) -> dict[str, Any]:
    choices = {**breath_choices(None), "pattern": pattern, "pace": pace, "minutes": minutes}
    return breath_begun(choices, T0)


def kinds(pattern: str, pace: int) -> list[tuple[str, int]]:
    return [(phase["kind"], phase["seconds"]) for phase in breath_phases(pattern, pace)]


def test_the_patterns_are_those_of_their_sources() -> None:
    assert kinds("longer", 4) == [("in", 4), ("out", 6)]
    assert kinds("even", 5) == [("in", 5), ("out", 5)]
    assert kinds("square", 4) == [("in", 4), ("hold", 4), ("out", 4), ("rest", 4)]
    assert kinds("sigh", 3) == [("in", 3), ("sip", 1), ("out", 8)]


@given(patterns, st.integers(-5, 20))
def test_the_out_breath_is_never_shorter_than_the_in_breath(pattern: str, pace: int) -> None:
    phases = dict(kinds(pattern, pace))
    assert phases["out"] >= phases["in"]
    assert 2 <= phases["in"] <= 6


@pytest.mark.parametrize("pattern", ["longer", "even", "sigh"])
def test_only_the_square_asks_to_hold_the_breath(pattern: str) -> None:
    assert not {"hold", "rest"} & {kind for kind, _ in kinds(pattern, 4)}


def test_vibration_sound_and_spoken_steps_are_off_until_chosen() -> None:
    choices = breath_choices(None)
    assert [choices[name] for name in ("vibration", "sound", "spoken")] == [False] * 3
    assert choice_made(None, "sound", True)["sound"] is True
    assert breath_choices({"id": "mine", "pace": 6})["pace"] == 6


def test_a_pattern_comes_with_its_usual_pace() -> None:
    assert pattern_chosen({"pace": 2}, "even")["pace"] == 5
    assert pattern_chosen(None, "sigh")["pace"] == 3


@given(patterns, paces)
@settings(deadline=None)
def test_over_ten_minutes_every_second_is_in_the_phase_that_counting_gives(
    pattern: str, pace: int
) -> None:
    one = session(pattern, pace, 0)
    counted = [
        (kind, second + 1) for kind, seconds in kinds(pattern, pace) for second in range(seconds)
    ]
    for second in range(600):
        view = breath_view(one, T0 + second * SECOND)
        assert (view["kind"], view["count"]) == counted[second % len(counted)]


@given(patterns, paces, lengths.filter(bool))
def test_a_session_ends_with_a_whole_breath(pattern: str, pace: int, minutes: int) -> None:
    one = session(pattern, pace, minutes)
    breath = sum(seconds for _, seconds in kinds(pattern, pace)) * SECOND
    assert one["total"] % breath == 0
    assert 0 <= one["total"] - minutes * MINUTE < breath
    assert breath_view(one, T0 + one["total"] - 1)["state"] == "running"
    assert breath_view(one, T0 + one["total"])["state"] == "done"


@given(patterns, paces, passed, passed)
def test_a_pause_costs_nothing_and_goes_on_with_a_new_breath(
    pattern: str, pace: int, before: int, pause: int
) -> None:
    paused = breath_paused(session(pattern, pace, 0), T0 + before)
    assert breath_view(paused, T0 + before + pause) == breath_view(paused, T0 + before)
    assert breath_view(paused, T0 + before)["state"] == "paused"
    resumed = breath_resumed(paused, T0 + before + pause)
    view = breath_view(resumed, T0 + before + pause)
    assert (view["kind"], view["count"]) == ("in", 1)
    assert view["step"] <= breath_view(paused, T0 + before)["step"]


@given(patterns, paces, passed)
def test_the_picture_never_jumps(pattern: str, pace: int, at: int) -> None:
    one = session(pattern, pace, 0)
    here, next_ = breath_size(one, T0 + at), breath_size(one, T0 + at + 20)
    assert 0 <= here <= 1
    assert abs(next_ - here) < 0.05


def test_time_left_and_minutes_so_far() -> None:
    one = session("longer", 4, 2)
    assert breath_view(one, T0)["left"] == "2:00"
    assert breath_view(one, T0 + 61 * SECOND)["left"] == "0:59"
    assert breath_view(one, T0 + 61 * SECOND)["minute"] == 1
    assert breath_view(session(minutes=0), T0)["left"] == ""
    assert breath_view(None, T0)["state"] == breath_view(one, None)["state"] == "idle"


def test_a_clock_that_is_set_back_begins_again() -> None:
    assert breath_view(session(), T0 - MINUTE)["count"] == 1


@given(st.lists(st.tuples(patterns, paces, lengths, passed), min_size=10, max_size=30))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree(in_browser: InBrowser, some: list[Any]) -> None:
    sessions = [(session(*chosen), T0 + at) for *chosen, at in some]
    paused = [(breath_paused(one, now), now + SECOND) for one, now in sessions]
    for name, function in {
        "breath_view": breath_view,
        "breath_size": breath_size,
        "breath_paused": breath_paused,
        "breath_resumed": breath_resumed,
    }.items():
        calls = [list(call) for call in sessions + paused]
        expected = [function(*call) for call in calls]
        assert in_browser("breathing.js", name, calls) == expected
    chosen = [[{"pattern": p, "pace": n, "minutes": m}, T0] for p, n, m, _ in some]
    assert in_browser("breathing.js", "breath_begun", chosen) == [breath_begun(*c) for c in chosen]
    kept = [[None], [{"pace": 2}], [{"id": "mine", "sound": True}]]
    assert in_browser("breathing.js", "breath_choices", kept) == [breath_choices(*k) for k in kept]
    made = [[*k, "moves", False] for k in kept]
    assert in_browser("breathing.js", "choice_made", made) == [choice_made(*m) for m in made]
    named = [[*k, p] for k in kept for p in PATTERNS]
    expected_named = [pattern_chosen(*n) for n in named]
    assert in_browser("breathing.js", "pattern_chosen", named) == expected_named
