"""The way to a specialist: steps by country, and a checklist that stays on the phone."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.library import library
from tests.browser.phone_records import read_records
from tests.browser.test_log import hold_scripts, release_scripts

ROUTE = "/help/find-a-specialist/"
KEPT = "Kept on this phone."
COST = "What does it cost? Is there a waiting list?"
COMPANY = "May I bring someone?"


def line(page: Page, text: str) -> Locator:
    """The box of one line."""
    return page.get_by_label(text, exact=True)


def keep_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Keep on this phone")


def open_list(page: Page) -> None:
    page.goto(ROUTE)
    expect(keep_button(page)).to_be_enabled()


def keep(page: Page) -> None:
    keep_button(page).click()
    expect(page.get_by_text(KEPT)).to_be_visible()


def test_what_is_ticked_is_there_after_the_browser_was_closed(
    new_context: NewContext, tmp_path: Path
) -> None:
    context = new_context(profile=tmp_path)
    page = context.new_page()
    open_list(page)
    line(page, COST).check()
    line(page, COMPANY).check()
    keep(page)
    context.close()
    page = new_context(profile=tmp_path).new_page()
    open_list(page)
    expect(line(page, COST)).to_be_checked()
    expect(line(page, COMPANY)).to_be_checked()
    expect(page.locator("input[name=ticked]:checked")).to_have_count(2)


def test_every_tick_can_be_taken_back(page: Page) -> None:
    open_list(page)
    line(page, COST).check()
    keep(page)
    line(page, COST).uncheck()
    keep(page)
    page.reload()
    expect(keep_button(page)).to_be_enabled()
    expect(page.locator("input[name=ticked]:checked")).to_have_count(0)
    (record,) = read_records(page, "Prepared")
    assert "ticked" not in record


def test_a_tick_made_before_the_page_is_ready_or_not_yet_kept_is_not_lost(page: Page) -> None:
    held = hold_scripts(page)
    page.goto(ROUTE, wait_until="commit")
    line(page, COST).check()
    release_scripts(page, held)
    expect(keep_button(page)).to_be_enabled()
    expect(line(page, COST)).to_be_checked()
    page.reload()
    expect(line(page, COST)).to_be_checked()


def test_nothing_ticked_is_told_and_costs_nothing(page: Page) -> None:
    open_list(page)
    keep_button(page).click()
    expect(page.get_by_text("One tick is enough.")).to_be_visible()
    assert read_records(page, "Prepared") == []


def test_without_scripts_everything_can_be_read_and_ticked(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(ROUTE)
    page.get_by_text("United States", exact=True).click()
    expect(page.get_by_text("Call your county medical society")).to_be_visible()
    line(page, COST).check()
    expect(keep_button(page)).to_have_count(0)


def test_every_country_with_steps_leads_to_its_numbers(dist: Path) -> None:
    page = read_page(dist, ROUTE)
    sections = library().article("find-a-specialist").sections
    countries = [section.country for section in sections if section.country]
    assert {"US", "GB", "CA", "AU", "IE", "NZ"} <= set(countries)
    for country in countries:
        part = page.find("details", id=str(country).lower())
        assert part.find("a", "button").attributes["href"] == f"/help/{str(country).lower()}/"


def test_the_programme_that_is_not_confirmed_is_named_as_such_and_has_no_number(
    dist: Path,
) -> None:
    part = read_page(dist, ROUTE).find("section", id="programmes")
    assert "S.A.F.E. Alternatives" in part.text
    assert "Not confirmed" in part.text
    assert not any(letter.isdigit() for letter in part.text.replace("30 days", ""))
    assert part.find_all("a") == []


def test_on_paper_the_ticks_and_the_countries_are_there_and_the_buttons_are_not(
    page: Page,
) -> None:
    open_list(page)
    line(page, COST).check()
    page.emulate_media(media="print")
    expect(keep_button(page)).to_be_hidden()
    expect(line(page, COST)).to_be_visible()
    expect(page.locator(".rooms")).to_be_hidden()
    step = page.get_by_text("Call your county medical society")
    assert step.bounding_box() is not None
    expect(step).to_be_visible()
