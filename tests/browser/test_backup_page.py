"""The backup page speaks plainly in every state, and reminds only those who asked."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.backup_files import PASSPHRASE, plain_backup, sealed_backup
from tests.browser.accessibility import barriers
from tests.browser.backup_page import (
    Row,
    choose,
    done,
    open_backup_page,
    press,
    save_plain,
    save_sealed,
)
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.waiting import wait_for_react, wait_until_idle

NOTE: Row = {"id": "a", "at": "2026-11-22T20:39:00.000Z", "local_date": "2026-11-22", "note": "x"}
DUE = "You wanted to be told: your last backup was a while ago."


def states(page: Page) -> Iterator[str]:
    """Bring the page into each of its states."""
    open_backup_page(page, {"MoodEntry": [NOTE]})
    yield "start"
    press(page, "Save the backup")
    expect(page.get_by_text("Please choose a longer passphrase")).to_be_visible()
    yield "too short"
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    press(page, "Save the backup")
    expect(page.get_by_text("The two are not the same yet.")).to_be_visible()
    yield "different"
    save_sealed(page)
    yield "saved"
    save_plain(page)
    yield "saved plainly"
    choose(page, sealed_backup(plain_backup({"MoodEntry": [NOTE | {"id": "b"}]})))
    expect(page.get_by_label("The passphrase of this file")).to_be_focused()
    yield "locked"
    choose(page, plain_backup({"MoodEntry": [NOTE | {"id": "b"}]}))
    expect(page.get_by_text("Made on 23 November 2026 at 14:05.")).to_be_visible()
    yield "preview"
    press(page, "Replace what is here…")
    expect(page.get_by_role("heading", name="Replace everything?")).to_be_focused()
    yield "confirm"
    press(page, "Go back")
    press(page, "Add it to what is here")
    done(page)
    yield "done"


def test_everybody_can_read_and_use_every_state(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-23T14:05:00Z")
    for state in states(page):
        assert barriers(page) == [], state


def test_nothing_runs_out_of_a_narrow_screen_in_the_largest_text(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.add_init_script("""localStorage.setItem("mooring:appearance", '{"text":"largest"}')""")
    for state in states(page):
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, state


def test_a_hint_tells_how_hard_the_passphrase_is_to_guess_and_it_can_be_looked_at(
    page: Page,
) -> None:
    open_backup_page(page)
    field = page.get_by_label("Passphrase", exact=True)
    expect(field).to_have_attribute("type", "password")
    for typed, hint in (
        ("four", "This is easy to guess."),
        ("four quiet", "This is all right."),
        (PASSPHRASE, "This is hard to guess."),
    ):
        field.fill(typed)
        expect(page.get_by_text(hint)).to_be_visible()
    page.get_by_label("Show what I type").check()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value(PASSPHRASE)


def test_what_was_typed_is_gone_from_the_page_once_the_file_is_saved(page: Page) -> None:
    open_backup_page(page)
    save_sealed(page)
    for label in ("Passphrase", "The same once more"):
        expect(page.get_by_label(label, exact=True)).to_have_value("")
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage])").count("quiet") == 0


def test_a_typing_slip_can_be_mended_without_typing_all_again(page: Page) -> None:
    open_backup_page(page)
    choose(page, sealed_backup(plain_backup({})), f"{PASSPHRASE}x")
    expect(page.get_by_text("This passphrase does not open the file.")).to_be_visible()
    expect(page.get_by_label("The passphrase of this file")).to_have_value(f"{PASSPHRASE}x")


def test_the_heavy_part_comes_only_when_a_key_is_made(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for route in ("/", "/log/", "/settings/"):
        page.goto(route)
        # What a page asks for by itself, it asks for once React has taken it over.
        wait_for_react(page)
        wait_until_idle(page)
    open_backup_page(page)
    assert not any("argon2id" in url for url in asked)
    save_sealed(page)
    assert any("argon2id" in url for url in asked)


def test_without_javascript_the_page_says_why_it_needs_it(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/settings/backup/")
    assert "To make a backup or to bring one back" in page.inner_text("main")
    expect(page.get_by_role("button", name="Save the backup")).to_have_count(0)


def test_nobody_is_reminded_who_did_not_ask(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-23T14:05:00Z")
    open_backup_page(page)
    save_sealed(page)
    page.clock.set_fixed_time("2027-11-23T14:05:00Z")
    open_log(page)
    expect(page.get_by_text(DUE)).to_have_count(0)


def test_who_asked_finds_a_quiet_line_once_the_last_backup_is_old(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-23T14:05:00Z")
    open_backup_page(page)
    page.get_by_label("Tell me after").select_option("4 weeks")
    save_sealed(page)
    expect(page.get_by_text("Your last backup from this phone: 23 Nov.")).to_be_visible()
    page.clock.set_fixed_time("2026-12-20T14:05:00Z")
    open_log(page)
    expect(page.get_by_text(DUE)).to_have_count(0)
    page.clock.set_fixed_time("2026-12-22T14:05:00Z")
    open_log(page)
    page.get_by_role("link", name=DUE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Backup")
    expect(page.get_by_label("Tell me after")).to_have_value("4")
    save_sealed(page)
    expect(page.get_by_text(DUE)).to_have_count(0)
