"""Paced breathing: on time for as long as it lasts, and quiet unless more is asked for."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import NewContext
from tests.browser.phone_records import read_records
from tests.waiting import eventually

START = "2026-11-23T23:10:00Z"
FRAME_MS = 20
SECOND = 1000

PHASES = {
    "Longer out": [("In", 4), ("Out", 6)],
    "In and out the same": [("In", 5), ("Out", 5)],
    "Two in, one long out": [("In", 3), ("A little more", 1), ("Out", 8)],
    "A square, with pauses": [("In", 4), ("Pause", 4), ("Out", 4), ("Pause", 4)],
}

CUES = """
window.cues = [];
navigator.vibrate = (pulse) => { window.cues.push(["buzz", pulse, Date.now()]); return true; };
window.AudioContext = class {
  state = "suspended"; currentTime = 0; destination = {};
  async resume() { this.state = "running"; }
  async suspend() { this.state = "suspended"; }
  async close() {}
  createGain() {
    return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {},
      exponentialRampToValueAtTime() {} }, connect() {} };
  }
  createOscillator() {
    const tone = { frequency: { value: 0 }, connect() {}, stop() {},
      start: () => window.cues.push(["tone", tone.frequency.value, Date.now()]) };
    return tone;
  }
};
"""


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def choose(page: Page, label: str) -> None:
    page.locator("label").get_by_text(label, exact=True).click()


def open_breathe(page: Page) -> None:
    page.goto("/breathe/")
    expect(button(page, "Breathe with me")).to_be_enabled()


def begin(page: Page) -> None:
    button(page, "Breathe with me").click()
    expect(button(page, "Stop")).to_be_visible()


def shown(page: Page) -> tuple[str, int]:
    word, count = page.locator(".lung").inner_text().split("\n")
    return word, int(count)


def counted(pattern: str) -> list[tuple[str, int]]:
    return [(word, n + 1) for word, seconds in PHASES[pattern] for n in range(seconds)]


def press_frozen(page: Page, name: str) -> None:
    """Press a button whose tap is painted before what it brings."""
    button(page, name).click()
    page.clock.run_for(FRAME_MS)


def begin_frozen(page: Page) -> None:
    press_frozen(page, "Breathe with me")
    expect(button(page, "Stop")).to_be_visible()


def freeze_and_begin(page: Page) -> None:
    """Begin on a clock that goes on only by `run_for`."""
    page.clock.pause_at("2026-11-23T23:30:00Z")
    begin_frozen(page)


@pytest.mark.parametrize("pattern", PHASES)
def test_each_pattern_goes_through_its_phases_and_counts(page: Page, pattern: str) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    choose(page, pattern)
    freeze_and_begin(page)
    expected = counted(pattern)
    seen = []
    for _ in expected:
        seen.append(shown(page))
        page.clock.run_for(SECOND)
    assert seen == expected
    assert shown(page) == expected[0]


def test_nothing_drifts_over_ten_minutes(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    choose(page, "No end")
    freeze_and_begin(page)
    expected = counted("Longer out")
    passed = 0
    # Odd steps, so that a clock that counted ticks would fall behind.
    for step in [137, 2999, 61, 7_003, 59_999, 100_001, 1, 240_500, 30_299, 158_000, 1_000]:
        page.clock.run_for(step)
        passed += step
        assert shown(page) == expected[passed // SECOND % len(expected)], passed
    assert passed == 600_000


def test_a_session_ends_by_itself_with_a_whole_breath(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    choose(page, "1 minute")
    freeze_and_begin(page)
    expect(page.get_by_text("1:00 left")).to_be_visible()
    page.clock.run_for(59_500)
    assert shown(page) == ("Out", 6)
    page.clock.run_for(600)
    expect(page.get_by_role("heading", level=1)).to_have_text("That’s it.")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_a_pause_stops_the_clock_and_goes_on_with_a_new_breath(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    freeze_and_begin(page)
    page.clock.run_for(12_500)
    button(page, "Pause").click()
    left = page.locator(".lead").inner_text()
    page.clock.run_for(300_000)
    expect(page.locator(".lead")).to_have_text(left)
    expect(page.locator(".lung")).to_contain_text("Paused")
    expect(button(page, "Go on")).to_be_focused()
    button(page, "Go on").click()
    assert shown(page) == ("In", 1)
    page.clock.run_for(4_000)
    assert shown(page) == ("Out", 1)


def test_the_pace_is_the_person_s_own(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    page.locator("#pace").fill("2")
    expect(page.locator("output")).to_have_text("2 seconds in")
    freeze_and_begin(page)
    page.clock.run_for(2_000)
    assert shown(page) == ("Out", 1)
    page.clock.run_for(4_000)
    assert shown(page) == ("In", 1)


def test_the_square_shows_its_caution_before_it_begins(page: Page) -> None:
    open_breathe(page)
    caution = page.get_by_text("Pausing your breath can make panic worse.")
    expect(caution).to_have_count(0)
    choose(page, "A square, with pauses")
    expect(caution).to_be_visible()


def test_it_is_silent_and_still_in_the_hand_unless_that_is_chosen(page: Page) -> None:
    page.add_init_script(CUES)
    page.clock.install(time=START)
    open_breathe(page)
    freeze_and_begin(page)
    page.clock.run_for(30_000)
    assert page.evaluate("window.cues") == []


def test_a_tone_and_a_buzz_come_with_each_phase_and_never_late(page: Page) -> None:
    page.add_init_script(CUES)
    page.clock.install(time=START)
    open_breathe(page)
    choose(page, "A soft tone")
    choose(page, "Buzz, where the phone can")
    freeze_and_begin(page)
    begun = page.evaluate("Date.now()")
    for _ in range(21):
        page.clock.run_for(SECOND)
    cues = page.evaluate("window.cues")
    for kind in ("tone", "buzz"):
        times = [at - begun for what, _value, at in cues if what == kind]
        assert times == pytest.approx([0, 4_000, 10_000, 14_000, 20_000], abs=50)
    tones = [value for what, value, _at in cues if what == "tone"]
    assert tones[0] == tones[2] != tones[1]


def test_a_screen_reader_is_told_each_minute_or_each_step_if_that_is_wanted(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    freeze_and_begin(page)
    status = page.locator("main [role=status].visually-hidden")
    told = []
    for _ in range(80):
        told.append(status.inner_text())
        page.clock.run_for(SECOND)
    assert list(dict.fromkeys(told)) == ["Breathing has begun.", "1 min so far"]
    press_frozen(page, "Stop")
    choose(page, "Have a screen reader say each step")
    begin_frozen(page)
    expect(status).to_have_text("In")
    page.clock.run_for(4_000)
    expect(status).to_have_text("Out")


def test_what_was_chosen_is_there_the_next_time(page: Page) -> None:
    open_breathe(page)
    choose(page, "In and out the same")
    choose(page, "Buzz, where the phone can")
    eventually(
        page,
        lambda: [row["vibration"] for row in read_records(page, "BreathChoices")] == [True],
        "the choices are kept",
    )
    page.reload()
    expect(page.locator("#pattern-even")).to_be_checked()
    expect(page.locator("#vibration")).to_be_checked()
    expect(page.locator("#sound")).not_to_be_checked()


def test_with_less_motion_words_and_counts_do_it_alone(new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    size = "getComputedStyle(document.querySelector('.lung'), '::before').transform"
    page.clock.install(time=START)
    open_breathe(page)
    assert page.evaluate("document.getAnimations().length") == 0
    freeze_and_begin(page)
    before = page.evaluate(size)
    page.clock.run_for(3_000)
    assert page.evaluate(size) == before
    assert shown(page) == ("In", 4)


def test_the_circle_grows_with_the_in_breath_unless_it_is_switched_off(page: Page) -> None:
    share = "document.querySelector('.lung').style.getPropertyValue('--share')"
    page.clock.install(time=START)
    open_breathe(page)
    freeze_and_begin(page)
    page.clock.run_for(500)
    small = float(page.evaluate(share))
    page.clock.run_for(3_300)
    assert float(page.evaluate(share)) > small + 0.5
    press_frozen(page, "Stop")
    choose(page, "A circle that moves")
    begin_frozen(page)
    page.clock.run_for(2_000)
    assert page.evaluate(share) == ""


def test_the_keyboard_is_enough(page: Page) -> None:
    open_breathe(page)
    button(page, "Breathe with me").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(button(page, "Go on")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(button(page, "Breathe with me")).to_be_visible()


def test_nothing_stands_in_anyone_s_way_in_any_part(page: Page) -> None:
    page.clock.install(time=START)
    open_breathe(page)
    assert barriers(page) == []
    begin(page)
    assert barriers(page) == []
    button(page, "Pause").click()
    assert barriers(page) == []
    button(page, "Go on").click()
    page.clock.fast_forward(150_000)
    expect(button(page, "Breathe again")).to_be_visible()
    page.clock.resume()
    assert barriers(page) == []


def test_without_javascript_the_circle_and_the_words_are_there(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/breathe/")
    expect(page.locator(".breath")).to_be_visible()
    expect(page.get_by_text("Count slowly to six.")).to_be_visible()
    expect(page.get_by_role("button", name="Breathe with me")).to_be_hidden()
