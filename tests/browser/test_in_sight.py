"""What was just asked for is on the screen, however little of it there is, and nothing jumps."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.log_form import SAVED, open_log, pick_mood, save_button
from tests.browser.phone_records import write_records
from tests.seeded_log import entries
from tests.waiting import eventually, wait_for_paint, wait_for_react, wait_until_idle

SIDE = (740, 360)
LARGEST = """localStorage.setItem("mooring:appearance", '{"text":"largest"}')"""


@pytest.fixture(params=["small", "on its side", "largest text"])
def little_room(page: Page, request: pytest.FixtureRequest) -> Page:
    """A phone that shows little at a time, for one reason or another."""
    if request.param == "largest text":
        page.add_init_script(LARGEST)
    width, height = SIDE if request.param == "on its side" else (360, 740)
    page.set_viewport_size({"width": width, "height": height})
    return page


def tap(page: Page, button: Locator) -> None:
    """Tap as a finger does: nothing is scrolled for it but what the person scrolls."""
    # Rows around it get their height only as they come into sight.
    wait_until_still(page, button)
    box = button.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def wait_until_still(page: Page, button: Locator) -> None:
    """Scroll it to the middle of the screen, until it stays there."""
    to_middle = """(button) => new Promise((done) => {
      const before = scrollY;
      button.scrollIntoView({ block: "center" });
      requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY === before)));
    })"""
    eventually(page, lambda: bool(button.evaluate(to_middle)))


def expect_in_sight(element: Locator) -> None:
    """It is on the screen, whole, and nothing lies over it."""
    expect(element).to_be_in_viewport(ratio=1)
    over = """(element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return element.contains(top) || top.contains(element) ? "" : top.outerHTML.slice(0, 100);
    }"""
    assert element.evaluate(over) == ""


def test_after_a_save_the_screen_says_so(little_room: Page) -> None:
    open_log(little_room)
    pick_mood(little_room, "Low")
    tap(little_room, save_button(little_room))
    expect_in_sight(little_room.get_by_text(SAVED))


def test_after_a_deletion_the_way_to_undo_it_is_there(little_room: Page) -> None:
    open_log(little_room)
    write_records(little_room, list(entries(2_000, last=datetime.now(UTC)))[-30:])
    little_room.goto("/log/history/")
    wait_for_react(little_room)
    tap(little_room, little_room.get_by_role("button", name="Delete", exact=True).nth(3))
    expect_in_sight(little_room.get_by_role("button", name="Undo"))


def test_after_a_thing_is_taken_out_of_the_hope_box_the_way_to_undo_it_is_there(
    little_room: Page,
) -> None:
    little_room.goto("/hope/note/")
    expect(save_button(little_room)).to_be_enabled()
    at = "2026-01-01T10:00:00.000Z"
    notes = [
        {"id": f"note {place}", "at": at, "place": place, "kind": "note", "words": "The sea"}
        for place in range(12)
    ]
    write_records(little_room, notes, "HopeItem")
    little_room.goto("/hope/things/")
    wait_for_react(little_room)
    tap(little_room, little_room.get_by_role("button", name="Delete").nth(9))
    expect_in_sight(little_room.get_by_role("button", name="Undo"))


def test_after_the_last_of_the_steps_the_screen_asks_whether_it_helped(little_room: Page) -> None:
    little_room.goto("/cards/five-senses/")
    wait_for_react(little_room)
    tap(little_room, little_room.get_by_role("button", name="One step at a time"))
    done = little_room.get_by_role("button", name="Done", exact=True)
    while not done.is_visible():
        tap(little_room, little_room.get_by_role("button", name="Next", exact=True))
    tap(little_room, done)
    expect(little_room.get_by_role("button", name="One step at a time")).to_be_visible()
    expect_in_sight(little_room.get_by_role("heading", name="Did it help?"))


def test_what_a_search_finds_shows_above_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/help/?choose")
    wait_for_react(page)
    field = page.get_by_label("Search countries and services")
    field.click()
    page.set_viewport_size({"width": 360, "height": 360})
    field.press_sequentially("irel")
    expect_in_sight(page.locator("main .items a").first)


@pytest.mark.parametrize("route", ["/", "/cards/", "/settings/", "/log/"])
@pytest.mark.parametrize("width", [320, 360, 412, 1280])
def test_what_is_picked_pushes_no_other_choice_away(page: Page, route: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(route)
    wait_for_react(page)
    places = """() => [...document.querySelectorAll("main :is(.chip, .mood)")]
      .filter((chip) => chip.checkVisibility()).slice(0, 9)
      .map((chip) => {
        const { left, top, width } = chip.getBoundingClientRect();
        return [chip.textContent, ...[left, top + scrollY, width].map(Math.round)];
      })"""
    choices = page.locator("main label:is(.chip, .mood) >> visible=true")
    expect(choices.nth(3)).to_be_visible()
    wait_until_idle(page)
    before = page.evaluate(places)
    for at in range(4):
        # A mood's own input lies over its words.
        choices.nth(at).click(force=True)
        expect(page.locator(f"[id='{choices.nth(at).get_attribute('for')}']")).to_be_checked()
        wait_for_paint(page)
        assert page.evaluate(places) == before


def test_moving_a_slider_moves_nothing_below_it(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for route in ("/log/", "/urge/"):
        page.goto(route)
        wait_for_react(page)
        slider = page.locator("input[type=range]").first
        ends = page.locator(".slider-ends").first
        high = "(ends) => ends.getBoundingClientRect().height"
        before = ends.evaluate(high)
        slider.press("ArrowRight")
        expect(ends.locator("output")).to_contain_text("1 of 10")
        assert ends.evaluate(high) == before, route


SPLIT_WORDS = """(longest) => {
  const split = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const word of text.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0)
        .map(({ top }) => Math.round(top)));
      if (lines.size > 1 && word[0].length <= longest) split.push(word[0]);
    }
  }
  return split;
}"""


@pytest.mark.parametrize(
    "route", ["/", "/cards/five-senses/", "/settings/", "/log/", "/log/history/", "/log/insights/"]
)
def test_no_word_of_a_few_letters_is_torn_apart(page: Page, route: str) -> None:
    page.add_init_script(LARGEST)
    page.set_viewport_size({"width": 320, "height": 640})
    open_log(page)
    write_records(page, list(entries(2_000, last=datetime.now(UTC)))[-30:])
    page.goto(route)
    wait_for_react(page)
    if route == "/log/insights/":
        page.locator(".chip").last.click()
        page.locator("main details").first.wait_for()
    if route == "/cards/five-senses/":
        page.get_by_role("button", name="Yes", exact=True).click()
        expect(page.locator("[aria-pressed=true]")).to_be_visible()
    if route == "/log/history/":
        page.locator("li.entry").first.wait_for()
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert page.evaluate(SPLIT_WORDS, 8) == []


@pytest.mark.parametrize("route", ["/log/history/", "/help/gb/", "/cards/"])
def test_what_is_unfolded_stays_within_its_card(page: Page, route: str) -> None:
    page.goto(route)
    wait_for_react(page)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    parts = """() => [...document.querySelectorAll("main details :is(button, input, select, a)")]
      .filter((part) => part.checkVisibility() && !part.closest(".visually-hidden"))
      .map((part) => {
        const card = part.closest("details").getBoundingClientRect();
        const { left, right, width } = part.getBoundingClientRect();
        const beyond = width > 1 && (left < card.left || right > card.right);
        return [part.outerHTML.slice(0, 100), beyond];
      })"""
    found = page.evaluate(parts)
    assert found
    assert [part for part, beyond in found if beyond] == []
