"""Riding out an urge: the clock is right whatever happens, and every way out is kind."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.phone_records import read_records
from tests.waiting import eventually, wait_for_react, wait_until

START = "2026-11-23T23:10:00Z"
FRAME_MS = 20


def open_urge(page: Page) -> None:
    page.goto("/urge/")
    expect(button(page, "10 minutes").or_(page.locator(".ring"))).to_be_enabled()


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def heading(page: Page) -> Any:
    return page.get_by_role("heading", level=1)


def ride(page: Page, length: str = "10 minutes", strength: int | None = None) -> None:
    open_urge(page)
    if strength is not None:
        page.locator("#strength").fill(str(strength))
    button(page, length).click()
    expect(heading(page)).to_have_text("You’re on the wave.")


def ride_frozen(page: Page, length: str = "10 minutes", strength: int | None = None) -> None:
    """Ride from 23:20 on, on a clock that goes on only when it is told to."""
    page.clock.install(time=START)
    open_urge(page)
    page.clock.pause_at("2026-11-23T23:19:59.980Z")
    if strength is not None:
        page.locator("#strength").fill(str(strength))
    button(page, length).click()
    # The tap is painted before the wave comes.
    page.clock.run_for(FRAME_MS)
    expect(heading(page)).to_have_text("You’re on the wave.")


def end(page: Page, outcome: str) -> None:
    button(page, "Stop here").click()
    button(page, outcome).click()


def kept(page: Page) -> dict[str, Any]:
    """The wave as it lies on the disk, once it does."""
    eventually(page, lambda: bool(read_records(page, "UrgeWave")), "the wave is kept")
    (wave,) = read_records(page, "UrgeWave")
    return wave


@pytest.mark.parametrize("length", ["5 minutes", "10 minutes", "15 minutes"])
def test_the_clock_starts_at_what_was_chosen_and_runs(page: Page, length: str) -> None:
    ride_frozen(page, length)
    minutes = int(length.split()[0])
    expect(page.get_by_role("timer")).to_have_text(f"{minutes}:00")
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text(f"{minutes - 2}:59")


def test_a_tap_is_shown_before_the_wave_is_drawn_which_a_slow_phone_takes_long_for(
    page: Page,
) -> None:
    page.clock.install(time=START)
    open_urge(page)
    page.clock.pause_at("2026-11-23T23:20:00Z")
    button(page, "5 minutes").click()
    expect(heading(page)).to_have_text("Ride out an urge")
    page.clock.run_for(FRAME_MS)
    expect(heading(page)).to_have_text("You’re on the wave.")


def test_there_can_be_no_clock_at_all(page: Page) -> None:
    ride(page, "No clock")
    expect(page.get_by_text("No clock. Stay as long as you like.")).to_be_visible()
    expect(page.get_by_role("timer")).to_have_count(0)
    expect(button(page, "5 more minutes")).to_have_count(0)


def test_after_a_long_sleep_of_the_phone_the_clock_is_right_at_once(page: Page) -> None:
    ride_frozen(page)
    # No timer fires while a phone sleeps: only the clock has gone on when it wakes.
    page.clock.set_system_time("2026-11-23T23:24:30Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("timer")).to_have_text("5:30")
    page.clock.set_system_time("2026-11-23T23:35:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("That was 10 minutes")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="The time you chose is up.")).to_have_count(1)


def test_the_clock_is_right_after_a_reload(page: Page) -> None:
    page.clock.set_fixed_time(START)
    ride(page)
    kept(page)
    page.clock.set_fixed_time("2026-11-23T23:13:00Z")
    page.reload()
    expect(page.get_by_role("timer")).to_have_text("7:00")


def test_the_wave_is_still_there_after_the_browser_was_killed(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context(profile=tmp_path).new_page()
    page.clock.set_fixed_time(START)
    ride(page, strength=8)
    assert kept(page)["first"] == 8
    eventually(page, lambda: kept(page).get("started") is not None, "the start is kept")
    kill_browser(tmp_path)
    page = new_context(profile=tmp_path).new_page()
    page.clock.set_fixed_time("2026-11-23T23:16:00Z")
    page.goto("/urge/")
    expect(page.get_by_role("timer")).to_have_text("4:00")


def test_two_tabs_show_the_same_wave(new_context: NewContext) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    open_urge(other)
    one.bring_to_front()
    ride(one)
    expect(other.get_by_role("timer")).to_be_visible()
    end(one, "It has eased")
    expect(heading(other)).to_have_text("You stayed with it.")


def test_more_time_adds_to_the_clock_and_leads_on_when_it_is_up(page: Page) -> None:
    ride_frozen(page, "5 minutes")
    button(page, "5 more minutes").click()
    expect(page.get_by_role("timer")).to_have_text("10:00")
    page.clock.run_for(11 * 60_000)
    expect(page.get_by_text("That was 10 minutes")).to_be_visible()
    button(page, "5 more minutes").click()
    expect(page.get_by_role("timer")).to_have_text("5:00")


def test_the_words_change_gently_and_can_be_kept_still(page: Page) -> None:
    ride_frozen(page)
    words = page.locator(".line")
    first = words.inner_text()
    page.clock.run_for(21_000)
    expect(words).not_to_have_text(first)
    page.get_by_text("Make it quieter").click()
    page.get_by_label("Change the words above the wave").click()
    held = words.inner_text()
    page.clock.run_for(65_000)
    expect(words).to_have_text(held)


def test_the_question_can_be_answered_left_alone_or_switched_off(page: Page) -> None:
    ride_frozen(page, strength=7)
    asked = page.get_by_role("status").filter(has_text="say how strong it is now")
    expect(asked).to_have_count(0)
    page.clock.run_for(181_000)
    expect(asked).to_have_count(1)
    page.locator("#strength-now").fill("5")
    expect(page.locator("output")).to_have_text("5 of 10")
    expect(asked).to_have_count(0)
    page.get_by_text("Make it quieter").click()
    page.get_by_label("Ask now and then how strong it is").click()
    expect(page.locator("#strength-now")).to_have_count(0)
    page.clock.run_for(200_000)
    expect(asked).to_have_count(0)
    eventually(page, lambda: kept(page)["asks"] is False, "the switch is kept")


def test_a_card_opens_on_the_wave_and_the_clock_goes_on(page: Page) -> None:
    ride_frozen(page)
    seen = []
    button(page, "Show a card").click()
    for _ in range(5):
        card = page.get_by_role("heading", level=2).first
        expect(card).to_be_focused()
        seen.append(card.inner_text())
        expect(page.locator(".steps li").first).to_be_visible()
        button(page, "Next card").click()
        expect(page.get_by_role("heading", level=2).first).not_to_have_text(seen[-1])
    assert len(set(seen)) == 5
    expect(page.get_by_role("heading", level=2).first).to_have_text(seen[0])
    page.clock.run_for(60_000)
    expect(page.get_by_text("9:00 left of 10 minutes")).to_be_visible()
    assert page.url.endswith("/urge/")
    button(page, "Back to the wave").click()
    expect(page.get_by_role("timer")).to_have_text("9:00")


@pytest.mark.parametrize("part", ["start", "riding", "card", "question", "same", "hurt"])
def test_a_person_is_always_in_sight_and_one_tap_away(page: Page, part: str) -> None:
    open_part(page, part)
    person = page.get_by_role("link", name="I need a person")
    expect(person).to_be_in_viewport(ratio=1)
    person.click()
    page.wait_for_url("**/help/gb/")


def open_part(page: Page, part: str) -> None:
    if part == "start":
        open_urge(page)
        return
    ride(page, strength=6)
    if part == "card":
        button(page, "Show a card").click()
    elif part in OUTCOMES:
        end(page, OUTCOMES[part])
    elif part == "question":
        button(page, "Stop here").click()
    elif part == "logged":
        end(page, OUTCOMES["eased"])
        button(page, "Put it in my log").click()
        expect(button(page, "Done")).to_be_visible()


OUTCOMES = {
    "eased": "It has eased",
    "same": "About the same",
    "stronger": "It is stronger",
    "hurt": "I hurt myself",
}


@pytest.mark.parametrize("outcome", OUTCOMES.values())
def test_nothing_goes_into_the_log_unless_the_person_says_so(page: Page, outcome: str) -> None:
    ride(page, strength=7)
    end(page, outcome)
    button(page, "No, I’m done").click()
    expect(heading(page)).to_have_text("Ride out an urge")
    eventually(page, lambda: kept(page).get("first") is None, "the numbers are gone")
    # What was written before that is on the disk by now.
    assert read_records(page) == []


def test_a_wave_goes_into_the_log_once_when_the_person_says_so(page: Page) -> None:
    ride(page, strength=7)
    button(page, "It has eased").click()
    page.locator("#strength-now").fill("4")
    button(page, "Put it in my log").click()
    done = page.get_by_role("heading", name="It is in your log, on this phone.")
    expect(done).to_be_focused()
    (entry,) = read_records(page)
    assert (entry["urge"], entry["helped"]) == (4, ["ride-the-wave"])
    assert entry["note"] == "I rode out an urge. It was 7 of 10 at first, and 4 of 10 at the end."
    page.reload()
    expect(done).to_be_visible()
    expect(button(page, "Put it in my log")).to_have_count(0)
    button(page, "Done").click()
    expect(heading(page)).to_have_text("Ride out an urge")


def test_what_was_skipped_is_not_in_the_log(page: Page) -> None:
    ride(page)
    end(page, "I hurt myself")
    button(page, "Put it in my log").click()
    expect(button(page, "Done")).to_be_visible()
    (entry,) = read_records(page)
    assert set(entry) == {"id", "at", "local_date", "note"}
    assert entry["note"] == "I rode out an urge."


def test_i_hurt_myself_leads_to_first_aid_and_kindness(page: Page) -> None:
    ride(page)
    end(page, "I hurt myself")
    expect(heading(page)).to_have_text("You still deserve care.")
    page.get_by_role("link", name="Look after yourself now").click()
    page.wait_for_url("**/help/after/")
    expect(heading(page)).to_have_text("After it has happened")
    page.get_by_role("link", name="Call for help").click()
    page.wait_for_url("**/help/gb/")


def test_an_answer_can_be_changed_and_the_wave_taken_up_again(page: Page) -> None:
    ride(page)
    end(page, "It is stronger")
    button(page, "Another answer").click()
    button(page, "About the same").click()
    button(page, "Back to the wave").click()
    expect(page.get_by_role("timer")).to_be_visible()


def test_when_the_log_cannot_be_written_the_person_is_told_and_can_try_again(page: Page) -> None:
    page.add_init_script(
        """const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (this.name === "MoodEntry" && !window.better) {
            throw new DOMException("", "QuotaExceededError");
          }
          return put.apply(this, given);
        };"""
    )
    ride(page, strength=3)
    end(page, "About the same")
    button(page, "Put it in my log").click()
    expect(page.get_by_role("alert")).to_contain_text("You can try again")
    page.evaluate("() => { window.better = true; }")
    button(page, "Put it in my log").click()
    expect(button(page, "Done")).to_be_visible()
    assert len(read_records(page)) == 1


def test_a_browser_that_keeps_nothing_still_has_a_wave(page: Page, watch: Any) -> None:
    watch.allow("SecurityError|OpenFailedError")
    page.add_init_script(
        """IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };"""
    )
    ride(page)
    expect(page.get_by_role("timer")).to_be_visible()
    expect(page.get_by_text("This browser does not keep the wave.")).to_be_visible()


WAKE_LOCK = """
window.locks = [];
navigator.wakeLock.request = async () => {
  const lock = { released: false, release: async () => { lock.released = true; } };
  window.locks.push(lock);
  return lock;
};
window.hide = (hidden) => {
  Object.defineProperty(document, "visibilityState",
    { value: hidden ? "hidden" : "visible", configurable: true });
  if (hidden) window.locks.forEach((lock) => { lock.released = true; });
  document.dispatchEvent(new Event("visibilitychange"));
};
"""


def test_the_screen_stays_on_while_riding_and_not_longer(page: Page) -> None:
    page.add_init_script(WAKE_LOCK)
    held = "window.locks.filter((lock) => !lock.released).length"
    open_urge(page)
    assert page.evaluate(held) == 0
    ride(page)
    wait_until(page, f"{held} === 1")
    page.evaluate("window.hide(true)")
    assert page.evaluate(held) == 0
    page.evaluate("window.hide(false)")
    wait_until(page, f"{held} === 1")
    end(page, "It has eased")
    wait_until(page, f"{held} === 0")


def test_with_less_motion_the_water_stands_still(new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    ride(page)
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert page.evaluate(moving) == 0
    usual = new_context().new_page()
    ride(usual)
    assert usual.evaluate(moving) > 0
    usual.get_by_text("Make it quieter").click()
    usual.get_by_label("Let the water move").click()
    wait_until(usual, f"{moving} === 0")


def press_until(page: Page, name: str) -> None:
    """Go on with Tab to the control of a name, as somebody without a mouse does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        )
        if focused.strip() == name:
            return
    pytest.fail(f"Tab never came to {name}")


