"""What is written in the log stays on the phone, whole, and nothing that was typed is lost."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.log_form import (
    SAVED,
    chosen_moods,
    open_log,
    pick_mood,
    save,
    save_button,
    set_urge,
    write_note,
)
from tests.browser.phone_records import (
    hold_table,
    read_records,
    release_table,
    wait_for_draft,
    wait_for_records,
)
from tests.browser.watch import Watch
from tests.waiting import wait_for_react, wait_until

NOTE_LIMIT = 20_000
KEPT_DRAFT = "We kept what you had typed."
NOTHING_YET = "There is nothing to save yet."
SCRIPTS = re.compile(r"/assets/.*\.js")
PLACES = """["#mood-label", ".moods", "#urge-label", "#urge", "#note", ".folds"].map(
  (part) => document.querySelector(`.log-form ${part}`).getBoundingClientRect().top + scrollY)"""
UTC_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def only_entry(page: Page) -> dict[str, Any]:
    """The one entry in the phone's storage, without its key."""
    (entry,) = read_records(page)
    assert entry.pop("id")
    return entry


def test_an_entry_with_mood_urge_and_note_is_kept_and_confirmed_in_words(page: Page) -> None:
    before = datetime.now(UTC)
    open_log(page)
    pick_mood(page, "Low")
    set_urge(page, 6)
    write_note(page, "A long day.")
    save(page)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_contain_text("Thank you")
    entry = only_entry(page)
    assert set(entry) == {"at", "local_date", "mood", "urge", "note"}
    assert (entry["mood"], entry["urge"], entry["note"]) == (2, 6, "A long day.")
    assert UTC_ISO.fullmatch(entry["at"])
    written = datetime.fromisoformat(entry["at"])
    assert before <= written <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Kiritimati", "2026-03-02"), ("Pacific/Pago_Pago", "2026-03-01")]
)
def test_the_day_of_an_entry_is_the_one_on_the_person_s_own_calendar(
    new_context: NewContext, zone: str, day: str
) -> None:
    page = new_context(timezone_id=zone).new_page()
    moment = "2026-03-01T10:30:00Z" if zone == "Pacific/Kiritimati" else "2026-03-02T09:30:00Z"
    page.clock.set_fixed_time(moment)
    open_log(page)
    pick_mood(page, "Good")
    save(page)
    entry = only_entry(page)
    assert entry["local_date"] == day
    assert datetime.fromisoformat(entry["at"]) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("part", ["mood", "urge", "note"])
def test_any_part_may_be_left_out_and_is_then_absent(page: Page, part: str) -> None:
    open_log(page)
    if part == "mood":
        pick_mood(page, "Very good")
    elif part == "urge":
        set_urge(page, 3)
    else:
        write_note(page, "Only words")
    save(page)
    assert set(only_entry(page)) == {"at", "local_date", part}


@pytest.mark.parametrize("note", ["", "   "])
def test_an_empty_form_saves_nothing_says_why_and_empties_nothing(page: Page, note: str) -> None:
    open_log(page)
    page.fill("#note", note)
    save_button(page).click()
    expect(page.get_by_text(NOTHING_YET)).to_be_visible()
    assert page.input_value("#note") == note
    assert read_records(page) == []


def test_too_long_a_note_is_told_beside_the_field_and_kept_in_it(page: Page) -> None:
    open_log(page)
    long = "a" * (NOTE_LIMIT + 1)
    page.fill("#note", long)
    pick_mood(page, "So-so")
    save_button(page).click()
    problem = page.locator("#note ~ .problem")
    expect(problem).to_contain_text(re.compile("longer than 20,?000 characters"))
    assert problem.get_attribute("id") in (page.get_attribute("#note", "aria-describedby") or "")
    expect(page.locator("#note")).to_be_focused()
    assert page.input_value("#note") == long
    assert chosen_moods(page) == ["3"]
    assert read_records(page) == []
    page.fill("#note", long[1:])
    save(page)
    assert len(only_entry(page)["note"]) == NOTE_LIMIT


def _back_to_none(page: Page) -> None:
    set_urge(page, 5)
    set_urge(page, 0)


def _tap_at_none(page: Page) -> None:
    box = page.locator("#urge").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 12, box["y"] + box["height"] / 2)


def _press_home(page: Page) -> None:
    page.locator("#urge").focus()
    page.keyboard.press("Home")


@pytest.mark.parametrize("answer", [_back_to_none, _tap_at_none, _press_home])
def test_an_urge_of_none_is_an_answer(page: Page, answer: Any) -> None:
    open_log(page)
    expect(page.locator("output")).to_have_text("not answered")
    answer(page)
    expect(page.locator("output")).to_have_text("0 of 10, none")
    save(page)
    assert only_entry(page)["urge"] == 0


