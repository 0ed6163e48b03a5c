"""Something to do right now: feelings, and cards for them."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pwa_app.content import Card, Category, Need, Place
from tests.browser.html_tree import Element, read_page
from tests.browser.library import library
from tests.browser.watch import Watch
from tests.lost_scripts import LOST, lose_scripts
from tests.waiting import wait_for_react

FEELINGS = {
    "overwhelmed": "Overwhelmed",
    "angry": "Angry",
    "numb": "Numb",
    "anxious": "Anxious",
    "sad": "Sad",
    "ashamed": "Ashamed",
    "alone": "Alone",
    "flashback": "Flashback",
    "sleepless": "Can’t sleep",
}

PLACES = {
    Place.HOME: "at home",
    Place.PUBLIC: "out and about",
    Place.BED: "in bed",
    Place.SCHOOL_WORK: "at school or work",
}

NEEDS = {
    Need.NOTHING: "nothing needed",
    Need.WATER: "water",
    Need.PEN: "pen and paper",
    Need.PHONE: "a phone",
    Need.PERSON: "another person",
    Need.OBJECT: "an everyday thing",
}


def shown_cards(page: Page) -> list[str]:
    """The slugs of the cards under the feelings that can be seen."""
    links = page.locator(".answers a.item").filter(visible=True)
    addresses = links.evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    return [address.removeprefix("/cards/").strip("/") for address in addresses]


def pick(page: Page, feeling: str) -> None:
    """Tap a feeling."""
    page.locator("label.chip", has_text=FEELINGS[feeling]).click()


@pytest.fixture(params=["before the scripts have come", "with React"])
def first_screen(request: pytest.FixtureRequest, page: Page, watch: Watch) -> Page:
    """The first screen, early and late."""
    if request.param == "with React":
        page.goto("/")
        wait_for_react(page)
    else:
        watch.allow(LOST)
        lose_scripts(page)
        page.goto("/")
    return page


def test_the_first_screen_offers_something_to_do_before_anything_is_asked(
    first_screen: Page,
) -> None:
    expect(first_screen.locator("h1")).to_be_in_viewport()
    for name in ("Ride out an urge", "Breathe", "Ground me", "My plan", "Help now"):
        expect(first_screen.get_by_role("link", name=name).first).to_be_in_viewport(ratio=1)


def test_picking_a_feeling_shows_cards_for_it_at_once_on_the_same_page(
    first_screen: Page,
) -> None:
    address = first_screen.url
    loads: list[str] = []
    first_screen.on("domcontentloaded", lambda page: loads.append(page.url))
    assert shown_cards(first_screen) == []
    for feeling in FEELINGS:
        pick(first_screen, feeling)
        wanted = [card.slug for card in library().cards_for(feeling, 5)]
        assert shown_cards(first_screen) == wanted, feeling
        assert all(feeling in library().card(slug).feelings for slug in wanted)
    assert (first_screen.url, loads) == (address, [])


def test_a_feeling_can_be_picked_with_the_keyboard(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    page.locator("#feeling-overwhelmed").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert page.locator("#feeling-angry").is_checked()
    assert shown_cards(page) == [card.slug for card in library().cards_for("angry", 5)]


def test_a_feeling_picked_before_react_came_stays_picked(page: Page) -> None:
    page.goto("/")
    pick(page, "sad")
    wait_for_react(page)
    page.wait_for_timeout(200)
    assert page.locator("#feeling-sad").is_checked()
    assert shown_cards(page) == [card.slug for card in library().cards_for("sad", 5)]


def test_all_cards_can_be_narrowed_down_by_feeling_and_widened_again(page: Page) -> None:
    every = {card.slug: card for card in library().all_cards()}
    page.goto("/cards/")
    wait_for_react(page)
    assert shown_cards(page) == list(every)
    for feeling in FEELINGS:
        pick(page, feeling)
        wanted = [slug for slug, card in every.items() if feeling in card.feelings]
        assert shown_cards(page) == wanted, feeling
        headings = page.locator(".answers h2").filter(visible=True).count()
        assert headings == len({every[slug].category for slug in wanted}), feeling
    page.locator("label.chip", has_text="Anything").click()
    assert shown_cards(page) == list(every)


def test_a_tapped_card_opens_and_the_way_back_leads_to_all_cards(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    pick(page, "numb")
    [first, *_] = library().cards_for("numb", 5)
    page.get_by_role("link", name=first.title).filter(visible=True).click()
    expect(page.locator("h1")).to_have_text(first.title)
    expect(page).to_have_title(f"{first.title} · Mooring")
    page.get_by_role("link", name="Back to Cards").click()
    expect(page.locator("h1")).to_have_text("Cards")


def test_every_card_says_how_long_where_and_with_what(dist: Path) -> None:
    for card in library().all_cards():
        page = read_page(dist, f"/cards/{card.slug}/")
        details = page.find("main").find("div", "card-body").find("p", "small").text
        assert str(card.minutes_least) in details, card.slug
        assert f"{card.minutes_most} min" in details, card.slug
        places = [PLACES[place] for place in card.places]
        assert all(place in details for place in places) or (
            len(places) == len(PLACES) and "anywhere" in details
        ), card.slug
        assert all(NEEDS[need] in details for need in card.needs), card.slug


def test_every_card_shows_its_steps_in_order_after_what_to_take_care_of(dist: Path) -> None:
    for card in library().all_cards():
        main = read_page(dist, f"/cards/{card.slug}/").find("main")
        steps = main.find("ol", "steps")
        assert [step.text for step in steps.find_all("li")] == [
            " ".join(step.text.split()) for step in card.steps
        ], card.slug
        assert len(card.steps) > 0
        care = main.find_all("p", "care")
        assert [line.text for line in care] == ([card.care] if card.care else []), card.slug
        if care:
            assert comes_before(main, care[0], steps), card.slug


def test_every_card_names_its_feelings_and_its_sources(dist: Path) -> None:
    for card in library().all_cards():
        about = read_page(dist, f"/cards/{card.slug}/").find("main").find("details")
        assert all(FEELINGS[feeling] in about.text for feeling in card.feelings), card.slug
        links = [link.attributes["href"] for link in about.find("ul", "sources").find_all("a")]
        assert links == [source.url for source in card.sources], card.slug
        assert links, card.slug
        assert all(link.text for link in about.find_all("a")), card.slug


@pytest.mark.parametrize("category", list(Category))
def test_try_another_like_this_leads_through_the_whole_category_and_back(
    dist: Path, category: Category
) -> None:
    slugs = [card.slug for card in library().cards_in(category)]
    assert len(slugs) > 1
    walked = [slugs[0]]
    for _ in slugs:
        walked.append(following(dist, walked[-1]))
    assert walked[-1] == slugs[0]
    assert sorted(walked[:-1]) == sorted(slugs)


def test_try_another_like_this_shows_the_next_card_from_its_top(page: Page) -> None:
    cards = library().cards_in(Category.GROUND)
    page.goto(f"/cards/{cards[0].slug}/")
    wait_for_react(page)
    for card in cards[1:4]:
        page.get_by_role("link", name="Try another like this").click()
        expect(page.locator("h1")).to_have_text(card.title)
        expect(page.locator("h1")).to_be_in_viewport()
        steps = page.locator("ol.steps > li").all_inner_texts()
        assert steps == [step.text for step in card.steps]


def test_a_card_looks_as_it_should_where_scripts_never_come(page: Page, watch: Watch) -> None:
    card = a_card_with_care(library().all_cards())
    watch.allow(LOST)
    lose_scripts(page)
    page.goto(f"/cards/{card.slug}/")
    expect(page.locator("p.care")).to_be_visible()
    number = "getComputedStyle(document.querySelector('.steps > li'), '::before').content"
    assert "counter" in page.evaluate(number)


def a_card_with_care(cards: Iterable[Card]) -> Card:
    """The first card that has a care line."""
    return next(card for card in cards if card.care)


def comes_before(page: Element, one: Element, other: Element) -> bool:
    """Whether an element stands before another one in the document."""
    order = [id(element) for element in page.walk()]
    return order.index(id(one)) < order.index(id(other))


def following(dist: Path, slug: str) -> str:
    """Where "Try another like this" leads from a card."""
    links = read_page(dist, f"/cards/{slug}/").find("main").find_all("a")
    [link] = [link for link in links if link.text == "Try another like this"]
    return link.attributes["href"].removeprefix("/cards/").strip("/")
