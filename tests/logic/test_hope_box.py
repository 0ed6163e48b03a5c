from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.hope_box import another, box_bytes, host_of, listed, neighbour, shown

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

texts = st.none() | st.text("aé本 😀\n<&", max_size=8)
links = st.none() | st.sampled_from(
    [
        "https://example.org/a?b#c",
        "Https://example.org",
        "http://example.org",
        "javascript:alert(1)",
    ]
)


def thing(number: int, **fields: Any) -> dict[str, Any]:
    return {"id": f"id-{number}", "kind": "note", "place": float(number)} | {
        name: value for name, value in fields.items() if value is not None
    }


boxes = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["photo", "note", "voice", "song", "link"]),
            "title": texts,
            "words": texts,
            "link": links,
            "file": st.none() | st.sampled_from(["file-1", "file-2"]),
            "size": st.none() | st.integers(0, 40_000_000),
            "small": st.none() | st.just("data:image/jpeg;base64,AA"),
        }
    ),
    max_size=6,
).map(lambda rows: [thing(at, **row) for at, row in enumerate(rows)])
wanted = st.sampled_from(["id-0", "id-2", "id-5", "gone", ""])
chances = st.floats(0, 1, exclude_max=True, allow_nan=False)


def test_the_box_goes_round_in_both_directions() -> None:
    box = [thing(0), thing(1), thing(2)]
    assert [neighbour(box, f"id-{at}", 1) for at in range(3)] == ["id-1", "id-2", "id-0"]
    assert [neighbour(box, f"id-{at}", -1) for at in range(3)] == ["id-2", "id-0", "id-1"]


def test_a_thing_that_is_gone_gives_way_to_the_first_one() -> None:
    view = shown([thing(0), thing(1)], "deleted")
    assert view is not None
    assert (view["id"], view["number"], view["count"]) == ("id-0", 1, 2)


def test_an_empty_box_shows_nothing() -> None:
    assert shown([], "id-0") is None
    assert (neighbour([], "", 1), another([], "", 0.5), listed([])) == ("", "", [])


def test_only_a_photo_is_made_ready_to_come_next() -> None:
    box = [thing(0), thing(1, kind="photo", file="f1"), thing(2, kind="song", file="f2")]
    views = [shown(box, f"id-{at}") for at in range(3)]
    assert [view and view["next_picture"] for view in views] == ["f1", "", ""]


def test_a_thing_is_called_by_its_title_then_its_first_line_then_where_its_link_leads() -> None:
    link = "https://example.org/song"
    box = [
        thing(0, title="Nan", words="Hello"),
        thing(1, words="One line\nmore"),
        thing(2, link=link),
        thing(3),
    ]
    assert [one["name"] for one in listed(box)] == ["Nan", "One line", "example.org", ""]


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://example.org", "example.org"),
        ("Https://Example.org:8080/a/b", "Example.org:8080"),
        ("https://example.org?x=https://other.org", "example.org"),
        ("https://example.org\\.other.org/", "example.org"),
        ("https://example.org@other.org/", ""),
        ("http://example.org", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_one_site_over_https_or_nowhere(link: str, host: str) -> None:
    assert host_of(link) == host
    assert listed([thing(0, link=link)])[0]["link"] == (link if host else "")


@given(boxes, chances)
def test_another_one_is_never_the_same_one_where_there_are_two(
    box: list[dict[str, Any]], chance: float
) -> None:
    for one in box:
        picked = another(box, one["id"], chance)
        assert picked in {row["id"] for row in box}
        assert len(box) == 1 or picked != one["id"]


@given(boxes)
def test_moving_on_from_the_first_shows_everything_once(box: list[dict[str, Any]]) -> None:
    seen, here = [], box[0]["id"] if box else ""
    for _ in box:
        seen.append(here)
        here = neighbour(box, here, 1)
    assert seen == [row["id"] for row in box]
    assert box_bytes(box) == sum(row.get("size", 0) for row in box)


@given(st.lists(st.tuples(boxes, wanted, chances), min_size=5, max_size=10))
@settings(deadline=None, max_examples=20)
def test_browser_and_python_agree(in_browser: InBrowser, some: list[Any]) -> None:
    calls: dict[Callable[..., Any], list[list[Any]]] = {
        shown: [[box, one] for box, one, _ in some],
        neighbour: [[box, one, step] for box, one, _ in some for step in (-1, 1)],
        another: [[box, one, chance] for box, one, chance in some],
        listed: [[box] for box, _, _ in some],
        box_bytes: [[box] for box, _, _ in some],
        host_of: [[row.get("link", "")] for box, _, _ in some for row in box],
    }
    for function, given_lists in calls.items():
        expected = [function(*one) for one in given_lists]
        assert in_browser("hope_box.js", function.__name__, given_lists) == expected
