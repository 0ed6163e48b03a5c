from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.plan import (
    chosen_parts,
    dialled,
    in_places,
    lines_of,
    number_note,
    people_of,
    plan_parts,
    plan_text,
    toggled_line,
)

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

HEADINGS = [
    {"key": "alone", "heading": "By myself", "numbers": False},
    {"key": "people", "heading": "People", "numbers": True},
    {"key": "professionals", "heading": "Lines", "numbers": True},
]

texts = st.text("a1 2.+-()\n#*٣", max_size=24)
contacts = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["a", "b", "c", "__proto__"]), "at": st.sampled_from(["1", "2"])},
        optional={
            "name": texts,
            "number": texts,
            "note": texts,
            "part": st.sampled_from(["people", "professionals"]),
            "place": st.integers(1, 4),
        },
    ),
    max_size=4,
)
plans = st.none() | st.fixed_dictionaries({"id": st.just("mine")}, optional={"people": texts})


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("087 123 4567", "0871234567"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("(020) 7946-0018", "02079460018"),
        ("01.23.45.67.89", "0123456789"),
        ("116 123 free", "116123"),
        ("020 7946 0018 ext 4", "02079460018"),
        ("*0767#", "*0767#"),
        ("۰۹۱۲ ۳۴۵", "0912345"),
        ("ask Jo", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_however_it_is_written(written: str, wanted: str) -> None:
    assert dialled(written) == wanted


@pytest.mark.parametrize(
    ("number", "note"),
    [("112", ""), ("ask Jo", "none"), ("12", "short"), ("1" * 16, "long"), (" ", "")],
)
def test_an_odd_number_gets_a_remark(number: str, note: str) -> None:
    assert number_note(number) == note


def test_people_stand_in_their_own_order_then_by_when_they_were_added() -> None:
    rows = [
        {"id": "late", "at": "3", "name": "Jo"},
        {"id": "early", "at": "1", "name": "Ana"},
        {"id": "first", "at": "4", "name": "Mo", "place": 1},
        {"id": "line", "at": "2", "number": "116123", "part": "professionals"},
    ]
    assert [person["id"] for person in people_of(rows, "people")] == ["first", "early", "late"]
    (line,) = people_of(rows, "professionals")
    assert (line["name"], line["number"]) == ("116123", "")
    assert (line["tel"], line["sms"]) == ("tel:116123", "")
    assert len(people_of(rows, "")) == 4


def test_a_place_is_given_to_each_person_that_is_still_there() -> None:
    rows = [{"id": "a"}, {"id": "b"}]
    assert in_places(rows, ["b", "gone", "a"]) == [
        {"id": "b", "place": 1},
        {"id": "a", "place": 2},
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Ana 087 123 4567", "087 123 4567"),
        ("Samaritans: 116 123, any time", "116 123"),
        ("Dr May +353 (0)1 234 5678.", "+353 (0)1 234 5678"),
        ("ring (020) 7946 0018", "(020) 7946 0018"),
        ("01.23.45.67.89 (home)", "01.23.45.67.89"),
        ("on 2026-11-23 at 14:30", ""),
        ("Room 12, 4th floor", ""),
        ("Mum", ""),
    ],
)
def test_a_number_in_a_line_can_be_called(line: str, number: str) -> None:
    parts = plan_parts({"people": line}, [], HEADINGS)
    assert [one["number"] for one in parts[0]["lines"]] == [number]


def test_only_parts_with_something_in_them_are_shown_and_numbers_only_where_they_belong() -> None:
    plan = {"alone": "music\n\n  12 345 678 steps \n", "people": ""}
    (part,) = plan_parts(plan, [], HEADINGS)
    assert part["heading"] == "By myself"
    assert part["lines"] == [
        {"text": "music", "number": "", "tel": ""},
        {"text": "12 345 678 steps", "number": "", "tel": ""},
    ]
    assert plan_parts(None, [], HEADINGS) == []


def test_a_plan_becomes_a_text_that_can_be_read_anywhere() -> None:
    rows = [{"id": "a", "at": "1", "name": "Ana", "number": "087 123 4567", "note": "late too"}]
    parts = plan_parts({"alone": "music\ntea"}, rows, HEADINGS)
    assert plan_text("My plan", parts) == (
        "My plan\n\nBy myself\n- music\n- tea\n\nPeople\n- Ana: 087 123 4567\n  late too\n"
    )


def test_what_is_left_out_is_not_handed_on() -> None:
    rows = [{"id": "a", "at": "1", "name": "Ana", "number": "087 123 4567"}]
    parts = plan_parts({"alone": "music"}, rows, HEADINGS)
    assert chosen_parts(parts, None) == parts
    assert chosen_parts(parts, {"alone": True}) == parts
    (people,) = chosen_parts(parts, {"alone": False, "numbers": False})
    assert plan_text("My plan", [people]) == "My plan\n\nPeople\n- Ana\n"
    assert people["people"][0]["tel"] == ""


@given(texts, texts)
def test_putting_a_line_in_and_taking_it_out_leaves_the_others(text: str, line: str) -> None:
    wanted = line.replace("\n", " ").strip()
    if wanted == "" or wanted in lines_of(text):
        return
    there = toggled_line(text, wanted)
    assert lines_of(there) == [*lines_of(text), wanted]
    assert lines_of(toggled_line(there, wanted)) == lines_of(text)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(plans, contacts), min_size=8, max_size=8))
def test_the_browser_shows_the_same_plan(
    in_browser: InBrowser, given_plans: list[tuple[Any, Any]]
) -> None:
    asked = [(plan, people, HEADINGS) for plan, people in given_plans]
    expected = [plan_parts(*one) for one in asked]
    assert in_browser("plan.js", "plan_parts", asked) == expected
    chosen = [(parts, {"people": len(parts) > 1, "numbers": False}) for parts in expected]
    assert in_browser("plan.js", "chosen_parts", chosen) == [chosen_parts(*one) for one in chosen]
    written = [("My plan", parts) for parts in expected]
    assert in_browser("plan.js", "plan_text", written) == [plan_text(*one) for one in written]


@settings(max_examples=15, deadline=None)
@given(st.lists(texts, min_size=12, max_size=12), contacts, st.lists(st.sampled_from("abc")))
def test_the_browser_reads_the_same_numbers_lines_and_places(
    in_browser: InBrowser, written: list[str], people: list[Any], keys: list[str]
) -> None:
    for name, function in (("dialled", dialled), ("number_note", number_note)):
        assert in_browser("plan.js", name, [(one,) for one in written]) == [
            function(one) for one in written
        ]
    assert in_browser("plan.js", "lines_of", [(one,) for one in written]) == [
        lines_of(one) for one in written
    ]
    toggles = [(one, "a1") for one in written]
    assert in_browser("plan.js", "toggled_line", toggles) == [toggled_line(*one) for one in toggles]
    assert in_browser("plan.js", "in_places", [(people, keys)]) == [in_places(people, keys)]