@pytest.mark.parametrize("part", ["mood", "urge"])
def test_an_answer_can_be_taken_back(page: Page, part: str) -> None:
    open_log(page)
    pick_mood(page, "Very low")
    set_urge(page, 10)
    take_back = page.locator(f"[data-clear={part}]")
    expect(take_back).to_have_text("Take it back")
    take_back.click()
    expect(take_back).to_have_count(0)
    save(page)
    rest = {"mood": "urge", "urge": "mood"}[part]
    assert set(only_entry(page)) == {"at", "local_date", rest}


@pytest.mark.parametrize("text", ["", "largest"])
@pytest.mark.parametrize("width", [320, 360, 412])
def test_nothing_moves_under_the_finger_when_an_answer_is_given(
    page: Page, width: int, text: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    open_log(page)
    page.evaluate("(size) => { document.documentElement.dataset.text = size; }", text)
    before = page.evaluate(PLACES)
    pick_mood(page, "So-so")
    set_urge(page, 3)
    expect(page.locator("[data-clear]")).to_have_count(2)
    assert page.evaluate(PLACES) == before


def test_saving_empties_the_form_for_the_next_entry(page: Page) -> None:
    open_log(page)
    pick_mood(page, "Low")
    set_urge(page, 4)
    write_note(page, "first")
    save(page)
    assert (chosen_moods(page), page.input_value("#note")) == ([], "")
    expect(page.locator("output")).to_have_text("not answered")
    page.reload()
    expect(save_button(page)).to_be_enabled()
    assert page.input_value("#note") == ""
    expect(page.get_by_text(KEPT_DRAFT)).to_have_count(0)


def fill_in_everything(page: Page) -> None:
    pick_mood(page, "Low")
    set_urge(page, 7)
    write_note(page, "half a thought")


def expect_everything(page: Page) -> None:
    expect(page.locator("#note")).to_have_value("half a thought")
    assert chosen_moods(page) == ["2"]
    expect(page.locator("output")).to_have_text("7 of 10, strong")


@pytest.mark.parametrize("pause", [0, 250, 1000])
def test_what_is_typed_is_there_after_a_reload(page: Page, pause: int) -> None:
    open_log(page)
    fill_in_everything(page)
    page.wait_for_timeout(pause)
    page.reload()
    expect(page.get_by_text(KEPT_DRAFT)).to_be_visible()
    expect_everything(page)
    save(page)
    assert only_entry(page)["note"] == "half a thought"


def test_what_is_typed_is_there_after_a_look_at_another_page(page: Page) -> None:
    open_log(page)
    fill_in_everything(page)
    page.get_by_role("link", name="See what you wrote").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you wrote")
    page.go_back()
    expect_everything(page)


def test_what_is_typed_is_there_after_the_browser_was_killed(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context(profile=tmp_path).new_page()
    open_log(page)
    fill_in_everything(page)
    wait_for_draft(page, {"mood": ["2"], "urge": ["7"], "note": ["half a thought"]})
    kill_browser(tmp_path)
    page = new_context(profile=tmp_path).new_page()
    open_log(page)
    expect(page.get_by_text(KEPT_DRAFT)).to_be_visible()
    expect_everything(page)


def test_a_saved_entry_is_there_after_the_browser_was_killed(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context(profile=tmp_path).new_page()
    open_log(page)
    fill_in_everything(page)
    save(page)
    kill_browser(tmp_path)
    page = new_context(profile=tmp_path).new_page()
    open_log(page)
    assert only_entry(page)["note"] == "half a thought"
    expect(page.get_by_text(KEPT_DRAFT)).to_have_count(0)


def test_starting_afresh_drops_what_was_kept(page: Page) -> None:
    open_log(page)
    fill_in_everything(page)
    wait_for_records(page, 1, "Draft")
    page.reload()
    page.get_by_role("button", name="Start afresh").click()
    expect(page.get_by_text(KEPT_DRAFT)).to_have_count(0)
    assert (chosen_moods(page), page.input_value("#note")) == ([], "")
    expect(page.locator("output")).to_have_text("not answered")
    wait_for_records(page, 0, "Draft")
    page.reload()
    expect(save_button(page)).to_be_enabled()
    assert page.input_value("#note") == ""


def test_the_browser_is_asked_to_keep_the_log_after_the_first_save_and_not_before(
    page: Page,
) -> None:
    page.add_init_script(
        """window.asked = 0;
        StorageManager.prototype.persist = async () => { window.asked += 1; return true; };"""
    )
    open_log(page)
    write_note(page, "words")
    assert page.evaluate("window.asked") == 0
    save(page)
    wait_until(page, "window.asked === 1")


def test_two_tabs_stay_in_step(context: BrowserContext) -> None:
    history, log = context.new_page(), context.new_page()
    history.goto("/log/history/")
    expect(history.get_by_text("Nothing here yet.")).to_be_visible()
    open_log(log)
    write_note(log, "from the other tab")
    save(log)
    expect(history.get_by_text("from the other tab")).to_be_visible()
    expect(history.get_by_text("Nothing here yet.")).to_have_count(0)


def hold_scripts(page: Page) -> list[Route]:
    """Let no script of the site through; the list fills with those that were asked for."""
    held: list[Route] = []
    page.route(SCRIPTS, lambda route: held.append(route))
    return held


def release_scripts(page: Page, held: list[Route]) -> None:
    while held:
        held.pop().continue_()
    page.unroute(SCRIPTS)


def open_without_scripts(page: Page, address: str = "/log/") -> list[Route]:
    held = hold_scripts(page)
    page.goto(address, wait_until="commit")
    expect(page.get_by_role("button", name="Getting ready…")).to_be_disabled()
    return held


def test_what_is_typed_before_the_form_is_ready_is_kept_and_can_be_saved(page: Page) -> None:
    held = open_without_scripts(page)
    fill_in_everything(page)
    release_scripts(page, held)
    expect(save_button(page)).to_be_enabled()
    expect_everything(page)
    save(page)
    entry = only_entry(page)
    assert (entry["mood"], entry["urge"], entry["note"]) == (2, 7, "half a thought")


def test_what_is_typed_before_the_form_is_ready_is_there_after_a_reload(page: Page) -> None:
    held = open_without_scripts(page)
    fill_in_everything(page)
    release_scripts(page, held)
    expect(save_button(page)).to_be_enabled()
    page.wait_for_timeout(1000)
    page.reload()
    expect(save_button(page)).to_be_enabled()
    expect_everything(page)


def test_what_is_typed_while_an_older_draft_is_being_read_is_kept_with_it(
    context: BrowserContext,
) -> None:
    other, page = context.new_page(), context.new_page()
    open_log(other)
    write_note(other, "older")
    other.goto("/log/history/")
    hold_table(other, "Draft")
    page.goto("/log/")
    wait_for_react(page)
    page.wait_for_timeout(300)
    write_note(page, "newer words")
    release_table(other)
    expect(save_button(page)).to_be_enabled()
    assert page.input_value("#note").splitlines() == ["older", "newer words"]


def expect_untold(page: Page, asked: list[str]) -> None:
    page.wait_for_timeout(300)
    assert page.url.endswith("/log/")
    assert not any("secret" in address or "?" in address for address in asked)


@pytest.mark.parametrize("scripts", ["held back", "switched off", "running"])
def test_what_is_typed_never_gets_into_an_address(new_context: NewContext, scripts: str) -> None:
    page = new_context(java_script_enabled=scripts != "switched off").new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if scripts == "held back":
        open_without_scripts(page)
    else:
        page.goto("/log/")
    write_note(page, "secret")
    page.locator("#note").press("Control+Enter")
    page.locator("#mood-2").press("Space")
    page.locator("#mood-2").press("Enter")
    page.locator("#urge").press("ArrowRight")
    page.locator("#urge").press("Enter")
    expect_untold(page, asked)
    assert page.input_value("#note") in ("secret", "")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [("QuotaExceededError", "no room left"), ("UnknownError", "That did not work")],
)
def test_when_the_phone_cannot_keep_it_the_person_is_told_and_the_words_stay(
    page: Page, error: str, sentence: str
) -> None:
    page.add_init_script(
        f"""const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {{
          if (this.name === "MoodEntry" && !window.better) throw new DOMException("", "{error}");
          return put.apply(this, given);
        }};"""
    )
    open_log(page)
    fill_in_everything(page)
    save_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect_everything(page)
    page.evaluate("() => { window.better = true; }")
    save(page)
    assert only_entry(page)["note"] == "half a thought"


def test_a_browser_that_keeps_nothing_says_so_and_leaves_the_words(
    page: Page, watch: Watch
) -> None:
    watch.allow("SecurityError|OpenFailedError")
    page.add_init_script(
        """IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };"""
    )
    page.goto("/log/")
    expect(page.get_by_role("alert")).to_contain_text("does not let the app keep anything")
    write_note(page, "still here")
    assert page.input_value("#note") == "still here"
