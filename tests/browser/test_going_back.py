"""Back and Forward bring a page back as it was left, and Back closes what is open first."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log, save_button, write_note
from tests.browser.neutral_site import NEUTRAL, know_the_neutral_site
from tests.browser.plan_form import ANA, keep_plan
from tests.browser.watch import Watch
from tests.seeded_log import seed
from tests.waiting import eventually, wait_for_react, wait_until, wait_until_idle

CARD = "/cards/five-senses/"
BEFORE = "/about/"
NOTHING_OPEN = "!history.state?.pwaOpen"
CLOSE_TO = 2
"""So many pixels off still count as the same place."""


def top(page: Page) -> float:
    """How far the page is scrolled."""
    return float(page.evaluate("scrollY"))


def scroll_to(page: Page, place: Locator) -> float:
    """Scroll as a person does, until something stands in the middle."""
    place.evaluate("(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert top(page) > 0
    return top(page)


def expect_top(page: Page, wanted: float) -> None:
    eventually(page, lambda: abs(top(page) - wanted) <= CLOSE_TO, f"scrolled to {wanted}")


def expect_at_its_start(page: Page, heading: str) -> None:
    """A new page: at its top, and a keyboard or a screen reader begins at its heading."""
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(heading)
    expect(title).to_be_focused()
    assert top(page) == 0


def test_a_page_is_as_it_was_left_after_back_forward_and_reload(page: Page) -> None:
    page.goto("/cards/")
    wait_for_react(page)
    page.locator("#groups summary").first.click()
    opened = page.locator("#groups details[open]")
    expect(opened).to_have_count(1)
    link = opened.locator("a.item").last
    left = scroll_to(page, link)
    name = link.locator("b").inner_text()
    link.click()
    expect_at_its_start(page, name)
    page.get_by_role("link", name="Log", exact=True).click()
    expect_at_its_start(page, "How are you?")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.go_back()
    expect(opened).to_have_count(1)
    expect_top(page, left)
    expect(link).to_be_focused()
    page.reload()
    expect(opened).to_have_count(1)
    expect_top(page, left)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect_top(page, 0)


def show_more_at_home(page: Page) -> Locator:
    """Narrow the cards to a place, and show more of them; returns the rows."""
    page.goto("/cards/")
    wait_for_react(page)
    page.locator("summary", has_text="Place, energy").click()
    page.locator("label.chip", has_text="At home").click()
    cards = page.locator(".answers > div:not(.prerendered) .items > li")
    rows = page.locator(".answers [data-card]:visible")
    expect(cards.or_(rows).first).to_be_visible()
    page.get_by_role("button", name="Show more cards").click()
    eventually(page, lambda: rows.count() > 12, "more cards are shown")
    return rows


def test_a_narrowed_list_of_cards_is_there_again_as_far_as_it_was_shown(page: Page) -> None:
    rows = show_more_at_home(page)
    shown, last = rows.count(), rows.last.locator("a")
    left = scroll_to(page, last)
    last.click()
    expect(page.locator(".card-body")).to_be_visible()
    for way in (page.go_back, page.reload):
        way()
        eventually(page, lambda: rows.count() == shown, "as many cards")
        expect_top(page, left)


def test_a_list_that_takes_a_slow_phone_long_is_there_again_as_far_as_it_was_shown(
    page: Page,
) -> None:
    page.clock.install()
    rows = show_more_at_home(page)
    eventually(page, lambda: rows.count() == 24, "more cards are shown")
    left = scroll_to(page, rows.last)
    held: list[Route] = []
    page.route("**/assets/finder_answers-*.js", lambda route: held.append(route))
    page.reload()
    eventually(page, lambda: len(held) == 1, "the cards are asked for")
    page.clock.fast_forward(10_000)
    held[0].continue_()
    eventually(page, lambda: rows.count() == 24, "as many cards")
    expect_top(page, left)


def test_a_page_that_comes_back_late_stays_where_something_has_scrolled_it_meanwhile(
    page: Page,
) -> None:
    page.goto("/cards/")
    wait_for_react(page)
    scroll_to(page, page.locator(".answers a.item:visible").nth(30))
    page.reload()
    wait_for_react(page)
    chosen = scroll_to(page, page.locator(".answers a.item:visible").nth(5))
    page.locator("main").evaluate("(main) => { main.style.paddingBlockEnd = '600px'; }")
    wait_until_idle(page)
    assert top(page) == chosen


def test_pages_that_react_has_not_reached_are_as_they_were_left(
    context: BrowserContext, watch: Watch
) -> None:
    watch.allow(r"ERR_FAILED.*/assets/")
    page = context.new_page()
    page.route("**/assets/shell-*.js", lambda route: route.abort())
    page.goto("/cards/")
    link = page.locator(".answers a.item:visible").nth(30)
    left = scroll_to(page, link)
    link.click()
    expect(page.locator(".card-body")).to_be_visible()
    assert top(page) == 0
    page.go_back()
    expect_top(page, left)
    page.reload()
    expect_top(page, left)


def test_an_entry_far_down_a_long_log_is_in_sight_again(new_context: NewContext) -> None:
    page = new_context(timezone_id="UTC").new_page()
    open_log(page)
    seed(page, 400)
    page.goto("/log/history/")
    entries = page.locator("li.entry")
    for _ in range(3):
        before = entries.last.get_attribute("id")
        entries.last.scroll_into_view_if_needed()
        eventually(page, lambda before=before: entries.last.get_attribute("id") != before, "more")
    entry = entries.nth(entries.count() // 2)
    scroll_to(page, entry)
    name = entry.get_attribute("id")
    same = page.locator(f"[id='{name}']")
    change = same.get_by_role("link", name="Change")
    change.click(trial=True)
    change.evaluate("(link) => link.click()")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change this entry")
    page.go_back()
    expect(same).to_be_in_viewport()


def by_back(page: Page) -> None:
    page.go_back()


def by_escape(page: Page) -> None:
    page.keyboard.press("Escape")


def visit(page: Page, path: str) -> None:
    """Open a page after another one, to which Back leads in the end."""
    page.goto(BEFORE)
    page.goto(path)
    wait_for_react(page)


def open_steps(page: Page) -> Locator:
    visit(page, CARD)
    page.get_by_role("button", name="One step at a time").click()
    return page.locator(".steps.alone")


def open_finder(page: Page) -> Locator:
    visit(page, "/")
    page.locator("summary", has_text="Place, energy").click()
    return page.locator(".finder-more[open]")


def open_card_on_the_wave(page: Page) -> Locator:
    visit(page, "/urge/")
    page.get_by_role("button", name="10 minutes").click()
    page.get_by_role("button", name="Show a card").click()
    page.get_by_role("button", name="Next card").click()
    return page.get_by_role("button", name="Back to the wave")


def open_people(page: Page) -> Locator:
    keep_plan(page, {}, ANA)
    visit(page, "/urge/")
    expect(page.locator("dialog a[href^='tel:']").first).to_be_attached()
    page.get_by_role("link", name="I need a person").click()
    return page.get_by_role("dialog")


def open_large_words(page: Page) -> Locator:
    visit(page, "/help/what-to-say/")
    page.get_by_role("button", name="Show large").first.click()
    return page.get_by_role("dialog")


def open_breathing(page: Page) -> Locator:
    visit(page, "/breathe/")
    page.get_by_role("button", name="Breathe with me").click()
    return page.get_by_role("button", name="Stop")


def open_grounding(page: Page) -> Locator:
    visit(page, CARD)
    page.get_by_role("button", name="Do it with me").click()
    return page.get_by_role("button", name="I see one")


Opening = Callable[[Page], Locator]
OPENINGS: list[Opening] = [
    open_steps,
    open_finder,
    open_card_on_the_wave,
    open_people,
    open_large_words,
    open_breathing,
    open_grounding,
]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("close", [by_back, by_escape])
def test_back_and_escape_close_what_is_open_and_the_next_back_leaves(
    page: Page, opening: Opening, close: Callable[[Page], None]
) -> None:
    opened = opening(page)
    expect(opened).to_be_visible()
    address = page.url
    close(page)
    expect(opened).to_be_hidden()
    assert page.url == address
    wait_until(page, NOTHING_OPEN)
    page.go_back()
    expect(page).to_have_url(re.compile(f"{BEFORE}$"))


def test_what_is_closed_by_its_own_button_leaves_no_step_behind(page: Page) -> None:
    opened = open_steps(page)
    for _ in range(2):
        page.get_by_role("button", name="Show all steps").click()
        expect(opened).to_have_count(0)
        wait_until(page, NOTHING_OPEN)
        page.get_by_role("button", name="One step at a time").click()
        expect(opened).to_be_visible()
    page.get_by_role("button", name="Show all steps").click()
    wait_until(page, NOTHING_OPEN)
    page.go_forward()
    expect(opened).to_have_count(0)
    wait_until(page, NOTHING_OPEN)
    page.go_back()
    expect(page).to_have_url(re.compile(f"{BEFORE}$"))


def test_from_a_page_that_was_reached_from_something_open_back_leads_there_in_one_step(
    page: Page,
) -> None:
    open_steps(page)
    page.get_by_role("link", name="Log", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")
    page.go_back()
    expect(page).to_have_url(re.compile(f"{CARD}$"))
    wait_until(page, NOTHING_OPEN)
    page.go_back()
    expect(page).to_have_url(re.compile(f"{BEFORE}$"))


def test_words_in_a_form_are_kept_as_a_draft_when_back_leaves_it(page: Page) -> None:
    page.goto("/")
    wait_for_react(page)
    page.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(page)).to_be_enabled()
    write_note(page, "Half a")
    page.go_back()
    expect(page).not_to_have_url(re.compile("/log/$"))
    page.go_forward()
    expect(page.locator("#note")).to_have_value("Half a")


def test_back_does_not_take_back_that_a_tab_was_left(context: BrowserContext, watch: Watch) -> None:
    asked: list[str] = []
    know_the_neutral_site(context, watch, answers=False)
    context.on(
        "request",
        lambda request: asked.append(request.url) if request.url == NEUTRAL else None,
    )
    page = context.new_page()
    page.goto("/")
    wait_for_react(page)
    page.get_by_role("link", name="Cards", exact=True).click()
    expect_at_its_start(page, "Cards")
    page.locator("summary", has_text="Place, energy").click()
    wait_until(page, "history.state?.pwaOpen === 1")
    page.get_by_role("link", name="Leave quickly").click()
    eventually(page, lambda: len(asked) == 1, "the neutral site is asked for")
    for times in (2, 3):
        page.evaluate("history.back()")
        eventually(page, lambda times=times: len(asked) == times, "it is asked for again")
        wait_until(page, "document.documentElement.classList.contains('pwa-covered')")
