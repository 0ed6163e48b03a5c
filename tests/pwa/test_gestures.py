"""Taps with two fingers and shaking are told from everything else a hand does."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pwa.test_browser_modules import modules, run

__all__ = ["modules"]

Steps = list[dict[str, Any]]

TAPS = 3
SWINGS = 4
few = settings(max_examples=5, deadline=None)


def most_taps(modules: Path, hands: Sequence[Steps]) -> list[int]:
    """How many taps in a row each sequence of touches came to at the most."""
    return _most(modules, "taps.js", "m.afterTouch", "m.NO_TAPS", "count", hands)


def most_swings(modules: Path, hands: Sequence[Steps]) -> list[int]:
    """How many swings in a row each sequence of readings came to at the most."""
    return _most(modules, "shake.js", "m.afterReading", "m.STILL", "swings", hands)


def _most(
    modules: Path, module: str, after: str, begin: str, count: str, hands: Sequence[Steps]
) -> list[int]:
    code = (
        f"{json.dumps(hands)}.map((steps) => {{ let state = {begin}; return Math.max(0, ..."
        f"steps.map((step) => (state = {after}(state, step)).{count})); }})"
    )
    found: list[int] = run(modules, module, code)
    return found


def touch(kind: str, finger: int, at: float, x: float, y: float, first: bool = False) -> Any:
    return {"kind": kind, "id": finger, "at": at, "x": x, "y": y, "first": first}


@st.composite
def taps_with_two_fingers(draw: st.DrawFn) -> Steps:
    """A shaking hand: fingers come and go a little apart and stray a little."""
    steps: Steps = []
    at = 1000.0
    for tap in range(TAPS):
        x, y = draw(st.integers(0, 300)), draw(st.integers(0, 700))
        second = at + draw(st.integers(0, 110))
        up = second + draw(st.integers(1, 300))
        last = up + draw(st.integers(0, 150))
        by = draw(st.integers(-30, 30))
        fingers = (2 * tap + 1, 2 * tap + 2)
        steps += [
            touch("down", fingers[0], at, x, y, first=True),
            touch("down", fingers[1], second, x + 80, y),
            touch("move", fingers[0], second, x + by, y + by),
            touch("up", fingers[1], up, x + 80, y + by),
            touch("up", fingers[0], last, x + by, y + by),
        ]
        at = last + draw(st.integers(20, 750))
    return steps


@st.composite
def taps_with_one_finger(draw: st.DrawFn) -> Steps:
    """As fast as it goes, anywhere."""
    steps: Steps = []
    at = 1000.0
    for tap in range(draw(st.integers(3, 15))):
        x, y = draw(st.integers(0, 300)), draw(st.integers(0, 700))
        up = at + draw(st.integers(1, 300))
        steps += [touch("down", tap, at, x, y, first=True), touch("up", tap, up, x, y)]
        at = up + draw(st.integers(1, 500))
    return steps


@few
@given(st.lists(taps_with_two_fingers(), min_size=2, max_size=10))
def test_three_taps_with_two_fingers_count_also_from_a_shaking_hand(
    modules: Path, hands: list[Steps]
) -> None:
    assert most_taps(modules, hands) == [TAPS] * len(hands)


@few
@given(st.lists(taps_with_one_finger(), min_size=2, max_size=10))
def test_one_finger_never_counts_however_fast(modules: Path, hands: list[Steps]) -> None:
    assert most_taps(modules, hands) == [0] * len(hands)


def pinch(at: float) -> Steps:
    return [
        touch("down", 1, at, 100, 300, first=True),
        touch("down", 2, at + 20, 160, 300),
        touch("move", 2, at + 60, 220, 300),
        touch("up", 1, at + 200, 100, 300),
        touch("up", 2, at + 210, 220, 300),
    ]


def taken_over(at: float) -> Steps:
    """The browser makes a zoom of it."""
    return [
        touch("down", 1, at, 100, 300, first=True),
        touch("down", 2, at + 20, 160, 300),
        touch("cancel", 1, at + 40, 100, 300),
        touch("cancel", 2, at + 40, 160, 300),
    ]


def resting_thumb() -> Steps:
    """A thumb lies on the edge while a finger taps."""
    taps = [
        [touch("down", 2, at, 200, 300), touch("up", 2, at + 60, 200, 300)]
        for at in range(1020, 3000, 150)
    ]
    return [touch("down", 1, 1000, 5, 400, first=True), *(step for tap in taps for step in tap)]


def two_thumbs_in_turn() -> Steps:
    """Each comes down before the other one has gone, later than two fingers of a hand would."""
    steps: Steps = []
    for tap in range(12):
        at = 1000 + tap * 150
        steps += [
            touch("down", tap, at, 80 + 200 * (tap % 2), 600, first=tap == 0),
            touch("up", tap - 1, at + 30, 280 - 200 * (tap % 2), 600),
        ]
    return steps


def slow_taps() -> Steps:
    steps: Steps = []
    for at in (1000, 2400, 3800):
        steps += [
            touch("down", 1, at, 100, 300, first=True),
            touch("down", 2, at + 20, 160, 300),
            touch("up", 1, at + 100, 100, 300),
            touch("up", 2, at + 110, 160, 300),
        ]
    return steps


def test_pinches_resting_thumbs_and_thumbs_in_turn_do_not_count(modules: Path) -> None:
    starts = (1000, 1400, 1800, 2200)
    hands = [
        [step for at in starts for step in pinch(at)],
        [step for at in starts for step in taken_over(at)],
        resting_thumb(),
        two_thumbs_in_turn(),
        slow_taps(),
    ]
    assert most_taps(modules, hands) == [0, 0, 0, 0, 1]


@few
@given(taps_with_two_fingers())
def test_a_finger_whose_end_was_never_told_does_not_stand_in_the_way(
    modules: Path, hand: Steps
) -> None:
    assert most_taps(modules, [[touch("down", 99, 10, 5, 5, first=True), *hand]]) == [TAPS]


def reading(at: float, moved: Sequence[float] | None, felt: Sequence[float]) -> Any:
    def short(vector: Sequence[float]) -> list[float]:
        return [round(along, 2) for along in vector]

    return {"at": round(at), "moved": moved and short(moved), "felt": short(felt)}


GRAVITY = 9.8


shakes = st.tuples(st.floats(2.5, 6), st.floats(25, 50), st.sampled_from((0, 1, 2)), st.booleans())
"""How often in a second, how hard, along which axis, and whether the phone tells gravity apart."""


def swinging(hertz: float, strength: float, axis: int, tells_gravity: bool) -> Steps:
    """A second and a half to and fro, read sixty times a second."""
    steps: Steps = []
    for frame in range(90):
        seconds = frame / 60
        moved = [0.0, 0.0, 0.0]
        moved[axis] = strength * math.sin(2 * math.pi * hertz * seconds)
        felt = [moved[0], moved[1], moved[2] + GRAVITY]
        steps.append(reading(1000 + seconds * 1000, moved if tells_gravity else None, felt))
    return steps


carrying = st.tuples(st.floats(0, 8), st.floats(0, 8), st.floats(0, 8), st.floats(0.5, 12))
"""How hard along each axis, and how often: steps, a bus, a tremor."""


def carried(x: float, y: float, z: float, hertz: float) -> Steps:
    steps: Steps = []
    for frame in range(90):
        turn = 2 * math.pi * hertz * frame / 60
        moved = [x * math.sin(turn), y * math.cos(turn), z * math.sin(turn + 1)]
        steps.append(reading(1000 + frame * 16, moved, [moved[0], moved[1], moved[2] + GRAVITY]))
    return steps


@few
@given(st.lists(shakes, min_size=5, max_size=8))
def test_a_hard_shake_counts_along_any_axis_with_or_without_a_gyroscope(
    modules: Path, hands: list[tuple[float, float, int, bool]]
) -> None:
    assert min(most_swings(modules, [swinging(*hand) for hand in hands])) >= SWINGS


@few
@given(st.lists(carrying, min_size=5, max_size=8))
def test_what_a_carried_phone_feels_does_not_count(
    modules: Path, hands: list[tuple[float, float, float, float]]
) -> None:
    assert most_swings(modules, [carried(*hand) for hand in hands]) == [0] * len(hands)


def test_a_bump_a_fall_and_slow_swings_do_not_count(modules: Path) -> None:
    still = [reading(at, [0, 0, 0], [0, 0, GRAVITY]) for at in range(0, 900, 16)]
    put_down = [reading(1000, [0, 0, 40], [0, 0, 50]), reading(1016, [0, 0, -25], [0, 0, -15])]
    # A fall is felt as no weight at all, then as one hard stop.
    fall = [reading(at, None, [0, 0, 0]) for at in range(1000, 1400, 16)]
    stop = [reading(1416, None, [0, 0, 60])]
    found = most_swings(
        modules, [still + put_down, still + fall + stop, swinging(0.8, 30, 0, True)]
    )
    assert max(found) < SWINGS


@pytest.mark.parametrize("resting", [[0, 0, GRAVITY], [0, GRAVITY, 0], [-GRAVITY, 0, 0]])
def test_a_phone_that_lies_still_in_any_way_does_not_count(
    modules: Path, resting: list[float]
) -> None:
    lying = [reading(at, None, resting) for at in range(0, 3000, 16)]
    assert most_swings(modules, [lying]) == [0]
