"""The packs that come with the app keep the rules."""

import pytest
import textstat

from pwa_app.content import (
    DEFAULT_PACKS,
    Card,
    Category,
    Caution,
    Feeling,
    Group,
    InsteadOf,
    Library,
    Need,
    Packs,
    Place,
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


def test_every_category_has_cards_and_there_are_at_least_120(library: Library) -> None:
    assert {card.category for card in library.all_cards()} == set(Category)
    assert len(library.all_cards()) >= 120


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("feeling", Feeling)
def test_every_feeling_has_four_cards_that_need_nothing_in_every_place(
    library: Library, feeling: Feeling, place: Place
) -> None:
    cards = [card for card in library.cards_for(feeling) if place in card.places]
    assert len([card for card in cards if card.needs == [Need.NOTHING]]) >= 4


@pytest.mark.parametrize("need", InsteadOf)
def test_whatever_an_urge_is_for_some_cards_meet_it_another_way(
    library: Library, need: InsteadOf
) -> None:
    cards = library.cards_instead_of(need)
    assert len(cards) >= 8
    assert len([card for card in cards if card.needs == [Need.NOTHING]]) >= (
        # To be seen takes somebody, or something to write or speak with.
        1 if need == InsteadOf.BE_SEEN else 4
    )


def test_nothing_cold_stands_in_for_pain(library: Library) -> None:
    cards = library.cards_instead_of(InsteadOf.FEEL_SOMETHING)
    assert [card.slug for card in cards if Caution.COLD in card.cautions] == []


@pytest.mark.parametrize("group", Group)
def test_journaling_and_anger_are_whole_groups(library: Library, group: Group) -> None:
    assert len(library.cards_of(group)) >= 10


def test_every_card_of_the_anger_group_is_for_anger(library: Library) -> None:
    cards = library.cards_of(Group.ANGER)
    assert [card.slug for card in cards if Feeling.ANGRY not in card.feelings] == []


def test_a_caution_is_put_into_words_before_the_steps(library: Library) -> None:
    assert [card.slug for card in library.all_cards() if card.cautions and not card.care] == []


def test_cards_carry_the_cautions_that_the_facts_name(library: Library) -> None:
    facts = {
        "short-burst": {Caution.EATING, Caution.HEART},
        "cool-water": {Caution.EATING, Caution.HEART, Caution.COLD},
        "one-slow-taste": {Caution.EATING},
        "make-a-simple-snack": {Caution.EATING},
        "eat-and-drink": {Caution.EATING},
        "square-breath": {Caution.PANIC},
    }
    for slug, cautions in facts.items():
        assert cautions <= set(library.card(slug).cautions), slug


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
