"""What would make the first paint late comes right after it, and nothing is missing then."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds_of_pages import ROUTES
from tests.held_scripts import HeldScripts
from tests.waiting import eventually, wait_for_react, wait_until, wait_until_idle

LONG_PAGE = "/help/gb/"
TOP_FIRST = "data-pwa-top-first"
IS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
IS_LAID_OUT = "(element) => element.checkVisibility({ contentVisibilityAuto: true })"
COUNT_LAID_OUT = f"[...document.querySelectorAll('main *')].filter({IS_LAID_OUT}).length"
SHORT_CARD = "/cards/soft-clothes/"


def paint(page: Page, address: str) -> HeldScripts:
    """Open a page and wait for its first paint, while its shell has not come."""
    scripts = HeldScripts(page, shell=True)
    page.goto(address, wait_until="commit")
    wait_until(page, IS_PAINTED)
    return scripts


def last_words(page: Page) -> Locator:
    return page.locator("article.service h3").last


def is_whole(page: Page) -> bool:
    """Whether every service is laid out, also those that nobody sees."""
    services = page.locator("article.service h3").all()
    return all(service.evaluate(IS_LAID_OUT) for service in services)


def by_reload(page: Page) -> HeldScripts:
    scripts = HeldScripts(page, shell=True)
    page.reload(wait_until="commit")
    return scripts


def by_back(page: Page) -> HeldScripts:
    page.goto("/about/")
    scripts = HeldScripts(page, shell=True)
    page.go_back(wait_until="commit")
    return scripts


IN_FIRST_FRAME = f"""requestAnimationFrame(() => {{
  window.topFirst = document.documentElement.hasAttribute("{TOP_FIRST}");
}});"""


def test_the_top_of_a_page_is_painted_first_and_all_of_it_before_any_script_has_come(
    page: Page,
) -> None:
    page.add_init_script(IN_FIRST_FRAME)
    scripts = paint(page, LONG_PAGE)
    assert page.evaluate("topFirst") is True
    expect(page.locator("html")).not_to_have_attribute(TOP_FIRST, "")
    expect(page.locator("nav.rooms")).to_be_attached()
    eventually(page, lambda: is_whole(page), "all is laid out")
    place = page.locator("article.service").first.bounding_box()
    scripts.release()
    assert page.locator("article.service").first.bounding_box() == place


def test_a_person_who_scrolls_before_any_script_has_come_reads_every_service(page: Page) -> None:
    scripts = paint(page, LONG_PAGE)
    for service in page.locator("article.service h3").all():
        service.scroll_into_view_if_needed()
        eventually(page, lambda there=service: bool(there.evaluate(IS_LAID_OUT)), "it is there")
        expect(service).to_be_in_viewport()
    scripts.release()


@pytest.mark.parametrize("size", [(360, 740), (412, 915)])
@pytest.mark.parametrize("address", [LONG_PAGE, "/help/ro/", "/cards/five-senses/", SHORT_CARD])
def test_what_waits_for_the_first_paint_is_out_of_sight_and_moves_nothing(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    wait_for_react(page)
    expect(page.locator("main button[disabled]:visible")).to_have_count(0)
    wait_until_idle(page)
    seen = page.screenshot()
    whole = page.evaluate(COUNT_LAID_OUT)
    page.locator("html").evaluate("(root, name) => root.setAttribute(name, '')", TOP_FIRST)
    assert page.evaluate(COUNT_LAID_OUT) < whole
    assert page.screenshot() == seen


FONTS = """[...new Set([...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some(({ data }) => data?.trim()))
  .filter((element) => element.checkVisibility())
  .map((element) => getComputedStyle(element))
  .map((style) => [style.fontSize, style.fontWeight, style.fontVariantNumeric])
  .map(String))].sort()"""
MOST_FONTS = 8


@pytest.mark.parametrize("address", ROUTES)
def test_a_phone_needs_few_sizes_and_weights_of_letters_to_paint_a_page(
    page: Page, address: str
) -> None:
    page.goto(address)
    wait_for_react(page)
    fonts = page.evaluate(FONTS)
    assert len(fonts) <= MOST_FONTS, fonts


@pytest.mark.parametrize("way", [by_reload, by_back])
def test_a_page_that_is_come_back_to_is_laid_out_whole_at_once(
    page: Page, way: Callable[[Page], HeldScripts]
) -> None:
    page.goto(LONG_PAGE)
    wait_for_react(page)
    last_words(page).scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    scripts = way(page)
    wait_until(page, IS_PAINTED)
    assert is_whole(page)
    eventually(page, lambda: abs(page.evaluate("scrollY") - left) <= 2, "it is where it was left")
    scripts.release()


def test_a_link_to_one_service_lays_out_all_that_is_before_it(page: Page) -> None:
    service = page.locator("#gb-calm")
    scripts = paint(page, f"{LONG_PAGE}#gb-calm")
    assert is_whole(page)
    scripts.release()
    expect(service).to_be_in_viewport()


def test_the_manifest_is_asked_for_after_the_first_paint(page: Page) -> None:
    scripts = paint(page, "/")
    manifest = page.locator("link[rel=manifest]")
    assert manifest.get_attribute("href") is None
    scripts.release()
    expect(manifest).to_have_attribute("href", "/manifest.webmanifest")
