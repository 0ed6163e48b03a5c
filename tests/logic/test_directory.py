from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.directory import (
    FILTERS,
    MY_LANGUAGE,
    count_text,
    fitting,
    is_chosen,
    is_old,
    toggled,
    useful_filters,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

WORDS = "{shown} of {all} are shown."

tags = st.sampled_from(
    ["en", "en-GB", "es-AR", "cmn", "yue", "zh-HK", "zh-Hans-CN", "nb", "no", ""]
)
tag_lists = st.lists(tags, max_size=4)
keys = st.sampled_from(FILTERS)
services = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.text("abc-", min_size=1, max_size=4),
            "suits": st.lists(st.sampled_from([key for key in FILTERS if key != MY_LANGUAGE])),
            "languages": tag_lists,
        }
    ),
    max_size=8,
)
choices = st.one_of(
    st.none(), st.fixed_dictionaries({"chosen": st.lists(keys, unique=True, max_size=5)})
)


def service(identity: str, *suits: str, languages: Sequence[str] = ("en",)) -> dict[str, Any]:
    return {"id": identity, "suits": list(suits), "languages": list(languages)}


LISTED = [
    service("night", "call", "text"),
    service("web", "chat", "young_people"),
    service("trevor", "call", "chat", "lgbtq", "young_people"),
    service("linea", "call", languages=["es-AR"]),
]


def shown(*chosen: str, speaks: Sequence[str] = ()) -> list[str]:
    return fitting(LISTED, {"chosen": list(chosen)}, list(speaks))


def test_without_a_choice_everyone_is_shown_in_order() -> None:
    everyone = ["night", "web", "trevor", "linea"]
    assert fitting(LISTED, None, ["en"]) == everyone
    assert shown() == everyone


def test_of_several_ways_any_will_do() -> None:
    assert shown("text", "chat") == ["night", "web", "trevor"]


def test_a_way_and_a_group_of_people_must_both_fit() -> None:
    assert shown("call", "young_people") == ["trevor"]
    assert shown("call", "young_people", "lgbtq") == ["trevor"]
    assert shown("text", "lgbtq") == ["none"]


@pytest.mark.parametrize(
    ("speaks", "ids"),
    [
        (["es"], ["linea"]),
        (["es-MX", "en"], ["night", "web", "trevor", "linea"]),
        (["fr"], ["none"]),
        ([], ["none"]),
    ],
)
def test_my_language_goes_by_the_language_and_not_by_the_country(
    speaks: list[str], ids: list[str]
) -> None:
    assert shown(MY_LANGUAGE, speaks=speaks) == ids


@pytest.mark.parametrize(
    ("service_tag", "phone_tag"),
    [("cmn", "zh-CN"), ("yue", "zh-HK"), ("no", "nb-NO"), ("tl", "fil-PH"), ("he", "iw")],
)
def test_a_language_is_known_by_its_other_tags(service_tag: str, phone_tag: str) -> None:
    listed = [service("line", languages=[service_tag])]
    assert fitting(listed, {"chosen": [MY_LANGUAGE]}, [phone_tag]) == ["line"]


def test_a_service_whose_languages_are_not_known_is_not_said_to_speak_mine() -> None:
    assert fitting([service("x", languages=[])], {"chosen": [MY_LANGUAGE]}, ["en"]) == ["none"]


def test_only_filters_that_tell_services_apart_are_offered() -> None:
    assert useful_filters(LISTED, ["es"]) == [
        "call",
        "text",
        "chat",
        "my_language",
        "young_people",
        "lgbtq",
    ]
    assert useful_filters([service("a", "call"), service("b", "call")], ["en"]) == []
    assert useful_filters([], ["en"]) == []


@given(services, choices, tag_lists)
def test_the_services_shown_are_some_of_those_there_in_their_order(
    listed: list[dict[str, Any]], choice: dict[str, Any] | None, speaks: list[str]
) -> None:
    ids = fitting(listed, choice, speaks)
    if ids != ["none"]:
        every = iter([one["id"] for one in listed])
        assert all(identity in every for identity in ids)


@given(choices, keys)
def test_a_second_tap_takes_a_filter_back(choice: dict[str, Any] | None, key: str) -> None:
    once = toggled(choice, key)
    assert is_chosen(once, key) != is_chosen(choice, key)
    assert sorted(toggled(once, key)["chosen"]) == sorted(choice["chosen"] if choice else [])


def test_the_count_is_said_only_while_something_is_chosen() -> None:
    assert count_text(LISTED, None, [], WORDS) == ""
    assert count_text(LISTED, {"chosen": []}, [], WORDS) == ""
    assert count_text(LISTED, {"chosen": ["chat"]}, [], WORDS) == "2 of 4 are shown."
    assert count_text(LISTED, {"chosen": ["deaf"]}, [], WORDS) == "0 of 4 are shown."


@pytest.mark.parametrize(
    ("checked", "year", "old"),
    [
        (2026, 2026, False),
        (2025, 2026, False),
        (2024, 2026, True),
        (2018, 2026, True),
        (2026, 2020, False),
    ],
)
def test_an_entry_is_old_when_the_whole_year_after_it_has_passed(
    checked: int, year: int, old: bool
) -> None:
    assert is_old(checked, year) is old


@given(st.lists(st.tuples(services, choices, tag_lists), min_size=10, max_size=30))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_who_fits(
    in_browser: InBrowser,
    calls: list[tuple[list[dict[str, Any]], dict[str, Any] | None, list[str]]],
) -> None:
    assert in_browser("directory.js", "fitting", calls) == [fitting(*call) for call in calls]
    asked = [(listed, speaks) for listed, _choice, speaks in calls]
    expected = [useful_filters(*call) for call in asked]
    assert in_browser("directory.js", "useful_filters", asked) == expected
    counted = [(*call, WORDS) for call in calls]
    assert in_browser("directory.js", "count_text", counted) == [count_text(*c) for c in counted]


@given(st.lists(st.tuples(choices, keys), min_size=10, max_size=30))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree_on_taps(
    in_browser: InBrowser, calls: list[tuple[dict[str, Any] | None, str]]
) -> None:
    assert in_browser("directory.js", "toggled", calls) == [toggled(*call) for call in calls]
    assert in_browser("directory.js", "is_chosen", calls) == [is_chosen(*call) for call in calls]


def test_browser_and_python_agree_on_age(in_browser: InBrowser) -> None:
    calls = [(checked, year) for checked in range(2018, 2030) for year in range(2024, 2030)]
    assert in_browser("directory.js", "is_old", calls) == [is_old(*call) for call in calls]
