"""The person's own plan is on the phone when it is needed."""

from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import SAVED, save, save_button
from tests.browser.phone_records import read_records
from tests.browser.test_log import open_without_scripts, release_scripts

PARTS = ("warning_signs", "alone", "places", "people", "professionals", "safer", "reasons")


def open_plan(page: Page) -> None:
    page.goto("/plan/")
    expect(save_button(page)).to_be_enabled()


def test_a_plan_is_there_after_the_browser_was_closed(
    new_context: NewContext, tmp_path: Path
) -> None:
    context = new_context(profile=tmp_path)
    page = context.new_page()
    open_plan(page)
    for part in PARTS:
        page.fill(f"#{part}", f"words for {part}\nand more")
    save(page)
    context.close()
    page = new_context(profile=tmp_path).new_page()
    open_plan(page)
    for part in PARTS:
        assert page.input_value(f"#{part}") == f"words for {part}\nand more"


def test_a_plan_may_be_changed_and_stays_one_plan(page: Page) -> None:
    open_plan(page)
    page.fill("#people", "Ana")
    page.fill("#alone", "music")
    save(page)
    page.reload()
    expect(page.locator("#people")).to_have_value("Ana")
    page.fill("#people", "Ana and Jo")
    page.fill("#alone", "")
    save(page)
    (plan,) = read_records(page, "SafetyPlan")
    assert set(plan) == {"id", "updated", "people"}
    assert plan["people"] == "Ana and Jo"


def test_words_typed_before_the_plan_is_read_cost_none_of_the_plan(page: Page) -> None:
    open_plan(page)
    page.fill("#people", "Ana")
    page.fill("#alone", "music")
    save(page)
    held: list[Route] = open_without_scripts(page, "/plan/")
    page.fill("#people", "Jo")
    page.fill("#reasons", "the dog")
    release_scripts(page, held)
    expect(save_button(page)).to_be_enabled()
    save(page)
    (plan,) = read_records(page, "SafetyPlan")
    assert plan["alone"] == "music"
    assert plan["reasons"] == "the dog"
    assert plan["people"].splitlines() == ["Ana", "Jo"]


def test_an_empty_plan_is_not_saved_and_a_long_part_is_told_beside_it(page: Page) -> None:
    open_plan(page)
    save_button(page).click()
    expect(page.get_by_text("One word is enough to begin.")).to_be_visible()
    page.fill("#safer", "a" * 5001)
    save_button(page).click()
    expect(page.locator("#safer-problem")).to_contain_text("5000")
    assert page.input_value("#safer") == "a" * 5001
    assert read_records(page, "SafetyPlan") == []
    expect(page.get_by_text(SAVED)).to_have_count(0)
