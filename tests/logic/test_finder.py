"""A finder that combines every filter and never comes back with nothing."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.finder import find, narrowed, pick, shared_text, wanted_from

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]
Dict = dict[str, Any]

KNOWN = {
    "feeling": ["angry", "sad"],
    "place": ["home", "public"],
    "energy": ["low", "high"],
    "minutes": ["2", "5", "15"],
    "have": ["nothing", "water", "pen"],
}
NOTHING: Dict = {"feeling": "", "place": "", "energy": "", "minutes": "", "have": []}


def some_of(name: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(KNOWN[name]), unique=True)


cards = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.text("abcdef", min_size=1, max_size=4),
            "feelings": some_of("feeling"),
            "places": some_of("place"),
            "energy": st.sampled_from(["low", "any", "high"]),
            "needs": some_of("have"),
            "least": st.integers(0, 60),
        }
    ),
    max_size=12,
)
wishes = st.fixed_dictionaries(
    {name: st.sampled_from(["", *KNOWN[name]]) for name in KNOWN if name != "have"}
    | {"have": some_of("have")}
)


def card(name: str, **changes: Any) -> Dict:
    plain = {
        "feelings": ["angry"],
        "places": ["home"],
        "energy": "low",
        "needs": ["nothing"],
        "least": 1,
    }
    return {"id": name, **plain, **changes}


def fits(one: Dict, wanted: Dict) -> bool:
    return all(
        (
            not wanted["feeling"] or not one["feelings"] or wanted["feeling"] in one["feelings"],
            not wanted["place"] or not one["places"] or wanted["place"] in one["places"],
            one["energy"] in (wanted["energy"] or one["energy"], "any"),
            not wanted["minutes"] or one["least"] <= int(wanted["minutes"]),
            not wanted["have"]
            or not one["needs"]
            or {"nothing", *wanted["have"]} & set(one["needs"]),
        )
    )


@given(cards, wishes)
def test_the_cards_that_fit_every_choice_come_in_their_order(some: list[Dict], wish: Dict) -> None:
    fitting = [one["id"] for one in some if fits(one, wish)]
    found = find(some, wish)
    assert found["exact"] == bool(fitting)
    if fitting:
        assert [row["id"] for row in found["rows"]] == fitting


@given(cards.filter(bool), wishes)
def test_there_is_always_something_to_try(some: list[Dict], wish: Dict) -> None:
    found = find(some, wish)
    assert found["rows"]
    assert found["exact"] == all(row["misses"] == [] for row in found["rows"])


def test_nearest_is_what_can_be_done_here_and_now() -> None:
    some = [
        card("far", places=["public"], needs=["pen"]),
        card("elsewhere", places=["public"]),
        card("other feeling", feelings=["sad"]),
        card("long", least=9),
    ]
    wish = {**NOTHING, "feeling": "angry", "place": "home", "minutes": "5", "have": ["water"]}
    found = find(some, wish)
    assert [row["id"] for row in found["rows"]] == ["long", "other feeling", "elsewhere", "far"]
    assert [row["misses"] for row in found["rows"]] == [
        ["minutes"],
        ["feeling"],
        ["place"],
        ["place", "have"],
    ]


def test_one_of_the_things_needed_is_enough() -> None:
    some = [card("either", needs=["water", "pen"]), card("nothing")]
    assert find(some, {**NOTHING, "have": ["pen"]})["exact"]
    assert [row["id"] for row in find(some, {**NOTHING, "have": ["nothing"]})["rows"]] == [
        "nothing"
    ]


def test_a_feeling_alone_does_not_narrow() -> None:
    assert not narrowed({**NOTHING, "feeling": "sad"})
    assert narrowed({**NOTHING, "place": "home"})
    assert narrowed({**NOTHING, "have": ["water"]})


@given(st.lists(st.text(min_size=1), min_size=2, unique=True), st.floats(0, 1, exclude_max=True))
def test_picking_again_gives_another_card(ids: list[str], chance: float) -> None:
    first = pick(ids, chance, "")
    assert pick(ids, chance, first) != first


def test_picking_from_one_card_gives_it_again() -> None:
    assert pick(["a"], 0.9, "a") == "a"


@given(wishes)
def test_shared_choices_come_back_the_same(wish: Dict) -> None:
    assert wanted_from(shared_text(wish), KNOWN) == wish


@given(st.text("abcdefghijklmnopqrstuvwxyz=&._<>2", max_size=60))
def test_of_a_link_only_known_choices_are_taken(text: str) -> None:
    wanted = wanted_from(text, KNOWN)
    for name, keys in KNOWN.items():
        given_keys = wanted[name] if name == "have" else [key for key in [wanted[name]] if key]
        assert set(given_keys) <= set(keys)


@given(st.lists(st.tuples(cards, wishes), min_size=10, max_size=20), st.floats(0, 0.99))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree(
    in_browser: InBrowser, cases: list[tuple[list[Dict], Dict]], chance: float
) -> None:
    assert in_browser("finder.js", "find", cases) == [find(*case) for case in cases]
    wished = [[wish] for _, wish in cases]
    texts = [shared_text(wish) for [wish] in wished]
    assert in_browser("finder.js", "narrowed", wished) == [narrowed(wish) for [wish] in wished]
    assert in_browser("finder.js", "shared_text", wished) == texts
    read = [(text, KNOWN) for text in texts]
    assert in_browser("finder.js", "wanted_from", read) == [wish for [wish] in wished]
    picked = [(["a", "b", "c"], chance, last) for last in ["", "a", "c"]]
    assert in_browser("finder.js", "pick", picked) == [pick(*call) for call in picked]
