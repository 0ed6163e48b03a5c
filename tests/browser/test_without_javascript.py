"""The site can be read, tapped and called from where no script runs."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.library import library
from tests.browser.test_now_and_cards import FEELINGS, shown_cards

WORDS = {
    "/": ["This feeling will pass.", "Ride out an urge", "Ground me", "What’s it like right now?"],
    "/cards/": ["Small things to do right now.", "Ground yourself", "Five senses"],
    "/cards/five-senses/": ["About this card", "nothing needed", "Try another like this"],
    "/help/": ["Choose your country", "Ireland", "Help for other countries"],
    "/help/other/": ["go to the nearest hospital or clinic", "How to find someone", "Befrienders"],
    "/help/ie/": ["In danger, or badly hurt?", "Ireland", "Last known to be right", "Open all day"],
    "/about/": ["It does not treat, cure or replace care.", "What stays private", "Leave quickly"],
    "/learn/": ["Short and honest."],
    "/urge/": ["Let it rise and fall like a wave.", "I need a person"],
    "/breathe/": ["Breathe in through your nose."],
}


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page of a browser that runs no scripts."""
    return new_context(java_script_enabled=False).new_page()


@pytest.mark.parametrize("route", WORDS)
def test_the_words_are_there(page: Page, route: str) -> None:
    page.goto(route)
    for words in WORDS[route]:
        expect(page.get_by_text(words).first).to_be_visible()


def test_every_card_and_article_is_listed_by_its_name(page: Page) -> None:
    page.goto("/cards/")
    names = page.locator("main .answers .item b").all_inner_texts()
    assert names == [card.title for card in library().all_cards()]
    page.goto("/learn/")
    names = page.locator("main .item b").all_inner_texts()
    assert names == [article.title for article in library().articles()]


def test_links_lead_from_the_first_page_to_a_person_to_talk_to(page: Page) -> None:
    page.goto("/")
    page.click(".help-now")
    expect(page.locator("h1")).to_have_text("Talk to someone now")
    page.get_by_role("link", name="Ireland", exact=True).click()
    expect(page.locator("main strong").first).to_have_text("Ireland")
    expect(page.locator("main a[href='tel:112']")).to_be_visible()
    expect(page.locator("main a[href='tel:116123']")).to_be_visible()
    expect(page.locator("main a[href='sms:50808?body=HELLO']")).to_be_visible()
    page.get_by_role("link", name="another country").click()
    page.get_by_role("link", name="Japan", exact=True).click()
    expect(page.locator("main strong").first).to_have_text("Japan")


def test_links_lead_from_the_first_page_to_the_steps_of_a_card(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Ground me").click()
    page.wait_for_url("**/cards/five-senses/")
    steps = [step.text for step in library().card("five-senses").steps]
    assert page.locator("ol.steps > li").all_inner_texts() == steps
    page.get_by_text("About this card").click()
    expect(page.get_by_text("Where it comes from")).to_be_visible()


@pytest.mark.parametrize("route", ["/", "/cards/"])
def test_picking_a_feeling_shows_its_cards(page: Page, route: str) -> None:
    page.goto(route)
    for feeling, label in FEELINGS.items():
        page.locator("label.chip", has_text=label).click()
        slugs = shown_cards(page)
        assert slugs
        assert all(feeling in library().card(slug).feelings for slug in slugs)


def test_leave_quickly_is_a_real_link_to_another_site(page: Page) -> None:
    for route in WORDS:
        page.goto(route)
        link = page.get_by_role("link", name="Leave quickly")
        assert str(link.get_attribute("href")).startswith("https://")
        assert "noreferrer" in str(link.get_attribute("rel"))
        assert link.get_attribute("target") is None


@pytest.mark.parametrize(
    "route", ["/log/", "/log/history/", "/plan/", "/hope/", "/settings/", "/settings/backup/"]
)
def test_what_needs_javascript_says_so(page: Page, route: str) -> None:
    page.goto(route)
    assert "needs JavaScript" in page.inner_text("main")


def test_nothing_that_cannot_work_looks_as_if_it_were_about_to(page: Page) -> None:
    page.goto("/log/")
    expect(page.get_by_text("Getting ready…")).to_be_hidden()


def test_a_plan_that_cannot_be_saved_has_no_button_to_save_it(page: Page) -> None:
    page.goto("/plan/edit/")
    expect(page.locator("#people")).to_be_visible()
    expect(page.get_by_text("Getting ready…")).to_be_hidden()
