"""Everyone can read and use every kind of page: seen, heard, zoomed, tapped, in any colours."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import barriers
from tests.browser.conftest import PHONE, NewContext
from tests.browser.everything import SHOW_EVERYTHING
from tests.browser.test_every_route import SIDEWAYS
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until_idle

GROUPS = 6
SAMPLES = 6
NOT_A_PAGE = "/not-a-page/"
LARGE_TARGET = 48
"""The least width and height of what is tapped, in CSS pixels (WCAG 2.2, 2.5.5, asks for 44)."""

ZOOMED = {"width": 320, "height": 256}
"""A screen of 1280 by 1024 CSS pixels at 400 % (WCAG 2.2, 1.4.10)."""

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

STUCK = """() => [...document.body.querySelectorAll("*")].filter((element) =>
  ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility()
  && !element.closest("[data-leave-status]")).map((element) => element.outerHTML.slice(0, 100))"""
"""What stays on the screen while the page is scrolled."""

SPACED = """(on) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = on ? [sheet] : [];
}"""
"""The spacing that a reader may ask for (WCAG 2.2, 1.4.12)."""

CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((element) => {
  if (!element.checkVisibility() || element.closest("svg, .visually-hidden")) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  if (![overflowX, overflowY].some((way) => ["hidden", "clip"].includes(way))) return false;
  // The wave at the foot of the first tile reaches two pixels below it.
  return element.scrollHeight > element.clientHeight + 3
    || element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 100))"""


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


def everything(page: Page, route: str) -> Page:
    """Open a page and show all that is on it."""
    page.goto(route)
    if route != NOT_A_PAGE:
        wait_for_react(page)
        # What the phone keeps is read then, and the page drawn anew: not while axe goes through it.
        wait_until_idle(page)
    page.evaluate(SHOW_EVERYTHING)
    return page


def obstacles(page: Page) -> Iterator[str]:
    """What is in the way of somebody's eyes, ears, or fingers on a page, in several sizes of it."""
    yield from barriers(page)
    for width in (320, 1200):
        page.set_viewport_size({"width": width, "height": 740})
        for line in page.evaluate(SMALL_TARGETS, LARGE_TARGET):
            yield f"small, {width} px: {line}"
        for line in page.evaluate(OVERLAPPING_TARGETS):
            yield f"overlapping, {width} px: {line}"
    page.set_viewport_size(ZOOMED)
    yield from (f"does not scroll away, zoomed: {line}" for line in page.evaluate(STUCK))
    yield from (f"too wide, zoomed: {line}" for line in page.evaluate(SIDEWAYS))
    page.set_viewport_size(PHONE)
    page.evaluate(SPACED, True)
    yield from (f"too wide, spaced: {line}" for line in page.evaluate(SIDEWAYS))
    yield from (f"cut off, spaced: {line}" for line in page.evaluate(CUT_OFF))
    page.evaluate(SPACED, False)


@pytest.mark.parametrize("group", range(GROUPS))
def test_nothing_stands_in_anyone_s_way_on_any_kind_of_page(
    page: Page, watch: Watch, kinds: list[str], group: int
) -> None:
    watch.allow(f"status of 404 .*{NOT_A_PAGE}")
    found = {route: list(obstacles(everything(page, route))) for route in kinds[group::GROUPS]}
    assert {route: lines for route, lines in found.items() if lines} == {}


def test_nothing_moves_for_those_who_asked_for_less_motion(
    new_context: NewContext,
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    animations = "document.getAnimations().length"
    for route in ("/breathe/", "/"):
        everything(page, route)
        assert page.evaluate(animations) == 0, route
    page.goto("/breathe/")
    page.get_by_role("button", name="Breathe with me").click()
    page.get_by_role("button", name="Stop").wait_for()
    assert page.evaluate("document.querySelector('.lung').style.length") == 0
    page.goto("/urge/")
    page.get_by_role("button", name="10 minutes").click()
    page.get_by_role("timer").wait_for()
    assert page.evaluate(animations) == 0
    moving = new_context().new_page()
    everything(moving, "/breathe/")
    assert moving.evaluate(animations) == 1
