"""In the colours that a person has the phone draw everything in, shapes and choices can be seen."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.browser.looking_back import open_every_part
from tests.browser.phone_records import write_records
from tests.seeded_log import entries
from tests.waiting import wait_for_react

UNSEEN = (Path(__file__).parent / "forced_colours.js").read_text("utf-8")

BORDER = """(element) => {
  const { borderTopColor, borderTopWidth } = getComputedStyle(element);
  return borderTopColor + borderTopWidth;
}"""


def unseen(page: Page, *selectors: str) -> list[str]:
    """Which of these shapes cannot be told from the ground."""
    found: list[str] = page.evaluate(UNSEEN, list(selectors))
    return found


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_shapes_and_choices_are_seen_in_colours_of_the_phone(
    new_context: NewContext, site: str, ground: Any, chosen: str
) -> None:
    """Also where the app was set to light on a phone whose own colours are dark, or the reverse."""
    setting = {"name": "mooring:appearance", "value": f'{{"theme":"{chosen}"}}'}
    kept: Any = {"cookies": [], "origins": [{"origin": site, "localStorage": [setting]}]}
    context = new_context(forced_colors="active", color_scheme=ground, storage_state=kept)
    page = context.new_page()
    open_log(page)
    write_records(page, list(entries(2_000, last=datetime.now(UTC)))[-60:])
    mood = page.locator("label.mood")
    page.get_by_role("radio", name="So-so").check()
    assert mood.nth(2).evaluate(BORDER) != mood.nth(1).evaluate(BORDER)
    assert unseen(page, ".mood .outline", ".mood .filled", ".rooms svg") == []
    page.goto("/log/calendar/")
    page.locator("td .pixel").first.wait_for()
    assert unseen(page, ".shapes .pixel", "td .pixel") == []
    page.goto("/log/insights/")
    wait_for_react(page)
    days = page.locator(".chip")
    days.nth(2).click()
    assert days.nth(2).evaluate(BORDER) != days.nth(1).evaluate(BORDER)
    open_every_part(page)
    page.locator(".chart circle").first.wait_for()
    assert unseen(page, ".chart circle", ".chart .square rect", ".bar .filled") == []
    page.goto("/urge/")
    page.get_by_role("button", name="10 minutes").click()
    expect(page.get_by_role("timer")).to_be_visible()
    assert unseen(page, ".ring .left", ".water") == []
    page.goto("/cards/five-senses/")
    page.get_by_role("button", name="Do it with me").click()
    page.get_by_role("button", name="I see one").click()
    assert unseen(page, ".found li") == []
    fill = "(dot) => getComputedStyle(dot).backgroundColor"
    dots = page.locator(".found li")
    assert dots.nth(0).evaluate(fill) != dots.nth(1).evaluate(fill)


def test_what_matters_most_has_an_edge_in_colours_of_the_phone(new_context: NewContext) -> None:
    page = new_context(forced_colors="active", color_scheme="dark").new_page()
    for route, selectors in {
        "/": (".help-now", ".hero"),
        "/help/?choose": (".help-now", "main .care"),
        "/cards/five-senses/": (".help-now", "main .care"),
    }.items():
        page.goto(route)
        for selector in selectors:
            edge = page.locator(selector).first
            expect(edge).to_have_css("border-top-style", "solid")
            expect(edge).not_to_have_css("border-top-width", "0px")
