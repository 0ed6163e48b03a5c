import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa_app.logic.search import found

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]


def entry(title: str) -> dict[str, Any]:
    return {"title": title, "words": title.lower().split(" ")}


ENTRIES = [
    entry("Austria"),
    entry("Australia"),
    entry("Ireland"),
    entry("Iceland"),
    entry("Samaritans Ireland 116123"),
    entry("Kids Helpline Australia"),
]


def titles(*words: str, most: int = 12) -> list[str]:
    return [row["title"] for row in found(ENTRIES, list(words), most)]


def test_nothing_typed_finds_nothing() -> None:
    assert titles() == []


def test_a_beginning_is_enough() -> None:
    assert titles("aust") == ["Austria", "Australia", "Kids Helpline Australia"]


def test_the_word_itself_comes_before_words_that_are_only_like_it() -> None:
    assert titles("ireland")[0] == "Ireland"
    assert titles("iceland")[0] == "Iceland"


@pytest.mark.parametrize(
    "typed", ["irelnd", "irleand", "irelamd", "irreland", "rieland", "irel", "irelan"]
)
def test_a_slip_does_not_hide_a_country(typed: str) -> None:
    assert "Ireland" in titles(typed)


def test_every_word_counts() -> None:
    assert titles("ireland", "samaritans") == ["Samaritans Ireland 116123"]
    assert titles("ireland", "kids") == []


def test_a_number_is_found_by_its_beginning_and_never_by_one_like_it() -> None:
    assert titles("1161") == ["Samaritans Ireland 116123"]
    assert titles("116124") == []


def test_short_words_must_be_right() -> None:
    assert titles("aux") == []


def test_there_are_never_more_than_asked_for() -> None:
    assert titles("aust", most=2) == ["Austria", "Australia"]


letters = st.text("airelnds1é本", min_size=1, max_size=10)
entries = st.lists(st.builds(lambda words: {"words": words}, st.lists(letters, max_size=4)))


@given(st.lists(letters, min_size=1, max_size=6))
def test_a_word_is_always_found_by_itself(words: list[str]) -> None:
    listed = [{"words": [word]} for word in words]
    assert found(listed, [words[0]], len(listed))[0]["words"] == [words[0]]


@given(st.lists(st.tuples(entries, st.lists(letters, max_size=3)), min_size=10, max_size=30))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_find_the_same(
    in_browser: InBrowser, asked: list[tuple[list[dict[str, Any]], list[str]]]
) -> None:
    calls = [(listed, words, 5) for listed, words in asked]
    assert in_browser("search.js", "found", calls) == [found(*call) for call in calls]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Côte d’Ivoire", ["cote", "divoire"]),
        ("Færøerne / Føroyar", ["faeroerne", "foroyar"]),
        ("TÜRKİYE (Türkiye)", ["turkiye", "turkiye"]),
        ("Éire", ["eire"]),
        ("  +1 116-123 ", ["1", "116", "123"]),
        ("日本", ["日本"]),
        ("한국", [unicodedata.normalize("NFKD", "한국")]),
        ("", []),
    ],
)
def test_words_are_compared_without_accents_and_signs(
    in_browser: InBrowser, text: str, words: list[str]
) -> None:
    assert in_browser("fold.js", "foldedWords", [[text]]) == [words]
