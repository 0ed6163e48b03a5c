"""What is typed outlives the page, at whichever moment the page goes."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.log_form import open_log, save_button, write_note
from tests.browser.phone_records import hold_table, release_table

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
