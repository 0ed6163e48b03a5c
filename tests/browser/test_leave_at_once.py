"""Leaving quickly: in the very next frame nothing can be seen, and what is kept is locked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.lock import lock_button, open_privacy, turn_on, unlock, unlock_button
from tests.browser.log_form import open_log, save_button, write_note
from tests.browser.neutral_site import (
    NEXT_FRAME,
    colours_shown,
    know_the_neutral_site,
    press_shift_three_times,
)
from tests.browser.plan_form import ANA, LINE, keep_plan
from tests.browser.slowly import change_slowly
from tests.browser.watch import Watch
from tests.lost_scripts import LOST, lose_scripts
from tests.waiting import wait_for_react, wait_until

BUSY = "setTimeout(() => { const end = Date.now() + 400; while (Date.now() < end); })"


@pytest.fixture
def person(context: BrowserContext, watch: Watch) -> Page:
    """A person on a network that does not answer, so that the tab stays where it is."""
    know_the_neutral_site(context, watch, answers=False)
    context.add_init_script(NEXT_FRAME)
    return context.new_page()


def middle_of_leave(page: Page) -> tuple[float, float]:
    box = page.locator("a[data-leave]").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def tap_leave(page: Page) -> None:
    page.mouse.click(*middle_of_leave(page))


def before_react(page: Page) -> None:
    lose_scripts(page, but="shell-")
    page.goto("/cards/")


def while_typing(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    open_log(page)
    write_note(page, "My words")


def on_a_long_page(page: Page) -> None:
    page.goto("/help/ie/")
    wait_for_react(page)


def while_a_page_comes_in(page: Page) -> None:
    change_slowly(page)
    page.goto("/")
    wait_for_react(page)
    page.get_by_role("link", name="Cards", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cards")


def tap_while_the_phone_is_busy(page: Page) -> None:
    where = middle_of_leave(page)
    page.evaluate(BUSY)
    page.mouse.click(*where)


def while_a_dialog_is_open(page: Page) -> None:
    keep_plan(page, {}, ANA, LINE)
    page.goto("/urge/")
    wait_for_react(page)
    page.get_by_role("button", name="10 minutes").click()
    # The wave comes one paint later, with a link and a dialog of its own.
    expect(page.get_by_role("button", name="10 minutes")).to_have_count(0)
    expect(page.locator("dialog a[href^='tel:']")).to_have_count(2)
    page.get_by_role("link", name="I need a person").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")


Step = Callable[[Page], None]


@pytest.mark.parametrize(
    ("moment", "way"),
    [
        (before_react, tap_leave),
        (before_react, press_shift_three_times),
        (while_typing, tap_leave),
        (on_a_long_page, tap_while_the_phone_is_busy),
        (while_a_page_comes_in, tap_leave),
        (while_a_dialog_is_open, tap_leave),
        (while_a_dialog_is_open, press_shift_three_times),
    ],
)
def test_in_the_next_frame_nothing_can_be_seen(
    person: Page, watch: Watch, moment: Step, way: Step
) -> None:
    watch.allow(LOST)
    moment(person)
    person.evaluate("seen.length = 0")
    way(person)
    wait_until(person, f"seen.length >= {3 if way is press_shift_three_times else 1}")
    assert person.evaluate("seen.at(-1)") == 0
    assert person.title() == "\u200b"
    assert colours_shown(person) == 1


def test_leaving_locks_what_is_kept_in_every_tab_and_loses_nothing(
    person: Page, context: BrowserContext
) -> None:
    turn_on(person)
    other = context.new_page()
    open_privacy(other)
    unlock(other)
    expect(lock_button(other)).to_be_visible()
    person.bring_to_front()
    person.get_by_role("link", name="Log", exact=True).click()
    expect(save_button(person)).to_be_enabled()
    person.fill("#note", "half a thought")
    tap_leave(person)
    wait_until(person, "document.querySelector('#unlock-passcode') !== null")
    assert person.locator("#note").count() == 0
    assert colours_shown(person) == 1
    expect(unlock_button(other)).to_be_visible()
    person.goto("/log/")
    unlock(person)
    expect(person.locator("#note")).to_have_value("half a thought")


def test_a_tab_that_has_nothing_to_lock_has_the_others_lock(
    person: Page, context: BrowserContext
) -> None:
    other = context.new_page()
    turn_on(other)
    expect(lock_button(other)).to_be_visible()
    person.bring_to_front()
    person.goto("/about/")
    tap_leave(person)
    expect(unlock_button(other)).to_be_visible()
