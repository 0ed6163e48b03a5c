"""The packs that come with the app keep the rules."""

import pytest
import textstat

from pwa_app.content import (
    DEFAULT_PACKS,
    Card,
    Category,
    Feeling,
    Library,
    Need,
    Packs,
    open_library,
    read_packs,
)
from pwa_app.content.rules import read_wording

SLUGS = sorted(path.stem for path in (DEFAULT_PACKS / "en" / "cards").glob("*.toml"))


@pytest.fixture(scope="module")
def packs() -> Packs:
    return read_packs()


@pytest.fixture(scope="module")
def library(packs: Packs) -> Library:
    return open_library(packs=packs)


def read_aloud(card: Card) -> str:
    parts = [card.summary, *(step.text for step in card.steps)]
    return " ".join(part if part[-1] in ".?" else f"{part}." for part in parts)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_card_can_be_read_at_the_age_of_eleven(library: Library, slug: str) -> None:
    assert textstat.flesch_kincaid_grade(read_aloud(library.card(slug))) <= 6.5


def test_every_card_names_a_source(library: Library) -> None:
    assert [card.slug for card in library.all_cards() if not card.sources] == []


def test_every_category_has_cards_and_there_are_at_least_24(library: Library) -> None:
    assert {card.category for card in library.all_cards()} == set(Category)
    assert len(library.all_cards()) >= 24


@pytest.mark.parametrize("feeling", Feeling)
def test_every_feeling_has_cards_that_need_nothing(library: Library, feeling: Feeling) -> None:
    nothing = [card for card in library.cards_for(feeling) if card.needs == [Need.NOTHING]]
    assert len(nothing) >= 4


def test_at_least_twelve_countries_have_services_with_a_source(library: Library) -> None:
    countries = library.countries()
    assert len(countries) >= 12
    for country in countries:
        services = library.services(country)
        assert services
        assert all(service.sources and service.channels for service in services)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hold some ice in your hand.",
        "Count your days clean.",
        "Draw on your skin with a red pen.",
        "The urge will be gone in 15 minutes.",
        "He committed suicide.",
        "Promise yourself you will stop.",
        "Others have it worse.",
        "Well done!",
    ],
)
def test_the_list_of_words_refuses_what_the_app_must_not_say(sentence: str) -> None:
    assert read_wording(DEFAULT_PACKS, []).faults(sentence, "cards", "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Wash a cup in clean water.",
        "Ask first if you have high blood pressure.",
        "Urges rise and fall.",
        "Think of your favourite ice cream.",
        "Notice the place where you sit.",
    ],
)
def test_the_list_of_words_lets_plain_sentences_through(sentence: str) -> None:
    assert read_wording(DEFAULT_PACKS, []).faults(sentence, "cards", "en") == []
