"""The on-screen keyboard, fingers and long presses do what a person means."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.log_form import open_log, save_button, write_note
from tests.browser.phone_records import wait_for_records
from tests.waiting import wait_for_react

ABOVE_A_KEYBOARD = {"width": 360, "height": 360}
"""What an on-screen keyboard leaves of a phone of 360 × 740."""

COVERED = """(element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [across, down] = [left + width / 2, Math.min(top + height, innerHeight) - 8];
  const seen = document.elementFromPoint(across, down);
  return seen !== element && !element.contains(seen);
}"""
"""Whether something lies over the lower end of an element."""

FIELDS = """() => {
  const fields = document.querySelectorAll("input, textarea, select");
  const typed = ["text", "search", "password", "url", "tel", "textarea"];
  return [...fields].filter((field) => field.type !== "hidden").flatMap((field) => {
    const problems = [];
    if (parseFloat(getComputedStyle(field).fontSize) < 16) problems.push("iOS would zoom");
    if (typed.includes(field.type)) {
      const autocomplete = field.autocomplete || field.form?.autocomplete;
      if (!autocomplete) problems.push("no autocomplete");
      if (field.localName === "input" && !field.enterKeyHint) problems.push("no enterkeyhint");
    }
    return problems.map((problem) => `${field.id || field.name}: ${problem}`);
  });
}"""

FORMS = (
    "/",
    "/cards/",
    "/cards/mine/edit/",
    "/log/",
    "/log/history/",
    "/log/copy/",
    "/log/reminders/",
    "/plan/edit/",
    "/plan/contact/",
    "/hope/note/",
    "/hope/link/",
    "/hope/song/",
    "/help/?choose",
    "/help/what-to-say/",
    "/settings/backup/",
    "/settings/privacy/",
    "/settings/storage/",
)


@pytest.mark.parametrize(
    ("address", "field"),
    [("/log/", "#note"), ("/plan/edit/", "#reasons"), ("/plan/contact/", "#note")],
)
def test_the_keyboard_covers_neither_the_field_nor_the_way_to_save(
    page: Page, address: str, field: str
) -> None:
    page.goto(address)
    expect(save_button(page)).to_be_enabled()
    page.locator(field).click()
    page.set_viewport_size(ABOVE_A_KEYBOARD)
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_be_in_viewport(ratio=0.5)
    assert page.locator(field).evaluate(COVERED) is False
    page.keyboard.type("My words")
    assert page.locator(field).evaluate(COVERED) is False
    save_button(page).scroll_into_view_if_needed()
    expect(save_button(page)).to_be_in_viewport(ratio=1)
    assert save_button(page).evaluate(COVERED) is False
    sticking = """[...document.querySelectorAll("body *")].filter((element) =>
      ["fixed", "sticky"].includes(getComputedStyle(element).position)
      && element.checkVisibility()).map((element) => element.className)"""
    assert page.evaluate(sticking) == []


def test_every_field_brings_the_right_keyboard_and_none_makes_a_phone_zoom(page: Page) -> None:
    found = {}
    for address in FORMS:
        page.goto(address)
        wait_for_react(page)
        found[address] = page.evaluate(FIELDS)
    assert {address: lines for address, lines in found.items() if lines} == {}
    page.goto("/plan/contact/")
    expect(page.locator("#number")).to_have_attribute("inputmode", "tel")
    expect(page.locator("#name")).to_have_attribute("autocapitalize", "words")
    page.goto("/hope/link/")
    expect(page.locator("#link")).to_have_attribute("inputmode", "url")


def test_pinching_zooms_and_a_double_tap_does_not(page: Page) -> None:
    page.goto("/urge/")
    viewport = page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "maximum-scale" not in viewport
    assert "user-scalable" not in viewport
    assert "interactive-widget=resizes-content" in viewport
    touch = "(element) => getComputedStyle(element).touchAction"
    assert page.locator("html").evaluate(touch) == "manipulation"


def test_pulling_down_does_not_reload_a_form_and_a_reload_keeps_the_words(page: Page) -> None:
    pulled = "getComputedStyle(document.documentElement).overscrollBehaviorY"
    for address in ("/plan/edit/", "/hope/note/", "/cards/mine/edit/", "/help/what-to-say/"):
        page.goto(address)
        assert page.evaluate(pulled) == "contain", address
    open_log(page)
    assert page.evaluate(pulled) == "contain"
    write_note(page, "Half a sentence")
    wait_for_records(page, 1, "Draft")
    page.reload()
    expect(page.locator("#note")).to_have_value("Half a sentence")


def test_a_finger_that_rests_on_a_control_picks_no_words(page: Page) -> None:
    picked = "(element) => getComputedStyle(element).userSelect"
    page.goto("/urge/")
    wait_for_react(page)
    page.get_by_role("button", name="10 minutes").click()
    for control in (".ring", ".row .button", "summary"):
        assert page.locator(control).first.evaluate(picked) == "none", control
    page.goto(FORMS[1])
    assert page.locator(".chip").first.evaluate(picked) == "none"
    assert page.locator(".item").first.evaluate(picked) != "none"
