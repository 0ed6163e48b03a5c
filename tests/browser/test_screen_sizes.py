"""From a small phone to a wide screen, every page uses the room there is."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.plan_form import ANA, keep_plan
from tests.waiting import wait_for_react

ROUTES = (
    "/",
    "/cards/",
    "/cards/five-senses/",
    "/urge/",
    "/breathe/",
    "/log/",
    "/log/history/",
    "/log/insights/",
    "/plan/",
    "/plan/edit/",
    "/hope/",
    "/help/?choose",
    "/help/ie/",
    "/learn/",
    "/learn/what-self-harm-is/",
    "/settings/",
    "/settings/privacy/",
)
LONGEST_LINE = 90
"""Characters in a line of text; WCAG 1.4.8 asks for 80, of letters as wide as a zero."""

FAULTS = """(longest) => {
  const faults = [];
  const page = document.documentElement;
  const over = page.scrollWidth - page.clientWidth;
  if (over > 0) faults.push(`wider than the screen by ${over}`);
  const rooms = document.querySelector(".rooms").getBoundingClientRect();
  const main = document.querySelector("main");
  const beside = rooms.height > rooms.width;
  const fixed = getComputedStyle(document.querySelector(".rooms")).position === "fixed";
  for (const element of main.querySelectorAll("h1, h2, p, a, button, label, input, textarea")) {
    const box = element.getBoundingClientRect();
    const words = element.textContent.slice(0, 30);
    if (box.width === 0 || !element.checkVisibility()) continue;
    if (beside && box.left < rooms.right && box.right > rooms.left) {
      faults.push(`under the rooms: ${words}`);
    }
    if (element.localName !== "p") continue;
    const letter = parseFloat(getComputedStyle(element).fontSize) / 2;
    if (box.width / letter > longest) faults.push(`a long line: ${words}`);
  }
  const bar = fixed && !beside ? rooms.height : 0;
  if (bar > innerHeight / 4) faults.push(`the bar takes ${bar} of ${innerHeight}`);
  return faults;
}"""

SIZES = ((320, 568), (740, 360), (820, 1180), (1180, 820), (1440, 900))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_covered_or_stretched(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    for route in ROUTES:
        page.goto(route)
        wait_for_react(page)
        found[route] = page.evaluate(FAULTS, LONGEST_LINE)
    assert {route: faults for route, faults in found.items() if faults} == {}


def box(page: Page, selector: str) -> dict[str, float]:
    """Where the first of these stands that can be seen."""
    found: Any = page.locator(f"{selector} >> visible=true").first.bounding_box()
    assert found is not None, selector
    return dict(found)


@pytest.mark.parametrize(
    ("route", "one", "other"),
    [
        ("/", ".hero", ".finder"),
        ("/cards/", ".search-first .chip", ".search-first .answers"),
        ("/cards/", "#instead-of", "#groups"),
        ("/cards/longer-out/", ".card-body .steps", ".card-body > :last-child"),
        ("/urge/", "#lengths", "main > .section .steps"),
        ("/log/", ".log-form .moods", ".log-form .folds"),
        ("/help/ie/", ".steady > :nth-child(1)", ".steady > :nth-child(2)"),
        ("/learn/", ".items > li:nth-child(1)", ".items > li:nth-child(2)"),
        ("/settings/", "main > .section .buttons", "#safety"),
        ("/plan/", ".plan-question:nth-of-type(1)", ".plan-question:nth-of-type(2)"),
    ],
)
def test_a_wide_screen_shows_what_belongs_together_side_by_side(
    new_context: NewContext, route: str, one: str, other: str
) -> None:
    page = new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(route)
    wait_for_react(page)
    left, right = box(page, one), box(page, other)
    assert left["x"] + left["width"] <= right["x"]
    assert right["y"] < left["y"] + left["height"]
    assert left["y"] < right["y"] + right["height"]


def test_a_field_has_a_border_that_can_be_seen(page: Page) -> None:
    page.goto("/help/?choose")
    wait_for_react(page)
    field = page.locator("#country")
    expect(field).to_have_css("border-top-style", "solid")
    expect(field).to_have_css("border-top-color", "rgb(111, 125, 128)")


def test_on_a_wide_screen_and_a_phone_on_its_side_the_rooms_stand_beside_the_page(
    page: Page,
) -> None:
    page.goto("/cards/")
    for width, height in ((740, 360), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        rooms = box(page, ".rooms")
        assert (rooms["x"], rooms["y"], rooms["height"]) == (0, 0, height)
        assert rooms["width"] <= width / 7
        last = page.locator(".rooms a").last
        expect(last).to_be_in_viewport(ratio=1)
        boxes = [one.bounding_box() or {} for one in page.locator(".rooms a").all()]
        for above, below in pairwise(boxes):
            assert above["y"] + above["height"] <= below["y"]
    page.set_viewport_size({"width": 568, "height": 320})
    expect(page.locator(".rooms")).to_have_css("position", "static")


@pytest.mark.parametrize(
    ("size", "insets"),
    [
        ({"width": 360, "height": 740}, {"top": 40, "bottom": 34, "left": 0, "right": 0}),
        ({"width": 740, "height": 360}, {"top": 0, "bottom": 21, "left": 44, "right": 44}),
        ({"width": 640, "height": 360}, {"top": 0, "bottom": 21, "left": 44, "right": 44}),
    ],
)
def test_nothing_to_tap_stands_under_a_notch_or_the_line_at_the_foot(
    page: Page, size: dict[str, int], insets: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setSafeAreaInsetsOverride", {"insets": insets})
    keep_plan(page, {}, ANA)
    page.goto("/urge/")
    wait_for_react(page)
    right, bottom = size["width"] - insets["right"], size["height"] - insets["bottom"]
    for selector in (".top a", ".rooms a", "main h1", "main .button", "main input"):
        for place in page.locator(f"{selector} >> visible=true").all():
            found = place.bounding_box()
            assert found is not None
            assert found["x"] >= insets["left"] - 1, selector
            assert found["x"] + found["width"] <= right + 1, selector
            if selector == ".top a":
                assert found["y"] >= insets["top"]
    last = box(page, ".rooms a:last-child")
    if size["height"] > 480:
        assert last["y"] + last["height"] <= bottom
    expect(page.locator("dialog a[href^='tel:']").first).to_be_attached()
    page.get_by_role("link", name="I need a person").click()
    dialog = page.get_by_role("dialog").bounding_box()
    assert dialog is not None
    assert dialog["x"] >= insets["left"]
    assert dialog["x"] + dialog["width"] <= right
    assert dialog["y"] >= insets["top"]
    assert dialog["y"] + dialog["height"] <= bottom
