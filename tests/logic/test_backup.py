"""What becomes of records when a backup comes together with what is on the phone."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.backup import DAY, decided, due_since, strength

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

moments = st.one_of(
    st.just(""),
    st.datetimes().map(lambda when: f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z"),
    st.datetimes().map(lambda when: f"{when:%Y-%m-%dT%H:%M}Z"),
)
passphrases = st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]), max_size=24)

EARLY, LATE = "2026-11-22T08:00:00.000Z", "2026-11-23T08:00:00.000Z"


def test_what_the_phone_does_not_have_comes_in() -> None:
    assert decided(False, False, EARLY, "") == "new"


def test_what_is_the_same_in_both_is_left_alone() -> None:
    assert decided(True, True, LATE, EARLY) == "same"


def test_the_newer_of_two_records_stays() -> None:
    assert decided(True, False, LATE, EARLY) == "newer"
    assert decided(True, False, EARLY, LATE) == "kept"


@pytest.mark.parametrize(("found_at", "kept_at"), [("", ""), (LATE, ""), ("", LATE), (LATE, LATE)])
def test_the_phones_record_stays_where_no_time_tells(found_at: str, kept_at: str) -> None:
    assert decided(True, False, found_at, kept_at) == "kept"


def test_a_moment_to_the_minute_is_no_older_than_the_same_to_the_millisecond() -> None:
    assert decided(True, False, "2026-11-23T08:00:00.000Z", "2026-11-23T08:00Z") == "kept"
    assert decided(True, False, "2026-11-23T08:00:00.001Z", "2026-11-23T08:00Z") == "newer"


@given(moments, moments)
def test_of_two_records_the_same_one_stays_on_whichever_phone_they_meet(
    one: str, other: str
) -> None:
    fates = {decided(True, False, one, other), decided(True, False, other, one)}
    assert fates in ({"newer", "kept"}, {"kept"})


def test_a_backup_is_due_only_for_those_who_asked_to_be_told() -> None:
    now = 100 * 7 * DAY
    assert due_since(0, 0, 0, now) == 0
    assert due_since(4, now - 27 * DAY, 0, now) == 0
    assert due_since(4, now - 28 * DAY, 0, now) == 4
    assert due_since(4, 0, now - 50 * DAY, now) == 7
    assert due_since(4, now - 99 * DAY, now - DAY, now) == 0


def test_a_clock_that_was_wrong_for_a_day_keeps_nobody_from_being_told() -> None:
    now = 100 * 7 * DAY
    assert due_since(4, now + 999 * DAY, now - 28 * DAY, now) == 4
    assert due_since(4, now - 28 * DAY, now + 999 * DAY, now) == 4
    assert due_since(4, now + DAY, now + DAY, now) == 0


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("", "none"),
        ("short", "short"),
        ("aaaaaaaaaaaaaaaaaaaa", "short"),
        ("eleven chars", "fair"),
        ("four quiet blue boats", "good"),
        ("correct horse!", "fair"),
        ("sixteen-chars-ok", "good"),
    ],
)
def test_the_hint_tells_how_hard_a_passphrase_is_to_guess(passphrase: str, hint: str) -> None:
    assert strength(passphrase) == hint


@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), moments, moments), min_size=30),
    st.lists(passphrases, min_size=30),
    st.lists(st.tuples(*[st.integers(0, 60)] * 4), min_size=30),
)
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_backups(
    in_browser: InBrowser,
    pairs: list[tuple[bool, bool, str, str]],
    some: list[str],
    times: list[tuple[int, ...]],
) -> None:
    assert in_browser("backup.js", "decided", pairs) == [decided(*pair) for pair in pairs]
    calls = [(one,) for one in some]
    assert in_browser("backup.js", "strength", calls) == [strength(one) for one in some]
    asked = [(weeks, *(day * DAY for day in days)) for weeks, *days in times]
    assert in_browser("backup.js", "due_since", asked) == [due_since(*one) for one in asked]
