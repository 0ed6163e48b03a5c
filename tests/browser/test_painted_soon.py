"""What would make the first paint late comes right after it, and nothing is missing then."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.held_scripts import HeldScripts
from tests.waiting import eventually, wait_for_react, wait_until

LONG_PAGE = "/help/gb/"
TOP_FIRST = "data-pwa-top-first"
IS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
IS_LAID_OUT = "(element) => element.checkVisibility({ contentVisibilityAuto: true })"


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


def test_services_far_below_are_laid_out_once_the_first_are_painted(page: Page) -> None:
    scripts = paint(page, LONG_PAGE)
    first = page.locator("article.service").first
    assert first.locator("h3").evaluate(IS_LAID_OUT)
    assert not last_words(page).evaluate(IS_LAID_OUT)
    place = first.bounding_box()
    scripts.release()
    eventually(page, lambda: is_whole(page), "all is laid out")
    expect(page.locator("html")).not_to_have_attribute(TOP_FIRST, "")
    assert first.bounding_box() == place


def test_a_person_who_scrolls_before_any_script_has_come_reads_every_service(page: Page) -> None:
    scripts = paint(page, LONG_PAGE)
    for service in page.locator("article.service h3").all():
        service.scroll_into_view_if_needed()
        eventually(page, lambda there=service: bool(there.evaluate(IS_LAID_OUT)), "it is there")
        expect(service).to_be_in_viewport()
    scripts.release()


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
