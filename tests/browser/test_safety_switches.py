"""Cards that do not suit a person stay out of sight, before anything is painted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.finder_page import choose, open_finder, open_more, said, shown_cards
from tests.browser.html_tree import read_page
from tests.browser.watch import Watch
from tests.content.facts_of_cards import card_facts

CARDS = card_facts()
SWITCHES = {
    "eating": "Food, eating",
    "heart": "Effort or cold",
    "cold": "Cold water",
    "panic": "Holding the breath",
    "trauma": "Looking inward",
    "wounds": "Water or cream",
    "unsafe_home": "What may not fit when home",
}


def leave_out(page: Page, caution: str) -> None:
    """Switch cards with a caution off in the settings."""
    page.goto("/settings/")
    page.locator("#safety .chip").get_by_text(SWITCHES[caution]).click()
    expect(page.locator(f"#hide-{caution}")).to_be_checked()


@pytest.mark.parametrize("caution", SWITCHES)
def test_a_switch_takes_its_cards_out_of_every_list(page: Page, caution: str) -> None:
    leave_out(page, caution)
    cautioned = {slug for slug, facts in CARDS.items() if caution in facts.get("cautions", [])}
    assert cautioned
    open_finder(page, "/cards/")
    assert not cautioned & set(shown_cards(page))
    assert len(shown_cards(page)) == len(CARDS) - len(cautioned)
    open_more(page)
    choose(page, "At home", "15 minutes")
    expect(said(page)).to_contain_text("fit")
    assert not cautioned & set(shown_cards(page))


def test_left_out_cards_are_never_painted_also_without_react(page: Page, watch: Watch) -> None:
    watch.allow("shell-")
    leave_out(page, "cold")
    page.route("**/shell-*.js", lambda route: route.abort())
    page.goto("/cards/")
    cold = [slug for slug, facts in CARDS.items() if "cold" in facts.get("cautions", [])]
    for slug in cold:
        expect(page.locator(f".answers [data-card={slug}]")).to_be_hidden()


def test_a_left_out_card_says_so_kindly_and_can_be_shown(page: Page) -> None:
    leave_out(page, "eating")
    page.goto("/cards/one-slow-taste/")
    expect(page.get_by_text("You asked not to be shown cards like this one")).to_be_visible()
    expect(page.locator(".steps")).to_be_hidden()
    assert barriers(page) == []
    page.locator("#show-anyway").press("Space")
    expect(page.locator(".steps")).to_be_visible()
    expect(page.get_by_text("You asked not to be shown cards like this one")).to_be_hidden()
    page.goto("/cards/push-the-wall/")
    expect(page.locator(".steps")).to_be_visible()
    expect(page.locator("#show-anyway")).to_be_hidden()


def test_a_switch_is_remembered_and_can_be_turned_back(page: Page) -> None:
    leave_out(page, "trauma")
    page.reload()
    expect(page.locator("#hide-trauma")).to_be_checked()
    page.locator("label[for=hide-trauma]").click()
    page.goto("/cards/a-calm-place/")
    expect(page.locator(".steps")).to_be_visible()


def test_a_caution_stands_before_the_steps(dist: Path) -> None:
    for slug, facts in CARDS.items():
        if not facts.get("cautions"):
            continue
        elements = list(read_page(dist, f"/cards/{slug}/").walk())
        care = next(at for at, one in enumerate(elements) if "care" in one.classes)
        steps = next(at for at, one in enumerate(elements) if "steps" in one.classes)
        assert care < steps, slug


def test_the_switches_are_accessible(page: Page) -> None:
    leave_out(page, "heart")
    assert barriers(page) == []
