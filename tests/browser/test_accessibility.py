"""Everyone can read and use every kind of page."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import NewContext
from tests.browser.everything import SHOW_EVERYTHING
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until

GROUPS = 6
SAMPLES = 6
NOT_A_PAGE = "/not-a-page/"
LARGE_TARGET = 48
"""The least width and height of what is tapped, in CSS pixels."""

RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag2aaa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
        ],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

SMALL_TARGETS = """(least) => {
  const inText = (element) => getComputedStyle(element).display.startsWith("inline")
    && [...element.parentElement.childNodes].some((node) => node.nodeType === 3
      && /[\\p{L}\\p{N}]/u.test(node.data));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true })
    && !element.matches(".skip, .choices > input, .switch > input");
  return [...document.querySelectorAll("a, button, summary, label, input, select, textarea")]
    .filter((element) => shown(element) && !inText(element))
    .filter((element) => !element.matches("label") || element.matches(".chip, .mood, .switch"))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < least - 0.01)
    .map(([element, { width, height }]) =>
      `${width.toFixed(1)}x${height.toFixed(1)} ${element.outerHTML.slice(0, 100)}`);
}"""

OVERLAPPING_TARGETS = """() => {
  const boxes = [...document.querySelectorAll("header a, nav a, .button, .chip, .item, .tile")]
    .filter((element) => element.checkVisibility())
    .map((element) => [element, element.getBoundingClientRect()]);
  const fixed = (element) => element.closest("nav") !== null;
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([other, b]) => fixed(one) === fixed(other)
      && a.left < b.right - 0.5 && b.left < a.right - 0.5
      && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
    .map(([other]) => `${one.textContent} / ${other.textContent}`));
}"""

FOCUSABLE = """() => [...document.querySelectorAll("a, button, summary, input")].filter(
  (element) => element.checkVisibility() && (element.type !== "radio" || element.checked)).length"""
"""How many stops the Tab key makes: radio buttons of one question are one stop."""

FOCUSED = """() => {
  const focused = document.activeElement;
  focused.dataset.reached = "";
  const seen = focused.nextElementSibling?.matches(".chip") ? focused.nextElementSibling : focused;
  const box = seen.getBoundingClientRect();
  const style = getComputedStyle(seen);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const onTop = [0.25, 0.5, 0.75].some((share) => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * share);
    return top !== null && (seen.contains(top) || top.contains(seen));
  });
  return [`${seen.textContent} ${focused.href ?? ""}`.trim(), outlined && onTop];
}"""


def page_size(dist: Path) -> Callable[[str], int]:
    """Return a function that gives the length of a page's HTML."""
    return lambda route: (dist / route.strip("/") / "index.html").stat().st_size


def sample(routes: list[str], size: Callable[[str], int]) -> list[str]:
    """Pick the longest page and some others, the same ones each time."""
    longest = max(routes, key=size)
    others = [route for route in routes if route != longest]
    return [longest, *random.Random(2).sample(others, SAMPLES - 1)]


@pytest.fixture(scope="session")
def kinds(dist: Path, routes: list[str]) -> list[str]:
    """A page of every kind, and some cards and countries, by their addresses."""
    size = page_size(dist)
    cards = [route for route in routes if route.startswith("/cards/") and route != "/cards/"]
    countries = [route for route in routes if route.startswith("/help/") and len(route) == 9]
    others = [route for route in routes if route not in {*cards, *countries, "/help/"}]
    return [
        "/help/?choose",
        *others,
        NOT_A_PAGE,
        *sample(cards, size),
        *sample(countries, size),
    ]


def violations(page: Page) -> list[str]:
    """What axe finds on a page, one line for each element."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def everything(page: Page, route: str) -> Page:
    """Open a page and show all that is on it."""
    page.goto(route)
    if route != NOT_A_PAGE:
        wait_for_react(page)
    page.evaluate(SHOW_EVERYTHING)
    return page


@pytest.fixture(params=["light", "dark", "more contrast"])
def looking(
    request: pytest.FixtureRequest, new_context: NewContext, watch: Watch, site: str
) -> Page:
    """A page in one of the app's looks."""
    watch.allow(f"status of 404 .*{NOT_A_PAGE}")
    if request.param == "more contrast":
        chosen = {"name": "mooring:appearance", "value": '{"theme":"contrast"}'}
        kept = {"cookies": [], "origins": [{"origin": site, "localStorage": [chosen]}]}
        return new_context(storage_state=kept).new_page()
    return new_context(color_scheme=request.param).new_page()


@pytest.mark.parametrize("group", range(GROUPS))
def test_axe_finds_nothing_on_any_kind_of_page(looking: Page, kinds: list[str], group: int) -> None:
    found = {route: violations(everything(looking, route)) for route in kinds[group::GROUPS]}
    assert {route: lines for route, lines in found.items() if lines} == {}


def test_axe_finds_nothing_in_the_log_with_entries_a_mistake_and_something_to_undo(
    looking: Page,
) -> None:
    looking.goto("/log/")
    save = looking.locator("button[type=submit]:not([disabled])")
    save.click()
    looking.get_by_text("There is nothing to save yet.").wait_for()
    assert violations(looking) == []
    for note in ("The first", "The second"):
        looking.fill("#note", note)
        save.click()
        looking.get_by_text("Saved on this phone.").wait_for()
    assert violations(looking) == []
    looking.goto("/log/history/")
    looking.get_by_text("The second").wait_for()
    assert violations(looking) == []
    looking.get_by_role("button", name="Delete").first.click()
    looking.get_by_role("button", name="Undo").wait_for()
    assert violations(looking) == []


@pytest.mark.parametrize("width", [320, 1200])
def test_everything_to_tap_is_as_large_as_a_thumb(
    page: Page, watch: Watch, kinds: list[str], width: int
) -> None:
    watch.allow(f"status of 404 .*{NOT_A_PAGE}")
    page.set_viewport_size({"width": width, "height": 740})
    found = {}
    for route in kinds:
        everything(page, route)
        small = page.evaluate(SMALL_TARGETS, LARGE_TARGET)
        found[route] = small + page.evaluate(OVERLAPPING_TARGETS)
    assert {route: lines for route, lines in found.items() if lines} == {}


def test_everything_can_be_reached_with_the_tab_key_and_is_seen_when_it_is(page: Page) -> None:
    everything(page, "/")
    wanted = page.evaluate(FOCUSABLE)
    reached = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert [name for name, seen in reached if not seen] == []
    assert page.locator("[data-reached]").count() == wanted
    assert reached[0][0].startswith("Skip to the main part")


def test_the_skip_link_leads_to_the_main_part(page: Page) -> None:
    page.goto("/cards/")
    wait_for_react(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'main'")


def test_nothing_moves_for_those_who_asked_for_less_motion(
    new_context: NewContext,
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    for route in ("/breathe/", "/", "/urge/"):
        everything(page, route)
        assert page.evaluate("document.getAnimations().length") == 0, route
    moving = new_context().new_page()
    everything(moving, "/breathe/")
    assert moving.evaluate("document.getAnimations().length") == 1
