"""The main ways through the app with a keyboard alone: nothing out of reach, unseen, or lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility_tree import spoken
from tests.browser.conftest import PHONE
from tests.browser.keyboard import FOCUSABLE, focused, go_to, press
from tests.browser.lock import PASSCODE, lock_button, turn_on, unlock
from tests.browser.log_form import open_log, write_note
from tests.browser.phone_records import read_records, write_records
from tests.browser.plan_form import ANA, MOMENT, keep_plan, open_plan
from tests.seeded_log import entries
from tests.waiting import eventually, wait_for_react, wait_until

SCREENS = (
    (PHONE, ""),
    ({"width": 320, "height": 256}, ""),
    ({"width": 740, "height": 360}, ""),
    (PHONE, "largest"),
)
"""A phone; a screen at 400 %; a phone on its side; the largest text of the settings."""

TEXT = "(size) => { document.documentElement.dataset.text = size; }"
HEADING_FOCUSED = "document.activeElement.matches('h1')"


def wait_for_focus(page: Page, name: str) -> None:
    """Wait until the control or heading of a name has the focus."""
    eventually(page, lambda: focused(page) == name, f"the focus is on {name}")


def test_every_control_is_reached_in_order_and_is_seen_when_it_is(page: Page) -> None:
    page.goto("/")
    # It can be used, and so be reached, only a little after React has come.
    expect(page.get_by_role("button", name="Pick one for me")).to_be_enabled()
    wanted = page.evaluate(FOCUSABLE)
    assert press(page, "Tab") == "Skip to the main part"
    for _ in range(wanted - 1):
        press(page, "Tab")
    reached = page.locator("[data-reached]")
    expect(reached).to_have_count(wanted)
    assert reached.last.evaluate("(last) => last.closest('nav') !== null")


@pytest.mark.parametrize("address", ["/log/history/", "/settings/", "/cards/"])
def test_no_bar_ever_covers_what_has_the_focus(page: Page, address: str) -> None:
    open_log(page)
    write_records(page, list(entries(30))[-8:])
    page.goto(address)
    wait_for_react(page)
    if address == "/log/history/":
        page.get_by_role("button", name="Delete").nth(3).click()
        page.get_by_role("button", name="Undo").wait_for()
    for screen, text in SCREENS:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        page.evaluate(TEXT, text)
        page.locator("main").focus()
        for key in ["Tab"] * 30 + ["Shift+Tab"] * 20:
            press(page, key)


def test_the_skip_link_leads_to_the_main_part(page: Page) -> None:
    page.goto("/cards/")
    wait_for_react(page)
    press(page, "Tab")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'main'")


def test_an_entry_is_written_found_deleted_and_brought_back(page: Page) -> None:
    open_log(page)
    write_records(page, list(entries(2_000))[-3:])
    open_log(page)
    go_to(page, "Very low")
    press(page, "ArrowRight")
    assert press(page, "ArrowRight") == "So-so"
    expect(page.get_by_role("radio", name="So-so")).to_be_checked()
    go_to(page, "Take it back")
    page.keyboard.press("Enter")
    wait_for_focus(page, "Very low")
    press(page, "Space")
    go_to(page, "Urge to hurt yourself")
    press(page, "ArrowRight")
    expect(page.locator("output")).to_contain_text("1")
    go_to(page, "Anything else")
    page.keyboard.type("By keyboard.")
    go_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()
    assert focused(page) == "Save"
    assert any("Saved on this phone." in said for said in spoken(page))
    go_to(page, "Not now", "Shift+Tab")
    page.keyboard.press("Enter")
    wait_for_focus(page, "Very low")
    go_to(page, "See what you wrote")
    page.keyboard.press("Enter")
    wait_until(page, HEADING_FOCUSED)
    assert focused(page) == "What you wrote"
    expect(page.locator(".entry")).to_have_count(4)
    go_to(page, "Delete")
    page.keyboard.press("Enter")
    expect(page.locator(".entry")).to_have_count(3)
    wait_for_focus(page, "Change")
    assert any("The entry is deleted." in said for said in spoken(page))
    go_to(page, "Undo", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".entry")).to_have_count(4)
    eventually(page, lambda: focused(page) != "", "the focus is somewhere")


def test_what_is_missing_is_said_and_the_focus_goes_there(page: Page) -> None:
    page.goto("/cards/mine/edit/")
    expect(page.get_by_role("button", name="Save")).to_be_enabled()
    go_to(page, "What do you do? One step on each line.")
    page.keyboard.type("Tea")
    go_to(page, "Save")
    page.keyboard.press("Enter")
    wait_for_focus(page, "What is it called?")
    expect(page.locator("#title")).to_have_accessible_description("Please give your card a name.")


def test_a_card_is_picked_followed_step_by_step_and_answered(page: Page) -> None:
    page.goto("/cards/")
    expect(page.get_by_role("button", name="Pick one for me")).to_be_enabled()
    go_to(page, "Overwhelmed")
    press(page, "Space")
    assert press(page, "ArrowRight") == "Angry"
    go_to(page, "Pick one for me")
    page.keyboard.press("Enter")
    picked = page.locator(".finder-said .item")
    expect(picked).to_be_visible()
    assert any("Try this one:" in said for said in spoken(page))
    press(page, "Tab")
    title = picked.locator("b").inner_text()
    page.keyboard.press("Enter")
    wait_for_focus(page, title)
    go_to(page, "One step at a time")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.id === 'steps'")
    live = page.locator("#steps")
    expect(live).to_have_attribute("aria-live", "polite")
    count = page.locator(".steps > li").count()
    for number in range(1, count + 1):
        expect(live.get_by_text(f"Step {number} of {count}")).to_be_visible()
        if number == 1:
            go_to(page, "Next" if count > 1 else "Done")
        page.keyboard.press("Enter")
    wait_for_focus(page, "Did it help?")
    assert press(page, "Tab") == "Yes"
    page.keyboard.press("Enter")
    expect(page.get_by_text("Good to know.")).to_be_visible()
    assert any("Good to know." in said for said in spoken(page))
    assert focused(page) == "Yes"


def test_a_plan_is_written_with_its_ideas_and_its_people(page: Page) -> None:
    open_plan(page)
    write_records(page, [ANA, ANA | {"id": "ben", "name": "Ben"}], "PlanContact")
    open_plan(page)
    # People are read on their own, and may come after the form.
    expect(page.get_by_role("button", name="Take out Ana")).to_be_visible()
    go_to(page, "What I can do by myself")
    page.keyboard.type("Tea")
    go_to(page, "Ideas : What I can do by myself")
    press(page, "Space")
    expect(page.locator("#part-alone details button").first).to_be_visible()
    idea = press(page, "Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=idea)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#alone")).to_have_value(f"Tea\n{idea}")
    go_to(page, "Take out Ana")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    eventually(page, lambda: focused(page) in ("Change Ben", "Undo"), "the focus stays near")
    go_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()
    assert read_records(page, "SafetyPlan")[0]["alone"] == f"Tea\n{idea}"


def test_dialogs_keep_the_focus_in_and_give_it_back(page: Page) -> None:
    keep_plan(page, {"alone": "Tea"}, ANA)
    page.goto("/urge/")
    expect(page.get_by_role("button", name="10 minutes")).to_be_enabled()
    # Before the plan has been read, the link leads to Help.
    expect(page.locator("dialog a[href^='tel:']")).to_have_count(1)
    for closing in ("Escape", "Enter"):
        go_to(page, "I need a person")
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="Who would you like to reach?")
        expect(dialog).to_be_visible()
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement.closest('dialog, body').matches('dialog')"
                " || document.activeElement === document.body"
            )
        if closing == "Enter":
            dialog.get_by_role("button", name="Back").focus()
        page.keyboard.press(closing)
        expect(dialog).to_be_hidden()
        assert focused(page) == "I need a person"
        page.locator("main").focus()


def test_the_focus_is_on_what_has_come_in_the_place_of_the_lock_screen(page: Page) -> None:
    turn_on(page)
    lock_button(page).click()
    page.get_by_label("Passcode", exact=True).fill(PASSCODE)
    page.keyboard.press("Enter")
    wait_for_focus(page, "Lock now")


def test_the_lock_is_turned_on_closed_and_opened_and_what_was_typed_stays(page: Page) -> None:
    page.goto("/settings/privacy/")
    expect(page.get_by_label("New passcode")).to_be_enabled()
    for label in ("New passcode", "The same again"):
        go_to(page, label)
        page.keyboard.type(PASSCODE)
    go_to(page, "Turn the lock on")
    page.keyboard.press("Enter")
    expect(page.locator(".recovery-code")).to_be_visible()
    wait_for_focus(page, "Your recovery code")
    page.get_by_role("button", name="I have kept it").press("Enter")
    expect(page.locator(".recovery-code")).to_have_count(0)
    eventually(page, lambda: focused(page) != "", "the focus is somewhere")
    page.goto("/log/")
    unlock(page)
    expect(page.get_by_role("button", name="Save")).to_be_enabled()
    write_note(page, "Still here.")
    page.clock.install()
    page.clock.fast_forward("02:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    wait_for_focus(page, "Locked")
    page.clock.resume()
    go_to(page, "Passcode")
    page.keyboard.type("not this one")
    go_to(page, "Unlock")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That did not open it. Try again.")
    wait_for_focus(page, "Unlock")
    go_to(page, "Passcode", "Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type(PASSCODE)
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_have_value("Still here.")
    wait_until(page, HEADING_FOCUSED)


def test_things_in_the_hope_box_are_turned_and_deleted(page: Page) -> None:
    page.goto("/hope/")
    expect(page.get_by_text("Your box is still empty.")).to_be_visible()
    things = [
        {"id": name, "at": MOMENT, "kind": "words", "title": name, "words": "Dear.", "place": at}
        for at, name in enumerate(("one", "two"))
    ]
    write_records(page, things, "HopeItem")
    page.goto("/hope/things/")
    expect(page.locator(".hope-list > li")).to_have_count(2)
    go_to(page, "Delete one")
    page.keyboard.press("Enter")
    expect(page.locator(".hope-list > li")).to_have_count(1)
    eventually(page, lambda: focused(page).startswith("two"), "the focus is on the next one")
