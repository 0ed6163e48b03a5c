from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.opening import opening_state
from pwa_app.logic.zones import zone_countries

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

ZONES = sorted(zone_countries())

# A browser's own time zone data may be older than ours: ask about years that no longer change.
instants = st.datetimes(datetime(2015, 1, 1), datetime(2024, 6, 30)).map(
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)


def epoch_ms(instant: datetime) -> int:
    return int(instant.timestamp()) * 1000


def wall_clock(zone: str, instant: datetime) -> dict[str, int]:
    local = instant.astimezone(ZoneInfo(zone))
    return {"weekday": local.weekday(), "minute": 60 * local.hour + local.minute}


def clock_changes(zone: str, year: int) -> list[datetime]:
    """The hours of a year within which the zone's offset changes."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=passed) for passed in range(366 * 24)]
    offsets = [hour.astimezone(ZoneInfo(zone)).utcoffset() for hour in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n] != offsets[n - 1]]


@given(st.lists(st.tuples(st.sampled_from(ZONES), instants), min_size=40, max_size=80))
@settings(deadline=None, max_examples=15)
def test_browser_and_zoneinfo_show_the_same_clock(
    in_browser: InBrowser, asked: list[tuple[str, datetime]]
) -> None:
    shown = in_browser("wall_clock.js", "wallClock", [(zone, epoch_ms(at)) for zone, at in asked])
    assert shown == [wall_clock(zone, at) for zone, at in asked]


def test_several_zones_are_asked_at_once_and_not_before_the_moment_is_known(
    in_browser: InBrowser,
) -> None:
    at = datetime(2024, 1, 1, 12, 30, tzinfo=UTC)
    zones = ["Europe/Dublin", "Asia/Tokyo"]
    calls: list[list[Any]] = [[[*zones, "Mars/Olympus"], epoch_ms(at)], [zones, None]]
    clocks: dict[str, Any] = {zone: wall_clock(zone, at) for zone in zones}
    expected = [clocks | {"Mars/Olympus": None}, None]
    assert in_browser("wall_clock.js", "wallClocks", calls) == expected


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Dublin",
        "America/New_York",
        "America/Santiago",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Gaza",
    ],
)
def test_every_minute_around_a_change_of_the_clocks_is_right(
    in_browser: InBrowser, zone: str
) -> None:
    changes = clock_changes(zone, 2023)
    assert changes
    asked = [at + timedelta(minutes=n) for at in changes for n in range(-61, 62)]
    shown = in_browser("wall_clock.js", "wallClock", [(zone, epoch_ms(at)) for at in asked])
    assert shown == [wall_clock(zone, at) for at in asked]


def test_midnight_is_minute_zero(in_browser: InBrowser) -> None:
    midnight = epoch_ms(datetime(2024, 1, 1, tzinfo=UTC))
    assert in_browser("wall_clock.js", "wallClock", [("Etc/UTC", midnight)]) == [
        {"weekday": 0, "minute": 0}
    ]


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "", None, "not a zone"])
def test_a_zone_the_browser_does_not_know_gives_null(in_browser: InBrowser, zone: object) -> None:
    assert in_browser("wall_clock.js", "wallClock", [(zone, 0)]) == [None]


@pytest.mark.parametrize(
    ("instant", "state"),
    [
        pytest.param(datetime(2024, 1, 15, 8, 30, tzinfo=UTC), "closed", id="half past 8, winter"),
        pytest.param(datetime(2024, 7, 15, 8, 30, tzinfo=UTC), "open", id="half past 9, summer"),
        pytest.param(datetime(2024, 7, 15, 16, 30, tzinfo=UTC), "closed", id="after 5, summer"),
    ],
)
def test_open_now_follows_daylight_saving(
    in_browser: InBrowser, instant: datetime, state: str
) -> None:
    hours = {"kind": "weekly", "weekly": [{"weekday": 0, "opens": 540, "closes": 1020}]}
    calls = [("Europe/Dublin", epoch_ms(instant))]
    [clock] = in_browser("wall_clock.js", "wallClock", calls)
    assert opening_state(hours, clock["weekday"], clock["minute"])["state"] == state
