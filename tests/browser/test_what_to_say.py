"""Words to start with can be changed, kept, copied and shown to somebody."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.html_tree import read_page
from tests.browser.library import library
from tests.browser.phone_records import read_records
from tests.browser.test_log import hold_scripts, release_scripts

ROUTE = "/help/what-to-say/"
KEPT = "Kept on this phone."
OWN = "I wrote this down because I could not say it.\nPlease read it."


def first_words(key: str) -> str:
    """The words that the page comes with."""
    sections = library().article("what-to-say").sections
    return next(section.script for section in sections if section.key == key and section.script)


def words(page: Page, key: str) -> Locator:
    """The field with the words for one person."""
    return page.locator(f"#say-{key}")


def part(page: Page, key: str) -> Locator:
    """The part of the page with these words and their buttons."""
    return page.locator("section", has=words(page, key))


def open_words(page: Page) -> None:
    """Open the page and wait until the words can be changed."""
    page.goto(ROUTE)
    for button in page.get_by_role("button", name="Copy").all():
        expect(button).to_be_enabled()


def keep(page: Page, key: str) -> None:
    """Keep the words, and wait until the app says so."""
    part(page, key).get_by_role("button", name="Keep on this phone").click()
    expect(part(page, key).get_by_text(KEPT)).to_be_visible()


def test_there_are_words_for_a_doctor_a_parent_a_friend_a_helpline_and_a_text(dist: Path) -> None:
    page = read_page(dist, ROUTE)
    for key in ("doctor", "parent", "friend", "helpline", "text"):
        assert page.find("textarea", id=f"say-{key}").text == " ".join(first_words(key).split())


def test_without_scripts_the_words_can_be_read_in_full(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(ROUTE)
    for section in library().article("what-to-say").sections:
        if section.script:
            field = words(page, str(section.key))
            expect(field).to_have_value(section.script)
            assert field.evaluate("(field) => field.scrollHeight <= field.clientHeight + 1")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_changed_words_are_there_after_the_browser_was_closed(
    new_context: NewContext, tmp_path: Path
) -> None:
    context = new_context(profile=tmp_path)
    page = context.new_page()
    open_words(page)
    words(page, "doctor").fill(OWN)
    keep(page, "doctor")
    context.close()
    page = new_context(profile=tmp_path).new_page()
    open_words(page)
    expect(words(page, "doctor")).to_have_value(OWN)
    expect(words(page, "friend")).to_have_value(first_words("friend"))


def test_words_that_were_not_kept_yet_outlive_a_reload(page: Page) -> None:
    open_words(page)
    words(page, "friend").fill(OWN)
    page.reload()
    expect(words(page, "friend")).to_have_value(OWN)
    assert read_records(page, "Prepared") == []


def test_the_first_words_can_be_had_again(page: Page) -> None:
    open_words(page)
    again = part(page, "parent").get_by_role("button", name="Use the first words again")
    expect(again).to_have_count(0)
    words(page, "parent").fill(OWN)
    keep(page, "parent")
    again.click()
    expect(words(page, "parent")).to_have_value(first_words("parent"))
    keep(page, "parent")
    page.reload()
    # Until what is kept has been read, the first words stand there in any case.
    expect(words(page, "parent")).to_be_editable()
    expect(words(page, "parent")).to_have_value(first_words("parent"))
    expect(again).to_have_count(0)


def test_nothing_can_be_typed_that_react_would_throw_away(page: Page) -> None:
    held = hold_scripts(page)
    page.goto(ROUTE, wait_until="commit")
    expect(words(page, "doctor")).not_to_be_editable()
    expect(words(page, "doctor")).to_have_value(first_words("doctor"))
    release_scripts(page, held)
    expect(words(page, "doctor")).to_be_editable()
    expect(words(page, "doctor")).to_have_value(first_words("doctor"))


def test_the_words_are_copied_as_they_are_now(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_words(page)
    copy = part(page, "text").get_by_role("button", name="Copy")
    copy.click()
    expect(part(page, "text").get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == first_words("text")
    words(page, "text").fill(OWN)
    copy.click()
    expect(part(page, "text").get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == OWN


def test_where_copying_is_forbidden_the_page_says_what_to_do(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'));")
    open_words(page)
    part(page, "text").get_by_role("button", name="Copy").click()
    expect(page.get_by_text("You can select the words and copy them yourself.")).to_be_visible()


def test_the_words_fill_the_screen_for_another_person_and_go_again(page: Page) -> None:
    open_words(page)
    words(page, "doctor").fill(OWN)
    show = part(page, "doctor").get_by_role("button", name="Show large")
    show.click()
    dialog = page.get_by_role("dialog", name="To a doctor")
    expect(dialog.get_by_text("Please read it.")).to_be_visible()
    box = dialog.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (360, 740)
    size = "(text) => parseFloat(getComputedStyle(text).fontSize)"
    assert dialog.locator("p").evaluate(size) >= 27
    assert barriers(page) == []
    dialog.get_by_role("button", name="Back").click()
    expect(dialog).to_be_hidden()
    expect(show).to_be_focused()
    show.click()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_browser_that_keeps_nothing_is_told_once_and_the_words_work(
    new_context: NewContext,
) -> None:
    page = new_context().new_page()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined });")
    page.goto(ROUTE)
    expect(page.get_by_text("does not let the app keep anything")).to_have_count(1)
    words(page, "doctor").fill(OWN)
    part(page, "doctor").get_by_role("button", name="Show large").click()
    expect(page.get_by_role("dialog").get_by_text("Please read it.")).to_be_visible()