def test_a_whole_wave_with_the_keyboard_alone(page: Page) -> None:
    open_urge(page)
    press_until(page, "How strong is it right now?")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    press_until(page, "5 minutes")
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    press_until(page, "Show a card")
    page.keyboard.press("Enter")
    press_until(page, "Back to the wave")
    page.keyboard.press("Space")
    press_until(page, "Stop here")
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    press_until(page, "About the same")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("You are still here with it.")
    press_until(page, "Put it in my log")
    page.keyboard.press("Enter")
    expect(button(page, "Done")).to_be_visible()
    assert read_records(page)[0]["urge"] == 6


def test_nothing_stands_in_anyone_s_way_in_any_part(new_context: NewContext) -> None:
    for part in ("start", "riding", "card", "question", *OUTCOMES, "logged"):
        page = new_context().new_page()
        open_part(page, part)
        assert barriers(page) == [], part


def test_without_javascript_the_steps_and_the_ways_out_are_there(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/urge/")
    expect(page.get_by_text("Put some distance between you")).to_be_visible()
    expect(page.get_by_role("link", name="I need a person")).to_be_visible()
    expect(page.get_by_role("button", name="10 minutes")).to_be_hidden()
    page.goto("/help/after/")
    expect(page.get_by_role("heading", name="Get help now if")).to_be_visible()


V1 = """() => new Promise((resolve, reject) => {
  const request = indexedDB.open("mooring", 10);
  request.onupgradeneeded = () => {
    const entries = request.result.createObjectStore("MoodEntry", { keyPath: "id" });
    entries.createIndex("at", "at");
    entries.createIndex("local_date", "local_date");
    entries.put({ id: "old", at: "2026-11-01T10:00:00Z", local_date: "2026-11-01", note: "kept" });
    request.result.createObjectStore("SafetyPlan", { keyPath: "id" });
    request.result.createObjectStore("Draft", { keyPath: "form" });
  };
  request.onsuccess = () => { request.result.close(); resolve(); };
  request.onerror = () => reject(request.error);
})"""


def test_what_the_first_version_kept_is_there_after_the_new_tables_came(page: Page) -> None:
    page.goto("/help/after/")
    wait_for_react(page)
    page.evaluate(V1)
    ride(page)
    kept(page)
    page.goto("/log/history/")
    expect(page.get_by_text("kept", exact=True)).to_be_visible()
