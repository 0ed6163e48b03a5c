"""What is typed outlives the page, at whichever moment the page goes."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.log_form import open_log, pick_mood, save, save_button, write_note
from tests.browser.phone_records import (
    hold_table,
    read_records,
    release_table,
    wait_for_records,
)

LEAVE_WHILE_A_DRAFT_IS_WRITTEN = """
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
    const drafts = [stores].flat().includes("Draft") && mode === "readwrite";
    if (drafts && !sessionStorage.left) {
      sessionStorage.left = "yes";
      queueMicrotask(() => location.reload());
    }
    return begin.call(this, stores, mode, ...rest);
  };
"""

HOLD_DRAFTS = """() => {
  const wait = setTimeout;
  const held = [];
  window.setTimeout = (run, pause, ...rest) =>
    pause === 250 ? held.push(run) : wait(run, pause, ...rest);
  window.release = () => { window.setTimeout = wait; held.forEach((run) => run()); };
}"""
"""Keeps a tab from writing its draft, as on a phone that is busy, until it is released."""


def test_a_draft_is_not_lost_when_the_page_goes_while_it_is_being_written(page: Page) -> None:
    page.add_init_script(LEAVE_WHILE_A_DRAFT_IS_WRITTEN)
    open_log(page)
    phone = page.context.new_cdp_session(page)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 20})
    with page.expect_navigation():
        page.fill("#note", "half a thought")
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#note")).to_have_value("half a thought")


def test_a_draft_is_not_lost_when_the_page_goes_while_the_database_is_busy(
    context: BrowserContext,
) -> None:
    busy, page = context.new_page(), context.new_page()
    busy.goto("/log/history/")
    open_log(page)
    hold_table(busy, "Draft")
    write_note(page, "half a thought")
    page.goto("/about/")
    release_table(busy)
    open_log(page)
    expect(page.locator("#note")).to_have_value("half a thought")
    page.reload()
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#note")).to_have_value("half a thought")


def test_a_second_tab_goes_on_with_what_is_written_in_the_first(context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        open_log(tab)
    first.fill("#note", "half a thought")
    expect(second.locator("#note")).to_have_value("half a thought")
    pick_mood(second, "Low")
    second.fill("#note", "half a thought, and the rest")
    expect(first.locator("#note")).to_have_value("half a thought, and the rest")
    expect(first.get_by_role("radio", name="Low", exact=True)).to_be_checked()
    first.bring_to_front()
    save(first)
    expect(second.locator("#note")).to_have_value("")
    (entry,) = read_records(second)
    assert (entry["mood"], entry["note"]) == (2, "half a thought, and the rest")


def test_what_was_typed_in_two_tabs_apart_is_kept_together(context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        open_log(tab)
    second.evaluate(HOLD_DRAFTS)
    second.fill("#note", "from the second")
    first.fill("#note", "from the first")
    expect(second.locator("#note")).to_have_value("from the first\nfrom the second")
    second.evaluate("() => window.release()")
    expect(first.locator("#note")).to_have_value("from the first\nfrom the second")


def test_a_tab_that_was_left_shows_the_newest_draft_when_it_is_looked_at_again(
    context: BrowserContext,
) -> None:
    # The first tab sleeps: it hears nothing of the second, as on a phone that saves its battery.
    first, second = context.new_page(), context.new_page()
    first.add_init_script("BroadcastChannel.prototype.postMessage = () => {};")
    second.add_init_script("BroadcastChannel.prototype.postMessage = () => {};")
    for tab in (first, second):
        open_log(tab)
    second.fill("#note", "newer words")
    wait_for_records(second, 1, "Draft")
    expect(first.locator("#note")).to_have_value("")
    first.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(first.locator("#note")).to_have_value("newer words")
