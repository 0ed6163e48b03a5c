"""Leaving by taps with two fingers and by shaking: only where it was chosen, and told honestly."""

import re
import time
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.neutral_site import NEXT_FRAME, expect_neutral, know_the_neutral_site
from tests.browser.watch import Watch
from tests.lost_scripts import LOST, lose_scripts
from tests.waiting import eventually, wait_for_react, wait_until

PRIVACY = "/settings/privacy/"
TAPS = "Tap three times with two fingers"
SHAKE = "Shake the phone"
READINGS = """(swings) => {
  for (const x of swings) {
    dispatchEvent(new DeviceMotionEvent("devicemotion", {
      acceleration: { x, y: 0, z: 0 }, accelerationIncludingGravity: { x, y: 0, z: 9.8 },
    }));
  }
}"""

NO_SENSOR = """addEventListener("devicemotion", (event) => {
  if (event.isTrusted) event.stopImmediatePropagation();
}, true)"""
"""A computer has none, and says so once."""

ASKS_FIRST = """
  window.asked = [];
  if (window.DeviceMotionEvent) {
    DeviceMotionEvent.requestPermission = () => {
      window.asked.push(navigator.userActivation.isActive);
      return Promise.resolve("%s");
    };
  }
"""


@pytest.fixture
def phone(new_context: NewContext, watch: Watch) -> BrowserContext:
    """A phone with a screen that is touched."""
    context = new_context(has_touch=True, is_mobile=True)
    know_the_neutral_site(context, watch)
    context.add_init_script(NEXT_FRAME)
    context.add_init_script(NO_SENSOR)
    return context


def tap_with_two_fingers(page: Page, times: int) -> None:
    """As the screen tells it, as quickly as fingers do it, however slow the machine is."""
    screen = page.context.new_cdp_session(page)
    fingers = [{"x": 120, "y": 400, "id": 0}, {"x": 200, "y": 410, "id": 1}]
    at = time.time()
    for _ in range(times):
        for kind, points in (("touchStart", fingers), ("touchEnd", [])):
            touch = {"type": kind, "touchPoints": points, "timestamp": at}
            screen.send("Input.dispatchTouchEvent", touch)
            at += 0.05


def move(page: Page, *swings: float) -> None:
    """How strongly the phone is moved along one axis, reading by reading."""
    page.evaluate(READINGS, swings)


def shake(page: Page) -> None:
    move(page, 30, -30, 30, -30)


def gestures_asked_for(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name)"
    )
    return [name for name in found if "/gestures-" in name]


def wait_for_gestures(page: Page) -> None:
    eventually(page, lambda: gestures_asked_for(page) != [], "the gestures are asked for")
    # A module that is imported again is there once it has run.
    page.evaluate("async (address) => void (await import(address))", gestures_asked_for(page)[0])


def lie_still(page: Page) -> None:
    """Tell again and again how the phone is moved, as one does that can: not at all."""
    page.evaluate(f"() => void setInterval(() => ({READINGS})([0]), 50)")


def open_choices(page: Page) -> None:
    """Open the page of the choices, and wait until a choice is answered."""
    page.goto(PRIVACY)
    wait_for_react(page)
    wait_for_gestures(page)


def choose(page: Page, label: str) -> Any:
    control = page.get_by_label(label)
    expect(control).not_to_be_checked()
    control.check()
    return control


def test_where_nobody_chose_it_no_gesture_leaves_and_nothing_of_it_is_loaded(
    phone: BrowserContext,
) -> None:
    page = phone.new_page()
    page.goto("/")
    wait_for_react(page)
    tap_with_two_fingers(page, 4)
    shake(page)
    assert gestures_asked_for(page) == []
    assert page.evaluate("document.documentElement.classList.length") == 0


def test_three_taps_with_two_fingers_leave_before_react_has_come_and_one_finger_never_does(
    phone: BrowserContext, watch: Watch
) -> None:
    watch.allow(LOST)
    page = phone.new_page()
    page.goto(PRIVACY)
    page.get_by_label(TAPS).focus()
    page.keyboard.press("Space")
    expect(page.get_by_label(TAPS)).to_be_checked()
    page.reload()
    expect(page.get_by_label(TAPS)).to_be_checked()
    page.goto("/cards/five-senses/")
    page.get_by_role("button", name="Do it with me").tap()
    wait_for_gestures(page)
    for _ in range(8):
        page.get_by_role("button", name=re.compile("^I .* one$")).tap()
        page.touchscreen.tap(5, 120)
    assert page.url.endswith("/cards/five-senses/")
    tap_with_two_fingers(page, 2)
    assert page.url.endswith("/cards/five-senses/")
    lose_scripts(page, but="shell-|gestures-")
    page.goto("/")
    wait_for_gestures(page)
    tap_with_two_fingers(page, 3)
    expect_neutral(page)


def test_shaking_leaves_once_the_phone_has_told_how_it_moves(phone: BrowserContext) -> None:
    page = phone.new_page()
    open_choices(page)
    lie_still(page)
    control = choose(page, SHAKE)
    expect(page.get_by_text("Ready. When you shake the phone, you leave.")).to_be_visible()
    assert barriers(page) == []
    expect(control).to_be_checked()
    page.goto("/cards/")
    wait_for_gestures(page)
    move(page, *[8, -8] * 6)
    assert page.url.endswith("/cards/")
    # Before the first tap on this page.
    shake(page)
    expect_neutral(page)


def test_a_phone_that_tells_nothing_of_how_it_moves_says_so_and_the_choice_is_taken_back(
    phone: BrowserContext,
) -> None:
    page = phone.new_page()
    open_choices(page)
    page.clock.install()
    control = choose(page, SHAKE)
    page.clock.run_for(2500)
    expect(page.get_by_text("does not tell the app how it moves")).to_be_visible()
    expect(control).not_to_be_checked()
    assert page.evaluate("localStorage.getItem('mooring:appearance')") is None
    assert barriers(page) == []


@pytest.mark.parametrize(("answer", "checked"), [("granted", True), ("denied", False)])
def test_a_phone_that_asks_first_is_asked_within_the_tap(
    phone: BrowserContext, answer: str, checked: bool
) -> None:
    phone.add_init_script(ASKS_FIRST % answer)
    page = phone.new_page()
    open_choices(page)
    if checked:
        lie_still(page)
    control = page.get_by_label(SHAKE)
    control.click()
    if checked:
        expect(page.get_by_text("Ready. When you")).to_be_visible()
        expect(control).to_be_checked()
        # What was allowed may be forgotten, and is asked for with the next page's first tap.
        page.goto("/cards/")
        wait_for_gestures(page)
        page.get_by_role("heading", level=1).tap()
        wait_until(page, "asked.length === 1")
    else:
        expect(page.get_by_text("The phone did not allow it.")).to_be_visible()
        expect(control).not_to_be_checked()
    assert page.evaluate("asked") == [True]
