from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.opening import help_rank, open_first, opening_state, opening_text

DAY = 1440
WEEK = 7 * DAY
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

Interval = dict[str, int]
InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]


def interval(weekday: int, opens: int, closes: int) -> Interval:
    return {"weekday": weekday, "opens": opens, "closes": closes}


def weekly(*intervals: Interval) -> dict[str, Any]:
    return {"kind": "weekly", "weekly": list(intervals)}


def at(hour: int, minute: int = 0) -> int:
    return 60 * hour + minute


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Half hours often, so that intervals touch; any minute at times."""
    minutes = st.one_of(st.integers(0, 47).map(lambda n: 30 * n), st.integers(0, DAY - 1))
    opens = draw(minutes)
    lengths = st.one_of(st.integers(1, 48).map(lambda n: 30 * n), st.integers(1, DAY * 2))
    return interval(draw(st.integers(0, 6)), opens, min(opens + draw(lengths), 2 * DAY))


without_intervals: list[dict[str, Any]] = [{"kind": "always"}, {"kind": "unknown"}, weekly()]
hours_values = st.one_of(
    st.sampled_from(without_intervals),
    st.lists(intervals(), max_size=14).map(lambda some: weekly(*some)),
    st.permutations([interval(day, 0, DAY) for day in range(7)]).map(lambda all_: weekly(*all_)),
)
weekdays = st.integers(0, 6)
minutes_of_day = st.integers(0, DAY - 1)


def minute_by_minute(some: list[Interval], weekday: int, minute: int) -> dict[str, Any]:
    """Answer by painting every minute of a week and walking on from now."""
    painted = [False] * WEEK
    for one in some:
        for passed in range(one["closes"] - one["opens"]):
            painted[(one["weekday"] * DAY + one["opens"] + passed) % WEEK] = True
    if not some:
        return {"state": "unknown"}
    if all(painted):
        return {"state": "always"}
    now = weekday * DAY + minute
    change = next(n % WEEK for n in range(now, now + WEEK) if painted[n % WEEK] != painted[now])
    until = {"weekday": change // DAY, "minute": change % DAY}
    return {"state": "open" if painted[now] else "closed", "until": until}


@given(st.lists(intervals(), max_size=14), weekdays, minutes_of_day)
@settings(deadline=None)
def test_agrees_with_a_walk_through_every_minute_of_the_week(
    some: list[Interval], weekday: int, minute: int
) -> None:
    expected = minute_by_minute(some, weekday, minute)
    assert opening_state(weekly(*some), weekday, minute) == expected


@given(st.lists(st.tuples(hours_values, weekdays, minutes_of_day), min_size=20, max_size=40))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree_on_the_opening_state(
    in_browser: InBrowser, calls: list[tuple[dict[str, Any], int, int]]
) -> None:
    expected = [opening_state(*call) for call in calls]
    assert in_browser("opening.js", "opening_state", calls) == expected


@pytest.mark.parametrize(
    ("weekday", "minute", "state", "until"),
    [
        pytest.param(MON, at(17, 59), "closed", (MON, at(18)), id="a minute before opening"),
        pytest.param(MON, at(18), "open", (TUE, at(2)), id="at the opening minute"),
        pytest.param(TUE, at(1, 59), "open", (TUE, at(2)), id="after midnight"),
        pytest.param(TUE, at(2), "closed", (FRI, at(18)), id="at the closing minute"),
        pytest.param(FRI, at(20), "open", (MON, 0), id="joined over the weekend and the week end"),
        pytest.param(SUN, at(23, 59), "open", (MON, 0), id="the last minute of the week"),
        pytest.param(MON, 0, "closed", (MON, at(18)), id="the first minute of the week"),
    ],
)
def test_evening_and_weekend_hours(
    weekday: int, minute: int, state: str, until: tuple[int, int]
) -> None:
    hours = weekly(
        interval(MON, at(18), at(26)),
        interval(FRI, at(18), at(24)),
        interval(SAT, 0, at(24)),
        interval(SUN, 0, at(24)),
    )
    expected = {"state": state, "until": {"weekday": until[0], "minute": until[1]}}
    assert opening_state(hours, weekday, minute) == expected


def test_sunday_night_hours_run_into_monday() -> None:
    hours = weekly(interval(SUN, at(22), at(25, 30)))
    until = {"weekday": MON, "minute": at(1, 30)}
    assert opening_state(hours, SUN, at(23)) == {"state": "open", "until": until}
    assert opening_state(hours, MON, at(1)) == {"state": "open", "until": until}


def test_a_single_interval_just_closed_opens_again_a_week_later() -> None:
    hours = weekly(interval(WED, at(9), at(10)))
    until = {"weekday": WED, "minute": at(9)}
    assert opening_state(hours, WED, at(10)) == {"state": "closed", "until": until}


def test_seven_whole_days_are_always_open() -> None:
    hours = weekly(*[interval(day, 0, DAY) for day in range(7)])
    assert opening_state(hours, THU, at(3)) == {"state": "always"}


@pytest.mark.parametrize(
    ("hours", "state"),
    [
        ({"kind": "always"}, "always"),
        ({"kind": "unknown"}, "unknown"),
        ({"kind": "weekly", "weekly": []}, "unknown"),
        ({"kind": "weekly"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_hours_without_intervals_have_no_time(hours: dict[str, Any], state: str) -> None:
    assert opening_state(hours, TUE, at(12)) == {"state": state}


clocks_of = st.fixed_dictionaries({"weekday": weekdays, "minute": minutes_of_day})
clock_tables = st.fixed_dictionaries({"Here": clocks_of, "There": clocks_of, "Unknown": st.none()})
services = st.fixed_dictionaries(
    {
        "id": st.text(max_size=4),
        "kind": st.sampled_from(["emergency", "crisis_line", "directory"]),
        "zone": st.sampled_from(["Here", "There", "Unknown", "Missing", ""]),
        "hours": hours_values,
    }
)


def one(identity: str, hours: dict[str, Any], zone: str = "", kind: str = "crisis_line") -> Any:
    return {"id": identity, "kind": kind, "zone": zone, "hours": hours}


def order(listed: list[dict[str, Any]], clocks: dict[str, Any] | None) -> list[str]:
    return [service["id"] for service in open_first(listed, clocks)]


EVENINGS = weekly(*[interval(day, at(18), at(26)) for day in range(7)])


def test_emergency_comes_first_then_open_then_not_known_then_closed() -> None:
    listed = [
        one("evenings", EVENINGS, "Europe/Dublin"),
        one("unknown", {"kind": "unknown"}),
        one("always", {"kind": "always"}),
        one("emergency", {"kind": "always"}, kind="emergency"),
    ]
    noon = {"Europe/Dublin": {"weekday": WED, "minute": at(12)}}
    night = {"Europe/Dublin": {"weekday": THU, "minute": at(1)}}
    assert order(listed, noon) == ["emergency", "always", "unknown", "evenings"]
    assert order(listed, night) == ["emergency", "evenings", "always", "unknown"]


def test_each_service_goes_by_the_clock_where_it_is() -> None:
    listed = [one("here", EVENINGS, "Europe/Dublin"), one("there", EVENINGS, "Asia/Tokyo")]
    clocks = {
        "Europe/Dublin": {"weekday": WED, "minute": at(12)},
        "Asia/Tokyo": {"weekday": WED, "minute": at(20)},
    }
    assert order(listed, clocks) == ["there", "here"]


def test_a_zone_the_phone_does_not_know_counts_as_hours_not_known() -> None:
    listed = [
        one("strange", EVENINGS, "Mars/Olympus"),
        one("unknown", {"kind": "unknown"}),
        one("always", {"kind": "always"}),
    ]
    expected = ["always", "strange", "unknown"]
    assert order(listed, {"Mars/Olympus": None}) == expected
    assert order(listed, {}) == expected


@given(st.lists(services, max_size=12))
def test_while_the_moment_is_not_known_the_order_stays(listed: list[dict[str, Any]]) -> None:
    assert open_first(listed, None) == listed


@given(st.lists(services, max_size=12), clock_tables)
def test_nobody_is_lost_and_those_of_equal_rank_keep_their_order(
    listed: list[dict[str, Any]], clocks: dict[str, Any]
) -> None:
    before = list(listed)
    ordered = open_first(listed, clocks)
    assert listed == before
    assert sorted(map(id, ordered)) == sorted(map(id, listed))
    assert open_first(ordered, clocks) == ordered


@given(st.lists(st.tuples(st.lists(services, max_size=12), clock_tables), min_size=5, max_size=10))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_the_order(
    in_browser: InBrowser, calls: list[tuple[list[dict[str, Any]], dict[str, Any]]]
) -> None:
    assert in_browser("opening.js", "open_first", calls) == [open_first(*call) for call in calls]
    states = ["always", "open", "closed", "unknown"]
    pairs = [[kind, state] for kind in ("emergency", "directory") for state in states]
    assert in_browser("opening.js", "help_rank", pairs) == [help_rank(*pair) for pair in pairs]


WORDS = {
    "always": "Open now",
    "open": "Open now, until {time}",
    "opens_today": "Closed now. Opens at {time}",
    "opens": "Closed now. Opens {day} at {time}",
    "unknown": "Not known",
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.mark.parametrize(
    ("some", "weekday", "minute", "said"),
    [
        ([interval(MON, at(10), at(22))], MON, at(12), "Open now, until 22:00"),
        ([interval(MON, at(17), DAY)], MON, at(17), "Open now, until 24:00"),
        ([interval(MON, at(18), at(26))], MON, at(23), "Open now, until 02:00"),
        ([interval(MON, at(9, 5), at(22))], MON, at(8), "Closed now. Opens at 09:05"),
        ([interval(TUE, at(0), at(2))], MON, at(8), "Closed now. Opens Tuesday at 00:00"),
        ([interval(MON, at(9), at(22))], MON, at(23), "Closed now. Opens Monday at 09:00"),
        ([interval(MON, at(9), at(22))], TUE, at(8), "Closed now. Opens Monday at 09:00"),
    ],
)
def test_it_is_said_until_when_it_is_open_or_when_it_opens(
    some: list[Interval], weekday: int, minute: int, said: str
) -> None:
    state = opening_state(weekly(*some), weekday, minute)
    assert opening_text(state, weekday, minute, WORDS, DAYS) == said


@settings(max_examples=20)
@given(st.lists(st.tuples(hours_values, weekdays, minutes_of_day), min_size=1, max_size=40))
def test_browser_and_python_say_the_same_of_it(
    in_browser: InBrowser, calls: list[tuple[dict[str, Any], int, int]]
) -> None:
    given_ = [(opening_state(*call), call[1], call[2], WORDS, DAYS) for call in calls]
    expected = [opening_text(*one) for one in given_]
    assert in_browser("opening.js", "opening_text", given_) == expected
