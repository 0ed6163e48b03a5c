"""Finding a country or a service by what it is called."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.waiting import wait_for_react


@pytest.fixture
def finder(page: Page) -> Page:
    """The list of countries with its search."""
    page.goto("/help/?choose")
    wait_for_react(page)
    return page


def search(page: Page, text: str) -> None:
    """Type into the search."""
    page.get_by_label("Search countries and services").fill(text)


def first_found(page: Page) -> str:
    """The address of the first result."""
    return str(page.locator("main .items a").first.get_attribute("href"))


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("Ireland", "ie"),
        ("éire", "ie"),
        ("irelnd", "ie"),
        ("deutschland", "de"),
        ("Österreich", "at"),
        ("osterreich", "at"),
        ("UK", "gb"),
        ("scotland", "gb"),
        ("usa", "us"),
        ("holland", "nl"),
        ("日本", "jp"),
        ("brasil", "br"),
        ("swtizerland", "ch"),
        ("south africa", "za"),
        ("IE", "ie"),
    ],
)
def test_a_country_is_found_by_its_names_with_and_without_accents_and_slips(
    finder: Page, typed: str, country: str
) -> None:
    search(finder, typed)
    expect(finder.locator("main .items a").first).to_have_attribute("href", f"/help/{country}/")


def test_a_service_is_found_by_name_or_number_and_opens_at_its_place(finder: Page) -> None:
    search(finder, "samaritns ireland")
    expect(finder.locator("main .items b").first).to_have_text("Samaritans Ireland")
    search(finder, "116123")
    expect(finder.locator("main .items b", has_text="Samaritans Ireland")).to_be_visible()
    finder.locator("main .items a", has_text="Samaritans Ireland").click()
    finder.wait_for_url("**/help/ie/#ie-samaritans")
    expect(finder.locator("#ie-samaritans h3")).to_be_in_viewport()


def test_a_country_we_have_nothing_for_is_found_and_says_so(finder: Page) -> None:
    search(finder, "kinshasa")
    result = finder.locator("main .items a")
    expect(result).to_have_count(1)
    expect(result).to_contain_text("We have no number here that we could check.")
    result.click()
    finder.wait_for_url("**/help/other/")
    finder.goto("/cards/")
    finder.click(".help-now")
    finder.wait_for_url("**/help/other/")


def test_a_found_country_is_remembered(new_context: NewContext) -> None:
    page = new_context(timezone_id="Europe/Dublin").new_page()
    page.goto("/help/?choose")
    wait_for_react(page)
    search(page, "japan")
    page.locator("main .items a", has_text="Japan").first.click()
    page.wait_for_url("**/help/jp/")
    page.goto("/cards/")
    page.click(".help-now")
    page.wait_for_url("**/help/jp/")


def test_nothing_found_is_said_and_the_list_stays(finder: Page) -> None:
    search(finder, "zzzzzz")
    expect(finder.get_by_text("Nothing found.")).to_be_visible()
    expect(finder.locator(".countries")).to_be_visible()
    search(finder, "")
    expect(finder.get_by_text("Nothing found.")).to_have_count(0)
    expect(finder.locator(".countries")).to_be_visible()
