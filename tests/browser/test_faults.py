"""Nothing confirmed is lost, and there are always words: storage, tabs and the clock."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.lock import open_privacy
from tests.browser.log_form import open_log, save, save_button, write_note
from tests.browser.phone_records import read_records, wait_for_records
from tests.browser.plan_form import keep_plan
from tests.browser.test_earlier_databases import hold_database
from tests.browser.watch import Watch
from tests.waiting import wait_for_react

TABS = 10

SAVE_AT = """([text, at]) => {
  setTimeout(() => {
    const note = document.querySelector("#note");
    note.value = text;
    note.dispatchEvent(new Event("input", { bubbles: true }));
    note.form.querySelector("button[type=submit]").click();
  }, at - Date.now());
}"""


SILENT = """
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...asked) {
  const request = {};
  window.answer = () => {
    IDBFactory.prototype.open = open;
    const real = this.open(...asked);
    for (const name of ["result", "transaction", "error"]) {
      Object.defineProperty(request, name, { get: () => real[name] });
    }
    Object.assign(real, request);
  };
  return request;
};"""
"""A database that is neither opened nor refused, as while the tab that has it does not answer."""


def test_what_ten_tabs_save_at_once_is_all_there_and_each_tab_shows_it(
    context: BrowserContext,
) -> None:
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        open_log(tab)
    at = tabs[0].evaluate("Date.now() + 500")
    for number, tab in enumerate(tabs):
        tab.evaluate(SAVE_AT, [f"from tab {number}", at])
    # Ten tabs share one draft, so that one tab's typing may take another's "Saved" away again.
    wait_for_records(tabs[0], TABS)
    for tab in tabs:
        tab.get_by_role("link", name="See what you wrote").first.click()
        expect(tab.locator("li.entry")).to_have_count(TABS)
    notes = [entry["note"] for entry in read_records(tabs[0])]
    assert sorted(notes) == [f"from tab {number}" for number in range(TABS)]


def leave_no_room(page: Page, site: str) -> CDPSession:
    """Let the browser keep nothing more, before anything is kept.

    Chromium counts room that it has once found as free for half a minute.
    """
    phone = page.context.new_cdp_session(page)
    phone.send("Storage.overrideQuotaForOrigin", {"origin": site, "quotaSize": 1})
    return phone


def test_a_phone_that_is_really_full_says_so_and_saves_once_there_is_room(
    page: Page, site: str
) -> None:
    open_log(page)
    phone = leave_no_room(page, site)
    write_note(page, "half a thought")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("no room left")
    save_button(page).click()
    # The words of before stand there still: until it has failed too, there must be no room.
    expect(save_button(page)).to_be_enabled()
    expect(alert).to_contain_text("no room left")
    expect(alert.get_by_role("button", name="Copy my words")).to_be_visible()
    expect(page.locator("#note")).to_have_value("half a thought")
    phone.send("Storage.overrideQuotaForOrigin", {"origin": site})
    save(page)
    assert [entry["note"] for entry in read_records(page)] == ["half a thought"]


def leave_and_come_back(page: Page) -> None:
    """Go on to another room of the app, and back."""
    page.get_by_role("navigation").get_by_role("link", name="Cards").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")
    page.go_back()


def test_words_that_a_full_phone_did_not_take_are_there_after_a_look_at_another_room(
    page: Page, site: str
) -> None:
    open_log(page)
    phone = leave_no_room(page, site)
    write_note(page, "half a thought")
    save_button(page).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("no room left")
    expect(save_button(page)).to_be_enabled()
    leave_and_come_back(page)
    expect(page.locator("#note")).to_have_value("half a thought")
    expect(alert).to_contain_text("no room left")
    phone.send("Storage.overrideQuotaForOrigin", {"origin": site})
    save(page)
    leave_and_come_back(page)
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#note")).to_have_value("")
    assert [entry["note"] for entry in read_records(page)] == ["half a thought"]


LOOK_AWAY = """for (const state of ["hidden", "visible"]) {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_after_a_look_at_another_app_too_it_is_the_last_words_that_are_there(
    page: Page, site: str
) -> None:
    open_log(page)
    leave_no_room(page, site)
    write_note(page, "half")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("no room left")
    page.evaluate(LOOK_AWAY)
    write_note(page, " a thought")
    leave_and_come_back(page)
    expect(alert).to_contain_text("no room left")
    expect(page.locator("#note")).to_have_value("half a thought")


def test_words_typed_before_the_kept_ones_were_read_come_beside_them_not_in_their_place(
    context: BrowserContext,
) -> None:
    keep_plan(context.new_page(), {"alone": "Tea", "reasons": "Ana"})
    page = context.new_page()
    page.add_init_script(SILENT)
    page.goto("/plan/edit/")
    wait_for_react(page)
    page.locator("#reasons").fill("The sea")
    leave_and_come_back(page)
    page.evaluate("answer()")
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#alone")).to_have_value("Tea")
    expect(page.locator("#reasons")).to_have_value("Ana\nThe sea")


@pytest.mark.parametrize(("route", "field"), [("/log/", "#note"), ("/plan/edit/", "#reasons")])
def test_words_that_a_browser_without_storage_did_not_take_are_there_too(
    page: Page, route: str, field: str
) -> None:
    page.add_init_script("delete window.indexedDB; delete IDBFactory.prototype.open;")
    page.goto(route)
    wait_for_react(page)
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator(field).fill("half a thought")
    leave_and_come_back(page)
    expect(page.locator(field)).to_have_value("half a thought")
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_browser_that_denies_all_storage_leaves_everything_else(
    new_context: NewContext, watch: Watch, tmp_path: Path
) -> None:
    watch.allow("SecurityError|OpenFailedError|UnknownError|denied|storage|Dexie: Workaround")
    chosen = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(chosen), "utf-8")
    page = new_context(profile=tmp_path, service_workers="allow").pages[0]
    page.goto("/help/gb/")
    expect(page.locator("a[href='tel:999']").first).to_be_visible()
    page.goto("/log/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("This browser does not let the app keep anything.")
    write_note(page, "still here")
    expect(alert.get_by_role("button", name="Copy my words")).to_be_visible()
    assert page.input_value("#note") == "still here"


HELD_UP = "Please close it there. Then this page goes on by itself."


def test_an_older_tab_that_keeps_the_database_is_told_of_and_the_page_goes_on_once_it_is_closed(
    context: BrowserContext, watch: Watch
) -> None:
    watch.allow("blocked by other connection")
    older = context.new_page()
    hold_database(older)
    page, lock = context.new_page(), context.new_page()
    page.goto("/log/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(HELD_UP)
    write_note(page, "typed while waiting")
    lock.goto("/settings/privacy/")
    expect(lock.get_by_role("alert")).to_contain_text(HELD_UP)
    older.close()
    expect(alert).to_have_count(0)
    open_privacy(lock)
    expect(page.locator("#note")).to_have_value("half a thought\nsecond line\ntyped while waiting")
    save(page)
    assert len(read_records(page)) == 3


def test_a_tab_that_does_not_even_answer_is_told_of_too(page: Page) -> None:
    page.add_init_script(SILENT)
    page.goto("/log/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(HELD_UP)
    write_note(page, "typed while waiting")
    page.evaluate("answer()")
    expect(alert).to_have_count(0)
    save(page)
    assert [entry["note"] for entry in read_records(page)] == ["typed while waiting"]


def test_a_clock_set_back_loses_nothing_and_every_page_goes_on(page: Page) -> None:
    page.clock.install(time="2026-11-23T20:00:00Z")
    open_log(page)
    write_note(page, "before")
    save(page)
    write_note(page, "half a thought")
    page.clock.run_for(1000)
    page.clock.set_system_time("2024-01-05T08:00:00Z")
    page.reload()
    expect(page.get_by_text("We kept what you had typed.")).to_be_visible()
    expect(page.locator("#note")).to_have_value("half a thought")
    save(page)
    page.goto("/log/history/")
    expect(page.locator("li.entry")).to_have_count(2)
    expect(page.locator("li.entry").first).to_contain_text("before")
    page.goto("/log/calendar/")
    expect(page.get_by_text("January 2024")).to_be_visible()
    page.goto("/log/insights/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert {entry["local_date"] for entry in read_records(page)} == {"2026-11-23", "2024-01-05"}
