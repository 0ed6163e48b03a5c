from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.grounding import ground_begun, ground_skipped, ground_tapped, ground_view

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

taps = st.lists(st.sampled_from([ground_tapped, ground_skipped]), max_size=25)


def walk(taken: list[Any]) -> list[dict[str, Any]]:
    states = [ground_begun()]
    for tap in taken:
        states.append(tap(states[-1]))
    return states


def test_fifteen_taps_lead_from_five_things_to_one() -> None:
    views = [ground_view(state) for state in walk([ground_tapped] * 15)]
    assert [view["left"] for view in views] == [5, 4, 3, 2, 1, 4, 3, 2, 1, 3, 2, 1, 2, 1, 1, 0]
    assert [view["done"] for view in views] == [False] * 15 + [True]


def test_every_sense_can_be_left_out() -> None:
    views = [ground_view(state) for state in walk([ground_skipped] * 5)]
    assert [view["things"] for view in views] == [5, 4, 3, 2, 1, 0]
    assert views[-1]["done"]


def test_nothing_is_begun_at_first() -> None:
    assert not ground_view(None)["begun"]


@given(taps)
def test_any_taps_end_well(taken: list[Any]) -> None:
    for state in walk(taken):
        view = ground_view(state)
        assert 0 <= view["sense"] <= 5
        assert view["found"] < max(view["things"], 1)
        assert view["done"] == (view["sense"] == 5)


@given(st.lists(taps, min_size=5, max_size=10))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree(in_browser: InBrowser, some: list[Any]) -> None:
    states = [[state] for taken in some for state in walk(taken)]
    for function in (ground_tapped, ground_skipped, ground_view):
        expected = [function(*state) for state in states]
        assert in_browser("grounding.js", function.__name__, states) == expected
